"""A report's section on time."""

from collections.abc import Sequence

from interviews.study.interview_summary import InterviewSummary
from interviews.study.review import across, asking, concept_coverage
from tui.report.blocks import Block, Cell, Column, Picture, Row, RowGroup, Section, Table
from tui.report.data import ReportData
from tui.report.matrix import chunks, columns
from tui.report.svg import AltText, Share, bars_picture
from tui.time_format import format_time
from tui.translator import Translator


def minutes_section(material: ReportData) -> Section | None:
    """Tables and bars; None for a guide without research questions, or a study without interviews."""
    if not material.guide.targets or not material.accounts:
        return None
    _ = material._
    blocks: list[Block] = [
        _table(material, accounts, number) for number, accounts in enumerate(chunks(material.in_order), 1)
    ]
    if material.counted:
        blocks.append(_bars(material))
    return Section(_("report_minutes"), (*blocks, *_concepts(material)), "time")


def _table(material: ReportData, accounts: Sequence[InterviewSummary], number: int) -> Table:
    _ = material._
    rows = tuple(
        Row(
            target.id,
            (
                Cell(format_time(across(material.review, target.id).seconds)),
                *(_seconds(one, target.id, _) for one in accounts),
            ),
            target.short,
        )
        for target in material.guide.targets
    )
    return Table(
        f"minutes-{number}",
        _("report_minutes_caption"),
        (Cell(_("report_target")),),
        (Column(_("report_total")), *columns(accounts, _)),
        (RowGroup("", rows),),
        wide=True,
    )


def _seconds(account: InterviewSummary, id: str, _: Translator) -> Cell:
    target = account.reviewed.coverage.targets.get(id)
    if account.reviewed.afterwards:
        return Cell("–", _("report_no_times"), "absent")
    return Cell("·", _("report_state_absent"), "absent") if target is None else Cell(format_time(target.seconds))


def _bars(material: ReportData) -> Picture:
    _ = material._
    shares = []
    for target in material.guide.targets:
        found = [one.reviewed.coverage.targets.get(target.id) for one in material.counted]
        seconds = tuple(one.seconds if one is not None else 0.0 for one in found)
        shares.append(
            Share(f"{target.id} {target.short}", seconds, format_time(across(material.review, target.id).seconds))
        )
    told = AltText("bars", _("report_bars"), _("report_bars_shows"))
    return Picture(_("report_bars"), bars_picture(told, shares))


def _concepts(material: ReportData) -> list[Block]:
    """What each research question asks about each concept; nothing where the guide has no concepts."""
    _, found = material._, asking(material.guide)
    tables = []
    for number, accounts in enumerate(chunks(material.in_order), 1):
        groups = []
        for target in material.guide.targets:
            rows = tuple(
                Row(
                    one.concept,
                    (
                        Cell(" ".join(one.alone) or "–"),
                        Cell(" ".join(one.together) or "–"),
                        *(_concept_cell(account, one.target, one.concept, _) for account in accounts),
                    ),
                )
                for one in found
                if one.target == target.id
            )
            if rows:
                groups.append(RowGroup(target.id, rows, f"{target.id} {target.short}"))
        heads = (Cell("", _("report_target")), Cell(_("report_concept")))
        sums = (Column(_("report_alone")), Column(_("report_together")))
        caption = _("report_concepts_caption")
        rest = columns(accounts, _)
        tables.append(Table(f"concepts-{number}", caption, heads, (*sums, *rest), tuple(groups), wide=True))
    return [Section(_("report_concepts"), tuple(tables))] if found else []


def _concept_cell(account: InterviewSummary, target: str, concept: str, _: Translator) -> Cell:
    found = concept_coverage(account.reviewed.guide, account.reviewed.coverage, target, concept)
    if found is None:
        return Cell("·", _("report_state_absent"), "absent")
    return Cell(f"{found.covered}/{found.of}", _("report_of", covered=found.covered, of=found.of))
