"""A log with a start and one act, where its study would have it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from interviews.log.writer import Log
from interviews.os_support import system
from tests.interviews.choir import ASKED, start


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the log lies, or will."""
    return tmp_path / "interviews" / "I1.jsonl"


@pytest.fixture
def anybodys_drive(monkeypatch: pytest.MonkeyPatch) -> None:
    """A drive on which others take away what is open here; of one of its own Windows lets nobody do so."""
    if sys.platform == "win32":
        monkeypatch.setattr(system(), "open_new", system().open_to_rename)


@pytest.fixture
def log(path: Path) -> Iterator[Log]:
    """The log, held."""
    made = Log.create(path, [start(), ASKED])
    yield made
    made.close()
