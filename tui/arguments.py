"""A command's words, taken apart by a silent argparse."""

from argparse import ArgumentParser, HelpFormatter
from typing import NoReturn

from tui.console import UsageError


class Parser(ArgumentParser):
    """An argument parser that raises instead of printing its usage and leaving."""

    def _get_formatter(self) -> HelpFormatter:
        """Of a width, which else is asked of a module that brings every way of packing files."""
        return HelpFormatter(self.prog, width=80)

    def error(self, message: str) -> NoReturn:
        """Refuse the command.

        Raises:
            UsageError: always.
        """
        raise UsageError(message)
