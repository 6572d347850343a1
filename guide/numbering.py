"""Question ids by place in the guide.

Those that a guide's questions would have, whatever ids they have.
"""

from guide.ids import CLOSING, SERVING_NONE, automatic_id
from guide.model import Guide
from guide.problems import fold_case


def automatic_ids(guide: Guide) -> dict[str, str]:
    """The ids that the questions would have if none were written out."""
    counts: dict[str, int] = {}
    found: dict[str, str] = {}
    for question in guide.questions:
        owner = guide.owner(question.serves[0]) if question.serves else None
        closing = not question.serves and any(question is one for one in guide.closing)
        series = owner or (CLOSING if closing else SERVING_NONE)
        counted = series if owner else f"{series} "
        counts[counted] = counts.get(counted, 0) + 1
        found[fold_case(question.id)] = automatic_id(series, counts[counted])
    return found
