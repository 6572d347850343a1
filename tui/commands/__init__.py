"""The commands, one a file.

Each has ``run(arguments, settings)``, which returns the exit code.
"""
