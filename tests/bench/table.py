"""How the figures are printed: each row as soon as it is measured, then all ratios in one table."""

import sys
from collections.abc import Mapping, Sequence

from tests.bench.figures import Spread, per_tenfold, ratio
from tests.bench.rows import Row

MIB = 1 << 20
Measured = Mapping[str, Spread | str]
"""Of today's, of the commit before, and of the floor: its spread, or why there is none."""


def print_row(row: Row, measured: Measured) -> None:
    """One row, with a line for each that was measured."""
    write = sys.stdout.write
    write(f"\n{row.name}\n")
    for name, found in measured.items():
        shown = f"floor: {row.floor_name}" if name == "floor" else name
        if isinstance(found, str):
            write(f"  {'':>10}  {shown}: not measured ({found})\n")
            continue
        peak = f"{found.peak / MIB:>5.0f} MiB" if found.peak is not None else " " * 9
        write(
            f"  {duration(found.least):>10}  median {duration(found.median):>10}  middle half {duration(found.low):>10}"
            f" to {duration(found.high):>10}  {found.runs:>4} runs  {peak}  {shown}\n"
        )
    write(f"  {verdict(row, measured)}\n")
    sys.stdout.flush()


def verdict(row: Row, measured: Measured) -> str:
    """The ratios of the least times, and the peak, each with what is wanted; a `!` where it is not met."""
    today, before, floor = (measured.get(name) for name in ("today", "before", "floor"))
    if not isinstance(today, Spread):
        return "-"
    said = []
    if isinstance(floor, Spread):
        said.append(wanted(f"{ratio(today, floor):.2f} x floor", ratio(today, floor), row.at_most))
    if isinstance(before, Spread):
        said.append(wanted(f"{ratio(today, before):.2f} x before", ratio(today, before), row.before_at_most))
    if isinstance(before, Spread) and isinstance(floor, Spread):
        said.append(f"before {ratio(before, floor):.2f} x floor")
    if today.peak is not None:
        said.append(wanted(f"{today.peak / MIB:.0f} MiB", today.peak / MIB, row.peak_at_most))
        if isinstance(before, Spread) and before.peak:
            said.append(f"{today.peak / before.peak:.2f} x before's memory")
    return " · ".join(said)


def wanted(said: str, value: float, at_most: float | None) -> str:
    """A figure with what is wanted of it."""
    return said if at_most is None else f"{said} (wanted ≤ {at_most:g}{'' if value <= at_most else ' !'})"


def growth(rows: Sequence[tuple[Row, Measured]]) -> list[str]:
    """For each version and for the floor: how many times longer it takes for ten times as much."""
    lines = []
    for name in ("today", "before", "floor"):
        sized = [
            (row.size, found.least)
            for row, measured in rows
            if row.size and isinstance(found := measured.get(name), Spread)
        ]
        if len(sized) > 1:
            sizes = " → ".join(f"{size:,}" for size, _ in sorted(sized))
            slopes = ", ".join(f"x {slope:.2f}" for slope in per_tenfold(sized))
            lines.append(f"for ten times as much ({sizes}), {name}: {slopes}")
    return lines


def print_ratios(rows: Sequence[tuple[Row, Measured]]) -> None:
    """All rows again, a line each: the ratios alone."""
    sys.stdout.write("\nratios of least times\n")
    for row, measured in rows:
        sys.stdout.write(f"{row.name:<66} {verdict(row, measured)}\n")


def duration(seconds: float) -> str:
    """A time in the unit in which it is read best."""
    if seconds >= 10:
        return f"{seconds:.1f} s"
    return f"{1000 * seconds:.0f} ms" if seconds >= 0.1 else f"{1000 * seconds:.3f} ms"
