"""Look-up of concepts and questions by typed words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from guide.model import Guide, Question
from guide.normalize import spellings, words_of
from guide.problems import fold_case

if TYPE_CHECKING:
    from guide.search import Hit

LEAST = 0.5
"""A question found less surely than this was found by letters or passing words, not by what was typed."""


def filter_sure(hits: "Iterable[Hit]", words: str, guide: Guide, least: float) -> "list[Hit]":
    """The questions found at least this surely.

    One word of letters and digits is taken for an id: it means the questions whose id it is or begins, or that have
    this very word in them, and a slip of the fingers means none.
    """
    sure = [hit for hit in hits if hit.score >= least]
    piece = fold_case(words.strip())
    is_mixed = any(map(str.isdigit, piece)) and not piece.isdecimal()
    if len(words.split()) != 1 or not is_mixed or guide.owner(piece) is not None:
        return sure
    return [hit for hit in sure if _has(guide.question(hit.id), piece)]


def find_by_id(words: str, guide: Guide) -> Question | None:
    """The question whose id this is, letter for letter but for case."""
    return guide.question(words.strip())


def _has(question: Question | None, piece: str) -> bool:
    if question is None:
        return False
    said = " ".join((question.ask, question.label, *(probe.ask for probe in question.probes)))
    return fold_case(question.id).startswith(piece) or piece in fold_case(said).split()


def look_up_concepts(typed: str, guide: Guide) -> list[str]:
    """The names of the concepts that the typed words fit best; several where it is a tie."""
    wanted = words_of(typed)
    scores = {concept.name: _fit(wanted, words_of(concept.name)) for concept in guide.concepts}
    best = max(scores.values(), default=0)
    return [name for name, score in scores.items() if score == best and best > 0]


def call_of(name: str, guide: Guide) -> str:
    """What to type for a concept: the shortest of its words that no other concept answers to, else its whole name."""
    alone = [word for word in words_of(name) if look_up_concepts(word, guide) == [name]]
    return min(alone, key=len, default=name)


def _fit(wanted: list[str], name: list[str]) -> int:
    """4 for the whole name, 3 for whole words, 2 for beginnings, 1 for one letter wrong, else 0.

    The worst of the words typed counts.
    """
    if wanted and wanted == name:
        return 4
    return min((max((_best(word, part) for part in name), default=0) for word in wanted), default=0)


def _best(typed: str, word: str) -> int:
    return max(_one(typed, form) for form in spellings(word))


def _one(typed: str, word: str) -> int:
    if typed == word:
        return 3
    if word.startswith(typed):
        return 2
    from rapidfuzz.distance import OSA  # the first frame does not wait for it

    near = OSA.distance(typed, word[: len(typed)]) <= 1 or OSA.distance(typed, word) <= 1
    return 1 if len(typed) > 3 and near else 0
