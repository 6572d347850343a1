"""The study's summary, for the first screen and for whoever opens it."""

from collections.abc import Callable

from interviews.study.review import InterviewReview, Review, thin
from tui.review.cells import length, number_of_revision, standing
from tui.translator import Translator

_MOST = 9
_MOST_THIN = 8


def summary_lines(
    result: Review,
    _: Translator,
    fits: Callable[[list[str]], bool] = lambda lines: True,  # noqa: ARG005
) -> list[str]:
    """The guide, a line for each of the latest interviews, and what to look after next; as many as ``fits`` allows."""
    return next(
        (lines for most in range(_MOST, 0, -1) if fits(lines := _summary(result, _, most))),
        _summary(result, _, 1),
    )


def _summary(result: Review, _: Translator, most: int) -> list[str]:
    guide = result.guide
    pilots = sum(1 for one in result.apart if one.mode == "pilot")
    lines = [
        _(
            "The guide: {questions} questions under {research_questions} research questions",
            questions=len(guide.questions),
            research_questions=len(guide.research_questions),
        ),
        _("Interviews: {interviews} · pilots: {pilots}", interviews=len(result.counted), pilots=pilots),
        *withdrawn_line(result, _),
    ]
    if result.interviews:
        lines.append("")
    if len(result.interviews) > most:
        lines.append(_("… and {count} earlier ones", count=len(result.interviews) - most))
    differ = len({one.revision for one in result.interviews}) > 1
    lines += [_line(one, _, revision=differ) for one in result.interviews[-most:]]
    return [*lines, *_next(result, _)]


def _line(one: InterviewReview, _: Translator, *, revision: bool) -> str:
    """Code, date, length, what each research question or part stands at, open follow-ups, and perhaps the revision."""
    targets = [
        f"{target.id} {one.coverage.targets[target.id].covered}/{one.coverage.targets[target.id].of}"
        for target in one.guide.told
        if target.id in one.coverage.targets
    ]
    parked = [_("{count} to follow up", count=one.fates["open"])] if one.fates["open"] else []
    unended = [] if one.ended else [standing(one, _)]
    head = f"{one.name:<6}{_.date(one.started[:10]):<11}{length(one):>7}  "
    entered = [_("entered afterwards")] if one.afterwards else []
    held_with = [_("rev. {number}", number=number_of_revision(one))] if revision else []
    return head + "  ".join([*targets, *parked, *entered, *held_with, *unended])


def _next(result: Review, _: Translator) -> list[str]:
    """The line that says what to look after, where there is anything."""
    parked = sum(one.fates["open"] for one in result.counted)
    wanting = [question.id for question in thin(result.guide, result.counted)]
    parts = [_("to follow up: {count}", count=parked)] if parked else []
    if wanting:
        more = " …" if len(wanting) > _MOST_THIN else ""
        parts.append(_("little covered so far: {ids}", ids=" ".join(wanting[:_MOST_THIN]) + more))
    return ["", _("Next time: {what}", what=" · ".join(parts))] if parts else []


def withdrawn_line(result: Review, _: Translator) -> list[str]:
    """How many of the interviews that were held are shown, where somebody has left; else nothing."""
    if not result.withdrawn:
        return []
    shown = len(result.counted)
    return [
        _(
            "{shown} of {of} interviews; the rest is left out, because somebody has withdrawn.",
            shown=shown,
            of=shown + result.withdrawn,
        )
    ]
