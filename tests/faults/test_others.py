"""A second window of our own at the log, also on a drive that has no locks."""

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.ailing import Ailing
from tests.faults.day import Day, a_day
from tests.faults.tally import Tally
from tests.interviewer import PROGRAM, Interviewer, records
from tests.terminal import Terminal


@pytest.fixture
def said(tmp_path: Path) -> Path:
    """Where a second window's standard error goes."""
    return tmp_path / "stderr"


@pytest.fixture(params=["--resume", "--resume --participant I1"])
def second(request: pytest.FixtureRequest, study: Path, said: Path) -> Iterator[Terminal]:
    """A second window on the same interview."""
    command = shlex.join([*PROGRAM, "run", "--study", str(study), *request.param.split()])
    with Terminal(["sh", "-c", f"exec {command} 2>{shlex.quote(str(said))}"]) as terminal:
        yield terminal


def test_a_second_window_on_the_same_interview_is_refused(day: Day, second: Terminal, said: Path) -> None:
    """Second window on the same interview."""
    assert second.wait_exit() == 1
    assert (
        said.read_text(encoding="utf-8")
        == "I1.jsonl er åpen i et annet vindu. Gå videre der, eller lukk det der og prøv igjen.\n"
    )
    day.tally.said = True
    day.go_on()
    day.reckon()


def test_a_drive_without_locks(study: Path, tally: Tally) -> None:
    """Drive without locks; a second window on the same interview."""
    person, other = Ailing(study), Ailing(study, "--resume")
    person.ail("ENOLCK flock")
    with a_day(study, tally, person=person) as day:
        day.person.ready()
        day.terminal.press("enter")
        day.terminal.wait_for("Disken støtter ikke låsing: ikke åpne I1.jsonl på en annen maskin samtidig.")
        day.note("hun nøler")
        assert "ingen låser" not in day.terminal.text
        with other:
            assert other.terminal.wait_exit() == 1
            assert (
                " ".join(other.terminal.text.split())
                == "I1.jsonl er åpen i et annet vindu. Gå videre der, eller lukk det der og prøv igjen."
            )
        tally.said = True
        day.write()
        day.go_on()
        day.reckon()


def test_two_windows_that_begin_at_once_get_a_code_each(study: Path, tally: Tally) -> None:
    """Two windows that begin at once."""
    with a_day(study, tally) as day, Interviewer(study, code="I2") as other:
        day.person.ready()
        other.ready()
        day.begin()
        day.write()
        other.keys("enter", expect=2)
        other.terminal.wait_for("· I2")
        day.tally.said = True
        day.go_on()
        day.reckon()
    assert records(other.log)[0]["participant"] == "I2"


def test_a_copy_that_another_window_holds(study: Path, day: Day) -> None:
    """A copy in the log's place, open in another window."""
    copy = day.log.with_name("kopi")
    copy.write_bytes(day.log.read_bytes())
    copy.replace(day.log)
    data = day.log.read_bytes()
    with day.log.open("rb") as stream:
        import fcntl

        fcntl.flock(stream, fcntl.LOCK_EX)
        day.rescue("alt ligger nå i interviews/I1.rescued-1.jsonl")
    assert day.log.read_bytes() == data
    day.write("videre")
    day.go_on("videre")
    day.reckon()
