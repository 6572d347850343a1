"""What a person would see: a terminal in memory, fed with the bytes that a program writes.

pyte does the work. Two things are added, because they decide what a test can trust. Sequences that pyte does not know
(queries, key protocols, titles) are left out before it draws half of them as text. And a character is what a person
takes for one: a family emoji or a letter with a separate accent fills the cells it fills in a present-day terminal,
and stays as it was written. Colours are left out too: half of what a program writes, and only text is read here.
"""

import re
from codecs import getincrementaldecoder
from functools import cache
from typing import Any

import pyte
from pyte import modes
from pyte.screens import Char
from wcwidth import iter_graphemes, wcswidth

SEQUENCE = re.compile(
    r"\x1b(?:"
    r"\[(?P<parameters>[0-?]*)(?P<between>[ -/]*)(?P<final>[@-~])"  # control sequences: colours, the cursor, modes
    r"|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\|(?=\x1b[^\\]))"  # strings: titles, answers to come, pictures
    r"|(?P<short>[ -/]*[0-OQ-WYZ\\`-~])"  # short ones
    r")?"
)
UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?|[ -/]*)\Z")
LONG_FORM = str.maketrans({"\x90": "\x1bP", "\x9b": "\x1b[", "\x9d": "\x1b]"})
ALTERNATE_SCREEN = 1049

# How many parameters pyte takes for each control sequence.
TAKEN = {**dict.fromkeys("@ABCDEFGJKLMPX`ade", 1), **dict.fromkeys("Hfr", 2)}
TAKEN_SHORT = frozenset("78DEHMc")

# Characters that fill one cell and take nothing to themselves: letters, punctuation, lines, blocks and shapes.
ONE_CELL = re.compile("[ -~\u00a1-\u00ac\u00ae-\u024f–—‘-”…‹›←↑→↓√∙\u2500-\u25fc]*")

cell = cache(Char)


class Screen(pyte.Screen):
    """A pyte screen with whole characters, and with the second screen that full-screen programs draw on."""

    behind: dict[int, Any] | None = None

    def draw(self, data: str) -> None:
        """Write text, one character as a person counts them after the other."""
        start = self.cursor.x
        if ONE_CELL.fullmatch(data) and start + len(data) <= self.columns and modes.IRM not in self.mode:
            self.buffer[self.cursor.y].update(enumerate(map(cell, data), start))
            self.cursor.x = start + len(data)
            self.dirty.add(self.cursor.y)
            return
        for character in iter_graphemes(data):
            self.draw_character(character)

    def draw_character(self, character: str) -> None:
        """Write one character into the cells it takes. One that takes none belongs to the cell before it."""
        width = wcswidth(character)
        if width > 0:
            super().draw("x" if width == 1 else "漢")
            self.put(self.cursor.x - width, character)
        elif width == 0 and self.cursor.x:
            at = self.cursor.x - 1
            at -= self.buffer[self.cursor.y][at].data == "" and at > 0
            self.put(at, self.buffer[self.cursor.y][at].data + character)

    def put(self, column: int, character: str) -> None:
        """Change what stands in a cell, and nothing else about it."""
        line = self.buffer[self.cursor.y]
        line[max(column, 0)] = line[max(column, 0)]._replace(data=character)
        self.dirty.add(self.cursor.y)

    def set_mode(self, *modes: int, **kwargs: bool) -> None:
        """Turn to the second screen, keeping the first, or do as pyte does."""
        super().set_mode(*modes, **kwargs)
        if kwargs.get("private") and ALTERNATE_SCREEN in modes and self.behind is None:
            self.save_cursor()
            self.behind = {row: line.copy() for row, line in self.buffer.items()}
            self.erase_in_display(2)

    def reset_mode(self, *modes: int, **kwargs: bool) -> None:
        """Turn back to the first screen as it was, or do as pyte does."""
        super().reset_mode(*modes, **kwargs)
        if kwargs.get("private") and ALTERNATE_SCREEN in modes and self.behind is not None:
            self.erase_in_display(2)
            for row, line in self.behind.items():
                self.buffer[row].update(line)
            self.behind = None
            self.restore_cursor()


class Emulator:
    """Bytes in, lines of text out."""

    def __init__(self, columns: int, rows: int) -> None:
        self.screen = Screen(columns, rows)
        self.stream = pyte.Stream(self.screen)
        self.decode = getincrementaldecoder("utf-8")("replace").decode
        self.rest = ""
        self.drawn: list[str] = []

    def feed(self, data: bytes) -> None:
        """Take in what the program wrote; a sequence cut in two waits for its other half."""
        text = self.rest + self.decode(data).translate(LONG_FORM)
        unfinished = UNFINISHED.search(text)
        end = unfinished.start() if unfinished else len(text)
        self.rest = text[end:]
        self.stream.feed(SEQUENCE.sub(known, text[:end]))

    def resize(self, columns: int, rows: int) -> None:
        """Change the size, as a window does."""
        self.screen.resize(rows, columns)

    def lines(self) -> list[str]:
        """The rows of the screen, without the blanks at their ends."""
        if len(self.drawn) != self.screen.lines:
            self.drawn = [""] * self.screen.lines
            self.screen.dirty.update(range(self.screen.lines))
        columns = range(self.screen.columns)
        for row in self.screen.dirty:
            if row < self.screen.lines:
                line = self.screen.buffer[row]
                self.drawn[row] = "".join([line[column].data for column in columns]).rstrip()
        self.screen.dirty.clear()
        return [*self.drawn]


def known(found: re.Match[str]) -> str:
    """The sequence as pyte can take it, or nothing."""
    parameters, final = found["parameters"], found["final"]
    if final is None:
        return found[0] if found["short"] and found["short"] in TAKEN_SHORT else ""
    if found["between"]:
        return ""
    if final in "hl" and re.fullmatch(r"\??[\d;]+", parameters):
        return found[0]
    if final in TAKEN and re.fullmatch(r"[\d;]*", parameters):
        return f"\x1b[{';'.join(parameters.split(';')[: TAKEN[final]])}{final}"
    return ""
