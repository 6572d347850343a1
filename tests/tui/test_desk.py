"""The desk while the interview goes on: keys on an empty line, ticks, edits, undo, Esc, what a text is."""

import pytest

from tests.tui.desk_helpers import Seat, Sit
from tui.live.modes import Talking


@pytest.fixture
def seat(sit: Sit) -> Seat:
    """A new interview with the opening's card closed and A1 asked."""
    seat = sit()
    seat.key("escape", "enter")
    assert seat.last == {"type": "asked", "question": "A1", "wording": "ask"}
    return seat


def test_the_opening_is_open_at_the_start_and_closes_when_a_question_is_asked(sit: Sit) -> None:
    seat = sit()
    assert seat.card == "Åpning"
    assert seat.table.card is not None
    assert "Hvor bevisst er du" in seat.table.card.foot
    assert seat.table.saved is None
    assert not seat.log.exists()
    seat.key("1", "4")
    assert seat.types == ["ticked", "ticked"]
    assert seat.marks() == ["done", "open", "open", "done", "open", "open"]
    seat.key("4")
    assert seat.marks() == ["done", "open", "open", "not_needed", "open", "open"]
    seat.key("4", "1")
    assert seat.marks() == ["open"] * 6, "a point that gates is ticked or not"
    seat.key("enter")
    assert (seat.card, seat.last["question"]) == ("", "A1")


def test_space_is_a_bookmark_and_enter_asks_next(seat: Seat) -> None:
    seat.key("space", "enter")
    assert [event["type"] for event in seat.written[2:]] == ["noted", "asked"]
    assert seat.written[2]["kind"] == "bookmark"
    assert seat.written[2]["about"] == ["A1"]
    assert seat.last["question"] == "A2"
    assert seat.line.text == ""


def test_while_a_card_is_open_space_does_nothing(sit: Sit) -> None:
    seat = sit()
    seat.key("space")
    assert (seat.written, seat.line.text, seat.card) == ([], "", "Åpning")


def test_a_digit_ticks_while_a_card_is_open_and_otherwise_begins_a_note(seat: Seat) -> None:
    seat.say("1 time")
    assert (seat.last["type"], seat.last["text"]) == ("noted", "1 time")
    seat.say("/a4")
    seat.key("down")
    assert seat.card == "Oppfølgingsspørsmål til A4"
    seat.key("2")
    assert seat.notice == "Det er ikke noe punkt 2 på kortet."
    seat.key("1", "3")
    assert seat.last == {"type": "ticked", "card": "probes", "point": "2", "question": "A4", "mark": "done"}
    seat.key("3")
    assert seat.marks() == ["done", "open", "not_needed"]
    seat.key("7")
    assert "7" in seat.notice
    seat.key("escape")
    seat.say("7 år")
    assert seat.last["text"] == "7 år"


def test_a_digit_inside_a_text_is_text_even_while_a_card_is_open(sit: Sit) -> None:
    seat = sit()
    seat.say("om 3 år")
    assert seat.last["text"] == "om 3 år"
    assert seat.card == "Åpning"


def test_a_question_without_probes_says_so(seat: Seat) -> None:
    seat.key("down")
    assert (seat.card, seat.notice) == ("", "A1 har ingen planlagte oppfølgingsspørsmål.")


def test_up_edits_the_last_note_and_the_log_keeps_both(seat: Seat) -> None:
    seat.say("felleskap")
    seat.key("up")
    assert (seat.line.text, seat.line.literal) == ("felleskap", True)
    seat.key("!", "enter")
    assert [event["type"] for event in seat.written[2:]] == ["noted", "edited"]
    assert (seat.last["text"], seat.line.text) == ("felleskap!", "")
    assert isinstance(seat.table.mode, Talking)


def test_an_edit_may_be_left_and_its_text_comes_back(seat: Seat) -> None:
    seat.say("ja")
    seat.key("up", "!", "escape")
    assert (seat.line.text, isinstance(seat.table.mode, Talking)) == ("", True)
    seat.key("up")
    assert seat.line.text == "ja!"
    seat.key("enter")
    assert (seat.last["type"], seat.last["text"]) == ("edited", "ja!")


def test_an_edit_that_changes_nothing_writes_nothing(seat: Seat) -> None:
    seat.say("ja")
    seat.key("up", "enter")
    assert (seat.last["type"], seat.line.text, isinstance(seat.table.mode, Talking)) == ("noted", "", True)


def test_an_edit_to_nothing_is_refused(seat: Seat) -> None:
    seat.say("j")
    seat.key("up", "backspace", "enter")
    assert (seat.last["type"], seat.notice) == ("noted", "Notatet har ingen ord.")


def test_an_act_by_mouse_does_not_end_an_edit(seat: Seat) -> None:
    seat.say("ja")
    seat.key("up", "!")
    seat.desk.do_action("rec")
    seat.desk.do_action("rec")
    seat.key("enter")
    assert (seat.last["type"], seat.last["text"]) == ("edited", "ja!")


def test_up_with_no_note_says_so(seat: Seat) -> None:
    seat.key("up")
    assert seat.notice == "Det er ingen notater å endre."


def test_ctrl_z_takes_back_act_by_act_and_says_what(seat: Seat) -> None:
    seat.say("ja")
    seat.say("+2")
    seat.key("ctrl+z")
    assert (seat.last, seat.notice) == ({"type": "undone", "act": 3}, "angret: dekket A1, beskrevet")
    seat.key("ctrl+z")
    assert "ja" in seat.notice
    seat.key("ctrl+z")
    assert (seat.table.interview.hand, seat.notice) == (None, "angret: stilt A1")
    seat.key("ctrl+z")
    assert seat.notice == "Det er ingenting å angre."


def test_the_end_of_a_pause_is_undone_by_that_name(sit: Sit) -> None:
    seat = sit()
    seat.say("/pause")
    seat.say("/pause")
    seat.key("ctrl+z")
    assert seat.notice == "angret: pausen er over"


@pytest.mark.parametrize(
    "line", ["/rec", "/pause", "?samhandling", "-fordi {tid}", "-x", "!{a}", "/tick 1", "/opening"]
)
def test_every_kind_of_act_can_be_undone_with_a_word_for_it(sit: Sit, line: str) -> None:
    seat = sit()
    seat.key("1", "2", "enter")
    if line == "/tick 1":
        seat.say("/opening")
    seat.say(line)
    seat.key("ctrl+z")
    assert seat.notice.startswith("angret: ")
    assert len(seat.notice) > len("angret: ")


def test_escape_closes_the_card_then_clears_the_line(sit: Sit) -> None:
    seat = sit()
    seat.type("halvveis")
    seat.key("escape")
    assert (seat.card, seat.line.text) == ("", "halvveis")
    seat.key("escape")
    assert (seat.line.text, seat.notice) == ("", "linja er tømt · ↑ henter teksten tilbake")


@pytest.mark.parametrize("back", ["up", "ctrl+z"])
def test_up_or_ctrl_z_directly_after_escape_brings_the_text_back_with_its_moment(seat: Seat, back: str) -> None:
    seat.clock.go_on(10)
    seat.type("halvveis")
    seat.clock.go_on(20)
    seat.key("escape", back)
    assert seat.line.text == "halvveis"
    seat.clock.go_on(5)
    seat.key("enter")
    assert seat.last["text"] == "halvveis"
    assert seat.table.interview.acts[2].t == pytest.approx(10)


def test_another_key_in_between_lets_the_cleared_text_go(seat: Seat) -> None:
    seat.type("halvveis")
    seat.key("escape", "ctrl+l", "ctrl+z")
    assert (seat.line.text, seat.last["type"]) == ("", "undone")


@pytest.mark.parametrize("sign", '/+-!">?')
def test_a_prefix_twice_is_its_plain_self(seat: Seat, sign: str) -> None:
    seat.key(sign, sign)
    assert (seat.line.text, seat.desk.context.literal) == (sign, True)
    seat.type("a")
    seat.key("escape", "up", "enter")
    assert (seat.last["kind"], seat.last["text"]) == ("note", f"{sign}a")


def test_a_pasted_line_is_a_note(seat: Seat) -> None:
    seat.paste("/end\n+b1\n")
    seat.key("enter")
    assert (seat.last["kind"], seat.last["text"]) == ("note", "/end\n+b1\n")


def test_a_note_has_the_moment_of_its_first_key(seat: Seat) -> None:
    seat.clock.go_on(10)
    seat.type("l")
    seat.clock.go_on(30)
    seat.say("ang")
    assert seat.table.interview.acts[2].t == pytest.approx(10)


@pytest.mark.parametrize("line", ["+b99", "-b99", "/qqqqqq", "/back 3", "?økonomi", '"', "/tick 9", "/fill", "?sosial"])
def test_a_refused_line_stays(seat: Seat, line: str) -> None:
    seat.say(line)
    assert (seat.line.text, seat.types) == (line, ["asked"])
    assert seat.notice
