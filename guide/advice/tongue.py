"""What the advice on wording knows of a language: its patterns, and how they are put together."""

import re
from re import Pattern

from guide.values import Value


class Tongue(Value):
    """The patterns of one language; each is searched for in a wording on one line."""

    conjunction: Pattern[str]
    fixed: Pattern[str]
    between: Pattern[str]
    asks_again: Pattern[str]
    both: Pattern[str]
    while_clause: Pattern[str]
    side_by_side: Pattern[str]
    tail: Pattern[str]
    bare_why: Pattern[str]
    intro: Pattern[str]
    closed: Pattern[str]
    invites: Pattern[str]
    answered: Pattern[str]
    leading: Pattern[str]
    leading_start: Pattern[str]
    degree: Pattern[str]
    why: Pattern[str]
    theory: Pattern[str]
    term: Pattern[str]
    endings: str
    leans: Pattern[str]
    sides: Pattern[str]
    instance: Pattern[str]
    warm_up: Pattern[str]
    warm_title: Pattern[str]
    transition: Pattern[str]
    transition_title: Pattern[str]
    anything_else: Pattern[str]
    floor: Pattern[str]
    opinion: Pattern[str]
    behaviour: Pattern[str]


def pattern(*choices: str, start: bool = False) -> Pattern[str]:
    """Any of the choices, at the beginning when ``start``; case does not matter."""
    joined = "|".join(f"(?:{choice})" for choice in choices)
    return re.compile(f"^(?:{joined})" if start else joined, re.IGNORECASE)


def pairs(*names: tuple[str, str], conjunctions: str) -> Pattern[str]:
    """Two opposites joined in either order, with at most two words between."""
    between = rf"(?:\s\w+){{0,2}},?\s(?:{conjunctions})\s(?:\w+\s){{0,2}}"
    return pattern(*(rf"\b{one}{between}{other}" for pair in names for one, other in (pair, pair[::-1])))
