"""What a report keeps of one interview, with its timeline.

The review's numbers and what is told of the course, without the events.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from guide.frozen import NOTHING, Value
from interviews.core.course import (
    count_ticks,
    find_unticked_at_start,
    merge_clarifications,
    reasons,
    recordings,
    seconds_off,
)
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
    Stopped,
    Unmarked,
)
from interviews.core.notes import Note, count_left_out, in_order_of_time, outward_notes
from interviews.core.recorder import (
    RecordingPlace,
    RecordingStretch,
    place_of,
    segments,
    withheld,
    withheld_at,
    withheld_in_files,
)
from interviews.core.state import Interview
from interviews.core.timing import Span, end_of, seconds_within, spans_off
from interviews.core.verdicts import Comment, Verdict, comments, verdicts, without_words
from interviews.study.combining import Agreement, agreement
from interviews.study.measures import SpokenMeasures, measure_turns
from interviews.study.review import InterviewReview
from interviews.transcripts.turns import Turn

# An interview along its time.
#
# The same acts as coverage is made from, kept apart by their moments so that a picture can be drawn of them.

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
    noted = [
        Mark(note.t, note.kind if note.counts else "empty_bookmark", note.about, note.follow_up)
        for note in outward_notes(interview, reflexive=reflexive)
    ]
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
    asked = [act for act in interview.events_but_notes() if isinstance(act, Asked) and act.t <= end]
    stops = [*(act.t for act in asked[1:]), end]
    return tuple(
        Bar(act.question, act.t, max(act.t, stop), round(seconds_within((act.t, stop), off), 3))
        for act, stop in zip(asked, stops, strict=False)
    )


def _standing(interview: Interview) -> Iterable[Event]:
    """The acts in force, covers and skips without those questions that they were taken off again."""
    found: dict[int, Event] = {}
    marked: dict[str, list[int]] = {}
    for act in interview.events_but_notes():
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
    for act in interview.events_but_notes():
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
    cut = (Break(min(one.start, end), min(one.end, end), one.kind) for one in spans)
    return tuple(sorted((one for one in cut if one.end > one.start), key=lambda one: (one.start, one.end)))


# What a report keeps of one interview.
#
# The review's numbers and what is told of the course, without the events.


class PlacedNote(NamedTuple):
    """A note, where it lies in the recording, and whether its moment is not to be transcribed.

    A tuple: of these there may be very many.
    """

    note: Note
    place: RecordingPlace | None
    withheld: bool


class InterviewSummary(Value):
    """One interview as a report tells of it. ``opening`` and ``after``: how many points were ticked, and of how many.

    ``verdicts`` and ``said`` are a pilot's: one for each question, and what was said of the guide as a whole. Words
    that somebody wrote or said are in these two, in ``reasons`` and in ``notes`` alone. ``agreement`` is what each of
    several note-takers has, where their logs were combined. ``topics`` counts those outside the guide; ``spoken`` is
    what a transcript tells of the talk.
    """

    reviewed: InterviewReview
    timeline: Timeline
    clarified: tuple[Explained, ...]
    withheld: tuple[Span, ...]
    withheld_in_files: tuple[tuple[RecordingStretch, ...], ...]
    recordings: int
    opening: tuple[int, int]
    after: tuple[int, int]
    off: float
    begun_before: tuple[str, ...]
    stopped: bool
    notes: tuple[PlacedNote, ...] = ()
    reasons: Mapping[str, tuple[Skipped | Declined, ...]] = NOTHING
    verdicts: tuple[Verdict, ...] = ()
    said: tuple[Comment, ...] = ()
    left_out: Mapping[str, int] = NOTHING
    agreement: Agreement | None = None
    topics: int = 0
    spoken: SpokenMeasures | None = None

    @property
    def name(self) -> str:
        """The interview's name, as columns are headed."""
        return self.reviewed.name


def account_of(
    reviewed: InterviewReview,
    interview: Interview,
    *,
    words: bool = True,
    reflexive: bool = False,
    turns: Sequence[Turn] = (),
) -> InterviewSummary:
    """The account of one interview; without ``words`` nothing is kept that anybody wrote or said.

    ``turns`` are those of its transcript, of which counts alone are kept.

    ``reflexive`` notes, the researcher's own, are kept only when asked for.
    """
    pilot = reviewed.mode == "pilot"
    judged = verdicts(interview) if pilot else ()
    return InterviewSummary(
        reviewed=reviewed,
        timeline=timeline(interview, reflexive=reflexive),
        clarified=merge_clarifications(interview),
        withheld=withheld(interview),
        withheld_in_files=withheld_in_files(interview) if segments(interview) else (),
        recordings=recordings(interview),
        opening=count_ticks(interview, "opening"),
        after=count_ticks(interview, "after"),
        off=seconds_off(interview),
        begun_before=find_unticked_at_start(interview),
        stopped=interview.last(Stopped) is not None,
        notes=_place_notes(interview, reflexive=reflexive) if words else (),
        reasons=reasons(interview) if words else {},
        left_out=count_left_out(interview),
        agreement=agreement(interview),
        topics=sum(1 for note in outward_notes(interview) if note.kind == "topic"),
        spoken=measure_turns(turns, interview.guide) if turns else None,
        verdicts=judged if words else without_words(judged),
        said=tuple(one for one in comments(interview) if one.question is None) if pilot and words else (),
    )


def _place_notes(interview: Interview, *, reflexive: bool) -> tuple[PlacedNote, ...]:
    """The notes in the order of their moments; those of which nobody knows when come last, as they were entered."""
    recorded, any_withheld = bool(segments(interview)), bool(withheld(interview))
    return tuple(
        PlacedNote(
            note,
            place_of(interview, note.t) if recorded else None,
            any_withheld and withheld_at(interview, note.t),
        )
        for note in in_order_of_time(outward_notes(interview, reflexive=reflexive))
    )
