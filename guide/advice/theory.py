"""The theory language of a guide that lists no concepts: what its research questions say again and again.

Research questions are put in theory language and interview questions in everyday language (Kvale & Brinkmann), so a
technical term that has gone from the former into the latter is worth a look.
"""

from collections import Counter

from guide.advice.language import one_line, unquoted
from guide.advice.tongue import Tongue
from guide.model import Guide

_OFTEN = 2


def research_terms(guide: Guide, tongue: Tongue) -> tuple[str, ...]:
    """The terms that stand in two or more of the problem statement and the research questions, in small letters.

    A research question and its parts are one text, for parts repeat what they are parts of. None where the guide lists
    its concepts: then the author has said which words need care.
    """
    if guide.concepts:
        return ()
    texts = [guide.problem or ""]
    texts += [" … ".join(target.text for target in owner.targets) for owner in guide.research_questions]
    counts = Counter(term for text in texts for term in sorted(_terms(text, tongue)))
    return tuple(term for term, count in counts.items() if count >= _OFTEN)


def _terms(text: str, tongue: Tongue) -> set[str]:
    return {found.group().casefold() for found in tongue.term.finditer(unquoted(one_line(text)))}
