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

# Lists and mappings in brackets.
#
# Where a change does not fit between them, block style takes their place.

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


# Edits of block lists: items moved, added, removed.
#
# Each item takes its own lines and the comments right above along.
#
# What stands between blank lines belongs to no item and stays where it is.

_BLANK_END = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))+\Z")


class Chunk(Value):
    """The lines of one item or entry: its comments from ``above``, itself from ``head`` to before ``end``.

    ``inline`` is an entry that stands behind the dash of the mapping that it begins.
    """

    above: int
    head: int
    end: int
    inline: bool = False


class Slot(Value):
    """What is to stand at one place of a list: an item of the text by its place, new lines, or both.

    Where there are both, the item's comments stay and its lines are new ones.
    """

    source: int | None = None
    lines: tuple[str, ...] | None = None


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
    if all(slot == Slot(number) for number, slot in enumerate(slots)) and len(slots) == (
        len(piece.items) or len(piece.entries)
    ):
        return
    found = chunks(page, piece)
    if found[0].inline or not slots:
        raise CannotError
    gaps = _gaps(page, found)
    if spaced is None:
        spaced = is_spaced(page, (piece,))
    order = [slot.source for slot in slots if slot.source is not None]
    resting = {order[place] for place in longest_run(order)}
    between = page.newline if spaced else ""
    done, waiting = list[str](), list[str]()
    last = -1
    for slot in slots:
        lines = _slot_lines(page, piece, found, slot)
        if slot.source not in resting or slot.source is None:
            waiting.append(lines)
            continue
        passed = gaps[last + 1 : slot.source + 1]
        gap = passed[0] if len(passed) == 1 else _loose(passed) or (passed[-1] if last >= 0 else "")
        done += [text for new in waiting for text in ((new, between) if last < 0 else (between, new))]
        done += (gap, lines)
        waiting, last = [], slot.source
    for number, new in enumerate(waiting):
        done += (between if number or last >= 0 else "", new)
    done.append(_at_end(page, gaps[last + 1 :], found[-1].end))
    edits.put(page.starts[found[0].above], page.starts[found[-1].end], "".join(done))


def _loose(gaps: Sequence[str]) -> str:
    """The comments that belonged to no item, where items between them are gone."""
    return "".join(gap for gap in gaps if "#" in gap)


def _slot_lines(page: YamlText, piece: YamlSpan, found: Sequence[Chunk], slot: Slot) -> str:
    if slot.source is None:
        return "".join(f"{line}{page.newline}" for line in slot.lines or ())
    chunk = found[slot.source]
    if slot.lines is None:
        return page.lines(chunk.above, chunk.end)
    whole = piece.items[slot.source] if piece.items else piece.entries[slot.source][1]
    first, *rest = slot.lines
    lines = (f"{first}{page.tail(whole).rstrip()}", *rest)
    return page.lines(chunk.above, chunk.head) + "".join(f"{line}{page.newline}" for line in lines)


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
