"""A document as Markdown, readable as it is.

Whatever people wrote is escaped, so that every reader of Markdown shows it as it was written.
"""

import re
from collections.abc import Iterable, Iterator

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
    Line,
    ListItem,
    Look,
    Outline,
    OutlineItem,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Text,
    join,
    plain,
)
from tui.escape import visible_lines

_SIGNS = re.compile(r"[\\`*_\[\]<>&#|~$^@]")
"""Signs that may begin emphasis, code, links, HTML, entities, tags, tables, strike-through, formulas or mentions."""

_AT_START = re.compile(r"(?:[-+=:]|\d{1,9}(?=[.)](?:\s|$)))")
_LINKS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)")
_EMOJI = re.compile(r":(?=[a-z_+][\w+\-]*:)", re.IGNORECASE)
_BLANKS = re.compile(r"(?<= ) ")
_HARD = "\N{NO-BREAK SPACE}"


def inline(text: str, line_break: str = " ") -> str:
    """A text on one line of Markdown."""
    return line_break.join(_lines(text)) if text else ""


def broken(text: str, indent: str = "") -> str:
    """A text whose lines stay lines, within a paragraph or a list's item."""
    return f"\\\n{indent}".join(_lines(text))


def quote(text: str) -> list[str]:
    """A text's lines as they stand in a quotation, all but the last with a break that stays."""
    lines = _lines(text)
    return [*(f"{line}\\" for line in lines[:-1]), lines[-1]]


def _lines(text: str) -> list[str]:
    return [_escape_line(line) for line in visible_lines(text)]


def _escape_line(line: str) -> str:
    """One line, escaped; blanks that Markdown would swallow become hard ones."""
    inner = line.strip(" ")
    if not inner:
        return "&nbsp;" * max(len(line), 1)
    before = "&nbsp;" * (len(line) - len(line.lstrip(" ")))
    after = "&nbsp;" * (len(line) - len(line.rstrip(" ")))
    return before + _BLANKS.sub(_HARD, _escape(inner)) + after


def _escape(line: str) -> str:
    line = _SIGNS.sub(lambda found: f"\\{found[0]}", line)
    line = _LINKS.sub(lambda found: f"{found[1] or found[3]}\\{found[2] or found[4]}", line)
    line = _EMOJI.sub(r"\\:", line)
    start = _AT_START.match(line)
    if start is None:
        return line
    at = start.end() if start[0][0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"


MARKER = "<!-- intervjuguide: report, markdown -->"
"""By this line a report is known to be one, so that nothing else is ever written over."""

_LOOKS: dict[Look, tuple[str, str]] = {
    "words": ("", ""),
    "ours": ("*", "*"),
    "name": ("**", "**"),
    "source": ("[", "]"),
    "gone": ("~~", "~~"),
    "new": ("**", "**"),
}
_BREAK = "<br>"
_BULLET, _BELOW = "• ", "&nbsp;&nbsp;◦ "
"""Tables in Markdown know no lists: a cell's lines are parted by a break, its bullets typed out."""


def markdown_of(document: Document, marker: str = "") -> str:
    """The document, with a line break at its end; ``marker`` stands before it."""
    return "".join(markdown_pieces(document, marker))


def markdown_pieces(document: Document, marker: str = "") -> Iterator[str]:
    """The same line by line."""
    if marker:
        yield f"{marker}\n\n"
    yield f"# {inline(document.title)}\n"
    yield from _pieces((*document.lead, *document.sections), "\n")


def markdown_text(blocks: Iterable[Block]) -> str:
    """Some blocks one below another, without a title and a line break at the end."""
    return "".join(_pieces(blocks)).rstrip("\n")


def _pieces(blocks: Iterable[Block], blank: str = "") -> Iterator[str]:
    for block in blocks:
        for line in _block(block, 2):
            if line:
                yield f"{blank}{line}\n"
                blank = ""
            else:
                blank += "\n"


def _block(block: Block, level: int) -> Iterator[str]:
    match block:
        case Paragraph():
            if block.kind == "form":
                yield plain(block.text)
            elif block.kind == "sentences":
                yield from _line(block.text, sentences=True).split("\n")
            else:
                yield f"**{_line(block.text)}**" if block.kind == "caution" else _line(block.text)
        case Facts():
            yield from (f"- {inline(name)}: {broken(fact, '  ')}" for name, fact in block.pairs)
        case Bullets():
            for item in block.items:
                line, below = (item, ()) if isinstance(item, str) else (item.line, item.below)
                yield f"- {_line(line, '  ')}"
                yield from (f"  - {_line(one, '    ')}" for one in below)
        case Outline():
            yield from _outline(block.items)
        case Legend():
            yield " · ".join(f"{inline(sign)} {inline(said)}" for sign, said in block.pairs)
        case Table():
            yield from _table(block)
        case Figure():
            return
        case Entries():
            for entry in block.entries:
                yield from _entry(entry)
            return
        case Section():
            yield f"{'#' * min(level, 6)} {inline(block.title)}"
            yield ""
            for one in block.blocks:
                yield from _block(one, level + 1)
            return
    yield ""


def _outline(items: Iterable[OutlineItem], indent: str = "") -> Iterator[str]:
    for item in items:
        yield f"{indent}- {f'**{inline(plain(item.mark))}** ' if item.mark else ''}{_line(item.line, f'{indent}  ')}"
        yield from _outline(item.below, f"{indent}  ")


def _line(text: Text, indent: str = "", *, sentences: bool = False) -> str:
    """A line whose line breaks stay; of ``sentences`` each with a source ends a line."""
    if isinstance(text, str):
        return broken(text, indent)
    told = join(
        text, lambda span: _span(span, broken(span.text, indent)) + "\n" * (sentences and span.look == "source")
    )
    return told.replace("\n ", "\n").removesuffix("\n") if sentences else told


def _span(span: Span, text: str) -> str:
    before, after = _LOOKS[span.look]
    return f"{before}{text}{after}"


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield from (inline(table.caption), "")
    names = [f"{column.name} ({column.group})" if column.group else column.name for column in table.columns]
    heads = [*(head.text or head.spoken for head in table.heads), *names]
    yield _row_of([inline(head, _BREAK) for head in heads])
    yield _row_of(["---"] * len(heads))
    for group in table.groups:
        for place, row in enumerate(group.rows):
            yield _row(row, table, group.margin if place == 0 else "")
    yield from (_row(row.but(aside=""), table, "") for row in table.foot)


def _row(row: Row, table: Table, margin: str) -> str:
    lead = [margin] if table.has_margin else []
    lead += [f"{row.head} {row.aside}".rstrip()] if table.heads else []
    return _row_of([*(inline(one, _BREAK) for one in lead), *map(_cell, row.cells)])


def _row_of(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return _BREAK.join(line for part in cell.parts for line in _part(part)) if cell.parts else inline(cell.text, _BREAK)


def _part(part: Line | ListItem) -> Iterator[str]:
    if not isinstance(part, ListItem):
        yield _in_cell(part, " ")  # another line there would be another one of the cell's
        return
    yield f"{_BULLET}{_in_cell(part.line)}"
    yield from (f"{_BELOW}{_in_cell(below)}" for below in part.below)


def _in_cell(line: Line, line_break: str = _BREAK) -> str:
    return join(line, lambda span: _span(span, inline(span.text, line_break)))


def _entry(entry: Entry) -> Iterator[str]:
    yield f"- **{inline(entry.code)}** · {inline(' · '.join(entry.head))}"
    yield ""
    yield from (f"  > {line}" for line in quote(entry.text or entry.instead))
    yield ""
    if entry.tail:
        yield f"  {broken(' · '.join(entry.tail), '  ')}"
        yield ""
