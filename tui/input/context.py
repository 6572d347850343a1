"""What the meaning of a line depends on.

Beside it stands what several actions read in a line.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from guide.frozen import Value
from guide.model import Guide
from interviews.core.coverage import QuestionCoverage
from interviews.core.events import NoteKind, Refusal

if TYPE_CHECKING:
    from guide.search import Hit

_NUMBERED = re.compile(r"([^\W\d_]+)\d+")
_CLOSING = {'"': '"', "«": "»", "“": "”", "„": "“"}
_OPENS_AFTER = " \t\n([{«“„\"'–—-"
"""What stands before a straight mark that opens; after anything else it closes."""
SEPARATORS = re.compile(r"[\s,]+")


class Standing(Value):
    """What runs or is on: ``past_limit`` is the recording that has lasted longer than one may, by its number;
    ``recording`` the one that runs, ``withheld`` and ``paused`` whether that is on, ``unrecorded`` whether the informant
    declined to be recorded.
    """

    past_limit: int | None = None
    recording: int | None = None
    withheld: bool = False
    paused: bool = False
    unrecorded: bool = False


class Context(Value):
    """What the meaning of a line depends on; ``literal`` lines begin with a plain character, whatever it is.

    ``states`` is how the questions stand now, for saying what a judgement would take the place of; ``noted`` says
    which question a note of this kind, dated back so many seconds, would be about: the one in hand at its first key.
    ``together`` are the questions that ``+`` alone covers while they are offered. ``probes`` are the numbers of the
    probes that can be ticked now, each with its mark.
    An interview that is entered ``afterwards`` has no clock: a time is written before a note. ``standing`` is what runs or
    is on, for saying what would begin or end: no line's meaning depends on it.
    ``has_word`` says whether the guide has a word that begins so.
    """

    guide: Guide
    hand: str | None = None
    literal: bool = False
    find: "Callable[[str], Sequence[Hit]]" = lambda _: ()
    pilot: bool = False
    practice: bool = False
    states: Callable[[], Mapping[str, QuestionCoverage]] = dict
    noted: Callable[[NoteKind, float], str | None] | None = None
    afterwards: bool = False
    probes: Callable[[], Mapping[int, str]] = dict
    together: tuple[str, ...] = ()
    standing: Callable[[], Standing] = Standing
    has_word: Callable[[str], bool] = lambda _: False

    def as_if_clicked(self) -> "Context":
        """The same, for a line that nobody typed."""
        return self.but(literal=False)

    def question_of(self, kind: NoteKind, back: float = 0.0) -> str:
        """The question that a note of this kind would be about, empty for none."""
        return (self.hand if self.noted is None else self.noted(kind, back)) or ""

    def ticks(self, line: str) -> tuple[int, ...]:
        """The probes that a line of nothing but their numbers ticks; none where anything else stands in it."""
        if self.literal or not line[:1].isdecimal():
            return ()
        known = {str(place): place for place in self.probes()}
        numbers = tuple(dict.fromkeys(line.split()))
        return tuple(known[number] for number in numbers) if known.keys() >= set(numbers) else ()

    def is_prefix(self, character: str) -> bool:
        """Whether this character at the start of a line gives the line another meaning than a note."""
        return is_prefix(character, pilot=self.pilot, practice=self.practice)

    def is_words(self, line: str) -> bool:
        """Whether a line, which is not empty, asks for no act but is words."""
        return self.literal or not (self.is_prefix(line[0]) or self.ticks(line))


def is_prefix(character: str, *, pilot: bool = False, practice: bool = False) -> bool:
    """Whether this character at the start of a line gives the line another meaning than a note."""
    return character in '/+-!">?' or (pilot and character == "=") or (practice and character == ":")


def ids_first(text: str, context: Context) -> tuple[tuple[str, ...], str] | Refusal:
    """The ids at the start of the text, and the rest, a reason, as written.

    Where it starts with what could only be an id, such as B99 in a guide that has a B9, the whole line is refused.
    """
    ids: list[str] = []
    rest = text.lstrip()
    while rest:
        word = SEPARATORS.split(rest, maxsplit=1)[0]
        question = context.guide.question(word)
        if question is None:
            if _looks_like_id(word, context.guide):
                return unknown_question(word, context)
            break
        ids.append(question.id)
        rest = rest[len(word) :].lstrip(", \t\n\r")
    if not ids and context.hand is None:
        return Refusal("nothing_in_hand")
    return tuple(ids), rest


def unknown_question(word: str, context: Context) -> Refusal:
    """What is said of a word that is no question's id."""
    if context.guide.owner(word) is not None:
        return Refusal("research_question_named", {"id": word})
    return Refusal("unknown_question", {"id": word})


def begins_with_id(text: str, guide: Guide) -> bool:
    """Whether a question's id comes first."""
    return guide.question(SEPARATORS.split(text, maxsplit=1)[0]) is not None


def _looks_like_id(word: str, guide: Guide) -> bool:
    numbered = _NUMBERED.fullmatch(word)
    return numbered is not None and any(
        question.id.casefold().startswith(numbered[1].casefold()) for question in guide.questions
    )


def without_closing(said: str, opening: str = '"') -> str:
    """What follows an opening mark, without the mark at its end that closes it; any other mark stays as written."""
    bare, closing = said.rstrip(), _CLOSING[opening]
    if not bare.endswith(closing):
        return said
    depth, last = 1, len(bare) - 1
    for place, sign in enumerate(bare):
        if sign not in (opening, closing):
            continue
        straight = opening == closing and place < last and (place == 0 or bare[place - 1] in _OPENS_AFTER)
        depth += 1 if straight or (opening != closing and sign == opening) else -1
        if depth == 0 and place < last:
            return said  # closed before: the mark at the end belongs to something else
    return bare[:-1] if depth == 0 else said


def whole_quote(text: str) -> str | None:
    """What stands between two marks that enclose all of a text; None where there are no such two."""
    if text[:1] not in _CLOSING:
        return None
    said = without_closing(text[1:], text[0])
    return said if said != text[1:] else None
