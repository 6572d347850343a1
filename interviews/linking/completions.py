"""Questions that a note may be about, likeliest first.

An offer that nobody asked for needs strong evidence (``offering``); who asks is served by the likeliest three. So
everything counts here: each word of the note, by itself and by its letters in threes to fives, against what the guide
says of a question and what notes said that were linked to it before. What few questions share counts most, what came
up often counts little more than once, and a question of which much was written is not likelier for that (BM25,
Robertson & Zaragoza 2009).
"""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from math import fsum, log, sqrt

from guide.model import Guide
from guide.normalize import words_of
from guide.problems import fold_case
from guide.search import texts_with_weights
from guide.word_index import COMMON, STOP, bases
from interviews.study.previous_interviews import Link

_MOST = 3
_SHORTEST, _LONGEST = 3, 5  # letters taken together
_LONGEST_WORD = 40
_MOST_WORDS = 100  # of one note; a pasted page is not a note
_EVERY_DAY = 0.7  # what a word counts that may be in a note about anything
_SMALL = 0.4  # what a word counts that says little by itself; which of them are there says something all the same
_NOTE = 0.7  # what a word of a linked note counts, against one of the question itself
_KIND = 0.7  # what it counts that a note answers the way a question asks
_SATURATION = 1.2
_LENGTH = 0.6

_KINDS = {
    "?why": frozenset("hvorfor kvifor why grunn årsak reason fordi pga derfor because cos".split()),
    "?change": frozenset(
        "endret endra forandret changed change nå før mer mindre siden tidligere etterhvert now before used more less "
        "earlier".split()
    ),
    "?example": frozenset(
        "eksempel eksempler eks eg gang mann dame jente gutt example examples once man woman".split()
    ),
}
"""What a question may ask for, and the words that such a question, or an answer to it, is known by."""


class Completer:
    """The evidence of one study, asked while a note is typed."""

    def __init__(self, guide: Guide, links: Iterable[Link] = ()) -> None:
        self._questions = tuple(question.id for question in guide.questions)
        self._numbers = {fold_case(id): number for number, id in enumerate(self._questions)}
        self._said: dict[str, dict[int, float]] = {}  # how much of each word was said of each question
        self._speaking: dict[str, dict[str, float]] = {}  # the words in which each feature is, and how much it is there
        self._lengths = [0.0] * len(self._questions)
        for number, question in enumerate(guide.questions):
            for weight, text in texts_with_weights(guide, question):
                self._take_in(text, number, weight)
        for link in links:
            self.learn(link.text, link.about)

    def learn(self, text: str, about: Iterable[str]) -> None:
        """Take in a note and the questions that it is about; ids that the guide does not have are passed over."""
        for number in {self._numbers[fold_case(id)] for id in about if fold_case(id) in self._numbers}:
            self._take_in(text, number, _NOTE)

    def _take_in(self, text: str, number: int, weight: float) -> None:
        for word in _words_of(text):
            said = self._said.setdefault(word, {})
            if not said:
                for feature, count in _features(word).items():
                    self._speaking.setdefault(feature, {})[word] = count
            said[number] = said.get(number, 0.0) + weight
            self._lengths[number] += weight * _length(word)

    def complete(
        self, text: str, begun: str = "", about: Collection[str] = (), found: Mapping[str, float] | None = None
    ) -> tuple[str, ...]:
        """Up to three questions that this note may be about besides, likeliest first.

        ``begun`` is what was typed of an id or a word already: then only ids that begin so, and after them what the
        word finds in the guide (``found``, with how surely), are left. What the note is ``about`` already is not named;
        where nothing speaks for any question, those near the first of these are.
        """
        taken = {fold_case(id) for id in about}
        ranked = [id for id in self._rank(text, about) if fold_case(id) not in taken]
        if not begun:
            return tuple(ranked[:_MOST])
        whole = fold_case(begun)
        if whole in taken:
            return ()
        by_id = sorted((id for id in ranked if fold_case(id).startswith(whole)), key=lambda id: fold_case(id) != whole)
        sure = {fold_case(id): round(score, 1) for id, score in (found or {}).items()}
        by_word = sorted((id for id in ranked if fold_case(id) in sure), key=lambda id: -sure[fold_case(id)])
        return tuple(dict.fromkeys([*by_id, *by_word]))[:_MOST]

    def _rank(self, text: str, about: Collection[str]) -> list[str]:
        scores = self._scores(text)
        hand = next((self._numbers[fold_case(id)] for id in about if fold_case(id) in self._numbers), -1)

        def rank(number: int) -> tuple[float, int, int]:
            return -scores[number], abs(number - hand), -number

        return [self._questions[number] for number in sorted(range(len(scores)), key=rank)]

    def _scores(self, text: str) -> list[float]:
        count = len(self._questions)
        scores = [0.0] * count
        mean = sum(self._lengths) / count if count else 0.0
        room = [_SATURATION * (1 - _LENGTH + _LENGTH * length / mean) if mean else 1.0 for length in self._lengths]
        asked: dict[str, float] = {}
        for word in _words_of(text):
            for feature, times in _features(word).items():
                asked[feature] = min(_KIND, times) if feature in _KINDS else asked.get(feature, 0.0) + times
        for feature, times in asked.items():
            known = self._shares_of(feature)
            rarity = log(1 + (count - len(known) + 0.5) / (len(known) + 0.5))
            for number, weight in known.items():
                scores[number] += times * rarity * weight * (_SATURATION + 1) / (weight + room[number])
        return scores

    def _shares_of(self, feature: str) -> dict[int, float]:
        """How much of a feature was said of each question that had any of it said."""
        known: dict[int, float] = {}
        for word, times in self._speaking.get(feature, {}).items():
            for number, weight in self._said[word].items():
                known[number] = known.get(number, 0.0) + times * weight
        return known


def _words_of(text: str) -> list[str]:
    return [word[:_LONGEST_WORD] for word in words_of(text)[:_MOST_WORDS]]


@lru_cache(maxsize=8192)
def _features(word: str) -> Mapping[str, float]:
    """What of a word speaks: itself without its ending, its letters in threes to fives, and how it asks or answers."""
    worth = _SMALL if word in STOP else _EVERY_DAY if word in COMMON else 1.0
    marked = f"<{word}>"
    letters = [
        marked[at : at + length] for length in range(_SHORTEST, _LONGEST + 1) for at in range(len(marked) - length + 1)
    ]
    features = dict.fromkeys((kind for kind, words in _KINDS.items() if word in words), _KIND)
    features[f"={min(bases(word), key=len)}"] = worth
    for part in letters:
        features[part] = features.get(part, 0.0) + worth / sqrt(len(letters))
    return features


@lru_cache(maxsize=8192)
def _length(word: str) -> float:
    return fsum(_features(word).values())
