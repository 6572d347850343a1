"""What is masked while it is typed, measured on invented notes: ``python -m tests.scan.masks [--misses]``.

A note that is typed goes through the very catcher that the interview screen uses, one for each file's interview.
"""

import sys
from pathlib import Path

from interviews.third_persons.typed import CAUGHT, Catcher
from tests.scan.measure import labelled

HALVES = ("first", "second")
NOTES = Path(__file__).with_name("typed")


class Count:
    """What was to be masked and what was, in some notes."""

    def __init__(self) -> None:
        self.notes = self.marked = self.masked = self.right = self.whole = self.touched = 0

    def add(self, other: "Count") -> None:
        """Take the other's counts in."""
        for name, count in vars(other).items():
            setattr(self, name, getattr(self, name) + count)

    @property
    def precision(self) -> float:
        """The share of the masks that stand for something that tells who somebody is."""
        return self.right / self.masked if self.masked else 1.0

    @property
    def recall(self) -> float:
        """The share of what tells it of which no letter is left."""
        return self.whole / self.marked if self.marked else 1.0

    def line(self, name: str) -> str:
        """The counts in one row."""
        return (
            f"{name:10} {self.notes:5} {self.marked:7} {self.masked:6}   {self.precision:9.3f} {self.recall:7.3f}   "
            f"{self.touched / (self.marked or 1):9.3f}"
        )


def measure(half: str, language: str, *, misses: bool = False) -> Count:
    """The counts on one half's notes in one language."""
    count, catcher = Count(), Catcher(language)
    for text, wanted in labelled(NOTES / f"{half}_{language}.txt"):
        asked = [one for one in wanted if one.kind in CAUGHT]
        masked = catcher.mask(text)
        found = catcher.find(text)
        assert (masked.text if masked is not None else text).count("[") == len(found)
        count.notes += 1
        count.marked += len(asked)
        count.masked += len(found)
        for one in found:
            right = any(one.start < want.end and want.start < one.end for want in asked)
            count.right += right
            if misses and not right:
                print(f"  masked for nothing  {text[one.start : one.end]!r} in {text!r}")
        for want in asked:
            whole = any(one.start <= want.start and want.end <= one.end for one in found)
            count.whole += whole
            count.touched += any(one.start < want.end and want.start < one.end for one in found)
            if misses and not whole:
                print(f"  left standing       {text[want.start : want.end]!r} in {text!r}")
    return count


def halves(*, misses: bool = False) -> dict[str, dict[str, Count]]:
    """Both halves, each with its counts in each language and ``all`` together."""
    told = {}
    for half in HALVES:
        counts = {language: measure(half, language, misses=misses) for language in ("nb", "nn", "en")}
        together = Count()
        for one in counts.values():
            together.add(one)
        told[half] = {**counts, "all": together}
    return told


def main() -> None:
    """Print the table."""
    told = halves(misses="--misses" in sys.argv)
    print(f"{'typed':10} {'notes':>5} {'marked':>7} {'masked':>6}   {'precision':>9} {'recall':>7}   touched (recall)")
    for half, counts in told.items():
        for language, count in counts.items():
            print(count.line(f"{half} {language}"))


if __name__ == "__main__":
    main()
