"""Sentences, brackets and quotation marks of a text."""

import re
from functools import lru_cache

from guide.importing.words.lists import words

ENDS = " \t\"'«»“”„’‘*_"
_OPEN, _SHUT = "([{", ")]}"
_YOU = re.compile(rf"\b(?:{'|'.join(sorted(words('you')))})\b")
_ABBREVIATIONS = re.compile(
    r"\b(?:evt|ev|f\.?eks|eks|bl\.?a|ca|dvs|osv|m\.?m|mm|pga|ift|jf|jfr|nr|kl|s|dr|mr|mrs|ms|prof|e\.?g|i\.?e|etc"
    r"|vs|approx|inkl|min|t\.?d"
    r"|o\.?l|mtp|fig|kap)\.$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”»)\]]*\s+(?=[\"'“«(\[]?[A-ZÆØÅÄÖ0-9])")
_GREEK = re.compile(r"[\u0370-\u03ff]{2}")


def plain(text: str) -> str:
    """A text without quotation marks and blanks at its ends."""
    return text.strip(ENDS)


def sentences(text: str) -> tuple[str, ...]:
    """A text's sentences; a stop after a common abbreviation ends none."""
    found: list[str] = []
    start = 0
    for border in _SENTENCE.finditer(text):
        if not _ABBREVIATIONS.search(text[start : border.start()]):
            found.append(text[start : border.start()].strip())
            start = border.end()
    found.append(text[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence does."""
    bare = text.rstrip(ENDS + _SHUT)
    return bare.endswith((".", "?", "!", "…", ":", ";")) and not _ABBREVIATIONS.search(bare)


def inside_brackets(text: str) -> str:
    """What stands inside brackets that hold the whole line, or "" where none do."""
    bare = text.strip()
    if len(bare) < 3 or bare[0] not in _OPEN:
        return ""
    shut = _SHUT[_OPEN.index(bare[0])]
    end = bare.rstrip(" .?!")
    if not end.endswith(shut):
        return ""
    depth = 0
    for place, sign in enumerate(end):
        depth += (sign == bare[0]) - (sign == shut)
        if depth == 0:
            return (end[1:-1] + bare[len(end) :]).strip() if place == len(end) - 1 else ""
    return ""


@lru_cache(maxsize=8192)  # each line is looked at from many sides
def addresses(text: str) -> bool:
    """Whether a line speaks to the informant."""
    return _YOU.search(text) is not None or _YOU.search(text[:1].lower() + text[1:]) is not None


def first_word(text: str) -> str:
    """The first word in small letters."""
    found = re.match(r"[\W\d_]*([^\W\d_]+(?:-[^\W\d_]+)*)", text)
    return found[1].casefold() if found else ""


def has_question(text: str) -> bool:
    """Whether there is a question mark that ends something."""
    if re.search(r"\w[\"'”“’‘»«)\]]*\s?[?？؟\u037e]", text) is not None:
        return True
    return _GREEK.search(text) is not None and text.rstrip(ENDS).endswith(";")
