"""Which concept a few letters mean: any word of its name, its beginning, or nearly so."""

from guide.model import Guide
from guide.spelling import spellings, words_of


def meant_concepts(typed: str, guide: Guide) -> list[str]:
    """The names of the concepts that the typed words fit best; several where it is a tie."""
    wanted = words_of(typed)
    scores = {concept.name: _fit(wanted, words_of(concept.name)) for concept in guide.concepts}
    best = max(scores.values(), default=0)
    return [name for name, score in scores.items() if score == best and best > 0]


def call_of(name: str, guide: Guide) -> str:
    """What to type for a concept: the shortest of its words that no other concept answers to, else its whole name."""
    alone = [word for word in words_of(name) if meant_concepts(word, guide) == [name]]
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
