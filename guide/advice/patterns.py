"""Language patterns, and the sentences they search.

A guide loads the patterns of its own language alone.
"""

import re
import unicodedata
from re import Pattern

from guide.frozen import Value


class LanguagePatterns(Value):
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


MOST_READ = 2_000
"""Characters of a wording that are looked at; nobody says more in one breath."""

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_ASIDE = re.compile(r"\([^)]*\)")
_END = re.compile(r"[?!]|\.(?=\s+[^\W\da-zæøå])")


class RuleMatch(Value):
    """What made a piece of advice: the words, how it was found where there are several ways, and what it is about."""

    evidence: str
    form: str = ""
    about: str = ""


def one_line(text: str) -> str:
    """A wording on one line, without parentheses around the whole and without the typographer's apostrophes."""
    line = " ".join(unicodedata.normalize("NFC", text).replace("’", "'").split())[:MOST_READ]
    whole = line.startswith("(") and line.find(")") >= len(line) - 2
    return line.strip("() ") if whole else line


def without_quotes(line: str) -> str:
    """The line without what it quotes: other people's words are not the question's."""
    return " ".join(_QUOTED.sub(" … ", line).split())


def main_part(line: str) -> str:
    """What is asked first: without asides in parentheses, up to a semicolon."""
    return " ".join(_ASIDE.sub(" ", line).partition(";")[0].split())


def first_question(line: str) -> str:
    """The first sentence that ends in a question mark, else the last one that there is."""
    start = 0
    for end in _END.finditer(line):
        if end.group() == "?":
            return line[start : end.end()].strip()
        start = end.end()
    return line[start:].strip() or line


def core(patterns: LanguagePatterns, line: str) -> str:
    """The first question without the clause or phrase that leads up to it."""
    sentence = first_question(line)
    for _ in range(3):
        found = patterns.intro.match(sentence)
        if found is None or found.end() == len(sentence):
            break
        sentence = sentence[found.end() :]
    return sentence


def words(evidence: str, most: int = 60) -> str:
    """Evidence at a length that a message has room for, cut between words."""
    trimmed = evidence.strip(" ,;:.–-")
    if len(trimmed) <= most:
        return trimmed
    return f"{trimmed[:most].rpartition(' ')[0] or trimmed[:most]} …"


def patterns_of(language: str) -> LanguagePatterns | None:
    """The patterns for a guide's language; None for one in which nobody has written any."""
    code = language.casefold().replace("_", "-").partition("-")[0]
    if code in ("nb", "nn", "no"):
        from guide.advice.norwegian import NORWEGIAN

        return NORWEGIAN
    if code == "en":
        from guide.advice.english import ENGLISH

        return ENGLISH
    return None
