"""Terminal input, taken apart.

Typed characters, escape sequences, pastes.

A pure state machine over decoded characters, so that it can be tested at every place where a read may end. It exists
because pasted words must never be read as keys, and a terminal's replies never as words.
"""

import re

from guide.frozen import Value

ESC = "\x1b"
PASTE_START = "\x1b[200~"
PASTE_END = "\x1b[201~"
ESCAPE_QUIET = 0.1
"""Seconds of quiet after which a held Esc is the Esc key, and a held half sequence is noise."""
PASTE_QUIET = 1.0
"""Seconds of quiet after which a paste whose end marker never came is delivered."""
_INTRODUCER = 2  # characters: Esc and what may begin a sequence, or be typed with Alt
_BURST = 16  # more characters than this in one read were not typed by hand

_TYPED_OUT = 5
"""Characters in one read that no hand types: keys are some 30 ms apart at the quickest, and reads are at once."""
_TYPED_ON = 0.05  # seconds after such a read in which more belongs to it

_COMPLETE = re.compile(
    r"""\x1b(?:
        \[\[[A-E]                       # function keys of the Linux console
      | \[M[\s\S]{3}                    # mouse report of the oldest kind
      | \[(?![\[M])[0-?]*[\ -/]*[@-~]   # control sequence
      | O[0-9;]*[@-~]                   # key of the application keypad
      | \][0-9][^\x07\x1b]*(?:\x07|\x1b\\)  # replies: operating system command,
      | P[0-9>!][^\x1b]*\x1b\\              # device control string,
      | _G[^\x1b]*\x1b\\                    # application program command
    )""",
    re.VERBOSE,
)
_BEGINNING = re.compile(
    r"""\x1b(?:
        \[(?:\[|M[\s\S]{0,2}|[0-?]*[\ -/]*)?
      | O[0-9;]*
      | \](?:[0-9][^\x07\x1b]*(?:\x1b\Z)?)?
      | P(?:[0-9>!][^\x1b]*(?:\x1b\Z)?)?
      | _(?:G[^\x1b]*(?:\x1b\Z)?)?
    )?""",
    re.VERBOSE,
)


class Keys(Value):
    """Characters that were typed, one key each; there is no Esc among them."""

    text: str


class Sequence(Value):
    """One whole escape sequence: a key without a character, a mouse report, a reply of the terminal."""

    text: str


class Escape(Value):
    """The Esc key alone."""


class Alt(Value):
    """A character typed with Alt held, which comes as Esc and the character in one read."""

    char: str


class Pasted(Value):
    r"""A whole paste, verbatim but for its line breaks, which are all ``"\n"``."""

    text: str


Piece = Keys | Sequence | Escape | Alt | Pasted


class PasteSplitter:
    """Takes the stream apart; what may still go on is held until the next read, or until it has been quiet."""

    def __init__(self, escape_quiet: float = ESCAPE_QUIET) -> None:
        """``escape_quiet``: seconds after which a held Esc is the Esc key."""
        self._escape_quiet = escape_quiet
        self._held = ""
        self._lone = False  # what is held began with an Esc that was the last character of its read
        self._pasting = False
        self._paste: list[str] = []
        self._adrift = False  # a paste was delivered without its end; the rest may still come

    @property
    def pasting(self) -> bool:
        """Whether a paste has begun and not ended."""
        return self._pasting

    @property
    def quiet(self) -> float | None:
        """Seconds of quiet after which ``flush`` is due; None when nothing is held."""
        if self._pasting:
            return PASTE_QUIET
        return self._escape_quiet if self._held else None

    def feed(self, chars: str) -> list[Piece]:
        """Take the characters of one read and return what is certain by now."""
        if self._adrift and chars:
            self._come_ashore(chars)
        data, self._held = self._held + chars, ""
        pieces: list[Piece] = []
        position = 0
        while position < len(data):
            if self._pasting:
                position = self._take_paste(data, position, pieces)
            elif data[position] == ESC:
                position = self._take_escape(data, position, pieces)
                self._lone = self._lone and bool(self._held)
            else:
                end = data.find(ESC, position)
                end = len(data) if end < 0 else end
                pieces.append(Keys(data[position:end]))
                position = end
        return pieces

    def flush(self) -> list[Piece]:
        """Decide about what is held, because nothing has come for ``quiet`` seconds."""
        held, self._held = self._held, ""
        lone, self._lone = self._lone, False
        if self._pasting:
            self._paste.append(held)
            self._adrift = True
            return [self._finish_paste()]
        if held == ESC:
            return [Escape()]
        if len(held) == _INTRODUCER:
            return [Escape(), Keys(held[1])] if lone else [Alt(held[1])]
        return []

    def _come_ashore(self, chars: str) -> None:
        self._adrift = False
        start, end = chars.find(PASTE_START), chars.find(PASTE_END)
        if 0 <= end < start or (start < 0 and (end >= 0 or len(chars) > _BURST)):
            self._pasting = True

    def _take_paste(self, data: str, position: int, pieces: list[Piece]) -> int:
        end = data.find(PASTE_END, position)
        if end >= 0:
            self._paste.append(data[position:end])
            pieces.append(self._finish_paste())
            return end + len(PASTE_END)
        last = data.rfind(ESC, max(position, len(data) - len(PASTE_END) + 1))
        cut = last if last >= 0 and PASTE_END.startswith(data[last:]) else len(data)
        self._paste.append(data[position:cut])
        self._held = data[cut:]
        return len(data)

    def _finish_paste(self) -> Pasted:
        text = "".join(self._paste)
        self._paste.clear()
        self._pasting = False
        return Pasted(text.replace("\r\n", "\n").replace("\r", "\n"))

    def _take_escape(self, data: str, position: int, pieces: list[Piece]) -> int:
        if match := _COMPLETE.match(data, position):
            return self._take_sequence(match[0], position, pieces)
        beginning = _BEGINNING.match(data, position)
        end = beginning.end() if beginning else position
        if end == len(data):
            self._held = data[position:]
            self._lone = self._lone or self._held == ESC
            return end
        if end - position > _INTRODUCER:
            return end  # cut short: noise
        if self._lone or data[position + 1] == ESC:
            pieces.append(Escape())
            return position + 1
        pieces.append(Alt(data[position + 1]))
        return position + 2

    def _take_sequence(self, sequence: str, position: int, pieces: list[Piece]) -> int:
        if sequence == PASTE_START:
            self._pasting = True
        elif self._lone and sequence[1] == "O" and sequence[2] not in "ABCDFHMPQRS":
            pieces += (Escape(), Keys(sequence[1:]))  # Esc, and then a word with a capital O, typed quickly
        elif sequence != PASTE_END:
            pieces.append(Sequence(sequence))
        return position + len(sequence)


class Bursts:
    """Knows a paste by its speed, for consoles that type one out and do not mark where it begins and ends.

    Only what has a line break in it is marked: that is where an Enter would be obeyed.
    """

    def __init__(self) -> None:
        self._last = float("-inf")  # when a burst was last going on

    def mark(self, chars: str, now: float, *, pasting: bool) -> str:
        """The characters of one read, marked as a paste where they are one."""
        if pasting or ESC in chars or (len(chars) < _TYPED_OUT and now - self._last > _TYPED_ON):
            return chars
        self._last = now
        return f"{PASTE_START}{chars}{PASTE_END}" if "\r" in chars or "\n" in chars else chars
