"""Where a log's t = 0 lies on the running clock, so that a log taken up again goes on in its own time."""

from datetime import datetime

from interviews.clock import Clock
from interviews.events import Sitting


def origin_of(sitting: Sitting, latest: float, clock: Clock) -> float:
    """The running clock's seconds at t = 0: known in the same running of the computer, else by the wall clock.

    ``sitting`` is the log's last one; now is never before ``latest``, the seconds of its last event.
    """
    now = clock.running()
    if sitting.boot and sitting.boot == clock.boot():
        t = now - sitting.clock + sitting.t
    else:
        t = sitting.t + (seconds_between(sitting.wall, clock.wall()) or 0.0)
    return now - max(t, latest)


def is_known(sitting: Sitting, clock: Clock) -> bool:
    """Whether the log tells how long ago its last sitting was, by either clock."""
    same = bool(sitting.boot) and sitting.boot == clock.boot()
    return same or seconds_between(sitting.wall, clock.wall()) is not None


def seconds_between(earlier: str, later: datetime) -> float | None:
    """Seconds from a wall-clock time in a log to another, None where it was made too coarse to tell."""
    try:
        since = datetime.fromisoformat(earlier).astimezone()
    except (ValueError, OverflowError):
        return None
    return (later - since).total_seconds()
