"""Terminal input for Textual, made safe.

Textual has a driver for each system, which sets the terminal up and draws; what it reads goes through ``Reader``.
Textual's own reader reads the escape sequences inside a paste as keys, and types out replies it does not know. This one
takes pastes out before anything is read as a key, and lets through only the sequences that mean something.
"""

import re
import unicodedata

from textual import constants, events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.keys import Keys as KeyNames
from textual.message import Message

from tui.terminal.keystream import Alt, Escape, Keys, Pasted, PasteSplitter, Piece, Sequence

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
