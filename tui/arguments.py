"""The words of a command, taken apart by argparse, which says nothing itself."""

from argparse import ArgumentParser
from typing import NoReturn

from tui.console import UsageError


class Parser(ArgumentParser):
    """An argument parser that raises instead of printing its usage and leaving."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command.

        Raises:
            UsageError: always.
        """
        raise UsageError(message)
