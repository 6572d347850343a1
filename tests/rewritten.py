"""Asserts rewritten once, before several processes of tests import them.

pytest rewrites the asserts of each file of tests, so that a failure tells the values, and keeps what came of it. That
takes ten times as long as to compile the file, and processes that start together would all do it.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.assertion import rewrite as asserts


def rewrite(config: pytest.Config) -> None:
    """Rewrite the files that were asked for and have changed, and put the bytecode where pytest looks for it."""
    state = config.stash.get(asserts.assertstate_key, None)
    if sys.dont_write_bytecode or state is None or state.mode != "rewrite":
        return
    for path in _asked(config):
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
