"""One session of revising.

What was decided on which proposal, carried out anew on the guide as it was read.

So a decision taken back leaves nothing behind. Nothing here writes to the guide or its history.
"""

import json
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Literal

from guide.frozen import Value
from guide.model import Guide
from guide.revise import RevisionError
from interviews.revisions import History, RecordedChange, collect_ids
from interviews.revisions.acts import Decision, Done, all_done
from interviews.revisions.draft import Begun, RevisionDraft, read_draft
from interviews.revisions.proposals import (
    OF_INTERVIEWS,
    Named,
    Proposal,
    events_decided_on,
    in_order,
    proposals,
    since_last,
)
from interviews.revisions.writing import OnDisk, RevisionFailure, WritingStep, leading_to
from tui.changes.describe_change import by_hand, record_change
from tui.translator import N_, Translator

_REFUSED = {
    "unknown_question": N_("There is no question {id}."),
    "unknown_section": N_("There is no section {section}."),
    "unknown_probe": N_("{id} has no probe {place}."),
    "unknown_rule": N_("There is no advice called {rule}."),
    "empty_wording": N_("Write a wording."),
    "empty_reason": N_("Write a reason."),
    "not_writable": N_("There is a character here that no file can keep."),
    "same_question": N_("Choose another question than {id} itself."),
    "one_place": N_("Choose one place for {id}."),
    "into_closing": N_("{id} cannot stand in the closing: it serves a research question or is optional."),
    "too_few_wordings": N_("{id} is split into two at least."),
    "probe_there": N_("{id} has that probe already."),
    "last_question": N_("A guide needs at least one question."),
    "too_many_questions": N_("A guide can have {limit} questions."),
}


class Material(Value):
    """``after`` names the interview that the revision is made after, empty where there was none.

    ``leading`` is recorded before the revision itself: the guide as it was, and what was changed by hand since.
    ``taken`` is every id ever used.
    """

    folder: Path
    now: OnDisk
    history: History
    proposals: tuple[Proposal, ...]
    after: str
    leading: tuple[WritingStep, ...]
    taken: frozenset[str]
    draft: RevisionDraft

    @property
    def number(self) -> int:
        """The number that the revision will have."""
        before = self.history.last.number if self.history.last is not None else 0
        return before + len(self.leading) + 1

    @property
    def by_hand(self) -> tuple[RecordedChange, ...]:
        """What somebody changed in the file itself, and no revision tells of yet."""
        return tuple(change for step in self.leading for change in step.changes)


def gather(
    folder: Path, now: OnDisk, history: History, held: Iterable[Named], after: str | None, _: Translator
) -> Material:
    """Everything that a round needs; ``words`` are in the guide's language.

    ``after`` narrows it to one interview, all of it; else every interview is asked for what nobody has decided on.
    """
    sat = in_order(tuple(held))
    new = since_last(history, sat)
    if after is None:
        found = proposals(now.guide, sat, sat, events_decided_on(history))
    else:
        found = proposals(now.guide, [one for one in sat if one[0] == after], sat)
    copies = [interview.guide for _log, interview in new]
    return Material(
        folder=folder,
        now=now,
        history=history,
        proposals=found,
        after=after or (new[-1][0] if new else _latest_source(found, sat)),
        leading=tuple(leading_to(now, history, copies, lambda old, new: by_hand(old, new, _))),
        taken=collect_ids(history, (now.guide, *(interview.guide for _log, interview in sat))),
        draft=read_draft(folder),
    )


def _latest_source(found: Iterable[Proposal], sat: Iterable[Named]) -> str:
    """The last interview held of those that something is proposed from, empty where nothing is."""
    refs = {ref.partition(":")[0] for one in found if one.kind in OF_INTERVIEWS for ref in one.evidence}
    return next((name for name, _ in reversed(tuple(sat)) if name in refs), "")


def name_of(proposal: Proposal) -> str:
    """A name by which a proposal is found again tomorrow."""
    return json.dumps([proposal.kind, proposal.question, proposal.act, proposal.texts, proposal.source])


_WITH_A_PLACE = ("add_question", "drop_probe")
"""Acts that are about one note or one probe, and so fit no other proposal about the same question."""

State = Literal["open", "taken", "left", "rest"]


class RevisionSession:
    """Proposals are known by their place; every act says in a sentence why it was not done, or nothing.

    ``begun`` is what is half written, by its proposal's place; whoever writes keeps it up to date. ``why_by_hand`` is
    the reason for what was changed in the guide's file itself, where somebody gave one.
    """

    def __init__(self, material: Material, _: Translator, keep: Callable[[RevisionDraft], None]) -> None:
        self.material = material
        self._ = _
        self.decisions: list[tuple[int, Decision]] = []
        self.done: tuple[Done, ...] = ()
        self.begun: dict[int, Begun] = {}
        self.why_by_hand = ""
        self._left: set[int] = set()
        self._before: list[tuple[int, list[tuple[int, Decision]]]] = []
        self._unfit: list[tuple[str, Decision]] = []
        self._kept = material.draft
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

    def decision_at(self, place: int) -> Done | None:
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
        kept, before = [(of, one) for of, one in self.decisions if of != place], self.decisions
        refused = self._carry_out([*kept, (place, decision)])
        if refused:
            return refused
        self._before.append((place, before))
        self._left.discard(place)
        return self.keep()

    def leave(self, place: int) -> str:
        """Leave a proposal, and take back what was decided on it."""
        kept, before = [(of, one) for of, one in self.decisions if of != place], self.decisions
        if len(kept) < len(before) and self._carry_out(kept):
            return self._("A later change builds on this one: undo that first (Ctrl+Z).")
        is_rest = self.material.proposals[place].kind == "rest"
        if len(kept) < len(before) or not (is_rest or place in self._left):
            self._before.append((place, before))
        if not is_rest:
            self._left.add(place)
        return self.keep()

    def undo(self) -> tuple[int, str] | None:
        """Take back what was decided last, so that what it took the place of stands again.

        Which proposal it was on, and what it was; None where there is none.
        """
        if not self._before and not self.decisions:
            return None
        place, before = self._before.pop() if self._before else (self.decisions[-1][0], self.decisions[:-1])
        undone = self.decision_at(place)
        self._carry_out(before)
        again, was_left = self.decision_at(place), place in self._left
        self._left.discard(place)
        told = [self._("undone: {what}", what=self.describe_done(undone))] if undone is not None else []
        told += [self._("taken: {what}", what=self.describe_done(again))] if again is not None else []
        told += [self._("undone, open again: {what}", what=self.name_at(place))] if was_left and not told else []
        return place, self.keep() or " · ".join(told)

    def name_at(self, place: int) -> str:
        """What a proposal is about: the question's id, the words of a topic or a remark, or the guide."""
        one = self.material.proposals[place]
        return " ".join(" ".join(one.texts).split()) if one.is_apart else one.question or self._("guide")

    def describe_done(self, done: Done) -> str:
        """What a decision changed, in a sentence."""
        change = record_change(done, self._)
        return "" if change is None else change.what

    def take_up(self) -> str:
        """Carry out again what was decided before the terminal was closed, as far as it still fits.

        What does not fit is kept in the draft all the same, until a revision is written.
        """
        draft, taken = self.material.draft, {self._place_of(name) for name, _ in self.material.draft.decisions}
        for name, decision in draft.decisions:
            place = self._place_of(name)
            if place is None:
                place = self._place_about(decision, taken)
                taken.add(place)
            if place is None or self._carry_out([*self.decisions, (place, decision)]):
                self._unfit.append((name, decision))
        self._left = {place for name in draft.left if (place := self._place_of(name)) is not None}
        for name, begun in draft.begun:
            place = self._place_of(name)
            place = self._place_about(begun.decision, set(self.begun)) if place is None else place
            if place is not None:
                self.begun[place] = begun
        if not draft.decisions:
            return self._("The line is as you left it.") if self.begun else ""
        key = (
            N_("Changes that you had begun are ready: {count}; {lost} no longer fit.")
            if self._unfit
            else N_("Changes that you had begun are ready: {count}.")
        )
        return self._(key, count=len(self.decisions), lost=len(self._unfit))

    def _place_of(self, name: str) -> int | None:
        return self._names.index(name) if name in self._names else None

    def _place_about(self, decision: Decision, taken: Collection[int | None]) -> int | None:
        """A proposal about the same question: interviews held since may say other things of it."""
        if not decision.question or decision.act in _WITH_A_PLACE:
            return None
        free = [
            (place, one)
            for place, one in enumerate(self.material.proposals)
            if one.question == decision.question and place not in taken and one.act not in _WITH_A_PLACE
        ]
        same = [place for place, one in free if one.act == decision.act]
        others = [place for place, one in free if one.kind in ("advice", "rest")]
        return next(iter((*same, *others)), None)

    def refusal(self, place: int, decision: Decision) -> str:
        """Why this decision on a proposal would be refused, or nothing."""
        return self._make([*((of, one) for of, one in self.decisions if of != place), (place, decision)])[1]

    def _carry_out(self, decisions: list[tuple[int, Decision]]) -> str:
        """Make the guide anew from these decisions; why that cannot be, or nothing."""
        done, refused = self._make(decisions)
        if not refused:
            self.decisions, self.done = decisions, done
        return refused

    def _make(self, decisions: list[tuple[int, Decision]]) -> tuple[tuple[Done, ...], str]:
        """What these decisions would do to the guide, and why that cannot be, or nothing."""
        material = self.material
        try:
            done = all_done(material.now.guide, [decision for _, decision in decisions], material.taken)
        except RevisionError as error:
            if self._is_earlier_broken(decisions):
                return (), self._("A later change builds on this one: undo that first (Ctrl+Z).")
            return (), self._(_REFUSED[error.code], **error.facts)
        if done and done[-1].before == done[-1].after:
            return (), self._("That is how it stands now.")
        return done, ""

    def _is_earlier_broken(self, decisions: list[tuple[int, Decision]]) -> bool:
        """Whether it is not the last of them that the guide refuses."""
        try:
            all_done(self.material.now.guide, [one for _, one in decisions[:-1]], self.material.taken)
        except RevisionError:
            return True
        return False

    @property
    def left(self) -> tuple[str, ...]:
        """The events behind what was looked at and left as it is."""
        seen = (self.material.proposals[place] for place in sorted(self._left))
        return tuple(dict.fromkeys(ref for one in seen if one.kind in OF_INTERVIEWS for ref in one.evidence))

    def keep(self) -> str:
        """Keep everything for the next time, what is half written too; what is kept already is not written again."""
        names = self._names
        decisions = (*self._unfit, *((names[of], one) for of, one in self.decisions))
        begun = tuple((names[of], one) for of, one in sorted(self.begun.items()))
        draft = RevisionDraft(decisions, tuple(names[of] for of in sorted(self._left)), begun)
        if draft == self._kept:
            return ""
        try:
            self._keep(draft)
        except RevisionFailure as failure:
            return self._.failure(failure)
        self._kept = draft
        return ""
