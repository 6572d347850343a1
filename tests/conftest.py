"""What all tests share: a pinned environment, no network, pictures, and tests that may be coroutines."""

import asyncio
import gc
import inspect
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from tests import environment

gc.disable()  # until the tests are found: what is imported and read meanwhile stays to the end
environment.pin()
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell lets what runs in the background ignore Ctrl+C

import hypothesis  # noqa: E402  the environment comes first
import pytest  # noqa: E402
from hypothesis.configuration import set_hypothesis_home_dir  # noqa: E402

import tests.blocked.sitecustomize  # noqa: E402, F401  imported for its effect: the network is refused from here on
from interviews.os_support import system  # noqa: E402
from tests import workers  # noqa: E402
from tests.left_out import left_out  # noqa: E402
from tests.pictures import FOLDER, Pictures  # noqa: E402
from tests.windows.left_out import LEFT_OUT  # noqa: E402

ROOT = Path(__file__).parent.parent
LEFT_OUT_WHOLE = pytest.StashKey[dict[str, str]]()

set_hypothesis_home_dir(ROOT / ".cache" / "hypothesis")
SLOW = [hypothesis.HealthCheck.too_slow]  # nothing here is measured by the clock
EXAMPLES = 10 if os.name == "nt" else 25  # wine is slow, and looks at the same code
hypothesis.settings.register_profile("here", max_examples=EXAMPLES, deadline=None, suppress_health_check=SLOW)
hypothesis.settings.register_profile("ci", hypothesis.settings.get_profile("here"), derandomize=True, print_blob=True)
hypothesis.settings.register_profile("many", hypothesis.settings.get_profile("here"), max_examples=500, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") == "true" else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The things about the tests that a person may want otherwise."""
    parser.addoption("--update-pictures", action="store_true", help="run the tests with pictures, and draw them anew")
    parser.addoption("--update-docs", action="store_true", help="write the documents that are made from the code")
    parser.addoption("--kills", type=int, default=10, help="how often the fault tests kill the program")


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """In a worker, tell only what counts."""
    workers.be_quiet(session)


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """In a worker, do its share of what is done once."""
    given = getattr(session.config, "workerinput", None)
    if given is not None:
        workers.prepare(session.config, int(given["workerid"].removeprefix("gw")), given["workercount"])


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With --update-pictures, leave only the tests that have pictures; on Windows, what can be tried there."""
    if os.name == "nt":
        for item in items:
            for start, reason in LEFT_OUT.items():
                if item.nodeid.startswith(start):
                    item.add_marker(pytest.mark.skip(reason=reason))
    if not config.getoption("--update-pictures"):
        return
    kept = [item for item in items if {"picture", "drawn"} & set(getattr(item, "fixturenames", ()))]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What is here now stays to the end: the collector of garbage, a quarter of the time, need not look through it."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """On Windows some modules cannot even be imported."""
    name = collection_path.relative_to(ROOT).as_posix()
    if os.name != "nt" or name not in LEFT_OUT:
        return None
    config.stash.setdefault(LEFT_OUT_WHOLE, {})[name] = LEFT_OUT[name]
    return True


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> Iterator[None]:
    """Below everything else, say what was not run, and why; a run that was broken off knows nothing of that."""
    yield
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    whole = exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) and not session.config.option.collectonly
    if reporter is not None and whole:
        reporter.write_line(left_out(report.longrepr[2] for report in reporter.getreports("skipped")))
        for name, reason in session.config.stash.get(LEFT_OUT_WHOLE, {}).items():
            reporter.write_line(f"Left out whole: {name}: {reason}.")


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine in a loop of its own, so that no plugin is needed for it."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = pyfuncitem._fixtureinfo.argnames
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


@pytest.fixture
def picture(request: pytest.FixtureRequest) -> Pictures:
    """Compare the screen with a picture in docs/pictures: ``picture(app, "review")`` inside ``run_test``."""
    return Pictures(FOLDER, update=bool(request.config.getoption("--update-pictures")))


@pytest.fixture
def drawn(request: pytest.FixtureRequest) -> Pictures:
    """The same for pictures that are only for the tests, in tests/tui/pictures."""
    return Pictures(ROOT / "tests" / "tui" / "pictures", update=bool(request.config.getoption("--update-pictures")))


@pytest.fixture
def anybodys_drive(monkeypatch: pytest.MonkeyPatch) -> None:
    """A drive on which others take away what is open here; of one of its own Windows lets nobody do so."""
    if sys.platform == "win32":
        monkeypatch.setattr(system(), "open_new", system().open_to_rename)


@pytest.fixture
def kills(request: pytest.FixtureRequest) -> int:
    """How many times a fault test kills the program."""
    return int(request.config.getoption("--kills"))


@pytest.fixture
def stride(kills: int) -> int:
    """Which steps of a job fail or are cut short: each where faults are asked for; else one in so many."""
    return 1 if kills > 20 else 3
