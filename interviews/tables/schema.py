"""The tables' columns, with their types: one schema for ever, whatever the interviews hold.

An id is a value, never a column. Each row names its interview, its file and, where it is an event's, its ``seq``. The
wall clock is two columns, local time and offset, since an instant is shown in the reader's own zone.
"""

from collections.abc import Mapping
from typing import Literal

from guide.frozen import Value

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
    ),
}
"""Every table's columns, in order."""
