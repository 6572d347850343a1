"""A document as one HTML page, in pieces.

No script, nothing from anywhere, well-formed as XML too. The pieces are strings in the page's order: whoever writes
them to a file holds no more than a block of the document at a time.
"""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import groupby

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
    Look,
    Outline,
    OutlineItem,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Span,
    Table,
    Text,
    join,
    plain,
)
from tui.documents.svg import hatches
from tui.escape import attribute, in_text

MARKER = "<!-- intervjuguide: report, html -->"
"""By this line a report is known to be one, so that nothing else is ever written over."""

_TOO_WIDE_FOR_PORTRAIT = 9
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_TAGS: dict[Look, str] = {"words": "", "ours": "em", "name": "b", "source": "", "gone": "del", "new": "ins"}


def html_pieces(document: Document) -> Iterator[str]:
    """The page, piece by piece."""
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    yield f"<!DOCTYPE html>\n{MARKER}\n" + page_head(document.title, document.language, style)
    yield f"<body>{hatches()}<main>"
    yield f'<h1 lang="{attribute(document.words_language)}">{in_text(document.title)}</h1>'
    for block in document.lead:
        yield from _block(block, 2)
    if document.contents:
        yield _contents(document)
    for section in document.sections:
        yield from _block(section, 2)
    yield "</main></body></html>\n"


def page_head(title: str, language: str, style: str) -> str:
    """A page from its first tag to its body, which may load and run nothing."""
    return (
        f'<html lang="{attribute(language)}"><head><meta charset="utf-8"/>'
        f'<meta http-equiv="Content-Security-Policy" content="{attribute(_POLICY)}"/>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
        f'<meta name="referrer" content="no-referrer"/><title>{in_text(title)}</title>'
        f"<style>{in_text(style)}</style></head>"
    )


def html_of(document: Document) -> str:
    """The whole page."""
    return "".join(html_pieces(document))


def _contents(document: Document) -> str:
    links = (
        f'<li><a href="#{attribute(one.name)}">{in_text(one.title)}</a></li>' for one in document.sections if one.name
    )
    return f'<nav aria-label="{attribute(document.contents)}"><ul>{"".join(links)}</ul></nav>'


def _block(block: Block, level: int, under: str = "") -> Iterator[str]:
    """A block; ``under`` is the anchor of the heading that it stands under, if that has one."""
    match block:
        case Paragraph():
            yield f"<p{_class(block.kind)}>{_line(block.text)}</p>"
        case Facts():
            pairs = (f"<dt>{in_text(name)}</dt><dd>{in_text(fact)}</dd>" for name, fact in block.pairs)
            yield f'<dl class="facts">{"".join(pairs)}</dl>'
        case Bullets():
            yield f"<ul{_class('' if block.bulleted else 'plain')}>{_items(block.items)}</ul>"
        case Outline():
            yield _outline(block.items)
        case Legend():
            items = (f'<li><b class="sign">{in_text(sign)}</b> {in_text(said)}</li>' for sign, said in block.pairs)
            yield f'<ul class="legend">{"".join(items)}</ul>'
        case Table():
            yield from _table(block, under)
        case Figure():
            if block.svg:
                key = "".join(f"<li>{sign}{in_text(said)}</li>" for sign, said in block.key)
                listed = f'<ul class="legend">{key}</ul>' if key else ""
                yield f"<figure><figcaption>{in_text(block.caption)}</figcaption>{block.svg}{listed}</figure>"
        case Entries():
            yield '<ul class="entries">'
            for entry in block.entries:
                yield _entry(entry)
            yield "</ul>"
        case Section():
            yield from _section(block, level, under)


def _section(section: Section, level: int, under: str) -> Iterator[str]:
    blocks = list(section.blocks)  # a section's own: those of the sections in it are made when these are written
    lying = any(isinstance(block, Table) and needs_landscape(block) for block in blocks)
    look = " ".join(name for name, wanted in (("new-page", section.new_page), ("landscape", lying)) if wanted)
    name, heading = attribute(section.name), f"h{min(level, 6)}"
    id, its_own = (f' id="{name}"', f' id="{name}-heading"') if name else ("", "")
    yield f"<section{id}{_class(look)}><{heading}{its_own}>{in_text(section.title)}</{heading}>"
    for block in blocks:
        yield from _block(block, level + 1, f"{name}-heading" if name else under)
    yield "</section>"


def _class(look: str) -> str:
    return f' class="{look}"' if look else ""


def _line(text: Text) -> str:
    if isinstance(text, str):
        return in_text(text)
    return join(text, _span)


def _span(span: Span) -> str:
    tag = _TAGS[span.look]
    if not tag:
        return in_text(span.shown)
    return f"<{tag}>{in_text(span.text)}</{tag}>"


def _items(items: Iterable[str | Line | ListItem]) -> str:
    return "".join(map(_item, items))


def _item(item: str | Line | ListItem) -> str:
    if not isinstance(item, ListItem):
        return f"<li><p>{_line(item)}</p></li>"
    below = f"<ul>{_items(item.below)}</ul>" if item.below else ""
    return f"<li><p>{_line(item.line)}</p>{below}</li>"


def _outline(items: Iterable[OutlineItem]) -> str:
    told = ""
    for item in items:
        mark = f"<b>{in_text(plain(item.mark))}</b> " if item.mark else ""
        told += f"<li><p>{mark}{_line(item.line)}</p>{_outline(item.below) if item.below else ''}</li>"
    return f'<ul class="plain">{told}</ul>'


def _table(block: Table, under: str) -> Iterator[str]:
    """A table with its caption, in a box that it may scroll in.

    Each interview has a table of the same caption, so the heading above is read out before it.
    """
    caption = f"{attribute(block.name)}-caption"
    look = "wide" if block.wide else "text"
    if block.wide:
        yield f'<div class="box" role="region" tabindex="0" aria-labelledby="{f"{under} {caption}".lstrip()}">'
    yield f'<table class="{look if block.has_margin else f"{look} flush"}">'
    if block.caption:
        yield f'<caption id="{caption}"><span>{in_text(block.caption)}</span></caption>'
    yield f"<thead>{_heads(block)}</thead>"
    edges = [_edge(block, place) for place in range(len(block.columns))]
    for group in block.groups:
        yield f"<tbody>{''.join(_rows(group, block, edges))}</tbody>"
    if block.foot:
        corner = '<td class="margin"></td>' if block.has_margin else ""
        yield f"<tfoot>{''.join(_row(row, block, edges, corner) for row in block.foot)}</tfoot>"
    yield "</table></div>" if block.wide else "</table>"


def needs_landscape(block: Table) -> bool:
    """Whether a table has more columns than an upright sheet of paper has room for."""
    return block.wide and len(block.columns) > _TOO_WIDE_FOR_PORTRAIT


def _heads(block: Table) -> str:
    grouped = any(column.group for column in block.columns)
    tall = ' rowspan="2"' if grouped else ""
    looks = ("margin", "row")[-len(block.heads) :] if block.heads else ()
    lead = "".join(
        f'<th scope="col" class="{look}"{tall}>{_for_ear(head.text, head.spoken)}</th>'
        for head, look in zip(block.heads, looks, strict=True)
    )
    names = "".join(_column(column, _class(_edge(block, place))) for place, column in enumerate(block.columns))
    if not grouped:
        return f"<tr>{lead}{names}</tr>"
    return f"<tr>{lead}{''.join(_column_groups(block.columns))}</tr><tr>{names}</tr>"


def _column(column: Column, look: str) -> str:
    """A column's head; one of signs alone has none, and an empty head would be read out as one."""
    return f'<th scope="col"{look}>{in_text(column.name)}</th>' if column.name else f"<td{look}></td>"


def _column_groups(columns: tuple[Column, ...]) -> Iterator[str]:
    """A head over the columns that stand under one; the others have an empty cell above them."""
    for name, members in groupby(columns, key=lambda column: column.group):
        count = len(list(members))
        if name:
            yield f'<th scope="colgroup" colspan="{count}" class="group first">{in_text(name)}</th>'
        else:
            yield f'<td colspan="{count}"></td>'


def _rows(group: RowGroup, block: Table, edges: list[str]) -> Iterator[str]:
    margin = ""
    if block.has_margin:
        told = _for_ear(group.margin, group.spoken)
        margin = f'<th scope="rowgroup" rowspan="{len(group.rows)}" class="margin">{told}</th>'
    for row in group.rows:
        yield _row(row, block, edges, margin)
        margin = ""


def _row(row: Row, block: Table, edges: list[str], margin: str) -> str:
    head = f'<th scope="row" class="row">{in_text(row.head)}{_aside(row)}</th>' if block.heads else ""
    if not block.wide:
        cells = "".join(f'<td class="said">{_cell_text(cell)}</td>' for cell in row.cells)
        return f"<tr>{margin}{head}{cells}</tr>"
    sums = _class("sum" if any("sum" in cell.look.split() for cell in row.cells) else "")
    cells = "".join(
        f"<td{_class(f'{cell.look} {edge}'.strip())}>{_for_ear(cell.text, cell.spoken)}</td>"
        for cell, edge in zip(row.cells, edges, strict=True)
    )
    return f"<tr{sums}>{margin}{head}{cells}</tr>"


def _aside(row: Row) -> str:
    """What follows a row's head; where there is a short and a whole way to say it, the page's width decides."""
    if not row.whole or row.whole == row.aside:
        return f" {in_text(row.aside)}" if row.aside else ""
    return f' <span class="short">{in_text(row.aside)}</span><span class="whole">{in_text(row.whole)}</span>'


def _edge(block: Table, place: int) -> str:
    """The class of cells that begin a group of columns."""
    group = block.columns[place].group
    return "first" if group and (place == 0 or block.columns[place - 1].group != group) else ""


def _cell_text(cell: Cell) -> str:
    """A cell of words, or its lines and items."""
    if not cell.parts:
        return in_text(cell.text)
    lines = "".join(f"<p>{_line(part)}</p>" for part in cell.parts if not isinstance(part, ListItem))
    items = _items(part for part in cell.parts if isinstance(part, ListItem))
    return lines + (f"<ul>{items}</ul>" if items else "")


def _for_ear(text: str, spoken: str) -> str:
    """A text that is for the eye, with words for the ear beside it."""
    if not spoken:
        return in_text(text)
    return f'<span aria-hidden="true" class="sign">{in_text(text)}</span><span class="spoken">{in_text(spoken)}</span>'


def _entry(entry: Entry) -> str:
    if entry.text:
        said = f'<blockquote dir="auto">{in_text(entry.text)}</blockquote>'
    else:
        said = f'<p class="quiet">{in_text(entry.instead)}</p>'
    tail = f'<p class="quiet">{in_text(" · ".join(entry.tail))}</p>' if entry.tail else ""
    head = f'<p class="quiet"><b>{in_text(entry.code)}</b> · {in_text(" · ".join(entry.head))}</p>'
    return f'<li class="entry {entry.kind}">{head}{said}{tail}</li>'
