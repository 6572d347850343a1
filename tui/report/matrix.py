"""A report's section on coverage.

Questions against interviews, as a table and in small.
"""

from collections.abc import Iterator, Sequence

from guide.model import Question
from interviews.core.coverage import TargetCoverage
from interviews.study.interview_summary import InterviewSummary
from interviews.study.review import InterviewReview, across
from tui import signs
from tui.report.blocks import Block, Cell, Column, Legend, Paragraph, Picture, Row, RowGroup, Section, Table
from tui.report.data import ReportData
from tui.report.svg import STATES, AltText, matrix_picture, paths_of, state_name
from tui.review.cells import group_name, label, length, moment, number_of_revision, state
from tui.review.matrix_rows import count_label, count_of, total_of
from tui.translator import Translator

MOST_COLUMNS = 20
"""As many interviews as stand beside each other; a sheet of paper has no room for more."""

_AT_A_GLANCE = 9
"""Interviews whose table can be taken in at once; a picture of it would only repeat it."""

_ABSENT = "·"
_TARGETS = {"open": signs.UNTOUCHED, "covered": signs.COVERED, "closed": signs.CLOSED}


def matrix_section(material: ReportData) -> Section:
    """Every question in every interview, then every research question."""
    _ = material._
    blocks: list[Block] = []
    for number, accounts in enumerate(chunks(material.in_order), 1):
        blocks += [_table(material, accounts, number), *([_legend(material)] if number == 1 else [])]
        if len(accounts) > _AT_A_GLANCE:
            blocks.append(_picture(material, accounts, number))
    if not material.accounts:
        blocks = [Paragraph(_("review_none")), _table(material, (), 1)]
    return Section(_("report_matrix"), (*blocks, *_targets(material)), "coverage")


def chunks(accounts: Sequence[InterviewSummary]) -> Iterator[Sequence[InterviewSummary]]:
    """As many interviews at a time as have room beside each other."""
    for first in range(0, len(accounts), MOST_COLUMNS):
        yield accounts[first : first + MOST_COLUMNS]


def columns(accounts: Sequence[InterviewSummary], _: Translator) -> tuple[Column, ...]:
    """A column for each interview; what is not counted or was entered afterwards stands under a heading."""
    return tuple(Column(one.name, _apart(one.reviewed, _)) for one in accounts)


def _apart(one: InterviewReview, _: Translator) -> str:
    if one.mode != "live":
        return _("report_not_counted")
    return _("afterwards") if one.afterwards else ""


def state_cell(one: InterviewReview, id: str, _: Translator) -> Cell:
    """The state's shape and the depth of a question in one interview, as on the terminal, and both in words."""
    question = one.coverage.questions.get(id)
    name = state_name(question)
    said = [_(f"report_state_{name}")]
    if question is not None and question.depth:
        said.append(_(f"depth_{question.depth}"))
    if question is not None and question.refused_before and question.declined_at is not None:
        said.append(_("review_declined", t=moment(question.declined_at, one, _)).rstrip())
    return Cell(_ABSENT if question is None else state(question), ", ".join(said), name)


def _cell(one: InterviewReview, question: Question, _: Translator) -> Cell:
    """A question's cell; what is still wanted stands out, and an optional question wants nothing, however it stands."""
    cell, facts = state_cell(one, question.id, _), one.coverage.questions.get(question.id)
    wanted = facts is not None and not facts.settled and not question.optional
    return cell.but(look=f"{cell.look} {'wanted' if wanted else 'settled'}")


def _table(material: ReportData, accounts: Sequence[InterviewSummary], number: int) -> Table:
    _ = material._
    groups = tuple(
        RowGroup(
            margin,
            (
                *(
                    Row(
                        question.id,
                        tuple(_cell(one.reviewed, question, _) for one in accounts),
                        label(question),
                        f"({question.ask})" if question.optional else question.ask,
                    )
                    for question in questions
                ),
                *_count_row(material, margin, accounts),
            ),
            spoken,
        )
        for margin, spoken, questions in _rows(material)
    )
    foot = (
        Row(_("matrix_total"), tuple(Cell(total_of(one.reviewed)) for one in accounts)),
        Row(_("review_minutes"), tuple(Cell(length(one.reviewed)) for one in accounts)),
        Row(_("review_follow_ups"), tuple(Cell(str(one.reviewed.fates["open"])) for one in accounts)),
        Row(_("review_revisions"), tuple(Cell(number_of_revision(one.reviewed)) for one in accounts)),
    )
    heads = (Cell("", _("report_target")), Cell(_("report_question")))
    return Table(
        f"matrix-{number}",
        _("report_matrix_caption"),
        heads,
        columns(accounts, _),
        groups,
        foot if accounts else (),
        wide=True,
    )


def _count_row(material: ReportData, margin: str, accounts: Sequence[InterviewSummary]) -> list[Row]:
    """Below a research question's questions how many of those that must be are covered, where there is one."""
    group = next((one for one in material.guide.groups if one.id and one.id == margin), None)
    if group is None or not accounts:
        return []
    cells = []
    for one in accounts:
        target = one.reviewed.coverage.targets.get(group.id)
        look = "sum" if target is None or target.state != "open" else "sum open"
        cells.append(Cell(count_of(one.reviewed, group.id), "", look))
    return [Row(group.id, tuple(cells), count_label(material.guide, group, material._))]


def _rows(material: ReportData) -> list[tuple[str, str, tuple[Question, ...]]]:
    """The margin, what it stands for, and the questions beside it; last those that only earlier guides had."""
    _ = material._
    rows = [
        (
            group_name(group, _),
            f"{group.id} {group.title}" if group.id else _("closing" if group.closing else "other_questions"),
            group.questions,
        )
        for group in material.guide.groups
    ]
    gone = material.review.gone
    return [*rows, *([(signs.OUT_OF_GUIDE, _("report_gone"), gone)] if gone else [])]


def _legend(material: ReportData) -> Legend:
    _ = material._
    states = [(signs.STATES.get(name, signs.UNASKED), _(f"report_state_{name}")) for name in STATES if name != "absent"]
    depths = [(depth, _(f"depth_{depth}")) for depth in ("1", "2", "3")]
    gone = [(signs.OUT_OF_GUIDE, _("report_gone"))] if material.review.gone else []
    refused = any(
        facts.refused_before for one in material.accounts for facts in one.reviewed.coverage.questions.values()
    )
    before = [(signs.COVERED + signs.DECLINED, _("report_state_refused"))] if refused else []
    return Legend((*states, *before, (_ABSENT, _("report_state_absent")), *gone, *depths))


def _picture(material: ReportData, accounts: Sequence[InterviewSummary], number: int) -> Picture:
    _ = material._
    rows = [
        (
            margin,
            [
                (question.id, [paths_of(one.reviewed.coverage.questions.get(question.id)) for one in accounts])
                for question in questions
            ],
        )
        for margin, _rows_of, questions in _rows(material)
    ]
    shows = _("report_small_shows", rows=sum(len(shown) for _margin, shown in rows), columns=len(accounts))
    told = AltText(f"small-{number}", _("report_small"), shows)
    return Picture(_("report_small"), matrix_picture(told, [one.name for one in accounts], rows))


def _targets(material: ReportData) -> list[Block]:
    """Each research question and part: covered of required in each interview, and what they come to."""
    _ = material._
    if not material.guide.targets:
        return []
    tables = []
    for number, accounts in enumerate(chunks(material.in_order), 1):
        rows = [
            Row(
                target.id,
                (*_sums(material, target.id), *(_target_cell(one, target.id, _) for one in accounts)),
                target.short,
            )
            for target in material.guide.targets
        ]
        sums = (Column(_("report_covered_in")), Column(_("report_notes_count")))
        tables.append(
            Table(
                f"targets-{number}",
                _("report_targets_caption"),
                (Cell(_("report_target")),),
                (*sums, *columns(accounts, _)),
                (RowGroup("", tuple(rows)),),
                wide=True,
            )
        )
    legend = Legend(tuple((sign, _(f"report_target_{name}")) for name, sign in _TARGETS.items()))
    return [Section(_("report_targets"), (*tables, legend))] if tables else []


def _sums(material: ReportData, target: str) -> tuple[Cell, Cell]:
    sums = across(material.review, target)
    return Cell(material._("report_of", covered=sums.covered, of=sums.of)), Cell(str(sums.notes))


def _target_cell(account: InterviewSummary, id: str, _: Translator) -> Cell:
    target: TargetCoverage | None = account.reviewed.coverage.targets.get(id)
    if target is None:
        return Cell(_ABSENT, _("report_state_absent"), "absent")
    spoken = _(f"review_state_{target.state}", covered=target.covered, of=target.of)
    return Cell(f"{_TARGETS[target.state]} {target.covered}/{target.of}", spoken, target.state)
