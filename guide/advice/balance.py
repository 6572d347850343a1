"""Balance: how questions spread over targets, concepts and minutes.

Questions to the researcher, not faults: a guide may well ask more about one thing than about another.
"""

from guide.advice.guide_rules import leaves
from guide.frozen import Value
from guide.model import Guide

MINUTES_EACH = 6.0
"""Under so many minutes a question the load is told: ten an hour, where most sources for open interviews stop."""

_UNEVEN = 2
_MANY_TIMES = 3


class Uneven(Value):
    """Under one research question or part: how many questions ask about each concept alone, and about several."""

    target: str
    alone: tuple[tuple[str, int], ...]
    together: int


class Load(Value):
    """Questions and probes against the planned minutes; ``estimated`` sums the questions' own where all have some."""

    questions: int
    probes: int
    minutes: float
    estimated: float | None

    @property
    def each(self) -> float:
        """Minutes for one question, were they shared equally."""
        return self.minutes / self.questions


class Balance(Value):
    """What is worth a look: ``few`` holds research questions with few questions beside the one with the most."""

    counts: tuple[tuple[str, int], ...] = ()
    few: tuple[str, ...] = ()
    uneven: tuple[Uneven, ...] = ()
    load: Load | None = None


def balance(guide: Guide) -> Balance:
    """How the guide's questions are spread."""
    counts = tuple((target.id, len(guide.serving(target.id))) for target in leaves(guide))
    most = max((count for _, count in counts), default=0)
    few = tuple(name for name, count in counts if count > 0 and count * _MANY_TIMES <= most)
    uneven = tuple(found for target in leaves(guide) if (found := _uneven(guide, target.id)) is not None)
    return Balance(counts, few, uneven, _load(guide))


def _uneven(guide: Guide, target: str) -> Uneven | None:
    """Concepts that are asked about here, when one of them is asked about alone much oftener than another."""
    serving = guide.serving(target)
    about = [concept.name for concept in guide.concepts if any(concept.name in one.concepts for one in serving)]
    alone = tuple((name, sum(1 for one in serving if one.concepts == (name,))) for name in about)
    times = [count for _, count in alone]
    if len(times) < 2 or max(times) - min(times) < _UNEVEN:
        return None
    return Uneven(target, alone, sum(1 for one in serving if len(one.concepts) > 1))


def _load(guide: Guide) -> Load | None:
    questions = guide.questions
    if guide.minutes is None or not questions:
        return None
    own = [question.minutes for question in questions if question.minutes is not None]
    estimated = sum(own) if len(own) == len(questions) else None
    probes = sum(len(question.probes) for question in questions)
    load = Load(len(questions), probes, guide.minutes, estimated)
    over = estimated is not None and estimated > guide.minutes
    return load if over or load.each < MINUTES_EACH else None
