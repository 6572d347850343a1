"""When the talk drifts, and when a note was taken in the think-time: help that waits to be asked, or to be seen."""

from pathlib import Path

import pytest

from guide.model import Guide
from interviews.study.previous_interviews import Link, PreviousInterviews
from tests.tui.hour_seat import HALF, IDLE, HourSeat, SitDown
from tui.live import render as drawing
from tui.live.options import LiveOptions
from tui.settings import read_settings
from tui.widgets.bars import Bar

BRIDGED = HALF.but(bridges=("Jeg vil gjerne tilbake til …", "Vi var inne på noe, [for litt siden]"))


@pytest.mark.parametrize("word", ["bro", "bridge", "BRO"])
def test_it_shows_the_guides_own_sentences_one_after_the_other(sit_down: SitDown, word: str) -> None:
    seat = sit_down(guide=BRIDGED)
    seat.say("/a1")
    for sentence in (*BRIDGED.bridges, BRIDGED.bridges[0]):
        seat.say(f"/{word}")
        assert (seat.card, seat.text) == ("Tilbake til guiden", sentence)
    assert seat.table.card is not None
    assert seat.table.card.foot == "enter stiller A2: Hva med A2?"
    seat.key("enter")
    assert (seat.types, seat.card) == (["asked", "asked"], "")  # and nothing else: that it was shown is no fact


def test_a_guide_without_any_has_a_plain_one_in_the_interfaces_language(sit_down: SitDown) -> None:
    seat = sit_down(language="en")
    seat.say("/bridge")
    assert seat.text == "That is useful to hear. I would like to come back to something we touched on …"


def test_it_begins_with_the_informants_words_that_were_marked_last(sit_down: SitDown) -> None:
    seat = sit_down(guide=BRIDGED)
    for line in ("/a1", '"vi [spiller] ute', "jeg tror han er trett"):
        seat.say(line)
    seat.say("/bro")
    assert seat.text == "Du sa «vi [spiller] ute». Jeg vil gjerne tilbake til …"


def test_esc_shows_again_what_lay_below(sit_down: SitDown) -> None:
    seat = sit_down()
    seat.say("/b2")
    seat.key("down")
    seat.say("/opening")
    seat.say("/bro")
    seat.key("escape")
    assert seat.card in ("", "Oppfølgingsspørsmål til B2")


def header(seat: HourSeat) -> list[str]:
    bar = Bar()
    drawing.header(bar, seat.desk)
    return [piece.text for piece in (*bar._left, *bar._right)]


def test_the_drift_cue_is_one_sign_and_off_unless_it_is_wanted(sit_down: SitDown) -> None:
    seat = sit_down()
    seat.say("/a1")
    assert header(seat.at(3000))[0] == " ▼ "
    seat.table.helps = LiveOptions(drift=480.0)
    seat.key("space")
    before = header(seat)
    seat.at(seat.session.now + 480)
    drifted = header(seat)
    assert (before[0], drifted[0]) == (" ▼ ", " ◦ ")
    seat.key("space")
    assert header(seat)[0] == " ▼ "
    seat.say("/pause")
    seat.at(seat.session.now + 600)
    assert header(seat)[0] == " ▼ "


def test_the_drift_cue_is_set_in_minutes(tmp_path: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(tmp_path)}
    assert read_settings(environment).drift == 0
    folder = tmp_path / "intervjuguide"
    folder.mkdir()
    (folder / "settings.yaml").write_text("drift: 8\n")
    assert read_settings(environment).drift == 480


CUED: Guide = HALF.but(
    sections=(
        HALF.sections[0],
        HALF.sections[1].but(
            questions=(HALF.sections[1].questions[0].but(listen_for=("kantina",)), HALF.sections[1].questions[1])
        ),
    )
)
LINKED = PreviousInterviews(links=tuple(Link(f"i kantina {n} med folk", ("B1",)) for n in ("en", "to", "tre", "fire")))


@pytest.fixture
def cued(sit_down: SitDown) -> HourSeat:
    """A question just asked, in a study whose notes about the canteen are about B1."""
    seat = sit_down(guide=CUED, helps=LiveOptions(earlier=LINKED))
    seat.say("/a1")
    return seat


def offered(seat: HourSeat) -> str:
    """What is offered once the key has been drawn, as the screen asks for it."""
    if seat.desk.hands.offers.is_due:
        seat.desk.work_out_offer()
    return seat.table.offer.question if seat.table.offer is not None else ""


def test_a_note_from_the_think_time_gets_its_offer_at_the_first_key_after_it(cued: HourSeat) -> None:
    cued.at(1).say("de møttes i kantina")
    assert offered(cued) == ""
    cued.at(2.9).key(IDLE)
    assert offered(cued) == ""
    cued.at(3).key(IDLE)
    assert offered(cued) == "B1"
    cued.key("tab")
    assert cued.last == {"type": "linked", "note": 2, "question": "B1"}


@pytest.mark.parametrize("keys", [("space",), ("+", "enter"), ("d",), ("ctrl+t",)])
def test_what_else_is_done_meanwhile_does_not_spend_it(cued: HourSeat, keys: tuple[str, ...]) -> None:
    cued.at(1).say("de møttes i kantina")
    cued.key(*keys)
    assert offered(cued) == ""
    cued.at(4).key(IDLE)
    assert offered(cued) == "B1"


@pytest.mark.parametrize("keys", [("enter",), ("ctrl+z",)])
def test_another_question_or_an_undo_ends_the_waiting(cued: HourSeat, keys: tuple[str, ...]) -> None:
    cued.at(1).say("de møttes i kantina")
    cued.key(*keys)
    cued.at(30).key(IDLE)
    assert offered(cued) == ""


def test_a_later_note_takes_the_turn_of_an_earlier_one(cued: HourSeat) -> None:
    cued.at(1).say("de møttes i kantina")
    cued.at(2).say("regn")
    cued.at(4).key(IDLE)
    assert offered(cued) == ""
