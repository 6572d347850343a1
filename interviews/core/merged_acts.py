"""Acts taken over from a copy of the log.

Their references are meant in that copy.

A copy that only went on where this log stops is gone on with, its pauses and its end too. One that went its own way
gives its acts, each at its moment; when this interview stopped and paused stays as it was.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any

from interviews.core.codec import BadRecord, decode, encode
from interviews.core.corrections import CORRECTIONS
from interviews.core.events import (
    BESIDE,
    Cleared,
    Continued,
    Draft,
    Ended,
    Event,
    Handled,
    Merged,
    Noted,
    Paused,
    Raised,
    Sitting,
    Undone,
    WentThrough,
)

if TYPE_CHECKING:
    from interviews.core.state import Interview

OF_ITS_OWN = (Sitting, Ended, Paused, Continued, Draft, WentThrough)
"""What tells when somebody sat with that copy; where both logs went on, it says nothing about this one."""


@dataclass
class Merges:
    """What was taken over so far: where each record of each copy stands here, and the numbers of its follow-ups."""

    places: dict[tuple[str, int], int] = field(default_factory=dict)
    follow_ups: dict[tuple[str, int], int] = field(default_factory=dict)
    by_content: dict[bytes, tuple[int, int | None]] = field(default_factory=dict)
    goes_on: dict[str, bool] = field(default_factory=dict)
    own: list[Event] = field(default_factory=list, compare=False)
    first: dict[str, int] = field(default_factory=dict)
    last: dict[str, tuple[int, float]] = field(default_factory=dict)


def inner(merged: Merged) -> Event | None:
    """The event that was taken over; None where a later version wrote it."""
    try:
        return decode(merged.event)
    except BadRecord:
        return None


def unwrap(event: Event) -> Event | None:
    """The event itself, out of as many copies as it came through."""
    found: Event | None = event
    while isinstance(found, Merged):
        found = inner(found)
    return found


def take_over(interview: "Interview", merged: Merged) -> None:
    """Bring the interview forward by an event that a copy of its log had alone."""
    merges, event = interview.merges, inner(merged)
    if event is None:
        return
    own_seq = event.seq
    merges.first.setdefault(merged.file, own_seq)
    files, steps = [merged.file], [(merged.file, own_seq)]
    while isinstance(event, Merged):
        files.insert(0, f"{files[0]}/{event.file}")
        event = inner(event)
        if event is not None:
            steps.append((files[0], event.seq))
    if event is None or isinstance(event, Merged):
        return
    _look_at_own(merges)
    content = encode(event)
    known = merges.by_content.get(content)
    number = getattr(event, "follow_up", None) if isinstance(event, Noted | Raised) else None
    if known is None:
        place, new_number = merged.seq, None if number is None else interview.follow_ups + 1
        merges.by_content[content] = place, new_number
    else:
        place, new_number = known
    for step in steps:
        merges.places[step] = place
    if number is not None and new_number is not None:
        merges.follow_ups[files[0], number] = new_number
        merges.follow_ups[files[-1], number] = new_number
    if known is None:
        goes_on = merges.goes_on.setdefault(merged.file, merged.seq <= own_seq < BESIDE)
        resolved = _resolve(event, merges, files, new_number).but(seq=place)
        if goes_on:
            interview.enact(resolved)
            interview.t = max(interview.t, resolved.t)
        elif not isinstance(event, OF_ITS_OWN):
            _enact_at_its_moment(interview, resolved, merged.file, own_seq)


def _look_at_own(merges: Merges) -> None:
    """What this log wrote itself is known too: a copy that had taken it over gives it back."""
    for event in merges.own:
        merges.by_content.setdefault(encode(event), (event.seq, getattr(event, "follow_up", None)))
    merges.own.clear()


def _resolve(event: Event, merges: Merges, files: list[str], number: int | None) -> Event:
    """The event with every reference made to what it meant in the copy."""
    changes: dict[str, Any] = {}
    for name in ("note", "act"):
        seq = getattr(event, name, None)
        if isinstance(seq, int):
            changes[name] = _place(seq, merges, files)
    if isinstance(event, Handled):
        changes["acts"] = tuple(_place(seq, merges, files) for seq in event.acts)
    if isinstance(event, Cleared):
        changes["notes"] = tuple(_place(seq, merges, files) for seq in event.notes)
    follow_up = getattr(event, "follow_up", None)
    if number is not None:
        changes["follow_up"] = number
    elif isinstance(follow_up, int):
        found = (merges.follow_ups[file, follow_up] for file in files if (file, follow_up) in merges.follow_ups)
        changes["follow_up"] = next(found, follow_up)
    return event.but(**changes) if changes else event


def _place(seq: int, merges: Merges, files: list[str]) -> int:
    """Where the record stands that the copy knows by this seq."""
    return next((merges.places[file, seq] for file in files if (file, seq) in merges.places), seq)


def _enact_at_its_moment(interview: "Interview", event: Event, file: str, shared: int) -> None:
    """Put an act among the others by its moment, behind the copy's act before it and what it refers to.

    A correction comes last, whatever its moment: words of which its copy did not know are superseded too. And what a
    copy says of a note that was corrected here, without having known, stands before the correction.
    """
    merges = interview.merges
    if isinstance(event, Undone):
        if not isinstance(interview.acts.get(event.act), OF_ITS_OWN):  # that both had ended is not for one copy to undo
            interview.enact(event)
        return
    known = max((act.t for seq, act in interview.acts.items() if seq < shared), default=0.0)
    before, moment = merges.last.get(file, (-1, known))
    moment = max(moment, event.t)
    merges.last[file] = event.seq, moment
    behind = (before, getattr(event, "note", -1), *(event.notes if isinstance(event, Cleared) else ()))
    least, found, latest = 0, None, 0.0
    for place, (seq, act) in enumerate(interview.acts.items()):
        latest = max(latest, act.t)
        if seq in behind:
            least = place + 1
        elif found is None and latest > moment and seq >= merges.first[file]:
            found = place
    at = len(interview.acts) if found is None or isinstance(event, CORRECTIONS) else max(found, least)
    at = min(at, _first_unknown_correction(interview, event, file))
    later = dict(list(interview.acts.items())[at:])
    for seq in later:
        del interview.acts[seq]
    interview.enact(event)
    interview.acts.update(later)
    if any(isinstance(act, CORRECTIONS) for act in interview.acts.values()):
        interview.settle()


def _first_unknown_correction(interview: "Interview", event: Event, file: str) -> int:
    """The place of the first correction of what an act is about that its copy did not have; else the end."""
    merges = interview.merges
    about = {of for of in (getattr(event, "note", None), getattr(event, "act", None)) if isinstance(of, int)}
    if about and not isinstance(event, CORRECTIONS):
        given = {place for (name, _), place in merges.places.items() if name == file}
        for place, (seq, act) in enumerate(interview.acts.items()):
            of = {getattr(act, "note", None), getattr(act, "act", None)}
            if isinstance(act, CORRECTIONS) and of & about and seq >= merges.first[file] and seq not in given:
                return place
    return len(interview.acts)


def every(events: tuple[Event, ...]) -> Iterator[tuple[bytes, Event]]:
    """Each event that a log has, of its own or taken over, by its content; the start left out."""
    found = ((unwrap(event), event) for event in events[1:])
    return chain.from_iterable(((encode(plain), event),) for plain, event in found if plain is not None)
