"""The prompt names the question that the log will name, whatever was asked while the line was typed."""

import pytest

from interviews.core import commands as do
from tests.tui.desk_helpers import Seat, Sit
from tui.live.prompt_preview import prompt_for


def _promised(seat: Seat) -> str:
    return prompt_for(seat.line.text, seat.desk.context, seat.table._)


@pytest.fixture
def seat(sit: Sit) -> Seat:
    """A1 is asked, and five seconds later A2."""
    seat = sit(language="en")
    seat.say("/a1")
    seat.clock.go_on(5)
    seat.say("/a2")
    return seat


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("-3s before that", "A1"),
        ("-0:03 before that", "A1"),
        ("-1m long before", "A1"),
        ("-1s after", "A2"),
        ("just so", "A2"),
        ("/note just so", "A2"),
    ],
)
def test_a_note_dated_back_is_about_the_question_of_then(seat: Seat, typed: str, about: str) -> None:
    seat.clock.go_on(2)
    seat.type(typed)
    promised = _promised(seat)
    assert f"note {about}" in promised
    seat.key("enter")
    assert seat.last["about"] == [about]


@pytest.mark.parametrize("typed", ["half a note", "-1s half a note"])
def test_a_question_asked_while_a_line_is_half_typed_does_not_take_the_note(seat: Seat, typed: str) -> None:
    seat.clock.go_on(3)
    seat.type(typed)
    seat.clock.go_on(2)
    seat.desk.carry_out(do.AskQuestion("A3"))
    seat.type(" and the rest")
    assert "note A2" in _promised(seat)
    seat.key("enter")
    assert seat.last["about"] == ["A2"]


def test_a_comment_in_a_pilot_names_its_question_too(sit: Sit) -> None:
    seat = sit(language="en", pilot="peer")
    seat.say("/a1")
    seat.clock.go_on(3)
    seat.type("/comment too long")
    seat.clock.go_on(2)
    seat.desk.carry_out(do.AskQuestion("A2"))
    assert "A1" in _promised(seat)
    seat.key("enter")
    assert seat.last["question"] == "A1"


def test_marks_are_of_the_question_in_hand_when_enter_is_pressed(seat: Seat) -> None:
    seat.type("+")
    seat.desk.carry_out(do.AskQuestion("A3"))
    assert "A3" in _promised(seat)
    seat.key("enter")
    assert seat.last["questions"] == ["A3"]
