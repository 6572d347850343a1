"""The log is not where it was: moved, cut, replaced, deleted; a stick pulled out, a folder that others look after."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.ailing import Ailing
from tests.faults.day import HALF, Day, a_day
from tests.faults.disks import SmallDisk, mounted
from tests.faults.tally import Tally
from tests.interviewer import records, thesis_study

ANEW = "alt er skrevet på nytt i study/interviews/I1.jsonl"
FOREIGN = b"lagt til av et annet program\n"


def beside(number: int) -> str:
    return f"alt ligger nå i interviews/I1.rescued-{number}.jsonl"


def replace_by(path: Path, data: bytes) -> None:
    """Put another file in the log's place in one step, as sync programs do."""
    fresh = path.with_name(".I1.jsonl.tmp")
    fresh.write_bytes(data)
    fresh.replace(path)


def change_a_byte(path: Path) -> None:
    with path.open("r+b") as stream:
        stream.seek(300)
        stream.write(b"#")


def append(path: Path) -> None:
    with path.open("ab") as stream:
        stream.write(FOREIGN)


def cut(path: Path, left: int) -> None:
    os.truncate(path, left)


def replace_by_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def replace_by_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def older(path: Path) -> None:
    whole = path.read_bytes()
    replace_by(path, whole[: whole.rindex(b"\n", 0, -1) + 1])


def otherwise(path: Path) -> None:
    replace_by(path, path.read_bytes().replace(b"torsdager", b"mandager "))


def test_the_path_is_empty(study: Path, day: Day, tally: Tally) -> None:
    """Log deleted, moved, its folder or the whole study renamed or deleted."""
    steps: list[Callable[[], object]] = [
        day.log.unlink,
        lambda: day.log.rename(day.log.with_suffix(".bak")),
        lambda: day.log.parent.rename(study / "intervjuer"),
        lambda: shutil.rmtree(day.log.parent),
        lambda: study.rename(study.with_name("flyttet")),
        lambda: shutil.rmtree(study),
    ]
    text = HALF
    for number, step in enumerate(steps):
        step()
        day.rescue(ANEW, text=text)
        text = f"etter {number}"
        day.write(text)
    day.go_on(text)
    day.reckon()
    assert [path.name for path in study.rglob("*.jsonl")] == ["I1.jsonl"]
    day.terminal.press("ctrl+q")
    assert day.terminal.wait_exit() == 0
    assert f"alterskrevetpånytti{day.log}" in "".join(day.terminal.text.split())
    tally.tried = len(steps)


@pytest.mark.parametrize(
    "harms",
    [
        pytest.param((lambda path: cut(path, 4000), lambda path: cut(path, 0), append), id="cut, emptied, appended to"),
        pytest.param((older, otherwise, change_a_byte), id="older, other, one byte"),
        pytest.param((replace_by_a_pipe, replace_by_a_folder, lambda path: replace_by(path, b"")), id="no log"),
    ],
)
def test_the_file_is_another(study: Path, day: Day, tally: Tally, harms: tuple[Callable[[Path], object], ...]) -> None:
    """Log truncated, replaced or written to; leave, and take the interview up again."""
    text, path = HALF, day.log
    left: list[tuple[Path, bytes]] = []
    for number, harm in enumerate(harms, 1):
        harm(path)
        left += [(path, path.read_bytes())] if path.is_file() else []
        day.rescue(beside(number), text=text)
        path = day.log.with_name(f"I1.rescued-{number}.jsonl")
        text = f"etter {number}"
        day.write(text)
    day.go_on(text)
    assert {record["type"] for record in records(path)} == {"started", "asked", "noted"}
    assert all(path.read_bytes() == data for path, data in left)
    day.tally.shown, tally.tried = len(day.shown), len(harms)
    assert sorted(day.shown) == sorted(day.notes)
    day.terminal.press("ctrl+q")
    assert day.terminal.wait_exit() == 0
    assert f"Altliggeri{path}" in "".join(day.terminal.text.split())
    with a_day(study, day.tally, "--resume") as again:
        again.person.ready()
        again.shown = day.shown
        again.note("enda en dag")
        assert sorted(again.notes) == sorted(again.shown)


def test_a_sync_program_puts_an_identical_copy_in_its_place(day: Day) -> None:
    """Cloud sync replaces the log by an identical copy."""
    replace_by(day.log, day.log.read_bytes())
    day.tally.said = None
    day.go_on()
    replace_by(day.log, day.log.read_bytes())
    day.note("etter enda en kopi")
    os.utime(day.log)
    day.note("etter at noen så på den")
    day.reckon()
    assert len(list(day.log.parent.iterdir())) == 1


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with mounted(tmp_path / "disk") as disk:
        yield disk


def test_a_stick_is_pulled_out_and_put_back(disk: SmallDisk, data: Path, tally: Tally) -> None:
    """Stick pulled out; it comes back later with what it had."""
    study = thesis_study(disk.folder / "study")
    with a_day(study, tally) as day:
        day.begin()
        day.write()
        kept = {path.relative_to(disk.folder): path.read_bytes() for path in disk.folder.rglob("*") if path.is_file()}
        disk.pull_out()
        day.rescue("I1.jsonl er borte; alt ligger nå i", "/data")
        day.write("og pinnen er ute")
        day.go_on("og pinnen er ute")
        day.reckon()
        assert not list(disk.folder.iterdir())
        (rescued,) = data.rglob("*.jsonl")
        day.terminal.press("ctrl+q")
        assert day.terminal.wait_exit() == 0
        assert f"Altliggeri{rescued}" in "".join(day.terminal.text.split())
    disk.put_in()
    for name, content in kept.items():
        (disk.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (disk.folder / name).write_bytes(content)
    with a_day(study, tally, "--resume") as again:
        again.person.ready()
        again.shown = day.shown
        again.note("pinnen er tilbake")
        again.reckon()
        assert again.log.read_bytes().startswith(rescued.read_bytes())


def test_leaving_after_the_log_was_deleted(day: Day) -> None:
    """Log deleted and never written to again; leave."""
    day.terminal.press("esc")
    day.log.unlink()
    day.terminal.press("ctrl+q")
    assert day.terminal.wait_exit() == 0
    assert f"skrevetpånytti{day.log}" in "".join(day.terminal.text.split()), "lines end between words"
    assert day.notes == day.shown
    day.tally.shown, day.tally.said, day.tally.went_on = len(day.shown), True, None


@pytest.fixture
def ailing(study: Path, tally: Tally) -> Iterator[tuple[Day, Ailing]]:
    person = Ailing(study)
    with a_day(study, tally, person=person) as day:
        yield day, person


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system where an open file lies, as only Linux tells it")
def test_a_disk_that_fails_twice_is_left(ailing: tuple[Day, Ailing], data: Path) -> None:
    """Disk fails twice in a row; the user's data folder takes over."""
    day, person = ailing
    day.begin()
    day.write()
    person.ail("EIO pwrite fdatasync fsync ftruncate here")
    day.refused("I1.jsonl kan ikke skrives (")
    day.rescue("I1.jsonl er borte; alt ligger nå i", "/data")
    day.write("videre")
    day.go_on("videre")
    day.reckon()
    assert len(list(data.rglob("I1.rescued-1.jsonl"))) == 1
