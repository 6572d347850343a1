"""Two clocks, passed in: one for seconds into the interview, one for the dates that stand at a sitting's start."""

from datetime import datetime
from typing import Protocol

from interviews.os_support import system


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
