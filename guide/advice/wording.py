"""The rules about one question's wording, each with the words in it that made the finding.

What is judged is the main wording; built-in probes count where they are said in the same breath.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from guide.advice.language import MOST_READ, Found, core, main_part, one_line, unquoted, words
from guide.advice.tongue import Tongue
from guide.model import Concept, Guide, Question
from guide.values import Value

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
_WORD = re.compile(r"\w[\w'’-]*")


class Wording(Value):
    """A question as the rules see it: on one line, what it quotes left out, and the guide that it stands in.

    ``terms`` are those of the guide's research questions, where it lists no concepts.
    """

    guide: Guide
    question: Question
    line: str
    main: str
    terms: tuple[str, ...] = ()

    @classmethod
    def of(cls, guide: Guide, question: Question, terms: tuple[str, ...] = ()) -> "Wording":
        """The wording of a question."""
        line = unquoted(one_line(question.ask))
        return cls(guide, question, line, main_part(line), terms)

    @property
    def probes(self) -> tuple[str, ...]:
        """The built-in probes, as the main wording."""
        return tuple(unquoted(one_line(probe.ask)) for probe in self.question.probes)


def double_barrelled(wording: Wording, tongue: Tongue) -> Found | None:
    """Two things asked about at once; pairs that are one thing, and what lies in an aside about when, are none."""
    line = wording.main
    exempt = [found.span() for found in tongue.fixed.finditer(line)]
    exempt += [found.span() for found in _named(_concepts(wording.guide.concepts), line)]
    told = tongue.between.search(line)
    if told is not None:
        word = told.group().split()[0].casefold()
        rest = " ".join([wording.line, *wording.probes]).casefold()
        if len(re.findall(rf"\b{re.escape(word)}\b", rest)) < 2:
            exempt.append(told.span())
    for joint in tongue.conjunction.finditer(line):
        start, end = joint.span()
        inside = any(first <= start and end <= last for first, last in exempt)
        if start and not inside and not _told_aside(tongue, line, start, end):
            side = tongue.sides.search(line)
            meant = side is not None and side.start() <= start and end <= side.end()
            return Found(_around(line, start, end), "sides" if meant else "")
    return None


def _told_aside(tongue: Tongue, line: str, start: int, end: int) -> bool:
    """Whether the conjunction joins what is told in a clause of time or condition: "a night when x went wrong or y"."""
    if tongue.asks_again.match(line[end:].lstrip()):
        return False
    before = line[:start].rstrip(" ,")
    clauses = list(tongue.while_clause.finditer(before))
    if not clauses or (clauses[-1].start() == 0 and "," not in line):
        return False
    clause = clauses[-1]
    between = before[clause.end() :]
    return not re.search(r"[,;.?!]", between) and tongue.both.search(between) is None


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


def stacked(wording: Wording, tongue: Tongue | None) -> Found | None:
    """Several questions in one breath."""
    line = wording.line
    head, semicolon, tail = line.partition(";")
    if semicolon and head.strip() and tail.strip(" ?.!)"):
        return Found(words(tail))
    several = _SEVERAL.search(line)
    if several is not None and "?" in line[several.end() :]:
        return Found(words(line[several.end() :]))
    if tongue is None:
        return None
    found = tongue.side_by_side.search(line) or tongue.tail.search(line)
    if found is not None:
        return Found(words(found.group()))
    for probe in wording.probes:
        if tongue.bare_why.match(probe):
            return Found(words(probe), "probe")
    return None


def closed(wording: Wording, tongue: Tongue) -> Found | None:
    """A question that yes or no would answer; no invitation to tell, and no filter with a probe for its answer.

    Nor one that gives the informant the floor, plainly and once: "is there anything you would like to add?"
    """
    sentence = core(tongue, wording.main)
    if tongue.floor.match(sentence) is not None and tongue.conjunction.search(wording.main) is None:
        return None
    if not sentence.endswith("?") and "?" in wording.main:
        return None
    if tongue.closed.match(sentence) is None or tongue.invites.match(sentence) is not None:
        return None
    conditions = (one_line(probe.condition or "") for probe in wording.question.probes)
    if any(tongue.answered.match(condition) for condition in conditions):
        return None
    return Found(words(" ".join(sentence.rstrip("?").split()[:2])))


def leading(wording: Wording, tongue: Tongue) -> Found | None:
    """A question that shows which answer is wanted."""
    found = tongue.leading.search(wording.line) or tongue.leading_start.match(core(tongue, wording.line))
    return None if found is None else Found(words(found.group()))


def degree(wording: Wording, tongue: Tongue) -> Found | None:
    """How aware, how important: the quality is taken for granted and only its amount asked for."""
    found = tongue.degree.match(core(tongue, wording.main))
    return None if found is None else Found(words(found.group()))


def why(wording: Wording, tongue: Tongue) -> Found | None:
    """Why, in the main wording or as a built-in probe."""
    found = tongue.why.search(wording.line)
    if found is not None:
        return Found(found.group())
    for probe in wording.probes:
        found = tongue.why.search(probe)
        if found is not None:
            return Found(words(probe), "probe")
    return None


def jargon(wording: Wording, tongue: Tongue | None) -> Found | None:
    """A concept of the guide by its name, a term of its research questions, or a word of theory."""
    line = one_line(wording.question.ask)
    endings = "" if tongue is None else tongue.endings
    for found in _named(_concepts(wording.guide.concepts), line, endings):
        return Found(words(found.group()), "concept")
    for found in _named(wording.terms, wording.line, endings):
        return Found(words(found.group()), "research")
    theory = None if tongue is None else tongue.theory.search(wording.line)
    return None if theory is None else Found(words(theory.group()))


def leans(wording: Wording, tongue: Tongue | None) -> Found | None:
    """A wording that points back at what was said before; not one that points within itself."""
    form = "alone" if wording.question.alone else ""
    line = wording.line
    for found in tongue.leans.finditer(line) if tongue else ():
        if _BREAK.search(line[: found.start()]) is None:
            return Found(_pointing(line, found), form)
    if wording.question.leans_on:
        return Found(", ".join(wording.question.leans_on), f"{form}_listed".strip("_"))
    return None


def _pointing(line: str, found: re.Match[str]) -> str:
    following = re.match(r" [\w-]+", line[found.end() :])
    return words(found.group() + (following.group() if following else ""))


def long(wording: Wording, _: Tongue | None) -> Found | None:
    """More words than are easily kept in mind; the evidence is their number."""
    count = len(_WORD.findall(wording.question.ask[:MOST_READ]))
    return Found(str(count)) if count > MOST_WORDS else None


def two_sided(wording: Wording, tongue: Tongue | None) -> Found | None:
    """Both sides of something are asked for, by the wording or because the guide says so."""
    found = None if tongue is None else tongue.sides.search(wording.line)
    marked = wording.question.two_sided
    if found is not None:
        return Found(words(found.group()), "marked" if marked else "")
    return Found("", "only_marked") if marked else None


def _concepts(concepts: tuple[Concept, ...]) -> Iterator[str]:
    return (one_line(concept.name) for concept in concepts)


def _named(names: Iterable[str], line: str, endings: str = "") -> list[re.Match[str]]:
    """Where these stand in a line by their names, with an ending at most."""
    found: list[re.Match[str]] = []
    for name in names:
        if name.casefold() in line.casefold():
            found += list(re.finditer(rf"(?<!\w){re.escape(name)}{endings}(?!\w)", line, re.IGNORECASE))
    return sorted(found, key=lambda match: match.start())


IN_A_LANGUAGE: Mapping[str, Callable[[Wording, Tongue], Found | None]] = {
    "double-barrelled": double_barrelled,
    "closed": closed,
    "leading": leading,
    "degree": degree,
    "why": why,
}
"""The rules that need to know the guide's language."""

IN_ANY: Mapping[str, Callable[[Wording, Tongue | None], Found | None]] = {
    "stacked": stacked,
    "jargon": jargon,
    "leans": leans,
    "long": long,
    "two-sided": two_sided,
}
"""The rules that see something in any language."""
