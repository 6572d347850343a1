"""A report as one page of HTML: no script, nothing from anywhere, well-formed as XML too."""

from importlib.resources import files

from tui.report.blocks import (
    Block,
    Bullets,
    Entries,
    Entry,
    Facts,
    Legend,
    Paragraph,
    Picture,
    Report,
    Section,
    Table,
)
from tui.report.element import Element, el, written
from tui.report.html_table import needs_landscape, table
from tui.report.timeline_svg import hatches

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
    return f"<!DOCTYPE html>\n{MARKER}\n{written(el('html', head, body, lang=report.language))}\n"


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
