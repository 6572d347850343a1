"""An appendix as Markdown.

To be read as it is: the table's cells hold their lists with bullets typed out.

Tables in Markdown know no lists, so a cell's lines are parted by ``<br>``. Whatever the author wrote is escaped.
"""

from collections.abc import Callable, Iterator

from tui.appendix.blocks import Appendix, AppendixParagraph, AppendixRow, AppendixTable, Item, Line, Listing, Look
from tui.documents.to_markdown import broken, inline

_SIGNS: dict[Look, str] = {"words": "", "ours": "*", "name": "**"}
_BREAK = "<br>"
_BULLET, _BELOW = "• ", "&nbsp;&nbsp;◦ "


def markdown_of(appendix: Appendix) -> str:
    """The document, without a line break at its end."""
    blocks = [f"# {inline(appendix.title)}"]
    for block in appendix.blocks:
        match block:
            case AppendixParagraph():
                blocks.append(_line(block.line, broken))
            case Listing():
                blocks.append("\n".join(_listing(block)))
            case AppendixTable():
                blocks.append("\n".join(_table(block)))
    return "\n\n".join(blocks)


def _line(line: Line, written: Callable[[str], str]) -> str:
    return " ".join(f"{_SIGNS[span.look]}{written(span.text)}{_SIGNS[span.look]}" for span in line)


def _listing(listing: Listing) -> Iterator[str]:
    for item in listing.items:
        yield f"- {_line(item.line, lambda text: broken(text, '  '))}"
        for below in item.below:
            yield f"  - {_line(below, lambda text: broken(text, '    '))}"


def _table(table: AppendixTable) -> Iterator[str]:
    yield f"| {' | '.join(inline(head) for head in table.heads)} |"
    yield "| --- | --- |"
    for row in table.rows:
        yield f"| {_BREAK.join(_line(line, inline) for line in row.head)} | {_BREAK.join(_items(row))} |"


def _items(row: AppendixRow) -> Iterator[str]:
    for item in row.items:
        yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    yield f"{_BULLET}{_in_cell(item.line)}"
    yield from (f"{_BELOW}{_in_cell(below)}" for below in item.below)


def _in_cell(line: Line) -> str:
    return _line(line, lambda text: inline(text, _BREAK))
