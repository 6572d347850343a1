"""Rules about a whole guide: examples, roles, opening question, terms.

Research questions are put in theory language and interview questions in everyday language (Kvale & Brinkmann), so a
technical term that has gone from the former into the latter is worth a look.
"""

from collections import Counter
from collections.abc import Iterator

from guide.advice.patterns import LanguagePatterns, RuleMatch, core, main_part, one_line, without_quotes, words
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
    first = next(section for section in guide.sections if section.questions)
    if patterns.warm_title.search(one_line(first.title)):
        return True
    openings = (core(patterns, one_line(question.ask)) for question in questions[:_OPENING])
    return any(patterns.warm_up.match(opening) for opening in openings)


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
