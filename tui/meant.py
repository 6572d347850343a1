"""Which question the words of somebody who names a place may mean; what looks like an id means no other one."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from guide.faults import fold
from guide.model import Guide, Question

if TYPE_CHECKING:
    from guide.finding import Hit


def meant(hits: "Iterable[Hit]", words: str, guide: Guide, least: float) -> "list[Hit]":
    """The questions found at least this surely.

    One word of letters and digits is taken for an id: it means the questions whose id it is or begins, or that have
    this very word in them, and a slip of the fingers means none.
    """
    sure = [hit for hit in hits if hit.score >= least]
    piece = fold(words.strip())
    is_mixed = any(map(str.isdigit, piece)) and not piece.isdecimal()
    if len(words.split()) != 1 or not is_mixed or guide.owner(piece) is not None:
        return sure
    return [hit for hit in sure if _has(guide.question(hit.id), piece)]


def named(words: str, guide: Guide) -> Question | None:
    """The question whose id this is, letter for letter but for case."""
    return guide.question(words.strip())


def _has(question: Question | None, piece: str) -> bool:
    if question is None:
        return False
    said = " ".join((question.ask, question.label, *(probe.ask for probe in question.probes)))
    return fold(question.id).startswith(piece) or piece in fold(said).split()
