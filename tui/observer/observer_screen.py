"""The observer's screen."""

from collections.abc import Iterable
from contextlib import suppress
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult, SystemCommand
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from interviews.core.clock import Clock
from interviews.log.writer import LogFailure
from interviews.observing.follow_log import Window
from interviews.observing.session import Seat
from tui.base_app import CommandApp, when_told_to_end
from tui.observer import render as drawing
from tui.observer.observer_controller import OBSERVER_ACTS, OBSERVER_HELP, OBSERVER_TITLES, Call, ObserverDesk
from tui.observer.render import Latest, Rows, Speakers
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
        self.desk.window.look()
        self.draw()
        when_told_to_end(self._end)

    def tick(self) -> None:
        """Let the clock go on; the question too, when the interviewer has asked another."""
        if self.desk.window.look():
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
    def _changed(self) -> None:
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
                from tui.observer.help import ObserverHelp

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


class ObserverApp(CommandApp, inherit_bindings=False):
    """Shows the seat until it is left, and has a palette of its acts."""

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every act of the seat, and nothing else."""
        if not isinstance(screen, ObserverScreen):
            return
        for act in OBSERVER_ACTS:
            title = f"{self._(OBSERVER_TITLES[act.name])}   {drawing.key_of(act, self._)}"
            help_line = self._(OBSERVER_HELP[act.name])
            yield SystemCommand(title, help_line, lambda name=act.name: screen.do_act(name))
