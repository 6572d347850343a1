"""The talk, its closing, and the points after it."""

from typing import TYPE_CHECKING, ClassVar

from guide.model import Question
from interviews.core import commands as do
from interviews.core.events import Asked, Event, Refusal, Stopped
from interviews.core.handlers import is_paused
from tui.input import cards
from tui.input.cards import Card
from tui.input.context import Context
from tui.live.modes.mode import Mode
from tui.translator import N_

if TYPE_CHECKING:
    from tui.live.closing_flow import ClosingFlow
    from tui.live.live_controller import LiveController
    from tui.live.view_state import ViewState


class Talking(Mode):
    """The interview goes on."""

    talks: ClassVar[bool] = True

    def enter(self, flow: "ClosingFlow") -> None:
        """The next question; a pause that is on ends, and once the informant wished to stop nothing more is asked."""
        if is_paused(flow.table.interview):
            flow.act(do.TogglePause())
        elif flow.table.interview.last(Stopped) is not None:
            flow.debrief()
        else:
            ahead = flow.table.suggested
            flow.act(do.AskNext() if ahead is None else do.AskQuestion(ahead.id))


class Closing(Mode):
    """The closing has begun: what is uncovered was shown, the closing questions are next."""

    talks: ClassVar[bool] = True
    closes: ClassVar[bool] = True

    def enter(self, flow: "ClosingFlow") -> None:
        """The next closing question, then the debriefing."""
        ahead = self.ahead(flow.table)
        if is_paused(flow.table.interview):
            flow.act(do.TogglePause())
        elif ahead is not None:
            flow.act(do.AskQuestion(ahead.id))
        else:
            flow.debrief()

    def escape(self, flow: "ClosingFlow") -> None:
        """From its first card back into the talk; later the closing goes on, and another question leads back."""
        card = flow.table.card
        if card is None or not card.closing or flow.table.interview.last(Stopped) is not None:
            flow.table.card = None
        else:
            super().escape(flow)

    def words(self, line: str, context: Context, flow: "ClosingFlow") -> Refusal | None:
        """On its first card numbers and ``+`` are meant for questions that have no number: they are no note."""
        card = flow.table.card
        if card is None or not card.closing or not context.is_words(line) or context.literal or flow.table.curtain:
            return None
        return Refusal("no_number_here") if line.strip() and not line.strip("0123456789+ ") else None

    def ahead(self, table: "ViewState") -> Question | None:
        """The closing question that was not asked yet."""
        return cards.next_closing(table.interview)

    def card(self, table: "ViewState") -> Card:
        """What is uncovered and parked."""
        stopped = table.interview.last(Stopped) is not None
        return (cards.card_after_stop if stopped else cards.closing_card)(table.interview, table._)

    def hints(self, desk: "LiveController") -> str:
        """The keys of its first card."""
        card = desk.table.card
        if card is None or desk.line.text:
            return (
                N_("esc closes the card")
                if isinstance(self.words(desk.line.text, desk.context, desk.hands.walk), Refusal)
                else ""
            )
        if card.marks:
            return (
                N_("+ Enter: these covered   1…9 one by one, again: not after all   Enter goes on")
                if card.unmarked
                else N_("1…9 not after all   Enter goes on   Esc back")
            )
        return N_("{enter}   esc back to the conversation") if card.closing else ""


class Debriefing(Mode):
    """The card of points for after the last question is open; when it closes the interview has ended."""

    closes: ClassVar[bool] = True

    def enter(self, flow: "ClosingFlow") -> None:
        """The end, once nothing lies over the card."""
        if not flow.uncover():
            flow.act(do.End())

    def escape(self, flow: "ClosingFlow") -> None:
        """Back to the closing."""
        if flow.table.interview.started.afterwards:
            flow.come_back(Talking())
        else:
            flow.begin_closing()

    def undone(self, flow: "ClosingFlow", act: Event) -> None:
        """A closing question that was taken back is ahead again."""
        if isinstance(act, Asked) and any(one.id == act.question for one in flow.table.interview.guide.closing):
            flow.come_back(Talking() if flow.table.interview.started.afterwards else Closing())

    def ahead(self, _: "ViewState") -> None:
        """Nothing more is asked."""
        return

    def card(self, table: "ViewState") -> Card:
        """Its points."""
        return cards.after_card(table.interview, table._)

    def hints(self, desk: "LiveController") -> str:
        """The keys of its card, or of one that was laid over it."""
        card = desk.table.card
        if card is None or desk.line.text:
            return ""
        return (
            N_("1…9 tick, again: not needed   enter ends the interview   esc back")
            if card.name == "after"
            else N_("1…9 tick, again: not needed   {enter}   esc close")
        )
