"""The last line of a run: which tests were skipped, and why."""

from collections import Counter
from collections.abc import Iterable


def left_out(reasons: Iterable[str]) -> str:
    """A sentence that counts the skipped tests by reason, the most first."""
    counted = Counter(reason.removeprefix("Skipped: ") for reason in reasons).most_common()
    told = "; ".join(f"{count} test{'s' * (count > 1)}: {reason}" for reason, count in counted)
    return f"Not run here: {told}." if told else "Nothing was left out."
