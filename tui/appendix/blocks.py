"""What an appendix consists of, as plain values: made once, then written for Word or as Markdown.

In every line the author's own words stand upright, what is said about them in italics, titles and names in bold, so
that a reader, and the importer, can always tell which is which.
"""

from typing import Literal

from guide.values import Value

Look = Literal["words", "ours", "name"]


class Span(Value):
    """A piece of a line in one look: the author's words, something said about them, or a name or title."""

    text: str
    look: Look = "words"


Line = tuple[Span, ...]
"""Spans with one blank between them."""


class Item(Value):
    """A line of a list, and the lines below it."""

    line: Line
    below: tuple[Line, ...] = ()


class Paragraph(Value):
    """A paragraph; one that ``leads`` stays on the page with what follows."""

    line: Line
    leads: bool = False


class Listing(Value):
    """A list, each line with a bullet or, ``bulleted`` being False, with what it begins with itself."""

    items: tuple[Item, ...]
    bulleted: bool = True


class Row(Value):
    """What questions serve, a paragraph each, and the questions with their probes below them."""

    head: tuple[Line, ...]
    items: tuple[Item, ...]


class Table(Value):
    """The two columns; ``heads`` stand above them, again on every page."""

    heads: tuple[str, str]
    rows: tuple[Row, ...]


Block = Paragraph | Listing | Table


class Appendix(Value):
    """The whole appendix; ``language`` is a tag such as nb-NO."""

    title: str
    language: str
    blocks: tuple[Block, ...]
