"""What was tried, what the screen had shown as saved by then, and what came of it: one row of a table a fault."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Self

HEADS = ("fault", "tried", "shown", "lost", "said", "went on")
NOTE = (
    "tried: times · shown: acts shown as saved · lost: those of them not in the log · said: the screen, or the one\n"
    "line on standard error, says it in words · went on: the same interview afterwards · -: does not apply"
)


@dataclass
class Tally:
    """One fault's row; ``said`` and ``went_on`` are None where there is nobody to say it to, or nothing to go on with.

    What was not seen to hold counts as not holding, so a test that fails leaves a row that says so.
    """

    fault: str
    tried: int = 1
    shown: int = 0
    lost: int = 0
    said: bool | None = False
    went_on: bool | None = False

    def __add__(self, other: Self) -> "Tally":
        """The same fault tried elsewhere too."""
        return replace(
            self,
            tried=self.tried + other.tried,
            shown=self.shown + other.shown,
            lost=self.lost + other.lost,
            said=_both(self.said, other.said),
            went_on=_both(self.went_on, other.went_on),
        )

    def failed(self) -> "Tally":
        """The row of a test that did not pass, whatever it saw to hold."""
        return replace(self, fault=f"FAILED {self.fault}", went_on=False)

    @property
    def fields(self) -> dict[str, object]:
        """Plain values, as they travel from one process of the tests to another."""
        return asdict(self)

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as text."""
        return (
            self.fault,
            str(self.tried),
            str(self.shown),
            str(self.lost),
            _yes_or_no(self.said),
            _yes_or_no(self.went_on),
        )


def table(tallies: Iterable[Tally]) -> list[str]:
    """The rows, a fault once, and their sum."""
    sums: dict[str, Tally] = {}
    for tally in tallies:
        sums[tally.fault] = sums[tally.fault] + tally if tally.fault in sums else tally
    if not sums:
        return []
    total = sum(list(sums.values())[1:], start=next(iter(sums.values())))
    rows = [HEADS, *(one.cells for one in sums.values()), replace(total, fault=f"{len(sums)} faults").cells]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADS))]
    lines = ["  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in rows]
    rule = "─" * len(lines[0])
    return [lines[0], rule, *lines[1:-1], rule, lines[-1], "", *NOTE.splitlines()]


def _both(one: bool | None, other: bool | None) -> bool | None:  # noqa: FBT001  a row's cell
    if one is None or other is None:
        return other if one is None else one
    return one and other


def _yes_or_no(cell: bool | None) -> str:  # noqa: FBT001  a row's cell
    return "-" if cell is None else "yes" if cell else "NO"
