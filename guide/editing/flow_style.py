"""Lists and mappings in brackets.

Where a change does not fit between them, block style takes their place.
"""

import re
from collections.abc import Collection, Iterator

from guide.editing.yaml_text import CannotError, Edits, YamlSpan, YamlText
from guide.yaml_shapes import STEP, Block, Listing, Shape, ShortList, ShortMapping, scalar

_BREAK = re.compile(r"[\r\n]")


def flow_text(shape: Shape) -> str:
    """A shape on one line, as it may stand inside brackets."""
    match shape:
        case str():
            return scalar(shape, flow=True)
        case ShortList(texts=texts):
            return f"[{', '.join(scalar(text, flow=True) for text in texts)}]"
        case ShortMapping(texts=pairs):
            return _in_braces((key, flow_text(text)) for key, text in pairs)
        case Block(entries=entries):
            return _in_braces((entry.key, flow_text(entry.value)) for entry in entries)
        case Listing(items=items):
            return f"[{', '.join(flow_text(item.value) for item in items)}]"


def _in_braces(pairs: Iterator[tuple[str, str]]) -> str:
    return f"{{{', '.join(f'{scalar(key, flow=True)}: {value}' for key, value in pairs)}}}"


def one_line(page: YamlText, piece: YamlSpan) -> str:
    """A piece as it is written where that is one line, else written anew on one."""
    raw = page.raw(piece)
    if not _BREAK.search(raw):
        return raw
    if piece.anchor is not None or piece.kind == "alias" or not (piece.flow or piece.kind == "text"):
        raise CannotError
    match piece.kind:
        case "text":
            return scalar(piece.text.strip(), flow=True)
        case "list":
            return f"[{', '.join(one_line(page, item) for item in piece.items)}]"
        case _:
            return f"{{{', '.join(f'{one_line(page, key)}: {one_line(page, value)}' for key, value in piece.entries)}}}"


def block_lines(page: YamlText, piece: YamlSpan, column: int, opened: Collection[int] = ()) -> list[str]:
    """The lines of a list or mapping in brackets as block style at this column, comments kept beside what they follow.

    Of its pieces those become blocks too whose ``id()`` is among ``opened``; all others stay as they are written.
    """
    if not piece.flow or piece.anchor is not None or not piece.parts:
        raise CannotError
    lines: list[str] = []
    last = piece.start + 1
    for first, value in [(item, item) for item in piece.items] or piece.entries:
        _comments(page, last, first.start, lines, column)
        inner = [] if first is value else list(page.comments_between(first.end, value.start))
        if id(value) not in opened:
            inner += page.comments(value)
        lines += [f"{' ' * column}{comment}" for _, comment in inner]
        lines += _unit(page, first, value, column, opened)
        last = value.end
    _comments(page, last, piece.end, lines, column + STEP)
    return lines


def _unit(page: YamlText, first: YamlSpan, value: YamlSpan, column: int, opened: Collection[int]) -> list[str]:
    """One item, or one key with its value."""
    start = f"{' ' * column}-" if first is value else f"{' ' * column}{one_line(page, first)}:"
    if id(value) not in opened:
        return [f"{start} {one_line(page, value)}"]
    lines = block_lines(page, value, column + STEP, opened)
    if first is not value:
        return [start, *lines]
    if lines[0].lstrip().startswith("#"):
        raise CannotError
    return [f"{start} {lines[0][column + STEP :]}", *lines[1:]]


def _comments(page: YamlText, start: int, end: int, lines: list[str], column: int) -> None:
    """Put the comments of a stretch behind the line before it, or on lines of their own."""
    for index, comment in page.comments_between(start, end):
        if lines and page.line_of(index) == page.line_of(start):
            lines[-1] += f"  {comment}"
        else:
            lines.append(f"{' ' * column}{comment}")


def open_up(page: YamlText, wanted: Collection[YamlSpan], edits: Edits) -> None:
    """Make blocks of these lists and mappings, and of what is in brackets around them."""
    around: set[int] = set()
    _around(page.root, {id(piece) for piece in wanted}, around)
    _open_up(page, page.root, None, around, edits)


def _around(piece: YamlSpan, wanted: Collection[int], found: set[int]) -> bool:
    """Note the pieces in which a wanted one is, and whether this is such a piece."""
    inside = [_around(part, wanted, found) for part in piece.parts]
    if id(piece) in wanted or any(inside):
        found.add(id(piece))
    return id(piece) in found


def _open_up(page: YamlText, piece: YamlSpan, key: YamlSpan | None, around: Collection[int], edits: Edits) -> None:
    if id(piece) not in around:
        return
    if not piece.flow:
        for name, value in piece.entries:
            _open_up(page, value, name, around, edits)
        for item in piece.items:
            _open_up(page, item, None, around, edits)
        return
    tail = page.tail(piece).rstrip()
    end = page.line_end(piece.end - 1)
    if page.text[piece.end : end].strip() and not tail:
        raise CannotError
    if key is not None:
        start = page.text.index(":", key.end) + 1
        lines = block_lines(page, piece, page.column(key.start) + STEP, around)
        edits.put(start, end, page.newline.join((tail, *lines)))
    else:
        lines = block_lines(page, piece, page.column(piece.start), around)
        edits.put(piece.start, end, page.newline.join((f"{lines[0].lstrip(' ')}{tail}", *lines[1:])))
