"""Edits of single texts, lists and mappings.

A text keeps the style that its author chose where that can hold the new words; the rest changes key by key and item
by item.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from guide.editing.list_edits import chunks, flow_text, one_line, relist
from guide.editing.yaml_text import CannotError, Edits, OpenUpError, YamlSpan, YamlText
from guide.frozen import Value
from guide.yaml_shapes import (
    STEP,
    Block,
    Item,
    KeyShape,
    Listing,
    Shape,
    ShortList,
    ShortMapping,
    entry_lines,
    is_folded,
    is_literal,
    is_plain,
    item_lines,
    quote,
    room,
    scalar,
    wrap_text,
)

LONGEST = 120
"""Columns beyond which a line is not made longer, where its text can be folded."""

Entry = tuple[YamlSpan, YamlSpan]
"""A key of a mapping, and its value."""

_HEADER = re.compile(r"(?:[&!]\S*\s+)*[|>][-+0-9]*")


def put_text(
    page: YamlText, edits: Edits, piece: YamlSpan, text: str, indent: int, around: YamlSpan | None = None
) -> None:
    """Make a text say something else; ``indent`` is the column of its key or dash.

    ``around`` is the list or mapping in brackets that it stands in; raises ``OpenUpError`` where that grows too long.
    """
    if around is not None:
        new = _in_style(piece, text, flow=True)
        put_in_flow(page, edits, piece, new, around)
    elif piece.kind == "text" and piece.style in ("|", ">"):
        _put_block(page, edits, piece, text)
    elif piece.kind == "text" and page.line_of(piece.start) != page.line_of(max(piece.end - 1, piece.start)):
        _put_lines(page, edits, piece, text, indent)
    else:
        _put_line(page, edits, piece, text, indent)


def put_in_flow(page: YamlText, edits: Edits, piece: YamlSpan, new: str, around: YamlSpan) -> None:
    """Put something else in the place of a piece inside brackets, unless the line would grow too long."""
    length = len(page.line(page.line_of(piece.start)))
    if length <= LONGEST < length - len(page.raw(piece)) + len(new):
        raise OpenUpError(around)
    edits.put(piece.start, piece.end, new)


def _in_style(piece: YamlSpan, text: str, *, flow: bool = False) -> str:
    if piece.kind == "text" and piece.style in ("'", '"'):
        return quote(text, piece.style)
    return scalar(text, flow=flow)


def _put_line(page: YamlText, edits: Edits, piece: YamlSpan, text: str, indent: int) -> None:
    new = _in_style(piece, text)
    length = page.column(piece.start) + len(new)
    old = len(page.line(page.line_of(piece.start)))
    end = page.line_end(piece.end)
    if length <= LONGEST or length <= old or not is_folded(text):
        edits.put(piece.start, piece.end, new)
        return
    edits.put(piece.start, piece.end, ">-")
    lines = (f"{' ' * (indent + STEP)}{line}" for line in wrap_text(text, room(indent + STEP)))
    edits.put(end, end, "".join(f"{page.newline}{line}" for line in lines))


def _put_lines(page: YamlText, edits: Edits, piece: YamlSpan, text: str, indent: int) -> None:
    """In the place of a plain or quoted text that runs over several lines."""
    first, last = page.line_of(piece.start), page.line_of(piece.end - 1)
    if piece.style or not is_plain(text) or not is_folded(text):
        _put_line(page, edits, piece, text, indent)
        return
    left = page.indent(first + 1)
    width = max(len(page.line(line)) for line in range(first, last + 1))
    lines = wrap_text(text, max(width - left, 1), max(width - page.column(piece.start), 1))
    edits.put(piece.start, piece.end, f"{page.newline}{' ' * left}".join(lines))


def _put_block(page: YamlText, edits: Edits, piece: YamlSpan, text: str) -> None:
    """In the place of a folded or literal text: its first line with the sign, and any comment there, stays."""
    first, end = page.line_of(piece.start) + 1, page.line_of(piece.end - 1) + 1
    content = [page.line(line) for line in range(first, end)]
    left = min((len(line) - len(line.lstrip(" ")) for line in content if line.strip()), default=0)
    longest = max(map(len, content), default=0)
    lines: list[str] | None = None
    if piece.style == ">" and is_folded(text):
        lines = list(wrap_text(text, max(longest if len(content) > 1 else room(0), room(0) // 2) - left))
    elif piece.style == "|" and (is_literal(text) or is_folded(text)):
        lines = text.split("\n")
    if lines is None or not left:
        header = _HEADER.match(page.text, piece.start)
        edits.put(piece.start, piece.start + 2 if header is None else header.end(), quote(text))
        edits.put(page.starts[first], page.starts[end], "")
    else:
        shown = (f"{' ' * left}{line}" if line else "" for line in lines)
        edits.put(page.starts[first], page.starts[end], page.as_lines(shown))


class Wanted(Value):
    """What a key is to say; of a list or mapping also what is in it: ``old`` as it stands there, and ``new``."""

    shape: Shape
    old: tuple[object, ...] = ()
    new: tuple[object, ...] = ()


def put_keys(
    page: YamlText,
    edits: Edits,
    piece: YamlSpan,
    wanted: Mapping[str, Wanted | None],
    order: Sequence[str],
) -> None:
    """Make a mapping have these values under these keys, or no such key for None; all other keys stay.

    New keys stand in ``order``.
    """
    gone = [key for key, new in wanted.items() if new is None]
    if any(key.text in gone for key, _ in piece.entries):
        delete(page, edits, piece, gone)
    for key in sorted(wanted, key=order.index):
        new = wanted[key]
        found = next((entry for entry in piece.entries if entry[0].text == key), None)
        if found is not None and new is not None:
            column = page.column(piece.start) if piece.flow else page.column_of(piece)
            _put_value(page, edits, found, new, column, piece if piece.flow else None)
        elif new is not None:
            _insert(page, edits, piece, KeyShape(key, new.shape), entry_before(piece, key, order, gone))


def _put_value(
    page: YamlText, edits: Edits, entry: Entry, wanted: Wanted, column: int, around: YamlSpan | None
) -> None:
    """Make the value of one key say something else, by as little as can be; ``column`` is the key's."""
    piece, shape = entry[1], wanted.shape
    if isinstance(shape, str) and piece.kind == "text":
        put_text(page, edits, piece, shape, column, around)
    elif (
        piece.parts
        and len(wanted.old) == len(piece.items or piece.entries)
        and isinstance(shape, ShortList | Listing if piece.kind == "list" else ShortMapping | Block)
    ):
        _put_parts(page, edits, piece, wanted)
    elif around is not None:
        put_in_flow(page, edits, piece, flow_text(shape), around)
    else:
        _put_anew(page, edits, entry, shape, column)


def _put_anew(page: YamlText, edits: Edits, entry: Entry, shape: Shape, column: int) -> None:
    """The value of a key written as if it were new; a comment behind it stays on the key's line."""
    key, piece = entry
    if any(True for _ in page.comments(piece)):
        raise OpenUpError(piece) if piece.flow else CannotError
    first, *rest = entry_lines(KeyShape("k", shape), column)
    start = page.text.index(":", key.end) + 1
    if not rest:
        edits.put(start, piece.end, first[column + 2 :])
        return
    end = page.line_end(max(piece.end - 1, start))
    edits.put(start, end, page.newline.join((f"{first[column + 2 :]}{page.tail(piece).rstrip()}", *rest)))


def _insert(page: YamlText, edits: Edits, piece: YamlSpan, new: KeyShape, after: Entry | None) -> None:
    if piece.flow:
        text = flow_text(Block((new,)))[1:-1]
        length = len(page.line(page.line_of(piece.start)))
        if length <= LONGEST < length + len(text) + 2:
            raise OpenUpError(piece)
        at = piece.entries[0][0].start if after is None else after[1].end
        edits.put(at, at, f"{text}, " if after is None else f", {text}")
    else:
        put_lines(page, edits, piece, list(entry_lines(new, page.column_of(piece))), after)


def put_lines(page: YamlText, edits: Edits, piece: YamlSpan, lines: Sequence[str], after: Entry | None) -> None:
    """Put the lines of a new entry behind another entry of a block mapping, or first."""
    if after is None:
        column = page.column_of(piece)
        at = piece.entries[0][0].start
        edits.put(at, at, "".join(f"{line.removeprefix(' ' * column)}{page.newline}{' ' * column}" for line in lines))
        return
    end = page.starts[chunks(page, piece)[piece.entries.index(after)].end]
    edits.put(end, end, page.as_lines(lines))


def entry_before(piece: YamlSpan, key: str, order: Sequence[str], gone: Collection[str] = ()) -> Entry | None:
    """The last entry of a mapping, by the order of keys, that a new key is to stand behind; None: it comes first."""
    known = [entry for entry in piece.entries if entry[0].text in order and entry[0].text not in gone]
    before = (entry for entry in known if order.index(entry[0].text) < order.index(key))
    return max(before, key=lambda entry: order.index(entry[0].text), default=None)


def delete(page: YamlText, edits: Edits, piece: YamlSpan, gone: Collection[str], left: str = "") -> None:
    """Take entries out of a mapping, with the comments right above them; ``left`` is what stays in their place."""
    places = [place for place, (key, _) in enumerate(piece.entries) if key.text in gone]
    if len(places) == len(piece.entries):
        raise CannotError
    found = () if piece.flow else chunks(page, piece)
    if places and places[0] == 0 and (piece.flow or found[0].inline):
        first = next(place for place in range(len(piece.entries)) if place not in places)
        _delete_first(page, edits, piece, first)
        places = [place for place in places if place > first]
    for place in places:
        if piece.flow:
            start, end = piece.entries[place - 1][1].end, piece.entries[place][1].end
            if any(True for _ in page.comments_between(start, piece.entries[place][0].start)):
                raise OpenUpError(piece)
            edits.put(start, end, "")
            continue
        above, end = found[place].above, found[place].end
        apart = above > 0 and not page.line(above - 1).strip()
        if apart and end == page.count:
            above -= 1
        elif apart and not page.line(end).strip():
            end += 1
        edits.put(page.starts[above], page.starts[end], left)


def _delete_first(page: YamlText, edits: Edits, piece: YamlSpan, first: int) -> None:
    """Take out the entries before ``first``, which then stands behind the dash or bracket; its comments go above."""
    start, end = piece.entries[0][0].start, piece.entries[first][0].start
    line = page.starts[page.line_of(start)]
    tail = page.line_end(max(piece.entries[first - 1][1].end - 1, start))
    comments = [comment for index, comment in page.comments_between(tail, end) if index > tail]
    if comments and piece.flow:
        raise OpenUpError(piece)
    indent = " " * page.indent(page.line_of(start))
    edits.put(line, line, "".join(f"{indent}{comment}{page.newline}" for comment in comments))
    edits.put(start, end, "")


def _put_parts(page: YamlText, edits: Edits, piece: YamlSpan, wanted: Wanted) -> None:
    """Make a list or mapping hold other items or entries; what it holds already stays as it is written."""
    parts = _parts(wanted.shape)
    old = [(item,) for item in piece.items] or piece.entries
    free = list(range(len(old)))
    sources: list[int | None] = []
    for value in wanted.new:
        source = next((place for place in free if wanted.old[place] == value), None)
        sources.append(source)
        if source is not None:
            free.remove(source)
    if piece.flow:
        if any(True for _ in page.comments(piece)):
            raise OpenUpError(piece)
        texts = (
            _flow_part(part) if source is None else ": ".join(one_line(page, one) for one in old[source])
            for part, source in zip(parts, sources, strict=True)
        )
        put_in_flow(page, edits, piece, ", ".join(texts).join("[]" if piece.items else "{}"), piece)
        return
    column = page.column_of(piece)
    names = [part.key for part in parts if isinstance(part, KeyShape)]
    if names and names == [key.text.strip() for key, _ in piece.entries]:
        for place in free:
            _put_value(page, edits, piece.entries[place], Wanted(parts[place].value), column, None)
        return
    lines = (tuple(item_lines(part, column) if isinstance(part, Item) else entry_lines(part, column)) for part in parts)
    slots = [new if source is None else source for source, new in zip(sources, lines, strict=True)]
    relist(page, piece, slots, edits)


def _parts(shape: Shape) -> Sequence[Item | KeyShape]:
    """The items of a list, the entries of a mapping."""
    match shape:
        case ShortList(texts=texts):
            return [Item(text) for text in texts]
        case Listing(items=items):
            return items
        case ShortMapping(texts=pairs):
            return [KeyShape(key, text) for key, text in pairs]
        case Block(entries=entries):
            return entries
        case _:
            raise CannotError


def _flow_part(part: Item | KeyShape) -> str:
    """An item or an entry as it stands in brackets."""
    return flow_text(part.value) if isinstance(part, Item) else flow_text(Block((part,)))[1:-1]
