"""The ids of a guide's questions: the document's own numbers where those can be ids, else automatic ones."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from guide.faults import fold
from guide.ids import SERVING_NONE, is_question_id
from guide.importing.drafts import GuideDraft, QuestionDraft

_SERIES = re.compile(r"(?P<letters>[^\W\d_]{1,2})(?P<number>\d{1,2}(?:\.\d{1,2})?)")
_SPELT = re.compile(r"(?:spm|sp|spørsmål|spørgsmål|question|fråga)(?P<number>\d{1,2})", re.IGNORECASE)


def own_ids(draft: GuideDraft, taken: Collection[str]) -> dict[int, str]:
    """The id of each question by its line's number, as the document has them; empty where they cannot all be kept.

    They are kept where every question of the sections has one and no two are the same. Bare numbers that count on
    through the whole document become ``Q1``, ``Q2``. ``taken`` are the ids of research questions, folded.
    """
    asked = [question for section in draft.sections for question in section.questions]
    named = [own_name(question) for question in asked]
    if not named or not all(named):
        return {}
    bare = [name.isdecimal() for name in named]
    if all(bare):
        if not _rising([int(name) for name in named]):
            return {}
        found = {question.line.number: f"{SERVING_NONE}{int(own_name(question))}" for question in asked}
    elif any(bare):
        return {}
    else:
        both = [*asked, *(question for question in draft.closing if _has_id(question))]
        found = {question.line.number: own_name(question) for question in both}
        asked = both
    ids = [fold(name) for name in found.values()]
    fits = all(map(is_question_id, found.values())) and len(set(ids)) == len(asked)
    return found if fits and not set(ids) & set(taken) else {}


def _has_id(question: QuestionDraft) -> bool:
    name = own_name(question)
    return bool(name) and not name.isdecimal()


def own_name(question: QuestionDraft) -> str:
    """What the document calls a question: "Q3", "2.1", "4", or "" where it has only a bullet or a lone letter."""
    block = question.line.block
    if block.form not in ("named", "decimal"):
        return ""
    label = re.sub(r"[^\w.]", "", block.label).strip(".")
    spelt = _SPELT.fullmatch(label)
    if spelt is not None:
        return spelt["number"]
    series = _SERIES.fullmatch(label)
    if series is not None:
        return f"{series['letters'].upper()}{series['number']}"
    return label if re.fullmatch(r"\d{1,3}(?:\.\d{1,2}){0,2}", label) else ""


def _rising(numbers: Sequence[int]) -> bool:
    return all(first < second for first, second in pairwise(numbers))
