"""The linear mode's input, and its keys by name.

A terminal's keys, else whatever standard input is.
"""

import threading
from asyncio import AbstractEventLoop
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Self

from interviews.os_support import system
from tui.terminal.keystream import Alt, Escape, Keys, Piece, Sequence

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


_SEQUENCES = {
    **{f"\x1b{lead}{end}": name for lead in ("[", "O") for end, name in zip(
        "ABCDHF", ("up", "down", "right", "left", "home", "end"), strict=True)},
    "\x1b[1~": "home", "\x1b[4~": "end", "\x1b[7~": "home", "\x1b[8~": "end",
    **{f"\x1bO{end}": f"f{number}" for number, end in enumerate("PQRS", 1)},
    **{f"\x1b[{code}~": f"f{number}" for number, code in enumerate(
        (11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24), 1)},
    "\x1b[2~": "insert", "\x1b[3~": "delete", "\x1b[5~": "pageup", "\x1b[6~": "pagedown", "\x1b[Z": "shift+tab",
}  # fmt: skip
_CONTROLS = {"\r": "enter", "\n": "enter", "\t": "tab", "\x7f": "backspace", "\x08": "backspace", "\x1b": "escape"}
_SPACE = " "

Key = tuple[str, str | None]
"""A key's name, and the character that it writes, if it writes one."""


def keys_of(piece: Piece) -> Iterator[Key]:
    """The keys of a piece of the stream, by the names that a screen has for them; a paste is none."""
    match piece:
        case Keys(text):
            yield from map(_key, text)
        case Escape():
            yield "escape", None
        case Alt(char):
            yield f"alt+{_CONTROLS.get(char, char.lower())}", None
        case Sequence(text) if text in _SEQUENCES:
            yield _SEQUENCES[text], None


def _key(char: str) -> Key:
    if char in _CONTROLS:
        return _CONTROLS[char], None
    if char < _SPACE:
        return f"ctrl+{chr(ord(char) + 96)}", None
    if "\x80" <= char < "\xa0" or "\ud800" <= char <= "\udfff":
        return "unknown", None
    return ("space" if char == _SPACE else char), char
