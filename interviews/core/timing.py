"""Durations, in seconds, pauses and gaps off.

One that was entered afterwards has no time of its own: it lasts 0 seconds here, and is told to have no length.
"""

from bisect import bisect_right
from operator import itemgetter

from interviews.core.events import Asked, Continued, Ended, Paused, Resumed
from interviews.core.state import Interview

Span = tuple[float, float]


def end_of(interview: Interview) -> float:
    """Where the interview's time stops: its end, else its last event, in seconds from its start."""
    ended = interview.ended
    return ended.t if ended is not None else interview.t


def interview_seconds(interview: Interview, until: float | None = None) -> float:
    """The interview's length, pauses and gaps off; ``until`` (seconds) stands for now while it goes on."""
    if interview.started.afterwards:
        return 0.0
    stop = _stop(interview, until)
    return round(seconds_within((0.0, stop), spans_off(interview, stop)), 3)


def seconds_in_hand(interview: Interview, until: float | None = None) -> dict[str, float]:
    """Each asked question's seconds as the question in hand, pauses and gaps off."""
    if until is None or interview.ended is not None:
        return interview.remember("seconds in hand", lambda: _seconds_in_hand(interview, end_of(interview)))
    return _seconds_in_hand(interview, until)


def _seconds_in_hand(interview: Interview, stop: float) -> dict[str, float]:
    if interview.started.afterwards:
        return {}
    off = spans_off(interview, stop)
    found: dict[str, float] = {}
    hand: str | None = None
    since = 0.0
    for act in interview.events_but_notes():
        if isinstance(act, Asked) and act.t <= stop:
            if hand is not None:
                found[hand] = found.get(hand, 0.0) + seconds_within((since, act.t), off)
            hand, since = act.question, act.t
    if hand is not None:
        found[hand] = found.get(hand, 0.0) + seconds_within((since, stop), off)
    return {question: round(seconds, 3) for question, seconds in found.items()}


def _stop(interview: Interview, until: float | None) -> float:
    if interview.ended is not None or until is None:
        return end_of(interview)
    return until


def spans_off(interview: Interview, stop: float) -> list[Span]:
    """The pauses and gaps up to ``stop`` (seconds), in order, none overlapping another: they count in no duration."""
    spans, paused = interview.remember("spans off", lambda: _spans_off(interview))
    return _merge_spans(spans if paused is None else [*spans, (paused, stop)])


def _spans_off(interview: Interview) -> tuple[list[Span], float | None]:
    """The pauses and gaps that are over, in the log's order, and when the one began that goes on."""
    spans: list[Span] = []
    paused: float | None = None
    for act in interview.events_but_notes():
        if type(act) not in _STOPPING:
            continue
        match act:
            case Resumed():
                spans.append((max(act.t - (act.gap or 0.0), 0.0), act.t))
            case Paused() if paused is None:
                paused = act.t
            case Continued() if paused is not None:
                spans.append((paused, act.t))
                paused = None
            case Ended():
                break
            case _:
                pass
    return spans, paused


_STOPPING = frozenset({Resumed, Paused, Continued, Ended})


def _merge_spans(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start <= end:  # not where a clock was set back
            merged.append((start, end))
    return merged


def seconds_within(span: Span, off: list[Span]) -> float:
    """A span's seconds without those of ``off``, which are in order and do not overlap."""
    start, end = span
    away = 0.0
    for begin, stop in off[bisect_right(off, start, key=itemgetter(1)) :]:
        if begin >= end:
            break
        away += min(end, stop) - max(start, begin)
    return max(0.0, end - start - away)
