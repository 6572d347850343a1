"""Where two wordings differ, word by word."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal

from guide.frozen import Value

_WORDS = re.compile(r"\w[\w'’-]*|\s+|[^\w\s]")
_MOST = 4_000
_LEAST = 3
"""Wordings with less than a third in common are different ones, and no word of them is worth pointing at."""

Mark = Literal["same", "gone", "new"]


class Span(Value):
    """Some words that both wordings have, that only the old one had, or that only the new one has."""

    mark: Mark
    text: str


def spans(before: str, after: str) -> tuple[Span, ...]:
    """The two wordings as one text of what stayed, went and came; texts of a book's length differ as a whole."""
    old, new = _WORDS.findall(before[:_MOST]), _WORDS.findall(after[:_MOST])
    if len(before) > _MOST or len(after) > _MOST:
        return _without_empty([("gone", before), ("new", after)])
    found: list[tuple[Mark, str]] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    blocks = matcher.get_matching_blocks()
    common = sum(len(word.strip()) for start, _, size in blocks for word in old[start : start + size])
    if common * _LEAST < max(len(before), len(after)):
        return _without_empty([("gone", before), ("new", after)])
    for _, start, end, first, last in _join_neighbours(matcher.get_opcodes(), old):
        if old[start:end] == new[first:last]:
            found.append(("same", "".join(old[start:end])))
        else:
            found += [("gone", "".join(old[start:end])), ("new", "".join(new[first:last]))]
    return _without_empty(found)


def _join_neighbours(
    codes: Sequence[tuple[str, int, int, int, int]], old: list[str]
) -> list[tuple[str, int, int, int, int]]:
    """Neighbouring differences with nothing but blanks between them as one: a phrase reads better than its words."""
    done: list[tuple[str, int, int, int, int]] = []
    for place, code in enumerate(codes):
        kind, start, end, first, last = code
        blank = kind == "equal" and not "".join(old[start:end]).strip() and 0 < place < len(codes) - 1
        if done and (blank or (kind != "equal" and done[-1][0] != "equal")):
            done[-1] = ("replace", done[-1][1], end, done[-1][3], last)
        else:
            done.append(("replace" if kind != "equal" else kind, start, end, first, last))
    return done


def _without_empty(found: list[tuple[Mark, str]]) -> tuple[Span, ...]:
    return tuple(Span(mark, text) for mark, text in found if text)
