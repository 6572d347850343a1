"""What Markdown and plain text become: levels, quotations, tables; hard line breaks undone, page edges taken away."""

import codecs

import pytest

from guide.importing import Imported, import_document
from guide.importing.document_blocks import Block, RefusedError
from guide.importing.reading import decode_file
from guide.importing.reading.markdown_reader import read_markdown
from guide.importing.reading.text_reader import read_plain


def markdown(text: str) -> tuple[Block, ...]:
    return read_markdown(text.encode())


def plain(text: str) -> tuple[Block, ...]:
    return read_plain(text.encode())


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks if not block.aside]


def test_nested_lists_stand_deeper() -> None:
    found = markdown("1. Hva gjør du?\n   - Hvorfor?\n     - Alltid?\n2. Og så?\n")
    assert [(block.label, block.form, block.level) for block in found] == [
        ("1.", "decimal", 0),
        ("-", "bullet", 1) if found[1].label else ("", "bullet", 1),
        ("", "bullet", 2),
        ("2.", "decimal", 0),
    ]
    assert found[0].indent < found[1].indent < found[2].indent
    assert found[3].indent == found[0].indent


def test_headings_quotations_and_tasks() -> None:
    head, quoted, task = markdown("## 1. Bakgrunn\n\n> “Hva gjør du?”\n\n- [ ] Start opptaket\n")
    assert (head.kind, head.level, head.label, head.text) == ("heading", 2, "1.", "Bakgrunn")
    assert quoted.quoted
    assert task.text == "Start opptaket"


def test_a_table_keeps_its_cells_and_the_lines_within_them() -> None:
    found = markdown("| Tema | Spørsmål |\n|---|---|\n| Start | Hva gjør du?<br>Hvorfor? |\n")
    assert [(block.text, block.cell.row, block.cell.column) for block in found if block.cell] == [
        ("Tema", 0, 0),
        ("Spørsmål", 0, 1),
        ("Start", 1, 0),
        ("Hva gjør du?", 1, 1),
        ("Hvorfor?", 1, 1),
    ]


def test_a_soft_line_break_goes_on_with_a_sentence_and_not_with_a_question() -> None:
    assert texts(markdown("Hvordan opplever du\nsamarbeidet?\nHva fungerer?\n")) == [
        "Hvordan opplever du samarbeidet?",
        "Hva fungerer?",
    ]


def test_front_matter_gives_the_title_and_is_no_text() -> None:
    title, author, head = markdown("---\ntitle: Guide\nauthor: M. Berg\n---\n\n# Om deg\n")
    assert (title.text, title.kind) == ("Guide", "heading")
    assert author.aside == "code"
    assert head.text == "Om deg"


def test_comments_and_code_are_no_text() -> None:
    found = markdown("<!-- husk kaffe -->\n\nHva gjør du?\n\n```python\nx = 1\n```\n")
    assert texts(found) == ["Hva gjør du?"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_in_the_encodings_that_people_have(encoding: str) -> None:
    assert decode_file("Hva gjør du på jobb?\nÆrlig talt?\n".encode(encoding)) == "Hva gjør du på jobb?\nÆrlig talt?\n"


def test_the_last_letter_alone_may_be_one_that_an_older_windows_wrote() -> None:
    assert decode_file("Who is at the café".encode("cp1252")) == "Who is at the café"
    assert decode_file("Møter du noen på kafé".encode()[:-1]) == "Møter du noen på kaf\ufffd"


def test_a_byte_that_no_encoding_here_knows_is_seen() -> None:
    dos = ("Hva liker du? " * 40 + "Årene?").encode("cp865")
    assert decode_file(dos).endswith("\ufffdrene?")


NORWEGIAN = (
    "Intervjuguide om lærere\n\n1. Hva gjør du på jobb?\n2. Når er det vanskelig å være alene?\n3. Hvem støtter deg?"
)


def test_a_letter_of_an_older_encoding_in_utf8_spoils_no_other() -> None:
    pasted = NORWEGIAN.encode().replace("støtter".encode(), "støtter".encode("cp1252"))
    assert decode_file(pasted) == decode_file(codecs.BOM_UTF8 + pasted) == NORWEGIAN
    assert decode_file(NORWEGIAN.encode("cp1252") + b" \xc3\x86") == f"{NORWEGIAN} Ã†"


@pytest.mark.parametrize(
    "encoding", ["macintosh", "iso-8859-2", "windows-1250", "utf-8", "iso-8859-1", "rot13", "utf-7"]
)
def test_a_page_is_read_as_its_head_declares(encoding: str) -> None:
    page = f'<html><head><meta http-equiv=Content-Type content="text/html; charset={encoding}"></head>\n<p>Møte i Łódź'
    written = "Łódź" if encoding in ("iso-8859-2", "windows-1250", "utf-8") else "Árbær"
    wanted = page.replace("Møte i Łódź", written)
    own = "cp1252" if encoding in ("rot13", "utf-7") else encoding
    assert decode_file(wanted.encode(own)) == wanted
    assert decode_file(wanted.encode()) == wanted, "UTF-8 that is valid is UTF-8"


def test_control_signs_are_left_out() -> None:
    assert decode_file("Det var br\0a å se\x01 deg.".encode()) == "Det var bra å se deg."


@pytest.mark.parametrize(("encoding", "word"), [("mac_roman", "l¾rere"), ("cp865", "gj›r")])
def test_letters_that_are_likely_wrong_are_told(encoding: str, word: str) -> None:
    """Which of the older encodings it was nobody can know from a few letters: it is not guessed."""
    made = import_document(NORWEGIAN.encode(encoding), "guide.txt")
    assert isinstance(made, Imported)
    assert [doubt.facts["text"] for doubt in made.doubts["head"] if doubt.code == "letters"] == [word]


@pytest.mark.parametrize("spoilt", ["Hvem støtter d\ufffdg", "Hvem støtter dÃ¥g om vÃ¥ren"])
def test_letters_that_were_lost_before_are_told(spoilt: str) -> None:
    made = import_document(NORWEGIAN.replace("Hvem støtter deg", spoilt).encode(), "guide.txt")
    assert isinstance(made, Imported)
    assert "letters" in {doubt.code for doubt in made.doubts["head"]}
    sound = import_document(NORWEGIAN.replace("Hvem", "«Hvem» (50–100 £, ½ år)").encode(), "guide.txt")
    assert isinstance(sound, Imported)
    assert "letters" not in {doubt.code for doubt in sound.doubts["head"]}


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(RefusedError):
        decode_file(bytes(range(32)) * 20)


def test_hard_line_breaks_are_undone_within_items_alone() -> None:
    found = plain(
        "1. Kan du fortelle om en vanlig dag på arbeidsplassen din, fra du\n"
        "kommer til du går hjem igjen?\n"
        "- Hva gjør du først, og hvem er det som pleier å være der når du\n"
        "  kommer?\n"
        "2. Hva liker du?\n"
    )
    assert texts(found) == [
        "Kan du fortelle om en vanlig dag på arbeidsplassen din, fra du kommer til du går hjem igjen?",
        "Hva gjør du først, og hvem er det som pleier å være der når du kommer?",
        "Hva liker du?",
    ]


def test_lines_that_were_never_wrapped_stay_apart() -> None:
    lines = ["Fortell om den siste samtalen du hadde", "Hva er viktig for deg i møtet", "Beskriv en god dag"]
    assert texts(plain("\n".join(lines))) == lines


def test_a_word_cut_at_the_end_of_a_line_is_put_together() -> None:
    found = plain(
        "1. Hvordan vil du beskrive samarbeidet med foreldrene i barne-\n"
        "hagen der du jobber nå, og hvordan har dette samarbeidet for-\n"
        "andret seg?\n2. Hva synes du om å ha ansvar for IKT-\nutstyret i hele avdelingen?\n"
    )
    assert texts(found)[0] == (
        "Hvordan vil du beskrive samarbeidet med foreldrene i barnehagen der du jobber nå, og hvordan har dette "
        "samarbeidet forandret seg?"
    )
    assert "IKT-utstyret" in texts(found)[1]


def test_page_numbers_and_running_headers_are_listed_and_a_sentence_goes_on_over_the_page() -> None:
    header = "Masteroppgave i sykepleie                     Vedlegg 4"
    found = plain(
        f"{header}\n\n1. Kan du beskrive hvordan dere dokumenterer smerte hos en pasient som dere besøker\n"
        f"flere ganger om dagen, og hvordan den neste\n\n         87\n\n{header}\n\nfår vite om det?\n2. Hva så?\n"
    )
    assert texts(found)[0].endswith("og hvordan den neste får vite om det?")
    assert [(block.text.split()[0], block.aside) for block in found if block.aside] == [
        ("Masteroppgave", "running_header"),
        ("87", "page_number"),
        ("Masteroppgave", "running_header"),
    ]


def test_a_row_with_more_cells_than_the_head_keeps_them() -> None:
    head = "| Topic | Question |\n|---|:-:|\n"
    rows = (
        "| Work | What **do** you do? | Why do you do that? |\n| Home | A \\| B? | | `5|6` min |\nPlay | What then?\n"
    )
    for text in (head + rows, "> " + (head + rows).replace("\n", "\n> "), "- " + (head + rows).replace("\n", "\n  ")):
        found = markdown(text.rstrip("> "))
        assert [(block.text, block.cell.row, block.cell.column) for block in found if block.cell] == [
            ("Topic", 0, 0), ("Question", 0, 1), ("Work", 1, 0), ("What do you do?", 1, 1),
            ("Why do you do that?", 1, 2), ("Home", 2, 0), ("A | B?", 2, 1), ("`5", 2, 3), ("6` min", 2, 4),
            ("Play", 3, 0), ("What then?", 3, 1),
        ]  # fmt: skip


def test_a_row_with_hundreds_of_cells_loses_none() -> None:
    cells = [f"Word{number}" for number in range(300)]
    found = markdown(f"| A | B |\n|---|---|\n| {' | '.join(cells)} |\n")
    told = " ".join(block.text for block in found)
    assert all(cell in told for cell in cells)


def test_columns_side_by_side_become_a_table() -> None:
    found = plain(
        "Forskningsspørsmål                  Spørsmål til deltager\n\n"
        "Hvordan opplever lærere             - Hva legger du i\n"
        "å bruke verktøyet?                    begrepet?\n"
        "                                    - Når brukte du det sist?\n\n"
        "Hvilke utfordringer møter de?       - Hva er vanskelig?\n\n"
        "Avslutning                          - Noe å legge til?\n"
    )
    cells = [(block.cell.row, block.cell.column, block.text) for block in found if block.cell is not None]
    assert (1, 0, "Hvordan opplever lærere å bruke verktøyet?") in cells
    assert (1, 1, "Hva legger du i begrepet?") in cells
    assert (3, 1, "Noe å legge til?") in cells


def test_a_heading_between_signs_or_underlined() -> None:
    found = plain("== Background ==\nWhat do you do?\n\nNext\n----\nWhy?\n")
    assert [(block.text, block.kind) for block in found][::2] == [("Background", "heading"), ("Next", "heading")]


def test_sections_in_drawn_boxes_are_read_without_the_boxes() -> None:
    wide = "+----------------------------------+"
    parts = {"Background": ("How did you begin?", "What made you stay?"), "Everyday": ("What is a shift like?",)}
    boxes = ("\n".join([wide, *(f"| {one:32} |" for one in (title, *asked)), wide]) for title, asked in parts.items())
    made = import_document(("Interview guide: volunteers\n\n" + "\n\n".join(boxes) + "\n").encode(), "guide.txt")
    assert isinstance(made, Imported)
    assert [(one.title, tuple(q.ask for q in one.questions)) for one in made.guide.sections] == [*parts.items()]


BOXES = """Guide

+----------------------+
| Background           |
+-- Follow up? --------+
+ And time? |
| What else?
+----------------------+

┌────────┐
│ Garden │
└────────┘
"""


def test_words_in_the_border_of_a_box_are_kept() -> None:
    told = texts(plain(BOXES))
    assert told == ["Guide", "Background", "Follow up?", "And time?", "What else?", "Garden"]


def test_a_drawn_table_is_read_where_it_stands() -> None:
    border = "+-----+----------+"
    rows = ["| Top | Question |", border, "| Job | 5        |", "|     | Why do   |", "|     | you?     |"]
    drawn = "\n".join((border, *rows, border))
    found = plain(f"Before it\n\n{drawn}\n\nAfter it\n")
    assert [(block.text, block.cell and (block.cell.row, block.cell.column)) for block in found] == [
        ("Before it", None), ("Top", (0, 0)), ("Question", (0, 1)), ("Job", (1, 0)), ("5", (1, 1)),
        ("Why do you?", (1, 1)), ("After it", None),
    ]  # fmt: skip


def test_lines_typed_without_capitals_are_lines() -> None:
    lines = [
        "havna i gamle dager", "", "hva husker du fra havna", "hvem jobbet der", "fortell om en vanlig dag",
        "hva slags båter kom inn", "", "hva er borte nå", "hvem savner du derfra", "hva skulle du ønske kom tilbake",
    ]  # fmt: skip
    assert texts(plain("\n".join(lines))) == [line for line in lines if line]


def test_a_text_without_capitals_that_fills_its_lines_goes_on() -> None:
    lines = ["vi vil gjerne vite hvordan det", "var å vokse opp ved havna og", "hva du husker fra den tida og"]
    assert texts(plain("\n".join([*lines, "av dem som arbeidet der"]))) == [
        " ".join([*lines, "av dem som arbeidet der"])
    ]


@pytest.mark.parametrize("date", ["14 February", "14. Februar 2025", "3. mai", "3 de mayo de 2025"])
def test_the_day_of_a_date_is_no_number_of_a_list(date: str) -> None:
    (found,) = plain(date)
    assert (found.label, found.text) == ("", date)


def test_a_number_before_what_only_begins_like_a_date_is_one() -> None:
    (found,) = plain("3. Mai er en travel måned. Hva gjør du da?")
    assert found.label == "3."
