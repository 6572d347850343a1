"""The interview guide and its file, ``guide.yaml``."""
