"""The sentences that the advice on wording looks at, taken from a wording as it stands."""

import re
import unicodedata

from guide.advice.tongue import Tongue
from guide.values import Value

MOST_READ = 2_000
"""Characters of a wording that are looked at; nobody says more in one breath."""

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_ASIDE = re.compile(r"\([^)]*\)")
_END = re.compile(r"[?!]|\.(?=\s+[^\W\da-zæøå])")


class Found(Value):
    """What made a piece of advice: the words, how it was found where there are several ways, and what it is about."""

    evidence: str
    form: str = ""
    about: str = ""


def one_line(text: str) -> str:
    """A wording on one line, without parentheses around the whole and without the typographer's apostrophes."""
    line = " ".join(unicodedata.normalize("NFC", text).replace("’", "'").split())[:MOST_READ]
    whole = line.startswith("(") and line.find(")") >= len(line) - 2
    return line.strip("() ") if whole else line


def unquoted(line: str) -> str:
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


def core(tongue: Tongue, line: str) -> str:
    """The first question without the clause or phrase that leads up to it."""
    sentence = first_question(line)
    for _ in range(3):
        found = tongue.intro.match(sentence)
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
