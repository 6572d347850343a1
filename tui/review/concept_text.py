"""Research questions against concepts: which questions ask about each, and what each interview covered of it."""

from collections.abc import Sequence

from rich.cells import cell_len

from guide.model import Guide
from interviews.concepts import Asking, asking, concept_coverage
from interviews.review import Review, Reviewed
from tui.review.cells import fixed
from tui.words import Words

_LEAD = 26


_ROOM = 7
"""Interviews beside each other in 80 cells."""


def concept_lines(result: Review, words: Words) -> list[str]:
    """A block for each concept; a research question that asks about it only together with others says so."""
    shown = result.counted
    chunks = [shown[first : first + _ROOM] for first in range(0, len(shown), _ROOM)] or [()]
    lines = [line for chunk in chunks for line in _table(result.guide, chunk)]
    return [*lines, words("concepts_together")] if lines else [words("concepts_none")]


def _table(guide: Guide, shown: Sequence[Reviewed]) -> list[str]:
    lines = []
    for concept in guide.concepts:
        rows = [one for one in asking(guide) if one.concept == concept.name]
        if rows:
            lines += [concept.name, fixed("", _LEAD) + "".join(fixed(one.name, 7) for one in shown)]
            lines += [line for row in rows for line in _row(row, shown, concept.name)] + [""]
    return lines


def _row(row: Asking, shown: Sequence[Reviewed], concept: str) -> list[str]:
    """A research question's line; ids that have no room stand on a line of their own."""
    together = (f"({' '.join(row.together)})",) if row.together else ()
    lead = f"  {row.target:<4}{' '.join((*row.alone, *together))}"
    found = [concept_coverage(one.guide, one.coverage, row.target, concept) for one in shown]
    cells = "".join(fixed("·" if one is None else f"{one.covered}/{one.of}", 7) for one in found)
    return [fixed(lead, _LEAD) + cells] if cell_len(lead) < _LEAD else [lead, fixed("", _LEAD) + cells]
