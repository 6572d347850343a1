"""Notes and follow-ups as of now.

The words last written, the links, the status of what was parked.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple, Self, get_args

from guide.model import Guide
from interviews.core.events import (
    Cleared,
    Corrected,
    Dropped,
    Edited,
    Event,
    Filled,
    LeftOut,
    Linked,
    Met,
    Noted,
    NoteKind,
    Raised,
    Retimed,
    Returned,
    Tagged,
)
from interviews.core.recorder import stretches_off, withheld, withheld_at
from interviews.core.state import Interview, is_earlier

NoteUse = Literal["unanswered", "usable", "unusable"]
"""Whether a note from when nothing was recorded any more, or off the record, may be used."""

FollowUpState = Literal["open", "returned", "met", "dropped"]
FATES: tuple[FollowUpState, ...] = get_args(FollowUpState)
"""What can become of a follow-up."""

_HASH_WORD = re.compile(r"(?<![\w#])#([\w.\-]*\w)")


class Note(NamedTuple):
    """A note as it stands: ``seq`` names it, ``t`` in seconds; ``text`` is empty only for an unfilled bookmark.

    In an interview entered ``afterwards`` t is the entering's; ``at`` is about when it was, None where nobody said.
    ``use`` is None where nobody need ask whether it may be used. ``corrected``: these are the words that the informant
    wanted after reading; ``left_out``: the informant wanted none, and the log has none any more. ``by``: whose note it
    is, where note-takers' logs were combined.

    A tuple, a third of a ``Value``'s size: a report of a large study holds tens of thousands.
    """

    seq: int
    t: float
    kind: NoteKind
    text: str
    about: tuple[str, ...]
    tags: tuple[str, ...]
    follow_up: int | None = None
    state: FollowUpState | None = None
    reason: str = ""
    edited: bool = False
    at: float | None = None
    afterwards: bool = False
    use: NoteUse | None = None
    quoted: bool = False
    corrected: bool = False
    left_out: bool = False
    by: str = ""

    def but(self, **changes: Any) -> Self:
        """The same note with some fields changed."""
        return self._replace(**changes)

    @property
    def is_said(self) -> bool:
        """Whether its words are the informant's own, as heard."""
        return bool(self.text) and (self.kind == "quote" or self.quoted)

    @property
    def when(self) -> float | None:
        """Seconds into the interview, or None where that is not known."""
        return self.at if self.afterwards else self.t

    @property
    def usable(self) -> bool:
        """Whether its words may leave the program: nobody need ask, or it was answered that they may."""
        return self.use in (None, "usable")

    @property
    def counts(self) -> bool:
        """Whether it counts as a note: everything but a bookmark without words."""
        return bool(self.text) or self.kind != "bookmark"


def hash_words(text: str, guide: Guide) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The links and the tags in a note: ``#b8`` equal to a question's id is a link, any other ``#word`` a tag.

    An å pasted as two characters is an å here too.
    """
    links: dict[str, None] = {}
    tags: dict[str, str] = {}
    for found in _HASH_WORD.finditer(unicodedata.normalize("NFC", text)):
        question = guide.question(found[1])
        if question is not None:
            links[question.id] = None
        else:
            tags.setdefault(found[1].casefold(), found[1])
    return tuple(links), tuple(tags.values())


def notes(interview: Interview) -> tuple[Note, ...]:
    """Every note in force, in the order in which they were taken."""
    return interview.remember("notes", lambda: _standing(interview))


def _standing(interview: Interview) -> tuple[Note, ...]:
    found: dict[int, Note] = {}
    owners: dict[int, int] = {}
    made = interview.memo("notes")
    for act in interview.events():
        if type(act) is not Noted:
            _take(act, found, owners)
            continue
        known = made.get(act.seq)
        if known is None or known[0] is not act:
            made[act.seq] = known = (act, _as_taken(act))
        found[act.seq] = known[1]
        if act.follow_up is not None:
            owners[act.follow_up] = act.seq
    if interview.started.afterwards:
        return tuple(note.but(afterwards=True) for note in found.values())
    standing = [note if note.at is None else note.but(t=note.at, at=None) for note in found.values()]
    return tuple(_with_use(standing, interview))


def _with_use(found: list[Note], interview: Interview) -> list[Note]:
    """The notes, those that must be asked about with what was answered; logs from before 0.2.0 did not ask."""
    if is_earlier(interview.started.program):
        return found
    off = stretches_off(interview)
    own = {by: stretches_off(interview, by) for by in {note.by for note in found if note.by}}
    if not off and not withheld(interview) and not any(own.values()):
        return found
    answers: dict[int, NoteUse] = {}
    for act in interview.events_but_notes():
        if isinstance(act, Cleared):
            answers |= dict.fromkeys(act.notes, "usable" if act.usable else "unusable")

    def is_unsure(note: Note) -> bool:
        if note.kind == "reflexive" or not note.counts or (note.left_out and not note.text):
            return False
        moment = (note.t, note.seq)
        stops = (*off, *own.get(note.by, ()))
        unheard = any((stop.t, stop.seq) < moment and (on is None or moment < (on.t, on.seq)) for stop, on in stops)
        return unheard or withheld_at(interview, note.t)

    return [note.but(use=answers.get(note.seq, "unanswered")) if is_unsure(note) else note for note in found]


def notes_to_ask_about(interview: Interview) -> tuple[Note, ...]:
    """The notes of which nobody has said whether they may be used."""
    return tuple(note for note in notes(interview) if note.use == "unanswered")


def count_left_out(interview: Interview) -> dict[str, int]:
    """How many notes stand in no export: unanswered whether they may be used, or not to be used."""
    counted = Counter(note.use for note in notes(interview))
    kinds: tuple[NoteUse, ...] = ("unanswered", "unusable")
    return {use: counted[use] for use in kinds if counted[use]}


def outward_notes(interview: Interview, *, reflexive: bool = False) -> tuple[Note, ...]:
    """The notes that may leave the program: ``reflexive`` ones, the researcher's own, only when asked for.

    Those that may not be used, or of which nobody has said so yet, never do.
    """
    return tuple(note for note in notes(interview) if note.usable and (reflexive or note.kind != "reflexive"))


def in_order_of_time(found: Iterable[Note]) -> list[Note]:
    """The notes by their moments, however late each was written; those of which nobody knows when come last."""
    return sorted(found, key=lambda note: (note.when is None, note.when or 0.0))


def count_links(interview: Interview) -> Counter[tuple[str, ...]]:
    """How many notes that count are about the same questions, by the ids of their ``about``.

    Reflexive notes are the researcher's own, and count for no question.
    """
    about: dict[int, tuple[str, ...]] = {}
    bookmarks: set[int] = set()
    for act in interview.events():
        if type(act) is Noted:
            if act.kind == "bookmark":
                bookmarks.add(act.seq)
                if act.text:
                    about[act.seq] = act.about
            elif act.kind != "reflexive":
                about[act.seq] = act.about
        elif isinstance(act, Retimed) and act.note in about:
            about[act.note] = act.about or about[act.note]
        elif isinstance(act, Linked) and act.note in about:
            about[act.note] = (*about[act.note], act.question)
        elif isinstance(act, Edited | Filled) and (act.note in about or act.note in bookmarks):
            if act.text or act.note not in bookmarks:
                about[act.note] = act.about
            else:
                about.pop(act.note, None)
    return Counter(about.values())


def follow_ups(interview: Interview) -> tuple[Note, ...]:
    """The notes that are follow-ups, by their number."""
    raised = (note for note in notes(interview) if note.follow_up is not None)
    return tuple(sorted(raised, key=lambda note: note.follow_up or 0))


def fates(interview: Interview) -> dict[FollowUpState, int]:
    """How many follow-ups are open, returned to, answered meanwhile, let go; without working out every note."""
    return {**interview.remember("fates", lambda: _count_fates(interview))}


def _count_fates(interview: Interview) -> dict[FollowUpState, int]:
    found: dict[int, FollowUpState] = {}
    for act in interview.events():
        if type(act) is Noted or type(act) is Raised:
            if act.follow_up is not None:
                found[act.follow_up] = "open"
        elif isinstance(act, _DECIDING) and act.follow_up in found:
            found[act.follow_up] = _FATES[type(act)]
    counted = list(found.values())
    return {fate: counted.count(fate) for fate in FATES}


def empty_bookmarks(interview: Interview) -> tuple[Note, ...]:
    """The bookmarks that have no words yet, oldest first; those that the informant had left out get none."""
    return tuple(note for note in notes(interview) if not note.counts and not note.left_out)


def _as_taken(act: Noted) -> Note:
    state: FollowUpState | None = None if act.follow_up is None else "open"
    note = Note(act.seq, act.t, act.kind, act.text, act.about, act.tags, act.follow_up, state)
    return (
        note if act.at is None and not act.quoted and not act.by else note.but(at=act.at, quoted=act.quoted, by=act.by)
    )


def _take(act: Event, found: dict[int, Note], owners: dict[int, int]) -> None:
    match act:
        case Edited() if act.note in found:
            found[act.note] = found[act.note].but(
                text=act.text, about=act.about, tags=act.tags, edited=True, corrected=False, left_out=False
            )
        case Filled() if act.note in found:
            found[act.note] = found[act.note].but(text=act.text, about=act.about, tags=act.tags, left_out=False)
        case Corrected() if act.note in found:  # its words stand in the note already
            found[act.note] = found[act.note].but(corrected=not act.bracketed)
        case LeftOut() if act.note in found:
            found[act.note] = found[act.note].but(corrected=False, left_out=True)
        case Retimed() if act.note in found:
            note = found[act.note]
            found[act.note] = note.but(at=act.at, about=act.about or note.about)
        case Linked() if act.note in found:
            note = found[act.note]
            found[act.note] = note.but(about=tuple(dict.fromkeys((*note.about, act.question))))
        case Tagged() if act.note in found:
            found[act.note] = found[act.note].but(tags=(*found[act.note].tags, act.tag))
        case Raised() if act.note in found:
            found[act.note] = found[act.note].but(follow_up=act.follow_up, state="open")
            owners[act.follow_up] = act.note
        case Returned() | Met() | Dropped() if owners.get(act.follow_up) in found:
            seq = owners[act.follow_up]
            reason = act.reason if isinstance(act, Dropped) else ""
            found[seq] = found[seq].but(state=_FATES[type(act)], reason=reason)
        case _:
            pass


_DECIDING = (Returned, Met, Dropped)
_FATES: dict[type[Event], FollowUpState] = {Returned: "returned", Met: "met", Dropped: "dropped"}
