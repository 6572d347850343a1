"""What the row below the line says of Enter is what Enter does, whatever card lies open, and while a pause is on."""

import re

import pytest

from guide.reading import read_guide
from tests.sentences import said_by
from tests.sources import ROOT, nodes
from tests.tui.desk_helpers import Seat, Sit
from tui.live.line_words import card_as_shown, enter_says, row_said
from tui.translator import Language, Translator

OPENED = {
    "parked": ("!hvorfor", "/parkert"),
    "bridge": ("/bro",),
    "concept": ("?samh",),
    "probes": ("/b2", "/stikkord"),
    "opening": ("/åpning",),
    "none": (),
}


@pytest.fixture
def seat(sit: Sit) -> Seat:
    """A1 is in hand."""
    here = sit()
    here.say("/a1")
    return here


def _hint(seat: Seat) -> str:
    return row_said(seat.desk)


@pytest.mark.parametrize("lines", OPENED.values(), ids=OPENED)
def test_with_any_card_open_the_row_names_the_question_that_enter_asks(seat: Seat, lines: tuple[str, ...]) -> None:
    for line in lines:
        seat.say(line)
    told = enter_says(seat.table)
    if lines:
        assert seat.card
        assert told in _hint(seat)
    seat.key("enter")
    assert told == f"enter stiller {seat.last['question']}"


@pytest.mark.parametrize("lines", OPENED.values(), ids=OPENED)
def test_while_a_pause_is_on_enter_ends_it_and_the_row_says_so(seat: Seat, lines: tuple[str, ...]) -> None:
    for line in (*lines, "/pause"):
        seat.say(line)
    assert "pausen" in _hint(seat) or "PAUSE" in _hint(seat)
    assert enter_says(seat.table) == "enter avslutter pausen"
    seat.key("enter")
    assert seat.types[-2:] == ["paused", "continued"]
    seat.key("enter")
    assert seat.types[-1] == "asked"


@pytest.mark.parametrize("line", ["/b2", "/neste", "/arenaer", "/b2 "])
def test_a_question_asked_by_name_ends_the_pause_as_its_prompt_says(seat: Seat, line: str) -> None:
    seat.say("/pause")
    seat.type(line)
    assert seat.prompt.startswith("fortsett etter pausen: ")
    seat.key("enter")
    assert seat.types[-2:] == ["continued", "asked"]
    seat.key("ctrl+z", "ctrl+z")
    assert seat.types[-2:] == ["undone", "undone"]


def test_what_is_noted_while_a_pause_is_on_leaves_it_on(seat: Seat) -> None:
    for line in ("/pause", "han ringte", "+b2", "!hvem"):
        seat.say(line)
    assert "continued" not in seat.types


def test_what_would_be_refused_ends_no_pause(seat: Seat) -> None:
    for line in ("/pause", "/b99"):
        seat.say(line)
    assert "continued" not in seat.types


def test_in_the_closing_a_pause_ends_first(seat: Seat) -> None:
    for line in ("/slutt", "/pause"):
        seat.say(line)
    seat.key("enter")
    assert seat.types[-1] == "continued"
    told = enter_says(seat.table)
    seat.key("enter")
    assert told == f"enter stiller {seat.last['question']}"


_GATED = read_guide(
    """
title: Korps
problem: Hva gjør de?
opening: [{id: consent, point: Samtykke er underskrevet, gate: [start, recording]}]
research_questions: {A: Hva?}
sections: [{title: Øving, serves: A, questions: [Kan du fortelle om en øving?]}]
after: [Takk]
""",
    "guide.yaml",
).guide
assert _GATED is not None
GATED = _GATED


def test_the_opening_names_what_comes_before_its_question(sit: Sit) -> None:
    seat = sit(guide=GATED)
    card = seat.table.card
    assert card is not None
    assert card.foot.startswith("Først krysses det av")
    assert "A1" in card.foot
    assert "enter: hva som mangler" in _hint(seat)
    seat.key("1")
    ticked = seat.table.card
    assert ticked is not None
    assert ticked.foot.startswith("Enter: A1")
    assert "enter stiller A1" in _hint(seat)


@pytest.mark.parametrize("end", [("/slutt",), ("/slutt", "", ""), ("/slutt", "", "", ""), ("/stopp",)])
def test_after_the_end_or_a_stop_the_opening_names_no_question(seat: Seat, end: tuple[str, ...]) -> None:
    for line in end:
        seat.say(line)
    seat.say("/åpning")
    shown = card_as_shown(seat.table)
    assert shown is not None
    assert shown.foot == "" or shown.name != "opening"
    assert "A2" not in _hint(seat)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_row_of_keys_fits_eighty_columns(language: Language) -> None:
    _ = Translator(language)
    drawn = [ROOT / "tui/live/line_words.py", *(ROOT / "tui/live/modes").glob("*.py")]
    texts = {said[1] for file in drawn for node in nodes(file) if (said := said_by(node, file)) is not None}
    rows = [text for text in texts if isinstance(text, str) and "   " in text]
    told = [text for text in texts if isinstance(text, str) and re.match(r"enter\b", text) and text not in rows]
    assert (len(rows), len(told)) > (25, 4)
    longest = max((_(text, id="B12") for text in told), key=len)
    assert [row for row in rows if len(_(row, enter=longest, numbers="1 2 3 4")) >= 80] == []
