"""Tables as one Excel workbook, by XlsxWriter: words as words, whatever they begin with."""

from collections.abc import Sequence
from io import BytesIO

from guide.frozen import Value
from interviews.marks.writing import fit_text, is_unfit
from interviews.tables.schema import Cell, Table

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
    book.set_properties({"author": "", "comments": ""})
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
                    _write(sheet, number, place, cell)
        sheet.autofilter(0, 0, max(number, 1), len(table.columns) - 1)
    book.close()
    return Workbook(file.getvalue(), tuple(split), tuple(changed))


def _parts(row: tuple[Cell, ...], table: Table, split: list[str], changed: list[str]) -> list[list[Cell]]:
    """The row, or as many as its words take; ``part`` counts them."""
    names = [column.name for column in table.columns]
    cells = [_fit(cell) for cell in row]
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


def _fit(cell: Cell) -> Cell:
    """A cell's words with line breaks of one kind, and nothing that a workbook cannot hold."""
    if not isinstance(cell, str):
        return cell
    return fit_text(cell)


def _write(sheet: object, row: int, place: int, cell: Cell) -> None:
    match cell:
        case None | "":
            pass
        case bool():
            sheet.write_boolean(row, place, cell)  # type: ignore[attr-defined]
        case int() | float():
            sheet.write_number(row, place, cell)  # type: ignore[attr-defined]
        case str():
            sheet.write_string(row, place, cell)  # type: ignore[attr-defined]
