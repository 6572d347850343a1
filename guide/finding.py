"""Finding questions by half-remembered, half-typed, misspelt words, so that a hand may be quicker than the memory."""

from collections.abc import Iterable, Mapping
from math import log

from guide.faults import fold
from guide.model import Guide, Question
from guide.spelling import plain, spellings, words_of
from guide.values import Value
from guide.vocabulary import Vocabulary

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


def weighted_texts(guide: Guide, question: Question) -> list[tuple[float, str]]:
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


def has_word(guide: Guide, typed: str) -> bool:
    """Whether some word that the guide says of a question is this one, or begins with it, however æ ø å are typed."""
    begun = plain(typed)
    texts = (text for question in guide.questions for _, text in weighted_texts(guide, question))
    words = {word for text in texts for word in words_of(text)}
    return any(form.startswith(begun) for word in words for form in spellings(word))


class Finder:
    """The questions of one guide, ready to be searched; made once, asked at every key press."""

    def __init__(self, guide: Guide, tags: Mapping[str, Iterable[str]] | None = None) -> None:
        self._guide = guide
        self._questions = guide.questions
        self._numbers = {fold(question.id): number for number, question in enumerate(self._questions)}
        self._tags = {fold(question): tuple(words) for question, words in (tags or {}).items()}
        weights: dict[str, dict[int, float]] = {}
        for number, question in enumerate(self._questions):
            tagged = ((_TAG, tag) for tag in self._tags.get(fold(question.id), ()))
            for weight, text in (*weighted_texts(guide, question), *tagged):
                for word in words_of(text):
                    of_word = weights.setdefault(word, {})
                    of_word[number] = max(weight, of_word.get(number, 0.0))
        self._vocabulary = Vocabulary(weights)
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
        whole = fold(words.strip())
        named = self._by_id(whole) if whole else {}
        scores = {number: round(min(score, _BEST_BY_WORDS), 4) for number, score in self._by_words(words).items()}
        scores |= {number: max(score, scores.get(number, 0.0)) for number, score in named.items()}

        def rank(number: int) -> tuple[float, float, int]:
            return -scores[number], 0.0 if number in named else self._loads[number], number

        return [Hit(self._questions[number].id, scores[number]) for number in sorted(scores, key=rank)[:limit]]

    def _by_id(self, whole: str) -> dict[int, float]:
        """The questions whose id this is or begins, or that serve the research question of this id."""
        named = {number: _ID_BEGUN for name, number in self._numbers.items() if name.startswith(whole)}
        named |= {self._numbers[fold(question.id)]: 1.0 for question in self._guide.serving(whole)}
        if whole in self._numbers:
            named[self._numbers[whole]] = 1.0
        return named

    def _by_words(self, words: str) -> dict[int, float]:
        scores: dict[int, float] = {}
        total = 0.0
        for typed in self._typed(words):
            likeness, weight = self._word(typed)
            total += weight
            for number, like in likeness.items():
                scores[number] = scores.get(number, 0.0) + like * weight
        return {number: score / total for number, score in scores.items()}

    def _typed(self, words: str) -> list[str]:
        found: dict[str, None] = {}
        for piece in words.split()[:_MOST_WORDS]:
            name = fold(piece)
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
