"""Observations made in memory, beside interviews made in memory, for tests of what the two come to together."""

from collections.abc import Sequence
from typing import Any

from interviews.core.events import Asked, Continued, Ended, Event, Paused, Resumed
from interviews.core.state import Interview, replay
from interviews.observing import FORMAT, Left, Moved, MoveKind, Remarked, Sat, SatAgain, Sign, Signed, Speaker, Turn
from interviews.observing.state import Observation, observation_of
from tests.interviews.choir import choir, start

WALL = "2026-03-02T10:00:00+01:00"


class Watching:
    """An observer who sits down at a second of the interview, on the same computer unless said otherwise."""

    def __init__(self, at: float = 0.0, *, boot: str = "one", wall: str = WALL) -> None:
        self._at = at
        self.events: list[Event] = [
            Sat(seq=0, t=0.0, wall=wall, boot=boot, clock=1000.0 + at, format=FORMAT, interview="I1")
        ]

    @property
    def observation(self) -> Observation:
        found = observation_of(self.events)
        assert found is not None
        return found

    @property
    def _next(self) -> int:
        return len(self.events)

    def turn(self, t: float, speaker: Speaker) -> "Watching":
        return self.add(Turn(seq=self._next, t=t - self._at, speaker=speaker))

    def move(self, t: float, kind: MoveKind) -> "Watching":
        return self.add(Moved(seq=self._next, t=t - self._at, kind=kind))

    def sign(self, t: float, what: Sign) -> "Watching":
        return self.add(Signed(seq=self._next, t=t - self._at, what=what))

    def remark(self, t: float, text: str) -> "Watching":
        return self.add(Remarked(seq=self._next, t=t - self._at, text=text))

    def left(self, t: float) -> "Watching":
        return self.add(Left(seq=self._next, t=t - self._at))

    def again(self, t: float, *, boot: str = "one", wall: str = WALL) -> "Watching":
        here = t - self._at
        gap = here - max(event.t for event in self.events)
        return self.add(SatAgain(seq=self._next, t=here, wall=wall, boot=boot, clock=1000.0 + t, gap=gap))

    def add(self, event: Event) -> "Watching":
        self.events.append(event)
        return self


def interview(
    *, until: float | None = None, pauses: Sequence[tuple[float, float]] = (), gaps: Sequence[tuple[float, float]] = ()
) -> Interview:
    """An interview of the choir with pauses and gaps, that ended at ``until`` or never."""
    began = start().but(boot="one", wall=WALL)
    marks: list[tuple[float, type[Event], dict[str, Any]]] = [(0.0, Asked, {"question": "A1"})]
    for begin, end in pauses:
        marks += [(begin, Paused, {}), (end, Continued, {})]
    for begin, end in gaps:
        place = {"wall": WALL, "boot": "one", "clock": 1000.0 + end}
        marks.append((end, Resumed, {"gap": end - begin, **place}))
    if until is not None:
        marks.append((until, Ended, {}))
    marks.sort(key=lambda mark: mark[0])
    events = [kind(seq=seq, t=t, **fields) for seq, (t, kind, fields) in enumerate(marks, 1)]
    return replay([began, *events], choir())
