"""Asked is not covered: what was asked and has notes but no mark is offered together at the end, and told apart."""

import json
from pathlib import Path

import pytest

from interviews.study.folder import Study
from tests.tui.desk_helpers import Seat, Sit
from tests.tui.lines import GUIDE
from tui.live.line_words import row_of_keys
from tui.live.modes import Closing, Marking, Reflecting, Talking
from tui.main import main

PLAIN = GUIDE.but(opening=(), after=())


def talked(sit: Sit) -> Seat:
    """A1, B2 and B4 were asked and have notes, A2 was asked and has none, B8 was noted in passing, B5 covered."""
    seat = sit(guide=PLAIN)
    for line in ("/a1", "ett", "/b2", "to #b8", "/a2", "/b4", "fire", "/b5", "fem", "+"):
        seat.say(line)
    return seat


def points(seat: Seat) -> list[tuple[str, str]]:
    """The points of the open card: ids and marks."""
    assert seat.table.card is not None
    return [(point.id, point.mark) for point in seat.table.card.points]


def test_plus_marks_them_all_in_one_step(sit: Sit) -> None:
    seat = talked(sit)
    seat.say("/slutt")
    assert points(seat) == [("A1", "open"), ("B2", "open"), ("B4", "open")]
    assert seat.table.card is not None
    assert "Stilt, uten notat og merke: A2 (merkes med id: +A2)" in seat.table.card.lead
    assert seat.table.card.lead.endswith("Stilt, med notater, uten merke (+ merker disse):")
    assert "Ikke dekket: A3" in seat.table.card.lead
    assert row_of_keys(seat.desk) == "+ Enter: these covered   1…9 one by one, again: not after all   Enter goes on"
    seat.type("+")
    assert seat.prompt == "merk dekket: A1 B2 B4"
    seat.key("enter")
    assert (seat.last["type"], seat.last["questions"]) == ("covered", ["A1", "B2", "B4"])
    assert [mark for _, mark in points(seat)] == ["done"] * 3
    assert seat.table.card.lead.endswith("Stilt, med notater, uten merke:")
    seat.key("enter")
    assert (seat.last["question"], type(seat.table.mode)) == ("Z1", Closing)


def test_digits_mark_them_one_by_one_and_back(sit: Sit) -> None:
    seat = talked(sit)
    seat.say("/end")
    seat.key("2")
    assert (seat.last["type"], seat.last["questions"]) == ("covered", ["B2"])
    assert points(seat) == [("A1", "open"), ("B2", "done"), ("B4", "open")]
    seat.key("2")
    assert (seat.last["type"], seat.last["questions"]) == ("unmarked", ["B2"])
    seat.key("3", "ctrl+z")
    assert points(seat) == [("A1", "open"), ("B2", "open"), ("B4", "open")]
    seat.key("9")
    assert "9" in seat.notice
    seat.desk.pick(1)
    seat.say("+ 2")
    assert (seat.last["questions"], seat.last["depth"]) == (["B2", "B4"], 2)


def test_named_questions_and_depth_go_first(sit: Sit) -> None:
    seat = talked(sit)
    seat.say("/end")
    seat.say("+a3 1")
    assert seat.last["questions"] == ["A3"]
    seat.say("+b2 0")
    assert "B2" in seat.notice


def test_enter_leaves_them_and_nothing_asks_again(sit: Sit) -> None:
    seat = talked(sit)
    before = seat.types
    seat.say("/end")
    seat.key("enter")
    assert seat.types == [*before, "asked"]
    seat.key("enter")
    assert (seat.types[-1], type(seat.table.mode)) == ("ended", Reflecting)


@pytest.mark.parametrize("keys", [("+", "enter"), ("1",), ("1", "1", "1"), (*"+z1", "enter")])
def test_what_came_after_the_offer_stays_on_its_card_until_enter(sit: Sit, keys: tuple[str, ...]) -> None:
    seat = talked(sit)
    seat.say("/end")
    seat.key("enter")
    seat.say("nei, det var alt")
    seat.key("enter")
    assert (type(seat.table.mode), points(seat)) == (Marking, [("Z1", "open")])
    seat.key(*keys)
    assert (seat.last["type"], seat.last["questions"]) == ("covered", ["Z1"])
    assert (type(seat.table.mode), points(seat), row_of_keys(seat.desk)) == (
        Marking,
        [("Z1", "done")],
        "1…9 not after all   Enter goes on   Esc back",
    )
    assert seat.table.card is not None
    assert seat.table.card.foot == "Enter går videre"
    seat.key("enter")
    assert type(seat.table.mode) is Reflecting


def test_it_can_be_passed_over_after_the_end_and_words_are_a_reflexive_note(sit: Sit) -> None:
    seat = talked(sit)
    seat.say("/end")
    seat.key("enter")
    seat.say("nei")
    seat.key("enter", "escape")
    assert (seat.types[-1], type(seat.table.mode)) == ("ended", Marking)
    seat.key("enter", "escape", "enter")
    assert (seat.types[-1], type(seat.table.mode)) == ("ended", Reflecting)
    other = seat.types
    seat.say("jeg styrte")
    assert seat.types == [*other, "reopened", "noted"]


def test_a_stop_offers_them_too_and_asks_nothing(sit: Sit) -> None:
    seat = talked(sit)
    seat.say("/stopp")
    assert [id for id, _ in points(seat)] == ["A1", "B2", "B4"]
    seat.say("+")
    assert seat.last["questions"] == ["A1", "B2", "B4"]


def test_where_all_that_was_asked_is_marked_nothing_is_offered(sit: Sit) -> None:
    seat = sit(guide=PLAIN)
    for line in ("/a1", "ett", "+", "/b2", "to", "-x", "/b4", "/end"):
        seat.say(line)
    assert points(seat) == []
    seat.say("+")
    assert seat.last["questions"] == ["B4"]
    seat.key("escape")
    assert type(seat.table.mode) is Talking


def test_numbers_are_no_note_where_nothing_is_numbered(sit: Sit) -> None:
    seat = sit(guide=PLAIN)
    for line in ("/a1", "/a2", "/end"):
        seat.say(line)
    assert points(seat) == []
    assert seat.table.card is not None
    assert "Stilt, uten notat og merke: A1 A2 (merkes med id: +A1)" in seat.table.card.text
    before = seat.types
    for line in ("1+", "12", "1 2"):
        seat.say(line)
        assert (seat.types, seat.line.text) == (before, line)
        assert seat.notice == "Ikke et notat: + og en id merker det spørsmålet dekket. Esc lukker kortet."
        assert row_of_keys(seat.desk) == "esc closes the card"
        seat.key(*["backspace"] * len(line))
    seat.say("+a1 a2")
    assert (seat.last["type"], seat.last["questions"]) == ("covered", ["A1", "A2"])
    seat.type("12")
    seat.key("escape", "enter")
    assert (seat.last["type"], seat.last["text"]) == ("noted", "12")


def test_time_tells_asked_from_untouched(sit: Sit) -> None:
    seat = talked(sit)
    seat.say("/tid")
    assert "A3" in seat.notice
    assert "4 stilt" in seat.notice or "stilt uten merke: A1 A2 B2 B4" in seat.notice
    seat.say(f"+{' '.join(one.id for one in PLAIN.questions if one.id not in ('A1', 'Z1'))}")
    seat.clock.go_on(60)
    seat.say("/tid")
    assert "alt obligatorisk er stilt" in seat.notice
    assert "dekket" not in seat.notice


CROSSWISE = """
title: Kryss
language: nb
minutes: 60
research_questions:
  1: {text: "Hvordan går det?", short: Gang}
  2: {text: "Hvem hjelper?", short: Hjelp}
sections:
  - {title: Start, serves: 1, questions: [Hva gjør du?, {ask: Hvor er du?, serves: [1, 2]}]}
  - {title: Midt, serves: 2, questions: [Hvem kjenner du?, Hvem hjelper deg?]}
  - {title: Mer, serves: [1, 2], questions: [Når går du?, {ask: Hva ellers?, optional: true}]}
  - {title: Slutt, serves: 2, questions: [Hvem ringer du?]}
"""


def test_every_place_says_the_same_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A question that serves both research questions counts in both, on the screen, in the study, review and report."""
    from guide.reading import read_guide
    from interviews.core.coverage import coverage
    from interviews.study.review import review
    from tests.tui.desk_helpers import Seat as Desk
    from tui.documents.matrix_rows import summary_lines
    from tui.live.outline import CoverageRow, outline
    from tui.translator import Translator

    (tmp_path / "guide.yaml").write_text(CROSSWISE, encoding="utf-8")
    guide = read_guide(CROSSWISE, "guide.yaml").guide
    assert guide is not None
    seat = Desk(tmp_path, guide=guide)
    ids = [one.id for one in guide.questions]
    for line in (f"/{ids[0]}", f"+{ids[0]} {ids[1]} {ids[3]} {ids[4]}", "/end"):
        seat.say(line)
    seat.key("enter", "enter", "escape")
    interview = seat.session.interview
    row = outline(guide, coverage(interview), None, 40)[0]
    assert isinstance(row, CoverageRow)
    seat.session.close()
    wanted = {one.id: f"{one.covered}/{one.of}" for one in row.targets}
    assert wanted == {"1": "3/3", "2": "3/5"}
    result = review(Study(tmp_path))
    assert result is not None
    home = "\n".join(summary_lines(result, Translator("nb")))
    assert "1 3/3  2 3/5" in home
    assert main(["review", "--study", str(tmp_path), "--participant", "I1"]) == 0
    told = capsys.readouterr().out
    counts = {one.split()[0]: one for one in told.splitlines() if "3/3" in one or "3/5" in one}
    assert "3/3" in counts["1"]
    assert "3/5" in counts["2"]
    assert f"også {ids[1]} {ids[4]}" in counts["2"]
    assert main(["review", "--study", str(tmp_path), "--markdown", str(tmp_path / "r.md")]) == 0
    report = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert "■ 3/3" in report
    assert "□ 3/5" in report
    capsys.readouterr()
    assert main(["review", "--study", str(tmp_path), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    targets = document["interviews"][0]["research_questions"]
    assert {id: f"{one['covered']}/{one['of']}" for id, one in targets.items()} == wanted
