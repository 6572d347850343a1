"""A sheet of paper in Word: python-docx, and the XML that Word writes and python-docx has no words for.

What Word really leaves in a file is kept: runs broken in the middle of a word where somebody stopped typing, list
levels in ``numbering.xml``, style ids in the language of the program (``Listeavsnitt``) under names that are always
English.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import count
from typing import Any, TypeAlias

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

NORWEGIAN_IDS = {
    "List Paragraph": "Listeavsnitt",
    "Heading 1": "Overskrift1",
    "Heading 2": "Overskrift2",
    "Heading 3": "Overskrift3",
    "Title": "Tittel",
    "Table Grid": "Tabellrutenett",
    "List Bullet": "Punktliste",
    "List Bullet 2": "Punktliste2",
    "List Number": "Nummerertliste",
}
MARKED = re.compile(r"(\*\*.+?\*\*|__.+?__|\n|\t)")

Line: TypeAlias = str | tuple[str, int, int]
"""A paragraph's text, or its text with the list (``numId``) and the level that it stands in."""

Cell: TypeAlias = Line | Sequence[Line] | None
"""What a cell holds; None when it is one with the cell above, ``LEFT`` when it is one with the cell before."""

LEFT = "\0"


class Sheet:
    """A Word document that is being typed.

    In texts ``**…**`` is bold, ``__…__`` italic, a line break is a ``w:br`` and a tab a ``w:tab``.
    """

    def __init__(self, *, norwegian: bool = False) -> None:
        self.document = Document()
        self._typed = count(7)
        self._norwegian = norwegian
        if norwegian:
            self._name_styles()

    def _name_styles(self) -> None:
        for style in self.document.styles:
            known = NORWEGIAN_IDS.get(str(style.name))
            if known is None:
                continue
            for other in self.document.styles.element.iter(qn("w:basedOn"), qn("w:next"), qn("w:link")):
                if other.get(qn("w:val")) == style.style_id:
                    other.set(qn("w:val"), known)
            style.element.set(qn("w:styleId"), known)

    def list(self, *levels: tuple[str, str]) -> int:
        """A new list; each level is its number format and its text, such as ``("decimal", "%1.")``. Its ``numId``."""
        numbering: Any = self.document.part.numbering_part.element
        abstract = 500 + len(numbering.findall(qn("w:abstractNum")))
        shapes = "".join(_level(place, *levels[min(place, len(levels) - 1)]) for place in range(9))
        kind = "hybridMultilevel" if len(levels) > 1 else "singleLevel"
        made = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">'
            f'<w:nsid w:val="{abstract:08X}"/><w:multiLevelType w:val="{kind}"/><w:tmpl w:val="04140001"/>'
            f"{shapes}</w:abstractNum>"
        )
        numbering.insert(len(numbering.findall(qn("w:abstractNum"))), made)
        number = 100 + len(numbering.findall(qn("w:num")))
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>')
        )
        return number

    def heading(self, text: str, level: int = 1) -> Paragraph:
        """A heading of Word's own; level 0 is the title."""
        return self._write(self.document.add_heading("", level), text)

    def say(self, text: str = "", style: str | None = None) -> Paragraph:
        """A paragraph."""
        return self._write(self.document.add_paragraph("", style), text)

    def item(self, text: str, number: int, level: int = 0) -> Paragraph:
        """A paragraph in a list, as the buttons for lists make it: style and ``w:numPr``."""
        return self._listed(self.document.add_paragraph("", "List Paragraph"), text, number, level)

    def table(self, rows: Sequence[Sequence[Cell]], *, header: bool = True) -> Table:
        """A table with lines; a cell is one paragraph or several."""
        table: Table = self.document.add_table(len(rows), max(len(row) for row in rows), "Table Grid")
        for across, row in enumerate(rows):
            for down, content in enumerate(row):
                if content is None:
                    table.cell(across - 1, down).merge(table.cell(across, down))
                elif content == LEFT:
                    table.cell(across, down - 1).merge(table.cell(across, down))
        for across, row in enumerate(rows):
            for down, content in enumerate(row):
                if content is not None and content != LEFT:
                    self.fill(table.cell(across, down), content)
        if header:
            table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        return table

    def fill(self, cell: _Cell, content: Line | Sequence[Line]) -> None:
        """Write into a cell, each line a paragraph of its own."""
        lines: Sequence[Any] = [content] if isinstance(content, str) or _is_item(content) else content
        for place, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
            if isinstance(line, str):
                self._write(paragraph, line)
            else:
                paragraph.style = self.document.styles["List Paragraph"]
                self._listed(paragraph, *line)

    def header(self, text: str, footer: str = "") -> None:
        """What stands at the top and the foot of every page."""
        section = self.document.sections[0]
        self._write(section.header.paragraphs[0], text)
        self._write(section.footer.paragraphs[0], footer)

    def bytes(self) -> bytes:
        """The file."""
        stream = BytesIO()
        self.document.save(stream)
        return stream.getvalue()

    def _listed(self, paragraph: Paragraph, text: str, number: int, level: int) -> Paragraph:
        listed = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        listed.get_or_add_ilvl().val = level
        listed.get_or_add_numId().val = number
        return self._write(paragraph, text)

    def _write(self, paragraph: Paragraph, text: str) -> Paragraph:
        for piece, bold, italic in _runs(text):
            for part in self._broken(piece):
                run = paragraph.add_run(part)
                run.bold = bold or None
                run.italic = italic or None
        return paragraph

    def _broken(self, text: str) -> Iterator[str]:
        """A text in the runs that typing and mending leave behind."""
        place = next(self._typed) % 11 + 3
        if len(text) > 2 * place and next(self._typed) % 3:
            yield text[:place]
            yield text[place:]
        else:
            yield text


def _level(place: int, shape: str, text: str) -> str:
    font = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/></w:rPr>' if shape == "bullet" else ""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{720 * (place + 1)}" w:hanging="360"/></w:pPr>{font}</w:lvl>'
    )


def _is_item(content: object) -> bool:
    return isinstance(content, tuple) and len(content) == 3 and isinstance(content[1], int)


def _runs(text: str) -> Iterator[tuple[str, bool, bool]]:
    for piece in MARKED.split(text):
        if piece.startswith("**") and len(piece) > 4:
            yield piece[2:-2], True, False
        elif piece.startswith("__") and len(piece) > 4:
            yield piece[2:-2], False, True
        elif piece:
            yield piece, False, False
