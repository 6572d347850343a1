"""Between key presses the clock's row alone changes; eyes on the informant, nothing moves in their corner."""

import re
from pathlib import Path

from textual.app import App

from tests.clocks import StandingClock
from tests.interviewer import thesis_study
from tests.pictures import offline
from tests.tui.sittings import MID, SIZE, app_for, hold, session_in, settled
from tui.live.live_screen import LiveScreen

FIFTEEN_MINUTES = 15 * 60


def rows(app: App[str]) -> list[str]:
    """The screen as it is drawn, row by row, styles included."""
    svg = offline(app.export_screenshot(), "rows")
    drawn: dict[str, str] = {}
    for place, text in re.findall(r'y="([\d.]+)"[^>]*>([^<]*)</text>', svg):
        drawn[place] = drawn.get(place, "") + text
    for place, fill in re.findall(r'<rect fill="([^"]+)"[^>]*y="([\d.]+)"', svg):
        drawn[f"rect {fill}"] = drawn.get(f"rect {fill}", "") + place
    return list(drawn.values())


async def test_in_a_long_answer_only_the_clocks_row_changes(tmp_path: Path) -> None:
    clock = StandingClock()
    session = session_in(thesis_study(tmp_path), clock)
    app = app_for(session, clock)
    async with app.run_test(size=SIZE) as pilot:
        await hold(app, clock, MID)
        await settled(app, pilot)
        before = rows(app)
        screen = app.screen
        assert isinstance(screen, LiveScreen)
        for _ in range(FIFTEEN_MINUTES):
            clock.go_on(1)
            screen.tick()
        await settled(app, pilot)
        after = rows(app)
    session.close()
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert len(changed) == 1
    assert "22:46" in changed[0][0]
    assert "37:46" in changed[0][1]
