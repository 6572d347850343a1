"""Previous interviews of the study, to help the next.

Minutes, order, links between questions, and what was left over.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Literal

from guide.frozen import NOTHING, Value
from interviews.core.course import order
from interviews.core.notes import Note, follow_ups, notes
from interviews.core.state import Interview
from interviews.core.timing import seconds_in_hand

LEAST_MEASURED = 20.0
"""Seconds: a question in hand for less was passed over, and measures nothing."""

LeftKind = Literal["follow_up", "topic"]


class Left(Value):
    """Something that an interview left over: a follow-up that is still open, or a topic the guide does not have.

    ``code`` is the interview's own, such as I1-2.
    """

    code: str
    kind: LeftKind
    text: str
    about: tuple[str, ...]


class Link(Value):
    """A note of an earlier interview and the questions that it is about."""

    text: str
    about: tuple[str, ...]


class PreviousInterviews(Value):
    """The study so far. ``seconds``: each question's median time in hand, pilots included; all else is of live ones.

    Where words are read later ``to_come`` reads them, an interview at a time, and ``awaited`` counts what is left over.
    """

    courses: tuple[tuple[str, ...], ...] = ()
    seconds: Mapping[str, float] = NOTHING
    links: tuple[Link, ...] = ()
    left: tuple[Left, ...] = ()
    awaited: int = 0
    to_come: "Callable[[], Iterator[PreviousInterviews]] | None" = None


NONE_EARLIER = PreviousInterviews()
"""The first interview of a study."""


def earlier(interviews: Iterable[Interview], settled: Collection[str] = ()) -> PreviousInterviews:
    """What these interviews leave to the next one; practice leaves nothing, and the latest comes last.

    ``settled`` are the events that the guide was revised for.
    """
    courses: list[tuple[str, ...]] = []
    seconds: dict[str, list[float]] = {}
    links: list[Link] = []
    left: list[Left] = []
    for interview in interviews:
        mode = interview.started.mode
        if mode == "practice":
            continue
        for question, took in seconds_in_hand(interview).items():
            if took >= LEAST_MEASURED:
                seconds.setdefault(question, []).append(took)
        if mode == "live":
            if not interview.started.afterwards:  # it was entered in the order of the paper
                courses.append(order(interview))
            links += [
                Link(note.text, note.about) for note in notes(interview) if note.text and note.about and note.usable
            ]
            left += collect_leftovers(interview, settled)
    medians = {question: median(took) for question, took in seconds.items()}
    return PreviousInterviews(tuple(courses), medians, tuple(links), tuple(left))


def collect_leftovers(interview: Interview, settled: Collection[str] = ()) -> list[Left]:
    """What one interview left over: its open follow-ups by number, then its topics as they came.

    What was taken into the guide since (``settled`` names the events) is left over no more, and what may not be used
    was never.
    """
    code = interview.code
    return [
        Left(code, kind, note.text, note.about)
        for kind, note in _find_left_over(interview)
        if f"{code}:{note.seq}" not in settled
    ]


def leftover_seqs(interview: Interview) -> tuple[int, ...]:
    """The seqs of all that one interview left over, what was taken into the guide since too."""
    return tuple(note.seq for _, note in _find_left_over(interview))


def _find_left_over(interview: Interview) -> list[tuple[LeftKind, Note]]:
    usable = [note for note in notes(interview) if note.usable and not (note.left_out and not note.text)]
    fresh = {note.seq for note in usable}
    parked: list[tuple[LeftKind, Note]] = [
        ("follow_up", note) for note in follow_ups(interview) if note.state == "open" and note.seq in fresh
    ]
    return parked + [("topic", note) for note in usable if note.kind == "topic" and note.state is None]


def median(values: list[float]) -> float:
    """The middle one of some numbers, of which there is at least one."""
    ordered, middle = sorted(values), len(values) // 2
    return ordered[middle] if len(values) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
