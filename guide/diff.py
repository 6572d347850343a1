"""The difference between two guides.

It is told as people would tell it: a rewording is a rewording, a move a move.

``apply_changes(old, diff(old, new)) == new`` for any two guides. Questions are known by their ids; what moved is what
is left when the longest run that kept its order is taken away, so that moving one question is one change.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

from guide.change_kinds import (
    CLOSING_PLACE,
    GUIDE_FIELDS,
    NAMED_BY,
    PART_FIELDS,
    QUESTION_FIELDS,
    Added,
    Change,
    ChangeError,
    Dropped,
    FieldChanged,
    Moved,
    Part,
    PartAdded,
    PartChanged,
    PartDropped,
    PartMoved,
    ProbeAdded,
    ProbeDropped,
    ProbeMoved,
    ProbeReworded,
    Reworded,
    Spot,
    WorkingGuide,
    apply_changes,
)
from guide.model import Guide, Point, Probe, Question, Section
from guide.normalize import words_of
from guide.problems import fold_case

_ALIKE = 1 / 3
"""The share of words in common from which a probe is taken for the other one reworded."""

Pairs = dict[int, int]
"""Places in the new list by places in the old one, both from 0."""


def pair_items(olds: Sequence[Any], news: Sequence[Any], *keys: Callable[[Any], Hashable]) -> Pairs:
    """The items that are the same by the first key, of the others those by the second, and so on; None is no key."""
    pairs: Pairs = {}
    free = set(range(len(news)))
    for key in keys:
        waiting: dict[Hashable, list[int]] = {}
        for place in sorted(free, reverse=True):
            waiting.setdefault(key(news[place]), []).append(place)
        for place, old in enumerate(olds):
            own = key(old)
            if place not in pairs and own is not None and waiting.get(own):
                pairs[place] = waiting[own].pop()
                free.discard(pairs[place])
    return pairs


def pair_sections(olds: Sequence[Section], news: Sequence[Section]) -> Pairs:
    """Sections are the same by their titles, by the questions that they share, at last by what they serve."""
    pairs = pair_items(olds, news, lambda section: fold_case(section.title) or None)
    homes = {fold_case(question.id): place for place, section in enumerate(olds) for question in section.questions}
    shared: dict[tuple[int, int], int] = {}
    taken = set(pairs.values())
    for place, section in enumerate(news):
        for question in section.questions if place not in taken else ():
            home = homes.get(fold_case(question.id))
            if home is not None and home not in pairs:
                shared[home, place] = shared.get((home, place), 0) + 1
    for home, place in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if home not in pairs and place not in taken:
            pairs[home] = place
            taken.add(place)
    left = [place for place in range(len(olds)) if place not in pairs]
    free = [place for place in range(len(news)) if place not in taken]
    rest = pair_items([olds[place] for place in left], [news[place] for place in free], lambda section: section.serves)
    return pairs | {left[old]: free[new] for old, new in rest.items()}


def pair_probes(olds: Sequence[Probe], news: Sequence[Probe]) -> Pairs:
    """Probes are the same by their words and conditions, by their words, else by enough words in common."""
    pairs = pair_items(olds, news, lambda probe: probe, lambda probe: probe.ask)
    free = [place for place in range(len(news)) if place not in pairs.values()]
    for place, old in enumerate(olds):
        if place in pairs or not free:
            continue
        nearest = max(free, key=lambda new: (_alike(old, news[new]), -abs(new - place)))
        if _alike(old, news[nearest]) >= _ALIKE:
            pairs[place] = nearest
            free.remove(nearest)
    return pairs


def _alike(one: Probe, other: Probe) -> float:
    first, second = set(words_of(one.ask)), set(words_of(other.ask))
    return len(first & second) / max(len(first | second), 1)


def longest_run(ranks: Sequence[Any]) -> set[int]:
    """The places of a longest rising run: what need not move."""
    ends: list[Any] = []
    places: list[int] = []
    before: list[int | None] = []
    for place, rank in enumerate(ranks):
        at = bisect_left(ends, rank)
        before.append(places[at - 1] if at else None)
        ends[at : at + 1] = [rank]
        places[at : at + 1] = [place]
    run: set[int] = set()
    last = places[-1] if places else None
    while last is not None:
        run.add(last)
        last = before[last]
    return run


def moves(ranks: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """The fewest moves, from place to place, both from 0, that sort what has these ranks; each rank is there once."""
    now = list(ranks)
    resting = {ranks[place] for place in longest_run(ranks)}
    follows: Any = None
    for rank in sorted(ranks):
        if rank not in resting:
            before = now.index(rank)
            now.pop(before)
            after = now.index(follows) + 1 if follows is not None else 0
            now.insert(after, rank)
            yield before, after
        follows = rank


__all__ = [
    "CLOSING_PLACE",
    "Added",
    "Change",
    "ChangeError",
    "Dropped",
    "FieldChanged",
    "Moved",
    "PartAdded",
    "PartChanged",
    "PartDropped",
    "PartMoved",
    "ProbeAdded",
    "ProbeDropped",
    "ProbeMoved",
    "ProbeReworded",
    "Reworded",
    "Spot",
    "apply_changes",
    "diff",
]


def diff(old: Guide, new: Guide) -> tuple[Change, ...]:
    """What changed from one guide to the other, in an order in which it can be applied."""
    return () if old == new else _Difference(old, new).changes()


class _Difference:
    """The old guide on its way to the new one; every step is a change."""

    def __init__(self, old: Guide, new: Guide) -> None:
        self._old = old
        self._new = new
        self._working = WorkingGuide(old)
        self._done: list[Change] = []
        self._ranks: list[tuple[int, ...]] = []
        """For each section on the way: (its new place, 0), or what it stands behind until it goes."""

    def changes(self) -> tuple[Change, ...]:
        """All steps."""
        for key in GUIDE_FIELDS:
            before, after = getattr(self._old, key), getattr(self._new, key)
            if before != after:
                self._do(FieldChanged("", key, before, after))
        self._parts("research_question", self._new.research_questions, lambda one: fold_case(one.id))
        self._parts("concept", self._new.concepts, lambda one: fold_case(one.name))
        self._parts("opening", self._new.opening, *_POINT_KEYS)
        self._parts("after", self._new.after, *_POINT_KEYS)
        self._drop()
        self._arrange_sections()
        self._move()
        self._finish_sections()
        self._add()
        for question in self._new.questions:
            self._question(question)
        return tuple(self._done)

    def _do(self, change: Change) -> None:
        self._working.apply(change)
        self._done.append(change)

    def _parts(self, part: Part, news: Sequence[Any], *keys: Callable[[Any], Hashable]) -> None:
        """Make one list of parts the new one."""
        items = self._working.parts[part]
        pairs = pair_items(items, news, *keys)
        for place in range(len(items), 0, -1):
            if place - 1 not in pairs:
                self._do(PartDropped(part, place, items[place - 1]))
        for before, after in moves([pairs[place] for place in sorted(pairs)]):
            self._do(PartMoved(part, getattr(items[before], NAMED_BY[part]), before + 1, after + 1))
        for place in sorted(set(range(len(news))) - set(pairs.values())):
            self._do(PartAdded(part, place + 1, news[place]))
        for place, wanted in enumerate(news, 1):
            self._fields(part, place, wanted)

    def _fields(self, part: Part, place: int, wanted: Any) -> None:
        for key, name in PART_FIELDS[part].items():
            found = self._working.parts[part][place - 1]
            before, after = getattr(found, name), getattr(wanted, name)
            if before != after:
                self._do(PartChanged(part, place, getattr(found, NAMED_BY[part]), key, before, after))

    def _drop(self) -> None:
        """The questions that are gone."""
        kept = {fold_case(question.id) for question in self._new.questions}
        for question in self._old.questions:
            if fold_case(question.id) not in kept:
                spot = self._working.spot(*self._working.find(question.id))
                self._do(Dropped(question.id, question, spot))

    def _arrange_sections(self) -> None:
        """Old sections in their new order and new ones, still empty, between them."""
        pairs = pair_sections(self._old.sections, self._new.sections)
        last = -1
        for place in range(len(self._old.sections)):
            last = pairs.get(place, last)
            self._ranks.append((last, 0) if place in pairs else (last, 1, place))
        for before, after in moves(self._ranks):
            title = self._working.parts["section"][before].title
            self._do(PartMoved("section", title, before + 1, after + 1))
        self._ranks.sort()
        for place in sorted(set(range(len(self._new.sections))) - set(pairs.values())):
            at = sum(1 for rank in self._ranks if rank < (place, 0))
            self._do(PartAdded("section", at + 1, self._new.sections[place].but(questions=())))
            self._ranks.insert(at, (place, 0))

    def _lists(self) -> list[tuple[int, tuple[Question, ...]]]:
        """For each section of the new guide and its closing: its place on the way, and its questions."""
        at = {rank[0]: place for place, rank in enumerate(self._ranks, 1) if rank[1] == 0}
        lists = [(at[place], section.questions) for place, section in enumerate(self._new.sections)]
        return [*lists, (CLOSING_PLACE, self._new.closing)]

    def _move(self) -> None:
        """Questions that stand elsewhere, each right behind the one that it follows in the new guide."""
        known = {fold_case(question.id) for question in self._old.questions}
        lists = [(at, [fold_case(one.id) for one in new if fold_case(one.id) in known]) for at, new in self._lists()]
        resting: set[str] = set()
        for at, wanted in lists:
            ranks = {id: rank for rank, id in enumerate(wanted)}
            here = [fold_case(question.id) for question in self._working.questions_in(at)]
            staying = [id for id in here if id in ranks]
            resting.update(staying[place] for place in longest_run([ranks[id] for id in staying]))
        for at, wanted in lists:
            for place, id in enumerate(wanted):
                if id not in resting:
                    self._move_one(id, at, wanted[place - 1] if place else None)

    def _move_one(self, id: str, at: int, follows: str | None) -> None:
        before = self._working.spot(*self._working.find(id))
        question = self._working.questions_in(before.section).pop(before.place - 1)
        place = 0 if follows is None else self._working.find(follows)[1]
        self._working.questions_in(at).insert(place, question)
        self._done.append(Moved(question.id, before, self._working.spot(at, place + 1)))

    def _finish_sections(self) -> None:
        """Sections that are gone, and what else changed in those that are not."""
        for place in range(len(self._ranks), 0, -1):
            if self._ranks[place - 1][1]:
                self._do(PartDropped("section", place, self._working.parts["section"][place - 1]))
                self._ranks.pop(place - 1)
        for place, section in enumerate(self._new.sections, 1):
            self._fields("section", place, section)

    def _add(self) -> None:
        known = {fold_case(question.id) for question in self._old.questions}
        for at, wanted in self._lists():
            for place, question in enumerate(wanted, 1):
                if fold_case(question.id) not in known:
                    self._working.questions_in(at).insert(place - 1, question)
                    self._done.append(Added(question.id, question, self._working.spot(at, place)))

    def _question(self, wanted: Question) -> None:
        """What else changed in a question that both guides have."""
        section, place = self._working.find(wanted.id)
        found = self._working.questions_in(section)[place - 1]
        if found == wanted:
            return
        if found.ask != wanted.ask:
            self._do(Reworded(found.id, found.ask, wanted.ask))
        self._probes(found, wanted)
        for key, name in QUESTION_FIELDS.items():
            found = self._working.questions_in(section)[place - 1]
            before, after = getattr(found, name), getattr(wanted, name)
            if before != after:
                self._do(FieldChanged(found.id, key, before, after))

    def _probes(self, found: Question, wanted: Question) -> None:
        olds, news = list(found.probes), wanted.probes
        pairs = pair_probes(olds, news)
        for place in range(len(olds), 0, -1):
            if place - 1 not in pairs:
                self._do(ProbeDropped(found.id, place, olds.pop(place - 1)))
        for before, after in moves([pairs[place] for place in sorted(pairs)]):
            self._do(ProbeMoved(found.id, olds[before], before + 1, after + 1))
            olds.insert(after, olds.pop(before))
        for place in sorted(set(range(len(news))) - set(pairs.values())):
            self._do(ProbeAdded(found.id, place + 1, news[place]))
            olds.insert(place, news[place])
        for place, (before_, after_) in enumerate(zip(olds, news, strict=True), 1):
            if before_ != after_:
                self._do(ProbeReworded(found.id, place, before_, after_))


_POINT_KEYS: tuple[Callable[[Point], Hashable], ...] = (
    lambda point: (fold_case(point.id), point.text),
    lambda point: point.text,
    lambda point: fold_case(point.id),
)
