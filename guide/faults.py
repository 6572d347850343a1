"""Collecting everything that is wrong in one document, because all of it is shown at once."""

import unicodedata
from collections.abc import Iterable
from itertools import islice

from guide.nodes import Node, Place
from guide.problems import Fault, Problem, Severity, one_line

_MOST_SUGGESTIONS = 200
_MOST_CHOICES = 2_000
_LONGEST = 200  # letters of a word that is looked at
_TELLING = 4  # letters that a word must have to be taken for the beginning of another


def fold(text: str) -> str:
    """The form in which ids and names are compared: composed, without case."""
    return unicodedata.normalize("NFC", text).casefold()


class Faults:
    """The problems of one file, in the order in which they stand there."""

    def __init__(self, file: str, problems: Iterable[Problem] = ()) -> None:
        self.file = file
        self._problems = list(problems)

    def error(self, where: Node | Place, fault: Fault, **facts: str) -> None:
        """Note something that keeps the guide from being used."""
        self._note(where, fault, facts, "error")

    def warning(self, where: Node | Place, fault: Fault, **facts: str) -> None:
        """Note something that the author should look at."""
        self._note(where, fault, facts, "warning")

    def _note(self, where: Node | Place, fault: Fault, facts: dict[str, str], severity: Severity) -> None:
        place = where if isinstance(where, Place) else where.place
        shown = {name: one_line(fact) for name, fact in facts.items()}
        self._problems.append(Problem(self.file, place.line, place.column, fault, shown, severity))

    @property
    def count(self) -> int:
        """How many there are so far."""
        return len(self._problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them, in the file's order."""
        return tuple(sorted(self._problems, key=lambda problem: (problem.line, problem.column)))

    def nearest(self, word: str, known: Iterable[str]) -> str:
        """The known word that ``word`` was most likely meant to be, or "" where none is near.

        Looked up for the first few hundred faults only: a file with more is not mended by suggestions.
        """
        return nearest(word, known) if len(self._problems) < _MOST_SUGGESTIONS else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word within about a third of its letters' edits of ``word``, of equals one as long, or "".

    The edit distance is imported here, because a guide without faults never needs it.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    choices = list(islice(known, _MOST_CHOICES))
    folded = [_plain(choice[:_LONGEST]) for choice in choices]
    wanted = _plain(word[:_LONGEST])
    limit = max(1, (len(wanted) + 1) // 3) if len(wanted) > 1 else 0
    found = process.extract(wanted, folded, scorer=OSA.distance, score_cutoff=limit, limit=None)
    if found:
        return choices[min(found, key=lambda near: (near[1], abs(len(near[0]) - len(wanted)), near[2]))[2]]
    extended = [choice for choice, plain in zip(choices, folded, strict=True) if _one_begins_other(plain, wanted)]
    return extended[0] if extended else ""


def _plain(text: str) -> str:
    return fold(text).replace("-", "_").replace(" ", "_")


def _one_begins_other(first: str, second: str) -> bool:
    shorter, longer = sorted((first, second), key=len)
    return len(shorter) >= _TELLING and longer.startswith(shorter)
