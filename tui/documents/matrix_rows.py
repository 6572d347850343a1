"""The review in rows: its matrix, cells, and the summary.

States as shapes, labels, columns of a fixed width, facts behind a cell.
"""

from collections.abc import Callable, Iterable, Sequence

from rich.cells import cell_len

from guide.frozen import Value
from guide.model import Group, Guide, Question
from interviews.core.coverage import QuestionCoverage
from interviews.core.events import TickMark
from interviews.study.review import InterviewReview, Review, across, thin
from tui import signs
from tui.escape import escape_controls
from tui.sentences.code_names import DEPTH_NAMES
from tui.signs import OUT_OF_GUIDE
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
        texts = [
            _("if {condition}", condition=tick.text) if tick.is_condition else tick.text
            for tick in one.probes.get(question, ())
            if tick.mark == mark
        ]
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
            "The guide · research questions: {research_questions} · questions: {questions}",
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
