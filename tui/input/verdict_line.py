"""What a line beginning with ``=`` means."""

from collections.abc import Sequence
from typing import TypeVar

from guide.model import Guide
from interviews.core import commands as do
from interviews.core.events import Refusal
from interviews.core.verdicts import REASONS, VERDICTS
from tui.input import screen_commands as show
from tui.input.screen_commands import Intent

Kind = TypeVar("Kind", bound=str)

_DIGITS = "123456789"
_LONGEST_ID = 6


def verdict_of(words: Sequence[str], guide: Guide, hand: str | None) -> Intent | Refusal:
    """The meaning of the words after ``=``: ``b5``, ``2 1`` and ``b5 21`` alike; nothing is the one in ``hand``."""
    id, named, digits = hand, None, "".join(words)
    if words and not words[0].isdecimal():
        question = guide.question(words[0])
        if question is None and (apart := _id_and_digits(words[0], guide)) is not None:
            meant = verdict_of((*apart, *words[1:]), guide, hand)
            if not isinstance(meant, Refusal):
                return meant
        if question is None:
            return Refusal("unknown_question", {"id": words[0]}) if _like_an_id(words[0]) else Refusal("verdict_words")
        id = named = question.id
        digits = "".join(words[1:])
    if id is None:
        return Refusal("judge_which")
    if not digits:
        return show.OpenVerdict(id)
    verdict, reason = _kind_at(digits[:1], VERDICTS), _kind_at(digits[1:], REASONS)
    if verdict is None or (digits[1:] and reason is None):
        return Refusal("which_verdict")
    if verdict == "keep" and reason is not None:
        return Refusal("keep_unreasoned", {"id": id})
    return do.Judge(verdict, named, reason or "")


def _id_and_digits(word: str, guide: Guide) -> tuple[str, str] | None:
    """``b42`` where the guide has a B4 and no B42: the digit after the card of ``=b4`` was typed at once."""
    for digits in (1, 2):
        id, rest = word[:-digits], word[-digits:]
        if rest.isdecimal() and guide.question(id) is not None:
            return id, rest
    return None


def _like_an_id(word: str) -> bool:
    """Whether a word could be meant as an id: short, with a digit in it."""
    return len(word) <= _LONGEST_ID and any(character.isdecimal() for character in word)


def _kind_at(digit: str, known: Sequence[Kind]) -> Kind | None:
    place = _DIGITS.find(digit) if len(digit) == 1 else -1
    return known[place] if 0 <= place < len(known) else None
