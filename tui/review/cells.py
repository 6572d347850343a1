"""What the review's tables share.

States as shapes, labels, columns of a fixed width, facts behind a cell.
"""

from collections.abc import Iterable

from rich.cells import cell_len

from guide.model import Group, Guide, Question
from interviews.core.checklists import ProbeTick
from interviews.core.coverage import QuestionCoverage
from interviews.core.events import TickMark
from interviews.study.review import InterviewReview
from tui import signs
from tui.time_format import format_time
from tui.translator import N_, Translator


def margins(guide: Guide, _: Translator) -> tuple[int, int]:
    """How wide the columns of research questions and of ids are in this guide."""
    names = [cell_len(group_name(group, _)) for group in guide.groups]
    ids = [cell_len(question.id) for question in guide.questions]
    return max([3, *names]) + 1, max([4, *ids]) + 1


def label(question: Question) -> str:
    """A question's label, an optional one in brackets."""
    return f"({question.label})" if question.optional else question.label


def group_name(group: Group, _: Translator) -> str:
    """What a group is called in the margin."""
    return group.id or (_("Z") if group.closing else "·")


def state(question: QuestionCoverage | None) -> str:
    """The state's shape, the depth, and the sign of a refusal that came before; a point where it was in no guide."""
    if question is None:
        return "·"
    glyph = signs.UNASKED if question.unasked else signs.STATES[question.state]
    return glyph + (str(question.depth) if question.depth else "") + (signs.DECLINED if question.refused_before else "")


def length(one: InterviewReview) -> str:
    """How long an interview was; one that was entered afterwards has no length."""
    return "–" if one.afterwards else format_time(one.seconds)


def heading(one: InterviewReview) -> str:
    """What its column is called: the interview's name, with a sign where it was entered afterwards."""
    return f"{one.name}*" if one.afterwards else one.name


def legend(shown: Iterable[InterviewReview], _: Translator) -> list[str]:
    """What the shapes mean, and the sign of interviews that were entered afterwards where there are any."""
    entered = (
        [_("* held without the program and entered afterwards: no times, and what went unasked is not known")]
        if any(one.afterwards for one in shown)
        else []
    )
    return [
        _(
            "□ untouched  ▪ touched  ▄ asked  ■ covered  • covered unasked\n"
            "– skipped  × declined  · not in that guide  † out of the guide\n"
            "1 mentioned  2 described  3 with an example  × last: declined at first"
        ),
        *entered,
    ]


def moment(t: float, one: InterviewReview, _: Translator) -> str:
    """When something was marked; of what was marked after the end only that, for it has no place in the talk.

    Nothing in an interview that was entered afterwards.
    """
    if one.afterwards:
        return ""
    return _("(marked afterwards)") if one.end is not None and t > one.end else format_time(t)


def standing(one: InterviewReview, _: Translator) -> str:
    """Whether an interview was ended, is being held this moment, or was never ended."""
    return _(N_("ended") if one.ended else N_("under way now") if one.under_way else N_("not ended"))


def length_so_far(one: InterviewReview, _: Translator) -> str:
    """How long an interview was; how long so far, where it was not ended."""
    length = format_time(one.seconds)
    return length if one.ended else _("{t} so far", t=length)


_TICKED: tuple[TickMark, ...] = ("done", "not_needed")
_IN_WORDS = (N_("{id}: {probes}"), N_("{id}, not needed: {probes}"))
_BY_NUMBER = (N_("probes no. {points}"), N_("not needed: no. {points}"))


def describe_probes(one: InterviewReview, question: str, _: Translator) -> list[str]:
    """A question's ticked probes in words, those that were not needed apart; empty where none was ticked."""
    told = []
    for key, mark in zip(_IN_WORDS, _TICKED, strict=True):
        texts = [_text(tick, _) for tick in one.probes.get(question, ()) if tick.mark == mark]
        told += [_(key, id=question, probes=" · ".join(texts))] if texts else []
    return told


def list_probes(one: InterviewReview, question: str, _: Translator) -> list[str]:
    """The same by the probes' numbers, for a line that has little room."""
    told = []
    for key, mark in zip(_BY_NUMBER, _TICKED, strict=True):
        ticks = [tick for tick in one.probes.get(question, ()) if tick.mark == mark and not tick.is_condition]
        told += [_(key, points=" ".join(tick.point for tick in ticks))] if ticks else []
    return told


def describe_examples(one: InterviewReview, question: Question | None, _: Translator) -> list[str]:
    """How many examples were told, of a question that asks for some and was met; else nothing."""
    if question is None or not question.examples or one.coverage.questions[question.id].state == "untouched":
        return []
    return [_("examples {told}, wanted {wanted}", told=one.examples.get(question.id, 0), wanted=question.examples)]


def describe_sides(one: InterviewReview, question: Question | None, _: Translator) -> list[str]:
    """Positive beside negative, of a question that asks for both and where either was told; no verdict."""
    counted = one.sides.get(question.id) if question is not None else None
    return [_("+{positive} -{negative}", **counted)] if counted is not None and any(counted.values()) else []


def number_of_revision(one: InterviewReview) -> str:
    """Which revision of the guide an interview was held with, as short as a column wants it."""
    return "–" if one.revision is None else str(one.revision)


def _text(tick: ProbeTick, _: Translator) -> str:
    return _("if {condition}", condition=tick.text) if tick.is_condition else tick.text
