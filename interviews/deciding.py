"""An interview decides: a command becomes one event, or a refusal that says why not. Nothing is changed here."""

from guide.model import Point, Question
from guide.values import Value
from interviews.commands import (
    AskNext,
    AskQuestion,
    CallMet,
    Command,
    Decline,
    Drop,
    EditNote,
    End,
    Explain,
    MarkCovered,
    RaiseFollowUp,
    ReturnTo,
    Skip,
    TakeNote,
    Tick,
    TogglePause,
    ToggleRecording,
    Undo,
)
from interviews.coverage import coverage
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
    NoteKind,
    Paused,
    Raised,
    RecordingStarted,
    RecordingStopped,
    Refusal,
    Returned,
    Skipped,
    Ticked,
    Undone,
    Wording,
)
from interviews.notes import Note, follow_ups, hash_words, notes
from interviews.state import Interview
from interviews.suggesting import leans, next_question


class Moment(Value):
    """When a command was given: the first key press of its line, and now, both in seconds into the interview."""

    began: float
    now: float


def decide(interview: Interview, command: Command, at: Moment) -> Event | Refusal:
    """The one event that the command becomes, or why it becomes none."""
    match command:
        case AskQuestion() | AskNext():
            return _ask(interview, command, at)
        case MarkCovered() | Skip() | Decline():
            return _mark(interview, command, at)
        case TakeNote():
            return _note(interview, command, at)
        case EditNote():
            return _edit(interview, command, at)
        case RaiseFollowUp():
            return _raise(interview, at)
        case ReturnTo() | CallMet() | Drop():
            return _close_follow_up(interview, command, at)
        case Tick():
            return _tick(interview, command, at)
        case Explain():
            return _explain(interview, command, at)
        case ToggleRecording():
            return _record(interview, command, at)
        case TogglePause():
            kind = Continued if is_paused(interview) else Paused
            return kind(seq=interview.next_seq, t=at.now)
        case Undo():
            return _undo(interview, at)
        case End():
            return _end(interview, at)


def is_paused(interview: Interview) -> bool:
    """Whether a pause is on."""
    return isinstance(interview.remembered("pause", lambda: _last_of(interview, (Paused, Continued))), Paused)


def recording(interview: Interview) -> int | None:
    """The number of the recording that is running, or None."""
    marks = (RecordingStarted, RecordingStopped)
    last = interview.remembered("recording", lambda: _last_of(interview, marks))
    return last.number if isinstance(last, RecordingStarted) else None


def _last_of(interview: Interview, kinds: tuple[type[Event], ...]) -> Event | None:
    return next((act for act in reversed(interview.acts.values()) if isinstance(act, kinds)), None)


def ticks(interview: Interview, card: str, question: str | None = None) -> dict[str, str]:
    """The mark of each ticked point of a card, by the point's id: done or not_needed."""
    found: dict[str, str] = {}
    for act in interview.events():
        if isinstance(act, Ticked) and act.card == card and act.question == question:
            found[act.point] = act.mark
    return {point: mark for point, mark in found.items() if mark != "open"}


def missing_gates(interview: Interview) -> tuple[Point, ...]:
    """The opening points that are wanted before recording and have no tick."""
    ticked = ticks(interview, "opening")
    return tuple(point for point in interview.guide.opening if point.gate == "recording" and point.id not in ticked)


def wording(interview: Interview, question: Question) -> Wording:
    """Which wording makes sense now: a leaning question jumped to early is shown as it sounds alone, or as a stub."""
    if not question.leans_on or not leans(question, interview.guide, coverage(interview).questions):
        return "ask"
    return "alone" if question.alone else "stub"


def _ask(interview: Interview, command: AskQuestion | AskNext, at: Moment) -> Event | Refusal:
    if isinstance(command, AskNext):
        question = next_question(interview.guide, coverage(interview).questions, interview.hand)
        if question is None:
            return Refusal("nothing_next")
    else:
        question = interview.guide.question(command.question)
        if question is None:
            return Refusal("unknown_question", {"id": command.question})
    return Asked(seq=interview.next_seq, t=at.now, question=question.id, wording=wording(interview, question))


def _mark(interview: Interview, command: MarkCovered | Skip | Decline, at: Moment) -> Event | Refusal:
    named = command.questions or ((interview.hand,) if interview.hand is not None else ())
    if not named:
        return Refusal("nothing_in_hand")
    ids: dict[str, None] = {}
    for name in named:
        question = interview.guide.question(name)
        if question is None:
            return Refusal("unknown_question", {"id": name})
        ids[question.id] = None
    match command:
        case MarkCovered(depth=depth):
            return Covered(seq=interview.next_seq, t=at.now, questions=tuple(ids), depth=depth)
        case Skip(reason=reason):
            return Skipped(seq=interview.next_seq, t=at.now, questions=tuple(ids), reason=reason)
        case Decline(reason=reason):
            return Declined(seq=interview.next_seq, t=at.now, questions=tuple(ids), reason=reason)


def _note(interview: Interview, command: TakeNote, at: Moment) -> Event | Refusal:
    if command.kind != "bookmark" and not command.text.strip():
        return Refusal("empty_note")
    t = round(max(at.began - command.back, 0.0), 3)
    links, tags = hash_words(command.text, interview.guide)
    hand = _in_hand(interview, command.kind, t)
    if command.back and not hand:  # dated back to before the first question: nearer to the one in hand than to none
        hand = _in_hand(interview, command.kind, at.now)
    about = tuple(dict.fromkeys(hand + links))
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
    )


def _in_hand(interview: Interview, kind: NoteKind, t: float) -> tuple[str, ...]:
    """The question that a note of this kind is about by its moment alone; topics and reflexive notes stand free."""
    hand = None if kind in ("topic", "reflexive") else interview.hand_at(t)
    return () if hand is None else (hand,)


def _edit(interview: Interview, command: EditNote, at: Moment) -> Event | Refusal:
    taken = notes(interview)
    note = taken[-1] if taken and command.note is None else _by_seq(taken, command.note)
    if note is None:
        return Refusal("no_note")
    if not command.text.strip():
        return Refusal("empty_note")
    if command.text == note.text:
        return Refusal("unchanged_note")
    before, _ = hash_words(note.text, interview.guide)
    links, tags = hash_words(command.text, interview.guide)
    in_hand = _in_hand(interview, note.kind, note.t)
    kept = tuple(id for id in note.about if id in in_hand or id not in before)
    kind = Edited if note.counts else Filled
    return kind(
        seq=interview.next_seq,
        t=at.now,
        note=note.seq,
        text=command.text,
        about=tuple(dict.fromkeys(kept + links)),
        tags=tags,
    )


def _by_seq(taken: tuple[Note, ...], seq: int | None) -> Note | None:
    return next((note for note in taken if note.seq == seq), None)


def _raise(interview: Interview, at: Moment) -> Event | Refusal:
    taken = notes(interview)
    if not taken:
        return Refusal("no_note")
    if taken[-1].follow_up is not None:
        return Refusal("already_follow_up", {"number": str(taken[-1].follow_up)})
    return Raised(seq=interview.next_seq, t=at.now, note=taken[-1].seq, follow_up=interview.follow_ups + 1)


def _close_follow_up(interview: Interview, command: ReturnTo | CallMet | Drop, at: Moment) -> Event | Refusal:
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


def _tick(interview: Interview, command: Tick, at: Moment) -> Event | Refusal:
    guide = interview.guide
    question = guide.question(command.question or "") if command.card == "probes" else None
    if question is not None:
        points = [str(place) for place, _ in enumerate(question.probes, 1)]
    elif command.card == "probes":
        points = []
    else:
        points = [point.id for point in (guide.opening if command.card == "opening" else guide.after)]
    if command.point not in points:
        return Refusal("unknown_point", {"point": command.point})
    return Ticked(
        seq=interview.next_seq,
        t=at.now,
        card=command.card,
        point=command.point,
        question=question.id if question is not None else None,
        mark=command.mark,
    )


def _explain(interview: Interview, command: Explain, at: Moment) -> Event | Refusal:
    concept = next((one for one in interview.guide.concepts if one.name == command.concept), None)
    if concept is None or command.level not in dict(concept.forms):
        return Refusal("unknown_concept", {"word": command.concept})
    return Explained(seq=interview.next_seq, t=at.now, concept=concept.name, level=command.level, after=interview.hand)


def _record(interview: Interview, command: ToggleRecording, at: Moment) -> Event | Refusal:
    running = recording(interview)
    if running is not None:
        return RecordingStopped(seq=interview.next_seq, t=at.now, number=running)
    missing = missing_gates(interview)
    if missing and not command.confirmed:
        return Refusal("gate_first", {"points": " · ".join(point.text for point in missing)})
    number = 1 + max((act.number for act in interview.events() if isinstance(act, RecordingStarted)), default=0)
    return RecordingStarted(
        seq=interview.next_seq, t=at.now, number=number, missing=tuple(point.id for point in missing)
    )


def _undo(interview: Interview, at: Moment) -> Event | Refusal:
    act = interview.last_act()
    if act is None:
        return Refusal("nothing_to_undo")
    return Undone(seq=interview.next_seq, t=at.now, act=act.seq)


def _end(interview: Interview, at: Moment) -> Event | Refusal:
    if interview.ended is not None:
        return Refusal("already_ended")
    return Ended(seq=interview.next_seq, t=at.now)
