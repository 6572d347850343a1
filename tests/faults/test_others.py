"""Other programs at the log: one that writes, one that cuts, a second window of our own."""

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.day import Day, a_day
from tests.faults.tally import Tally
from tests.interviewer import PROGRAM, Interviewer, records
from tests.terminal import Terminal

CHANGED = "Et annet program har skrevet i I1.jsonl."
FOREIGN = b"lagt til av et annet program\n"


def test_what_another_program_wrote_is_taken_away_again(day: Day) -> None:
    """Another program appends, and takes it away again."""
    whole = day.log.read_bytes()
    with day.log.open("ab") as stream:
        stream.write(FOREIGN)
    day.refused(CHANGED)
    day.refused(CHANGED)
    assert day.log.read_bytes() == whole + FOREIGN
    with day.log.open("r+b") as stream:
        stream.truncate(len(whole))
    day.go_on()
    day.reckon()


def test_what_another_program_wrote_stays(study: Path, day: Day) -> None:
    """Another program appends; leave, and take the interview up again."""
    with day.log.open("ab") as stream:
        stream.write(FOREIGN)
    day.refused(CHANGED)
    day.terminal.press("ctrl+q", "ctrl+q")
    assert day.terminal.wait_exit() == 0
    with a_day(study, day.tally, "--resume") as again:
        again.person.ready()
        again.shown = day.shown
        again.write()
        again.go_on()
        again.reckon(problems=1)
        assert FOREIGN in again.log.read_bytes()


@pytest.mark.parametrize("left", ["in the middle of a line", "at the end of a line", "nothing"])
def test_a_log_that_was_cut_and_put_right(day: Day, left: str) -> None:
    """Another program truncates, and puts it right."""
    whole = day.log.read_bytes()
    length = {"in the middle of a line": len(whole) - 30, "at the end of a line": whole.rindex(b"\n", 0, -1) + 1}
    with day.log.open("r+b") as stream:
        stream.truncate(length.get(left, 0))
    cut = day.log.read_bytes()
    day.refused(CHANGED)
    assert day.log.read_bytes() == cut
    with day.log.open("r+b") as stream:
        stream.write(whole)
    day.go_on()
    day.reckon()


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
    assert said.read_text(encoding="utf-8") == "I1.jsonl er åpen i et annet vindu.\n"
    day.tally.said = True
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
    """A copy in the log's place, open in another window, then closed."""
    copy = day.log.with_name("kopi")
    copy.write_bytes(day.log.read_bytes())
    copy.replace(day.log)
    data = day.log.read_bytes()
    with day.log.open("rb") as stream:
        import fcntl

        fcntl.flock(stream, fcntl.LOCK_EX)
        day.refused("I1.jsonl er åpen i et annet vindu.")
    assert day.log.read_bytes() == data
    day.go_on()
    day.reckon()
