"""Transcripts in Word and RTF: what is there now is read, what is not is named, no word is lost."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml

from interviews.transcripts.layout import Unread
from interviews.transcripts.reading import read_transcript
from interviews.transcripts.turns import Transcript

HELLO, YES, WEEK = "Hei, hører du meg?", "Ja, jeg hører deg godt.", "Kan du fortelle om den første uka?"
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


def test_f4_writes_rtf() -> None:
    data = (
        rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\*\generator f4;}{\info{\title Nei}}\uc1"
        rb"\pard\f0 I: Hei, h\'f8rer du meg? #00:00:05-0#\par "
        rb"B: Ja, jeg h\u248?rer {\b deg} godt \endash  \{ler\}. #00:00:09-4#\par }"
    )
    transcript = read_transcript(data, "samtale.rtf")
    assert told(transcript) == [("I", 0.0, HELLO), ("B", 5.0, "Ja, jeg hører deg godt – {ler}.")]
    assert (transcript.encoding, transcript.missing) == ("rtf", 0)


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
