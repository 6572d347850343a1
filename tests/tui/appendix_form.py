"""An appendix as tests compare it: what was made, and what was read back from a Word file or from Markdown."""

from collections.abc import Iterator

from guide.frozen import Value
from tui.documents.model import Block as Told
from tui.documents.model import Bullets, Document, Line, ListItem, Look, Paragraph, Span, Table

__all__ = ["Line", "Look", "Span"]
Item = ListItem


class AppendixParagraph(Value):
    """A paragraph; one that ``leads`` stays on the page with what follows."""

    line: Line
    leads: bool = False


class Listing(Value):
    """A list, each line with a bullet or, ``bulleted`` being False, with what it begins with itself."""

    items: tuple[Item, ...]
    bulleted: bool = True


class AppendixRow(Value):
    """What questions serve, a paragraph each, and the questions with their probes below them."""

    head: tuple[Line, ...]
    items: tuple[Item, ...]


class AppendixTable(Value):
    """The two columns; ``heads`` stand above them, again on every page."""

    heads: tuple[str, str]
    rows: tuple[AppendixRow, ...]


Block = AppendixParagraph | Listing | AppendixTable


class Appendix(Value):
    """The whole appendix; ``language`` is a tag such as nb-NO."""

    title: str
    language: str
    blocks: tuple[Block, ...]


def form_of(document: Document) -> Appendix:
    """What was made, in the form in which it is read back."""
    return Appendix(document.title, document.language, tuple(map(_block, document.lead)))


def _block(block: Told) -> Block:
    match block:
        case Paragraph(text=tuple(line)):
            return AppendixParagraph(line, block.kind == "lead")
        case Bullets():
            return Listing(tuple(item for item in block.items if isinstance(item, ListItem)), block.bulleted)
        case Table():
            left, right = (column.name for column in block.columns)
            return AppendixTable((left, right), tuple(_rows(block)))
        case _:
            raise AssertionError(block)


def _rows(table: Table) -> Iterator[AppendixRow]:
    for row in (row for group in table.groups for row in group.rows):
        head, items = (cell.parts for cell in row.cells)
        yield AppendixRow(
            tuple(part for part in head if not isinstance(part, ListItem)),
            tuple(part for part in items if isinstance(part, ListItem)),
        )
