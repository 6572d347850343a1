"""The log on disk: written, read, copied, rescued."""
