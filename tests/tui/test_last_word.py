"""The last word counts, from the keys to every output: what is left out, put right, refused."""

import json
import re
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.core.coverage import coverage
from interviews.core.pace import triage
from interviews.core.state import replay
from interviews.log.reader import read_log_file
from interviews.study.folder import Study
from interviews.study.review import review
from tests.tui.desk_helpers import Seat, Sit
from tests.tui.studies import hold, study_with
from tui.documents.matrix_rows import cell_line, matrix_rows
from tui.input.cards import closing_card
from tui.live.line_words import prompt_words
from tui.live.outline import QuestionRow, outline
from tui.main import main
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]
WORDS = Translator("nb")


@pytest.fixture
def seat(sit: Sit) -> Seat:
    """A new interview with the opening's card closed and A1 asked."""
    seat = sit()
    seat.key("escape", "enter")
    return seat


def _state(seat: Seat, id: str) -> str:
    return coverage(seat.session.interview).questions[id].state


def _uncovered(seat: Seat) -> list[str]:
    """What the closing names as not asked, or as asked and without a mark."""
    card = closing_card(seat.session.interview, WORDS)
    told = [line for line in (card.lead or card.text).splitlines() if line.startswith(("Ikke dekket", "Stilt"))]
    ids = [*" ".join(told).split(), *(point.id for point in card.points)]
    return [id for id in ids if id[0] in "ABC" and id[1:].isdecimal()]


def test_what_was_left_out_and_then_asked_is_uncovered_again(seat: Seat) -> None:
    seat.say("-b1 senere")
    assert "B1" not in _uncovered(seat)
    seat.say("/b1")
    assert (_state(seat, "B1"), "B1" in _uncovered(seat)) == ("asked", True)
    seat.say("/b2")
    assert seat.last["wording"] == "ask", "it leans on B1, which was taken up again"


def test_a_mark_set_by_mistake_is_taken_off_without_undoing_what_came_since(seat: Seat) -> None:
    seat.say("+b7 3")
    seat.say("et notat som skal stå")
    seat.type("+b7 0")
    assert prompt_words(seat.desk) == "ta bort dekket: B7"
    seat.key("enter")
    assert (seat.last, _state(seat, "B7")) == ({"type": "unmarked", "questions": ["B7"]}, "untouched")
    assert "B7" in _uncovered(seat)
    seat.say("+b7 0")
    assert seat.line.text == "+b7 0", "what changes nothing stays on the line"
    seat.key("escape", "ctrl+z")
    assert seat.line.text == "+b7 0"
    seat.key("escape", "backspace", "ctrl+z")
    assert _state(seat, "B7") == "covered", "an undo takes the taking off back"


def test_suggestion_and_time_follow_the_last_word(seat: Seat) -> None:
    ahead = seat.table.suggested
    assert ahead is not None
    seat.say(f"+{ahead.id}")
    assert seat.table.suggested != ahead
    seat.say(f"+{ahead.id} 0")
    assert seat.table.suggested == ahead, "a mark set by mistake takes no question out of the talk"
    seat.say("-b8")
    assert "B8" not in _left(seat)
    seat.say("/b8")
    seat.say("/a1")
    assert "B8" in _left(seat), "asked again it is wanted again"
    seat.say("-x b8")
    seat.say("/b8")
    seat.say("/a1")
    assert "B8" not in _left(seat), "a refusal is lifted by nothing, and is no gap"


def _left(seat: Seat) -> list[str]:
    found = triage(seat.session.interview, seat.session.now)
    assert found is not None
    return [question.id for question in (*found.questions, *found.asked)]


def test_leaving_out_what_is_covered_says_so_before_enter(seat: Seat) -> None:
    seat.say("+3")
    seat.type("-")
    assert prompt_words(seat.desk) == "utelat A1, var dekket, grunn …"
    seat.key("enter")
    assert _state(seat, "A1") == "skipped"
    seat.say("likevel: hun fortalte om bandet")
    assert _state(seat, "A1") == "asked"


def test_taken_up_again_the_state_is_the_same(seat: Seat, sit: Sit) -> None:
    for line in ("-b1", "/b1", "+b2 3", "+b2", "-x b2 nei", "+b3", "+b3 0", "-b4", "om #b4", "-x b5", "+b5 1"):
        seat.say(line)
    states = coverage(seat.session.interview)
    assert [_state(seat, id) for id in ("B1", "B2", "B3", "B4", "B5")] == [
        "asked", "declined", "untouched", "skipped", "covered",
    ]  # fmt: skip
    reading = read_log_file(seat.log, "I1.jsonl")
    assert coverage(replay(reading.events)) == states
    seat.session.close()
    assert coverage(sit(resume=True).session.interview).questions["B5"] == states.questions["B5"]


ACTS = (
    do.AskQuestion("B1"),
    do.Decline(("B1",), "for nært"),
    do.MarkCovered(("B1",), 3),
    do.MarkCovered(("B8",), 2),
    do.Decline(("B8",)),
    do.Decline(("C1",)),
    do.Undo(),
    do.MarkCovered(("C1",)),
    do.Skip(("B2",), "tida"),
    do.AskQuestion("B2"),
    do.Decline(("B3",)),
    do.Skip(("B3",)),
)
"""B1 refused at 10 s, then covered; B8 covered, then refused; C1 never refused; B2 skipped, then asked; B3 both."""


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A study with one interview of these acts."""
    study_with(tmp_path)
    hold(tmp_path, "I1", ACTS)
    return tmp_path


def _out(capsys: Captured, *arguments: object) -> str:
    assert main([str(argument) for argument in arguments]) == 0
    return capsys.readouterr().out


def test_json_tells_a_refusal_beside_whatever_came_later(told: Path, capsys: Captured) -> None:
    (one,) = json.loads(_out(capsys, "review", "--json", "--study", told))["interviews"]
    found = {
        id: (one["questions"][id]["state"], one["questions"][id]["declined_at"]) for id in ("B1", "B8", "C1", "B3")
    }
    assert found == {
        "B1": ("covered", 10.0),
        "B8": ("declined", 40.0),
        "C1": ("covered", None),
        "B3": ("skipped", 100.0),
    }


def test_the_terminal_tells_it(told: Path, capsys: Captured) -> None:
    table = _out(capsys, "review", "--study", told).splitlines()
    for id, cell in {"B1": "■3×", "B8": "×", "B2": "▄", "B3": "–×"}.items():
        (line,) = (line for line in table if f" {id} " in f" {line}"[:12])
        assert line.endswith(f" {cell}")
    text = _out(capsys, "review", "--participant", "I1", "--study", told)
    assert re.search(r"B1 .*■3× 0:00 +0:20", text)
    assert re.search(r"· B1 ønsket ikke å svare 0:10: ", text)
    assert re.search(r"^Bb +B8 .*×.* 0:40", text, re.MULTILINE)
    assert re.search(r"^  · B2 først utelatt 1:20: tida$", text, re.MULTILINE)


def test_markdown_and_html_tell_it(told: Path, capsys: Captured) -> None:
    markdown, page = told / "r.md", told / "r.html"
    _out(capsys, "review", "--markdown", markdown, "--study", told)
    _out(capsys, "review", "--html", page, "--study", told)
    text, html = markdown.read_text(encoding="utf-8"), page.read_text(encoding="utf-8")
    for told_there in ("■3×", "–×", "B1 ønsket ikke å svare 0:10, dekket", "B3 ønsket ikke å svare 1:40, utelatt"):
        assert told_there in text
        assert told_there in html
    assert "dekket, med eksempel, ønsket ikke å svare 0:10" in html
    assert "B2 først utelatt 1:20: tida" in text


def test_of_several_skips_one_is_first_and_only_the_last_may_stand(tmp_path: Path, capsys: Captured) -> None:
    study = study_with(tmp_path)
    twice = (do.AskQuestion("B1"), do.Skip(("B2",), "tida"), do.Skip(("B2", "B3"), "x2 ord"))
    hold(study, "I1", twice)
    hold(study, "I2", (*twice, do.AskQuestion("B2")))
    for code, heads in (("I1", ["først utelatt", "utelatt"]), ("I2", ["først utelatt", "så utelatt"])):
        text = _out(capsys, "review", "--participant", code, "--study", study)
        found = re.findall(r"^  · B2 (.*?) [\d:]+: (.*)$", text, re.MULTILINE)
        assert found == list(zip(heads, ("tida", "x2 ord"), strict=True))


def test_the_method_text_tells_every_refusal_and_none_that_was_undone(told: Path, capsys: Captured) -> None:
    text = _out(capsys, "export", "method", "--study", told, "-o", "-")
    line = next(line for line in text.splitlines() if "ønsket å svare på" in line)
    assert all(id in line for id in ("B1", "B8", "B3"))
    assert "C1" not in line


def test_screen_and_reviews_cell_tell_it(told: Path) -> None:
    result = review(Study(told))
    assert result is not None
    (one,) = result.interviews
    rows = {row.id: row for row in outline(one.guide, one.coverage, None, 40) if isinstance(row, QuestionRow)}
    assert [(id, rows[id].glyph, rows[id].refused) for id in ("B1", "B8", "C1", "B3")] == [
        ("B1", "■", True), ("B8", "×", False), ("C1", "•", False), ("B3", "–", True),
    ]  # fmt: skip
    b1 = next(row for row in matrix_rows(result, result.interviews, WORDS) if row.question == "B1")
    assert b1.cells == ("■3×",)
    assert "dekket 0:20 · ønsket ikke å svare 0:10 · med eksempel" in cell_line(result.guide, b1, one, WORDS)
