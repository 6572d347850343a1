"""Every screen at three sizes, and the live screen in every theme: pictures that somebody has looked at."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter

from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.interviewer import thesis_study
from tests.pictures import Pictures
from tests.tui.sittings import MID, Acts, app_for, hold, session_in, settled
from tui.base_app import BaseApp
from tui.review.app import StudyReviewApp
from tui.signs import DRAWING
from tui.translator import Translator

SIZES = ((80, 24), (100, 30), (200, 60))
SCREENS: dict[str, Acts] = {
    "live": MID,
    "opening": MID[:2],
    "closing": (*MID, (60, "/end⏎")),
    "after": (*MID, (60, "/end⏎"), (1, "⏎"), (30, "+⏎"), (1, "⏎"), (1, "1")),
    "probes": (*MID, (5, "↓"), (1, "1")),
    "concept": (*MID, (5, "?deltag⏎")),
    "finding": (*MID, (5, "/arenar delt")),
}


async def sat(folder: Path, acts: Acts, look: Callable[[BaseApp], None] | None = None, theme: str = "dark") -> None:
    """Hold that much of an interview, and look at the screen."""
    clock = StandingClock()
    session = session_in(thesis_study(folder), clock)
    app = app_for(session, clock, theme)
    async with app.run_test(size=(100, 30)) as pilot:
        await hold(app, clock, acts)
        await settled(app, pilot)
        if look is not None:
            look(app)
    session.close()


async def at_each_size(folder: Path, drawn: Pictures, name: str, acts: Acts) -> None:
    """Hold that much of an interview in the smallest window, look, make it larger, look again."""
    clock = StandingClock()
    session = session_in(thesis_study(folder), clock)
    app = app_for(session, clock)
    async with app.run_test(size=SIZES[0]) as pilot:
        await hold(app, clock, acts)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await settled(app, pilot)
            drawn(app, f"{name}-{size[0]}x{size[1]}")
    session.close()


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_at_each_size(tmp_path: Path, drawn: Pictures, name: str) -> None:
    await at_each_size(tmp_path, drawn, name, SCREENS[name])


class Fewer(LineFilter):
    """Colours as a terminal shows them that has but so many."""

    def __init__(self, system: ColorSystem) -> None:
        super().__init__()
        self.system = system

    def apply(self, segments: list[Segment], background: object) -> list[Segment]:
        return [Segment(one.text, one.style and self._fewer(one.style), one.control) for one in segments]

    def _fewer(self, style: Style) -> Style:
        shown = [
            None if one is None else Color.from_triplet(one.downgrade(self.system).get_truecolor())
            for one in (style.color, style.bgcolor)
        ]
        return style + Style(color=shown[0], bgcolor=shown[1])


@pytest.mark.parametrize(("colours", "system"), [(256, ColorSystem.EIGHT_BIT), (16, ColorSystem.STANDARD)])
async def test_the_live_screen_in_fewer_colours(
    tmp_path: Path, drawn: Pictures, monkeypatch: pytest.MonkeyPatch, colours: int, system: ColorSystem
) -> None:
    filters = BaseApp.get_line_filters
    fewer = Fewer(system)
    monkeypatch.setattr(BaseApp, "get_line_filters", lambda app: [*filters(app), fewer])
    await at_each_size(tmp_path, drawn, f"live-{colours}", MID)


@pytest.mark.parametrize("name", ["live", "probes"])
async def test_a_screen_in_ascii(tmp_path: Path, drawn: Pictures, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(DRAWING, "in_ascii", True)
    await at_each_size(tmp_path, drawn, f"{name}-ascii", SCREENS[name])


@pytest.mark.parametrize("theme", ["light", "contrast", "terminal"])
async def test_the_live_screen_in_a_theme(tmp_path: Path, drawn: Pictures, theme: str) -> None:
    await sat(tmp_path, MID, lambda app: drawn(app, f"live-{theme}"), theme)


async def test_the_live_screen_without_colour(tmp_path: Path, drawn: Pictures, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    await sat(tmp_path, MID, lambda app: drawn(app, "live-no-colour"))


async def test_the_curtain_hides_everything_but_the_clock_and_what_is_typed(tmp_path: Path, drawn: Pictures) -> None:
    await at_each_size(tmp_path, drawn, "curtain", (*MID, (5, "§"), (1, "hemmelige ord")))


async def test_the_review_at_each_size(tmp_path: Path, drawn: Pictures) -> None:
    await sat(tmp_path, MID)
    result = review(Study(tmp_path))
    assert result is not None
    shown = StudyReviewApp(Study(tmp_path), result, Translator("nb"))
    async with shown.run_test(size=SIZES[0]) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await settled(shown, pilot)
            drawn(shown, f"review-{size[0]}x{size[1]}")
