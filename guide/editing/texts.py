"""Putting other words in the place of a text, in the style that its author chose where that can hold them."""

import re

from guide.editing.page import Edits, OpenUpError, Page, Piece
from guide.writing.layout import STEP, room
from guide.writing.scalars import is_folded, is_literal, is_plain, quoted, scalar, wrapped

LONGEST = 120
"""Columns beyond which a line is not made longer, where its text can be folded."""

_HEADER = re.compile(r"(?:[&!]\S*\s+)*[|>][-+0-9]*")


def put_text(page: Page, edits: Edits, piece: Piece, text: str, indent: int, around: Piece | None = None) -> None:
    """Make a text say something else; ``indent`` is the column of its key or dash.

    ``around`` is the list or mapping in brackets that it stands in; raises ``OpenUpError`` where that grows too long.
    """
    if around is not None:
        new = _restyled(piece, text, flow=True)
        put_in_flow(page, edits, piece, new, around)
    elif piece.kind == "text" and piece.style in ("|", ">"):
        _put_block(page, edits, piece, text)
    elif piece.kind == "text" and page.line_of(piece.start) != page.line_of(max(piece.end - 1, piece.start)):
        _put_lines(page, edits, piece, text, indent)
    else:
        _put_line(page, edits, piece, text, indent)


def put_in_flow(page: Page, edits: Edits, piece: Piece, new: str, around: Piece) -> None:
    """Put something else in the place of a piece inside brackets, unless the line would grow too long."""
    length = len(page.line(page.line_of(piece.start)))
    if length <= LONGEST < length - len(page.raw(piece)) + len(new):
        raise OpenUpError(around)
    edits.put(piece.start, piece.end, new)


def _restyled(piece: Piece, text: str, *, flow: bool = False) -> str:
    if piece.kind == "text" and piece.style in ("'", '"'):
        return quoted(text, piece.style)
    return scalar(text, flow=flow)


def _put_line(page: Page, edits: Edits, piece: Piece, text: str, indent: int) -> None:
    new = _restyled(piece, text)
    length = page.column(piece.start) + len(new)
    old = len(page.line(page.line_of(piece.start)))
    end = page.line_end(piece.end)
    if length <= LONGEST or length <= old or not is_folded(text):
        edits.put(piece.start, piece.end, new)
        return
    edits.put(piece.start, piece.end, ">-")
    lines = (f"{' ' * (indent + STEP)}{line}" for line in wrapped(text, room(indent + STEP)))
    edits.put(end, end, "".join(f"{page.newline}{line}" for line in lines))


def _put_lines(page: Page, edits: Edits, piece: Piece, text: str, indent: int) -> None:
    """In the place of a plain or quoted text that runs over several lines."""
    first, last = page.line_of(piece.start), page.line_of(piece.end - 1)
    if piece.style or not is_plain(text) or not is_folded(text):
        _put_line(page, edits, piece, text, indent)
        return
    left = page.indent(first + 1)
    width = max(len(page.line(line)) for line in range(first, last + 1))
    lines = wrapped(text, max(width - left, 1), max(width - page.column(piece.start), 1))
    edits.put(piece.start, piece.end, f"{page.newline}{' ' * left}".join(lines))


def _put_block(page: Page, edits: Edits, piece: Piece, text: str) -> None:
    """In the place of a folded or literal text: its first line with the sign, and any comment there, stays."""
    first, end = page.line_of(piece.start) + 1, page.line_of(piece.end - 1) + 1
    content = [page.line(line) for line in range(first, end)]
    left = min((len(line) - len(line.lstrip(" ")) for line in content if line.strip()), default=0)
    longest = max(map(len, content), default=0)
    lines: list[str] | None = None
    if piece.style == ">" and is_folded(text):
        lines = list(wrapped(text, max(longest if len(content) > 1 else room(0), room(0) // 2) - left))
    elif piece.style == "|" and (is_literal(text) or is_folded(text)):
        lines = text.split("\n")
    if lines is None or not left:
        header = _HEADER.match(page.text, piece.start)
        edits.put(piece.start, piece.start + 2 if header is None else header.end(), quoted(text))
        edits.put(page.starts[first], page.starts[end], "")
    else:
        shown = (f"{' ' * left}{line}" if line else "" for line in lines)
        edits.put(page.starts[first], page.starts[end], "".join(f"{line}{page.newline}" for line in shown))
