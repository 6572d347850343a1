"""Rules about one question's wording.

Each gives the words that made the finding.

What is judged is the main wording; built-in probes count where they are said in the same breath.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from guide.advice.patterns import (
    MOST_READ,
    Found,
    LanguagePatterns,
    RuleMatch,
    core,
    main_part,
    one_line,
    without_quotes,
    words,
)
from guide.frozen import Value
from guide.model import Concept, Guide, Question

MOST_WORDS = 20
"""What a question may have before it counts as long: a convention."""

_SEVERAL = re.compile(r"\?\s*(?=\w)")
_BREAK = re.compile(r"[.,:;?!]\s|\s(?:og|and)\s(?:hva|hvordan|hvem|kva|korleis|what|how|who)\b", re.IGNORECASE)
_SMALL_WORDS = frozenset(
    (
        "det den de dei en ei et ein eit som om at du i på for til med av fra hva hvem hvor hvordan hvorfor hvilke når "
        "kva kven kor korleis kvifor har er ikke ikkje din ditt dine "
        "the a an to with your my our their that which what who how why when where did do does is are you it in on of "
        "have has not"
    ).split()
)
_LAST_WORD, _FIRST_WORD = re.compile(r"(\w+) $"), re.compile(r" (\w+)")
_WORD = re.compile(r"\w[\w'’-]*")


class QuestionWording(Value):
    """A question as the rules see it: on one line, what it quotes left out, and the guide that it stands in.

    ``terms`` are those of the guide's research questions, where it lists no concepts.
    """

    guide: Guide
    question: Question
    line: str
    main: str
    terms: tuple[str, ...] = ()
    patterns: LanguagePatterns | None = None

    @classmethod
    def of(
        cls, guide: Guide, question: Question, terms: tuple[str, ...] = (), patterns: LanguagePatterns | None = None
    ) -> "QuestionWording":
        """The wording of a question, and the patterns of its language where there are any."""
        line = without_quotes(one_line(question.ask))
        return cls(guide, question, line, main_part(line), terms, patterns)

    @cached_property
    def core(self) -> str:
        """The first question of the main wording, without what leads up to it."""
        return self.main if self.patterns is None else core(self.patterns, self.main)

    @cached_property
    def probes(self) -> tuple[str, ...]:
        """The built-in probes, as the main wording."""
        return tuple(without_quotes(one_line(probe.ask)) for probe in self.question.probes)


def find_double_barrelled(wording: QuestionWording, patterns: LanguagePatterns) -> RuleMatch | None:
    """Two things asked about at once; pairs that are one thing, and what lies in an aside about when, are none."""
    line = wording.main
    if patterns.conjunction.search(line) is None:
        return None
    exempt = [found.span() for found in patterns.fixed.finditer(line)]
    exempt += [found.span() for found in _find_names(_concepts(wording.guide.concepts), line)]
    told = patterns.between.search(line)
    if told is not None:
        word = told.group().split()[0].casefold()
        rest = " ".join([wording.line, *wording.probes]).casefold()
        if len(re.findall(rf"\b{re.escape(word)}\b", rest)) < 2:
            exempt.append(told.span())
    for joint in patterns.conjunction.finditer(line):
        start, end = joint.span()
        inside = any(first <= start and end <= last for first, last in exempt) or _are_one(patterns, line, start, end)
        if start and not inside and not _in_time_clause(patterns, line, start, end):
            side = patterns.sides.search(line)
            meant = side is not None and side.start() <= start and end <= side.end()
            form = "sides_marked" if wording.question.two_sided else "sides"
            return RuleMatch(_around(line, start, end), form if meant else "")
    return None


def _are_one(patterns: LanguagePatterns, line: str, start: int, end: int) -> bool:
    """Whether the words at either side of a conjunction are one thing when they are joined: "bread and butter"."""
    before, after = _LAST_WORD.search(line[:start]), _FIRST_WORD.match(line[end:])
    if before is None or after is None:
        return False
    return frozenset((before.group(1).casefold(), after.group(1).casefold())) in patterns.fixed_pairs


def _is_fixed(patterns: LanguagePatterns, line: str, start: int, end: int) -> bool:
    """Whether what lies there is within something that is one thing though it is joined."""
    return any(found.start() < end and start < found.end() for found in patterns.fixed.finditer(line))


def _in_time_clause(patterns: LanguagePatterns, line: str, start: int, end: int) -> bool:
    """Whether the conjunction joins what is told in a clause of time or condition: "a night when x went wrong or y"."""
    if patterns.asks_again.match(line[end:].lstrip()):
        return False
    before = line[:start].rstrip(" ,")
    clauses = list(patterns.while_clause.finditer(before))
    if not clauses or (clauses[-1].start() == 0 and "," not in line):
        return False
    clause = clauses[-1]
    between = before[clause.end() :]
    return not re.search(r"[,;.?!]", between) and patterns.both.search(between) is None


def _around(line: str, start: int, end: int) -> str:
    """A conjunction with its neighbours; more of them where they repeat each other or are small words."""
    before, after = _WORD.findall(line[:start]), _WORD.findall(line[end:])
    alike = len(before) > 1 and len(after) > 1 and before[-2].casefold() == after[0].casefold()
    right = 2
    while not alike and right < len(after) and after[right - 1].casefold() in _SMALL_WORDS:
        right += 1
    if not alike and after and after[0].casefold() not in _SMALL_WORDS:
        right = 1
    left = [] if re.search(r"[,;:.] ?$", line[:start]) else before[-2 if alike else -1 :]
    return words(" ".join([*left, line[start:end], *after[:right]]))


def find_stacked(wording: QuestionWording, patterns: LanguagePatterns | None) -> RuleMatch | None:
    """Several questions in one breath."""
    line = wording.line
    head, semicolon, tail = line.partition(";")
    if semicolon and head.strip() and tail.strip(" ?.!)"):
        return RuleMatch(words(tail))
    several = _SEVERAL.search(line)
    if several is not None and "?" in line[several.end() :]:
        return RuleMatch(words(line[several.end() :]))
    if patterns is None:
        return None
    found = patterns.side_by_side.search(line) or patterns.tail.search(line)
    if found is not None:
        return RuleMatch(words(found.group()))
    sentence = wording.core
    asked = patterns.asking.match(sentence)
    again = None if asked is None else patterns.asked_on.search(sentence)
    if again is not None and not _is_fixed(patterns, sentence, *again.span()):
        return RuleMatch(words(sentence[again.start() :]))
    for probe in wording.probes:
        if patterns.bare_why.match(probe):
            return RuleMatch(words(probe), "probe")
    return None


def find_closed(wording: QuestionWording, patterns: LanguagePatterns) -> RuleMatch | None:
    """A question that yes or no would answer; no invitation to tell, and no filter with a probe for its answer.

    Nor one that gives the informant the floor, plainly and once: "is there anything you would like to add?"
    """
    sentence = wording.core
    if not sentence.endswith("?") and "?" in wording.main:
        return None
    if patterns.closed.match(sentence) is None or patterns.invites.match(sentence) is not None:
        return None
    if patterns.floor.match(sentence) is not None and patterns.conjunction.search(wording.main) is None:
        return None
    conditions = (one_line(probe.condition or "") for probe in wording.question.probes)
    if any(patterns.answered.match(condition) for condition in conditions):
        return None
    return RuleMatch(words(" ".join(sentence.rstrip("?").split()[:2])))


def find_leading(wording: QuestionWording, patterns: LanguagePatterns) -> RuleMatch | None:
    """A question that shows which answer is wanted."""
    line = wording.line
    found = patterns.leading.search(line)
    if found is None:
        sentence = wording.core if line == wording.main else core(patterns, line)
        found = patterns.leading_start.match(sentence) or patterns.stated.match(sentence)
    if found is None and "?" in line and patterns.other_side.search(line) is None:
        found = patterns.claims.match(line)
    return None if found is None else RuleMatch(words(found.group()))


def find_degree(wording: QuestionWording, patterns: LanguagePatterns) -> RuleMatch | None:
    """How aware, how important: the quality is taken for granted and only its amount asked for."""
    found = patterns.degree.match(wording.core)
    return None if found is None else RuleMatch(words(found.group()))


def find_why(wording: QuestionWording, patterns: LanguagePatterns) -> RuleMatch | None:
    """Why, in the main wording or as a built-in probe."""
    found = _find_why(wording.line, patterns)
    if found is not None:
        return RuleMatch(found.group())
    for probe in wording.probes:
        found = _find_why(probe, patterns)
        if found is not None:
            return RuleMatch(words(probe), "probe")
    return None


def _find_why(line: str, patterns: LanguagePatterns) -> Found | None:
    """Why, where it is not what somebody else asks: "what do you say when children ask why?"."""
    others = [found.span() for found in patterns.others_why.finditer(line)]
    every = patterns.why.finditer(line)
    return next((one for one in every if not any(start <= one.start() < end for start, end in others)), None)


def find_jargon(wording: QuestionWording, patterns: LanguagePatterns | None) -> RuleMatch | None:
    """A concept of the guide by its name, a term of its research questions, or a word of theory."""
    line = one_line(wording.question.ask)
    endings = "" if patterns is None else f"(?:{'|'.join(patterns.parts['endings'])})?"
    for found in _find_names(_concepts(wording.guide.concepts), line, endings):
        return RuleMatch(words(found.group()), "concept")
    for found in _find_names(wording.terms, wording.line, endings):
        return RuleMatch(words(found.group()), "research")
    theory = None if patterns is None else patterns.theory.search(wording.line)
    return None if theory is None else RuleMatch(words(theory.group()))


def find_leaning(wording: QuestionWording, patterns: LanguagePatterns | None) -> RuleMatch | None:
    """A wording that points back at what was said before; not one that points within itself."""
    form = "alone" if wording.question.alone else ""
    line = wording.line
    for found in patterns.leans.finditer(line) if patterns else ():
        if _BREAK.search(line[: found.start()]) is None:
            following = re.match(r" [\w-]+", line[found.end() :])
            return RuleMatch(words(found.group() + (following.group() if following else "")), form)
    if wording.question.leans_on:
        return RuleMatch(", ".join(wording.question.leans_on), f"{form}_listed".strip("_"))
    return None


def find_long(wording: QuestionWording, _: LanguagePatterns | None) -> RuleMatch | None:
    """More words than are easily kept in mind; the evidence is their number."""
    count = len(_WORD.findall(wording.question.ask[:MOST_READ]))
    return RuleMatch(str(count)) if count > MOST_WORDS else None


def find_two_sided(wording: QuestionWording, patterns: LanguagePatterns | None) -> RuleMatch | None:
    """Both sides of something are asked for, by the wording or because the guide says so."""
    found = None if patterns is None else patterns.sides.search(wording.line)
    marked = wording.question.two_sided
    if found is not None:
        return RuleMatch(words(found.group()), "marked" if marked else "")
    return RuleMatch("", "only_marked") if marked else None


def _concepts(concepts: tuple[Concept, ...]) -> Iterator[str]:
    return (one_line(concept.name) for concept in concepts)


def _find_names(names: Iterable[str], line: str, endings: str = "") -> list[re.Match[str]]:
    """Where these stand in a line by their names, with an ending at most."""
    found: list[re.Match[str]] = []
    for name in names:
        if name.casefold() in line.casefold():
            found += list(re.finditer(rf"(?<!\w){re.escape(name)}{endings}(?!\w)", line, re.IGNORECASE))
    return sorted(found, key=lambda match: match.start())


IN_A_LANGUAGE: Mapping[str, Callable[[QuestionWording, LanguagePatterns], RuleMatch | None]] = {
    "double-barrelled": find_double_barrelled,
    "closed": find_closed,
    "leading": find_leading,
    "degree": find_degree,
    "why": find_why,
}
"""The rules that need to know the guide's language."""

IN_ANY: Mapping[str, Callable[[QuestionWording, LanguagePatterns | None], RuleMatch | None]] = {
    "stacked": find_stacked,
    "jargon": find_jargon,
    "leans": find_leaning,
    "long": find_long,
    "two-sided": find_two_sided,
}
"""The rules that see something in any language."""
