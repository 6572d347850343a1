"""Which question of one guide is which of another.

By ids that were written out, else by equal wordings.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import product
from unicodedata import normalize

from guide.model import Guide, Part, Question, ResearchQuestion
from guide.normalize import words_of
from guide.problems import fold_case
from guide.word_index import ENDINGS, STOP

# Whether two wordings are one question.
#
# Asked where no id says so.
#
# A question whose subject was replaced is another one, however alike the two look (the first night, the last night):
# a wording counts as changed only where words were inflected, mended, added or taken away, and most of them stayed.

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
    if typos:
        from rapidfuzz.distance import OSA  # a guide that is as it was does without

        if OSA.distance(one, other, score_cutoff=typos) <= typos:
            return True
    pairs = product(_stems(one), _stems(other))
    return any(first == second for first, second in pairs)


def _stems(word: str) -> list[str]:
    ends = ("", *ENDINGS.split())
    return [word.removesuffix(end) for end in ends if word.endswith(end) and len(word) - len(end) >= _STEM]


def wording_key(text: str) -> str:
    """A wording without what a hand edit changes by the way: its case, its blanks, how its letters are made up."""
    return " ".join(normalize("NFC", text).casefold().split())


def match_questions(copy: Guide, now: Guide, counted: Collection[str]) -> dict[str, str]:
    """Which question of one guide is which of another, by ids; ``counted`` are those of the other, in lower case.

    Ids that the author wrote out come first, and a new one is a new question, unless all tells that the copy was made
    before they were written out.
    """
    counting = _Counting(copy, now, counted)
    found: dict[str, str] = {}
    for question in now.questions:
        own = copy.question(question.id)
        if own is not None and fold_case(question.id) not in counted and not counting.contradicts(own, question):
            found[own.id] = question.id
    _pair_wordings(copy, now, found, counting.may_be)
    return with_reworded(copy, now, counted, found)


class _Counting:
    """Whether a copy has counted ids, though the ids of the guide now were written out.

    Then the copy's question stands where counting gives it its id, and the same words stand in the guide now under an
    id that counting would not give there. One such question may have got another id from its author; two have not.
    """

    def __init__(self, copy: Guide, now: Guide, counted: Collection[str]) -> None:
        from guide.ids import automatic_ids

        self._counted = counted
        self._copy, self._now = automatic_ids(copy), automatic_ids(now)
        olds = {wording_key(one.ask): one for one in copy.questions if self._is_counted(one)}
        news = {wording_key(one.ask): one for one in now.questions if self._is_written(one)}
        self._shared = olds.keys() & news.keys()
        others = [key for key in self._shared if fold_case(olds[key].id) != fold_case(news[key].id)]
        clash = any(copy.question(news[key].id) or now.question(olds[key].id) for key in others)
        self._came_before = clash or len(others) > 1

    def _is_counted(self, own: Question) -> bool:
        return self._copy[fold_case(own.id)] == own.id

    def _is_written(self, question: Question) -> bool:
        return fold_case(question.id) not in self._counted and self._now[fold_case(question.id)] != question.id

    def contradicts(self, own: Question, question: Question) -> bool:
        """Whether two questions with one id are hardly the same."""
        if not self._came_before or not self._is_counted(own) or not self._is_written(question):
            return False
        words = {wording_key(own.ask), wording_key(question.ask)}
        return len(words) > 1 and not self._shared.isdisjoint(words)

    def may_be(self, own: Question, question: Question) -> bool:
        """Whether two questions with the same words may be the same."""
        if fold_case(question.id) in self._counted:
            return True
        return self._came_before and self._is_counted(own)


def _pair_wordings(
    copy: Guide, now: Guide, found: dict[str, str], may_be: Callable[[Question, Question], bool]
) -> None:
    """Add the questions that have the same words; of words that stand several times, those whose order tells."""
    taken = set(found.values())
    olds, news = _by_wording(copy.questions, found), _by_wording(now.questions, taken)
    uneven = []
    for key, own in olds.items():
        others = news.get(key, [])
        if len(own) == len(others):
            found.update((one.id, other.id) for one, other in zip(own, others, strict=True) if may_be(one, other))
        elif others:
            uneven.append(key)
    if uneven:
        from difflib import SequenceMatcher

        keys = [wording_key(one.ask) for one in copy.questions], [wording_key(one.ask) for one in now.questions]
        blocks = SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks()
        free = set(uneven)
        taken = set(found.values())
        for one, other in ((block.a + at, block.b + at) for block in blocks for at in range(block.size)):
            old, new = copy.questions[one], now.questions[other]
            if keys[0][one] in free and old.id not in found and new.id not in taken and may_be(old, new):
                found[old.id] = new.id
                taken.add(new.id)


def _by_wording(questions: Iterable[Question], without: Collection[str]) -> dict[str, list[Question]]:
    found: dict[str, list[Question]] = {}
    for question in questions:
        if question.id not in without:
            found.setdefault(wording_key(question.ask), []).append(question)
    return found


def with_reworded(copy: Guide, now: Guide, counted: Collection[str], found: dict[str, str]) -> dict[str, str]:
    """Add those with one id that nothing else claims: an id that was written out, or the same question in other words.

    One in other words must be likelier that question than any other that is left, on either side.
    """
    taken = set(found.values())
    olds = [one for one in copy.questions if one.id not in found]
    news = [one for one in now.questions if one.id not in taken]
    pairs = [(own, new) for own in olds for new in news if fold_case(own.id) == fold_case(new.id)]
    for own, new in pairs:
        if fold_case(new.id) not in counted or _is_reworded(own, new, olds, news):
            found[own.id] = new.id
    return found


def _is_reworded(own: Question, new: Question, olds: Sequence[Question], news: Sequence[Question]) -> bool:

    like = likeness(own.ask, new.ask)
    return like > 0 and not any(
        likeness(one.ask, other.ask) >= like
        for one, other in (*((own, other) for other in news), *((one, new) for one in olds))
        if (one, other) != (own, new)
    )


def same_targets(copy: Guide, now: Guide) -> dict[str, str]:
    """Research questions and parts by their ids alone."""
    ids = {fold_case(target.id): target.id for target in now.targets}
    return {target.id: ids[fold_case(target.id)] for target in copy.targets if fold_case(target.id) in ids}


def match_targets(copy: Guide, now: Guide) -> dict[str, str]:
    """Research questions and parts: those with the same words, of the others those with the same id."""
    olds, news = _by_text(copy.targets), _by_text(now.targets)
    found = {own[0].id: news[key][0].id for key, own in olds.items() if len(own) == len(news.get(key, ())) == 1}
    taken = set(found.values())
    same = same_targets(copy, now)
    return found | {own: id for own, id in same.items() if own not in found and id not in taken}


def _by_text(targets: Iterable[ResearchQuestion | Part]) -> dict[str, list[ResearchQuestion | Part]]:
    found: dict[str, list[ResearchQuestion | Part]] = {}
    for target in targets:
        if target.text:
            found.setdefault(wording_key(target.text), []).append(target)
    return found
