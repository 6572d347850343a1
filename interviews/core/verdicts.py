"""Verdicts: what a pilot came to.

On each question of its guide, what was proposed instead, what the peer said.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Literal, get_args

from guide.frozen import Value
from interviews.core.events import Asked, Commented, Judged, Prompt, Proposed, ReasonCode, VerdictKind, WentThrough
from interviews.core.notes import Note, notes
from interviews.core.state import Interview

VERDICTS: tuple[VerdictKind, ...] = get_args(VerdictKind)
"""Every verdict, in the order of the card."""

REASONS: tuple[ReasonCode, ...] = get_args(ReasonCode)[1:]
"""Every reason, in the order of the card: the four of cognitive interviewing (Willis 1999) first."""

PROMPTS: tuple[Prompt, ...] = get_args(Prompt)[1:]
"""What a peer is asked about a question: to think aloud, to paraphrase, how sure the answer was (Willis 1999)."""

WORDED: tuple[VerdictKind, ...] = ("reword", "split", "add_probe")
"""Verdicts that a wording goes with."""

PLACED: tuple[VerdictKind, ...] = ("earlier", "later", "merge")
"""Verdicts that another question goes with: before, after, with which."""

_SEVERAL: tuple[VerdictKind | None, ...] = ("split", "add_probe")
"""Verdicts of which several proposals stand beside each other."""


Place = Literal["before", "after", "with"]
"""Where a question is to stand against another."""


def kind_of_place(verdict: VerdictKind | None) -> Place:
    """Where a verdict puts a question against the other one that goes with it."""
    return "after" if verdict == "later" else "with" if verdict == "merge" else "before"


class ProposedChange(Value):
    """What is proposed for a question: ``text`` a wording or probe, ``other`` the id of another question, or empty."""

    seq: int
    t: float
    text: str
    other: str


class Comment(Value):
    """Words about a question, or about the guide where that is None, exactly as written; ``late``: after the end.

    With a ``prompt`` they are the peer's answer to it; without one they may be the interviewer's own remark.
    """

    seq: int
    t: float
    question: str | None
    text: str
    prompt: Prompt
    late: bool


class Verdict(Value):
    """One question of the guide after a pilot; ``verdict`` is None where none was given.

    ``proposals`` are those that count: every part of a split and every new probe, else the last one made for the
    verdict. ``quotes`` are the peer's own words about it as they were heard. ``evidence`` names the events that the
    verdict, the proposals and the comments stand on, by their seq.
    """

    question: str
    asked: bool
    verdict: VerdictKind | None = None
    reason: ReasonCode = ""
    proposals: tuple[ProposedChange, ...] = ()
    comments: tuple[Comment, ...] = ()
    quotes: tuple[Note, ...] = ()
    evidence: tuple[int, ...] = ()

    @property
    def told(self) -> bool:
        """Whether there is anything to tell of it: it was asked, judged or talked about."""
        return self.asked or self.verdict is not None or bool(self.proposals or self.comments)


def verdicts(interview: Interview) -> tuple[Verdict, ...]:
    """One for every question of the interview's guide, in the guide's order."""
    return interview.remember("verdicts", lambda: _standing(interview))


def questions_undecided(found: tuple[Verdict, ...]) -> tuple[str, ...]:
    """The questions that were asked and have no verdict, in the guide's order."""
    return tuple(one.question for one in found if one.asked and one.verdict is None)


def never_asked(found: tuple[Verdict, ...]) -> tuple[str, ...]:
    """The questions that were never asked, in the guide's order."""
    return tuple(one.question for one in found if not one.asked)


def questions_to_judge(interview: Interview) -> tuple[str, ...]:
    """The questions that a pilot's round still has before it: it has ended, and nobody has closed its round since."""
    if interview.started.mode != "pilot" or interview.ended is None:
        return ()
    closed = interview.last(WentThrough)
    return () if closed is not None and closed.seq > interview.ended.seq else questions_undecided(verdicts(interview))


def comments(interview: Interview) -> tuple[Comment, ...]:
    """Everything that was said about the guide, in the order in which it was written down."""
    return tuple(_comment(act) for act in interview.events_but_notes() if isinstance(act, Commented) and act.text)


def without_words(found: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """The same without anything that anybody wrote or said: verdicts, reasons and places stay."""
    return tuple(
        one.but(
            proposals=tuple(proposal.but(text="") for proposal in one.proposals if proposal.other),
            comments=(),
            quotes=(),
        )
        for one in found
    )


def count_verdicts(found: tuple[Verdict, ...]) -> tuple[Mapping[VerdictKind, int], Mapping[ReasonCode, int]]:
    """How many questions got each verdict, and each reason; what nobody gave is left out."""
    kinds = Counter(one.verdict for one in found)
    reasons = Counter(one.reason for one in found)
    return (
        {kind: kinds[kind] for kind in VERDICTS if kinds[kind]},
        {reason: reasons[reason] for reason in REASONS if reasons[reason]},
    )


def verdicts_json(interview: Interview, name: str) -> dict[str, Any]:
    """The pilot's part of ``review --json``; ``name`` is the log's, under which its events are named."""
    return {
        "pilot": interview.started.pilot,
        "verdicts": [
            {
                "question": one.question,
                "asked": one.asked,
                "verdict": one.verdict,
                "reason": one.reason,
                "proposals": [{"t": each.t, "text": each.text, "other": each.other} for each in one.proposals],
                "evidence": [f"{name}:{seq}" for seq in one.evidence],
            }
            for one in verdicts(interview)
        ],
        "comments": [
            {"t": one.t, "question": one.question, "text": one.text, "prompt": one.prompt, "late": one.late}
            for one in comments(interview)
        ],
    }


def _standing(interview: Interview) -> tuple[Verdict, ...]:
    found = {question.id: Verdict(question.id, asked=False) for question in interview.guide.questions}
    judged: dict[str, int] = {}
    anew: set[str] = set()
    for act in interview.events_but_notes():
        match act:
            case Asked(question=id) if id in found:
                found[id] = found[id].but(asked=True)
            case Judged(question=id) if id in found:
                found[id] = _with_judgement(found[id], act)
                judged[id] = act.seq
                if not act.reason:
                    anew.add(id)
            case Proposed(question=id) if id in found and (act.text or act.other):
                found[id] = _with_proposal(found[id], act, anew=id in anew)
                anew.discard(id)
            case Commented(question=str(id)) if id in found and act.text:
                found[id] = found[id].but(comments=(*found[id].comments, _comment(act)))
            case _:
                pass
    heard = [note for note in notes(interview) if note.kind == "quote" and note.text and note.usable]
    return tuple(
        _with_evidence(one, judged.get(one.question)).but(
            quotes=tuple(note for note in heard if one.question in note.about)
        )
        for one in found.values()
    )


def _with_judgement(one: Verdict, act: Judged) -> Verdict:
    """The new verdict; what was proposed for another one goes with it, a reason given later changes no more."""
    kept = one.proposals if one.verdict in (None, act.verdict) else ()
    return one.but(verdict=act.verdict, reason=act.reason, proposals=kept)


def _with_proposal(one: Verdict, act: Proposed, *, anew: bool) -> Verdict:
    """One more proposal; the first after a verdict was given ``anew`` takes the place of all before it."""
    before = one.proposals if one.verdict in _SEVERAL and not anew else ()
    return one.but(proposals=(*before, ProposedChange(act.seq, act.t, act.text, act.other)))


def _comment(act: Commented) -> Comment:
    return Comment(act.seq, act.t, act.question, act.text, act.prompt, act.late)


def _with_evidence(one: Verdict, judged: int | None) -> Verdict:
    seqs = [*(each.seq for each in one.proposals), *(each.seq for each in one.comments)]
    return one.but(evidence=tuple(sorted([*seqs, *([] if judged is None else [judged])])))
