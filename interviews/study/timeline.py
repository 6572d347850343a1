"""An interview along its time.

The same acts as coverage is made from, kept apart by their moments so that a picture can be drawn of them.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from guide.frozen import Value
from interviews.core.events import (
    Asked,
    Continued,
    Covered,
    Declined,
    Ended,
    Event,
    Explained,
    NoteKind,
    Paused,
    Resumed,
    Sided,
    Skipped,
    Unmarked,
)
from interviews.core.notes import outward_notes
from interviews.core.recorder import withheld
from interviews.core.state import Interview
from interviews.core.timing import Span, end_of, seconds_within, spans_off

MarkKind = Literal[NoteKind, "empty_bookmark", "covered", "skipped", "declined", "positive", "negative", "explained"]
BreakKind = Literal["pause", "gap", "withheld"]


class Bar(Value):
    """A stretch with one question in hand: from ``start`` to ``end``; ``seconds`` leaves out pauses and gaps."""

    question: str
    start: float
    end: float
    seconds: float


class Mark(NamedTuple):
    """Something at one moment: a note of some kind, or what was said of ``questions``; never anybody's words."""

    t: float
    kind: MarkKind
    questions: tuple[str, ...] = ()
    follow_up: int | None = None


class Break(Value):
    """A span that is unlike the rest: a pause, a gap between two sittings, or talk that is not to be transcribed."""

    start: float
    end: float
    kind: BreakKind


class Timeline(Value):
    """One interview in seconds from its start to ``end``; ``later`` counts the notes that were taken after it."""

    end: float
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    breaks: tuple[Break, ...]
    later: int


def timeline(interview: Interview, *, reflexive: bool = False) -> Timeline:
    """What happened when, up to the interview's end; marks in the order of their moments.

    ``reflexive`` notes, the researcher's own, are marked only when asked for. Of an interview that was entered
    afterwards there is nothing: nobody knows when it happened.
    """
    if interview.started.afterwards:
        return Timeline(0.0, (), (), (), 0)
    end = end_of(interview)
    noted = _notes(interview, reflexive=reflexive)
    marks = [mark for act in _standing(interview) if (mark := _mark(act)) is not None]
    within = [mark for mark in (*noted, *marks) if mark.t <= end]
    return Timeline(
        end=end,
        bars=_bars(interview, end),
        marks=tuple(sorted(within, key=lambda mark: mark.t)),
        breaks=_breaks(interview, end),
        later=sum(1 for mark in noted if mark.t > end),
    )


def _bars(interview: Interview, end: float) -> tuple[Bar, ...]:
    off = spans_off(interview, end)
    asked = [act for act in interview.events() if isinstance(act, Asked) and act.t <= end]
    stops = [*(act.t for act in asked[1:]), end]
    return tuple(
        Bar(act.question, act.t, max(act.t, stop), round(seconds_within((act.t, stop), off), 3))
        for act, stop in zip(asked, stops, strict=False)
    )


def _notes(interview: Interview, *, reflexive: bool) -> list[Mark]:
    return [
        Mark(note.t, note.kind if note.counts else "empty_bookmark", note.about, note.follow_up)
        for note in outward_notes(interview, reflexive=reflexive)
    ]


def _standing(interview: Interview) -> Iterable[Event]:
    """The acts in force, covers and skips without those questions that they were taken off again."""
    found: dict[int, Event] = {}
    marked: dict[str, list[int]] = {}
    for act in interview.events():
        found[act.seq] = act
        if isinstance(act, Covered | Skipped):
            for question in act.questions:
                marked.setdefault(question, []).append(act.seq)
        elif isinstance(act, Unmarked):
            for question in act.questions:
                for seq in marked.pop(question, ()):
                    found[seq] = _without(found[seq], question)
    return (act for act in found.values() if not isinstance(act, Covered | Skipped) or act.questions)


def _without(act: Event, question: str) -> Event:
    if not isinstance(act, Covered | Skipped):
        return act
    return act.but(questions=tuple(id for id in act.questions if id != question))


def _mark(act: Event) -> Mark | None:
    match act:
        case Covered():
            return Mark(act.t, "covered", act.questions)
        case Skipped():
            return Mark(act.t, "skipped", act.questions)
        case Declined():
            return Mark(act.t, "declined", act.questions)
        case Sided():
            return Mark(act.t, act.side, (act.question,))
        case Explained():
            return Mark(act.t, "explained", () if act.after is None else (act.after,))
        case _:
            return None


def _breaks(interview: Interview, end: float) -> tuple[Break, ...]:
    spans = [Break(start, stop, "withheld") for start, stop in withheld(interview)]
    paused: float | None = None
    for act in interview.events():
        match act:
            case Resumed():
                spans.append(Break(max(act.t - (act.gap or 0.0), 0.0), act.t, "gap"))
            case Paused() if paused is None:
                paused = act.t
            case Continued() if paused is not None:
                spans.append(Break(paused, act.t, "pause"))
                paused = None
            case Ended():
                break
            case _:
                pass
    if paused is not None:
        spans.append(Break(paused, end, "pause"))
    cut = (Break(*_cut((one.start, one.end), end), one.kind) for one in spans)
    return tuple(sorted((one for one in cut if one.end > one.start), key=lambda one: (one.start, one.end)))


def _cut(span: Span, end: float) -> Span:
    return min(span[0], end), min(span[1], end)
