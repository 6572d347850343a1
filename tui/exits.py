"""Exit codes, and the one way in which a command says that it was wrong."""

OK, DATA, USAGE = 0, 1, 2
"""Done; the guide or the data has errors; the command was wrong."""


class UsageError(Exception):
    """The command was wrong; its text is the one line that says how."""
