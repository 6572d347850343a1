"""The paper sheet as a Word document."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from tui.documents.sheet import AIM, COLUMNS, Layout, SheetQuestion, Tick, question_height, words_of
from tui.documents.to_docx import (
    keep_whole,
    members_of,
    new_document,
    new_row,
    pad_cells,
    repeat_head,
    set_columns,
    word_text,
)
from tui.signs import UNTOUCHED
from tui.translator import Translator

if TYPE_CHECKING:
    from docx.styles.style import ParagraphStyle

_BOX = UNTOUCHED
_HARD_BLANK = "\u00a0"
_LINE = "_" * 10
_MARGIN = Mm(10)
_LABEL = Mm(18)


def sheet_word_of(layout: Layout) -> Mapping[str, bytes]:
    """The document's files by their names, not signed yet."""
    sheet, _ = layout.sheet, words_of(layout.sheet.language.partition("-")[0])
    document = new_document(sheet.language)
    _set_page(document, layout.size)
    document.add_paragraph(word_text(sheet.title), "Heading 1")
    document.add_paragraph("   ".join(_fields(sheet.time, _)))
    _points(_("Opening"), sheet.opening, document)
    _table(layout, document, _)
    if sheet.optional:
        document.add_paragraph().add_run(_("Questions in parentheses are optional."), "Emphasis")
    _points(_("After"), sheet.after, document)
    for name, said in sheet.concepts:
        paragraph = document.add_paragraph()
        paragraph.add_run(word_text(f"{name}:"), "Strong")
        paragraph.add_run(f" {word_text(said)}")
    box = document.add_table(rows=1, cols=1, style="Table Grid")
    box.rows[0].height_rule, box.rows[0].height = WD_ROW_HEIGHT_RULE.AT_LEAST, Mm(layout.follow_up)
    box.rows[0].cells[0].paragraphs[0].add_run(_("To follow up"), "Strong")
    _closely(box)
    return members_of(document, sheet.title)


def _set_page(document: Document, size: float) -> None:
    section = document.sections[0]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    for name, points in (("Normal", size), ("Heading 1", size * 1.25)):
        style = cast("ParagraphStyle", document.styles[name])
        style.font.name, style.font.size = "Arial", Pt(points)
        spacing = style.paragraph_format
        spacing.space_before, spacing.space_after, spacing.line_spacing = Pt(0), Pt(2), 1.0


def _fields(time: str, _: Translator) -> Sequence[str]:
    names = (_("Code"), _("Date"), _("Start"), _("End"))
    planned = [_("planned: {time}", time=time)] if time else []
    return [*(f"{name} {_LINE}" for name in names), f"{_BOX} {_('recorder running')}", *planned]


def _points(title: str, points: Sequence[Tick], document: Document) -> None:
    if points:
        paragraph = document.add_paragraph()
        hanging = paragraph.paragraph_format
        hanging.left_indent, hanging.first_line_indent = _LABEL, -_LABEL
        paragraph.add_run(f"{title}\t", "Strong")
        _ticks(points, paragraph)


def _table(layout: Layout, document: Document, _: Translator) -> None:
    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    names = (_("Id"), _("asked"), _("covered"), _("Question"))
    for cell, name in zip(table.rows[0].cells, (*names, _("Time, notes")), strict=True):
        cell.paragraphs[0].add_run(name, "Strong").font.size = Pt(layout.size * 0.8)
    repeat_head(table.rows[0])
    titles = []
    for group in layout.sheet.groups:
        if group.title:
            titles.append((len(table.rows), group.title))
            new_row(table)
        for question in group.questions:
            _question(question, layout, table)
    keep_whole(table)
    set_columns(table, *COLUMNS.values())
    for place, title in titles:
        cells = table.rows[place].cells
        whole = cells[0].merge(cells[-1]).paragraphs[0]
        whole.add_run(word_text(title), "Strong")
        whole.paragraph_format.keep_with_next = True
    _closely(table)
    pad_cells(table, 0.55, 1.0)


def _question(question: SheetQuestion, layout: Layout, table: Table) -> None:
    row = new_row(table)
    row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
    row.height = Mm(question_height(question, layout.size) + layout.room)
    id, asked, covered, words, _ = row.cells
    id.paragraphs[0].add_run(question.id, "Strong")
    for cell in (asked, covered):
        cell.paragraphs[0].add_run(_BOX)
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    _wording(question, words)


def _wording(question: SheetQuestion, cell: _Cell) -> None:
    first = cell.paragraphs[0]
    first.add_run(word_text(question.ask))
    if question.mark:
        first.add_run(" ")
        first.add_run(question.mark, "Emphasis")
    if question.aim:
        cell.add_paragraph().add_run(word_text(question.aim), "Emphasis").font.size = Pt(AIM)
    if question.alone is not None:
        alone = cell.add_paragraph()
        alone.add_run(word_text(question.alone.lead), "Emphasis")
        alone.add_run(f" {word_text(question.alone.text)}")
    if question.probes:
        _ticks(question.probes, cell.add_paragraph())


def _ticks(ticks: Sequence[Tick], paragraph: Paragraph) -> None:
    for place, tick in enumerate(ticks):
        paragraph.add_run(f"{'   ' if place else ''}{_BOX}{_HARD_BLANK}")
        if tick.lead:
            paragraph.add_run(word_text(tick.lead), "Emphasis")
            paragraph.add_run(" ")
        paragraph.add_run(word_text(tick.text))
        if tick.mark:
            paragraph.add_run(" ")
            paragraph.add_run(tick.mark, "Emphasis")


def _closely(table: Table) -> None:
    """No room between the paragraphs of a table beyond that of its lines."""
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(0)
