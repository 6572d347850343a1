"""The replay's screen.

The live screen's parts, with keys that play instead of act.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from interviews.core.events import Asked, Event, Explained, Noted, Sided, Stopped, Ticked
from interviews.core.replaying import Player
from interviews.core.state import Interview
from interviews.session import Session
from tui import signs
from tui.base_app import KeyedScreen
from tui.input import cards
from tui.input.cards import Card
from tui.keymap import KEYS, screen_keys
from tui.live import render as drawing
from tui.live.card_panel import CardPanel
from tui.live.guide_pane import GuidePane
from tui.live.live_controller import LiveController
from tui.live.modes import Closing, Debriefing, Mode, Reflecting, Talking
from tui.live.options import LiveOptions
from tui.live.render import panes
from tui.translator import N_, Translator
from tui.widgets.bars import Bar, Piece
from tui.widgets.conversation import Conversation
from tui.widgets.line_editor import LineEditor


def card_at(interview: Interview, last: Event, _: Translator) -> Card | None:
    """The card that the acts so far imply; ``last`` is the event that came last. What Enter would do is left out."""
    card = _in_passing(interview, last, _) or _lasting(interview, _)
    return card.but(foot="") if card is not None else None


def mode_at(interview: Interview) -> Mode:
    """Whether there was talk still, or the closing, the debriefing, or what comes after."""
    if interview.ended is not None:
        return Reflecting()
    match _turn(interview):
        case Ticked():
            return Debriefing()
        case Stopped():
            return Closing()
        case Asked(question=question) if any(one.id == question for one in interview.guide.closing):
            return Closing()
        case _:
            return Talking()


def _turn(interview: Interview) -> Event | None:
    """The last act that led into the talk, its closing or its debriefing."""
    for act in reversed(list(interview.events())):
        if isinstance(act, Asked | Stopped) or (isinstance(act, Ticked) and act.card == "after"):
            return act
    return None


def _lasting(interview: Interview, _: Translator) -> Card | None:
    if interview.ended is not None:
        return None
    match _turn(interview):
        case Ticked():
            return cards.after_card(interview, _)
        case Stopped():
            return cards.card_after_stop(interview, _)
        case None if interview.guide.opening:
            return cards.opening_card(interview, _)
        case _:
            return None


def _in_passing(interview: Interview, last: Event, _: Translator) -> Card | None:
    guide = interview.guide
    match last:
        case Ticked(card="probes", question=id) | Sided(question=id):
            question = guide.question(id) if id is not None else None
            return cards.probes_card(interview, question, _) if question is not None else None
        case Explained(concept=name, level=level):
            concept = next((one for one in guide.concepts if one.name == name), None)
            known = concept is not None and level in dict(concept.forms)
            return cards.concept_card(concept, level, guide, _) if concept is not None and known else None
        case Noted(kind="reflexive") if interview.ended is not None:
            return cards.reflect_card(interview, _)
        case _:
            return None


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


class ReplayScreen(KeyedScreen, inherit_bindings=False):
    """An interview as it went; there is nothing here that could write."""

    KEYS_OF = "replay"
    CSS_PATH = "../live/live.tcss"
    CSS = """
    ReplayScreen { layers: base above; layout: vertical; }
    ReplayHeader > .bar--replay { text-style: bold reverse; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(",".join(one.keys), f"play('{one.name}')", id=one.id)
            for one in screen_keys("replay")
            if one.id.startswith("replay.")
        ),
        Binding("pageup", "scroll_pages(-1)", id="scroll_up"),
        Binding("pagedown", "scroll_pages(1)", id="scroll_down"),
        Binding("ctrl+l", "play('curtain')", id="curtain"),
        ("escape,ctrl+c", "play('leave')", ""),
        Binding("ctrl+q", "play('leave')", id="quit"),
    ]

    def __init__(
        self, player: Player, which: str, _: Translator, now: Callable[[], float], helps: LiveOptions | None = None
    ) -> None:
        """``which`` says which of a participant's interviews it is, as its file is called."""
        super().__init__()
        self.player = player
        self._ = _
        self.line = LineEditor(now, prefix=f" {which} · ", id="line")
        self.line.disabled = True
        session = cast("Session", player)  # the desk only looks here, and the player has all that is looked at
        self.desk = LiveController(session, _, self.line, lambda _: None, helps)
        self._now = now
        self._seen_at = now()
        self._drawn_place = 0
        self._told = ""

    def compose(self) -> ComposeResult:
        """As on the live screen; the input line takes nothing."""
        yield from panes(ReplayHeader(id="header"), self.line)

    def on_mount(self) -> None:
        """Draw everything once, and begin to play."""
        self.query_one("#guide").border_title = self._("Guide")
        self.query_one("#conversation").border_title = self._("Conversation")
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
        self._told, player = "", self.player
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

    def tell(self, said: str) -> None:
        """Say it where else the place in the log is said."""
        self._told = said
        self.draw()

    def action_scroll_pages(self, pages: int) -> None:
        """Scroll the conversation."""
        conversation = self.query_one("#conversation", Conversation)
        if pages < 0:
            conversation.page_up()
        else:
            conversation.page_down()

    @on(Bar.Picked)
    def _on_pick(self, picked: Bar.Picked) -> None:
        self.action_play(picked.act)

    def _draw_curtain(self) -> None:
        table = self.desk.table
        table.curtain = not table.curtain
        self.query_one("#curtain").display = table.curtain

    def draw(self) -> None:
        """Draw the interview as it was at this moment."""
        player, table = self.player, self.desk.table
        header = self.query_one("#header", ReplayHeader)
        header.sign = signs.PLAYING if player.playing else signs.PAUSED
        header.mark = self._("REPLAY {speed}×", speed=player.speed)
        if table.curtain:
            Bar.show(header, [Piece(KEYS.say(" Ctrl+L "), "dim", "curtain")])
        else:
            drawing.header(header, self.desk)
        if player.place != self._drawn_place:
            self._drawn_place = player.place
            table.card = card_at(player.interview, player.last, self._)
            table.mode = mode_at(player.interview)
            drawing.guide(self.query_one("#guide", GuidePane), self.desk)
            drawing.conversation(self.query_one("#conversation", Conversation), self.desk)
            drawing.card(self.query_one("#card", CardPanel), self.desk)
        said = self._describe_place()
        if said != self.line.placeholder:
            self.line.placeholder = said
        self._hints(self.query_one("#hints", Bar))

    def _describe_place(self) -> str:
        """What stands in the input line's place: where one is in the log, and what of a silence is left out."""
        player, _ = self.player, self._
        if self._told:
            return self._told
        if player.over:
            return _("the end of the log · space plays from the beginning")
        if player.skipped >= _LEAST_MINUTES:
            return _("… skipping {minutes} min", minutes=round(player.skipped / 60))
        if player.skipped >= 1:
            return _("… skipping {seconds} s", seconds=round(player.skipped))
        return _(
            "event {place} of {of} · a replay: nothing is written here", place=player.place - 1, of=player.tape.end - 1
        )

    def _hints(self, bar: Bar) -> None:
        if self.desk.table.curtain:
            bar.show([])
            return
        _ = self._
        speed = f"{KEYS.called('replay.faster', '+')} {KEYS.called('replay.slower', '-')}"
        ends = f"{KEYS.called('replay.home', 'Home')} {KEYS.called('replay.finish', 'End')}"
        leave = KEYS.called("quit", KEYS.called("replay.leave", "q"))
        bar.show(
            [
                Piece(f" {_(N_('space pause') if self.player.playing else N_('space play'))}  ", "dim", "pause"),
                Piece(f"{KEYS.name_in(_('→ next'), 'replay')}  ", "dim", "next"),
                Piece(f"{KEYS.name_in(_('← previous'), 'replay')}  ", "dim", "previous"),
                Piece(f"{_('+ - speed').replace('+ -', speed)}  {ends}  ", "dim"),
                Piece(f"{_('Ctrl+L hide')}  ", "dim", "curtain"),
                Piece(_("q leave").replace("q", leave, 1), "dim", "leave"),
            ]
        )
