"""An interview made anonymous.

What was done stays, what was said does not.

What may stay is named, not what must go, so that a field that a later version adds is emptied until somebody decides
about it: ids of questions, points and concepts of the guide, words of a fixed list, whole numbers, yes and no.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from interviews.core.codec import BadRecord, decode, encode
from interviews.core.events import Event, Merged, Started

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
        return kept.but(file=file, event=_record(event.event, files))
    return kept.but(participant="") if isinstance(kept, Started) else kept


def _kind_of(event: Event) -> Any:
    return type(event)


def _record(record: Mapping[str, Any], files: dict[str, str]) -> Mapping[str, Any]:
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
