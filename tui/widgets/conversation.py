"""The conversation, at a flat cost however long.

One widget draws all of it, line by line. Of each entry it is known how many rows it takes; it is wrapped when it comes
into view. What stands is touched again only when it changes or the width does.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from time import monotonic
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.entry_rows import Entry, EntryRow, count_rows, guess_rows, rows_of

__all__ = ["Conversation", "Entry"]

_AT_ONCE = 120
"""Entries at the end of a conversation whose rows are counted before they are shown."""

_SLICE, _BETWEEN = 0.005, 0.01
"""Seconds of counting the rows of the rest, and until the next slice; a key waits for no more than one."""


class Conversation(ScrollView, can_focus=False):
    """A read-only, scrolling list of entries; it stays at its end unless the reader has scrolled up.

    An entry's ``kind`` picks the component class ``conversation--<kind>``; a subclass that adds names to
    ``COMPONENT_CLASSES`` gives more kinds a style, and a kind without one looks like its side.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "conversation--stamp",
        "conversation--head",
        "conversation--left",
        "conversation--right",
        "conversation--quiet",
    }
    DEFAULT_CSS = """
    Conversation {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    Conversation > .conversation--stamp { text-style: dim; }
    Conversation > .conversation--head { text-style: bold; }
    Conversation > .conversation--quiet { text-style: dim; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty conversation."""
        super().__init__(id=id, classes=classes)
        self._entries: list[Entry] = []
        self._starts: list[int] = []  # the first row of each entry
        self._heights: list[int] = []  # how many rows each takes
        self._height = 0  # the rows of all of them
        self._guessed = 0  # so many entries, from the first, whose rows are only guessed yet
        self._recount: list[int] = []  # theirs as they are counted
        self._counting = False
        self._wrapped: dict[int, list[EntryRow]] = {}  # by the place of an entry that has been in view
        self._wrapped_width = 0
        self._following = True
        self._styles_by_part: dict[tuple[str, str, str], Style] = {}

    @property
    def entries(self) -> Sequence[Entry]:
        """What is shown."""
        return tuple(self._entries)

    @property
    def following(self) -> bool:
        """Whether the end is kept in view."""
        return self._following

    def show(self, entries: Sequence[Entry], *, follow: bool = False) -> None:
        """Show ``entries``; only what differs from before is worked out anew.

        With ``follow`` the end comes into view even if the reader had scrolled up.
        """
        first = self._first_difference(entries)
        self._following = self._following or follow
        if first < len(self._entries) or first < len(entries):
            del self._entries[first:]
            self._entries.extend(entries[first:])
            self._wrap_from(first)
        elif not follow:
            return
        self._settle()

    def page_up(self) -> None:
        """Scroll towards the beginning by a page; the end is no longer followed."""
        self._scroll_rows(-max(1, self.size.height - 1))

    def page_down(self) -> None:
        """Scroll towards the end by a page; the end, once reached, is followed again."""
        self._scroll_rows(max(1, self.size.height - 1))

    def _scroll_rows(self, rows: int) -> None:
        self._scroll_to_row(self.scroll_offset.y + rows)

    def _scroll_to_row(self, row: int) -> None:
        self.scroll_to(y=row, animate=False, force=True, immediate=True)

    def _first_difference(self, entries: Sequence[Entry]) -> int:
        shown = self._entries
        common = min(len(shown), len(entries))
        low, high = 0, common  # everything before low is equal; equal slices are compared at the speed of a list
        while low < high:
            middle = (low + high + 1) // 2
            if shown[low:middle] == list(entries[low:middle]):
                low = middle
            else:
                high = middle - 1
        return low

    def _wrap_from(self, first: int) -> None:
        """Count the rows of the entries from here on, of a long conversation those of its end; the rest is guessed."""
        above = self._starts[first] if first < len(self._starts) else self._height
        del self._heights[first:]
        self._wrapped = {place: rows for place, rows in self._wrapped.items() if place < first}
        width = self.scrollable_content_region.width
        self._wrapped_width = width
        counted = max(first, len(self._entries) - _AT_ONCE) if self._following else first
        if first < self._guessed or counted > first:
            self._guessed, self._recount = max(first, counted), []
        if width:
            self._heights += (guess_rows(entry, width) for entry in self._entries[first:counted])
            self._heights += (count_rows(entry, width) for entry in self._entries[counted:])
        self._starts[first:] = accumulate(self._heights[first:], initial=above)
        self._height = self._starts.pop()
        if self._guessed and width and not self._counting:
            self._counting = True
            self.set_timer(_BETWEEN, self._count_on)

    def _count_on(self) -> None:
        """Count for a moment what was guessed; when all is counted the scroll bar agrees with it, at once."""
        until = monotonic() + _SLICE
        while len(self._recount) < self._guessed and monotonic() < until:
            self._recount.append(count_rows(self._entries[len(self._recount)], self._wrapped_width))
        self._counting = len(self._recount) < self._guessed and self.is_attached
        if self._counting:
            self.set_timer(_BETWEEN, self._count_on)
        else:
            self._count_all()

    def _count_all(self) -> None:
        """Know of every entry how many rows it takes: who scrolls up sees what was only guessed."""
        if not self._guessed:
            return
        entry, offset = self._top()
        for place in range(len(self._recount), self._guessed):
            self._recount.append(count_rows(self._entries[place], self._wrapped_width))
        self._heights[: self._guessed] = self._recount
        self._guessed, self._recount = 0, []
        self._starts = list(accumulate(self._heights, initial=0))
        self._height = self._starts.pop()
        self._settle(self._starts[entry] + offset if entry < len(self._starts) else None)

    def _row(self, index: int) -> EntryRow:
        """A row, of an entry that is wrapped now if it was not in view before."""
        place = bisect_right(self._starts, index) - 1
        if place not in self._wrapped:
            self._wrapped[place] = rows_of(self._entries[place], self._wrapped_width)
        return self._wrapped[place][index - self._starts[place]]

    def _settle(self, top: int | None = None) -> None:
        """Make the scroll bar and the view agree with the rows there are; ``top`` is the row for one who reads back."""
        self.virtual_size = Size(self._wrapped_width, self._height)
        if self._following:
            self.scroll_end(animate=False, force=True, immediate=True, x_axis=False)
        else:
            self._scroll_to_row(self.scroll_offset.y if top is None else top)
        self.refresh()

    def on_resize(self) -> None:
        """Wrap anew for another width; who has scrolled up keeps the same words at the top."""
        width = self.scrollable_content_region.width
        if width and width != self._wrapped_width:
            entry, offset = self._top()
            self._wrap_from(0)
            self._settle(self._starts[entry] + offset if entry < len(self._starts) else None)
        elif self._following:
            self._settle()

    def _top(self) -> tuple[int, int]:
        y = self.scroll_offset.y
        entry = max(0, bisect_right(self._starts, y) - 1)
        return entry, y - self._starts[entry] if self._starts else 0

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Notice whether the reader has left the end or come back to it."""
        super().watch_scroll_y(old_value, new_value)
        self._following = new_value >= self.max_scroll_y
        if not self._following:
            self._count_all()

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        super().notify_style_update()
        self._styles_by_part.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one row of what is in view."""
        width = self.size.width
        index = y + self.scroll_offset.y
        base = self.rich_style
        if index >= self._height:
            return Strip.blank(width, base)
        row = self._row(index)
        segments: list[Segment] = []
        cells = 0
        for part, x, text in row.parts:
            if x > cells:
                segments.append(Segment(" " * (x - cells), base))
            segments.append(Segment(text, self._style(part, row.side, row.kind)))
            cells = max(cells, x) + cell_len(text)
        return Strip(segments, cells).adjust_cell_length(width, base)

    def _style(self, part: str, side: str, kind: str) -> Style:
        key = (part, side, kind)
        if (style := self._styles_by_part.get(key)) is None:
            style = self.rich_style
            names = {"stamp": (part,), "text": (side, kind)}.get(part, (side, kind, part))
            for name in names:
                style += self.get_component_rich_style(f"conversation--{name}", partial=True, default=Style.null())
            self._styles_by_part[key] = style
        return style
