"""Each fault's test fills in a row; ``--table`` prints the rows when all are done."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.day import Day, a_day
from tests.faults.tally import Tally, table
from tests.interviewer import thesis_study

ROW = "fault"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The table, for whoever asks for it."""
    parser.addoption("--table", action="store_true", help="print what was tried, and what was lost")


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Iterator[Tally]:
    """The row of this test, named by the test's first line."""
    name = (request.function.__doc__ or request.node.name).strip().splitlines()[0].rstrip(".")
    kind = request.node.callspec.id if hasattr(request.node, "callspec") else ""
    tally = Tally(f"{name} ({kind})" if kind else name)
    yield tally
    request.node.user_properties.append((ROW, tally.fields))


@pytest.fixture(autouse=True)
def data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder, on another disk than the study as far as ailments go."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study that a test may carry away and bring back."""
    return thesis_study(tmp_path / "study")


@pytest.fixture
def day(study: Path, tally: Tally) -> Iterator[Day]:
    """An interview in the middle: a question asked, notes saved, half a sentence on the line."""
    with a_day(study, tally) as day:
        day.begin()
        day.write()
        yield day


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The table, below everything else."""
    if not config.getoption("--table", default=False):
        return
    bad = [*terminalreporter.getreports("failed"), *terminalreporter.getreports("error")]
    failed = {report.nodeid for report in bad}
    done = [report for report in [*terminalreporter.getreports(""), *bad] if report.when == "teardown"]
    done.sort(key=lambda report: (report.location[0], report.location[1] or 0))
    rows = [(report.nodeid in failed, Tally(**dict(report.user_properties)[ROW])) for report in done if has_row(report)]
    terminalreporter.section("bad days")
    for line in table(tally.failed() if bad else tally for bad, tally in rows):
        terminalreporter.write_line(line)


def has_row(report: pytest.TestReport) -> bool:
    """Whether the test came so far as to have a row."""
    return ROW in dict(report.user_properties)
