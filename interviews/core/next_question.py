"""Which question to suggest next.

The interviewer decides.
"""

from collections.abc import Iterable, Mapping, Sequence

from guide.model import Guide, Question
from interviews.core.coverage import QuestionCoverage


def next_question(
    guide: Guide,
    questions: Mapping[str, QuestionCoverage],
    hand: str | None,
    courses: Sequence[Sequence[str]] = (),
) -> Question | None:
    """The suggestion: required questions first, then optional ones, then the closing; None when nothing is left.

    Within each: after the question in hand in its section, then earlier in it; then, under the same research question,
    those that the talk has touched already; then later sections, then earlier ones. Of several touched ones the first
    is the one that earlier interviews (``courses``, the order each of them took) came to soonest from the question in
    hand. A question that leans on one still to be asked waits for it.
    """
    sections = (section.questions for section in guide.sections)
    here = next((section for section in sections if any(one.id == hand for one in section)), ())
    ordered = _near_first(tuple(_from_hand(guide, hand)), guide, here, questions, _came_after(hand, courses))
    candidates = [
        question
        for question in (
            *(question for question in ordered if not question.optional),
            *(question for question in ordered if question.optional),
            *guide.closing,
        )
        if questions[question.id].is_new
    ]
    open_ids = {question.id for question in candidates}
    ready = (question for question in candidates if not _must_wait(question, guide, questions, open_ids))
    return next(ready, candidates[0] if candidates else None)


def _near_first(
    ordered: tuple[Question, ...],
    guide: Guide,
    here: tuple[Question, ...],
    questions: Mapping[str, QuestionCoverage],
    soon: Mapping[str, float],
) -> list[Question]:
    """What the talk has touched near the topic comes before what lies further off; its own section comes first."""
    topics = {guide.owner(target) for question in here for target in question.serves}
    inside = {question.id for question in here}
    own = [question for question in ordered if question.id in inside]
    rest = [question for question in ordered if question.id not in inside]
    near = [
        question
        for question in rest
        if questions[question.id].state == "touched" and topics & {guide.owner(target) for target in question.serves}
    ]
    near.sort(key=lambda question: soon.get(question.id, float("inf")))
    before = {question.id for question in near}
    return [*own, *near, *(question for question in rest if question.id not in before)]


def _came_after(hand: str | None, courses: Sequence[Sequence[str]]) -> dict[str, float]:
    """How many questions after the one in hand each other came in earlier interviews, on average."""
    steps: dict[str, list[int]] = {}
    for course in courses:
        if hand in course:
            start = course.index(hand)
            for step, id in enumerate(course[start + 1 :], 1):
                steps.setdefault(id, []).append(step)
    return {id: sum(found) / len(found) for id, found in steps.items()}


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


def _must_wait(question: Question, guide: Guide, questions: Mapping[str, QuestionCoverage], open_ids: set[str]) -> bool:
    """Whether it leans on something untouched that is itself still to be asked."""
    return leans(question, guide, questions) and any(
        id in open_ids and id != question.id for id in _antecedents(question, guide)
    )


def leans(question: Question, guide: Guide, questions: Mapping[str, QuestionCoverage]) -> bool:
    """Whether the question would be jumped to early: it leans on talk of which nothing has been touched yet."""
    if not question.leans_on:
        return False
    return not any(questions[id].was_talked_about for id in _antecedents(question, guide))


def _antecedents(question: Question, guide: Guide) -> Iterable[str]:
    for target in question.leans_on:
        named = guide.question(target)
        if named is not None:
            yield named.id
        else:
            yield from (one.id for one in guide.serving(target) if one.id != question.id)
