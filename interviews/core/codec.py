"""Events as lines of JSON, and back.

Every field is checked, because a log may have been touched by other programs.
"""

import json
import re
import types
from collections.abc import Callable, Mapping
from functools import cache
from sys import intern
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from guide.frozen import Value
from guide.problems import one_line
from interviews.core.events import EVENT_TYPES, Event

MOST = 2**53 - 1
"""The largest number a log may hold: every program that reads JSON reads it exactly."""

_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


class BadRecord(ValueError):
    """A line that is no event; ``code`` says why, ``facts`` fill its sentence."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def to_json(value: object, indent: int | None = None) -> str:
    """JSON in which no character steers a terminal or splits a line, though it reads back as exactly the same text."""
    if indent is None:
        return escape_unsafe(_COMPACT.encode(value))
    return escape_unsafe(json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False))


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False)
"""Made once: ``json.dumps`` makes one for each line."""


def escape_unsafe(text: str) -> str:
    """JSON with every character escaped that steers a terminal or splits a line.

    None of them is printable, and to ask for that takes a third of looking for each.
    """
    return text if text.isprintable() else _UNSAFE.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def encode(event: Event) -> bytes:
    """One line, newline included. What is empty is left out, and seconds have a point, whole ones too.

    Numbers and yes or no are always written: a log is read by people, and by programs that guess a column's type from
    what they see first.
    """
    record: dict[str, object] = {"seq": event.seq, "t": float(event.t), "type": event.type}
    kind: Any = type(event)
    values = event.__dict__
    for name, empty, in_seconds in _fields_of(kind):
        value = values[name]
        if empty is _ABSENT or value != empty:
            record[name] = float(value) if in_seconds else value
    return (escape_unsafe(_COMPACT.encode(record)) + "\n").encode()


def decode(record: object, vocabulary: Mapping[str, type[Event]] = EVENT_TYPES) -> Event:
    """The event that a parsed line is, one of ``vocabulary`` by the name that stands in the log.

    Raises:
        BadRecord: no object, an unknown type, a missing field, or a value of the wrong type. Unknown fields are
            passed over, since later versions may add some.
    """
    if not isinstance(record, dict):
        raise BadRecord("log_not_an_object")
    kind = record.get("type")
    event_type: Any = vocabulary.get(kind) if isinstance(kind, str) else None
    if event_type is None:
        raise BadRecord("log_unknown_type", type=one_line(kind) if isinstance(kind, str) else "")
    return _reader_of(event_type).read(record)


class RecordReader:
    """Makes events of one type of records; of a type that comes often by a function written for it."""

    def __init__(self, kind: Any) -> None:
        hints = _hints_of(kind)
        self._kind = kind
        self._defaults = {**kind.defaults()}
        self._readers = {name: (_PLAIN.get(hints[name]), _reader(hints[name])) for name in kind.field_names()}
        self._quick: QuickReader | None = None
        self._left = OFTEN

    def read(self, record: dict[str, Any]) -> Event:
        """The event that a record is.

        Raises:
            BadRecord: it is none.
        """
        if self._quick is not None:
            found = self._quick(record)
            return self.look_closely(record) if found is None else found
        self._left -= 1
        if not self._left:
            self._quick = make_quick_reader(self._kind)
        return self.look_closely(record)

    def look_closely(self, record: dict[str, Any]) -> Event:
        """The same field by field in the record's order, so that the wrong one is named."""
        event: Event = object.__new__(self._kind)
        values = event.__dict__  # filled right where they stay: a log of an hour has a thousand records
        values.update(self._defaults)
        readers, name = self._readers, ""
        try:
            for name, value in record.items():
                if name in readers:
                    plain, convert = readers[name]
                    values[name] = value if type(value) is plain else convert(value)
        except (TypeError, ValueError, KeyError):
            raise BadRecord("log_wrong_value", field=name) from None
        if len(values) != len(readers):
            raise BadRecord("log_missing_field", field=next(name for name in readers if name not in values))
        return event


@cache
def _reader_of(kind: Any) -> RecordReader:
    return RecordReader(kind)


OFTEN = 500
"""Records of one type, after which a function is written to read them: to write one takes what it saves on so many."""

QuickReader = Callable[[dict[str, Any]], Event | None]


def make_quick_reader(kind: Any) -> QuickReader:
    """Write and compile, as a dataclass does, what makes an event of a record; None where that needs a closer look.

    Each field is looked at in a line of its own, without a loop and mostly without a call. Most lines of a long log are
    of a few types.
    """
    hints, defaults = _hints_of(kind), kind.defaults()
    known: dict[str, Any] = {"_new": object.__new__, "_fill": _FILL, "_kind": kind, "_intern": intern, "_most": MOST}
    lines = ["def read(_record):", " _get = _record.get", " try:"]
    for name in kind.field_names():
        read, empty, literals = (f"_{what}_{name}" for what in ("read", "empty", "literals"))
        lines.append(f"  {name} = " + (f"_get({name!r}, {empty})" if name in defaults else f"_record[{name!r}]"))
        known |= {read: _reader(hints[name]), empty: defaults.get(name)}
        if hints[name] in _RIGHT:
            look = f"if not ({_RIGHT[hints[name]].format(name)}): {name} = {read}({name})"
        elif get_origin(hints[name]) is Literal:
            known[literals] = {one: one for one in get_args(hints[name])}
            look = f"{name} = {literals}[{name}]"
        elif hints[name] == tuple[str, ...]:
            look = f"{name} = tuple(map(_intern, {name})) if type({name}) is list else {read}({name})"
        else:
            look = f"{name} = {read}({name})"
        lines += [f"  if {name} is not {empty}:", f"   {look}"] if name in defaults else [f"  {look}"]
    told = ", ".join(f"{name!r}: {name}" for name in kind.field_names())
    lines += [
        " except (TypeError, ValueError, KeyError):",
        "  return None",
        " _event = _new(_kind)",
        f" _fill(_event, {{{told}}})",
        " return _event",
    ]
    exec("\n".join(lines), known)  # noqa: S102  the names are those of our own classes
    reader: QuickReader = known["read"]
    return reader


_FILL = Value.__dict__["__dict__"].__set__
_RIGHT: dict[Any, str] = {
    str: "type({0}) is str",
    bool: "type({0}) is bool",
    int: "type({0}) is int and 0 <= {0} <= _most",
    float: "type({0}) is float and 0.0 <= {0} <= _most",
}
"""When a value is right as it stands."""


@cache
def _fields_of(kind: Any) -> tuple[tuple[str, Any, bool], ...]:
    """Each field but those that all events have: its name, what is left out, and whether it is seconds."""
    hints, defaults = _hints_of(kind), kind.defaults()
    return tuple(
        (
            name,
            defaults[name] if defaults.get(name, _ABSENT) in (None, "", (), {}) else _ABSENT,
            hints[name] is float,
        )
        for name in kind.field_names()
        if name not in ("seq", "t")
    )


@cache
def _hints_of(kind: Any) -> dict[str, Any]:
    """The types of all fields: to find them out takes longer than to read fifty records."""
    return get_type_hints(kind)


_ABSENT = object()
_PLAIN: dict[Any, type] = {str: str, bool: bool}


def _reader(hint: Any) -> Callable[[Any], Any]:
    origin = get_origin(hint)
    if origin is Annotated:
        return _reader(get_args(hint)[0])
    if origin is Literal:
        return {one: one for one in get_args(hint)}.__getitem__
    if origin in (types.UnionType, Union):
        inner = next(part for part in get_args(hint) if part is not type(None))
        read = _reader(inner)
        return lambda value: None if value is None else read(value)
    if origin is tuple and get_args(hint)[0] is int:
        return _numbers
    return {int: _whole, float: _seconds, str: _text, bool: _yes_no, tuple: _texts}.get(origin or hint, _mapping)


def _whole(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= MOST:
        raise ValueError
    return value


def _seconds(value: Any) -> float:
    if type(value) is float and 0 <= value <= MOST:
        return value
    if type(value) is not int or not 0 <= value <= MOST:
        raise ValueError
    return float(value)


def _yes_no(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError
    return value


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if type(value) is not list:
        raise ValueError
    return tuple(map(intern, value))  # it refuses whatever is no text; the few ids of a guide are held once


def _numbers(value: Any) -> tuple[int, ...]:
    if type(value) is not list:
        raise ValueError
    return tuple(_whole(item) for item in value)


def _mapping(value: Any) -> Mapping[str, Any]:
    if type(value) is not dict:
        raise ValueError
    return value


class Vocabulary(Value):
    """What may stand in a log: the types by name, the type that its first record has, and the newest format known."""

    types: Mapping[str, type[Event]]
    start: type[Event]
    format: int
