"""A report as Markdown: the same content without the pictures, fit to be read as it is.

Whatever people wrote is escaped, so that every reader of Markdown shows it as it was written.
"""

from collections.abc import Iterator

from tui.report.blocks import Block, Bullets, Entries, Entry, Facts, Legend, Paragraph, Picture, Report, Section, Table
from tui.report.markdown_text import broken, inline, quoted

MARKER = "<!-- intervjuguide: report, markdown -->"
"""By this line a report is known to be one, so that nothing else is ever written over."""


def markdown_of(report: Report) -> str:
    """The document."""
    lines = [MARKER, "", f"# {inline(report.title)}", ""]
    for block in (*report.lead, *report.sections):
        lines += _block(block, 2)
    return "\n".join(lines).rstrip("\n") + "\n"


def _block(block: Block, level: int) -> Iterator[str]:
    match block:
        case Paragraph():
            yield f"**{broken(block.text)}**" if block.kind == "caution" else broken(block.text)
        case Facts():
            yield from (f"- {inline(name)}: {broken(fact, '  ')}" for name, fact in block.pairs)
        case Bullets():
            yield from (f"- {broken(item, '  ')}" for item in block.items)
        case Legend():
            yield " · ".join(f"{inline(sign)} {inline(said)}" for sign, said in block.pairs)
        case Table():
            yield from _table(block)
        case Picture():
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


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield from (inline(table.caption), "")
    names = [f"{column.name} ({column.group})" if column.group else column.name for column in table.columns]
    heads = [*(head.text or head.spoken for head in table.heads), *names]
    yield _line(heads)
    yield _line_of(["---"] * len(heads))
    for group in table.groups:
        for place, row in enumerate(group.rows):
            margin = [group.margin if place == 0 else ""] if table.has_margin else []
            yield _line([*margin, f"{row.head} {row.aside}".rstrip(), *(cell.text for cell in row.cells)])
    for row in table.foot:
        yield _line([*([""] if table.has_margin else []), row.head, *(cell.text for cell in row.cells)])


def _line(cells: list[str]) -> str:
    return _line_of([inline(cell, "<br>") for cell in cells])


def _line_of(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _entry(entry: Entry) -> Iterator[str]:
    yield f"- **{inline(entry.code)}** · {inline(' · '.join(entry.head))}"
    yield ""
    yield from (f"  > {line}" for line in quoted(entry.text or entry.instead))
    yield ""
    if entry.tail:
        yield f"  {broken(' · '.join(entry.tail), '  ')}"
        yield ""
