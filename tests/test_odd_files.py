"""A pipe or a device that has the name of one of our files: nothing waits for it, and it is named."""

import ast
import errno
import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest

from guide.files import OddFileError, open_file, read_file
from interviews.failures import LogFailure
from interviews.log.locking import is_held
from interviews.log.writer import Log
from interviews.revisions.draft import NO_DRAFT, read_draft
from interviews.study.folder import Study
from tests.interviewer import Interviewer, records, thesis_study
from tests.sources import SOURCES, name_of, nodes
from tests.tui.studies import study_with
from tui.commands import practice
from tui.main import main

Oddity = Callable[[Path], None]
Captured = pytest.CaptureFixture[str]


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def listening(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's whole path may be longer than it is allowed to be
    with socket.socket(socket.AF_UNIX) as found:
        found.bind(path.name)
    os.chdir(here)


ODDITIES = (pipe, endless, listening)


@pytest.fixture(autouse=True)
def _patience() -> Iterator[None]:
    """A program that waits is told to stop, so that one that would wait for ever is found."""

    def waited(number: int, frame: FrameType | None) -> None:
        raise TimeoutError("it waits for a pipe")

    before = signal.signal(signal.SIGALRM, waited)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def told(capsys: Captured, *arguments: object) -> str:
    """What a command says of what it finds; it does not crash."""
    assert main([str(argument) for argument in arguments]) in (0, 1, 2)
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    assert "fault in the program" not in err
    return f"{out}{err}"


@pytest.mark.parametrize("odd", ODDITIES)
def test_one_opener_refuses_it_at_once(tmp_path: Path, odd: Oddity) -> None:
    odd(tmp_path / "odd")
    with pytest.raises(OddFileError):
        read_file(tmp_path / "odd", 10)
    with pytest.raises(IsADirectoryError):
        open_file(tmp_path)
    with pytest.raises(FileNotFoundError):
        open_file(tmp_path / "none")
    assert not is_held(tmp_path / "odd")
    with pytest.raises(LogFailure, match="log_odd"):
        Log.open(tmp_path / "odd")


PLACES = (
    ("guide.yaml", ("check", "."), "guide.yaml:1:1: "),
    ("guide.yaml", ("review", "--study", "."), "guide.yaml:1:1: "),
    ("interviews/I2.jsonl", ("review", "--study", "."), "interviews/I2.jsonl:1:1: "),
    ("observations/I1.jsonl", ("review", "--participant", "I1", "--study", "."), "observations/I1.jsonl:1:1: "),
    ("study.jsonl", ("export", "method", "-o", "method.md", "--study", "."), "study.jsonl:1:1: "),
    ("study.jsonl", ("export", "method", "--fact", "sampling=alle", "--study", "."), "study.jsonl"),
    ("revisions/1.yaml", ("diff", "--study", "."), "revisions/1.yaml:1:1: "),
    ("revisions/1.yaml", ("export", "method", "-o", "method.md", "--study", "."), "revisions/1.yaml:1:1: "),
    ("source.txt", ("new", "other", "--from", "source.txt"), "source.txt"),
    ("source.docx", ("new", "other", "--from", "source.docx"), "source.docx"),
    ("source.yaml", ("new", "other", "--from", "source.yaml"), "source.yaml"),
    ("other.yaml", ("find", "arenaer", "--guide", "other.yaml"), "other.yaml:1:1: "),
)


@pytest.mark.parametrize("odd", [pipe, endless])
def test_every_command_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, odd: Oddity) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    for place, (name, command, said) in enumerate(PLACES):
        folder = study_with(tmp_path / str(place), *(() if name == "guide.yaml" else ("I1",)))
        (folder / name).unlink(missing_ok=True)
        (folder / name).parent.mkdir(exist_ok=True)
        odd(folder / name)
        monkeypatch.chdir(folder)
        found = told(capsys, *command)
        assert said in found, (name, command, found)
        assert "a pipe, a device or a socket" in found.lower(), (name, command, found)


def test_a_report_is_never_written_into_one(tmp_path: Path, capsys: Captured) -> None:
    folder = study_with(tmp_path / "study", "I1")
    pipe(tmp_path / "r.html")
    assert "r.html" in told(capsys, "review", "--html", tmp_path / "r.html", "--study", folder)
    pipe(tmp_path / "g.docx")
    assert "g.docx" in told(capsys, "export", "guide", "-o", tmp_path / "g.docx", "--study", folder)


def test_the_settings_are_named_and_hinder_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "intervjuguide").mkdir()
    file = tmp_path / "intervjuguide" / "settings.yaml"
    for make in (pipe, endless, lambda path: path.write_text("language: [en"), Path.mkdir):
        make(file)
        assert str(file) in told(capsys, "--version")
        file.rmdir() if file.is_dir() else file.unlink()
    assert str(file) not in told(capsys, "--version")


def test_an_informant_that_is_a_pipe_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    folder = thesis_study(tmp_path)
    pipe(folder / "informant.txt")
    monkeypatch.setattr(practice, "need_terminal", lambda _: None)
    assert "informant.txt" in told(capsys, "practice", "--study", folder)


def test_a_pipe_among_the_logs_keeps_nobody_from_an_interview(tmp_path: Path) -> None:
    folder = thesis_study(tmp_path / "study")
    (folder / "interviews").mkdir()
    pipe(folder / "interviews" / "I1.jsonl")
    (folder / "revisions").mkdir()
    pipe(folder / "revisions" / ".draft.json")
    pipe(folder / "study.jsonl")
    assert read_draft(folder) == NO_DRAFT
    assert Study(folder).next_code("live") == "I2"
    with Interviewer(folder, code="I2") as seat:
        seat.ready()
        seat.line("/b1", expect=2)
    assert [record["type"] for record in records(folder / "interviews" / "I2.jsonl")][1:] == ["asked"]


READERS = {"read_bytes", "read_text"}
SYSTEMS = {"interviews/os_support/posix.py", "interviews/os_support/windows.py"}
OURS = {"interviews/os_support/linux_disks.py", "tui/catalogue.py", "tui/console.py"}
OPENERS = {"guide/files.py", "guide/windows_files.py", *OURS, *SYSTEMS}
"""Where files are opened: the one opener, and where a log, a folder or a file of our own is made or held.

What Linux says of its disks is no file of anybody's, nor are the program's own sentences, nor is the terminal.
"""


def test_all_reading_goes_through_the_one_opener() -> None:
    """But for what lies inside the program itself."""
    for path in (path for path in SOURCES if name_of(path) not in OPENERS):
        for node in nodes(path):
            match node:
                case ast.Call(func=ast.Attribute(attr=attr)) if attr in READERS:
                    assert name_of(path).startswith(
                        (
                            "guide/samples",
                            "guide/advice/patterns",
                            "guide/importing/words/lists",
                            "tui/documents/to_html",
                            "tui/documents/sheet",
                        )
                    ), path
                case ast.Call(func=ast.Attribute(attr="open"), args=[ast.Constant(value=str(mode)), *_]):
                    raise AssertionError(f"{name_of(path)}:{node.lineno} open({mode!r})")
                case _:
                    pass


WRITING = {"write_text", "write_bytes", "touch", "rename", "hardlink_to", "pwrite", "truncate", "ftruncate"}
NO_FILES = {"tui/linear/posix_source.py", "tui/doctor/study.py"}
UNFINISHED = "interviews/data_management/unfinished.py"
WRITERS = {"interviews/save.py", "interviews/log/writer.py", UNFINISHED, *NO_FILES, *SYSTEMS}
"""Where files are written: the one way to save a file whole, the log, which is appended to, and what moves files.

What is sent to the terminal, and what tries whether a folder can be written in, are nobody's files.
"""


def test_all_writing_goes_through_save_or_the_log() -> None:
    found: dict[str, set[str]] = {}
    for path in SOURCES:
        for node in nodes(path):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="os"), attr="write" | "replace" | "link" as attr)):
                    found.setdefault(name_of(path), set()).add(attr)
                case ast.Call(func=ast.Attribute(attr="replace" as attr), args=[_]):
                    found.setdefault(name_of(path), set()).add(attr)
                case ast.Call(func=ast.Attribute(attr=attr)) if attr in WRITING:
                    found.setdefault(name_of(path), set()).add(attr)
                case _:
                    pass
    assert found.keys() == WRITERS, found


def test_what_one_has_no_right_to_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    study = study_with(tmp_path / "studien")
    there = Path.is_dir

    def refused(path: Path) -> bool:
        if path.name == ".unfinished":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return there(path)

    monkeypatch.setattr(Path, "is_dir", refused)
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    assert f"cannot read {study / '.unfinished'} (you have no right to)" in told(capsys, "review", "--study", study)
