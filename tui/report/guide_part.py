"""The parts of a report about the guide and the files: the questions in full, how wordings changed, what is wrong."""

from guide.model import Question
from interviews.wordings import CHANGED, MOVED, OF_GUIDE, REVISED, UNPLACED
from tui.report.blocks import Block, Bullets, Cell, Column, Paragraph, Row, RowGroup, Section, Table
from tui.report.material import Material
from tui.review.cells import group_name


def refinements_section(material: Material) -> Section:
    """How the guide differs from the copies that the interviews hold."""
    words = material.words
    changes = [one for one in material.review.problems if one.code in (CHANGED, REVISED)]
    rows = []
    for change in changes:
        now = material.guide.question(change.facts["id"])
        head = words("report_first_in", id=change.facts["id"], participant=change.facts["participant"])
        rows.append(Row(head, (Cell(change.facts["before"]), Cell("" if now is None else now.ask))))
    blocks: list[Block] = []
    if rows:
        both = (Column(words("report_then")), Column(words("report_now")))
        heads = (Cell(words("report_question")),)
        blocks.append(Table("wordings", words("report_wording"), heads, both, (RowGroup("", tuple(rows)),)))
    told = tuple(material.said_of(one) for one in material.review.problems if one.code in (MOVED, UNPLACED))
    if told:
        blocks.append(Bullets(told))
    gone = _gone(material)
    if gone:
        blocks.append(Section(words("report_gone"), (Bullets(gone),)))
    return Section(
        words("report_refinements"), tuple(blocks) or (Paragraph(words("report_no_refinements")),), "refinements"
    )


def _gone(material: Material) -> tuple[str, ...]:
    """Questions that stand in interviews' copies of the guide alone."""
    found = []
    for question in material.review.gone:
        names = [one.name for one in material.in_order if one.reviewed.guide.question(question.id) is not None]
        found.append(material.words("report_only_in", id=question.id, ask=question.ask, names=", ".join(names)))
    return tuple(found)


def questions_section(material: Material) -> Section:
    """Every question as it is worded now, by research question."""
    words, guide = material.words, material.guide
    groups = tuple(
        RowGroup(group_name(group, words), tuple(_row(question, group.id, material) for question in group.questions))
        for group in guide.groups
    )
    heads = (Cell(words("report_target")), Cell(words("report_question")))
    table = Table("questions", "", heads, (Column(words("report_wording_now")),), groups)
    return Section(words("report_in_full"), (table,), "questions")


def _row(question: Question, group: str, material: Material) -> Row:
    others = [id for id in question.serves if id != group]
    also = material.words("report_also", ids=" ".join(others)) if others else ""
    id = f"({question.id})" if question.optional else question.id
    return Row(id, (Cell(question.ask),), also)


def problems_section(material: Material) -> list[Section]:
    """What is wrong in the files, each with its place, where anything is; changed wordings have their own part."""
    words = material.words
    found = [one for one in material.review.problems if one.code not in OF_GUIDE]
    if not found:
        return []
    rows = tuple(Row(f"{one.file}:{one.line}", (Cell(material.said_of(one)),)) for one in found)
    heads = (Cell(words("report_file_line")),)
    table = Table("faults", "", heads, (Column(words("report_what")),), (RowGroup("", rows),))
    return [Section(words("report_problems"), (table,), "problems")]
