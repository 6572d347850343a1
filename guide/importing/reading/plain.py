"""Reading plain text into blocks: lines put together again as they were before somebody's page was too narrow."""

import re
from collections.abc import Sequence

from guide.importing.blocks import Block, Run, Spot, folded
from guide.importing.reading.columns import cells, table_rows
from guide.importing.reading.decoding import decoded
from guide.importing.reading.pages import Row, without_page_edges
from guide.importing.reading.wraps import Wrapped, unwrapped
from guide.importing.refusals import RefusedError
from guide.importing.structure.threads import rethreaded
from guide.importing.words.labels import labelled, typed_label

MAX_LINES = 8_000
_FRAMED = re.compile(r"(?P<frame>[=#*~_]{2,}|-{3,})\s*(?P<words>[^\W_].{0,100}?)\s*(?P=frame)")
"""A heading between signs: "== Background ==" """

_CHARACTER = 6.0  # points that one blank moves a line in


def read_plain(data: bytes) -> tuple[Block, ...]:
    """The blocks of a text file.

    Raises:
        RefusedError: it is no text, or longer than a guide can be.
    """
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\x85", "\n")
    text = text.replace("\x0b", "\n")
    if text.count("\n") > MAX_LINES:
        raise RefusedError("import_too_long", limit=f"{MAX_LINES}")
    rows, edges = without_page_edges(text)
    table = table_rows(rows)
    if table is None:
        return (*_blocks(rows), *edges)
    first, end, start = table
    return (*_blocks(rows[:first]), *cells(rows[first:end], start), *_blocks(rows[end:]), *edges)


def _blocks(rows: Sequence[Row]) -> tuple[Block, ...]:
    return tuple(_block(line) for line in unwrapped(rethreaded(rows)))


def _block(line: Wrapped) -> Block:
    words = line.text
    framed = _FRAMED.fullmatch(words)
    if framed is not None:
        runs = folded([Run(framed["words"])])
        return Block(runs, Spot("line", {"number": f"{line.first}"}), kind="heading", level=2)
    label = typed_label(words)
    block = Block(
        folded([Run(words)]),
        Spot("line", {"number": f"{line.first}"}),
        indent=_CHARACTER * line.indent,
        kind="paragraph",
    )
    if line.under:
        return block.but(kind="heading", level=line.under)
    return labelled(block) if label is not None else block
