"""What a cell of the review stands on: the notes about a question, and what is still thin across interviews."""

from collections.abc import Sequence
from typing import Literal, get_args

from guide.model import Guide, Question
from interviews.notes import Note, notes
from interviews.review import Reviewed
from interviews.state import Interview

Wanted = Literal["all", "notes", "quotes", "follow_ups", "open", "bookmarks", "topics"]
WANTED: tuple[Wanted, ...] = get_args(Wanted)
"""What notes can be narrowed down to; ``open`` are follow-ups that are still open."""

_KINDS = {"notes": "note", "quotes": "quote", "bookmarks": "bookmark", "topics": "topic"}


def evidence(
    interview: Interview, question: str | None = None, wanted: Wanted = "all", tag: str = ""
) -> tuple[Note, ...]:
    """An interview's notes in their order: those about one question (None: all), of one kind, with one tag."""
    found = (note for note in notes(interview) if question is None or question in note.about)
    return tuple(note for note in found if _is_wanted(note, wanted) and _has_tag(note, tag))


def _is_wanted(note: Note, wanted: Wanted) -> bool:
    match wanted:
        case "all":
            return True
        case "follow_ups":
            return note.follow_up is not None
        case "open":
            return note.state == "open"
        case _:
            return note.kind == _KINDS[wanted]


def _has_tag(note: Note, tag: str) -> bool:
    return not tag or tag.casefold() in {one.casefold() for one in note.tags}


def thin(guide: Guide, interviews: Sequence[Reviewed]) -> tuple[Question, ...]:
    """The required questions that fewer than half of these interviews covered, of those that had them in their guide.

    A question that somebody would rather not answer is no gap.
    """
    found = []
    for question in (question for section in guide.sections for question in section.questions):
        found_here = [
            one.coverage.questions[question.id] for one in interviews if question.id in one.coverage.questions
        ]
        wanting = [one.state for one in found_here if one.state == "covered" or one.declined_at is None]
        if not question.optional and wanting and 2 * wanting.count("covered") < len(wanting):
            found.append(question)
    return tuple(found)
