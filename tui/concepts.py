"""Which concept a few letters mean: any word of its name, its beginning, or nearly so."""

from rapidfuzz.distance import OSA

from guide.model import Guide
from guide.spelling import plain, spellings


def meant_concepts(typed: str, guide: Guide) -> list[str]:
    """The names of the concepts that the typed words fit best; several where it is a tie."""
    wanted = plain(typed).split()
    scores = {concept.name: _fit(wanted, plain(concept.name).split()) for concept in guide.concepts}
    best = max(scores.values(), default=0)
    return [name for name, score in scores.items() if score == best and best > 0]


def _fit(wanted: list[str], name: list[str]) -> int:
    """3 for whole words, 2 for beginnings, 1 for one letter wrong, else 0; the worst of the words typed counts."""
    return min((max((_best(word, part) for part in name), default=0) for word in wanted), default=0)


def _best(typed: str, word: str) -> int:
    return max(_one(typed, form) for form in spellings(word))


def _one(typed: str, word: str) -> int:
    if typed == word:
        return 3
    if word.startswith(typed):
        return 2
    near = OSA.distance(typed, word[: len(typed)]) <= 1 or OSA.distance(typed, word) <= 1
    return 1 if len(typed) > 3 and near else 0
