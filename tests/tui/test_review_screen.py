"""The review on a screen: a study held on the live screen, looked at, and worked on the evening after."""

import asyncio
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from textual.app import App
from textual.coordinate import Coordinate
from textual.widgets import DataTable, OptionList, Static

from interviews.core.commands import EditNote
from interviews.session import Session
from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.interviewer import records, thesis_study, told
from tests.tui.sittings import MID, Acts, app_for, hold, session_in, settled
from tui.documents.matrix_rows import summary_lines
from tui.review.app import StudyReviewApp
from tui.translator import Translator

SMALL = (80, 24)
CLOSED: Acts = ((60, "/end⏎"), (1, "⏎"), (30, "nei, det var alt⏎"), (1, "⏎"), (1, "1"), (5, "⏎"))
WORDS = Translator("nb")


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four interviews and a pilot, held on the live screen; I2 was never ended."""
    folder = thesis_study(tmp_path_factory.mktemp("four") / "study")
    for code, acts in (("I1", MID + CLOSED), ("I2", MID[:14]), ("I3", MID[:19] + CLOSED), ("I4", MID[7:] + CLOSED)):
        asyncio.run(held(folder, code, acts))
    asyncio.run(held(folder, "P1", MID[:12] + CLOSED))
    return folder


@pytest.fixture
def study(four: Path, tmp_path: Path) -> Study:
    """They, for one test to work on."""
    return Study(copytree(four, tmp_path, dirs_exist_ok=True))


async def held(folder: Path, code: str, acts: Acts) -> None:
    """Hold an interview on the live screen."""
    clock = StandingClock()
    session = session_in(folder, clock, code)
    if code.startswith("P"):
        session.interview.started = session.interview.started.but(mode="pilot")
    app = app_for(session, clock)
    async with app.run_test(size=(100, 30)):
        await hold(app, clock, acts)
    session.close()


def opened(study: Study) -> StudyReviewApp:
    """The review of a study."""
    result = review(study)
    assert result is not None
    return StudyReviewApp(study, result, WORDS, clock=StandingClock())


def rows(app: App[str]) -> list[str]:
    """What stands on the screen, row by row."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def log(study: Study, code: str) -> list[dict[str, Any]]:
    """The events of one interview, without their places."""
    return [told(record) for record in records(study.folder / "interviews" / f"{code}.jsonl")]


async def test_four_interviews_stand_on_one_small_screen_with_groups_in_the_margin(study: Study) -> None:
    app = opened(study)
    async with app.run_test(size=SMALL) as pilot:
        await settled(app, pilot)
        seen = rows(app)
        guide = study.guide().guide
        assert guide is not None
        for question, row in zip(guide.questions, seen[2:20], strict=True):
            assert question.id in row.split()
            assert question.label in row
        margin = [row[:5].strip() for row in seen[2:20]]
        assert [name for name in margin if name] == ["A", "0/4", "Ba", "0/4", "Bb", "0/4", "C", "0/4", "Z"]
        assert seen[1].split() == ["I1", "I2", "I3", "I4"]
        assert "P1" not in "\n".join(seen)
        await pilot.press("p")
        await settled(app, pilot)
        assert rows(app)[1].split() == ["P1"]


async def test_the_line_below_says_the_cell_in_words(study: Study) -> None:
    app = opened(study)
    async with app.run_test(size=SMALL) as pilot:
        await settled(app, pilot)
        assert "A1 · I1: stilt 1:32 · dekket 4:42 · beskrevet · varte 3:14 · notater: 0" in rows(app)[22]
        await pilot.press("left")
        await settled(app, pilot)
        assert "Hvor bevisst er du på å tilrettelegge for sosial samhandling" in rows(app)[22]


async def test_from_a_cell_to_its_notes_and_an_evenings_acts_in_that_log(study: Study) -> None:
    app = opened(study)
    async with app.run_test(size=SMALL) as pilot:
        await settled(app, pilot)
        await pilot.press("down", "down", "down", "down", "down", "enter")
        await settled(app, pilot)
        assert "Notater om B2 hva vektlegger · I1" in rows(app)[0]
        assert "kulturendring? hva mente han med det" in rows(app)[1]
        await pilot.press("2")
        await settled(app, pilot)
        assert [event["type"] for event in log(study, "I1")[-2:]] == ["reopened", "met"]
        note = next(record["seq"] for record in records_of(study, "I1") if record.get("text", "").startswith("kultur"))
        await pilot.press("l", "b", "9", "space", "#", "a", "r", "e", "n", "a", "enter")
        await settled(app, pilot)
        assert log(study, "I1")[-2:] == [
            {"type": "linked", "note": note, "question": "B9"},
            {"type": "tagged", "note": note, "tag": "arena"},
        ]
        await pilot.press("down", "enter", "h", "a", "n", "space", "l", "o", "enter")
        await settled(app, pilot)
        assert (log(study, "I1")[-1]["type"], log(study, "I1")[-1]["text"]) == ("filled", "han lo")
        await pilot.press("escape")
        await settled(app, pilot)
        table: DataTable[Any] = app.screen.query_one(DataTable)
        assert table.get_cell_at(Coordinate(12, 3)).plain == "▪"


async def test_what_one_enter_linked_and_tagged_one_undo_takes_back(study: Study) -> None:
    app = opened(study)
    async with app.run_test(size=SMALL) as pilot:
        await settled(app, pilot)
        await pilot.press("down", "down", "down", "down", "down", "enter")
        await settled(app, pilot)
        await pilot.press("2", "l", "b", "9", "space", "#", "a", "r", "e", "n", "a", "enter", "u")
        await settled(app, pilot)
        types = [event["type"] for event in log(study, "I1")]
        assert types[-5:] == ["met", "linked", "tagged", "undone", "undone"]
        assert "· angret: notatet handler også om B9" in "\n".join(rows(app))
        await pilot.press("u")
        await settled(app, pilot)
        assert [event["type"] for event in log(study, "I1")][len(types) :] == ["undone"]
        assert "\n".join(rows(app)).count("angret: ") == 1


def records_of(study: Study, code: str) -> list[dict[str, Any]]:
    """The events of one interview as they stand in its log."""
    return records(study.folder / "interviews" / f"{code}.jsonl")


async def test_an_interview_that_never_ended_is_not_added_to(study: Study) -> None:
    before = log(study, "I2")
    app = opened(study)
    async with app.run_test(size=SMALL) as pilot:
        await settled(app, pilot)
        await pilot.press("right", "down", "down", "down", "down", "enter")
        await settled(app, pilot)
        await pilot.press("l", "b", "9", "enter")
        await settled(app, pilot)
        assert "I2 er ikke avsluttet" in "\n".join(rows(app))
    assert log(study, "I2") == before


async def test_notes_can_be_narrowed_down(study: Study) -> None:
    app = opened(study)
    async with app.run_test(size=SMALL) as pilot:
        await settled(app, pilot)
        await pilot.press("down", "down", "down", "down", "down", "left", "enter")
        await settled(app, pilot)
        everything = app.screen.query_one(OptionList).option_count
        await pilot.press("f", "f")
        await settled(app, pilot)
        assert "viser: sitater" in rows(app)[0]
        assert 0 < app.screen.query_one(OptionList).option_count < everything


async def test_what_is_left_for_the_next_interview(study: Study) -> None:
    app = opened(study)
    async with app.run_test(size=SMALL) as pilot:
        await settled(app, pilot)
        await pilot.press("n")
        await settled(app, pilot)
        seen = "\n".join(rows(app))
        assert "I1 B2 kulturendring? hva mente han med det" in seen
        assert "A4 Har du ulikt fokus" in seen
        await pilot.press("escape", "i")
        await settled(app, pilot)
        text = str(app.screen.query_one("#text", Static).content)
        assert text.startswith("I1\nDato: 02.03.2026\n")
        assert "Rekkefølgen i samtalen: A1 A2 B1 A3 B2 Z1\n" in text


async def test_the_study_at_a_glance(study: Study) -> None:
    result = review(study)
    assert result is not None
    lines = summary_lines(result, WORDS)
    assert lines[:2] == ["Guiden: 18 spørsmål under 3 forskningsspørsmål", "Intervjuer: 4 · prøveintervjuer: 1"]
    assert lines[3].split()[:11] == ["I1", "02.03.2026", "24:24", "A", "3/4", "Ba", "2/7", "Bb", "0/3", "C", "0/2"]
    assert lines[3].endswith("  1 til oppfølging"), "how many there are, which no number of one can be taken for"
    assert "ikke avsluttet" in lines[4]
    assert lines[-1].startswith("Neste gang: til oppfølging: 2 · lite dekket så langt: A4 B2 B4")


async def test_a_line_that_is_open_belongs_to_its_note_whatever_else_is_pressed(study: Study) -> None:
    app = opened(study)
    async with app.run_test(size=SMALL) as pilot:
        await settled(app, pilot)
        await pilot.press("down", "down", "down", "down", "down", "enter")
        await pilot.press("2")
        before = log(study, "I1")
        await pilot.press("enter", "x", "ctrl+z", "down", "tab", "f5")
        await pilot.click(OptionList, offset=(10, 3))
        await pilot.press("y", "enter")
        await settled(app, pilot)
    assert log(study, "I1")[:-1] == before
    assert log(study, "I1")[-1]["text"] == "kulturendring? hva mente han med detxy"


async def test_words_that_are_not_saved_are_asked_about_once(study: Study) -> None:
    before = log(study, "I1")
    app = opened(study)
    async with app.run_test(size=SMALL) as pilot:
        await settled(app, pilot)
        await pilot.press("down", "down", "down", "down", "down", "enter", "enter", "x", "ctrl+q")
        await settled(app, pilot)
        assert "Ikke lagret" in "\n".join(rows(app))
        await pilot.press("escape")
        await settled(app, pilot)
        assert "Ikke lagret" not in "\n".join(rows(app))
    assert log(study, "I1") == before


async def test_a_note_that_another_window_changed_is_shown_anew_and_not_written_over(study: Study) -> None:
    app = opened(study)
    async with app.run_test(size=SMALL) as pilot:
        await settled(app, pilot)
        await pilot.press("down", "down", "down", "down", "down", "enter", "enter", "x")
        other, _ = Session.resume(study.folder / "interviews" / "I1.jsonl", StandingClock())
        other.do(EditNote("endret et annet sted", note_of(study, "kultur")))
        other.close()
        before = log(study, "I1")
        await pilot.press("enter")
        await settled(app, pilot)
        assert "endret i et annet vindu" in "\n".join(rows(app))
        assert "endret et annet sted" in "\n".join(rows(app))
    assert log(study, "I1") == before


def note_of(study: Study, words: str) -> int:
    """The seq of the note that begins with these words."""
    found = (record for record in records_of(study, "I1") if record.get("text", "").startswith(words))
    return int(next(found)["seq"])


async def test_a_damaged_log_is_said_in_the_title(study: Study) -> None:
    path = study.folder / "interviews" / "I3.jsonl"
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([*lines[:9], b"{ikke en hendelse", *lines[10:]]))
    app = opened(study)
    async with app.run_test(size=SMALL) as pilot:
        await settled(app, pilot)
        assert "feil i filene: 1 (n)" in rows(app)[0]
        await pilot.press("n")
        await settled(app, pilot)
        assert "interviews/I3.jsonl:10:1" in "\n".join(rows(app))


async def test_esc_leads_from_the_pilots_back_to_the_interviews_and_question_mark_explains(study: Study) -> None:
    app = opened(study)
    async with app.run_test(size=SMALL) as pilot:
        await settled(app, pilot)
        await pilot.press("p", "escape")
        await settled(app, pilot)
        assert rows(app)[1].split() == ["I1", "I2", "I3", "I4"]
        await pilot.press("?")
        await settled(app, pilot)
        assert "dekket uspurt" in "\n".join(rows(app))


async def test_a_sign_that_is_typed_where_one_stands_already_is_one(study: Study) -> None:
    app = opened(study)
    async with app.run_test(size=SMALL) as pilot:
        await settled(app, pilot)
        await pilot.press("down", "down", "down", "down", "down", "enter")
        await settled(app, pilot)
        await pilot.press("l", "#", "z", "z", "z", "enter")
        await settled(app, pilot)
    assert (log(study, "I1")[-1]["type"], log(study, "I1")[-1]["tag"]) == ("tagged", "zzz")


async def test_a_link_to_a_question_that_there_is_not_is_no_tag(study: Study) -> None:
    before = log(study, "I1")
    app = opened(study)
    async with app.run_test(size=SMALL) as pilot:
        await settled(app, pilot)
        await pilot.press("down", "down", "down", "down", "down", "enter", "l", "b", "9", "9", "enter")
        await settled(app, pilot)
        assert "Det er ikke noe spørsmål b99." in "\n".join(rows(app))
    assert log(study, "I1") == before


async def test_what_is_uncovered_stands_out_and_counts_stand_below(study: Study) -> None:
    app = opened(study)
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(app, pilot)
        seen = rows(app)
        assert next(row.split()[-4:] for row in seen if "obligatoriske som er dekket" in row) == [
            "3/4",
            "2/4",
            "3/4",
            "3/4",
        ]
        assert sum("obligatoriske som er dekket" in row for row in seen) == 4
        assert any("dekket i alt" in row for row in seen)
        table = app.screen.query_one(DataTable)
        looks = {str(table.get_row_at(place)[1]): table.get_row_at(place)[3] for place in range(table.row_count)}
        assert (str(looks["A1"])[0], looks["A1"].style) == ("■", "dim")
        assert (str(looks["A4"]), looks["A4"].style) == ("□", "bold")
        await pilot.resize_terminal(*SMALL)
        await settled(app, pilot)
        assert not any("obligatoriske som er dekket" in row for row in rows(app))
        assert any("dekket i alt" in row for row in app_rows(app))


def app_rows(app: StudyReviewApp) -> list[str]:
    """All rows of the matrix, in sight or not."""
    table = app.screen.query_one(DataTable)
    return [" ".join(map(str, table.get_row_at(place))) for place in range(table.row_count)]
