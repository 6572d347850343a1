"""An untouched screen writes as little as its clock shows: a minute at a time, or nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.clocks import StandingClock
from tests.tui.hour_seat import HALF
from tests.tui.sittings import session_in
from tui.live.live_screen import InterviewApp, LiveScreen
from tui.live.options import LiveOptions
from tui.live.time_messages import time_words
from tui.live.view_state import ViewState
from tui.settings import read_settings
from tui.translator import Translator
from tui.widgets.bars import Bar


@pytest.mark.parametrize(
    ("clock", "shown"),
    [
        ("second", ["0:00 av 60 min", "0:01 av 60 min", "1:00 av 60 min"]),
        ("minute", ["0 av 60 min", "0 av 60 min", "1 av 60 min"]),
        ("off", ["", "", ""]),
    ],
)
def test_the_clock_shows_seconds_minutes_or_nothing(tmp_path: Path, clock: str, shown: list[str]) -> None:
    standing = StandingClock()
    session = session_in(tmp_path, standing)
    table = ViewState(session, Translator("nb"), helps=LiveOptions(clock=clock))
    from interviews.core.commands import AskQuestion

    session.do(AskQuestion("A1"))
    said = []
    for seconds in (0, 1, 59):
        standing.go_on(seconds)
        said.append(time_words(table))
    session.close()
    assert said == shown


@pytest.mark.parametrize("clock", ["second", "minute", "off"])
async def test_between_two_keys_only_what_the_clock_shows_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: str
) -> None:
    standing = StandingClock()
    session = session_in(tmp_path, standing)
    app = InterviewApp(
        lambda: LiveScreen(session, Translator("nb"), standing.running, LiveOptions(clock=clock)), Translator("nb")
    )
    every: list[float] = []
    plain: Callable[..., object] = LiveScreen.set_interval

    def set_interval(screen: LiveScreen, seconds: float, *how: object, **more: object) -> object:
        every.append(seconds)
        return plain(screen, seconds, *how, **more)

    monkeypatch.setattr(LiveScreen, "set_interval", set_interval)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter")
        await pilot.pause()
        drawn: list[object] = []
        screen = app.screen
        assert isinstance(screen, LiveScreen)
        bar = screen.query_one("#header", Bar)
        monkeypatch.setattr(bar, "refresh", lambda *how, **_: drawn.append(how))
        for _ in range(59):
            standing.go_on(1)
            if 1.0 in every:
                screen.tick()
        assert len(drawn) == {"second": 59, "minute": 0, "off": 0}[clock]
        assert (1.0 in every) == (clock != "off")
    session.close()


def test_a_recorder_s_limit_comes_in_whole_minutes_where_the_clock_does(tmp_path: Path) -> None:
    from guide.model import Recorder
    from interviews.core.commands import ToggleRecording
    from interviews.session import Session
    from tui.live.time_messages import standing_words

    clock = StandingClock()
    guide = HALF.but(recorder=Recorder(name="Diktafon", limit=45.0))
    session = Session.new(tmp_path / "interviews" / "I1.jsonl", guide, "I1", "live", clock)
    session.do(ToggleRecording(confirmed=True))
    clock.go_on(41 * 60 + 10)
    told = {
        kind: standing_words(ViewState(session, Translator("en"), helps=LiveOptions(clock=kind)))[-1].text
        for kind in ("second", "minute", "off")
    }
    session.close()
    assert told == {"second": "rec 1: 3:50 left", "minute": "rec 1: 4 min left", "off": "rec 1: 4 min left"}


def test_clock_and_plain_lines_are_settings(tmp_path: Path) -> None:
    folder = tmp_path / "intervjuguide"
    folder.mkdir()
    (folder / "settings.yaml").write_text("clock: minute\nscreen: plain\n", encoding="utf-8")
    here = {"XDG_CONFIG_HOME": str(tmp_path), "APPDATA": str(tmp_path)}
    assert (read_settings(here).clock, read_settings(here).plain) == ("minute", True)
    (folder / "settings.yaml").write_text("clock: sometimes\n", encoding="utf-8")
    assert (read_settings(here).clock, read_settings(here).plain) == ("second", False)
    assert read_settings({**here, "INTERVJUGUIDE_CLOCK": "off"}).clock == "off"
    for asks, plain in ({"ACCESSIBLE": "1"}, True), ({"ACCESSIBLE": "0"}, False), ({"TERM": "dumb"}, True):
        assert read_settings({**here, **asks}).plain is plain
