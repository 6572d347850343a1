"""A pane of lines in several looks."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import ClassVar, Literal

from rich.cells import cell_len, chop_cells
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from guide.frozen import Value
from tui.documents.model import Look, Outline, OutlineItem, Text
from tui.documents.to_text import mark_columns
from tui.escape import escape_controls, visible_lines

Style = Literal["strong", "plain", "dim", "said", "gone", "new", "chosen", "head"]


class LinePiece(Value):
    """Some words in one look."""

    text: str
    style: Style = "plain"


class PageLine(Value):
    """A line; the rows it wraps into begin ``indent`` cells in."""

    pieces: tuple[LinePiece, ...]
    indent: int = 0


BLANK = PageLine(())
"""An empty line."""


def line_of(text: str, style: Style = "plain", indent: int = 0) -> PageLine:
    """A line in one look, with its own indent at the front."""
    return PageLine((LinePiece(" " * indent + text, style),), indent)


_STYLES: dict[Look, Style] = {"words": "plain", "ours": "said", "name": "strong", "gone": "gone", "new": "new"}


def pieces_of(text: Text) -> tuple[LinePiece, ...]:
    """A line of a document in the pane's looks."""
    if isinstance(text, str):
        return (LinePiece(text),)
    pieces: list[LinePiece] = []
    for place, span in enumerate(text):
        pieces += [LinePiece(" ")] if place and not span.close else []
        pieces.append(LinePiece(span.text, _STYLES[span.look]))
    return tuple(pieces)


def outline_lines(block: Outline) -> Iterator[PageLine]:
    """An outline as lines of the pane."""
    yield from _outline_lines(block.items, 0, tuple(mark_columns(block)))


def _outline_lines(items: Iterable[OutlineItem], indent: int, columns: tuple[int, ...]) -> Iterator[PageLine]:
    column, *deeper = columns
    for item in items:
        mark = pieces_of(item.mark)
        wide = sum(cell_len(piece.text) for piece in mark)
        lead = (LinePiece(" " * indent), *mark, LinePiece(" " * (max(column - wide, 0) + bool(wide or column))))
        deep = indent + sum(cell_len(piece.text) for piece in lead[1:])
        yield PageLine((*(piece for piece in lead if piece.text), *pieces_of(item.line)), deep)
        if item.below:
            yield from _outline_lines(item.below, deep, tuple(deeper))


_TOKEN = re.compile(r"[^ ]+ *| +")

_Rows = tuple[tuple[LinePiece, ...], ...]
"""The rows that a line is wrapped into."""

_Row = tuple[int, tuple[LinePiece, ...]]
"""Which line a row belongs to, and what stands in it."""


class Pane(ScrollView, can_focus=False):
    """Shows lines; the one that is marked stays in sight, and a click says which line it fell on."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"pane--{style}" for style in ("plain", "strong", "dim", "said", "gone", "new", "chosen", "head", "marked")
    }
    DEFAULT_CSS = """
    Pane {
        border: solid $primary 40%;
        border-title-color: $text-muted;
        padding: 0 1;
        scrollbar-size: 0 1;
        overflow-x: hidden;
        background: $background;
    }
    Pane > .pane--strong { text-style: bold; }
    Pane > .pane--dim { text-style: dim; }
    Pane > .pane--said { text-style: italic; color: $text-accent; }
    Pane > .pane--gone { text-style: strike; color: $text-error; }
    Pane > .pane--new { text-style: bold underline; color: $text-success; }
    Pane > .pane--chosen { text-style: bold; color: $text-accent; }
    Pane > .pane--head { text-style: bold; color: $text-primary; }
    Pane > .pane--marked { text-style: bold reverse; }
    """

    class Chosen(Message):
        """A line was clicked; ``line`` counts from 0."""

        def __init__(self, pane: "Pane", line: int) -> None:
            super().__init__()
            self.pane = pane
            self.line = line

        @property
        def control(self) -> "Pane":
            """The pane, so that ``@on(Pane.Chosen, "#list")`` works."""
            return self.pane

    def __init__(self, *, id: str | None = None, cut: bool = False) -> None:
        """Make an empty pane; with ``cut`` a line is one row, however long it is."""
        super().__init__(id=id)
        self._lines: Sequence[PageLine] = ()
        self._marked: int | None = None
        self._rows: list[_Row] = []
        self._wrapped: dict[tuple[PageLine, int], _Rows] = {}
        self._cut = cut

    def show(self, lines: Iterable[PageLine], marked: int | None = None) -> None:
        """Draw these lines, from the top unless one of them is marked."""
        shown = tuple(lines)
        if (shown, marked) == (self._lines, self._marked):
            return
        is_new = shown != self._lines
        before, was_marked = self._rows, self._marked
        self._lines, self._marked = shown, marked
        self._lay_out()
        if marked is not None:
            self._bring_into_sight(marked)
        elif is_new:
            self.scroll_to(y=0, animate=False, immediate=True)
        for y, (old, new) in enumerate(zip_longest(before, self._rows)):  # while somebody writes, most rows stay
            if old != new or (was_marked != marked and new is not None and new[0] in (was_marked, marked)):
                self.refresh_line(y)

    def on_resize(self) -> None:
        """Wrap anew."""
        self._lay_out()
        if self._marked is not None:
            self._bring_into_sight(self._marked)

    def _lay_out(self) -> None:
        """Wrap the lines; where they do not fit the height, the scrollbar has room beside them."""
        inside = self.container_size
        if inside.width <= 0:
            return
        before, self._wrapped = self._wrapped, {}
        self._rows = self._rows_at(inside.width, before)
        if len(self._rows) > inside.height:
            self._rows = self._rows_at(inside.width - 2, before)
        self.virtual_size = Size(inside.width - 1, len(self._rows))

    def _rows_at(self, width: int, before: Mapping[tuple[PageLine, int], _Rows]) -> list[_Row]:
        """The rows at a width; a line that stood there before is not wrapped again."""
        rows: list[_Row] = []
        for number, line in enumerate(self._lines):
            wrapped = before.get((line, width))
            if wrapped is None:
                wrapped = (_cut(line, width),) if self._cut else tuple(map(_trim, _wrap(line, width)))
            self._wrapped[line, width] = wrapped
            rows += [(number, row) for row in wrapped]
        return rows

    def _bring_into_sight(self, marked: int) -> None:
        rows = [at for at, (line, _) in enumerate(self._rows) if line == marked]
        height, top = self.scrollable_content_region.height, round(self.scroll_target_y)
        if rows and height > 0 and not top < rows[0] <= rows[-1] < top + height - 1:
            self.scroll_to(y=max(rows[0] - height // 3, 0), animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """One row."""
        base, width = self.rich_style, self.scrollable_content_region.width
        at = y + self.scroll_offset.y
        if not 0 <= at < len(self._rows):
            return Strip.blank(width, base)
        line, row = self._rows[at]
        look = "marked" if line == self._marked else None
        segments = [
            Segment(piece.text, self.get_component_rich_style(f"pane--{look or piece.style}", partial=True))
            for piece in row
        ]
        if look is not None:
            left = width - sum(cell_len(piece.text) for piece in row)
            segments.append(Segment(" " * max(left, 0), self.get_component_rich_style("pane--marked", partial=True)))
        return Strip(segments).adjust_cell_length(width, base).apply_style(base)

    def on_click(self, event: events.Click) -> None:
        """Say which line it was."""
        offset = event.get_content_offset(self)
        at = -1 if offset is None else offset.y + self.scroll_offset.y
        if 0 <= at < len(self._rows):
            self.post_message(self.Chosen(self, self._rows[at][0]))


def _wrap(line: PageLine, width: int) -> Iterator[tuple[LinePiece, ...]]:
    """The rows of a line, those after the first begun ``indent`` cells in; people's line breaks make rows too."""
    row: list[LinePiece] = []
    used = 0
    for piece in line.pieces:
        for number, part in enumerate(visible_lines(piece.text)):
            if number:
                yield tuple(row)
                row, used = _indent(line, width)
            for token in _TOKEN.findall(part):
                text = token
                while used + cell_len(text.rstrip()) > width:
                    if used > min(line.indent, width // 2):
                        yield tuple(row)
                        row, used = _indent(line, width)
                    if used + cell_len(text.rstrip()) > width:
                        first, *rest = chop_cells(text, max(width - used, 2))
                        row.append(piece.but(text=first))
                        yield tuple(row)
                        (row, used), text = _indent(line, width), "".join(rest)
                row.append(piece.but(text=text))
                used += cell_len(text)
    yield tuple(row)


def _trim(row: tuple[LinePiece, ...]) -> tuple[LinePiece, ...]:
    """A row without the blanks at its end, which would be struck out or underlined."""
    return (*row[:-1], row[-1].but(text=row[-1].text.rstrip(" "))) if row else row


def _indent(line: PageLine, width: int) -> tuple[list[LinePiece], int]:
    indent = min(line.indent, width // 2)
    return [LinePiece(" " * indent)] if indent else [], indent


def _cut(line: PageLine, width: int) -> tuple[LinePiece, ...]:
    """A line on one row, with … for what has no room."""
    row: list[LinePiece] = []
    used = 0
    for piece in line.pieces:
        text = escape_controls(piece.text)
        if used + cell_len(text) > width:
            room = width - used - 1
            return (*row, piece.but(text=(chop_cells(text, room)[0] if room > 0 else "") + "…"))
        row.append(piece.but(text=text))
        used += cell_len(text)
    return tuple(row)
