"""A line of nothing but numbers ticks probes of the question in hand, and Ctrl+Z right after makes it a note."""

from typing import Any

import pytest

from tests.tui.crosswise import CROSSWISE
from tests.tui.desk_helpers import Seat, Sit
from tui.live.line_words import prompt_words, row_of_keys


@pytest.fixture
def seat(sit: Sit) -> Seat:
    """Q2, which has four probes and a condition, is in hand."""
    seat = sit(guide=CROSSWISE, language="en")
    seat.say("/q2")
    seat.clock.go_on(5)
    return seat


def _prompt(seat: Seat) -> str:
    return prompt_words(seat.desk)


def _ticks(seat: Seat) -> list[tuple[str, str]]:
    return [(event["point"], event["mark"]) for event in seat.written if event["type"] == "ticked"]


@pytest.mark.parametrize(
    ("line", "prompt", "ticks"),
    [
        ("2", "Q2: tick 2", [("2", "done")]),
        ("1 3", "Q2: tick 1 3", [("1", "done"), ("if 3", "done")]),
        ("4", "Q2: tick 4", [("4", "done")]),
        ("1 2 ", "Q2: tick 1 2", [("1", "done"), ("2", "done")]),
        ("2 2", "Q2: tick 2", [("2", "done")]),
    ],
)
def test_numbers_tick_at_enter_and_the_prompt_says_so_before(
    seat: Seat, line: str, prompt: str, ticks: list[tuple[str, str]]
) -> None:
    seat.type(line)
    assert (_prompt(seat), _ticks(seat)) == (prompt, [])
    assert row_of_keys(seat.desk) == "enter ticks   esc clears   Ctrl+Z right after: a note after all"
    seat.key("enter")
    assert (_ticks(seat), seat.line.text) == (ticks, "")
    assert seat.notice == f"{prompt} · Ctrl+Z: the note “{line}”"


@pytest.mark.parametrize("line", ["5", "0", "1 9", "2.", "1,2", "12", "1 and 2", "02", "2 år", "1-2", "²", "٢"])
def test_anything_more_is_a_note(seat: Seat, line: str) -> None:
    seat.type(line)
    assert _prompt(seat) == "note Q2"
    seat.key("enter")
    assert (seat.last["type"], seat.last["text"], _ticks(seat)) == ("noted", line, [])


def test_where_the_question_has_no_probes_a_number_is_a_note(seat: Seat) -> None:
    seat.say("/q1")
    seat.say("2")
    assert (seat.last["type"], seat.last["text"], seat.last["about"]) == ("noted", "2", ["Q1"])
    assert seat.notice == "Q1 has no probes: “2” is a note (Ctrl+Z takes it back)"


def test_before_the_first_question_too(sit: Sit) -> None:
    seat = sit(guide=CROSSWISE)
    seat.say("1")
    assert seat.last["text"] == "1"


def test_what_is_pasted_is_a_note(seat: Seat) -> None:
    seat.paste("2")
    seat.key("enter")
    assert seat.last["text"] == "2"


def test_again_is_not_needed_and_again_open_as_on_the_card(seat: Seat) -> None:
    seat.say("2")
    seat.type("2 1")
    assert _prompt(seat) == "Q2: not needed 2, tick 1"
    seat.key("enter")
    seat.type("2")
    assert _prompt(seat) == "Q2: take the tick off 2"
    seat.key("enter")
    assert _ticks(seat) == [("2", "done"), ("2", "not_needed"), ("1", "done"), ("2", "open")]


def test_numbers_are_those_of_the_card_also_once_a_condition_is_ticked(seat: Seat) -> None:
    seat.say("3")
    seat.say("4")
    assert _ticks(seat) == [("if 3", "done"), ("3", "done")]
    seat.key("down", "5")
    assert _ticks(seat)[-1] == ("4", "done")


def test_while_a_card_is_open_a_digit_is_the_cards(seat: Seat) -> None:
    seat.key("down")
    assert seat.table.probes() == {}
    seat.key("2")
    assert (_ticks(seat), seat.line.text) == ([("2", "done")], "")


@pytest.mark.parametrize("line", ["2", "1 3", "1 2 "])
def test_ctrl_z_right_after_makes_it_the_note_as_typed_at_its_first_key(seat: Seat, line: str) -> None:
    seat.clock.go_on(7)
    seat.type(line[:1])
    seat.clock.go_on(2)
    seat.type(line[1:])
    seat.key("enter")
    seat.clock.go_on(3)
    before = seat.session.now
    seat.key("ctrl+z")
    last: dict[str, Any] = dict(seat.last)
    assert (last["type"], last["text"], last["about"]) == ("noted", line, ["Q2"])
    noted = seat.session.interview.events()
    assert next(act.t for act in reversed(list(noted)) if act.type == "noted") == pytest.approx(before - 5)
    assert seat.table.probes() == dict.fromkeys((1, 2, 3, 4), "open")
    assert seat.notice == f"a note instead: “{line}”"
    seat.key("ctrl+z")
    assert seat.last["type"] == "undone", "from here on it undoes as always"


@pytest.mark.parametrize("keys", [["x", "escape", "ctrl+z", "ctrl+z"], ["space", "ctrl+z"], ["down", "ctrl+z"]])
def test_later_it_undoes_as_always(seat: Seat, keys: list[str]) -> None:
    seat.say("2")
    seat.key(*keys)
    assert [event["type"] for event in seat.written if event["type"] == "noted" and event.get("text")] == []


def test_a_tick_by_the_mouse_in_between_is_what_is_undone(seat: Seat) -> None:
    from tui.input.screen_commands import TickProbes

    seat.say("2")
    seat.desk.carry_out(TickProbes((1,)))
    seat.key("ctrl+z")
    assert seat.last["type"] == "undone"
    assert seat.table.probes()[2] == "done"


def test_the_word_for_ticking_needs_no_card(seat: Seat) -> None:
    seat.say("/tick 2")
    assert _ticks(seat) == [("2", "done")]
    seat.say("/tick 8")
    assert seat.line.text == "/tick 8"


@pytest.mark.parametrize("line", ["7", "2 9", "12"])
def test_numbers_that_are_no_probes_are_a_note_and_the_screen_says_so(seat: Seat, line: str) -> None:
    seat.say(line)
    assert (seat.last["type"], seat.last["text"]) == ("noted", line)
    assert f"has only 4: “{line}” is a note" in seat.notice
    seat.key("ctrl+z")
    assert seat.last["type"] == "undone"


@pytest.mark.parametrize("line", ["7 år", "1995"])
def test_what_can_be_no_probe_is_a_note_without_a_word(seat: Seat, line: str) -> None:
    seat.say(line)
    assert (seat.last["text"], seat.notice) == (line, "")
