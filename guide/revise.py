"""Acts of revising a guide.

Each goes from one valid guide to another, or says why it cannot be done; ids stay, and none is ever given twice.

What leaned on a question that is gone is mended in the same act, so that no guide is left that cannot be read.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from guide.diff import Change, spot_of
from guide.frozen import NOTHING
from guide.ids import CLOSING, SERVING_NONE, automatic_id, is_question_id
from guide.labels import label_of
from guide.model import Guide, Probe, Question
from guide.problems import fold_case
from guide.schema import MAX_QUESTIONS, QUESTION_KEYS, RULES

_NUMBERED = re.compile(r"([^\W\d_]+)[0-9]+")
"""An id of letters and a number."""


class Refused(StrEnum):
    """Why an act cannot be done; the comment names the facts that come with it."""

    UNKNOWN_QUESTION = "unknown_question"  # id
    UNKNOWN_SECTION = "unknown_section"  # section
    UNKNOWN_PROBE = "unknown_probe"  # id, place
    UNKNOWN_RULE = "unknown_rule"  # rule
    EMPTY_WORDING = "empty_wording"
    EMPTY_REASON = "empty_reason"
    NOT_WRITABLE = "not_writable"
    SAME_QUESTION = "same_question"  # id
    ONE_PLACE = "one_place"  # id
    INTO_CLOSING = "into_closing"  # id
    TOO_FEW_WORDINGS = "too_few_wordings"  # id
    PROBE_THERE = "probe_there"  # id, probe
    LAST_QUESTION = "last_question"  # id
    TOO_MANY_QUESTIONS = "too_many_questions"  # limit


class RevisionError(Exception):
    """An act that the guide does not allow: ``code`` and the facts of its sentence."""

    def __init__(self, code: Refused, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, str] = facts or NOTHING


def series_of(guide: Guide, question: Question) -> str:
    """The series that a question's automatic id counts in: that of the research question it serves first."""
    if any(question.id == closing.id for closing in guide.closing):
        return CLOSING
    owner = guide.owner(question.serves[0]) if question.serves else None
    return owner or SERVING_NONE


def fresh_id(guide: Guide, series: str, taken: Iterable[str] = ()) -> str:
    """An id that nothing in the guide has and that is not among ``taken``: the series goes on behind its last number.

    A guide whose ids are one row of its own, Q1 to Q12 for research question 1, goes on in that row, whatever its
    closing is called.
    A series that leaves no room for a number is left for that of questions serving none.
    """
    series = _row_of(guide, series) or series
    names = {fold_case(name) for name in taken}
    names.update(fold_case(target.id) for target in guide.targets)
    names.update(fold_case(question.id) for question in guide.questions)
    for first, own in ((_last(names, series) + 1, series), (1, series), (1, SERVING_NONE)):
        count = first
        while fold_case(automatic_id(own, count)) in names:
            count += 1
        if is_question_id(automatic_id(own, count)):
            return automatic_id(own, count)
    raise RevisionError(Refused.TOO_MANY_QUESTIONS, limit=str(MAX_QUESTIONS))


def _row_of(guide: Guide, series: str) -> str:
    """The letters before the numbers of all ids of sections or closing, where the author chose them; else empty."""
    in_sections = [question for section in guide.sections for question in section.questions]
    questions = (guide.closing if series == CLOSING else in_sections) or guide.questions
    found = [_NUMBERED.fullmatch(question.id) for question in questions]
    rows = {one[1] if one else "" for one in found}
    row = rows.pop() if len(rows) == 1 else ""
    automatic = all(series_of(guide, question) == row for question in questions)
    return "" if automatic or guide.owner(row) is not None else row


def _last(names: Iterable[str], series: str) -> int:
    start = fold_case(automatic_id(series, 1))[:-1]
    ends = (name.removeprefix(start) for name in names if name.startswith(start))
    return max((int(end) for end in ends if end.isascii() and end.isdigit()), default=0)


def reword(guide: Guide, id: str, ask: str) -> Guide:
    """The question asked in other words; a label that was made from the old ones is made from the new."""
    wording = _wording(ask)
    return _change(guide, find_question(guide, id).id, lambda question: _with_wording(question, wording))


def move(guide: Guide, id: str, before: str | None = None, after: str | None = None) -> Guide:
    """The question right before or right after another, in that one's section; what it serves stays.

    One that serves something or is optional cannot stand in the closing, where nothing does.
    """
    question = find_question(guide, id)
    if (before is None) == (after is None):
        raise RevisionError(Refused.ONE_PLACE, id=question.id)
    anchor = find_question(guide, before if before is not None else after or "")
    if anchor.id == question.id:
        raise RevisionError(Refused.SAME_QUESTION, id=question.id)
    if _in_closing(guide, anchor.id) and (question.serves or question.optional):
        raise RevisionError(Refused.INTO_CLOSING, id=question.id)
    return _beside(_without(guide, question.id), anchor.id, (question,), first=before is not None)


def split(guide: Guide, id: str, asks: Sequence[str], taken: Collection[str]) -> Guide:
    """One question as several, right after each other: the first wording keeps the id and what is said of it.

    The others serve, lean on and touch the same; probes, cue words, minutes and reasons stay with the first. ``taken``
    are the ids that earlier revisions and interviews used.
    """
    question = find_question(guide, id)
    wordings = [_wording(ask) for ask in asks]
    if len(wordings) < 2:
        raise RevisionError(Refused.TOO_FEW_WORDINGS, id=question.id)
    _room(guide, len(wordings) - 1)
    used = list(taken)
    parts = []
    for wording in wordings[1:]:
        used.append(fresh_id(guide, series_of(guide, question), used))
        parts.append(
            Question(
                id=used[-1],
                ask=wording,
                label=label_of(wording),
                serves=question.serves,
                optional=question.optional,
                concepts=question.concepts,
                leans_on=question.leans_on,
                priority=question.priority,
                examples=question.examples,
                two_sided=question.two_sided,
                sensitive=question.sensitive,
            )
        )
    return _beside(reword(guide, question.id, wordings[0]), question.id, parts, first=False)


def merge(guide: Guide, into: str, other: str, ask: str) -> Guide:
    """Two questions as one, ``into``, in words that ask for both; what leaned on ``other`` leans on it.

    It has the probes, concepts, cue words and targets of both, each once.
    """
    kept, gone = find_question(guide, into), find_question(guide, other)
    if kept.id == gone.id:
        raise RevisionError(Refused.SAME_QUESTION, id=kept.id)
    if _in_closing(guide, kept.id) and gone.serves:
        raise RevisionError(Refused.INTO_CLOSING, id=gone.id)
    joined = _join(_with_wording(kept, _wording(ask)), gone)
    merged = _change(_without(guide, gone.id), kept.id, lambda _: joined)
    return _straight(_leaning(merged, gone.id, kept.id), kept.id)


def drop(guide: Guide, id: str) -> Guide:
    """The guide without the question; nothing leans on it any more. The last question cannot be dropped."""
    question = find_question(guide, id)
    if len(guide.questions) == 1:
        raise RevisionError(Refused.LAST_QUESTION, id=question.id)
    return _leaning(_without(guide, question.id), question.id, None)


def add_probe(guide: Guide, id: str, probe: Probe | str) -> Guide:
    """The question with one more probe, the last."""
    question = find_question(guide, id)
    given = Probe(probe) if isinstance(probe, str) else probe
    condition = None if given.condition is None else given.condition.strip() or None
    new = Probe(_wording(given.ask), None if condition is None else _wording(condition))
    if new in question.probes:
        raise RevisionError(Refused.PROBE_THERE, id=question.id, probe=new.ask)
    return _change(guide, question.id, lambda old: old.but(probes=(*old.probes, new)))


def drop_probe(guide: Guide, id: str, place: int) -> Guide:
    """The question without its ``place``-th probe, counted from 1."""
    question = find_question(guide, id)
    if not 1 <= place <= len(question.probes):
        raise RevisionError(Refused.UNKNOWN_PROBE, id=question.id, place=str(place))
    kept = (*question.probes[: place - 1], *question.probes[place:])
    return _change(guide, question.id, lambda old: old.but(probes=kept))


def add_question(guide: Guide, ask: str, section: int | None, taken: Collection[str]) -> Guide:
    """The guide with one more question, the last of the ``section``-th section (from 1) or, for None, of the closing.

    It serves what its section serves. ``taken`` are the ids that earlier revisions and interviews used.
    """
    wording = _wording(ask)
    _room(guide, 1)
    question = Question(id="", ask=wording, label=label_of(wording))
    if section is None:
        question = question.but(id=fresh_id(guide, CLOSING, taken))
        return guide.but(closing=(*guide.closing, question))
    if not 1 <= section <= len(guide.sections):
        raise RevisionError(Refused.UNKNOWN_SECTION, section=str(section))
    home = guide.sections[section - 1]
    question = question.but(serves=home.serves)
    question = question.but(id=fresh_id(guide, series_of(guide, question), taken))
    filled = home.but(questions=(*home.questions, question))
    return guide.but(sections=(*guide.sections[: section - 1], filled, *guide.sections[section:]))


def accept(guide: Guide, id: str | None, rule: str, reason: str) -> Guide:
    """The guide with a piece of advice overruled, for one question or, for None, for all of it, with the reason."""
    if rule not in RULES:
        raise RevisionError(Refused.UNKNOWN_RULE, rule=rule)
    said = {rule: _wording(reason, Refused.EMPTY_REASON)}
    if id is None:
        return guide.but(accepted={**guide.accepted, **said})
    return _change(guide, find_question(guide, id).id, lambda old: old.but(accepted={**old.accepted, **said}))


def find_question(guide: Guide, id: str) -> Question:
    """The question with this id; raises ``RevisionError`` where there is none."""
    question = guide.question(id)
    if question is None:
        raise RevisionError(Refused.UNKNOWN_QUESTION, id=id)
    return question


# What acts tell that are more than one change between two guides, or that a difference would tell otherwise.


def tell_move(before: Guide, after: Guide, id: str) -> Change:
    """A question that was moved on purpose: of two that changed places it is this one, whatever the guides tell."""
    return Change("moved", id, spot_of(before, id), spot_of(after, id))


def tell_split(before: Guide, after: Guide, id: str, new: Sequence[str]) -> Change:
    """One question that became several: its wording, and each id with its own."""
    asks = tuple((one, find_question(after, one).ask) for one in (id, *new))
    return Change("split", id, find_question(before, id).ask, asks)


def tell_merger(before: Guide, after: Guide, id: str, gone: str) -> Change:
    """Two questions that became one: their wordings, and its own."""
    asks = tuple(find_question(before, one).ask for one in (id, gone))
    return Change("merged", id, asks, find_question(after, id).ask, name=gone)


def _wording(text: str, empty: Refused = Refused.EMPTY_WORDING) -> str:
    """The text as reading the guide would give it."""
    text = text.strip()
    if not text:
        raise RevisionError(empty)
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise RevisionError(Refused.NOT_WRITABLE)
    return text


def _room(guide: Guide, more: int) -> None:
    if len(guide.questions) + more > MAX_QUESTIONS:
        raise RevisionError(Refused.TOO_MANY_QUESTIONS, limit=str(MAX_QUESTIONS))


def _in_closing(guide: Guide, id: str) -> bool:
    return any(question.id == id for question in guide.closing)


def _with_wording(question: Question, wording: str) -> Question:
    made = question.label == label_of(question.ask)
    return question.but(ask=wording, label=label_of(wording) if made else question.label)


def _join(kept: Question, gone: Question) -> Question:
    def both(first: Iterable[Any], second: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(dict.fromkeys((*first, *second)))

    fields = [key.field for key in QUESTION_KEYS.values()]
    lists: dict[str, Any] = {
        name: both(getattr(kept, name), getattr(gone, name))
        for name in fields
        if isinstance(getattr(kept, name), tuple)
    }
    return kept.but(
        **lists,
        optional=kept.optional and gone.optional,
        minutes=gone.minutes if kept.minutes is None else kept.minutes,
        priority=min(filter(None, (kept.priority, gone.priority)), default=0),
        examples=max(kept.examples, gone.examples),
        two_sided=kept.two_sided or gone.two_sided,
        sensitive=kept.sensitive or gone.sensitive,
        aim="; ".join(both(filter(None, (kept.aim,)), filter(None, (gone.aim,)))) or None,
        accepted={**gone.accepted, **kept.accepted},
    )


def _each(guide: Guide, change: Callable[[Question], Iterable[Question]]) -> Guide:
    def run(questions: Iterable[Question]) -> tuple[Question, ...]:
        return tuple(new for question in questions for new in change(question))

    sections = tuple(section.but(questions=run(section.questions)) for section in guide.sections)
    return guide.but(sections=sections, closing=run(guide.closing))


def _change(guide: Guide, id: str, change: Callable[[Question], Question]) -> Guide:
    return _each(guide, lambda question: (change(question),) if question.id == id else (question,))


def _without(guide: Guide, id: str) -> Guide:
    return _each(guide, lambda question: () if question.id == id else (question,))


def _beside(guide: Guide, id: str, new: Sequence[Question], *, first: bool) -> Guide:
    def around(question: Question) -> tuple[Question, ...]:
        if question.id != id:
            return (question,)
        return (*new, question) if first else (question, *new)

    return _each(guide, around)


def _leaning(guide: Guide, gone: str, instead: str | None) -> Guide:
    """The guide in which what leaned on one question leans on another, or no longer."""

    def mend(question: Question) -> tuple[Question, ...]:
        if gone not in question.leans_on:
            return (question,)
        named = (instead if name == gone else name for name in question.leans_on)
        return (question.but(leans_on=tuple(dict.fromkeys(n for n in named if n and n != question.id))),)

    return _each(guide, mend)


def _straight(guide: Guide, id: str) -> Guide:
    """The guide in which a question leans on nothing that leans on it, by however many steps."""
    leaning = {question.id: question.leans_on for question in guide.questions}

    def straight(name: str) -> bool:
        seen, waiting = {name}, [name]
        while waiting:
            for next_ in leaning.get(waiting.pop(), ()):
                if next_ not in seen:
                    seen.add(next_)
                    waiting.append(next_)
        return id not in seen

    return _change(guide, id, lambda old: old.but(leans_on=tuple(filter(straight, old.leans_on))))
