"""The rules about a guide as a whole: examples asked for, the roles of its questions, and what it opens with."""

from collections.abc import Iterator

from guide.advice.language import Found, core, main_part, one_line, unquoted, words
from guide.advice.tongue import Tongue
from guide.model import Guide, Part, Question, ResearchQuestion

_FEWEST = 6
_OPENING = 2


def planned(guide: Guide) -> tuple[Question, ...]:
    """The questions of the sections, without the closing."""
    return tuple(question for section in guide.sections for question in section.questions)


def leaves(guide: Guide) -> tuple[ResearchQuestion | Part, ...]:
    """What questions are counted for without counting twice: parts, and research questions that have none in use."""
    found: list[ResearchQuestion | Part] = []
    for owner in guide.research_questions:
        parts = [part for part in owner.parts if guide.serving(part.id)]
        found += parts or [owner]
    return tuple(found)


def no_example(guide: Guide, tongue: Tongue) -> Iterator[Found]:
    """Research questions, or parts, under which no question or probe asks for a concrete instance."""
    asking = {question.id for question in guide.questions if _asks_for_instance(question, tongue)}
    for target in leaves(guide):
        serving = guide.serving(target.id)
        owner = guide.owner(target.id)
        whole = [question for question in guide.questions if owner in question.serves]
        if serving and not asking & {question.id for question in (*serving, *whole)}:
            yield Found(target.id, about=target.short)


def _asks_for_instance(question: Question, tongue: Tongue) -> bool:
    told = (question.ask, *(probe.ask for probe in question.probes))
    return any(tongue.instance.search(unquoted(one_line(text))) for text in told)


def missing_role(guide: Guide, tongue: Tongue | None) -> Iterator[Found]:
    """The roles that no question has: warm-up, transition, closing; the evidence is the role."""
    questions = planned(guide)
    if not questions:
        return
    if tongue is not None:
        if not _warm_up(guide, questions, tongue):
            yield Found("warm-up", "warm-up")
        sections = [section for section in guide.sections if section.questions]
        if len(sections) > 1 and len(questions) >= _FEWEST and not _transition(guide, questions, tongue):
            yield Found("transition", "transition")
    if not guide.closing and not (tongue and tongue.anything_else.search(one_line(questions[-1].ask))):
        yield Found("closing", "closing")


def _warm_up(guide: Guide, questions: tuple[Question, ...], tongue: Tongue) -> bool:
    first = next(section for section in guide.sections if section.questions)
    if tongue.warm_title.search(one_line(first.title)):
        return True
    openings = (core(tongue, one_line(question.ask)) for question in questions[:_OPENING])
    return any(tongue.warm_up.match(opening) for opening in openings)


def _transition(guide: Guide, questions: tuple[Question, ...], tongue: Tongue) -> bool:
    titles = any(tongue.transition_title.match(one_line(section.title)) for section in guide.sections)
    return titles or any(tongue.transition.search(one_line(question.ask)) for question in questions[1:])


def abstract_first(guide: Guide, tongue: Tongue) -> tuple[str, Found] | None:
    """The first question's id, when it asks for an opinion or a degree though some other asks what is done."""
    questions = planned(guide)
    if not questions:
        return None
    opening = core(tongue, main_part(unquoted(one_line(questions[0].ask))))
    found = tongue.degree.match(opening) or tongue.opinion.match(opening)
    if found is None:
        return None
    for question in questions[1:]:
        if tongue.behaviour.match(core(tongue, one_line(question.ask))):
            return questions[0].id, Found(words(found.group()), about=question.id)
    return None
