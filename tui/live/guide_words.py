"""The whole guide in words: how every question stands."""

from collections.abc import Iterator

from guide.model import Group, Question
from interviews.core.checklists import sides
from interviews.core.coverage import Coverage, coverage, examples
from interviews.core.state import Interview
from tui.sentences.code_names import DEPTH_NAMES, SIDE_NAMES, STATE_NAMES, TARGET_STATES
from tui.translator import N_, Translator


def guide_lines(interview: Interview, _: Translator) -> list[str]:
    """The research questions' coverage, then each group and its questions, a line each."""
    states = coverage(interview)
    lines = []
    for target in interview.guide.told:
        found = states.targets[target.id]
        told = _(TARGET_STATES[found.state], covered=found.covered, of=found.of)
        lines.append(_("Research question {id}: {told}", id=target.id, told=told))
    for group in interview.guide.layout:
        lines.append(_head(group, states, _))
        lines += [f"  {question_line(question, interview, _)}" for question in group.questions]
    return lines


def _head(group: Group, states: Coverage, _: Translator) -> str:
    title = group.title or _(N_("Closing") if group.closing else N_("Other questions"))
    required = [states.questions[one.id].state for one in group.questions if not one.optional]
    count = {"covered": required.count("covered"), "of": len(required)}
    return _("{title}: {covered} of {of} covered", title=f"{group.id} {title}".lstrip(), **count)


def question_line(question: Question, interview: Interview, _: Translator) -> str:
    """A question by its id and label, and how it stands."""
    return f"{question.id} {question.label}: {', '.join(_standing(question, interview, _))}"


def _standing(question: Question, interview: Interview, _: Translator) -> Iterator[str]:
    one = coverage(interview).questions[question.id]
    yield _(STATE_NAMES["unasked" if one.unasked else one.state])
    if one.depth:
        yield _(DEPTH_NAMES[one.depth])
    if one.refused_before:
        yield _("declined at first")
    if question.id == interview.hand:
        yield _("the one in hand")
    if question.optional:
        yield _("optional")
    if question.two_sided:
        for side, count in sides(interview)[question.id].items():
            yield f"{_(SIDE_NAMES[side])} {count}"
    if question.examples:
        yield _("{told}/{wanted} examples", told=examples(interview)[question.id], wanted=question.examples)
