"""A log with a start and one act, where its study would have it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from interviews.log.writer import Log
from tests.interviews.choir import ASKED, start


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the log lies, or will."""
    return tmp_path / "interviews" / "I1.jsonl"


@pytest.fixture
def log(path: Path) -> Iterator[Log]:
    """The log, held."""
    made = Log.create(path, [start(), ASKED])
    yield made
    made.close()
