"""Windows' own rules, put in wherever the tests run: files that are in use, names, shells, line ends."""

import os
import sys
from pathlib import Path

import pytest

from guide.files import read_file
from guide.reading import read_guide
from interviews.failures import failure_of
from interviews.log.reader import read_log_file
from interviews.log.rewrite import rewrite
from interviews.log.writer import Log
from interviews.os_support import is_in_use, quote, system, unfit_name
from interviews.save import save
from tests.interviews.choir import ASKED, bytes_of, start

SAMPLE = Path(__file__).parents[2] / "guide" / "samples" / "musikkterapi.yaml"


def in_use(*_: object) -> None:
    error = PermissionError(13, "The process cannot access the file because it is being used by another process")
    error.winerror = 32  # type: ignore[attr-defined, unused-ignore]
    raise error


@pytest.fixture
def as_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")


@pytest.mark.parametrize("steps", [("replace",), ("replace", "remove")])
def test_a_file_in_use_stays_as_it_was_and_nothing_of_the_new_one_is_left_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: tuple[str, ...]
) -> None:
    save(tmp_path / "r.html", b"first")
    with monkeypatch.context() as busy:
        for step in steps:
            busy.setattr(system(), step, in_use)
        with pytest.raises(PermissionError) as refused:
            save(tmp_path / "r.html", b"second")
    assert is_in_use(refused.value)
    assert failure_of(refused.value, tmp_path / "r.html").code == "file_in_use"
    assert (tmp_path / "r.html").read_bytes() == b"first"
    save(tmp_path / "s.html", b"third")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.html", "s.html"]


def test_a_log_is_let_go_before_it_is_replaced_where_an_open_file_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "I1.jsonl"
    Log.create(path, [start(), ASKED]).close()
    replace = system().replace

    def only_closed(ready: Path, target: Path) -> None:
        Log.open(target).close()  # nobody holds it
        replace(ready, target)

    monkeypatch.setattr(system(), "REPLACES_OPEN", False)
    monkeypatch.setattr(system(), "replace", only_closed)
    assert rewrite(path, lambda data: data.replace(b"A1", b"A3"))
    assert b"A3" in path.read_bytes()


@pytest.mark.usefixtures("as_on_windows")
@pytest.mark.parametrize("name", ["CON", "nul.md", "Aux .html", "com1", "LPT9.x.md", "a.", "b ", "who?.md", 'a"b'])
def test_devices_and_what_windows_drops_are_no_names(name: str) -> None:
    assert unfit_name(Path("reports") / name) == name
    assert unfit_name(Path(name) / "r.md") == name


@pytest.mark.usefixtures("as_on_windows")
@pytest.mark.parametrize("name", ["console.md", "com.html", "com10", "nul-hypotese.md", ".hidden", "å (2).md", ".."])
def test_what_only_looks_like_a_device_is_a_name(name: str) -> None:
    assert unfit_name(Path("reports") / name) == ""


@pytest.mark.usefixtures("as_on_windows")
def test_a_word_of_a_command_is_quoted_as_cmd_and_powershell_take_it() -> None:
    assert quote(r"C:\study\å") == r"C:\study\å"
    assert quote(r"C:\My study") == r'"C:\My study"'
    assert quote("C:\\My study\\") == '"C:\\My study\\\\"'
    assert quote("Kari's") == '"Kari\'s"'


def test_elsewhere_names_and_quotes_are_the_systems_own() -> None:
    if os.name != "nt":
        assert unfit_name(Path("aux.md")) == ""
        assert quote("my study") == "'my study'"


def test_files_that_an_editor_gave_windows_line_ends_say_the_same(tmp_path: Path) -> None:
    guide = SAMPLE.read_bytes().replace(b"\r\n", b"\n")
    assert read_guide(guide.replace(b"\n", b"\r\n"), "guide.yaml").guide == read_guide(guide, "guide.yaml").guide
    path = tmp_path / "interviews" / "I1.jsonl"
    path.parent.mkdir()
    path.write_bytes(bytes_of(start(), ASKED).replace(b"\n", b"\r\n"))
    reading = read_log_file(path, path.name)
    assert [event.seq for event in reading.events] == [0, 1]
    assert not reading.problems
    assert not reading.torn


def test_no_more_room_is_asked_for_than_a_file_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows sets aside at once what a reading may fill: half a gigabyte for each log, were it for our limit."""
    (tmp_path / "I1.jsonl").write_bytes(b"some words")
    assert read_file(tmp_path / "I1.jsonl", sys.maxsize - 100) == b"some words"
    assert read_file(tmp_path / "I1.jsonl", 4) == b"some"
    well = os.fstat
    monkeypatch.setattr(os, "fstat", lambda fd: os.stat_result((*tuple(well(fd))[:6], 4, 0, 0, 0)))
    assert read_file(tmp_path / "I1.jsonl", 100) == b"some words", "it has grown since"
    assert read_file(tmp_path / "I1.jsonl", 7) == b"some wo"
