"""Transcripts in Word, RTF and PDF: what is there now is read, what is not is named, no word is lost."""

import zlib
from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from interviews.transcripts.pdf import text_of_pdf
from interviews.transcripts.reading import read_transcript
from interviews.transcripts.turns import Transcript, Unread
from tests.guide.documents.packages import parts_of, zipped

HELLO, YES, WEEK = "Hei, hører du meg?", "Ja, jeg hører deg godt.", "Kan du fortelle om den første uka?"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(make: Callable[[Document], None]) -> Transcript:
    document, file = docx.Document(), BytesIO()
    make(document)
    document.save(file)
    return read_transcript(file.getvalue(), "samtale.docx")


def told(transcript: Transcript) -> list[tuple[str, float | None, str]]:
    return [(turn.speaker, turn.start, turn.text) for turn in transcript.turns]


def test_paragraphs_with_names_in_bold() -> None:
    def make(document: Document) -> None:
        document.add_heading("Intervju 3", 1)
        for name, text in (("Kari", HELLO), ("I3", YES), ("Kari", WEEK)):
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{name}: ").bold = True
            paragraph.add_run(text[:4])
            paragraph.add_run(text[4:])

    transcript = word(make)
    assert told(transcript) == [("Kari", None, HELLO), ("I3", None, YES), ("Kari", None, WEEK)]
    assert transcript.missing == 0
    assert [one.text for one in transcript.apart if one.kind == "before"] == ["Intervju 3"]


def test_teams_has_name_and_time_above_the_words_in_one_paragraph() -> None:
    def make(document: Document) -> None:
        for name, time, text in (
            ("Kari Nordmann", "0:03", HELLO),
            ("I3", "0:06", YES),
            ("Kari Nordmann", "1:02:09", WEEK),
        ):
            paragraph = document.add_paragraph()
            paragraph.add_run(name).bold = True
            paragraph.add_run(f"   {time}")
            paragraph.add_run().add_break()
            paragraph.add_run(text)

    transcript = word(make)
    assert told(transcript) == [("Kari Nordmann", 3.0, HELLO), ("I3", 6.0, YES), ("Kari Nordmann", 3729.0, WEEK)]
    assert transcript.missing == 0


def test_a_table_of_times_names_and_words() -> None:
    def make(document: Document) -> None:
        table = document.add_table(0, 3)
        for cells in (("00:00:03", "Kari", HELLO), ("00:00:06", "I3", f"{YES}\nMm."), ("00:00:09", "Kari", WEEK)):
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text

    transcript = word(make)
    assert told(transcript) == [("Kari", 3.0, HELLO), ("I3", 6.0, f"{YES} Mm."), ("Kari", 9.0, WEEK)]
    assert transcript.missing == 0


def rows(document: Document, *cells: tuple[str, ...]) -> None:
    table = document.add_table(0, len(cells[0]))
    for row in cells:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def test_a_table_among_paragraphs_is_said_by_whom_it_names_and_else_by_nobody() -> None:
    def make(document: Document) -> None:
        rows(document, ("Dato", "12. november"), ("Informant", "I3"))
        document.add_paragraph(f"Kari: {HELLO}")
        document.add_paragraph(f"I3: {YES}")
        rows(document, ("Kari", WEEK), ("I3", "Den var kaos."), ("", "Ganske."))
        document.add_paragraph("Kari: Mm.")
        rows(document, ("mandag", "fri"), ("tirsdag", "skole"))
        document.add_paragraph("I3: Ja, slik.")
        document.add_paragraph("Kari: Fint.")

    transcript = word(make)
    assert told(transcript) == [
        ("Kari", None, HELLO),
        ("I3", None, YES),
        ("Kari", None, WEEK),
        ("I3", None, "Den var kaos. Ganske."),
        ("Kari", None, "Mm."),
        ("I3", None, "Ja, slik."),
        ("Kari", None, "Fint."),
    ]
    left_out = [one.text.split("\t")[0] for one in transcript.apart if one.kind == "table"]
    assert left_out == ["Dato", "Informant", "mandag", "tirsdag"]
    assert transcript.missing == 0


def test_a_table_that_is_there_for_its_look_is_read_paragraph_by_paragraph() -> None:
    def make(document: Document) -> None:
        rows(document, ("1", f"Kari: {HELLO}\nI3: {YES}\nKari: {WEEK}"))

    transcript = word(make)
    assert told(transcript) == [("Kari", None, HELLO), ("I3", None, YES), ("Kari", None, WEEK)]
    assert transcript.missing == 0


def test_a_table_has_a_heading_and_counts_its_rows() -> None:
    talk = (("1", "Kari", HELLO), ("2", "I3", YES), ("3", "Kari", WEEK), ("4", "I3", "Kaos."), ("5", "Kari", "Mm."),
            ("6", "I3", "Ja."))  # fmt: skip
    transcript = word(lambda document: rows(document, ("Nr", "Hvem", "Replikk"), *talk))
    assert told(transcript) == [(name, None, text) for _, name, text in talk]
    assert [one.text for one in transcript.apart if one.kind == "before"] == ["Nr\tHvem\tReplikk"]


def test_footnotes_comments_and_edges_of_pages_are_no_talk() -> None:
    def make(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Intervju tre"
        document.add_paragraph(f"Kari: {HELLO}")
        paragraph = document.add_paragraph("I3: Jeg spilte ")
        run = paragraph.add_run("Orff")
        document.add_comment(run, "metoden, ikke en person", author="Kari")
        paragraph.add_run(" da.")
        part = document.part
        note = '<w:footnote w:id="1"><w:p><w:r><w:t>Carl Orff.</w:t></w:r></w:p></w:footnote>'
        name = PackURI("/word/footnotes.xml")
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        part.relate_to(
            Part(name, kind, f"<w:footnotes {W}>{note}</w:footnotes>".encode(), part.package), f"{RELATION}/footnotes"
        )

    transcript = word(make)
    assert told(transcript) == [("Kari", None, HELLO), ("I3", None, "Jeg spilte Orff da.")]
    beside = {one.kind: one.text for one in transcript.apart if one.kind != "name"}
    assert beside == {"page_edge": "Intervju tre", "comment": "metoden, ikke en person", "footnote": "Carl Orff."}
    assert transcript.missing == 0


def test_what_was_changed_hidden_or_computed_is_read_as_it_stands_now() -> None:
    runs = (
        '<w:r><w:t xml:space="preserve">I3: Jeg begynte i </w:t></w:r>'
        '<w:del w:id="1" w:author="x"><w:r><w:delText>2018</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="x"><w:r><w:t xml:space="preserve">2019 </w:t></w:r></w:ins>'
        '<w:fldSimple w:instr="REF x"><w:r><w:t>der</w:t></w:r></w:fldSimple>'
        '<w:sdt><w:sdtContent><w:r><w:t xml:space="preserve"> og da</w:t></w:r></w:sdtContent></w:sdt>'
        '<w:r><w:t xml:space="preserve">, e</w:t><w:noBreakHyphen/><w:t>post.</w:t></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hemmelig</w:t></w:r>"
    )

    def make(document: Document) -> None:
        document.add_paragraph(f"Kari: {WEEK}")
        document.element.body.insert(1, parse_xml(f"<w:p {W}>{runs}</w:p>"))
        document.add_paragraph("Kari: Mm.")

    transcript = word(make)
    assert told(transcript)[1] == ("I3", None, "Jeg begynte i 2019 der og da, e-post.")
    assert [one.text for one in transcript.apart if one.kind == "hidden"] == ["hemmelig"]
    assert transcript.missing == 0


WAYS = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def boxed(words: str) -> str:
    """A run with a text box as Word writes it, once for new readers and once for old ones."""
    box = f"<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>"
    return (
        f"<w:r {W} {WAYS}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_text_box_in_a_table_is_nobodys_talk() -> None:
    def make(document: Document) -> None:
        rows(document, ("Kari", HELLO), ("I3", YES), ("Kari", WEEK))
        cell = document.tables[0].cell(1, 1)
        cell.paragraphs[0]._p.append(parse_xml(boxed("Ikke snakk her.")))

    transcript = word(make)
    assert told(transcript) == [("Kari", None, HELLO), ("I3", None, YES), ("Kari", None, WEEK)]
    assert [one.text for one in transcript.apart if one.kind == "box"] == ["Ikke snakk her."]
    assert transcript.missing == 0


def test_a_document_in_the_document_letters_in_two_ways_and_a_box_in_a_header_are_told() -> None:
    ways = (
        f"<w:p {W} {WAYS}><mc:AlternateContent><mc:Choice Requires='w14'><w:r><w:t>I3: Ja, </w:t></w:r></mc:Choice>"
        "<mc:Fallback><w:r><w:t>I3: Jo, </w:t></w:r></mc:Fallback></mc:AlternateContent>"
        "<w:r><w:t>slik.</w:t></w:r></w:p>"
    )

    def make(document: Document) -> None:
        document.sections[0].header.paragraphs[0]._p.append(parse_xml(boxed("I toppen")))
        document.add_paragraph(f"Kari: {HELLO}")
        document.element.body.insert(1, parse_xml(ways))
        document.add_paragraph("Kari: Mm.")
        part = document.part
        page = Part(PackURI("/word/side.html"), "text/html", b"<p>Et vedlegg</p>", part.package)
        name = part.relate_to(page, f"{RELATION}/aFChunk")
        document.element.body.insert(2, parse_xml(f"<w:altChunk {W} xmlns:r='{RELATION}' r:id='{name}'/>"))

    transcript = word(make)
    assert told(transcript) == [("Kari", None, HELLO), ("I3", None, "Ja, slik."), ("Kari", None, "Mm.")]
    beside = {(one.kind, one.text) for one in transcript.apart}
    assert beside >= {("box", "Et vedlegg"), ("page_edge", "I toppen")}
    assert transcript.missing == 0


def test_strict_open_xml_is_read_like_any() -> None:
    document, file = docx.Document(), BytesIO()
    for text in (f"Kari: {HELLO}", f"I3: {YES}", f"Kari: {WEEK}"):
        document.add_paragraph(text)
    document.save(file)
    parts = parts_of(file.getvalue())
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = zipped({name: one.replace(usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main")
                     for name, one in parts.items()})  # fmt: skip
    assert read_transcript(strict, "samtale.docx") == read_transcript(file.getvalue(), "samtale.docx")


def test_f4_writes_rtf() -> None:
    data = (
        rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\*\generator f4;}{\info{\title Nei}}\uc1"
        rb"\pard\f0 I: Hei, h\'f8rer du meg? #00:00:05-0#\par "
        rb"B: Ja, jeg h\u248?rer {\b deg} godt \endash  \{ler\}. #00:00:09-4#\par }"
    )
    transcript = read_transcript(data, "samtale.rtf")
    assert told(transcript) == [("I", 0.0, HELLO), ("B", 5.0, "Ja, jeg hører deg godt – {ler}.")]
    assert (transcript.encoding, transcript.missing) == ("rtf", 0)


def test_footnotes_and_comments_in_rtf_are_no_talk() -> None:
    data = (
        rb"{\rtf1\ansi {\header Intervju tre\par}\pard I: Hei{\footnote\pard en fotnote}, du.\par "
        rb"B: Ja{\*\atnid K}{\*\annotation\pard en merknad}.\par }"
    )
    transcript = read_transcript(data, "samtale.rtf")
    assert told(transcript) == [("I", None, "Hei, du."), ("B", None, "Ja.")]
    beside = [(one.kind, one.text) for one in transcript.apart if one.kind != "name"]
    assert beside == [("page_edge", "Intervju tre"), ("footnote", "en fotnote"), ("comment", "en merknad")]
    assert transcript.missing == 0


@pytest.mark.parametrize(
    ("data", "code", "kind"),
    [
        (b"PK\x03\x04 nothing", "transcript_word_broken", None),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "transcript_other_kind", ".doc (Word 97–2003)"),
        (b"RIFF\x00\x00\x00\x00WAVE", "transcript_other_kind", "WAV"),
        (b"{\\rtf1 }", "transcript_unknown", None),
    ],
)
def test_other_kinds_are_refused_by_name(data: bytes, code: str, kind: str | None) -> None:
    with pytest.raises(Unread) as refused:
        read_transcript(data, "fil")
    assert refused.value.code == code
    assert refused.value.facts.get("kind") == kind


def test_a_letter_in_word_is_no_transcript() -> None:
    with pytest.raises(Unread) as refused:
        word(lambda document: (document.add_paragraph("Kjære alle,"), document.add_paragraph("jeg skriver."), None)[2])
    assert refused.value.code == "transcript_unknown"


def pdf(
    *pages: str, fonts: str = "/F1 << /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding >>", more: str = ""
) -> bytes:
    """A PDF whose pages draw this, as small programs write one: without a table of places."""
    shared = f"/MediaBox [0 0 600 800] /Resources << /Font << {fonts} >> >>"
    kids = " ".join(f"{10 + 2 * place} 0 R" for place in range(len(pages)))
    parts = [
        "%PDF-1.4",
        "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj",
        f"2 0 obj << /Type /Pages /Kids [{kids}] /Count {len(pages)} {shared} >> endobj",
        more,
    ]
    data = "\n".join(parts).encode("latin-1")
    for place, drawn in enumerate(pages):
        packed = zlib.compress(drawn.encode("cp1252"))
        data += (
            f"\n{10 + 2 * place} 0 obj << /Type /Page /Parent 2 0 R /Contents {11 + 2 * place} 0 R >> endobj\n".encode()
        )
        data += f"{11 + 2 * place} 0 obj << /Length {len(packed)} /Filter /FlateDecode >> stream\n".encode()
        data += packed + b"\nendstream endobj"
    return data


def test_a_pdf_is_read_by_the_places_of_its_letters() -> None:
    first = (
        "BT /F1 12 Tf 14 TL 50 700 Td (Kari: Hei, h\\370rer ) Tj T* (du meg?) Tj ET\n"
        "BT /F1 12 Tf 50 650 Td [(Kari: Kan du )-50(for)20(telle om den første uka?)] TJ ET\n"  # drawn before I3's
        "BT /F1 12 Tf 50 664 Td (I3:) Tj 40 0 Td (Ja, jeg hører deg godt.) Tj ET\n"
        "BT /F1 12 Tf 300 20 Td (1/2) Tj ET BT /F1 12 Tf 50 -40 Td (utenfor arket) Tj ET"
    )
    transcript = read_transcript(pdf(first, "BT /F1 12 Tf 1 0 0 1 50 700 Tm (I3: Den var kaos.) Tj ET"), "samtale.pdf")
    assert told(transcript) == [
        ("Kari", None, HELLO),
        ("I3", None, YES),
        ("Kari", None, WEEK),
        ("I3", None, "Den var kaos."),
    ]
    assert (transcript.encoding, transcript.missing) == ("pdf", 0)
    assert [one.text.strip() for one in transcript.apart if one.kind == "page_number"] == ["1/2"]


def test_letters_placed_one_by_one_moved_apart_or_drawn_twice_are_words() -> None:
    one_by_one = " ".join(
        f"{6 if place else 0} 0 Td <{ord(sign):02x}> Tj" for place, sign in enumerate("Kari: Ja vel?")
    )
    drawn = (
        f"BT /F1 12 Tf 50 700 Td {one_by_one} ET\n"
        "BT /F1 12 Tf 50 680 Td [(I3)-30(:)-700(Den )(v\\141r)5 ( bra\\))] TJ ET\n"
        "BT /F1 12 Tf 50 660 Td (Kari: Hvorfor?) Tj ET BT /F1 12 Tf 50.4 660 Td (Kari: Hvorfor?) Tj ET\n"  # looks bold
        "BT /F1 12 Tf 3 Tw 0.4 Tc 50 640 Td (I3: Den var god.) Tj ET"
    )
    assert text_of_pdf(pdf(drawn))[0].split("\n") == [
        "Kari: Ja vel?",
        "I3: Den var bra)",
        "Kari: Hvorfor?",
        "I3: Den var god.",
    ]


def test_what_stands_on_every_page_is_no_talk() -> None:
    page = "BT /F1 12 Tf 50 780 Td (Intervju 3, 12.11.2026) Tj 0 -50 Td ({0}) Tj 0 -14 Td ({1}) Tj "
    page += "0 -14 Td (Side {2}) Tj ET"
    pages = [page.format("Kari: Hei.", "I3: Ja.", 1), page.format("Kari: Og?", "I3: Nei.", 2)]
    transcript = read_transcript(pdf(*pages), "samtale.pdf")
    assert [turn.text for turn in transcript.turns] == ["Hei.", "Ja.", "Og?", "Nei."]
    assert [one.text for one in transcript.apart if one.kind == "page_edge"][:2] == ["Intervju 3, 12.11.2026", "Side 1"]
    assert transcript.missing == 0


def test_a_pdf_says_itself_which_letters_its_codes_are() -> None:
    table = (
        "1 beginbfrange <0001> <001A> <0061> endbfrange 2 beginbfchar <0030> <003A> <0031> <0020> endbfchar"
        " 1 beginbfchar <0032> <00F8> endbfchar"
    )
    fonts = "/F1 << /Type /Font /Subtype /Type0 /ToUnicode 5 0 R /DescendantFonts [<< /W [1 [500 500]] /DW 500 >>] >>"
    more = f"5 0 obj << /Length {len(table)} >> stream\n{table}\nendstream endobj"
    words = {" ": "0031", ":": "0030", "ø": "0032"}
    said = ["kari: hei", "ola: nei", "kari: køen", "ola: ja"]
    lines = [
        f"BT /F1 10 Tf 50 {700 - 14 * place} Td <{codes}> Tj ET"
        for place, line in enumerate(said)
        for codes in ["".join(words.get(sign, f"{ord(sign) - 96:04x}") for sign in line)]
    ]
    assert told(read_transcript(pdf("\n".join(lines), fonts=fonts, more=more), "samtale.pdf"))[0] == (
        "kari", None, "hei"
    )  # fmt: skip
    text, edges = text_of_pdf(pdf("\n".join(lines), fonts=fonts, more=more))
    assert edges == ()
    assert text.split("\n") == said


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4", b"%PDF-1.4 /Encrypt", pdf("BT ET"), pdf("(Hei) Tj").replace(b"Catalog", b"Katalog")]
)
def test_a_pdf_without_words_is_to_be_saved_otherwise(data: bytes) -> None:
    with pytest.raises(Unread) as refused:
        read_transcript(data, "skannet.pdf")
    assert refused.value.code == "transcript_pdf"


SMALL = pdf("BT /F1 12 Tf 50 700 Td (Kari: Hei) Tj 0 -14 Td (I3: Ja) Tj ET")


@given(st.integers(0, len(SMALL) - 1), st.binary(max_size=6), st.integers(0, 30))
def test_a_damaged_pdf_is_read_or_refused(at: int, instead: bytes, lost: int) -> None:
    try:
        read_transcript(SMALL[:at] + instead + SMALL[at + lost :], "skadd.pdf")
    except Unread:
        return
