"""The two pictures of the README."""

from pathlib import Path

from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.interviewer import thesis_study
from tests.pictures import Pictures
from tests.tui.sittings import MID, SIZE, app_for, hold, session_in, settled
from tui.review.app import StudyReviewApp
from tui.translator import Translator


async def test_an_interview_under_way(tmp_path: Path, picture: Pictures) -> None:
    clock = StandingClock()
    session = session_in(thesis_study(tmp_path), clock)
    app = app_for(session, clock)
    async with app.run_test(size=SIZE) as pilot:
        await hold(app, clock, MID)
        await pilot.pause()
        clock.go_on(41)
        await pilot.press("+")
        await settled(app, pilot)
        picture(app, "mid-interview")
    session.close()


async def test_a_study_reviewed(tmp_path: Path, picture: Pictures) -> None:
    study = thesis_study(tmp_path)
    for code, acts in (("I1", MID), ("I2", MID[:14]), ("I3", MID[:19]), ("I4", MID[7:])):
        clock = StandingClock()
        session = session_in(study, clock, code)
        app = app_for(session, clock)
        async with app.run_test(size=SIZE):
            await hold(app, clock, acts)
        session.close()
    result = review(Study(study))
    assert result is not None
    shown = StudyReviewApp(Study(study), result, Translator("nb"))
    async with shown.run_test(size=SIZE) as pilot:
        await settled(shown, pilot)
        picture(shown, "review")
