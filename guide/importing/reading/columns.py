"""Columns that stand side by side with blanks between them, as a PDF's layout keeps them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from guide.importing.blocks import Block, Cell, Run, Spot, folded
from guide.importing.reading.pages import Row
from guide.importing.reading.wraps import unwrapped
from guide.importing.words.labels import labelled, typed_label
from guide.importing.words.texts import ends_sentence

_GAP = re.compile(r"\S(\s{3,})\S")
_FEWEST = 4  # lines in which both columns have words
_SHARE = 0.3  # of the table's lines
_NEAR = 2  # characters by which a column's lines may begin apart


def table_rows(rows: Sequence[Row]) -> tuple[int, int, int] | None:
    """Where a table of two columns begins and ends among the lines, and at which character its second column stands."""
    starts: Counter[int] = Counter()
    for row in rows:
        gap = next(_gaps(row.text), None)
        if gap is not None:
            starts[row.indent + gap.end() - 1] += 1
    if not starts:
        return None
    best = max(starts, key=lambda start: sum(starts[near] for near in range(start - _NEAR, start + _NEAR + 1)))
    both = [place for place, row in enumerate(rows) if _second(row, best) and row.indent < best - _NEAR]
    if len(both) < _FEWEST:
        return None
    first, last = both[0], both[-1]
    while last + 1 < len(rows) and rows[last + 1].indent >= best - _NEAR:
        last += 1
    inside = rows[first : last + 1]
    across = sum(not _second(row, best) and row.indent + len(row.text) > best + _NEAR for row in inside)
    if len(both) < _SHARE * len(inside) or 4 * across > len(inside):
        return None
    return first, last + 1, best


def _gaps(text: str) -> Iterator[re.Match[str]]:
    """The gaps between words; what follows a bullet or a number is none."""
    label = typed_label(text)
    first = 0 if label is None else label.start
    return (gap for gap in _GAP.finditer(text) if gap.start() >= first)


def _second(row: Row, start: int) -> bool:
    """Whether something begins where the second column stands, with blanks before it."""
    if row.indent >= start - _NEAR:
        return row.indent <= start + 8
    gap = next((gap for gap in _gaps(row.text) if abs(row.indent + gap.end() - 1 - start) <= _NEAR), None)
    return gap is not None


def cells(rows: Sequence[Row], start: int) -> tuple[Block, ...]:
    """The blocks of a table in layout, each with its cell."""
    done: list[Block] = []
    for number, group in enumerate(_groups(rows, start)):
        for column in (0, 1):
            own = [piece for row in group if (piece := _piece(row, start, column)) is not None]
            for line in unwrapped(own, width=_width(own)):
                words = folded([Run(line.text)])
                spot = Spot("line", {"number": f"{line.first}"})
                block = Block(words, spot, indent=6.0 * line.indent, cell=Cell(1, number, column, 2))
                done.append(labelled(block) if typed_label(line.text) is not None else block)
    return tuple(done)


def _width(rows: Sequence[Row]) -> int:
    return max((row.indent + len(row.text) for row in rows), default=0)


def _piece(row: Row, start: int, column: int) -> Row | None:
    """What a line has in one of the columns."""
    if row.indent >= start - _NEAR:
        return row.but(indent=max(0, row.indent - start)) if column == 1 else None
    for gap in _gaps(row.text):
        if abs(row.indent + gap.end() - 1 - start) <= _NEAR:
            left, right = row.text[: gap.start() + 1], row.text[gap.end() - 1 :]
            return row.but(text=left.strip()) if column == 0 else row.but(text=right.strip(), indent=0)
    return row if column == 0 else None


def _groups(rows: Sequence[Row], start: int) -> list[list[Row]]:
    """The table's rows: a new one begins where the left column says something new."""
    groups: list[list[Row]] = []
    left = ""
    for row in rows:
        words = _piece(row, start, 0)
        fresh = words is not None and (
            not left or row.apart or ends_sentence(left) or (words.text[:1].isupper() and _paused(groups[-1], start))
        )
        if not groups or fresh:
            groups.append([])
            left = ""
        groups[-1].append(row)
        left = words.text if words is not None else left
    return groups


def _paused(group: Sequence[Row], start: int) -> bool:
    """Whether the left column was empty in the line before."""
    return bool(group) and _piece(group[-1], start, 0) is None
