"""Desks for tests, closed afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.desk_helpers import Seat, Sit


@pytest.fixture
def sit(tmp_path: Path) -> Iterator[Sit]:
    """Sit down at a desk in one study; what is sat down at is left when the test ends."""
    taken: list[Seat] = []

    def sit_down(**how: object) -> Seat:
        taken.append(Seat(tmp_path, **how))  # type: ignore[arg-type]
        return taken[-1]

    yield sit_down
    for seat in taken:
        seat.session.close()
