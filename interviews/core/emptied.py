"""Events without their words, and a log made anonymous.

What is left of one where words were taken out of a log.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from interviews.core.codec import BadRecord, decode, encode
from interviews.core.corrections import with_words, words_of
from interviews.core.events import (
    Corrected,
    Draft,
    Edited,
    Event,
    Filled,
    Handled,
    LeftOut,
    Merged,
    Noted,
    Started,
    Tagged,
    WordsCorrected,
)
from interviews.core.merged_acts import inner, unwrap
from interviews.core.state import Interview


def emptied(event: Event) -> Event:
    """The event without anybody's words, and without the bytes of a line that was never finished."""
    match event:
        case Noted() | Edited() | Filled() | Corrected():
            return event.but(text="", tags=())
        case Tagged():
            return event.but(tag="")
        case Draft() | WordsCorrected():
            return event.but(text="")
        case Merged():
            within = inner(event)
            record = event.event if within is None else _record(emptied(within), event.event)
            return event.but(event=record, torn="")
        case _:
            bare = with_words(event, "") if words_of(event) else event
            return bare.but(torn="") if getattr(bare, "torn", "") else bare


def _record(event: Event, before: Mapping[str, Any]) -> Mapping[str, Any]:
    """The event as a record; the one from before where it says the same."""
    if decode(dict(before)) == event:
        return before
    found: Mapping[str, Any] = json.loads(encode(event))
    return found


def has_words(event: Event) -> bool:
    """Whether there is anything to empty."""
    return emptied(event) != event


def without(seq: int, events: Sequence[Event], interview: Interview) -> tuple[Event, ...]:
    """The events of a log with nothing left of one note, or of one act's words, ``seq``.

    No event holds them any more that says something of it, and none that nobody can see: what was taken back, lines
    that were kept unfinished, and their bytes.
    """
    in_force = {**interview.acts, **interview.originals}
    of = {seq, *(place for place, act in in_force.items() if _says_of(act, seq))}
    kept = {
        encode(plain)
        for event in events
        if event.seq in interview.acts and event.seq not in of and (plain := unwrap(event)) is not None
    }
    return tuple(_left_of(event, interview, of, kept) for event in events)


def _says_of(act: Event, seq: int) -> bool:
    return seq == (act.act if isinstance(act, WordsCorrected) else getattr(act, "note", None))


def _left_of(event: Event, interview: Interview, of: set[int], kept: set[bytes]) -> Event:
    plain = unwrap(event)
    bare = event.but(torn="") if getattr(event, "torn", "") else event
    if event.seq in of or isinstance(plain, Draft):
        return emptied(event)
    if event.seq in interview.acts or plain is None or (isinstance(event, Merged) and encode(plain) in kept):
        return bare
    return emptied(event)


def as_emptied(copy: Sequence[Event], log: Sequence[Event]) -> tuple[Event, ...]:
    """A copy's events without the words that were taken out of the log: what they say of it is what is left there."""
    own = {event.seq: event for event in log}
    seqs = (seq for event in log if isinstance(event, LeftOut) for seq in (event.note, event.act))
    left_out = {seq for seq in seqs if seq is not None}
    if not left_out:
        return tuple(copy)
    return tuple(_as_in(event, own.get(event.seq), left_out) for event in copy)


def _as_in(event: Event, own: Event | None, left_out: set[int]) -> Event:
    bare = emptied(event)
    if bare == event:
        return event
    if own is not None and own == bare:
        return own
    return bare if any(_says_of(event, seq) for seq in left_out) else event


# An interview made anonymous.
#
# What was done stays, what was said does not.
#
# What may stay is named, not what must go, so that a field that a later version adds is emptied until somebody
# decides about it: ids of questions, points and concepts of the guide, words of a fixed list, whole numbers, yes and
# no.

OF_GUIDE = frozenset(
    {"question", "questions", "other", "about", "after", "concept", "point", "card", "missing", "guide", "program"}
)
"""Fields whose texts stand in the guide, or tell of the program."""


def anonymised(events: Iterable[Event]) -> bytes:
    """A log of these events without words, times, clocks and code; it replays as the one that it was made from."""
    files: dict[str, str] = {}
    return b"".join(encode(_emptied(event, files)) for event in events)


def _emptied(event: Event, files: dict[str, str]) -> Event:
    kept: Event = event.but(
        **{name: empty for name, empty in _to_empty(_kind_of(event)) if getattr(event, name) != empty}
    )
    if isinstance(event, Merged) and isinstance(kept, Merged):
        file = files.setdefault(event.file, str(len(files) + 1))  # records that were taken over together stay together
        return kept.but(file=file, event=_empty_record(event.event, files))
    if isinstance(kept, Handled) and kept.millis:  # whole numbers, but times
        return kept.but(millis=(0,) * len(kept.millis))
    return kept.but(participant="") if isinstance(kept, Started) else kept


def _kind_of(event: Event) -> Any:
    return type(event)


def _empty_record(record: Mapping[str, Any], files: dict[str, str]) -> Mapping[str, Any]:
    try:
        emptied = json.loads(encode(_emptied(decode(dict(record)), files)))
    except BadRecord:  # a later version wrote it
        return {}
    assert isinstance(emptied, dict)  # noqa: S101  it was just written
    return emptied


@cache
def _to_empty(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a type of event that must go, each with what stands there instead."""
    hints = get_type_hints(kind, include_extras=True)
    found = ((name, _empty(_plain(hints[name]))) for name in kind.field_names() if name not in OF_GUIDE)
    return tuple((name, empty) for name, empty in found if empty is not _STAYS)


_STAYS = object()


def _plain(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _empty(hint: Any) -> Any:
    """What stands for nothing in a field of this type; a whole number, yes or no and a word of a list stay."""
    parts = get_args(hint) if type(None) in get_args(hint) else (hint,)
    optional = len(parts) > 1
    inner = next(part for part in parts if part is not type(None))
    if (
        inner in (int, bool)
        or get_origin(inner) is Literal
        or (get_origin(inner) is tuple and get_args(inner)[0] is int)
    ):
        return _STAYS
    if optional:
        return None
    if inner is float:
        return 0.0
    if inner is str:
        return ""
    return () if get_origin(inner) is tuple else {}
