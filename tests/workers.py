"""Workers: processes that run the tests side by side, forked from the one that found them.

To find the tests takes as long as a hundredth of all that they do, mostly for imports; a process forked afterwards has
it all. ``-n 3`` gives each of three a run of neighbours, so that what a file's tests share is made once; who has done
with its own takes half of what another has left. Each test is taken just before the one before it begins, because
pytest wants to know which comes next. A worker that dies is told as the failure of its test, and another takes over.

Where there is no fork (Windows), the tests run one by one.
"""

import atexit
import os
import sys
import traceback
import warnings
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, NoReturn

import pytest
from _pytest.assertion import rewrite as asserts

from tests import environment
from tests.pages_of_memory import make_large


def pytest_addoption(parser: pytest.Parser) -> None:
    """In how many processes, in the words that people know from pytest-xdist."""
    group = parser.getgroup("tests side by side")
    group._addoption("-n", dest="workers", type=int, default=0, help="in so many processes")
    group.addoption("--dist", help="says nothing: who has no test left takes some of another's")


def pytest_configure(config: pytest.Config) -> None:
    """Before the tests are found, rewrite them side by side, too."""
    if number := count(config):
        rewrite(config, number)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Run the tests side by side; where one could not even be found, that is pytest's to tell."""
    number = min(count(session.config), len(session.items))
    if number < 2 or session.testsfailed:
        return None
    run(session, number)
    return True


def count(config: pytest.Config) -> int:
    """How many processes are to run the tests; 0 where this one does, as for a debugger."""
    alone = config.option.collectonly or config.option.usepdb or config.option.trace
    return 0 if alone or not hasattr(os, "fork") else int(config.option.workers)


# ------------------------------------------------------------------------------------------ before tests are found


def rewrite(config: pytest.Config, number: int) -> None:
    """Rewrite the files that were asked for and have changed, side by side, and keep the bytecode for pytest.

    pytest rewrites the asserts of each file of tests, so that a failure tells the values, which takes ten times as long
    as to compile it. pytest itself would do so file by file, and meanwhile one processor alone would work.
    """
    state = config.stash.get(asserts.assertstate_key, None)
    if sys.dont_write_bytecode or state is None or state.mode != "rewrite":
        return
    changed = [(path, kept) for path in _asked(config) if not _is_newer(kept := _kept(path), path)]
    share = len(changed) // number + 1
    others = []
    for start in range(share, len(changed), share):
        pid = os.fork()
        if not pid:
            _rewrite(config, state, changed[start : start + share])
            os._exit(0)
        others.append(pid)
    _rewrite(config, state, changed[:share])
    for pid in others:
        os.waitpid(pid, 0)


def _asked(config: pytest.Config) -> Iterator[Path]:
    for argument in config.args:
        path = Path(config.invocation_params.dir, argument.partition("::")[0])
        if path.is_dir():
            yield from path.rglob("test_*.py")
        elif path.is_file():
            yield path


def _kept(path: Path) -> Path:
    return asserts.get_cache_dir(path) / (path.stem + asserts.PYC_TAIL)


def _is_newer(kept: Path, path: Path) -> bool:
    return kept.exists() and kept.stat().st_mtime_ns > path.stat().st_mtime_ns


def _rewrite(config: pytest.Config, state: Any, files: list[tuple[Path, Path]]) -> None:
    for path, kept in files:
        try:
            source, code = asserts._rewrite_test(path, config)
        except SyntaxError:  # which the test that is not found tells better
            continue
        if asserts.try_makedirs(kept.parent):
            asserts._write_pyc(state, code, source, kept)


# ------------------------------------------------------------------------------ in the process that found the tests


class Worker:
    """One of the processes, the line to it, and which tests are its own."""

    def __init__(self, session: pytest.Session, left: deque[int], others: Sequence["Worker"] = ()) -> None:
        self.left = left
        self.given = deque[int]()
        self.line, line = Pipe()
        self.pid = os.fork()
        if not self.pid:
            for worker in (self, *others):
                worker.line.close()
            work(session, line)
        line.close()

    def give(self, index: int | None) -> None:
        """Say which test comes after the one that it has; None: no other."""
        if index is not None:
            self.given.append(index)
        with suppress(OSError):  # it is gone, as its line will tell
            self.line.send(index)

    def hear(self) -> tuple[list[Any], str] | None:
        """What it tells of the test that it has run, and what went wrong in pytest itself; None when it is gone."""
        try:
            told: tuple[list[Any], str] = self.line.recv()
        except (EOFError, OSError):
            return None
        return told


def run(session: pytest.Session, number: int) -> None:
    """Run the tests that were found in so many processes, and take in what they tell."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None:
        reporter.showfspath = False  # tests of several files come in between each other
    session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    make_large()
    workers = list[Worker]()
    try:
        for part in range(number):
            bounds = [len(session.items) * end // number for end in (part, part + 1)]
            workers.append(Worker(session, deque(range(*bounds)), workers))
        for worker in [*workers, *workers]:  # the first test, and which comes next
            worker.give(_taken(worker, workers))
        while workers:
            for line in wait([worker.line for worker in workers]):
                worker = next(one for one in workers if one.line is line)
                if (said := worker.hear()) is not None:
                    _take_in(session, worker.given.popleft(), *said)
                    worker.give(_taken(worker, workers))
                else:
                    workers.remove(worker)
                    workers += _followed(session, worker, workers)
                if session.shouldfail:
                    raise session.Failed(session.shouldfail)
                if session.shouldstop:
                    raise session.Interrupted(session.shouldstop)
    finally:
        for worker in workers:
            worker.line.close()
        for worker in workers:
            os.waitpid(worker.pid, 0)


def _taken(worker: Worker, workers: Sequence[Worker]) -> int | None:
    """A worker's next test: of its own, or else of what another has most of, from the middle on."""
    if not worker.left:
        richest = max(workers, key=lambda one: len(one.left)).left
        worker.left.extendleft([richest.pop() for _ in range((len(richest) + 1) // 2)])
    return worker.left.popleft() if worker.left else None


def _take_in(session: pytest.Session, index: int, told: Sequence[Any], wrong: str) -> None:
    """Take in what a worker tells of a test, as if it had run here."""
    if wrong:
        raise RuntimeError(wrong)
    config, item = session.config, session.items[index]
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    for one in told:
        if isinstance(one, warnings.WarningMessage):
            where = {"when": "runtest", "nodeid": item.nodeid, "location": None}
            config.hook.pytest_warning_recorded.call_historic(kwargs={"warning_message": one, **where})
        else:
            report = config.hook.pytest_report_from_serializable(config=config, data=one)
            item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)


def _followed(session: pytest.Session, worker: Worker, others: Sequence[Worker]) -> list[Worker]:
    """Who goes on where a worker came to its end: nobody, if it had done all that was given to it."""
    ended = os.waitstatus_to_exitcode(os.waitpid(worker.pid, 0)[1])
    worker.line.close()
    if not worker.given:
        return []
    index = worker.given.popleft()
    item = session.items[index]
    why = f"The process that ran this test came to its end (exit code {ended}; below 0 it is a signal)."
    report = pytest.TestReport(item.nodeid, item.location, {}, "failed", why, "call")
    item.ihook.pytest_runtest_logreport(report=report)
    left = worker.given + worker.left
    if not left:
        return []
    follower = Worker(session, left, others)
    for _ in range(2):
        follower.give(_taken(follower, [*others, follower]))
    return [follower]


# -------------------------------------------------------------------------------------------------- in a worker


class Teller:
    """What there is to tell of a test: of most only that it passed, unless somebody asked for times or for a file."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.whole = bool(config.option.durations or config.option.xmlpath)
        self.told: list[Any] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep what says more than that all went well before the test or after it."""
        beside = self.whole or report.user_properties or report.sections
        if beside or report.when == "call" or report.outcome != "passed":
            self.told.append(self.config.hook.pytest_report_to_serializable(config=self.config, report=report))

    def pytest_warning_recorded(self, warning_message: warnings.WarningMessage) -> None:
        """Keep a warning, in words: what it is about need not be fit to be sent."""
        told = warning_message
        self.told.append(warnings.WarningMessage(str(told.message), told.category, told.filename, told.lineno))


def work(session: pytest.Session, line: "Connection[Any, Any]") -> NoReturn:
    """Run the tests whose numbers come along the line, until there is no other."""
    atexit._clear()  # what is to be done when all tests are over, is done once
    try:
        _be_a_worker(session.config)
        session.config.pluginmanager.register(teller := Teller(session.config))
        index = line.recv()
        while index is not None:
            following = line.recv()
            after = None if following is None else session.items[following]
            item = session.items[index]
            item.ihook.pytest_runtest_protocol(item=item, nextitem=after)
            line.send((teller.told, ""))
            teller.told = []
            index = following
    except (EOFError, OSError, KeyboardInterrupt):  # nobody listens any more
        _capture(session.config).resume()
        session._setupstate.teardown_exact(None)
    except BaseException:  # noqa: BLE001  whatever pytest itself has to say
        line.send(([], traceback.format_exc()))
    finally:
        atexit._run_exitfuncs()
        os._exit(0)


def _be_a_worker(config: pytest.Config) -> None:
    """Have a home, a folder and a place for what tests print of its own, and say nothing on the terminal."""
    os.environ.update(environment.homes())
    factory: Any = config._tmp_path_factory  # type: ignore[attr-defined]
    factory._basetemp = factory.getbasetemp() / f"w{os.getpid()}"
    factory._basetemp.mkdir(0o700)
    plugins = config.pluginmanager
    for name in ("terminalreporter", "terminalprogress-plugin"):
        if plugins.has_plugin(name):
            plugins.unregister(name=name)
    capture = _capture(config)
    capture.stop_global_capturing()
    capture.start_global_capturing()


def _capture(config: pytest.Config) -> Any:
    return config.pluginmanager.get_plugin("capturemanager")
