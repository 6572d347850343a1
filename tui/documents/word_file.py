"""A new Word document without looks of its own.

It takes on the look of whatever it is pasted into: no colours, no fonts, A4.

python-docx begins from a template of its own, with colours, another language, a preview, dates and an author; all of
that is taken out, so that the same guide always makes the same bytes and nobody's name is among them.
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, cast
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import Table, _Row

from tui.escape import visible_char
from tui.signature import MARK

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
    document = Document()
    _without_needless(document)
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


def new_row(table: Table) -> _Row:
    """One more row at the end of the table."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def repeat_head(row: _Row) -> None:
    """Let a row stand at the top of every page that its table reaches."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  python-docx has no other way


def keep_whole(table: Table) -> None:
    """Let no row of the table run over the end of a page where it can stand on the next one."""
    for row in table.rows:
        row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))  # noqa: SLF001  see above


def set_columns(table: Table, *widths: float) -> None:
    """Give the columns their widths, in millimetres, and no others."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def pad_cells(table: Table, height: float, width: float) -> None:
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


def _without_needless(document: WordDocument) -> None:
    for rels in (document.part.rels, document.part.package.rels):
        for id in [id for id, rel in rels.items() if rel.reltype.endswith(_NEEDLESS)]:
            del rels[id]


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
