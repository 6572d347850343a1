"""Corrections in the review's cell: the acts of the table, done afterwards, by the same line and to the same end."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from interviews.core import commands as do
from interviews.core.checklists import sides, ticks
from interviews.core.coverage import coverage
from interviews.core.events import Refusal, Reopened
from interviews.core.state import Interview
from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.interviewer import records, told
from tests.interviews.choir import Talk, start
from tests.tui.lines import GUIDE
from tests.tui.sittings import settled
from tests.tui.studies import hold, study_with
from tui.input.grammar import Context, parse
from tui.review.app import StudyReviewApp
from tui.review.notes_screen import NotesScreen, context_of, meaning
from tui.translator import Translator
from tui.widgets.line_editor import LineEditor

WORDS = Translator("nb")
SMALL = (80, 24)


class Cell:
    """One cell of the review, opened, and what is typed in it."""

    def __init__(self, app: StudyReviewApp, pilot: Pilot[str], log: Path) -> None:
        self.app, self.pilot, self.log = app, pilot, log

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until the screen has come to rest."""
        await self.pilot.press(*keys)
        await settled(self.app, self.pilot)

    async def type(self, line: str) -> None:
        """Type a line, and Enter."""
        names = {" ": "space", "/": "slash", "+": "plus", "-": "minus", "⏎": "enter"}
        await self.press(*(names.get(character, character) for character in line))

    @property
    def rows(self) -> list[str]:
        """What stands on the screen, row by row."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def events(self) -> list[dict[str, Any]]:
        """The events in the log, without their places."""
        return [told(record) for record in records(self.log)]


def cell_app(folder: Path) -> StudyReviewApp:
    """The review of a study, a day later by its clock."""
    study = Study(folder)
    result = review(study)
    assert result is not None
    clock = StandingClock()
    clock.go_on(80_000)
    return StudyReviewApp(study, result, WORDS, clock=clock)


async def opened(app: StudyReviewApp, pilot: Pilot[str], question: str | None, name: str = "I1") -> Cell:
    """Open the cell of a question in one interview."""
    await settled(app, pilot)
    one = next(one for one in app.desk.result.interviews if one.name == name)
    app.push_screen(NotesScreen(app.desk, question, (one,)))
    await settled(app, pilot)
    return Cell(app, pilot, app.desk.study.folder / "interviews" / f"{name}.jsonl")


async def test_the_acts_of_the_table_are_to_be_had_in_the_cell(tmp_path: Path) -> None:
    app = cell_app(study_with(tmp_path, "I1"))
    async with app.run_test(size=SMALL) as pilot:
        cell = await opened(app, pilot, "B5")
        before = len(cell.events)
        assert "+ dekket" in cell.rows[-1]
        assert "p kryss" in cell.rows[-1]
        await cell.type("+3")
        assert "merk dekket: B5, med eksempel › +3" in cell.rows[-3]
        await cell.press("enter")
        assert "dekket B5, med eksempel" in cell.rows[-2]
        assert "dekket uspurt (merket etterpå) · med eksempel" in cell.rows[-3]
        await cell.type("/negative⏎")
        await cell.press("minus")
        assert "var dekket" in cell.rows[-3]
        await cell.type(" tida gikk⏎")
        await cell.type("+0")
        assert "› +0" in cell.rows[-3]
        await cell.press("enter")
        assert "urørt · notater: 0" in cell.rows[-3]
        await cell.type("-x vondt⏎")
        await cell.type("+b6 b7⏎")
        assert cell.events[before:] == [
            {"type": "reopened"},
            {"type": "covered", "questions": ["B5"], "depth": 3},
            {"type": "sided", "question": "B5", "side": "negative"},
            {"type": "skipped", "questions": ["B5"], "reason": "tida gikk"},
            {"type": "unmarked", "questions": ["B5"]},
            {"type": "declined", "questions": ["B5"], "reason": "vondt"},
            {"type": "covered", "questions": ["B6", "B7"]},
        ]
        assert records(cell.log)[-1]["t"] > 79_000
        await cell.press("u")
        assert "angret: dekket B6 B7" in cell.rows[-2]
        assert cell.events[-1]["type"] == "undone"


async def test_probes_and_sides_are_ticked_on_their_card(tmp_path: Path) -> None:
    app = cell_app(study_with(tmp_path, "I1"))
    async with app.run_test(size=SMALL) as pilot:
        cell = await opened(app, pilot, "B2")
        before = len(cell.events)
        await cell.press("p")
        assert any("1 □ Hvorfor?" in row for row in cell.rows)
        await cell.press("1")
        assert any("1 ■ Hvorfor?" in row for row in cell.rows)
        await cell.press("1")
        assert any("1 – Hvorfor?" in row for row in cell.rows)
        await cell.press("2")
        assert "Det er ikke noe punkt 2" in cell.rows[-2]
        await cell.press("u", "escape")
        assert not any("Hvorfor?" in row for row in cell.rows)
        assert [event["type"] for event in cell.events[before:]] == ["reopened", "ticked", "ticked", "undone"]
        assert [event["mark"] for event in cell.events[before:] if event["type"] == "ticked"] == ["done", "not_needed"]
        await cell.press("escape")
        sided = await opened(app, pilot, "B5")
        await sided.type("/probes⏎")
        await sided.press("1", "1", "2")
        assert any("2 □ negativ" in row and "(1)" in row for row in sided.rows)
        assert [event["side"] for event in sided.events[-3:]] == ["positive", "positive", "negative"]


async def test_what_belongs_to_the_hour_is_refused_and_the_line_stays(tmp_path: Path) -> None:
    app = cell_app(study_with(tmp_path, "I1"))
    async with app.run_test(size=SMALL) as pilot:
        cell = await opened(app, pilot, "B5")
        before = cell.events
        for line in ("-20s", "/rec", "/a1", "/end", "/pos"):
            await cell.type(f"{line}⏎")
            assert "Etterpå kan du rette med" in cell.rows[-2], line
            assert f"› {line}" in cell.rows[-3], line
            await cell.press("escape", "escape")
        await cell.type("+B99⏎")
        assert "Det er ikke noe spørsmål B99." in cell.rows[-2]
        await cell.press("escape", "escape", "question_mark")
        seen = "\n".join(cell.rows)
        assert "med sin egen tid" in seen
        await cell.press("end")
        seen = "\n".join(cell.rows)
        assert "/negativ" in seen
        assert "/stikkord" in seen
        assert cell.events == before


async def test_without_a_question_or_an_interview_the_line_says_what_it_lacks(tmp_path: Path) -> None:
    app = cell_app(study_with(tmp_path, "I1", "I2"))
    async with app.run_test(size=SMALL) as pilot:
        cell = await opened(app, pilot, None)
        await cell.type("+⏎")
        assert "Skriv hvilket spørsmål, som +A1." in cell.rows[-2]
        await cell.type("a1 2⏎")
        assert cell.events[-1] == {"type": "covered", "questions": ["A1"], "depth": 2}
        await cell.press("escape")
        app.push_screen(NotesScreen(app.desk, "A2", app.desk.result.counted))
        await cell.press("plus")
        assert "I hvilket intervju?" in cell.rows[-2]
        await cell.press("escape")
        app.push_screen(NotesScreen(app.desk, "B8", app.desk.result.counted))
        await cell.press("down")
        await cell.type("+1")
        assert "I2: merk dekket: B8, nevnt › +1" in cell.rows[-3]


async def test_an_interview_that_never_ended_says_what_to_do(tmp_path: Path) -> None:
    folder = study_with(tmp_path)
    log = hold(folder, "I2", ended=False)
    before = log.read_bytes()
    app = cell_app(folder)
    async with app.run_test(size=SMALL) as pilot:
        cell = await opened(app, pilot, "B5", "I2")
        for keys in (("plus",), ("minus",), ("slash",), ("p",)):
            await cell.press(*keys)
            assert "I2 er ikke avsluttet. Kjør run --resume --participant I2, og skriv /slutt." in cell.rows[-2]
    assert log.read_bytes() == before


QUESTIONS = ("B2", "B5", "B7")
LINES = st.sampled_from(
    ["+", "+1", "+2", "+3", "+0", "-", "- tida gikk", "-x", "-x vondt", "/positive", "/negative", "tick 1", "tick 2"]
)
ACTS = st.lists(st.tuples(st.sampled_from(QUESTIONS), LINES), max_size=14)


def at_the_table(talk: Talk, question: str, line: str) -> None:
    """A judgement on a question while the talk goes on, whichever question is in hand."""
    if line.startswith("tick"):
        command: object = ticked(question, line)
    else:
        command = parse(line, Context(GUIDE, question))
        if isinstance(command, do.MarkCovered | do.Skip | do.Decline | do.Unmark):
            command = command.but(questions=(question,))
        elif isinstance(command, do.MarkSide):
            command = command.but(question=question)
    carry_out(talk, command)


def afterwards(talk: Talk, question: str, line: str) -> None:
    """The same in the review's cell."""
    command = ticked(question, line) if line.startswith("tick") else meaning(line, context_of(talk.interview, question))
    carry_out(talk, command)


def ticked(question: str, line: str) -> do.Tick:
    return do.Tick("probes", line.removeprefix("tick "), "done", question)


def carry_out(talk: Talk, command: Any) -> None:
    """Do it, later than everything before; what is refused changes nothing."""
    t = talk.interview.t + 5
    decided = talk.decide(command, t)
    if not isinstance(decided, Refusal):
        talk.add(decided)


def standing(interview: Interview) -> object:
    """State, depth, sides and ticks of every question; not when."""
    found = coverage(interview).questions
    return (
        {id: (one.state, one.depth, one.unasked, one.notes, one.declined_at is None) for id, one in found.items()},
        sides(interview),
        {id: ticks(interview, "probes", id) for id in QUESTIONS},
    )


def talked() -> Talk:
    talk = Talk(start(guide=GUIDE))
    talk.at(5, do.AskQuestion("B2"))
    talk.at(9, do.TakeNote("øving som samtale"))
    talk.at(15, do.AskQuestion("B5"))
    return talk


@given(ACTS, st.integers(0, 14))
def test_a_correction_made_afterwards_equals_the_same_one_made_at_the_table(
    acts: list[tuple[str, str]], cut: int
) -> None:
    table, evening = talked(), talked()
    for act in acts[:cut]:
        at_the_table(table, *act)
        at_the_table(evening, *act)
    evening.at(evening.interview.t + 1, do.End())
    evening.add(Reopened(seq=evening.interview.next_seq, t=90_000.0, wall="2026-03-03T19:00:00+01:00"))
    for act in acts[cut:]:
        at_the_table(table, *act)
        afterwards(evening, *act)
    table.at(table.interview.t + 1, do.End())
    assert standing(evening.interview) == standing(table.interview)


@pytest.mark.parametrize("line", ["+", "+2", "+0", "-", "- tida gikk", "-x", "/positive", "/undo"])
def test_the_line_means_the_same_as_at_the_table(line: str) -> None:
    meant = parse(line, Context(GUIDE, "B5"))
    here = meaning(line, Context(GUIDE, "B5"))
    if isinstance(here, do.MarkCovered | do.Skip | do.Decline | do.Unmark):
        here = here.but(questions=())
    if isinstance(here, do.MarkSide):
        here = here.but(question=None)
    assert here == meant


async def test_a_refused_correction_is_selected_and_up_brings_it_back(tmp_path: Path) -> None:
    app = cell_app(study_with(tmp_path, "I1"))
    async with app.run_test(size=SMALL) as pilot:
        cell = await opened(app, pilot, "B2")
        line = app.screen.query_one("#words", LineEditor)
        for refused in ("+B99", "/negativ"):
            await cell.type(f"{refused}⏎")
            assert (line.text, line.selected) == (refused, True)
            await cell.type("+2")
            assert line.text == "+2"
            await cell.press("up")
            assert line.text == refused
            await cell.press("up", "enter")
            assert cell.events[-1]["depth"] == 2


async def test_the_chosen_note_moves_to_another_time(tmp_path: Path) -> None:
    app = cell_app(study_with(tmp_path, "I1"))
    async with app.run_test(size=SMALL) as pilot:
        cell = await opened(app, pilot, None)
        await cell.type("/at 0:01")
        assert "flytt til 0:01 ›" in cell.rows[-3]
        await cell.press("enter")
        moved = cell.events[-1]
        assert (moved["type"], moved["at"]) == ("retimed", 1.0)
        assert moved["note"] == min(number for number, event in enumerate(cell.events) if event["type"] == "noted")
        assert any("0:01" in row for row in cell.rows)
        await cell.press("u")
        assert cell.events[-1]["type"] == "undone"
