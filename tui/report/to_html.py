"""A report as one HTML page.

No script, nothing from anywhere, well-formed as XML too.
"""

from importlib.resources import files
from itertools import groupby

from tui.report.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Entries,
    Entry,
    Facts,
    Legend,
    Paragraph,
    Picture,
    Report,
    Row,
    RowGroup,
    Section,
    Table,
)
from tui.report.element import Element, el, render
from tui.report.svg import hatches

_TOO_WIDE_FOR_PORTRAIT = 9


def table(block: Table) -> Element:
    """A table with its caption, in a box that it may scroll in."""
    body = [_group(group, block) for group in block.groups]
    foot = el("tfoot", *(_row(row, block, _corner(block)) for row in block.foot)) if block.foot else None
    look = "wide" if block.wide else "text"
    whole = el(
        "table",
        el("caption", el("span", block.caption), id=f"{block.name}-caption") if block.caption else None,
        el("thead", *_heads(block)),
        *body,
        foot,
        class_=look if block.has_margin else f"{look} flush",
    )
    if not block.wide:
        return whole
    return el(
        "div",
        whole,
        class_="box",
        role="region",
        tabindex="0",
        aria_labelledby=f"{block.name}-caption",
    )


def needs_landscape(block: Table) -> bool:
    """Whether a table has more columns than an upright sheet of paper has room for."""
    return block.wide and len(block.columns) > _TOO_WIDE_FOR_PORTRAIT


def _heads(block: Table) -> list[Element]:
    grouped = any(column.group for column in block.columns)
    names = [
        el("th", column.name, scope="col", class_=_edge(block, place)) for place, column in enumerate(block.columns)
    ]
    look = ("margin", "row") if block.has_margin else ("row",)
    tall = "2" if grouped else None
    lead = [
        _cell_for_ear("th", head.text, head.spoken, scope="col", class_=one, rowspan=tall)
        for head, one in zip(block.heads, look, strict=True)
    ]
    if not grouped:
        return [el("tr", *lead, *names)]
    return [el("tr", *lead, *_groups(block.columns)), el("tr", *names)]


def _groups(columns: tuple[Column, ...]) -> list[Element]:
    """A head over the columns that stand under one; the others have an empty cell above them."""
    heads = []
    for name, members in groupby(columns, key=lambda column: column.group):
        count = str(len(list(members)))
        heads.append(
            el("th", name, scope="colgroup", colspan=count, class_="group first") if name else el("td", colspan=count)
        )
    return heads


def _group(group: RowGroup, block: Table) -> Element:
    rows = []
    for place, row in enumerate(group.rows):
        margin = None
        if block.has_margin and place == 0:
            margin = _cell_for_ear(
                "th", group.margin, group.spoken, scope="rowgroup", rowspan=str(len(group.rows)), class_="margin"
            )
        rows.append(_row(row, block, margin))
    return el("tbody", *rows)


def _corner(block: Table) -> Element | None:
    return el("td", class_="margin") if block.has_margin else None


def _row(row: Row, block: Table, margin: Element | None) -> Element:
    head = el("th", row.head, *_aside(row), scope="row", class_="row")
    if not block.wide:
        return el("tr", margin, head, *(el("td", cell.text, class_="said") for cell in row.cells))
    cells = [_cell(cell, _edge(block, place)) for place, cell in enumerate(row.cells)]
    return el(
        "tr", margin, head, *cells, class_="sum" if any("sum" in cell.look.split() for cell in row.cells) else None
    )


def _aside(row: Row) -> list[Element | str]:
    """What follows a row's head; where there is a short and a whole way to say it, the page's width decides."""
    if not row.whole or row.whole == row.aside:
        return [f" {row.aside}"] if row.aside else []
    return [" ", el("span", row.aside, class_="short"), el("span", row.whole, class_="whole")]


def _edge(block: Table, place: int) -> str | None:
    """The class of cells that begin a group of columns."""
    group = block.columns[place].group
    return "first" if group and (place == 0 or block.columns[place - 1].group != group) else None


def _cell(cell: Cell, edge: str | None) -> Element:
    look = " ".join(name for name in (cell.look, edge) if name)
    return _cell_for_ear("td", cell.text, cell.spoken, class_=look or None)


def _cell_for_ear(tag: str, text: str, spoken: str, **attributes: str | None) -> Element:
    """A cell whose text is for the eye, with words for the ear beside it."""
    if not spoken:
        return el(tag, text, **attributes)
    sign = el("span", text, aria_hidden="true", class_="sign")
    return el(tag, sign, el("span", spoken, class_="spoken"), **attributes)


MARKER = "<!-- intervjuguide: report, html -->"
"""By this line a report is known to be one, so that nothing else is ever written over."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def html_of(report: Report) -> str:
    """The page."""
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", report.title),
        el("style", style),
    )
    body = el(
        "body",
        hatches(),
        el(
            "main",
            el("h1", report.title, lang=report.words_language),
            *(_block(block, 2) for block in report.lead),
            _contents(report),
            *(_block(section, 2) for section in report.sections),
        ),
    )
    return f"<!DOCTYPE html>\n{MARKER}\n{render(el('html', head, body, lang=report.language))}\n"


def _contents(report: Report) -> Element:
    named = [(section.name, section.title) for section in report.sections if section.name]
    links = [el("li", el("a", title, href=f"#{name}")) for name, title in named]
    return el("nav", el("ul", *links), aria_label=report.contents)


def _block(block: Block, level: int) -> Element:
    match block:
        case Paragraph():
            return el("p", block.text, class_=block.kind or None)
        case Facts():
            pairs = [part for name, fact in block.pairs for part in (el("dt", name), el("dd", fact))]
            return el("dl", *pairs, class_="facts")
        case Bullets():
            return el("ul", *(el("li", el("p", item)) for item in block.items))
        case Legend():
            items = [el("li", el("b", sign, class_="sign"), f" {said}") for sign, said in block.pairs]
            return el("ul", *items, class_="legend")
        case Table():
            return table(block)
        case Picture():
            return _picture(block)
        case Entries():
            return el("ul", *(_entry(one) for one in block.entries), class_="entries")
        case Section():
            return _section(block, level)


def _section(section: Section, level: int) -> Element:
    lying = any(isinstance(block, Table) and needs_landscape(block) for block in section.blocks)
    look = [name for name, wanted in (("new-page", section.new_page), ("landscape", lying)) if wanted]
    return el(
        "section",
        el(f"h{min(level, 6)}", section.title),
        *(_block(block, level + 1) for block in section.blocks),
        id=section.name or None,
        class_=" ".join(look) or None,
    )


def _picture(picture: Picture) -> Element:
    key = [el("li", sign, said) for sign, said in picture.key]
    return el(
        "figure",
        el("figcaption", picture.caption),
        picture.drawing,
        el("ul", *key, class_="legend") if key else None,
    )


def _entry(entry: Entry) -> Element:
    head = el("p", el("b", entry.code), " · ", " · ".join(entry.head), class_="quiet")
    said = el("blockquote", entry.text, dir="auto") if entry.text else el("p", entry.instead, class_="quiet")
    tail = el("p", " · ".join(entry.tail), class_="quiet") if entry.tail else None
    return el("li", head, said, tail, class_=f"entry {entry.kind}")
