"""Tables as files: Excel, Parquet, CSV, JSON.

Excel by XlsxWriter, words as words, whatever they begin with; Parquet by pyarrow, the same types in every file, also
where a column has nothing; CSV and JSON by what Python brings.
"""

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import Any

from guide.frozen import Value
from interviews.marks.mark_writing import fit_text, is_unfit
from interviews.tables.rows import Cell, Table

_LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)
"""When a workbook says that it was made: else it would say now, and no two were the same."""

LONGEST_CELL = 32_767
"""How many characters a cell holds; longer words go on in the next row."""


class Workbook(Value):
    """The file, and what had to change: events whose words were split, and that had signs no cell can hold."""

    data: bytes
    split: tuple[str, ...]
    changed: tuple[str, ...]


def write_workbook(tables: Sequence[Table]) -> Workbook:
    """A sheet a table, with its columns' names in the first row."""
    import xlsxwriter

    file = BytesIO()
    split: list[str] = []
    changed: list[str] = []
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"author": "", "comments": "", "created": _LONG_AGO})
    bold = book.add_format({"bold": True})
    for table in tables:
        sheet = book.add_worksheet(table.name)
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(table.columns):
            sheet.write_string(0, place, column.name, bold)
            sheet.set_column(place, place, 60 if column.name == "text" else 12)
        number = 0
        for row in table.rows:
            for part in _parts(row, table, split, changed):
                number += 1
                for place, cell in enumerate(part):
                    _write_cell(sheet, number, place, cell)
        sheet.autofilter(0, 0, max(number, 1), len(table.columns) - 1)
    book.close()
    return Workbook(file.getvalue(), tuple(split), tuple(changed))


def _parts(row: tuple[Cell, ...], table: Table, split: list[str], changed: list[str]) -> list[list[Cell]]:
    """The row, or as many as its words take; ``part`` counts them."""
    names = [column.name for column in table.columns]
    cells = [fit_text(cell) if isinstance(cell, str) else cell for cell in row]
    ref = table.ref(row)
    if any(isinstance(before, str) and is_unfit(before) for before in row):
        changed.append(ref)
    if "text" not in names:
        return [[cell[:LONGEST_CELL] if isinstance(cell, str) else cell for cell in cells]]
    at, part = names.index("text"), names.index("part")
    words = str(cells[at] or "")
    pieces = [words[start : start + LONGEST_CELL] for start in range(0, len(words), LONGEST_CELL)] or [""]
    if len(pieces) > 1:
        split.append(ref)
    rows = []
    for place, piece in enumerate(pieces, 1):
        one = list(cells)
        one[at], one[part] = piece, place
        rows.append(one)
    return rows


def _write_cell(sheet: object, row: int, place: int, cell: Cell) -> None:
    match cell:
        case None | "":
            pass
        case bool():
            sheet.write_boolean(row, place, cell)  # type: ignore[attr-defined]
        case int() | float():
            sheet.write_number(row, place, cell)  # type: ignore[attr-defined]
        case str():
            sheet.write_string(row, place, cell)  # type: ignore[attr-defined]


def write_parquet(table: Table) -> bytes:
    """A table as Parquet."""
    import pyarrow as pa
    from pyarrow import parquet

    types: Mapping[str, Any] = {
        "text": pa.string(),
        "whole": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
    }
    schema = pa.schema([pa.field(column.name, types[column.type]) for column in table.columns])
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    arrays = []
    for cells, column in zip(columns, table.columns, strict=True):
        numbers = column.type == "number"
        fit = [float(cell) if numbers and cell is not None else cell for cell in cells]
        arrays.append(pa.array(fit, type=types[column.type]))
    file = BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), file, compression="snappy")
    return file.getvalue()


def write_csv(table: Table) -> bytes:
    """A table as CSV: commas, CRLF, a byte order mark, by which Excel tells the letters; seconds with a point."""
    file = StringIO()
    rows = csv.writer(file, lineterminator="\r\n")
    rows.writerow([column.name for column in table.columns])
    rows.writerows([[_csv_cell(cell) for cell in row] for row in table.rows])
    return file.getvalue().encode("utf-8-sig")


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def write_json(table: Table) -> bytes:
    """A table as a list of objects, a row a line, every column in each; what is not known is null.

    Numbers have a point, so that a column keeps one type.
    """
    rows = []
    for row in table.rows:
        cells = {
            column.name: float(cell) if column.type == "number" and cell is not None else cell
            for column, cell in zip(table.columns, row, strict=True)
        }
        rows.append(json.dumps(cells, ensure_ascii=False))
    return ("[\n" + ",\n".join(rows) + "\n]\n").encode()


SUFFIXES: Mapping[str, str] = {"csv": ".csv", "json": ".json", "parquet": ".parquet"}
"""The endings of the forms with a file a table."""
