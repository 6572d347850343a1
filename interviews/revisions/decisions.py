"""What was decided in revising, act by act: each makes a guide from a guide, and is remembered with its reason.

The text of ``guide.yaml`` is made from the last guide alone, so that an act taken back leaves nothing behind.
"""

from collections.abc import Collection, Iterable

from guide import revising
from guide.model import Guide
from guide.values import Value
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


class Done(Value):
    """A decision, with the guides before and after it."""

    decision: Decision
    before: Guide
    after: Guide


def carry_out(guide: Guide, decision: Decision, taken: Collection[str]) -> Guide:
    """The guide after a decision; ``taken`` are the ids that were ever used.

    Raises:
        RevisionError: the guide does not allow it.
    """
    id, text = decision.question, decision.texts[0] if decision.texts else ""
    match decision.act:
        case "keep":
            return guide
        case "reword":
            return revising.reword(guide, id, text)
        case "earlier":
            return revising.move(guide, id, before=decision.other)
        case "later":
            return revising.move(guide, id, after=decision.other)
        case "split":
            return revising.split(guide, id, decision.texts, taken)
        case "merge":
            first, second = _in_order(guide, id, decision.other)
            return revising.merge(guide, first, second, text)
        case "add_probe":
            return revising.add_probe(guide, id, text)
        case "drop":
            return revising.drop(guide, id)
        case "drop_probe":
            return revising.drop_probe(guide, id, _place_of(guide, decision))
        case "add_question":
            return _added(guide, decision, text, taken)
        case "accept":
            for rule, reason in zip(decision.rules, decision.texts, strict=False):
                guide = revising.accept(guide, id or None, rule, reason)
            return guide


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


def _added(guide: Guide, decision: Decision, text: str, taken: Collection[str]) -> Guide:
    """The guide with one more question: right after the one that was named, else at the end of the last section."""
    made = revising.add_question(guide, text, section_of(guide, decision.other), taken)
    new = next(question.id for question in made.questions if guide.question(question.id) is None)
    return revising.move(made, new, after=decision.other) if guide.question(decision.other) is not None else made


def section_of(guide: Guide, question: str) -> int | None:
    """The section from 1 in which a question stands, None for the closing; the last one where there is no such one."""
    for place, section in enumerate(guide.sections, 1):
        if any(one.id == question for one in section.questions):
            return place
    in_closing = any(one.id == question for one in guide.closing)
    return None if in_closing else len(guide.sections) or None


def _in_order(guide: Guide, one: str, other: str) -> tuple[str, str]:
    """Two questions in the guide's order: of two that become one, the one that stands first keeps its id."""
    order = {question.id.casefold(): place for place, question in enumerate(guide.questions)}
    behind = order.get(one.casefold(), 0) > order.get(other.casefold(), len(order))
    return (other, one) if behind else (one, other)


def _place_of(guide: Guide, decision: Decision) -> int:
    """Where the probe stands now: one before it may have been dropped meanwhile."""
    question = guide.question(decision.question)
    asks = [] if question is None else [probe.ask for probe in question.probes]
    return asks.index(decision.texts[0]) + 1 if decision.texts and decision.texts[0] in asks else decision.place
