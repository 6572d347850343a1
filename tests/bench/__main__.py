"""``make bench``: every figure beside its floor, and where the meant question ends up.

``ONLY=start,act`` picks groups, ``ONLY=table`` all that something is promised of, told as a table at the end: wanted,
got, met or not. ``BEFORE=<commit>`` measures that commit in turn with this checkout. For a short try,
``ROUNDS=2`` says how often each is run, and ``UPTO=10`` leaves out what is larger.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import groupby
from pathlib import Path

from tests.bench.completions import print_completions
from tests.bench.figures import Sample, Spread, in_turn, per_piece, spread_of
from tests.bench.offers import print_offers
from tests.bench.programs import NotMeasuredError, Runner
from tests.bench.questions import print_questions
from tests.bench.rows import CHECKED, GROUPS, Lab, Row
from tests.bench.scorers import print_finding
from tests.bench.table import (
    Measured,
    Promise,
    duration,
    growth,
    print_promises,
    print_ratios,
    print_row,
    promises,
)
from tests.bench.versions import TODAY, Version, built

QUALITY = {
    "finding": print_finding,
    "offers": print_offers,
    "completions": print_completions,
    "questions": print_questions,
}
"""How often it is right, rather than how quick."""

TABLE = "table"
"""Asks for all that something is promised of."""

A_QUESTION = 3
"""How many times the reading of one question more its whole check may take."""


def main() -> None:
    """Measure what is asked for."""
    only = [name for name in os.environ.get("ONLY", "").replace(",", " ").split() if name]
    unknown = sorted({*only} - {*GROUPS, *QUALITY, TABLE})
    if unknown:
        raise SystemExit(f"ONLY={','.join(unknown)}: there is {', '.join([*GROUPS, *QUALITY, TABLE])}.")
    before = os.environ.get("BEFORE", "")
    versions = [TODAY, *([built(before)] if before else [])]
    rounds, up_to = (int(os.environ.get(name) or 0) for name in ("ROUNDS", "UPTO"))
    ratios: list[tuple[Row, Measured]] = []
    promised: list[Promise] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for name, rows in GROUPS.items():
            if only and name not in only and TABLE not in only:
                continue
            lab = Lab(Path(folder) / name)
            lab.folder.mkdir()
            found = []
            for row in rows(lab):
                if (up_to and row.size > up_to) or not (row.promised or not only or name in only):
                    continue
                found.append((row, measured(row, versions, rounds)))
                print_row(*found[-1])
                promised += promises(*found[-1]) if row.promised else []
            ratios += found
            for _, family in groupby(found, lambda one: one[0].family):
                sys.stdout.writelines(f"  {line}\n" for line in growth(list(family)))
            if name == "check":
                sys.stdout.writelines(f"  {line}\n" for line in a_question_more(found))
                promised += a_question_promised(found)
    if ratios:
        print_ratios(ratios)
        sys.stdout.write("\n")
        print_promises(promised)
    for name, show in QUALITY.items():
        if not only or name in only:
            show()


def measured(row: Row, versions: Sequence[Version], rounds: int) -> dict[str, Spread | str]:
    """A row measured in turn: floor, today, before, floor, today, before … What fails is left out, and says why."""
    runners = {"floor": row.floor} | {
        version.name: lambda version=version: row.ours(version)
        for version in versions
        if version is TODAY or not row.now_only
    }
    faults: dict[str, Spread | str] = {}
    with ExitStack() as stack:
        works = {}
        for name, make in runners.items():
            try:
                runner: Runner = make()
                works[name] = stack.enter_context(runner)
                if row.warm_up:
                    works[name]()
            except NotMeasuredError as fault:
                works.pop(name, None)
                faults[name] = str(fault)
        found = in_turn(
            {name: partial(run_or_note, name, work, faults) for name, work in works.items()}, rounds or row.rounds
        )
    spreads = {name: spread_of(samples) for name, samples in found.items() if name not in faults} | faults
    return {name: spreads[name] for name in ("today", "before", "floor") if name in spreads}


def run_or_note(name: str, work: Callable[[], Sequence[Sample]], faults: dict[str, Spread | str]) -> Sequence[Sample]:
    """What a run came to; one that failed once is not tried again, and the others are measured without it."""
    if name not in faults:
        try:
            return work()
        except NotMeasuredError as fault:
            faults[name] = str(fault)
    return ()


def a_question_more(found: Sequence[tuple[Row, Measured]]) -> list[str]:
    """What `check` takes for each question more, beside the reading of it."""
    lines = []
    for name in ("today", "before"):
        times = _a_question(found, name, lambda spread: spread.least)
        if times is not None:
            checked, read = times
            lines.append(
                f"a question more, {name}: {duration(checked)} in check, {duration(read)} to read it,"
                f" {checked / read:.2f} x (wanted ≤ {A_QUESTION}{'' if checked / read <= A_QUESTION else ' !'})"
            )
    return lines


def a_question_promised(found: Sequence[tuple[Row, Measured]]) -> list[Promise]:
    """The same as a line of the table."""
    name, wanted = "a question more in check", f"{A_QUESTION:.2f} x"
    times = _a_question(found, "today", lambda spread: spread.least)
    if times is None:
        return [Promise(name, "reading it", wanted, "not measured", "", met=False)]
    by_cpu = _a_question(found, "today", lambda spread: spread.cpu)
    shown = "" if by_cpu is None else f"{by_cpu[0] / by_cpu[1]:.2f} x"
    times_more = times[0] / times[1]
    return [Promise(name, "reading it", wanted, f"{times_more:.2f} x", shown, times_more <= A_QUESTION)]


def _a_question(
    found: Sequence[tuple[Row, Measured]], version: str, time: Callable[[Spread], float | None]
) -> tuple[float, float] | None:
    """What one question more takes in `check`, and to read it."""
    few, many = CHECKED
    spreads = [spread for _, measured in found if isinstance(spread := measured.get(version), Spread)]
    times = [taken for spread in spreads if (taken := time(spread)) is not None]
    if len(times) < 4:
        return None
    return per_piece((few, times[0]), (many, times[1])), per_piece((few, times[2]), (many, times[3]))


if __name__ == "__main__":
    main()
