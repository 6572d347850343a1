"""Where the linear mode's input comes from.

A terminal's keys, else whatever standard input is.
"""

import sys
import threading
from asyncio import AbstractEventLoop
from collections.abc import Callable
from contextlib import suppress
from typing import Self

from interviews.os_support import system

Hear = Callable[[bytes | str | None, float], None]
"""Takes what was read and when, in seconds of the running clock; None where nothing more comes."""

POLL = 0.1
"""Seconds between looks at whether the program is ending."""


class Source:
    """Reads in a thread of its own, and hands what it read to the loop."""

    def __init__(self, hear: Hear) -> None:
        self._hear = hear
        self._over = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()

    def listen(self, loop: AbstractEventLoop) -> None:
        """Begin to read."""
        threading.Thread(target=self._read_on, args=[loop], daemon=True).start()

    def _read_on(self, loop: AbstractEventLoop) -> None:
        while not self._over.is_set():
            try:
                data = self.read()
            except OSError:  # the terminal was closed
                data = b""
            if data is None:
                continue
            at = system().running_seconds()
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(self._hear, data or None, at)
            if not data:
                return

    def read(self) -> bytes | str | None:
        """What has come; nothing where nothing more will, None where nothing has for a moment.

        Raises:
            OSError: the terminal is gone.
        """
        raise NotImplementedError

    def on_return(self, loop: AbstractEventLoop, come_back: Callable[[], None]) -> None:
        """Call ``come_back`` when the program was stopped by the shell and goes on."""


class Terminal(Source):
    """A terminal whose keys come one by one, and are not echoed but by us."""


def open_source(hear: Hear, *, brackets: bool) -> Source:
    """Standard input; ``brackets`` says that a terminal is to mark where a paste begins and ends."""
    terminal = sys.stdin is not None and sys.stdin.isatty()
    if sys.platform == "win32":
        from tui.linear.windows_source import Console, Stream

        return Console(hear) if terminal else Stream(hear)
    else:  # noqa: RET505  a type checker looks at one of the two
        from tui.linear.posix_source import PosixTerminal, Stream

        return PosixTerminal(hear, brackets=brackets) if terminal else Stream(hear)
