"""What a report is made from: every interview's account, gathered one interview at a time, and the review of them."""

from guide.model import Guide
from guide.problems import Problem
from guide.values import Value
from interviews.account import Account, account_of
from interviews.review import Review, Rounds, latest_copy
from interviews.study import CODE, Study
from tui.words import Words


class Material(Value):
    """A study's review and its interviews' accounts; ``code`` is the participant it is about, if it is about one.

    Without ``notes`` the accounts hold nobody's words.
    """

    review: Review
    accounts: tuple[Account, ...]
    words: Words
    notes: bool
    code: str | None

    @property
    def guide(self) -> Guide:
        """The guide as it is now."""
        return self.review.guide

    @property
    def counted(self) -> tuple[Account, ...]:
        """The interviews proper."""
        return tuple(one for one in self.accounts if one.reviewed.mode == "live")

    @property
    def apart(self) -> tuple[Account, ...]:
        """Pilots and practice."""
        return tuple(one for one in self.accounts if one.reviewed.mode != "live")

    @property
    def in_order(self) -> tuple[Account, ...]:
        """The interviews proper, then pilots and practice."""
        return (*self.counted, *self.apart)

    def said_of(self, problem: Problem) -> str:
        """A problem in words; what stands in a log is not repeated in a report without notes."""
        if self.notes or problem.file == "guide.yaml":
            return self.words.problem(problem)
        facts = {name: fact for name, fact in problem.facts.items() if name != "type"}
        if CODE.fullmatch(facts.get("code", "")) is None:
            facts.pop("code", None)
        hidden = {name: "…" for name in problem.facts if name not in facts}
        return self.words.problem(problem.but(facts={**facts, **hidden}))


def gathered(
    study: Study, words: Words, *, code: str | None, notes: bool, reflexive: bool = False
) -> tuple[Material | None, Rounds]:
    """Go through the interviews once; no material when neither a guide nor an interview can be read."""
    rounds = Rounds(study, code)
    accounts = tuple(account_of(one, interview, words=notes, reflexive=reflexive) for one, interview in rounds)
    reviewed = tuple(one.reviewed for one in accounts)
    guide = rounds.current.guide or latest_copy(reviewed)
    if guide is None:
        return None, rounds
    return Material(Review(guide, reviewed, rounds.problems), accounts, words, notes, code), rounds
