"""What a report is made from."""

import re
from collections.abc import Iterable

from guide.frozen import Value
from guide.model import Guide
from guide.problems import Problem
from interviews.study.folder import CODE, Study
from interviews.study.interview_summary import InterviewSummary, account_of
from interviews.study.measures import read_turns_of
from interviews.study.review import Beside, InterviewReview, Review, StudyWalk, latest_copy
from tui.translator import Translator

_HERE = {"in_study": ""}
"""A command that a report names is told without the folder in which the study lies."""
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?(?![0-9-])")


def day(started: str) -> str:
    """The date of a wall clock, or of what is left of it: a day, a month or a year; empty where nothing is."""
    found = _DAY.match(started)
    return found[0] if found else ""


def last_day(started: Iterable[str]) -> str:
    """The latest date of several wall clocks."""
    return max(map(day, started), default="")


class ReportData(Value):
    """A study's review and its interviews' accounts; ``code`` is the participant it is about, if it is about one.

    Without ``notes`` the accounts hold nobody's words.
    """

    review: Review
    accounts: tuple[InterviewSummary, ...]
    _: Translator
    notes: bool
    code: str | None

    @property
    def guide(self) -> Guide:
        """The guide as it is now."""
        return self.review.guide

    @property
    def counted(self) -> tuple[InterviewSummary, ...]:
        """The interviews proper."""
        return tuple(one for one in self.accounts if one.reviewed.mode == "live")

    @property
    def apart(self) -> tuple[InterviewSummary, ...]:
        """Pilots and practice."""
        return tuple(one for one in self.accounts if one.reviewed.mode != "live")

    @property
    def without_problems(self) -> "ReportData":
        """The same where problems are told beside it."""
        return self.but(review=self.review.but(problems=()))

    @property
    def shown(self) -> tuple[InterviewReview, ...]:
        """The interviews proper, then pilots and practice, in numbers."""
        return (*self.review.counted, *self.review.apart)

    @property
    def in_order(self) -> tuple[InterviewSummary, ...]:
        """The interviews proper, then pilots and practice."""
        return (*self.counted, *self.apart)

    @property
    def interviewers(self) -> tuple[str, ...]:
        """The initials of those who held the interviews; none where it was one person, or nobody said."""
        found = dict.fromkeys(one.interviewer for one in self.review.interviews if one.interviewer)
        return tuple(found) if len(found) > 1 else ()

    def describe_problem(self, problem: Problem) -> str:
        """A problem in words that name neither the study's folder nor a command: those are for the terminal.

        What stands in a log is not repeated in a report without notes.
        """
        if self.notes or problem.file == "guide.yaml":
            return self._.problem(problem.but(facts={**problem.facts, **_HERE}), commands=False)
        facts = {name: fact for name, fact in problem.facts.items() if name != "type"}
        if CODE.fullmatch(facts.get("code", "")) is None:
            facts.pop("code", None)
        hidden = {name: "…" for name in problem.facts if name not in facts}
        return self._.problem(problem.but(facts={**facts, **hidden, **_HERE}), commands=False)


def collect_report_data(
    study: Study,
    _: Translator,
    *,
    code: str | None,
    notes: bool,
    reflexive: bool = False,
    beside: Beside | None = None,
) -> tuple[ReportData | None, StudyWalk]:
    """Go through the interviews once; no material when neither a guide nor an interview can be read."""
    rounds = StudyWalk(study, code, beside)
    accounts = tuple(
        account_of(one, interview, words=notes, reflexive=reflexive, turns=read_turns_of(study.folder, interview))
        for one, interview in rounds
    )
    reviewed = tuple(one.reviewed for one in accounts)
    guide = rounds.current.guide or latest_copy(reviewed)
    if guide is None:
        return None, rounds
    return ReportData(Review(guide, reviewed, rounds.problems, rounds.withdrawals), accounts, _, notes, code), rounds
