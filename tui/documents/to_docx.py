"""A document as a Word file.

In Word's own styles, ready to be pasted into a thesis.
"""

from collections.abc import Iterable, Mapping, Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from tui.documents.model import (
    Block,
    Bullets,
    Cell,
    Document,
    Entries,
    Entry,
    Facts,
    Figure,
    Legend,
    ListItem,
    Look,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from tui.documents.word_file import (
    keep_whole,
    members_of,
    new_document,
    new_row,
    pad_cells,
    repeat_head,
    set_columns,
    space,
    word_text,
)

_STYLES: dict[Look, str | None] = {"words": None, "ours": "Emphasis", "name": "Strong"}
_KINDS: dict[str, str] = {"caution": "Strong", "aside": "Emphasis"}
_WIDTH = 160  # millimetres between the margins
_LEFT = 55
_PADDING = (1.0, 1.9)
_SIGN_PADDING = (0.4, 0.8)
_BETWEEN = Pt(8)
_LISTS = ("List", "List 2", "List Bullet", "List Bullet 2")
_SIGNS = 8
"""As many columns of signs as an upright sheet has room for; more go over several tables."""
_DEEPEST = 6


def word_of(document: Document) -> Mapping[str, bytes]:
    """The file's members by their names, not signed yet."""
    headings = _DEEPEST if document.sections else 1
    made = new_document(document.language, headings)
    space(made, "Heading 1", 0, 10)
    for style in _LISTS:
        space(made, style, 0, 2)
    made.add_paragraph(word_text(document.title), "Heading 1")
    _blocks((*document.lead, *document.sections), made, 2)
    return members_of(made, document.title)


def _blocks(blocks: Iterable[Block], made: WordDocument, level: int) -> None:
    """Add blocks; lists and tables stand close by themselves, so what follows one of them gets some room."""
    above: Block | None = None
    for block in blocks:
        if isinstance(above, Bullets) and isinstance(block, Table):
            made.paragraphs[-1].paragraph_format.space_after = _BETWEEN
        _block(block, made, level)
        if isinstance(above, Bullets | Table) and isinstance(block, Paragraph):
            made.paragraphs[-1].paragraph_format.space_before = _BETWEEN
        above = block


def _block(block: Block, made: WordDocument, level: int) -> None:
    match block:
        case Paragraph():
            paragraph = made.add_paragraph()
            _line(block.text, paragraph, _KINDS.get(block.kind))
            if block.kind == "lead":
                spacing = paragraph.paragraph_format
                spacing.keep_with_next, spacing.space_before, spacing.space_after = True, _BETWEEN, Pt(2)
        case Facts():
            for name, fact in block.pairs:
                paragraph = made.add_paragraph(style="List")
                paragraph.add_run(word_text(f"{name}:"), "Strong")
                paragraph.add_run(f" {word_text(fact)}")
        case Bullets():
            styles = ("List Bullet", "List Bullet 2") if block.bulleted else ("List", "List 2")
            for item in block.items:
                line, below = (item, ()) if isinstance(item, str) else (item.line, item.below)
                _line(line, made.add_paragraph(style=styles[0]))
                for one in below:
                    _line(one, made.add_paragraph(style=styles[1]))
        case Legend():
            made.add_paragraph(word_text(" · ".join(f"{sign} {said}" for sign, said in block.pairs)))
        case Table():
            _table(block, made)
        case Figure():
            pass
        case Entries():
            for entry in block.entries:
                _entry(entry, made)
        case Section():
            if block.new_page:
                made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            made.add_paragraph(word_text(block.title), f"Heading {min(level, _DEEPEST)}")
            _blocks(block.blocks, made, level + 1)


def _line(text: Text, paragraph: WordParagraph, style: str | None = None) -> None:
    if isinstance(text, str):
        paragraph.add_run(word_text(text), style)
        return
    for place, span in enumerate(text):
        if place:
            paragraph.add_run(" ")
        paragraph.add_run(word_text(span.text), _STYLES[span.look])


def _entry(entry: Entry, made: WordDocument) -> None:
    head = made.add_paragraph(style="List")
    head.paragraph_format.keep_with_next = True
    head.add_run(word_text(entry.code), "Strong")
    head.add_run(word_text("".join(f" · {part}" for part in entry.head)))
    said = made.add_paragraph(word_text(entry.text or entry.instead), "List 2")
    if entry.tail:
        said.paragraph_format.keep_with_next = True
        made.add_paragraph(style="List 2").add_run(word_text(" · ".join(entry.tail)), "Emphasis")


def _table(table: Table, made: WordDocument) -> None:
    if table.caption:
        caption = made.add_paragraph()
        caption.add_run(word_text(table.caption), "Emphasis")
        caption.paragraph_format.keep_with_next = True
    step = _SIGNS if table.wide else max(len(table.columns), 1)
    for first in range(0, max(len(table.columns), 1), step):
        if first:
            made.add_paragraph()
        _part(table, slice(first, first + step), made)


def _part(table: Table, shown: slice, made: WordDocument) -> None:
    """A table of some columns: as many as there is room for."""
    columns = table.columns[shown]
    names = [*(head.text or head.spoken for head in table.heads)]
    names += [f"{column.name} ({column.group})" if column.group else column.name for column in columns]
    drawn = made.add_table(rows=1, cols=len(names), style="Table Grid")
    for cell, name in zip(drawn.rows[0].cells, names, strict=True):
        cell.paragraphs[0].add_run(word_text(name), "Strong")
    repeat_head(drawn.rows[0])
    for group in table.groups:
        for place, row in enumerate(group.rows):
            _row(row, table, group.margin if place == 0 else "", shown, new_row(drawn).cells)
    for row in table.foot:
        _row(row, table, "", shown, new_row(drawn).cells)
    keep_whole(drawn)
    set_columns(drawn, *_widths(table, len(columns)))
    pad_cells(drawn, *(_SIGN_PADDING if table.wide else _PADDING))


def _widths(table: Table, columns: int) -> Sequence[float]:
    if table.wide:
        lead = [14.0] * table.has_margin + [50.0]
        return [*lead, *[(_WIDTH - sum(lead)) / max(columns, 1)] * columns]
    if len(table.heads) + columns == 2:
        return (_LEFT, _WIDTH - _LEFT) if not table.heads else (40, _WIDTH - 40)
    return [_WIDTH / (len(table.heads) + columns)] * (len(table.heads) + columns)


def _row(row: Row, table: Table, margin: str, shown: slice, cells: tuple[_Cell, ...]) -> None:
    lead = [margin] if table.has_margin else []
    lead += [f"{row.head} {row.aside}".rstrip()] if table.heads else []
    for text, cell in zip(lead, cells, strict=False):
        cell.paragraphs[0].add_run(word_text(text))
    for told, cell in zip(row.cells[shown], cells[len(lead) :], strict=True):
        _cell(told, cell)


def _cell(told: Cell, cell: _Cell) -> None:
    if not told.parts:
        cell.paragraphs[0].add_run(word_text(told.text))
    for place, part in enumerate(told.parts):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        if isinstance(part, ListItem):
            _item(part, cell, paragraph)
        else:
            _line(part, paragraph)


def _item(item: ListItem, cell: _Cell, paragraph: WordParagraph) -> None:
    paragraph.style = "List Bullet"
    _line(item.line, paragraph)
    for below in item.below:
        _line(below, cell.add_paragraph(style="List Bullet 2"))
