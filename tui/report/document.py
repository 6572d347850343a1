"""The whole report, part by part; every number in it comes from where the terminal's and ``--json``'s come from."""

from collections.abc import Sequence

from interviews.account import Account
from tui.report.blocks import Block, Facts, Paragraph, Report
from tui.report.dates import last_day
from tui.report.each import interviews_section
from tui.report.guide_part import problems_section, questions_section, refinements_section
from tui.report.material import Material
from tui.report.matrix import matrix_section
from tui.report.minutes import minutes_section
from tui.report.noted import notes_sections


def report_of(material: Material) -> Report:
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
    guide, words = material.guide, material.words
    return Report(
        guide.title, words.language, guide.language, tuple(_lead(material)), sections, words("report_contents")
    )


def _lead(material: Material) -> list[Block]:
    words, guide = material.words, material.guide
    blocks: list[Block] = [Paragraph(words("review_caution"), "caution")]
    if material.code is not None:
        blocks.append(Paragraph(words("report_only", code=material.code)))
    blocks.append(Paragraph(words("report_with" if material.notes else "report_without")))
    shown = material.counted or material.apart
    pairs = [
        (
            words("report_last"),
            words.date(last_day(one.reviewed.started for one in shown)) or words("report_no_date"),
        ),
        (words("report_counted"), _names(material.counted, material)),
    ]
    if material.apart:
        pairs.append((words("report_apart"), _names(material.apart, material)))
    entered = [one for one in material.in_order if one.reviewed.afterwards]
    if entered:
        pairs.append((words("report_afterwards"), _names(entered, material)))
    unended = [one for one in material.in_order if not one.reviewed.ended]
    if unended:
        pairs.append((words("report_not_ended"), _names(unended, material)))
    if guide.problem:
        pairs.append((words("report_problem"), guide.problem))
    blocks.append(Facts(tuple(pairs)))
    if material.apart:
        blocks.append(Paragraph(words("report_pilot_limits"), "aside"))
    if guide.targets:
        blocks.append(Facts(tuple((target.id, target.text) for target in guide.targets)))
    return blocks


def _names(accounts: Sequence[Account], material: Material) -> str:
    if not accounts:
        return "0"
    return material.words("report_names", count=len(accounts), names=" ".join(one.name for one in accounts))
