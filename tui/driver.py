"""The terminal driver: Textual's own, with safe input.

Textual's reader ends with the first invalid byte, reads the escape sequences inside a paste as keys, and types out
replies it does not know. This one decodes with replacement, takes pastes out before anything is read as a key, and lets
through only the sequences that mean something.
"""

import asyncio
import os
import re
import selectors
import signal
import unicodedata
from codecs import getincrementaldecoder
from time import monotonic

from textual import constants, events, messages
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.keys import Keys as KeyNames
from textual.message import Message

from tui.keystream import Alt, Escape, Keys, Pasted, PasteSplitter, Piece, Sequence

_CHUNK = 65_536  # bytes a read
_POLL = 0.1  # seconds between looks at whether the program is ending
_REPORT = re.compile(
    r"\x1b\[(?:<?[-\d;]+[mM]|M[\s\S]{3}|\?\d+;\d\$y|\d+;\d+R|48;\d+(?::[^;]*)?(?:;\d+(?::[^;]*)?){3}t)"
)
_KITTY_KEY = re.compile(r"\x1b\[(?:[\d:]*;?){2,3}[u~ABCDEFHPQRS]")
_NAMED = {"\r": "enter", "\t": "tab", "\x7f": "backspace", "\x08": "backspace", " ": "space"}


def alt_key(char: str) -> events.Key:
    """Return the key for a character typed with Alt; it has no character, so that it is never taken for a word."""
    if char in _NAMED:
        name = _NAMED[char]
    elif char.isalnum():
        name = f"shift+{char.lower()}" if char.isupper() else char
    else:
        name = unicodedata.name(char, f"u{ord(char):x}").lower().replace("-", "_").replace(" ", "_")
    return events.Key(f"alt+{name}", None)


class Reader:
    """Turns decoded characters into Textual's messages; apart from the driver so that it needs no terminal."""

    def __init__(self, *, debug: bool = False) -> None:
        self.splitter = PasteSplitter(constants.ESCAPE_DELAY)
        self._parser = XTermParser(debug)

    def feed(self, chars: str) -> list[Message]:
        """Return the messages for the characters of one read."""
        return self._messages(self.splitter.feed(chars))

    def flush(self) -> list[Message]:
        """Return the messages for what was held, after a quiet while."""
        return self._messages(self.splitter.flush())

    def _messages(self, pieces: list[Piece]) -> list[Message]:
        return [message for piece in pieces for message in self._of(piece)]

    def _of(self, piece: Piece) -> list[Message]:
        match piece:
            case Keys(text):
                return list(self._parser.feed(text))
            case Sequence(text):
                return self._of_sequence(text)
            case Escape():
                return [events.Key("escape", "\x1b")]
            case Alt(char):
                return [alt_key(char)]
            case Pasted(text):
                return [events.Paste(text)]

    def _of_sequence(self, text: str) -> list[Message]:
        keys = ANSI_SEQUENCES_KEYS.get(text)
        if isinstance(keys, tuple) and len(keys) > 1 and keys[0] is KeyNames.Escape:
            return [events.Key(f"alt+{key.value}", None) for key in keys[1:]]  # Esc would clear the line
        kitty = not constants.DISABLE_KITTY_KEY and _KITTY_KEY.fullmatch(text)
        if keys is not None or kitty or _REPORT.fullmatch(text):
            return list(self._parser.feed(text))
        return []


class TerminalDriver(LinuxDriver):
    """Textual's driver with ``Reader`` as its way in; pass it as ``App(driver_class=TerminalDriver)``."""

    def _run_input_thread(self) -> None:
        """Read in a thread of its own; what goes wrong there ends the program without drawing anybody's words."""
        try:
            self.run_input_thread()
        except BaseException as crash:  # noqa: BLE001  Textual would draw a traceback with the keys in it
            self._app._exception = crash if isinstance(crash, Exception) else RuntimeError()  # noqa: SLF001
            self.send_message(messages.ExitApp())

    def start_application_mode(self) -> None:
        """Hear of new sizes in the loop: Textual's handler can interrupt itself, and then tells an old size last."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, self._tell_size)

    def _tell_size(self) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self.send_message(events.Resize(size, size))

    def run_input_thread(self) -> None:
        """Read standard input until the program ends or the terminal is gone."""
        reader = Reader()
        decode = getincrementaldecoder("utf-8")("replace").decode
        last_read = monotonic()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                quiet = reader.splitter.quiet
                due = _POLL if quiet is None else max(0.0, last_read + quiet - monotonic())
                if selector.select(min(due, _POLL)):
                    data = self._read()
                    if not data:
                        self.send_message(messages.ExitApp())
                        return
                    last_read = monotonic()
                    found = reader.feed(decode(data))
                elif quiet is not None and monotonic() - last_read >= quiet:
                    found = reader.flush()
                else:
                    continue
                for message in found:
                    self.process_message(message)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _CHUNK)
        except OSError:  # the terminal was closed
            return b""
