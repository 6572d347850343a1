"""Standard input on Windows.

A console's keys one by one, else a pipe or a file.
"""

import os
import sys
from typing import Self

from tui.linear.source import POLL, Source, Terminal

assert sys.platform == "win32"  # noqa: S101  what follows is looked at by a type checker for Windows alone

_CHUNK = 65_536  # bytes a read


class Stream(Source):
    """A pipe or a file."""

    def read(self) -> bytes:
        """What has come, once something has."""
        return b"" if sys.stdin is None else os.read(sys.stdin.fileno(), _CHUNK)


class Console(Terminal):
    """The console that the program was started in."""

    def __enter__(self) -> Self:
        from textual.drivers import win32  # only a console needs it

        self._put_back = win32.enable_application_mode()
        return self

    def __exit__(self, *_: object) -> None:
        super().__exit__()
        self._put_back()

    def read(self) -> str | None:
        """What was typed."""
        from textual.drivers import win32

        from tui.terminal.windows_driver import read_console

        console = win32.GetStdHandle(win32.STD_INPUT_HANDLE)
        if win32.wait_for_handles([console], int(1000 * POLL)) is None:
            return None
        return read_console(console)[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") or None
