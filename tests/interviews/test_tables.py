"""Tables: one schema, words as written, numbers of the review."""

import csv
import io
import json
import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from interviews.core import commands as do
from interviews.tables.rows import SCHEMA, Cell, Table, like_formulas, whole_signs
from interviews.tables.table_files import WRITERS, write_table
from tests.interviews.choir import Talk, start
from tests.interviews.strategies import TEXTS
from tests.interviews.test_exports_there_and_back import HARD
from tests.tui.test_cli import run

ROOT = Path(__file__).parent.parent.parent


def columns_page() -> str:
    """The schema as docs/queries.md has it."""
    parts = []
    for name, columns in SCHEMA.items():
        rows = "".join(f"| `{column.name}` | {column.type} | {column.meaning} |\n" for column in columns)
        parts.append(f"#### {name}\n\n| column | type | meaning |\n|---|---|---|\n{rows}")
    return "\n".join(parts)


ODD = ("=1+1", "007", "10:15", "å\nlinje to", 'a "b", c', "true", "\x00\x07", "internal:x", "")
EMPTY = tuple(Table(name, columns, ()) for name, columns in SCHEMA.items())


def _cell(name: str, place: int, text: str) -> Cell:
    known: dict[str, Cell] = {"interview": "I1", "seq": place, "part": 1, "text": text, "quoted": False}
    return 12 if name == "t" and place else known.get(name)


def _notes(*texts: str) -> Table:
    columns = SCHEMA["notes"]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        tuple(_cell(column.name, place, text) for column in columns) for place, text in enumerate(texts)
    )
    return Table("notes", columns, rows)


def test_csv_and_json_give_every_word_back() -> None:
    table = _notes(*ODD)
    rows = list(csv.DictReader(io.StringIO(write_table(table, "csv").decode("utf-8-sig"), newline="")))
    assert [row["text"] for row in rows] == list(ODD)
    found = json.loads(write_table(table, "json"))
    assert [row["text"] for row in found] == list(ODD)
    assert '"t": 12.0' in write_table(table, "json").decode()
    assert all(list(row) == [column.name for column in table.columns] for row in found)


@given(st.lists(TEXTS, max_size=8).map(tuple))
@example(HARD)
def test_any_words_come_back_from_every_form_and_half_characters_are_named(texts: tuple[str, ...]) -> None:
    (table,), named = whole_signs([_notes(*texts)])
    assert named == tuple(f"I1:{place}" for place, text in enumerate(texts) if re.search("[\ud800-\udfff]", text))
    wanted = [re.sub("[\ud800-\udfff]", lambda half: f"‹{ord(half[0]):02X}›", text) for text in texts]
    rows = csv.DictReader(io.StringIO(write_table(table, "csv").decode("utf-8-sig"), newline=""))
    assert [row["text"] for row in rows] == wanted
    assert [row["text"] for row in json.loads(write_table(table, "json"))] == wanted
    if find_spec("pyarrow") is not None:
        import pyarrow as pa
        from pyarrow import parquet

        assert parquet.read_table(pa.BufferReader(write_table(table, "parquet")))["text"].to_pylist() == wanted


def test_words_that_a_spreadsheet_takes_for_a_formula_are_found() -> None:
    assert like_formulas([_notes("=1+1", "ja", "-", "@b3", "+47", " =", "7")]) == ("I1:0", "I1:2", "I1:3", "I1:4")


def test_a_table_without_rows_has_its_columns() -> None:
    for table in EMPTY:
        names = write_table(table, "csv").decode("utf-8-sig").strip().split(",")
        assert names == [column.name for column in table.columns]
        assert json.loads(write_table(table, "json")) == []


@pytest.mark.skipif(find_spec("pyarrow") is None, reason="pyarrow is not installed")
def test_parquet_has_one_schema_whatever_is_in_it() -> None:
    import pyarrow as pa
    from pyarrow import parquet

    some = parquet.read_table(pa.BufferReader(write_table(_notes(*ODD), "parquet")))
    none = parquet.read_table(pa.BufferReader(write_table(EMPTY[2], "parquet")))
    assert some.schema == none.schema
    assert some["text"].to_pylist() == list(ODD)


@pytest.mark.skipif(find_spec("xlsxwriter") is None, reason="XlsxWriter is not installed")
def test_long_words_go_on_in_the_next_row_and_that_is_told() -> None:
    from interviews.tables.table_files import write_workbook

    book = write_workbook([_notes("å" * 40_000, *ODD)])
    assert book.split == ("I1:0",)
    assert book.changed == ("I1:7",)


def test_rows_are_the_reviews_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tests.tui.studies import hold, study_with

    study = study_with(tmp_path / "s")
    hold(study, "I1")
    hold(study, "P1")
    assert run("export", "tables", "--study", study, "--as", "json", "-o", study / "t") == 0
    capsys.readouterr()
    assert run("review", "--json", "--study", study) == 0
    told = {one["code"]: one for one in json.loads(capsys.readouterr().out)["interviews"]}
    rows = json.loads((study / "t" / "questions.json").read_text(encoding="utf-8"))
    assert {row["interview"] for row in rows} == {"I1", "P1"}
    for row in rows:
        question = told[row["interview"]]["questions"][row["question"]]
        assert (row["state"], row["depth"], row["seconds"], row["notes"]) == (
            question["state"],
            question["depth"],
            question["seconds"],
            question["notes"],
        )
    notes = json.loads((study / "t" / "notes.json").read_text(encoding="utf-8"))
    assert [note["text"] for note in notes if note["interview"] == "I1"] == [
        note["text"] for note in told["I1"]["notes"]
    ]


def test_no_reflexive_note_is_in_the_events() -> None:
    from interviews.tables.rows import _events

    talk = Talk(start().but(program="0.2.0"))
    talk.at(1, do.TakeNote("mitt", "reflexive"))
    talk.at(2, do.TagNote(1, "ord"))
    talk.at(3, do.TakeNote("annet"))

    class One:
        afterwards = False

    assert [row[3] for row in _events(One(), talk.interview)] == ["started", "noted"]  # type: ignore[arg-type]


def test_the_page_on_queries_has_every_column_as_it_is() -> None:
    page = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    assert columns_page() in page


def test_what_is_written_piece_by_piece_is_what_is_written_at_once() -> None:
    table = _notes(*ODD)
    forms = [form for form in WRITERS if form != "parquet"]
    for form in forms:
        data = bytearray()
        writer = WRITERS[form](table, data.extend)
        writer.begin()
        for row in table.rows:
            writer.add([row])
            writer.add([])
        writer.end()
        assert bytes(data) == write_table(table, form)
