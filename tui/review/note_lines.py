"""A note on one line of a list: when, where in the recording, about what, of which kind, and its words."""

from interviews.notes import Note
from interviews.recorder import place_of, segments
from interviews.state import Interview
from tui.stamps import note_stamp, stamp
from tui.words import Words

MARKS = {"bookmark": "◆", "quote": "❞", "topic": ">", "reflexive": "✎"}
"""Shapes of the kinds of notes."""


def heard(note: Note, interview: Interview) -> str:
    """Where the note lies in the recording, such as ``1·34:12``; a column only where something was recorded."""
    if not segments(interview):
        return ""
    place = place_of(interview, note.t)
    return f"{f'{place.number}·{stamp(place.seconds)}' if place is not None else '':>10}"


def mark_of(note: Note, words: Words) -> str:
    """The note's shape, with the fate of a follow-up in words."""
    if note.follow_up is not None:
        said = MARKS["quote"] if note.quoted else ""
        return f"⚑{note.follow_up}{said} {words(f'review_fate_{note.state}')}:"
    return MARKS.get(note.kind, " ") if note.counts else "◇"


def note_line(note: Note, interview: Interview, words: Words) -> str:
    """The whole line; people's words as they were written."""
    text = note.text if note.counts else words("review_empty_bookmark")
    tags = [f"#{tag}" for tag in note.tags if f"#{tag}".casefold() not in note.text.casefold()]
    about = " ".join(note.about)
    line = f"{note_stamp(note):>7}{heard(note, interview)}  {about:<7}{mark_of(note, words)} {text}"
    use = [f"({words(f'use_{note.use}')})"] if note.use is not None else []
    return " ".join([line, *tags, *([f"({note.reason})"] if note.reason else []), *use])
