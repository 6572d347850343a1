"""Standard input on Linux and macOS.

A terminal whose keys come one by one, else a pipe or a file.
"""

import os
import select
import signal
import sys
import termios
from asyncio import AbstractEventLoop
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self

from tui.linear.source import POLL, Hear, Source, Terminal

assert sys.platform != "win32"  # noqa: S101  what follows is not looked at by a type checker for Windows

_CHUNK = 65_536  # bytes a read
_PASTES_ON, _PASTES_OFF = b"\x1b[?2004h", b"\x1b[?2004l"
_IFLAG, _LFLAG, _CC = 0, 3, 6
"""Places in what ``tcgetattr`` tells."""


def _read(fd: int) -> bytes | None:
    return os.read(fd, _CHUNK) if select.select([fd], [], [], POLL)[0] else None


class Stream(Source):
    """A pipe or a file; closed from the start (``<&-``) it has nothing."""

    def read(self) -> bytes | None:
        """What has come."""
        return b"" if sys.stdin is None else _read(sys.stdin.fileno())


class PosixTerminal(Terminal):
    """The terminal that the program was started in."""

    def __init__(self, hear: Hear, *, brackets: bool) -> None:
        super().__init__(hear)
        self._brackets = brackets
        self._fd = sys.stdin.fileno()
        self._before: list[Any] | None = None

    def __enter__(self) -> Self:
        self._before = termios.tcgetattr(self._fd)
        self._set_up()
        return self

    def __exit__(self, *_: object) -> None:
        super().__exit__()
        self._put_back()

    def _set_up(self) -> None:
        """Keys at once, without an echo, and none of them the terminal's own: Ctrl+C, Ctrl+Q and Ctrl+Z are ours."""
        with suppress(termios.error):
            now = termios.tcgetattr(self._fd)
            now[_IFLAG] &= ~(termios.IXON | termios.ICRNL | termios.INLCR | termios.ISTRIP)
            now[_LFLAG] &= ~(termios.ICANON | termios.ECHO | termios.ISIG | termios.IEXTEN)
            now[_CC][termios.VMIN], now[_CC][termios.VTIME] = 1, 0
            termios.tcsetattr(self._fd, termios.TCSADRAIN, now)
        self._ask(_PASTES_ON)

    def _put_back(self) -> None:
        self._ask(_PASTES_OFF)
        with suppress(termios.error):
            termios.tcsetattr(self._fd, termios.TCSADRAIN, self._before or [])

    def _ask(self, sequence: bytes) -> None:
        if self._brackets:
            with suppress(OSError):
                os.write(sys.stdout.fileno(), sequence)

    def read(self) -> bytes | None:
        """What was typed."""
        return _read(self._fd)

    def on_return(self, loop: AbstractEventLoop, come_back: Callable[[], None]) -> None:
        """Stopped by another program the terminal is the shell's meanwhile; afterwards it is set up anew."""

        def stop() -> None:
            self._put_back()
            os.kill(os.getpid(), signal.SIGSTOP)

        def go_on() -> None:
            self._set_up()
            come_back()

        with suppress(ValueError, RuntimeError):  # only the main thread may listen
            loop.add_signal_handler(signal.SIGTSTP, stop)
            loop.add_signal_handler(signal.SIGCONT, go_on)
