"""The processor time of the tests, file by file, beside an older commit's.

``make suite BEFORE=<commit>`` runs the tests of both, that commit's in an environment of its own, and tells what stood
there already (a test of that name) from what came since. Programs that a test starts count with it. Other work on the
machine lengthens no processor time by much, so that the figures can be compared where times on the wall cannot.
``TESTS="tests/guide tests/tui/test_finish.py"`` takes these alone.
"""

import json
import os
import re
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.bench.versions import TODAY, Version, built

PLUGIN = Path(__file__).parent / "measured"


def main() -> None:
    """Measure, and print the table."""
    commit = os.environ.get("BEFORE", "")
    before = seconds_of(built(commit)) if commit else {}
    for line in table(before, seconds_of(TODAY)):
        print(line)


def seconds_of(version: Version) -> dict[str, float]:
    """What each test of a version takes; under "" what is taken beside them."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"
        env = {**os.environ, "PYTHONPATH": str(PLUGIN), "CPU_OF_TESTS": str(told)}
        began = children()
        command = [str(version.python), "-m", "pytest", "-q", "-n", "3", "--dist", "worksteal", "-p", "cpu_of_tests"]
        tests = os.environ.get("TESTS", "").split()
        done = subprocess.run([*command, *tests], cwd=version.root, env=env, check=False)
        if not told.exists():
            raise SystemExit(f"The tests in {version.root} did not come to an end ({done.returncode}); see above.")
        seconds: dict[str, float] = json.loads(told.read_text(encoding="utf-8"))
        return {**seconds, "": children() - began - sum(seconds.values())}


def children() -> float:
    """The seconds of processes begun here that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def table(before: Mapping[str, float], now: Mapping[str, float]) -> Iterator[str]:
    """The figures line by line, the dearest file first."""
    stood = {name_of(test) for test in before}
    files = defaultdict[str, list[float]](lambda: [0.0, 0.0, 0.0])
    for test, seconds in before.items():
        files[test.partition("::")[0]][0] += seconds
    for test, seconds in now.items():
        files[test.partition("::")[0]][1 if not test or name_of(test) in stood else 2] += seconds
    yield f"{'seconds of processor time':<56}{'before':>9}{'the same':>9}{'newer':>9}"
    beside = files.pop("", [0.0, 0.0, 0.0])
    for file, figures in sorted(files.items(), key=lambda one: -sum(one[1][1:])):
        yield row(file, figures)
    sums = [sum(column) for column in zip(*files.values(), strict=True)]
    yield row("all tests", sums)
    yield row("beside them: starting, collecting", beside)
    yield row("in all", [one + other for one, other in zip(sums, beside, strict=True)])
    if sums[0]:
        yield f"What stood before takes {100 * sums[1] / sums[0]:.0f} % of what it took."


def name_of(test: str) -> str:
    """The name of a test without its file, which may have another name today, and without its parameters."""
    return re.sub(r"\[.*", "", test, flags=re.DOTALL).rpartition("::")[2]


def row(what: str, figures: list[float]) -> str:
    """One line of the table."""
    return f"{what:<56}" + "".join(f"{figure:9.1f}" for figure in figures)


if __name__ == "__main__":
    main()
