"""A mode that the program does not have: one class, and everything asks it."""

from typing import ClassVar

import pytest

from interviews.core import commands as do
from tests.tui.desk_helpers import Sit
from tui.input.cards import Card
from tui.input.grammar import Context
from tui.live import closing_flow
from tui.live.closing_flow import ClosingFlow
from tui.live.line_words import row_of_keys
from tui.live.live_controller import LiveController
from tui.live.modes import CLOSING_STEPS, Mode, Talking
from tui.live.view_state import ViewState


class Proofreading(Mode):
    """Topics are written until Enter on an empty line; a digit bookmarks, Esc leaves."""

    invites: ClassVar[bool] = False

    def enter(self, flow: ClosingFlow) -> None:
        flow.turn_to(Talking())

    def escape(self, flow: ClosingFlow) -> None:
        flow.table.say("left")
        flow.turn_to(Talking())

    def digit(self, flow: ClosingFlow, place: int) -> bool | None:
        return flow.act(do.TakeNote(f"{place}", "topic"))

    def words(self, line: str, context: Context, _: ClosingFlow) -> do.TakeNote | None:
        return do.TakeNote(line, "topic") if context.is_words(line) else None

    def card(self, _: ViewState) -> Card:
        return Card("Proofs", marks=True)

    def prompt(self, _: LiveController) -> str:
        return "a topic"

    def hints(self, _: LiveController) -> str:
        return "enter saves a topic"


def test_keys_prompt_card_and_hints_are_those_of_the_mode(sit: Sit) -> None:
    seat = sit(language="en")
    seat.key("enter")
    seat.desk.hands.walk.turn_to(Proofreading())
    assert (seat.card, seat.prompt, row_of_keys(seat.desk)) == ("Proofs", "a topic", "enter saves a topic")
    seat.type("hello")
    assert seat.prompt == "topic"
    seat.key("enter")
    assert (seat.last["type"], seat.last["kind"], seat.last["text"]) == ("noted", "topic", "hello")
    seat.say("/a2")
    assert isinstance(seat.table.mode, Talking)
    seat.desk.hands.walk.turn_to(Proofreading())
    seat.key("escape")
    assert (seat.notice, isinstance(seat.table.mode, Talking)) == ("left", True)
    seat.desk.hands.walk.turn_to(Proofreading())
    seat.key("enter")
    assert isinstance(seat.table.mode, Talking)


class Signing(Proofreading):
    """A step after the end that is always gone through."""

    @classmethod
    def begin(cls, flow: ClosingFlow) -> bool:
        flow.turn_to(cls())
        return True

    def enter(self, flow: ClosingFlow) -> None:
        flow.go_on_after(self)


@pytest.mark.parametrize("place", [0, len(CLOSING_STEPS)])
def test_a_step_after_the_end_comes_in_its_turn(sit: Sit, monkeypatch: pytest.MonkeyPatch, place: int) -> None:
    """Each step goes on to what stands after it, whichever step there is besides."""
    monkeypatch.setattr(closing_flow, "CLOSING_STEPS", (*CLOSING_STEPS[:place], Signing, *CLOSING_STEPS[place:]))
    seat = sit(language="en")
    seat.say("/a1")
    seat.say("!what for?")
    seat.key("space")
    seat.say("/end")
    seen: list[str] = []
    while not seen or seen[-1] != "Reflecting":
        seat.key("enter")
        seen += [type(seat.table.mode).__name__] if seat.table.over else []
        assert len(seen) < 9, seen
    assert [name for name in seen if name in ("Signing", "Filling", "Settling")] == (
        ["Signing", "Filling", "Settling"] if place == 0 else ["Filling", "Settling", "Signing"]
    )
