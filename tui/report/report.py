"""The whole report, section by section.

Every number comes from where the terminal's and ``--json``'s come from.
"""

from collections.abc import Sequence

from guide.model import Question
from interviews.study.guide_drift import CHANGED, MOVED, OF_GUIDE, REVISED, UNPLACED
from interviews.study.interview_summary import InterviewSummary
from tui.report.blocks import Block, Bullets, Cell, Column, Facts, Paragraph, Report, Row, RowGroup, Section, Table
from tui.report.data import ReportData, last_day
from tui.report.interview_section import interviews_section
from tui.report.matrix import matrix_section
from tui.report.notes_section import notes_sections
from tui.report.time_section import minutes_section
from tui.review.cells import group_name


def refinements_section(material: ReportData) -> Section:
    """How the guide differs from the copies that the interviews hold."""
    _ = material._
    changes = [one for one in material.review.problems if one.code in (CHANGED, REVISED)]
    rows = []
    for change in changes:
        now = material.guide.question(change.facts["id"])
        head = _("report_first_in", id=change.facts["id"], participant=change.facts["participant"])
        rows.append(Row(head, (Cell(change.facts["before"]), Cell("" if now is None else now.ask))))
    blocks: list[Block] = []
    if rows:
        both = (Column(_("report_then")), Column(_("report_now")))
        heads = (Cell(_("report_question")),)
        blocks.append(Table("wordings", _("report_wording"), heads, both, (RowGroup("", tuple(rows)),)))
    told = tuple(material.describe_problem(one) for one in material.review.problems if one.code in (MOVED, UNPLACED))
    if told:
        blocks.append(Bullets(told))
    gone = _ids_gone(material)
    if gone:
        blocks.append(Section(_("report_gone"), (Bullets(gone),)))
    return Section(_("report_refinements"), tuple(blocks) or (Paragraph(_("report_no_refinements")),), "refinements")


def _ids_gone(material: ReportData) -> tuple[str, ...]:
    """Questions that stand in interviews' copies of the guide alone."""
    found = []
    for question in material.review.gone:
        names = [one.name for one in material.in_order if one.reviewed.guide.question(question.id) is not None]
        found.append(material._("report_only_in", id=question.id, ask=question.ask, names=", ".join(names)))
    return tuple(found)


def questions_section(material: ReportData) -> Section:
    """Every question as it is worded now, by research question."""
    _, guide = material._, material.guide
    groups = tuple(
        RowGroup(group_name(group, _), tuple(_row(question, group.id, material) for question in group.questions))
        for group in guide.groups
    )
    heads = (Cell(_("report_target")), Cell(_("report_question")))
    table = Table("questions", "", heads, (Column(_("report_wording_now")),), groups)
    return Section(_("report_in_full"), (table,), "questions")


def _row(question: Question, group: str, material: ReportData) -> Row:
    others = [id for id in question.serves if id != group]
    also = material._("report_also", ids=" ".join(others)) if others else ""
    id = f"({question.id})" if question.optional else question.id
    return Row(id, (Cell(question.ask),), also)


def problems_section(material: ReportData) -> list[Section]:
    """What is wrong in the files, each with its place, where anything is; changed wordings have their own part."""
    _ = material._
    found = [one for one in material.review.problems if one.code not in OF_GUIDE]
    if not found:
        return []
    rows = tuple(Row(f"{one.file}:{one.line}", (Cell(material.describe_problem(one)),)) for one in found)
    heads = (Cell(_("report_file_line")),)
    table = Table("faults", "", heads, (Column(_("report_what")),), (RowGroup("", rows),))
    return [Section(_("report_problems"), (table,), "problems")]


def report_of(material: ReportData) -> Report:
    """The report as blocks, to be written as HTML or as Markdown."""
    time = minutes_section(material)
    sections = (
        matrix_section(material),
        *((time,) if time is not None else ()),
        interviews_section(material),
        *(notes_sections(material) if material.notes else ()),
        refinements_section(material),
        *problems_section(material),
        questions_section(material),
    )
    guide, _ = material.guide, material._
    return Report(guide.title, _.language, guide.language, tuple(_lead(material)), sections, _("report_contents"))


def _lead(material: ReportData) -> list[Block]:
    _, guide = material._, material.guide
    blocks: list[Block] = [Paragraph(_("review_caution"), "caution")]
    if material.code is not None:
        blocks.append(Paragraph(_("report_only", code=material.code)))
    blocks.append(Paragraph(_("report_with" if material.notes else "report_without")))
    shown = material.counted or material.apart
    pairs = [
        (
            _("report_last"),
            _.date(last_day(one.reviewed.started for one in shown)) or _("report_no_date"),
        ),
        (_("report_counted"), _names(material.counted, material)),
    ]
    if material.review.withdrawn:
        shown_of = len(material.counted) + material.review.withdrawn
        told = _("withdrawn_told", shown=len(material.counted), of=shown_of)
        pairs.append((_("withdrawn_head"), told))
    if material.apart:
        pairs.append((_("report_apart"), _names(material.apart, material)))
    entered = [one for one in material.in_order if one.reviewed.afterwards]
    if entered:
        pairs.append((_("report_afterwards"), _names(entered, material)))
    unended = [one for one in material.in_order if not one.reviewed.ended]
    if unended:
        pairs.append((_("report_not_ended"), _names(unended, material)))
    if guide.problem:
        pairs.append((_("report_problem"), guide.problem))
    blocks.append(Facts(tuple(pairs)))
    if material.apart:
        blocks.append(Paragraph(_("report_pilot_limits"), "aside"))
    if guide.targets:
        blocks.append(Facts(tuple((target.id, target.text) for target in guide.targets)))
    return blocks


def _names(accounts: Sequence[InterviewSummary], material: ReportData) -> str:
    if not accounts:
        return "0"
    return material._("report_names", count=len(accounts), names=" ".join(one.name for one in accounts))
