"""A guide's words, and how well each of them answers to a word that someone typed."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from guide.spelling import spellings

_RESPELT = 0.98  # how much a match counts when æ ø å were typed otherwise
_SHORTEST_PREFIX = 2
_SHORTEST_INSIDE = 4
_SHORTEST_TYPO = 4
_TWO_TYPOS = 8
_INSIDE = 0.6
_TYPO_COST = 1.2
_HALF_TYPED_TYPO = 0.62
_RESEMBLING = 0.5  # how much words count that only share threes of letters with what was typed
_LONGEST = 40  # characters of a typed word that are looked at


class Vocabulary:
    """The distinct words of a guide, each in every form in which it may be typed."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(dict.fromkeys(words))
        self._forms: list[str] = []
        self._meant: list[list[tuple[int, float]]] = []
        known: dict[str, int] = {}
        for number, word in enumerate(self.words):
            for form, own in spellings(word).items():
                if form not in known:
                    known[form] = len(self._forms)
                    self._forms.append(form)
                    self._meant.append([])
                self._meant[known[form]].append((number, 1.0 if own else _RESPELT))
        self._text = "\n" + "\n".join(self._forms) + "\n"
        self._starts: list[int] = []
        at = 1
        for form in self._forms:
            self._starts.append(at)
            at += len(form) + 1
        self._beginnings: dict[int, tuple[list[str], list[list[int]]]] = {}
        self._threes: dict[str, list[int]] = {}
        self._counts: list[int] = []

    def matches(self, typed: str) -> dict[int, float]:
        """The numbers of the words that ``typed`` may stand for, each with its likeness from 0 to 1."""
        typed = typed[:_LONGEST]
        found: dict[int, float] = {}
        if len(typed) >= _SHORTEST_TYPO:
            self._half_typed(typed, found)
            self._misspelt(typed, found)
        self._contained(typed, found)
        return found

    def resembling(self, typed: str) -> dict[int, float]:
        """The words that share threes of letters with ``typed``, for when no word is near: a compound, another form.

        The likeness is Dice's coefficient over each word's threes (Adamson & Boreham 1974), halved.
        """
        if not self._threes:
            for number, word in enumerate(self.words):
                own = _threes_of(word)
                self._counts.append(len(own))
                for three in own:
                    self._threes.setdefault(three, []).append(number)
        wanted = _threes_of(typed[:_LONGEST])
        shared = Counter(number for three in wanted for number in self._threes.get(three, ()))
        return {
            number: _RESEMBLING * 2 * count / (len(wanted) + self._counts[number]) for number, count in shared.items()
        }

    def _note(self, found: dict[int, float], form: int, likeness: float) -> None:
        for word, worth in self._meant[form]:
            if likeness * worth > found.get(word, 0.0):
                found[word] = likeness * worth

    def _contained(self, typed: str, found: dict[int, float]) -> None:
        """Words that begin with, or are longer compounds of, what was typed; the whole word is likest."""
        inside = len(typed) >= _SHORTEST_INSIDE
        wanted = typed if inside else "\n" + typed
        if len(typed) < _SHORTEST_PREFIX:
            wanted += "\n"
        at = self._text.find(wanted)
        while at >= 0:
            start = at if inside else at + 1
            form = bisect_right(self._starts, start) - 1
            length = len(self._forms[form])
            if start > self._starts[form]:
                self._note(found, form, _INSIDE)
            elif length == len(typed):
                self._note(found, form, 1.0)
            else:
                self._note(found, form, 0.8 + 0.15 * len(typed) / length)
            at = self._text.find(wanted, at + 1)

    def _misspelt(self, typed: str, found: dict[int, float]) -> None:
        most = 2 if len(typed) >= _TWO_TYPOS else 1
        for _, distance, form in process.extract(
            typed, self._forms, scorer=OSA.distance, score_cutoff=most, limit=None
        ):
            if distance:
                self._note(found, form, 1.0 - _TYPO_COST * distance / max(len(typed), len(self._forms[form])))

    def _half_typed(self, typed: str, found: dict[int, float]) -> None:
        """Words whose beginning is one slip away from what was typed."""
        beginnings, forms = self._beginnings_of(len(typed))
        for _, _, number in process.extract(typed, beginnings, scorer=OSA.distance, score_cutoff=1, limit=None):
            for form in forms[number]:
                self._note(found, form, _HALF_TYPED_TYPO)

    def _beginnings_of(self, length: int) -> tuple[list[str], list[list[int]]]:
        kept = self._beginnings.get(length)
        if kept is None:
            by_beginning: dict[str, list[int]] = {}
            for number, form in enumerate(self._forms):
                for end in (length - 1, length, length + 1):
                    if len(form) > end:
                        by_beginning.setdefault(form[:end], []).append(number)
            kept = self._beginnings[length] = (list(by_beginning), list(by_beginning.values()))
        return kept


def _threes_of(word: str) -> set[str]:
    """A word's letters in threes, its beginning and its end marked, since most forms of a word begin alike."""
    marked = f" {word} "
    return {marked[at : at + 3] for at in range(len(marked) - 2)}
