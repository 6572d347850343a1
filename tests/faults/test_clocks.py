"""What happens to the computer's clocks in the middle of a sentence; at rest: tests/interviews/test_resuming.py."""

from pathlib import Path

import pytest

from interviews.core.events import Noted
from interviews.log.reader import read_log_file
from tests.faults.day import HALF
from tests.faults.tally import Tally
from tests.interviews.clocks import HouseClock
from tests.tui.desk_helpers import Seat

HOUR = 3600.0


@pytest.fixture
def clock() -> HouseClock:
    return HouseClock()


@pytest.fixture
def seat(tmp_path: Path, clock: HouseClock) -> Seat:
    """A question asked, a note taken 100 seconds later, and after 20 more half a sentence on the line."""
    seat = Seat(tmp_path, clock=clock)
    seat.key("enter")
    clock.go_on(100)
    seat.say("spiller på torsdager")
    clock.go_on(20)
    seat.type(HALF)
    return seat


def go_on(seat: Seat, tally: Tally, *, began: float, now: float) -> None:
    """Enter, then another note: each at its moment, in a log that reads without a word of complaint."""
    seat.key("enter")
    assert (seat.table.saved, seat.line.text) == (True, "")
    seat.say("og så gikk det videre")
    reading = read_log_file(seat.log, seat.log.name)
    noted = [(event.text, event.t) for event in reading.events if isinstance(event, Noted)]
    assert noted == [
        ("spiller på torsdager", 100.0),
        (HALF, pytest.approx(began)),
        ("og så gikk det videre", pytest.approx(now)),
    ]
    assert reading.problems == ()
    seat.session.close()
    tally.shown, tally.said, tally.went_on = 3, None, True


@pytest.mark.parametrize("shift", [-HOUR, HOUR], ids=["back", "forward"])
def test_the_wall_clock_is_set(seat: Seat, clock: HouseClock, tally: Tally, shift: float) -> None:
    """Wall clock set an hour in the middle of a sentence."""
    clock.set_wall(shift)
    clock.go_on(5)
    go_on(seat, tally, began=120, now=125)


def test_the_wall_clock_is_set_before_the_first_act(tmp_path: Path, clock: HouseClock, tally: Tally) -> None:
    """Wall clock set back an hour before the first act."""
    seat = Seat(tmp_path, clock=clock)
    clock.set_wall(-HOUR)
    seat.say("spiller på torsdager")
    assert seat.session.now == 0
    clock.go_on(7)
    seat.key("enter")
    assert read_log_file(seat.log, "").events[-1].t == pytest.approx(7)
    seat.session.close()
    tally.shown, tally.said, tally.went_on = 2, None, True


def test_the_lid_is_closed(seat: Seat, clock: HouseClock, tally: Tally) -> None:
    """Suspend in the middle of a sentence."""
    clock.suspend(2 * HOUR)
    go_on(seat, tally, began=120, now=120 + 2 * HOUR)


@pytest.mark.parametrize("shift", [0.0, -HOUR], ids=["clock right", "clock an hour back"])
def test_the_computer_is_started_anew(
    seat: Seat, tmp_path: Path, clock: HouseClock, tally: Tally, shift: float
) -> None:
    """Reboot in the middle of a sentence."""
    seat.desk.keep_draft()
    seat.session.close()
    clock.reboot(300)
    clock.set_wall(shift)
    again = Seat(tmp_path, clock=clock, resume=True)
    again.desk.take_up_draft()
    assert again.line.text == HALF
    go_on(again, tally, began=120, now=120 + (300 if shift == 0 else 0))


def test_the_power_fails(seat: Seat, tmp_path: Path, clock: HouseClock, tally: Tally) -> None:
    """Power cut in the middle of a sentence: what was saved is there."""
    seat.session.close()
    clock.reboot(300)
    again = Seat(tmp_path, clock=clock, resume=True)
    assert again.line.text == ""
    again.type(HALF)
    go_on(again, tally, began=420, now=420)
