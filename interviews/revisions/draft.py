"""Decisions not written yet, kept in a draft.

So that a closed terminal costs nobody an evening's work.

The draft is no part of the history: it is taken away when a revision is written. Whoever takes it up carries the
decisions out again on the guide as it is then, and says which of them no longer fit.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args

from guide import revise as revising
from guide.files import cause_of
from guide.frozen import Value
from guide.model import Guide
from interviews.core.codec import to_json
from interviews.locked.names import as_kept, read_plain
from interviews.os_support import system
from interviews.revisions.proposals import ActKind
from interviews.revisions.writing import RevisionFailure, lock_revisions
from interviews.save import save
from interviews.study.revision_numbers import FOLDER


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
            # Two questions in the guide's order: of two that become one, the one that stands first keeps its id.
            order = {question.id.casefold(): place for place, question in enumerate(guide.questions)}
            behind = order.get(id.casefold(), 0) > order.get(decision.other.casefold(), len(order))
            first, second = (decision.other, id) if behind else (id, decision.other)
            return revising.merge(guide, first, second, text)
        case "add_probe":
            return revising.add_probe(guide, id, text)
        case "drop":
            return revising.drop(guide, id)
        case "drop_probe":
            return revising.drop_probe(guide, id, _place_of(guide, decision))
        case "add_question":
            # The guide with one more question: right after the one that was named, else at the end of the last section.
            made = revising.add_question(guide, text, section_of(guide, decision.other), taken)
            new = next(question.id for question in made.questions if guide.question(question.id) is None)
            return (
                revising.move(made, new, after=decision.other) if guide.question(decision.other) is not None else made
            )
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


_FILE = ".draft.json"
_TUPLES = ("texts", "rules", "evidence")


class Begun(Value):
    """A decision half written: how far it had come, in steps from 0, and what stood on the line."""

    decision: Decision
    step: int
    line: str


class RevisionDraft(Value):
    """What was decided so far: ``decisions`` in their order with the proposals' names, ``left`` are names alone.

    ``begun`` is what was being written, with the proposals' names.
    """

    decisions: tuple[tuple[str, Decision], ...] = ()
    left: tuple[str, ...] = ()
    begun: tuple[tuple[str, Begun], ...] = ()


NO_DRAFT = RevisionDraft()
"""Nothing decided."""


def keep_draft(folder: Path, draft: RevisionDraft) -> None:
    """Keep a draft; an empty one is taken away.

    Raises:
        RevisionFailure: it cannot be written.
    """
    path = folder / FOLDER / _FILE
    if draft == NO_DRAFT:
        with suppress(OSError):
            system().remove(path)
        return
    decisions = [{"of": name} | _as_json(decision) for name, decision in draft.decisions]
    begun = [{"of": name, "step": one.step, "line": one.line} | _as_json(one.decision) for name, one in draft.begun]
    record = {"decisions": decisions, "left": list(draft.left), "begun": begun}
    with lock_revisions(folder):
        try:
            save(path, as_kept(folder, path, (to_json(record, indent=1) + "\n").encode()))
        except OSError as error:
            reason = cause_of(error)
            raise RevisionFailure("disk_error", file=f"{FOLDER}/{_FILE}", reason=reason) from None


def read_draft(folder: Path) -> RevisionDraft:
    """The draft that was kept, empty where there is none, or none that can be read."""
    try:
        record = json.loads(read_plain(folder / FOLDER / _FILE))
        decisions = tuple((str(one["of"]), _decision(one)) for one in record["decisions"])
        begun = tuple((str(one["of"]), _read_begun(one)) for one in record.get("begun", ()))
        return RevisionDraft(decisions, tuple(map(str, record["left"])), begun)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return NO_DRAFT


def _as_json(decision: Decision) -> dict[str, Any]:
    values = {name: getattr(decision, name) for name in decision.field_names()}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _decision(found: Mapping[str, Any]) -> Decision:
    """A decision as it was kept.

    Raises:
        ValueError: it is none.
    """
    given = {name: found[name] for name in Decision.field_names()}
    fits = given["act"] in get_args(ActKind) and type(given["place"]) is int
    if not fits or not all(isinstance(given[name], str) for name in ("question", "other", "why")):
        raise ValueError(given["act"])
    return Decision.from_fields(given | {name: _texts(given[name]) for name in _TUPLES})


def _read_begun(found: Mapping[str, Any]) -> Begun:
    """A decision half written, as it was kept.

    Raises:
        ValueError: it is none.
    """
    if type(found["step"]) is not int or not isinstance(found["line"], str):
        raise ValueError(found["step"])
    return Begun(_decision(found), found["step"], found["line"])


def _texts(value: object) -> tuple[str, ...]:
    found: Sequence[object] = value if isinstance(value, list) else ()
    return tuple(one for one in found if isinstance(one, str))
