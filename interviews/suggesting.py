"""Which question the program would ask next; the interviewer decides."""

from collections.abc import Iterable, Mapping

from guide.model import Guide, Question
from interviews.coverage import QuestionCoverage

_OPEN = ("untouched", "touched")


def next_question(guide: Guide, questions: Mapping[str, QuestionCoverage], hand: str | None) -> Question | None:
    """The suggestion: required questions first, then optional ones, then the closing; None when nothing is left.

    Within each: after the question in hand in its section, then earlier in it, then later sections, then earlier ones.
    """
    ordered = tuple(_from_hand(guide, hand))
    candidates = (
        *(question for question in ordered if not question.optional),
        *(question for question in ordered if question.optional),
        *guide.closing,
    )
    return next((question for question in candidates if questions[question.id].state in _OPEN), None)


def _from_hand(guide: Guide, hand: str | None) -> Iterable[Question]:
    sections = [section.questions for section in guide.sections]
    at = next(
        ((row, column) for row, section in enumerate(sections) for column, one in enumerate(section) if one.id == hand),
        None,
    )
    if at is None:
        for section in sections:
            yield from section
        return
    row, column = at
    yield from sections[row][column + 1 :]
    yield from sections[row][: column + 1]
    for section in (*sections[row + 1 :], *sections[:row]):
        yield from section


def leans(question: Question, guide: Guide, questions: Mapping[str, QuestionCoverage]) -> bool:
    """Whether the question would be jumped to early: it leans on talk of which nothing has been touched yet."""
    if not question.leans_on:
        return False
    return not any(
        questions[id].state not in ("untouched", "skipped", "declined") for id in _antecedents(question, guide)
    )


def _antecedents(question: Question, guide: Guide) -> Iterable[str]:
    for target in question.leans_on:
        named = guide.question(target)
        if named is not None:
            yield named.id
        else:
            yield from (one.id for one in guide.serving(target) if one.id != question.id)
