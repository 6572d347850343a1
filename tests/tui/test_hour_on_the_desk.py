"""The hour at the desk: how time stands, what is left near the end, what earlier interviews left, both sides."""

import pytest

from interviews.study.previous_interviews import Left, PreviousInterviews
from tests.tui.hour_seat import HALF, IDLE, IN_THE_MIDDLE, OPENED, HourSeat, SitDown
from tests.tui.lines import GUIDE as THESIS
from tui.live.line_words import row_said
from tui.live.modes import Talking
from tui.live.options import LiveOptions

# /time


def test_time_says_what_is_left_and_for_how_much_there_is_room(seat: HourSeat) -> None:
    seat.at(10).say("/time")
    assert seat.notice == "30 min igjen: A2 B1 B2 A3 ~21 min + avslutning 5"
    seat.at(900).say("/time")
    assert seat.notice == f"{IN_THE_MIDDLE} · 11 min bak planen"


def test_time_is_told_in_english_too(sit_down: SitDown) -> None:
    seat = sit_down(language="en")
    seat.say("/a1")
    seat.at(10).say("/time")
    assert seat.notice == "30 min left: A2 B1 B2 A3 ~21 min + closing 5"


def test_time_is_no_act_and_is_gone_at_the_next_key(seat: HourSeat) -> None:
    seat.at(10).say("/time")
    assert (seat.types, seat.line.text) == (["asked"], "")
    seat.key(IDLE)
    assert seat.notice == ""


def test_time_can_be_asked_in_the_think_time_and_before_the_first_question(sit_down: SitDown) -> None:
    seat = sit_down()
    seat.say("/time")
    assert seat.notice == "30 min igjen: A1 A2 B1 B2 A3 ~25 min + avslutning 5"
    seat.say("/a1")
    seat.say("/time")
    assert seat.notice.startswith("30 min igjen: A2")


@pytest.mark.parametrize(
    ("late", "said"), [(119, ""), (120, "2 min bak planen"), (-119, ""), (-120, "2 min foran planen")]
)
def test_less_than_two_minutes_off_the_plan_is_not_worth_a_word(seat: HourSeat, late: float, said: str) -> None:
    if late > 0:
        seat.at(240 + late)
    else:
        seat.at(240 + late).say("/a2")
    seat.say("/time")
    assert ("planen" in seat.notice) is bool(said)
    assert seat.notice.endswith(said)


def test_without_planned_minutes_time_says_so(sit_down: SitDown) -> None:
    seat = sit_down(guide=HALF.but(minutes=None))
    seat.say("/time")
    assert seat.notice == "Guiden sier ikke hvor lenge intervjuet skal vare."


def test_once_all_is_covered_time_says_that(seat: HourSeat) -> None:
    seat.say("+a1 a2 a3 b1 b2")
    seat.at(240).say("/time")
    assert seat.notice.startswith("26 min igjen, alt obligatorisk er dekket · avslutning 5")


def test_what_earlier_interviews_took_decides_what_there_is_room_for(sit_down: SitDown) -> None:
    seat = sit_down(
        helps=LiveOptions(earlier=PreviousInterviews(seconds={"A2": 60.0, "A3": 60.0, "B1": 60.0, "B2": 120.0}))
    )
    seat.say("/a1")
    seat.at(900).say("/time")
    assert seat.notice.startswith("15 min igjen: A2 B1 B2 A3 ~5 min + avslutning 5")


# the line near the end


def test_near_the_end_one_line_names_what_is_left_at_the_next_key(seat: HourSeat) -> None:
    seat.at(899).key(IDLE)
    assert seat.notice == ""
    seat.at(900)
    assert seat.notice == ""
    seat.key(IDLE)
    assert seat.notice == IN_THE_MIDDLE


def test_it_stays_at_every_key_until_it_is_answered(seat: HourSeat) -> None:
    seat.at(900).key(IDLE)
    seat.type("han ler")
    assert seat.notice == IN_THE_MIDDLE
    seat.key("enter")
    assert (seat.notice, seat.types) == (IN_THE_MIDDLE, ["asked", "noted"])
    seat.key("space")
    assert seat.notice == IN_THE_MIDDLE
    seat.at(961).key(IDLE)
    assert seat.notice == IN_THE_MIDDLE.replace("15 min igjen", "14 min igjen")
    seat.key("escape")
    for t in (962, 1100, 1900):
        seat.at(t).key(IDLE)
        assert seat.notice == ""
    assert seat.types == ["asked", "noted", "noted"]


def test_once_answered_it_comes_again_when_something_changes(seat: HourSeat) -> None:
    seat.at(900).key(IDLE, "escape")
    seat.say("+b1")
    assert seat.notice == "15 min igjen: A2 B2 ~10 min + avslutning 5"
    seat.key("ctrl+z", IDLE)
    assert seat.notice == IN_THE_MIDDLE


def test_esc_that_clears_the_line_or_closes_a_card_answers_nothing(seat: HourSeat) -> None:
    seat.say("/b2")
    seat.at(900).key(IDLE)
    line = seat.notice
    assert line.startswith("15 min igjen")
    seat.type("halv")
    seat.key("escape")
    assert seat.notice == "linja er tømt · ↑ henter teksten tilbake"
    seat.key("down", "escape")
    assert (seat.card, seat.notice) == ("", line)


def test_what_has_priority_is_told_first(sit_down: SitDown) -> None:
    first, then = HALF.sections
    ranked = (then.questions[0].but(priority=2), then.questions[1].but(priority=1))
    guide = HALF.but(sections=(first.but(questions=(*first.questions,)), then.but(questions=ranked)))
    seat = sit_down(guide=guide)
    seat.say("/a1")
    seat.at(900).key(IDLE)
    assert seat.notice == "15 min igjen, tid til 1: B2 B1 A2 ~16 min + avslutning 5"
    seat.say("/time")
    assert seat.notice.startswith("15 min igjen, tid til 1: B2 B1 A2")


def test_a_priority_makes_no_optional_question_necessary(sit_down: SitDown) -> None:
    first, then = HALF.sections
    a1, a2, a3 = first.questions
    seat = sit_down(guide=HALF.but(sections=(first.but(questions=(a1, a2, a3.but(priority=1))), then)))
    seat.say("/a1")
    seat.at(10).say("/time")
    assert seat.notice.startswith("30 min igjen: A2 B1 B2 A3")
    seat.at(900).say("/time")
    assert "A3" not in seat.notice


def test_it_stands_still_between_two_keys(seat: HourSeat) -> None:
    seat.at(900).key(IDLE)
    seat.at(1500)
    assert seat.notice == IN_THE_MIDDLE


@pytest.mark.parametrize("line", ["+b1", "-b1 ikke tid", "-x b1"])
def test_it_changes_with_what_is_left(seat: HourSeat, line: str) -> None:
    seat.at(900).key(IDLE)
    seat.say(line)
    seat.say("en note")
    seat.key("space")
    assert seat.notice == "15 min igjen: A2 B2 ~10 min + avslutning 5"


def test_what_an_undo_brings_back_is_named_again_after_the_undo_was_told(seat: HourSeat) -> None:
    seat.at(900).say("+b1")
    seat.key("ctrl+z")
    assert seat.notice == "angret: dekket B1"
    seat.key(IDLE)
    assert seat.notice == IN_THE_MIDDLE


def test_an_optional_question_leaves_the_line_when_there_is_no_room_for_it(sit_down: SitDown) -> None:
    seat = sit_down(helps=LiveOptions(near_end=1800.0))
    seat.say("/a1")
    seat.at(10).key(IDLE)
    assert seat.notice == "30 min igjen: A2 B1 B2 A3 ~21 min + avslutning 5"
    seat.at(240).key(IDLE)
    assert seat.notice == "26 min igjen: A2 B1 B2 A3 ~21 min + avslutning 5"
    seat.at(241).key(IDLE)
    assert seat.notice == "26 min igjen: A2 B1 B2 ~16 min + avslutning 5"


def test_when_the_last_one_is_covered_it_says_so_once(seat: HourSeat) -> None:
    seat.at(960).say("+a1 a2 b1 b2 a3")
    assert seat.notice == "14 min igjen, alt obligatorisk er dekket · avslutning 5"
    seat.key(IDLE)
    assert seat.notice == ""


def test_once_the_time_is_up_none_remains(seat: HourSeat) -> None:
    seat.at(2000).key(IDLE)
    assert seat.notice == "0 min igjen, tid til 0: A2 B1 B2 ~16 min + avslutning 5"


def test_it_is_never_said_in_the_think_time_but_after_it(seat: HourSeat) -> None:
    seat.at(1000).key("enter")
    assert (seat.last["question"], seat.notice) == ("A2", "")
    seat.at(1002.9).key(IDLE)
    assert seat.notice == ""
    seat.at(1003).key(IDLE)
    assert seat.notice == "13 min igjen, tid til 1: B1 B2 ~11 min + avslutning 5 · stilt uten merke: A1"


@pytest.mark.parametrize("think", [0.5, 3.0, 10.0])
def test_the_think_time_is_the_users_to_set(sit_down: SitDown, think: float) -> None:
    seat = sit_down(helps=LiveOptions(think=think, near_end=1800.0))
    seat.say("/a1")
    assert seat.notice == ""
    seat.at(think - 0.1).key(IDLE)
    assert seat.notice == ""
    seat.at(think).key(IDLE)
    assert seat.notice.startswith("30 min igjen")


def test_without_a_think_time_it_may_come_with_the_question(sit_down: SitDown) -> None:
    seat = sit_down(helps=LiveOptions(think=0.0, near_end=1800.0))
    seat.say("/a1")
    assert seat.notice.startswith("30 min igjen")


def test_before_the_first_question_it_is_not_said(sit_down: SitDown) -> None:
    seat = sit_down()
    seat.say("rolig rom")
    seat.at(1000).key(IDLE)
    assert seat.notice == ""


def test_without_planned_minutes_it_is_not_said(sit_down: SitDown) -> None:
    seat = sit_down(guide=HALF.but(minutes=None))
    seat.say("/a1")
    seat.at(5000).key(IDLE)
    assert seat.notice == ""


def test_in_the_closing_it_is_not_said_and_back_in_the_talk_it_is(seat: HourSeat) -> None:
    seat.say("/end")
    seat.at(900).key(IDLE)
    assert seat.notice == ""
    seat.key("escape")
    assert (seat.mode, seat.notice) == (Talking, IN_THE_MIDDLE)


def test_a_refusal_is_not_hidden_by_it(seat: HourSeat) -> None:
    seat.type("/back 7")
    seat.at(900).key("enter")
    assert seat.notice == "Det er ingen oppfølging 7."
    seat.key("escape")
    seat.key(IDLE)
    assert seat.notice == IN_THE_MIDDLE


def test_while_text_stands_on_the_line_it_waits(seat: HourSeat) -> None:
    seat.paste("ja")
    seat.at(900).key("!")
    assert (seat.notice, seat.line.text) == ("", "ja!")
    seat.key("enter")
    assert seat.notice == IN_THE_MIDDLE


def test_it_is_not_spent_on_the_first_letter_of_a_note(seat: HourSeat) -> None:
    seat.at(900).say("ja")
    assert seat.notice == IN_THE_MIDDLE


# /left

LEFT = PreviousInterviews(
    left=(Left("I1", "follow_up", "hvem [kom]?", ("A1", "B2")), Left("I2", "topic", "de frivillige", ())),
)


def test_what_earlier_interviews_left_over_is_shown_in_its_own_words_when_asked_for(sit_down: SitDown) -> None:
    seat = sit_down(helps=LiveOptions(earlier=LEFT))
    assert seat.card == ""
    seat.say("/left")
    assert seat.card == "Gjenstår fra tidligere intervjuer"
    assert seat.text == "I1 ! A1 B2 hvem [kom]?\nI2 > de frivillige"
    assert seat.types == []
    seat.key("escape")
    assert seat.card == ""


def test_it_can_be_looked_at_over_the_openings_card(sit_down: SitDown) -> None:
    seat = sit_down(guide=OPENED, helps=LiveOptions(earlier=LEFT))
    seat.key("1")
    seat.say("/left")
    seat.key("escape")
    assert (seat.card, seat.marks()) == ("Åpning", ["done"])


def test_when_nothing_is_left_over_that_is_said(seat: HourSeat) -> None:
    seat.say("/left")
    assert (seat.notice, seat.card) == ("Ingenting gjenstår fra tidligere.", "")


def test_a_parked_bookmark_without_words_is_still_seen(sit_down: SitDown) -> None:
    seat = sit_down(helps=LiveOptions(earlier=PreviousInterviews(left=(Left("I1", "follow_up", "", ("A1",)),))))
    seat.say("/left")
    assert seat.text == "I1 ! A1 ◊"


# /positive


def test_an_experience_is_counted_on_its_side_of_the_question_in_hand(seat: HourSeat) -> None:
    seat.say("/b2")
    seat.say("/positive")
    assert seat.last == {"type": "sided", "question": "B2", "side": "positive"}
    seat.say("/negative")
    seat.key("down")
    assert seat.table.card is not None
    assert [(point.text, point.aside) for point in seat.table.card.points] == [
        ("Hvorfor?", ""),
        ("positivt", "1"),
        ("negativt", "1"),
    ]


def test_a_digit_of_the_card_counts_one_more_each_time_and_undo_one_less(seat: HourSeat) -> None:
    seat.say("/b2")
    seat.key("down", "2", "2", "3", "ctrl+z")
    assert seat.table.card is not None
    assert [point.aside for point in seat.table.card.points] == ["", "2", "0"]
    assert seat.notice == "angret: B2: negativt"


def test_a_count_from_the_line_is_seen_on_the_open_card(seat: HourSeat) -> None:
    seat.say("/b2")
    seat.key("down")
    seat.say("/positive")
    assert seat.table.card is not None
    assert seat.table.card.points[1].aside == "1"


def test_where_no_question_asks_for_both_sides_that_is_said(sit_down: SitDown) -> None:
    seat = sit_down()
    seat.say("/positive")
    assert (seat.notice, seat.types) == ("Ingen spørsmål er stilt ennå: skriv hvilket, som +A1.", [])
    seat.key("escape")
    seat.say("/a1")
    seat.say("/negative")
    assert (seat.notice, seat.types) == ("A1 spør ikke etter begge sider.", ["asked"])


def test_an_experience_of_a_named_question_is_not_counted_for_the_one_in_hand(sit_down: SitDown) -> None:
    first = HALF.sections[0].questions
    both = (first[0].but(two_sided=True), *first[1:])
    seat = sit_down(guide=HALF.but(sections=(HALF.sections[0].but(questions=both), HALF.sections[1])))
    seat.say("/a1")
    seat.say("/positive b2")
    assert seat.last.get("question") != "A1" or seat.types == ["asked"]


def test_time_has_room_on_a_small_screen_however_much_is_left(sit_down: SitDown) -> None:
    seat = sit_down(guide=THESIS)
    seat.say("/a1")
    seat.at(10).say("/b5")
    seat.at(12).say("/time")
    assert seat.notice == "60 min igjen: A2 … (15) ~49 min + avslutning 5 · 1 stilt · 3 min foran planen"
    assert len(seat.notice) < 80


def test_the_list_of_the_parked_says_what_a_digit_does_there(seat: HourSeat) -> None:
    seat.say("!struktur")
    seat.say("/parked")
    assert row_said(seat.desk).startswith("1 tar opp igjen   ")


def test_the_list_of_the_parked_offers_the_numbers_that_are_there(seat: HourSeat) -> None:
    seat.say("!struktur")
    seat.key("ctrl+z")
    seat.say("!arena")
    seat.say("!ledelse")
    seat.say("/parked")
    assert row_said(seat.desk).startswith("2 3 tar opp igjen   ")
    seat.key("2")
    assert seat.last["type"] == "returned"
