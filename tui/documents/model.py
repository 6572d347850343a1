"""What a document consists of, as plain values.

Made once, then written as terminal text, Markdown, HTML or Word.

Every text in a block is shown as it is: each writer escapes all of it. Whatever there may be very many of (blocks of a
section, entries) may be made while it is written: see ``Made``.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from guide.frozen import Value
from tui import signs

Item = TypeVar("Item")


class Made(Generic[Item]):
    """Something of many that is made anew, one by one, whenever it is gone through, so that a writer holds only one."""

    def __init__(self, make: Callable[..., Iterable[Item]], *given: Any) -> None:
        self._make, self._given = make, given

    def __iter__(self) -> Iterator[Item]:
        return iter(self._make(*self._given))


Look = Literal["words", "ours", "name", "source", "gone", "new"]


class Span(Value):
    """A piece of a line in one look: the author's words, something said about them, a name or title, or a source.

    A source, what a sentence is built on, stands in square brackets. Of two wordings in one some words are gone, and
    others new. What is ``close`` has no blank before it.
    """

    text: str
    look: Look = "words"
    close: bool = False

    @property
    def shown(self) -> str:
        """The text with what its look puts around it where there is no style for that."""
        before, after = _MARKS.get(self.look, ("", ""))
        return f"{before}{self.text}{after}"


_MARKS = {"source": ("[", "]"), "gone": (signs.GONE, ""), "new": (signs.NEW, "")}

Line = tuple[Span, ...]
"""Spans with one blank between them, but for those that are close."""
Text = str | Line


def join(line: Line, write: Callable[[Span], str]) -> str:
    """A line as one text, each span as it is written."""
    return "".join(f"{' ' if place and not span.close else ''}{write(span)}" for place, span in enumerate(line))


def plain(text: Text) -> str:
    """A line as it is where there is no style for its looks."""
    return text if isinstance(text, str) else join(text, lambda span: span.shown)


class Paragraph(Value):
    """A paragraph; ``kind``: ``caution``, ``aside``, ``lead`` (it stays with what follows), ``sentences``, ``form``, or none.

    Of ``sentences`` each that ends with its source has a line of its own in Markdown. A ``form`` has brackets that
    somebody fills in; it is a text of ours, and signs in it stay in Markdown what they are.
    """

    text: Text
    kind: str = ""


class Facts(Value):
    """Names and what they come to."""

    pairs: tuple[tuple[str, str], ...]


class ListItem(Value):
    """A line of a list, and the lines below it."""

    line: Line
    below: tuple[Line, ...] = ()


class Bullets(Value):
    """A list; ``bulleted`` being False, each line begins with a mark of its own."""

    items: tuple[str | ListItem, ...]
    bulleted: bool = True


class OutlineItem(Value):
    """A line behind its ``mark``, a sign or a name, perhaps empty, and the lines below it."""

    mark: Text
    line: Text
    below: "tuple[OutlineItem, ...]" = ()


class Outline(Value):
    """Lines with their marks in a column before them: questions behind their ids, facts behind their names.

    ``columns`` are the cells that marks of each depth have at least, where lists are to stand in line with each other.
    """

    items: tuple[OutlineItem, ...]
    columns: tuple[int, ...] = ()


class Legend(Value):
    """Shapes and what they mean."""

    pairs: tuple[tuple[str, str], ...]


class Cell(Value):
    """A cell; ``spoken`` says in words what its shape means, for those who cannot see it; ``look`` is its class.

    A cell of a table in words may hold lines or lists instead: ``parts``. What is said ``alone`` is said without its
    column's name, which would make it wrong.
    """

    text: str
    spoken: str = ""
    look: str = ""
    parts: tuple[Line | ListItem, ...] = ()
    alone: bool = False


class Column(Value):
    """A column of cells; columns that follow each other with the same ``group`` stand under it.

    ``share`` is its part of a page's width beside the other columns' of a table in words.
    """

    name: str
    group: str = ""
    share: int = 1


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
    """A table; ``heads`` name the columns of the margin (where there is one) and of the rows' heads, if they have any.

    A table that says no more than the heading above it has an empty ``caption``. ``wide`` tables are of signs: they
    scroll in their own box on a narrow screen, with the heads kept, and go over several tables on a terminal; others
    are of words, which wrap. ``told`` stands for a caption that speaks of rows and columns where there are none.
    """

    name: str
    caption: str
    heads: tuple[Cell, ...]
    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]
    foot: tuple[Row, ...] = ()
    wide: bool = False
    told: str | None = None

    @property
    def has_margin(self) -> bool:
        """Whether a column names the groups."""
        return len(self.heads) > 1


def table_of(
    name: str, head: str, columns: Iterable[str | Column], rows: Iterable[Row], caption: str = "", *, wide: bool = False
) -> Table:
    """A table whose rows stand in no groups; without a ``head`` the rows have none either."""
    named = tuple(one if isinstance(one, Column) else Column(one) for one in columns)
    return Table(name, caption, (Cell(head),) if head else (), named, (RowGroup("", tuple(rows)),), wide=wide)


class Markup(str):
    """A piece of a page as it is written, nothing of it escaped, and nothing of it anybody's words."""

    __slots__ = ()


class Figure(Value):
    """A drawing, ``svg`` for a page and ``lines`` for a terminal, each perhaps empty.

    What it shows stands in words or numbers beside it, so Markdown and Word do without. ``key`` says what its shapes
    mean.
    """

    caption: str
    svg: Markup
    key: tuple[tuple[Markup, str], ...] = ()
    lines: Iterable[str] = ()


class Entry(NamedTuple):
    """Somebody's words as they were written, after a line that says when and what; ``tail`` is said after them.

    ``kind`` is the kind of note; ``instead`` stands where there are no words. A tuple: there may be very many.
    """

    code: str
    head: tuple[str, ...]
    text: str
    kind: str = ""
    instead: str = ""
    tail: tuple[str, ...] = ()


class Entries(Value):
    """Entries one after another."""

    entries: Iterable[Entry]


class Section(Value):
    """A heading and what stands under it; ``name`` is its anchor, if it has one; ``new_page`` begins one on paper.

    ``long`` sections are left out where the whole study is told on a terminal.
    """

    title: str
    blocks: "Iterable[Block]"
    name: str = ""
    new_page: bool = False
    long: bool = False


Block = Paragraph | Facts | Bullets | Outline | Legend | Table | Figure | Entries | Section


class Document(Value):
    """The whole: a title, what stands before the first section, and the sections.

    ``language`` is a tag such as nb, ``words_language`` the title's; ``contents`` names the list of sections, which a
    document without such a name has not.
    """

    title: str
    language: str
    words_language: str
    lead: Iterable[Block]
    sections: tuple[Section, ...]
    contents: str = ""
