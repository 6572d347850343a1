"""Plain text into blocks, its columns taken apart.

A PDF's layout keeps columns side by side with blanks between them, or runs them together; the research questions
listed at the top then tell them apart.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from guide.importing.document_blocks import Block, Cell, RefusedError, Run, Spot, fold_spaces
from guide.importing.reading import MAX_LINES, decode_file
from guide.importing.reading.grid_tables import Grid, find_grids
from guide.importing.reading.page_lines import PageRow, UnwrappedParagraph, unwrap, without_page_edges
from guide.importing.structure.headings import zone_of
from guide.importing.structure.research_questions import bare_words, stands_in
from guide.importing.words.line_kinds import begins_question
from guide.importing.words.sentences import ends_sentence
from guide.importing.words.typed_labels import find_label, with_label

_FRAMED = re.compile(r"(?P<frame>[=#*~_]{2,}|-{3,})\s*(?P<words>[^\W_].{0,100}?)\s*(?P=frame)")
"""A heading between signs: "== Background ==" """

_CHARACTER = 6.0  # points that one blank moves a line in


def read_plain(data: bytes) -> tuple[Block, ...]:
    """The blocks of a text file.

    Raises:
        RefusedError: it is no text, or longer than a guide can be.
    """
    text = decode_file(data).replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\x85", "\n")
    text = text.replace("\u2029", "\n").replace("\x0b", "\n")
    if text.count("\n") > MAX_LINES:
        raise RefusedError("import_too_long", limit=f"{MAX_LINES}")
    text, grids = _without_grids(text)
    rows, edges = without_page_edges(text)
    table = table_rows(rows)
    if table is None:
        return (*_with_grids(_blocks(rows), grids, 0), *edges)
    first, end, start = table
    around = (*_blocks(rows[:first]), *cells(rows[first:end], start), *_blocks(rows[end:]))
    return (*_with_grids(around, grids, 1), *edges)


def _without_grids(text: str) -> tuple[str, list[Grid]]:
    """The text without the tables drawn in it, and these; of a box around paragraphs the lines alone are gone."""
    lines = text.split("\n")
    tables = []
    for grid in find_grids(lines):
        lines[grid.start : grid.stop] = [""] * (grid.stop - grid.start)
        if all(one.cell.columns == 1 for one in grid.cells):
            for one in grid.cells:
                lines[one.start : one.start + len(one.lines)] = one.lines
        else:
            tables.append(grid)
    return "\n".join(lines), tables


def _with_grids(blocks: Sequence[Block], grids: list[Grid], tables: int) -> Iterator[Block]:
    """The blocks with those of the drawn tables where they stood; so many ``tables`` are counted already."""
    for block in blocks:
        while grids and grids[0].start < int(block.spot.facts["number"]):
            yield from _grid_blocks(grids.pop(0), tables)
        yield block
    for grid in grids:
        yield from _grid_blocks(grid, tables)


def _grid_blocks(grid: Grid, tables: int) -> Iterator[Block]:
    for one in grid.cells:
        cell = one.cell.but(table=one.cell.table + tables)
        rows = [
            PageRow(number, len(line) - len(line.lstrip()), line.strip())
            for number, line in enumerate(one.lines, one.start + 1)
            if line.strip()
        ]
        for line in unwrap(rows, width=max((row.indent + len(row.text) for row in rows), default=0)):
            yield _block(line).but(cell=cell, spot=cell.spot)


def _blocks(rows: Sequence[PageRow]) -> tuple[Block, ...]:
    return tuple(_block(line) for line in unwrap(separate_columns(rows)))


def _block(line: UnwrappedParagraph) -> Block:
    words = line.text
    framed = _FRAMED.fullmatch(words)
    if framed is not None:
        runs = fold_spaces([Run(framed["words"])])
        return Block(runs, Spot("line", {"number": f"{line.first}"}), kind="heading", level=2)
    spot = Spot("line", {"number": f"{line.first}"})
    block = Block(fold_spaces([Run(words)]), spot, indent=_CHARACTER * line.indent)
    if line.under:
        return block.but(kind="heading", level=line.under)
    return with_label(block)


_GAP = re.compile(r"\S(\s{3,})\S")
_FEWEST_ROWS = 4  # lines in which both columns have words
_SHARE = 0.3  # of the table's lines
_NEAR = 2  # characters by which a column's lines may begin apart


def table_rows(rows: Sequence[PageRow]) -> tuple[int, int, int] | None:
    """Where a table of two columns begins and ends among the lines, and at which character its second column stands."""
    starts: Counter[int] = Counter()
    for row in rows:
        gap = next(_gaps(row.text), None)
        if gap is not None:
            starts[row.indent + gap.end() - 1] += 1
    if not starts:
        return None
    best = max(starts, key=lambda start: sum(starts[near] for near in range(start - _NEAR, start + _NEAR + 1)))
    both = [place for place, row in enumerate(rows) if _second(row, best) and row.indent < best - _NEAR]
    if len(both) < _FEWEST_ROWS:
        return None
    first, last = both[0], both[-1]
    while last + 1 < len(rows) and rows[last + 1].indent >= best - _NEAR:
        last += 1
    inside = rows[first : last + 1]
    across = sum(not _second(row, best) and row.indent + len(row.text) > best + _NEAR for row in inside)
    if len(both) < _SHARE * len(inside) or 4 * across > len(inside):
        return None
    return first, last + 1, best


def _gaps(text: str) -> Iterator[re.Match[str]]:
    """The gaps between words; what follows a bullet or a number is none."""
    label = find_label(text)
    first = 0 if label is None else label.start
    return (gap for gap in _GAP.finditer(text) if gap.start() >= first)


def _second(row: PageRow, start: int) -> bool:
    """Whether something begins where the second column stands, with blanks before it."""
    return row.indent <= start + 8 and _piece(row, start, 1) is not None


def cells(rows: Sequence[PageRow], start: int) -> tuple[Block, ...]:
    """The blocks of a table in layout, each with its cell."""
    done: list[Block] = []
    for number, group in enumerate(_groups(rows, start)):
        for column in (0, 1):
            own = [piece for row in group if (piece := _piece(row, start, column)) is not None]
            for line in unwrap(own, width=max((row.indent + len(row.text) for row in own), default=0)):
                words = fold_spaces([Run(line.text)])
                spot = Spot("line", {"number": f"{line.first}"})
                block = Block(words, spot, indent=6.0 * line.indent, cell=Cell(1, number, column, 2))
                done.append(with_label(block))
    return tuple(done)


def _piece(row: PageRow, start: int, column: int) -> PageRow | None:
    """What a line has in one of the columns."""
    if row.indent >= start - _NEAR:
        return row.but(indent=max(0, row.indent - start)) if column == 1 else None
    for gap in _gaps(row.text):
        if abs(row.indent + gap.end() - 1 - start) <= _NEAR:
            left, right = row.text[: gap.start() + 1], row.text[gap.end() - 1 :]
            return row.but(text=left.strip()) if column == 0 else row.but(text=right.strip(), indent=0)
    return row if column == 0 else None


def _groups(rows: Sequence[PageRow], start: int) -> list[list[PageRow]]:
    """The table's rows: a new one begins where the left column says something new."""
    groups: list[list[PageRow]] = []
    left = ""
    for row in rows:
        words = _piece(row, start, 0)
        if not groups or (words is not None and (row.apart or ends_sentence(left))):
            groups.append([])
        groups[-1].append(row)
        left = words.text if words is not None else left
    return groups


_INLINE = re.compile(r"\s+(?P<bullet>[-–•●▪○*])\s+(?=[(\"«“]?[A-ZÆØÅ])")
_TITLE = 3  # words of a left cell that is no research question
_FEWEST_WORDS = 2  # words of a research question that stand on one line beside a question


def separate_columns(rows: Sequence[PageRow]) -> tuple[PageRow, ...]:
    """The lines, each with one column's words only: a left cell and a question on one line become two lines."""
    texts = _research_texts(rows)
    return tuple(row.but(text=piece) for row in rows for piece in _apart(row.text, texts)) if texts else tuple(rows)


def _research_texts(rows: Sequence[PageRow]) -> list[list[str]]:
    """The words of each research question in the list at the top."""
    found: list[list[str]] = []
    listing = False
    for row in rows:
        if zone_of(row.text) == "research":
            listing = True
            continue
        if not listing:
            continue
        label = find_label(row.text)
        if label is not None and label.form != "bullet":
            found.append(bare_words(row.text[label.start :]))
        elif found and label is None:
            found[-1] += bare_words(row.text)
        else:
            break
    return found


def _apart(text: str, research: list[list[str]]) -> list[str]:
    for inline in _INLINE.finditer(text):
        left, right = text[: inline.start()].strip(), text[inline.start() :].strip()
        words = bare_words(left)
        if len(words) >= _FEWEST_WORDS and any(stands_in(words, whole) for whole in research):
            return [left, right]
        if len(left.split()) <= _TITLE and left[:1].isupper() and begins_question(right.lstrip("-–•●▪○* ")):
            return [left, right]
    return [text]
