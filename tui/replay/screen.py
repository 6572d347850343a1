"""The screen of a replay: the live screen's parts, drawn by its own functions, with keys that play instead of act."""

from collections.abc import Callable, Sequence
from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from interviews.replaying import Player
from interviews.session import Session
from tui.base_app import BaseApp
from tui.live import drawing
from tui.live.desk import Desk
from tui.live.helps import Helps
from tui.live.layout import panes
from tui.replay.implied import card_at, mode_at
from tui.widgets.bars import Bar, Piece
from tui.widgets.card_panel import CardPanel
from tui.widgets.conversation import Conversation
from tui.widgets.guide_pane import GuidePane
from tui.widgets.line_editor import LineEditor
from tui.words import Words

_EVERY = 0.1
"""Seconds between two looks at the clock."""

_LEAST_MINUTES = 90
"""Seconds from which on a silence is told in minutes."""


class ReplayHeader(Bar):
    """The clock's row, with the mark of a replay where the live screen says whether the last act is on disk."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--replay"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.sign = ""
        self.mark = ""

    def show(self, left: Sequence[Piece], right: Sequence[Piece] = ()) -> None:
        """Draw the live header's pieces but its first, which opens the palette, and its last, about the disk."""
        super().show(
            [Piece(f" {self.sign} ", "strong", "pause"), *left[1:]],
            [*right[:-1], Piece(" · "), Piece(f" {self.mark} ", "replay")],
        )


class ReplayScreen(Screen[None], inherit_bindings=False):
    """An interview as it went; there is nothing here that could write."""

    CSS_PATH = "../live/live.tcss"
    CSS = """
    ReplayScreen { layers: base above; layout: vertical; }
    ReplayHeader > .bar--replay { text-style: bold reverse; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("space", "play('pause')", ""),
        ("right", "play('next')", ""),
        ("left", "play('previous')", ""),
        ("plus", "play('faster')", ""),
        ("minus", "play('slower')", ""),
        ("home", "play('home')", ""),
        ("end", "play('finish')", ""),
        ("pageup", "scroll_pages(-1)", ""),
        ("pagedown", "scroll_pages(1)", ""),
        ("ctrl+l", "play('curtain')", ""),
        ("escape,q,ctrl+q,ctrl+c", "play('leave')", ""),
    ]

    def __init__(
        self, player: Player, which: str, words: Words, now: Callable[[], float], helps: Helps | None = None
    ) -> None:
        """``which`` says which of a participant's interviews it is, as its file is called."""
        super().__init__()
        self.player = player
        self.words = words
        self.line = LineEditor(now, prefix=f" {which} · ", id="line")
        self.line.disabled = True
        session = cast("Session", player)  # the desk only looks here, and the player has all that is looked at
        self.desk = Desk(session, words, self.line, lambda _: None, helps)
        self._now = now
        self._seen_at = now()
        self._drawn_place = 0

    def compose(self) -> ComposeResult:
        """As on the live screen; the input line takes nothing."""
        yield from panes(ReplayHeader(id="header"), self.line)

    def on_mount(self) -> None:
        """Draw everything once, and begin to play."""
        self.query_one("#guide").border_title = self.words("guide")
        self.query_one("#conversation").border_title = self.words("conversation")
        self._seen_at = self._now()
        self.set_interval(_EVERY, self.tick)
        self.draw()

    def tick(self) -> None:
        """Let the time go on that has passed; behind the curtain it stands still."""
        now = self._now()
        passed, self._seen_at = now - self._seen_at, now
        if self.player.playing and not self.desk.table.curtain:
            self.player.advance(passed)
            self.draw()

    def action_play(self, act: str) -> None:
        """Do what a key, or a click on its name, asks for."""
        self.tick()
        player = self.player
        acts: dict[str, Callable[[], None]] = {
            "pause": player.pause,
            "next": player.next,
            "previous": player.previous,
            "faster": player.faster,
            "slower": player.slower,
            "home": player.home,
            "finish": player.finish,
            "curtain": self._draw_curtain,
            "leave": self.app.exit,
        }
        acts[act]()
        self.draw()

    def action_scroll_pages(self, pages: int) -> None:
        """Scroll the conversation."""
        conversation = self.query_one("#conversation", Conversation)
        if pages < 0:
            conversation.page_up()
        else:
            conversation.page_down()

    @on(Bar.Picked)
    def _picked(self, picked: Bar.Picked) -> None:
        self.action_play(picked.act)

    def _draw_curtain(self) -> None:
        table = self.desk.table
        table.curtain = not table.curtain
        self.query_one("#curtain").display = table.curtain

    def draw(self) -> None:
        """Draw the interview as it was at this moment."""
        player, table = self.player, self.desk.table
        header = self.query_one("#header", ReplayHeader)
        header.sign = "▸" if player.playing else "‖"
        header.mark = self.words("replay_mark", speed=player.speed)
        if table.curtain:
            Bar.show(header, [Piece(" Ctrl+L ", "dim", "curtain")])
        else:
            drawing.header(header, self.desk)
        if player.place != self._drawn_place:
            self._drawn_place = player.place
            table.card = card_at(player.interview, player.last, self.words)
            table.mode = mode_at(player.interview)
            drawing.guide(self.query_one("#guide", GuidePane), self.desk)
            drawing.conversation(self.query_one("#conversation", Conversation), self.desk)
            drawing.card(self.query_one("#card", CardPanel), self.desk)
        said = self._said()
        if said != self.line.placeholder:
            self.line.placeholder = said
        self._hints(self.query_one("#hints", Bar))

    def _said(self) -> str:
        """What stands in the input line's place: where one is in the log, and what of a silence is left out."""
        player, words = self.player, self.words
        if player.over:
            return words("replay_over")
        if player.skipped >= _LEAST_MINUTES:
            return words("replay_skips_minutes", minutes=round(player.skipped / 60))
        if player.skipped >= 1:
            return words("replay_skips_seconds", seconds=round(player.skipped))
        return words("replay_place", place=player.place - 1, of=player.tape.end - 1)

    def _hints(self, bar: Bar) -> None:
        if self.desk.table.curtain:
            bar.show([])
            return
        words = self.words
        bar.show(
            [
                Piece(f" {words('replay_pause' if self.player.playing else 'replay_play')}  ", "dim", "pause"),
                Piece(f"{words('replay_next')}  ", "dim", "next"),
                Piece(f"{words('replay_previous')}  ", "dim", "previous"),
                Piece(f"{words('replay_speeds')}  Home End  ", "dim"),
                Piece(f"{words('replay_curtain')}  ", "dim", "curtain"),
                Piece(words("replay_leave"), "dim", "leave"),
            ]
        )


class ReplayApp(BaseApp, inherit_bindings=False):
    """Shows a replay until it is left; it has no palette."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, first: Callable[[], ReplayScreen], theme: str = "dark") -> None:
        super().__init__(theme)
        self._first = first

    def on_mount(self) -> None:
        """Open the screen."""
        self.push_screen(self._first())
