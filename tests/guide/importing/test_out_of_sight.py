"""Words that a reader of the page hardly sees, or sees in a form of their own: none of them is lost."""

from io import BytesIO

import pytest
import xlsxwriter

from guide.importing import Imported, ImportRefusal, import_document
from guide.importing.reading.html_reader import read_html
from guide.importing.reading.markdown_reader import read_markdown
from guide.importing.reading.odt_reader import read_odt
from guide.importing.reading.word_reader import read_word
from guide.importing.structure.research_questions import MAX_TARGETS
from guide.reading import read_guide
from guide.schema import MAX_QUESTIONS
from guide.write import write_guide
from tests.guide.documents import odt
from tests.guide.documents.packages import added, bodied, paragraph, parts_of, plain, with_part, zipped

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
WAYS = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("[Intervjuer]: Velkommen", "code"),
        ("- Hva liker du?\n\n[^1]: Kvale", "code"),
        ("[a]: Fortell\n[a]: Spør", "code"),
        ("Hva liker du? <!-- husk å vente -->", "comment"),
        ("<div>\nHva liker du? <!-- husk å vente -->\n</div>", "comment"),
        ('Se [her](http://eksempel.no "Mal for guider").', "code"),
        ('Se ![tegning](kart.png "Kart over stedet").', "code"),
        ("```spørsmål\nHva liker du?\n```", "code"),
    ],
)
def test_what_markdown_keeps_out_of_sight_is_listed(text: str, aside: str) -> None:
    found = read_markdown(text.encode())
    everything = " ".join(block.text for block in found)
    for mark in ("[", "]", "(", ")", ":", "<!--", "-->", "<div>", "</div>", "`", "!", '"', "-"):
        text = text.replace(mark, " ")
    assert [word for word in text.split() if word.strip(".").isalpha() and word not in everything] == []
    assert aside in {block.aside for block in found}


def test_less_than_is_no_tag() -> None:
    """Inside HTML too a sign before a number says something about the number."""
    (found,) = read_markdown("<div>Er du <18 år, og hvorfor har du > to jobber?</div>".encode())
    assert found.text == "Er du <18 år, og hvorfor har du > to jobber?"


@pytest.mark.parametrize("text", ["> " * 60 + "Hva nå?", "".join(f"{'  ' * n}- Hva nå?\n" for n in range(60))])
def test_what_lies_too_deep_to_be_read_is_refused(text: str) -> None:
    made = import_document(text.encode(), "guide.md")
    assert isinstance(made, ImportRefusal)
    assert made.code == "import_too_deep"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (("<w:r><w:ruby><w:rt><w:r><w:t>しごと</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>仕事</w:t></w:r></w:rubyBase>"
         "</w:ruby><w:t> nå?</w:t></w:r>"), "仕事 (しごと) nå?"),
        (f"<m:oMath {MATH}><m:r><m:t>x</m:t></m:r></m:oMath><w:r><w:t> er hva?</w:t></w:r>", "x er hva?"),
        ((f"<w:r><w:t>Bra </w:t><mc:AlternateContent {WAYS}><mc:Choice Requires='w16se'><w:rPr/></mc:Choice>"
         "<mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent><w:t>?</w:t></w:r>"), "Bra 😊?"),
        ((f"<w:r><mc:AlternateContent {WAYS}><mc:Choice Requires='w14'><w:t>Ny?</w:t></mc:Choice>"
         "<mc:Fallback><w:t>Gammel?</w:t></mc:Fallback></mc:AlternateContent></w:r>"), "Ny?"),
    ],
)  # fmt: skip
def test_letters_that_word_writes_in_a_form_of_their_own_are_read(xml: str, text: str) -> None:
    assert [block.text for block in read_word(added(f"<w:p>{xml}</w:p>"))][-1] == text


@pytest.mark.parametrize(
    "xml",
    [
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('Skjult under')}</w:tc></w:tr></w:tbl>",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>Skjult under</w:t></w:r></w:p>',
    ],
)
def test_what_word_does_not_show_is_listed_as_hidden(xml: str) -> None:
    found = read_word(added(xml))
    assert [block.text for block in found if block.aside == "hidden"] == ["Skjult under"]


def test_a_field_inside_the_making_of_another_ends_alone() -> None:
    """Word's IF asks another field; what follows that is still no text, and its result is."""
    mark = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    begin, separate, end = map(mark.format, ("begin", "separate", "end"))
    inner = f"{begin}<w:r><w:instrText> REF a </w:instrText></w:r>{separate}<w:r><w:t>Ja</w:t></w:r>{end}"
    outer = f"{begin}{inner}<w:r><w:t> = 1 </w:t></w:r>{separate}<w:r><w:t>Hva da?</w:t></w:r>{end}"
    found = read_word(added(f"<w:p>{outer}<w:r><w:t> Og så?</w:t></w:r></w:p>"))
    assert [block.text for block in found if not block.aside][-1] == "Hva da? Og så?"
    assert [block.text for block in found if block.aside == "hidden"] == ["Ja = 1"]


def form_field(settings: str) -> str:
    """A field of a form as Word writes it: what it is and says is in its settings, and nothing in the text."""
    parts = (f"'begin'><w:ffData>{settings}</w:ffData></w:fldChar>", "'separate'/>", "'end'/>")
    return "".join(f"<w:r><w:fldChar w:fldCharType={part}</w:r>" for part in parts)


@pytest.mark.parametrize(
    ("said", "box"),
    [
        ("<w:default w:val='0'/>", "☐"),
        ("<w:default w:val='1'/>", "☒"),
        ("<w:default w:val='0'/><w:checked/>", "☒"),
        ("<w:default w:val='1'/><w:checked w:val='0'/>", "☐"),
        ("", "☐"),
    ],
)
def test_a_box_of_a_form_is_read_as_it_is_shown(said: str, box: str) -> None:
    field = form_field(f"<w:checkBox><w:sizeAuto/>{said}</w:checkBox>")
    found = read_word(added(f"<w:p><w:r><w:t xml:space='preserve'>Synger du? </w:t></w:r>{field}</w:p>"))
    assert found[-1].text == f"Synger du? {box}"


LINES = "<w:ddList><w:result w:val='1'/><w:listEntry w:val='Aldri'/><w:listEntry w:val='Ofte'/></w:ddList>"
ITEMS = "<w:dropDownList><w:listItem w:displayText='Aldri' w:value='1'/><w:listItem w:value='Ofte'/></w:dropDownList>"
CHOSEN = "<w:sdtContent><w:r><w:t> Ofte</w:t></w:r></w:sdtContent>"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (f"<w:r><w:t> </w:t></w:r>{form_field(LINES)}", "Hvor ofte? Ofte"),
        (f"<w:r><w:t> </w:t></w:r>{form_field(LINES.replace('result', 'default'))}", "Hvor ofte? Ofte"),
        (f"<w:r><w:t> </w:t></w:r>{form_field(LINES.replace('val=', 'other=', 1))}", "Hvor ofte? Aldri"),
        (f"<w:r><w:t> </w:t></w:r>{form_field(LINES.replace('1', '7', 1))}", "Hvor ofte?"),
        (f"<w:sdt><w:sdtPr>{ITEMS}</w:sdtPr>{CHOSEN}</w:sdt>", "Hvor ofte? Ofte"),
    ],
)
def test_the_lines_to_choose_from_in_a_form_are_listed_as_hidden(xml: str, text: str) -> None:
    found = read_word(added(f"<w:p><w:r><w:t>Hvor ofte?</w:t></w:r>{xml}</w:p>"))
    assert [(block.aside, block.text) for block in found][-2:] == [("", text), ("hidden", "Aldri / Ofte")]


def test_a_page_lists_what_there_is_to_choose_from() -> None:
    page = b"<p>Hvor ofte? <select><option>Aldri<option selected>Ofte</select></p><p><input type=checkbox> Synger</p>"
    found = read_html(page)
    assert [(block.aside, block.text) for block in found] == [
        ("hidden", "Aldri / Ofte"),
        ("", "Hvor ofte?"),
        ("", "Synger"),
    ]


@pytest.mark.parametrize(
    "xml",
    [
        "{}<w:p>{}</w:p></w:sdtContent></w:sdt>",
        "<w:tbl><w:tr>{}<w:tc><w:p>{}</w:p></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>",
        "<w:tbl>{}<w:tr><w:tc><w:p>{}</w:p></w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>",
        "<w:tbl><w:tr><w:tc>{}<w:p>{}</w:p></w:sdtContent></w:sdt></w:tc></w:tr></w:tbl>",
    ],
)
def test_the_lines_of_a_control_around_a_paragraph_a_cell_or_a_row_are_listed(xml: str) -> None:
    around = f"<w:sdt><w:sdtPr>{ITEMS}</w:sdtPr><w:sdtContent>"
    found = read_word(added(xml.format(around, "<w:r><w:t>Ofte</w:t></w:r>")))
    assert sorted((block.aside, block.text) for block in found[-2:]) == [("", "Ofte"), ("hidden", "Aldri / Ofte")]


FORM = """<h1>Intervjuguide</h1><form><label for=a>Hva gjør du?</label><select id=a><optgroup label="Hver uke"><option>x
<option label="Aldri"></optgroup></select><label>Hva da? <input type=radio value=on> Ja <input type=radio value=nei> Nei
</label><input list=b placeholder="Ditt svar"><datalist id=b><option value="Ofte"><option>Daglig</datalist><fieldset>
<legend>Hjemme</legend>Hvordan bor du?<textarea>Alene?</textarea></fieldset><input type=submit value=Send>
<button>Nullstill</button></form><details><summary>Hagen</summary>Hva vokser der?</details>
<button>Skolen</button><figure>Bilde<figcaption>Hva ser du?</figcaption></figure>"""


def test_the_controls_of_a_form_and_their_names_are_lines_of_their_own() -> None:
    found = read_html(FORM.encode())
    assert [block.text for block in found if not block.aside] == [
        "Intervjuguide", "Hva gjør du?", "Hva da? Ja Nei", "Hjemme", "Hvordan bor du?", "Alene?", "Hagen",
        "Hva vokser der?", "Skolen", "Bilde", "Hva ser du?",
    ]  # fmt: skip
    assert [block.text for block in found if block.aside == "hidden"] == [
        "Hver uke / x / Aldri", "nei", "Ditt svar", "Ofte / Daglig", "Send", "Nullstill",
    ]  # fmt: skip


def test_an_odt_lists_what_there_is_to_choose_from() -> None:
    """In a list of the text, and in a form that lies over it."""
    fields = '<f:text f:value="Hva da?" f:current-value="Hva nå?"/><f:text f:value="Så?" f:current-value="Så?"/>'
    controls = (
        f'<f:listbox><f:option f:label="Alene" f:value="1"/></f:listbox><f:checkbox f:label="Synger"/>{fields}',
        '<text:label text:value="Aldri"/><text:label text:value="Ofte"/>Ofte',
    )
    found = read_odt(
        odt.odt(
            f'<office:forms xmlns:f="urn:oasis:names:tc:opendocument:xmlns:form:1.0"><f:form>{controls[0]}</f:form>'
            f"</office:forms><text:p>Hvor ofte? <text:drop-down>{controls[1]}</text:drop-down></text:p>"
        )
    )
    assert [(block.aside, block.text) for block in found] == [
        ("text_box", "Alene"),
        ("text_box", "Synger"),
        ("text_box", "Hva da?"),
        ("text_box", "Hva nå?"),
        ("text_box", "Så?"),
        ("", "Hvor ofte? Ofte"),
        ("hidden", "Aldri / Ofte"),
    ]


def test_a_question_too_many_is_said_and_not_written() -> None:
    """A guide that the program would not read back is refused with the reason, not with a request to report it."""
    for count in (MAX_QUESTIONS, MAX_QUESTIONS + 1):
        text = "# Tema\n\n" + "".join(f"{n}. Hva gjorde du dag {n}?\n" for n in range(1, count + 1))
        made = import_document(text.encode(), "guide.md")
        if count > MAX_QUESTIONS:
            assert made == ImportRefusal("import_too_many", {"limit": f"{MAX_QUESTIONS}"})
        else:
            assert isinstance(made, Imported)
            assert read_guide(write_guide(made.guide), "guide.yaml").guide == made.guide


def test_research_questions_beyond_counting_are_refused() -> None:
    listed = "".join(f"{n}. Hvordan planlegger lærere dag {n}?\n" for n in range(1, MAX_TARGETS + 2))
    made = import_document(f"Forskningsspørsmål:\n{listed}\nSpørsmål:\n- Hva gjør du?\n".encode(), "guide.txt")
    assert made == ImportRefusal("import_too_many", {"limit": f"{MAX_TARGETS}"})


def test_parts_beyond_the_alphabet_have_ids_of_their_own() -> None:
    parts = "".join(f"   - Hvordan planlegger lærere økt nummer {n}?\n" for n in range(1, 41))
    asked = "".join(f"- Hva gjør du om morgenen på dag nummer {n}?\n" for n in range(1, 61))
    text = f"# Forskningsspørsmål\n\n1. Hvordan planlegger lærere?\n{parts}\n# Spørsmål\n\n{asked}"
    made = import_document(text.encode(), "guide.md")
    assert isinstance(made, Imported)
    ids = [target.id for target in made.guide.targets]
    assert len(ids) == len({name.casefold() for name in ids}) == 41
    assert read_guide(write_guide(made.guide), "guide.yaml").guide == made.guide


def beside(data: bytes) -> set[tuple[str, str]]:
    return {(block.aside, block.text) for block in read_word(data) if block.aside}


def boxed(inside: str) -> str:
    """A run with a text box as Word writes it, once for new readers and once for old ones."""
    box = f"<w:txbxContent>{inside}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent {WAYS}><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


NOTED = "<w:r><w:footnoteReference w:id='1'/></w:r>"


@pytest.mark.parametrize(
    "xml",
    [
        f"<w:p><w:del>{NOTED}</w:del></w:p>",
        f"<w:p>{boxed(f'<w:p>{NOTED}</w:p>')}</w:p>",
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p>{NOTED}</w:p></w:tc></w:tr></w:tbl>",
        f"<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>{NOTED}</w:p>",
        "",
    ],
)
def test_a_footnote_is_listed_whatever_leads_to_it(xml: str) -> None:
    notes = f"<w:footnote w:id='1'>{paragraph('Her.')}{paragraph('Og e<w:t/>der.')}</w:footnote>"
    notes = notes.replace("e<w:t/>", "e</w:t><w:noBreakHyphen/><w:t>")
    assert ("footnote", "Her. Og e-der.") in beside(with_part(xml, "footnotes", "footnotes.xml", notes))


def test_comments_of_several_paragraphs_do_not_run_together() -> None:
    said = f"<w:comment w:id='1'>{paragraph('Spør først.')}{paragraph('Vent.')}</w:comment>"
    assert ("comment", "Spør først. Vent.") in beside(with_part("", "comments", "comments.xml", said))


def test_what_is_hidden_or_deleted_in_a_text_box_is_listed_and_nothing_twice() -> None:
    inside = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r><w:r><w:t>sett</w:t></w:r>"
        f"<w:del><w:r><w:delText>tatt ut</w:delText></w:r></w:del>{boxed(paragraph('innerst'))}</w:p>"
    )
    found = [(one.aside, one.text) for one in read_word(added(f"<w:p>{boxed(inside)}</w:p>")) if one.aside]
    expected = [("text_box", "sett"), ("deleted", "tatt ut"), ("hidden", "skjult"), ("text_box", "innerst")]
    assert sorted(found) == sorted(expected)


DRAWN = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
SAID = f"<a:p {DRAWN}><a:r><a:t>Hvorfor </a:t></a:r><a:r><a:t>det?</a:t></a:r></a:p>"


@pytest.mark.parametrize(
    ("xml", "aside"),
    [
        (f"<w:p><w:r><w:drawing>{SAID}</w:drawing></w:r></w:p>", "text_box"),
        ('<w:p><w:r><w:pict><v:shape><v:textpath string="Hvorfor det?"/></v:shape></w:pict></w:r></w:p>', "text_box"),
        ('<w:p><w:r><w:drawing><w:relIds r:dm="rIdX"/></w:drawing></w:r></w:p>', "text_box"),
        (f"<w:del>{paragraph('Hvorfor det?')}</w:del>", "deleted"),
        (f"<w:somethingNew>{paragraph('Hvorfor det?')}</w:somethingNew>", "hidden"),
        ("<w:p><w:somethingNew><w:r><w:t>Hvorfor det?</w:t></w:r></w:somethingNew></w:p>", "hidden"),
    ],
)
def test_words_that_are_no_text_of_the_document_are_listed(xml: str, aside: str) -> None:
    data = with_part(xml, "diagramData", "diagrams/data1.xml", SAID)
    assert (aside, "Hvorfor det?") in beside(data)


@pytest.mark.parametrize(
    "xml",
    [
        f"<m:oMathPara {MATH}><m:oMath><m:r><m:t>Hvorfor det?</m:t></m:r></m:oMath></m:oMathPara>",
        (f"<mc:AlternateContent {WAYS}><mc:Choice Requires='ny'/><mc:Fallback>{paragraph('Hvorfor det?')}"
         "</mc:Fallback></mc:AlternateContent>"),
        (f"<w:p><mc:AlternateContent {WAYS}><mc:Choice Requires='w14'><w:r><w:t>Hvorfor det?</w:t></w:r></mc:Choice>"
         "<mc:Fallback/></mc:AlternateContent></w:p>"),
        "<w:p><w:r><w:t>Hvorfor <!-- x -->det?</w:t></w:r></w:p>",
    ],
)  # fmt: skip
def test_text_in_a_form_that_few_programs_write_is_text(xml: str) -> None:
    last = read_word(added(xml))[-1]
    assert (last.aside, last.text) == ("", "Hvorfor det?")


HTML = "<html><body><p>Hvorfor det?</p><table><tr><td>Når?</td></tr></table></body></html>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", HTML.encode()),
        ("a.mht", f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{HTML}".encode()),
        ("a.docx", added(paragraph("Hvorfor det?") + paragraph("Når?"))),
        ("a.txt", b"Hvorfor det?\n\nN\xc3\xa5r?\n"),
    ],
)
def test_a_document_in_the_document_is_read_where_it_stands(name: str, content: bytes) -> None:
    xml = f"<w:altChunk r:id='rIdX'/>{paragraph('Slutt.')}"
    found = read_word(zipped({**parts_of(with_part(xml, "aFChunk", name, "")), f"word/{name}": content}))
    assert [block.text for block in found if not block.aside][-3:] == ["Hvorfor det?", "Når?", "Slutt."]


def test_a_document_in_the_document_of_another_kind_is_named() -> None:
    assert ("code", "word/a.rtf") in beside(with_part("<w:altChunk r:id='rIdX'/>", "aFChunk", "a.rtf", ""))


@pytest.mark.parametrize(
    "xml",
    ['<w:altChunk r:id="rId99"/>', '<w:p><w:r><w:drawing><w:relIds r:dm="rId99"/></w:drawing></w:r></w:p>'],
)
def test_what_is_not_there_takes_nothing_else_with_it(xml: str) -> None:
    assert [one for one in read_word(added(xml)) if not one.aside] == list(read_word(plain()))


STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def test_strict_open_xml_is_read_like_any() -> None:
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = {name: content.replace(usual, STRICT) for name, content in parts_of(plain()).items()}
    assert strict["word/document.xml"] != parts_of(plain())["word/document.xml"]
    assert import_document(zipped(strict), "guide.docx") == import_document(plain(), "guide.docx")


def test_without_the_styles_that_it_names_a_file_is_read() -> None:
    parts = parts_of(plain())
    del parts["word/styles.xml"]
    found = read_word(zipped(parts))
    assert [block.text for block in found] == [block.text for block in read_word(plain())]


def _drawn(words: str) -> str:
    space = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    told = f"<wp:docPr id='1' name='Bilde 1' descr='{words}'/>"
    return f"<w:r><w:drawing><wp:inline xmlns:wp='{space}'>{told}</wp:inline></w:drawing></w:r>"


@pytest.mark.parametrize(
    ("words", "told"),
    [("Hva gjorde du da?", True), ("Fortell om en vanlig dag", True), ("En sykkel på et verksted", False)],
)
def test_a_picture_whose_description_asks_is_told(words: str, *, told: bool) -> None:
    """Guides are pasted as pictures too; what only says what is seen there is no part of a guide."""
    frame = f"<draw:frame><draw:image/><svg:desc>{words}</svg:desc></draw:frame>"
    readings = (
        read_word(added(f"<w:p><w:r><w:t>Slik:</w:t></w:r>{_drawn(words)}</w:p>")),
        read_html(f'<p>Slik: <img src="a.png" alt="{words}"></p>'.encode()),
        read_odt(odt.odt(f"<text:p>Slik: {frame}</text:p>")),
        read_odt(odt.odt("<text:p>Slik:</text:p>", frame)),
    )
    for blocks in readings:
        assert [block.text for block in blocks if block.aside == "picture"] == [words] * told
        assert "Slik:" in [block.text for block in blocks if not block.aside]


STRUCK_SHEET = [["Tema", "Spørsmål"], ["Start", "Hvem er du?"], ["Midt", "Hva tjener du?"], ["Slutt", "Hva liker du?"]]


def struck_workbook() -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet, line = book.add_worksheet("Ark1"), book.add_format({"font_strikeout": True})
        for at, row in enumerate(STRUCK_SHEET):
            sheet.write_row(at, 0, row)
        sheet.write(2, 1, "Hva tjener du?", line)
        sheet.write_rich_string(3, 1, "Hva ", line, "egentlig", " liker du?")
    return file.getvalue()


def struck_word(properties: str) -> bytes:
    run = "<w:r>{}<w:t xml:space='preserve'>{}</w:t></w:r>"
    line = f"<w:rPr>{properties}</w:rPr>"
    told = "".join(f"<w:p>{''.join(runs)}</w:p>" for runs in (
        [run.format("", "Hvem er du?")],
        [run.format(line, "Hva tjener du?")],
        [run.format("", "Hva "), run.format(line, "egentlig"), run.format("", " liker du?")],
    ))  # fmt: skip
    return bodied(told)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"# Guide\n\n- Hvem er du?\n- ~~Hva tjener du?~~\n- Hva ~~egentlig~~ liker du?\n", "g.md"),
        (b"# Guide\n\n- Hvem er du?\n- <s>Hva tjener du?</s>\n- Hva <del>egentlig</del> liker du?\n", "g.md"),
        ((b"| Tema | Sp\xc3\xb8rsm\xc3\xa5l |\n|--|--|\n| A | Hvem er du? |\n| B | ~~Hva tjener du?~~ |\n"
         b"| C | Hva ~~egentlig~~ liker du? |\n"), "g.md"),
        ((b"<html><body><p>Hvem er du?</p><p><s>Hva tjener du?</s></p><p>Hva <strike>egentlig</strike> liker du?</p>"
         b"</body></html>"), "g.html"),
        ((b"<html><head><style>.c1{text-decoration:line-through}</style></head><body><p>Hvem er du?</p>"
         b"<p class='c1'>Hva tjener du?</p><p>Hva <span style='text-decoration: line-through'>egentlig</span> liker du?"
         b"</p></body></html>"), "g.html"),
        (odt.odt(
            '<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style='
            '"solid"/></style:style>', odt.paragraph("Hvem er du?"),
            odt.paragraph('<text:span text:style-name="S">Hva tjener du?</text:span>'),
            odt.paragraph('Hva <text:span text:style-name="S">egentlig</text:span> liker du?'),
        ), "g.odt"),
        (struck_word("<w:strike/>"), "g.docx"),
        (struck_word("<w:dstrike/>"), "g.docx"),
        (struck_workbook(), "g.xlsx"),
    ],
    ids=["md", "md tags", "md table", "html", "html css", "odt", "docx", "docx twice", "xlsx"],
)  # fmt: skip
def test_what_is_struck_out_is_left_out_and_told(data: bytes, name: str) -> None:
    made = import_document(data, name)
    assert isinstance(made, Imported)
    assert [question.ask for question in made.guide.questions] == ["Hvem er du?", "Hva liker du?"]
    struck = [line.text for line in made.lines if line.reason == "struck"]
    assert struck == ["Hva tjener du?", "egentlig"]


@pytest.mark.parametrize("properties", ['<w:strike w:val="0"/>', '<w:dstrike w:val="false"/>'])
def test_a_line_that_is_switched_off_strikes_nothing(properties: str) -> None:
    made = import_document(struck_word(properties), "g.docx")
    assert isinstance(made, Imported)
    assert [question.ask for question in made.guide.questions][1:] == ["Hva tjener du?", "Hva egentlig liker du?"]


def test_what_a_tracked_change_deleted_parts_no_table() -> None:
    cell = "<w:tc><w:p>{}</w:p></w:tc>"
    run = "<w:r><w:t>{}</w:t></w:r>"
    gone = "<w:del><w:r><w:delText>Hva tjener du?</w:delText></w:r></w:del>"
    rows = [
        (run.format("Tema"), run.format("Spørsmål")),
        (run.format("Start"), gone + run.format("Hvem er du?")),
        (run.format("Folk"), run.format("Hva liker du?")),
    ]
    made_rows = "".join(f"<w:tr>{''.join(cell.format(one) for one in row)}</w:tr>" for row in rows)
    made = import_document(bodied(f"<w:tbl>{made_rows}</w:tbl>"), "g.docx")
    assert isinstance(made, Imported)
    assert [section.title for section in made.guide.sections] == ["Start", "Folk"]
