"""The command line, the screens, the interface's words."""
