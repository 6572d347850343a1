"""An interview decides: a command becomes one event, or a refusal that says why not. Nothing is changed here."""

from guide.model import Question
from interviews import afterwards, judging, noting, points, recorder
from interviews.commands import (
    AskNext,
    AskQuestion,
    CallMet,
    ClearNotes,
    CloseRound,
    Command,
    Decline,
    DeclineRecording,
    Drop,
    EditNote,
    End,
    Explain,
    Judge,
    LinkNote,
    MarkCovered,
    MarkSide,
    Propose,
    RaiseFollowUp,
    RetimeNote,
    ReturnTo,
    ShiftRecording,
    Skip,
    Stop,
    StopRecording,
    TagNote,
    TakeComment,
    TakeNote,
    Tick,
    TogglePause,
    ToggleRecording,
    ToggleTranscribing,
    Undo,
    Unmark,
)
from interviews.coverage import coverage
from interviews.events import (
    Asked,
    Continued,
    Covered,
    Declined,
    Ended,
    Event,
    Explained,
    Paused,
    Refusal,
    Skipped,
    Stopped,
    Undone,
    Unmarked,
    Wording,
)
from interviews.moment import Moment
from interviews.state import Interview
from interviews.suggesting import leans, next_question


def decide(interview: Interview, command: Command, at: Moment) -> Event | Refusal:
    """The one event that the command becomes, or why it becomes none."""
    refused = afterwards.refusal_of(interview, command)
    if refused is not None:
        return refused
    match command:
        case AskQuestion() | AskNext():
            return _ask(interview, command, at)
        case MarkCovered() | Skip() | Decline() | Unmark():
            return _mark(interview, command, at)
        case TakeNote():
            return noting.take(interview, command, at)
        case EditNote():
            return noting.edit(interview, command, at)
        case LinkNote():
            return noting.link(interview, command, at)
        case RetimeNote():
            return noting.retime(interview, command, at)
        case TagNote():
            return noting.tag(interview, command, at)
        case ClearNotes():
            return noting.clear(interview, command, at)
        case RaiseFollowUp():
            return noting.raise_follow_up(interview, at)
        case ReturnTo() | CallMet() | Drop():
            return noting.close_follow_up(interview, command, at)
        case Tick():
            return points.tick(interview, command, at)
        case MarkSide():
            return points.mark_side(interview, command, at)
        case Explain():
            return _explain(interview, command, at)
        case Judge() | Propose() | TakeComment() | CloseRound():
            return judging.decide(interview, command, at)
        case _:
            return _course(interview, command, at)


def _course(
    interview: Interview,
    command: ToggleRecording
    | StopRecording
    | DeclineRecording
    | ShiftRecording
    | ToggleTranscribing
    | TogglePause
    | Stop
    | Undo
    | End,
    at: Moment,
) -> Event | Refusal:
    """What concerns the recorder and the interview as a whole."""
    match command:
        case ToggleRecording():
            return recorder.record(interview, command, at)
        case StopRecording():
            return recorder.stop(interview, command, at)
        case DeclineRecording():
            return recorder.decline(interview, at)
        case ShiftRecording():
            return recorder.shift(interview, command, at)
        case ToggleTranscribing():
            return recorder.toggle_transcribing(interview, command, at)
        case TogglePause():
            kind = Continued if is_paused(interview) else Paused
            return kind(seq=interview.next_seq, t=at.now)
        case Stop():
            return _stop(interview, at)
        case Undo():
            return _undo(interview, at)
        case End():
            return _end(interview, at)


def is_paused(interview: Interview) -> bool:
    """Whether a pause is on."""
    return isinstance(interview.remembered("pause", lambda: _last_pause(interview)), Paused)


def _last_pause(interview: Interview) -> Event | None:
    return next((act for act in reversed(interview.acts.values()) if isinstance(act, Paused | Continued)), None)


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
    first = interview.hand is None and not interview.started.afterwards and interview.started.mode != "practice"
    missing = points.missing_gates(interview, "start") if first else ()
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


def _explain(interview: Interview, command: Explain, at: Moment) -> Event | Refusal:
    concept = next((one for one in interview.guide.concepts if one.name == command.concept), None)
    if concept is None or command.level not in dict(concept.forms):
        return Refusal("unknown_concept", {"word": command.concept})
    return Explained(seq=interview.next_seq, t=at.now, concept=concept.name, level=command.level, after=interview.hand)


def _undo(interview: Interview, at: Moment) -> Event | Refusal:
    act = interview.last_act()
    if act is None:
        return Refusal("nothing_to_undo")
    return Undone(seq=interview.next_seq, t=at.now, act=act.seq)


def _stop(interview: Interview, at: Moment) -> Event | Refusal:
    if interview.ended is not None:
        return Refusal("already_ended")
    if interview.last(Stopped) is not None:
        return Refusal("already_stopped")
    return Stopped(seq=interview.next_seq, t=at.now)


def _end(interview: Interview, at: Moment) -> Event | Refusal:
    if interview.ended is not None:
        return Refusal("already_ended")
    return Ended(seq=interview.next_seq, t=at.now)
