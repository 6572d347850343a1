"""Sides and examples in sight, and each interview by its own code, on the real screens."""

from pathlib import Path

import pytest

from guide.model import Guide
from interviews.core import commands as do
from interviews.session import Session
from interviews.study.folder import Study
from interviews.study.previous_interviews import earlier
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.interviewer import thesis_study
from tests.tui.lines import GUIDE
from tests.tui.pages import made
from tests.tui.sittings import Acts, hold, settled
from tests.tui.studies import hold as held
from tui.live.live_screen import InterviewApp, LiveScreen
from tui.live.options import LiveOptions
from tui.review.review_model import ReviewModel
from tui.translator import Translator

WORDS = Translator("nb")


def asking(**examples: int) -> Guide:
    """The thesis's guide with other numbers of examples."""
    sections = (
        section.but(questions=tuple(one.but(examples=examples.get(one.id, 0)) for one in section.questions))
        for section in GUIDE.sections
    )
    return GUIDE.but(sections=tuple(sections))


async def rows(
    tmp_path: Path,
    acts: Acts,
    size: tuple[int, int],
    guide: Guide = GUIDE,
    code: str = "I1",
    helps: LiveOptions | None = None,
) -> list[str]:
    """What stands on the live screen after these acts."""
    clock = StandingClock()
    path = thesis_study(tmp_path) / "interviews" / f"{code}.jsonl"
    session = Session.new(path, guide, code.partition("-")[0], "live", clock)
    app = InterviewApp(lambda: LiveScreen(session, WORDS, clock.running, helps or LiveOptions()), WORDS)
    async with app.run_test(size=size) as pilot:
        await hold(app, clock, acts)
        await settled(app, pilot)
        shown = [strip.text for strip in app.screen._compositor.render_strips()]
    session.close()
    return shown


def row_of(shown: list[str], id: str) -> str:
    """A question's row in the guide pane, without its frame."""
    return next(row[2:].partition(" │")[0] for row in shown if f" {id} " in row[:9])


BOTH: Acts = ((5, "/b5⏎"), (5, "/positive⏎"), (1, "/positive⏎"), (5, "+3⏎"))


@pytest.mark.parametrize("size", [(80, 30), (100, 30), (140, 40)])
async def test_both_sides_stand_in_the_guide_pane(tmp_path: Path, size: tuple[int, int]) -> None:
    shown = await rows(tmp_path, (*BOTH, (5, "/b6⏎"), (5, "/negative⏎"), (5, "/negative⏎")), size)
    assert row_of(shown, "B5").endswith(" +2 -0 3")
    assert row_of(shown, "B6").rstrip().endswith(" +0 -2")
    untold = row_of(shown, "C1").rstrip()
    assert untold.endswith(" +0 -0" if size[0] > 100 else "muligheter, utfordringer"), (
        "none is no reason to cut a label"
    )
    assert "+" not in row_of(shown, "B7")
    assert "eksempler på bedring" in row_of(shown, "B5")


async def test_examples_stand_there_where_the_label_leaves_room(tmp_path: Path) -> None:
    guide = asking(A4=1, A1=2, B5=1, B10=1)
    acts: Acts = ((5, "/a4⏎"), (5, "+a4 3⏎"), (5, "+a1 2⏎"))
    shown = await rows(tmp_path / "wide", (*acts, (5, "/b5⏎")), (140, 40), guide)
    assert row_of(shown, "A4").endswith(" 1/1 eksempler 3")
    assert row_of(shown, "A1").endswith(" 0/2 eksempler 2")
    assert row_of(shown, "B5").rstrip().endswith(" 0/1 +0 -0")
    assert "0/1 eksempler" in row_of(shown, "B10")
    narrow = await rows(tmp_path / "narrow", acts, (80, 30), guide)
    assert "hvorfor disse arenaene 0/1" in " ".join(row_of(narrow, "B10").split()), "shorter, and the label stays whole"
    assert row_of(narrow, "B5").split()[2:5] == ["eksempler", "på", "bedring"]
    assert len({len(row) for row in narrow}) == 1


@pytest.mark.parametrize(
    ("acts", "bare"),
    [
        (((1, "/b5⏎"), (1, "+2⏎")), "Uten eksempel: B B5"),
        (((1, "/b5⏎"), (1, "+3⏎"), (1, "/a1⏎"), (1, "+⏎")), "Uten eksempel: A A1"),
        (((1, "/b5⏎"), (1, "/negative⏎"), (1, "+1⏎")), ""),
        (((1, "/a2⏎"), (1, "+3⏎"), (1, "+a1 1⏎")), "Uten eksempel: A1"),
        (((1, "/a1⏎"), (1, "+3⏎"), (1, "+2⏎")), "Uten eksempel: A A1"),
        (((1, "/a1⏎"), (1, "-x⏎"), (1, "-b5⏎")), ""),
    ],
)
async def test_every_covered_question_that_asks_for_an_example_and_has_none_is_named_before_closing(
    tmp_path: Path, acts: Acts, bare: str
) -> None:
    shown = "\n".join(await rows(tmp_path, (*acts, (5, "/end⏎")), (100, 40), asking(A1=1, B5=2)))
    assert ("Uten eksempel" in shown) == bool(bare)
    assert bare in shown


def leave(folder: Path, *codes: str) -> None:
    """Hold interviews one after the other, each of which leaves a follow-up and a topic."""
    clock = StandingClock()
    for code in codes:
        held(thesis_study(folder), code, LEAVING, clock=clock)


LEAVING = (do.AskQuestion("B1"), do.TakeNote("hvem valgte?", "follow_up"), do.TakeNote("kirken", "topic"))


async def test_what_a_second_interview_left_over_has_its_own_code(tmp_path: Path) -> None:
    leave(tmp_path, "I1", "I1-2")
    study = Study(tmp_path)
    before = earlier(one.interview for one in study.load_interviews() if one.interview is not None)
    shown = await rows(tmp_path, ((1, "/left⏎"),), (100, 40), code="I2-3", helps=LiveOptions(earlier=before))
    assert f"{GUIDE.title} · I2-3 " in shown[0]
    whole = "\n".join(shown)
    for code in ("I1", "I1-2"):
        assert f" {code} ! B1 hvem valgte?" in whole
        assert f" {code} > kirken" in whole
    result = review(study)
    assert result is not None
    lines = ReviewModel(study, result, WORDS, StandingClock()).next_time()
    assert [line.split()[0] for line in lines if line.endswith(("hvem valgte?", "kirken"))] == ["I1", "I1-2"] * 2


def test_a_second_interview_is_shown_alone_by_its_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    leave(tmp_path, "I1", "I1-2", "I10")
    for given, shown in (("I1", ["I1", "I1-2"]), ("i1-2", ["I1-2"]), ("I10", ["I10"])):
        text = made(capsys, "review", "--study", tmp_path, "--participant", given)
        lines = text.splitlines()
        assert [lines[place - 1] for place, line in enumerate(lines) if line.startswith("Dato: ")] == shown
    assert made(capsys, "review", "--study", tmp_path, "--participant", "I1-3", code=2) == ""
