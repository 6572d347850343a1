"""Two logs on one time axis: where a moment of the observation lies in the interview."""

from datetime import datetime
from typing import Literal, TypeVar

from guide.values import Value
from interviews.events import Sitting
from interviews.origin import seconds_between
from interviews.state import Interview

How = Literal["clock", "wall"]
Found = TypeVar("Found")


class Axis(Value):
    """``shift`` seconds are added to an observation's t; ``how`` says by which clock that is known.

    By the suspend-proof clock where both logs were begun in the same running of the computer, else by the wall clock,
    which is written in whole seconds and may differ between two computers.
    """

    shift: float
    how: How


def axis(sitting: Sitting, interview: Interview) -> Axis | None:
    """How a stretch that began with ``sitting`` lies in the interview; None where the logs tell too little."""
    sittings = [event for event in interview.events() if isinstance(event, Sitting)]
    same = [one for one in sittings if sitting.boot and one.boot == sitting.boot]
    if same:
        nearest = _last_before(same, [one.clock <= sitting.clock for one in same])
        return Axis(nearest.t + sitting.clock - nearest.clock - sitting.t, "clock")
    here = _moment(sitting.wall)
    if here is None:
        return None
    since = [
        (one, seconds)
        for one in sittings
        if _moment(one.wall) and (seconds := seconds_between(one.wall, here)) is not None
    ]
    if not since:
        return None
    place = _last_before(since, [seconds >= 0 for _, seconds in since])
    return Axis(place[0].t + place[1] - sitting.t, "wall")


def _last_before(found: list[Found], before: list[bool]) -> Found:
    return next((one for one, is_before in zip(reversed(found), reversed(before), strict=True) if is_before), found[0])


def _moment(wall: str) -> datetime | None:
    """A wall-clock time with its time of day; None for one that was made too coarse to tell."""
    try:
        moment = datetime.fromisoformat(wall)
    except ValueError:
        return None
    return moment.astimezone() if ":" in wall else None
