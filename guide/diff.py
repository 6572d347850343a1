"""The difference between two guides, told as people would.

Only of changes made by hand: an act of revising tells itself.

A rewording is a rewording, a move a move. Questions are known by their ids; what moved is what is left when the longest
run that kept its order is taken away, so that moving one question is one change. What an act of revising did it says
itself (``tui/changes/describe_change.py``).
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any, Literal

from guide.frozen import Value
from guide.labels import label_of
from guide.model import Guide, Point, Probe, Question, Section
from guide.normalize import words_of
from guide.problems import fold_case
from guide.schema import (
    CONCEPT_KEYS,
    GUIDE_KEYS,
    POINT_KEYS,
    QUESTION_KEYS,
    RESEARCH_QUESTION_KEYS,
    SECTION_KEYS,
    KeyTable,
)

Part = Literal["research_question", "concept", "opening", "section", "after"]

CLOSING_PLACE = 0
"""The place of the closing among the sections."""


class Spot(Value):
    """Where a question stands: in which section from 1 (``CLOSING_PLACE``: the closing), with which title, behind what.

    ``place`` counts within the section; ``follows`` and ``precedes`` are the ids around it, ``""`` at an end.
    """

    section: int
    title: str
    place: int
    follows: str = ""
    precedes: str = ""


def spot_of(guide: Guide, id: str) -> Spot:
    """Where a question stands in a guide."""
    lists = [guide.closing, *(section.questions for section in guide.sections)]
    return _spot(lists, [section.title for section in guide.sections], id)


def _spot(lists: Sequence[Sequence[Question]], titles: Sequence[str], id: str) -> Spot:
    """The same among the closing's questions and those of the sections, which have these titles."""
    section, at = next(
        (section, at)
        for section, each in enumerate(lists)
        for at, one in enumerate(each)
        if fold_case(one.id) == fold_case(id)
    )
    ids = ["", *(one.id for one in lists[section]), ""]
    return Spot(section, titles[section - 1] if section != CLOSING_PLACE else "", at + 1, ids[at], ids[at + 2])


class Change(Value):
    """One change, by the name that the history has for its kind.

    ``question`` is the id of the question that it is about, empty for the guide as a whole. ``before`` and ``after``
    are what was and what is: wordings (``reworded``), a ``Spot`` (``moved``), questions (``added``, ``dropped``),
    probes (``probe_added`` …), research questions, concepts, points or sections (``section_added`` …), or values of a
    ``key`` of ``guide.yaml``, of such a part with this ``name`` (``changed``, ``section_changed`` …). Acts alone tell
    of a ``split`` (a wording, and ids with theirs) and of questions that were ``merged`` (two wordings and one;
    ``name`` is the id that is gone).
    """

    kind: str
    question: str = ""
    before: Any = None
    after: Any = None
    key: str = ""
    name: str = ""


_IN_PARTS = frozenset({"wording", "points", "questions", "sections", "research questions", "concepts", "probes"})
"""Kinds of which each part is compared for itself."""


def _fields(keys: KeyTable) -> Mapping[str, str]:
    return {name: key.field for name, key in keys.items() if key.kind not in _IN_PARTS}


QUESTION_FIELDS = _fields(QUESTION_KEYS)
"""The keys of a question that are simply the one or the other, with their names in the model."""

GUIDE_FIELDS = _fields(GUIDE_KEYS)
"""The same for the guide."""

PART_FIELDS: Mapping[Part, Mapping[str, str]] = {
    "research_question": {"id": "id", **_fields(RESEARCH_QUESTION_KEYS)},
    "concept": {"name": "name", **_fields(CONCEPT_KEYS)},
    "opening": _fields(POINT_KEYS),
    "section": _fields(SECTION_KEYS),
    "after": _fields(POINT_KEYS),
}
"""The same for its parts."""

NAMED_BY: Mapping[str, str] = {
    "research_question": "id",
    "concept": "name",
    "opening": "text",
    "section": "title",
    "after": "text",
}
"""The field that tells people which part is meant."""

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


def diff(old: Guide, new: Guide) -> tuple[Change, ...]:
    """What changed from one guide to the other: the guide's own keys and parts, questions in their lists, the rest."""
    return () if old == new else _Difference(old, new).changes()


class _Difference:
    """The old guide's questions on their way to where they stand in the new one; places are told as they are then."""

    def __init__(self, old: Guide, new: Guide) -> None:
        self._old = old
        self._new = new
        self._done: list[Change] = []
        self._titles = [section.title for section in old.sections]
        self._lists: list[list[Question]] = [list(old.closing), *(list(section.questions) for section in old.sections)]
        self._homes: list[int] = []
        """Which of these lists each section of the new guide is."""
        self._known = {fold_case(question.id): question for question in old.questions}

    def changes(self) -> tuple[Change, ...]:
        """All of them."""
        for key in GUIDE_FIELDS:
            self._field("changed", key, getattr(self._old, key), getattr(self._new, key))
        self._parts("research_question", lambda one: fold_case(one.id))
        self._parts("concept", lambda one: fold_case(one.name))
        self._parts("opening", *_POINT_KEYS)
        self._parts("after", *_POINT_KEYS)
        kept = {fold_case(question.id) for question in self._new.questions}
        for question in self._old.questions:
            if fold_case(question.id) not in kept:
                self._done.append(Change("dropped", question.id, before=question))
                self._take(question.id)
        pairs, gone = self._arrange_sections()
        self._move()
        self._done += [Change("section_dropped", before=section) for section in reversed(gone)]
        for place, after in enumerate(self._new.sections, 1):
            self._section(self._old.sections[pairs[place - 1]] if place - 1 in pairs else after, after)
        self._done += [
            Change("added", question.id, after=question)
            for question in (*(one for section in self._new.sections for one in section.questions), *self._new.closing)
            if fold_case(question.id) not in self._known
        ]
        for question in self._new.questions:
            if fold_case(question.id) in self._known:
                self._question(self._known[fold_case(question.id)], question)
        return tuple(self._done)

    def _field(self, kind: str, key: str, before: object, after: object, *, question: str = "", name: str = "") -> None:
        if before != after:
            self._done.append(Change(kind, question, before, after, key, name))

    def _parts(self, part: Part, *keys: Callable[[Any], Hashable]) -> None:
        """Tell of one list of parts; a point that is named by its place is renamed in silence."""
        field = f"{part}s" if part in ("research_question", "concept") else part
        olds, news = getattr(self._old, field), getattr(self._new, field)
        for new, old in self._items(part, olds, news, pair_items(olds, news, *keys)):
            one = olds[old]
            if isinstance(one, Point) and one.id == str(old + 1):
                one = one.but(id=str(new + 1))
            self._part(part, one, news[new])

    def _items(
        self, kind: str, olds: Sequence[Any], news: Sequence[Any], pairs: Pairs, question: str = ""
    ) -> list[tuple[int, int]]:
        """Tell what of a list went, moved and came; the places of all others, the new and the old one of each."""
        gone = [place for place in range(len(olds)) if place not in pairs]
        self._done += [Change(f"{kind}_dropped", question, olds[place]) for place in reversed(gone)]
        order = sorted(pairs)
        for before, after in moves([pairs[place] for place in order]):
            one = olds[order[before]]
            self._done.append(Change(f"{kind}_moved", question, one, one))
            order.insert(after, order.pop(before))
        come = sorted(set(range(len(news))) - set(pairs.values()))
        self._done += [Change(f"{kind}_added", question, after=news[place]) for place in come]
        return sorted((new, old) for old, new in pairs.items())

    def _part(self, part: Part, before: Any, after: Any) -> None:
        """What a part says otherwise; it is named as it is then."""
        named = NAMED_BY[part]
        name = getattr(before, named)
        for key, field in PART_FIELDS[part].items():
            self._field(f"{part}_changed", key, getattr(before, field), getattr(after, field), name=name)
            name = getattr(after, named) if field == named else name

    def _section(self, before: Section, after: Section) -> None:
        """What a section says otherwise; what it serves, those of its questions serve too that served the same."""
        self._part("section", before, after)
        if before.serves != after.serves:
            for question in after.questions:
                known = self._known.get(fold_case(question.id))
                if known is not None and known.serves == before.serves:
                    self._known[fold_case(question.id)] = known.but(serves=after.serves)

    def _take(self, id: str) -> Question:
        """Take a question out of its list."""
        questions, at = next(
            (questions, at)
            for questions in self._lists
            for at, one in enumerate(questions)
            if fold_case(one.id) == fold_case(id)
        )
        return questions.pop(at)

    def _arrange_sections(self) -> tuple[Pairs, list[Section]]:
        """Old sections in their new order and new ones, still empty, between them.

        The places of old sections by those of new ones, and the sections that go.
        """
        olds, news = self._old.sections, self._new.sections
        pairs = pair_sections(olds, news)
        ranks: list[tuple[int, ...]] = []
        last = -1
        for place in range(len(olds)):
            last = pairs.get(place, last)
            ranks.append((last, 0) if place in pairs else (last, 1, place))
        order = list(range(len(olds)))
        for before, after in moves(ranks):
            one = olds[order[before]].but(questions=())
            self._done.append(Change("section_moved", "", one, one))
            order.insert(after, order.pop(before))
        way: list[tuple[tuple[int, ...], Section, list[Question]]] = [
            (ranks[place], olds[place], self._lists[place + 1]) for place in order
        ]
        for place, section in enumerate(news):
            if place not in pairs.values():
                self._done.append(Change("section_added", after=section.but(questions=())))
                way.append(((place, 0), section, []))
        way.sort(key=lambda one: one[0])
        self._titles = [section.title for _, section, _ in way]
        self._lists[1:] = [questions for _, _, questions in way]
        self._homes = [place for place, (rank, _, _) in enumerate(way, 1) if rank[1] == 0]
        gone = [section.but(questions=()) for rank, section, _ in way if rank[1]]
        return {new: old for old, new in pairs.items()}, gone

    def _move(self) -> None:
        """Questions that stand elsewhere, each right behind the one that it follows in the new guide."""
        news = [*zip(self._homes, (one.questions for one in self._new.sections), strict=True)]
        lists = [
            (at, [fold_case(one.id) for one in questions if fold_case(one.id) in self._known])
            for at, questions in (*news, (CLOSING_PLACE, self._new.closing))
        ]
        resting: set[str] = set()
        for at, wanted in lists:
            ranks = {id: rank for rank, id in enumerate(wanted)}
            staying = [id for id in self._ids(at) if id in ranks]
            resting.update(staying[place] for place in longest_run([ranks[id] for id in staying]))
        for at, wanted in lists:
            for place, id in enumerate(wanted):
                if id not in resting:
                    own = self._known[id].id
                    before, question = _spot(self._lists, self._titles, own), self._take(own)
                    self._lists[at].insert(self._ids(at).index(wanted[place - 1]) + 1 if place else 0, question)
                    self._done.append(Change("moved", own, before, _spot(self._lists, self._titles, own)))

    def _ids(self, at: int) -> list[str]:
        """The folded ids in a list, as it is on the way."""
        return [fold_case(one.id) for one in self._lists[at]]

    def _question(self, old: Question, new: Question) -> None:
        """What else changed in a question that both guides have."""
        self._field("reworded", "", old.ask, new.ask, question=old.id)
        if old.ask != new.ask and old.label == label_of(old.ask):
            old = old.but(label=label_of(new.ask))
        pairs = pair_probes(old.probes, new.probes)
        for now, then in self._items("probe", old.probes, new.probes, pairs, old.id):
            self._field("probe_reworded", "", old.probes[then], new.probes[now], question=old.id)
        id = old.id
        for key, field in QUESTION_FIELDS.items():
            self._field("changed", key, getattr(old, field), getattr(new, field), question=id)
            id = new.id if key == "id" else id


_POINT_KEYS: tuple[Callable[[Point], Hashable], ...] = (
    lambda point: (fold_case(point.id), point.text),
    lambda point: point.text,
    lambda point: fold_case(point.id),
)
