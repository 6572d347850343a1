"""A disk that is full, write-protected or failing, in the middle of an interview and at its very first act."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.ailing import Ailing
from tests.faults.day import HALF, Day, a_day
from tests.faults.disks import SmallDisk, mounted
from tests.faults.tally import Tally
from tests.interviewer import thesis_study

FULL = "Disken er full."
READ_ONLY = "I1.jsonl kan ikke skrives: mappa er skrivebeskyttet."
LONG = "et langt notat, " * 25


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with mounted(tmp_path / "disk") as disk:
        yield disk


@pytest.fixture
def disk_day(disk: SmallDisk, tally: Tally) -> Iterator[Day]:
    with a_day(thesis_study(disk.folder / "study"), tally) as day:
        yield day


@pytest.fixture
def ailing(study: Path, tally: Tally) -> Iterator[tuple[Day, Ailing]]:
    person = Ailing(study)
    with a_day(study, tally, person=person) as day:
        yield day, person


def fill_up(day: Day) -> str:
    """Write notes until one is not saved: the last block on the disk is full too. What that note was."""
    for number in range(40):
        text = f"{LONG}{number}"
        day.write(text, pasted=True)
        if not day.saved(text):
            return text
    raise AssertionError("the disk was not full")


def test_notes_until_the_disk_is_full(disk: SmallDisk, disk_day: Day) -> None:
    """Full disk, then room is made."""
    disk_day.begin()
    disk.fill()
    text = fill_up(disk_day)
    disk_day.alarmed(FULL, text=text)
    disk_day.refused(FULL, text=text)
    disk.make_room()
    disk_day.go_on(text)
    disk_day.reckon()


def test_a_full_disk_before_the_first_act(disk: SmallDisk, disk_day: Day) -> None:
    """Full disk at the first act, then room is made."""
    disk_day.person.ready()
    disk.fill()
    disk_day.write()
    disk_day.refused(FULL)
    assert not disk_day.log.exists()
    disk.make_room()
    disk_day.go_on()
    disk_day.reckon()


@pytest.mark.skipif(sys.platform != "linux", reason="limits the files of a running program, as only Linux does it")
def test_no_file_may_grow(day: Day) -> None:
    """No file may grow (a quota), then it may."""
    import resource

    pid = day.terminal.process.pid
    soft, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (day.log.stat().st_size + 20, hard))
    day.refused("I1.jsonl kan ikke skrives")
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (soft, hard))
    day.go_on()
    day.reckon()


def test_a_read_only_folder_before_the_first_act(disk: SmallDisk, disk_day: Day) -> None:
    """Read-only disk at the first act, then writable."""
    disk_day.person.ready()
    disk.protect(on=True)
    disk_day.write()
    disk_day.refused("kan ikke skrives: mappa er skrivebeskyttet.")
    disk.protect(on=False)
    disk_day.go_on()
    disk_day.reckon()


AILMENTS = {
    "read-only": ("EROFS pwrite ftruncate open mkdir", READ_ONLY),
    "no permission": ("EACCES pwrite open", READ_ONLY),
    "full, half a line written": ("ENOSPC pwrite half", FULL),
    "full, half a line left": ("ENOSPC pwrite half ftruncate", FULL),
    "full, told when syncing": ("EDQUOT fdatasync fsync", FULL),
    "sync fails": ("EIO fdatasync fsync", "I1.jsonl kan ikke skrives ("),
    "every call fails": ("EIO pwrite ftruncate stat open", "I1.jsonl kan ikke skrives ("),
}


def test_an_ailing_disk_gets_well(ailing: tuple[Day, Ailing]) -> None:
    """Ailing disk gets well, in one interview from each ailment."""
    day, person = ailing
    day.begin()
    for number, (name, (ailment, reason)) in enumerate(AILMENTS.items()):
        text = f"{HALF} {number}"
        try:
            day.write(text)
            person.ail(ailment)
            day.refused(reason, text=text)
            day.refused(reason, text=text)
            person.ail("")
            day.save(text)
        except AssertionError as error:
            error.add_note(name)
            raise
    day.tally.tried = len(AILMENTS)
    day.write()
    day.go_on()
    day.reckon()


@pytest.mark.parametrize(
    ("ailment", "reason"),
    [
        pytest.param("EROFS open mkdir", "kan ikke skrives: mappa er skrivebeskyttet.", id="read-only"),
        pytest.param("EACCES stat open mkdir", "kan ikke skrives: mappa er skrivebeskyttet.", id="no permission"),
        pytest.param("EIO stat open mkdir pwrite", "kan ikke skrives (", id="every call fails"),
    ],
)
def test_an_ailing_disk_before_the_first_act(ailing: tuple[Day, Ailing], ailment: str, reason: str) -> None:
    """Ailing disk at the first act gets well."""
    day, person = ailing
    person.ready()
    day.write()
    person.ail(ailment)
    day.refused(reason)
    assert not day.log.exists()
    person.ail("")
    day.go_on()
    day.reckon()


def test_an_act_without_a_line_says_that_it_was_not_saved(ailing: tuple[Day, Ailing]) -> None:
    """Bookmark and next question while the disk ails."""
    day, person = ailing
    day.begin()
    before = day.log.read_bytes()
    for key, error, reason in (("space", "ENOSPC", FULL), ("enter", "EROFS", READ_ONLY)):
        person.ail(f"{error} pwrite half")
        day.terminal.press(key)
        day.terminal.wait_for(f"IKKE LAGRET: {reason} Gjør det en gang til.")
        assert day.log.read_bytes() == before
    day.tally.said = True
    person.ail("")
    day.ask()
    day.write()
    day.go_on()
    day.reckon()


@pytest.mark.parametrize(
    ("ailment", "reason"),
    [
        pytest.param("EROFS open", READ_ONLY, id="read-only"),
        pytest.param("ENOSPC pwrite half", FULL, id="full"),
    ],
)
def test_an_ailing_disk_when_an_interview_is_taken_up(study: Path, tally: Tally, ailment: str, reason: str) -> None:
    """Ailing disk when an interview is taken up again."""
    with a_day(study, tally) as day:
        day.begin()
        before = day.log.read_bytes()
        day.terminal.kill()
    person = Ailing(study, "--resume")
    person.ail(ailment)
    with person:
        assert person.terminal.wait_exit() == 1
        assert person.terminal.text.strip() == reason
    tally.said = day.log.read_bytes() == before
    with a_day(study, tally, "--resume") as again:
        again.person.ready()
        again.shown = day.shown
        again.write()
        again.go_on()
        again.reckon()


def test_told_to_end_while_nothing_can_be_written(ailing: tuple[Day, Ailing]) -> None:
    """Told to end while no disk takes anything: the line is lost, and that is said."""
    day, person = ailing
    day.begin()
    day.write()
    person.ail("ENOSPC pwrite half")
    day.refused(FULL)
    day.terminal.signal(signal.SIGTERM)
    assert day.terminal.wait_exit() == 1
    said = day.terminal.text
    assert "Teksten på linja kunne ikke lagres og er borte." in said
    assert HALF not in said
    assert HALF not in day.log.read_text(encoding="utf-8")
    with a_day(person.study, day.tally, "--resume") as again:
        again.person.ready()
        again.shown = day.shown
        again.write()
        again.go_on()
        again.reckon()


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system where an open file lies, as only Linux tells it")
@pytest.mark.parametrize("when", ["begun", "before the first act"])
def test_told_to_end_while_the_disk_is_full(ailing: tuple[Day, Ailing], data: Path, when: str) -> None:
    """Told to end while the disk is full: the line is kept among the user's data, and put back."""
    day, person = ailing
    day.begin() if when == "begun" else day.person.ready()
    day.write()
    person.ail("ENOSPC pwrite half here")
    day.refused(FULL)
    day.terminal.signal(signal.SIGTERM)
    assert day.terminal.wait_exit() == 0
    (kept,) = data.rglob("*.jsonl")
    assert f"Altliggeri{kept}" in "".join(day.terminal.text.split())
    person.ail("")
    with a_day(person.study, day.tally, "--resume") as again:
        again.person.ready()
        again.shown = day.shown
        again.terminal.wait_for(lambda _: again.on_line(HALF))
        again.go_on()
        again.reckon()
        assert again.log.read_bytes().startswith(kept.read_bytes())


def test_a_folder_that_cannot_be_synced_after_the_first_act(ailing: tuple[Day, Ailing]) -> None:
    """Folder cannot be synced after the first act, then it can."""
    day, person = ailing
    person.ready()
    day.write()
    for _ in range(2):
        person.ail("EIO fsync")
        day.refused("kan ikke skrives (")
        assert not day.log.exists()
    person.ail("EINVAL fsync")
    day.go_on()
    day.reckon()


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system where an open file lies, as only Linux tells it")
def test_a_close_that_fails(ailing: tuple[Day, Ailing]) -> None:
    """Close fails on leaving."""
    day, person = ailing
    day.begin()
    person.ail("EIO close")
    day.terminal.press("ctrl+q")
    assert day.terminal.wait_exit() == 0
    assert f"lagreti{day.log}" in "".join(day.terminal.text.split()), "lines end between words"
    day.tally.shown, day.tally.said, day.tally.went_on = len(day.shown), True, None
    assert day.notes == day.shown
