"""The palette: what it finds an act by, and what it says where there is none."""

from pathlib import Path

import pytest
from textual.command import CommandList

from tests.clocks import StandingClock
from tests.tui.sittings import SIZE, app_for, session_in, settled
from tests.tui.studies import study_with
from tui.base_app import Palette


@pytest.mark.parametrize(
    ("typed", "found"),
    [("park", "følg opp"), ("parker", "følg opp"), ("undo", "angre"), ("xyzzy", "Ingen handling heter det.")],
)
async def test_acts_are_found_by_every_word_of_theirs(tmp_path: Path, typed: str, found: str) -> None:
    clock = StandingClock()
    session = session_in(study_with(tmp_path), clock)
    app = app_for(session, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*typed)
        await settled(app, pilot)
        assert isinstance(app.screen, Palette)
        listed = app.screen.query_one(CommandList)
        shown = [str(option.prompt) for option in listed.options]
        assert any(found.casefold() in one.casefold() for one in shown), shown
    session.close()
