"""Collecting the facts for a method chapter.

Nothing that the logs or the researcher do not say.

Only live interviews are counted; pilots are told apart, practice never. Absence of a mark is no fact: an interview in
which no recorder was marked may have been recorded all the same. Saturation is never computed.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from guide.model import Guide
from interviews.core.checklists import SIDES, STEPS, Step, key_of
from interviews.core.state import Interview
from interviews.method.facts import (
    BothSides,
    Counted,
    Dates,
    Durations,
    EnteredAfterwards,
    Fact,
    FieldNotes,
    HeldBy,
    HeldWith,
    InterviewsHeld,
    NotComputed,
    PilotsHeld,
    Power,
    ProbesTicked,
    QuestionsCovered,
    Recorded,
    RecordingDeclinedIn,
    Refs,
    Repeated,
    Said,
    SaidOfEach,
    StoppedEarly,
    TranscriptReturned,
    Withdrew,
)
from interviews.method.guide_versions import NO_REVISIONS, Revisions, guide_facts, in_order
from interviews.method.interview_facts import Backed, InterviewFacts, collect_interview_facts
from interviews.study.facts import NAME, OF_INTERVIEW, OF_STUDY, SCALES, YES_OR_NO, StudyFact, StudyFacts
from interviews.study.revision_numbers import RevisionNumbers

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}(?![0-9])")
"""A date, or as much of it as was left in a log."""

STANDINGS = (
    "questions", "mentioned", "described", "with_example", "unasked", "declined", "skipped", "asked", "touched",
    "untouched",
)  # fmt: skip
"""How a question may stand in an interview; the first are those that are covered."""

SORTS = ("notes", "bookmarks", "reflexive")
"""The sorts of field notes that are counted, in each phase."""


def method_facts(
    interviews: Iterable[tuple[str, Interview]],
    said: StudyFacts,
    revisions: Revisions = NO_REVISIONS,
    guide: Guide | None = None,
    numbers: RevisionNumbers | None = None,
) -> tuple[Fact, ...]:
    """Every fact that is known; each interview comes with its log's name. ``guide`` is the study's own, now.

    ``numbers`` know which revision of the guide each interview was held with.
    """
    sat = [
        one
        for one in (collect_interview_facts(file, interview) for file, interview in interviews)
        if one.mode != "practice"
    ]
    live = [one for one in sat if one.mode == "live"]
    facts = [
        *_sample(live),
        *_withdrew(said, len(live)),
        *_pilots(sat),
        *_durations(live),
        *_marks(live),
        *guide_facts(in_order(sat), revisions, guide),
        *_guides_held_with(in_order(sat), numbers),
        *_facts_of_study(said),
        *_facts_of_each(said, live),
        *_power(said),
        NotComputed(key="saturation", reason="outside_logs"),
    ]
    return tuple(facts)


def _sample(live: Sequence[InterviewFacts]) -> Iterator[Fact]:
    if not live:
        return
    starts = tuple(one.start for one in live)
    times = Counter(one.participant for one in live)
    yield InterviewsHeld(count=len(live), participants=len(times), evidence=starts)
    hands = {by: tuple(one.name for one in live if by in one.by) for one in live for by in one.by}
    if hands:
        yield HeldBy(hands=hands, unsaid=tuple(one.name for one in live if not one.by), evidence=starts)
    entered = tuple(one.start for one in live if one.afterwards)
    if entered:
        yield EnteredAfterwards(count=len(entered), evidence=entered)
    again = tuple(one.start for one in live if times[one.participant] > 1)
    yield Repeated(participants=sum(1 for count in times.values() if count > 1), evidence=again or starts)
    dates = sorted(found[0] for one in live if (found := _DATE.match(one.date)))
    if len(dates) == len(live):
        yield Dates(first=dates[0], last=dates[-1], evidence=starts)


def _withdrew(said: StudyFacts, counted: int) -> Iterator[Fact]:
    """Those who left: a number, since nothing says who."""
    left = said.withdrawals
    if left:
        interviews = sum(one.interviews for one in left)
        yield Withdrew(
            participants=len(left),
            interviews=interviews,
            pilots=sum(one.pilots for one in left),
            held=counted + interviews,
            emptied=sum(1 for one in left if one.how == "anonymise"),
            evidence=tuple(f"{NAME}:{one.seq}" for one in left),
        )


def _pilots(sat: Sequence[InterviewFacts]) -> Iterator[Fact]:
    pilots = [one for one in sat if one.mode == "pilot"]
    if pilots:
        yield PilotsHeld(
            names=tuple(one.name for one in pilots),
            kinds={one.name: one.pilot for one in pilots if one.pilot},
            evidence=tuple(one.start for one in pilots),
        )


def _durations(live: Sequence[InterviewFacts]) -> Iterator[Fact]:
    lengths = [(one.length, one.length_evidence) for one in live if one.length is not None]
    briefings = [(one.briefing, one.briefing_evidence) for one in live if one.briefing is not None]
    for key, measured in (("lengths", lengths), ("briefing", briefings)):
        if measured:
            seconds = [took for took, _ in measured]
            yield Durations(
                key=key,
                count=len(seconds),
                mean=round(sum(seconds) / len(seconds), 3),
                shortest=min(seconds),
                longest=max(seconds),
                evidence=tuple(ref for _, refs in measured for ref in refs),
            )


def _marks(live: Sequence[InterviewFacts]) -> Iterator[Fact]:
    """What was marked during the interviews; a kind of mark that there is none of makes no fact."""
    recordings = [one.recordings for one in live]
    if any(one.of for one in recordings):
        files = sum(len(one.of) for one in recordings)
        yield Recorded(
            interviews=sum(1 for one in recordings if one.of),
            files=files,
            evidence=tuple(ref for one in recordings for ref in one.evidence),
        )
    unrecorded = tuple(ref for one in live for ref in one.recording_declined)
    if unrecorded:
        told = [one for one in live if one.recording_declined]
        agreed, withdrawn = (sum(getattr(one, name) for one in told) for name in ("agreed_later", "withdrawn"))
        count = len(told) - agreed - withdrawn
        yield RecordingDeclinedIn(count=count, agreed_later=agreed, withdrawn=withdrawn, evidence=unrecorded)
    notes = _sum(one.notes for one in live)
    if notes.of:
        yield FieldNotes(
            during={sort: notes.of.get(f"during {sort}", 0) for sort in SORTS},
            after={sort: notes.of.get(f"after {sort}", 0) for sort in SORTS},
            filled=notes.of.get("filled", 0),
            evidence=notes.evidence,
        )
    counted: tuple[tuple[str, Callable[[InterviewFacts], Backed]], ...] = (
        ("consent", lambda one: one.consent),
        ("consent_start", lambda one: one.consent_start),
        ("consent_both", lambda one: one.consent_both),
        ("begun_before", lambda one: one.begun_before),
        ("clarified", lambda one: one.clarified),
        ("declined", lambda one: one.declined),
    )
    for key, of in counted:
        found = _sum(of(one) for one in live)
        if found.of:
            yield Counted(key=key, count=sum(found.of.values()), of=found.of, evidence=found.evidence)
    sides = _sum(one.sides for one in live)
    if sides.of:
        ids = dict.fromkeys(name.rpartition(" ")[0] for name in sides.of)
        questions: dict[str, dict[str, int]] = {
            id: {side: sides.of.get(f"{id} {side}", 0) for side in SIDES} for id in ids
        }
        yield BothSides(questions=questions, evidence=sides.evidence)
    covered = _sum(one.covered for one in live)
    if covered.of:
        counts: dict[str, dict[str, int]] = {name: {} for name in STANDINGS}
        for id in dict.fromkeys(name.rpartition(" ")[0] for name in covered.of):  # as the guide has them
            for standing in STANDINGS:
                if f"{id} {standing}" in covered.of:
                    counts[standing][id] = covered.of[f"{id} {standing}"]
        yield QuestionsCovered(interviews=len(live), evidence=covered.evidence).but(**counts)
    probes = _sum(one.probes for one in live)
    if probes.of:
        done, not_needed = (
            {name.rpartition(" ")[0]: count for name, count in probes.of.items() if name.endswith(f" {mark}")}
            for mark in ("done", "not_needed")
        )
        yield ProbesTicked(done=done, not_needed=not_needed, evidence=probes.evidence)
    stopped = tuple(ref for one in live for ref in one.stopped)
    if stopped:
        yield StoppedEarly(count=sum(1 for one in live if one.stopped), evidence=stopped)


def _guides_held_with(sat: Sequence[InterviewFacts], numbers: RevisionNumbers | None) -> Iterator[Fact]:
    if numbers is None or not sat:
        return
    found: dict[str, tuple[str, ...]] = {}
    for one in sat:
        number = numbers.number(one.copy, one.wall)
        name = "" if number is None else str(number)
        found[name] = (*found.get(name, ()), one.name)
    yield HeldWith(revisions=found, evidence=tuple(one.start for one in sat))


def _facts_of_study(said: StudyFacts) -> Iterator[Fact]:
    facts = said.of_study()
    for key in OF_STUDY:
        if key in facts:
            fact = facts[key]
            yield Said(key=key, text=fact.value, date=fact.date, evidence=(_ref(fact),))


def _facts_of_each(said: StudyFacts, live: Sequence[InterviewFacts]) -> Iterator[Fact]:
    """What was said of interviews that are counted; the interview's start is evidence that it is."""
    for key in OF_INTERVIEW:
        if key in YES_OR_NO:
            continue
        facts = said.of_interviews(key)
        texts: dict[str, tuple[str, ...]] = {}
        for one in live:
            if one.name in facts:
                texts[facts[one.name].value] = (*texts.get(facts[one.name].value, ()), one.name)
        if texts:
            yield SaidOfEach(key=key, texts=texts, evidence=_refs_of(facts, live))
    yield from _read_through(said, live)


def _read_through(said: StudyFacts, live: Sequence[InterviewFacts]) -> Iterator[Fact]:
    """How far each read-through came; of the offer the closing's tick tells, unless it was said otherwise since."""
    counts: dict[Step, int] = {}
    evidence: dict[str, None] = {}
    for step in STEPS:
        facts = said.of_interviews(key_of(step))
        answers = {one.name: facts[one.name].value for one in live if one.name in facts}
        refs = list(_refs_of(facts, live))
        if step == "offered":
            ticked = [one for one in live if one.offered and one.name not in answers]
            answers |= {one.name: one.offered for one in ticked}
            refs += [ref for one in ticked for ref in (*one.offered_evidence, one.start)]
        if answers:
            counts[step] = list(answers.values()).count("yes")
            evidence |= dict.fromkeys(refs)
    if counts:
        yield TranscriptReturned(evidence=tuple(evidence)).but(**counts)


def _refs_of(facts: dict[str, StudyFact], live: Sequence[InterviewFacts]) -> Refs:
    known = [one for one in live if one.name in facts]
    return (*(_ref(facts[one.name]) for one in known), *(one.start for one in known))


def _power(said: StudyFacts) -> Iterator[Fact]:
    ratings = said.power()
    for scale in SCALES:
        if scale in ratings:
            one = ratings[scale]
            yield Power(
                key=f"information_power_{scale}",
                scale=scale,
                date=one.date,
                value=one.value,
                text=one.text,
                evidence=(f"{NAME}:{one.seq}",),
            )


def _ref(fact: StudyFact) -> str:
    return f"{NAME}:{fact.seq}"


def _sum(found: Iterable[Backed]) -> Backed:
    total: Counter[str] = Counter()
    refs: list[str] = []
    for one in found:
        total.update(one.of)
        refs += one.evidence
    return Backed(total, tuple(refs))
