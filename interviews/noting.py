"""How commands about notes are decided: words, links, follow-ups. Nothing is changed here."""

from interviews.commands import (
    CallMet,
    ClearNotes,
    Drop,
    EditNote,
    LinkNote,
    RetimeNote,
    ReturnTo,
    TagNote,
    TakeNote,
)
from interviews.events import (
    Cleared,
    Dropped,
    Edited,
    Event,
    Filled,
    Linked,
    Met,
    Noted,
    NoteKind,
    Raised,
    Refusal,
    Retimed,
    Returned,
    Tagged,
)
from interviews.moment import Moment
from interviews.notes import Note, follow_ups, hash_words, notes
from interviews.state import Interview


def take(interview: Interview, command: TakeNote, at: Moment) -> Event | Refusal:
    """A note of any kind, about the question in hand at its moment and those that it links."""
    if command.kind != "bookmark" and not command.text.strip():
        return Refusal("empty_note")
    t = round(max(at.began - command.back, 0.0), 3)
    links, tags = hash_words(command.text, interview.guide)
    question = question_noted(interview, command.kind, at, command.back)
    hand = () if question is None else (question,)
    named = interview.guide.question(command.question) if command.question is not None else None
    about = tuple(dict.fromkeys(((named.id,) if named is not None else hand) + links))
    number = interview.follow_ups + 1 if command.kind == "follow_up" else None
    return Noted(
        seq=interview.next_seq,
        t=t,
        kind=command.kind,
        text=command.text,
        about=about,
        tags=tags,
        follow_up=number,
        back=command.back,
        at=command.at,
        quoted=True if command.quoted and command.kind == "follow_up" else None,
    )


def question_noted(interview: Interview, kind: NoteKind, at: Moment, back: float = 0.0) -> str | None:
    """The question that a note begun then, and dated back so many seconds, is about: prompt and log say the same."""
    hand = _in_hand(interview, kind, round(max(at.began - back, 0.0), 3))
    if back and not hand:  # dated back to before the first question: nearer to the one in hand than to none
        hand = _in_hand(interview, kind, at.now)
    return hand[0] if hand else None


def _in_hand(interview: Interview, kind: NoteKind, t: float) -> tuple[str, ...]:
    """The question that a note of this kind is about by its moment alone; topics and reflexive notes stand free."""
    hand = None if kind in ("topic", "reflexive") else interview.hand_at(t)
    return () if hand is None else (hand,)


def edit(interview: Interview, command: EditNote, at: Moment) -> Event | Refusal:
    """Other words for a note, or a bookmark's first; links that were accepted stay."""
    taken = notes(interview)
    note = taken[-1] if taken and command.note is None else _by_seq(taken, command.note)
    if note is None:
        return Refusal("no_note")
    if not command.text.strip():
        return Refusal("empty_note")
    if command.text == note.text:
        return Refusal("unchanged_note")
    before, tags_before = hash_words(note.text, interview.guide)
    links, tags = hash_words(command.text, interview.guide)
    links = links if command.about is None else command.about
    tags = tags if command.tags is None else command.tags
    in_hand = _in_hand(interview, note.kind, note.t)
    accepted = {act.question for act in interview.events() if isinstance(act, Linked) and act.note == note.seq}
    kept = tuple(id for id in (*note.about, *accepted) if id in in_hand or id in accepted or id not in before)
    kind = Edited if note.counts else Filled
    return kind(
        seq=interview.next_seq,
        t=at.now,
        note=note.seq,
        text=command.text,
        about=tuple(dict.fromkeys(kept + links)),
        tags=tuple(dict.fromkeys((*tags, *(tag for tag in note.tags if tag not in tags_before)))),
    )


def _by_seq(taken: tuple[Note, ...], seq: int | None) -> Note | None:
    return next((note for note in taken if note.seq == seq), None)


def raise_follow_up(interview: Interview, at: Moment) -> Event | Refusal:
    """The last note as a follow-up."""
    taken = notes(interview)
    if not taken:
        return Refusal("no_note")
    if taken[-1].follow_up is not None:
        return Refusal("already_follow_up", {"number": str(taken[-1].follow_up)})
    return Raised(seq=interview.next_seq, t=at.now, note=taken[-1].seq, follow_up=interview.follow_ups + 1)


def close_follow_up(interview: Interview, command: ReturnTo | CallMet | Drop, at: Moment) -> Event | Refusal:
    """What became of a follow-up that is open."""
    number = command.follow_up
    found = next((note for note in follow_ups(interview) if note.follow_up == number), None)
    if found is None:
        return Refusal("unknown_follow_up", {"number": str(number)})
    if found.state != "open":
        return Refusal("follow_up_closed", {"number": str(number), "state": found.state or ""})
    match command:
        case ReturnTo():
            return Returned(seq=interview.next_seq, t=at.now, follow_up=number)
        case CallMet():
            return Met(seq=interview.next_seq, t=at.now, follow_up=number)
        case Drop(reason=reason):
            return Dropped(seq=interview.next_seq, t=at.now, follow_up=number, reason=reason)


def retime(interview: Interview, command: RetimeNote, at: Moment) -> Event | Refusal:
    """Another moment for a note; the question in hand then takes the place of the one that was in hand before."""
    taken = notes(interview)
    note = taken[-1] if taken and command.note is None else _by_seq(taken, command.note)
    if note is None:
        return Refusal("no_note")
    moment = round(command.at, 3)
    if note.when == moment:
        return Refusal("unchanged_time")
    if note.afterwards:
        return Retimed(seq=interview.next_seq, t=at.now, note=note.seq, at=moment)
    if moment > (at.now if interview.ended is None else interview.ended.t):
        return Refusal("not_yet")
    before, then = _in_hand(interview, note.kind, note.t), _in_hand(interview, note.kind, moment)
    moves = then and then != before and note.about[: len(before)] == before
    about = tuple(dict.fromkeys(then + note.about[len(before) :])) if moves else ()
    return Retimed(seq=interview.next_seq, t=at.now, note=note.seq, at=moment, about=about)


def link(interview: Interview, command: LinkNote, at: Moment) -> Event | Refusal:
    """One more question that a note is about."""
    note, question = _by_seq(notes(interview), command.note), interview.guide.question(command.question)
    if note is None:
        return Refusal("no_note")
    if question is None:
        return Refusal("unknown_question", {"id": command.question})
    if question.id in note.about:
        return Refusal("already_linked", {"id": question.id})
    return Linked(seq=interview.next_seq, t=at.now, note=note.seq, question=question.id)


def tag(interview: Interview, command: TagNote, at: Moment) -> Event | Refusal:
    """A tag for a note, which keeps its words."""
    note = _by_seq(notes(interview), command.note)
    word = command.tag.strip().lstrip("#")
    if note is None:
        return Refusal("no_note")
    if hash_words(f"#{word}", interview.guide)[1] != (word,):
        return Refusal("no_tag", {"word": command.tag})
    if word.casefold() in {known.casefold() for known in note.tags}:
        return Refusal("already_tagged", {"word": word})
    return Tagged(seq=interview.next_seq, t=at.now, note=note.seq, tag=word)


def clear(interview: Interview, command: ClearNotes, at: Moment) -> Event | Refusal:
    """Whether notes that nothing was recorded of, or off the record, may be used."""
    asked = {note.seq: note.use for note in notes(interview) if note.use is not None}
    wanted = "usable" if command.usable else "unusable"
    changed = tuple(seq for seq in command.notes if asked.get(seq, wanted) != wanted)
    if not changed:
        return Refusal("nothing_to_clear")
    return Cleared(seq=interview.next_seq, t=at.now, notes=changed, usable=command.usable)
