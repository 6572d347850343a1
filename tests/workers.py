"""Workers, the processes of tests that xdist starts, spared what each would do for nothing.

pytest rewrites the asserts of each file of tests, so that a failure tells the values, and Hypothesis looks for
constants in each of our sources; both keep what came of it. Processes that start together in a fresh clone would each
do all of it: each does its share before it finds the tests, and then meets what the others did.

And of each test a worker tells six things to the process that began it, each packed in Python and taken in by a thread.
Of most tests four say nothing: that one began, that it ended, and that nothing was wrong before and after it.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from _pytest.assertion import rewrite as asserts
from hypothesis.internal.constants_ast import constants_from_module

from tests.sources import SOURCES


def prepare(config: pytest.Config, number: int, of: int) -> None:
    """Do one worker's share of what is done once for all."""
    for path in SOURCES[number::of]:
        module = ModuleType("")
        module.__file__ = str(path)
        constants_from_module(module)
    _rewrite(config, sorted(set(_asked(config)))[number::of])


def _rewrite(config: pytest.Config, paths: list[Path]) -> None:
    """Rewrite the files that have changed, and put the bytecode where pytest looks for it."""
    state = config.stash.get(asserts.assertstate_key, None)
    if sys.dont_write_bytecode or state is None or state.mode != "rewrite":
        return
    for path in paths:
        folder = asserts.get_cache_dir(path)
        kept = folder / (path.stem + asserts.PYC_TAIL)
        if kept.exists() and kept.stat().st_mtime_ns > path.stat().st_mtime_ns:
            continue
        try:
            source, code = asserts._rewrite_test(path, config)
        except SyntaxError:  # which the test that is not found tells better
            continue
        if asserts.try_makedirs(folder):
            asserts._write_pyc(state, code, source, kept)


def _asked(config: pytest.Config) -> Iterator[Path]:
    for argument in config.args:
        path = Path(config.invocation_params.dir, argument.partition("::")[0])
        if path.is_dir():
            yield from path.rglob("test_*.py")
        elif path.is_file():
            yield path


def be_quiet(session: pytest.Session) -> None:
    """In a worker, keep what says nothing; all is told where somebody asked for times or for a file of them."""
    if session.config.option.durations or session.config.option.xmlpath:
        return
    for plugin in session.config.pluginmanager.get_plugins():
        if type(plugin).__name__ == "WorkerInteractor":
            plugin.sendevent = _telling_what_counts(plugin.sendevent)


def _telling_what_counts(send: Any) -> Any:
    def tell(event: str, **what: Any) -> None:
        if event not in ("logstart", "logfinish") and not (event == "testreport" and _says_nothing(what["data"])):
            send(event, **what)

    return tell


def _says_nothing(report: dict[str, Any]) -> bool:
    """Whether it only says that all went well before the test or after it."""
    beside = report["user_properties"] or report["sections"]
    return report["when"] != "call" and report["outcome"] == "passed" and not beside
