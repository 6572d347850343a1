"""What the bench counts with: runs in turn, least times, the middle half, ratios of least times, growth per tenfold."""

import math
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Sample:
    """One run: how long it took, the processor's time in it, and the most memory that a process of its own held.

    ``cpu`` is in seconds, that of its children with it; ``peak`` in bytes.
    """

    seconds: float
    peak: int | None = None
    cpu: float | None = None


@dataclass(frozen=True)
class Spread:
    """Many runs of one thing. The least time is the one least disturbed; the rest says how disturbed the others were.

    ``low`` and ``high`` bound the middle half. ``peak`` is the least peak memory of a run, in bytes, ``cpu`` the least
    processor time, which a machine that others use too disturbs less.
    """

    least: float
    median: float
    low: float
    high: float
    runs: int
    peak: int | None = None
    cpu: float | None = None


def spread_of(samples: Sequence[Sample]) -> Spread:
    """The spread of some runs.

    Raises:
        ValueError: there was no run at all.
    """
    if not samples:
        raise ValueError("nothing was run")
    times = [sample.seconds for sample in samples]
    low, median, high = statistics.quantiles(times, n=4, method="inclusive") if len(times) > 1 else times * 3
    peaks = [sample.peak for sample in samples if sample.peak is not None]
    cpus = [sample.cpu for sample in samples if sample.cpu is not None]
    least = min(times)
    return Spread(least, median, low, high, len(times), min(peaks, default=None), min(cpus, default=None))


def ratio(ours: Spread, other: Spread) -> float:
    """How many times the other: of the least times, never of medians, which move with the machine."""
    return ours.least / other.least


def cpu_ratio(ours: Spread, other: Spread) -> float | None:
    """How many times the other's least processor time, where both were measured and the other's is worth a ratio."""
    if ours.cpu is None or not other.cpu:
        return None
    return ours.cpu / other.cpu


def in_turn(works: Mapping[str, Callable[[], Sequence[Sample]]], rounds: int) -> dict[str, list[Sample]]:
    """Run several pieces of work in turn, A B A B …, so that a busy moment hits all of them."""
    found: dict[str, list[Sample]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            found[name] += work()
    return found


def per_tenfold(sizes_and_times: Sequence[tuple[int, float]]) -> list[float]:
    """From each size to the next: how many times longer it takes when there is ten times as much.

    1 is work that does not grow, 10 work that grows with the size.
    """
    ordered = sorted(sizes_and_times)
    return [
        (time / smaller_time) ** (1 / math.log10(size / smaller))
        for (smaller, smaller_time), (size, time) in pairwise(ordered)
    ]


def per_piece(small: tuple[int, float], large: tuple[int, float]) -> float:
    """What one more piece costs, from the least times at two sizes; what stands still is not in it."""
    return (large[1] - small[1]) / (large[0] - small[0])


def seconds_a_piece(work: Callable[[], object], pieces: int) -> Callable[[], float]:
    """A run of work that does so many pieces at once: seconds for one of them."""

    def once() -> float:
        begun = time.perf_counter()
        work()
        return (time.perf_counter() - begun) / pieces

    return once
