"""PDF: what stands where is read as it stands, whatever a program's order of drawing."""

import pytest

from guide.importing import Imported, ImportRefusal, import_document
from guide.importing.reading.pdf_reader import read_pdf
from guide.model import Guide
from tests.guide.documents.pdf import PdfPaper, pdf_of

QUESTIONS = (
    "Hvordan begynte du med å reparere ting, og hvem var det som lærte deg å gjøre det den gangen?",
    "Hva var det første du reparerte?",
    "Hva er det som gjør at du fortsetter med dette, selv om nye ting er så mye billigere enn før i tiden?",
    "Hvem snakker du med når noe ikke går som det skal?",
    "Hvordan ser en vanlig dag på verkstedet ut?",
    "Hva skulle du ønske at flere visste om arbeidet ditt?",
)


def imported(paper: PdfPaper) -> Imported:
    made = import_document(paper.bytes(), "guide.pdf")
    assert isinstance(made, Imported), made
    return made


def asked(guide: Guide) -> list[str]:
    return [question.ask for question in guide.questions]


def left_out(made: Imported) -> set[str]:
    return {line.text for line in made.lines if line.became == "left_out"}


def one_column(*, step: float = 12, apart: float = 18, numbers: bool = False, header: str = "") -> PdfPaper:
    """A guide of two sections over two pages."""
    paper = PdfPaper()
    line = 0
    for page, (title, own) in enumerate((("Arbeidet", QUESTIONS[:3]), ("Folk", QUESTIONS[3:]))):
        if page:
            paper.turn()
        if header:
            paper.put(header, 72, 40)
        down = 100.0
        if not page:
            paper.put("Intervjuguide om reparasjon", 72, down, size=16, face="bold")
            down += 40
        paper.put(title, 72, down, size=13, face="bold")
        down += 24
        for number, question in enumerate(own, 1 + 3 * page):
            down = paper.paragraph(f"{number}. {question}", 72, down, 380, step=step, hang=18) + apart - step
        for height in range(100, 420, int(step)) if numbers else ():
            line += 1
            paper.put(f"{line}", 40, height, size=8)
    return paper


@pytest.mark.parametrize(
    "paper",
    [
        one_column(),
        one_column(step=24, apart=24),
        one_column(step=24, apart=24, numbers=True),
        one_column(numbers=True),
        one_column(header=QUESTIONS[1]),
        one_column(header="Vedlegg 2: Intervjuguide"),
    ],
    ids=["plain", "double spaced", "double spaced with line numbers", "line numbers", "header as a question", "header"],
)
def test_questions_are_whole_and_in_their_sections(paper: PdfPaper) -> None:
    guide = imported(paper).guide
    assert guide.title == "Intervjuguide om reparasjon"
    assert [(section.title, len(section.questions)) for section in guide.sections] == [("Arbeidet", 3), ("Folk", 3)]
    assert asked(guide) == list(QUESTIONS)


def test_what_belongs_to_the_page_is_listed() -> None:
    made = imported(one_column(numbers=True, header=QUESTIONS[1]))
    reasons = {line.text: line.reason for line in made.lines if line.became == "left_out"}
    assert reasons[QUESTIONS[1]] == "running_header"
    assert reasons["1"] == reasons["12"] == "page_number"


def two_columns(*, lower: float = 0.0, lead: str = "") -> PdfPaper:
    """A page set in two columns, drawn line by line across both, the left one ``lower`` by so many points.

    ``lead`` is a line at the top of the right one.
    """
    paper = PdfPaper()
    paper.put("Interview guide: repairing things", 72, 80, size=16, face="bold")
    first = (
        "1. How did you begin to repair things, and who was it that taught you how to do that in those days?",
        "2. What was the first thing that you repaired, and what became of it in the years that came after?",
        "3. What is it that makes you go on with it, though new things are so much cheaper than they were?",
    )
    second = (
        "4. Whom do you talk to when something does not go the way it should, and what do they tell you then?",
        "5. What does an ordinary day at the workshop look like, from when you come until you go home again?",
        "6. What would you wish that more people knew about the work that you do, and nobody asks about?",
    )
    drawn: list[tuple[float, str]] = []
    for left, own, above in ((72.0, first, ""), (310.0, second, lead)):
        column = PdfPaper()
        down = 120.0 if left > 72 else 120.0 + lower
        if above:
            column.put(above, left, down)
            down += 12
        for question in own:
            down = column.paragraph(question, left, down, 216, hang=18) + 4
        drawn += [(-float(line.split(" Tm ")[0].split()[-1]), line) for line in column.pages[0]]
    paper.pages[0] += [line for _, line in sorted(drawn)]
    return paper


@pytest.mark.parametrize("paper", [two_columns(), two_columns(lower=0.001)], ids=["level", "nearly level"])
def test_a_page_in_two_columns_is_read_one_after_the_other(paper: PdfPaper) -> None:
    guide = imported(paper).guide
    assert [question.id for question in guide.questions] == [f"Q{number}" for number in range(1, 7)]
    assert asked(guide)[0].endswith("how to do that in those days?")
    assert asked(guide)[3] == (
        "Whom do you talk to when something does not go the way it should, and what do they tell you then?"
    )
    assert asked(guide)[2].endswith("cheaper than they were?")


def test_a_follow_up_at_the_top_of_a_column_is_no_head_of_a_table() -> None:
    guide = imported(two_columns(lead="- Follow-up: Who pays for it?")).guide
    assert [question.id for question in guide.questions] == [f"Q{number}" for number in range(1, 7)]
    assert [probe.ask for probe in guide.questions[2].probes] == ["Who pays for it?"]


def test_short_questions_in_columns_that_go_at_their_own_pace_are_read_column_by_column() -> None:
    columns = {
        (72.0, 13.0): {
            "Begynnelsen (5 min)": ("Hvor kommer du fra?", QUESTIONS[1], "Hvem lærte deg det?", "Hvor holdt dere til?"),
            "Folk (10 min)": (*QUESTIONS[3:5], "Hvem kommer med ting til deg?"),
        },
        (310.0, 15.5): {
            "Dagen (20 min)": ("Hva gjør du først?", "Hva gir du bort?", "Hva får du for det?", "Når går du hjem?"),
            "Framover (5 min)": (QUESTIONS[5], "Hva vil du lære?", "Hvem vil du lære det bort til?"),
        },
    }
    paper = PdfPaper()
    paper.put("Intervjuguide: å reparere ting", 72, 80, size=16, face="bold")
    top = paper.paragraph("Vi snakker med folk som reparerer det andre kaster, og vil vite mer. " * 2, 72, 110, 460)
    for (left, step), sections in columns.items():
        down = top + step
        for title, questions in sections.items():
            paper.put(title, left, down, face="bold")
            down += 1.5 * step
            for question in questions:
                down = paper.paragraph(question, left, down, 216, step=step) + 4
    guide = imported(paper).guide
    assert {section.title: tuple(question.ask for question in section.questions) for section in guide.sections} == {
        title.split(" (")[0]: questions for sections in columns.values() for title, questions in sections.items()
    }


def table(*, drawn: bool) -> PdfPaper:
    paper = PdfPaper()
    paper.put("Intervjuguide: reparasjon", 72, 80, size=16, face="bold")
    rows = [("Tema", ("Spørsmål",)), ("Arbeidet", QUESTIONS[:3]), ("Folk rundt deg", QUESTIONS[3:])]
    down = 120.0
    for theme, own in rows:
        top = down - 14
        paper.paragraph(theme, 76, down, 90)
        for question in own:
            down = paper.paragraph(question, 186, down, 320) + 6
        if drawn:
            paper.box(72, top, 180, down - 12)
            paper.box(180, top, 520, down - 12)
        down += 2 if drawn else 14
    return paper


@pytest.mark.parametrize("drawn", [True, False], ids=["with lines", "without lines"])
def test_a_table_is_read_by_row(*, drawn: bool) -> None:
    guide = imported(table(drawn=drawn)).guide
    assert [section.title for section in guide.sections] == ["Arbeidet", "Folk rundt deg"]
    assert asked(guide) == list(QUESTIONS)


def test_words_divided_at_a_lines_end_are_whole_again() -> None:
    paper = PdfPaper()
    paper.put("Interview guide", 72, 80, size=16, face="bold")
    for place, line in enumerate(
        (
            "1. How do you see a same-sex couple in the barracks now?",
            "2. Do you think that the views of those above you shape the views on same-",
            "   sex couples among the younger ones, and how do they shape your own expe-",
            "   riences at work?",
            "3. What else do you remember of your experiences there?",
        )
    ):
        paper.put(line, 72, 120 + 12 * place)
    assert asked(imported(paper).guide)[1] == (
        "Do you think that the views of those above you shape the views on same-sex couples among the younger ones, "
        "and how do they shape your own experiences at work?"
    )


def test_a_footnote_and_its_mark_are_not_in_the_question() -> None:
    paper = one_column()
    paper.put("1", 72 + 6 * 33, 160, size=6)
    paper.put("1 Med ting menes her alt som kan gå i stykker.", 72, 790, size=7)
    made = imported(paper)
    assert "alt som kan gå i stykker" not in " ".join(asked(made.guide))
    assert any("alt som kan gå i stykker" in text for text in left_out(made))


def test_probes_stand_under_their_question_by_how_far_in_they_are() -> None:
    paper = PdfPaper()
    paper.put("Interview guide", 72, 80, size=16, face="bold")
    for place, (left, line) in enumerate(
        (
            (72, "1. Tell me about your work."),
            (108, "• Who helps you?"),
            (108, "• What is hardest?"),
            (72, "2. What would you change?"),
            (72, "3. What comes next?"),
        )
    ):
        paper.put(line, left, 120 + 16 * place)
    guide = imported(paper).guide
    assert [[probe.ask for probe in question.probes] for question in guide.questions] == [
        ["Who helps you?", "What is hardest?"], [], [],
    ]  # fmt: skip


PICTURE = (
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
)


def test_bullets_that_are_drawn_begin_their_items_as_typed_ones_do() -> None:
    paper = PdfPaper()
    paper.put("Intervjuguide: å reparere ting", 72, 80, size=16, face="bold")
    asks = (
        "Fortell om en vanlig dag på verkstedet",
        "Beskriv den siste tingen du reparerte",
        "Fortell om en gang det ikke gikk",
    )
    for place, ask in enumerate(asks):  # the first fills its line, and nothing ends any of them
        paper.dot(80, 118 + 12 * place)
        paper.put(ask, 90, 120 + 12 * place)
    assert asked(imported(paper).guide) == list(asks)


@pytest.mark.parametrize("wide", [3.0, 9.0], ids=["after the first words", "as large as a box to tick"])
def test_a_spot_that_begins_no_line_is_no_bullet(wide: float) -> None:
    paper = one_column()
    paper.dot(72 + 4 * 6 if wide < 9 else 60, 138, wide)
    assert asked(imported(paper).guide) == list(QUESTIONS)


def test_where_and_when_a_browser_printed_a_page_is_listed_as_left_out() -> None:
    paper = one_column()
    edges = ("11/30/26, 2:11 AM", "https://example.org/guide?id=3", "30.11.2026, 02:11")
    for page, words, down in ((0, edges[0], 20), (0, edges[1], 830), (1, edges[2], 20)):
        paper.pages[page].append(f"BT /F1 8 Tf 1 0 0 1 30 {842 - down} Tm ({words}) Tj ET")
    made = imported(paper)
    assert set(edges) <= left_out(made)
    assert asked(made.guide) == list(QUESTIONS)


def scan() -> bytes:
    return pdf_of(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
            "<< /Length 26 >>\nstream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream",
            f"{PICTURE}\nstream\nx\nendstream",
            "<< /XObject << /I 5 0 R >> >>",
        ]
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (scan(), "import_scan"),
        (PdfPaper().bytes(), "import_no_words"),
        (b"%PDF-1.7 ...", "import_broken_pdf"),
        (b"%PDF-1.4\n" + b"\xff" * 5_000, "import_broken_pdf"),
    ],
    ids=["scan", "nothing", "no PDF", "noise"],
)
def test_what_cannot_be_read_is_said_to_be_what_it_is(data: bytes, code: str) -> None:
    made = import_document(data, "guide.pdf")
    assert isinstance(made, ImportRefusal)
    assert made.code == code


def test_a_pdf_cut_off_anywhere_is_read_or_refused() -> None:
    data = one_column(numbers=True).bytes()
    for end in range(0, len(data), 97):
        import_document(data[:end], "guide.pdf")


def test_a_letter_set_with_its_accent_beside_it_is_one_letter() -> None:
    paper = PdfPaper()
    paper.put("¨", 100, 100)
    paper.put("o", 100, 100)
    assert read_pdf(paper.bytes())[0].text == "ö"


def test_one_sign_for_two_letters_is_both() -> None:
    paper = PdfPaper()
    paper.put("Interview guide", 72, 80, size=16, face="bold")
    for place, words in enumerate(
        ("1. What di|erence does it make?", "2. What e|ect has it on you?", "3. Who stays o| work?")
    ):
        paper.put(words, 72, 120 + 16 * place)
    assert asked(imported(paper).guide) == [
        "What difference does it make?", "What effect has it on you?", "Who stays off work?",
    ]  # fmt: skip


def test_a_table_of_which_only_the_rows_are_parted_by_lines_is_read_by_row() -> None:
    paper = PdfPaper()
    paper.put("Interview guide", 72, 80, size=16, face="bold")
    down = 120.0
    for place, question in enumerate(QUESTIONS):
        paper.put(f"{place + 1}", 60, down)
        paper.paragraph("Ask for a day last week, and who was there with them", 350, down - 1, 160, face="italic")
        down = max(paper.paragraph(question, 80, down, 268), down + 36)
        paper.rule(60, down - 6, 520, down - 6)
        down += 8
    assert asked(imported(paper).guide) == list(QUESTIONS)


A4, LARGER = "[0 0 595 842]", "[-50 -40 700 900]"


@pytest.mark.parametrize(
    ("boxes", "above", "left", "below"),
    [
        ("", f"/MediaBox {A4}", 0, 0),
        ("", f"/MediaBox {LARGER} /CropBox {A4}", 0, 0),
        (f"/CropBox {A4}", f"/MediaBox {LARGER}", 0, 0),
        ("", "/MediaBox [-300 -500 295 342]", -300, -500),
        ("/MediaBox [1000 2000 1595 2842]", "/MediaBox [0 0 612 792]", 1000, 2000),
        (f"/MediaBox {A4} /CropBox [0 0 595 720]", "", 0, 0),
        ("/MediaBox [0 0 400 842]", "", 0, 0),
    ],
)
def test_no_line_is_lost_whatever_box_a_page_has_and_says_or_has_from_above(
    boxes: str, above: str, left: int, below: int
) -> None:
    """pypdfium2 5.15 looks for MediaBox and CropBox at the page alone, and says 612 by 792 where they are above it
    (its manual knows of it); the size that it tells of the same page is right.
    """
    paper = one_column()
    paper.put("Kveldsvakt", 72, 30)
    usual = imported(paper)
    made = import_document(paper.bytes(left=left, below=below, boxes=boxes, above=above), "guide.pdf")
    assert isinstance(made, Imported)
    told = " ".join(line.text for line in made.lines)
    for word in " ".join(line.text for line in usual.lines).split():
        assert word in told
    if boxes == "" or left:
        assert made.guide == usual.guide


@pytest.mark.parametrize(("left", "down"), [(72, -400), (72, 2_000), (-900, 300), (3_000, 300), (72, -90_000)])
def test_words_off_the_page_are_told_as_left_out(left: float, down: float) -> None:
    paper = one_column()
    paper.put("Usett", left, down)
    made = imported(paper)
    assert left_out(made) >= {"Usett"}
    assert made.guide == imported(one_column()).guide


def test_a_line_just_above_the_page_is_read() -> None:
    paper = one_column()
    paper.put("Usett", 72, -5)
    assert "Usett" in " ".join(line.text for line in imported(paper).lines)


def test_comments_on_a_page_and_what_was_typed_on_it_are_listed() -> None:
    put = "/Rect [10 10 40 40] /Type /Annot"
    notes = (
        f"<< {put} /Subtype /Text /Contents (Husk pause her.) >> << {put} /Subtype /Popup >>"
        f"<< {put} /Subtype /FreeText /Contents (Skrevet til.) >> << {put} /Subtype /Link >>"
        f"<< {put} /Subtype /Widget /FT /Tx /T (navn) /V (Fylt ut.) >>"
        f"<< {put} /Subtype /Widget /FT /Btn /T (valgt) /V /Off >>"
    )
    found = [(one.aside, one.text) for one in read_pdf(one_column().bytes(notes=notes)) if one.aside]
    assert found == 2 * [("comment", "Husk pause her."), ("text_box", "Skrevet til."), ("text_box", "Fylt ut.")]
