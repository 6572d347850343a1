"""Handling: the keys, seconds and load that a pilot took.

Keys are counted as they come, and their counts alone are kept. What the eyes did nobody knows: the screen counts as
used while a line is typed, and at the moment of a key.
"""

from collections.abc import Sequence

from guide.frozen import Value
from interviews.core.events import Commented, Edited, Event, Filled, Handled, LoadRated, Noted, Proposed
from interviews.core.state import Interview
from interviews.core.timing import Span

LOAD_SCALES = ("mental", "physical", "temporal", "performance", "effort", "frustration")
"""The scales of NASA-TLX, in its own order."""

MOST_LOAD = 20
_STEP = 5
_WITH_WORDS = (Noted, Edited, Filled, Commented, Proposed)


class HandledAct(Value):
    """An act that keys did: how many, from when to when (seconds into the interview), and whether it had words.

    ``seconds`` are those from the first key of its line to Enter; None where no line was typed.
    """

    seq: int
    keys: int
    start: float
    end: float
    seconds: float | None
    words: bool


class Handling(Value):
    """All acts of a pilot of which the keys are known, and how many keys became no act."""

    acts: tuple[HandledAct, ...]
    rest: int

    @property
    def keys(self) -> int:
        """All keys that were pressed."""
        return sum(one.keys for one in self.acts) + self.rest

    def keys_of(self, *, words: bool) -> tuple[int, ...]:
        """How many keys each note took, or each mark, fewest first."""
        return tuple(sorted(one.keys for one in self.acts if one.words is words))

    @property
    def seconds(self) -> tuple[float, ...]:
        """How long each typed line took from its first key to Enter, shortest first."""
        return tuple(sorted(one.seconds for one in self.acts if one.seconds is not None))

    def during(self, spans: Sequence[Span]) -> int:
        """How many of the acts fell, wholly or in part, into some of these spans (seconds into the interview)."""
        return sum(1 for one in self.acts if any(one.start < end and begin <= one.end for begin, end in spans))


def middle(numbers: Sequence[float]) -> float:
    """The middle one, or what lies between the two in the middle."""
    ordered = sorted(numbers)
    upper = ordered[len(ordered) // 2]
    lower = ordered[(len(ordered) - 1) // 2]
    return round((upper + lower) / 2, 1)


def handling(interview: Interview) -> Handling | None:
    """What is known of the keys; None where nothing is. An act that was taken back took its keys too."""
    told = [event for event in interview.events_but_notes() if isinstance(event, Handled)]
    if not told:
        return None
    acts = [
        _act_of(interview.acts.get(seq), seq, keys, millis)
        for event in told
        for seq, keys, millis in zip(event.acts, event.keys, event.millis, strict=False)
    ]
    return Handling(tuple(acts), sum(event.rest for event in told))


def _act_of(act: Event | None, seq: int, keys: int, millis: int) -> HandledAct:
    """The act as it stands; of one that was taken back nothing is known but what it took."""
    typed = millis / 1000 if millis else None
    t = 0.0 if act is None else act.t
    start = t if isinstance(act, Noted | Commented) else t - (typed or 0.0)  # these have the moment of their first key
    words = isinstance(act, _WITH_WORDS) and bool(getattr(act, "text", ""))
    return HandledAct(seq, keys, start, start + (typed or 0.0), typed, words)


def load(interview: Interview) -> LoadRated | None:
    """The last rating of how demanding it was."""
    return interview.last(LoadRated)


def raw_load(rated: LoadRated) -> float:
    """The mean of the six, from 0 to 100, none weighed against another (raw TLX, Hart 2006)."""
    return round(_STEP * sum(numbers_of(rated)) / len(LOAD_SCALES), 1)


def numbers_of(rated: LoadRated) -> tuple[int, ...]:
    """The six numbers, in the scales' order."""
    return (rated.mental, rated.physical, rated.temporal, rated.performance, rated.effort, rated.frustration)
