"""A plugin of pytest: what processor time each test takes, with the programs that it starts.

``-p cpu_of_tests`` with this folder in PYTHONPATH, so that it serves the tests of an older commit too. The processes of
the tests tell the one that began them, which writes all to the file that CPU_OF_TESTS names.
"""

import json
import os
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

BEGUN = pytest.StashKey[float]()
TAKEN = pytest.StashKey[dict[str, float]]()


def used() -> float:
    """Seconds used until now by this process, by its children that have ended, and by the warm interpreter and its."""
    times = os.times()
    seconds = times.user + times.system + times.children_user + times.children_system
    warm = sys.modules.get("tests.warm")
    if warm is not None and sys.platform == "linux" and warm.server.cache_info().currsize:
        fields = Path(f"/proc/{warm.server().process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        seconds += sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return seconds


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Look at the clock."""
    item.stash[BEGUN] = used()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Look again when all is taken down."""
    report = yield
    if report.when == "teardown":
        report.user_properties.append(("cpu", used() - item.stash[BEGUN]))
    return report


def pytest_configure(config: pytest.Config) -> None:
    """In the process that began the others, gather what they tell."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Gatherer(), "cpu_of_tests gathered")


class Gatherer:
    """The seconds of each test, by its name."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep what a test took."""
        for what, seconds in report.user_properties:
            if what == "cpu":
                self.taken[report.nodeid] = float(str(seconds))

    def pytest_sessionfinish(self) -> None:
        """Write it all."""
        Path(os.environ["CPU_OF_TESTS"]).write_text(json.dumps(self.taken), encoding="utf-8")
