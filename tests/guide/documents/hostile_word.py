"""Word files with what people and programs leave in them: changes, comments, boxes, notes, merged cells, fields."""

from io import BytesIO

from docx import Document

from tests.guide.documents import packages
from tests.guide.documents.packages import added, bodied, changed, paragraph, parts_of, plain, zipped
from tests.guide.documents.word import LEFT, Sheet

BY = 'w:id="7" w:author="Veileder" w:date="2024-03-01T10:00:00Z"'

TRACKED = ("Hvordan var den siste natten din?", "Hva gjorde du først, og hvorfor?", "Hvem snakket du med?")
REJECTED = ("Er du ikke enig i at", "nettene er tunge", "hvorfor det?")
MOVED = ("Hva husker du best?", "Hvordan begynte du her?", "Hvorfor ble du?")
ROWS = ("Hva gjør du når telefonen ringer?", "Hvem tar over om morgenen?")
ROW_OUT = "Hva tjener du?"
BOXED = "Husk å spørre om ringeklokka"
FOOTED = "Hvordan bruker du tilsynsplanen?"
IN_CELLS = (
    "Hva er en god vakt?",
    "Hva er en dårlig vakt?",
    "Hvem er på jobb sammen med deg?",
    "Hvordan sover du om dagen?",
)
NESTED = ("Hva står i rapporten?", "Hvem leser den?", "Hva står ikke der?")
CONTROLLED = ("Hvordan ble du nattevakt?", "Hva savner du?")
FIELDED = ("Hva mener du om nattvaktordningen?", "Hvor lenge har du vært her?", "Hva ville du endret?")
BROKEN = ("Hvordan kommer du deg hjem om morgenen?", "Hva gjør du da?")


def _numbered(text: str) -> str:
    numbers = (
        '<w:pPr><w:pStyle w:val="Listeavsnitt"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    )
    return paragraph(text, numbers)


def _heading(text: str) -> str:
    return paragraph(text, '<w:pPr><w:pStyle w:val="Overskrift1"/></w:pPr>')


def _written(*lines: str) -> bytes:
    return bodied(_heading(packages.TITLE) + "".join(lines))


def _run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def _ins(*runs: str) -> str:
    return f"<w:ins {BY}>{''.join(runs)}</w:ins>"


def _gone(*texts: str) -> str:
    return f"<w:del {BY}>{''.join(_run(text, 'delText') for text in texts)}</w:del>"


def macros() -> bytes:
    """A document with macros: another content type and a part that must never be run."""
    with_macros = changed(plain(), types=_main_type("application/vnd.ms-word.document.macroEnabled.main+xml"))
    return zipped({**parts_of(with_macros), "word/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048)})


def template() -> bytes:
    """Saved as a template."""
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return changed(plain(), types=_main_type(f"{base}.template.main+xml"))


def _main_type(kind: str) -> packages.Change:
    return lambda text: text.replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", kind
    )


def strict() -> bytes:
    """Saved as "Strict Open XML": the same words in other namespaces."""
    transitional = b"http://schemas.openxmlformats.org/"
    parts = parts_of(plain())
    for name in parts:
        if name.endswith((".xml", ".rels")):
            parts[name] = (
                parts[name]
                .replace(
                    transitional + b"wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"
                )
                .replace(
                    transitional + b"officeDocument/2006/relationships",
                    b"http://purl.oclc.org/ooxml/officeDocument/relationships",
                )
            )
    return zipped(parts)


def utf16_inside() -> bytes:
    """The text's own part in UTF-16, as the standard allows."""
    parts = parts_of(plain())
    text = parts[packages.MAIN].decode().replace("UTF-8", "UTF-16")
    return zipped({**parts, packages.MAIN: text.encode("utf-16")})


def tracked() -> bytes:
    """A supervisor's changes: what was put in counts, what was taken out does not."""
    first = f"<w:p>{_gone('Er du ikke enig i at ', 'nettene er tunge?')}{_ins(_run('Hvordan var den siste '))}"
    second = f"<w:p>{_run('Hva gjorde du først')}{_gone('; hvorfor det?')}{_ins(_run(', og '), _run('hvorfor?'))}</w:p>"
    third = f"<w:p>{_ins(_run('Hvem snakket du med?'))}</w:p>"
    return _written(first, f"{_run('natten din?')}</w:p>", second, third)


def moved() -> bytes:
    """Text that was dragged to another place."""
    away = f"<w:p><w:moveFrom {BY}>{_run('Hva husker du best?')}</w:moveFrom></w:p>"
    here = f"<w:p><w:moveTo {BY}>{_run('Hva husker du best?')}</w:moveTo></w:p>"
    return _written(away, paragraph("Hvordan begynte du her?"), paragraph("Hvorfor ble du?"), here)


def tracked_row() -> bytes:
    """A row of a table that was taken out, and one that was put in."""
    out = f"<w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc><w:p>{_gone(ROW_OUT)}</w:p></w:tc></w:tr>"
    new = f"<w:tr><w:trPr><w:ins {BY}/></w:trPr><w:tc><w:p>{_ins(_run(ROWS[1]))}</w:p></w:tc></w:tr>"
    return _written(_table(_row(ROWS[0]), out, new))


def _table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl><w:p/>"


def _row(*cells: str, properties: str = "") -> str:
    return (
        "<w:tr>" + "".join(f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"
    )


def commented() -> bytes:
    """A supervisor's comment at a question."""
    document = Document(BytesIO(plain()))
    asked = next(each for each in document.paragraphs if each.text.startswith("Hvordan er en vanlig"))
    document.add_comment(asked.runs, text="Er dette ledende? Hva mener du med vanlig?", author="Veileder", initials="V")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def text_box() -> bytes:
    """A box in the margin, written twice by Word: once for itself and once for older versions."""
    inside = f"<w:txbxContent>{paragraph(BOXED)}</w:txbxContent>"
    return added(
        "<w:p><w:r><mc:AlternateContent>"
        '<mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )


def footnotes() -> bytes:
    """A question with a footnote."""
    note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    asked = f"<w:p>{_run('Hvordan bruker du tilsynsplanen')}{note}{_run('?')}</w:p>"
    data = changed(
        added(""),
        main=lambda text: text.replace("<w:sectPr", f"{asked}<w:sectPr", 1),
        relations=packages.related("footnotes", "footnotes.xml", "Internal"),
        types=lambda text: text.replace(
            "</Types>",
            '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.footnotes+xml"/></Types>',
        ),
    )
    words = f'<w:footnote w:id="2">{paragraph("Planen fra 2021, se vedlegg.")}</w:footnote>'
    return zipped(
        {**parts_of(data), "word/footnotes.xml": f"<w:footnotes {packages.NAMESPACES}>{words}</w:footnotes>".encode()}
    )


def merged() -> bytes:
    """Cells merged across and down by Word's own button."""
    sheet = Sheet(norwegian=True)
    sheet.heading(packages.TITLE)
    sheet.table(
        [
            ["Tema", "Spørsmål", "Stikkord"],
            ["Vakta", IN_CELLS[0], LEFT],
            [None, IN_CELLS[1], "bemanning"],
            [None, IN_CELLS[2], None],
            ["Hjemme", IN_CELLS[3], LEFT],
        ]
    )
    return sheet.bytes()


def merged_raw() -> bytes:
    """``gridSpan`` and ``vMerge`` where the cells that go on have text of their own left in them."""
    begun, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'

    def cell(properties: str, text: str) -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    return _written(
        _table(
            _row("Tema", "Spørsmål"),
            f"<w:tr>{cell(begun, 'Vakta')}{cell('', IN_CELLS[0])}</w:tr>",
            f"<w:tr>{cell(on, '')}{cell('', IN_CELLS[1])}</w:tr>",
            f"<w:tr>{cell(wide, IN_CELLS[2])}</w:tr>",
            f"<w:tr>{cell(wide, IN_CELLS[3])}</w:tr>",
        )
    )


def nested_table() -> bytes:
    """A table in a cell of a table."""
    inner = _table(_row(NESTED[1]), _row(NESTED[2]))
    outer = f"<w:tr><w:tc><w:tcPr/>{paragraph(NESTED[0])}{inner}</w:tc></w:tr>"
    return _written(_table(outer))


def deep_tables() -> bytes:
    """A table in a table in a table."""
    inside = paragraph("Hva er innerst?")
    for _ in range(40):
        inside = _table(f"<w:tr><w:tc><w:tcPr/>{inside}</w:tc></w:tr>")
    return _written(inside)


def ragged() -> bytes:
    """Rows that have fewer cells than the table has columns, and more."""
    return _written(
        _table(_row("", IN_CELLS[0], ""), _row(IN_CELLS[1]), "<w:tr/>", _row("", "", IN_CELLS[2], IN_CELLS[3]))
    )


def controls() -> bytes:
    """A school's template: questions typed into content controls, one around a paragraph and one inside it."""
    block = f"<w:sdt><w:sdtPr/><w:sdtContent>{_numbered(CONTROLLED[0])}</w:sdtContent></w:sdt>"
    inline = f"<w:p>{_run('Hva ')}<w:sdt><w:sdtPr/><w:sdtContent>{_run('savner du?')}</w:sdtContent></w:sdt></w:p>"
    return added(block + inline)


def fields() -> bytes:
    """A link, a smart tag, a page number and a date in the text."""
    link = f'<w:hyperlink w:anchor="x">{_run("nattvaktordningen")}</w:hyperlink>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_run("3")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    tagged = f'<w:smartTag w:element="sted">{_run("vært her?")}</w:smartTag>'
    simple = f'<w:fldSimple w:instr=" HYPERLINK x ">{_run("endret?")}</w:fldSimple>'
    return _written(
        f"<w:p>{_run('Hva mener du om ')}{link}{_run('?')}</w:p>",
        f"<w:p>{_run('Hvor lenge har du ')}{tagged}</w:p>",
        f"<w:p>{_run('Hva ville du ')}{simple}</w:p>",
        f"<w:p>{field}</w:p>",
    )


def contents() -> bytes:
    """A table of contents in front, made by Word."""
    lines = "".join(
        paragraph(f"{title}\t1", '<w:pPr><w:pStyle w:val="TOC1"/></w:pPr>') for title in ("Om arbeidet", "Avslutning")
    )
    toc = f"<w:sdt><w:sdtPr/><w:sdtContent>{lines}</w:sdtContent></w:sdt>"
    return changed(plain(), main=lambda text: text.replace("<w:body>", f"<w:body>{toc}", 1))


def breaks() -> bytes:
    """A page break in the middle of a question, a no-break hyphen, and two questions parted by line breaks."""
    first = f'<w:p>{_run("Hvordan kommer du deg ")}<w:r><w:br w:type="page"/></w:r>{_run("hjem om morgenen?")}'
    return _written(f"{first}<w:r><w:br/></w:r>{_run('Hva gjør du da?')}</w:p>")
