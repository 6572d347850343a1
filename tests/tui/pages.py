"""A report's page and its Markdown as tests read them: tables as rows of texts, signs apart from what is spoken."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from markdown_it import MarkdownIt

from tui.main import main

HOSTILE = (
    "<script>alert('x')</script> </style> </title> ]]> --> &amp; & \"ditt\" 'datt' javascript:alert(1) "
    "\x1b[2J\x07 \x00 \u202egal\u2069 \ufdd0 \ud800 \x9b31m [by](javascript:x) *ler* _x_ `y` ~~z~~ a|b \\ {x} "
    "$y$ \U0001f469\u200d\U0001f467 e\u0301"
)
"""Words that would be something else in HTML, in SVG, in CSS, in Markdown or on a terminal."""

LINES = (
    "  først\n\n# ikke overskrift\n- ikke liste\n1. ikke tall\n===\n    ikke kode\n> ikke sitat\tslutt  \u2028til sist "
)
"""Lines that would be something else in Markdown, with white-space that says something."""


def made(capsys: pytest.CaptureFixture[str], *arguments: object, code: int = 0) -> str:
    """What a command prints."""
    assert main([str(argument) for argument in arguments]) == code
    return capsys.readouterr().out


def reviewed(capsys: pytest.CaptureFixture[str], study: Path) -> dict[str, Any]:
    """The study as ``review --json`` tells it."""
    main(["review", "--json", "--study", str(study)])
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def page_of(text: str) -> Element:
    """The page as XML, which it is too."""
    head, _, rest = text.partition("\n")
    assert head == "<!DOCTYPE html>"
    return fromstring(rest)  # noqa: S314  our own page, without entities


def words_of(element: Element) -> str:
    """All that stands in an element."""
    return "".join(element.itertext())


def found(page: Element, tag: str, **attributes: str) -> Element:
    """The one element with this tag and these attributes."""
    (one,) = [one for one in page.iter(tag) if all(one.get(name) == value for name, value in attributes.items())]
    return one


def with_class(page: Element, tag: str, name: str) -> Iterator[Element]:
    """The elements with this tag and class."""
    return (one for one in page.iter(tag) if name in (one.get("class") or "").split())


def table(page: Element, name: str) -> dict[str, dict[str, str]]:
    """A table's cells by their row's head and their column's, as the eye reads them."""
    whole = next(one for one in page.iter("table") if one.find(f"caption[@id='{name}-caption']") is not None)
    columns = [sign(one) for one in (whole.find("thead") or whole).iter("th") if one.get("class") in (None, "first")]
    rows = [row for part in whole if part.tag in ("tbody", "tfoot") for row in part.iter("tr")]
    return {
        row_head(row): dict(zip(columns, map(sign, row.findall("td")[-len(columns) :]), strict=True)) for row in rows
    }


def row_head(row: Element) -> str:
    """The first word of a row's head: the id of a question or of a research question."""
    return sign(next(one for one in row.iter("th") if one.get("scope") == "row")).partition(" ")[0]


def sign(cell: Element) -> str:
    """What the eye reads in a cell."""
    shown = [one for one in cell.iter("span") if one.get("aria-hidden")]
    return words_of(shown[0]) if shown else words_of(cell)


def spoken(cell: Element) -> str:
    """What a screen reader says of a cell."""
    said = [words_of(one) for one in with_class(cell, "span", "spoken")]
    return said[0] if said else words_of(cell)


def rendered(text: str) -> Element:
    """Markdown as the strictest and the laxest readers show it: tables, links and strike-through included."""
    html = MarkdownIt("gfm-like", {"html": True}).render(text).replace("<br>", "<br />")
    return fromstring(f"<div>{html}</div>")  # noqa: S314  made here
