"""Entries of the conversation as wrapped rows."""

import re
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, Self

from rich.cells import cell_len, chop_cells

from guide.frozen import Value
from tui.escape import escape_controls, visible_lines

Side = Literal["left", "right", "quiet"]
Part = Literal["stamp", "head", "text"]

_STAMP = 6  # cells of the column of times
_INDENT = 8  # where the entries begin, in cells
_HEAD = 4  # cells of the column of identifiers, blank included
_RIGHT_SHARE = 0.8  # of the room beside the times, at most, for what stands on the right
_WORD = re.compile(r" *[^ ]+| +$")


class Entry(NamedTuple):
    """One turn: who speaks (``side``), when (``stamp``), what stands before the words (``head``), the words verbatim.

    ``kind`` names the style; ``key`` is the caller's own name for the entry. A tuple, for a conversation may have ten
    thousand, all made before it is shown, and all compared when it changes.
    """

    key: str
    side: Side
    stamp: str
    head: str
    text: str
    kind: str

    def but(self, **changes: Any) -> Self:
        """The same entry with some fields changed."""
        return self._replace(**changes)


class EntryRow(Value):
    """One row as drawn: parts with the cell each begins at, and what decides their style."""

    parts: tuple[tuple[Part, int, str], ...]
    side: Side
    kind: str


def wrap(text: str, width: int) -> list[str]:
    """Break ``text`` into lines of at most ``width`` cells, between words where it can.

    Nothing is dropped but the blanks at a break.
    """
    return [line for paragraph in visible_lines(text) for line in _wrap_one(paragraph, max(2, width))]


def _wrap_one(text: str, width: int) -> Iterator[str]:
    if cell_len(text) <= width:
        yield text
        return
    line, used = "", 0
    for word in _WORD.findall(text):
        cells = cell_len(word)
        if used + cells <= width:
            line, used = line + word, used + cells
            continue
        rest = word
        if line.strip():
            yield line
            rest = word.lstrip(" ")
        *whole, line = chop_cells(rest, width) or [""]
        yield from whole
        used = cell_len(line)
    if line:
        yield line


def rows_of(entry: Entry, width: int) -> list[EntryRow]:
    """Return the rows that ``entry`` takes in a view of ``width`` cells."""
    if entry.side == "right":
        return _right(entry, width)
    if entry.side == "quiet":
        return _quiet(entry, width)
    return _rows_at_left(entry, width)


def count_rows(entry: Entry, width: int) -> int:
    """How many rows ``rows_of`` returns; for most entries, which take one, without wrapping them."""
    text, room = entry.text, width - _indent(entry)
    if entry.side == "quiet":
        text = f"{entry.head} {text}" if entry.head else text
    elif entry.head:
        head = cell_len(escape_controls(entry.head))
        room = _right_room(room, head + bool(text)) if entry.side == "right" else room - max(_HEAD, head + 1)
    elif entry.side == "right":
        room = _right_room(room, 0)
    return 1 if text.isprintable() and cell_len(text) <= room else len(rows_of(entry, width))


def guess_rows(entry: Entry, width: int) -> int:
    """About how many rows it takes, at next to no cost."""
    return 1 + len(entry.text) // max(8, width - _INDENT)


def _right_room(room: int, head: int) -> int:
    return int(max(2, room) * _RIGHT_SHARE) - head


def _indent(entry: Entry) -> int:
    """Where the words of an entry begin: a time of many hours pushes them on, so that a blank is left behind it."""
    return max(_INDENT, cell_len(escape_controls(entry.stamp)) + 1)


def _stamp(entry: Entry) -> tuple[tuple[Part, int, str], ...]:
    stamp = escape_controls(entry.stamp)
    return (("stamp", max(0, _STAMP - cell_len(stamp)), stamp),) if stamp else ()


def _rows_at_left(entry: Entry, width: int) -> list[EntryRow]:
    head, indent = escape_controls(entry.head), _indent(entry)
    x = indent + (max(_HEAD, cell_len(head) + 1) if head else 0)
    first: tuple[tuple[Part, int, str], ...] = (*_stamp(entry), ("head", indent, head)) if head else _stamp(entry)
    lines = wrap(entry.text, width - x)
    return [
        EntryRow((*(first if number == 0 else ()), ("text", x, line)), entry.side, entry.kind)
        for number, line in enumerate(lines)
    ]


def _right(entry: Entry, width: int) -> list[EntryRow]:
    head, indent = escape_controls(entry.head), _indent(entry)
    head_cells = cell_len(head) + 1 if head and entry.text else cell_len(head)
    room = max(2, width - indent)
    lines = wrap(entry.text, _right_room(room, head_cells))
    x = max(indent + head_cells, width - max(map(cell_len, lines)))
    first = _stamp(entry) + ((("head", x - head_cells, head),) if head else ())
    return [
        EntryRow((*(first if number == 0 else ()), ("text", x, line)), entry.side, entry.kind)
        for number, line in enumerate(lines)
    ]


def _quiet(entry: Entry, width: int) -> list[EntryRow]:
    text, indent = f"{entry.head} {entry.text}" if entry.head else entry.text, _indent(entry)
    lines = wrap(text, max(1, width - indent)) or [""]
    return [
        EntryRow((*(_stamp(entry) if number == 0 else ()), ("text", indent, line)), entry.side, entry.kind)
        for number, line in enumerate(lines)
    ]
