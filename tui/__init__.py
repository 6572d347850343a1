"""The command line, the screens, the interface's words."""

VERSION = "0.2.0"
"""The program's own version: said here, read by the build."""
