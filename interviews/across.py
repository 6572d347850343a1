"""A research question or part across a study's interviews: the sums that the terminal and the report both show."""

from guide.values import Value
from interviews.review import Review


class Across(Value):
    """In how many of the counted interviews it is covered, with what time in hand (seconds) and how many notes."""

    covered: int
    of: int
    seconds: float
    notes: int


def across(result: Review, target: str) -> Across:
    """One research question or part, summed over the interviews that count."""
    seen = [one.coverage.targets[target] for one in result.counted if target in one.coverage.targets]
    return Across(
        covered=sum(1 for one in seen if one.state == "covered"),
        of=len(result.counted),
        seconds=sum(one.seconds for one in seen),
        notes=sum(one.notes for one in seen),
    )
