"""Dates as logs still tell them: a wall clock that was made coarser may have only its year, or nothing."""

import re
from collections.abc import Iterable

_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?(?![0-9-])")


def day(started: str) -> str:
    """The date of a wall clock, or of what is left of it: a day, a month or a year; empty where nothing is."""
    found = _DAY.match(started)
    return found[0] if found else ""


def last_day(started: Iterable[str]) -> str:
    """The latest date of several wall clocks."""
    return max(map(day, started), default="")
