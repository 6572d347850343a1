"""How the figures are printed: each row as soon as it is measured, then all ratios in one table."""

import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tests.bench.figures import Spread, cpu_ratio, per_tenfold, ratio
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
        cpu = f"cpu {duration(found.cpu):>10}" if found.cpu is not None else " " * 14
        write(
            f"  {duration(found.least):>10}  {cpu}  median {duration(found.median):>10}"
            f"  middle half {duration(found.low):>10} to {duration(found.high):>10}"
            f"  {found.runs:>4} runs  {peak}  {shown}\n"
        )
    write(f"  {verdict(row, measured)}\n")
    sys.stdout.flush()


def verdict(row: Row, measured: Measured) -> str:
    """The ratios of least times and of processor time, and the peak, with what is wanted; a `!` where it is not met."""
    today, before, floor = (measured.get(name) for name in ("today", "before", "floor"))
    if not isinstance(today, Spread):
        return "-"
    said = []
    if row.seconds_at_most is not None:
        mark = "" if today.least <= row.seconds_at_most else " !"
        said.append(f"{duration(today.least)} (wanted ≤ {duration(row.seconds_at_most)}{mark})")
    if isinstance(floor, Spread):
        said.append(wanted(f"{ratio(today, floor):.2f} x floor", ratio(today, floor), row.at_most))
        cpu = cpu_ratio(today, floor)
        said += [] if cpu is None else [f"{cpu:.2f} x its cpu"]
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


class Promise(NamedTuple):
    """One line of the table: what was promised of a figure, what it is, and by the processor's time alone."""

    name: str
    floor: str
    wanted: str
    got: str
    by_cpu: str
    met: bool


def promises(row: Row, measured: Measured) -> list[Promise]:
    """What a row promises; nothing that was not measured is met."""
    today, before, floor = (measured.get(name) for name in ("today", "before", "floor"))
    lines = []

    def add(beside: str, at_most: float | None, form: str, got: float | None, cpu: float | None = None) -> None:
        if at_most is not None:
            shown = "not measured" if got is None else form.format(got)
            by_cpu = "" if cpu is None else form.format(cpu)
            met = got is not None and got <= at_most
            lines.append(Promise(row.name, beside, form.format(at_most), shown, by_cpu, met))

    ours = today if isinstance(today, Spread) else None
    for beside, other, at_most in (
        (row.floor_name, floor, row.at_most),
        ("the commit before", before, row.before_at_most),
    ):
        if ours is not None and isinstance(other, Spread):
            add(beside, at_most, "{:.2f} x", ratio(ours, other), cpu_ratio(ours, other))
        else:
            add(beside, at_most, "{:.2f} x", None)
    longest = None if row.seconds_at_most is None else 1000 * row.seconds_at_most
    add("", longest, "{:.0f} ms", None if ours is None else 1000 * ours.least)
    add("", row.peak_at_most, "{:.0f} MiB", ours.peak / MIB if ours is not None and ours.peak is not None else None)
    return lines


def print_promises(lines: Sequence[Promise]) -> None:
    """What was promised, a line each: wanted, got, met or not."""
    head = Promise("the table", "floor", "wanted", "got", "by cpu", met=True)
    for line in (head, *lines):
        met = "" if line is head else "met" if line.met else "NOT met"
        sys.stdout.write(f"{line.name:<64} {line.wanted:>8} {line.got:>12} {line.by_cpu:>9}  {met:<7}  {line.floor}\n")
    sys.stdout.write(f"{sum(line.met for line in lines)} of {len(lines)} met\n")


def duration(seconds: float) -> str:
    """A time in the unit in which it is read best."""
    if seconds >= 10:
        return f"{seconds:.1f} s"
    return f"{1000 * seconds:.0f} ms" if seconds >= 0.1 else f"{1000 * seconds:.3f} ms"
