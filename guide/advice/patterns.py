"""Language patterns, and the sentences they search.

A guide loads the patterns of its own language alone.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from itertools import chain
from pathlib import Path
from re import Pattern

from guide.frozen import NOTHING, Value

_LONG = 1_000
"""Characters of a pattern from which on it is worth the while to leave out what a text cannot have."""


_FEW = 24
"""Words that are sooner looked for one by one than the pattern that needs one of them."""


class Choices(Value):
    """A pattern of several choices, compiled when it is first looked for; of many, those that a text can have.

    A language has hundreds of choices and a guide the words of a few: to make all of them ready takes longer than to
    read the guide, and to look for all of them at every letter of every question ten times as long. ``within`` is that
    text, folded; None where nothing is known of it. ``parts`` are what {names} in the choices stand for.
    """

    choices: tuple[str, ...]
    start: bool = False
    parts: Mapping[str, str] = NOTHING
    within: str | None = None

    @cached_property
    def compiled(self) -> Pattern[str] | None:
        """The choices whose words stand in the text; None where there is none. Case does not matter."""
        joined = "|".join(f"(?:{choice})" for choice in self._possible)
        return re.compile(f"^(?:{joined})" if self.start else joined, re.IGNORECASE) if joined else None

    @cached_property
    def _possible(self) -> tuple[str, ...]:
        choices = self.choices
        if self.within is not None and sum(map(len, choices)) > _LONG:
            choices = tuple(choice for choice in choices if _may_be_in(self.within, choice))
        return tuple(_put_together(choice, self.parts) for choice in choices)

    @cached_property
    def _needed(self) -> frozenset[str] | None:
        """A few words of which each line has one in which it is found; None where there are many, or none is needed."""
        of_each = [None] if self.start else list(map(needed_words, self._possible))
        words = frozenset[str]().union(*filter(None, of_each))
        return None if None in of_each or len(words) > _FEW else words

    def _may_be_in(self, line: str) -> bool:
        needed = self._needed
        if needed is None:
            return True
        folded = fold(line)
        return any(word in folded for word in needed)

    def search(self, line: str) -> re.Match[str] | None:
        """The first place where it is found."""
        if not self._may_be_in(line) or self.compiled is None:
            return None
        return self.compiled.search(line)

    def match(self, line: str) -> re.Match[str] | None:
        """Whether the line begins with it."""
        return None if self.compiled is None else self.compiled.match(line)

    def finditer(self, line: str) -> Iterator[re.Match[str]]:
        """Every place where it is found."""
        if not self._may_be_in(line) or self.compiled is None:
            return iter(())
        return self.compiled.finditer(line)


class LanguagePatterns(Value):
    """The patterns of one language; each is searched for in a wording on one line."""

    conjunction: Choices
    fixed: Choices
    fixed_pairs: frozenset[frozenset[str]]
    between: Choices
    asks_again: Choices
    both: Choices
    while_clause: Choices
    side_by_side: Choices
    tail: Choices
    asking: Choices
    asked_on: Choices
    bare_why: Choices
    intro: Choices
    closed: Choices
    invites: Choices
    answered: Choices
    leading: Choices
    leading_start: Choices
    claims: Choices
    other_side: Choices
    stated: Choices
    degree: Choices
    why: Choices
    others_why: Choices
    theory: Choices
    term: Choices
    parts: Mapping[str, tuple[str, ...]]
    leans: Choices
    sides: Choices
    instance: Choices
    warm_up: Choices
    warm_title: Choices
    transition: Choices
    transition_title: Choices
    anything_else: Choices
    floor: Choices
    opinion: Choices
    behaviour: Choices

    def within(self, texts: Iterable[str]) -> "LanguagePatterns":
        """The same patterns for looking in these texts and pieces of them, on one line each, and nowhere else."""
        text = fold("\n".join(texts))
        parts = _joined(self.parts, text)
        own = {name: getattr(self, name) for name in self.field_names()}
        narrow = {name: one.but(within=text, parts=parts) for name, one in own.items() if isinstance(one, Choices)}
        return self.but(**narrow)


_HERE = Path(__file__).parent
_HEAD = re.compile(r"\[(\w+)(?: (start|part|words|stems|pairs|opposites))?\]")
_NAMED = re.compile(r"\{([a-z_]+)\}")


@cache
def read_patterns(language: str) -> LanguagePatterns:
    """The patterns in a language's file; ``english.txt`` tells how it is written."""
    parts: dict[str, list[str]] = {}
    choices: dict[str, list[str]] = {}
    at_start: set[str] = set()
    name, kind = "", ""
    for line in (_HERE / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        head = _HEAD.fullmatch(line)
        if head is not None:
            name, kind = head.group(1), head.group(2) or ""
            if kind == "start":
                at_start.add(name)
        elif line and not line.startswith("#"):
            told = choices if kind not in ("part", "words", "pairs") else parts
            told.setdefault(name, []).extend(_MEANINGS[kind](line))
    pairs = (pair.split("/") for pair in parts.pop("fixed_pairs"))
    whole = {one: tuple(several) for one, several in parts.items()}
    joined = _joined(whole)
    made = {one: Choices(tuple(several), one in at_start, joined) for one, several in choices.items()}
    return LanguagePatterns(parts=whole, fixed_pairs=frozenset(map(frozenset, pairs)), **made)


def _opposites(line: str) -> list[str]:
    one, other = line.split("/")
    return [rf"\b(?:{one}){{across}}(?:{other})", rf"\b(?:{other}){{across}}(?:{one})"]


_MEANINGS: Mapping[str, Callable[[str], list[str]]] = {
    "": lambda line: [line],
    "start": lambda line: [line],
    "part": lambda line: [line],
    "words": str.split,
    "stems": lambda line: [rf"\b{stem}\w*" for stem in line.split()],
    "pairs": str.split,
    "opposites": _opposites,
}
"""What a line stands for, by the kind of its section."""


def _joined(parts: Mapping[str, tuple[str, ...]], text: str | None = None) -> Mapping[str, str]:
    """Each part as one pattern, without the words that do not stand in the text."""
    joined: dict[str, str] = {}
    for name, several in parts.items():
        there = [one for one in several if text is None or not _is_plain(one) or fold(one) in text]
        joined[name] = f"(?:{'|'.join(_put_together(one, joined) for one in there)})" if there else "(?!)"
    return joined


@cache
def _is_plain(word: str) -> bool:
    return word.replace(" ", "").isalpha()


def _put_together(choice: str, parts: Mapping[str, str]) -> str:
    return _NAMED.sub(lambda name: parts[name.group(1)], choice) if "{" in choice else choice


@lru_cache(maxsize=256)
def fold(text: str) -> str:
    """A text in which each letter is as the letter of a pattern that is found in it, whatever its case."""
    return text.casefold().replace("\u0307", "").replace("\u0131", "i")


_TOKEN = re.compile(
    r"\{[a-z_]+\}|[^\W\d_]+(?![?*{])|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!])?|[()|]|(?:[?*+]|\{\d*,?\d*\})\??|.",
    re.DOTALL,
)
"""What a pattern is put together from; a letter that need not be there stands alone."""


def _may_be_in(text: str, choice: str) -> bool:
    needed = needed_words(choice)
    return needed is None or any(word in text for word in needed)


@cache
def needed_words(choice: str) -> frozenset[str] | None:
    """Words, or beginnings or ends of such, one of which stands wherever the choice is found; None where it has none.

    Of those that are needed one after the other, such as a verb and its conjunction, the longest is told.
    """
    return _needed(iter(_TOKEN.findall(choice)))


def _needed(pieces: Iterator[str]) -> frozenset[str] | None:
    """Of all alternatives up to the end of their group."""
    of_each: list[frozenset[str] | None] = []
    there: list[frozenset[str]] = []
    word = ""
    group: frozenset[str] | None = None
    for piece in chain(pieces, ")"):
        if piece.isalpha():
            word += piece
            continue
        if (
            piece[0] in "?*{" and not piece.startswith("{1") and not _NAMED.fullmatch(piece)
        ):  # what stands before it need not be there
            word, group = word[:-1], None
        if word:
            there.append(frozenset((fold(word),)))
        if group:
            there.append(group)
        word, group = "", None
        if piece[0] == "(":
            inner = _needed(pieces)
            group = inner if piece in ("(", "(?:") else None  # what is looked at besides is not found itself
        elif piece in "|)":
            of_each.append(max(there, key=lambda one: min(map(len, one)), default=None))
            if piece == ")":
                break
            there = []
    return None if None in of_each else frozenset().union(*filter(None, of_each))


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


@lru_cache(maxsize=4096)
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
        return read_patterns("norwegian")
    return read_patterns("english") if code == "en" else None
