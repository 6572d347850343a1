"""One study in every output: state, refusal, depth, sides, ticks and revision are told alike of every question.

The interviews are held on the live screen. What each output tells is read back from its own text, tables or cells into
the same values, and compared with what was done.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

import pytest
from textual.coordinate import Coordinate
from textual.widgets import DataTable

from guide.revise import reword
from guide.write import write_guide
from interviews.revisions import Revision
from interviews.revisions.writing import revision_text
from interviews.session import Session
from interviews.study.folder import Study
from interviews.study.review import Review, review
from tests.clocks import StandingClock
from tests.interviewer import thesis_study
from tests.tui.lines import GUIDE
from tests.tui.pages import found, made, page_of, sign, table, words_of
from tests.tui.sittings import Acts, app_for, hold, settled
from tui import VERSION
from tui.documents.matrix_rows import summary_lines
from tui.review.app import StudyReviewApp
from tui.review.matrix_screen import MatrixScreen
from tui.signs import STATES, UNASKED
from tui.translator import Translator
from tui.widgets.bars import Bar

WORDS = Translator("nb")
REWORDED = reword(GUIDE, "A1", "Hva tenker du på i timene?")
"""The guide's second revision."""

TALK: Acts = (
    (5, "/a4⏎"),
    (5, "↓"),
    (1, "1"),  # the condition, which brings its probes
    (1, "2"),
    (1, "33"),
    (1, "␛"),
    (9, "+2⏎"),
    (5, "/b5⏎"),
    (5, "/positive⏎"),
    (5, "/positive⏎"),
    (9, "+3⏎"),
    (5, "/c1⏎"),
    (5, "-x vondt⏎"),
    (60, "+c1 1⏎"),  # told all the same, later
    (5, "/c2⏎"),
    (5, "-x⏎"),
    (5, "-b1 tid⏎"),
    (5, "+b8⏎"),
    (5, "+b9⏎"),
    (5, "+b9 0⏎"),
    (5, "apropos #b7⏎"),
    (9, "/a2⏎"),
)
SECOND: Acts = ((5, "/a1⏎"), (5, "+1⏎"), (5, "/b6⏎"), (5, "/negative⏎"), (5, "+2⏎"))
CLOSED: Acts = ((60, "/end⏎"), (1, "⏎"), (30, "nei⏎"), (1, "⏎"), (1, "1"), (5, "⏎"))


class Told(NamedTuple):
    """What is told of one question: ``refused`` before something else came."""

    state: str = "untouched"
    depth: int = 0
    refused: bool = False
    unasked: bool = False


DONE = {
    "I1": {
        "A2": Told("asked"),
        "A4": Told("covered", 2),
        "B1": Told("skipped"),
        "B5": Told("covered", 3),
        "B7": Told("touched"),
        "B8": Told("covered", unasked=True),
        "C1": Told("covered", 1, refused=True),
        "C2": Told("declined"),
        "Z1": Told("asked"),
    },
    "I1-2": {"A1": Told("covered", 1), "B6": Told("covered", 2), "Z1": Told("asked")},
}
SIDES = {"I1": {"B5": (2, 0)}, "I1-2": {"B6": (0, 1)}}
TICKED = {"A4": (["hvis fokuset er ulikt", "Hvordan?"], ["Hvorfor?"])}
REVISION = {"I1": "1", "I1-2": "2"}
EVERY = {code: {one.id: told.get(one.id, Told()) for one in GUIDE.questions} for code, told in DONE.items()}


def read_sign(cell: str) -> Told:
    """A cell such as ■2, • or ■1×."""
    glyphs = {glyph: state for state, glyph in STATES.items()} | {UNASKED: "covered"}
    depth = re.search("[123]", cell)
    return Told(glyphs[cell[0]], int(depth[0]) if depth else 0, "×" in cell[1:], cell[0] == UNASKED)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study of two revisions; what is held is held by the tests."""
    folder = thesis_study(tmp_path)
    (folder / "revisions").mkdir()
    for number, text in ((1, write_guide(GUIDE)), (2, write_guide(REWORDED))):
        revision = Revision(number, "2026-01-01", "", (), text, None)
        (folder / "revisions" / f"{number}.yaml").write_text(revision_text(revision), encoding="utf-8")
    return folder


async def held(folder: Path, code: str, acts: Acts) -> list[str]:
    """Hold an interview on the live screen; the rows of the screen before its end."""
    clock = StandingClock()
    clock.go_on(0 if code == "I1" else 3600)
    guide = GUIDE if code == "I1" else REWORDED
    participant = code.partition("-")[0]
    session = Session.new(folder / "interviews" / f"{code}.jsonl", guide, participant, "live", clock, VERSION)
    app = app_for(session, clock)
    async with app.run_test(size=(140, 45)) as pilot:
        await hold(app, clock, acts)
        await settled(app, pilot)
        rows = [strip.text for strip in app.screen._compositor.render_strips()]
        await hold(app, clock, CLOSED)
    session.close()
    return rows


async def test_every_output_tells_the_same_of_every_question(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for code, acts in (("I1", TALK), ("I1-2", SECOND)):
        pane = await held(study, code, acts)
        assert f" · {code}  " in pane[0]
        assert pane_told(pane) == {**EVERY[code], "Z1": Told()}, "the closing question comes later"
        assert sides_in_pane(pane) == {"B5": (0, 0), "B6": (0, 0), "C1": (0, 0), "C2": (0, 0)} | SIDES[code]
    (study / "guide.yaml").write_text(write_guide(REWORDED), encoding="utf-8")
    check_json(json.loads(made(capsys, "review", "--json", "--study", study)))
    check_terminal(made(capsys, "review", "--study", study), "  ")
    for code in EVERY:
        check_interview(code, made(capsys, "review", "--study", study, "--participant", code))
    assert made(capsys, "review", "--study", study, "--participant", "I1").count("Guidens versjon: ") == 2
    check_html(page_of(made(capsys, "review", "--study", study, "--html", "-")))
    check_markdown(made(capsys, "review", "--study", study, "--markdown", "-"))
    check_method(made(capsys, "export", "method", "--study", study))
    result = review(Study(study))
    assert result is not None
    check_study(summary_lines(result, WORDS))
    await check_screen(Study(study), result)


# --- the live screen


def pane_told(rows: list[str]) -> dict[str, Told]:
    """The questions in the guide pane: sign, and at the end an earlier refusal and the depth."""
    found = {}
    for row in rows:
        line = re.match(r"│ .(\S) ([A-Z]\d+) +(.*?) │", row)
        if line is not None:
            end = re.search(r"[ ×][ 123]$", line[3])
            assert end is not None, row
            found[line[2]] = read_sign(line[1] + end[0].strip())
    return found


def sides_in_pane(rows: list[str]) -> dict[str, tuple[int, int]]:
    """Both sides of the questions that ask for them."""
    lines = (re.match(r"│ .\S ([A-Z]\d+) .*\+(\d+) -(\d+)[ ×][ 123] │", row) for row in rows)
    return {line[1]: (int(line[2]), int(line[3])) for line in lines if line is not None}


# --- data


def check_json(document: dict[str, list[dict[str, object]]]) -> None:
    """Every value by its name."""
    interviews = {one["code"]: one for one in document["interviews"]}
    assert {code: str(one["revision"]) for code, one in interviews.items()} == REVISION
    assert {one["participant"] for one in interviews.values()} == {"I1"}
    for code, one in interviews.items():
        questions, sides = one["questions"], one["sides"]
        assert isinstance(questions, dict)
        assert isinstance(sides, dict)
        for id, told in questions.items():
            refused = told["declined_at"] is not None and told["state"] != "declined"
            assert Told(told["state"], told["depth"] or 0, refused, told["unasked"]) == EVERY[str(code)][id], (code, id)
            assert (told["declined_at"] is not None) == (EVERY[str(code)][id].refused or told["state"] == "declined")
            ticks = {mark: [one["text"] for one in told["probes"] if one["mark"] == mark] for mark in MARKS}
            done, not_needed = TICKED.get(id, ([], [])) if code == "I1" else ([], [])
            assert ticks == {"done": [text.removeprefix("hvis ") for text in done], "not_needed": not_needed}
        counted = {id: tuple(both.values()) for id, both in sides.items() if any(both.values())}
        assert counted == SIDES[str(code)]
        assert questions["B5"]["examples"] == (2 if code == "I1" else 0)


MARKS = ("done", "not_needed")


# --- the terminal


def check_terminal(text: str, margin: str) -> None:
    """The matrix: an interview is a column."""
    lines = text.splitlines()
    head = next(line for line in lines if line.split() == list(EVERY))  # the first of the study's tables
    places = {code: re.search(rf"\b{code}(?= |$)", head) for code in EVERY}
    for line in lines[lines.index(head) + 1 :]:
        found = re.match(rf"(?:\S{{1,2}} |{margin}) +([A-Z]\d+) ", line)
        for code, place in places.items():
            assert place is not None
            cell = line[place.start() : place.start() + 8].strip()
            if found is not None:
                assert read_sign(cell) == EVERY[code][found[1]], (code, line)
            elif "guidens versjon" in line:
                assert cell == REVISION[code]
        if "guidens versjon" in line:
            return
    raise AssertionError(text)


def check_interview(code: str, text: str) -> None:
    """One interview for reading, in no more than eighty cells; of two with one participant the one that is meant."""
    begins = re.search(rf"^{code}$", text, re.MULTILINE)
    assert begins is not None, text
    block = text[begins.start() :]
    block = block[: block.index("\nNotater\n")]
    assert f"Guidens versjon: {REVISION[code]}\n" in block
    rows = re.finditer(r"^(?:\S{1,2} +| {4})([A-Z]\d+) +\S.{28}(\S+)(?: |$)", block, re.MULTILINE)
    assert {row[1]: read_sign(row[2]) for row in rows} == EVERY[code]
    for id, (positive, negative) in SIDES[code].items():
        assert f"{id}: positiv side {positive}, negativ side {negative}\n" in block
    if code == "I1":
        assert "  · A4: hvis fokuset er ulikt · Hvordan?\n  · A4, ikke nødvendig: Hvorfor?\n" in block
        assert "B5: eksempler 2, ønsket 1" in block
        assert re.search(r"· C1 ønsket ikke å svare .*, dekket\n", block)
        assert re.search(r"· C1 ønsket ikke å svare .*: vondt\n", block)
    assert all(len(line) <= 80 for line in block.splitlines()), [line for line in block.splitlines() if len(line) > 80]


# --- the reports


def check_html(page: Element) -> None:
    """The matrix, and each interview's own part."""
    matrix = table(page, "matrix-1")
    for code, told in EVERY.items():
        assert {id: read_sign(matrix[id][code]) for id in told} == told
        assert matrix["guidens"][code] == REVISION[code]
        part = found(page, "section", id=f"interview-{code}")
        facts = dict(zip((words_of(one) for one in part.iter("dt")), map(words_of, part.iter("dd")), strict=True))
        assert facts["Guidens versjon"] == REVISION[code]
        check_lists(code, {sign(one) for one in part.iter("li")})


def check_lists(code: str, items: set[str]) -> None:
    """The short texts of an interview's part, in a page and in Markdown."""
    for id, (positive, negative) in SIDES[code].items():
        assert f"{id}: positiv side {positive}, negativ side {negative}" in items
    ticked = {"A4: hvis fokuset er ulikt · Hvordan?", "A4, ikke nødvendig: Hvorfor?"}
    assert items & ticked == (ticked if code == "I1" else set())
    assert any(re.match("C1 ønsket ikke å svare .*dekket", one) for one in items) == (code == "I1")


def check_markdown(text: str) -> None:
    """The same without pictures."""
    matrix = text[text.index("## Dekning") : text.index("## Tid")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in matrix.splitlines() if line[:1] == "|"]
    at = {code: rows[0].index(code) for code in EVERY}
    questions = {row[1].split()[0]: row for row in rows if re.match(r"[A-Z]\d+ ", row[1])}
    for code, told in EVERY.items():
        assert {id: read_sign(questions[id][at[code]]) for id in told} == told
        part = text[text.index(f"### {code}\n") :]
        part = part[: part.find("\n### ", 5)]
        assert f"- Guidens versjon: {REVISION[code]}\n" in part
        check_lists(code, {line[2:].replace("\\", "") for line in part.splitlines() if line.startswith("- ")})


STANDING: dict[str, Callable[[Told], bool]] = {
    "dekket": lambda one: one.state == "covered",
    "nevnt": lambda one: one.depth == 1,
    "beskrevet": lambda one: one.depth == 2,
    "med eksempel": lambda one: one.depth == 3,
    "dekket uten å være stilt": lambda one: one.unasked,
    "ønsket ikke å svare": lambda one: one.state == "declined",
    "utelatt": lambda one: one.state == "skipped",
    "stilt, men ikke merket": lambda one: one.state == "asked",
    "bare berørt i notater": lambda one: one.state == "touched",
    "ikke tatt opp": lambda one: one.state == "untouched",
}


def check_method(text: str) -> None:
    """What a method chapter has of it, summed over the interviews."""
    refused = ", ".join(
        f"{id} (i 1 intervju)" for id, told in EVERY["I1"].items() if "declined" in told or told.refused
    )
    assert f"Spørsmål som informanten ikke ønsket å svare på: {refused}." in text
    assert (
        "Erfaringer telt på begge sider: B5: positiv side 2, negativ side 0; B6: positiv side 0, negativ side 1."
        in text
    )
    standing = text[text.index("Dekning, i hvor mange av 2 intervjuer: ") :]
    standing = standing[standing.index(": ") + 2 : standing.index(". [")]
    counted = dict(part.split(": ") for part in standing.split("; "))
    for name, holds in STANDING.items():
        told = {id: sum(holds(EVERY[code][id]) for code in EVERY) for id in EVERY["I1"]}
        assert counted.get(name, "") == ", ".join(f"{id} {count}" for id, count in told.items() if count), name
    assert set(counted) <= set(STANDING)
    assert "krysset av per spørsmål: stilt: A4 1; ikke nødvendig: A4 1." in text
    assert "Guidens versjon i hvert intervju: 1 i I1; 2 i I1-2." in text


# --- the other screens


def check_study(lines: list[str]) -> None:
    """The study at a glance: code, what research questions stand at, revision."""
    for code, told in EVERY.items():
        (line,) = (line for line in lines if line.split()[:1] == [code])
        covered = sum(told[id].state == "covered" for id in ("A1", "A2", "A3", "A4"))
        assert f"A {covered}/4" in line
        assert line.endswith(f"v. {REVISION[code]}")
        assert len(line) <= 72


async def check_screen(study: Study, result: Review) -> None:
    """The review's table, the line below it, and an interview's page."""
    app = StudyReviewApp(study, result, WORDS, clock=StandingClock())
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        shown = app.screen
        assert isinstance(shown, MatrixScreen)
        matrix = shown.query_one(DataTable)
        rows = [[str(cell) for cell in matrix.get_row_at(place)] for place in range(matrix.row_count)]
        for column, code in enumerate(EVERY, 3):
            told = {row[1]: read_sign(row[column]) for row in rows if row[1]}
            assert told == EVERY[code]
            assert next(row for row in rows if row[2] == "guidens versjon")[column] == REVISION[code]
        for id, ends in (
            ("A4", ("beskrevet", "oppf. nr. 1 · ikke nødv.: nr. 2")),
            ("B5", ("med eksempel", "+2 -0 · eksempler 2, ønsket 1")),
            ("C1", ("ønsket ikke å svare", "nevnt", "notater: 0")),
        ):
            matrix.cursor_coordinate = Coordinate(next(place for place, row in enumerate(rows) if row[1] == id), 3)
            await settled(app, pilot)
            line = shown.query_one("#cell", Bar).render_line(0).text.rstrip()
            assert line.startswith(f" {id} · I1: ")
            assert all(part in line for part in ends)
            assert line.endswith(ends[-1])
