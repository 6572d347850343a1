"""Edits of lists: in blocks and in brackets.

Each item takes its own lines and the comments right above along.

What stands between blank lines belongs to no item and stays where it is.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from guide.diff import longest_run
from guide.editing.yaml_text import CannotError, Edits, YamlSpan, YamlText
from guide.frozen import Value
from guide.yaml_shapes import STEP, Block, Listing, Shape, ShortList, ShortMapping, scalar

# Lists and mappings in brackets; where a change does not fit between them, block style takes their place.

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


def open_outermost(page: YamlText, wanted: YamlSpan) -> YamlText:
    """The text in which the outermost list or mapping in brackets around a piece is a block, and what is in it not.

    Comments stand beside what they follow; those inside an item or a value above it.
    """
    key, piece = None, page.root
    while not piece.flow:
        parts = [(None, item) for item in piece.items] or piece.entries
        key, piece = next((key, part) for key, part in parts if part.start <= wanted.start and wanted.end <= part.end)
    tail = page.tail(piece).rstrip()
    end = page.line_end(piece.end - 1)
    if (page.text[piece.end : end].strip() and not tail) or piece.anchor is not None or not piece.parts:
        raise CannotError
    edits = Edits()
    if key is not None:
        lines = [tail, *_block_lines(page, piece, page.column(key.start) + STEP)]
        edits.put(page.text.index(":", key.end) + 1, end, page.newline.join(lines))
    else:
        first, *rest = _block_lines(page, piece, page.column(piece.start))
        edits.put(piece.start, end, page.newline.join((f"{first.lstrip(' ')}{tail}", *rest)))
    return YamlText(edits.apply_to(page.text))


def _block_lines(page: YamlText, piece: YamlSpan, column: int) -> list[str]:
    """The lines of a list or mapping in brackets as block style at this column."""
    lines: list[str] = []
    last = piece.start + 1
    for key, value in [(None, item) for item in piece.items] or piece.entries:
        first = value if key is None else key
        _comments(page, last, first.start, lines, column)
        inner = (*page.comments_between(first.end, value.start), *page.comments(value))
        lines += [f"{' ' * column}{comment}" for _, comment in inner]
        lines.append(f"{' ' * column}{'-' if key is None else f'{one_line(page, key)}:'} {one_line(page, value)}")
        last = value.end
    _comments(page, last, piece.end, lines, column + STEP)
    return lines


def _comments(page: YamlText, start: int, end: int, lines: list[str], column: int) -> None:
    """Put the comments of a stretch behind the line before it, or on lines of their own."""
    for index, comment in page.comments_between(start, end):
        if lines and page.line_of(index) == page.line_of(start):
            lines[-1] += f"  {comment}"
        else:
            lines.append(f"{' ' * column}{comment}")


# Block lists: items moved, added, removed.

_BLANK_END = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))+\Z")


class Chunk(Value):
    """The lines of one item or entry: its comments from ``above``, itself from ``head`` to before ``end``.

    ``inline`` is an entry that stands behind the dash of the mapping that it begins.
    """

    above: int
    head: int
    end: int
    inline: bool = False


Slot = int | Sequence[str]
"""What is to stand at one place of a list: an item of the text by its place, or new lines."""


def chunks(page: YamlText, piece: YamlSpan) -> tuple[Chunk, ...]:
    """The lines of each item of a block list, or of each entry of a block mapping."""
    if piece.flow or not piece.parts:
        raise CannotError
    column = page.column_of(piece)
    starts = [item.start for item in piece.items] or [key.start for key, _ in piece.entries]
    ends = [item.end for item in piece.items] or [value.end for _, value in piece.entries]
    found: list[Chunk] = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        head = _head(page, start, column, dashed=piece.kind == "list")
        inline = bool(page.text[page.starts[head] : start].strip(" ")) and piece.kind == "map"
        if inline and number:
            raise CannotError
        above = head
        while not inline and page.is_comment(above - 1) and (not found or above > found[-1].end):
            above -= 1
        last = page.line_of(max(end - 1, start)) + 1
        while page.is_comment(last) and page.indent(last) > column:
            last += 1
        found.append(Chunk(above, head, last, inline))
    return tuple(found)


def _head(page: YamlText, start: int, column: int, *, dashed: bool) -> int:
    """The line on which an item or entry begins."""
    line = page.line_of(start)
    if not dashed:
        return line
    while True:
        text = page.line(line)
        if text[column : column + 1] == "-" and not text[:column].strip(" "):
            return line
        if line == 0 or (line != page.line_of(start) and text.strip(" ")[:1] not in ("", "#")):
            raise CannotError
        line -= 1


def shift_chunk(page: YamlText, chunk: Chunk, by: int) -> tuple[str, ...]:
    """The lines of a chunk, without their breaks, moved to the right or, where there is room, to the left."""
    lines = [page.line(number) for number in range(chunk.above, chunk.end)]
    return tuple(shift(lines, by))


def shift(lines: Iterable[str], by: int) -> list[str]:
    """Lines further to the right by so many columns, or to the left; blank ones stay."""
    if by >= 0:
        return [f"{' ' * by}{line}" if line.strip() else line for line in lines]
    return [line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines]


def is_spaced(page: YamlText, pieces: Iterable[YamlSpan]) -> bool:
    """Whether the items of these block lists have blank lines between them, more often than not."""
    gaps = [gap for piece in pieces if not piece.flow and piece.parts for gap in _gaps(page, chunks(page, piece))[1:]]
    return 2 * sum(1 for gap in gaps if gap.strip(" ")) > len(gaps)


def are_apart(page: YamlText, piece: YamlSpan, keys: Collection[str]) -> bool:
    """Whether at least half of such keys of a block mapping have a blank line above them."""
    gaps = zip(piece.entries, _gaps(page, chunks(page, piece)), strict=True)
    known = [gap for (key, _), gap in gaps if key.text in keys and key is not piece.entries[0][0]]
    return 0 < len(known) <= 2 * sum(1 for gap in known if gap)


def _gaps(page: YamlText, found: Sequence[Chunk]) -> list[str]:
    """What stands before each chunk and belongs to none; nothing is said to stand before the first."""
    return ["", *(page.lines(one.end, two.above) for one, two in pairwise(found))]


def relist(page: YamlText, piece: YamlSpan, slots: Sequence[Slot], edits: Edits, *, spaced: bool | None = None) -> None:
    """Make a block list or mapping hold these, in this order; ``spaced``: a blank line before what is put between."""
    if list(slots) == list(range(len(piece.items or piece.entries))):
        return
    found = chunks(page, piece)
    if found[0].inline or not slots:
        raise CannotError
    gaps = _gaps(page, found)
    if spaced is None:
        spaced = is_spaced(page, (piece,))
    order = [slot for slot in slots if isinstance(slot, int)]
    resting = {order[place] for place in longest_run(order)}
    between = page.newline if spaced else ""
    done, waiting = list[str](), list[str]()
    last = -1
    for slot in slots:
        lines = page.lines(found[slot].above, found[slot].end) if isinstance(slot, int) else page.as_lines(slot)
        if not isinstance(slot, int) or slot not in resting:
            waiting.append(lines)
            continue
        passed = gaps[last + 1 : slot + 1]
        gap = passed[0] if len(passed) == 1 else _loose(passed) or (passed[-1] if last >= 0 else "")
        done += [text for new in waiting for text in ((new, between) if last < 0 else (between, new))]
        done += (gap, lines)
        waiting, last = [], slot
    for number, new in enumerate(waiting):
        done += (between if number or last >= 0 else "", new)
    done.append(_at_end(page, gaps[last + 1 :], found[-1].end))
    edits.put(page.starts[found[0].above], page.starts[found[-1].end], "".join(done))


def _loose(gaps: Sequence[str]) -> str:
    """The comments that belonged to no item, where items between them are gone."""
    return "".join(gap for gap in gaps if "#" in gap)


def loose(page: YamlText, piece: YamlSpan) -> str:
    """The lines between the items of a block list that hold comments and belong to none."""
    if piece.flow:
        return ""
    found = chunks(page, piece)
    return _at_end(page, _gaps(page, found), found[-1].end)


def _at_end(page: YamlText, gaps: Sequence[str], end: int) -> str:
    """The same at the end of a list, with one blank line where something follows closely."""
    follows = end < page.count and page.line(end).strip()
    return _BLANK_END.sub(page.newline * (2 if follows else 1), _loose(gaps))


def make_empty(page: YamlText, key: YamlSpan, piece: YamlSpan, edits: Edits) -> None:
    """Make a block list an empty one."""
    found = chunks(page, piece)
    colon = page.text.index(":", key.end) + 1
    edits.put(colon, colon, " []")
    edits.put(page.starts[found[0].above], page.starts[found[-1].end], loose(page, piece))
