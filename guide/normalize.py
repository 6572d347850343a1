"""Spellings in which a word may be typed.

On a keyboard without æ ø å, in a hurry, or with another country's letters.
"""

import re
import unicodedata
from itertools import product

_WORD = re.compile(r"[^\W_]+")
_FOREIGN = str.maketrans("äö", "æø")
_NORWEGIAN = frozenset("æøå")
_OTHERS = re.compile(r"[^\x00-\x7fæøå]")
_TYPED_AS = {"æ": ("æ", "ae", "e", "a"), "ø": ("ø", "oe", "o"), "å": ("å", "aa", "a")}
_MOST_MIXED = 3
_DIGRAPHS = re.compile(r"ae|oe|aa")
_COLLAPSED = {"ae": "a", "oe": "o", "aa": "a"}


def plain(text: str) -> str:
    """The text without case and accents; æ, ø and å stay, ä and ö become the Norwegian letters."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(_FOREIGN)
    return folded if folded.isascii() else _OTHERS.sub(_without_accents, folded)


def _without_accents(sign: re.Match[str]) -> str:
    apart = unicodedata.normalize("NFKD", sign[0])
    return "".join(part for part in apart if not unicodedata.combining(part)) or sign[0]


def words_of(text: str) -> list[str]:
    """The words of a text in their order, as ``plain`` has them."""
    return _WORD.findall(plain(text))


def spellings(word: str) -> dict[str, bool]:
    """Every form in which a plain word of the guide may be typed; True for the word itself.

    æ ø å stand for ae oe aa or a/e, o, a, in any mixture; a digraph of the word's own may be typed as one letter.
    """
    forms = {word: True}
    special = sum(sign in _NORWEGIAN for sign in word)
    if 0 < special <= _MOST_MIXED:
        for mixture in product(*(_TYPED_AS.get(sign, (sign,)) for sign in word)):
            forms.setdefault("".join(mixture), False)
    elif special:
        for way in (1, -1):
            forms.setdefault("".join(_TYPED_AS.get(sign, (sign, sign))[way] for sign in word), False)
    collapsed = _DIGRAPHS.sub(lambda found: _COLLAPSED[found.group()], word)
    forms.setdefault(collapsed, False)
    return forms
