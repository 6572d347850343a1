"""Tests side by side: each runs once, each end is told as pytest tells it, and a dead process is a failed test."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sources import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")

FILE = """
import os, signal
import pytest

@pytest.fixture
def made():
    yield
    print("and this was left")
    raise OSError("cannot be taken down")

@pytest.mark.parametrize("number", range(40))
def test_many(number):
    with open(RAN, "a") as file:
        file.write(f"{number}\\n")

def test_wrong(tmp_path):
    print("what was printed")
    assert {"a": [1, 2]} == {"a": [1, 3]}

def test_killed():
    os.kill(os.getpid(), signal.SIGKILL)

@pytest.mark.skip(reason="no need")
def test_skipped():
    pass

def test_last(made):
    pass
"""


@pytest.fixture
def ran(tmp_path: Path) -> Path:
    """What writes down which tests have run; beside it lie the tests."""
    ran = tmp_path / "ran"
    (tmp_path / "test_ends.py").write_text(f"RAN = {str(ran)!r}\n{FILE}", encoding="utf-8")
    return ran


def told(folder: Path, *options: str) -> str:
    """What pytest says of the tests in a folder, run by three."""
    pytest_here = [sys.executable, "-m", "pytest", "-n", "3", "-p", "tests.workers"]
    alone = ["--rootdir", str(folder), "-c", os.devnull, *options, str(folder)]
    env = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run([*pytest_here, *alone], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_each_runs_once_and_each_end_is_told(ran: Path) -> None:
    said = told(ran.parent, "-rs")
    assert sorted(ran.read_text(encoding="utf-8").splitlines(), key=int) == [str(number) for number in range(40)]
    assert re.search(r"2 failed, 41 passed, 1 skipped, 1 error in ", said), said
    for words in (
        "E         {'a': [1, 2]} != {'a': [1, 3]}",
        "what was printed",
        "The process that ran this test came to its end (exit code -9",
        "cannot be taken down",
        "and this was left",
        "no need",
    ):
        assert words in said
    assert "During handling" not in said


def test_the_first_failure_ends_all_where_that_is_asked_for(ran: Path) -> None:
    said = told(ran.parent, "-x", "-k", "wrong or many")
    assert "1 failed" in said
    assert "stopping after 1 failures" in said


def test_what_failed_runs_again_alone(ran: Path) -> None:
    cache = ("-o", f"cache_dir={ran.parent / 'cache'}")
    told(ran.parent, *cache)
    said = told(ran.parent, *cache, "--lf", "-v")
    assert sorted(re.findall(r"::(\w+) (\w+)", said)) == [
        ("test_killed", "FAILED"),
        ("test_last", "ERROR"),
        ("test_last", "PASSED"),
        ("test_wrong", "FAILED"),
    ]
