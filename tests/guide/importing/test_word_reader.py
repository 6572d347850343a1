"""What a Word file's paragraphs become: numbering, styles, tables, tracked changes, and what lies beside the text."""

from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from guide.importing.document_blocks import Block, RefusedError
from guide.importing.reading.word_reader import read_word


def blocks(document: WordDocument) -> tuple[Block, ...]:
    file = BytesIO()
    document.save(file)
    return read_word(file.getvalue())


def numbered(paragraph: Paragraph, list_id: int, level: int = 0) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')
    )


def with_lists(document: WordDocument) -> None:
    """Two lists of their own: 900 counts 1., a); 901 has bullets that stand further in, on its first level."""
    root = document.part.numbering_part.element
    levels = {
        900: [("decimal", "%1.", 720), ("lowerLetter", "%2)", 1440)],
        901: [("bullet", "•", 1080)],
    }
    for number, (key, given) in enumerate(levels.items()):
        inside = "".join(
            f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            f'<w:pPr><w:ind w:left="{left}"/></w:pPr></w:lvl>'
            for place, (form, text, left) in enumerate(given)
        )
        root.insert(
            number, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">{inside}</w:abstractNum>')
        )
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'))


def test_a_list_gives_its_numbers_depth_and_indentation() -> None:
    document = Document()
    with_lists(document)
    for text, list_id, level in [
        ("Første?", 900, 0),
        ("a?", 900, 1),
        ("b?", 900, 1),
        ("Andre?", 900, 0),
        ("punkt", 901, 0),
    ]:
        numbered(document.add_paragraph(text), list_id, level)
    found = blocks(document)
    assert [(block.label, block.form, block.level, block.indent) for block in found] == [
        ("1.", "decimal", 0, 36.0),
        ("a)", "letter", 1, 72.0),
        ("b)", "letter", 1, 72.0),
        ("2.", "decimal", 0, 36.0),
        ("", "bullet", 0, 54.0),
    ]


def test_a_style_can_carry_the_list_and_a_heading_its_level() -> None:
    document = Document()
    document.add_heading("Bakgrunn", level=2)
    document.add_paragraph("Hva gjør du?", style="List Bullet 2")
    document.add_paragraph("Intervjuguide", style="Title")
    heading, item, title = blocks(document)
    assert (heading.kind, heading.level) == ("heading", 2)
    assert (item.kind, item.form) == ("item", "bullet")
    assert (title.kind, title.level) == ("heading", 0)


def test_what_is_typed_before_a_line_is_its_label() -> None:
    document = Document()
    for text in ("1.1 Hva gjør du?", "a)\tHvorfor?", "Q3: What then?", "– Kan du gi et eksempel?"):
        document.add_paragraph(text)
    assert [(block.label, block.text) for block in blocks(document)] == [
        ("1.1", "Hva gjør du?"),
        ("a)", "Hvorfor?"),
        ("Q3:", "What then?"),
        ("–", "Kan du gi et eksempel?"),
    ]


def test_a_merged_cell_is_read_once_and_rows_keep_their_places() -> None:
    document = Document()
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Tema 1"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Hverdagen"
    table.cell(1, 1).text = "Hva gjør du?"
    table.cell(2, 1).text = "Hva liker du?"
    found = blocks(document)
    assert [block.text for block in found] == ["Tema 1", "Hverdagen", "Hva gjør du?", "Hva liker du?"]
    places = [(block.cell.row, block.cell.column, block.cell.width) for block in found if block.cell is not None]
    assert places == [(0, 0, 2), (1, 0, 1), (1, 1, 1), (2, 1, 1)]


def test_a_table_in_a_cell_is_read_where_it_stands() -> None:
    document = Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Tema"
    inner = table.cell(0, 1).add_table(rows=1, cols=1)
    inner.cell(0, 0).text = "Hva gjør du?"
    found = [block for block in blocks(document) if block.text == "Hva gjør du?"]
    assert [(block.cell.row, block.cell.column) for block in found if block.cell is not None] == [(0, 1)]


def test_what_was_inserted_is_there_and_what_was_deleted_is_listed() -> None:
    document = Document()
    paragraph = document.add_paragraph("Hva gjør du ")
    for tag, inside in (("w:ins", "<w:r><w:t>nå?</w:t></w:r>"), ("w:del", "<w:r><w:delText>før?</w:delText></w:r>")):
        paragraph._p.append(parse_xml(f'<{tag} {nsdecls("w")} w:id="1" w:author="x">{inside}</{tag}>'))
    kept, dropped = blocks(document)
    assert (kept.text, kept.aside) == ("Hva gjør du nå?", "")
    assert (dropped.text, dropped.aside) == ("før?", "deleted")


def test_comments_headers_and_text_boxes_are_no_part_of_the_text() -> None:
    document = Document()
    run = document.add_paragraph("Hva gjør du?").runs
    document.add_comment(run, text="for lukket?", author="veileder")
    document.sections[0].header.paragraphs[0].text = "Masteroppgave 2024"
    drawing = parse_xml(
        f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>i en boks</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    holder = OxmlElement("w:r")
    holder.append(drawing)
    document.add_paragraph("Og så?")._p.append(holder)
    found = blocks(document)
    assert {block.text: block.aside for block in found} == {
        "Hva gjør du?": "",
        "Og så?": "",
        "i en boks": "text_box",
        "Masteroppgave 2024": "page_header",
        "for lukket?": "comment",
    }


def test_lines_in_one_paragraph_are_lines_of_their_own_unless_one_sentence_runs_over_them() -> None:
    document = Document()
    document.add_paragraph("Hva gjør du?\nHvorfor?\nI møte med elever,\nhvordan hilser du?")
    found = blocks(document)
    assert [(block.text, block.follows) for block in found] == [
        ("Hva gjør du?", False),
        ("Hvorfor?", True),
        ("I møte med elever, hvordan hilser du?", True),
    ]


def test_bold_and_underlined_paragraphs_look_like_headings() -> None:
    document = Document()
    document.add_paragraph().add_run("Oppvarming").bold = True
    document.add_paragraph().add_run("Hoveddel").underline = True
    document.add_paragraph("vanlig")
    assert [block.bold for block in blocks(document)] == [True, True, False]


def test_hidden_words_are_listed_apart() -> None:
    document = Document()
    paragraph = document.add_paragraph("Hva gjør du?")
    run = paragraph.add_run(" (slettes)")
    run.font.hidden = True
    shown, hidden = blocks(document)
    assert (shown.text, hidden.text, hidden.aside) == ("Hva gjør du?", "(slettes)", "hidden")


@pytest.mark.parametrize("data", [b"PK\x03\x04 not a zip", b"PK\x05\x06" + bytes(18)])
def test_a_broken_package_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedError):
        read_word(data)
