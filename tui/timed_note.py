"""A note with the time at which it was, ``12:30 words``, where no clock runs: in an interview entered afterwards."""

import re

from interviews.commands import TakeNote
from interviews.events import NoteKind, Refusal

_TIME = re.compile(r"(\d{1,3}:[0-5]\d|\d{1,2}:[0-5]\d:[0-5]\d)(?:\s+|$)", re.ASCII)
_KINDS: dict[str, NoteKind] = {'"': "quote", "!": "follow_up", ">": "topic"}


def timed_note(line: str) -> TakeNote | Refusal | None:
    """The note, minutes and seconds (hours before them) first; None where the line begins with no time."""
    found = _TIME.match(line)
    if found is None:
        return None
    seconds = sum(int(part) * 60**place for place, part in enumerate(reversed(found[1].split(":"))))
    words = line[found.end() :]
    if words[:1] in ("+", "-", "/"):
        return Refusal("time_is_a_notes")
    kind = _KINDS.get(words[:1], "note" if words.strip() else "bookmark")
    text = words[1:].lstrip(" ") if words[:1] in _KINDS else words
    return TakeNote(text, kind, at=float(seconds)) if text.strip() or kind == "bookmark" else Refusal("empty_note")
