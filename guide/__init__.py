"""What we plan to ask: the interview guide, read from and written to ``guide.yaml``."""
