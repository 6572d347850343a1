"""The read-through of the transcript has one place: what closing ticked, and dated acts on the study's screen."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from guide.model import Guide, Point, Question
from interviews.core import commands as do
from interviews.core.checklists import is_read_through
from interviews.method.collect import method_facts
from interviews.method.facts import TranscriptReturned
from interviews.study.facts import read_study_facts
from interviews.study.folder import Study
from tests.clocks import StandingClock
from tests.interviewer import records
from tests.tui.studies import hold
from tests.tui.test_curtain import seen
from tui.review.app import StudyPageApp
from tui.review.study_pages import ReflectScreen, TranscriptsScreen
from tui.translator import Translator

GUIDE = Guide(
    title="t",
    closing=(Question(id="Z1", ask="Noe mer?", label="mer"),),
    after=(Point("1", "Hvordan var det?"), Point("2", "Du kan få lese gjennom transkripsjonen")),
)


def held(folder: Path, name: str, mark: str | None) -> None:
    ticks = () if mark is None else (do.Tick("after", "2", mark, None),)  # type: ignore[arg-type]
    hold(folder, name, (do.AskNext(), *ticks), guide=GUIDE)


def transcript(folder: Path) -> TranscriptReturned | None:
    study = Study(folder)
    told = [(one.file.name, one.interview) for one in study.load_interviews() if one.interview is not None]
    facts = method_facts(told, read_study_facts(folder))
    return next((one for one in facts if isinstance(one, TranscriptReturned)), None)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Three interviews: the read-through was offered, not needed, and not spoken of."""
    for name, mark in (("I1", "done"), ("I2", "not_needed"), ("I3", None)):
        held(tmp_path, name, mark)
    return tmp_path


def test_ticking_it_when_closing_answers_the_methods_item(study: Path) -> None:
    found = transcript(study)
    assert found is not None
    assert (found.offered, found.wanted) == (1, None)
    assert set(found.evidence) == {"I1:2", "I2:2", "I1:0", "I2:0"}


def test_an_undone_tick_answers_nothing(tmp_path: Path) -> None:
    hold(tmp_path, "I1", (do.AskNext(), do.Tick("after", "2", "done", None), do.Undo()), guide=GUIDE)
    assert transcript(tmp_path) is None


@pytest.mark.parametrize(
    ("point", "offers"),
    [
        (Point("1", "Du kan få lese gjennom transkripsjonen"), True),
        (Point("1", "You can read the transcript if you like"), True),
        (Point("1", "Gjennomlesning av intervjuet i skriftlig form"), True),
        (Point("transcript", "Vil du ha det tilsendt?"), True),
        (Point("1", "Hvordan var det å bli intervjuet?"), False),
        (Point("1", "Takk, og opptakeren er av"), False),
        (Point("1", "How was it to be interviewed?"), False),
    ],
)
def test_which_point_it_is(point: Point, offers: bool) -> None:  # noqa: FBT001  a case, not a switch
    assert is_read_through(point) is offers


async def press(pilot: Pilot[str], *keys: str) -> str:
    await pilot.press(*keys)
    await pilot.pause()
    return seen(pilot.app)  # type: ignore[arg-type]


async def test_each_step_is_one_key_with_its_date_and_can_be_taken_back(study: Path) -> None:
    clock, _ = StandingClock(), Translator("nb")
    written = clock.wall().date().isoformat()
    day = _.date(written)
    app = StudyPageApp(lambda: TranscriptsScreen(Study(study), _, clock))
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await press(pilot, "right")
        assert "I1 ja, til slutt – – – –" in shown
        assert "I2 nei, til slutt – – – –" in shown
        assert f"I1 ja, til slutt ja {day} – – –" in await press(pilot, "enter")
        shown = await press(pilot, "right", "space", "down", "enter", "enter")
        assert f"I1 ja, til slutt ja {day} ja {day} – –" in shown
        assert f"I2 nei, til slutt – nei {day} – –" in shown
        assert "I2 nei, til slutt – – – –" in await press(pilot, "enter")
        assert f"I3 ja {day} – – – –" in await press(pilot, "down", "left", "left", "enter")
        await press(pilot, "escape")
    found = transcript(study)
    assert found is not None
    assert (found.offered, found.wanted, found.sent, found.comments, found.done) == (2, 1, 1, None, None)
    assert {(one["key"], one["date"]) for one in records(study / "study.jsonl")} == {
        ("transcript_wanted", written),
        ("transcript_sent", written),
        ("transcript_offered", written),
    }


async def test_a_reflexive_note_on_the_studys_screen_is_kept_word_for_word(study: Path) -> None:
    app = StudyPageApp(lambda: ReflectScreen(Study(study), Translator("nb"), StandingClock()))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *"[jeg] ", "enter")
        assert "lagret √" in seen(app)
        assert Translator("nb")("Not saved: Enter saves, Esc again leaves it.") in await press(pilot, *"halv", "escape")
        await press(pilot, "enter", "enter")
    assert [one.text for one in read_study_facts(study).reflections()] == ["[jeg] ", "halv"]
