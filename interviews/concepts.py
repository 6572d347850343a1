"""Research questions against concepts: which questions ask about a concept, and what of that was covered.

Every research question may be asked about several concepts; a list of one dimension hides where one of them is asked
about only once, or only together with another.
"""

from guide.model import Guide, Question
from guide.values import Value
from interviews.coverage import Coverage


class Asking(Value):
    """The ids of a guide's questions about one concept under one research question or part.

    ``alone`` ask about that concept only, ``together`` about others too.
    """

    target: str
    concept: str
    alone: tuple[str, ...]
    together: tuple[str, ...]


class ConceptCoverage(Value):
    """What one interview covered of it; as with research questions, required questions are counted."""

    covered: int
    of: int


def asking(guide: Guide) -> tuple[Asking, ...]:
    """Every research question and part with every concept that some question of it asks about, in the guide's order."""
    found = []
    for target in guide.targets:
        for concept in guide.concepts:
            about = _about(guide, target.id, concept.name)
            if about:
                alone = tuple(one.id for one in about if len(one.concepts) == 1)
                together = tuple(one.id for one in about if len(one.concepts) > 1)
                found.append(Asking(target.id, concept.name, alone, together))
    return tuple(found)


def concept_coverage(guide: Guide, coverage: Coverage, target: str, concept: str) -> ConceptCoverage | None:
    """What was covered in an interview, by its own copy of the guide; None where that asked nothing of the kind."""
    about = _about(guide, target, concept)
    if not about:
        return None
    states = [coverage.questions[one.id].state for one in about if not one.optional]
    return ConceptCoverage(states.count("covered"), len(states))


def _about(guide: Guide, target: str, concept: str) -> tuple[Question, ...]:
    return tuple(question for question in guide.serving(target) if concept in question.concepts)
