"""Coverage: which research questions the conversation has covered.

It checks data collection, and is never a finding.

For one question the interviewer's last judgement counts; between questions the order of marks makes no difference.
"""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Literal, NamedTuple

from guide.frozen import Value
from guide.model import Question
from interviews.core.events import (
    Asked,
    Covered,
    Declined,
    Edited,
    Event,
    Filled,
    Heard,
    Noted,
    Reopened,
    Retimed,
    Sided,
    Skipped,
    Unmarked,
)
from interviews.core.notes import count_links
from interviews.core.state import Interview
from interviews.core.timing import seconds_in_hand

QuestionState = Literal["untouched", "touched", "asked", "skipped", "declined", "covered"]
Judgement = Literal["skipped", "declined", "covered"]
TargetState = Literal["open", "covered", "closed"]

UNTOLD: tuple[QuestionState, ...] = ("untouched", "touched")
"""States of a question that was neither asked nor judged."""


class QuestionCoverage(NamedTuple):
    """One question: its state, depth (1 to 3 or None), times in seconds (None where it never happened).

    ``depth`` and ``covered_at`` are told only while it is covered; ``declined_at`` is told whatever came later.

    A tuple, a third of a ``Value``'s size, as is ``TargetCoverage``: a study of ten thousand interviews holds a hundred
    thousand of each.
    """

    state: QuestionState = "untouched"
    depth: int | None = None
    unasked: bool = False
    asked_at: float | None = None
    covered_at: float | None = None
    notes: int = 0
    seconds: float = 0.0
    declined_at: float | None = None

    @property
    def settled(self) -> bool:
        """Whether nothing is wanted any more: judged, or refused once, which is never a gap."""
        return self.state in ("skipped", "declined", "covered") or self.declined_at is not None

    @property
    def is_new(self) -> bool:
        """Whether the talk has still to come to it: never asked, judged or refused."""
        return self.state in UNTOLD and not self.settled

    @property
    def refused_before(self) -> bool:
        """Whether the informant declined, and something else was judged or asked after that."""
        return self.declined_at is not None and self.state != "declined"

    @property
    def was_talked_about(self) -> bool:
        """Whether there was talk of it: notes, or a question that was not given up."""
        return self.state in ("touched", "asked", "covered") or self.notes > 0


def all_covered(interview: Interview, *, required: bool = False) -> bool:
    """Whether every question but the closing's is covered, or every one that must be; not where there are none."""
    states = coverage(interview).questions
    planned = [one for section in interview.guide.sections for one in section.questions]
    wanted = [one for one in planned if not (required and one.optional)]
    return bool(wanted) and all(states[one.id].state == "covered" for one in wanted)


class TargetCoverage(NamedTuple):
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
        return interview.remember("coverage", lambda: _work_out(interview, None))
    return _work_out(interview, until)


def questions_without_mark(interview: Interview) -> tuple[str, ...]:
    """The questions that were asked and have notes, but no mark: asked is not covered, and only people can tell."""
    return tuple(id for id, one in coverage(interview).questions.items() if one.state == "asked" and one.notes)


def _work_out(interview: Interview, until: float | None) -> Coverage:
    guide = interview.guide
    tallies = {question.id: _Tally() for question in guide.questions}
    _Fold(interview, tallies).run()
    counted = count_links(interview)
    for about, number in counted.items():
        for question_id in dict.fromkeys(about):
            if question_id in tallies:
                tallies[question_id].count_notes(number)
    seconds = seconds_in_hand(interview, until)
    questions = {id: tally.result(seconds.get(id, 0.0)) for id, tally in tallies.items()}
    if interview.started.afterwards:  # the times are the entering's, and nobody said which were never asked
        questions = {id: one._replace(unasked=False, asked_at=None, covered_at=None) for id, one in questions.items()}
    targets = {target.id: _target(guide.serving(target.id), questions, counted) for target in guide.targets}
    return Coverage(questions, targets)


class _Fold:
    """Goes through the acts in force once, in the log's order."""

    def __init__(self, interview: Interview, tallies: "Mapping[str, _Tally]") -> None:
        self._interview = interview
        self._tallies = tallies
        self._asked: list[Asked] = []
        self._reopened = False
        self._retimed: dict[int, Retimed] | None = None
        self._any_skip = False
        self._heard: dict[int, tuple[str, ...]] = {}

    def run(self) -> None:
        marks = self._interview.events_but_notes()
        notes_lift = any(isinstance(act, Skipped) for act in marks)
        for act in self._interview.events() if notes_lift else marks:
            match act:
                case Noted():
                    if self._any_skip:
                        self._note(act)
                case Asked():
                    self._asked.append(act)
                    if act.question in self._tallies:
                        self._tallies[act.question].count_asked(act.t)
                case Covered() | Skipped() | Declined() | Unmarked():
                    self._any_skip = self._any_skip or isinstance(act, Skipped)
                    for question in act.questions:
                        if question in self._tallies:
                            self._tallies[question].judge(act)
                case Reopened():
                    self._reopened = True
                case Heard():
                    self._heard[act.turn] = act.questions
                case _:
                    pass
        for question in chain.from_iterable(self._heard.values()):
            if question in self._tallies:
                self._tallies[question].heard = True

    def _note(self, note: Noted) -> None:
        """A note taken with a question in hand lifts its skip, if it is about a moment after that.

        A passing ``#b7`` lifts nothing, nor does what is written after the end; a bookmark counts once it has words.
        """
        if self._retimed is None:
            self._retimed = {act.note: act for act in self._interview.events_but_notes() if isinstance(act, Retimed)}
        moved = self._retimed.get(note.seq)
        if moved is not None:
            note = note.but(t=moved.at, about=moved.about or note.about)
        tally = self._tallies.get(note.about[0]) if note.about else None
        if tally is None or tally.judged != "skipped" or self._reopened or note.t < tally.skipped_at:
            return
        if _hand_of(note, self._asked) == note.about[0] and (note.kind != "bookmark" or self._has_words(note)):
            tally.lift_skip()

    def _has_words(self, bookmark: Noted) -> bool:
        acts = self._interview.events_but_notes()
        return bool(bookmark.text) or any(
            isinstance(act, Filled | Edited) and act.note == bookmark.seq and act.text for act in acts
        )


def _hand_of(note: Noted, asked: Sequence[Asked]) -> str | None:
    """The question that a note was taken with in hand; topics and reflexive notes stand free."""
    if note.kind in ("topic", "reflexive"):
        return None
    hand = next((act.question for act in reversed(asked) if act.t <= note.t), None)
    return asked[-1].question if hand is None and note.back and asked else hand


class _Tally:
    """Folds one question's marks: the last judgement, and what was asked or noted in hand after it."""

    __slots__ = ("asked_at", "covered_at", "declined_at", "depth", "heard", "judged", "notes", "skipped_at", "touched")

    def __init__(self) -> None:
        self.judged: Judgement | None = None
        self.depth: int | None = None
        self.asked_at: float | None = None
        self.covered_at: float | None = None
        self.declined_at: float | None = None
        self.heard = False  # in the transcript
        self.skipped_at = 0.0
        self.notes = 0
        self.touched = False

    def count_asked(self, t: float) -> None:
        self.asked_at = t if self.asked_at is None else min(self.asked_at, t)
        self.lift_skip()

    def lift_skip(self) -> None:
        if self.judged == "skipped":
            self.judged = None

    def judge(self, act: Event) -> None:
        """Take the judgement in the place of the one before; covers in a row are one, with the depth said last."""
        if isinstance(act, Covered):
            if self.judged != "covered":
                self.covered_at, self.depth = act.t, None
            self.judged = "covered"
            self.depth = self.depth if act.depth is None else act.depth
        elif isinstance(act, Skipped):
            self.judged, self.skipped_at = "skipped", act.t
        elif isinstance(act, Declined):
            self.judged = "declined"
            self.declined_at = act.t if self.declined_at is None else self.declined_at
        else:  # a cover or a skip was taken off; a refusal stands
            self.judged = None if self.declined_at is None else "declined"

    def count_notes(self, number: int) -> None:
        self.touched = True
        self.notes += number

    def result(self, seconds: float) -> QuestionCoverage:
        covered = self.judged == "covered"
        without: QuestionState = "touched" if self.touched else "untouched"
        return QuestionCoverage(
            state=self.judged or ("asked" if self.heard or self.asked_at is not None else without),
            depth=self.depth if covered else None,
            unasked=covered and self.asked_at is None and not self.heard,
            asked_at=self.asked_at,
            covered_at=self.covered_at if covered else None,
            notes=self.notes,
            seconds=seconds,
            declined_at=self.declined_at,
        )


def find_heard_turns(interview: Interview) -> dict[int, Heard]:
    """What was said of each turn of the transcript last, by the turn's number."""
    return {act.turn: act for act in interview.events_but_notes() if isinstance(act, Heard)}


def _target(
    serving: tuple[Question, ...], questions: dict[str, QuestionCoverage], counted: Mapping[tuple[str, ...], int]
) -> TargetCoverage:
    required = [questions[question.id] for question in serving if not question.optional]
    ids = {question.id for question in serving}
    return TargetCoverage(
        state=_target_state(required, [questions[id].state for id in ids]),
        covered=sum(1 for one in required if one.state == "covered"),
        of=len(required),
        notes=sum(number for about, number in counted.items() if not ids.isdisjoint(about)),
        seconds=round(sum(questions[question.id].seconds for question in serving), 3),
    )


def _target_state(required: list[QuestionCoverage], serving: list[QuestionState]) -> TargetState:
    """Covered: all required questions done and one of them covered; closed: all skipped or declined; else open."""
    if not required:
        return "covered" if "covered" in serving else "open"
    if not all(one.settled for one in required):
        return "open"
    return "covered" if any(one.state == "covered" for one in required) else "closed"


WITH_EXAMPLE = 3
"""The depth that says that an example was given."""


def examples(interview: Interview) -> dict[str, int]:
    """How many examples were told, for every question of the guide.

    Covers with an example count until a judgement in force says otherwise. One that was also marked on a side is the
    same one, so the larger of the two numbers is told.
    """
    return interview.remember("examples", lambda: _count_examples(interview))


def _count_examples(interview: Interview) -> dict[str, int]:
    covers = {question.id: 0 for question in interview.guide.questions}
    sided = dict(covers)
    for act in interview.events_but_notes():
        match act:
            case Covered(depth=None):
                pass
            case Covered() | Skipped() | Declined() | Unmarked():
                more = isinstance(act, Covered) and act.depth == WITH_EXAMPLE
                for question in act.questions:
                    covers[question] = covers.get(question, 0) + 1 if more else 0
            case Sided():
                sided[act.question] = sided.get(act.question, 0) + 1
            case _:
                pass
    return {id: max(number, sided[id]) for id, number in covers.items() if id in sided}


def without_example(interview: Interview) -> tuple[str, ...]:
    """What was covered and stayed abstract: research questions, then single questions that ask for an example.

    A research question is named where something under it was covered, and nothing with an example: Malterud 2011 asks
    for concrete instances. A question is named where the guide says how many are wanted and there is none.
    """
    found, told = coverage(interview).questions, examples(interview)
    covered = {id for id, one in found.items() if one.state == "covered"}
    bare = []
    for one in interview.guide.research_questions:
        serving = {question.id for question in interview.guide.serving(one.id)} & covered
        if serving and not any(told[id] for id in serving):
            bare.append(one.id)
    wanting = (one.id for one in interview.guide.questions if one.examples and one.id in covered and not told[one.id])
    return (*bare, *wanting)
