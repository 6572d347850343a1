"""Rules about a whole guide: examples, roles, opening, balance.

Research questions are put in theory language and interview questions in everyday language (Kvale & Brinkmann), so a
technical term that has gone from the former into the latter is worth a look.
"""

from collections import Counter
from collections.abc import Iterator

from guide.advice.patterns import LanguagePatterns, RuleMatch, core, main_part, one_line, without_quotes, words
from guide.frozen import Value
from guide.model import Guide, Part, Question, ResearchQuestion

_FEWEST = 6
_OPENING = 2


def section_questions(guide: Guide) -> tuple[Question, ...]:
    """The questions of the sections, without the closing."""
    return tuple(question for section in guide.sections for question in section.questions)


def leaves(guide: Guide) -> tuple[ResearchQuestion | Part, ...]:
    """What questions are counted for without counting twice: parts, and research questions that have none in use."""
    found: list[ResearchQuestion | Part] = []
    for owner in guide.research_questions:
        parts = [part for part in owner.parts if guide.serving(part.id)]
        found += parts or [owner]
    return tuple(found)


def no_example(guide: Guide, patterns: LanguagePatterns) -> Iterator[RuleMatch]:
    """Research questions, or parts, under which no question or probe asks for a concrete instance."""
    asking = {question.id for question in guide.questions if _asks_for_instance(question, patterns)}
    for target in leaves(guide):
        serving = guide.serving(target.id)
        owner = guide.owner(target.id)
        whole = [question for question in guide.questions if owner in question.serves]
        if serving and not asking & {question.id for question in (*serving, *whole)}:
            yield RuleMatch(target.id, about=target.short)


def _asks_for_instance(question: Question, patterns: LanguagePatterns) -> bool:
    told = (question.ask, *(probe.ask for probe in question.probes))
    return any(patterns.instance.search(without_quotes(one_line(text))) for text in told)


def missing_role(guide: Guide, patterns: LanguagePatterns | None) -> Iterator[RuleMatch]:
    """The roles that no question has: warm-up, transition, closing; the evidence is the role."""
    questions = section_questions(guide)
    if not questions:
        return
    if patterns is not None:
        if not _warm_up(guide, questions, patterns):
            yield RuleMatch("warm-up", "warm-up")
        sections = [section for section in guide.sections if section.questions]
        if len(sections) > 1 and len(questions) >= _FEWEST and not _transition(guide, questions, patterns):
            yield RuleMatch("transition", "transition")
    if not guide.closing and not (patterns and patterns.anything_else.search(one_line(questions[-1].ask))):
        yield RuleMatch("closing", "closing")


def _warm_up(guide: Guide, questions: tuple[Question, ...], patterns: LanguagePatterns) -> bool:
    """Whether one of the first two questions is easy; one that comes second and wants a certain time told is not."""
    section = next(section for section in guide.sections if section.questions)
    if patterns.warm_title.search(one_line(section.title)):
        return True
    first, *second = (core(patterns, one_line(question.ask)) for question in questions[:_OPENING])
    easy = [first, *(opening for opening in second if patterns.instance.search(opening) is None)]
    return any(patterns.warm_up.match(opening) for opening in easy)


def _transition(guide: Guide, questions: tuple[Question, ...], patterns: LanguagePatterns) -> bool:
    titles = any(patterns.transition_title.match(one_line(section.title)) for section in guide.sections)
    return titles or any(patterns.transition.search(one_line(question.ask)) for question in questions[1:])


def abstract_first(guide: Guide, patterns: LanguagePatterns) -> tuple[str, RuleMatch] | None:
    """The first question's id, when it asks for an opinion or a degree though some other asks what is done."""
    questions = section_questions(guide)
    if not questions:
        return None
    opening = core(patterns, main_part(without_quotes(one_line(questions[0].ask))))
    found = patterns.degree.match(opening) or patterns.opinion.match(opening)
    if found is None:
        return None
    for question in questions[1:]:
        if patterns.behaviour.match(core(patterns, one_line(question.ask))):
            return questions[0].id, RuleMatch(words(found.group()), about=question.id)
    return None


_OFTEN = 2


def research_terms(guide: Guide, patterns: LanguagePatterns) -> tuple[str, ...]:
    """The terms that stand in two or more of the problem statement and the research questions, in small letters.

    A research question and its parts are one text, for parts repeat what they are parts of. None where the guide lists
    its concepts: then the author has said which words need care.
    """
    if guide.concepts:
        return ()
    texts = [guide.problem or ""]
    texts += [" … ".join(target.text for target in owner.targets) for owner in guide.research_questions]
    counts = Counter(term for text in texts for term in sorted(_terms(text, patterns)))
    return tuple(term for term, count in counts.items() if count >= _OFTEN)


def _terms(text: str, patterns: LanguagePatterns) -> set[str]:
    return {found.group().casefold() for found in patterns.term.finditer(without_quotes(one_line(text)))}


# Balance: how questions spread over targets, concepts and minutes.
#
# Questions to the researcher, not faults: a guide may well ask more about one thing than about another.

MINUTES_EACH = 6.0
"""Under so many minutes a question the load is told: ten an hour, where most sources for open interviews stop."""

_UNEVEN = 2
_MANY_TIMES = 3


class Uneven(Value):
    """Under one research question or part: how many questions ask about each concept alone, and about several."""

    target: str
    alone: tuple[tuple[str, int], ...]
    together: int


class Load(Value):
    """Questions and probes against the planned minutes; ``estimated`` sums the questions' own where all have some."""

    questions: int
    probes: int
    minutes: float
    estimated: float | None

    @property
    def each(self) -> float:
        """Minutes for one question, were they shared equally."""
        return self.minutes / self.questions


class Balance(Value):
    """What is worth a look: ``few`` holds research questions with few questions beside the one with the most."""

    counts: tuple[tuple[str, int], ...] = ()
    few: tuple[str, ...] = ()
    uneven: tuple[Uneven, ...] = ()
    load: Load | None = None


def balance(guide: Guide) -> Balance:
    """How the guide's questions are spread."""
    counts = tuple((target.id, len(guide.serving(target.id))) for target in leaves(guide))
    most = max((count for _, count in counts), default=0)
    few = tuple(name for name, count in counts if count > 0 and count * _MANY_TIMES <= most)
    uneven = tuple(found for target in leaves(guide) if (found := _uneven(guide, target.id)) is not None)
    return Balance(counts, few, uneven, _load(guide))


def _uneven(guide: Guide, target: str) -> Uneven | None:
    """Concepts that are asked about here, when one of them is asked about alone much oftener than another."""
    serving = guide.serving(target)
    about = [concept.name for concept in guide.concepts if any(concept.name in one.concepts for one in serving)]
    alone = tuple((name, sum(1 for one in serving if one.concepts == (name,))) for name in about)
    times = [count for _, count in alone]
    if len(times) < 2 or max(times) - min(times) < _UNEVEN:
        return None
    return Uneven(target, alone, sum(1 for one in serving if len(one.concepts) > 1))


def _load(guide: Guide) -> Load | None:
    questions = guide.questions
    if guide.minutes is None or not questions:
        return None
    own = [question.minutes for question in questions if question.minutes is not None]
    estimated = sum(own) if len(own) == len(questions) else None
    probes = sum(len(question.probes) for question in questions)
    load = Load(len(questions), probes, guide.minutes, estimated)
    over = estimated is not None and estimated > guide.minutes
    return load if over or load.each < MINUTES_EACH else None
