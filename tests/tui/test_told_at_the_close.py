"""What is told at the close and on the way: both things where two are to be told, and nothing from a refusal."""

import pytest

from guide.model import Guide
from guide.reading import read_guide
from interviews.core import commands as do
from interviews.core.course import merge_clarifications
from interviews.core.events import Explained
from tests.tui.desk_helpers import Seat, Sit
from tests.tui.lines import CONTEXT
from tui.documents.interview import list_clarifications
from tui.input.grammar import parse
from tui.input.verdict_line import verdict_of


def _read(text: str) -> Guide:
    guide = read_guide(text, "guide.yaml").guide
    assert guide is not None
    return guide


CHOIR = _read("""
title: Kor
problem: Hva gjør de?
research_questions: {A: Hva?}
concepts: {samklang: når stemmene passer}
sections:
  - title: Øving
    serves: A
    questions:
      - Kan du fortelle om en øving?
      - {ask: Hva spiser dere i pausen?, optional: true}
      - Hva skjer etterpå?
closing: [Noe mer?]
after: [Takk for praten]
""")


@pytest.fixture
def seat(sit: Sit) -> Seat:
    """A choir's interview before its first question."""
    return sit(guide=CHOIR)


def _closing_text(seat: Seat) -> str:
    assert seat.table.card is not None
    return f"{seat.table.card.lead}\n{seat.table.card.text}"


@pytest.mark.parametrize("end", ["/slutt", "/stopp"])
@pytest.mark.parametrize("bookmark", [True, False])
def test_an_optional_question_that_was_only_asked_is_named_too(seat: Seat, end: str, *, bookmark: bool) -> None:
    seat.say("/a2")
    if bookmark:
        seat.key("space")
    seat.say("/a1")
    seat.say("de synger")
    seat.say(end)
    assert "Stilt, uten notat og merke: A2" in _closing_text(seat)
    assert "A2" not in _closing_text(seat).partition("Stilt")[0]


def test_it_is_named_where_all_that_is_required_is_covered(seat: Seat) -> None:
    for line in ("/a2", "+a1 a3", "/slutt"):
        seat.say(line)
    assert "Alle obligatoriske spørsmål er dekket." in _closing_text(seat)
    assert "Stilt, uten notat og merke: A2" in _closing_text(seat)


def test_at_the_end_both_what_is_unticked_and_the_recorder_are_told(seat: Seat) -> None:
    for line in ("/opptak", "/a1", "/slutt", "", "", ""):
        seat.say(line)
    assert seat.session.interview.ended is not None
    assert "Opptak 1 går ennå" in seat.notice
    assert "Takk for praten" in seat.notice
    assert seat.table.notice is not None
    assert len(seat.notice.replace(seat.table.notice.long, "")) < 70


def test_a_bridge_quotes_nothing_that_was_said_about_a_declined_question(seat: Seat) -> None:
    for line in ("/a1", '"vi synger alltid', "/a2", '"det vil jeg ikke si', "-x", "/bro"):
        seat.say(line)
    assert seat.table.card is not None
    assert "vi synger alltid" in seat.table.card.text
    for line in ("-x a1", "/bro"):
        seat.say(line)
    assert "Du sa" not in seat.table.card.text
    for line in ("/a3", '"hjem', "+a2", "/bro"):
        seat.say(line)
    assert "hjem" in seat.table.card.text


@pytest.mark.parametrize("line", ["-2m 30s han lo", "-5m", "/siden 10m !ring", "/fortrolig 10m"])
def test_a_while_ago_that_was_before_the_start_says_so(seat: Seat, line: str) -> None:
    seat.say("/a1")
    seat.clock.go_on(60)
    seat.say(line)
    assert "satt til starten, 0:00" in seat.notice
    seat.clock.go_on(600)
    seat.say("-2m nå går det")
    assert seat.notice == ""


def test_the_two_clocks_are_told_apart_once(seat: Seat) -> None:
    for line in ("/a1", "/pause", "/pause", "/pause", "/fortsett"):
        seat.say(line)
    assert seat.conversation.count("klokka øverst teller ikke pausen") == 1


def test_a_concept_looked_up_twice_over_one_question_is_one_in_the_review(seat: Seat) -> None:
    for line in ("/a1", "?samklang", "?samklang", "/a3", "?samklang"):
        seat.say(line)
    interview = seat.session.interview
    assert sum(isinstance(act, Explained) for act in interview.events()) == 3
    told = "\n".join(list_clarifications(merge_clarifications(interview), seat.table._))
    assert "A1" in told
    assert "A3" in told
    assert "×2" not in told


QUOTES = {
    '!«skjermen er 27"»': do.TakeNote('skjermen er 27"', "follow_up", quoted=True),
    '!“the screen is 27"”': do.TakeNote('the screen is 27"', "follow_up", quoted=True),
    '/oppfølging «27"»': do.TakeNote('27"', "follow_up", quoted=True),
    '/sitat «skjermen er 27"»': do.TakeNote('skjermen er 27"', "quote"),
    '/sitat “skjermen er 27"”': do.TakeNote('skjermen er 27"', "quote"),
    '-20s !«skjermen er 27"»': do.TakeNote('skjermen er 27"', "follow_up", 20, quoted=True),
    '"hun sa "27""': do.TakeNote('hun sa "27"', "quote"),
    '"hele tida"': do.TakeNote("hele tida", "quote"),
}


@pytest.mark.parametrize(("line", "meant"), QUOTES.items())
def test_one_closing_mark_is_left_away_and_no_more(line: str, meant: do.TakeNote) -> None:
    assert parse(line, CONTEXT) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["b42"], do.Judge("reword", "B4", "")),
        (["B421"], ["b4", "21"]),
        (["b4", "2"], do.Judge("reword", "B4", "")),
        (["b42", "1"], ["b4", "21"]),
    ],
)
def test_a_digit_typed_right_after_an_id_is_its_verdict(words: list[str], meant: do.Judge | list[str]) -> None:
    wanted: object = verdict_of(meant, CONTEXT.guide, None) if isinstance(meant, list) else meant
    assert verdict_of(words, CONTEXT.guide, None) == wanted
    assert isinstance(wanted, do.Judge)


def test_an_id_that_is_there_stays_an_id() -> None:
    alone: object = verdict_of(["b1"], CONTEXT.guide, None)
    assert verdict_of(["b", "1"], CONTEXT.guide, None) != alone
    assert not isinstance(verdict_of(["b10"], CONTEXT.guide, None), do.Judge)
