"""Which items of two lists are the same ones, and the fewest moves that put them into the new order."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

from guide.faults import fold
from guide.model import Probe, Section
from guide.spelling import words_of

_ALIKE = 1 / 3
"""The share of words in common from which a probe is taken for the other one reworded."""

Pairs = dict[int, int]
"""Places in the new list by places in the old one, both from 0."""


def paired(olds: Sequence[Any], news: Sequence[Any], *keys: Callable[[Any], Hashable]) -> Pairs:
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


def paired_sections(olds: Sequence[Section], news: Sequence[Section]) -> Pairs:
    """Sections are the same by their titles, by the questions that they share, at last by what they serve."""
    pairs = paired(olds, news, lambda section: fold(section.title) or None)
    homes = {fold(question.id): place for place, section in enumerate(olds) for question in section.questions}
    shared: dict[tuple[int, int], int] = {}
    taken = set(pairs.values())
    for place, section in enumerate(news):
        for question in section.questions if place not in taken else ():
            home = homes.get(fold(question.id))
            if home is not None and home not in pairs:
                shared[home, place] = shared.get((home, place), 0) + 1
    for home, place in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if home not in pairs and place not in taken:
            pairs[home] = place
            taken.add(place)
    left = [place for place in range(len(olds)) if place not in pairs]
    free = [place for place in range(len(news)) if place not in taken]
    rest = paired([olds[place] for place in left], [news[place] for place in free], lambda section: section.serves)
    return pairs | {left[old]: free[new] for old, new in rest.items()}


def paired_probes(olds: Sequence[Probe], news: Sequence[Probe]) -> Pairs:
    """Probes are the same by their words and conditions, by their words, else by enough words in common."""
    pairs = paired(olds, news, lambda probe: probe, lambda probe: probe.ask)
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
