"""Workbooks (.xlsx) into blocks: questions row by row, or XLSForm.

A sheet is a table; of an XLSForm the groups become headings, the labels questions, and the hints notes.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from guide.importing.document_blocks import Block, Cell, RefusedError, Run, Spot, fold_spaces
from guide.importing.reading import MAX_LINE, MAX_TEXT, check_count
from guide.importing.reading.xml_package import XmlPackage, below, local_name, number_of, value_of
from guide.importing.words.typed_labels import with_label

MAX_ROWS = 5_000
_MAX_COLUMNS = 60
_MAX_SHEETS = 40
MAX_CELLS = 20_000  # with words, in all sheets; one word may stand in each of them
_DIGITS = 9
_GROUP = re.compile(r"(?P<what>begin|end)[ _](?:group|repeat)", re.IGNORECASE)
_PLAIN_NAME = re.compile(r"(?:sheet|ark|blad|tabelle|feuil)\s?\d*", re.IGNORECASE)
_UNASKED = frozenset(
    "start end today deviceid username phonenumber calculate hidden audit simserial subscriberid email".split()
)
"""Types of an XLSForm's rows that nobody is asked."""

Rows = list[dict[int, tuple[Run, ...]]]


def read_sheets(data: bytes) -> tuple[Block, ...]:
    """The blocks of a workbook.

    Raises:
        RefusedError: it is broken, or longer than a guide can be.
    """
    package = XmlPackage(data)
    sheets = [(name, rows) for name, rows in _sheets(package) if any(rows)]
    if not sheets:
        raise RefusedError("import_no_words")
    form = next((rows for name, rows in sheets if name.casefold() == "survey" and _columns(rows[0])), None)
    if form is not None:
        return (*_title_of_form(sheets), *_of_form(form))
    found: list[Block] = []
    for number, (name, rows) in enumerate(sheets, 1):
        if len(sheets) > 1 and not _PLAIN_NAME.fullmatch(name):
            found.append(Block((Run(name),), Spot("table_row", {"table": f"{number}", "row": "1"}), "heading", 1))
        for block in _of_sheet(rows, number):
            found.append(block)
            check_count(found, MAX_CELLS)
    return tuple(found)


def _sheets(package: XmlPackage) -> Iterator[tuple[str, Rows]]:
    """Each sheet's name and rows, in the workbook's order; hidden ones are passed over."""
    book = package.part("xl/workbook.xml")
    targets = {to.id: to.part for to in package.relations("xl/workbook.xml")}
    if book is None or not targets:
        raise RefusedError(package.broken)
    strings = package.part("xl/sharedStrings.xml")
    shared = [] if strings is None else [(*_text(one),) for one in below(strings, "si")]
    struck = _struck_styles(package.part("xl/styles.xml"))
    cells = letters = 0
    for place, sheet in enumerate(below(book, "sheet")):
        if place >= _MAX_SHEETS:
            raise RefusedError("import_too_long", limit=f"{_MAX_SHEETS}")
        if value_of(sheet, "state") not in ("", "visible"):
            continue
        root = package.part(targets.get(value_of(sheet, "id"), ""))
        rows: Rows = []
        for row in () if root is None else _rows(root, shared, struck):
            rows.append(row)
            cells, letters = cells + len(row), letters + sum(len(_words(runs)) for runs in row.values())
            if cells > MAX_CELLS or letters > MAX_TEXT:
                raise RefusedError("import_too_long", limit=f"{MAX_CELLS}")
        while rows and not rows[-1]:
            rows.pop()
        if root is not None:
            yield value_of(sheet, "name"), rows


def _struck_styles(styles: Any) -> frozenset[str]:
    """The numbers of the cell formats whose letters are struck out."""
    if styles is None:
        return frozenset()
    fonts = [_is_struck(font) for table in below(styles, "fonts") for font in table.iterchildren()]
    formats = [one for table in below(styles, "cellXfs") for one in table.iterchildren()]
    ids = [number_of(one, "fontId") or 0 for one in formats]
    return frozenset(f"{place}" for place, font in enumerate(ids) if font < len(fonts) and fonts[font])


def _is_struck(look: Any) -> bool:
    return any(value_of(one, "val") not in ("0", "false") for one in below(look, "strike"))


def _words(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def _rows(root: Any, shared: Sequence[tuple[Run, ...]], struck: frozenset[str]) -> Iterator[dict[int, tuple[Run, ...]]]:
    for count, row in enumerate(below(root, "row"), 1):
        cells: dict[int, tuple[Run, ...]] = {}
        for at, cell in enumerate(one for one in row.iterchildren() if local_name(one) == "c"):
            place = re.match(r"[A-Z]{1,3}", value_of(cell, "r"))
            column = _column_number(place[0]) if place is not None else at
            runs = _written(cell, shared)
            if _words(runs).strip() and column < _MAX_COLUMNS:
                if len(_words(runs)) > MAX_LINE:
                    raise RefusedError("import_long_line", limit=f"{MAX_LINE}")
                whole = value_of(cell, "s") in struck
                cells[column] = tuple(run.but(struck=True) for run in runs) if whole else runs
        if count > MAX_ROWS:
            raise RefusedError("import_too_long", limit=f"{MAX_ROWS}")
        yield cells


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _written(cell: Any, shared: Sequence[tuple[Run, ...]]) -> tuple[Run, ...]:
    """What a cell shows: words, or a number without the ".0" that is nobody's."""
    kind = value_of(cell, "t")
    if kind == "inlineStr":
        return (*_text(cell),)
    value = next((one.text or "" for one in cell.iterchildren() if local_name(one) == "v"), "")
    if kind == "s":
        place = int(value[:_DIGITS]) if value.isdecimal() else len(shared)
        return shared[place] if place < len(shared) else ()
    return (Run(re.sub(r"\.0+$", "", value)),)


def _text(element: Any) -> Iterator[Run]:
    """The words of a string, in one look or in several; how they are read aloud, in Japanese, is left out."""
    for one in element.iter():
        above = one.getparent()
        if local_name(one) == "t" and (above is None or local_name(above) != "rPh"):
            look = above is not None and local_name(above) == "r" and _is_struck(above)
            yield Run(one.text or "", struck=look)


def _of_sheet(rows: Rows, number: int) -> Iterator[Block]:
    columns = max((max(row) + 1 for row in rows if row), default=1)
    for place, row in enumerate(rows):
        for column, written in sorted(row.items()):
            width = columns if len(row) == 1 and columns > 1 and not column and _spans(rows, place) else 1
            cell = Cell(number, place, column, columns, width)
            for line in _lines(written):
                if runs := fold_spaces(line):
                    yield with_label(Block(runs, cell.spot, cell=cell))


def _lines(runs: Sequence[Run]) -> list[list[Run]]:
    """The lines of a cell."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *more = run.text.replace("\r", "\n").split("\n")
        lines[-1].append(run.but(text=first))
        lines += ([run.but(text=words)] for words in more)
    return lines


def _spans(rows: Rows, place: int) -> bool:
    """Whether a lone first cell stands over rows that have more: a heading, or the title of it all."""
    return any(len(row) > 1 for row in rows[place + 1 : place + 3])


def _columns(head: dict[int, tuple[Run, ...]]) -> dict[str, int]:
    """Where an XLSForm has its types, its labels and its hints; of several languages the first is taken."""
    found: dict[str, int] = {}
    for column, name in sorted(head.items()):
        bare = _words(name).casefold().split(":")[0].strip()
        if bare in ("type", "label", "hint", "required") and bare not in found:
            found[bare] = column
    return found if {"type", "label"} <= set(found) else {}


def _title_of_form(sheets: Sequence[tuple[str, Rows]]) -> Iterator[Block]:
    for _, rows in (one for one in sheets if one[0].casefold() == "settings" and len(one[1]) > 1):
        for column, name in rows[0].items():
            runs = fold_spaces([*rows[1].get(column, ())]) if _words(name).casefold() == "form_title" else ()
            if runs:
                yield Block(runs, Spot("table_row", {"table": "2", "row": "2"}), "heading", 0)


def _of_form(rows: Rows) -> Iterator[Block]:
    columns = _columns(rows[0])
    deep = 0
    for place, row in enumerate(rows[1:], 2):
        spot = Spot("table_row", {"table": "1", "row": f"{place}"})
        kind, label = _words(row.get(columns["type"], ())), row.get(columns["label"], ())
        group = _GROUP.fullmatch(kind.strip())
        if group is not None and group["what"].casefold() == "end":
            deep = max(0, deep - 1)
            continue
        deep += group is not None
        runs = fold_spaces([run.but(text=re.sub(r"\$\{(\w+)\}", r"[\1]", run.text)) for run in label])
        if not runs:
            continue
        unasked = kind.split()[:1] and kind.split()[0].casefold() in _UNASKED
        if group is not None:
            yield Block(runs, spot, "heading", deep + 1)
        elif unasked:
            yield Block(runs, spot, aside="code")
        elif kind.strip().casefold() == "note":
            yield with_label(Block(runs, spot))
        else:
            yield with_label(Block(runs, spot, "item", form="bullet", label="•"))
        written = row.get(columns.get("hint", -1), ())
        hint = fold_spaces([Run("("), *written, Run(")")])
        if _words(written).strip() and group is None:
            yield Block(hint, spot, indent=36.0, follows=True)
