"""Tables read back, and the queries of docs/queries.md: the numbers of ``review --json``."""

import json
import re
from collections.abc import Iterator
from functools import cache
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


def review(study: str) -> Iterator[dict[str, Any]]:
    """The interviews that count, as ``review --json`` tells them: one at a time, since there may be ten thousand.

    What ends each is a bracket on a line of its own; no words stand on several lines.
    """
    lines: list[str] = []
    with (MADE / study / "review.json").open(encoding="utf-8") as file:
        for line in file:
            if line == "  {\n":
                lines = []
            lines.append(line)
            if line in ("  }\n", "  },\n"):
                one = json.loads("".join(lines).rstrip(",\n"))
                if one.get("mode") == "live":
                    yield one


@cache
def expected(study: str) -> dict[str, list[tuple[Any, ...]]]:
    """What each query is to find, by its name."""
    coverage: dict[str, list[int]] = {}
    seconds: dict[str, float] = {}
    covered: dict[str, int] = {}
    follow_ups: list[tuple[str, int]] = []
    for one in review(study):
        for id, target in one["research_questions"].items():
            both = coverage.setdefault(id, [0, 0])
            both[0] += target["covered"]
            both[1] += target["of"]
            seconds[id] = seconds.get(id, 0.0) + target["seconds"]
        for id, question in one["questions"].items():
            covered[id] = covered.get(id, 0) + (question["state"] == "covered")
        follow_ups += ((one["code"], note["seq"]) for note in one["notes"] if note["follow_up"] == "open")
    return {
        "coverage": sorted((id, count, of) for id, (count, of) in coverage.items() if of),
        "minutes": sorted((id, round(one / 60, 2)) for id, one in seconds.items()),
        "follow_ups": sorted(follow_ups),
        "covered": sorted((id, count) for id, count in covered.items() if count),
    }


NAMES = ("coverage", "minutes", "follow_ups", "covered")


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
    names = [name for name in NAMES if name in title]
    assert names
    if kind == "sql":
        found: dict[str, Any] = {names[0]: duckdb.sql(body).df()}
    else:
        found = {}
        exec(compile(body, title, "exec"), found)  # noqa: S102  the page's own block
    for name in names:
        rows = rows_of(found[name])
        assert rows, "nothing found proves nothing"
        close(rows, expected(study)[name])


# --- words, through every engine and both readers of Excel


@cache
def words() -> dict[int, str]:
    """The words of each note that has some, by the event."""
    told = json.loads((MADE / "marks.json").read_text(encoding="utf-8"))
    return {one["seq"]: one["text"] for one in told if "text" in one}


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
    assert found == {seq: re.sub("[\ud800-\udfff]", "‹D800›", text) for seq, text in words().items()}


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
        seq: carried(text) for seq, text in words().items()
    }


def test_excel_by_calamine() -> None:
    book = CalamineWorkbook.from_path(str(MADE / "hostile" / "tables.xlsx"))
    rows = book.get_sheet_by_name("notes").to_python()
    assert joined(rows) == {seq: carried(text) for seq, text in words().items()}


def test_all_parquet_files_have_one_schema() -> None:
    for name in ("interviews", "questions", "notes", "events"):
        schemas = [
            pl.read_parquet_schema(MADE / study / "tables" / f"{name}.parquet") for study in ("hostile", *STUDIES)
        ]
        assert schemas[0] == schemas[1] == schemas[2]
        assert pl.read_parquet([MADE / study / "tables" / f"{name}.parquet" for study in ("hostile", *STUDIES)]).height
