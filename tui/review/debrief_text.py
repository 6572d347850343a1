"""The debrief for reading in a terminal: tables of 74 cells, moves beside what else was noticed."""

from collections.abc import Sequence
from itertools import zip_longest
from textwrap import wrap

from rich.cells import cell_len, set_cell_size

from interviews.debriefing import Debrief
from tui.review.debrief_rows import DebriefTable, cautions, debrief_tables, observed, remarks
from tui.verbatim import visible_lines
from tui.words import Words

_LEAD, _CELL, _HALF, _BETWEEN = 27, 15, 34, 4
_ROOM = _LEAD + 3 * _CELL


def debrief_lines(found: Debrief, words: Words) -> list[str]:
    """How the interview was led, as far as anybody measured it."""
    fates = [f"{words(f'review_fate_{fate}')} {count}" for fate, count in found.follow_ups.items() if count]
    followed = [f"  {words('debrief_follow_ups')}: {' · '.join(fates)}"] if fates else []
    if not found.watched:
        return [f"{words('debrief_observed')}: {words('debrief_not_measured')}", *followed]
    waits, talk, moves, signs = debrief_tables(found, words)
    lines = [f"{words('debrief_title')} · {words('debrief_observed').lower()}: {observed(found, words)}"]
    lines += [line for caution in cautions(found, words) for line in _aside(caution)]
    lines += ["", *_table(waits), "", *_table(talk), ""]
    if moves.instead or signs.instead:
        for table in (moves, signs):
            lines += [f"  {table.title}: {table.instead}"] if table.instead else [*_table(table)]
    else:
        lines += [*_beside(_half(moves), _half(signs)), *_aside(moves.aside)]
    lines += ["", *followed] if followed else []
    if found.remarks:
        lines += ["", f"  {words('debrief_remarks')}", *_remarks(found)]
    return lines


def _table(table: DebriefTable) -> list[str]:
    head = f"  {_left(table.title, _LEAD)}" + "".join(_right(cell, _CELL) for cell in table.heads)
    rows = [f"  {_left(lead, _LEAD)}" + "".join(_right(cell, _CELL) for cell in cells) for lead, *cells in table.rows]
    return [head, f"  {'─' * (_LEAD + _CELL * len(table.heads))}", *rows, *_aside(table.aside)]


def _half(table: DebriefTable) -> list[str]:
    rows = [_left(lead, _HALF - 4) + _right(cell, 4) for lead, cell in table.rows]
    return [table.title, "─" * _HALF, *rows]


def _beside(left: Sequence[str], right: Sequence[str]) -> list[str]:
    return [
        f"  {_left(one, _HALF + _BETWEEN)}{other}".rstrip() for one, other in zip_longest(left, right, fillvalue="")
    ]


def _aside(text: str) -> list[str]:
    return [f"  {line}" for line in wrap(text, _ROOM)]


def _remarks(found: Debrief) -> list[str]:
    lines = []
    for remark in remarks(found):
        first, *rest = visible_lines(remark)
        lines += [f"    {first}", *(f"           {line}" for line in rest)]
    return lines


def _left(text: str, width: int) -> str:
    return set_cell_size(text, width) if cell_len(text) < width else f"{text} "


def _right(text: str, width: int) -> str:
    return " " * max(width - cell_len(text), 1) + text
