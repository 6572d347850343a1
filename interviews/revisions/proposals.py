"""Proposals for the next revision.

From interviews and the guide itself: each thing once, with the events behind it.

Pilots give verdicts, the peer's words and follow-ups that could become probes; every interview gives topics that the
guide does not have and probes that nobody needed; the guide's wording gives advice. Nothing here changes a guide.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from guide.advice import Advice, advise
from guide.frozen import Value
from guide.model import Guide, Question
from interviews.core.clock import moment_of
from interviews.core.events import Asked, Ticked, VerdictKind
from interviews.core.notes import Note, notes
from interviews.core.state import Interview
from interviews.core.verdicts import Verdict, comments, verdicts
from interviews.revisions import History

ActKind = Literal[VerdictKind, "accept", "add_question", "drop_probe"]
ProposalKind = Literal["verdict", "follow_up", "comment", "topic", "probe", "advice", "rest"]

OF_INTERVIEWS: tuple[ProposalKind, ...] = ("verdict", "follow_up", "comment", "topic")
"""Kinds of proposals that come from what people said, until they are decided on."""

ENOUGH = 2
"""Interviews that must have left a probe out before it is said to be unused."""

Named = tuple[str, Interview]
"""An interview with its log's name, such as P1 or I1-2."""


class PilotFinding(Value):
    """What one pilot came to about a question; ``interview`` is its log's name.

    ``was`` is the question's wording in that pilot, where it is another one now; else empty.
    """

    interview: str
    verdict: Verdict
    was: str = ""


class Proposal(Value):
    """One thing to decide on. ``question`` is an id of the guide, empty where it is about none.

    ``act`` is what is suggested, ``texts`` the wordings, the probe or the topic for it, ``other`` the question before,
    after or with which, ``place`` a probe's from 1. ``source`` is the interview a note is from, ``evidence`` names
    the events. ``heard`` is all that pilots say about the question, whatever they suggest.
    """

    kind: ProposalKind
    question: str
    act: ActKind
    texts: tuple[str, ...] = ()
    other: str = ""
    place: int = 0
    source: str = ""
    heard: tuple[PilotFinding, ...] = ()
    advice: tuple[Advice, ...] = ()
    evidence: tuple[str, ...] = ()

    @property
    def is_apart(self) -> bool:
        """Whether it could become a question of its own, rather than change the one it came up at."""
        return self.kind in ("topic", "comment")


def proposals(
    guide: Guide, since: Sequence[Named], all_held: Sequence[Named], decided: Collection[str] = ()
) -> tuple[Proposal, ...]:
    """What to decide on, what people said first: verdicts, follow-ups, comments, topics, then the guide's own.

    ``since`` are the interviews that count for this revision, ``all_held`` all there are: a probe is unused only where
    none of them used it and several speak for it. ``decided`` names the events that earlier revisions stand on: they
    suggest nothing more.
    """
    standing = advise(guide)
    heard = _collect_heard(guide, since, decided)
    every = [
        one for question in guide.questions for one in _propose_from_verdicts(question.id, heard.get(question.id, ()))
    ]
    every += [
        *_propose_from_notes(guide, since, "follow_up"),
        *_general(since),
        *_propose_from_notes(guide, since, "topic"),
    ]
    said = [one for one in every if not _is_decided(one.evidence, decided)]
    of_question: dict[str, tuple[Advice, ...]] = {}
    for piece in standing:
        of_question[piece.question or ""] = (*of_question.get(piece.question or "", ()), piece)
    found = [one.but(advice=of_question.get(one.question, ()) if one.kind == "verdict" else ()) for one in said]
    found += _propose_unused_probes(guide, all_held)
    shown = {one.question for one in said if one.kind == "verdict"}
    left = [question.id for question in guide.questions if question.id not in shown]
    for id in left:
        if id in of_question:
            found.append(Proposal("advice", id, "accept", heard=heard.get(id, ()), advice=of_question[id]))
    by_rule: dict[str, tuple[Advice, ...]] = {}
    for piece in of_question.get("", ()):
        by_rule[piece.rule] = (*by_rule.get(piece.rule, ()), piece)
    found += [Proposal("advice", "", "accept", advice=pieces) for pieces in by_rule.values()]
    found += [Proposal("rest", id, "keep", heard=heard.get(id, ())) for id in left if id not in of_question]
    return tuple(found)


def in_order(held: Sequence[Named]) -> tuple[Named, ...]:
    """Interviews in the order in which they were held; where no clock tells it by their codes, pilots first."""
    return tuple(sorted(held, key=lambda one: (moment_of(one[1].started.wall), one[1].started.mode != "pilot")))


def since_last(history: History, held: Sequence[Named]) -> tuple[Named, ...]:
    """The interviews held later than any that a revision was made after, in the order in which they were held.

    Where the interviews that revisions name are gone, those since the last one's date.
    """
    every = in_order(held)
    after = [one for one in history.revisions if one.after]
    if not after:
        return every
    names = [name for name, _ in every]
    reached = [names.index(one.after) for one in after if one.after in names]
    if reached:
        return every[max(reached) + 1 :]
    return tuple(one for one in every if _is_since(one[1].started.wall[:10], after[-1].date))


def _is_since(day: str, date: str) -> bool:
    """Whether a day, or a month where no more is known, is not before a date."""
    return bool(day) and day >= date[: len(day)]


def events_decided_on(history: History) -> frozenset[str]:
    """The events that revisions were made for, or that were looked at and left as they are."""
    return history.settled | {ref for one in history.revisions for ref in one.left}


def _is_decided(evidence: Sequence[str], decided: Collection[str]) -> bool:
    return bool(evidence) and all(ref in decided for ref in evidence)


def _collect_heard(
    guide: Guide, since: Sequence[Named], decided: Collection[str]
) -> dict[str, tuple[PilotFinding, ...]]:
    """What pilots say of each question, by its id."""
    found: dict[str, tuple[PilotFinding, ...]] = {}
    for name, interview in since:
        for verdict in verdicts(interview) if interview.started.mode == "pilot" else ():
            refs = tuple(f"{name}:{seq}" for seq in verdict.evidence)
            if (verdict.verdict is not None or verdict.comments) and not _is_decided(refs, decided):
                then, now = interview.guide.question(verdict.question), guide.question(verdict.question)
                was = then.ask if then is not None and now is not None and then.ask != now.ask else ""
                found[verdict.question] = (*found.get(verdict.question, ()), PilotFinding(name, verdict, was))
    return found


def _propose_from_verdicts(question: str, heard: tuple[PilotFinding, ...]) -> Iterator[Proposal]:
    """A proposal for each different verdict on a question, and for each new probe; words alone are one to look at."""
    acts: dict[ActKind, list[PilotFinding]] = {}
    for one in heard:
        if one.verdict.verdict not in (None, "keep"):
            acts.setdefault(one.verdict.verdict, []).append(one)
    if not acts and any(one.verdict.comments for one in heard):
        yield Proposal("verdict", question, "keep", heard=heard, evidence=_evidence(heard))
    for act, those in acts.items():
        each = (tuple(piece.text for piece in one.verdict.proposals if piece.text) for one in reversed(those))
        texts = next(filter(None, each), ())
        others = (each.other for one in reversed(those) for each in one.verdict.proposals if each.other)
        whole = Proposal("verdict", question, act, texts, next(others, ""), heard=heard, evidence=_evidence(those))
        if act == "add_probe" and len(texts) > 1:
            # New probes one by one, so that each can be taken or left; none stands on what was proposed for another.
            said = [(f"{one.interview}:{each.seq}", each.text) for one in those for each in one.verdict.proposals]
            seqs = {text: {ref for ref, of in said if of == text} for text in whole.texts}
            for text in whole.texts:
                of_others = {ref for other, refs in seqs.items() if other != text for ref in refs} - seqs[text]
                yield whole.but(texts=(text,), evidence=tuple(ref for ref in whole.evidence if ref not in of_others))
        else:
            yield whole


def _evidence(heard: Sequence[PilotFinding]) -> tuple[str, ...]:
    return tuple(f"{one.interview}:{seq}" for one in heard for seq in one.verdict.evidence)


def _general(since: Sequence[Named]) -> Iterator[Proposal]:
    """What was said of a pilot's guide as a whole: to be read, and left or turned into a question."""
    for name, interview in since:
        for one in comments(interview) if interview.started.mode == "pilot" else ():
            if one.question is None:
                yield Proposal("comment", "", "keep", (one.text,), source=name, evidence=(f"{name}:{one.seq}",))


def _propose_from_notes(
    guide: Guide, since: Sequence[Named], wanted: Literal["follow_up", "topic"]
) -> Iterator[Proposal]:
    """Follow-ups that arose in pilots, as probes of their question; topics of all interviews, as questions."""
    found = [
        (name, note, guide.question(note.about[0] if note.about else interview.hand_at(note.t) or ""))
        for name, interview in since
        for note in notes(interview)
        if note.text and note.usable and _suggests(note, interview)
    ]
    for name, note, question in found:
        is_probe = note.kind != "topic" and question is not None
        if is_probe is (wanted == "follow_up") and not _is_there(question, note.text):
            yield Proposal(
                kind=wanted,
                question="" if question is None else question.id,
                act="add_probe" if is_probe else "add_question",
                texts=(note.text,),
                source=name,
                evidence=(f"{name}:{note.seq}",),
            )


def _suggests(note: Note, interview: Interview) -> bool:
    """In a pilot a follow-up is about the guide; in an interview it is the informant's own, and stays there.

    A reflexive note is the researcher's own, also one that is to be followed up.
    """
    raised = note.follow_up is not None and note.state != "dropped" and note.kind != "reflexive"
    return note.kind == "topic" or (interview.started.mode == "pilot" and raised)


def _is_there(question: Question | None, text: str) -> bool:
    asked = "" if question is None else " ".join((question.ask, *(probe.ask for probe in question.probes)))
    return text.strip().casefold() in asked.casefold()


def _propose_unused_probes(guide: Guide, held: Sequence[Named]) -> Iterator[Proposal]:
    """The probes that were left out in several interviews in which others of their question were ticked.

    Who ticks no probe of a question says nothing of any; and what one conversation left out, the next may need.
    """
    for question in guide.questions:
        for place, probe in enumerate(question.probes, 1):
            evidence, used = dict[str, tuple[str, ...]](), False
            for name, interview in held:
                copy = interview.guide.question(question.id)
                places = [] if copy is None else [n for n, one in enumerate(copy.probes, 1) if one.ask == probe.ask]
                if not places:
                    continue
                ticks = [
                    act
                    for act in interview.events()
                    if isinstance(act, Ticked) and act.card == "probes" and act.question == question.id
                ]
                used |= any(act.mark == "done" and act.point in map(str, places) for act in ticks)
                asked = [a for a in interview.events() if isinstance(a, Asked) and a.question == question.id]
                if ticks and asked:
                    seqs = sorted({act.seq for act in (*asked, *ticks)})
                    evidence[name] = tuple(f"{name}:{seq}" for seq in seqs)
            if len(evidence) >= ENOUGH and not used:
                refs = tuple(ref for those in evidence.values() for ref in those)
                yield Proposal("probe", question.id, "drop_probe", (probe.ask,), place=place, evidence=refs)
