"""The review's matrix as rows."""

from collections.abc import Sequence

from rich.cells import cell_len

from guide.frozen import Value
from guide.model import Group, Guide, Question
from interviews.study.review import InterviewReview, Review, across
from tui.escape import escape_controls
from tui.names import DEPTH_NAMES
from tui.review.cells import (
    describe_examples,
    describe_sides,
    group_name,
    label,
    length,
    length_so_far,
    list_probes,
    moment,
    number_of_revision,
    standing,
    state,
)
from tui.signs import OUT_OF_GUIDE
from tui.time_format import format_time
from tui.translator import N_, Translator

_STATES = {
    "untouched": N_("untouched"),
    "touched": N_("touched"),
    "skipped": N_("skipped"),
    "declined": N_("declined"),
}


class MatrixRow(Value):
    """One question's row: its group where that begins, its id and label, and a cell for each interview.

    ``question`` is empty for rows that count: for the research question or part ``target``, or for whole interviews.
    ``whole`` is the question's wording, for where there is room. ``open`` says of each cell whether it still wants
    something; what does not recedes, as on the live screen.
    """

    group: str
    question: str
    label: str
    cells: tuple[str, ...]
    open: tuple[bool, ...] = ()
    target: str = ""
    whole: str = ""

    def text_for(self, width: int) -> str:
        """The label, or the whole wording where the column has room for it."""
        return self.whole if self.whole and cell_len(escape_controls(self.whole)) < width else self.label

    def is_open(self, place: int) -> bool | None:
        """Whether a cell wants something, or the row where ``place`` is before the first; None where nothing is."""
        if not self.open:
            return None
        return self.open[place] if 0 <= place < len(self.open) else any(self.open)


def matrix_rows(
    result: Review, shown: Sequence[InterviewReview], _: Translator, *, counts: bool = True
) -> list[MatrixRow]:
    """The questions by research question, then those that only earlier guides had, and what every interview covered.

    Below each research question stands what each interview covered of it; without ``counts``, where there is no room
    for such rows, the margin below its name says in how many interviews it is covered.
    """
    rows = []
    for group in result.guide.groups:
        names = [group_name(group, _)]
        if group.id and not counts:
            sums = across(result, group.id)
            names.append(f"{sums.covered}/{sums.of}")
        for place, question in enumerate(group.questions):
            rows.append(_question_row(names[place] if place < len(names) else "", question, shown))
        if group.id and counts:
            cells = tuple(count_of(one, group.id) for one in shown)
            still = tuple(_is_open(one, group.id) for one in shown)
            rows.append(MatrixRow("", "", count_label(result.guide, group, _), cells, still, target=group.id))
    rows += [_question_row(OUT_OF_GUIDE if place == 0 else "", gone, shown) for place, gone in enumerate(result.gone)]
    return [*rows, MatrixRow("", "", _("covered in all"), tuple(total_of(one) for one in shown))]


def foot_rows(shown: Sequence[InterviewReview], _: Translator, *, follow_ups: bool = True) -> list[MatrixRow]:
    """Below the questions: how long each interview was, what is open after it, and with which guide it was held."""
    rows = [MatrixRow("", "", _("length"), tuple(length(one) for one in shown))]
    if follow_ups:
        rows.append(MatrixRow("", "", _("open follow-ups"), tuple(str(one.fates["open"]) for one in shown)))
    return [*rows, MatrixRow("", "", _("the guide's revision"), tuple(number_of_revision(one) for one in shown))]


def _question_row(name: str, question: Question, shown: Sequence[InterviewReview]) -> MatrixRow:
    facts = [one.coverage.questions.get(question.id) for one in shown]
    still = tuple(one is not None and not one.settled and not question.optional for one in facts)
    whole = " ".join(question.ask.split())
    whole = f"({whole})" if question.optional else whole
    return MatrixRow(name, question.id, label(question), tuple(state(one) for one in facts), still, whole=whole)


def count_of(one: InterviewReview, target: str) -> str:
    """How many of a research question's required questions an interview covered."""
    found = one.coverage.targets.get(target)
    return "·" if found is None else f"{found.covered}/{found.of}"


def _is_open(one: InterviewReview, target: str) -> bool:
    found = one.coverage.targets.get(target)
    return found is not None and found.state == "open"


def total_of(one: InterviewReview) -> str:
    """How many of all its required questions an interview covered."""
    required = [question.id for question in one.guide.questions if not question.optional]
    covered = sum(1 for id in required if one.coverage.questions[id].state == "covered")
    return f"{covered}/{len(required)}"


def count_label(guide: Guide, group: Group, _: Translator) -> str:
    """What the count below a group is called, with the questions that count too and stand elsewhere."""
    here = {question.id for question in group.questions}
    others = [one.id for one in guide.serving(group.id) if not one.optional and one.id not in here]
    return _("covered (also {ids})", ids=" ".join(others)) if others else _("required that are covered")


def cell_line(guide: Guide, row: MatrixRow, one: InterviewReview | None, _: Translator) -> str:
    """What a cell says, in a line: the question's wording on its own, else how it stands in that interview."""
    question = guide.question(row.question) if row.question else None
    gone = bool(row.question) and question is None
    if one is None and gone:
        return _("{id} is in the guide no more", id=row.question)
    if one is None:
        target = next((one for one in guide.targets if one.id == row.target), None)
        if question is not None:
            theme = guide.theme_of(question.id)
            return f"{theme}: {question.ask}" if theme else question.ask
        return f"{target.id} {target.text}" if target is not None else ""
    if row.target:
        return _(
            "{name} · {id}: {count} of the required are covered",
            name=one.name,
            id=row.target,
            count=count_of(one, row.target),
        )
    if not row.question:
        revision = _("rev. {number}", number=number_of_revision(one))
        when = _.date(one.started[:16])
        told = (one.name, _("entered afterwards")) if one.afterwards else (one.name, when, length_so_far(one, _))
        return " · ".join((*told, *([when] if one.afterwards and when else []), standing(one, _), revision))
    return facts_line(row.question, one, _)


def facts_line(question: str, one: InterviewReview, _: Translator) -> str:
    """How a question stands in one interview."""
    entered = f" ({_('entered afterwards')})" if one.afterwards else ""
    name, facts = f"{question} · {one.name}{entered}", one.coverage.questions.get(question)
    if facts is None:
        return f"{name}: {_('not in that guide')}"
    parts = [_("asked {t}", t=format_time(facts.asked_at))] if facts.asked_at is not None else []
    if facts.covered_at is not None:
        key = N_("covered unasked {t}") if facts.unasked else N_("covered {t}")
        parts.append(_(key, t=moment(facts.covered_at, one, _)).rstrip())
    if facts.declined_at is not None:
        parts.append(_("declined {t}", t=moment(facts.declined_at, one, _)).rstrip())
    if one.afterwards and facts.state in ("asked", "covered"):
        key = N_("asked {t}") if facts.state == "asked" else N_("covered {t}")
        parts.append(_(key, t="").rstrip())
    if facts.state not in ("asked", "covered", "declined"):
        parts.append(_(_STATES[facts.state]))
    if facts.depth:
        parts.append(_(DEPTH_NAMES[facts.depth]))
    if facts.seconds:
        parts.append(_("took {t}", t=format_time(facts.seconds)))
    parts.append(_("notes: {count}", count=facts.notes))
    asked = one.guide.question(question)
    parts += [*describe_sides(one, asked, _), *describe_examples(one, asked, _)]
    parts += list_probes(one, question, _)
    return f"{name}: {' · '.join(parts)}"
