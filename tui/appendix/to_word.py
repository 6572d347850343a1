"""An appendix as a Word document.

In Word's own styles, ready to be pasted into a thesis.
"""

from collections.abc import Mapping

from docx.document import Document
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from tui.appendix.blocks import (
    Appendix,
    AppendixParagraph,
    AppendixRow,
    AppendixTable,
    Block,
    Item,
    Line,
    Listing,
    Look,
)
from tui.appendix.word_file import (
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
_LEFT, _RIGHT = 55, 105  # millimetres
_PADDING = (1.0, 1.9)
_BETWEEN = Pt(8)
_LISTS = ("List", "List 2", "List Bullet", "List Bullet 2")


def word_of(appendix: Appendix) -> Mapping[str, bytes]:
    """The document's files by their names, not signed yet."""
    document = new_document(appendix.language)
    space(document, "Heading 1", 0, 10)
    for style in _LISTS:
        space(document, style, 0, 2)
    document.add_paragraph(word_text(appendix.title), "Heading 1")
    above: Block | None = None
    for block in appendix.blocks:
        _between(above, block, document)
        above = block
    return members_of(document, appendix.title)


def _between(above: Block | None, block: Block, document: Document) -> None:
    """Add a block; lists and tables stand close by themselves, so what follows one of them gets some room."""
    paragraphs = len(document.paragraphs)
    if isinstance(above, Listing) and isinstance(block, AppendixTable):
        document.paragraphs[-1].paragraph_format.space_after = _BETWEEN
    _block(block, document)
    if isinstance(above, Listing | AppendixTable) and isinstance(block, AppendixParagraph):
        document.paragraphs[paragraphs].paragraph_format.space_before = _BETWEEN


def _block(block: Block, document: Document) -> None:
    match block:
        case AppendixParagraph():
            paragraph = document.add_paragraph()
            _line(block.line, paragraph)
            if block.leads:
                spacing = paragraph.paragraph_format
                spacing.keep_with_next, spacing.space_before, spacing.space_after = True, _BETWEEN, Pt(2)
        case Listing():
            styles = ("List Bullet", "List Bullet 2") if block.bulleted else ("List", "List 2")
            for item in block.items:
                _line(item.line, document.add_paragraph(style=styles[0]))
                for below in item.below:
                    _line(below, document.add_paragraph(style=styles[1]))
        case AppendixTable():
            _table(block, document)


def _table(table: AppendixTable, document: Document) -> None:
    made = document.add_table(rows=1, cols=2, style="Table Grid")
    for cell, head in zip(made.rows[0].cells, table.heads, strict=True):
        cell.paragraphs[0].add_run(head, "Strong")
    repeat_head(made.rows[0])
    for row in table.rows:
        _row(row, new_row(made).cells)
    keep_whole(made)
    set_columns(made, _LEFT, _RIGHT)
    pad_cells(made, *_PADDING)


def _row(row: AppendixRow, cells: tuple[_Cell, ...]) -> None:
    left, right = cells
    for place, line in enumerate(row.head):
        _line(line, left.paragraphs[0] if place == 0 else left.add_paragraph())
    first = right.paragraphs[0]
    for place, item in enumerate(row.items):
        _item(item, right, first if place == 0 else None)


def _item(item: Item, cell: _Cell, paragraph: WordParagraph | None) -> None:
    if paragraph is None:
        paragraph = cell.add_paragraph()
    paragraph.style = "List Bullet"
    _line(item.line, paragraph)
    for below in item.below:
        _line(below, cell.add_paragraph(style="List Bullet 2"))


def _line(line: Line, paragraph: WordParagraph) -> None:
    for place, span in enumerate(line):
        if place:
            paragraph.add_run(" ")
        paragraph.add_run(word_text(span.text), _STYLES[span.look])
