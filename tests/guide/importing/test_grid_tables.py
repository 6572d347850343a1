"""Tables as pandoc draws them in Markdown, with + and |."""

import string

from hypothesis import given
from hypothesis import strategies as st

from guide.importing import Imported, import_document
from guide.importing.document_blocks import Block
from guide.importing.reading.markdown_reader import read_markdown

GUIDE = """# Intervjuguide

+---------------------------------------------+
| **Kapellet om vinteren**                    |
+===================+=========================+
| Hvordan begynner  | - Hvem kommer først?    |
| en øvelse hos     |                         |
| dere?             | - Hva gjør dere mens    |
|                   |   dere venter?          |
+-------------------+-------------------------+
| Hva synger dere   | Gjerne et eksempel, til |
| når noen er syke? | Advent og jul.          |
+-------------------+-------------------------+

Etterord

+----------------------+
| **Om våren**         |
+----------------------+
| Hva blir annerledes? |
+----------------------+
"""


def cells(text: str) -> list[tuple[int, int, int, int, str]]:
    return [
        (block.cell.table, block.cell.row, block.cell.column, block.cell.width, block.text)
        for block in read_markdown(text.encode())
        if block.cell is not None
    ]


def words(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks]


def test_each_cell_has_its_place_and_its_lines_are_joined() -> None:
    assert cells(GUIDE) == [
        (1, 0, 0, 2, "Kapellet om vinteren"),
        (1, 1, 0, 1, "Hvordan begynner en øvelse hos dere?"),
        (1, 1, 1, 1, "Hvem kommer først?"),
        (1, 1, 1, 1, "Hva gjør dere mens dere venter?"),
        (1, 2, 0, 1, "Hva synger dere når noen er syke?"),
        (1, 2, 1, 1, "Gjerne et eksempel, til Advent og jul."),
        (2, 0, 0, 1, "Om våren"),
        (2, 1, 0, 1, "Hva blir annerledes?"),
    ]


def test_what_stands_between_two_tables_stays_between_them() -> None:
    told = words(read_markdown(GUIDE.encode()))
    assert told.index("Gjerne et eksempel, til Advent og jul.") < told.index("Etterord") < told.index("Om våren")


def test_a_guide_in_such_tables_is_a_guide() -> None:
    made = import_document(GUIDE.encode(), "guide.md")
    assert isinstance(made, Imported)
    assert [question.ask for question in made.guide.questions] == [
        "Hvordan begynner en øvelse hos dere?",
        "Hva synger dere når noen er syke?",
        "Hva blir annerledes?",
    ]
    assert [probe.ask for probe in made.guide.questions[0].probes] == [
        "Hvem kommer først?",
        "Hva gjør dere mens dere venter?",
    ]


def test_a_border_under_one_column_parts_what_stands_there() -> None:
    text = "+-----+------+\n| Om  | Hva? |\n|     +------+\n| deg | Hvem?|\n+-----+------+\n"
    assert [told[-1] for told in cells(text)] == ["Om", "deg", "Hva?", "Hvem?"]


def test_a_sum_and_a_line_of_signs_are_no_tables() -> None:
    assert cells("+ 1\n+ 2\n\n+---+\n\n|---|\n\n+----+\n| a |\n") == []


def test_a_table_that_is_not_drawn_quite_straight_keeps_its_words() -> None:
    text = "+---+---+\n| Topic | Question |\n+---+---+\n| Work | Why? | How? |\n+---+---+\n| a | b\n| C+\n+---+---+\n"
    assert [(row, column, told) for _, row, column, _, told in cells(text)] == [
        (0, 0, "Topic"), (0, 1, "Question"), (1, 0, "Work"), (1, 1, "Why?"), (1, 2, "How?"), (2, 0, "a | b C+"),
    ]  # fmt: skip


def test_words_in_a_border_are_words() -> None:
    text = (
        "+--------------+\n| Before       |\n+-- Follow up? +\n| Why -- so?   |\n+ And time?    +\n+--------------+\n"
    )
    assert " ".join(told[-1] for told in cells(text)) == "Before Follow up? Why -- so? And time?"


def test_a_table_of_the_signs_for_drawing_is_one() -> None:
    text = "╔══════╦═══════╗\n║ Work ║ Why?  ║\n╟──────╫───────╢\n║ A─ b ║ How?  ║\n╚══════╩═══════╝\n"
    assert [told[-1] for told in cells(text)] == ["Work", "Why?", "A─ b", "How?"]


CELL = st.text(string.ascii_letters + "æøå ", min_size=1, max_size=12).filter(lambda text: text.strip() == text)


@given(st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1)))
def test_whatever_is_drawn_is_read_back(rows: list[list[str]]) -> None:
    border = "+" + "+".join(["-" * 14] * len(rows[0])) + "+"
    drawn = [border, *(line for row in rows for line in ("".join(f"| {text:13}" for text in row) + "|", border))]
    assert [told[-1] for told in cells("\n".join(drawn))] == [" ".join(text.split()) for row in rows for text in row]
