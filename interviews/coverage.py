"""Which research questions the conversation has covered: a check of data collection, never a finding.

The state of a question is the highest mark in force, so the same marks give the same coverage in every order.
"""

from collections.abc import Mapping
from typing import Literal

from guide.model import Question
from guide.values import Value
from interviews.events import Asked, Covered, Declined, Event, Noted, Skipped
from interviews.notes import counted_links
from interviews.state import Interview
from interviews.timing import seconds_in_hand

QuestionState = Literal["untouched", "touched", "asked", "skipped", "declined", "covered"]
TargetState = Literal["open", "covered", "closed"]

RANK: dict[QuestionState, int] = {
    "untouched": 0,
    "touched": 1,
    "asked": 2,
    "skipped": 3,
    "declined": 4,
    "covered": 5,
}
"""Marks from the lowest to the highest."""


class QuestionCoverage(Value):
    """One question: its state, depth (1 to 3 or None), times in seconds (None where it never happened)."""

    state: QuestionState = "untouched"
    depth: int | None = None
    unasked: bool = False
    asked_at: float | None = None
    covered_at: float | None = None
    notes: int = 0
    seconds: float = 0.0


class TargetCoverage(Value):
    """One research question or part; ``of`` and ``covered`` count required questions, ``notes`` distinct notes."""

    state: TargetState
    covered: int
    of: int
    notes: int
    seconds: float


class Coverage(Value):
    """Every question, research question and part of an interview's guide, by id, in the guide's order."""

    questions: dict[str, QuestionCoverage]
    targets: dict[str, TargetCoverage]


def coverage(interview: Interview, until: float | None = None) -> Coverage:
    """What has been covered, with its times; ``until`` (seconds) stands for now while the interview goes on."""
    if until is None:
        return interview.remembered("coverage", lambda: _worked_out(interview, None))
    return _worked_out(interview, until)


def _worked_out(interview: Interview, until: float | None) -> Coverage:
    guide = interview.guide
    tallies = {question.id: _Tally() for question in guide.questions}
    for act in interview.events():
        if not isinstance(act, Noted):
            _count(act, tallies)
    counted = counted_links(interview)
    for about, number in counted.items():
        for question_id in dict.fromkeys(about):
            if question_id in tallies:
                tallies[question_id].noted(number)
    seconds = seconds_in_hand(interview, until)
    questions = {id: tally.result(seconds.get(id, 0.0)) for id, tally in tallies.items()}
    targets = {target.id: _target(guide.serving(target.id), questions, counted) for target in guide.targets}
    return Coverage(questions, targets)


def _count(act: Event, tallies: dict[str, "_Tally"]) -> None:
    match act:
        case Asked() if act.question in tallies:
            tallies[act.question].asked(act.t)
        case Covered():
            for question in act.questions:
                if question in tallies:
                    tallies[question].covered(act.t, act.depth)
        case Skipped() | Declined():
            for question in act.questions:
                if question in tallies:
                    tallies[question].mark("skipped" if isinstance(act, Skipped) else "declined")
        case _:
            pass


class _Tally:
    """Counts one question's marks, whatever their order."""

    __slots__ = ("asked_at", "covered_at", "depth", "notes", "state")

    def __init__(self) -> None:
        self.state: QuestionState = "untouched"
        self.depth: int | None = None
        self.asked_at: float | None = None
        self.covered_at: float | None = None
        self.notes = 0

    def mark(self, state: QuestionState) -> None:
        if RANK[state] > RANK[self.state]:
            self.state = state

    def asked(self, t: float) -> None:
        self.mark("asked")
        self.asked_at = t if self.asked_at is None else min(self.asked_at, t)

    def covered(self, t: float, depth: int | None) -> None:
        self.mark("covered")
        self.covered_at = t if self.covered_at is None else min(self.covered_at, t)
        if depth is not None:
            self.depth = max(depth, self.depth or 0)

    def noted(self, number: int) -> None:
        self.mark("touched")
        self.notes += number

    def result(self, seconds: float) -> QuestionCoverage:
        unasked = self.state == "covered" and self.asked_at is None
        return QuestionCoverage(self.state, self.depth, unasked, self.asked_at, self.covered_at, self.notes, seconds)


def _target(
    serving: tuple[Question, ...], questions: dict[str, QuestionCoverage], counted: Mapping[tuple[str, ...], int]
) -> TargetCoverage:
    required = [questions[question.id].state for question in serving if not question.optional]
    ids = {question.id for question in serving}
    return TargetCoverage(
        state=_target_state(required, [questions[id].state for id in ids]),
        covered=required.count("covered"),
        of=len(required),
        notes=sum(number for about, number in counted.items() if not ids.isdisjoint(about)),
        seconds=round(sum(questions[question.id].seconds for question in serving), 3),
    )


def _target_state(required: list[QuestionState], serving: list[QuestionState]) -> TargetState:
    """Covered: all required questions done and one of them covered; closed: all skipped or declined; else open."""
    if not required:
        return "covered" if "covered" in serving else "open"
    if any(RANK[state] < RANK["skipped"] for state in required):
        return "open"
    return "covered" if "covered" in required else "closed"
