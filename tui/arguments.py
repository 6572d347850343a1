"""A command's words, taken apart by a silent argparse."""

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
