"""What the opening wants before the first question and before the recorder: said once, in one line."""

import pytest

from guide.model import Point
from interviews.core import commands as do
from tests.tui.hour_seat import HALF, SitDown

CONSENT = Point("consent", "Samtykke", ("start", "recording"))
SOUND = Point("sound", "Lydopptak er greit", ("recording",))
RIGHTS = Point("rights", "Kan trekke seg", ("start",))
BOTH = HALF.but(opening=(Point("1", "Formål"), CONSENT, SOUND))
START = "Ikke krysset av: Samtykke. Enter en gang til spør likevel"


@pytest.mark.parametrize("how", ["enter", "/b1", "/next", "/ Hva med A2"])
def test_the_first_question_says_what_is_not_ticked_and_the_second_try_asks(sit_down: SitDown, how: str) -> None:
    seat = sit_down(guide=BOTH)
    if how == "enter":
        seat.key("enter")
    else:
        seat.say(how)
    assert (seat.notice, seat.types, seat.card) == (START, [], "Åpning")
    assert seat.line.text == ("" if how == "enter" else how)
    seat.apart = 0.0
    for gap in (0.0, 0.9, 0.8, 1 / 30, 1 / 30, 1.4):
        seat.clock.go_on(gap)
        seat.key("enter")
        assert (seat.notice, seat.types) == (START, []), "a finger that bounces, or stays, has read nothing"
    seat.clock.go_on(1.5)
    seat.key("enter")
    assert (seat.types, seat.last["missing"]) == (["asked"], ["consent"])
    assert "begynt før dette var krysset av: Samtykke" in seat.conversation


def test_a_question_picked_in_the_guide_waits_too(sit_down: SitDown) -> None:
    from interviews.core.commands import AskQuestion

    seat = sit_down(guide=BOTH)
    assert not seat.desk.carry_out(AskQuestion("B2"))
    assert (seat.notice, seat.types) == (START, [])
    assert seat.desk.carry_out(AskQuestion("B2"))
    assert seat.last["missing"] == ["consent"]


def test_once_ticked_nothing_is_said_and_the_log_says_nothing_either(sit_down: SitDown) -> None:
    seat = sit_down(guide=BOTH)
    seat.key("2", "enter")
    assert (seat.types, "missing" in seat.last) == (["ticked", "asked"], False)


@pytest.mark.parametrize("opening", [(CONSENT,), (CONSENT, SOUND), (RIGHTS, Point("1", "Formål"))])
def test_a_point_that_gates_is_ticked_or_not_and_never_not_needed(
    sit_down: SitDown, opening: tuple[Point, ...]
) -> None:
    seat = sit_down(guide=HALF.but(opening=opening))
    seat.key("1", "1", "enter")
    assert (seat.marks()[0], seat.types) == ("open", ["ticked", "ticked"])
    assert seat.notice == f"Ikke krysset av: {opening[0].text}. Enter en gang til spør likevel"
    seat.key("1", "1", "1", "enter")
    assert (seat.types[-1], "missing" in seat.last) == ("asked", False)


def test_not_needed_is_a_tick_of_a_point_that_gates_nothing(sit_down: SitDown) -> None:
    seat = sit_down(guide=BOTH)
    seat.key("1", "1", "3", "3")
    assert seat.marks() == ["not_needed", "open", "open"]
    seat.say("/opptak")
    assert seat.notice.startswith("Ikke krysset av: Samtykke · Lydopptak er greit.")


def test_not_needed_in_an_older_log_is_no_tick(sit_down: SitDown) -> None:
    seat = sit_down(guide=BOTH)
    seat.session.do(do.Tick("opening", "consent", "not_needed"))
    seat.key("enter")
    assert (seat.notice, seat.marks()) == (START, ["open", "open", "open"])


def test_only_the_first_question_waits(sit_down: SitDown) -> None:
    seat = sit_down(guide=BOTH)
    seat.key("enter", "down", "enter")
    seat.say("/b1")
    assert (seat.types, "missing" in seat.last) == (["asked", "asked"], False)


@pytest.mark.parametrize("between", ["note", "escape", "bookmark"])
def test_the_second_try_counts_only_right_after_the_first(sit_down: SitDown, between: str) -> None:
    seat = sit_down(guide=BOTH)
    seat.key("enter")
    seat.key("escape")
    if between == "note":
        seat.say("hun kommer for sent")
    elif between == "bookmark":
        seat.key("space")
    seat.key("enter")
    assert (seat.notice, "asked" in seat.types) == (START, False)
    seat.clock.go_on(1)
    seat.key("enter")
    assert seat.last["missing"] == ["consent"]


def test_what_was_not_named_before_is_named_before_it_is_passed(sit_down: SitDown) -> None:
    """Two points gate: both named at once; one that lost its tick since is named anew."""
    seat = sit_down(guide=HALF.but(opening=(CONSENT, RIGHTS)))
    seat.key("1", "enter")
    assert seat.notice == "Ikke krysset av: Kan trekke seg. Enter en gang til spør likevel"
    seat.key("1", "enter")
    assert seat.notice == "Ikke krysset av: Samtykke · Kan trekke seg. Enter en gang til spør likevel"
    seat.clock.go_on(1)
    seat.key("enter")
    assert seat.last["missing"] == ["consent", "rights"]


def test_the_card_that_was_closed_comes_back_to_be_ticked(sit_down: SitDown) -> None:
    seat = sit_down(guide=BOTH)
    seat.key("escape")
    assert seat.card == ""
    seat.key("enter")
    assert seat.card == "Åpning"
    seat.key("2", "enter")
    assert seat.types == ["ticked", "asked"]


def test_the_recorders_gate_says_what_is_missing_first_and_then_what_to_do(sit_down: SitDown) -> None:
    seat = sit_down(guide=BOTH)
    seat.say("/rec")
    said = "Ikke krysset av: Samtykke · Lydopptak er greit. Enter en gang til markerer opptak likevel"
    assert (seat.notice, seat.types, seat.line.text, seat.line.selected) == (said, [], "/rec", True)
    seat.key("enter")
    assert (seat.types, seat.last["missing"]) == (["recording_started"], ["consent", "sound"])


def test_a_point_gates_what_it_says_and_nothing_else(sit_down: SitDown) -> None:
    seat = sit_down(guide=HALF.but(opening=(SOUND, RIGHTS)))
    seat.key("1")
    seat.say("/rec")
    assert seat.types == ["ticked", "recording_started"]
    seat.key("enter")
    assert "Kan trekke seg" in seat.notice


def test_in_english(sit_down: SitDown) -> None:
    seat = sit_down(guide=BOTH, language="en")
    seat.key("enter")
    assert seat.notice == "Not ticked: Samtykke. Enter once more asks all the same"
    seat.say("/rec")
    assert seat.notice.endswith(". Enter once more marks recording all the same")


def test_what_is_entered_from_paper_waits_for_nothing(sit_down: SitDown) -> None:
    seat = sit_down(guide=BOTH)
    seat.session.enter_afterwards()
    seat.say("/b1")
    assert seat.types == ["asked"]


def test_before_the_close_one_line_reminds_of_what_was_begun_without(sit_down: SitDown) -> None:
    seat = sit_down(guide=BOTH)
    seat.key("enter", "down", "enter")
    seat.say("/slutt")
    assert seat.table.card is not None
    lines = seat.table.card.text.split("\n")
    assert lines[:2] == ["Begynt uten, og ikke krysset av siden: Samtykke (/åpning)", "Ingen opptak ble startet."]
    seat.say("/åpning")
    seat.key("2", "escape")
    seat.say("/opptak nei")
    assert not {"Begynt", "Ingen"} & {line.split()[0] for line in seat.table.card.text.split("\n")}
