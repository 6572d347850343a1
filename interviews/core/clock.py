"""Clocks that are passed in, and a log's origin.

One counts seconds into the interview, one gives the dates at a sitting's start.
"""

from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from guide.frozen import Value
from interviews.core.events import Sitting
from interviews.os_support import system

SomeSitting = TypeVar("SomeSitting", bound=Sitting)


class Clock(Protocol):
    """What the domain wants to know of time."""

    def running(self) -> float:
        """Seconds on a clock that neither jumps nor stops in a suspend; its zero means nothing."""

    def boot(self) -> str:
        """The same opaque word until the computer is started anew; empty where unknown."""

    def wall(self) -> datetime:
        """The date and time of day, with its offset."""


class SystemClock:
    """The computer's own clocks."""

    def running(self) -> float:
        """Seconds on the suspend-proof clock."""
        return system().running_seconds()

    def boot(self) -> str:
        """A digest, so that the log does not carry the computer's own identifier."""
        import hashlib  # at the first act, not at the start

        name = system().running_name()
        return hashlib.sha256(name.encode()).hexdigest()[:16] if name else ""

    def wall(self) -> datetime:
        """Local time with its offset."""
        return datetime.now().astimezone()


def iso(moment: datetime) -> str:
    """A wall-clock time as it stands in the log: ISO 8601, whole seconds, with offset."""
    return moment.isoformat(timespec="seconds")


def moment_of(wall: str) -> tuple[int, float, str]:
    """A wall-clock time as something to sort by, whatever its offset; one made too coarse to tell sorts by its text."""
    try:
        return 1, datetime.fromisoformat(wall).astimezone().timestamp(), wall
    except (ValueError, OverflowError, OSError):
        return 0, 0.0, wall


def on_clocks(sitting: SomeSitting, clock: Clock, origin: float, *, anonymous: bool, ago: float = 0.0) -> SomeSitting:
    """The sitting with its place on the clocks, ``ago`` seconds before now; an anonymous study's has none.

    ``origin`` is the running clock at t = 0.
    """
    if anonymous:
        return sitting
    wall = iso(clock.wall() - timedelta(seconds=ago))
    return sitting.but(wall=wall, boot=clock.boot(), clock=round(origin + sitting.t, 3))


class Moment(Value):
    """The first key press of its line, and now, both in seconds into the interview."""

    began: float
    now: float


def origin_of(sitting: Sitting, latest: float, clock: Clock) -> float:
    """The running clock's seconds at t = 0: known in the same running of the computer, else by the wall clock.

    Where neither is known, as in an anonymous study, it goes on at ``latest``.

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
