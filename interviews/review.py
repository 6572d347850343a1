"""Coverage across a study, as the one set of numbers that every table, page and ``--json`` shows."""

from guide.model import Guide
from guide.problems import Problem
from guide.values import Value
from interviews.coverage import Coverage, coverage
from interviews.notes import FollowUpState, Note, follow_ups, notes
from interviews.state import Interview
from interviews.study import Study, Told, changed_wordings
from interviews.timing import interview_seconds

FATES: tuple[FollowUpState, ...] = ("open", "returned", "met", "dropped")
"""What can become of a follow-up."""


class Reviewed(Value):
    """One interview in a review, with everything that is told of it."""

    participant: str
    file: str
    interview: Interview
    coverage: Coverage
    notes: tuple[Note, ...]
    seconds: float

    @property
    def mode(self) -> str:
        """live, pilot or practice."""
        return self.interview.started.mode

    @property
    def fates(self) -> dict[str, int]:
        """How many follow-ups are open, returned to, answered meanwhile, let go."""
        states = [note.state for note in follow_ups(self.interview)]
        return {fate: states.count(fate) for fate in FATES}


class Review(Value):
    """A study reviewed: its guide, its interviews, and what is wrong in its files."""

    guide: Guide
    interviews: tuple[Reviewed, ...]
    problems: tuple[Problem, ...]

    @property
    def counted(self) -> tuple[Reviewed, ...]:
        """The interviews proper: pilots and practice are never counted with them."""
        return tuple(one for one in self.interviews if one.mode == "live")

    @property
    def apart(self) -> tuple[Reviewed, ...]:
        """Pilots and practice."""
        return tuple(one for one in self.interviews if one.mode != "live")


def review(study: Study, participant: str | None = None) -> Review | None:
    """Review a study, or one participant's interviews; None when neither a guide nor an interview can be read."""
    current = study.guide()
    told = [study.tell(file) for file in study.logs() if participant in (None, file.participant)]
    guide = current.guide or _latest_copy(told)
    if guide is None:
        return None
    problems = [problem for problem in current.problems if problem.severity == "error"]
    for one in told:
        problems += one.problems
    interviews = [one.interview for one in told if one.interview is not None]
    problems += changed_wordings("guide.yaml", current, interviews)
    reviewed = tuple(_reviewed(one.file.name, one.interview) for one in told if one.interview is not None)
    return Review(guide, reviewed, tuple(problems))


def _reviewed(file: str, interview: Interview) -> Reviewed:
    return Reviewed(
        participant=interview.started.participant,
        file=file,
        interview=interview,
        coverage=coverage(interview),
        notes=notes(interview),
        seconds=interview_seconds(interview),
    )


def _latest_copy(told: list[Told]) -> Guide | None:
    copies = [one.interview for one in told if one.interview is not None]
    return max(copies, key=lambda one: one.started.wall).guide if copies else None
