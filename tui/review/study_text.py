"""The study as text for a terminal."""

from collections.abc import Callable, Iterable, Sequence

from rich.cells import cell_len

from guide.model import Guide
from interviews.study.review import Asking, InterviewReview, Review, across, asking, concept_coverage, thin
from tui.review.cells import LABEL, heading, legend, length, margins, number_of_revision, pad, standing
from tui.review.matrix_rows import foot_rows, label_width, matrix_rows
from tui.time_format import format_time
from tui.translator import Translator

WIDTH = 80
"""As wide as a table is where nobody says how wide the terminal is."""

_COLUMN = 8


def study_text(result: Review, _: Translator, width: int = WIDTH) -> str:
    """Every question in a row, every interview in a column, research questions in the margin; pilots apart.

    Interviews that have no room beside the others in ``width`` cells stand in a table below.
    """
    lines = [result.guide.title, _("review_caution"), *withdrawn_line(result, _), ""]
    if result.counted:
        lines += _tables(result, result.counted, _, width)
    else:
        lines.append(_("review_none"))
    if result.apart:
        lines += ["", _("review_apart"), *_tables(result, result.apart, _, width)]
    lines += ["", *_targets(result, _)]
    lines += ["", *legend(result.interviews, _)]
    return "\n".join(lines)


def withdrawn_line(result: Review, _: Translator) -> list[str]:
    """How many of the interviews that were held are shown, where somebody has left; else nothing."""
    if not result.withdrawn:
        return []
    shown = len(result.counted)
    return [_("withdrawn_told", shown=shown, of=shown + result.withdrawn)]


def _tables(result: Review, shown: Sequence[InterviewReview], _: Translator, width: int) -> list[str]:
    lead = sum(margins(result.guide, _)) + LABEL
    room = max((width - lead) // _COLUMN, 1)
    tables = [_matrix(result, shown[first : first + room], _, width) for first in range(0, len(shown), room)]
    return [line for place, table in enumerate(tables) for line in (*([""] if place else []), *table)]


def _matrix(result: Review, shown: Sequence[InterviewReview], _: Translator, width: int) -> list[str]:
    margin, ids = margins(result.guide, _)
    rows = (*matrix_rows(result, shown, _), *foot_rows(shown, _))
    wide = label_width(rows, width, margin + ids + _COLUMN * len(shown))

    def row(first: str, second: str, label: str, cells: Iterable[str]) -> str:
        lead = pad(first, margin) + pad(second, ids) + pad(label, wide)
        return (lead + "".join(pad(cell, _COLUMN) for cell in cells)).rstrip()

    lines = [row("", "", "", (heading(one) for one in shown))]
    return [*lines, *(row(one.group, one.question, one.text_for(wide), one.cells) for one in rows)]


def _targets(result: Review, _: Translator) -> list[str]:
    """Each research question and part: in how many interviews covered, with what time and notes."""
    lines = []
    owners = {one.id for one in result.guide.research_questions}
    for target in result.guide.targets:
        sums = across(result, target.id)
        facts = _(
            "review_target", covered=sums.covered, of=sums.of, minutes=format_time(sums.seconds), notes=sums.notes
        )
        name = target.id if target.id in owners else f"  {target.id}"
        lines.append(pad(name, _wide(result.guide)) + pad(target.short, 30) + facts)
    return lines


def _wide(guide: Guide) -> int:
    """How wide the column of research questions and their parts is, the parts' indentation included."""
    return max([3, *(cell_len(target.id) for target in guide.targets)]) + 3


_LEAD = 26


_ROOM = 7
"""Interviews beside each other in 80 cells."""


def concept_lines(result: Review, _: Translator) -> list[str]:
    """A block for each concept; a research question that asks about it only together with others says so."""
    shown = result.counted
    chunks = [shown[first : first + _ROOM] for first in range(0, len(shown), _ROOM)] or [()]
    lines = [line for chunk in chunks for line in _table(result.guide, chunk)]
    return [*lines, _("concepts_together")] if lines else [_("concepts_none")]


def _table(guide: Guide, shown: Sequence[InterviewReview]) -> list[str]:
    lines = []
    for concept in guide.concepts:
        rows = [one for one in asking(guide) if one.concept == concept.name]
        if rows:
            lines += [concept.name, pad("", _LEAD) + "".join(pad(one.name, 7) for one in shown)]
            lines += [line for row in rows for line in _row(row, shown, concept.name)] + [""]
    return lines


def _row(row: Asking, shown: Sequence[InterviewReview], concept: str) -> list[str]:
    """A research question's line; ids that have no room stand on a line of their own."""
    together = (f"({' '.join(row.together)})",) if row.together else ()
    lead = f"  {row.target:<4}{' '.join((*row.alone, *together))}"
    found = [concept_coverage(one.guide, one.coverage, row.target, concept) for one in shown]
    cells = "".join(pad("·" if one is None else f"{one.covered}/{one.of}", 7) for one in found)
    return [pad(lead, _LEAD) + cells] if cell_len(lead) < _LEAD else [lead, pad("", _LEAD) + cells]


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
        _("study_guide", questions=len(guide.questions), research_questions=len(guide.research_questions)),
        _("home_summary", interviews=len(result.counted), pilots=pilots),
        *withdrawn_line(result, _),
    ]
    if result.interviews:
        lines.append("")
    if len(result.interviews) > most:
        lines.append(_("study_earlier", count=len(result.interviews) - most))
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
    parked = [_("study_open", count=one.fates["open"])] if one.fates["open"] else []
    unended = [] if one.ended else [standing(one, _)]
    head = f"{one.name:<6}{_.date(one.started[:10]):<11}{length(one):>7}  "
    entered = [_("afterwards")] if one.afterwards else []
    held_with = [_("study_revision", number=number_of_revision(one))] if revision else []
    return head + "  ".join([*targets, *parked, *entered, *held_with, *unended])


def _next(result: Review, _: Translator) -> list[str]:
    """The line that says what to look after, where there is anything."""
    parked = sum(one.fates["open"] for one in result.counted)
    wanting = [question.id for question in thin(result.guide, result.counted)]
    parts = [_("study_parked", count=parked)] if parked else []
    if wanting:
        more = " …" if len(wanting) > _MOST_THIN else ""
        parts.append(_("study_thin", ids=" ".join(wanting[:_MOST_THIN]) + more))
    return ["", _("study_next", what=" · ".join(parts))] if parts else []
