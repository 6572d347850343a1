"""A guide in which questions, research questions and parts have other ids, and all that refers to them too."""

from collections.abc import Mapping

from guide.model import Guide, Question, ResearchQuestion, Section
from guide.values import NOTHING


def renamed(guide: Guide, questions: Mapping[str, str], targets: Mapping[str, str] = NOTHING) -> Guide:
    """The guide with other ids, and with what refers to them."""

    def target(id: str) -> str:
        return targets.get(id, id)

    def question(one: Question) -> Question:
        leans_on = tuple(questions.get(id, target(id)) for id in one.leans_on)
        return one.but(id=questions.get(one.id, one.id), serves=tuple(map(target, one.serves)), leans_on=leans_on)

    def section(one: Section) -> Section:
        return one.but(serves=tuple(map(target, one.serves)), questions=tuple(map(question, one.questions)))

    def research_question(one: ResearchQuestion) -> ResearchQuestion:
        return one.but(id=target(one.id), parts=tuple(part.but(id=target(part.id)) for part in one.parts))

    return guide.but(
        research_questions=tuple(map(research_question, guide.research_questions)),
        sections=tuple(map(section, guide.sections)),
        closing=tuple(map(question, guide.closing)),
    )
