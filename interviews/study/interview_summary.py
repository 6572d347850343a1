"""What a report keeps of one interview.

The review's numbers and what is told of the course, without the events.
"""

from collections.abc import Mapping
from typing import NamedTuple

from guide.frozen import NOTHING, Value
from interviews.core.course import clarified_once, count_ticks, reasons, recordings, seconds_off, unticked_at_start
from interviews.core.events import Declined, Explained, Skipped, Stopped
from interviews.core.notes import Note, count_left_out, outward_notes
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
from interviews.core.timing import Span
from interviews.core.verdicts import Comment, Verdict, comments, verdicts, without_words
from interviews.study.review import InterviewReview
from interviews.study.timeline import Timeline, timeline


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
    that somebody wrote or said are in these two, in ``reasons`` and in ``notes`` alone.
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

    @property
    def name(self) -> str:
        """The interview's name, as columns are headed."""
        return self.reviewed.name


def account_of(
    reviewed: InterviewReview, interview: Interview, *, words: bool = True, reflexive: bool = False
) -> InterviewSummary:
    """The account of one interview; without ``words`` nothing is kept that anybody wrote or said.

    ``reflexive`` notes, the researcher's own, are kept only when asked for.
    """
    pilot = reviewed.mode == "pilot"
    judged = verdicts(interview) if pilot else ()
    return InterviewSummary(
        reviewed=reviewed,
        timeline=timeline(interview, reflexive=reflexive),
        clarified=clarified_once(interview),
        withheld=withheld(interview),
        withheld_in_files=withheld_in_files(interview) if segments(interview) else (),
        recordings=recordings(interview),
        opening=count_ticks(interview, "opening"),
        after=count_ticks(interview, "after"),
        off=seconds_off(interview),
        begun_before=unticked_at_start(interview),
        stopped=interview.last(Stopped) is not None,
        notes=_place_notes(interview, reflexive=reflexive) if words else (),
        reasons=reasons(interview) if words else {},
        left_out=count_left_out(interview),
        verdicts=judged if words else without_words(judged),
        said=tuple(one for one in comments(interview) if one.question is None) if pilot and words else (),
    )


def _place_notes(interview: Interview, *, reflexive: bool) -> tuple[PlacedNote, ...]:
    recorded, any_withheld = bool(segments(interview)), bool(withheld(interview))
    return tuple(
        PlacedNote(
            note,
            place_of(interview, note.t) if recorded else None,
            any_withheld and withheld_at(interview, note.t),
        )
        for note in outward_notes(interview, reflexive=reflexive)
    )
