"""Modes of a pilot.

A question gets its verdict, or the peer answers what was asked about it.
"""

from typing import TYPE_CHECKING, ClassVar, Literal

from interviews.core.events import Prompt, Refusal, VerdictKind
from tui.input.cards import Card
from tui.input.context import Context
from tui.input.screen_commands import Intent
from tui.live.modes.mode import Mode
from tui.live.modes.talk import Talking
from tui.translator import N_

if TYPE_CHECKING:
    from tui.live.closing_flow import ClosingFlow
    from tui.live.live_controller import LiveController

StepName = Literal["verdict", "reason", "wording", "place", "done"]


class Asking(Mode):
    """What the two have in common: the pilot's card has the keys (``PilotFlow``), and words are about the question."""

    invites: ClassVar[bool] = False

    def enter(self, flow: "ClosingFlow") -> None:
        """Close the card that lies over the pilot's."""
        flow.uncover()

    def words(self, line: str, context: Context, flow: "ClosingFlow") -> Intent | Refusal | None:
        """What words are in the step that it has come to."""
        return None if flow.jury is None else flow.jury.meaning(line, context)

    def hints(self, desk: "LiveController") -> str:
        """The keys of the step, unless the line asks for an act."""
        card, text = desk.table.card, desk.line.text
        if card is None or not card.pilots or (text and not desk.writes):
            return ""
        return self.step_hints(desk, writing=bool(text))

    def step_hints(self, desk: "LiveController", *, writing: bool) -> str:
        """The keys of the step."""
        raise NotImplementedError


class Judging(Asking):
    """A question of the guide gets its verdict, step by step; ``back`` is what comes after.

    In the round after a pilot ``queue`` holds the questions to go through, and at its last step, ``done``, ``question``
    is empty.
    """

    question: str
    step: StepName = "verdict"
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
        """What words become in the step that the verdict has come to."""
        jury = desk.hands.walk.jury
        return "" if jury is None else jury.prompt(self, desk)

    def step_hints(self, desk: "LiveController", *, writing: bool) -> str:
        """The keys of the step that the verdict has come to."""
        jury = desk.hands.walk.jury
        return "" if jury is None else jury.hints(self, writing=writing)


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

    def step_hints(self, _desk: "LiveController", *, writing: bool) -> str:
        """The keys while somebody answers."""
        return N_("enter saves the answer   esc closes")
