"""The observer's screen, its help, and waiting for an interview."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from interviews.core.clock import Clock
from interviews.failures import LogFailure
from interviews.observer_session import Seat, Window
from tui.base_app import BaseApp, CommandApp, KeysPage, PaletteAct, when_told_to_end
from tui.observer import render as drawing
from tui.observer.observer_controller import OBSERVER_ACTS, OBSERVER_HELP, Call, Group, ObserverDesk, acts_of
from tui.observer.render import Latest, Rows, Speakers, key_of
from tui.sentences.code_names import OBSERVER_TITLES
from tui.translator import Translator
from tui.widgets.bars import Bar, Curtain
from tui.widgets.line_editor import LineEditor

_ACT = {act.name: act for act in OBSERVER_ACTS}


class ObserverScreen(Screen[None], inherit_bindings=False):
    """One seat beside one interview; between two acts nothing moves but the clock's row."""

    CSS_PATH = "observer.tcss"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, seat: Seat, window: Window, _: Translator, clock: Clock) -> None:
        super().__init__()
        self._ = _
        self.line = LineEditor(clock.running, id="line")
        self.desk = ObserverDesk(seat, window, _, clock, self.line)
        self.desk.on_call(self._answer_call)
        self._left = False

    def compose(self) -> ComposeResult:
        """From above: the clock, the question in hand, who speaks, the ticks, the latest ones, the line for notes."""
        yield Bar(id="header")
        yield Static(Content(""), id="question")
        yield _frame(Speakers(id="turns"), self._("Who speaks now"))
        with Horizontal(id="ticks"):
            yield _frame(Rows(id="moves"), self._("Moves"))
            yield _frame(Rows(id="signs"), self._("Noticed"))
        yield Latest(id="latest")
        yield self.line
        yield Bar(id="hints")
        yield Curtain(id="curtain")

    def on_mount(self) -> None:
        """Draw everything once, and from then on the clock's row every second."""
        self.line.before_key = self._press
        self.line.focus()  # for good: keys keep their order only on one way
        self.set_interval(1.0, self.tick)
        self.desk.look()
        self.draw()
        when_told_to_end(self._end)

    def tick(self) -> None:
        """Let the clock go on; the question too, when the interviewer has asked another."""
        if self.desk.look():
            drawing.question(self.query_one("#question", Static), self.desk)
        drawing.header(self.query_one("#header", Bar), self.desk)

    def _press(self, event: events.Key) -> bool:
        """A key is a tick, at once; while a note is written it is the line's."""
        if not self.is_current:
            return True
        handled = self.desk.press(event.key, event.character)
        self.draw()
        return handled or not self.desk.writing  # a key that is none must not end up on the line

    @on(LineEditor.Changed)
    def _take_change(self) -> None:
        self.desk.veiled = self.desk.veiled and bool(self.line.text)
        self.draw()

    @on(Bar.Picked)
    def _on_pick(self, picked: Bar.Picked) -> None:
        self.do_act(picked.act)

    @property
    def curtained(self) -> bool:
        """Whether a curtain hides it."""
        return self.desk.curtain

    def do_act(self, name: str) -> None:
        """Do an act by its name, as palette and mouse ask; a note being written stays as it is."""
        if not self.desk.writing or name in ("quit", "curtain", "help"):
            self.desk.do(_ACT[name])
            self.draw()

    def _answer_call(self, call: Call) -> None:
        match call:
            case "help":
                self.app.push_screen(ObserverHelp(self._), self._after_help)
            case "palette":
                self.app.action_command_palette()
            case "quit":
                self._leave()

    def _after_help(self, hide: bool | None) -> None:  # noqa: FBT001  as Textual calls it
        if hide:
            self.do_act("curtain")

    def _leave(self) -> None:
        self._left = True
        with suppress(LogFailure):  # the seat's end is then its last tick
            self.desk.seat.leave()
        self.app.exit()

    def _end(self) -> None:
        """Keep the note, then leave as if asked to."""
        self.desk.keep_line_somewhere()
        self._leave()

    def on_unmount(self) -> None:
        """A terminal that went away without a word: the note is kept all the same."""
        if not self._left:
            self.desk.keep_line_somewhere()

    def draw(self) -> None:
        """Draw what the desk is now."""
        desk = self.desk
        drawing.header(self.query_one("#header", Bar), desk)
        drawing.question(self.query_one("#question", Static), desk)
        drawing.turns(self.query_one("#turns", Speakers), desk)
        drawing.moves(self.query_one("#moves", Rows), desk)
        drawing.signs(self.query_one("#signs", Rows), desk)
        drawing.latest(self.query_one("#latest", Latest), desk)
        drawing.hints(self.query_one("#hints", Bar), desk)
        curtain = self.query_one("#curtain")
        curtain.display = desk.curtain
        curtain.set_class(not desk.veiled, "above-the-line")
        self.line.set_class(not desk.writing, "resting")
        prefix = f" {desk._('note › ')}" if desk.writing and not desk.curtain else ""
        if self.line.prefix != prefix:
            self.line.prefix = prefix


def _frame(rows: Rows, title: str) -> Rows:
    rows.add_class("framed")
    rows.border_title = title
    return rows


class ObserverApp(CommandApp):
    """Shows the seat until it is left, and has a palette of its acts."""

    def palette_acts(self, screen: Screen[object]) -> Iterable[PaletteAct]:
        """The palette: every act of the seat, and nothing else."""
        if not isinstance(screen, ObserverScreen):
            return
        for act in OBSERVER_ACTS:
            title = f"{self._(OBSERVER_TITLES[act.name])}   {drawing.key_of(act, self._)}"
            help_line = self._(OBSERVER_HELP[act.name])
            yield PaletteAct(title, help_line, partial(screen.do_act, act.name))


_EVERY = 1.0
"""Seconds between two looks at the study."""


class WaitingApp(BaseApp):
    """Looks every second whether ``find`` finds the log of an interview, and ends with it; None where it was left."""

    CSS = """
    Screen { align: center middle; }
    #box { width: 78; max-width: 100%; height: auto; border: solid $accent; padding: 1 2; }
    #hint { margin-top: 1; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,ctrl+c", "leave", ""),
        Binding("ctrl+q", "leave", id="quit"),
    ]

    def __init__(self, find: Callable[[], Path | None], _: Translator, theme: str = "dark") -> None:
        super().__init__(theme)
        self._find, self._ = find, _
        self.found: Path | None = None

    def compose(self) -> ComposeResult:
        """What is waited for, and how to leave."""
        with Vertical(id="box") as box:
            box.border_title = self._("No interview is under way yet")
            yield Static(
                Content(
                    self._(
                        "It begins with the first key in the other terminal (run or run --pilot); then the seat opens here by itself."
                    )
                )
            )
            yield Static(Content(self._("waiting · Ctrl+Q leaves")), id="hint")

    def on_mount(self) -> None:
        """Look now, and from then on every second."""
        self.set_interval(_EVERY, self.look)

    def look(self) -> None:
        """End with the log once there is one."""
        self.found = self._find()
        if self.found is not None:
            self.exit()

    def action_leave(self) -> None:
        """Leave without having observed."""
        self.exit()


_NAME = 23


class ObserverHelp(KeysPage):
    """The observer's acts: who speaks, the moves, what is noticed, the seat itself."""

    def compose(self) -> ComposeResult:
        """The acts by group: who speaks, the moves, what is noticed, the seat itself."""
        _ = self._
        with VerticalScroll() as scroll:
            scroll.border_title = _("The observer's keys")
            scroll.border_subtitle = _("↑ ↓ scroll · Esc closes")
            yield from self._group("turn", _("Who speaks now"))
            yield Static(Content(_("One press as it happens. Leave “mm” and nods alone.")))
            yield from self._group("move", " · ".join((_("Moves"), _("Kvale's nine types"))))
            yield from self._group("sign", _("Noticed"))
            yield from self._group("seat", _("OBSERVER").capitalize())

    def _group(self, group: Group, title: str) -> ComposeResult:
        yield Static(Content(title), classes="group")
        yield Static(group_table(group, self._))


def group_table(group: Group, _: Translator) -> Table:
    """The acts of a group: key, name, and what it means."""
    keys = [key_of(act, _) for act in acts_of(group)]
    table = Table.grid(padding=(0, 1, 0, 1))
    table.add_column(width=max(map(cell_len, keys)), no_wrap=True)
    table.add_column(width=_NAME, no_wrap=True)
    table.add_column(ratio=1)
    for key, act in zip(keys, acts_of(group), strict=True):
        name = _(OBSERVER_TITLES[act.name])
        table.add_row(Text(key, style="bold"), Text(name), Text(_(OBSERVER_HELP[act.name])))
    return table
