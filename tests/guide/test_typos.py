"""Any two telling words of a question find it, with a slip of the finger, on any keyboard."""

import os
import random
import re
from collections.abc import Iterator
from itertools import combinations

import pytest
from rapidfuzz.distance import OSA

from guide.model import Guide, Question
from guide.problems import nearest
from guide.reading import read_guide
from guide.samples import thesis_guide_text
from guide.search import QuestionIndex

LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
SAMPLE = 12_000 if os.environ.get("WHOLE_SIZES") else 4_000

Pair = tuple[str, str, str]


@pytest.fixture(scope="module")
def guide() -> Guide:
    guide = read_guide(thesis_guide_text(), "guide.yaml").guide
    assert guide is not None
    return guide


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold()))


def _spoken(question: Question) -> set[str]:
    return _words(" ".join([question.ask, *(probe.ask for probe in question.probes)]))


def _pairs(guide: Guide) -> list[Pair]:
    """Two words of five letters or more that stand together in one question and in no other."""
    spoken = {question.id: _spoken(question) for question in guide.questions}
    return [
        (own, first, second)
        for own, words in spoken.items()
        for first, second in combinations(sorted(word for word in words if len(word) >= 5), 2)
        if not any({first, second} <= others for other, others in spoken.items() if other != own)
    ]


def _typed(word: str) -> list[str]:
    """The word as it is typed with and without æ, ø and å."""
    written = word.replace("ø", "oe").replace("å", "aa").replace("æ", "ae")
    bare = word.replace("ø", "o").replace("å", "a")
    return list(dict.fromkeys([word, written, bare.replace("æ", "a"), bare.replace("æ", "e")]))


def _slips(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield from (before + letter + after for letter in LETTERS)
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in LETTERS if letter != after[0])
        if len(after) > 1 and after[0] != after[1]:
            yield before + after[1] + after[0] + after[2:]


def _distance(typed: str, words: set[str]) -> int:
    return min(int(OSA.distance(typed, form)) for word in words for form in _typed(word))


def test_two_telling_words_find_their_question_on_any_keyboard(guide: Guide) -> None:
    finder = QuestionIndex(guide)
    pairs = _pairs(guide)
    assert len(pairs) > 300
    for own, first, second in pairs:
        for typed_first in _typed(first):
            for typed_second in _typed(second):
                for typed in (f"{typed_first} {typed_second}", f"{typed_second} {typed_first}"):
                    assert finder.find(typed, 1)[0].id == own, typed


def test_two_telling_words_find_their_question_with_a_slip(guide: Guide) -> None:
    """A sample of all slips. Only a slip that leads exactly as near to another question's pair may find that one."""
    finder = QuestionIndex(guide)
    known = {word for question in guide.questions for word in _spoken(question)}
    spoken = {question.id: _spoken(question) for question in guide.questions}
    chance = random.Random(2017)
    pairs = _pairs(guide)
    ambiguous = 0
    for _ in range(SAMPLE):
        own, first, second = chance.choice(pairs)
        kept, slipped = chance.sample([chance.choice(_typed(first)), chance.choice(_typed(second))], 2)
        typed = chance.choice([slip for slip in _slips(slipped) if slip not in known])
        found = finder.find(f"{kept} {typed}", 1)[0].id
        if found != own:
            assert _distance(kept, spoken[found]) + _distance(typed, spoken[found]) <= 1, f"{kept} {typed}"
            ambiguous += 1
    assert ambiguous < SAMPLE // 500


@pytest.mark.parametrize(("words", "own"), [("noen særlig", "B5")])
def test_a_word_of_the_guides_own_digraph_is_not_lost(guide: Guide, words: str, own: str) -> None:
    assert QuestionIndex(guide).find(words, 1)[0].id == own


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("C1", ["A1", "B1"], ""),
        ("A10", ["A11", "A12"], ""),
        ("B22", ["B2", "B21"], ""),
        ("C1", ["C"], ""),
        ("AA", ["A", "B"], "A"),
        ("Ba1", ["Ba", "Bb"], "Ba"),
        ("QQ1", ["Q1"], "Q1"),
        ("a1", ["A1"], "A1"),
        ("kontkat", ["kontakt"], "kontakt"),
    ],
)
def test_another_id_is_no_slip_of_the_pen(written: str, known: list[str], meant: str) -> None:
    assert nearest(written, known) == meant
