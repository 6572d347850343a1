"""The log's vocabulary as a document, made from the event types, so that it cannot say anything else than they do."""

import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from interviews.events import EVENT_TYPES, FORMAT, Event
from interviews.observing import FORMAT as OBSERVING_FORMAT
from interviews.observing import OBSERVED_TYPES
from interviews.study_entries import Entry

_HEAD = f"""# The log of an interview

`interviews/I1.jsonl` holds one interview: JSON Lines, UTF-8, one event a line, in the order of `seq`. This page is made
from the program's own event types by `make docs`; the format is version {FORMAT}.

An event is on disk before the screen shows it. Nothing that was acknowledged is ever written over: an edit and an undo
are events of their own. `t` counts seconds from the key press that began the first act, on a clock that neither jumps
nor stops when the lid is closed; a note's `t` is the moment of its first key press and may precede its neighbours'. The
wall clock stands only where the interview is taken up (`started`, `resumed`, `reopened`). Fields may be added in later
versions, so readers pass over those they do not know; names never change. Split lines on `\\n` only.

Seconds have a point, whole ones too (`12.0`). What is empty is left out: text without a sign in it, a list without an
item, what is not known. Numbers and true or false are always there. Logs of older versions have `12`, `""`, `[]` or
`null` in such places, and are read for ever.

A log whose file went away while it was written goes on in `I1.rescued-1.jsonl`, beside it or in the user's data folder
(`intervjuguide/rescued/`): all events since the start, and those that follow. The two are one interview: the union by
`seq`; where they differ, the file that was gone on with last counts.

Every event has:

| field | type | meaning |
|---|---|---|
"""

_OBSERVATION = f"""# The log of an observation

`observations/P1.jsonl` holds what an observer ticked beside the interview of the same name, in the same way: one tick a
line, on disk before the screen shows it; the format is version {OBSERVING_FORMAT}. `t` counts seconds from the moment
the observer sat down. `boot` and `clock` put both logs on one time axis where they were begun in the same running of a
computer; else `wall` does, to the second. Where nobody left the seat, as after a power cut, what was observed ends with
the last tick. `undone` is as in an interview.

"""


_STUDY = """# The facts of a study

`study.jsonl` holds what no log can know, in the same way: one line each, with `seq`, mostly a `date`, and `type`. What
is said again under the same key counts instead of what was said before. The file has a lock of its own, and no
interview waits for it.

| type | fields | meaning |
|---|---|---|
"""


def log_document() -> str:
    """``docs/log.md``: every type of event with its fields, in Markdown; an observation's after an interview's."""
    common = [_row(name, hint) for name, hint in _hints(Event) if name != "type"]
    common.insert(2, "| `type` | text | which of the types below |")
    interviews = "\n".join([*common, "", *(_section(event) for event in EVENT_TYPES.values())])
    observed = [event for name, event in OBSERVED_TYPES.items() if name not in EVENT_TYPES]
    observations = _OBSERVATION + "\n".join(map(_section, observed))
    return _HEAD + interviews + "\n" + observations + "\n" + _STUDY + "\n".join(map(_line, get_args(Entry))) + "\n"


def _line(entry: type[Any]) -> str:
    fields = " ".join(f"`{name}`" for name in entry.field_names() if name not in ("seq", "date"))
    return f"| `{entry.type}` | {fields} | {_summary(entry)} |"


def _section(event: type[Event]) -> str:
    own = [(name, hint) for name, hint in _hints(event) if name not in ("seq", "t")]
    lines = [f"## {event.type}", "", _summary(event), ""]
    if own:
        lines += ["| field | type | meaning |", "|---|---|---|"]
        lines += [_row(name, hint) for name, hint in own]
        lines.append("")
    return "\n".join(lines)


def _summary(event: type[Any]) -> str:
    return (event.__doc__ or "").strip().replace("``", "`")


def _hints(event: type[Event]) -> list[tuple[str, Any]]:
    hints = get_type_hints(event, include_extras=True)
    return [(name, hints[name]) for name in event.field_names()]


def _row(name: str, hint: Any) -> str:
    kind, meaning = get_args(hint)[0], get_args(hint)[1]
    return f"| `{name}` | {_kind(kind)} | {meaning} |"


def _kind(hint: Any) -> str:
    origin = get_origin(hint)
    if origin is Annotated:
        return _kind(get_args(hint)[0])
    if origin is Literal:
        return " · ".join(f"`{value}`" if value else "left out" for value in get_args(hint))
    if origin in (types.UnionType, Union):
        inner = next(part for part in get_args(hint) if part is not type(None))
        return f"{_kind(inner)}, or left out"
    if origin is tuple and get_args(hint)[0] is int:
        return "list of whole numbers"
    return {
        bool: "true or false",
        int: "whole number",
        float: "number with a point",
        str: "text",
        tuple: "list of texts",
    }.get(origin or hint, "object")
