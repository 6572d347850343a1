"""Keys that come all at once do what they would have done one by one, on the screens of the evening after."""

from pathlib import Path

from textual import events
from textual.app import App
from textual.pilot import Pilot

from tests.interviewer import records, told
from tests.tui.revising import at_screen, piloted
from tests.tui.sittings import settled
from tests.tui.studies import study_with
from tests.tui.test_correcting import SMALL, cell_app, opened
from tui.base_app import OrderedKeysApp
from tui.review.notes_screen import NotesScreen

NAMES = {
    "+": "plus",
    "-": "minus",
    "⏎": "enter",
    "␛": "escape",
    "⇥": "tab",
    "↓": "down",
    " ": "space",
    "#": "number_sign",
}


async def burst(app: App[str], pilot: Pilot[str], keys: str) -> None:
    """Send keys in one go, waiting for none of them."""
    for key in keys:
        app.post_message(events.Key(NAMES.get(key, key), None if key in "⏎␛⇥↓" else key))
    await pilot.pause()
    while isinstance(app, OrderedKeysApp) and app.is_busy:
        await pilot.pause()
    await settled(app, pilot)


async def test_a_correction_keeps_its_depth_its_questions_and_its_reason(tmp_path: Path) -> None:
    app = cell_app(study_with(tmp_path, "I1"))
    async with app.run_test(size=SMALL) as pilot:
        cell = await opened(app, pilot, "B5")
        before = len(cell.events)
        await burst(app, pilot, "+2⏎-x vondt⏎+b6 b7 3⏎p1␛")
        assert cell.events[before:] == [
            {"type": "reopened"},
            {"type": "covered", "questions": ["B5"], "depth": 2},
            {"type": "declined", "questions": ["B5"], "reason": "vondt"},
            {"type": "covered", "questions": ["B6", "B7"], "depth": 3},
            cell.events[-1],
        ]
        assert cell.events[-1]["question"] == "B5"
        assert cell.events[-1]["type"] not in ("covered", "declined")


async def test_what_is_typed_behind_a_screen_s_key_is_for_that_screen(tmp_path: Path) -> None:
    log = tmp_path / "interviews" / "I1.jsonl"
    app = cell_app(study_with(tmp_path, "I1"))
    async with app.run_test(size=SMALL) as pilot:
        await settled(app, pilot)
        await burst(app, pilot, "↓⏎+2⏎")
        assert isinstance(app.screen, NotesScreen)
        assert told(records(log)[-1]) == {"type": "covered", "questions": ["A2"], "depth": 2}
        await burst(app, pilot, "␛↓⏎+3")
        assert "A3, med eksempel › +3" in "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        await burst(app, pilot, "␛␛␛")
        assert not isinstance(app.screen, NotesScreen)


async def test_revising_takes_tab_and_escape_in_their_turn(tmp_path: Path) -> None:
    async with at_screen(piloted(tmp_path)) as at:
        await burst(at.app, at.pilot, "⏎⏎⇥␛")
        assert "1 tatt" in at.rows
        await burst(at.app, at.pilot, "⇥␛⇥")
        assert "Skriv versjon 2?" in at.rows
