"""Question search by misspelt or half-typed words.

A hand may then be quicker than the memory.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from guide.frozen import Value
from guide.model import Guide, Question
from guide.normalize import plain, spellings, words_of
from guide.problems import fold_case

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
        self._note_compounds(typed, found)
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

    def _note_compounds(self, typed: str, found: dict[int, float]) -> None:
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


_ASKED = 1.0
_LABEL = 0.8
_TAG = 0.8
_ALONE = 0.6
_PROBE = 0.7
_CUE = 0.6
_CONCEPT = 0.5
_TITLE = 0.45
_TARGET = 0.3
_ID_BEGUN = 0.9
_ID_WEIGHT = 3.0  # of an id among other words, against the rarest of words
_BEST_BY_WORDS = 0.99
_MOST_WORDS = 24  # of one search; a pasted page is not a search


class Hit(Value):
    """A question that was found; ``score`` runs from 0 to 1, and 1 is kept for an exact id."""

    id: str
    score: float


def texts_with_weights(guide: Guide, question: Question) -> list[tuple[float, str]]:
    """What the guide says of a question: its own words count most, its research question's least."""
    titles = (section.title for section in guide.sections if any(one is question for one in section.questions))
    texts = [(_ASKED, question.ask), (_LABEL, question.label), (_ALONE, question.alone or "")]
    texts += [(_PROBE, probe.ask) for probe in question.probes]
    texts += [(_CUE, cue) for cue in question.listen_for]
    texts += [(_CONCEPT, concept) for concept in question.concepts]
    texts += [(_TITLE, title) for title in titles]
    for owner in guide.research_questions:
        for target in owner.targets:
            if target.id in question.serves:
                texts += [(_TARGET, target.text), (_TARGET, target.short)]
    return texts


class QuestionIndex:
    """The questions of one guide, ready to be searched; made once, asked at every key press."""

    def __init__(self, guide: Guide, tags: Mapping[str, Iterable[str]] | None = None) -> None:
        self._guide = guide
        self._questions = guide.questions
        self._numbers = {fold_case(question.id): number for number, question in enumerate(self._questions)}
        self._tags = {fold_case(question): tuple(words) for question, words in (tags or {}).items()}
        weights: dict[str, dict[int, float]] = {}
        said: dict[str, None] = {}
        for number, question in enumerate(self._questions):
            tagged = ((_TAG, tag) for tag in self._tags.get(fold_case(question.id), ()))
            texts = texts_with_weights(guide, question)
            for place, (weight, text) in enumerate((*texts, *tagged)):
                words = words_of(text)
                if place < len(texts):
                    said.update(dict.fromkeys(words))
                for word in words:
                    of_word = weights.setdefault(word, {})
                    of_word[number] = max(weight, of_word.get(number, 0.0))
        self._vocabulary = Vocabulary(weights)
        self._said = tuple(said)
        self._forms_said: str | None = None
        self._weights = [weights[word] for word in self._vocabulary.words]
        count = len(self._questions)
        self._rarity = [log(1 + count / max(sum(of_word.values()), 0.5)) for of_word in self._weights]
        self._loads = [0.0] * count  # how much each question holds: of equals, the one with less else in it is meant
        for rarity, of_word in zip(self._rarity, self._weights, strict=True):
            for number, weight in of_word.items():
                self._loads[number] += rarity * weight

    def find(self, words: str, limit: int | None = None) -> list[Hit]:
        """The questions that these words may mean, best first, none that doesn't match at all.

        An exact id comes first with a score of 1; the id of a research question or part brings its questions.
        """
        whole = fold_case(words.strip())
        named = self._by_id(whole) if whole else {}
        scores = {number: round(min(score, _BEST_BY_WORDS), 4) for number, score in self._by_words(words).items()}
        scores |= {number: max(score, scores.get(number, 0.0)) for number, score in named.items()}

        def rank(number: int) -> tuple[float, float, int]:
            return -scores[number], 0.0 if number in named else self._loads[number], number

        return [Hit(self._questions[number].id, scores[number]) for number in sorted(scores, key=rank)[:limit]]

    def has_word(self, typed: str) -> bool:
        """Whether a word that the guide says of a question is this one, or begins with it, however æ ø å are typed."""
        if self._forms_said is None:
            self._forms_said = "\n".join(["", *(form for word in self._said for form in spellings(word))])
        return f"\n{plain(typed)}" in self._forms_said

    def _by_id(self, whole: str) -> dict[int, float]:
        """The questions whose id this is or begins, or that serve the research question of this id."""
        named = {number: _ID_BEGUN for name, number in self._numbers.items() if name.startswith(whole)}
        named |= {self._numbers[fold_case(question.id)]: 1.0 for question in self._guide.serving(whole)}
        if whole in self._numbers:
            named[self._numbers[whole]] = 1.0
        return named

    def _by_words(self, words: str) -> dict[int, float]:
        scores: dict[int, float] = {}
        total = 0.0
        for typed in self._query_words(words):
            likeness, weight = self._word(typed)
            total += weight
            for number, like in likeness.items():
                scores[number] = scores.get(number, 0.0) + like * weight
        return {number: score / total for number, score in scores.items()}

    def _query_words(self, words: str) -> list[str]:
        found: dict[str, None] = {}
        for piece in words.split()[:_MOST_WORDS]:
            name = fold_case(piece)
            found.update(dict.fromkeys([name] if name in self._numbers else words_of(piece)))
        return list(found)[:_MOST_WORDS]

    def _word(self, typed: str) -> tuple[dict[int, float], float]:
        """How like each question is to one typed word, and what the word weighs among the others."""
        if typed in self._numbers:
            return {self._numbers[typed]: 1.0}, _ID_WEIGHT * log(1 + len(self._questions))
        matches = self._vocabulary.matches(plain(typed)) or self._vocabulary.resembling(plain(typed))
        if not matches:
            return {}, 1.0
        best = max(matches.values())
        weight = max(self._rarity[word] for word, like in matches.items() if like == best)
        likeness: dict[int, float] = {}
        for word, like in matches.items():
            for number, share in self._weights[word].items():
                likeness[number] = max(like * share, likeness.get(number, 0.0))
        return likeness, weight
