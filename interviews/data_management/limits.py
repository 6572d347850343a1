"""By when what was promised of the material is due.

The guide says the dates (``data``), ``study.jsonl`` what was ticked off, and the interviews whether there is new
material since. Nothing here deletes anything: where a recording lies, only the researcher knows.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime

from guide.frozen import Value
from guide.model import DataLimits
from interviews.study.entries import Entry, LimitMet

SOON = 30
"""Days before a date from which on it is told."""

_OF_INTERVIEWS = ("recording", "transcripts", "key")
"""What the next interview brings anew."""


UNDATED = "–"
"""Stands for the day of a tick in a study that keeps no dates."""


class Limit(Value):
    """One date of the guide. ``days`` are left until then, less than 0 once it is past.

    ``met`` is the day on which it was ticked off, empty where it was not, ``UNDATED`` where no day was kept.
    ``since`` is the code of an interview that was held after that, perhaps later that day, so that there is something
    to delete again.
    """

    name: str
    until: str
    days: int
    met: str = ""
    since: str = ""

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return not self.met or bool(self.since)

    @property
    def due(self) -> bool:
        """Whether it is to be told: open, and the day is near or past."""
        return self.open and self.days <= SOON


def limits_of(
    data: DataLimits | None, entries: Sequence[Entry], held: Iterable[tuple[str, str]], today: date
) -> tuple[Limit, ...]:
    """The guide's limits as they stand today, in its order; ``held`` has each interview's code and when it began."""
    if data is None:
        return ()
    met = find_days_met(entries)
    began = sorted((start, code) for code, start in held if start)
    found = []
    for name, until in data.dates.items():
        done = met.get(name, "")
        later = (
            (code for start, code in began if _is_later(start, done)) if done and name in _OF_INTERVIEWS else iter(())
        )
        left = (date.fromisoformat(until) - today).days
        found.append(Limit(name, until, left, done[:10], next(later, "")))
    return tuple(found)


def _is_later(start: str, done: str) -> bool:
    """Whether an interview began after a tick: to the second where both are known so, else on a later day."""
    with suppress(ValueError):
        one, other = datetime.fromisoformat(start), datetime.fromisoformat(done)
        if len(start) > len("2027-01-31") < len(done) and (one.tzinfo is None) == (other.tzinfo is None):
            return one > other
    return start[:10] > done[:10]


def find_days_met(entries: Sequence[Entry]) -> dict[str, str]:
    """When each limit was ticked off last, empty where that was taken back: a day, mostly with its time, if kept."""
    return {one.limit: (one.date or UNDATED) if one.met else "" for one in entries if isinstance(one, LimitMet)}


def due(limits: Iterable[Limit]) -> tuple[Limit, ...]:
    """Those that are to be told, what is most overdue first."""
    return tuple(sorted((one for one in limits if one.due), key=lambda one: one.days))
