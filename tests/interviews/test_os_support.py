"""The system's own clock and durable writes, whichever system this is."""

from pathlib import Path

from interviews.core.clock import SystemClock, iso
from interviews.os_support import sync_folder, system


def test_the_running_clock_never_goes_back() -> None:
    clock = SystemClock()
    readings = [clock.running() for _ in range(100)]
    assert readings == sorted(readings)


def test_the_running_has_one_name_that_is_not_the_computers_own() -> None:
    clock = SystemClock()
    assert clock.boot() == clock.boot()
    assert clock.boot() != system().running_name() or not clock.boot()


def test_the_wall_clock_has_an_offset_and_stands_in_the_log_by_the_second() -> None:
    now = SystemClock().wall()
    assert now.tzinfo is not None
    assert len(iso(now)) == len("2026-03-02T10:00:00+01:00")


def test_a_file_and_a_folder_can_be_synced(tmp_path: Path) -> None:
    with (tmp_path / "I1.jsonl").open("wb") as stream:
        system().sync(stream.fileno())
    sync_folder(tmp_path)


def test_a_folder_that_cannot_be_opened_is_left_alone(tmp_path: Path) -> None:
    sync_folder(tmp_path / "gone")
    assert not (tmp_path / "gone").exists()
