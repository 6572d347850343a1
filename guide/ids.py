"""Question ids: automatic ones and those written out.

What an id may look like, which are taken, and how all of them are changed at once.

Research questions, parts and questions share one namespace, compared without case.
"""

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from guide.frozen import NOTHING
from guide.model import Guide, Question, ResearchQuestion, Section
from guide.nodes import Place, TextNode
from guide.problems import Fault, ProblemList, fold_case

_LONGEST = 8
_RESERVED = "x"
_WITHOUT_SIGNS = str.maketrans("", "", "0123456789._")

SERVING_NONE = "Q"
CLOSING = "Z"


def is_id(text: str) -> bool:
    """Whether this is 1 to 8 letters of any alphabet, digits, ``.`` and ``_``."""
    return 1 <= len(text) <= _LONGEST and (text.translate(_WITHOUT_SIGNS) or "none").isalpha()


def is_question_id(text: str) -> bool:
    """Whether a question may be called this: a bare number on the input line is a depth, never a question."""
    return is_id(text) and (text[0].isalpha() or "." in text) and fold_case(text) != _RESERVED


def automatic_id(series: str, place: int) -> str:
    """The id of the ``place``-th question of a series: ``A3``, or ``1.3`` where the series' name ends in a digit."""
    dot = "." if series[-1:].isdigit() else ""
    return f"{series}{dot}{place}"


class _Owner(NamedTuple):
    id: str
    place: Place
    automatic: bool


class Names:
    """One namespace while a guide is read: who has which id, and in which spelling."""

    def __init__(self, faults: ProblemList) -> None:
        self._faults = faults
        self._taken: dict[str, _Owner] = {}

    def claim(self, name: TextNode, *, question: bool = False) -> str:
        """Take an id that the author wrote; an unfit or taken one is a fault, but can still be referred to."""
        own = unicodedata.normalize("NFC", name.text.strip())
        if not is_id(own):
            self._faults.error(name, Fault.ID_FORM, id=own)
        elif fold_case(own) == _RESERVED:
            self._faults.error(name, Fault.ID_RESERVED, id=own)
        elif question and not is_question_id(own):
            self._faults.error(name, Fault.ID_START, id=own)
        owner = self._taken.setdefault(fold_case(own), _Owner(own, name.place, automatic=False))
        if owner.place is not name.place:
            fault = Fault.ID_TAKEN_BY_AUTOMATIC if owner.automatic else Fault.ID_TAKEN
            self._faults.error(name, fault, id=own, first_line=str(owner.place.line))
        return own

    def give(self, series: str, count: int, place: Place) -> str:
        """Take the automatic id of a question that has none of its own."""
        given = automatic_id(series, count)
        if not is_question_id(given):
            self._faults.error(place, Fault.AUTOMATIC_ID_FORM, id=given)
        owner = self._taken.setdefault(fold_case(given), _Owner(given, place, automatic=True))
        if owner.place is not place:
            self._faults.error(place, Fault.AUTOMATIC_ID_TAKEN, id=given, first_line=str(owner.place.line))
        return given

    def spelling(self, name: str) -> str | None:
        """The id as it was defined, or None when nothing is called this."""
        owner = self._taken.get(fold_case(name))
        return None if owner is None else owner.id

    @property
    def all(self) -> tuple[str, ...]:
        """Every id so far, as defined, in the order in which they were taken."""
        return tuple(owner.id for owner in self._taken.values())


def rename_ids(guide: Guide, questions: Mapping[str, str], targets: Mapping[str, str] = NOTHING) -> Guide:
    """The guide with other ids, and with what refers to them."""

    def target(id: str) -> str:
        return targets.get(id, id)

    def question(one: Question) -> Question:
        leans_on = tuple(questions.get(id, target(id)) for id in one.leans_on)
        return one.but(id=questions.get(one.id, one.id), serves=tuple(map(target, one.serves)), leans_on=leans_on)

    def section(one: Section) -> Section:
        return one.but(serves=tuple(map(target, one.serves)), questions=tuple(map(question, one.questions)))

    def research_question(one: ResearchQuestion) -> ResearchQuestion:
        return one.but(id=target(one.id), parts=tuple(part.but(id=target(part.id)) for part in one.parts))

    return guide.but(
        research_questions=tuple(map(research_question, guide.research_questions)),
        sections=tuple(map(section, guide.sections)),
        closing=tuple(map(question, guide.closing)),
    )


# Question ids by place in the guide.
#
# Those that a guide's questions would have, whatever ids they have.


def automatic_ids(guide: Guide) -> dict[str, str]:
    """The ids that the questions would have if none were written out."""
    counts: dict[str, int] = {}
    found: dict[str, str] = {}
    for question in guide.questions:
        owner = guide.owner(question.serves[0]) if question.serves else None
        closing = not question.serves and any(question is one for one in guide.closing)
        series = owner or (CLOSING if closing else SERVING_NONE)
        counted = series if owner else f"{series} "
        counts[counted] = counts.get(counted, 0) + 1
        found[fold_case(question.id)] = automatic_id(series, counts[counted])
    return found
