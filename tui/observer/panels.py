"""What stands on the observer's screen: who speaks, the ticks with their keys and counts, and the latest of them."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Size
from textual.strip import Strip
from textual.widget import Widget

from guide.values import Value
from tui.verbatim import visible
from tui.widgets.bars import Bar

_NAME = 18
"""Cells for a speaker's name and count."""


class TickRow(Value):
    """A row: a key, a name and how often; ``lit`` where it was the last one, or is so now."""

    act: str
    key: str
    name: str
    count: int
    lit: bool = False


class Rows(Widget, can_focus=False):
    """Rows of text, drawn line by line and again only when they have changed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--plain", "rows--lit", "rows--key", "rows--dim"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[TickRow] = ()

    def show(self, rows: Sequence[TickRow]) -> None:
        """Draw these rows."""
        if rows != self._rows:
            self._rows = rows
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line for each row."""
        return max(len(self._rows), 1)

    def on_click(self, event: events.Click) -> None:
        """Tick what was clicked."""
        offset = event.get_content_offset(self)
        row = self._row_at(offset) if offset is not None else None
        if row is not None and row.act:
            self.post_message(Bar.Picked(row.act))

    def _row_at(self, offset: Offset) -> TickRow | None:
        return self._rows[offset.y] if 0 <= offset.y < len(self._rows) else None

    def render_line(self, y: int) -> Strip:
        """A key, a name, and at the right the count."""
        width, base = self.size.width, self.rich_style
        if y >= len(self._rows):
            return Strip.blank(width, base)
        row = self._rows[y]
        key, count = f" {visible(row.key)} ", f" {row.count or '·'} "
        name = fitted(row.name, width - cell_len(key) - cell_len(count))
        look = "lit" if row.lit else "plain"
        segments = [
            self._segment(key, "lit" if row.lit else "key"),
            self._segment(name, look),
            self._segment(count, look if row.count else "dim"),
        ]
        return Strip(segments).adjust_cell_length(width, base).apply_style(base)

    def _segment(self, text: str, look: str) -> Segment:
        return Segment(text, self.get_component_rich_style(f"rows--{look}", partial=True))


class Speakers(Rows):
    """Three names side by side; the one who speaks now has a point before it and stands out, and nothing else does."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Three lines, the name in the middle."""
        return 3

    def _row_at(self, offset: Offset) -> TickRow | None:
        """The box is clicked anywhere."""
        width, count = max(self.size.width, 1), len(self._rows)
        return self._rows[min(offset.x * count // width, count - 1)] if count else None

    def render_line(self, y: int) -> Strip:
        """The names in the middle line, each in the middle of its third."""
        width, base = self.size.width, self.rich_style
        if y != 1 or not self._rows:
            return Strip.blank(width, base)
        segments, used = list[Segment](), 0
        for place, row in enumerate(self._rows):
            end = width * (place + 1) // len(self._rows)
            key = f" {'●' if row.lit else ' '} {visible(row.key)} "
            name = fitted(f" {visible(row.name)}  {row.count or '·'} ", min(end - used - cell_len(key), _NAME))
            before = max(end - used - cell_len(key + name), 0) // 2
            after = max(end - used - cell_len(key + name) - before, 0)
            segments += [
                self._segment(" " * before, "plain"),
                self._segment(key, "lit" if row.lit else "key"),
                self._segment(name, "lit" if row.lit else "plain"),
                self._segment(" " * after, "plain"),
            ]
            used = end
        return Strip(segments).adjust_cell_length(width, base).apply_style(base)


class Latest(Rows):
    """The latest ticks, newest first, as many as there is room for."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """What is left of the screen."""
        return container.height

    def render_line(self, y: int) -> Strip:
        """When, and what."""
        width, base = self.size.width, self.rich_style
        if y >= len(self._rows):
            return Strip.blank(width, base)
        row = self._rows[y]
        key = f" {visible(row.key):>7}  "
        segments = [
            self._segment(key, "dim"),
            self._segment(fitted(row.name, width - cell_len(key)), "lit" if row.lit else "plain"),
        ]
        return Strip(segments).adjust_cell_length(width, base).apply_style(base)


def fitted(text: str, width: int) -> str:
    """The text in exactly so many cells, … where it is cut."""
    text = visible(text)
    if cell_len(text) <= width:
        return set_cell_size(text, max(width, 0))
    return set_cell_size(text, width - 1) + "…" if width > 1 else ""
