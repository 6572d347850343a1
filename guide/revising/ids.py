"""Why an act of revising cannot be done, and the ids for what it adds: given once, and never again."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from guide.faults import fold
from guide.ids import CLOSING, SERVING_NONE, automatic_id, is_question_id
from guide.keys import MAX_QUESTIONS
from guide.model import Guide, Question
from guide.values import NOTHING


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

    A series that leaves no room for a number is left for that of questions serving none.
    """
    names = {fold(name) for name in taken}
    names.update(fold(target.id) for target in guide.targets)
    names.update(fold(question.id) for question in guide.questions)
    for first, own in ((_last(names, series) + 1, series), (1, series), (1, SERVING_NONE)):
        count = first
        while fold(automatic_id(own, count)) in names:
            count += 1
        if is_question_id(automatic_id(own, count)):
            return automatic_id(own, count)
    raise RevisionError(Refused.TOO_MANY_QUESTIONS, limit=str(MAX_QUESTIONS))


def _last(names: Iterable[str], series: str) -> int:
    start = fold(automatic_id(series, 1))[:-1]
    ends = (name.removeprefix(start) for name in names if name.startswith(start))
    return max((int(end) for end in ends if end.isascii() and end.isdigit()), default=0)
