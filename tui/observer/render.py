"""What each part of the observer's screen shows."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Offset, Size
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from guide.frozen import Value
from interviews.observing import Turn
from tui.escape import escape_controls
from tui.input.actions import key_name
from tui.keymap import KEYS
from tui.observer.observer_controller import Group, ObserverAct, ObserverDesk, acts_of, question_lines
from tui.sentences.code_names import OBSERVER_TITLES, PILOT_NAMES
from tui.signs import LIT, MENU
from tui.time_format import format_time
from tui.translator import N_, Translator
from tui.widgets.bars import Bar, Piece

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
        key, count = f" {escape_controls(row.key)} ", f" {row.count or '·'} "
        name = fit(row.name, width - cell_len(key) - cell_len(count))
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
            key = f" {LIT if row.lit else ' '} {escape_controls(row.key)} "
            name = fit(f" {escape_controls(row.name)}  {row.count or '·'} ", min(end - used - cell_len(key), _NAME))
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
        key = f" {escape_controls(row.key):>7}  "
        segments = [
            self._segment(key, "dim"),
            self._segment(fit(row.name, width - cell_len(key)), "lit" if row.lit else "plain"),
        ]
        return Strip(segments).adjust_cell_length(width, base).apply_style(base)


def fit(text: str, width: int) -> str:
    """The text in exactly so many cells, … where it is cut."""
    text = escape_controls(text)
    if cell_len(text) <= width:
        return set_cell_size(text, max(width, 0))
    return set_cell_size(text, width - 1) + "…" if width > 1 else ""


_MOST = 60
"""More of the latest ticks than any screen has rows for."""


def key_of(act: ObserverAct, _: Translator) -> str:
    """An act's key as people call it, and as the settings have it."""
    return KEYS.called(act.id, key_name(act.key, _))


def header(bar: Bar, desk: ObserverDesk) -> None:
    """The clock's row: whose interview, how long it has lasted, and whether the last tick is on disk."""
    _, interview = desk._, desk.window.interview
    now = desk.now
    saved = Piece(f"{_('saved √')} ") if desk.saved else Piece(f" {_('NOT SAVED ×')} ", "alarm")
    right = [Piece(f" {format_time(now)}")] if now is not None else []
    if desk.curtain:
        bar.show([Piece(KEYS.say(" Ctrl+L "), "dim", "curtain")], [*right, Piece(" · " if right else " "), saved])
        return
    left = [
        Piece(f" {MENU} ", "dim", "palette"),
        Piece(_("OBSERVER"), "strong"),
        Piece(f" · {desk.name}"),
    ]
    if interview is not None and interview.started.mode == "pilot":
        left.append(Piece(f" · {_(PILOT_NAMES[interview.started.pilot])}"))
    if interview is not None:
        left.append(Piece(f" · {interview.guide.title}", "dim"))
    if interview is not None and interview.ended is not None:
        right.append(Piece(f" · {_('ended')}"))
    bar.show(left, [*right, Piece(" · " if right else " "), saved])


def question(row: Static, desk: ObserverDesk) -> None:
    """The question in hand as it is worded, or why there is none."""
    row.update(Content("\n".join(escape_controls(line) for line in question_lines(desk))))


def turns(boxes: Speakers, desk: ObserverDesk) -> None:
    """Who speaks now, and how often each has begun to."""
    speaker, counts = desk.seat.speaker, desk.seat.observation.turns
    boxes.show([_row(act, counts.get(act.name, 0), desk, lit=act.name == speaker) for act in acts_of("turn")])


def moves(rows: Rows, desk: ObserverDesk) -> None:
    """The nine moves with their counts."""
    _show_counts(rows, "move", desk.seat.observation.moves, desk)


def signs(rows: Rows, desk: ObserverDesk) -> None:
    """What else can be noticed, with its counts."""
    _show_counts(rows, "sign", desk.seat.observation.signs, desk)


def _show_counts(rows: Rows, group: Group, counts: Mapping[str, int], desk: ObserverDesk) -> None:
    last = desk.seat.observation.ticks[-1:]
    lit = "" if not last or isinstance(last[0], Turn) else desk.name_of(last[0])
    rows.show(
        [
            _row(act, counts.get(act.name, 0), desk, lit=desk._(OBSERVER_TITLES[act.name]) == lit)
            for act in acts_of(group)
        ]
    )


def _row(act: ObserverAct, count: int, desk: ObserverDesk, *, lit: bool) -> TickRow:
    _ = desk._
    return TickRow(act.name, key_of(act, _), _(OBSERVER_TITLES[act.name]), count, lit)


def latest(rows: Latest, desk: ObserverDesk) -> None:
    """The latest ticks, newest first, by the interview's time, or by the observation's own before it has begun."""
    shift = desk.window.shift(desk.seat.observation)
    ticks = desk.seat.observation.ticks[:-_MOST:-1]
    shown = [
        TickRow("", format_time(max(tick.t + shift, 0.0)), desk.name_of(tick), 0, place == 0)
        for place, tick in enumerate(ticks)
    ]
    rows.show(shown or [TickRow("", "", desk._("no ticks yet"), 0)])


def hints(bar: Bar, desk: ObserverDesk) -> None:
    """What there is to say, else the keys."""
    _ = desk._
    if desk.curtain:
        bar.show([])
    elif desk.said.text:
        note = [] if desk.writing else [Piece(f"{_('enter note')} ", "dim", "remark")]
        bar.show([Piece(f" {desk.said.text} ", "alarm" if desk.said.alarm else "strong")], note)
    else:
        bar.show(
            [
                Piece(
                    f" {_(N_('enter saves · esc leaves it') if desk.writing else N_('enter/a capital: note · Ctrl+Z undo · {help} help · Ctrl+L hide · Ctrl+Q leave'), help=desk.key_of_help)}",
                    "dim",
                )
            ]
        )
