"""Tables: what their columns hold.

A column is known by its heading, or else by its cells; its lines get that as a hint.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

from guide.importing.document_blocks import Cell
from guide.importing.structure.document_lines import DocumentLine, Hint
from guide.importing.structure.headings import is_guide_title, is_research_head, without_appendix, zone_of
from guide.importing.words.line_kinds import asks, condition, minutes_in, probe_lead
from guide.importing.words.lists import compiled
from guide.importing.words.sentences import addresses

Column = Literal["", "serves", "number", "research", "section", "question", "probe", "note", "minutes", "answer"]

_HEADS: tuple[tuple[Column, re.Pattern[str]], ...] = (  # the first one is taken
    ("question", compiled("", "column_question")),
    ("serves", compiled("", "column_serves")),
    ("research", compiled(".*", "column_research", after=".*")),
    ("probe", compiled(".*", "column_probe", after=".*")),
    ("number", compiled("", "column_number", after=r"\.?")),
    ("minutes", compiled(".*", "column_minutes", after=".*")),
    ("note", compiled(".*", "column_note", after=".*")),
    ("answer", compiled(".*", "column_answer", after=".*")),
    ("question", compiled(".*", "column_asked", after=".*")),
    ("section", compiled(".*", "column_section", after=".*")),
)
RESEARCH_IDS = re.compile(
    r"(?:(?:rq|fs|f)?\s?\d{1,2}|[A-H][a-z]?)(?:\s?(?:,|/|&|og|and|\+)\s?(?:(?:rq|fs|f)?\s?\d{1,2}|[A-H][a-z]?))*"
    r"|[-–—]",
    re.IGNORECASE,
)
"""What a cell that only names research questions looks like."""

_WORD = re.compile(r"[^\W\d_]{3}(?!\d)")
"""What tells a word from a number such as "2b" or "RQ1"."""

_MOST_OF_ROW = 16  # words in a heading across a table
_MOST_OF_HEAD = 8  # words in a column's heading


Cells = Sequence[tuple[Cell, tuple[DocumentLine, ...]]]
"""Cells with their lines, in reading order."""


def add_hints(lines: Sequence[DocumentLine]) -> tuple[DocumentLine, ...]:
    """The document's lines, those of tables with what their column says of them, in reading order.

    What stands beside the text parts no table.
    """
    done: list[DocumentLine] = []
    was_table = False
    table = 0
    tables = []
    for line in lines:
        table = table if line.block.aside else (line.block.cell.table if line.block.cell else 0)
        tables.append(table)
    for number, run in groupby(zip(tables, lines, strict=True), key=lambda one: one[0]):
        own = [line for _, line in run]
        if not number:
            if was_table:
                own[0] = own[0].but(hint="break")
            done += own
        else:
            above = [line for line in done if not line.block.aside][-1:]
            held = [line for line in own if not line.block.aside]
            listed = _research_list(held) if above and zone_of(above[0].text) == "research" else []
            done += listed or _of_table(held, opens=not above)
            done += (line for line in own if line.block.aside)
        was_table = bool(number)
    return tuple(done)


def _research_list(lines: list[DocumentLine]) -> list[DocumentLine]:
    """The rows of a table of research questions, each with its id before it, as a list; empty where it is another."""
    done: list[DocumentLine] = []
    for _, run in groupby(lines, key=lambda line: line.block.cell and line.block.cell.row):
        row = list(run)
        if not done and all(column_named(line.text) for line in row):
            done += (line.but(hint="label", block=line.block.but(cell=None)) for line in row)
        elif len(row) == 2 and RESEARCH_IDS.fullmatch(row[0].text) and not RESEARCH_IDS.fullmatch(row[1].text):
            name, told = row[0].text, row[1].block
            done.append(row[1].but(block=told.but(cell=None, kind="item", label=name, form="named")))
        else:
            return []
    return done


def _of_table(lines: list[DocumentLine], *, opens: bool) -> list[DocumentLine]:
    """A table's lines; ``opens`` says that the document begins with it."""
    cells = tuple(
        (cell, tuple(own)) for cell, own in groupby(lines, key=lambda line: line.block.cell) if cell is not None
    )
    width = max(cell.columns for cell, _ in cells)
    if width == 1:
        return _of_one_column(lines)
    rows = [list(run) for _, run in groupby(sorted(cells, key=lambda one: one[0].row), key=lambda one: one[0].row)]
    if _is_layout(cells):
        named = [line.block.bold and not line.asks for line in lines]
        looks = [{"kind": "heading", "level": 2} if name else {} for name in named]
        return [line.but(block=line.block.but(cell=None, **look)) for line, look in zip(lines, looks, strict=True)]
    apart = [one for row in rows[: _head_below(rows, width)] for one in row]
    apart += _with_title(rows[0]) if opens and not apart else ()
    done = [line.but(block=line.block.but(cell=None)) for _, own in apart for line in own]
    rows = [left for row in rows if (left := [one for one in row if one not in apart])]
    if not rows:
        return done
    first, body = rows[0], [one for row in rows[1:] for one in row]
    head = _is_head(first, width) or _is_unlike(first, body, width)
    columns: list[Column] = [""] * width
    whens = [""] * width
    for cell, own in first if head else ():
        columns[cell.column] = column_named(_join(own))
        whens[cell.column] = _when(_join(own))
    _by_content(body if head else [*first, *body], columns, headed=head)
    if "question" not in columns:
        return done + [line.but(hint="cell") for _, own in (*first, *body) for line in own]
    for at, row in enumerate(rows):
        if _is_between(rows, at, columns):
            place = (row[0][0].table, row[0][0].row)
            name, *more = [line for _, own in row for line in own]
            done += (name.but(hint="section", row=place), *(line.but(hint="note", row=place) for line in more))
        else:
            done += _of_row(row, columns, head=head, named=head and at == 0)
    return [line.but(when=whens[line.block.cell.column]) if line.block.cell else line for line in done]


def _with_title(row: Cells) -> Cells:
    """The cell in which a document's title stands, beside what is said about it or beside the first questions."""
    corner, own = row[0]
    silent = not any(line.asks for _, beside in row for line in beside)
    blocks = [line.block for line in own]
    named = any(is_guide_title(block.text) or (block.kind == "heading" and block.level == 0) for block in blocks)
    large = silent and any(block.kind == "heading" or block.size for block in blocks)
    if corner.column or any(line.asks for line in own) or not (named or large):
        return ()
    return row if silent else row[:1]


def _is_layout(cells: Cells) -> bool:
    """Whether a table only sets columns side by side: in several of them a bold name stands over questions."""
    asking = [(cell, own) for cell, own in cells if any(line.asks for line in own)]
    headed = all(own[0].block.bold and not own[0].asks and len(own) > 2 for _, own in asking)
    return headed and len({cell.column for cell, _ in asking}) > 1


def _head_below(rows: Sequence[Cells], width: int) -> int:
    """How many rows, a form's or with a title and what is said about the whole, stand above the columns' headings."""
    for at, row in enumerate(rows):
        named = [column_named(_join(own)) for _, own in row]
        known = "question" in named and sum(map(bool, named)) > 1
        if _is_head(row, width) and (known or (at > 1 and all(len(one) == 1 for one in rows[:at]))):
            return at
        if len(row) > 1 and any(line.asks for _, own in row for line in own):
            break
    return 0


def _of_one_column(lines: list[DocumentLine]) -> list[DocumentLine]:
    """Lines as if there were no table; the first row alone is a heading over the questions below it."""
    done = [line.but(block=line.block.but(cell=None)) for line in lines]
    alone = len(lines) > 1 and lines[0].block.cell != lines[1].block.cell
    heads = alone and not lines[0].asks and len(lines[0].text.split()) <= _MOST_OF_ROW
    if heads and any(line.asks for line in lines):
        done[0] = done[0].but(hint="row")
    return done


def _is_head(first: Cells, width: int) -> bool:
    if len(first) < 2 or any(cell.width == width for cell, _ in first):
        return False
    texts = [_join(own) for _, own in first]
    named = sum(bool(column_named(text)) for text in texts)
    if any(len(text.split()) > _MOST_OF_HEAD for text in texts) or (named < 2 and any(map(asks, texts))):
        return False
    return named > 0 or all(line.block.bold for _, own in first for line in own)


def _is_unlike(first: Cells, body: Cells, width: int) -> bool:
    """Whether no cell of the first row asks, though below one of them nearly all do: a heading that nobody knows."""
    if len(first) < 2 or any(cell.width == width or asks(_join(own)) for cell, own in first):
        return False
    below = [[_join(own) for cell, own in body if cell.column == top.column] for top, _ in first]
    return any(len(texts) > 1 and 4 * sum(map(asks, texts)) >= 3 * len(texts) for texts in below)


def column_named(text: str) -> Column:
    """What a column holds by its heading; "" where that is not known."""
    if _when(text):
        return "probe"
    bare = without_appendix(text)[1].strip(" :.*")
    return next((column for column, told in _HEADS if told.fullmatch(bare)), "")


def _when(text: str) -> str:
    """The condition that a column's heading says of its probes, "no" of "If no"; "" where it says none."""
    found = condition(text)
    return "" if found is None or found[2] else found[1]


def _join(lines: Iterable[DocumentLine]) -> str:
    return " ".join(line.text for line in lines)


def _by_content(body: Cells, columns: list[Column], *, headed: bool) -> None:
    """Name the columns that no heading names by what their cells hold."""
    width = len(columns)
    held: list[list[DocumentLine]] = [[] for _ in range(width)]
    filled = [0] * width
    beside = Counter(cell.row for cell, _ in body)
    for cell, own in body:
        names = not cell.column and beside[cell.row] == 1 and not any(line.asks for line in own)  # what stands below it
        if cell.width < width and not names:
            held[cell.column] += own
            filled[cell.column] += 1
    asked = [sum(line.asks for line in own) for own in held]
    both = [place for place in range(width) if columns[place] == "question"]
    silent = [place for place in both if not any(line.asks and addresses(line.text) for line in held[place])]
    for place in silent if len(silent) < len(both) else ():
        columns[place] = ""  # what a study asks, beside what its informants are asked
    if "question" not in columns:
        free = [place for place in range(width) if columns[place] in ("", "section", "note") and asked[place]]
        free = free or [place for place in range(width) if columns[place] == "probe" and asked[place]]
        if not free:
            return
        columns[_questions_of(free, asked, held, filled)] = "question"
    main = columns.index("question")
    left = next((place for place in range(main) if not columns[place] and asked[place]), None)
    if left is not None and _asks_first(asked, held, filled, left, main):
        columns[left], columns[main], main = "question", "probe", left
    for place in range(width):
        names = bool(held[place]) and all(RESEARCH_IDS.fullmatch(line.text) for line in held[place])
        if names and columns[place] in ("research", "section", "note")[: 3 if place > main else 1]:
            columns[place] = "serves"
        if not columns[place] and held[place]:
            columns[place] = _guess(held[place], filled[place], left=place < main, headed=headed)


def _questions_of(free: list[int], asked: list[int], held: list[list[DocumentLine]], filled: list[int]) -> int:
    """The column of the main questions: the one that asks the informant most; of two, the left if it has
    one a row.
    """
    you = [sum(line.asks and addresses(line.text) for line in held[place]) for place in free]
    best = free[max(range(len(free)), key=lambda at: (you[at], asked[free[at]]))]
    for place in free:
        if place < best and asked[place] >= 0.6 * filled[place] and you[free.index(place)] * 2 >= asked[place] > 1:
            return place
    return best


def _asks_first(
    asked: Sequence[int], held: Sequence[list[DocumentLine]], filled: Sequence[int], left: int, main: int
) -> bool:
    """Whether a column asks the informant one question a row, and the one to its right more about it."""
    you = sum(line.asks and addresses(line.text) for line in held[left])
    return asked[left] >= 0.6 * filled[left] and 2 * you >= asked[left] > 1 and asked[main] >= asked[left]


def _guess(lines: list[DocumentLine], filled: int, *, left: bool, headed: bool) -> Column:
    texts = [line.text for line in lines]
    asked = sum(line.asks for line in lines)
    if not left and all(map(RESEARCH_IDS.fullmatch, texts)):
        return "serves"
    if all((len(text) <= 4 and _WORD.search(text) is None) or not any(map(str.isalpha, text)) for text in texts):
        return "number"
    if sum(minutes_in(text, alone=True) is not None for text in texts) * 2 > len(texts):
        return "minutes"
    if left:
        return "research" if asked * 2 > filled else "section"
    if headed and not asked:
        return "note"  # a heading that nobody knows, and nothing to ask: meant for whoever wrote it
    short = sum(len(text.split()) for text in texts) <= 7 * len(texts)
    return "probe" if asked * 3 >= len(texts) or short else "note"


def _of_row(cells: Cells, columns: Sequence[Column], *, head: bool, named: bool) -> list[DocumentLine]:
    """One row; ``head`` says that the table has headings, ``named`` that they stand in this row."""
    place, width = (cells[0][0].table, cells[0][0].row), len(columns)
    lines = [line for _, own in cells for line in own]
    if named:
        return [line.but(hint="label", row=place) for line in lines]
    if len(cells) == 1 and (cells[0][0].width == width or cells[0][0].column == 0):
        return _of_lone(cells[0][0], cells[0][1], columns[cells[0][0].column], place, width)
    heads = not head and all(line.block.bold and not line.asks for line in lines)
    if heads and all(column_named(_join(own)) for _, own in cells):
        return [line.but(hint="label", row=place) for line in lines]
    done: list[DocumentLine] = []
    counted = any(columns[cell.column] == "number" for cell, _ in cells)
    for cell, own in cells:
        for at, line in enumerate(own):
            hint = _of_cell(line, columns[cell.column])
            follows = counted and at > 0 and hint == "question" and own[0].asks and line.asks and not line.block.label
            done.append(line.but(hint="probe" if follows else hint, row=place))  # one question has the row's number
    return sorted(done, key=lambda line: _FIRST[line.hint])


def _is_between(rows: Sequence[Cells], at: int, columns: Sequence[Column]) -> bool:
    """Whether a row without a number, between questions that have one, names the section of those below it."""
    near = [{columns[cell.column]: _join(own) for cell, own in row} for row in rows[max(0, at - 1) : at + 2]]
    own = near.pop(min(at, 1))
    name = own.get("question", "")
    counted = len(near) == 2 and all("number" in one for one in near)
    return counted and "number" not in own and bool(name) and _heads(name) and not any(map(asks, own.values()))


def _heads(text: str) -> bool:
    return not asks(text) and len(text.split()) <= _MOST_OF_ROW


def _of_lone(
    cell: Cell, lines: tuple[DocumentLine, ...], column: Column, place: tuple[int, int], width: int
) -> list[DocumentLine]:
    """A row with one cell: a heading across the table, or a cell that has nothing beside it."""
    only = _join(lines)
    across = cell.width == width
    named = column in ("", "number", "minutes") and re.search(r"[^\W\d_]{3}", only) is not None
    heads = _heads(only)
    if (across and heads) or (not across and named and (heads or any(line.block.label for line in lines))):
        return [line.but(hint="row" if at == 0 else "note", row=place) for at, line in enumerate(lines)]
    if across:
        hint: Hint = "research" if is_research_head(lines[0].block.named) else "question"
        return [line.but(hint=hint, row=place) for line in lines]
    return [line.but(hint=_HINTS[column], row=place) for line in lines]


def _of_cell(line: DocumentLine, column: Column) -> Hint:
    if column == "question" and probe_lead(line.text) is not None:
        return "question"
    return _HINTS[column]


_HINTS: dict[Column, Hint] = {
    "": "cell",
    "serves": "serves",
    "number": "label",
    "research": "research",
    "section": "section",
    "question": "question",
    "probe": "probe",
    "note": "note",
    "minutes": "minutes",
    "answer": "label",
}
_FIRST: dict[Hint, int] = {
    "label": 0,
    "break": 0,
    "row": 0,
    "research": 1,
    "section": 1,
    "": 2,
    "question": 3,
    "probe": 4,
    "note": 5,
    "cell": 6,
    "minutes": 6,
    "serves": 6,
}
