"""The terminal: how keys come in, one implementation a system."""
