"""Desks for tests, closed afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import at_rest
from tests.style_sheets import share
from tests.tui.desk_helpers import Seat, Sit
from tests.tui.hour_seat import HourSeat, SitDown, sittings

share()
at_rest.share()


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


@pytest.fixture
def sit_down(tmp_path: Path) -> Iterator[SitDown]:
    """Sit down at a desk with half an hour's guide."""
    yield from sittings(tmp_path)


@pytest.fixture
def seat(sit_down: SitDown) -> HourSeat:
    """An interview in which A1 has just been asked."""
    seat = sit_down()
    seat.say("/a1")
    return seat
