"""Problems: what is wrong in a person's file.

Each is a value with a position, collected and never thrown, because all of them are shown at once.

The codes are spoken in the reader's language by ``tui``: the guide itself knows no language.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import islice
from typing import Literal

from guide.frozen import NOTHING, Value
from guide.nodes import Node, Place

Severity = Literal["error", "warning", "notice"]

_LONGEST_FACT = 200


class Problem(Value):
    """One fault in one file, because a person mends a file faster when all faults are shown at once.

    ``line`` and ``column`` count from 1, columns in characters. ``facts`` fill the sentence that ``code`` stands for
    (``key``, ``nearest`` …); a fact that is an empty string is unknown. ``severity`` is ``error`` (the file cannot be
    used), ``warning`` (it can, but look), or ``notice`` (an ordinary thing worth knowing, such as a torn last line).
    """

    file: str
    line: int
    column: int
    code: str
    facts: Mapping[str, str] = NOTHING
    severity: Severity = "error"

    @property
    def where(self) -> str:
        """The place as people and other programs write it: file:line:column."""
        return f"{self.file}:{self.line}:{self.column}"


def one_line(text: str) -> str:
    """A fact as a sentence can hold it: on one line, and no longer than a person reads."""
    line = " ".join(text[: 5 * _LONGEST_FACT].split())
    return line if len(line) <= _LONGEST_FACT else f"{line[: _LONGEST_FACT - 1]}…"


class Fault(StrEnum):
    """Everything that can be wrong in a guide, each with its own sentence in the interface's words.

    The comment beside a code names the facts that always come with it.
    """

    # the file
    NOT_FOUND = "guide_not_found"
    IS_FOLDER = "guide_is_folder"
    IS_ODD = "guide_is_odd"
    UNREADABLE = "guide_unreadable"  # reason
    TOO_BIG = "guide_too_big"  # limit
    NOT_UTF8 = "guide_not_utf8"
    UTF16 = "guide_utf16"
    NOTHING_WRITTEN = "guide_nothing_written"
    # YAML
    BAD_CHARACTER = "guide_bad_character"  # character
    HARD_SPACE = "guide_hard_space"
    TAB = "guide_tab"
    COLON = "guide_colon"
    OPEN_QUOTE = "guide_open_quote"
    AFTER_QUOTE = "guide_after_quote"  # quote, other
    BACKSLASH = "guide_backslash"
    OPEN_BRACKET = "guide_open_bracket"  # bracket, closing
    BAD_START = "guide_bad_start"  # character
    NO_SPACE = "guide_no_space"  # key
    INDENTATION = "guide_indentation"
    BROKEN = "guide_broken"  # detail
    SECOND_DOCUMENT = "guide_second_document"
    TAG = "guide_tag"  # tag
    UNKNOWN_ALIAS = "guide_unknown_alias"  # name
    ALIAS_IN_ITSELF = "guide_alias_in_itself"  # name
    TOO_LARGE = "guide_too_large"
    TOO_DEEP = "guide_too_deep"
    KEY_NOT_TEXT = "guide_key_not_text"
    DUPLICATE_KEY = "guide_duplicate_key"  # key, first_line
    # shapes and keys
    NOT_A_GUIDE = "guide_not_a_guide"
    WANTED_TEXT = "guide_wanted_text"  # key
    WANTED_TEXT_OR_LIST = "guide_wanted_text_or_list"  # key
    WANTED_LIST = "guide_wanted_list"  # key
    WANTED_KEYS = "guide_wanted_keys"  # key, example
    WANTED_TEXT_OR_KEYS = "guide_wanted_text_or_keys"  # key
    UNKNOWN_KEY = "guide_unknown_key"  # key, keys
    UNKNOWN_KEY_NEAR = "guide_unknown_key_near"  # key, nearest
    COLON_IN_TEXT = "guide_colon_in_text"  # key
    MISSING_KEY = "guide_missing_key"  # key
    NO_TITLE = "guide_no_title"
    # values
    EMPTY_TEXT = "guide_empty_text"  # key
    EMPTY_WORDING = "guide_empty_wording"
    EMPTY_CONCEPT = "guide_empty_concept"  # name
    EMPTY_ITEM = "guide_empty_item"  # key
    LONG_SHORT = "guide_long_short"  # length, limit
    NOT_YES_OR_NO = "guide_not_yes_or_no"  # key, value
    NOT_MINUTES = "guide_not_minutes"  # value
    NOT_A_DATE = "guide_not_a_date"  # key, value
    NOT_A_COUNT = "guide_not_a_count"  # key, value
    UNKNOWN_CHOICE = "guide_unknown_choice"  # key, value, choices
    NOT_ANONYMOUS = "guide_not_anonymous"  # key
    UNKNOWN_LANGUAGE = "guide_unknown_language"  # value
    COMMA_LIST = "guide_comma_list"  # key, value, right
    UNKNOWN_RULE = "guide_unknown_rule"  # rule, rules
    UNKNOWN_RULE_NEAR = "guide_unknown_rule_near"  # rule, nearest
    # ids and what they refer to
    ID_FORM = "guide_id_form"  # id
    ID_START = "guide_id_start"  # id
    ID_RESERVED = "guide_id_reserved"  # id
    ID_TAKEN = "guide_id_taken"  # id, first_line
    ID_TAKEN_BY_AUTOMATIC = "guide_id_taken_by_automatic"  # id, first_line
    AUTOMATIC_ID_TAKEN = "guide_automatic_id_taken"  # id, first_line
    AUTOMATIC_ID_FORM = "guide_automatic_id_form"  # id
    NO_TARGETS = "guide_no_targets"  # id
    UNKNOWN_TARGET = "guide_unknown_target"  # id, ids
    UNKNOWN_TARGET_NEAR = "guide_unknown_target_near"  # id, nearest
    UNKNOWN_LEAN = "guide_unknown_lean"  # id
    UNKNOWN_LEAN_NEAR = "guide_unknown_lean_near"  # id, nearest
    UNKNOWN_CONCEPT = "guide_unknown_concept"  # name
    UNKNOWN_CONCEPT_NEAR = "guide_unknown_concept_near"  # name, nearest
    CIRCULAR = "guide_circular"  # path
    # the guide as a whole
    NO_QUESTIONS = "guide_no_questions"
    TOO_MANY_QUESTIONS = "guide_too_many_questions"  # limit
    UNSERVED = "guide_unserved"  # id
    UNSERVED_PART = "guide_unserved_part"  # id, owner
    CLOSING_IGNORED = "guide_closing_ignored"  # key
    MORE = "guide_more"  # count
    # an informant to practise on
    NOT_AN_INFORMANT = "informant_not_one"
    NO_ANSWERS = "informant_without_answers"
    NOTHING_TO_SAY = "informant_nothing_to_say"  # ids
    UNKNOWN_ANSWER = "informant_unknown_covers"  # id, ids
    UNKNOWN_ANSWER_NEAR = "informant_unknown_covers_near"  # id, nearest
    NO_PROBES = "informant_no_probes"  # id
    UNKNOWN_PROBE = "informant_unknown_probe"  # id, probe, count
    OPENING_NOT_SAID = "informant_opening_not_said"  # words


_MOST_SUGGESTIONS = 200
_MOST_CHOICES = 2_000
_LONGEST = 200  # letters of a word that is looked at
_SHORT = 2  # letters up to which another letter makes another word
_TELLING = 4  # letters that a word must have to be taken for the beginning of another


def fold_case(text: str) -> str:
    """The form in which ids and names are compared: composed, without case."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFC", text).casefold()


class ProblemList:
    """The problems of one file, in the order in which they stand there."""

    def __init__(self, file: str, problems: Iterable[Problem] = ()) -> None:
        self.file = file
        self._problems = list(problems)

    def error(self, where: Node | Place, fault: Fault, **facts: str) -> None:
        """Note something that keeps the guide from being used."""
        self._note(where, fault, facts, "error")

    def warning(self, where: Node | Place, fault: Fault, **facts: str) -> None:
        """Note something that the author should look at."""
        self._note(where, fault, facts, "warning")

    def _note(self, where: Node | Place, fault: Fault, facts: dict[str, str], severity: Severity) -> None:
        place = where if isinstance(where, Place) else where.place
        shown = {name: one_line(fact) for name, fact in facts.items()}
        self._problems.append(Problem(self.file, place.line, place.column, fault, shown, severity))

    @property
    def count(self) -> int:
        """How many there are so far."""
        return len(self._problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them, in the file's order."""
        return tuple(sorted(self._problems, key=lambda problem: (problem.line, problem.column)))

    def nearest(self, word: str, known: Iterable[str]) -> str:
        """The known word that ``word`` was most likely meant to be, or "" where none is near.

        Looked up for the first few hundred faults only: a file with more is not mended by suggestions.
        """
        return nearest(word, known) if len(self._problems) < _MOST_SUGGESTIONS else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word within about a third of its letters' edits of ``word``, of equals one as long, or "".

    C1 is no slip for A1, nor A10 for A11: of two letters none is another, and numbers are what they say.
    The edit distance is imported here, because a guide without faults never needs it.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    choices = list(islice(known, _MOST_CHOICES))
    folded = [_plain(choice[:_LONGEST]) for choice in choices]
    wanted = _plain(word[:_LONGEST])
    limit = max(1, (len(wanted) + 1) // 3) if len(wanted) > 1 else 0
    found = [
        near
        for near in process.extract(wanted, folded, scorer=OSA.distance, score_cutoff=limit, limit=None)
        if not _is_another(near[0], wanted)
    ]
    if found:
        return choices[min(found, key=lambda near: (near[1], abs(len(near[0]) - len(wanted)), near[2]))[2]]
    extended = [choice for choice, plain in zip(choices, folded, strict=True) if _one_begins_other(plain, wanted)]
    return extended[0] if extended else ""


def _is_another(known: str, wanted: str) -> bool:
    """Whether two near words are no slip for each other: short ones of one length, or with numbers that differ."""
    if known == wanted:
        return False
    one, other = ("".join(sign for sign in word if sign.isdecimal()) for word in (known, wanted))
    is_short = len(wanted) <= _SHORT
    return (is_short and len(known) == len(wanted)) or (one != other and (is_short or bool(one and other)))


def _plain(text: str) -> str:
    return fold_case(text).replace("-", "_").replace(" ", "_")


def _one_begins_other(first: str, second: str) -> bool:
    shorter, longer = sorted((first, second), key=len)
    return len(shorter) >= _TELLING and longer.startswith(shorter)
