"""Several probes on one line: "Prompts: cost, time, friends", "Probes: arrival; first contact", two questions."""

import re

from guide.importing.words.texts import has_question
from guide.importing.words.wording import asks

_MOST = 4  # words of one item between commas
_FEWEST = 3  # items between commas without a word that announces a list
_NEXT = re.compile(r"(?<=[?？])[\"'”»)]*\s+(?=[\"'“«(]?\w)")
_ET_CETERA = re.compile(r"(?:etc|osv|o\.?l|m\.?m|m\.?v|and so on|og så videre|with more)\.?", re.IGNORECASE)
_AND = re.compile(r"(?:og|eller|samt|and|or)\s+", re.IGNORECASE)
_PAIR = re.compile(r"(?P<first>[\w-]+) (?P<and>og|and|samt) (?P<second>[\w-]+)", re.IGNORECASE)


def listed(text: str, *, led: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A line's probes, and the words between them that are in none; ``led`` says that a word announced them.

    They are told apart by semicolons and question marks, and by commas where every item is a few words.
    """
    for pieces in (_by_semicolons(text), _by_questions(text)):
        if len(pieces) > 1:
            return pieces, ()
    if has_question(text) or (asks(text) and not led):
        return (text,), ()
    return _by_commas(text, led=led)


def may_list(text: str, *, led: bool) -> bool:
    """Whether a line that could not be told apart may still be several probes."""
    return led and len(_cut(text.rstrip(" ."), ",")) > 2 and not has_question(text)


def _by_semicolons(text: str) -> tuple[str, ...]:
    return tuple(piece for piece in _cut(text, ";") if any(map(str.isalnum, piece)))


def _by_questions(text: str) -> tuple[str, ...]:
    pieces = tuple(piece.strip() for piece in _NEXT.split(text))
    outside = all(piece.count("(") == piece.count(")") for piece in pieces)
    return pieces if outside and all(map(has_question, pieces)) else (text,)


def _by_commas(text: str, *, led: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    items = _cut(text.rstrip(" ."), ",")
    joins: tuple[str, ...] = ()
    if len(items) > 1 and _ET_CETERA.fullmatch(items[-1]):
        items[-2:] = [f"{items[-2]}, {items[-1]}"]
    last = _AND.match(items[-1])
    if last is not None and len(items) > 1:
        items[-1], joins = items[-1][last.end() :], (last[0].strip(),)
    pair = _PAIR.fullmatch(items[-1]) if len(items) > 1 and not joins else None
    if pair is not None:
        items[-1:], joins = [pair["first"], pair["second"]], (pair["and"],)
    short = all(0 < len(item.split()) <= _MOST and any(map(str.isalnum, item)) for item in items)
    if not short or len(items) < (2 if led else _FEWEST):
        return (text,), ()
    return tuple(items), joins


def _cut(text: str, sign: str) -> list[str]:
    """A text cut at a sign that stands outside brackets and quotation marks."""
    items, depth = [""], 0
    for place, character in enumerate(text):
        depth += (character in "([«“„") - (character in ")]»”")
        inside = text[place - 1 : place].isdecimal() and text[place + 1 : place + 2].isdecimal()
        if character == sign and depth <= 0 and not inside:
            items.append("")
        else:
            items[-1] += character
    return [item.strip() for item in items]
