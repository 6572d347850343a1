"""The observer's seat as plain lines: the same ticks as on the screen, each answered."""

import subprocess
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.observer_session import Seat, Window
from interviews.observing.state import observation_path
from interviews.session import Session
from tests.clocks import StandingClock
from tests.interviewer import PROGRAM, records, thesis_study
from tests.tui.sittings import session_in
from tests.warm import run_program
from tui.linear.linear_observer import LinearObserver
from tui.linear.voice import Voice
from tui.translator import Translator


class Watcher:
    """Somebody who observes by ear."""

    def __init__(self, log: Path, clock: StandingClock) -> None:
        self.clock, self.out, self.left = clock, StringIO(), 0
        self.seat = Seat.take(observation_path(log), clock)
        voice = Voice(self.out, int)
        self.desk = LinearObserver(self.seat, Window(log), Translator("en"), clock, voice, self.leave)
        self.desk.begin()
        self.heard = len(self.out.getvalue())

    def leave(self) -> None:
        self.left += 1

    def press(self, *keys: str) -> str:
        for key in keys:
            self.clock.go_on(1)
            self.desk.press(key, " " if key == "space" else key if len(key) == 1 else None)
        new = self.out.getvalue()[self.heard :]
        self.heard += len(new)
        return new

    @property
    def types(self) -> list[str]:
        return [record["type"] for record in records(self.seat.path)[1:]]


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def session(tmp_path: Path, clock: StandingClock) -> Iterator[Session]:
    session = session_in(tmp_path, clock, "I1")
    session.do(do.AskQuestion("B2"))
    yield session
    session.close()


@pytest.fixture
def watcher(session: Session, clock: StandingClock) -> Iterator[Watcher]:
    watcher = Watcher(session.path, clock)
    yield watcher
    watcher.seat.close()


def test_it_begins_with_the_question_in_hand(watcher: Watcher) -> None:
    lines = watcher.out.getvalue().split("\n")
    assert lines[0] == "OBSERVER, I1"
    assert lines[1].startswith("B2  ")
    assert lines[-1] == "> "


def test_each_tick_is_one_key_and_one_line(watcher: Watcher) -> None:
    assert watcher.press("left") == "\nSaved 0:01: interviewer\n> "
    assert watcher.press("space") == "\nSaved 0:02: silence\n> "
    assert "Saved 0:03: " in watcher.press("u")
    assert "Saved 0:04: " in watcher.press("3")
    assert watcher.types == ["turn", "turn", "move", "sign"]
    assert "undone: " in watcher.press("ctrl+z")
    assert watcher.types[-1] == "undone"


def test_a_note_has_its_words_and_the_moment_of_its_key(watcher: Watcher) -> None:
    watcher.press("enter", *"han n")
    assert "> han n" in watcher.out.getvalue()
    assert "Saved 0:01: note\n" in watcher.press(*"øler", "enter")
    assert records(watcher.seat.path)[-1]["text"] == "han nøler"
    watcher.desk.paste("limt inn\n1")
    watcher.press("enter")
    assert records(watcher.seat.path)[-1]["text"] == "limt inn\n1"


def test_another_question_is_said_once_nobody_writes(watcher: Watcher, session: Session) -> None:
    watcher.press("enter", "h")
    session.do(do.AskQuestion("B3"))
    watcher.desk.tick()
    assert "B3  " not in watcher.out.getvalue()
    watcher.press("enter")
    session.do(do.AskQuestion("B4"))
    watcher.desk.tick()
    assert watcher.press().count("B4  ") == 1


def test_leaving_keeps_what_stands_on_the_line(watcher: Watcher) -> None:
    watcher.press("enter", "h", "e", "i", "ctrl+d")
    assert (watcher.left, watcher.types) == (1, ["remark", "observation_left"])


def test_lines_of_a_pipe_are_ticks_and_notes(tmp_path: Path) -> None:
    study = thesis_study(tmp_path / "study")
    interview = [*PROGRAM, "run", "--plain", "--participant", "I1", "--study", str(study)]
    with subprocess.Popen(interview, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as held:
        assert held.stdin is not None
        assert held.stdout is not None
        held.stdin.write(b"/b2\n")
        held.stdin.flush()
        while b"B2" not in held.stdout.readline():
            pass
        run_program("observe", "--plain", "--study", study, sent="<\nu\nhan nøler\n".encode(), code=0)
        held.stdin.close()
    log = records(study / "observations" / "I1.jsonl")
    assert [record["type"] for record in log] == ["observation_started", "turn", "move", "remark", "observation_left"]


def test_a_whole_line_that_is_a_command_is_never_a_remark(watcher: Watcher) -> None:
    for line in (" ", "ser bort", "/undo", "/help", "/quit"):
        watcher.desk.take_line(line, piped=True)
    said = watcher.out.getvalue()
    assert "\nSaved 0:00: silence\n" in said
    assert "is no key here" not in said
    assert "all keys" in said.split("/help")[1]
    assert watcher.left == 1
    assert not any("/" in record.get("text", "") for record in records(watcher.seat.path))
