"""Reflexive notes between interviews, each chained to the one before."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from guide.frozen import Value
from interviews.core.clock import Clock
from interviews.core.events import Sitting
from interviews.core.notes import Note, notes
from interviews.core.state import Interview
from interviews.study.anonymity import is_anonymous
from interviews.study.facts import Reflection, add

if TYPE_CHECKING:
    from interviews.third_persons.typed import Masked

_DAY = len("2026-01-31")


def keep_reflection(folder: Path, text: str, clock: Clock) -> "tuple[int, Masked | None]":
    """Put a reflexive note at the end of the study's facts, dated today, on disk when this returns; its seq.

    In a study that stays anonymous, with what was masked in it.

    Raises:
        LogFailure: it could not be written.
    """
    masked = None
    if is_anonymous(folder):
        from interviews.third_persons.typed import mask_in_study  # no other study pays for it

        masked = mask_in_study(folder, text)
    date, kept = clock.wall().date().isoformat(), text if masked is None else masked.text
    return add(folder, (Reflection(date=date, text=kept),))[0], masked


class Link(Value):
    """One reflexive note. ``interview`` is its log's name, empty for a note that belongs to none.

    ``when`` is the date, with the time where a log tells it, and empty where it tells neither; ``t`` is in seconds from
    the interview's start.
    """

    when: str
    text: str
    interview: str = ""
    t: float | None = None
    about: tuple[str, ...] = ()


def reflexive_chain(interviews: Iterable[tuple[str, Interview]], between: Iterable[Reflection]) -> tuple[Link, ...]:
    """Every reflexive note of a study, oldest first; each interview comes with its log's name.

    What has a date alone comes last on that day; what has none comes first, as it was found.
    """
    links = [link for name, interview in interviews for link in _of_interview(name, interview)]
    links += [Link(one.date, one.text) for one in between]
    return tuple(sorted(links, key=lambda link: (link.when[:10], len(link.when) == _DAY, link.when)))


def _of_interview(name: str, interview: Interview) -> Iterator[Link]:
    sittings = [act for act in interview.acts.values() if isinstance(act, Sitting)]
    for note in notes(interview):
        if note.kind == "reflexive":
            yield Link(_when(note, sittings), note.text, name, note.t, note.about)


def _when(note: Note, sittings: list[Sitting]) -> str:
    """The wall clock at a note, as far as its log tells it, to the minute."""
    sitting = max((one for one in sittings if one.seq <= note.seq), key=lambda one: one.seq)
    try:
        moment = datetime.fromisoformat(sitting.wall) + timedelta(seconds=note.t - sitting.t)
    except (ValueError, OverflowError):
        return sitting.wall
    if len(sitting.wall) <= _DAY:  # made coarser since: the time of day is not known
        return sitting.wall
    return moment.isoformat(" ", "minutes")[:16]
