"""The recorder's marks at the desk, an informant who wishes to stop, and what is settled after the end."""

import json

import pytest

from interviews.core import commands as do
from interviews.core.notes import follow_ups
from interviews.study.previous_interviews import collect_leftovers
from tests.interviewer import records
from tests.tui.hour_seat import IDLE, OPENED, HourSeat, SitDown, ended
from tests.tui.lines import GUIDE as THESIS
from tui.live.modes import Closing, Debriefing, Filling, Reflecting, Settling, Talking
from tui.main import main

# the recorder: /rec same, /shift


def test_a_recorder_that_went_on_in_the_same_file_is_marked_with_where(seat: HourSeat) -> None:
    seat.at(10).say("/rec")
    seat.at(70).say("/rec")
    seat.at(100).say("/rec same")
    assert seat.last == {"type": "recording_started", "number": 1, "offset": 60}
    seat.at(130).say("/rec")
    seat.at(140).say("/rec")
    assert (seat.last["number"], seat.last["offset"]) == (2, 0)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/rec same", "Det er ingen fil å fortsette i: /opptak begynner en."),
        ("/rec ny", "/opptak alene, eller med stopp, samme (fil) eller nei (informanten ønsker ikke)."),
    ],
)
def test_a_line_about_the_recorder_that_cannot_be_done_stays_and_says_why(seat: HourSeat, line: str, said: str) -> None:
    seat.say(line)
    assert (seat.notice, seat.line.text, seat.types) == (said, line, ["asked"])


def test_going_on_in_the_same_file_before_consent_asks_once(sit_down: SitDown) -> None:
    seat = sit_down(guide=OPENED)
    for line in ("/rec", "/rec", "/rec"):
        seat.say(line)
    assert seat.types == ["recording_started", "recording_stopped"]
    seat.say("/rec same")
    assert (seat.types[-1], seat.notice) == (
        "recording_stopped",
        "Ikke krysset av: Samtykke. Enter en gang til markerer opptak likevel",
    )
    seat.say("/rec same")
    assert (seat.last["type"], seat.last["number"], seat.last["missing"]) == ("recording_started", 1, ["consent"])


@pytest.mark.parametrize(
    ("line", "number", "later", "earlier"),
    [
        ("/shift -3s", 2, 0, 3),
        ("/shift 4,5", 2, 4.5, 0),
        ("/shift 1 +1m 2s", 1, 62, 0),
        ("/SHIFT 2 -1 min", 2, 0, 60),
    ],
)
def test_a_shift_is_logged_for_its_recording(
    seat: HourSeat, line: str, number: int, later: float, earlier: float
) -> None:
    for _ in range(3):
        seat.say("/rec")
    seat.say(line)
    assert seat.last == {"type": "recording_shifted", "number": number, "later": later, "earlier": earlier}
    seat.key("ctrl+z")
    assert seat.notice == f"angret: opptak {number} forskjøvet {later - earlier:+g} s"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/shift", "Hvor mye? Skriv /forskyv -3s, eller /forskyv 2 +4s."),
        ("/shift litt", "Hvor mye? Skriv /forskyv -3s, eller /forskyv 2 +4s."),
        ("/shift 2 3s", "Det er ikke noe opptak 2."),
    ],
)
def test_a_shift_that_says_too_little_or_of_no_recording_stays_on_the_line(
    seat: HourSeat, line: str, said: str
) -> None:
    seat.say("/rec")
    seat.say(line)
    assert (seat.notice, seat.line.text, seat.types[-1]) == (said, line, "recording_started")


def test_without_any_recording_the_refusal_of_a_shift_is_a_whole_sentence(seat: HourSeat) -> None:
    seat.say("/shift 3s")
    assert seat.types == ["asked"]
    assert " ." not in seat.notice


def test_after_the_end_a_recording_can_still_be_shifted(sit_down: SitDown) -> None:
    seat = ended(sit_down, "/rec", "!hvem?")
    seat.say("/shift -3s")
    assert [event["type"] for event in seat.written[-2:]] == ["reopened", "recording_shifted"]
    assert seat.table.mode == Settling((1,))


# Ctrl+T


def test_ctrl_t_begins_and_ends_what_is_not_to_be_transcribed(seat: HourSeat) -> None:
    seat.key("ctrl+t")
    assert seat.last == {"type": "withheld", "back": 0.0}
    seat.key("ctrl+t")
    assert seat.last == {"type": "released"}
    seat.say("/offrecord")
    assert seat.last == {"type": "withheld", "back": 0.0}


def test_ctrl_t_works_with_text_on_the_line_and_leaves_it_there(seat: HourSeat) -> None:
    seat.type("om nabo")
    seat.key("ctrl+t")
    assert (seat.last, seat.line.text) == ({"type": "withheld", "back": 0.0}, "om nabo")
    seat.say("en")
    assert (seat.last["text"], seat.types) == ("om naboen", ["asked", "withheld", "noted"])


def test_ctrl_t_works_behind_the_curtain_on_a_card_and_while_bookmarks_are_filled(seat: HourSeat) -> None:
    seat.key("ctrl+l", "ctrl+t", "ctrl+l")
    seat.say("/b2")
    seat.key("down", "ctrl+t")
    assert (seat.card, seat.types[-1]) == ("Oppfølgingsspørsmål til B2", "released")
    seat.key("escape", "space")
    seat.say("/fill")
    seat.key("ctrl+t")
    assert (seat.mode, seat.last) == (Filling, {"type": "withheld", "back": 0.0})


def test_ctrl_t_is_undone_like_any_act(seat: HourSeat) -> None:
    seat.key("ctrl+t", "ctrl+z")
    assert seat.notice == "angret: skal ikke transkriberes herfra"
    seat.key("ctrl+t")
    assert seat.last == {"type": "withheld", "back": 0.0}


# what other programs read of it


def _heard(seat: HourSeat, capsys: pytest.CaptureFixture[str]) -> list[tuple[object, ...]]:
    """Where each note lies in the recording, and whether it is withheld, as the review tells other programs."""
    seat.session.close()
    main(["review", "--json", "--study", str(seat.log.parent.parent)])
    (interview,) = json.loads(capsys.readouterr().out)["interviews"]
    return [(note["recording"], note["offset"], note["withheld"]) for note in interview["notes"]]


def test_the_review_tells_where_each_note_lies_and_whether_it_is_withheld(
    seat: HourSeat, capsys: pytest.CaptureFixture[str]
) -> None:
    seat.at(5).say("før")
    seat.at(10).say("/rec")
    seat.at(20).say("i opptaket")
    seat.at(30).key("ctrl+t")
    seat.at(40).say("om naboen")
    seat.at(50).key("ctrl+t")
    seat.say("videre")
    seat.say("/shift -2s")
    assert _heard(seat, capsys) == [(None, None, False), (1, 8, False), (1, 28, True), (1, 38, False)]


def test_the_last_note_before_a_log_stops_within_what_is_withheld_is_withheld(
    seat: HourSeat, capsys: pytest.CaptureFixture[str]
) -> None:
    seat.at(10).key("ctrl+t")
    seat.at(20).say("om naboen")
    assert _heard(seat, capsys) == [(None, None, True)]


# /stop


def test_when_the_informant_wishes_to_stop_one_line_leads_past_the_closing_question(seat: HourSeat) -> None:
    seat.say("!hvem?")
    seat.say("/stop")
    assert (seat.last, seat.mode) == ({"type": "stopped"}, Closing)
    assert seat.card == "Informanten ønsket å stoppe"
    assert "!1 å følge opp" in seat.text
    assert "intervjuguide trekk I1" in seat.text
    seat.key("enter")
    assert seat.types == ["asked", "noted", "stopped", "ended"]


def test_the_debriefing_still_comes_after_a_stop(sit_down: SitDown) -> None:
    seat = sit_down(guide=THESIS)
    seat.say("/a1")
    seat.say("/stop")
    seat.key("enter")
    assert (seat.mode, seat.card, seat.types[-1]) == (Debriefing, "Etterpå", "stopped")
    seat.key("enter")
    assert seat.last == {"type": "ended"}


def test_a_stop_is_marked_once(seat: HourSeat) -> None:
    seat.say("/stop")
    seat.say("/stop")
    assert (seat.notice, seat.types) == ("Det er allerede merket at informanten ønsker å stoppe.", ["asked", "stopped"])


def test_after_a_stop_no_line_says_what_is_left(seat: HourSeat) -> None:
    seat.say("/stop")
    seat.at(1000).key(IDLE)
    assert seat.notice == ""


def test_notes_can_be_taken_after_a_stop(seat: HourSeat) -> None:
    seat.say("/stop")
    seat.say("ble stille")
    assert (seat.last["text"], seat.mode, seat.card) == ("ble stille", Closing, "Informanten ønsket å stoppe")


def test_an_undone_stop_shows_what_is_uncovered_again(seat: HourSeat) -> None:
    seat.say("/stop")
    seat.key("ctrl+z")
    assert seat.notice == "angret: informanten ønsket å stoppe"
    seat.say("/stop")
    assert seat.types == ["asked", "stopped", "undone", "stopped"]


def test_an_undone_stop_leads_back_into_the_talk(seat: HourSeat) -> None:
    seat.say("/stop")
    seat.key("ctrl+z")
    assert seat.mode is Talking
    seat.key("enter")
    assert seat.last["question"] == "A2"


@pytest.mark.parametrize("way", ["escape", "taken up again"])
def test_after_a_stop_enter_asks_nothing_more(sit_down: SitDown, seat: HourSeat, way: str) -> None:
    seat.say("/stop")
    if way == "escape":
        seat.key("escape")
    else:
        seat.session.close()
        seat = sit_down(resume=True, clock=seat.clock)
    seat.key("enter")
    assert seat.types.count("asked") == 1


# follow-ups after the end


def _fates(seat: HourSeat) -> list[str | None]:
    return [note.state for note in follow_ups(seat.session.interview)]


@pytest.fixture
def two(sit_down: SitDown) -> HourSeat:
    """An interview that has just ended with two follow-ups open, the first in turn."""
    seat = ended(sit_down, "!hvem?", "!hvor?")
    assert (seat.table.mode, seat.card, seat.text) == (Settling((1, 2)), "!1 er åpen", "«hvem?»")
    return seat


@pytest.mark.parametrize(("digit", "fate"), [("1", "returned"), ("2", "met"), ("3", "dropped")])
def test_after_the_end_each_open_follow_up_gets_its_fate_with_one_key(two: HourSeat, digit: str, fate: str) -> None:
    two.key(digit)
    assert (two.last["type"], two.last["follow_up"]) == (fate, 1)
    assert (two.card, two.text) == ("!2 er åpen", "«hvor?»")
    two.key("2")
    assert (_fates(two), two.mode) == ([fate, "met"], Reflecting)


def test_what_was_settled_before_the_end_is_not_asked_about(sit_down: SitDown) -> None:
    seat = ended(sit_down, "!hvem?", "!hvor?", "/met 1")
    assert (seat.table.mode, seat.card) == (Settling((2,)), "!2 er åpen")


def test_without_an_open_follow_up_the_reflexive_note_comes_at_once(sit_down: SitDown) -> None:
    assert ended(sit_down, "!hvem?", "/met 1").mode is Reflecting


def test_bookmarks_get_their_words_before_follow_ups_get_their_fate(sit_down: SitDown) -> None:
    seat = sit_down()
    seat.say("/a1")
    seat.key("space")
    seat.say("!hvem?")
    seat.say("/end")
    seat.key("enter", "enter")
    assert seat.card == "Fyll bokmerker"
    seat.say("lo høyt")
    assert (seat.mode, seat.card) == (Settling, "!1 er åpen")


def test_enter_takes_a_follow_up_on_to_the_next_interview(two: HourSeat) -> None:
    two.key("enter")
    assert (two.card, two.types[-1]) == ("!2 er åpen", "ended")
    two.key("enter")
    assert two.mode is Reflecting
    assert [one.text for one in collect_leftovers(two.session.interview)] == ["hvem?", "hvor?"]


def test_escape_goes_back_to_a_follow_up_that_is_still_open(two: HourSeat) -> None:
    two.key("enter", "enter", "escape")
    assert two.card == "!2 er åpen"
    two.key("escape")
    assert (two.card, _fates(two)) == ("!1 er åpen", ["open", "open"])
    two.key("1", "escape")
    assert two.card == "!2 er åpen"
    assert "Ctrl+Q" in two.notice


def test_a_text_on_the_line_is_cleared_before_escape_leaves_anything(two: HourSeat) -> None:
    two.type("halv")
    two.key("escape")
    assert (two.line.text, two.table.mode) == ("", Settling((1, 2)))


def test_a_reason_can_be_given_for_letting_one_go(two: HourSeat) -> None:
    two.say("/drop 1 for privat")
    assert two.last == {"type": "dropped", "follow_up": 1, "reason": "for privat"}
    assert (two.card, two.line.text) == ("!2 er åpen", "")


def test_a_line_of_text_is_a_reflexive_note_and_leaves_the_rest_open(two: HourSeat) -> None:
    two.say("jeg styrte")
    assert (two.last["kind"], two.last["text"]) == ("reflexive", "jeg styrte")
    assert (two.mode, _fates(two)) == (Reflecting, ["open", "open"])


@pytest.mark.parametrize("key", ["4", "9"])
def test_there_are_three_fates_and_no_more(two: HourSeat, key: str) -> None:
    two.key(key)
    assert (two.types[-1], two.table.mode, two.line.text) == ("ended", Settling((1, 2)), "")
    assert two.notice == f"Det er ikke noe punkt {key} på kortet."


def test_space_does_nothing_while_a_follow_up_is_in_turn(two: HourSeat) -> None:
    two.key("space")
    assert (two.types[-1], two.table.mode) == ("ended", Settling((1, 2)))


def test_undo_before_anything_was_settled_takes_the_end_back(two: HourSeat) -> None:
    two.key("ctrl+z")
    assert (two.notice, two.table.over, two.mode) == ("angret: intervjuet er avsluttet", False, Talking)


def test_undo_takes_a_fate_back(two: HourSeat) -> None:
    two.key("3", "ctrl+z")
    assert (two.notice, _fates(two)) == ("angret: !1 får ligge", ["open", "open"])
    assert two.table.over


def test_undo_comes_back_to_the_follow_up_it_opened_again(two: HourSeat) -> None:
    two.key("1", "ctrl+z")
    assert two.card == "!1 er åpen"
    two.key("2", "3")
    assert _fates(two) == ["met", "dropped"]


def test_settling_another_one_does_not_pass_over_the_one_in_turn(two: HourSeat) -> None:
    two.say("/drop 2 for privat")
    assert two.card == "!1 er åpen"
    two.key("1")
    assert (_fates(two), two.mode) == (["returned", "dropped"], Reflecting)


def test_editing_a_note_comes_back_to_the_follow_up_in_turn(two: HourSeat) -> None:
    two.key("up")
    two.say("?")
    assert two.last["type"] == "edited"
    assert (two.table.mode, two.card) == (Settling((1, 2)), "!1 er åpen")


def test_a_digit_ticks_the_card_that_lies_on_top(sit_down: SitDown) -> None:
    seat = sit_down()
    seat.say("/b2")
    seat.say("!hvem?")
    seat.say("/stop")
    seat.key("enter", "down")
    assert (seat.mode, seat.card) == (Settling, "Oppfølgingsspørsmål til B2")
    seat.key("1")
    assert (seat.last["type"], _fates(seat)) == ("ticked", ["open"])


def test_a_question_asked_after_the_end_does_not_begin_the_talk_again(two: HourSeat) -> None:
    two.desk.carry_out(do.AskQuestion("A2"))
    assert two.table.over
    assert two.mode in (Settling, Reflecting)


@pytest.mark.parametrize("settled", [False, True])
def test_an_interview_that_has_ended_cannot_be_stopped(two: HourSeat, settled: bool) -> None:  # noqa: FBT001
    if settled:
        two.key("escape")
    two.say("/stop")
    assert two.types[-1] == "ended"
    assert two.mode in (Settling, Reflecting)


@pytest.mark.parametrize("word", ["send", "blink", "cup"])
def test_a_reflexive_note_of_one_word_is_a_note(two: HourSeat, word: str) -> None:
    two.key("escape")
    two.say(word)
    assert (two.last.get("kind"), two.last.get("text")) == ("reflexive", word)


def test_one_taken_up_again_after_the_end_asks_about_what_stayed_open(sit_down: SitDown, two: HourSeat) -> None:
    two.key("1", "escape")
    two.session.close()
    again = sit_down(resume=True, clock=two.clock)
    again.key("enter")  # past what was asked and has no mark
    assert (again.table.mode, again.card) == (Settling((2,)), "!2 er åpen")
    again.key("3")
    assert [event["type"] for event in again.written[-2:]] == ["reopened", "dropped"]


def test_on_the_list_of_the_parked_a_digit_takes_up_that_one_also_while_another_is_in_turn(two: HourSeat) -> None:
    two.say("/parked")
    two.key("2")
    assert two.last == {"type": "returned", "follow_up": 2}


def test_words_for_a_bookmark_come_back_to_that_bookmark(sit_down: SitDown) -> None:
    seat = sit_down()
    seat.key("enter", "space", "space", "space")
    seat.say("/fill")
    seat.key("enter", "enter")
    seat.type("ord for det tredje")
    seat.desk.keep_draft()
    wanted = [record["seq"] for record in records(seat.log) if record["type"] == "noted"][2]
    seat.session.close()
    again = sit_down(resume=True)
    again.desk.take_up_draft()
    again.key("enter")
    assert (again.last["type"], again.last["note"], again.last["text"]) == ("filled", wanted, "ord for det tredje")
