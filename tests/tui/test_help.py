"""Every page of keys says how to scroll and leave, on a small screen too; long lines go on below their beginning."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.screen import Screen

from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.tui.sittings import settled
from tests.tui.studies import study_with
from tui.base_app import FirstScreenApp
from tui.live.help import HelpScreen
from tui.observer.observer_screen import ObserverHelp
from tui.review.app import StudyReviewApp
from tui.review.notes_screen import NotesScreen
from tui.review.study_pages import PageScreen
from tui.translator import Language, Translator

ROOT = Path(__file__).parent.parent.parent
SIZES = ((80, 24), (100, 30))
LANGUAGES: tuple[Language, ...] = ("nb", "nn", "en")


def rows(app: App[Any]) -> list[str]:
    """The screen as it is drawn, row by row."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


async def _drawn(screen: Screen[Any], size: tuple[int, int]) -> list[str]:
    app = FirstScreenApp(lambda: screen)
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        return rows(app)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [HelpScreen, ObserverHelp])
async def test_keys_have_a_frame_that_says_how_to_scroll_and_leave(
    page: type[HelpScreen | ObserverHelp], language: Language, size: tuple[int, int]
) -> None:
    _ = Translator(language)
    drawn = [row.strip() for row in await _drawn(page(_), size)]
    framed = [row for row in drawn if row]
    assert framed[0].startswith("┌")
    assert _("↑ ↓ scroll · Esc closes") in framed[-1]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("opened", ["matrix", "notes"])
async def test_the_review_and_its_notes_say_it_too(
    tmp_path: Path, opened: str, language: Language, size: tuple[int, int]
) -> None:
    study, _ = Study(study_with(tmp_path, "I1")), Translator(language)
    result = review(study)
    assert result is not None
    app = StudyReviewApp(study, result, _, clock=StandingClock())
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        await pilot.press(*(["enter"] if opened == "notes" else []))
        await settled(app, pilot)
        assert isinstance(app.screen, NotesScreen) == (opened == "notes")
        hints = rows(app)[-1]
        assert hints.endswith("? · esc")
        assert "…" not in hints
        await pilot.press("question_mark")
        while app.is_busy:
            await settled(app, pilot)
        await settled(app, pilot)
        assert _("↑ ↓ scroll · Esc back") in rows(app)[-1]


async def test_a_long_line_goes_on_below_its_second_column_or_its_beginning() -> None:
    text = "\n".join(
        (
            "Keys:",
            f"  /at 12:30  {'forward ' * 12}".rstrip(),
            f"  {'indented ' * 10}".rstrip(),
            "one  two " * 10,
        )
    )
    drawn = await _drawn(PageScreen("Help", text, Translator("en")), (80, 24))
    assert [row.strip("│")[1:].rstrip() for row in drawn[1:8]] == [
        "Keys:",
        f"  /at 12:30  {'forward ' * 7}".rstrip(),
        f"             {'forward ' * 5}".rstrip(),
        f"  {'indented ' * 8}".rstrip(),
        f"  {'indented ' * 2}".rstrip(),
        f"{'one  two ' * 8}".rstrip(),
        f"{'one  two ' * 2}".rstrip(),
    ]


def _below(screen: type[Screen[Any]]) -> Iterator[type[Screen[Any]]]:
    for one in screen.__subclasses__():
        yield one
        yield from _below(one)


def test_no_screen_has_rules_that_are_lost_on_those_made_of_it() -> None:
    """Textual scopes what stands in ``CSS`` to the class that is shown, and what in ``DEFAULT_CSS`` to its own."""
    for path in (ROOT / "tui").rglob("*_screen.py"):
        import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    screens = [one for one in _below(Screen) if one.__module__.startswith("tui.")]
    assert len(screens) > 8
    lost = [one for one in screens if re.search(rf"\b{one.__name__}\b", vars(one).get("CSS", "")) and [*_below(one)]]
    assert lost == []
