"""Keys that bounce, are held, or come before anybody can have read: what asks for a second word gets none of them."""

from collections.abc import Callable

import pytest

from guide.model import Point, Recorder
from interviews.core.commands import AskQuestion
from tests.tui.desk_helpers import Seat, Sit
from tests.tui.hour_seat import HALF, HourSeat, SitDown, ended
from tui.live.modes import Clearing, Closing, Debriefing, Filling, Judging, Reflecting, Settling

CONSENT = Point("consent", "Samtykke", ("start", "recording"))
GATED = HALF.but(opening=(Point("1", "Formål"), CONSENT))
LIMITED = HALF.but(recorder=Recorder("Dikta", 45.0))
AFTER = HALF.but(after=(Point("1", "Hvordan var det"), Point("2", "Noe mer")))
BOUNCE = 0.05


def fast(seat: Seat, *keys: str) -> None:
    """Press keys with hardly any time between them, the first one too."""
    apart = seat.apart
    seat.apart = BOUNCE
    seat.key(*keys)
    seat.apart = apart


# a second word


def gate(sit_down: SitDown) -> HourSeat:
    seat = sit_down(guide=GATED)
    seat.key("enter")
    return seat


def recorders_gate(sit_down: SitDown) -> HourSeat:
    seat = sit_down(guide=GATED)
    seat.say("/opptak")
    return seat


def limit(sit_down: SitDown) -> HourSeat:
    seat = sit_down(guide=LIMITED)
    seat.key("enter")
    seat.say("/opptak")
    seat.clock.go_on(44 * 60 + 58)
    seat.type("/opptak")
    seat.clock.go_on(3)
    seat.key("enter")
    return seat


def digits(sit_down: SitDown) -> HourSeat:
    seat = sit_down()
    seat.key("enter", "space")
    seat.say("/fyll")
    seat.say("1")
    return seat


def slip(sit_down: SitDown) -> HourSeat:
    seat = sit_down()
    seat.key("enter")
    seat.say("/pasue")
    return seat


@pytest.mark.parametrize("asked", [gate, recorders_gate, limit, digits, slip])
def test_a_bounced_or_held_enter_is_no_second_word(sit_down: SitDown, asked: Callable[[SitDown], HourSeat]) -> None:
    seat = asked(sit_down)
    said, before = seat.notice, seat.types
    fast(seat, "enter")
    assert (seat.notice, seat.types) == (said, before)
    seat.apart = 1 / 30
    seat.key(*["enter"] * 90)
    assert (seat.notice, seat.types) == (said, before), "three seconds of a held key"
    seat.apart = 1.6
    seat.key("enter")
    assert len(seat.types) > len(before)


@pytest.mark.parametrize("asked", [gate, recorders_gate, limit, slip])
def test_another_key_between_is_as_good_as_time(sit_down: SitDown, asked: Callable[[SitDown], HourSeat]) -> None:
    seat = asked(sit_down)
    before = seat.types
    fast(seat, "left", "enter")
    assert len(seat.types) > len(before)


def test_leaving_with_a_line_asks_and_a_held_key_does_not_answer(sit_down: SitDown) -> None:
    seat = sit_down()
    seat.key("enter")
    seat.type("viktig")
    fast(seat, "ctrl+q", "ctrl+q", "ctrl+q")
    assert (seat.calls, seat.line.text) == ([], "viktig")
    seat.key("ctrl+q")
    assert seat.calls == ["quit"]


def leaving(sit_down: SitDown, apart: float) -> HourSeat:
    """A shell's command on the line, Ctrl+Q, and Ctrl+Q again so many seconds later."""
    seat = sit_down()
    seat.key("enter")
    seat.type("ls -l")
    seat.key("ctrl+q")
    seat.apart = apart
    seat.key("ctrl+q")
    return seat


@pytest.mark.parametrize("apart", [0.8, 1.2])
def test_leaving_takes_a_second_press_at_a_persons_pace(sit_down: SitDown, apart: float) -> None:
    assert leaving(sit_down, apart).calls == ["quit"]


@pytest.mark.parametrize("apart", [BOUNCE, 0.5, 0.66])
def test_leaving_tells_who_presses_again_at_once_to_wait(sit_down: SitDown, apart: float) -> None:
    seat = leaving(sit_down, apart)
    assert (seat.calls, seat.line.text) == ([], "ls -l")
    assert seat.notice == "Teksten på linja er ikke lagret. Vent litt, så går Ctrl+Q ut."
    seat.key("ctrl+q")
    assert seat.calls == []
    seat.apart = 0.8
    seat.key("ctrl+q")
    assert seat.calls == ["quit"]


class Low:
    """A place too low for the card: what was brought is seen."""

    def __init__(self) -> None:
        self.brought: set[int] = set()

    def sees(self, place: int) -> bool:
        return place in self.brought

    def bring(self, place: int) -> None:
        self.brought.add(place)

    def scroll_card(self, _: int, *, page: bool = False) -> bool:
        return page


@pytest.mark.parametrize("how", ["1", "/kryss 1"])
def test_a_point_that_was_out_of_sight_is_not_ticked_by_a_bounce(sit_down: SitDown, how: str) -> None:
    seat = sit_down(guide=GATED)
    seat.desk.hands.sight = Low()
    seat.type(how)
    again = how if how == "1" else "enter"
    if again == "enter":
        seat.key("enter")
    fast(seat, again, again, again)
    assert (seat.types, "sto utenfor bildet" in seat.notice) == ([], True)
    seat.key(again)
    assert seat.types == ["ticked"]


def test_a_double_click_is_no_second_word_and_neither_is_a_click_right_after_a_key(sit_down: SitDown) -> None:
    seat = sit_down(guide=GATED)
    seat.apart = BOUNCE
    for _ in range(3):
        assert not seat.desk.carry_out(AskQuestion("B2"))
    seat.key("enter")
    assert not seat.desk.carry_out(AskQuestion("B2"))
    assert seat.types == []
    seat.clock.go_on(1.5)
    assert seat.desk.carry_out(AskQuestion("B2"))
    assert seat.last["missing"] == ["consent"]


def test_the_recorder_asked_for_by_the_mouse_stands_on_the_line_until_enter(sit_down: SitDown) -> None:
    seat = sit_down(guide=GATED)
    assert not seat.desk.do_action("rec")
    assert (seat.line.text, seat.line.selected, seat.types) == ("/opptak", True, [])
    assert "Samtykke" in seat.notice
    seat.key("enter")
    assert seat.last["missing"] == ["consent"]


# behind the curtain


@pytest.mark.parametrize("line", ["/b1", "/opptak", "/ Hva med A2"])
def test_behind_the_curtain_no_gate_is_passed(sit_down: SitDown, line: str) -> None:
    seat = sit_down(guide=GATED)
    seat.key("ctrl+l")
    seat.say(line)
    seat.key("enter", "enter")
    assert seat.types == []
    seat.key("ctrl+l")
    assert seat.notice == "Ingenting ble gjort mens skjermen var skjult: ingen så hva det gjaldt."
    seat.line.clear()
    seat.key("2", "escape")
    seat.say("/b1")
    assert seat.types == ["ticked", "asked"]


def test_behind_the_curtain_the_next_recording_is_not_begun_past_the_limit(sit_down: SitDown) -> None:
    seat = sit_down(guide=LIMITED)
    seat.key("enter")
    seat.say("/opptak")
    seat.clock.go_on(46 * 60)
    seat.key("ctrl+l")
    seat.say("/opptak")
    seat.key("enter")
    assert seat.types == ["asked", "recording_started"]
    seat.line.clear()
    seat.say("/opptak stopp")
    assert seat.types[-1] == "recording_stopped", "what needs no second word is done"


def test_behind_the_curtain_no_digit_becomes_a_bookmarks_words(sit_down: SitDown) -> None:
    seat = sit_down()
    seat.key("enter", "space")
    seat.say("/fyll")
    seat.key("ctrl+l")
    seat.say("1")
    seat.key("enter")
    assert seat.types == ["asked", "noted"]


# a card that has just come up


def test_three_fast_enters_do_not_end_the_interview(sit_down: SitDown) -> None:
    seat = sit_down(guide=AFTER)
    seat.key("enter")
    seat.type("/slutt")
    fast(seat, "enter", "enter", "enter", "enter")
    assert (seat.mode, seat.card, seat.types) == (Closing, "Før du avslutter", ["asked"])
    assert seat.notice == "Et nytt kort er kommet, «Før du avslutter»: se på det, og trykk en gang til."
    seat.key("enter")
    fast(seat, "enter", "enter")
    assert (seat.mode, seat.last["question"], seat.notice) == (
        Closing,
        "Z1",
        "Z1 ble stilt nå nettopp. Enter en gang til går videre.",
    )
    seat.key("enter")
    fast(seat, "enter", "enter")
    assert (seat.mode, seat.types) == (Debriefing, ["asked", "asked"])
    seat.key("enter")
    fast(seat, "enter", "enter")
    assert (seat.mode, seat.calls) == (Reflecting, [])


def off_the_record(sit_down: SitDown) -> HourSeat:
    seat = sit_down(guide=AFTER)
    seat.key("enter")
    for line in ("/opptak", "/opptak stopp", "hold det for deg selv", "+", "/slutt"):
        seat.clock.go_on(1)
        seat.say(line)
    seat.key("enter", "enter")
    assert seat.mode is Debriefing
    return seat


@pytest.mark.parametrize("late", [("1",), ("enter",), ("+", "enter"), ("-", "enter"), ("1", "enter", "1")])
def test_nothing_lands_unseen_on_the_card_that_comes_after_the_last_points(
    sit_down: SitDown, late: tuple[str, ...]
) -> None:
    seat = off_the_record(sit_down)
    seat.key("1")
    fast(seat, "enter", *late)
    assert (seat.mode, seat.marks(), seat.types[-1], seat.line.text) == (Clearing, ["open"], "ended", "")
    assert seat.notice.startswith("Et nytt kort er kommet, «Kan dette brukes?»")
    seat.key("1")
    assert (seat.last["type"], seat.last["usable"]) == ("cleared", True)


def test_a_key_that_decides_nothing_shows_that_the_card_was_seen(sit_down: SitDown) -> None:
    seat = off_the_record(sit_down)
    seat.key("1")
    fast(seat, "enter", "down", "1")
    assert seat.last["type"] == "cleared"


@pytest.mark.parametrize("digit", ["1", "2", "3"])
def test_a_held_digit_gives_no_fate_to_what_nobody_has_read(sit_down: SitDown, digit: str) -> None:
    seat = ended(sit_down, "!en", "!to", "!tre", "+")
    assert seat.mode is Settling
    seat.key(digit)
    seat.apart = 1 / 30
    seat.key(*[digit] * 60)
    assert (seat.types[-3:-1], seat.card) == (["ended", "reopened"], "!2 er åpen")


def test_a_double_click_gives_one_fate(sit_down: SitDown) -> None:
    seat = ended(sit_down, "!en", "!to", "+")
    seat.desk.pick(1)
    seat.apart = BOUNCE
    seat.desk.pick(1)
    assert (seat.types[-3:], seat.card) == (["ended", "reopened", "returned"], "!2 er åpen")


def test_a_bounced_enter_skips_no_bookmark(sit_down: SitDown) -> None:
    seat = sit_down()
    seat.key("enter", "space", "space")
    seat.say("/fyll")
    seat.type("ord")
    fast(seat, "enter", "enter")
    assert (seat.mode, seat.types[-1]) == (Filling, "filled")
    assert seat.table.mode.place == 1  # type: ignore[attr-defined]


def test_what_was_called_up_takes_the_next_digit_at_once(sit_down: SitDown) -> None:
    seat = sit_down(guide=GATED)
    seat.key("2", "enter")
    seat.say("/b2")
    fast(seat, "down", "1")
    assert seat.last["type"] == "ticked"
    seat.key("escape")
    seat.say("/åpning")
    fast(seat, "1")
    assert (seat.last["card"], seat.last["point"]) == ("opening", "1")


def test_in_a_pilot_no_verdict_lands_on_the_question_that_came(sit: Sit) -> None:
    seat = sit(guide=HALF, pilot="peer")
    seat.key("enter", "enter")
    seat.say("/slutt")
    seat.key("enter", "enter")
    assert isinstance(seat.table.mode, Judging)
    first = seat.table.mode.question
    seat.key("1")
    fast(seat, "enter", "2", "enter")
    assert [event["question"] for event in seat.written if event["type"] == "judged"] == [first]
    seat.key("2")
    assert seat.last["verdict"] == "reword"


def test_in_a_pilot_a_verdict_and_its_reason_are_typed_as_one(sit: Sit) -> None:
    seat = sit(guide=HALF, pilot="peer")
    seat.key("enter")
    fast(seat, "=", "8", "7")
    assert (seat.last["type"], bool(seat.last.get("reason"))) == ("judged", True)


def test_in_a_pilot_a_held_digit_judges_nothing_anew(sit: Sit) -> None:
    seat = sit(guide=HALF, pilot="peer")
    seat.key("enter", "=", "1", "=")
    seat.apart = BOUNCE
    seat.key("3", "3", "3")
    assert (seat.types, bool(seat.notice)) == (["asked", "judged"], True)
    seat.clock.go_on(1.5)
    seat.key("3")
    assert seat.last["type"] == "judged"


@pytest.mark.parametrize("again", [("enter",), ("enter", "enter", "enter")])
def test_in_a_pilot_a_bounced_enter_judges_nothing_anew(sit: Sit, again: tuple[str, ...]) -> None:
    seat = sit(guide=HALF, pilot="peer")
    seat.say("/a1")
    seat.say("=a1 1")
    before = seat.types
    seat.type("/vurder 5")
    fast(seat, "enter", *again)
    assert (seat.types, "A1 er vurdert" in seat.notice) == (before, True)
    seat.key("enter")
    assert seat.types == [*before, "judged"]
