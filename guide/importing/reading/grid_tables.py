"""Grid tables, drawn with + and |, or with the signs made for drawing.

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


_BARS = str.maketrans(dict.fromkeys("│┃║┆┊╎╏", "|"))
_BORDERS = {
    **_BARS, **str.maketrans(dict.fromkeys("─━═┄┈╌╍", "-")),
    **str.maketrans(dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋╞╡╪╟╢╫", "+")),
}  # fmt: skip
"""The signs for drawing as those that are typed: in a line of words, and in one that begins a border."""

_TITLED = re.compile(r"(?:^[-=:+ ]*[-=]{2,}|[-=]{2,}[-=:+ ]*$)")
"""The rest of a border in which words stand: "+-- Follow up? ---+" """


class GridCell(Value):
    """What stands in one cell: its lines, in Markdown of their own, the first of them line ``start`` from 0."""

    cell: Cell
    start: int
    lines: tuple[str, ...]


class Grid(Value):
    """One table: its lines in the document, from 0, ``stop`` not included, and its cells in the order of reading."""

    start: int
    stop: int
    cells: tuple[GridCell, ...]


def find_grids(lines: Sequence[str]) -> Iterator[Grid]:
    """The grid tables among a document's lines; ``cell.table`` counts them from 1."""
    drawn = [*map(_typed, lines)]
    number = place = 0
    while place < len(drawn):
        stop = place
        if _BORDER.fullmatch(drawn[place]):
            while stop < len(drawn) and drawn[stop].lstrip()[:1] in ("+", "|"):
                stop += 1
        while stop > place and not _BORDER.fullmatch(drawn[stop - 1]):
            stop -= 1
        if stop - place > 2:
            borders = [at for at in range(place, stop) if _BORDER.fullmatch(drawn[at])]
            crossings = sorted({at for border in borders for at, sign in enumerate(drawn[border]) if sign == "+"})
            if len(crossings) <= _MOST_COLUMNS:
                number += 1
                cells = [*_cells(drawn, borders, crossings, number)]
                columns = max((one.cell.column + one.cell.width for one in cells), default=1)
                yield Grid(place, stop, tuple(one.but(cell=one.cell.but(columns=columns)) for one in cells))
        place = max(stop, place + 1)


def _typed(line: str) -> str:
    first = ord(line.lstrip()[:1] or " ")
    return line.translate(_BARS if first in _BARS else _BORDERS) if first in _BORDERS else line


def _cells(lines: Sequence[str], borders: Sequence[int], crossings: Sequence[int], table: int) -> Iterator[GridCell]:
    row = -1
    for top, bottom in pairwise(borders):
        inside = lines[top + 1 : bottom]
        if not inside:
            continue
        row += 1
        edges = [at for at in crossings if all(line[at : at + 1] in ("|", "+") for line in inside)]
        whole = all((_indent(line), len(line.rstrip()) - 1) == (crossings[0], crossings[-1]) for line in inside)
        if not whole or edges[-1:] != crossings[-1:]:
            yield from _crooked(inside, Cell(table, row, 0, 1), top + 1, len(crossings) - 1)
            continue
        for left, right in pairwise(edges):
            column = crossings.index(left)
            cell = Cell(table, row, column, 1, crossings.index(right) - column)
            yield GridCell(cell, top + 1, tuple(_words(line[left], line[left + 1 : right]) for line in inside))


def _crooked(inside: Sequence[str], cell: Cell, start: int, columns: int) -> Iterator[GridCell]:
    """The cells of a row whose lines do not end where its borders do: cut at its bars if each line has as many."""
    signs = [line.strip()[0] for line in inside]
    bare = [line.strip()[1:].removesuffix("|").removesuffix(sign) for sign, line in zip(signs, inside, strict=True)]
    cut = [text.split("|") for text in bare]
    one = columns == 1 or len(set(map(len, cut))) > 1
    for column, texts in enumerate([bare] if one else zip(*cut, strict=True)):
        own = cell.but(column=column, width=columns if one else 1)
        yield GridCell(own, start, tuple(map(_words, signs, texts)))


def _words(sign: str, text: str) -> str:
    """A line of a cell without what is drawn there; ``sign`` stands before it, + where a border begins."""
    text = _TITLED.sub("", text) if sign == "+" else text
    return "" if _INNER.fullmatch(text) else text.removeprefix(" ").rstrip()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
