"""What the review's screens share."""

from interviews.core.clock import Clock
from interviews.core.notes import count_left_out
from interviews.revisions import read_history
from interviews.session import Session
from interviews.study.folder import Study
from interviews.study.guide_drift import fold_guide_changes
from interviews.study.interview_summary import account_of
from interviews.study.measures import read_turns_of
from interviews.study.previous_interviews import collect_leftovers
from interviews.study.review import InterviewReview, Review, review, thin
from tui import signs
from tui.console import tell_problem
from tui.documents.data import ReportData
from tui.documents.interview import interview_text
from tui.review.late_edits import LateEditSession
from tui.translator import N_, Translator

_WIDTH = 74
"""Within the frame of a page on 80 cells."""


class ReviewModel:
    """One study under review; logs that are worked on are let go when the review is left."""

    def __init__(self, study: Study, result: Review, _: Translator, clock: Clock) -> None:
        self.study = study
        self.result = result
        self._ = _
        self.clock = clock
        self.left: list[Session] = []
        self._evenings: dict[str, LateEditSession] = {}

    def evening(self, one: InterviewReview) -> LateEditSession | None:
        """The interview behind a column, to be read and added to; None when its log is gone or cannot be read."""
        if one.file not in self._evenings:
            file = next((file for file in self.study.logs() if file.name == one.file), None)
            interview = None if file is None else self.study.load(file).interview
            if file is None or interview is None:
                return None
            self._evenings[one.file] = LateEditSession(self.study, file, interview, one.placement, self.clock, self._)
        return self._evenings[one.file]

    def is_unanswered(self, one: InterviewReview) -> bool:
        """Whether an interview has notes of which nobody has said whether they may be used."""
        evening = self.evening(one)
        return evening is not None and "unanswered" in count_left_out(evening.interview)

    def renew(self) -> None:
        """Work the numbers out anew, after something was added to a log."""
        self.result = review(self.study) or self.result
        for evening in self._evenings.values():
            evening.renew()

    def page_of(self, one: InterviewReview) -> str | None:
        """One interview with its course, all its notes, and what is wrong in its file."""
        evening = self.evening(one)
        if evening is None:
            return None
        turns = read_turns_of(self.study.folder, evening.interview)
        account = account_of(one, evening.interview, reflexive=True, turns=turns)
        return interview_text(account, ReportData(self.result, (account,), self._, notes=True, code=None), _WIDTH)

    def next_time(self) -> list[str]:
        """Open follow-ups, topics outside the guide, and what is thinly covered, in lines."""
        _, lines = self._, list[str]()
        wordings, wrong = list[str](), list[str]()
        for problem in fold_guide_changes(self.result.problems):
            told = wordings if problem.severity == "notice" and problem.file == "guide.yaml" else wrong
            told.append(tell_problem(problem, _))
        lines += [_("Faults in the files:"), *(f"  {line}" for line in wrong), ""] if wrong else []
        lines += [_("Changed since earlier interviews:"), *(f"  {line}" for line in wordings), ""] if wordings else []
        evenings = [self.evening(one) for one in self.result.counted]
        settled = read_history(self.study.folder).settled
        left = [
            one for evening in evenings if evening is not None for one in collect_leftovers(evening.interview, settled)
        ]
        for kind, key in (("follow_up", N_("Open follow-ups:")), ("topic", N_("Topics outside the guide:"))):
            found = [" ".join((one.code, *one.about, one.text or signs.BOOKMARK)) for one in left if one.kind == kind]
            lines += [_(key), *(f"  {line}" for line in found), ""] if found else []
        wanting = thin(self.result.guide, self.result.counted)
        if wanting:
            lines += [_("Little covered so far:"), *(f"  {question.id} {question.ask}" for question in wanting)]
        return lines or [_.pgettext("review", "Nothing is left over.")]

    def close(self) -> None:
        """Let go of every log."""
        for evening in self._evenings.values():
            evening.close()
            self.left += [evening.left] if evening.left is not None else []
        self._evenings.clear()
