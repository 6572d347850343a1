"""Interviews as they leave an anonymous study.

Every moment is one of steps of five minutes, so that no time in an export tells what somebody may have noted elsewhere.

The events themselves are made coarser, so whatever is worked out of them is in the same steps.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from interviews.core.events import Aside, Event, Merged
from interviews.core.state import replay
from interviews.observing.debrief import Debrief
from interviews.study.folder import GuideCache, LoadedInterview, LogFile, Study

STEP = 300.0
"""Seconds between two moments that an anonymous study tells."""

_SECONDS = ("t", "back", "at", "gap", "offset", "later", "earlier")
"""Fields of events that hold moments or stretches of time."""


def floor(seconds: float) -> float:
    """The step that a moment lies in."""
    return seconds // STEP * STEP


def coarser(events: Iterable[Event]) -> Iterator[Event]:
    """The events at the steps that their moments lie in."""
    for event in events:
        told: dict[str, object] = {
            name: floor(value) for name in _SECONDS if isinstance(value := getattr(event, name, None), float)
        }
        if isinstance(event, Merged | Aside):
            told["event"] = _coarser_record(event.event)
        yield event.but(**told)


def _coarser_record(record: Mapping[str, Any]) -> Mapping[str, Any]:
    times = {name: floor(record[name]) for name in _SECONDS if isinstance(record.get(name), int | float)}
    return {**record, **times}


class OutwardStudy(Study):
    """A study for what leaves it: its interviews that stay anonymous tell their times in steps."""

    def load(self, file: LogFile, shelf: GuideCache | None = None) -> LoadedInterview:
        """Read and replay one log, as a study does."""
        told = super().load(file, shelf)
        if told.interview is None or not told.interview.anonymous:
            return told
        interview = replay(coarser(told.reading.events), told.interview.guide)
        interview.code = told.interview.code
        return told.but(interview=interview, exact=told.interview)


def coarser_debrief(found: Debrief) -> Debrief:
    """How an interview was led, with the moments of what the observer wrote in steps; waits and shares stay."""
    remarks = tuple(one if one.t is None else one.but(t=floor(one.t)) for one in found.remarks)
    length, observed = (None if one is None else floor(one) for one in (found.length, found.observed))
    return found.but(remarks=remarks, length=length, observed=observed)
