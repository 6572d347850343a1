"""The part of a report about how an interview was led: what an observer measured, or that nobody did."""

from interviews.account import Account
from tui.report.blocks import Block, Bullets, Cell, Column, Facts, Paragraph, Row, RowGroup, Section, Table
from tui.report.material import Material
from tui.review.debrief_rows import DebriefTable, cautions, debrief_tables, observed, remarks


def debrief_section(one: Account, material: Material) -> Section | Facts:
    """Tables where somebody watched, else one line that nobody did. Remarks stand where notes may."""
    words, found = material.words, one.reviewed.debrief
    tables = debrief_tables(found, words)
    if not found.watched:
        return Facts(((words("debrief_observed"), words("debrief_not_measured")),))
    blocks: list[Block] = [Facts(((words("debrief_observed"), observed(found, words)),))]
    blocks += [Paragraph(caution, "aside") for caution in cautions(found, words)]
    for table in tables:
        blocks += _blocks(table, one)
    if found.remarks and material.notes:
        blocks.append(Section(words("debrief_remarks"), (Bullets(remarks(found)),)))
    return Section(words("debrief_title"), tuple(blocks))


def _blocks(table: DebriefTable, one: Account) -> list[Block]:
    if table.instead:
        return [Facts(((table.title, table.instead),))]
    rows = tuple(Row(lead, tuple(Cell(cell) for cell in cells)) for lead, *cells in table.rows)
    drawn = Table(
        f"{table.name}-{one.name}",
        "",
        (Cell(table.title),),
        tuple(Column(head) for head in table.heads),
        (RowGroup("", rows),),
    )
    return [drawn, *((Paragraph(table.aside, "aside"),) if table.aside else ())]
