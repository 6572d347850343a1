"""A card over the end of the conversation: points to tick, or words to read; and the questions that a search found."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from guide.values import Value
from tui.live.cards import Card
from tui.verbatim import visible
from tui.widgets.entry_rows import wrap

_MARKS = {"open": "□", "done": "■", "not_needed": "–"}


class Found(Value):
    """A question that a search found; ``chosen`` marks the one that Enter asks."""

    id: str
    text: str
    chosen: bool


class _Row(Value):
    style: str
    lead: str
    text: str
    pick: int | None = None


class CardPanel(Widget, can_focus=False):
    """As high as what it shows; hidden when there is nothing to show."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "card-panel--open",
        "card-panel--done",
        "card-panel--text",
        "card-panel--foot",
        "card-panel--chosen",
    }

    class Picked(Message):
        """A point, or a question found, was clicked; ``place`` counts from 0."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._card: Card | None = None
        self._found: Sequence[Found] = ()
        self._rows: list[_Row] = []
        self._laid_out_for = -1

    def show(self, card: Card | None, found: Sequence[Found], found_title: str) -> None:
        """Show the questions found, else the card, else nothing."""
        if (card, found) == (self._card, self._found):
            return
        self._card, self._found = card, found
        self._laid_out_for = -1
        self.display = card is not None or bool(found)
        self.border_title = visible(found_title if found else card.title if card is not None else "")
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the card takes at this width."""
        return len(self._rows_at(width))

    def _rows_at(self, width: int) -> list[_Row]:
        """The card's rows at this width, laid out anew when card or width have changed."""
        if width != self._laid_out_for:
            self._rows, self._laid_out_for = self._laid_out(width), width
        return self._rows

    def render_line(self, y: int) -> Strip:
        """One row of the card."""
        width = self.size.width
        base = self.rich_style
        segments: list[Segment] = []
        rows = _in_height(self._rows_at(self.size.width), self.size.height)
        if y < len(rows):
            row = rows[y]
            style = self.get_component_rich_style(f"card-panel--{row.style}", partial=True)
            segments = [Segment(row.lead, style), Segment(row.text, style)]
        return Strip(segments).adjust_cell_length(width, base).apply_style(base)

    def on_click(self, event: events.Click) -> None:
        """Tick the point, or choose the question, on the row that was clicked."""
        offset = event.get_content_offset(self)
        rows = _in_height(self._rows_at(self.size.width), self.size.height)
        if offset is not None and 0 <= offset.y < len(rows):
            pick = rows[offset.y].pick
            if pick is not None:
                self.post_message(self.Picked(pick))

    def _laid_out(self, width: int) -> list[_Row]:
        if self._found:
            return [row for place, one in enumerate(self._found) for row in _found(place, one, width)]
        if self._card is None:
            return []
        card = self._card
        rows = [_Row("text", "", line) for line in wrap(card.lead, width)] if card.lead else []
        rows += [row for place, _ in enumerate(card.points) for row in _point(card, place, width)]
        if card.text:
            rows += [_Row("text", "", line) for line in wrap(card.text, width)]
        if card.foot:
            rows += [_Row("foot", "", line) for line in wrap(card.foot, width)]
        return rows


def _in_height(rows: list[_Row], height: int) -> list[_Row]:
    """The rows that have room; … stands for what is cut.

    What Enter does stays in sight, and so do the digits: what is said below the points goes first, then what is said
    above them, and only then the last points.
    """
    if len(rows) <= height:
        return rows
    foot = [row for row in rows if row.style == "foot"][:height]
    places = [place for place, row in enumerate(rows) if row.pick is not None]
    said = rows[: len(rows) - len(foot)]
    lead, points, text = (
        (said[: places[0]], said[places[0] : places[-1] + 1], said[places[-1] + 1 :]) if places else ([], [], said)
    )
    room = max(height - len(foot), 0)
    points = _cut(points, room)
    lead = _cut(lead, room - len(points))
    return [*lead, *points, *_cut(text, room - len(points) - len(lead)), *foot]


def _cut(rows: list[_Row], room: int) -> list[_Row]:
    """The first rows that have room, the last of them … where others have none."""
    if len(rows) <= room:
        return rows
    return [*rows[: room - 1], _Row("text", "", "…")] if room > 0 else []


def _found(place: int, one: Found, width: int) -> list[_Row]:
    lead = f"{'▸' if one.chosen else ' '} {one.id:<4} "
    first, *rest = wrap(one.text, max(width - cell_len(lead), 4)) or [""]
    more = "…" if rest else ""
    return [_Row("chosen" if one.chosen else "text", lead, first + more, place)]


def _point(card: Card, place: int, width: int) -> list[_Row]:
    point = card.points[place]
    lead = f"{place + 1} {_MARKS[point.mark]} " if place < 9 else f"  {_MARKS[point.mark]} "
    text = f"{point.text}  ({point.aside})" if point.aside else point.text
    style = "open" if point.mark == "open" else "done"
    indent = " " * cell_len(lead)
    lead = lead if point.number is None else ""
    lines = wrap(text, max(width - cell_len(indent), 4)) or [""]
    return [_Row(style, lead if number == 0 else indent, line, place) for number, line in enumerate(lines)]
