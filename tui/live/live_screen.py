"""The live screen.

It hands keys to the controller and draws what came of them.
"""

import gc
from collections.abc import Iterable
from functools import partial
from time import monotonic
from typing import ClassVar

from textual import events, on
from textual._time import get_time
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from interviews.core.commands import AskQuestion
from interviews.session import Session
from tui.base_app import CommandApp, PaletteAct, when_told_to_end
from tui.input.actions import ACTS, key_of, slash_of
from tui.input.screen_commands import TickProbes
from tui.live import render as drawing
from tui.live.action_runner import Call
from tui.live.card_panel import CardPanel
from tui.live.guide_pane import GuidePane
from tui.live.live_controller import LiveController
from tui.live.options import LiveOptions
from tui.live.render import panes
from tui.translator import Translator
from tui.widgets.bars import Bar, Curtain
from tui.widgets.conversation import Conversation
from tui.widgets.line_editor import LineEditor


def _collect_again() -> None:
    """The start goes faster without the garbage collector; what it made stays, and need not be looked at again."""
    gc.freeze()
    gc.enable()


_SLICE, _BETWEEN, _MOMENT = 0.006, 0.015, 0.02
"""Seconds of gathering what interviews tell, until the next slice, and of gathering for what is wanted at once.

A key waits for no more than one of them.
"""
_AT_A_TIME = 250
"""Interviews that are read for the first time, until what was worked out of them is written down."""


class LiveScreen(Screen[None]):
    """One interview: the guide on the left, the conversation on the right, the input line below."""

    CSS_PATH = "live.tcss"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, session: Session, _: Translator, now: "drawing.Now", helps: LiveOptions | None = None) -> None:
        super().__init__()
        self._ = _
        self.line = LineEditor(now, placeholder=_("note …"), id="line", highlights=False)
        self.desk = LiveController(session, _, self.line, self._answer_call, helps or LiveOptions())
        self.kept = (helps or LiveOptions()).kept
        self._drawn_until: tuple[object, ...] = ()
        self._typed = ""
        self._left = False
        self._reads: bool | None = None

    def compose(self) -> ComposeResult:
        """Header, guide, conversation with its card, input line, hints, and the curtain above all."""
        yield from panes(Bar(id="header"), self.line)

    def on_mount(self) -> None:
        """Draw everything once, and from then on the clock's row; where no clock is wanted nothing, until a key."""
        self.query_one("#guide").border_title = self._("Guide")
        self.query_one("#conversation").border_title = self._("Conversation")
        self.line.before_key, self.line.after_key = self._press, self._draw_typed
        self.desk.hands.sight = self.query_one("#card", CardPanel)
        self.line.focus()
        helps = self.desk.table.helps
        if helps.clock != "off" or helps.informant is not None:
            self.set_interval(1.0, self.tick)
        self.desk.take_up_draft()
        self.draw()
        when_told_to_end(self._end)
        self.call_after_refresh(self.set_timer, 0.3, self._settle_in)  # a slow machine draws for longer than that

    def _settle_in(self) -> None:
        """What the first frame did not wait for, so that no later key does either."""
        _collect_again()
        self._write_kept()
        self._read_on()

    def _write_kept(self) -> None:
        """Write down what was worked out of earlier interviews, should it be more than is there."""
        if self.kept is not None and self.kept.changed:
            self.run_worker(self.kept.write, thread=True, exit_on_error=False)

    def _read_on(self) -> None:
        """A slice of what this interview and earlier ones tell, and then whatever was pressed meanwhile."""
        offers = self.desk.hands.offers
        learning = offers.is_learning
        self._reads = self.is_attached and offers.read_on(_SLICE)
        if learning and not offers.is_learning:
            self._offer()
            self._complete()
        if self.kept is not None and (not self._reads or self.kept.unwritten >= _AT_A_TIME):
            self._write_kept()
        if self._reads:
            self.set_timer(_BETWEEN, self._read_on)

    def _has_learnt(self) -> bool:
        """Whether all that this interview tells is known, having gone on learning for a moment; thousands take longer."""
        until, offers = monotonic() + _MOMENT, self.desk.hands.offers
        offers.finish_loading()
        while self._reads and offers.is_learning and monotonic() < until:
            self._reads = offers.read_on(_SLICE)
        return not (self._reads and offers.is_learning)

    def _end(self) -> None:
        """Keep the line, then leave as if asked to."""
        self.desk.keep_draft()
        self._left = True
        self.app.exit()

    def on_unmount(self) -> None:
        """A terminal that went away without a word: the line is kept all the same."""
        if not self._left:
            self.desk.keep_draft()

    def _press(self, event: events.Key) -> bool:
        if not self.is_current:  # help or the palette has been called; what was typed behind it is not meant for here
            return True
        handled = self.desk.press(event.key, event.character, ago=max(0.0, get_time() - event.time))
        if handled:  # else it is drawn once the line has done what it does with the key
            self.draw()
        if self.desk.hands.offers.is_due:
            self.call_after_refresh(self._offer)
        if "#" in self.line.text:
            self.call_after_refresh(self._complete)
        if self._reads is False and self.desk.hands.offers.is_learning:
            self._reads = True
            self.set_timer(_BETWEEN, self._read_on)
        return handled

    def _draw_typed(self) -> None:
        """Draw the line with what Enter would do now, in one frame, however many keys came at once."""
        if self.line.text != self._typed:
            self._typed = self.line.text
            self.desk.take_typed()
        self.draw()

    def _offer(self) -> None:
        """What to offer is worked out once the key has been drawn, and all is learnt: no key waits for either."""
        if self.is_attached and self.desk.hands.offers.is_due and self._has_learnt() and self.desk.work_out_offer():
            self.draw()

    def _complete(self) -> None:
        """What a `#` may mean is worked out then too; where the cursor has gone since, it counts."""
        if self.is_attached and "#" in self.line.text and self._has_learnt() and self.desk.work_out_completions():
            self.draw()

    def tick(self) -> None:
        """Let the clock go on, and nothing else; in a practice interview the informant too."""
        drawing.header(self.query_one("#header", Bar), self.desk)
        if self.line.text:
            drawing.prompt(self.line, self.desk)  # what Enter would do may depend on the clock
        if self.desk.table.masked is not None:
            self._draw_interview()  # so may what it does on an empty line
            drawing.hints(self.query_one("#hints", Bar), self.desk)
        if self.desk.table.helps.informant is not None:
            drawing.conversation(self.query_one("#conversation", Conversation), self.desk)

    @on(LineEditor.Changed)
    def _take_change(self) -> None:
        if self.line.text != self._typed:
            self._draw_typed()
        if "#" in self.line.text:
            self.call_after_refresh(self._complete)

    @on(GuidePane.Picked)
    def _question_picked(self, picked: GuidePane.Picked) -> None:
        self.desk.carry_out(AskQuestion(picked.question))
        self.draw()

    @on(GuidePane.ProbePicked)
    def _probe_picked(self, picked: GuidePane.ProbePicked) -> None:
        self.desk.carry_out(TickProbes((picked.place,)))
        self.draw()

    @on(CardPanel.PlacePicked)
    def _place_picked(self, picked: CardPanel.PlacePicked) -> None:
        self.desk.pick(picked.place + 1)
        self.draw()

    @on(Bar.Picked)
    def _act_picked(self, picked: Bar.Picked) -> None:
        if picked.act.startswith("#"):
            self.desk.complete(picked.act[1:])
            self.draw()
        else:
            self.do_act(picked.act)

    @property
    def curtained(self) -> bool:
        """Whether a curtain hides it."""
        return self.desk.table.curtain

    def do_act(self, name: str) -> None:
        """Do an act by its name, as palette and mouse ask."""
        self.desk.do_action(name)
        self.draw()

    def _draw_interview(self) -> None:
        """Guide and conversation change with interview and mode alone, so a key that only writes leaves them be."""
        table = self.desk.table
        until = (table.interview.next_seq, type(table.mode), table.offer, table.masked, table.puts_back, table.greets)
        if until != self._drawn_until:
            self._drawn_until = until
            drawing.guide(self.query_one("#guide", GuidePane), self.desk)
            drawing.conversation(self.query_one("#conversation", Conversation), self.desk)

    def _answer_call(self, call: Call) -> None:
        conversation = self.query_one("#conversation", Conversation)
        match call:
            case "scroll_up":
                conversation.page_up()
            case "scroll_down":
                conversation.page_down()
            case "help":
                from tui.live.help import HelpScreen

                self.app.push_screen(HelpScreen(self._), self._after_help)
            case "palette":
                self.app.action_command_palette()
            case "quit":
                self._left = True
                self.app.exit()

    def _after_help(self, hide: bool | None) -> None:  # noqa: FBT001  as Textual calls it
        if hide:
            self.do_act("curtain")

    def draw(self) -> None:
        """Draw what the desk and its interview are now."""
        drawing.header(self.query_one("#header", Bar), self.desk)
        self._draw_interview()
        drawing.card(self.query_one("#card", CardPanel), self.desk)
        drawing.prompt(self.line, self.desk)
        drawing.hints(self.query_one("#hints", Bar), self.desk)
        drawing.curtain(self.query_one("#curtain", Curtain), self.desk)


class InterviewApp(CommandApp):
    """Runs the live screen, and has a palette of its acts."""

    def palette_acts(self, screen: Screen[object]) -> Iterable[PaletteAct]:
        """The palette: every act of the live screen, and nothing else."""
        if not isinstance(screen, LiveScreen):
            return
        for act in ACTS:
            keys = f"{key_of(act, self._)}  {slash_of(act, self._)}".rstrip()
            title = f"{self._(act.title)}   {keys}"
            words = (act.slash, act.nb, act.nn, *act.heard)
            yield PaletteAct(title, self._(act.help), partial(screen.do_act, act.name), words)
