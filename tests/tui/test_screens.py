"""The screens as pictures, which are also those of the README."""

from pathlib import Path

from guide.reading import read_guide
from guide.samples import thesis_guide_text
from interviews.clock import Clock
from interviews.review import review
from interviews.session import Session
from interviews.study import Study
from tests.clocks import StandingClock
from tests.interviewer import thesis_study
from tests.pictures import Pictures
from tui.app import InterviewApp
from tui.live.screen import LiveScreen
from tui.review_screen import ReviewApp
from tui.review_text import study_text
from tui.words import Words

SIZE = (100, 30)


def session_in(study: Path, clock: Clock, code: str = "I3") -> Session:
    guide = read_guide(thesis_guide_text(), "guide.yaml").guide
    assert guide is not None
    return Session.new(Study(study).path_of(code), guide, code, "live", clock)


def app_for(session: Session, clock: Clock) -> InterviewApp:
    words = Words("nb")
    return InterviewApp(lambda: LiveScreen(session, words, clock.running), words)


MID: tuple[tuple[float, str], ...] = (
    (0, "1"),
    (3, "2"),
    (9, "3"),
    (30, "4"),
    (12, "5"),
    (25, "6"),
    (5, "/rec⏎"),
    (8, "/a1⏎"),
    (190, "+2⏎"),
    (4, "⏎"),
    (244, "+3⏎"),
    (160, "/b1⏎"),
    (120, "han beskriver øving som samtale⏎"),
    (45, "+2⏎"),
    (240, "+b3⏎"),
    (10, "/a3⏎"),
    (41, "kommer an på dagen⏎"),
    (35, "bandet på [by], uformell møteplass #b8⏎"),
    (55, "+⏎"),
    (48, "/b2⏎"),
    (32, "!kulturendring? hva mente han med det⏎"),
    (28, " "),
    (22, '"man må høre før man spiller⏎'),
)


async def hold(app: InterviewApp, clock: StandingClock, acts: tuple[tuple[float, str], ...]) -> None:
    """Let time pass, then type; ⏎ is Enter."""
    screen = app.screen
    assert isinstance(screen, LiveScreen)
    for seconds, keys in acts:
        clock.go_on(seconds)
        for character in keys:
            key = {"⏎": "enter", " ": "space"}.get(character, character)
            if not screen.desk.press(key, character if key != "enter" else None):
                screen.line.insert(character)
    screen.draw()


async def test_an_interview_under_way(tmp_path: Path, picture: Pictures) -> None:
    clock = StandingClock()
    session = session_in(thesis_study(tmp_path), clock)
    app = app_for(session, clock)
    async with app.run_test(size=SIZE) as pilot:
        await hold(app, clock, MID)
        await pilot.pause()
        clock.go_on(41)
        await pilot.press("+")
        await pilot.pause()
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
    words = Words("nb")
    shown = ReviewApp(words("home_review"), study_text(result, words), words("review_hint"))
    async with shown.run_test(size=SIZE) as pilot:
        await pilot.pause()
        picture(shown, "review")
