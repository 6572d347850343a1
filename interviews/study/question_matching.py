"""Which question of one guide is which of another.

By ids that were written out, else by equal wordings.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from unicodedata import normalize

from guide.model import Guide, Part, Question, ResearchQuestion
from guide.problems import fold_case


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
        from guide.numbering import automatic_ids

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
    from interviews.study.rewording import likeness  # only where a wording is another one

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
