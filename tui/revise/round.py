"""One round of revising: what was decided on which proposal, carried out anew on the guide as it was read.

So a decision taken back leaves nothing behind. Nothing here writes to the guide or its history.
"""

from collections.abc import Callable
from typing import Literal

from guide.model import Guide
from guide.revising import RevisionError
from interviews.decisions import Decision, Done, all_done
from interviews.revision_draft import Draft
from interviews.revision_writing import RevisionFailure
from tui.revise.material import Material, name_of
from tui.revise.record import recorded_one
from tui.words import Words

State = Literal["open", "taken", "left", "rest"]


class Round:
    """Proposals are known by their place; every act says in a sentence why it was not done, or nothing."""

    def __init__(self, material: Material, words: Words, keep: Callable[[Draft], None]) -> None:
        self.material = material
        self.words = words
        self.decisions: list[tuple[int, Decision]] = []
        self.done: tuple[Done, ...] = ()
        self._left: set[int] = set()
        self._keep = keep
        self._names = [name_of(one) for one in material.proposals]

    @property
    def guide(self) -> Guide:
        """The guide as it would be now."""
        return self.done[-1].after if self.done else self.material.now.guide

    def state(self, place: int) -> State:
        """What became of a proposal."""
        if any(of == place for of, _ in self.decisions):
            return "taken"
        if place in self._left:
            return "left"
        return "rest" if self.material.proposals[place].kind == "rest" else "open"

    def count(self, state: State) -> int:
        """How many proposals there are in a state."""
        return sum(1 for place in range(len(self._names)) if self.state(place) == state)

    def done_at(self, place: int) -> Done | None:
        """The decision on a proposal, carried out."""
        found = (done for (of, _), done in zip(self.decisions, self.done, strict=True) if of == place)
        return next(found, None)

    def next_open(self, after: int) -> int | None:
        """The next proposal on which nothing was decided, from the first again behind the last."""
        count = len(self._names)
        order = ((after + step) % count for step in range(1, count + 1))
        return next((place for place in order if self.state(place) == "open"), None)

    def take(self, place: int, decision: Decision) -> str:
        """Decide on a proposal, instead of what was decided on it before."""
        kept = [(of, one) for of, one in self.decisions if of != place]
        refused = self._carry_out([*kept, (place, decision)])
        if refused:
            return refused
        self._left.discard(place)
        return self._save()

    def leave(self, place: int) -> str:
        """Leave a proposal, and take back what was decided on it."""
        kept = [(of, one) for of, one in self.decisions if of != place]
        if len(kept) < len(self.decisions) and self._carry_out(kept):
            return self.words("revise_builds_on")
        if self.material.proposals[place].kind != "rest":
            self._left.add(place)
        return self._save()

    def undo(self) -> tuple[int, str] | None:
        """Take back the last decision: which proposal it was on, and what it was; None where there is none."""
        if not self.decisions:
            return None
        place, what = self.decisions[-1][0], self.said(self.done[-1])
        self.decisions, self.done = self.decisions[:-1], self.done[:-1]
        failed = self._save()
        return place, failed or self.words("revise_undone", what=what)

    def said(self, done: Done) -> str:
        """What a decision changed, in a sentence."""
        change = recorded_one(done, self.words)
        return "" if change is None else change.what

    def take_up(self) -> str:
        """Carry out again what was decided before the terminal was closed, as far as it still fits."""
        draft, places = self.material.draft, {name: place for place, name in enumerate(self._names)}
        lost = 0
        for name, decision in draft.decisions:
            lost += name not in places or bool(self._carry_out([*self.decisions, (places[name], decision)]))
        self._left = {places[name] for name in draft.left if name in places}
        if not draft.decisions:
            return ""
        key = "revise_taken_up_less" if lost else "revise_taken_up"
        return self.words(key, count=len(self.decisions), lost=lost)

    def _carry_out(self, decisions: list[tuple[int, Decision]]) -> str:
        """Make the guide anew from these decisions; why that cannot be, or nothing."""
        material = self.material
        try:
            done = all_done(material.now.guide, [decision for _, decision in decisions], material.taken)
        except RevisionError as error:
            if self._is_earlier_broken(decisions):
                return self.words("revise_builds_on")
            return self.words(f"refused_{error.code}", **error.facts)
        if done and done[-1].before == done[-1].after:
            return self.words("revise_same")
        self.decisions, self.done = decisions, done
        return ""

    def _is_earlier_broken(self, decisions: list[tuple[int, Decision]]) -> bool:
        """Whether it is not the last of them that the guide refuses."""
        try:
            all_done(self.material.now.guide, [one for _, one in decisions[:-1]], self.material.taken)
        except RevisionError:
            return True
        return False

    def _save(self) -> str:
        names = self._names
        decisions = tuple((names[of], one) for of, one in self.decisions)
        try:
            self._keep(Draft(decisions, tuple(names[of] for of in sorted(self._left))))
        except RevisionFailure as failure:
            return self.words(failure.code, **failure.facts)
        return ""
