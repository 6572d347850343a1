"""Modes of a pilot.

A question gets its verdict, or the peer answers what was asked about it.
"""

from typing import TYPE_CHECKING, ClassVar, Literal

from interviews.core.events import Prompt, Refusal, VerdictKind
from tui.input.context import Context
from tui.input.screen_commands import Intent
from tui.live.cards import Card
from tui.live.modes.mode import Mode
from tui.live.modes.talk import Talking
from tui.translator import N_

if TYPE_CHECKING:
    from tui.live.closing_flow import ClosingFlow
    from tui.live.live_controller import LiveController

Step = Literal["verdict", "reason", "wording", "place", "done"]

_PLACE_PROMPTS = {
    "before": N_("{id} before"),
    "after": N_("{id} after"),
    "with": N_("{id} with"),
}


class Asking(Mode):
    """What the two have in common: the pilot's card has the keys (``PilotFlow``), and words are about the question."""

    invites: ClassVar[bool] = False

    def enter(self, flow: "ClosingFlow") -> None:
        """Close the card that lies over the pilot's."""
        flow.uncover()

    def words(self, line: str, context: Context, flow: "ClosingFlow") -> Intent | Refusal | None:
        """What words are in the step that it has come to."""
        return None if flow.jury is None else flow.jury.line.meaning(line, context)

    def hints(self, desk: "LiveController") -> str:
        """The keys of the step, unless the line asks for an act."""
        card, text = desk.table.card, desk.line.text
        if card is None or not card.pilots or (text and not desk.writes):
            return ""
        return self.step_hints(writing=bool(text))

    def step_hints(self, *, writing: bool) -> str:
        """The keys of the step."""
        raise NotImplementedError


class Judging(Asking):
    """A question of the guide gets its verdict, step by step; ``back`` is what comes after.

    In the round after a pilot ``queue`` holds the questions to go through, and at its last step, ``done``, ``question``
    is empty.
    """

    question: str
    step: Step = "verdict"
    verdict: VerdictKind = "keep"
    queue: tuple[str, ...] = ()
    in_round: bool = False
    back: Mode = Talking()

    @property
    def resting(self) -> Mode:
        """Where the step of before rests."""
        return self.back.resting

    def is_called(self, before: Mode, _: Card | None) -> bool:
        """Whether it is the next step of the verdict that is being given; in the round each question comes anew."""
        same = isinstance(before, Judging) and before.question == self.question
        return self.step != "done" and (same or not self.in_round)

    def prompt(self, desk: "LiveController") -> str:
        """What words become; nothing before they are begun, where they may be none."""
        _, hits = desk.table._, desk.table.hits
        if self.step == "place":
            from interviews.core.verdicts import kind_of_place  # interviews do without

            place = _(_PLACE_PROMPTS[kind_of_place(self.verdict)], id=self.question)
            return f"{place} {hits[desk.table.chosen].id}" if hits else place
        if self.step == "wording":
            return _("proposal for {id}", id=self.question)
        if not desk.line.text:
            return ""
        return _("comment on {id}", id=self.question) if self.question else _("comment")

    def step_hints(self, *, writing: bool) -> str:
        """The keys of the step that the verdict has come to."""
        match self.step:
            case "place":
                return N_("enter chooses   ↓ ↑ move   esc clears, then closes")
            case "wording":
                return N_("enter saves · empty line: leave it   esc closes")
            case _ if writing:
                return N_("enter saves   esc clears   #id links   #word tags")
            case "reason":
                return N_("1…7 why   enter no reason   esc closes   Ctrl+Z undoes")
            case "done":
                return N_("write a comment on the guide   enter goes on")
            case "verdict":
                return (
                    N_("1…8 verdict   write a comment   \" peer's words   enter next   esc stops")
                    if self.in_round
                    else N_("1…8 verdict   or write a comment   enter or esc closes")
                )


class Listening(Asking):
    """The peer answers what was asked about a question; ``question`` is None before the first."""

    answers: Prompt
    question: str | None
    back: Mode = Talking()

    @property
    def resting(self) -> Mode:
        """Where the step of before rests."""
        return self.back.resting

    def prompt(self, desk: "LiveController") -> str:
        """What words become."""
        _ = desk.table._
        return _("comment on {id}", id=self.question) if self.question else _("comment")

    def step_hints(self, *, writing: bool) -> str:
        """The keys while somebody answers."""
        return N_("enter saves the answer   esc closes")
