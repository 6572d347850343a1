"""Interviews held on a screen in memory, with a clock that stands still, for pictures of it."""

from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from interviews.core.clock import Clock
from interviews.session import Session
from interviews.study.folder import Study
from tests.clocks import StandingClock
from tests.tui.desk_helpers import look_between
from tests.tui.lines import GUIDE
from tui.live.live_screen import InterviewApp, LiveScreen
from tui.live.options import LiveOptions
from tui.translator import Translator

SIZE = (100, 30)


def session_in(study: Path, clock: Clock, code: str = "I3") -> Session:
    """A new interview in a study with the thesis's guide, whose first question waits for no tick."""
    return Session.new(Study(study).path_of(code), GUIDE, code, "live", clock)


def app_for(session: Session, clock: Clock, theme: str = "dark", helps: LiveOptions | None = None) -> InterviewApp:
    """The live screen on a session."""
    _ = Translator("nb")

    def screen() -> LiveScreen:
        screen = LiveScreen(session, _, clock.running, helps)
        look_between(screen.desk)
        return screen

    return InterviewApp(screen, _, theme)


Acts = tuple[tuple[float, str], ...]

MID: Acts = (
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


KEYS = {"⏎": "enter", " ": "space", "↓": "down", "↑": "up", "§": "ctrl+l", "␛": "escape"}
"""Characters of a script that stand for keys."""


async def hold(app: InterviewApp, clock: StandingClock, acts: Acts) -> None:
    """Let time pass, then type; ⏎ is Enter."""
    screen = app.screen
    assert isinstance(screen, LiveScreen)
    for seconds, keys in acts:
        clock.go_on(seconds)
        for character in keys:
            key = KEYS.get(character, character)
            if not screen.desk.press(key, character if character not in KEYS or key == "space" else None):
                screen.line.insert(character)
    screen.draw()


async def settled(app: App[Any], pilot: Pilot[Any]) -> None:
    """Wait until the screen has been drawn and laid out to the end: two looks that see the same."""
    seen: list[object] = []
    while len(seen) < 2 or seen[-2] != seen[-1]:
        await pilot.pause()
        seen.append([screen._compositor.render_strips() for screen in app.screen_stack])
        assert len(seen) < 200, "the screen does not come to rest"
