"""Word files of a few kilobytes that would keep a program busy for hours."""

from tests.guide.documents.packages import NAMESPACES, added, paragraph, parts_of, zipped
from tests.guide.sizes import SMALLER

TABLE = "<w:tbl>{}</w:tbl>"


def many_rows_deep() -> bytes:
    """Thirty tables in one another, and in the innermost a hundred thousand empty rows."""
    inside = TABLE.format("<w:tr><w:tc/></w:tr>" * (100_000 // SMALLER))
    for _ in range(30):
        inside = TABLE.format(f"<w:tr><w:tc>{inside}</w:tc></w:tr>")
    return added(inside)


def endless_level() -> bytes:
    """A list item on the level nine hundred million, of which Word has nine."""
    where = '<w:pPr><w:numPr><w:ilvl w:val="900000000"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return added(paragraph("Hva er aller innerst?", where))


def numbers_nobody_counts() -> bytes:
    """A sign with no such number, half a sign, and a cell as wide as five thousand digits say."""
    signs = "".join(f'<w:sym w:font="Wingdings" w:char="{code}"/>' for code in ("F" * 30, "D800"))
    wide = f'<w:tcPr><w:gridSpan w:val="{"9" * 5_000}"/></w:tcPr>'
    row = f"<w:tr><w:tc>{wide}<w:p><w:r><w:t>Hva er bredest?</w:t>{signs}</w:r></w:p></w:tc></w:tr>"
    return added(TABLE.format(row))


def footnote_for_ever() -> bytes:
    """One long footnote, referred to two hundred thousand times."""
    start = b'<w:footnote w:id="2"><w:p><w:r><w:t>'
    notes = b"<w:footnotes " + NAMESPACES.encode() + b">" + start + b"note " * (100_000 // SMALLER)
    references = '<w:r><w:footnoteReference w:id="2"/></w:r>' * (200_000 // SMALLER)
    parts = parts_of(added(f"<w:p><w:r><w:t>Hva er nederst?</w:t></w:r>{references}</w:p>"))
    parts["word/footnotes.xml"] = notes + b"</w:t></w:r></w:p></w:footnote></w:footnotes>"
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rNote" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/footnotes"/></Relationships>',
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'wordprocessingml.footnotes+xml"/></Types>',
    )
    return zipped(parts)
