"""Long work says how far it is, at a terminal alone and after a while; Ctrl+C leaves nothing half-written."""

import os
import re
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminal here", allow_module_level=True)

from interviews.data_management import unfinished
from interviews.locked import file_keys
from interviews.locked.keyring import KEYRING
from interviews.os_support import system
from interviews.study.folder import LogFile, Study
from tests.faults.stepwise import bytes_in, counted
from tests.tui.locked_studies import CHEAP, make_place
from tests.tui.locked_studies import run as run_locked
from tests.tui.studies import SHORT, hold, study_with
from tui import progress
from tui.console import INTERRUPTED
from tui.main import main
from tui.progress import ProgressLine, tell_progress
from tui.signs import DRAWING
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]
WORDS = ("bandet", "møteplass", "kulturendring", "vondt")
EN = Translator("en")


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Eleven interviews, and a place for what leaves them."""
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(system(), "sync", lambda _: None)  # no power fails here
    monkeypatch.setattr(system(), "sync_name", lambda _: None)
    folder = study_with(tmp_path / "place" / "study")
    hold(folder, "I1", SHORT)
    log = (folder / "interviews" / "I1.jsonl").read_text("utf-8")
    for number in range(2, 12):
        own = log.replace('"participant":"I1"', f'"participant":"I{number}"', 1)
        (folder / "interviews" / f"I{number}.jsonl").write_text(own, "utf-8")
    (tmp_path / "place" / "out").mkdir()
    return folder


class Screen:
    """A pseudo-terminal in the place of standard error; what was written there is taken in by a thread."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.master, slave = os.openpty()
        self.stream = open(slave, "w", encoding="utf-8")  # noqa: SIM115, PTH123  closed below
        monkeypatch.setattr(sys, "stderr", self.stream)
        self.seen = ""
        self.changed = threading.Condition()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self.master, 4096)
            except OSError:
                return
            with self.changed:
                self.seen += data.decode()
                self.changed.notify_all()

    def wait_for(self, text: str) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: text in self.seen, 15), self.seen

    def close(self) -> str:
        """All that was written."""
        self.stream.close()
        self.reader.join(15)
        os.close(self.master)
        return self.seen


def _held_at(monkeypatch: pytest.MonkeyPatch, name: str, act: Callable[[], object]) -> None:
    """Before this interview is read, something is waited for or happens."""
    load = Study.load

    def held(self: Study, file: LogFile, *rest: object) -> object:
        if file.code == name:
            act()
        return load(self, file, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Study, "load", held)


def test_what_takes_long_says_how_far_it_is_and_the_line_goes_when_it_is_done(
    study: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    screen = Screen(monkeypatch)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    _held_at(monkeypatch, "I5", lambda: screen.wait_for("Reading the interviews: 4 of 11 …"))
    assert main(["export", "tables", "--as", "csv", "-o", str(study.parent / "out"), "--study", str(study)]) == 0
    seen = screen.close()
    assert seen.rstrip(" ").endswith("\r"), "nothing of it is left"
    assert not [word for word in WORDS if word in seen]
    assert "Reading" not in capsys.readouterr().out


def test_nothing_is_said_of_what_is_soon_done_nor_where_nobody_looks(
    study: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    screen = Screen(monkeypatch)
    monkeypatch.setattr(progress, "PATIENCE", 3600.0)
    assert main(["review", "--study", str(study)]) == 0
    assert "Reading" not in screen.close()
    monkeypatch.undo()
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with tell_progress("Reading", EN) as far:
        assert far is progress._unseen
    assert "Reading" not in capsys.readouterr().err


def test_the_line_is_no_wider_than_the_terminal_and_is_written_over(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(monkeypatch)
    monkeypatch.setenv("COLUMNS", "16")
    line = ProgressLine("Reading", EN, in_words=False)
    for done in (98, 99, 99):
        line.far(done, 1000)
        line.draw()
    line.end()
    monkeypatch.setattr(DRAWING, "in_ascii", True)
    line = ProgressLine("Reading", EN, in_words=False)
    line.draw()
    assert screen.close() == "\rReading: 98 of \rReading: 99 of \r               \r\rReading ..."


def test_for_the_ear_there_is_a_new_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(monkeypatch)
    now = [100.0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    line = ProgressLine("Reading", EN, in_words=True)
    for done in range(25):
        now[0] = 100.0 + done
        line.far(done, 30)
        line.draw()
    line.end()
    assert screen.close().splitlines() == [f"Reading: {done} of 30 …" for done in (0, 10, 20)]


def _commands(study: Path) -> dict[str, list[str]]:
    out = str(study.parent / "out")
    return {
        "review": ["review"],
        "json": ["review", "--json"],
        "html": ["review", "--html", f"{out}/r.html"],
        "markdown": ["review", "--markdown", f"{out}/r.md"],
        "csv": ["export", "tables", "--as", "csv", "-o", f"{out}/tables", "--with-marks"],
        "json tables": ["export", "tables", "--as", "json", "-o", f"{out}/tables"],
        "coded": ["export", "coded", "--for", "taguette", "-o", f"{out}/coded"],
        "maxqda": ["export", "coded", "--for", "maxqda", "-o", f"{out}/coded.rtf"],
        "project": ["export", "qdpx", "-o", f"{out}/project.qdpx"],
        "method": ["export", "method", "-o", f"{out}/method.md"],
        "backup": ["backup", out],
        "finish": ["finish", "--yes"],
        "scan": ["scan"],
    }


COMMANDS = tuple(_commands(Path()))


@pytest.mark.parametrize("name", COMMANDS)
def test_ctrl_c_at_any_interview_or_file_leaves_all_as_it_was_and_says_so(
    study: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    command = [*_commands(study)[name], "--study", str(study)]
    place = study.parent
    steps = Counter()
    monkeypatch.setattr(Study, "in_turn", steps.in_turn)
    before = bytes_in(place)
    kept = place.with_name("kept")
    shutil.copytree(place, kept)
    assert main(command) in (0, 1)
    capsys.readouterr()
    assert steps.count, "it is long work"
    for stop in sorted({1, 2, steps.count // 2, steps.count - 1, steps.count}):
        shutil.rmtree(place)
        shutil.copytree(kept, place)
        steps.stop_at(stop)
        assert main(command) == INTERRUPTED
        err = capsys.readouterr().err
        assert "Stopped" in err
        assert bytes_in(place) == before, (stop, err)


class Counter:
    """Counts the steps of what goes through things, and is Ctrl+C at one of them."""

    def __init__(self) -> None:
        self.count = self.stop = 0

    def stop_at(self, stop: int) -> None:
        self.count, self.stop = 0, stop

    def in_turn(self, things: list[object]) -> Iterator[object]:
        for one in things:
            self.count += 1
            if self.count == self.stop:
                raise KeyboardInterrupt
            yield one


def test_ctrl_c_between_two_files_says_how_many_are_there_and_they_are_whole(
    study: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    from interviews.save import Draft

    command = ["export", "coded", "--for", "atlas", "-o", str(study.parent / "out"), "--study", str(study)]
    assert main(command) == 0
    whole = bytes_in(study.parent / "out")
    shutil.rmtree(study.parent / "out")
    put, count = Draft.put, [0]

    def pressed(self: Draft, **how: object) -> None:
        if self.path.parent == study.parent / "out":
            count[0] += 1
            if count[0] == 3:
                os.kill(os.getpid(), signal.SIGINT)
        put(self, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(Draft, "put", pressed)
    capsys.readouterr()
    assert main(command) == INTERRUPTED
    assert "Stopped; 3 files were written, each of them whole." in capsys.readouterr().err
    left = bytes_in(study.parent / "out")
    assert len(left) == 3
    assert left.items() <= whole.items()


def test_ctrl_c_when_a_job_is_done_does_not_take_half_of_it_back(
    study: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    clear, steps = unfinished._clear, [0]

    def pressed(folder: Path, token: str) -> bool:
        steps[0] += 1
        os.kill(os.getpid(), signal.SIGINT)
        return clear(folder, token)

    monkeypatch.setattr(unfinished, "_clear", pressed)
    assert main(["finish", "--yes", "--study", str(study)]) == 0
    assert steps == [1]
    assert "The project has ended" in capsys.readouterr().out
    assert not (study / unfinished.FOLDER).exists()
    assert main(["finish", "--yes", "--study", str(study)]) == 0
    assert "ended already" in capsys.readouterr().out


JOBS = ("lock", "unlock", "finish", "forget", "backup", "html")


@pytest.mark.parametrize("name", JOBS)
def test_ctrl_c_at_any_change_of_the_disk_ends_done_or_untouched(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured, stride: int
) -> None:
    if name in ("lock", "unlock"):
        pytest.importorskip("cryptography", reason="cryptography is not installed")
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    monkeypatch.setattr(file_keys.Cost, "_defaults", CHEAP)
    monkeypatch.setattr(system(), "sync", lambda _: None)  # no power fails here
    monkeypatch.setattr(system(), "sync_name", lambda _: None)
    for one in ("data", "cache", "config"):
        monkeypatch.setenv(f"XDG_{one.upper()}_HOME", str(tmp_path / "place" / one))
    place = make_place(tmp_path / "place")
    (place / "out").mkdir()
    if name == "unlock":
        (place / "study" / "interviews" / "I3 (1).jsonl").unlink()  # a stray is not locked
        assert run_locked(place, "lock") == 0
    elif name == "lock":
        (place / "study" / "interviews" / "I3 (1).jsonl").unlink()
    elif name == "finish":
        for folder in ("observations", "practice"):
            shutil.rmtree(place / "study" / folder)  # they cannot be read
    arguments: dict[str, list[object]] = {"finish": ["--yes"], "forget": ["I3", "--yes"], "backup": [place / "out"]}
    arguments["html"] = ["--html", place / "out" / "r.html"]
    command, given = "review" if name == "html" else name, arguments.get(name, [])
    before, kept = _files(place), tmp_path / "kept"
    shutil.copytree(place, kept)
    with counted() as steps:
        assert run_locked(place, command, *given) in (0, 1)
    done = {*_files(place)}
    assert _files(place) != before
    for at in range(1, steps.count + 1, max(1, steps.count // STOPS * stride // 3)):
        shutil.rmtree(place)
        shutil.copytree(kept, place)
        KEYRING.let_go()
        capsys.readouterr()
        with counted(lambda number, at=at: os.kill(os.getpid(), signal.SIGINT) if number == at else None):  # type: ignore[misc]
            code = run_locked(place, command, *given)
        err = capsys.readouterr().err
        if code == INTERRUPTED:
            assert "Stopped" in err
            left = {path: data for path, data in _files(place).items() if path not in _BESIDE}
            assert left == {path: data for path, data in before.items() if path not in _BESIDE}, at
        else:
            assert code in (0, 1)
            assert {_unnumbered(path) for path in _files(place)} == {_unnumbered(path) for path in done}, (at, err)
    KEYRING.let_go()


STOPS = 6
"""At so many places each job is stopped here everyday; at thrice as many where faults are asked for."""

_BESIDE = ("study/study.jsonl", "data/intervjuguide/key")
"""What is noted before something is written, and may tell of what was not."""


def _files(place: Path) -> dict[str, bytes | str]:
    """All files but the program's own empty ones."""
    return {name: data for name, data in bytes_in(place).items() if data}


def _unnumbered(path: str) -> str:
    """A path without what is made up anew each time."""
    return re.sub("[0-9a-f]{8,}", "", path)
