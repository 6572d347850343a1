"""The rows of the tables, worked out from a study's interviews."""

import re
from collections.abc import Iterable, Iterator

from guide.model import Guide
from interviews.core.events import Event, Noted, Sitting
from interviews.core.notes import outward_notes
from interviews.core.recorder import place_of, segments
from interviews.core.state import Interview
from interviews.study.review import InterviewReview
from interviews.tables.schema import SCHEMA, Cell, Table

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
    """Seconds as hours, minutes and whole seconds, rounded first."""
    if seconds is None:
        return None
    whole = round(seconds)
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


def _questions(one: InterviewReview) -> Iterator[tuple[Cell, ...]]:
    guide = one.guide
    for question in guide.questions:
        found = one.coverage.questions[question.id]
        told = (
            *(found.state, found.unasked, found.depth, found.asked_at, found.covered_at, found.notes),
            *(None if one.afterwards else found.seconds, found.declined_at is not None),
        )
        for target, owner in _served(guide, question.serves) or ((None, None),):
            yield question.id, question.ask, guide.labels[question.id], target, owner, not question.optional, *told


def _served(guide: Guide, serves: Iterable[str]) -> tuple[tuple[str | None, str | None], ...]:
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
                target or "" for target, _ in _served(one.guide, question.serves if question else ())
            )
        yield (
            *(note.seq, 1, note.when, h_mm_ss(note.when)),
            *((None, None) if place is None else (place.number, place.seconds)),
            *(note.kind, note.text, note.is_said, " ".join(note.about), " ".join(served), " ".join(note.tags)),
            *(note.follow_up, note.state),
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
        yield event.seq, t, h_mm_ss(t), event.type, " ".join(_about(event)) or None, _value(event), note


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
