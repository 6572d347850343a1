"""Advice on a guide's wording, after the literature on interviewing.

It is advisory, and overruled with a reason.

Precision counts for more than recall: advice that is wrong teaches its reader to skip the next piece.
"""

from collections.abc import Iterator

from guide.advice.guide_rules import abstract_first, missing_role, no_example, research_terms
from guide.advice.patterns import LanguagePatterns, RuleMatch, one_line, patterns_of
from guide.advice.question_rules import IN_A_LANGUAGE, IN_ANY, QuestionWording
from guide.frozen import Value
from guide.model import Guide
from guide.schema import RULES

FORMS = (
    *(rule for rule in RULES if rule != "missing-role"),
    "double-barrelled_sides",
    "double-barrelled_sides_marked",
    "stacked_probe",
    "why_probe",
    "jargon_concept",
    "jargon_research",
    "leans_alone",
    "leans_listed",
    "leans_alone_listed",
    "two-sided_marked",
    "two-sided_only_marked",
    "missing-role_warm-up",
    "missing-role_transition",
    "missing-role_closing",
)
"""Every way in which a piece of advice is found, as ``Advice.name`` has it: each is said in words of its own."""


class Advice(Value):
    """One piece of advice. ``question`` is None when it is about the whole guide.

    ``evidence`` is what made it: words of the question, the number of its words for ``long``, ids for what it is listed
    as leaning on, a research question's id for ``no-example``, a role for ``missing-role``. ``form`` tells apart the
    ways in which a rule finds something, and ``about`` is what the message names besides.
    """

    question: str | None
    rule: str
    evidence: str
    form: str = ""
    about: str = ""

    @property
    def name(self) -> str:
        """The rule, and the way in which it found something where there are several."""
        return f"{self.rule}_{self.form}" if self.form else self.rule


class AcceptedAdvice(Value):
    """A piece of advice that the author overruled, with the reason."""

    rule: str
    question: str | None
    reason: str


class Judgement(Value):
    """A guide's wording judged: the advice that stands, in the guide's order, what is about the whole guide last.

    ``overruled`` is what its author accepted, each with the reason; a reason for what was never found is not among it.
    """

    stands: tuple[Advice, ...]
    overruled: tuple[AcceptedAdvice, ...]


def judge(guide: Guide) -> Judgement:
    """What there is to say of a guide's wording."""
    stands: list[Advice] = []
    overruled: dict[AcceptedAdvice, None] = {}
    for advice in _all(guide):
        reason = _reason(guide, advice)
        if reason is None:
            stands.append(advice)
        else:
            overruled[AcceptedAdvice(advice.rule, advice.question, reason)] = None
    return Judgement(tuple(stands), tuple(overruled))


def advise(guide: Guide) -> tuple[Advice, ...]:
    """The advice that stands."""
    return judge(guide).stands


def find_accepted(guide: Guide) -> tuple[AcceptedAdvice, ...]:
    """The advice that the author overruled, each with the reason."""
    return judge(guide).overruled


def _reason(guide: Guide, advice: Advice) -> str | None:
    question = None if advice.question is None else guide.question(advice.question)
    own = None if question is None else question.accepted.get(advice.rule)
    return guide.accepted.get(advice.rule) if own is None else own


def _all(guide: Guide) -> Iterator[Advice]:
    patterns = patterns_of(guide.language)
    if patterns is not None:
        patterns = patterns.within(_texts(guide))
    opening = None if patterns is None else abstract_first(guide, patterns)
    terms = () if patterns is None else research_terms(guide, patterns)
    for question in guide.questions:
        found = _of_wording(QuestionWording.of(guide, question, terms, patterns), patterns)
        if opening is not None and opening[0] == question.id:
            found["abstract-first"] = opening[1]
        for rule in RULES:
            if rule in found:
                yield _advice(question.id, rule, found[rule])
    if patterns is not None:
        for missing in no_example(guide, patterns):
            yield _advice(None, "no-example", missing)
    for role in missing_role(guide, patterns):
        yield _advice(None, "missing-role", role)


def _texts(guide: Guide) -> Iterator[str]:
    """Every text of a guide that patterns are looked for in."""
    for question in guide.questions:
        yield one_line(question.ask)
        for probe in question.probes:
            yield from (one_line(probe.ask), one_line(probe.condition or ""))
    yield from (one_line(section.title) for section in guide.sections)
    yield from (one_line(guide.problem or ""), *(one_line(target.text) for target in guide.targets))


def _of_wording(wording: QuestionWording, patterns: LanguagePatterns | None) -> dict[str, RuleMatch]:
    found = {rule: judge(wording, patterns) for rule, judge in IN_ANY.items()}
    if patterns is not None:
        found |= {rule: judge(wording, patterns) for rule, judge in IN_A_LANGUAGE.items()}
    return {rule: one for rule, one in found.items() if one is not None}


def _advice(question: str | None, rule: str, found: RuleMatch) -> Advice:
    return Advice(question, rule, found.evidence, found.form, found.about)
