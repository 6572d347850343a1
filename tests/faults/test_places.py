"""The log is not where it was: a stick pulled out and put back, a folder that a cloud-sync program looks after."""

import shutil
from pathlib import Path

from tests.faults.day import Day

GONE = "I1.jsonl er borte eller byttet ut."


def replace_by(day: Day, data: bytes) -> None:
    """Put another file in the log's place in one step, as sync programs do."""
    fresh = day.log.with_name(".I1.jsonl.tmp")
    fresh.write_bytes(data)
    fresh.replace(day.log)


def test_a_stick_is_pulled_out_and_put_back(study: Path, day: Day) -> None:
    """Stick pulled out and put back."""
    away = study.rename(study.with_name("away"))
    day.refused(GONE)
    assert not study.exists()
    away.rename(study)
    day.go_on()
    day.reckon()


def test_a_stick_comes_back_as_another_device(study: Path, day: Day) -> None:
    """Stick put back as another device, the same bytes."""
    away = study.rename(study.with_name("away"))
    day.refused(GONE)
    shutil.copytree(away, study)
    shutil.rmtree(away)
    day.go_on()
    day.reckon()


def test_leaving_while_the_stick_is_out(study: Path, day: Day) -> None:
    """Leaving while the stick is out."""
    away = study.rename(study.with_name("away"))
    day.refused(GONE)
    day.terminal.press("ctrl+q")
    day.terminal.wait_for("Teksten på linja er ikke lagret.")
    day.terminal.press("ctrl+q")
    assert day.terminal.wait_exit() == 0
    away.rename(study)
    assert day.notes == day.shown
    day.tally.shown, day.tally.went_on = len(day.shown), None


def test_a_file_moved_away_and_back(day: Day) -> None:
    """Log moved away and back."""
    away = day.log.rename(day.log.with_suffix(".bak"))
    day.refused(GONE)
    away.rename(day.log)
    day.go_on()
    day.reckon()


def test_a_sync_program_puts_an_identical_copy_in_its_place(day: Day) -> None:
    """Cloud sync replaces the log by an identical copy."""
    replace_by(day, day.log.read_bytes())
    day.tally.said = None
    day.go_on()
    replace_by(day, day.log.read_bytes())
    day.note("etter enda en kopi")
    day.reckon()


def test_a_sync_program_puts_an_older_copy_in_its_place(day: Day) -> None:
    """Cloud sync replaces the log by an older copy, then the right one."""
    whole = day.log.read_bytes()
    older = whole[: whole.rindex(b"\n", 0, -1) + 1]
    replace_by(day, older)
    day.refused(GONE)
    day.refused(GONE)
    assert day.log.read_bytes() == older
    replace_by(day, whole)
    day.go_on()
    day.reckon()


def test_a_sync_program_puts_another_file_in_its_place(day: Day) -> None:
    """Cloud sync replaces the log by a different file of the same length."""
    whole = day.log.read_bytes()
    other = whole.replace(b"torsdager", b"mandager ")
    replace_by(day, other)
    day.refused(GONE)
    assert day.log.read_bytes() == other
    replace_by(day, whole)
    day.go_on()
    day.reckon()
