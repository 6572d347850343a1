"""The curtain on the real screens: over it stands nothing but what is typed, the clock, and whether it is saved."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from interviews.core import commands as do
from interviews.observer_session import Seat, Window
from interviews.observing.state import observation_path
from interviews.session import Session
from tests.clocks import StandingClock
from tests.interviewer import thesis_study
from tests.tui.sittings import app_for, session_in, settled
from tui.base_app import BaseApp
from tui.live.live_screen import InterviewApp, LiveScreen
from tui.observer.observer_screen import ObserverApp, ObserverScreen
from tui.translator import Translator


def seen(app: BaseApp) -> str:
    """All that stands on the screen, row by row."""
    return " ".join(" ".join(strip.text for strip in app.screen._compositor.render_strips()).split())


class Table:
    """An interview on the screen: keys as a person presses them, time as told."""

    def __init__(self, app: InterviewApp, pilot: Pilot[str], clock: StandingClock, session: Session) -> None:
        self.app, self.pilot, self.clock, self.session = app, pilot, clock, session

    async def press(self, *keys: str) -> str:
        await self.pilot.press(*keys)
        await settled(self.app, self.pilot)
        return seen(self.app)

    async def say(self, text: str) -> str:
        return await self.press(*("space" if one == " " else one for one in text), "enter")


@asynccontextmanager
async def table(folder: Path, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Table]:
    clock = StandingClock()
    session = session_in(thesis_study(folder), clock)
    app = app_for(session, clock)
    async with app.run_test(size=size) as pilot:
        yield Table(app, pilot, clock, session)
    session.close()


BARE = "Ctrl+L {clock} · lagret √ ›"
"""What stands over a curtain while nothing is typed."""


async def test_near_the_end_nothing_is_told_over_it_and_all_is_told_when_it_lifts(tmp_path: Path) -> None:
    async with table(tmp_path, (80, 24)) as at:
        await at.press("enter")
        at.clock.go_on(3000)
        assert await at.press("ctrl+l") == BARE.format(clock="50:00")
        assert await at.press("shift+tab", "space") == BARE.format(clock="50:00")
        assert await at.say("hun nøler") == BARE.format(clock="50:00")
        assert "min igjen" in await at.press("ctrl+l")


async def test_what_is_typed_behind_it_stands_there_but_no_prompt_says_what_it_is(tmp_path: Path) -> None:
    async with table(tmp_path) as at:
        await at.press("enter", "ctrl+l")
        for line in ("-b2 tid", "+b1", "/bruk", "=", "?deltagelse", "!hvem"):
            assert await at.press(*("space" if one == " " else one for one in line)) == (
                BARE.format(clock="0:00") + f" {line}"
            )
            await at.press("escape")


async def test_what_stood_on_the_line_before_it_is_hidden_too_until_it_is_gone(tmp_path: Path) -> None:
    async with table(tmp_path) as at:
        await at.press("enter", *"naboen")
        bare = "Ctrl+L 0:00 · lagret √"
        assert await at.press("ctrl+l") == bare
        assert await at.press("r") == bare
        assert await at.press("enter") == f"{bare} ›"
        assert await at.press("n") == f"{bare} › n"
        assert await at.press("escape", "up") == bare
        await at.press("escape")
        assert await at.press("up") == bare
        assert "naboenr" in await at.press("escape", "ctrl+l")


async def test_enter_on_an_empty_line_does_nothing_behind_it_and_says_so_when_it_lifts(tmp_path: Path) -> None:
    async with table(tmp_path) as at:
        await at.press("enter")
        before = at.session.interview.next_seq
        await at.press("ctrl+l", "enter", "enter")
        assert at.session.interview.next_seq == before
        assert "Enter gjorde ingenting" in await at.press("ctrl+l")
        await at.press("enter")
        assert at.session.interview.next_seq == before + 1


OPENING = (
    ("down",),
    (*"/opening", "enter"),
    (*"?deltag", "enter"),
    (*"/bro", "enter"),
    (*"/parked", "enter"),
    (*"/time", "enter"),
    ("ctrl+p",),
    ("question_mark", "enter"),
    (*"/palette", "enter"),
    ("up",),
    (*"/end", "enter"),
    ("enter", "enter", "enter"),
)
"""What opens a card, help or the palette, or says something."""


async def test_nothing_that_opens_or_is_said_behind_it_is_seen(tmp_path: Path) -> None:
    async with table(tmp_path) as at:
        await at.press("enter")
        await at.say("!bandet")
        for keys in OPENING:
            hidden = await at.press("ctrl+l", *keys, "shift+tab")
            typed = {"question_mark": "?", "/": "/palette"}.get(keys[0], "") if hidden[-1] not in "›√" else ""
            assert hidden.removesuffix(typed).strip().removesuffix(" ›") == "Ctrl+L 0:00 · lagret √"
            assert isinstance(at.app.screen, LiveScreen)
            await at.press("ctrl+l", "escape", "escape")


async def test_it_falls_over_whatever_is_open(tmp_path: Path) -> None:
    async with table(tmp_path) as at:
        await at.press("enter")
        for opened in (("down",), ("question_mark", "enter"), ("ctrl+p",), (*"/opening", "enter"), ("/", "b", "r")):
            await at.press(*opened)
            await at.press("ctrl+l")
            assert (await at.press("shift+tab")).removesuffix(" ›") == "Ctrl+L 0:00 · lagret √"
            await at.press("ctrl+l", "escape", "escape")


async def test_what_was_refused_behind_it_is_told_when_it_lifts(tmp_path: Path) -> None:
    async with table(tmp_path) as at:
        await at.press("enter", "ctrl+l")
        await at.say("/back 7")
        assert "Det er ingen oppfølging 7." in await at.press("ctrl+l")


async def test_what_is_typed_behind_it_after_a_refused_line_is_a_note_of_its_own(tmp_path: Path) -> None:
    async with table(tmp_path) as at:
        await at.press("enter")
        await at.say("/frobnicate")
        await at.press("ctrl+l")
        await at.say("sagt i blinde")
        assert '"text":"sagt i blinde"' in at.session.path.read_text(encoding="utf-8").replace('": "', '":"')


async def test_a_refused_line_is_gone_on_with_once_the_curtain_lifts(tmp_path: Path) -> None:
    async with table(tmp_path) as at:
        await at.press("enter")
        await at.say("/frobnicate")
        assert "/frobnicatex" in await at.press("ctrl+l", "ctrl+l", "x")


async def test_that_something_is_not_saved_stands_over_it(tmp_path: Path) -> None:
    async with table(tmp_path) as at:
        await at.press("enter", "ctrl+l", *"halv")
        assert "lagret √" in seen(at.app)
        assert "IKKE LAGRET" in await at.press("ctrl+q")
        assert at.app.is_running
        assert "lagret √" in await at.press("t")


async def test_the_observers_notes_and_help_are_hidden_too(tmp_path: Path) -> None:
    clock = StandingClock()
    session = session_in(thesis_study(tmp_path), clock)
    session.do(do.AskNext())
    _ = Translator("nb")
    seat = Seat.take(observation_path(session.path), clock)
    app = ObserverApp(lambda: ObserverScreen(seat, Window(session.path), _, clock), _)
    async with app.run_test(size=(100, 30)) as pilot:
        for keys in (
            ("enter", *"Nøler", "ctrl+l"),
            ("ctrl+l", "escape", "escape", "question_mark", "ctrl+l"),
            ("question_mark", "ctrl+p"),
        ):
            await pilot.press(*keys)
            await settled(app, pilot)
            assert seen(app) == "Ctrl+L 0:00 · lagret √"
    seat.close()
    session.close()
