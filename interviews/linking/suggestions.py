"""Suggesting a link between a note and a question.

By the study's own evidence; where there is not enough, silence.

Each telling word of a note is either a marker of one question or says nothing. Notes linked before tell which: a word
that keeps coming up with the same question marks it, and a word that comes up with many marks none, whether or not it
is a rare one. A cue in the guide is a word that the researcher held to be a marker beforehand. What the words say is
multiplied, so that two markers of one question are strong, and markers of two questions leave both in doubt.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import exp, fsum, lgamma, log

from guide.frozen import Value
from guide.model import Guide
from guide.normalize import words_of
from guide.problems import fold_case
from guide.word_index import COMMON, WordIndex, distinct_words, is_telling, telling_words
from interviews.study.previous_interviews import Link

_ENOUGH = 0.8  # how sure an offer must be: one cue falls short of it, a cue and a word of the question's reach it
_NONE = 0.35  # of notes, the share that is about no question, or about one without a word for it
_WORD = 0.1  # how likely a word of a linked note is a marker, before it has come up a second time
_CUE = 0.8  # how likely a cue is one
_CONCEPT = 0.4  # how likely a concept is a marker of the one question that lists it
_COMMON = 0.25  # what is left of these for a word of every day
_RIGHT, _WRONG = 6.0, 2.0  # a marker's notes are about its question three times in four, as if eight had been seen
_DOUBT = 0.05  # the least chance that a word marks nothing, however many questions claim it
_MOST = 500.0  # as much as liking can tell, and exp can bear
_WORDING = 3.0  # the odds for a question that shares a word with the note, if there is other evidence for it


class Offer(Value):
    """The question that a note may be about besides; ``score`` from 0 to 1 is how sure that is."""

    question: str
    score: float

    @property
    def sure(self) -> bool:
        """Whether it is sure enough to be made."""
        return self.score >= _ENOUGH


class _Feature(Value):
    """What speaks in a note: how often it came up with each question, and how likely it is a marker of each."""

    seen: Mapping[int, float]
    marks: Mapping[int, float]


class LinkSuggester:
    """The evidence of one study, asked at every note; what is learnt in any order comes to the same."""

    def __init__(self, guide: Guide, links: Iterable[Link] = ()) -> None:
        self._questions = tuple(question.id for question in guide.questions)
        self._numbers = {fold_case(id): number for number, id in enumerate(self._questions)}
        self._words = WordIndex()
        self._cues: dict[str, dict[int, float]] = {}
        self._phrases: list[tuple[tuple[str, ...], dict[int, float]]] = []
        self._asked: dict[str, set[int]] = {}
        self._seen: dict[str, dict[int, int]] = {}
        self._notes = [0] * len(self._questions)
        self._learnt: set[tuple[frozenset[str], frozenset[int]]] = set()
        for phrase, marks in _cues(guide).items():
            self._take_cue(phrase, marks)
        for number, question in enumerate(guide.questions):
            probes = (probe.ask for probe in question.probes)
            for word in telling_words(" ".join((question.ask, question.label, question.alone or "", *probes))):
                if word not in COMMON:
                    self._words.add(word)
                    self._asked.setdefault(word, set()).add(number)
        for link in links:
            self.learn(link.text, link.about)

    def _take_cue(self, phrase: tuple[str, ...], marks: dict[int, float]) -> None:
        telling = telling_words(" ".join(phrase))
        for word in phrase:
            self._words.add(word)
        if len(phrase) == 1:
            self._cues[phrase[0]] = marks
        else:
            self._phrases.append((tuple(telling) if len(telling) > 1 else phrase, marks))

    def learn(self, text: str, about: Iterable[str]) -> None:
        """Take in a note and the questions that it is about; ids that the guide does not have are passed over.

        The same words again are no new evidence: they may be a habit of the interviewer's.
        """
        numbers = frozenset(self._numbers[fold_case(id)] for id in about if fold_case(id) in self._numbers)
        words = frozenset(telling_words(text))
        if not numbers or (words, numbers) in self._learnt:
            return
        self._learnt.add((words, numbers))
        for number in numbers:
            self._notes[number] += 1
        for word in words:
            self._words.add(word)
            seen = self._seen.setdefault(word, {})
            for number in numbers:
                seen[number] = seen.get(number, 0) + 1

    def offer(self, text: str, about: Collection[str] = ()) -> Offer | None:
        """The question that this note surely touches besides those it is ``about``; None where none is sure."""
        best = self.best(text, about)
        return best if best is not None and best.sure else None

    def best(self, text: str, about: Collection[str] = ()) -> Offer | None:
        """The likeliest question besides those, however unsure; None where nothing speaks for any."""
        taken = {fold_case(id) for id in about}
        free = {number for name, number in self._numbers.items() if name not in taken}
        likings = self._likings(text)
        shares = {number: exp(min(likings[number], _MOST)) for number in sorted(likings) if number in free}
        if not shares or max(shares.values()) <= 1.0:
            return None
        each = (1 - _NONE) / len(self._questions)
        rest = _NONE + each * (len(free) - len(shares))
        best = max(shares, key=lambda number: (shares[number], -number))
        return Offer(self._questions[best], each * shares[best] / (rest + each * fsum(shares.values())))

    def _likings(self, text: str) -> dict[int, float]:
        """For each question that something speaks for or against, the logarithm of its odds against the others."""
        alike = {word: self._words.like(word) for word in distinct_words(text)}
        # What share of the linked notes each question has, as if each had one more and one were elsewhere.
        whole = sum(self._notes) + len(self._notes) + 1
        shares = [(notes + 1) / whole for notes in self._notes]
        found: dict[int, list[float]] = {}
        for feature in self._features(alike):
            for number, liking in self._weigh(feature, shares).items():
                found.setdefault(number, []).append(liking)
        likings = {number: fsum(sorted(each)) for number, each in found.items()}
        for number, liking in self._share_of_wording(alike).items():
            if likings.get(number, 0.0) > 0.0:
                likings[number] += liking
        return likings

    def _features(self, alike: Mapping[str, Mapping[str, float]]) -> Iterator[_Feature]:
        """Cues of several words that are there whole, then the telling words that are in none of these."""
        used: set[str] = set()
        present: dict[str, float] = {}
        for known, sure in chain.from_iterable(one.items() for one in alike.values()):
            present[known] = max(sure, present.get(known, 0.0))
        for phrase, marks in self._phrases:
            sure = min(present.get(word, 0.0) for word in phrase)
            if sure and not used.issuperset(phrase):
                used.update(phrase)
                yield _Feature({}, {number: sure * mark for number, mark in marks.items()})
        for word in filter(is_telling, alike):
            unused = {known: sure for known, sure in alike[word].items() if known not in used}
            used.update(unused)
            feature = self._feature(word, unused)
            if feature.marks:
                yield feature

    def _feature(self, word: str, alike: Mapping[str, float]) -> _Feature:
        worth = 1.0 if COMMON.isdisjoint((word, *alike)) else _COMMON
        seen: dict[int, float] = {}
        marks: dict[int, float] = {}
        for known in sorted(alike):
            for number, times in self._seen.get(known, {}).items():
                seen[number] = seen.get(number, 0.0) + alike[known] * times
            for number, mark in self._cues.get(known, {}).items():
                marks[number] = max(worth * alike[known] * mark, marks.get(number, 0.0))
        for number in seen:
            marks[number] = marks.get(number, 0.0) + worth * _WORD / len(self._questions)
        return _Feature(seen, marks)

    def _weigh(self, feature: _Feature, shares: Sequence[float]) -> dict[int, float]:
        """For each question that a feature may be a marker of, the logarithm of the odds that it gives.

        Either it marks none, and came up with each question as often as that has notes, or it marks one of them; how
        well each of these explains what was seen decides between them.
        """
        count = fsum(feature.seen.values())
        fits: dict[int, float] = {}
        for number, mark in feature.marks.items():
            times = feature.seen.get(number, 0.0)
            chance = times * log(shares[number]) + (count - times) * log(1 - shares[number])
            fits[number] = (
                log(mark) + (_log_beta(_RIGHT + times, _WRONG + (count - times)) - _log_beta(_RIGHT, _WRONG)) - chance
            )
        top = max(0.0, *fits.values())
        none = max(_DOUBT, 1 - fsum(feature.marks.values())) * exp(-top)
        sure = {number: exp(fit - top) for number, fit in fits.items()}
        whole = none + fsum(sure.values())
        each = (1 - _NONE) / len(self._questions)
        right = {number: (_RIGHT + feature.seen.get(number, 0.0)) / (_RIGHT + _WRONG + count) for number in sure}
        against = {number: sure[number] / whole * (1 - right[number]) / (1 - each) for number in sure}
        others = none / whole + fsum(against.values())
        return {
            number: log(1 + (sure[number] / whole * right[number] / each - against[number]) / others) for number in sure
        }

    def _share_of_wording(self, alike: Mapping[str, Iterable[str]]) -> dict[int, float]:
        """For each question whose wording shares a word with the note, what that adds: once, however many it shares."""
        shared: dict[int, float] = {}
        for word in filter(is_telling, alike):
            asked = set(chain.from_iterable(self._asked.get(known, ()) for known in alike[word]))
            for number in asked:
                shared[number] = max(shared.get(number, 0.0), log(1 + (_WORDING - 1) / len(asked)))
        return shared


def _log_beta(one: float, other: float) -> float:
    return lgamma(one) + lgamma(other) - lgamma(one + other)


def _cues(guide: Guide) -> dict[tuple[str, ...], dict[int, float]]:
    """The words of each cue and concept, with how likely it marks each question that lists it."""
    found: dict[tuple[str, ...], dict[int, float]] = {}
    for lists, worth in (
        ([question.listen_for for question in guide.questions], _CUE),
        ([question.concepts for question in guide.questions], _CONCEPT),
    ):
        listed: dict[tuple[str, ...], dict[int, None]] = {}
        for number, phrases in enumerate(lists):
            for phrase in filter(None, (tuple(words_of(text)) for text in phrases)):
                listed.setdefault(phrase, {})[number] = None
        for phrase, numbers in listed.items():
            marks = found.setdefault(phrase, {})
            for number in numbers:
                marks[number] = max(worth / len(numbers), marks.get(number, 0.0))
    return found
