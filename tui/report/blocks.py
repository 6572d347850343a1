"""What a report consists of, as plain values.

Made once, then written as HTML or as Markdown.

Every text in a block is shown as it is: both writers escape all of it.
"""

from guide.frozen import Value
from tui.report.element import Element


class Paragraph(Value):
    """A paragraph; ``kind`` is ``caution``, ``aside`` or empty."""

    text: str
    kind: str = ""


class Facts(Value):
    """Names and what they come to."""

    pairs: tuple[tuple[str, str], ...]


class Bullets(Value):
    """A list of short texts."""

    items: tuple[str, ...]


class Legend(Value):
    """Shapes and what they mean."""

    pairs: tuple[tuple[str, str], ...]


class Cell(Value):
    """A cell; ``spoken`` says in words what its shape means, for those who cannot see it; ``look`` is its class."""

    text: str
    spoken: str = ""
    look: str = ""


class Column(Value):
    """A column of cells; columns that follow each other with the same ``group`` stand under it."""

    name: str
    group: str = ""


class Row(Value):
    """A row; ``head`` says what it is about, ``aside`` a little more about that, ``whole`` all of it where it fits."""

    head: str
    cells: tuple[Cell, ...]
    aside: str = ""
    whole: str = ""


class RowGroup(Value):
    """Rows that belong together; ``margin`` names them beside them, ``spoken`` in full, both perhaps empty."""

    margin: str
    rows: tuple[Row, ...]
    spoken: str = ""


class Table(Value):
    """A table; ``heads`` name the columns of the margin (where there is one) and of the rows' heads. A table that says
    no more than the heading above it has an empty ``caption``.

    ``wide`` tables scroll in their own box on a narrow screen, with the heads kept; others wrap.
    """

    name: str
    caption: str
    heads: tuple[Cell, ...]
    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]
    foot: tuple[Row, ...] = ()
    wide: bool = False

    @property
    def has_margin(self) -> bool:
        """Whether a column names the groups."""
        return len(self.heads) > 1


class Picture(Value):
    """A drawing; what it shows stands in words or numbers beside it, so Markdown does without.

    ``key`` says what its shapes mean.
    """

    caption: str
    drawing: Element
    key: tuple[tuple[Element, str], ...] = ()


class Entry(Value):
    """Somebody's words as they were written, after a line that says when and what; ``tail`` is said after them.

    ``kind`` is the kind of note; ``instead`` stands where there are no words.
    """

    code: str
    head: tuple[str, ...]
    text: str
    kind: str = ""
    instead: str = ""
    tail: tuple[str, ...] = ()


class Entries(Value):
    """Entries one after another."""

    entries: tuple[Entry, ...]


class Section(Value):
    """A heading and what stands under it; ``name`` is its anchor, if it has one; ``new_page`` begins one on paper."""

    title: str
    blocks: "tuple[Block, ...]"
    name: str = ""
    new_page: bool = False


Block = Paragraph | Facts | Bullets | Legend | Table | Picture | Entries | Section


class Report(Value):
    """The whole: a title, what stands before the first section, and the sections."""

    title: str
    language: str
    words_language: str
    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    contents: str
