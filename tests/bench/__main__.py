"""``make bench``: every figure beside its floor, and where the meant question ends up.

``ONLY=start,act`` picks groups, ``BEFORE=<commit>`` measures that commit in turn with this checkout. For a short try,
``ROUNDS=2`` says how often each is run, and ``UPTO=10`` leaves out what is larger.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path

from tests.bench.completions import print_completions
from tests.bench.figures import Spread, in_turn, per_piece, spread_of
from tests.bench.offers import print_offers
from tests.bench.programs import NotMeasuredError, Runner
from tests.bench.questions import print_questions
from tests.bench.rows import CHECKED, GROUPS, Lab, Row
from tests.bench.scorers import print_finding
from tests.bench.table import Measured, duration, growth, print_ratios, print_row
from tests.bench.versions import TODAY, Version, built

QUALITY = {
    "finding": print_finding,
    "offers": print_offers,
    "completions": print_completions,
    "questions": print_questions,
}
"""How often it is right, rather than how quick."""


def main() -> None:
    """Measure what is asked for."""
    only = [name for name in os.environ.get("ONLY", "").replace(",", " ").split() if name]
    unknown = sorted({*only} - {*GROUPS, *QUALITY})
    if unknown:
        raise SystemExit(f"ONLY={','.join(unknown)}: there is {', '.join([*GROUPS, *QUALITY])}.")
    before = os.environ.get("BEFORE", "")
    versions = [TODAY, *([built(before)] if before else [])]
    rounds, up_to = (int(os.environ.get(name) or 0) for name in ("ROUNDS", "UPTO"))
    ratios: list[tuple[Row, Measured]] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for name, rows in GROUPS.items():
            if only and name not in only:
                continue
            lab = Lab(Path(folder) / name)
            lab.folder.mkdir()
            found = []
            for row in rows(lab):
                if up_to and row.size > up_to:
                    continue
                found.append((row, measured(row, versions, rounds)))
                print_row(*found[-1])
            ratios += found
            for _, family in groupby(found, lambda one: one[0].family):
                sys.stdout.writelines(f"  {line}\n" for line in growth(list(family)))
            if name == "check":
                sys.stdout.writelines(f"  {line}\n" for line in a_question_more(found))
    if ratios:
        print_ratios(ratios)
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
        found = in_turn(works, rounds or row.rounds)
    spreads = {name: spread_of(samples) for name, samples in found.items()} | faults
    return {name: spreads[name] for name in ("today", "before", "floor") if name in spreads}


def a_question_more(found: Sequence[tuple[Row, Measured]]) -> list[str]:
    """What `check` takes for each question more, beside the reading of it."""
    few, many = CHECKED
    lines = []
    for name in ("today", "before"):
        spreads = [measured.get(name) for _, measured in found]
        least = [spread.least for spread in spreads if isinstance(spread, Spread)]
        if len(least) == 4:
            checked, read = per_piece((few, least[0]), (many, least[1])), per_piece((few, least[2]), (many, least[3]))
            lines.append(
                f"a question more, {name}: {duration(checked)} in check, {duration(read)} to read it,"
                f" {checked / read:.2f} x (wanted ≤ 3{'' if checked / read <= 3 else ' !'})"
            )
    return lines


if __name__ == "__main__":
    main()
