"""The difference between two guides as people would tell it: a rewording is a rewording, a move a move.

``apply_changes(old, diff(old, new)) == new`` for any two guides. Questions are known by their ids; what moved is what
is left when the longest run that kept its order is taken away, so that moving one question is one change.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from guide.changes.applying import (
    GUIDE_FIELDS,
    NAMED_BY,
    PART_FIELDS,
    QUESTION_FIELDS,
    ChangeError,
    Working,
    apply_changes,
)
from guide.changes.kinds import (
    CLOSING_PLACE,
    Added,
    Change,
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
)
from guide.changes.matching import longest_run, moves, paired, paired_probes, paired_sections
from guide.faults import fold
from guide.model import Guide, Point, Question

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
        self._working = Working(old)
        self._done: list[Change] = []
        self._ranks: list[tuple[int, ...]] = []
        """For each section on the way: (its new place, 0), or what it stands behind until it goes."""

    def changes(self) -> tuple[Change, ...]:
        """All steps."""
        for key in GUIDE_FIELDS:
            before, after = getattr(self._old, key), getattr(self._new, key)
            if before != after:
                self._do(FieldChanged("", key, before, after))
        self._parts("research_question", self._new.research_questions, lambda one: fold(one.id))
        self._parts("concept", self._new.concepts, lambda one: fold(one.name))
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
        pairs = paired(items, news, *keys)
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
        kept = {fold(question.id) for question in self._new.questions}
        for question in self._old.questions:
            if fold(question.id) not in kept:
                spot = self._working.spot(*self._working.find(question.id))
                self._do(Dropped(question.id, question, spot))

    def _arrange_sections(self) -> None:
        """Old sections in their new order and new ones, still empty, between them."""
        pairs = paired_sections(self._old.sections, self._new.sections)
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
        known = {fold(question.id) for question in self._old.questions}
        lists = [(at, [fold(one.id) for one in new if fold(one.id) in known]) for at, new in self._lists()]
        resting: set[str] = set()
        for at, wanted in lists:
            ranks = {id: rank for rank, id in enumerate(wanted)}
            here = [fold(question.id) for question in self._working.listed(at)]
            staying = [id for id in here if id in ranks]
            resting.update(staying[place] for place in longest_run([ranks[id] for id in staying]))
        for at, wanted in lists:
            for place, id in enumerate(wanted):
                if id not in resting:
                    self._move_one(id, at, wanted[place - 1] if place else None)

    def _move_one(self, id: str, at: int, follows: str | None) -> None:
        before = self._working.spot(*self._working.find(id))
        question = self._working.listed(before.section).pop(before.place - 1)
        place = 0 if follows is None else self._working.find(follows)[1]
        self._working.listed(at).insert(place, question)
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
        known = {fold(question.id) for question in self._old.questions}
        for at, wanted in self._lists():
            for place, question in enumerate(wanted, 1):
                if fold(question.id) not in known:
                    self._working.listed(at).insert(place - 1, question)
                    self._done.append(Added(question.id, question, self._working.spot(at, place)))

    def _question(self, wanted: Question) -> None:
        """What else changed in a question that both guides have."""
        section, place = self._working.find(wanted.id)
        found = self._working.listed(section)[place - 1]
        if found == wanted:
            return
        if found.ask != wanted.ask:
            self._do(Reworded(found.id, found.ask, wanted.ask))
        self._probes(found, wanted)
        for key, name in QUESTION_FIELDS.items():
            found = self._working.listed(section)[place - 1]
            before, after = getattr(found, name), getattr(wanted, name)
            if before != after:
                self._do(FieldChanged(found.id, key, before, after))

    def _probes(self, found: Question, wanted: Question) -> None:
        olds, news = list(found.probes), wanted.probes
        pairs = paired_probes(olds, news)
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


def _id_and_text(point: Point) -> Hashable:
    return fold(point.id), point.text


_POINT_KEYS: tuple[Callable[[Point], Hashable], ...] = (
    _id_and_text,
    lambda point: point.text,
    lambda point: fold(point.id),
)
