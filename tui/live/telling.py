"""The conversation as entries: the one place that turns events into what the right side of the screen shows."""

from collections.abc import Iterator

from guide.model import Question
from interviews.events import (
    Asked,
    Continued,
    Covered,
    Declined,
    Dropped,
    Edited,
    Ended,
    Event,
    Explained,
    Filled,
    Met,
    Noted,
    Paused,
    Raised,
    RecordingStarted,
    RecordingStopped,
    Reopened,
    Resumed,
    Returned,
    Skipped,
    Ticked,
)
from interviews.notes import Note, notes
from interviews.state import Interview
from tui.stamps import stamp
from tui.widgets.entry_rows import Entry
from tui.words import Words

_GLYPHS = {"quote": "❞", "topic": ">", "reflexive": "✎"}


def entries(interview: Interview, words: Words) -> list[Entry]:
    """What was said and marked so far, oldest first, each as it stands now."""
    standing = {note.seq: note for note in notes(interview)}
    return [entry for act in interview.events() for entry in _told(act, interview, standing, words)]


def _told(act: Event, interview: Interview, standing: dict[int, Note], words: Words) -> Iterator[Entry]:
    match act:
        case Asked():
            yield from _asked(act, interview, words)
        case Noted():
            yield note_entry(standing[act.seq])
        case _:
            line = _quiet(act, interview, words)
            if line:
                yield Entry(key=str(act.seq), side="quiet", stamp=stamp(act.t), head="", text=line, kind="mark")


def note_entry(note: Note) -> Entry:
    """A note on the interviewer's side: its glyph, its words exactly as written."""
    glyph = ("◆" if note.counts else "◇") if note.kind == "bookmark" else _GLYPHS.get(note.kind, "")
    if note.follow_up is not None:
        glyph = f"⚑{note.follow_up}"
    kind = note.kind if note.state in (None, "open") else "closed"
    return Entry(key=str(note.seq), side="right", stamp=stamp(note.t), head=glyph, text=note.text, kind=kind)


def _asked(act: Asked, interview: Interview, words: Words) -> Iterator[Entry]:
    question = interview.guide.question(act.question)
    if question is None:
        return
    yield Entry(
        key=str(act.seq),
        side="left",
        stamp=stamp(act.t),
        head=question.id,
        text=spoken(question, act.wording),
        kind="asked",
    )
    if question.aim:
        yield Entry(key=f"{act.seq}a", side="quiet", stamp="", head="", text=question.aim, kind="mark")
    if act.wording != "ask":
        ids = ", ".join(question.leans_on)
        yield Entry(
            key=f"{act.seq}w",
            side="quiet",
            stamp="",
            head="",
            text=words(f"wording_{act.wording}", ids=ids),
            kind="mark",
        )


def spoken(question: Question, wording: str) -> str:
    """The wording to say: as it sounds alone where that was chosen, else as the guide asks it."""
    return question.alone if wording == "alone" and question.alone else question.ask


def act_line(act: Event, interview: Interview, words: Words) -> str:
    """Any act in a few words, for saying which one was undone."""
    match act:
        case Asked(question=question):
            return words("told_asked", id=question)
        case Noted(kind="bookmark", text=""):
            return words("prompt_bookmark")
        case Noted(text=text) | Edited(text=text) | Filled(text=text):
            return f"«{text}»"
        case Ticked():
            return words("told_ticked")
        case Raised(follow_up=number):
            return words("told_raised", number=number)
        case _:
            return _quiet(act, interview, words)


def _quiet(act: Event, interview: Interview, words: Words) -> str:
    match act:
        case Covered(questions=ids, depth=depth):
            known = depth in (1, 2, 3)
            key = "quiet_covered_depth" if known else "quiet_covered"
            return words(key, ids=" ".join(ids), depth=words(f"depth_{depth}") if known else "")
        case Skipped(questions=ids, reason=reason):
            return _because(words("quiet_skipped", ids=" ".join(ids)), reason, words)
        case Declined(questions=ids, reason=reason):
            return _because(words("quiet_declined", ids=" ".join(ids)), reason, words)
        case Returned(follow_up=number):
            return words("quiet_returned", number=number)
        case Met(follow_up=number):
            return words("quiet_met", number=number)
        case Dropped(follow_up=number, reason=reason):
            return _because(words("quiet_dropped", number=number), reason, words)
        case Explained(concept=concept):
            return words("quiet_explained", concept=concept)
        case _:
            return _session_line(act, interview, words)


def _session_line(act: Event, interview: Interview, words: Words) -> str:
    match act:
        case RecordingStarted(number=number, missing=missing):
            points = [point.text for point in interview.guide.opening if point.id in missing]
            key = "quiet_recording_missing" if points else "quiet_recording_started"
            return words(key, number=number, points=" · ".join(points))
        case RecordingStopped(number=number):
            return words("quiet_recording_stopped", number=number)
        case Resumed(gap=gap):
            return words("quiet_resumed", gap=stamp(gap))
        case Paused():
            return words("quiet_paused")
        case Continued():
            return words("quiet_continued")
        case Ended():
            return words("quiet_ended")
        case Reopened():
            return words("quiet_reopened")
        case _:
            return ""


def _because(line: str, reason: str, words: Words) -> str:
    return words("quiet_reason", line=line, reason=reason) if reason else line
