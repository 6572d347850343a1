"""Which question of the guide a turn of the interviewer's asks, or none.

Nobody asks a question as it is written: it comes with hesitations, an introduction, another word order. What stays
are pieces of its words. So a turn and a question are compared by their letters in threes to fives, what few questions
share counting most (TF-IDF, cosine), and a little by what they ask for in other words; of a long turn its sentences
too. A guide's question is mostly
asked once, and a weak echo of one that is asked plainly elsewhere is a follow-up: each likeness is weighed against the
best that its question has anywhere in the transcript. Where the questions that are plain come in the guide's order,
one that would come out of it has to be plain too.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import log, sqrt

from guide.frozen import NOTHING, Value
from guide.model import Guide
from guide.normalize import plain
from interviews.transcripts.same_sense import SENSES

ENOUGH = 0.5
"""The confidence from which on a turn is held to ask the question."""

_SHORTEST, _LONGEST = 3, 5  # letters taken together
_ECHO = 1.5  # how much a likeness loses that is less than the best of its question
_THRESHOLD = 0.15  # the likeness at which it is as likely as not; where most studies of the bench agree
_BESIDES = 0.3  # what a sentence must come to that asks a second question in the same turn
_UNASKED = 0.75  # what a likeness is worth in a turn without a question mark, where the transcript has them
_FEWEST_MARKS = 5  # question marks of a transcript that has them
_SENSE = 0.1  # what it adds that they ask for the same in other words
_PLAIN = 0.25  # a weighed likeness that is not to be doubted
_OUT_OF_ORDER = 0.3  # what a likeness loses between two plain ones that its question does not lie between
_FEWEST_PAIRS = 6  # of plain ones, before they tell whether the guide's order was kept
_BESIDE = 2  # plain ones looked at before and after; a single one may have been asked out of turn
_LOG = 0.3  # what it adds that the log has the question asked just then
_LONG = 25  # words of a turn that is looked at in parts too
_STRETCH = 20  # words of a part where there are no sentences
_FEWEST_WORDS = 4  # of a part that may ask something
_PART = 0.9  # what a likeness to a part is worth
_CAPTIONS = 4  # over which a question may be spread
_MOST_LETTERS = 4_000  # of one turn; who speaks longer than that asks at its end

_FILLERS = frozenset(
    ("ah ahem ehm em er erm hm hmm huh like mhm mm mmm mmhm oh ok okay uh uhm um yeah æh eh hæ okei øh åh").split()
)
_PHRASES = re.compile(r"\b(?:you know|i mean|sort of|kind of|ikke sant|på en måte)\b")
_SENTENCE = re.compile(r"[^.?!…]+[.?!…]*")
_WORD = re.compile(r"[^\W_]+")


class Match(Value):
    """What one turn asks: the question's id, how sure that is from 0 to 1, and what it asks besides.

    Where ``sure`` is false, ``question`` is merely the likeliest, or empty where none shares anything with the turn.
    """

    question: str = ""
    score: float = 0.0
    also: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether the turn is held to ask it."""
        return bool(self.question) and self.score >= ENOUGH


NO_MATCH = Match()


class QuestionMatcher:
    """The questions of one guide, ready to be found in what an interviewer says."""

    def __init__(self, wordings: Mapping[str, Iterable[str]]) -> None:
        """``wordings`` has for each id the ways in which the guide asks its question, the usual one first."""
        self._ids = tuple(wordings)
        self._senses = [frozenset().union(*map(_senses_of, texts)) for texts in wordings.values()]
        asking = Counter(sense for senses in self._senses for sense in senses)
        self._rare_senses = {sense: (log((1 + len(self._ids)) / (1 + n)) + 1) ** 2 for sense, n in asking.items()}
        asked = [(number, text) for number, texts in enumerate(wordings.values()) for text in texts if text]
        counted = [(number, _pieces(text)) for number, text in asked]
        seen = Counter(piece for number in range(len(self._ids)) for piece in {*_of(number, counted)})
        self._rare = {piece: log((1 + len(self._ids)) / (1 + count)) + 1 for piece, count in seen.items()}
        self._unknown = log(1 + len(self._ids)) + 1
        self._known: dict[str, list[tuple[int, float]]] = {}
        self._of_wording = tuple(number for number, _ in counted)
        for wording, (_, pieces) in enumerate(counted):
            for piece, weight in self._weighed(pieces).items():
                self._known.setdefault(piece, []).append((wording, weight))

    @classmethod
    def of_guide(cls, guide: Guide) -> "QuestionMatcher":
        """The questions of a guide, each as it is asked and as it is asked alone."""
        return cls({question.id: (question.ask, question.alone or "") for question in guide.questions})

    def match(self, turns: Sequence[str], logged: Mapping[int, Mapping[str, float]] | None = None) -> tuple[Match, ...]:
        """What each of an interviewer's turns asks; ``logged`` says of a turn what the log has asked just then.

        The whole transcript at once, because how well a question is asked elsewhere counts.
        """
        marked = sum("?" in turn for turn in turns) >= _FEWEST_MARKS
        rows = [self._in_turn(turn[-_MOST_LETTERS:], marked=marked) for turn in turns]
        best = [max(column) for column in zip(*rows, strict=True)] or [0.0] * len(self._ids)
        table = [[_against(likeness, most) for likeness, most in zip(row, best, strict=True)] for row in rows]
        found = []
        for place, weighed in enumerate(_in_order(table)):
            for id, near in (logged or {}).get(place, NOTHING).items():
                if id in self._ids:
                    weighed[self._ids.index(id)] += _LOG * near
            first = max(range(len(weighed)), key=weighed.__getitem__, default=0)
            if not weighed or not weighed[first]:
                found.append(NO_MATCH)
                continue
            also = self._besides(turns[place], first, best) if weighed[first] >= _THRESHOLD else ()
            found.append(Match(self._ids[first], _confidence(weighed[first]), also))
        return tuple(found)

    def _in_turn(self, turn: str, *, marked: bool) -> list[float]:
        """How like each question a turn is, or a part of it: who speaks long asks in a sentence or two of it.

        ``marked`` says that the transcript has question marks, so that what lacks one is hardly asked.
        """
        row = self._likenesses(turn)
        if marked and "?" not in turn:
            row = [_UNASKED * likeness for likeness in row]
        for part in _parts(turn):
            if "?" in part or not marked:
                row = [max(one) for one in zip(row, (_PART * one for one in self._likenesses(part)), strict=True)]
        return row

    def place(self, text: str, id: str, starts: Sequence[int]) -> int:
        """At which of these letters of a turn, where its captions begin, the one begins that asks this question.

        A caption seldom ends where a sentence does, so a few that follow each other are tried together.
        """
        if id not in self._ids or not starts:
            return 0
        number = self._ids.index(id)
        ends = [*starts[1:], len(text)]
        tried = [
            (self._likenesses(text[start:end])[number], start)
            for place, start in enumerate(starts)
            for end in ends[place : place + _CAPTIONS]
        ]
        return max(tried)[1]

    def _besides(self, turn: str, first: int, best: Sequence[float]) -> tuple[str, ...]:
        """The other questions that a turn asks, each in a sentence of its own."""
        found: dict[str, float] = {}
        sentences = _SENTENCE.findall(turn[-_MOST_LETTERS:])
        for sentence in sentences if len(sentences) > 1 else ():
            row = self._likenesses(sentence)
            number = max(range(len(row)), key=row.__getitem__)
            weighed = _against(row[number], best[number])
            if number != first and weighed >= _BESIDES:
                found[self._ids[number]] = max(weighed, found.get(self._ids[number], 0.0))
        return tuple(sorted(found, key=lambda id: -found[id]))

    def _likenesses(self, text: str) -> list[float]:
        """How like each question a text is, by its letters and by what it asks for."""
        senses = _senses_of(text)
        length = sum(self._rare_senses.get(sense, self._unknown**2) for sense in senses)
        row = self._cosines(text)
        for number, own in enumerate(self._senses):
            if shared := own & senses:
                of_question = sum(map(self._rare_senses.__getitem__, own))
                row[number] += _SENSE * sum(map(self._rare_senses.__getitem__, shared)) / sqrt(length * of_question)
        return row

    def _cosines(self, text: str) -> list[float]:
        """How like each question a text is by its letters, from 0 to 1."""
        of_wordings = [0.0] * len(self._of_wording)
        length = 0.0
        known, rare, unknown = self._known, self._rare, self._unknown
        for piece, count in _pieces(text).items():
            weight = rare.get(piece, unknown)
            if count > 1:
                weight *= 1 + log(count)
            length += weight * weight
            for wording, of_wording in known.get(piece, ()):
                of_wordings[wording] += weight * of_wording
        cosines = [0.0] * len(self._ids)
        for number, value in zip(self._of_wording, of_wordings, strict=True):
            if value:
                cosines[number] = max(cosines[number], value / sqrt(length))
        return cosines

    def _weighed(self, pieces: Mapping[str, int]) -> dict[str, float]:
        weights = {piece: (1 + log(count)) * self._rare[piece] for piece, count in pieces.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {piece: weight / length for piece, weight in weights.items()}


def _of(number: int, counted: Iterable[tuple[int, Mapping[str, int]]]) -> Iterable[str]:
    return (piece for one, pieces in counted if one == number for piece in pieces)


def _pieces(text: str) -> Counter[str]:
    """The letters of a text in threes to fives, across its words, hesitations left out."""
    words = [word for word in _WORD.findall(_PHRASES.sub(" ", plain(text))) if word not in _FILLERS]
    if not words:
        return Counter()
    line = f" {' '.join(words)} "
    return Counter(
        [line[at : at + size] for size in range(_SHORTEST, _LONGEST + 1) for at in range(len(line) - size + 1)]
    )


def _parts(turn: str) -> Iterator[str]:
    """The sentences of a long turn, each alone and with the one before it; stretches of words where it has none."""
    if len(_WORD.findall(turn)) <= _LONG:
        return
    sentences = _SENTENCE.findall(turn)
    if len(sentences) > 1:
        parts = [*sentences, *(before + after for before, after in pairwise(sentences))]
    else:
        words = turn.split()
        parts = [" ".join(words[at : at + _STRETCH]) for at in range(0, len(words), _STRETCH // 2)]
    yield from (part for part in parts if len(_WORD.findall(part)) >= _FEWEST_WORDS)


def _senses_of(text: str) -> frozenset[int]:
    return frozenset(sense for word in _WORD.findall(plain(text)) for sense in SENSES.get(word, ()))


def _in_order(table: Sequence[list[float]]) -> list[list[float]]:
    """The likenesses, less for questions out of the guide's order, as far as the plain ones keep it."""
    tops = [max(range(len(row)), key=row.__getitem__, default=0) for row in table]
    plainly = [place for place, row in enumerate(table) if row and row[tops[place]] >= _PLAIN]
    asked = [tops[place] for place in plainly]
    pairs = [(before, after) for at, after in enumerate(asked) for before in asked[:at] if before != after]
    kept = sum(1 if before < after else -1 for before, after in pairs)
    if len(pairs) < _FEWEST_PAIRS or kept <= 0:
        return list(table)
    loss = 1 - _OUT_OF_ORDER * kept / len(pairs)
    found = []
    for place, row in enumerate(table):
        at = bisect_left(plainly, place)
        behind = at + (at < len(plainly) and plainly[at] == place)
        first = max(asked[max(0, at - _BESIDE) : at], default=0)
        last = min(asked[behind : behind + _BESIDE], default=len(row))
        inside = range(first, last + 1) if first <= last else range(len(row))
        found.append([value if number in inside else value * loss for number, value in enumerate(row)])
    return found


def _against(likeness: float, best: float) -> float:
    """A likeness, less where the same question is asked more plainly elsewhere."""
    return likeness * (likeness / best) ** _ECHO if likeness else 0.0


def _confidence(weighed: float) -> float:
    """A weighed likeness as a number that people read: a half where it is as likely as not."""
    return round(weighed / (weighed + _THRESHOLD), 4)
