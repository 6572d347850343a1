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
from typing import NamedTuple

from guide.frozen import NOTHING, Value

_FEW = 24
"""Words that are sooner looked for one by one than the pattern that needs one of them."""


class Found(NamedTuple):
    """A place in a line where a pattern was found, with the names that ``re.Match`` has for it."""

    line: str
    first: int
    last: int

    def group(self) -> str:
        """The words there, as they are written."""
        return self.line[self.first : self.last]

    def start(self) -> int:
        """Where it begins."""
        return self.first

    def end(self) -> int:
        """Where it ends."""
        return self.last

    def span(self) -> tuple[int, int]:
        """Both."""
        return self.first, self.last


class Choices(Value):
    """A pattern of several choices, compiled when it is first looked for; of those only what a text can have.

    A language has hundreds of choices and a guide the words of a few: to make all of them ready takes longer than to
    read the guide, and to look for all of them at every letter of every question ten times as long. ``within`` are the
    words of that text, folded; None where nothing is known of it. ``parts`` are what {names} in the choices stand for.
    They are looked for in a folded line: a pattern that need not mind case is made ready in half the time.
    """

    choices: tuple[str, ...]
    start: bool = False
    parts: Mapping[str, str] = NOTHING
    within: str | None = None

    @cached_property
    def compiled(self) -> Pattern[str] | None:
        """The choices that the text can have; None where there is none. It is looked for in folded lines."""
        joined = "|".join(f"(?:{choice})" for choice in self._possible)
        return re.compile(f"^(?:{joined})" if self.start else joined) if joined else None

    @cached_property
    def _possible(self) -> list[str]:
        choices = [_put_together(choice, self.parts) for choice in self.choices]
        return choices if self.within is None else prune(choices, self.within)

    @cached_property
    def _needed(self) -> frozenset[str] | None:
        """A few words of which each line has one in which it is found; None where there are many, or none is needed."""
        of_each = [None] if self.start else list(map(needed_words, self._possible))
        words = frozenset[str]().union(*filter(None, of_each))
        return None if None in of_each or len(words) > _FEW else words

    def _may_be_in(self, folded: str) -> bool:
        needed = self._needed
        if needed is None:
            return True
        for word in needed:  # noqa: SIM110  ``any`` takes twice as long, and sixteen patterns ask of each question
            if word in folded:
                return True
        return False

    def search(self, line: str) -> Found | None:
        """The first place where it is found."""
        folded = fold(line)
        if self.compiled is None or not self._may_be_in(folded):
            return None
        found = self.compiled.search(folded)
        return None if found is None else Found(line, *found.span())

    def match(self, line: str) -> Found | None:
        """Whether the line begins with it."""
        found = None if self.compiled is None else self.compiled.match(fold(line))
        return None if found is None else Found(line, *found.span())

    def finditer(self, line: str) -> Iterator[Found]:
        """Every place where it is found."""
        folded = fold(line)
        if self._may_be_in(folded) and self.compiled is not None:
            for found in self.compiled.finditer(folded):
                yield Found(line, *found.span())


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
        words = " ".join({*_LETTERS.findall(fold("\n".join(texts)))})
        parts = _joined(self.parts, words)
        own = {name: getattr(self, name) for name in self.field_names()}
        narrow = {name: one.but(within=words, parts=parts) for name, one in own.items() if isinstance(one, Choices)}
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


def _joined(parts: Mapping[str, tuple[str, ...]], within: str | None = None) -> Mapping[str, str]:
    """Each part as one pattern, of no more than these words can have."""
    joined: dict[str, str] = {}
    for name, several in parts.items():
        there = [_put_together(one, joined) for one in several]
        there = there if within is None else prune(there, within)
        joined[name] = f"(?:{'|'.join(there)})" if there else _NEVER
    return joined


def _put_together(choice: str, parts: Mapping[str, str]) -> str:
    return _NAMED.sub(lambda name: parts[name.group(1)], choice) if "{" in choice else choice


_SAME = str.maketrans("İıſ", "iis")


@lru_cache(maxsize=256)
def fold(text: str) -> str:
    """A text with each letter as patterns are written, in its place: in small letters, i and s the plain ones."""
    return text.translate(_SAME).lower()


_LETTERS = re.compile(r"[^\W\d_]+")
_NEVER = "\0"
"""What stands in a pattern for what the text cannot have."""
_WORD = re.compile(
    r"((?:[^\w\\[{]+|\\.|\[\^?\]?[^\]]*\]|\{[^}]*\}|[^\W\d_](?=[?*{])|[\W\d_])*+)([^\W\d_]+(?![?*{])|$)", re.DOTALL
)
"""A word that a choice spells out, behind all that is none; a letter that need not be there is none."""
_GROUP = re.compile(r"\((\?(?:[:=!]|<[=!])|)([^()]*)\)([?*]\??|\{0?,\d*\}\??|)")
_DONE = {"(": "\1", ")": "\2", "|": "\3"}
_PLAIN = str.maketrans({done: sign for sign, done in _DONE.items()})


def prune(choices: Iterable[str], within: str) -> list[str]:
    """Choices without those, and without those alternatives in them, that spell out a word that is not within.

    They find the same in a text of no other words. ``within`` is folded; no choice has a ( or ) or | for itself.
    """
    pieces = _WORD.findall("\n".join(choices))
    there = {word for word in {word for _, word in pieces} if word in within}
    text = "".join([between + (word if word in there else _NEVER) for between, word in pieces])
    found = 1
    while found:  # the innermost groups that are left
        text, found = _GROUP.subn(_prune_group, text)
    lines = [_possible(line) for line in text.split("\n")]
    return ["|".join(alternatives).translate(_PLAIN) for alternatives in lines if alternatives]


def _possible(alternatives: str) -> list[str]:
    several = alternatives.split("|")
    return [one for one in several if _NEVER not in one] if _NEVER in alternatives else several


def _prune_group(group: re.Match[str]) -> str:
    kind, inside, times = group.groups()
    possible = _possible(inside)
    if not possible:
        return "" if times or kind in ("?!", "?<!") else _NEVER
    return f"{_DONE['(']}{kind}{_DONE['|'].join(possible)}{_DONE[')']}{times}"


_TOKEN = re.compile(
    r"\{[a-z_]+\}|[^\W\d_]+(?![?*{])|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!])?|[()|]|(?:[?*+]|\{\d*,?\d*\})\??|.",
    re.DOTALL,
)
"""What a pattern is put together from; a letter that need not be there stands alone."""


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
