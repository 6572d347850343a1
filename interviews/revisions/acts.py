"""Acts of revising, a row each.

How it changes the guide, and what it tells of itself.

What an act does to the text of ``guide.yaml`` follows question by question (``guide.editing``), and the words in which
it is told by the kind of its change (``tui/changes/describe_change.py``).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from guide import revise as revising
from guide.diff import Change
from guide.frozen import Value
from guide.model import Guide, Question
from interviews.revisions.proposals import ActKind


class Decision(Value):
    """An act on a question (empty: on the whole guide), with the reason for it and the events behind it.

    ``texts`` are its wordings, ``other`` the question before, after or with which, ``place`` a probe's from 1,
    ``rules`` the pieces of advice that are overruled, each for the reason in ``texts``.
    """

    act: ActKind
    question: str
    texts: tuple[str, ...] = ()
    other: str = ""
    place: int = 0
    rules: tuple[str, ...] = ()
    why: str = ""
    evidence: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its first wording."""
        return self.texts[0] if self.texts else ""


class Done(Value):
    """A decision, with the guides before and after it."""

    decision: Decision
    before: Guide
    after: Guide

    @property
    def told(self) -> Change | None:
        """What the act tells of itself; None where it changed nothing."""
        return None if self.before == self.after else ACTS[self.decision.act].tell(self)

    @property
    def others(self) -> tuple[str, ...]:
        """The ids that a split gave, or that a merger took away."""
        return {"split": self.new, "merge": self.gone}.get(self.decision.act, ())

    @property
    def along(self) -> Iterator[Change]:
        """What came along: what leaned on a question that is gone leans on another, or on none."""
        own = {self.id, self._spelt(self.decision.other), *self.others}
        for now in self.after.questions:
            old = self.before.question(now.id)
            if now.id not in own and old is not None and old.leans_on != now.leans_on:
                yield Change("changed", now.id, old.leans_on, now.leans_on, "leans_on")

    @property
    def id(self) -> str:
        """The question's id as the guide spells it."""
        return self._spelt(self.decision.question)

    @property
    def new(self) -> tuple[str, ...]:
        """The ids that are only there afterwards."""
        return tuple(one.id for one in self.after.questions if self.before.question(one.id) is None)

    @property
    def gone(self) -> tuple[str, ...]:
        """The ids that were only there before."""
        return tuple(one.id for one in self.before.questions if self.after.question(one.id) is None)

    @property
    def questions(self) -> tuple[Question, Question]:
        """The question before and after, where it is there both times."""
        return revising.find_question(self.before, self.id), revising.find_question(self.after, self.id)

    def _spelt(self, id: str) -> str:
        question = self.before.question(id)
        return id if question is None else question.id


class Act(Value):
    """What a decision makes of a guide, with the ids that were ever used; and the change that it tells."""

    change: Callable[[Guide, Decision, Collection[str]], Guide]
    tell: Callable[[Done], Change]


def _merge(guide: Guide, one: Decision, _: Collection[str]) -> Guide:
    """Two questions in the guide's order: of two that become one, the one that stands first keeps its id."""
    order = {question.id.casefold(): place for place, question in enumerate(guide.questions)}
    behind = order.get(one.question.casefold(), 0) > order.get(one.other.casefold(), len(order))
    first, second = (one.other, one.question) if behind else (one.question, one.other)
    return revising.merge(guide, first, second, one.text)


def _add_question(guide: Guide, one: Decision, taken: Collection[str]) -> Guide:
    """One more question: right after the one that was named, else at the end of the last section."""
    made = revising.add_question(guide, one.text, section_of(guide, one.other), taken)
    new = next(question.id for question in made.questions if guide.question(question.id) is None)
    return made if guide.question(one.other) is None else revising.move(made, new, after=one.other)


def _accept(guide: Guide, one: Decision, _: Collection[str]) -> Guide:
    for rule, reason in zip(one.rules, one.texts, strict=False):
        guide = revising.accept(guide, one.question or None, rule, reason)
    return guide


def _tell_accepted(done: Done) -> Change:
    was, now = done.questions if done.id else (done.before, done.after)
    return Change("changed", done.id, was.accepted, now.accepted, "accepted")


def _tell_reworded(done: Done) -> Change:
    was, now = done.questions
    return Change("reworded", done.id, was.ask, now.ask)


def _tell_dropped_probe(done: Done) -> Change:
    was, now = done.questions
    gone = (probe for place, probe in enumerate(was.probes) if now.probes[place : place + 1] != (probe,))
    return Change("probe_dropped", done.id, next(gone))


def _tell_merged(done: Done) -> Change:
    kept = done.id if done.id not in done.gone else revising.find_question(done.before, done.decision.other).id
    return revising.tell_merger(done.before, done.after, kept, done.gone[0])


def _tell_moved(done: Done) -> Change:
    return revising.tell_move(done.before, done.after, done.id)


ACTS: Mapping[ActKind, Act] = {
    "keep": Act(lambda guide, *_: guide, _tell_reworded),
    "reword": Act(lambda guide, one, _: revising.reword(guide, one.question, one.text), _tell_reworded),
    "earlier": Act(lambda guide, one, _: revising.move(guide, one.question, before=one.other), _tell_moved),
    "later": Act(lambda guide, one, _: revising.move(guide, one.question, after=one.other), _tell_moved),
    "split": Act(
        lambda guide, one, taken: revising.split(guide, one.question, one.texts, taken),
        lambda done: revising.tell_split(done.before, done.after, done.id, done.new),
    ),
    "merge": Act(_merge, _tell_merged),
    "add_probe": Act(
        lambda guide, one, _: revising.add_probe(guide, one.question, one.text),
        lambda done: Change("probe_added", done.id, after=done.questions[1].probes[-1]),
    ),
    "drop": Act(
        lambda guide, one, _: revising.drop(guide, one.question),
        lambda done: Change("dropped", done.id, done.before.question(done.id)),
    ),
    "drop_probe": Act(
        lambda guide, one, _: revising.drop_probe(guide, one.question, _place_of(guide, one)), _tell_dropped_probe
    ),
    "add_question": Act(
        _add_question, lambda done: Change("added", done.new[0], after=done.after.question(done.new[0]))
    ),
    "accept": Act(_accept, _tell_accepted),
}
"""Every act by the name that a decision has for it."""


def carry_out(guide: Guide, decision: Decision, taken: Collection[str]) -> Guide:
    """The guide after a decision; ``taken`` are the ids that were ever used.

    Raises:
        RevisionError: the guide does not allow it.
    """
    return ACTS[decision.act].change(guide, decision, taken)


def all_done(guide: Guide, decisions: Iterable[Decision], taken: Collection[str]) -> tuple[Done, ...]:
    """Each decision carried out on what the ones before it made.

    Raises:
        RevisionError: one of them cannot be carried out any more.
    """
    done: list[Done] = []
    for decision in decisions:
        after = carry_out(guide, decision, taken)
        done.append(Done(decision, guide, after))
        guide = after
    return tuple(done)


def section_of(guide: Guide, question: str) -> int | None:
    """The section from 1 in which a question stands, None for the closing; the last one where there is no such one."""
    for place, section in enumerate(guide.sections, 1):
        if any(one.id == question for one in section.questions):
            return place
    in_closing = any(one.id == question for one in guide.closing)
    return None if in_closing else len(guide.sections) or None


def _place_of(guide: Guide, decision: Decision) -> int:
    """Where the probe stands now: one before it may have been dropped meanwhile."""
    question = guide.question(decision.question)
    asks = [] if question is None else [probe.ask for probe in question.probes]
    return asks.index(decision.texts[0]) + 1 if decision.texts and decision.texts[0] in asks else decision.place
