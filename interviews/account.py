"""What a report keeps of one interview: the review's numbers, and what is told of its course, without its events."""

from collections.abc import Mapping

from guide.values import NOTHING, Value
from interviews.course import begun_before, clarified_once, reasons, recordings, seconds_off, ticked
from interviews.events import Declined, Explained, Skipped, Stopped
from interviews.notes import Note, left_out, outward_notes
from interviews.recorder import Place, Stretch, place_of, segments, withheld, withheld_at, withheld_in_files
from interviews.review import Reviewed
from interviews.state import Interview
from interviews.timeline import Timeline, timeline
from interviews.timing import Span
from interviews.verdicts import Comment, Verdict, comments, verdicts, without_words


class PlacedNote(Value):
    """A note, where it lies in the recording, and whether its moment is not to be transcribed."""

    note: Note
    place: Place | None
    withheld: bool


class Account(Value):
    """One interview as a report tells of it. ``opening`` and ``after``: how many points were ticked, and of how many.

    ``verdicts`` and ``said`` are a pilot's: one for each question, and what was said of the guide as a whole. Words
    that somebody wrote or said are in these two, in ``reasons`` and in ``notes`` alone.
    """

    reviewed: Reviewed
    timeline: Timeline
    clarified: tuple[Explained, ...]
    withheld: tuple[Span, ...]
    withheld_in_files: tuple[tuple[Stretch, ...], ...]
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


def account_of(reviewed: Reviewed, interview: Interview, *, words: bool = True, reflexive: bool = False) -> Account:
    """The account of one interview; without ``words`` nothing is kept that anybody wrote or said.

    ``reflexive`` notes, the researcher's own, are kept only when asked for.
    """
    pilot = reviewed.mode == "pilot"
    judged = verdicts(interview) if pilot else ()
    return Account(
        reviewed=reviewed,
        timeline=timeline(interview, reflexive=reflexive),
        clarified=clarified_once(interview),
        withheld=withheld(interview),
        withheld_in_files=withheld_in_files(interview) if segments(interview) else (),
        recordings=recordings(interview),
        opening=ticked(interview, "opening"),
        after=ticked(interview, "after"),
        off=seconds_off(interview),
        begun_before=begun_before(interview),
        stopped=interview.last(Stopped) is not None,
        notes=_placed(interview, reflexive=reflexive) if words else (),
        reasons=reasons(interview) if words else {},
        left_out=left_out(interview),
        verdicts=judged if words else without_words(judged),
        said=tuple(one for one in comments(interview) if one.question is None) if pilot and words else (),
    )


def _placed(interview: Interview, *, reflexive: bool) -> tuple[PlacedNote, ...]:
    any_withheld = bool(withheld(interview))
    return tuple(
        PlacedNote(note, place_of(interview, note.t), any_withheld and withheld_at(interview, note.t))
        for note in outward_notes(interview, reflexive=reflexive)
    )
