"""The card over the end of the conversation.

Where it is higher than its place it scrolls: by hand, and to the next open point when one is ticked.
"""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from guide.frozen import Value
from tui import signs
from tui.escape import escape_controls
from tui.input.cards import Card
from tui.widgets.entry_rows import wrap


class Window(Value):
    """Rows ``start`` to ``stop`` are seen; ``above`` and ``below`` say whether a row tells of more there."""

    start: int
    stop: int
    above: bool = False
    below: bool = False

    def shows(self, row: int) -> bool:
        """Whether this row is seen."""
        return self.start <= row < self.stop


def window_at(top: int, count: int, room: int) -> Window:
    """What is seen of ``count`` rows in ``room`` rows from ``top`` on; the last page has no row to spare below it."""
    if count <= room:
        return Window(0, count)
    if room < 3:
        start = min(max(top, 0), count - max(room, 0))
        return Window(start, start + max(room, 0))
    if top <= 0:
        return Window(0, room - 1, below=True)
    if count - top <= room - 1:
        return Window(count - room + 1, count, above=True)
    return Window(top, top + room - 2, above=True, below=True)


def next_top(window: Window, stops: Sequence[int], count: int, room: int, *, down: bool) -> int:
    """Where the window begins one step on: at the next of ``stops``, but no row is passed over."""
    if down:
        farthest = window.stop if not window.above else window.stop - 1
        found = [row for row in stops if window.start + (0 if window.above else 1) < row <= farthest]
        return min(found[0] if found else farthest, count)
    nearest = max(window.start - max(room - 2, 1), 0)
    found = [row for row in stops if nearest <= row < window.start]
    top = found[-1] if found else nearest
    return 0 if top <= 1 else top


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
    begins: bool = True


class CardPanel(Widget, can_focus=False):
    """As high as what it shows; hidden when there is nothing to show."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "card-panel--open",
        "card-panel--done",
        "card-panel--text",
        "card-panel--foot",
        "card-panel--chosen",
    }

    class PlacePicked(Message):
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
        self._top = 0
        self._wanted: tuple[int, ...] = ()
        self._brought: int | None = None

    def show(self, card: Card | None, found: Sequence[Found], found_title: str) -> None:
        """Show the questions found, else the card, else nothing."""
        brought, self._brought = self._brought, None
        if (card, found) == (self._card, self._found):
            return
        self._follow(card, found, brought)
        self._card, self._found = card, found
        self._laid_out_for = -1
        self.display = card is not None or bool(found)
        self.border_title = escape_controls(found_title if found else card.title if card is not None else "")
        self.refresh(layout=True)

    def _follow(self, card: Card | None, found: Sequence[Found], brought: int | None) -> None:
        """What must be in sight: the question chosen; of the same card the point just ticked and the next open one.

        A card that comes with a point to be ``brought`` into sight shows that one.
        """
        if found:
            self._top, self._wanted = 0, tuple(place for place, one in enumerate(found) if one.chosen)
            return
        before, now = self._card, card
        if before is None or now is None or self._found or _name(before) != _name(now):
            self._top = 0
            still = () if now is None else _next_open(now, -1)[:1]
            self._wanted = still if now is not None and any(one.mark != "open" for one in now.points) else ()
            if brought is not None:
                self._wanted = (brought,)
            return
        ticked = [
            place
            for place, (old, new) in enumerate(zip(before.points, now.points, strict=False))
            if (old.id, old.mark) != (new.id, new.mark)
        ]
        if ticked:
            self._top = self._window()[1].start
            self._wanted = (ticked[0], *_next_open(now, ticked[0]))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the card takes at this width."""
        return len(self._rows_at(width))

    def _rows_at(self, width: int) -> list[_Row]:
        """The card's rows at this width, laid out anew when card or width have changed."""
        if width != self._laid_out_for:
            self._rows, self._laid_out_for = self._lay_out(width), width
        return self._rows

    def _split(self) -> tuple[list[_Row], list[_Row], int]:
        """The rows that scroll, those below them that stay, and how many of the former have room."""
        rows, height = self._rows_at(self.size.width), self.size.height
        foot = [row for row in rows if row.style == "foot"]
        body = rows[: len(rows) - len(foot)]
        most = max(height - min(len(body), 3), 1) if body else height
        if len(foot) > most:
            foot = [*foot[: most - 1], _Row("foot", "", "…")]
        return body, foot, height - len(foot)

    def _window(self) -> tuple[list[_Row], Window, list[_Row]]:
        """The rows that scroll, which of them are seen, and what stays below them."""
        body, foot, room = self._split()
        places = [[row for row, one in enumerate(body) if one.pick == place] for place in self._wanted]
        wanted = [rows for rows in places if rows]
        windows = [window_at(top, len(body), room) for top in (self._top, *(rows[0] for rows in wanted))]
        showing = (one for one in windows if all(one.shows(row) for rows in wanted for row in rows))
        done = (one for one in windows[::-1] if wanted and one.shows(wanted[0][0]))
        return body, next(showing, next(done, windows[-1])), foot

    def _visible_rows(self) -> list[_Row]:
        """What stands on the screen, row by row."""
        body, window, foot = self._window()
        above = [self._more("↑", body[: window.start])] if window.above else []
        below = [self._more("↓", body[window.stop :])] if window.below else []
        return [*above, *body[window.start : window.stop], *below, *foot]

    def _more(self, arrow: str, rows: Sequence[_Row]) -> _Row:
        """That there is more, with the numbers of the points that are still open there."""
        points = self._card.points if self._card is not None and not self._found else ()
        begun = [points[row.pick] for row in rows if row.pick is not None and row.begins and row.style == "open"]
        named = (point.number or points.index(point) + 1 for point in begun)
        return _Row("foot", "", f"{arrow} {' '.join(f'{number}' for number in named) or '…'}")

    def sees(self, place: int) -> bool:
        """Whether the point in this place, from 0, is on the screen: its number, which is what a digit names."""
        if not self.display or not self.size.height:
            return True
        if self._found:
            return False  # questions that were found lie over it
        body, window, _ = self._window()
        lines = [row for row, one in enumerate(body) if one.pick == place]
        return not lines or window.shows(lines[0])

    def bring(self, place: int) -> None:
        """Scroll to the point in this place, from 0."""
        self._top, self._wanted, self._brought = self._window()[1].start, (place,), place
        self.refresh()

    def scroll_card(self, rows: int, *, page: bool = False) -> bool:
        """One step, or one page, up (below 0) or down; False where the card is all in sight, or at its top."""
        if not self.display or not self.size.height:
            return False
        body, window, _ = self._window()
        room = self._split()[2]
        if len(body) <= room or (rows < 0 and not window.above):
            return False
        if rows > 0 and window.stop >= len(body):
            return True
        if page:
            top = window.stop if rows > 0 else max(window.start - max(room - 2, 1), 0)
            self._top = top if top > 1 else 0
        else:
            stops = [row for row, one in enumerate(body) if one.begins]
            self._top = next_top(window, stops, len(body), room, down=rows > 0)
        self._wanted = ()
        self.refresh()
        return True

    def render_line(self, y: int) -> Strip:
        """One row of the card."""
        width = self.size.width
        base = self.rich_style
        segments: list[Segment] = []
        rows = self._visible_rows()
        if y < len(rows):
            row = rows[y]
            style = self.get_component_rich_style(f"card-panel--{row.style}", partial=True)
            segments = [Segment(row.lead, style), Segment(row.text, style)]
        return Strip(segments).adjust_cell_length(width, base).apply_style(base)

    def on_click(self, event: events.Click) -> None:
        """Tick the point, or choose the question, on the row that was clicked."""
        offset = event.get_content_offset(self)
        rows = self._visible_rows()
        if offset is not None and 0 <= offset.y < len(rows):
            pick = rows[offset.y].pick
            if pick is not None:
                self.post_message(self.PlacePicked(pick))

    def _lay_out(self, width: int) -> list[_Row]:
        if self._found:
            return [row for place, one in enumerate(self._found) for row in _hit_rows(place, one, width)]
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


def _name(card: Card) -> tuple[object, ...]:
    """What tells one card from another, whatever is ticked on it."""
    return card.name, card.title, card.question


def _next_open(card: Card, place: int) -> tuple[int, ...]:
    """The open point after this place, else the first; none where all are ticked."""
    still = [at for at, point in enumerate(card.points) if point.mark == "open"]
    return tuple([at for at in still if at > place][:1] or still[:1])


def _hit_rows(place: int, one: Found, width: int) -> list[_Row]:
    lead = f"{signs.IN_HAND if one.chosen else ' '} {one.id:<4} "
    room = max(width - cell_len(lead), 4)
    first, *rest = wrap(one.text, room) or [""]
    if rest:
        first = f"{wrap(one.text, room - 1)[0]}…"
    return [_Row("chosen" if one.chosen else "text", lead, first, place)]


def _point(card: Card, place: int, width: int) -> list[_Row]:
    """A point's rows; what is ticked has been read, and folds to one."""
    point = card.points[place]
    lead = f"{place + 1} {signs.TICKS[point.mark]} " if place < 9 else f"  {signs.TICKS[point.mark]} "
    text = f"{point.text}  ({point.aside})" if point.aside else point.text
    indent = " " * cell_len(lead)
    lead = lead if point.number is None else ""
    room = max(width - cell_len(indent), 4)
    if point.mark != "open":
        whole = text if cell_len(text) <= room else point.text
        return [_Row("done", lead, _one_line(whole, room), place)]
    lines = wrap(text, room) or [""]
    return [
        _Row("open", lead, lines[0], place),
        *(_Row("open", indent, line, place, begins=False) for line in lines[1:]),
    ]


def _one_line(text: str, room: int) -> str:
    """The words that have room on one line, and … where there are more."""
    first, *rest = wrap(text, room) or [""]
    if not rest:
        return first
    first = wrap(text, max(room - 2, 2))[0]
    return f"{first if cell_len(first) <= room - 2 else set_cell_size(first, room - 2)} …"
