"""Tables as files: Excel, Parquet, CSV, JSON.

Excel by XlsxWriter, words as words, whatever they begin with; Parquet by pyarrow, the same types in every file, also
where a column has nothing; CSV and JSON by what Python brings.
"""

import csv
import json
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO, RawIOBase, StringIO
from typing import Any

from guide.frozen import Value
from interviews.marks.mark_writing import fit_text, is_unfit
from interviews.tables.rows import Cell, Table

_LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)
"""When a workbook says that it was made: else it would say now, and no two were the same."""

MOST_ROWS = 1_048_575
"""How many rows a sheet has below its headings; what is written below them is not there, and nobody is told."""

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


Sink = Callable[[bytes], object]
"""Takes the next bytes of a file."""

_AT_ONCE = 50_000
"""Rows that Parquet holds together."""


class TableWriter:
    """Writes a table's file piece by piece, so that a study of any size takes the same room.

    First ``begin``, then ``add`` for rows as they come, and ``end`` once.
    """

    def __init__(self, table: Table, sink: Sink) -> None:
        self.columns, self.sink, self.count = table.columns, sink, 0

    def begin(self) -> None:
        """What stands before the first row."""

    def add(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        """The next rows."""
        if rows:
            self._write(rows)
            self.count += len(rows)

    def end(self) -> None:
        """What stands behind the last row."""

    def _write(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        raise NotImplementedError


class _Parquet(TableWriter):
    """Parquet, the same types in every file."""

    def begin(self) -> None:
        import pyarrow as pa
        from pyarrow import parquet

        types: Mapping[str, Any] = {
            "text": pa.string(),
            "whole": pa.int64(),
            "number": pa.float64(),
            "boolean": pa.bool_(),
        }
        self._arrow = pa
        self._schema = pa.schema([pa.field(column.name, types[column.type]) for column in self.columns])
        self._held: list[tuple[Cell, ...]] = []
        self._file = parquet.ParquetWriter(_RowStream(self.sink), self._schema, compression="snappy")

    def _write(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        self._held += rows
        if len(self._held) >= _AT_ONCE:
            self._let_go()

    def _let_go(self) -> None:
        columns = list(zip(*self._held, strict=True)) or [()] * len(self.columns)
        self._held = []
        arrays = []
        for cells, column in zip(columns, self.columns, strict=True):
            numbers = column.type == "number"
            fit = [float(cell) if numbers and cell is not None else cell for cell in cells]
            arrays.append(self._arrow.array(fit, type=self._schema.field(column.name).type))
        self._file.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))

    def end(self) -> None:
        if self._held or not self.count:
            self._let_go()
        self._file.close()


class _RowStream(RawIOBase):
    """A sink as a file that is only written to, as pyarrow wants it."""

    def __init__(self, sink: Sink) -> None:
        self._sink, self._at = sink, 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self._sink(piece)
        self._at += len(piece)
        return len(piece)


class _Csv(TableWriter):
    """CSV: commas, CRLF, a byte order mark, by which Excel tells the letters; seconds with a point."""

    def begin(self) -> None:
        self.sink(BOM_UTF8)
        self._put([[column.name for column in self.columns]])

    def _write(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        self._put([[_csv_cell(cell) for cell in row] for row in rows])

    def _put(self, rows: list[list[str]]) -> None:
        text = StringIO()
        csv.writer(text, lineterminator="\r\n").writerows(rows)
        self.sink(text.getvalue().encode())


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


class _Json(TableWriter):
    """A list of objects, a row a line, every column in each; what is not known is null.

    Numbers have a point, so that a column keeps one type.
    """

    def begin(self) -> None:
        self.sink(b"[\n")

    def _write(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        lines = []
        for row in rows:
            cells = {
                column.name: float(cell) if column.type == "number" and cell is not None else cell
                for column, cell in zip(self.columns, row, strict=True)
            }
            lines.append(json.dumps(cells, ensure_ascii=False))
        self.sink(((",\n" if self.count else "") + ",\n".join(lines)).encode())

    def end(self) -> None:
        self.sink(b"\n]\n")


WRITERS: Mapping[str, type[TableWriter]] = {"csv": _Csv, "json": _Json, "parquet": _Parquet}
"""The forms with a file a table, by their names and endings."""


def write_table(table: Table, form: str) -> bytes:
    """A table that is there whole, as a file."""
    data = bytearray()
    writer = WRITERS[form](table, data.extend)
    writer.begin()
    writer.add(table.rows)
    writer.end()
    return bytes(data)
