"""The scan measured on invented notes: ``python -m tests.scan.measure``; with ``--misses`` what it got wrong.

Precision and recall count a find that has the marked kind; ``any kind`` counts one that touches what is marked.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from interviews.third_persons.find import Trace, find_traces

HALVES = ("before", "after", "last")
NOTES = Path(__file__).with_name("notes")
_MARKED = re.compile(r"\{([a-z]+):([^{}]*)\}")


class Score:
    """Counts of one half in one language, or of several together."""

    def __init__(self) -> None:
        self.notes = self.marked = self.found = self.right = self.touched = self.reached = 0

    def add(self, other: "Score") -> None:
        """Take the other's counts in."""
        for name, count in vars(other).items():
            setattr(self, name, getattr(self, name) + count)

    @property
    def precision(self) -> float:
        """The share of the finds that have the kind of what they touch."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is marked that was found with its kind."""
        return self.reached / self.marked if self.marked else 1.0

    def line(self, name: str) -> str:
        """The counts in one row."""
        return (
            f"{name:10} {self.notes:5} {self.marked:7} {self.found:6}   {self.precision:9.3f} {self.recall:7.3f}   "
            f"{self.touched / (self.found or 1):9.3f}"
        )


def labelled(path: Path) -> Iterator[tuple[str, list[Trace]]]:
    """Each note of a file without its marks, and what is marked in it."""
    for line in path.read_text("utf-8").split("\n"):
        if not line:
            continue
        text, wanted, at = "", list[Trace](), 0
        for found in _MARKED.finditer(line):
            text += line[at : found.start()]
            wanted.append(Trace(found[1], len(text), len(text) + len(found[2])))  # type: ignore[arg-type]
            text += found[2]
            at = found.end()
        yield text + line[at:], wanted


def measure(half: str, language: str, *, misses: bool = False) -> Score:
    """The score on one half's notes in one language."""
    score = Score()
    for text, wanted in labelled(NOTES / f"{half}_{language}.txt"):
        found = find_traces(text, language)
        score.notes += 1
        score.marked += len(wanted)
        score.found += len(found)
        for one in found:
            met = [want for want in wanted if one.start < want.end and want.start < one.end]
            score.touched += bool(met)
            score.right += any(want.kind == one.kind for want in met)
            if misses and not any(want.kind == one.kind for want in met):
                print(f"  false   {one.kind:9} {text[one.start : one.end]!r} in {text!r}")
        for want in wanted:
            met = [one for one in found if one.start < want.end and want.start < one.end]
            reached = any(one.kind == want.kind for one in met)
            score.reached += reached
            if misses and not reached:
                print(f"  missed  {want.kind:9} {text[want.start : want.end]!r} in {text!r}")
    return score


def halves() -> Iterator[tuple[str, dict[str, Score]]]:
    """Every part of the notes, each with its score in each language and ``all`` together."""
    for half in HALVES:
        scores = {language: measure(half, language) for language in ("nb", "nn", "en")}
        together = Score()
        for one in scores.values():
            together.add(one)
        yield half, {**scores, "all": together}


def main() -> None:
    """Print the table; with ``--misses`` and a half, what was wrong there."""
    if "--misses" in sys.argv:
        for language in ("nb", "nn", "en"):
            measure(sys.argv[-1], language, misses=True)
        return
    print(f"{'':10} {'notes':>5} {'marked':>7} {'found':>6}   {'precision':>9} {'recall':>7}   any kind (precision)")
    for half, scores in halves():
        for language, score in scores.items():
            print(score.line(f"{half} {language}"))


if __name__ == "__main__":
    main()
