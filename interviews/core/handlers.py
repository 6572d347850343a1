"""Handlers: a command becomes one event, or a refusal.

Nothing is changed here.
"""

from collections.abc import Callable, Mapping
from typing import Any

from guide.model import Question
from interviews.core import afterwards, recorder
from interviews.core import checklists as points
from interviews.core.clock import Moment
from interviews.core.commands import (
    AskNext,
    AskQuestion,
    CallMet,
    ClearNotes,
    CloseRound,
    Command,
    CorrectNote,
    Decline,
    DeclineRecording,
    Drop,
    EditNote,
    End,
    Explain,
    Hear,
    Judge,
    LinkNote,
    MarkCovered,
    MarkSide,
    Propose,
    RaiseFollowUp,
    RateLoad,
    RetimeNote,
    ReturnTo,
    Say,
    ShiftRecording,
    Skip,
    Stop,
    StopRecording,
    TagNote,
    TakeBackCorrection,
    TakeComment,
    TakeNote,
    TellHandling,
    Tick,
    TogglePause,
    ToggleRecording,
    ToggleTranscribing,
    Undo,
    Unmark,
)
from interviews.core.corrections import words_of
from interviews.core.coverage import coverage
from interviews.core.events import (
    Asked,
    Cleared,
    Commented,
    Continued,
    Corrected,
    Covered,
    Declined,
    Dropped,
    Edited,
    Ended,
    Event,
    Explained,
    Filled,
    Handled,
    Heard,
    Judged,
    LeftOut,
    Linked,
    LoadRated,
    Met,
    Noted,
    NoteKind,
    Paused,
    Proposed,
    Raised,
    Refusal,
    Retimed,
    Returned,
    Said,
    Skipped,
    Stopped,
    Tagged,
    Undone,
    Unmarked,
    WentThrough,
    Wording,
    WordsCorrected,
)
from interviews.core.handling import LOAD_SCALES, MOST_LOAD
from interviews.core.next_question import leans, next_question
from interviews.core.notes import Note, follow_ups, hash_words, notes
from interviews.core.state import Interview

Handler = Callable[[Interview, Any, Moment], Event | Refusal]
"""Makes one kind of command an event."""


def decide(interview: Interview, command: Command, at: Moment) -> Event | Refusal:
    """The one event that the command becomes, or why it becomes none."""
    refused = afterwards.refusal_of(interview, command) if interview.started.afterwards else None
    if refused is not None:
        return refused
    return HANDLERS[type(command)](interview, command, at)


def is_paused(interview: Interview) -> bool:
    """Whether a pause is on."""
    return isinstance(interview.last(Paused, Continued), Paused)


def wording(interview: Interview, question: Question) -> Wording:
    """Which wording makes sense now: a leaning question jumped to early is shown as it sounds alone, or as a stub."""
    if not question.leans_on or not leans(question, interview.guide, coverage(interview).questions):
        return "ask"
    return "alone" if question.alone else "stub"


def _ask(interview: Interview, command: AskQuestion | AskNext, at: Moment) -> Event | Refusal:
    if isinstance(command, AskNext):
        if interview.last(Stopped) is not None:
            return Refusal("stopped_next")
        question = next_question(interview.guide, coverage(interview).questions, interview.hand)
        if question is None:
            return Refusal("nothing_next")
    else:
        question = interview.guide.question(command.question)
        if question is None:
            return Refusal("unknown_question", {"id": command.question})
    missing = points.missing_at_start(interview)
    if missing and not command.confirmed:
        return Refusal("start_gate", {"points": " · ".join(point.text for point in missing)})
    return Asked(
        seq=interview.next_seq,
        t=at.now,
        question=question.id,
        wording=wording(interview, question),
        missing=tuple(point.id for point in missing),
    )


def _mark(interview: Interview, command: MarkCovered | Skip | Decline | Unmark, at: Moment) -> Event | Refusal:
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
        case Unmark():
            return _unmark(interview, tuple(ids), at)


def _unmark(interview: Interview, ids: tuple[str, ...], at: Moment) -> Event | Refusal:
    """Take off what can be taken off: where there is neither a cover nor a skip, nothing changes."""
    states = coverage(interview).questions
    marked = tuple(id for id in ids if states[id].state in ("covered", "skipped"))
    if not marked:
        declined = [id for id in ids if states[id].declined_at is not None]
        return Refusal("refusal_stays" if declined else "nothing_marked", {"id": " ".join(declined or ids)})
    return Unmarked(seq=interview.next_seq, t=at.now, questions=marked)


def _hear(interview: Interview, command: Hear, at: Moment) -> Event | Refusal:
    if command.turn < 0:
        return Refusal("no_such_turn")
    ids: dict[str, None] = {}
    for name in command.questions:
        question = interview.guide.question(name)
        if question is None:
            return Refusal("unknown_question", {"id": name})
        ids[question.id] = None
    return Heard(
        seq=interview.next_seq,
        t=at.now,
        turn=command.turn,
        questions=tuple(ids),
        at=command.at,
        score=command.score,
    )


def _explain(interview: Interview, command: Explain, at: Moment) -> Event | Refusal:
    concept = next((one for one in interview.guide.concepts if one.name == command.concept), None)
    if concept is None or command.level not in dict(concept.forms):
        return Refusal("unknown_concept", {"word": command.concept})
    return Explained(seq=interview.next_seq, t=at.now, concept=concept.name, level=command.level, after=interview.hand)


def _say(interview: Interview, command: Say, at: Moment) -> Event | Refusal:
    if interview.started.mode != "practice":
        return Refusal("not_practice")
    if not command.text.strip():
        return Refusal("empty_utterance")
    typed = round(max(at.now - max(at.began, 0.0), 0.0), 3)
    return Said(seq=interview.next_seq, t=at.now, text=command.text, question=interview.hand, typed=typed)


def _toggle_pause(interview: Interview, _: TogglePause, at: Moment) -> Event | Refusal:
    kind = Continued if is_paused(interview) else Paused
    return kind(seq=interview.next_seq, t=at.now)


def _undo(interview: Interview, _: Undo, at: Moment) -> Event | Refusal:
    act = interview.last_act()
    if act is None:
        return Refusal("nothing_to_undo")
    if _is_last_with_words(interview, act):
        return Refusal("words_before_gone")
    return Undone(seq=interview.next_seq, t=at.now, act=act.seq)


def _stop(interview: Interview, _: Stop, at: Moment) -> Event | Refusal:
    if interview.ended is not None:
        return Refusal("already_ended")
    if interview.last(Stopped) is not None:
        return Refusal("already_stopped")
    return Stopped(seq=interview.next_seq, t=at.now)


def _end(interview: Interview, _: End, at: Moment) -> Event | Refusal:
    if interview.ended is not None:
        return Refusal("already_ended")
    return Ended(seq=interview.next_seq, t=at.now)


def _rate(interview: Interview, command: RateLoad, at: Moment) -> Event | Refusal:
    numbers = command.numbers
    if len(numbers) != len(LOAD_SCALES) or not all(0 <= number <= MOST_LOAD for number in numbers):
        return Refusal("load_numbers")
    rated: dict[str, Any] = dict(zip(LOAD_SCALES, numbers, strict=True))
    return LoadRated(seq=interview.next_seq, t=at.now, **rated)


def _in_pilot(handler: Handler) -> Handler:
    """A handler that refuses outside a pilot, for an informant is not asked about the guide."""

    def decide_in_pilot(interview: Interview, command: Any, at: Moment) -> Event | Refusal:
        if interview.started.mode != "pilot":
            return Refusal("not_a_pilot")
        return handler(interview, command, at)

    return decide_in_pilot


def _close_round(interview: Interview, _: CloseRound, at: Moment) -> Event | Refusal:
    return WentThrough(seq=interview.next_seq, t=at.now)


def _tell_handling(interview: Interview, command: TellHandling, _: Moment) -> Event | Refusal:
    t = interview.t  # nobody did anything since: who leaves a pilot open makes it no longer
    return Handled(
        seq=interview.next_seq, t=t, acts=command.acts, keys=command.keys, millis=command.millis, rest=command.rest
    )


def _judge(interview: Interview, command: Judge, at: Moment) -> Event | Refusal:
    named = command.question or interview.hand
    if named is None:
        return Refusal("judge_which")
    question = interview.guide.question(named)
    if question is None:
        return Refusal("unknown_question", {"id": named})
    return Judged(
        seq=interview.next_seq, t=at.now, question=question.id, verdict=command.verdict, reason=command.reason
    )


def _propose(interview: Interview, command: Propose, at: Moment) -> Event | Refusal:
    question = interview.guide.question(command.question)
    other = interview.guide.question(command.other) if command.other else None
    if question is None or (command.other and other is None):
        return Refusal("unknown_question", {"id": command.other if question is not None else command.question})
    if other is not None and other.id == question.id:
        return Refusal("itself_proposed", {"id": question.id})
    if other is None and not command.text.strip():
        return Refusal("empty_proposal")
    return Proposed(
        seq=interview.next_seq,
        t=at.now,
        question=question.id,
        text=command.text if command.text.strip() else "",
        other="" if other is None else other.id,
    )


def _comment(interview: Interview, command: TakeComment, at: Moment) -> Event | Refusal:
    if not command.text.strip():
        return Refusal("empty_comment")
    t = max(at.began, 0.0)
    named = interview.hand_at(t) if command.question is None else command.question
    question = interview.guide.question(named) if named else None
    if named and question is None:
        return Refusal("unknown_question", {"id": named})
    return Commented(
        seq=interview.next_seq,
        t=t,
        question=None if question is None else question.id,
        text=command.text,
        prompt=command.prompt,
        late=interview.ended is not None,
    )


def take(interview: Interview, command: TakeNote, at: Moment) -> Event | Refusal:
    """A note of any kind, about the question in hand at its moment and those that it links."""
    if command.at is not None and not interview.started.afterwards:
        return Refusal("time_at_the_table")
    if command.kind != "bookmark" and not command.text.strip():
        return Refusal("empty_note")
    t = round(max(at.began - command.back, 0.0), 3)
    links, tags = hash_words(command.text, interview.guide) if "#" in command.text else ((), ())
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
    """The question that a note begun then, and dated back so many seconds, is about: prompt and log say the same.

    Before the first question it is about that one, which is nearer than none; before the interview about none.
    """
    if kind in _FREE:
        return None
    then = at.began - back
    moment = round(max(then, 0.0), 3)
    if back and then > -1:  # by less than a second it is the beginning that is meant
        return next(iter(_nearest(interview, kind, moment)), None)
    return interview.hand_at(moment)


_FREE = ("topic", "reflexive")
"""Kinds of notes that are about no question by their moment."""


def _in_hand(interview: Interview, kind: NoteKind, t: float) -> tuple[str, ...]:
    """The question that a note of this kind is about by its moment alone."""
    hand = None if kind in _FREE else interview.hand_at(t)
    return () if hand is None else (hand,)


def _nearest(interview: Interview, kind: NoteKind, t: float) -> tuple[str, ...]:
    """The question that a note is about where somebody names its moment: before the first question that one."""
    first = () if kind in _FREE else (act.question for act in interview.acts.values() if isinstance(act, Asked))
    return _in_hand(interview, kind, t) or tuple(first)[:1]


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
    about, tags = _relink(interview, note, command)
    kind = Edited if note.counts else Filled
    return kind(seq=interview.next_seq, t=at.now, note=note.seq, text=command.text, about=about, tags=tags)


def correct(interview: Interview, command: CorrectNote, at: Moment) -> Event | Refusal:
    """The informant's words for a note, or for an act that has words of its own."""
    note = _by_seq(notes(interview), command.note)
    said = note.text if note is not None else words_of(interview.acts.get(command.note))
    if said is None:
        return Refusal("no_such_note", {"seq": str(command.note)})
    if not command.text.strip():
        return Refusal("empty_note")
    if command.text == said and not (note is not None and command.drop_tags):
        return Refusal("unchanged_note")
    if note is None:
        return WordsCorrected(
            seq=interview.next_seq, t=at.now, act=command.note, text=command.text, bracketed=command.bracketed
        )
    about, tags = _relink(interview, note, command)
    if command.about is None and not hash_words(command.text, interview.guide)[0]:
        about = tuple(dict.fromkeys((*note.about, *about)))  # the informant wished words, and the links are not theirs
    if command.drop_tags:
        tags = hash_words(command.text, interview.guide)[1] if command.tags is None else command.tags
        if command.text == said and tags == note.tags:
            return Refusal("unchanged_note")
    return Corrected(
        seq=interview.next_seq,
        t=at.now,
        note=note.seq,
        text=command.text,
        about=about,
        tags=tags,
        bracketed=command.bracketed and not note.corrected,  # what the informant wished is still told so
    )


def take_back(interview: Interview, command: TakeBackCorrection, at: Moment) -> Event | Refusal:
    """The last correction out of force, whenever it was made: what it superseded stands again."""
    made = [
        act
        for act in interview.events()
        if (isinstance(act, Corrected) and act.note == command.note)
        or (isinstance(act, WordsCorrected) and act.act == command.note)
    ]
    if not made:
        return Refusal("not_corrected", {"seq": str(command.note)})
    if _is_last_with_words(interview, made[-1]):
        return Refusal("words_before_gone")
    return Undone(seq=interview.next_seq, t=at.now, act=made[-1].seq)


def _is_last_with_words(interview: Interview, act: Event) -> bool:
    """Whether an act gave other words to what has none any more without it: the end of the project emptied those."""
    if not isinstance(act, Edited | Filled | Corrected | WordsCorrected):
        return False
    of = act.act if isinstance(act, WordsCorrected) else act.note
    in_force = {**interview.acts, **interview.originals}
    before = [
        one
        for seq, one in in_force.items()
        if seq != act.seq
        and (
            seq == of
            or (isinstance(one, Edited | Filled | Corrected | LeftOut) and one.note == of)
            or (isinstance(one, WordsCorrected | LeftOut) and one.act == of)
        )
    ]
    last = before[-1] if before else None
    match last:
        case None | LeftOut():
            return False
        case Noted(kind="bookmark"):
            return not last.text and not isinstance(act, Filled)
        case Noted() | Edited() | Filled() | Corrected() | WordsCorrected():
            return not last.text
        case _:
            return not words_of(last)


def _relink(
    interview: Interview, note: Note, command: EditNote | CorrectNote
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a note with other words is about, and its tags; links that were accepted stay."""
    before, tags_before = hash_words(note.text, interview.guide)
    links, tags = hash_words(command.text, interview.guide)
    links = links if command.about is None else command.about
    tags = tags if command.tags is None else command.tags
    in_hand = _in_hand(interview, note.kind, note.t)
    accepted = _accepted(interview, note)
    kept = tuple(id for id in (*note.about, *accepted) if id in in_hand or id in accepted or id not in before)
    return (
        tuple(dict.fromkeys(kept + links)),
        tuple(dict.fromkeys((*tags, *(tag for tag in note.tags if tag not in tags_before)))),
    )


def _accepted(interview: Interview, note: Note) -> set[str]:
    """The questions that a note was said to be about too."""
    return {act.question for act in interview.events() if isinstance(act, Linked) and act.note == note.seq}


def _by_seq(taken: tuple[Note, ...], seq: int | None) -> Note | None:
    return next((note for note in taken if note.seq == seq), None)


def raise_follow_up(interview: Interview, _: RaiseFollowUp, at: Moment) -> Event | Refusal:
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
    """Another moment for a note; the question in hand then takes the place of the one that was in hand before.

    A link that was written in the note's words or accepted stays, though it names the question in hand before.
    """
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
    before, then = _nearest(interview, note.kind, note.t), _nearest(interview, note.kind, moment)
    by_moment = before if note.about[:1] == before else ()
    about: tuple[str, ...] = ()
    if then and then != by_moment and (by_moment or not _in_hand(interview, note.kind, note.t)):
        linked = {*hash_words(note.text, interview.guide)[0], *_accepted(interview, note)}
        stays = (id for id in note.about if id not in by_moment or id in linked)
        about = tuple(dict.fromkeys((*then, *stays)))
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


HANDLERS: Mapping[type[Command], Handler] = {
    AskQuestion: _ask,
    AskNext: _ask,
    MarkCovered: _mark,
    Skip: _mark,
    Decline: _mark,
    Unmark: _mark,
    TakeNote: take,
    EditNote: edit,
    CorrectNote: correct,
    TakeBackCorrection: take_back,
    LinkNote: link,
    TagNote: tag,
    RetimeNote: retime,
    ClearNotes: clear,
    RaiseFollowUp: raise_follow_up,
    ReturnTo: close_follow_up,
    CallMet: close_follow_up,
    Drop: close_follow_up,
    Tick: points.tick,
    MarkSide: points.mark_side,
    Explain: _explain,
    ToggleRecording: recorder.record,
    StopRecording: recorder.stop,
    DeclineRecording: recorder.decline,
    ShiftRecording: recorder.shift,
    ToggleTranscribing: recorder.toggle_transcribing,
    Judge: _in_pilot(_judge),
    Propose: _in_pilot(_propose),
    TakeComment: _in_pilot(_comment),
    Say: _say,
    CloseRound: _in_pilot(_close_round),
    TellHandling: _in_pilot(_tell_handling),
    RateLoad: _in_pilot(_rate),
    Hear: _hear,
    TogglePause: _toggle_pause,
    Stop: _stop,
    Undo: _undo,
    End: _end,
}
"""What each command becomes; a new command is a line here, and one in ``Command``."""
