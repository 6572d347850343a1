"""Coverage across a study, as the one set of numbers that every table, page and ``--json`` shows."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from guide.model import Guide, Question
from guide.problems import Problem
from guide.values import NOTHING, Value
from interviews.afterwards import date_of
from interviews.clock import moment_of
from interviews.course import order
from interviews.coverage import Coverage, coverage
from interviews.debriefing import Debrief, debrief
from interviews.earlier_rule import AS_BEFORE, Otherwise, told_otherwise
from interviews.events import Side
from interviews.examples import examples
from interviews.notes import FollowUpState, fates
from interviews.numbering import RevisionNumbers
from interviews.observing.state import Observation, find_observation, strays
from interviews.pace import briefing_seconds
from interviews.pilot_events import PilotKind
from interviews.placement import Placement, Placements
from interviews.points import ProbeTick, sides, ticked_probes
from interviews.state import Interview
from interviews.study import Study, Told
from interviews.timing import interview_seconds
from interviews.wordings import WordingChanges


class Reviewed(Value):
    """One interview in a review, in numbers: its events are not kept, so that a thousand long ones take little room.

    All ids are those of the guide now; ``placement`` tells which were others. ``started`` is the wall clock of the
    first act, as far as the log still tells it; ``seconds`` and ``briefing`` are its length and the time before the
    first question, pauses and gaps off. ``end`` (seconds) is where it ended, None where it never did: what came later
    was done afterwards. One that was entered ``afterwards`` has no length, and as ``started`` only the date that was
    said.
    ``revision`` is the number of the guide's revision, None where its guide was never recorded; ``probes`` and
    ``examples`` are by question; ``otherwise`` is what an earlier program told otherwise.
    """

    participant: str
    file: str
    mode: str
    started: str
    ended: bool
    seconds: float
    briefing: float
    guide: Guide
    coverage: Coverage
    fates: dict[FollowUpState, int]
    order: tuple[str, ...]
    sides: dict[str, dict[Side, int]]
    debrief: Debrief
    placement: Placement
    pilot: PilotKind = ""
    end: float | None = None
    afterwards: bool = False
    revision: int | None = None
    probes: Mapping[str, tuple[ProbeTick, ...]] = NOTHING
    examples: Mapping[str, int] = NOTHING
    otherwise: Otherwise = AS_BEFORE

    @property
    def name(self) -> str:
        """The interview's code, its log's name without folder and ending, as columns are headed."""
        return PurePath(self.file).stem


class Review(Value):
    """A study reviewed: its guide, its interviews, and what is wrong in its files."""

    guide: Guide
    interviews: tuple[Reviewed, ...]
    problems: tuple[Problem, ...]

    @property
    def gone(self) -> tuple[Question, ...]:
        """Questions that some interview's guide had and the study's guide has no more, each once."""
        found = {
            question.id: question
            for one in self.interviews
            for question in one.guide.questions
            if self.guide.question(question.id) is None
        }
        return tuple(found.values())

    @property
    def otherwise(self) -> dict[str, Otherwise]:
        """What is told otherwise now of each earlier program's interview, by its name."""
        return {one.name: one.otherwise for one in self.interviews if one.otherwise != AS_BEFORE}

    @property
    def counted(self) -> tuple[Reviewed, ...]:
        """The interviews proper: pilots and practice are never counted with them."""
        return tuple(one for one in self.interviews if one.mode == "live")

    @property
    def apart(self) -> tuple[Reviewed, ...]:
        """Pilots and practice."""
        return tuple(one for one in self.interviews if one.mode != "live")


class Rounds:
    """Goes through a study's interviews, or one participant's, once; what is wrong is gathered on the way."""

    def __init__(self, study: Study, participant: str | None = None) -> None:
        self.current = study.guide()
        self._study = study
        self._participant = participant
        self._numbers = RevisionNumbers(study)
        self.placements = Placements.of_study(study.folder, self.current)
        self._changes = WordingChanges(study.folder, self.current, self.placements)
        self._problems = [problem for problem in self.current.problems if problem.severity == "error"]

    def __iter__(self) -> Iterator[tuple[Reviewed, Interview]]:
        for told in self._study.told(self._participant):
            self._problems += told.problems
            if told.interview is not None:
                self._changes.look_at(told.interview)
                seen = find_observation(told.file.path)
                self._problems += seen.problems
                placement = self.placements.of(told.interview.guide)
                interview = placement.view(told.interview)
                yield reviewed_of(told, interview, placement, self._numbers, seen.observation), interview
        self._problems += self._study.strays(self._participant)
        if self._participant is None:
            self._problems += strays(self._study.folder, (file.path for file in self._study.logs()))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the guide and in the logs gone through so far."""
        return (*self._problems, *self._changes.problems)


def review(study: Study, participant: str | None = None) -> Review | None:
    """Review a study, or one participant's interviews; None when neither a guide nor an interview can be read."""
    rounds = Rounds(study, participant)
    reviewed = tuple(one for one, _ in rounds)
    guide = rounds.current.guide or latest_copy(reviewed)
    return None if guide is None else Review(guide, reviewed, rounds.problems)


def reviewed_of(
    told: Told,
    interview: Interview,
    placement: Placement,
    numbers: RevisionNumbers,
    observation: Observation | None = None,
) -> Reviewed:
    """What a review keeps of one interview, in today's ids, and of what an observer ticked beside it."""
    return Reviewed(
        participant=interview.started.participant,
        file=told.file.name,
        mode=interview.started.mode,
        started=date_of(interview),
        ended=interview.ended is not None,
        seconds=interview_seconds(interview),
        briefing=briefing_seconds(interview),
        guide=interview.guide,
        coverage=coverage(interview),
        fates=fates(interview),
        order=order(interview),
        sides=sides(interview),
        debrief=debrief(interview, observation),
        placement=placement,
        pilot=interview.started.pilot,
        end=None if interview.ended is None else interview.ended.t,
        afterwards=interview.started.afterwards,
        revision=numbers.of(interview),
        probes=ticked_probes(interview),
        examples=examples(interview),
        otherwise=told_otherwise(interview, placement),
    )


def as_it_stands(one: Reviewed, interview: Interview) -> Reviewed:
    """The same with its questions as they stand now, after something was added to the log."""
    return one.but(
        coverage=coverage(interview),
        sides=sides(interview),
        probes=ticked_probes(interview),
        examples=examples(interview),
    )


def latest_copy(reviewed: tuple[Reviewed, ...]) -> Guide | None:
    """The guide of the interview that began last: what serves where ``guide.yaml`` cannot be read."""
    return max(reviewed, key=lambda one: moment_of(one.started)).guide if reviewed else None
