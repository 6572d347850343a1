"""Utterances: what an interviewer says, by Kvale's types.

One utterance has one type, the rule that told it, whether it is open or closed, and what in its wording may stand in
the way of an answer. The latter are the rules of ``guide/advice``; all go by words alone, and say so.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from guide.advice.patterns import patterns_of
from guide.advice.question_rules import IN_A_LANGUAGE, IN_ANY, QuestionWording
from guide.frozen import Value
from guide.labels import label_of
from guide.model import Concept, Guide, Question
from guide.normalize import plain, words_of
from interviews.practice import is_kept_silence
from interviews.practice.utterance_patterns import UtterancePatterns, utterance_patterns

Kind = Literal[
    "introducing", "follow_up", "probing", "specifying", "direct", "indirect", "structuring", "silence", "interpreting",
    "remark",
]  # fmt: skip
"""Kvale's nine types of questions, and what is none of them."""

Rule = Literal[
    "dots", "nod", "topic", "care", "summary", "meaning", "mention", "echo", "more", "others", "concrete", "tell",
    "question", "clarifying", "words",
]  # fmt: skip
"""What an utterance's type was told by."""

WORDING = ("double-barrelled", "stacked", "closed", "leading", "why", "jargon")
"""The rules of advice that are asked of an utterance."""

FAULTS = (*WORDING, "assessing", "counselling")

_ECHO = 8
"""Words of an utterance that may be an echo of the informant's own."""
_STEM = 5
_LEAST = 4


class Fault(NamedTuple):
    """What may stand in the way of an answer, by its rule; ``evidence`` are the words that showed it."""

    rule: str
    evidence: str


class Utterance(Value):
    """What an utterance is; ``is_open`` is None for what is no question."""

    kind: Kind
    rule: Rule
    is_open: bool | None = None
    faults: tuple[Fault, ...] = ()

    @property
    def is_nod(self) -> bool:
        """Whether it lets the informant go on speaking."""
        return self.rule in ("nod", "dots")


class Setting(NamedTuple):
    """What an utterance is heard against.

    ``heard`` is what the informant said last, ``asked`` the question in hand, ``concepts`` the guide's, ``names``
    words by which openings in the answers are known.
    """

    language: str
    heard: str = ""
    asked: str = ""
    concepts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@lru_cache(maxsize=512)  # an informant listens again at every tick of the clock
def classify(text: str, setting: Setting) -> Utterance:
    """The type of an utterance, and what its wording does."""
    if is_kept_silence(text):
        return Utterance("silence", "dots")
    patterns = utterance_patterns(setting.language)
    line = " ".join(text.split())
    if patterns.nod.fullmatch(line):
        return Utterance("follow_up", "nod")
    asks = patterns.asks.search(line) is not None or patterns.introducing.search(line) is not None
    wording = _find_wording(line if line.endswith(("?", ".", "!")) else f"{line}?", setting) if asks else {}
    asks = asks or "closed" in _find_wording(f"{line}?", setting)
    kind, rule = _type_of(line, patterns, setting, asks=asks)
    if kind in ("structuring", "interpreting") or rule == "clarifying":
        wording = {name: words for name, words in wording.items() if name == "leading"}
    elif rule == "tell" or patterns.counselling.search(line):
        wording.pop("closed", None)  # an invitation and a piece of advice are no filters
    if asks and kind != "structuring" and patterns.leading.search(line):
        wording.setdefault("leading", line)
    if _is_shared(wording.get("jargon", ""), line, setting):
        wording.pop("jargon", None)
    if "stacked" in wording:
        wording.pop("double-barrelled", None)
    faults = [Fault(name, wording[name]) for name in WORDING if name in wording]
    if rule not in ("care", "clarifying"):
        told = (("assessing", patterns.assessing), ("counselling", patterns.counselling))
        faults += [Fault(name, found.group()) for name, form in told if (found := form.search(line))]
    states = "leading" in wording and wording["leading"] == line
    is_open = "closed" not in wording and not states if kind not in ("structuring", "remark", "interpreting") else None
    return Utterance(kind, rule, is_open if asks or rule == "echo" else None, tuple(faults))


def _type_of(line: str, patterns: UtterancePatterns, setting: Setting, *, asks: bool) -> tuple[Kind, Rule]:
    """The first rule that fits, the ones that say most first."""
    if patterns.clarifies.search(line) and _concepts_in(line, setting):
        return "remark", "clarifying"
    if patterns.care.search(line):
        return "structuring", "care"
    if patterns.summary.search(line):
        return "interpreting", "summary"
    if patterns.interpreting.search(line):
        return "interpreting", "meaning"
    if patterns.structuring.search(line):
        return "structuring", "topic"
    if patterns.mentions.search(line) or (asks and any(_has(line, name) for name in setting.names)):
        return "follow_up", "mention"
    advises = not asks and patterns.counselling.search(line) is not None
    if len(line.split()) <= _ECHO and not advises and _echoes(line, patterns, setting):
        return "follow_up", "echo"
    rules: tuple[tuple[Kind, Rule, re.Pattern[str]], ...] = (
        ("probing", "more", patterns.probing),
        ("indirect", "others", patterns.indirect),
        ("specifying", "concrete", patterns.specifying),
        ("introducing", "tell", patterns.introducing),
    )
    found = next(((kind, rule) for kind, rule, form in rules if asks and form.search(line)), None)
    return found or (("direct", "question") if asks else ("remark", "words"))


def _find_wording(line: str, setting: Setting) -> dict[str, str]:
    """What the rules of advice find, with the words that showed it."""
    advice = patterns_of(setting.language)
    guide = Guide("", setting.language, concepts=tuple(Concept(name) for name in setting.concepts))
    wording = QuestionWording.of(guide, Question("", line, label_of(line)))
    found = {rule: IN_ANY[rule](wording, advice) for rule in WORDING if rule in IN_ANY}
    if advice is not None:
        found |= {rule: IN_A_LANGUAGE[rule](wording, advice) for rule in WORDING if rule in IN_A_LANGUAGE}
    return {rule: one.evidence for rule, one in found.items() if one is not None}


def _is_shared(term: str, line: str, setting: Setting) -> bool:
    """Whether a term is the informant's own, or is asked about: then it stands in nobody's way."""
    asks_what_it_is = re.search(
        r"\b(?:hva|kva) (?:legger|legg|mener|meiner|forstår|tenker) du\b|\bwhat (?:do you mean|does|comes to mind)\b|"
        r"\bhow do you understand\b",
        line,
        re.IGNORECASE,
    )
    return bool(term) and (plain(term) in plain(setting.heard) or asks_what_it_is is not None)


def _concepts_in(line: str, setting: Setting) -> tuple[str, ...]:
    return tuple(name for name in setting.concepts if _has(line, name))


def clarified_in(text: str, setting: Setting) -> tuple[str, ...]:
    """The concepts that an utterance says the meaning of: "by this I mean …"."""
    line = " ".join(text.split())
    return _concepts_in(line, setting) if utterance_patterns(setting.language).clarifies.search(line) else ()


def _has(line: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(plain(name))}", plain(line)) is not None


def content_words(text: str, language: str) -> list[str]:
    """The words of a text that carry a meaning of their own."""
    little = utterance_patterns(language).little
    return [word for word in words_of(text) if len(word) >= _LEAST and word not in little]


def _echoes(line: str, patterns: UtterancePatterns, setting: Setting) -> bool:
    """Whether a short utterance says again a word of the informant's that the question in hand had not."""
    said = {word[:_STEM] for word in words_of(setting.heard) if len(word) >= _LEAST and word not in patterns.little}
    given = {word[:_STEM] for word in words_of(setting.asked)}
    return any(
        word[:_STEM] in said - given for word in words_of(line) if len(word) >= _LEAST and word not in patterns.little
    )
