"""The document cut at its headings, real ones and those that only look like one."""

import re
from collections.abc import Sequence

from guide.importing.structure.headings import Zone, announces_research, without_appendix, zone_of
from guide.importing.structure.lines import Line
from guide.importing.structure.pseudo import announced, asking_levels, heading_rank, own_question
from guide.importing.words.texts import addresses
from guide.values import Value

_INHERITED = frozenset({"opening", "closing", "after", "about", "research"})


class Part(Value):
    """A heading and the lines below it up to the next. ``above`` are the headings that it stands under."""

    head: Line | None
    zone: Zone
    lines: tuple[Line, ...]
    above: tuple[Line, ...] = ()
    research: tuple[Line, ...] = ()


class _Cut:
    """The parts while the lines go by."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self._head: Line | None = None
        self._zone: Zone = ""
        self._lines: list[Line] = []
        self._stack: list[tuple[float, Line, Zone]] = []
        self._research: tuple[Line, ...] = ()
        self._single = False

    def close(self) -> None:
        above = tuple(line for _, line, _ in self._stack if line is not self._head)
        if self._head is not None or self._lines or self._research:
            self.parts.append(Part(self._head, self._zone, tuple(self._lines), above, self._research))
        self._lines = []
        self._head = None
        self._research = ()

    def head(self, line: Line, rank: float) -> None:
        self.close()
        while self._stack and self._stack[-1][0] >= rank:
            self._stack.pop()
        own = zone_of(without_appendix(line.text)[1])
        inherited = next((zone for _, _, zone in reversed(self._stack) if zone in _INHERITED), "")
        if not own and announces_research(line.text):
            own = "research"
        self._zone = own or inherited  # type: ignore[assignment]
        told = own == "research" and _TOLD.search(line.text) is not None
        if not (line.inline or told):
            self._stack.append((rank, line, self._zone))
        self._head = line
        self._single = own == "research" and (line.inline or told)

    def target(self, lines: tuple[Line, ...]) -> None:
        self.close()
        self._stack = [entry for entry in self._stack if entry[0] < _TABLE - 1]
        self._zone = ""
        self._research = lines

    def beside(self, lines: tuple[Line, ...]) -> None:
        """The research questions in the same row as a title."""
        self._research = lines

    def after_table(self) -> None:
        self.close()
        self._stack = [entry for entry in self._stack if entry[0] < _TABLE - 1]
        self._zone = self._stack[-1][2] if self._stack else ""

    def line(self, line: Line) -> None:
        if self._single and self._lines and not _one_more(self._head, line):
            self.close()
            self._zone = ""
        self._lines.append(line)


_TABLE = 50.0
_TOLD = re.compile(r"\b(?:is|was|er)\W*$", re.IGNORECASE)
_ONE = re.compile(r"\b(?:question|spørsmålet|is|was|er)\b\W*$", re.IGNORECASE)


def _one_more(head: Line | None, line: Line) -> bool:
    """Whether a line goes on with the research questions whose first stood beside their heading."""
    return head is None or (line.asks and not addresses(line.text) and _ONE.search(head.text) is None)


def cut(lines: Sequence[Line], *, numbered: float | None = None) -> tuple[Part, ...]:
    """The parts of a document; asides are no part of any. ``numbered`` as for ``Levels``."""
    running = [line for line in lines if not line.block.aside]
    asking = asking_levels(running)
    first = next((at for at, line in enumerate(running) if line.asks and own_question(line)), len(running))
    found = _Cut()
    place = 0
    while place < len(running):
        line = running[place]
        if line.hint == "row":
            found.head(line, _TABLE - 1)
            place += 1
            continue
        if line.hint in ("section", "research"):
            place = _left_cell(running, place, found)
            continue
        if line.hint == "break":
            found.after_table()
        rank = heading_rank(running, place, asking, numbered=numbered)
        if rank is None and place < first and announced(running, place):
            rank = 22.0
        if rank is None:
            found.line(line)
        else:
            found.head(line, rank)
        place += 1
    found.close()
    return tuple(found.parts)


def _left_cell(lines: Sequence[Line], place: int, found: _Cut) -> int:
    """A table's left cell: a title, or the research questions that its row serves, or both."""
    row, end = lines[place].row, place
    while end < len(lines) and lines[end].hint in ("section", "research") and lines[end].row == row:
        end += 1
    cell = lines[place:end]
    titles = [line for line in cell if line.hint == "section" or (line.block.bold and not line.asks) or _is_topic(line)]
    targets = tuple(line for line in cell if line not in titles)
    if titles:
        found.head(titles[0], _TABLE)
        found.beside(targets)
        for more in titles[1:]:
            found.line(more.but(hint="note"))
    elif targets:
        found.target(targets)
    return end


def _is_topic(line: Line) -> bool:
    """Whether a cell among research questions is none: "Closing", "General"."""
    return not line.asks and (bool(zone_of(line.text)) or (not line.block.label and len(line.text.split()) <= 2))
