"""Tables read back, and the queries of docs/queries.md: the numbers of ``review --json``."""

import json
import re
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pytest
from interop import MADE, carried, needs
from python_calamine import CalamineWorkbook

PAGE = (Path(__file__).parent.parent.parent / "docs" / "queries.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(sql|python)\n(?:--|#) ([^\n]*)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
STUDIES = ("thesis", "generated")
TOLD = json.loads((MADE / "marks.json").read_text(encoding="utf-8"))
WORDS = {one["seq"]: one["text"] for one in TOLD if "text" in one}


def review(study: str) -> list[dict[str, Any]]:
    """The interviews that count, as ``review --json`` tells them."""
    told = json.loads((MADE / study / "review.json").read_text(encoding="utf-8"))
    return [one for one in told["interviews"] if one["mode"] == "live"]


def coverage(study: str) -> list[tuple[str, int, int]]:
    found: dict[str, list[int]] = {}
    for one in review(study):
        for id, target in one["research_questions"].items():
            both = found.setdefault(id, [0, 0])
            both[0] += target["covered"]
            both[1] += target["of"]
    return sorted((id, covered, of) for id, (covered, of) in found.items() if of)


def minutes(study: str) -> list[tuple[str, float]]:
    found: dict[str, float] = {}
    for one in review(study):
        for id, target in one["research_questions"].items():
            found[id] = found.get(id, 0.0) + target["seconds"]
    return sorted((id, round(seconds / 60, 2)) for id, seconds in found.items())


def follow_ups(study: str) -> list[tuple[str, int]]:
    return sorted(
        (one["code"], note["seq"]) for one in review(study) for note in one["notes"] if note["follow_up"] == "open"
    )


def covered(study: str) -> list[tuple[str, int]]:
    found: dict[str, int] = {}
    for one in review(study):
        for id, question in one["questions"].items():
            found[id] = found.get(id, 0) + (question["state"] == "covered")
    return sorted((id, count) for id, count in found.items() if count)


EXPECTED = {"coverage": coverage, "minutes": minutes, "follow_ups": follow_ups, "covered": covered}


def rows_of(found: Any) -> list[tuple[Any, ...]]:
    """The rows of a frame of polars or pandas."""
    rows = found.rows() if isinstance(found, pl.DataFrame) else found.itertuples(index=False, name=None)
    return sorted(tuple(cell.item() if hasattr(cell, "item") else cell for cell in row) for row in rows)


def close(one: list[tuple[Any, ...]], other: list[tuple[Any, ...]]) -> None:
    """Equal; minutes to the last decimal that is shown, since sums are rounded in another order."""
    assert [row[0] for row in one] == [row[0] for row in other]
    for row, wanted in zip(one, other, strict=True):
        assert row == pytest.approx(wanted, abs=0.0101) if isinstance(row[-1], float) else row == wanted


def test_the_page_has_blocks_for_every_engine() -> None:
    whole = " ".join(body for *_, body in BLOCKS)
    assert all(name in whole for name in ("read_csv", "read_json", "polars", "pandas", "pyspark"))
    assert len(BLOCKS) == len(re.findall(r"^```(?:sql|python)$", PAGE, re.MULTILINE))


@pytest.mark.parametrize(
    ("kind", "title", "body"), [one for one in BLOCKS if "Spark" not in one[1] and "logs" not in one[1]]
)
def test_a_query_of_tables_gives_them_for_a_guide_that_was_revised_too(
    kind: str, title: str, body: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("revised", kind, title, body, monkeypatch)
    assert "id: A2" not in (MADE / "revised" / "guide.yaml").read_text(encoding="utf-8")
    assert all("A2" in one["questions"] for one in review("revised"))


@pytest.mark.parametrize("study", STUDIES)
@pytest.mark.parametrize(("kind", "title", "body"), [block for block in BLOCKS if "Spark" not in block[1]])
def test_a_query_gives_the_numbers_of_the_review(
    study: str, kind: str, title: str, body: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(study, kind, title, body, monkeypatch)


@needs("java")
@pytest.mark.parametrize("study", STUDIES)
def test_spark_gives_the_numbers_of_the_review(study: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark")
    ((kind, title, body),) = [block for block in BLOCKS if "Spark" in block[1]]
    body = body.replace('"tables/', f'"{MADE.absolute() / study}/tables/')  # its own process stays where it began
    run(study, kind, title, body, monkeypatch)


def run(study: str, kind: str, title: str, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(MADE / study)
    names = [name for name in EXPECTED if name in title]
    assert names
    if kind == "sql":
        found: dict[str, Any] = {names[0]: duckdb.sql(body).df()}
    else:
        found = {}
        exec(compile(body, title, "exec"), found)  # noqa: S102  the page's own block
    for name in names:
        rows = rows_of(found[name])
        assert rows, "nothing found proves nothing"
        close(rows, EXPECTED[name](study))


# --- words, through every engine and both readers of Excel


def texts(frame: Any) -> dict[int, str]:
    return {int(row["seq"]): row["text"] for row in frame}


@pytest.mark.parametrize(
    "reader", ["duckdb", "polars", "pandas", "duckdb json", "polars json", "duckdb parquet", "polars parquet"]
)
def test_words_are_whole_to_the_character(reader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(MADE / "hostile" / "tables")
    engine, _, form = reader.partition(" ")
    file = f"notes.{form or 'csv'}"
    if engine == "duckdb":
        source = {
            "": f"read_csv('{file}', all_varchar = true)",
            "json": f"read_json('{file}', columns = {{seq: 'BIGINT', text: 'VARCHAR'}}, maximum_object_size = 1000000)",
            "parquet": f"'{file}'",
        }[form]
        found = {int(seq): text or "" for seq, text in duckdb.sql(f"FROM {source} SELECT seq, text").fetchall()}
    elif engine == "polars":
        types = {"seq": pl.Int64, "text": pl.String}
        frame = {
            "": lambda: pl.read_csv(file, columns=list(types), schema_overrides=types),
            "json": lambda: pl.read_json(file).select("seq", "text"),
            "parquet": lambda: pl.read_parquet(file, columns=["seq", "text"]),
        }[form]()
        found = {seq: text or "" for seq, text in frame.rows()}
    else:
        frame = pd.read_csv(
            file, usecols=["seq", "text"], dtype={"text": "string"}, keep_default_na=False, encoding="utf-8-sig"
        )
        found = dict(zip(frame["seq"], frame["text"], strict=True))
    assert found == {seq: re.sub("[\ud800-\udfff]", "‹D800›", text) for seq, text in WORDS.items()}


def joined(rows: list[list[Any]]) -> dict[int, str]:
    """The words of each note of a sheet, its parts put together again."""
    head, *rest = rows
    seq, text = head.index("seq"), head.index("text")
    found: dict[int, str] = {}
    for row in rest:
        found[int(row[seq])] = found.get(int(row[seq]), "") + carried(str(row[text] if row[text] is not None else ""))
    return found


def test_excel_by_openpyxl() -> None:
    book = openpyxl.load_workbook(MADE / "hostile" / "tables.xlsx")
    assert book.sheetnames == ["interviews", "questions", "notes", "events"]
    sheet = book["notes"]
    assert not [cell.coordinate for row in sheet for cell in row if cell.data_type == "f" or cell.hyperlink]
    assert joined([[cell.value for cell in row] for row in sheet]) == {
        seq: carried(text) for seq, text in WORDS.items()
    }


def test_excel_by_calamine() -> None:
    book = CalamineWorkbook.from_path(str(MADE / "hostile" / "tables.xlsx"))
    rows = book.get_sheet_by_name("notes").to_python()
    assert joined(rows) == {seq: carried(text) for seq, text in WORDS.items()}


def test_all_parquet_files_have_one_schema() -> None:
    for name in ("interviews", "questions", "notes", "events"):
        schemas = [
            pl.read_parquet_schema(MADE / study / "tables" / f"{name}.parquet") for study in ("hostile", *STUDIES)
        ]
        assert schemas[0] == schemas[1] == schemas[2]
        assert pl.read_parquet([MADE / study / "tables" / f"{name}.parquet" for study in ("hostile", *STUDIES)]).height
