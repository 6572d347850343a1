"""A document as a Word file, ready to be pasted.

It takes on the look of whatever it is pasted into: Word's own styles, no colours, no fonts, A4.

python-docx begins from a template of its own, with colours, another language, a preview, dates and an author; all of
that is taken out, so that the same guide always makes the same bytes and nobody's name is among them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, cast
from zipfile import ZipFile

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph as WordParagraph

from interviews.own_key import MARK
from tui.documents.model import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Entries,
    Entry,
    Facts,
    Figure,
    Legend,
    ListItem,
    Look,
    Outline,
    OutlineItem,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
    plain,
)
from tui.escape import visible_char

if TYPE_CHECKING:
    from docx.styles.style import ParagraphStyle

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_BREAK = re.compile("\r\n|[\n\r\u2028\u2029]")


def word_lines(text: str) -> Iterator[str]:
    """The lines of a text as a document can hold them; tabs stay tabs."""
    for line in _LINE_BREAK.split(text):
        yield _ILLEGAL.sub(lambda found: visible_char(found[0]), line)


def word_text(text: str) -> str:
    """The text with its line breaks, which python-docx turns into breaks within the paragraph."""
    return "\n".join(word_lines(text))


_KEPT = ("Normal", "Normal Table", "Table Grid", "Default Paragraph Font", "No List", "Emphasis", "Strong")
_NEEDLESS = ("stylesWithEffects", "customXml", "webSettings", RT.EXTENDED_PROPERTIES, RT.THUMBNAIL)
_LONGEST_TITLE = 255


def new_document(language: str, headings: int = 1) -> WordDocument:
    """An empty document for text in a language such as nb-NO, with so many levels of headings."""
    document = docx.Document()
    for rels in (document.part.rels, document.part.package.rels):
        for id in [id for id, rel in rels.items() if rel.reltype.endswith(_NEEDLESS)]:
            del rels[id]
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None:
        _say_language(defaults, "w:lang", language)
    _say_language(document.settings.element, "w:themeFontLang", language)
    _leave_styles(document, headings)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
    return document


def members_of(document: WordDocument, title: str) -> Mapping[str, bytes]:
    """What the file consists of, by name; the title and the place for the mark are its only properties."""
    core = document.part.package.part_related_by(RT.CORE_PROPERTIES).element
    for child in list(core):
        core.remove(child)
    document.core_properties.title = " ".join(word_lines(title))[:_LONGEST_TITLE]
    document.core_properties.identifier = MARK
    file = BytesIO()
    document.save(file)
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def new_row(table: WordTable) -> _Row:
    """One more row at the end of the table."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def repeat_head(row: _Row) -> None:
    """Let a row stand at the top of every page that its table reaches."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  python-docx has no other way


def keep_whole(table: WordTable) -> None:
    """Let no row of the table run over the end of a page where it can stand on the next one."""
    for row in table.rows:
        row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))  # noqa: SLF001  see above


def set_columns(table: WordTable, *widths: float) -> None:
    """Give the columns their widths, in millimetres, and no others."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def pad_cells(table: WordTable, height: float, width: float) -> None:
    """Keep text so far from the lines of its table, in millimetres above and below, and at both sides."""
    padding = OxmlElement("w:tblCellMar")
    for side, wide in (("top", height), ("left", width), ("bottom", height), ("right", width)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(round(Mm(wide).pt * 20)))
        margin.set(qn("w:type"), "dxa")
        padding.append(margin)
    table._tblPr.xpath("w:tblLook")[0].addprevious(padding)  # noqa: SLF001  see above


def space(document: WordDocument, style: str, before: float, after: float) -> None:
    """Give a style its room above and below, in points."""
    spacing = cast("ParagraphStyle", document.styles[style]).paragraph_format
    spacing.space_before, spacing.space_after = Pt(before), Pt(after)


def _say_language(parent: BaseOxmlElement, tag: str, language: str) -> None:
    found = parent.find(qn(tag))
    if found is not None:
        found.set(qn("w:val"), language)


def _leave_styles(document: WordDocument, headings: int) -> None:
    """Keep the styles that are used, the headings in the text's own font and colour."""
    named = {f"Heading {level}{end}" for level in range(1, headings + 1) for end in ("", " Char")}
    for style in list(document.styles):
        if style.name in named:
            for tag in ("w:rFonts", "w:color"):
                for found in style.element.findall(f"{qn('w:rPr')}/{qn(tag)}"):
                    found.getparent().remove(found)
        elif style.name not in _KEPT and not (style.name or "").startswith("List"):
            style.delete()


_STYLES: dict[Look, str] = {"ours": "Emphasis", "name": "Strong"}
_KINDS: dict[str, str] = {"caution": "Strong", "aside": "Emphasis"}
_WIDTH = 160  # millimetres between the margins
_LEFT = 55
_PADDING = (1.0, 1.9)
_SIGN_PADDING = (0.4, 0.8)
_BETWEEN = Pt(8)
_LISTS = ("List", "List 2", "List 3", "List Bullet", "List Bullet 2")
_SIGNS = 8
"""As many columns of signs as an upright sheet has room for; more go over several tables."""
_DEEPEST = 6


def word_of(document: Document) -> Mapping[str, bytes]:
    """The file's members by their names, not signed yet."""
    blocks = (*document.lead, *document.sections)
    made = new_document(document.language, _DEEPEST if any(isinstance(block, Section) for block in blocks) else 1)
    space(made, "Heading 1", 0, 10)
    for style in _LISTS:
        space(made, style, 0, 2)
    made.add_paragraph(word_text(document.title), "Heading 1")
    _blocks(blocks, made, 2)
    return members_of(made, document.title)


def _blocks(blocks: Iterable[Block], made: WordDocument, level: int) -> None:
    """Add blocks; lists and tables stand close by themselves, so what follows one of them gets some room."""
    above: Block | None = None
    for block in blocks:
        if isinstance(above, Bullets) and isinstance(block, Table):
            made.paragraphs[-1].paragraph_format.space_after = _BETWEEN
        _block(block, made, level)
        if isinstance(above, Bullets | Table) and isinstance(block, Paragraph):
            made.paragraphs[-1].paragraph_format.space_before = _BETWEEN
        above = block


def _block(block: Block, made: WordDocument, level: int) -> None:
    match block:
        case Paragraph():
            paragraph = made.add_paragraph()
            _line(block.text, paragraph, _KINDS.get(block.kind))
            if block.kind == "lead":
                spacing = paragraph.paragraph_format
                spacing.keep_with_next, spacing.space_before, spacing.space_after = True, _BETWEEN, Pt(2)
        case Facts():
            for name, fact in block.pairs:
                paragraph = made.add_paragraph(style="List")
                paragraph.add_run(word_text(f"{name}:"), "Strong")
                paragraph.add_run(f" {word_text(fact)}")
        case Bullets():
            styles = ("List Bullet", "List Bullet 2") if block.bulleted else ("List", "List 2")
            for item in block.items:
                line, below = (item, ()) if isinstance(item, str) else (item.line, item.below)
                _line(line, made.add_paragraph(style=styles[0]))
                for one in below:
                    _line(one, made.add_paragraph(style=styles[1]))
        case Outline():
            _outline(block.items, made)
        case Legend():
            made.add_paragraph(word_text(" · ".join(f"{sign} {said}" for sign, said in block.pairs)))
        case Table():
            _table(block, made)
        case Figure():
            pass
        case Entries():
            for entry in block.entries:
                _entry(entry, made)
        case Section():
            if block.new_page:
                made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            made.add_paragraph(word_text(block.title), f"Heading {min(level, _DEEPEST)}")
            _blocks(block.blocks, made, level + 1)


def _outline(items: Iterable[OutlineItem], made: WordDocument, depth: int = 0) -> None:
    for item in items:
        paragraph = made.add_paragraph(style=("List", "List 2", "List 3")[min(depth, 2)])
        if item.mark:
            paragraph.add_run(word_text(plain(item.mark)), "Strong")
            paragraph.add_run(" ")
        _line(item.line, paragraph)
        _outline(item.below, made, depth + 1)


def _line(text: Text, paragraph: WordParagraph, style: str | None = None) -> None:
    if isinstance(text, str):
        paragraph.add_run(word_text(text), style)
        return
    for place, span in enumerate(text):
        if place and not span.close:
            paragraph.add_run(" ")
        run = paragraph.add_run(word_text(span.shown if span.look == "source" else span.text), _STYLES.get(span.look))
        if span.look == "gone":
            run.font.strike = True
        elif span.look == "new":
            run.font.underline = True


def _entry(entry: Entry, made: WordDocument) -> None:
    head = made.add_paragraph(style="List")
    head.paragraph_format.keep_with_next = True
    head.add_run(word_text(entry.code), "Strong")
    head.add_run(word_text("".join(f" · {part}" for part in entry.head)))
    said = made.add_paragraph(word_text(entry.text or entry.instead), "List 2")
    if entry.tail:
        said.paragraph_format.keep_with_next = True
        made.add_paragraph(style="List 2").add_run(word_text(" · ".join(entry.tail)), "Emphasis")


def _table(table: Table, made: WordDocument) -> None:
    if table.caption:
        caption = made.add_paragraph()
        caption.add_run(word_text(table.caption), "Emphasis")
        caption.paragraph_format.keep_with_next = True
    step = _SIGNS if table.wide else max(len(table.columns), 1)
    for first in range(0, max(len(table.columns), 1), step):
        if first:
            made.add_paragraph()
        _part(table, slice(first, first + step), made)


def _part(table: Table, shown: slice, made: WordDocument) -> None:
    """A table of some columns: as many as there is room for."""
    columns = table.columns[shown]
    names = [*(head.text or head.spoken for head in table.heads)]
    names += [f"{column.name} ({column.group})" if column.group else column.name for column in columns]
    drawn = made.add_table(rows=1, cols=len(names), style="Table Grid")
    for cell, name in zip(drawn.rows[0].cells, names, strict=True):
        cell.paragraphs[0].add_run(word_text(name), "Strong")
    repeat_head(drawn.rows[0])
    for group in table.groups:
        for place, row in enumerate(group.rows):
            _row(row, table, group.margin if place == 0 else "", shown, new_row(drawn).cells)
    for row in table.foot:
        _row(row, table, "", shown, new_row(drawn).cells)
    keep_whole(drawn)
    set_columns(drawn, *_widths(table, columns))
    pad_cells(drawn, *(_SIGN_PADDING if table.wide else _PADDING))


def _widths(table: Table, columns: Sequence[Column]) -> Sequence[float]:
    if table.wide:
        lead = [14.0] * table.has_margin + [50.0]
        return [*lead, *[(_WIDTH - sum(lead)) / max(len(columns), 1)] * len(columns)]
    if len(table.heads) + len(columns) == 2:
        return (_LEFT, _WIDTH - _LEFT) if not table.heads else (40, _WIDTH - 40)
    shares = [*[1] * len(table.heads), *(column.share for column in columns)]
    return [_WIDTH * share / sum(shares) for share in shares]


def _row(row: Row, table: Table, margin: str, shown: slice, cells: tuple[_Cell, ...]) -> None:
    lead = [margin] if table.has_margin else []
    lead += [f"{row.head} {row.aside}".rstrip()] if table.heads else []
    for text, cell in zip(lead, cells, strict=False):
        cell.paragraphs[0].add_run(word_text(text))
    for told, cell in zip(row.cells[shown], cells[len(lead) :], strict=True):
        _cell(told, cell)


def _cell(told: Cell, cell: _Cell) -> None:
    if not told.parts:
        cell.paragraphs[0].add_run(word_text(told.text))
    for place, part in enumerate(told.parts):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        if isinstance(part, ListItem):
            paragraph.style = "List Bullet"
            _line(part.line, paragraph)
            for below in part.below:
                _line(below, cell.add_paragraph(style="List Bullet 2"))
        else:
            _line(part, paragraph)
