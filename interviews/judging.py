"""How commands of a pilot are decided: verdicts on questions, proposals, the peer's words. Nothing is changed here."""

from interviews.commands import CloseRound, Judge, Propose, TakeComment
from interviews.events import Event, Refusal
from interviews.moment import Moment
from interviews.pilot_events import Commented, Judged, Proposed, WentThrough
from interviews.state import Interview


def decide(interview: Interview, command: Judge | Propose | TakeComment | CloseRound, at: Moment) -> Event | Refusal:
    """The event that the command becomes; outside a pilot none, for an informant is not asked about the guide."""
    if interview.started.mode != "pilot":
        return Refusal("not_a_pilot")
    match command:
        case Judge():
            return _judge(interview, command, at)
        case Propose():
            return _propose(interview, command, at)
        case TakeComment():
            return _comment(interview, command, at)
        case CloseRound():
            return WentThrough(seq=interview.next_seq, t=at.now)


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
