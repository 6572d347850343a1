"""Medians, ratios, and the table in which they are printed."""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured: ours and its floor, in seconds, and the ratio that is wanted at most (None where none is)."""

    name: str
    floor_name: str
    ours: float
    floor: float
    at_most: float | None

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.ours / self.floor


def median_of(work: Callable[[], object], times: int) -> float:
    """The median of so many runs, in seconds."""
    return statistics.median(timed(work) for _ in range(times))


def pair(ours: Callable[[], object], floor: Callable[[], object], times: int) -> tuple[float, float]:
    """Medians of two pieces of work, run in turn so that a busy moment hits both."""
    runs = [(timed(ours), timed(floor)) for _ in range(times)]
    return statistics.median(one for one, _ in runs), statistics.median(one for _, one in runs)


def timed(work: Callable[[], object]) -> float:
    """How long one run takes, in seconds."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def print_table(figures: Sequence[Figure]) -> None:
    """One line a figure."""
    write = sys.stdout.write
    write(f"{'':<44} {'ours':>10} {'floor':>10} {'ratio':>6} {'wanted':>7}   floor is\n")
    for figure in figures:
        wanted = f"≤ {figure.at_most:g}" if figure.at_most is not None else ""
        mark = " " if figure.at_most is None or figure.ratio <= figure.at_most else "!"
        write(
            f"{figure.name:<44} {_ms(figure.ours):>10} {_ms(figure.floor):>10} {figure.ratio:>6.2f} {wanted:>7} {mark}"
            f" {figure.floor_name}\n"
        )


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.3f} ms" if seconds < 0.1 else f"{1000 * seconds:.0f} ms"
