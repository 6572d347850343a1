"""Concrete examples, where a question asks for them: how many were told, and what was covered without any.

The interviewer decides what an example is: a cover with depth 3 is one, and so is an experience told on one of the two
sides that a question asks for.
"""

from interviews.coverage import coverage
from interviews.events import Covered, Declined, Sided, Skipped, Unmarked
from interviews.state import Interview

WITH_EXAMPLE = 3
"""The depth that says that an example was given."""


def examples(interview: Interview) -> dict[str, int]:
    """How many examples were told, for every question of the guide.

    Covers with an example count until a judgement in force says otherwise. One that was also marked on a side is the
    same one, so the larger of the two numbers is told.
    """
    return interview.remembered("examples", lambda: _counted(interview))


def _counted(interview: Interview) -> dict[str, int]:
    covers = {question.id: 0 for question in interview.guide.questions}
    sided = dict(covers)
    for act in interview.events():
        match act:
            case Covered(depth=None):
                pass
            case Covered() | Skipped() | Declined() | Unmarked():
                more = isinstance(act, Covered) and act.depth == WITH_EXAMPLE
                for question in act.questions:
                    covers[question] = covers.get(question, 0) + 1 if more else 0
            case Sided():
                sided[act.question] = sided.get(act.question, 0) + 1
            case _:
                pass
    return {id: max(number, sided[id]) for id, number in covers.items() if id in sided}


def without_example(interview: Interview) -> tuple[str, ...]:
    """What was covered and stayed abstract: research questions, then single questions that ask for an example.

    A research question is named where something under it was covered, and nothing with an example: Malterud 2011 asks
    for concrete instances. A question is named where the guide says how many are wanted and there is none.
    """
    found, told = coverage(interview).questions, examples(interview)
    covered = {id for id, one in found.items() if one.state == "covered"}
    bare = []
    for one in interview.guide.research_questions:
        serving = {question.id for question in interview.guide.serving(one.id)} & covered
        if serving and not any(told[id] for id in serving):
            bare.append(one.id)
    wanting = (one.id for one in interview.guide.questions if one.examples and one.id in covered and not told[one.id])
    return (*bare, *wanting)
