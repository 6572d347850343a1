"""The commands, one a file, each with ``run(arguments, settings)`` that returns the exit code."""
