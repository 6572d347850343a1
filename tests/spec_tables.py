"""The log's vocabulary as a document.

What stands in it cannot say anything else than the event types, their rules and the guide's keys do.
"""

import types
from collections.abc import Iterable, Mapping
from inspect import cleandoc
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from guide.schema import MAPPINGS, Key, KeyTable, Kind, join_choices
from interviews.core.events import EVENT_TYPES, FORMAT, Event
from interviews.observing import FORMAT as OBSERVING_FORMAT
from interviews.observing import OBSERVED_TYPES
from interviews.study.entries import Entry
from interviews.study.facts import OF_INTERVIEW, OF_STUDY

_HEAD = f"""# The log of an interview

`interviews/I1.jsonl` holds one interview: JSON Lines, UTF-8, one event a line, in the order of `seq`. This page is made
from the program's own event types by `make docs`; the format is version {FORMAT}.

What follows from each event, what takes it back and when it is refused is in the [specification](spec.md).

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

"""

_STUDY_TABLE = """| type | fields | meaning |
|---|---|---|
"""


REFUSED_WHEN: Mapping[str, str] = {
    "ago_afterwards": "it is dated back, in an interview entered afterwards",
    "anonymous_unrecorded": "the study stays anonymous, and a voice is not",
    "already_ended": "the interview has ended",
    "already_follow_up": "the note is a follow-up already",
    "already_linked": "the note is about that question already",
    "already_stopped": "that was marked already",
    "already_tagged": "the note has that tag already",
    "already_withheld": "a span is open and another is to have begun earlier",
    "empty_comment": "it has no words",
    "empty_note": "it has no words, and is no bookmark",
    "empty_utterance": "it has no words",
    "empty_proposal": "it has neither words nor another question",
    "follow_up_closed": "the follow-up has a fate already",
    "gate_first": "a point with the gate `recording` is not ticked and nobody has confirmed",
    "load_numbers": "it is not six numbers from 0 to 20",
    "itself_proposed": "the other question is the question itself",
    "judge_which": "no question is named and none is in hand",
    "left_out_already": "its words were taken out already",
    "no_note": "there is no such note in force",
    "no_such_note": "it is no note in force, and no act that has words of its own",
    "no_such_turn": "the turn's number is below 0",
    "no_recorder_runs": "no recording runs",
    "no_recording": "it is to go on in the same file and there is none",
    "no_tag": "it is no tag: letters, digits, `.`, `-` and `_`, and no question's id",
    "not_corrected": "nothing that was named is corrected",
    "words_before_gone": "the words before it were deleted at the end of the project",
    "not_a_pilot": "the interview is no pilot",
    "not_practice": "it is no practice interview",
    "not_two_sided": "the question is not `two_sided`",
    "not_yet": "the moment is later than now",
    "nothing_in_hand": "no question is named and none is in hand",
    "nothing_marked": "none of the questions is covered or skipped",
    "nothing_next": "the next question is wanted and none is left",
    "stopped_next": "the next question is wanted and the informant wished to stop",
    "nothing_recorded": "nothing was recorded",
    "nothing_to_clear": "none of the notes must be asked about, or all have that answer",
    "nothing_to_undo": "no act is in force since the start, or since `reopened`",
    "observing_already": "that one speaks already",
    "observing_empty": "it has no words",
    "pause_afterwards": "the interview is entered afterwards",
    "recorder_afterwards": "the interview is entered afterwards",
    "recorder_runs": "it is to go on in the same file and a recording runs",
    "recording_declined_already": "that was marked already, and no recorder was started since",
    "refusal_stays": "the only mark is the informant's refusal",
    "start_gate": "it is the first, a point with the gate `start` is not ticked and nobody has confirmed",
    "time_at_the_table": "it says when (`at`), in an interview held with the program",
    "unchanged_note": "nothing would change",
    "unchanged_time": "it has that moment already",
    "unknown_concept": "the guide has no such concept, or not that form of it",
    "unknown_follow_up": "no follow-up has that number",
    "unknown_point": "the card has no such point",
    "unknown_question": "an id is no question's",
    "unknown_recording": "no recording has that number",
}
"""When a command is refused, by the code of the refusal; the sentences that people read are in ``tui``."""


def spec_tables() -> Mapping[str, str]:
    """The tables of ``docs/spec.md`` by the names of their places."""
    observed = (event for name, event in OBSERVED_TYPES.items() if name not in EVENT_TYPES)
    facts = f"Keys of a study: {_list_names(OF_STUDY)}.\n\nKeys of an interview: {_list_names(OF_INTERVIEW)}."
    return {
        "keys of the guide": "\n\n".join(_keys(name, keys) for name, keys in MAPPINGS.items()),
        "events": _rules(EVENT_TYPES.values()),
        "events of an observation": _rules(observed),
        "lines of study.jsonl": _STUDY_TABLE + "\n".join(map(_line, get_args(Entry))),
        "keys of facts": facts,
    }


def with_tables(text: str, tables: Mapping[str, str]) -> str:
    """A document with each table as it is today in its place, between two marks that name it.

    Raises:
        ValueError: a table has no such place.
    """
    for name, table in tables.items():
        begin, end = f"<!-- made: {name} -->", f"<!-- end: {name} -->"
        before, _, rest = text.partition(begin)
        _, found, after = rest.partition(end)
        if not found:
            raise ValueError(f"no place for the table of {name}: it stands between {begin} and {end}")
        text = f"{before}{begin}\n\n{table}\n\n{end}{after}"
    return text


_HOLDS: Mapping[Kind, str] = {
    **dict[Kind, str].fromkeys(("text", "line", "wording", "label"), "text"),
    **dict[Kind, str].fromkeys(("yes or no", "anonymity"), "yes or no"),
    **dict[Kind, str].fromkeys(("words", "sentences"), "text or list of texts"),
    **dict[Kind, str].fromkeys(("research questions", "parts"), "mapping of id to text or keys"),
    "count": "whole number from 1",
    "reasons": "mapping of rule to reason",
    "targets": "id or list of ids",
    "names": "name or list of names",
    "points": "list of texts or points",
    "questions": "list of texts or questions",
    "sections": "list of sections",
    "concepts": "mapping of name to text or keys",
    "probes": "text, or list of texts or probes",
    "recorder": "text or keys",
    "data": "keys",
    "choices": "one or a list of ",
}
"""What a key of each kind holds, in words; a kind without a row is called what it is."""


def _holds(key: Key) -> str:
    if key.choices:
        return f"{_HOLDS.get(key.kind, '')}{join_choices(key.choices)}"
    return _HOLDS.get(key.kind, key.kind)


def _keys(name: str, keys: KeyTable) -> str:
    rows = [f"| `{key.name}` | {_holds(key)} | {key.says} |" for key in keys.values()]
    return "\n".join([f"#### Keys of {name}", "", "| key | holds | meaning |", "|---|---|---|", *rows])


def _rules(events: Iterable[type[Event]]) -> str:
    rows = []
    for one in events:
        refused = "; ".join(dict.fromkeys(REFUSED_WHEN[code] for code in one.refused_for)) or "never"
        what = _summary(one).partition("\n")[0]
        rows.append(f"| `{one.type}` | {what} | {one.does} | {one.undone_by} | {refused} |")
    return "\n".join(
        ["| event | what it says | what follows | undone by | refused when |", "|---|---|---|---|---|", *rows]
    )


def _list_names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def log_document() -> str:
    """``docs/log.md``: every type of event with its fields, in Markdown; an observation's after an interview's."""
    common = [_row(name, hint) for name, hint in _hints(Event) if name != "type"]
    common.insert(2, "| `type` | text | which of the types below |")
    interviews = "\n".join([*common, "", *(_section(event) for event in EVENT_TYPES.values())])
    observed = [event for name, event in OBSERVED_TYPES.items() if name not in EVENT_TYPES]
    observations = _OBSERVATION + "\n".join(map(_section, observed))
    return (
        _HEAD
        + interviews
        + "\n"
        + observations
        + "\n"
        + _STUDY
        + _STUDY_TABLE
        + "\n".join(map(_line, get_args(Entry)))
        + "\n"
    )


def _line(entry: type[Any]) -> str:
    hints, optional = get_type_hints(entry), entry.defaults()
    fields = ", ".join(
        f"`{name}` {_kind(hints[name])}" + (", or left out" if optional.get(name) in ("", ()) else "")
        for name in entry.field_names()
        if name not in ("seq", "date")
    )
    return f"| `{entry.type}` | {fields} | {' '.join(_summary(entry).split())} |"


def _section(event: type[Event]) -> str:
    own = [(name, hint) for name, hint in _hints(event) if name not in ("seq", "t")]
    lines = [f"## {event.type}", "", _summary(event), ""]
    if own:
        lines += ["| field | type | meaning |", "|---|---|---|"]
        lines += [_row(name, hint) for name, hint in own]
        lines.append("")
    return "\n".join(lines)


def _summary(event: type[Any]) -> str:
    return cleandoc(event.__doc__ or "").replace("``", "`")


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
