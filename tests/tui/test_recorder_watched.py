"""The recorder is watched: that it does not run, that it still does, and how long one recording may last."""

import pytest

from guide.model import Point, Recorder
from interviews.core.recorder import segments
from tests.tui.hour_seat import HALF, HourSeat, SitDown
from tui.documents.method_text import sentences
from tui.live import render as drawing
from tui.live.line_words import prompt_words, row_said
from tui.translator import Translator

GATED = HALF.but(opening=(Point("consent", "Samtykke", ("recording",)),))
LIMITED = GATED.but(recorder=Recorder("Diktafonen", 45.0))


class Shown:
    """A bar that remembers what it was told to show."""

    def __init__(self) -> None:
        self.text = ""

    def show(self, left: object, right: object = ()) -> None:
        self.text = "".join(piece.text for piece in (*left, *right))  # type: ignore[misc]


def header(seat: HourSeat) -> str:
    bar = Shown()
    drawing.header(bar, seat.desk)  # type: ignore[arg-type]
    return bar.text


def recording(sit_down: SitDown, **how: object) -> HourSeat:
    seat = sit_down(guide=LIMITED, **how)
    seat.key("1")
    seat.say("/rec")
    seat.key("enter")
    return seat


def test_where_the_guide_gates_recording_the_header_says_that_none_runs(sit_down: SitDown) -> None:
    seat = sit_down(guide=GATED)
    assert " · ingen opptak · " in header(seat)
    seat.key("1")
    seat.say("/rec")
    assert "ingen opptak" not in header(seat)
    assert " · opptak 1 · " in header(seat)
    seat.say("/rec stopp")
    assert " · ingen opptak · " in header(seat)


@pytest.mark.parametrize(
    ("language", "none", "runs"), [("nb", "ingen opptak", "opptak 1"), ("en", "not recording", "rec 1")]
)
def test_in_both_languages(sit_down: SitDown, language: str, none: str, runs: str) -> None:
    seat = sit_down(guide=GATED, language=language)
    before = header(seat)
    seat.key("1")
    seat.say("/rec")
    assert (none in before, none in header(seat), runs in header(seat)) == (True, False, True)


def test_a_guide_that_gates_nothing_says_nothing(sit_down: SitDown) -> None:
    seat = sit_down(guide=HALF.but(opening=(Point("c", "Samtykke", ("start",)),)))
    assert "opptak" not in header(seat)


def test_five_minutes_before_the_limit_the_clocks_row_counts_down_and_nothing_else_changes(sit_down: SitDown) -> None:
    seat = recording(sit_down).at(0)
    seat.at(40 * 60 - 1)
    assert " · opptak 1 · " in header(seat)
    seat.at(40 * 60)
    assert " · opptak 1: 5:00 igjen · " in header(seat)
    seat.at(44 * 60 + 30)
    assert " · opptak 1: 0:30 igjen · " in header(seat)
    seat.at(45 * 60)
    assert " · opptak 1: grensen nådd · " in header(seat)
    assert (seat.notice, seat.table.notice) == ("", None)
    assert seat.types == ["ticked", "recording_started", "asked"]


def test_a_recording_gone_on_with_has_lasted_since_it_first_began(sit_down: SitDown) -> None:
    seat = recording(sit_down)
    seat.at(600).say("/rec stopp")
    seat.at(1200).say("/rec samme")
    seat.at(1200 + 35 * 60)
    assert "grensen nådd" in header(seat)


def test_after_the_limit_rec_says_before_enter_that_the_next_file_begins_and_logs_where_the_first_ended(
    sit_down: SitDown,
) -> None:
    seat = recording(sit_down)
    start = segments(seat.session.interview)[0].start
    seat.at(46 * 60)
    seat.type("/rec")
    assert prompt_words(seat.desk) == "begynn opptak 2; opptak 1 får slutt ved 45 min"
    seat.key("enter")
    assert seat.types[-2:] == ["recording_stopped", "recording_started"]
    first, second = segments(seat.session.interview)
    assert (first.number, first.stop) == (1, start + 45 * 60)
    assert (second.number, second.start, second.offset) == (2, 46 * 60, 0)
    assert " · opptak 2 · " in header(seat)


def test_before_the_limit_rec_stops_and_after_it_rec_stop_only_stops(sit_down: SitDown) -> None:
    seat = recording(sit_down)
    seat.at(44 * 60).say("/rec")
    assert seat.types[-1] == "recording_stopped"
    seat.at(44 * 60 + 10).say("/rec")
    seat.at(100 * 60).say("/rec stop")
    assert seat.types[-3:] == ["recording_stopped", "recording_started", "recording_stopped"]
    assert segments(seat.session.interview)[-1].stop == 100 * 60


def test_without_a_limit_nothing_counts_down(sit_down: SitDown) -> None:
    seat = sit_down(guide=GATED.but(recorder=Recorder("Zoom")))
    seat.key("1")
    seat.say("/rec")
    seat.at(10_000)
    assert " · opptak 1 · " in header(seat)
    seat.say("/rec")
    assert seat.types[-1] == "recording_stopped"


@pytest.mark.parametrize("line", ["/rec stop", "/rec stopp"])
def test_what_does_not_run_is_not_stopped(sit_down: SitDown, line: str) -> None:
    seat = sit_down(guide=GATED)
    seat.say(line)
    assert (seat.notice, seat.line.text) == ("Ingen opptaker er merket som i gang.", line)


# the end


def test_at_the_end_a_running_recorder_is_named(sit_down: SitDown) -> None:
    seat = recording(sit_down)
    seat.say("/end")
    seat.key("enter", "enter")
    assert seat.types[-1] == "ended"
    assert seat.notice == "Diktafonen går fortsatt: opptak 1. /opptak stopp når den er stoppet"
    assert " · opptak 1 går fortsatt · " in header(seat)
    seat.say("/rec stopp")
    assert seat.types[-1] == "recording_stopped"
    assert "opptak" not in header(seat)


def test_the_debriefings_card_names_it_too_until_it_is_stopped(sit_down: SitDown) -> None:
    seat = sit_down(guide=HALF.but(after=(Point("1", "Hvordan var det?"),)))
    seat.say("/a1")
    seat.say("/rec")
    seat.say("/end")
    seat.key("enter", "enter")
    assert (seat.card, seat.text) == ("Etterpå", "Opptakeren går fortsatt: opptak 1. /opptak stopp når den er stoppet")
    seat.say("/rec stopp")
    assert seat.text == ""


# declined


@pytest.mark.parametrize("line", ["/rec no", "/rec nei"])
def test_when_the_informant_declines_header_and_card_are_quiet(sit_down: SitDown, line: str) -> None:
    seat = sit_down(guide=GATED)
    assert seat.table.card is not None
    assert seat.table.card.points[0].aside == "før opptak"
    seat.say(line)
    assert seat.types == ["recording_declined"]
    assert "opptak" not in header(seat)
    assert seat.table.card.points[0].aside == ""
    assert "informanten ønsker ikke opptak" in seat.conversation
    seat.key("ctrl+z")
    assert "ingen opptak" in header(seat)


def test_declined_in_the_middle_the_recorder_stops_there(sit_down: SitDown) -> None:
    seat = recording(sit_down)
    seat.at(300).say("/rec nei")
    assert (seat.types[-1], segments(seat.session.interview)[0].stop) == ("recording_declined", 300)
    assert "opptak" not in header(seat)
    seat.say("/rec nei")
    assert seat.notice == seat.table._("It is marked already that the informant declines recording.")


def test_who_changes_their_mind_is_recorded(sit_down: SitDown) -> None:
    seat = sit_down(guide=GATED)
    seat.say("/rec nei")
    seat.key("1")
    seat.say("/rec")
    assert seat.types == ["recording_declined", "ticked", "recording_started"]
    assert " · opptak 1 · " in header(seat)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nb", "I 1 intervju ønsket informanten ikke opptak."),
        ("en", "In 1 interview the informant declined to be recorded."),
    ],
)
def test_the_method_text_tells_it(sit_down: SitDown, language: str, sentence: str) -> None:
    from interviews.method.collect import method_facts
    from interviews.study.facts import StudyFacts

    seat = sit_down(guide=GATED)
    seat.say("/rec nei")
    facts = method_facts([("I1", seat.session.interview)], StudyFacts())
    told = " ".join(sentences(facts, Translator(language)).values())
    assert sentence in told


def test_a_changed_mind_is_told_on_the_screen_and_in_the_prompt(sit_down: SitDown) -> None:
    seat = sit_down(guide=HALF)
    seat.say("/opptak nei")
    seat.type("/opptak")
    assert seat.prompt == "opptak likevel, etter at informanten ikke ønsket det"
    seat.key("enter")
    assert "opptakeren går: opptak 1 (informanten ønsket først ikke opptak)" in seat.conversation
    seat.say("/opptak")
    seat.say("/opptak")
    assert seat.conversation.count("først ikke opptak") == 1


@pytest.mark.parametrize(("line", "offered"), [("", True), ("/opptak", False), ("/opptak nei", False)])
def test_the_opening_card_names_the_recorder_until_it_is_told(sit_down: SitDown, line: str, offered: bool) -> None:  # noqa: FBT001  a row of the table
    seat = sit_down(guide=HALF.but(opening=(Point(id="1", text="Har du spørsmål?"),)))
    if line:
        seat.say(line)
        seat.say("/åpning")
    assert seat.table.card is not None
    assert ("/opptak" in row_said(seat.desk)) is offered
