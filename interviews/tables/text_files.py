"""Tables as CSV and JSON, by what Python brings."""

import csv
import json
from collections.abc import Mapping
from io import StringIO

from interviews.tables.schema import Cell, Table


def write_csv(table: Table) -> bytes:
    """A table as CSV: commas, CRLF, a byte order mark, by which Excel tells the letters; seconds with a point."""
    file = StringIO()
    rows = csv.writer(file, lineterminator="\r\n")
    rows.writerow([column.name for column in table.columns])
    rows.writerows([[_cell(cell) for cell in row] for row in table.rows])
    return file.getvalue().encode("utf-8-sig")


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def write_json(table: Table) -> bytes:
    """A table as a list of objects, a row a line, every column in each; what is not known is null."""
    names = [column.name for column in table.columns]
    rows = [json.dumps(dict(zip(names, _typed(table, row), strict=True)), ensure_ascii=False) for row in table.rows]
    return ("[\n" + ",\n".join(rows) + "\n]\n").encode()


def _typed(table: Table, row: tuple[Cell, ...]) -> list[Cell]:
    """The cells, numbers with a point, so that a column keeps one type."""
    pairs = zip(table.columns, row, strict=True)
    return [float(cell) if column.type == "number" and cell is not None else cell for column, cell in pairs]


SUFFIXES: Mapping[str, str] = {"csv": ".csv", "json": ".json", "parquet": ".parquet"}
"""The endings of the forms with a file a table."""
