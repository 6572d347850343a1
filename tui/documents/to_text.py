"""A document as text for a terminal.

Tables of signs keep their columns, and go over several tables where the terminal is too narrow for all of them; tables
of words wrap within their columns. What people wrote stands on lines of its own, as it was written. For those to whom
signs and columns say nothing it is written ``in_words``: each row a line, no legend and no drawing.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from rich.cells import cell_len, set_cell_size

from tui.documents.model import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Entries,
    Entry,
    Facts,
    Figure,
    Legend,
    Line,
    ListItem,
    Outline,
    OutlineItem,
    Paragraph,
    Row,
    Section,
    Table,
    plain,
)
from tui.escape import escape_controls, visible_lines

WIDTH = 80
"""As wide as a table is where nobody says how wide the terminal is."""

LABEL = 29
"""The width of a label beside an id, its blank included."""

_SIGNS = 8
"""The width of a column of signs, its blank included."""

_LONGEST_NAME = 10
"""Cells of a column's name for which the column is made wider."""

_WIDE, _MOST = 120, 90
"""From so many cells on whole wordings stand for labels, in so many at most."""

_GAP = 2
_CLOSE = (Facts, Paragraph, Legend, Bullets)
"""What stands without an empty line below what is of these too."""


def document_text(document: Document, width: int = WIDTH, *, in_words: bool = False, apart: bool = False) -> str:
    """The whole but its long sections; the title stands ``apart`` with an empty line below it."""
    blocks = _without_long((*document.lead, *document.sections))
    title = [escape_controls(document.title), *([""] if apart else [])]
    return "\n".join([*title, *_lines(blocks, width, in_words=in_words)])


def _without_long(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, Section):
            yield block
        elif not block.long:
            yield block.but(blocks=tuple(_without_long(block.blocks)))


def text_of(blocks: Iterable[Block], width: int = WIDTH, *, in_words: bool = False) -> str:
    """Some blocks one below another."""
    return "\n".join(_lines(blocks, width, in_words=in_words))


def pad(text: str, width: int) -> str:
    """The text in so many cells, the last of them blank."""
    text = escape_controls(text)
    if cell_len(text) < width:
        return set_cell_size(text, width)
    return set_cell_size(text, width - 2).rstrip() + "… " if width > 2 else set_cell_size(text, width)


def _lines(blocks: Iterable[Block], width: int, *, in_words: bool, headed: bool = False) -> Iterator[str]:
    """Blocks one below another; an outline under a heading stands two cells in."""
    above: Block | None = None
    for block in blocks:
        if isinstance(block, Outline):
            lines = list(_outline(block.items, width, "  " * headed, tuple(mark_columns(block))))
        else:
            lines = list(_block(block, width, in_words=in_words))
        if lines and above is not None and not (isinstance(above, _CLOSE) and isinstance(block, _CLOSE)):
            yield ""
        if lines:
            above = block
        yield from lines


def _block(block: Block, width: int, *, in_words: bool) -> Iterator[str]:
    match block:
        case Legend() | Figure() if in_words:
            return
        case Table() if in_words:
            yield from _told(block, width)
        case Paragraph():
            yield from wrap_text(plain(block.text), width)
        case Facts():
            for name, fact in block.pairs:
                yield from wrap_text(f"{name}: {fact}", width, later="  ")
        case Bullets():
            yield from _bullets(block, width, marked=block.bulleted and not in_words)
        case Legend():
            yield from _one_after_another([f"{sign} {said}" for sign, said in block.pairs], width)
        case Table():
            yield from _signs(block, width) if block.wide else _words(block, width)
        case Figure():
            yield from block.lines
        case Entries():
            for entry in block.entries:
                yield from _entry(entry, width)
        case Section():
            yield from wrap_text(block.title, width)
            yield from _lines(block.blocks, width, in_words=in_words, headed=True)


def wrap_text(text: str, width: int, first: str = "", later: str = "") -> Iterator[str]:
    """A text whose lines stay lines, each broken between words where it is too long."""
    for place, line in enumerate(visible_lines(text)):
        lead = first if place == 0 else later
        if cell_len(lead + line) <= width:
            yield (lead + line).rstrip()
        else:
            yield from wrap(
                line, width, initial_indent=lead, subsequent_indent=later, break_on_hyphens=False, expand_tabs=False
            )


def _bullets(block: Bullets, width: int, *, marked: bool) -> Iterator[str]:
    mark = "· " if marked else ""
    for item in block.items:
        line, below = (item, ()) if isinstance(item, str) else (item.line, item.below)
        yield from wrap_text(plain(line), width, f"  {mark}", "    ")
        for one in below:
            yield from wrap_text(plain(one), width, f"    {'– ' if marked else ''}", "      ")


def mark_columns(block: Outline) -> Iterator[int]:
    """How wide the marks of each depth are, but for signs; those that are too long push their own line alone."""
    items, least = block.items, (*block.columns,)
    while items:
        names = (cell_len(mark) for item in items if not _is_sign(mark := plain(item.mark)))
        yield max([*least[:1], *(wide for wide in names if wide <= _LONGEST_NAME)], default=0)
        items, least = tuple(below for item in items for below in item.below), least[1:]


def _is_sign(mark: str) -> bool:
    return len(mark) == 1 and not mark.isalnum()


def _outline(items: Sequence[OutlineItem], width: int, indent: str, columns: tuple[int, ...]) -> Iterator[str]:
    """Lines behind their marks, and what is below a line under its text."""
    column, *deeper = columns
    for item in items:
        mark = escape_controls(plain(item.mark))
        wide = max(1 if _is_sign(mark) else column, cell_len(mark))
        lead = f"{indent}{set_cell_size(mark, wide)} " if wide else indent
        yield from wrap_text(plain(item.line), width, lead, " " * cell_len(lead))
        if item.below:
            yield from _outline(item.below, width, " " * cell_len(lead), tuple(deeper))


def _one_after_another(items: Sequence[str], width: int) -> Iterator[str]:
    """Items with two blanks between them, each whole on its line."""
    line = ""
    for item in items:
        if line and cell_len(line) + _GAP + cell_len(item) > width:
            yield line
            line = ""
        line = f"{line}{' ' * _GAP if line else ''}{item}"
    if line:
        yield line


def _entry(entry: Entry, width: int) -> Iterator[str]:
    """When and what, then the words: behind it where there is room for all of them, else below."""
    head = escape_controls(" · ".join(part for part in (entry.code, *entry.head) if part))
    said = visible_lines(entry.text or entry.instead)
    tail = f" ({escape_controls(' · '.join(entry.tail))})" if entry.tail else ""
    if len(said) == 1 and cell_len(f"  {head}: {said[0]}{tail}") <= width:
        yield f"  {head}: {said[0]}{tail}"
        return
    yield f"  {head}:"
    yield from (f"      {line}" for line in said[:-1])
    yield f"      {said[-1]}{tail}"


def label_width(labels: Iterable[str], width: int, beside: int) -> int:
    """How wide the column of labels is, with ``beside`` cells for the others: from 120 cells on it takes wordings."""
    longest = max((cell_len(escape_controls(label)) for label in labels), default=0) + 1
    return max(LABEL, min(width - beside, longest, _MOST)) if width >= _WIDE else LABEL


def _signs(table: Table, width: int) -> Iterator[str]:
    """A table of signs: as many of its columns as there is room for, then the next ones below."""
    every = [*(row for group in table.groups for row in group.rows), *table.foot]
    margin = max([3, *(cell_len(group.margin) for group in table.groups)]) + 1 if table.has_margin else 0
    labelled = any(row.aside for row in every)
    heads = max([4, *(cell_len(row.head) for row in every if row.aside or not labelled)]) + 1
    room = width - margin - heads - (LABEL if labelled else 0)
    if table.caption:
        yield from wrap_text(table.caption, width)
    for place, shown in enumerate(_fitting(_sign_widths(table, every), room)):
        if place:
            yield ""
        beside = margin + heads + sum(shown.values())
        label = label_width((row.whole for row in every), width, beside) if labelled else 0
        yield from _column_heads(table.columns, shown, margin + heads + label, width)
        for group in table.groups:
            for number, row in enumerate(group.rows):
                name = pad(group.margin if number == 0 else "", margin) if margin else ""
                yield name + _sign_row(row, shown, heads, label)
        for row in table.foot:
            yield (pad("", margin) if margin else "") + _sign_row(row, shown, heads, label)


def _sign_widths(table: Table, rows: Sequence[Row]) -> list[int]:
    """How wide each column is: a name longer than that is cut, unless a few cells more are enough for it."""
    cells = [max((cell_len(row.cells[place].text) for row in rows), default=0) for place in range(len(table.columns))]
    names = [min(cell_len(column.name), _LONGEST_NAME) for column in table.columns]
    return [max(_SIGNS if name else 0, cell + 1, name + 1) for cell, name in zip(cells, names, strict=True)]


def _fitting(widths: Sequence[int], room: int) -> Iterator[dict[int, int]]:
    """The columns by their places with their widths, as many at a time as there is room for, and one at least."""
    shown: dict[int, int] = {}
    for place, wide in enumerate(widths):
        if shown and sum(shown.values()) + wide > room:
            yield shown
            shown = {}
        shown[place] = wide
    yield shown


def _column_heads(columns: Sequence[Column], shown: dict[int, int], lead: int, width: int) -> Iterator[str]:
    here = [(columns[place], wide) for place, wide in shown.items()]
    if any(column.group for column, _ in here):
        groups = [
            (name, sum(wide for _, wide in members))
            for name, members in groupby(here, key=lambda column: column[0].group)
        ]
        name, wide = groups[-1]
        groups[-1] = name, max(wide, width - lead - sum(wide for _, wide in groups[:-1]) + 1)
        rows = [list(wrap_text(name, wide - 1)) for name, wide in groups]
        for left in range(max(map(len, rows)), 0, -1):  # the names end right above their columns
            parts = zip(rows, groups, strict=True)
            yield (
                " " * lead + "".join(pad(said[-left] if left <= len(said) else "", wide) for said, (_, wide) in parts)
            ).rstrip()
    yield (" " * lead + "".join(pad(column.name, wide) for column, wide in here)).rstrip()


def _sign_row(row: Row, shown: dict[int, int], heads: int, label: int) -> str:
    said = row.whole if row.whole and cell_len(escape_controls(row.whole)) < label else row.aside
    lead = pad(row.head, heads) + pad(said, label) if said and label else pad(row.head, heads + label)
    return (lead + "".join(pad(row.cells[place].text, wide) for place, wide in shown.items())).rstrip()


def _words(table: Table, width: int) -> Iterator[str]:
    """A table of words: each column as wide as it needs to be, the longer ones narrower where there is no room."""
    if table.caption:
        yield from wrap_text(table.caption, width)
    names = [*(head.text or head.spoken for head in table.heads), *(column.name for column in table.columns)]
    rows = [
        [*((group.margin if place == 0 else "",) if table.has_margin else ()), *_cell_texts(row, table)]
        for group in table.groups
        for place, row in enumerate(group.rows)
    ]
    rows += [[*(("",) if table.has_margin else ()), *_cell_texts(row, table)] for row in table.foot]
    widths = _widths([names, *rows], width - 2)
    yield from _word_row(names, widths)
    yield f"  {'─' * (sum(widths) + _GAP * (len(widths) - 1))}"
    for row in rows:
        yield from _word_row(row, widths)


def _told(table: Table, width: int) -> Iterator[str]:
    """A table for the ear: each row a line, however long, which names the column before each cell that says something."""
    caption = table.caption if table.told is None else table.told
    if caption:
        yield from wrap_text(caption, width)
    for name, members in groupby(table.columns, key=lambda column: column.group):
        if name:
            yield _sentence(f"{name}: {', '.join(column.name for column in members)}")
    for group in table.groups:
        name = group.spoken or (group.margin if table.has_margin else "")
        if name:
            yield _sentence(name)
        yield from (_told_row(row, table) for row in group.rows)
    yield from (_told_row(row, table) for row in table.foot)


def _told_row(row: Row, table: Table) -> str:
    said = [f"{row.head} {row.aside}".strip()]
    for column, cell in zip(table.columns, row.cells, strict=True):
        words = cell.spoken or _cell(cell).replace("\n", "; ")
        if words:
            said.append(words if cell.alone or not column.name else f"{column.name}: {words}")
    return " ".join(_sentence(one) for one in said if one)


def _sentence(text: str) -> str:
    text = " ".join(visible_lines(text))
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _cell_texts(row: Row, table: Table) -> list[str]:
    return [*((f"{row.head} {row.aside}".rstrip(),) if table.heads else ()), *map(_cell, row.cells)]


def _cell(cell: Cell) -> str:
    return "\n".join(line for part in cell.parts for line in _part(part)) if cell.parts else cell.text


def _part(part: Line | ListItem) -> Iterator[str]:
    if not isinstance(part, ListItem):
        yield plain(part)
        return
    yield f"· {plain(part.line)}"
    yield from (f"  – {plain(below)}" for below in part.below)


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The columns' widths: what they need, and where that is too much, the wide ones share what the others leave."""
    need = [max(max(map(cell_len, visible_lines(text))) for text in column) for column in zip(*rows, strict=True)]
    room = width - _GAP * (len(need) - 1)
    if sum(need) <= room:
        return need
    narrow: set[int] = set()
    while True:
        left = room - sum(need[place] for place in narrow)
        share = max(left // max(len(need) - len(narrow), 1), 8)
        more = {place for place, one in enumerate(need) if one <= share and place not in narrow}
        if not more:
            return [one if place in narrow else share for place, one in enumerate(need)]
        narrow |= more


def _word_row(texts: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    cells = [list(wrap_text(text, width)) for text, width in zip(texts, widths, strict=True)]
    for place in range(max(map(len, cells))):
        parts = [cell[place] if place < len(cell) else "" for cell in cells]
        line = (" " * _GAP).join(set_cell_size(part, width) for part, width in zip(parts, widths, strict=True))
        yield f"  {line}".rstrip()
