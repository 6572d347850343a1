"""Speakers' names at the beginning of what they say.

A colon alone makes no speaker: `Husk: ta med nøkkelen` is what somebody says. A name comes again, or is a word that
stands for a role, or every line has one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from interviews.transcripts.turns import fold, known_role

_LONGEST = 40
NAME = r"[^\W_](?:[\w.'’&/()\-]|[ ](?=\S)){0,39}?"
_BEFORE_COLON = re.compile(
    rf"\s*(?:\*\*|__)?(?P<open>[\[(<@]?)(?P<name>{NAME})[\])>]?(?:\*\*|__)?\s?:(?:\*\*|__)?(?:\s+|$)"
)
_MOST_WORDS = 5
_MOST = 0.8  # of the pieces of text, when all of what looks like names is taken for names
_CODE = re.compile(r"[a-z]{1,2}[0-9]{1,3}")
_SMALL = frozenset(
    {"av", "af", "da", "de", "den", "der", "di", "el", "la", "le", "og", "of", "ten", "van", "von", "and"}
)


def name_before_colon(text: str) -> tuple[str, str] | None:
    """What stands before a colon at the beginning of a text and may be a name, and what stands behind it."""
    found = _BEFORE_COLON.match(text)
    if found is None or not looks_like_name(found["name"]):
        return None
    return found["name"], text[found.end() :]


def looks_like_name(name: str) -> bool:
    """Whether a few words may be a speaker's name or code."""
    words = name.split()
    if not 0 < len(words) <= _MOST_WORDS or len(name) > _LONGEST or not any(map(str.isalpha, name)):
        return False
    if known_role(name):
        return True
    if len(words) == 1 and len(name) <= 3:
        return True
    return all(not word[0].islower() or word in _SMALL for word in words)


def speakers_in(texts: Sequence[str]) -> frozenset[str]:
    """The names, folded, that begin some of these texts and are speakers."""
    found = [one for text in texts if text.strip() and (one := name_before_colon(text)) is not None]
    return accepted((name for name, _ in found), sum(1 for text in texts if text.strip()))


def accepted(names: Iterable[str], of: int) -> frozenset[str]:
    """Which of these candidates, each as often as it comes, are speakers among so many pieces of text.

    Most pieces have a name: then a single one counts too. Else it must come again, or be a participant's code.
    """
    count = Counter(map(fold, names))
    if not count:
        return frozenset()
    nearly_all = sum(count.values()) >= _MOST * of
    kept = {
        name for name, times in count.items() if times > 1 or nearly_all or known_role(name) or _CODE.fullmatch(name)
    }
    common = sum(count[name] for name in kept)
    return frozenset(kept) if len(kept) > 1 or common > 1 or nearly_all else frozenset()


def split_name(text: str, names: frozenset[str]) -> tuple[str, str]:
    """The speaker with which a text begins, if it is one of these, and the words behind it; else no speaker."""
    found = name_before_colon(text)
    if found is None or fold(found[0]) not in names:
        return "", text
    return found
