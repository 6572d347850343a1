"""Whether two wordings are one question.

Asked where no id says so.

A question whose subject was replaced is another one, however alike the two look (the first night, the last night): a
wording counts as changed only where words were inflected, mended, added or taken away, and most of them stayed.
"""

from itertools import product

from rapidfuzz.distance import OSA

from guide.normalize import words_of
from interviews.linking.word_index import ENDINGS, STOP

_LEAST_KEPT = 0.6
_ONE_TYPO = 5
_TWO_TYPOS = 9
_STEM = 3

_NEGATING = frozenset("aldri ikke ikkje ingen inga never no none not uten utan without".split())

_TELLING = _NEGATING | frozenset(
    "after andre before etter før hvem hvor hvorfor kor kven kvifor last neste next now nå når other where when who "
    "why".split()
)
"""Words that carry no subject, but of which one for the other makes another question."""

_ASKING = frozenset(
    "came come dere describe dykk explain forklar forklare fortell fortelle fortel fortelje beskriv beskrive please "
    "skildre tell think tenker trur tror".split()
)
"""Words with which one asks, and that say nothing of what is asked for."""

_EMPTY = STOP | _ASKING


def likeness(before: str, after: str) -> float:
    """How much of one wording the other kept, from 0.6 to 1; 0 where they are two questions."""
    old, new = _telling(before), _telling(after)
    if _NEGATING.isdisjoint(old) != _NEGATING.isdisjoint(new):
        return 0.0
    left = list(new)
    gone = []
    for word in old:
        same = next((other for other in left if _is_same(word, other)), None)
        if same is None:
            gone.append(word)
        else:
            left.remove(same)
    if gone and left:
        return 0.0
    if not old or not new:
        return 1.0 if words_of(before) == words_of(after) else 0.0
    kept = 2 * (len(old) - len(gone)) / (len(old) + len(new))
    return kept if kept >= _LEAST_KEPT else 0.0


def _telling(text: str) -> list[str]:
    return [word for word in words_of(text) if word not in _EMPTY or word in _TELLING]


def _is_same(one: str, other: str) -> bool:
    """The same word, inflected or misspelt."""
    if one == other:
        return True
    if one in _TELLING or other in _TELLING:
        return False
    shortest = min(len(one), len(other))
    typos = 0 if shortest < _ONE_TYPO else 1 if shortest < _TWO_TYPOS else 2
    if typos and OSA.distance(one, other, score_cutoff=typos) <= typos:
        return True
    pairs = product(_stems(one), _stems(other))
    return any(first == second for first, second in pairs)


def _stems(word: str) -> list[str]:
    ends = ("", *ENDINGS.split())
    return [word.removesuffix(end) for end in ends if word.endswith(end) and len(word) - len(end) >= _STEM]
