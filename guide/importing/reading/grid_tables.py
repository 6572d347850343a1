"""Grid tables, drawn with + and |.

So pandoc draws in its own Markdown every Word table whose cells hold more than a line. What markdown-it-py does not
know as a table it would take for text, borders and all.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from guide.frozen import Value
from guide.importing.document_blocks import Cell

_BORDER = re.compile(r" {0,3}\+(?:[-=:]{2,}\+)+ *")
_MOST_COLUMNS = 60
_INNER = re.compile(r"[-=:+ ]*[-=]{2,}[-=:+ ]*")
"""A border under some of the columns alone: it parts what stands above from what stands below."""


class GridCell(Value):
    """What stands in one cell: its lines, in Markdown of their own."""

    cell: Cell
    lines: tuple[str, ...]


class Grid(Value):
    """One table: its lines in the document, from 0, ``stop`` not included, and its cells in the order of reading."""

    start: int
    stop: int
    cells: tuple[GridCell, ...]


def find_grids(lines: Sequence[str]) -> Iterator[Grid]:
    """The grid tables among a document's lines; ``cell.table`` counts them from 1."""
    number = place = 0
    while place < len(lines):
        stop = place
        if _BORDER.fullmatch(lines[place]):
            while (
                stop < len(lines) and lines[stop].lstrip()[:1] in ("+", "|") and lines[stop].rstrip()[-1:] in ("+", "|")
            ):
                stop += 1
        while stop > place and not _BORDER.fullmatch(lines[stop - 1]):
            stop -= 1
        if stop - place > 2:
            borders = [at for at in range(place, stop) if _BORDER.fullmatch(lines[at])]
            crossings = sorted({at for border in borders for at, sign in enumerate(lines[border]) if sign == "+"})
            if len(crossings) <= _MOST_COLUMNS:
                number += 1
                yield Grid(place, stop, tuple(_cells(lines, borders, crossings, number)))
        place = max(stop, place + 1)


def _cells(lines: Sequence[str], borders: Sequence[int], crossings: Sequence[int], table: int) -> Iterator[GridCell]:
    row = -1
    for top, bottom in pairwise(borders):
        inside = lines[top + 1 : bottom]
        if not inside:
            continue
        row += 1
        edges = [at for at in crossings if all(line[at : at + 1] in ("|", "+") for line in inside)]
        for left, right in pairwise(edges):
            cut = ["" if _INNER.fullmatch(text) else text for text in (line[left + 1 : right] for line in inside)]
            column = crossings.index(left)
            cell = Cell(table, row, column, len(crossings) - 1, crossings.index(right) - column)
            yield GridCell(cell, tuple(text.removeprefix(" ").rstrip() for text in cut))
