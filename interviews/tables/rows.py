"""The tables: their columns, and rows from a study's interviews.

One schema for ever, whatever the interviews hold. An id is a value, never a column. Each row names its interview, its
file and, where it is an event's, its ``seq``. The wall clock is two columns, local time and offset, since an instant is
shown in the reader's own zone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from guide.frozen import Value
from guide.model import Guide
from interviews.core.events import Event, Noted, Sitting
from interviews.core.notes import outward_notes
from interviews.core.recorder import place_of, segments
from interviews.core.state import Interview
from interviews.study.review import InterviewReview

ColumnType = Literal["text", "whole", "number", "boolean"]
Cell = str | int | float | bool | None


class Column(Value):
    """A column: its name, its type, what it holds."""

    name: str
    type: ColumnType
    meaning: str


class Table(Value):
    """A table's rows, each with a cell for every column of its schema."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def ref(self, row: tuple[Cell, ...]) -> str:
        """How a row is named: its interview and, where it is an event's, its seq."""
        names = [column.name for column in self.columns]
        return f"{row[0]}:{row[names.index('seq')]}" if "seq" in names else str(row[0])


_WHICH = (
    Column("interview", "text", "the log's name, as I1-2"),
    Column("participant", "text", "the participant's code"),
    Column("mode", "text", "live, pilot or practice; only live ones are counted"),
    Column("file", "text", "the log, from the study's folder"),
)

SCHEMA: Mapping[str, tuple[Column, ...]] = {
    "interviews": (
        *_WHICH,
        Column("started", "text", "local wall clock of the first act, or the date that was said"),
        Column("offset", "text", "that clock's offset from UTC, as +01:00"),
        Column("seconds", "number", "length, pauses and gaps off; none where it was entered afterwards"),
        Column("duration", "text", "the same as h:mm:ss"),
        Column("ended", "boolean", "whether it was ended"),
        Column("afterwards", "boolean", "whether it was entered afterwards, from paper"),
        Column("revision", "whole", "the guide's revision that it was held with"),
        Column("notes", "whole", "notes that count"),
        Column("follow_ups_open", "whole", "follow-ups nobody came back to"),
        Column("follow_ups_returned", "whole", "returned to"),
        Column("follow_ups_met", "whole", "answered meanwhile"),
        Column("follow_ups_dropped", "whole", "let go"),
        Column("recordings", "whole", "how many recordings were marked"),
        Column("interviewer", "text", "initials of who held it, as their settings have them; of both note-takers"),
    ),
    "questions": (
        *_WHICH,
        Column("question", "text", "id in today's guide, or as it was; † behind it where another has that id now"),
        Column("wording", "text", "as the interview's own guide had it"),
        Column("label", "text", "short name"),
        Column("research_question", "text", "id of a research question or part that it serves; a row for each"),
        Column("owner", "text", "the research question that a part belongs to"),
        Column("required", "boolean", "whether coverage asks for it"),
        Column("state", "text", "untouched, touched, asked, skipped, declined or covered"),
        Column("unasked", "boolean", "covered and never asked"),
        Column("depth", "whole", "1 mentioned, 2 described, 3 with an example"),
        Column("asked_at", "number", "first asked, in seconds"),
        Column("covered_at", "number", "covered since, in seconds"),
        Column("notes", "whole", "notes about it"),
        Column("seconds", "number", "time in hand, pauses and gaps off"),
        Column("declined", "boolean", "whether the informant ever declined"),
    ),
    "notes": (
        *_WHICH,
        Column("seq", "whole", "the event in the log"),
        Column("part", "whole", "1; more where a cell could not hold the words"),
        Column("t", "number", "seconds into the interview"),
        Column("time", "text", "the same as h:mm:ss"),
        Column("recording", "whole", "which recording it lies in"),
        Column("recording_seconds", "number", "and where"),
        Column("kind", "text", "note, quote, follow_up, bookmark or topic"),
        Column("text", "text", "the words exactly as written"),
        Column("quoted", "boolean", "whether they are the informant's own"),
        Column("about", "text", "ids of questions, parted by blanks"),
        Column("research_questions", "text", "ids of what those serve, parted by blanks"),
        Column("tags", "text", "parted by blanks"),
        Column("follow_up", "whole", "a follow-up's number"),
        Column("follow_up_state", "text", "open, returned, met or dropped"),
        Column("by", "text", "whose note it is, where note-takers' logs were combined"),
    ),
    "events": (
        *_WHICH,
        Column("seq", "whole", "place in the log"),
        Column("t", "number", "seconds into the interview"),
        Column("time", "text", "the same as h:mm:ss"),
        Column("type", "text", "what happened, as in the log"),
        Column("question", "text", "ids of the questions it is about, parted by blanks"),
        Column("value", "text", "kind, depth, mark, verdict: what it says in one word"),
        Column("note", "whole", "seq of the note it is about"),
        Column("by", "text", "whose act it is, where note-takers' logs were combined"),
    ),
}
"""Every table's columns, in order."""


Held = tuple[InterviewReview, Interview]
"""An interview as it is reviewed, and itself, both in today's ids."""

_HALF = re.compile("[\ud800-\udfff]")
_WALL = re.compile(r"(.*?)([+-]\d\d:\d\d|Z)?$")
_VALUES = ("kind", "depth", "mark", "verdict", "side", "level", "usable", "number", "follow_up")


def make_tables(held: Iterable[Held]) -> tuple[Table, ...]:
    """The tables, each with every column in every row; words that are held back and reflexive notes are not there."""
    rows: dict[str, list[tuple[Cell, ...]]] = {name: [] for name in SCHEMA}
    for one, interview in held:
        which = (one.name, one.participant, one.mode, one.file)
        rows["interviews"].append((*which, *_interview(one, interview)))
        rows["questions"] += [(*which, *row) for row in _questions(one)]
        rows["notes"] += [(*which, *row) for row in _notes(one, interview)]
        rows["events"] += [(*which, *row) for row in _events(one, interview)]
    return tuple(Table(name, SCHEMA[name], tuple(rows[name])) for name in SCHEMA)


def whole_signs(tables: Iterable[Table]) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    """The tables with the number of each half character, which no encoding can write, and the rows that had one."""
    found: dict[str, None] = {}
    made = []
    for table in tables:
        rows = list(table.rows)
        for place, row in enumerate(rows):
            if any(isinstance(cell, str) and _HALF.search(cell) for cell in row):
                rows[place] = tuple(_HALF.sub(_number, cell) if isinstance(cell, str) else cell for cell in row)
                found[table.ref(row)] = None
        made.append(table.but(rows=tuple(rows)))
    return tuple(made), tuple(found)


def like_formulas(tables: Iterable[Table]) -> tuple[str, ...]:
    """The rows with words that a spreadsheet takes for a formula when it opens them as CSV."""
    found: dict[str, None] = {}
    for table in tables:
        words = [place for place, column in enumerate(table.columns) if column.name in ("text", "wording", "label")]
        for row in table.rows:
            if any(str(row[place] or "").startswith(("=", "+", "-", "@")) for place in words):
                found[table.ref(row)] = None
    return tuple(found)


def _number(found: re.Match[str]) -> str:
    return f"‹{ord(found[0]):02X}›"


def h_mm_ss(seconds: float | None) -> str | None:
    """Seconds as hours, minutes and the whole seconds that are full, as on every screen."""
    if seconds is None:
        return None
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def _interview(one: InterviewReview, interview: Interview) -> Iterator[Cell]:
    found = _WALL.fullmatch(one.started)
    wall, offset = (found[1], found[2]) if found is not None else (one.started, None)
    seconds = None if one.afterwards else one.seconds
    yield from (wall or None, offset if "T" in wall else None, seconds, h_mm_ss(seconds), one.ended, one.afterwards)
    yield one.revision
    yield sum(1 for note in outward_notes(interview) if note.counts)
    yield from (one.fates[fate] for fate in ("open", "returned", "met", "dropped"))
    yield len({segment.number for segment in segments(interview)})
    yield one.interviewer or None


def _questions(one: InterviewReview) -> Iterator[tuple[Cell, ...]]:
    guide = one.guide
    for question in guide.questions:
        found = one.coverage.questions[question.id]
        told = (
            *(found.state, found.unasked, found.depth, found.asked_at, found.covered_at, found.notes),
            *(None if one.afterwards else found.seconds, found.declined_at is not None),
        )
        for target, owner in _list_targets(guide, question.serves) or ((None, None),):
            yield question.id, question.ask, guide.labels[question.id], target, owner, not question.optional, *told


def _list_targets(guide: Guide, serves: Iterable[str]) -> tuple[tuple[str | None, str | None], ...]:
    ids = {target.id.casefold(): target.id for target in guide.targets}
    return tuple((ids.get(one.casefold(), one), guide.owner(one)) for one in dict.fromkeys(serves))


def _notes(one: InterviewReview, interview: Interview) -> Iterator[tuple[Cell, ...]]:
    for note in outward_notes(interview):
        if note.left_out:
            continue
        place = None if note.afterwards else place_of(interview, note.t)
        served: dict[str, None] = {}
        for id in note.about:
            question = one.guide.question(id)
            served |= dict.fromkeys(
                target or "" for target, _ in _list_targets(one.guide, question.serves if question else ())
            )
        yield (
            *(note.seq, 1, note.when, h_mm_ss(note.when)),
            *((None, None) if place is None else (place.number, place.seconds)),
            *(note.kind, note.text, note.is_said, " ".join(note.about), " ".join(served), " ".join(note.tags)),
            *(note.follow_up, note.state, note.by or None),
        )


def _events(one: InterviewReview, interview: Interview) -> Iterator[tuple[Cell, ...]]:
    """The events in force, without anybody's words, and without what is about a note that is not shown."""
    shown = {note.seq for note in outward_notes(interview)}
    for event in interview.events():
        if not event.type or (isinstance(event, Noted) and event.kind == "reflexive"):
            continue
        note = getattr(event, "note", None)
        if note is not None and note not in shown:
            continue
        t = None if one.afterwards and not isinstance(event, Sitting) else event.t
        yield (
            event.seq,
            t,
            h_mm_ss(t),
            event.type,
            " ".join(_about(event)) or None,
            _value(event),
            note,
            event.by or None,
        )


def _about(event: Event) -> tuple[str, ...]:
    for name in ("questions", "about"):
        ids: tuple[str, ...] = getattr(event, name, ())
        if ids:
            return ids
    question = getattr(event, "question", None)
    return (question,) if isinstance(question, str) else ()


def _value(event: Event) -> str | None:
    for name in _VALUES:
        value = getattr(event, name, None)
        if value is not None and value != "":
            return str(value).lower() if isinstance(value, bool) else str(value)
    return None
