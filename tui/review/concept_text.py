"""Research questions against concepts: which questions ask about each, and what each interview covered of it."""

from interviews.concepts import asking, concept_coverage
from interviews.review import Review
from tui.review.cells import fixed
from tui.words import Words


def concept_lines(result: Review, words: Words) -> list[str]:
    """A block for each concept; a research question that asks about it only together with others says so."""
    guide, lines = result.guide, list[str]()
    for concept in guide.concepts:
        rows = [one for one in asking(guide) if one.concept == concept.name]
        if not rows:
            continue
        lines += ([""] if lines else []) + [concept.name]
        lines.append(fixed("", 26) + "".join(fixed(one.name, 7) for one in result.counted))
        for row in rows:
            together = f" ({' '.join(row.together)})" if row.together else ""
            lead = f"  {row.target:<4}{' '.join(row.alone)}{together}"
            cells = []
            for one in result.counted:
                found = concept_coverage(one.guide, one.coverage, row.target, concept.name)
                cells.append("·" if found is None else f"{found.covered}/{found.of}")
            lines.append(fixed(lead, 26) + "".join(fixed(cell, 7) for cell in cells))
    return [*lines, "", words("concepts_together")] if lines else [words("concepts_none")]
