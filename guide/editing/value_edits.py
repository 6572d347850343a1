"""Edits of single texts, lists and mappings.

A text keeps the style that its author chose where that can hold the new words; the rest changes key by key and item
by item.
"""

import re
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence

from guide.diff import Pairs, pair_items
from guide.editing.list_edits import Slot, chunks, flow_text, one_line, relist
from guide.editing.yaml_text import CannotError, Edits, OpenUpError, YamlSpan, YamlText
from guide.frozen import Value
from guide.problems import fold_case
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
        edits.put(page.starts[first], page.starts[end], "".join(f"{line}{page.newline}" for line in shown))


class ItemChanges(Value):
    """Which old items or entries are which new ones, and which of the old say what they are to say."""

    pairs: Pairs
    same: frozenset[int]

    def in_place(self, olds: int, news: int) -> bool:
        """Whether none came, went or moved."""
        return olds == news == len(self.pairs) and all(old == new for old, new in self.pairs.items())


Wanted = tuple[Shape, ItemChanges | None]
"""A shape and, where the model knows it, what became of the items of its list."""


def put_keys(
    page: YamlText,
    edits: Edits,
    piece: YamlSpan,
    wanted: "Mapping[str, Wanted | None]",
    order: Sequence[str],
    *,
    spaced: Callable[[str], bool] = lambda _: False,
) -> None:
    """Make a mapping have these values under these keys, or no such key for None; all other keys stay.

    New keys stand in ``order``, a blank line before those that are ``spaced``.
    """
    gone = [key for key, new in wanted.items() if new is None]
    if any(key.text in gone for key, _ in piece.entries):
        delete(page, edits, piece, gone)
    for key in sorted(wanted, key=order.index):
        new = wanted[key]
        found = next((entry for entry in piece.entries if entry[0].text == key), None)
        if new is None:
            continue
        if found is None:
            after = entry_before(piece, key, order, gone)
            _insert(page, edits, piece, KeyShape(key, new[0]), after, spaced=spaced(key))
        else:
            column = page.column(piece.start) if piece.flow else page.column_of(piece)
            put_value(page, edits, found, new, column, piece if piece.flow else None)


def put_value(
    page: YamlText, edits: Edits, entry: tuple[YamlSpan, YamlSpan], wanted: Wanted, column: int, around: YamlSpan | None
) -> None:
    """Make the value of one key say something else, by as little as can be; ``column`` is the key's."""
    piece = entry[1]
    shape, changed = wanted
    match shape:
        case str() if piece.kind == "text":
            put_text(page, edits, piece, shape, column, around)
        case ShortList() | Listing() if piece.kind == "list" and piece.items:
            _put_items(page, edits, piece, shape, changed or same_items(piece, shape))
        case ShortMapping() | Block() if piece.kind == "map" and piece.entries:
            _put_entries(page, edits, piece, shape, changed or same_entries(piece, shape))
        case _ if around is not None:
            put_in_flow(page, edits, piece, flow_text(shape), around)
        case _:
            _anew(page, edits, entry, shape, column)


def _anew(page: YamlText, edits: Edits, entry: tuple[YamlSpan, YamlSpan], shape: Shape, column: int) -> None:
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


def _insert(
    page: YamlText,
    edits: Edits,
    piece: YamlSpan,
    new: KeyShape,
    after: tuple[YamlSpan, YamlSpan] | None,
    *,
    spaced: bool,
) -> None:
    if piece.flow:
        text = flow_text(Block((new,)))[1:-1]
        length = len(page.line(page.line_of(piece.start)))
        if length <= LONGEST < length + len(text) + 2:
            raise OpenUpError(piece)
        at = piece.entries[0][0].start if after is None else after[1].end
        edits.put(at, at, f"{text}, " if after is None else f", {text}")
    else:
        put_lines(page, edits, piece, list(entry_lines(new, page.column_of(piece))), after, spaced=spaced)


def put_lines(
    page: YamlText,
    edits: Edits,
    piece: YamlSpan,
    lines: Sequence[str],
    after: tuple[YamlSpan, YamlSpan] | None,
    *,
    spaced: bool,
) -> None:
    """Put the lines of a new entry behind another entry of a block mapping, or first."""
    if after is None:
        column = page.column_of(piece)
        at = piece.entries[0][0].start
        edits.put(at, at, "".join(f"{line.removeprefix(' ' * column)}{page.newline}{' ' * column}" for line in lines))
        return
    chunk = chunks(page, piece)[piece.entries.index(after)]
    shown = ("", *lines) if spaced else lines
    edits.put(page.starts[chunk.end], page.starts[chunk.end], "".join(f"{line}{page.newline}" for line in shown))


def entry_before(
    piece: YamlSpan, key: str, order: Sequence[str], gone: Collection[str] = ()
) -> tuple[YamlSpan, YamlSpan] | None:
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


def _put_items(
    page: YamlText,
    edits: Edits,
    piece: YamlSpan,
    shape: ShortList | Listing,
    changed: ItemChanges,
) -> None:
    items = shape.items if isinstance(shape, Listing) else tuple(Item(text) for text in shape.texts)
    sources = {new: old for old, new in changed.pairs.items()}
    if piece.flow:
        texts = (
            one_line(page, piece.items[sources[place]]) if sources.get(place) in changed.same else flow_text(item.value)
            for place, item in enumerate(items)
        )
        _put_flow(page, edits, piece, f"[{', '.join(texts)}]")
        return
    dash = page.column_of(piece)
    differing = [place for place in range(len(items)) if sources.get(place) not in changed.same]
    if changed.in_place(len(piece.items), len(items)) and all(
        _can_put(piece.items[place], items[place].value) for place in differing
    ):
        for place in differing:
            _put_item(page, edits, piece.items[place], items[place].value, dash)
        return
    new = (None if sources.get(place) in changed.same else item for place, item in enumerate(items))
    lines = (None if item is None else tuple(item_lines(item, dash)) for item in new)
    relist(page, piece, [Slot(sources.get(place), text) for place, text in enumerate(lines)], edits)


def _put_entries(
    page: YamlText,
    edits: Edits,
    piece: YamlSpan,
    shape: ShortMapping | Block,
    changed: ItemChanges,
) -> None:
    entries = _entries(shape)
    sources = {new: old for old, new in changed.pairs.items()}
    if piece.flow:
        texts = (
            ": ".join(one_line(page, part) for part in piece.entries[sources[place]])
            if sources.get(place) in changed.same
            else flow_text(Block((entry,)))[1:-1]
            for place, entry in enumerate(entries)
        )
        _put_flow(page, edits, piece, f"{{{', '.join(texts)}}}")
        return
    column = page.column_of(piece)
    if changed.in_place(len(piece.entries), len(entries)):
        for place, entry in enumerate(entries):
            if place not in changed.same and piece.entries[place][0].text.strip() == entry.key:
                put_value(page, edits, piece.entries[place], (entry.value, None), column, None)
            elif place not in changed.same:
                raise CannotError
        return
    new = (None if sources.get(place) in changed.same else entry for place, entry in enumerate(entries))
    lines = (None if entry is None else tuple(entry_lines(entry, column)) for entry in new)
    relist(page, piece, [Slot(sources.get(place), text) for place, text in enumerate(lines)], edits)


def _put_flow(page: YamlText, edits: Edits, piece: YamlSpan, new: str) -> None:
    if any(True for _ in page.comments(piece)):
        raise OpenUpError(piece)
    put_in_flow(page, edits, piece, new, piece)


def _can_put(piece: YamlSpan, shape: Shape) -> bool:
    return (
        piece.kind == "text"
        if isinstance(shape, str)
        else piece.kind == "map" and isinstance(shape, ShortMapping | Block)
    )


def _put_item(page: YamlText, edits: Edits, piece: YamlSpan, shape: Shape, dash: int) -> None:
    if isinstance(shape, str):
        put_text(page, edits, piece, shape, dash)
    elif isinstance(shape, ShortMapping | Block):
        new = {entry.key: entry.value for entry in _entries(shape)}
        order = [*new, *(key.text for key, _ in piece.entries if key.text not in new)]
        wanted: dict[str, Wanted | None] = {key: (value, None) for key, value in new.items()}
        wanted |= {key: None for key in order if key not in new}
        for key, value in piece.entries:
            if key.text in new and normal(value) == normal_of(new[key.text]):
                del wanted[key.text]
        put_keys(page, edits, piece, wanted, order)


def _entries(shape: ShortMapping | Block) -> tuple[KeyShape, ...]:
    return shape.entries if isinstance(shape, Block) else tuple(KeyShape(key, text) for key, text in shape.texts)


def same_items(
    piece: YamlSpan, shape: ShortList | Listing, key: Callable[[object], Hashable] = lambda one: one
) -> ItemChanges:
    """Which items of a list are which of the shape's, by what they say or what ``key`` makes of that."""
    items = shape.texts if isinstance(shape, ShortList) else tuple(normal_of(item.value) for item in shape.items)
    pairs = pair_items([normal(item) for item in piece.items], items, lambda one: one, key)
    return ItemChanges(pairs, frozenset(pairs))


def same_entries(piece: YamlSpan, shape: ShortMapping | Block) -> ItemChanges:
    """Which entries of a mapping are which of the shape's, by their keys, and which of them say the same."""
    entries = _entries(shape)
    pairs = pair_items(
        [key.text for key, _ in piece.entries], [e.key for e in entries], str, lambda k: fold_case(k.strip())
    )
    same = (o for o, n in pairs.items() if normal(piece.entries[o][1]) == normal_of(entries[n].value))
    return ItemChanges(pairs, frozenset(same))


def normal(piece: YamlSpan) -> Hashable:
    """What a piece says, however it is written."""
    match piece.kind:
        case "text":
            return piece.text.strip()
        case "list":
            return tuple(normal(item) for item in piece.items)
        case "map":
            return frozenset((key.text.strip(), normal(value)) for key, value in piece.entries)
        case _:
            return id(piece)


def normal_of(shape: Shape) -> Hashable:
    """The same for a shape."""
    match shape:
        case str():
            return shape
        case ShortList(texts=texts):
            return texts
        case Listing(items=items):
            return tuple(normal_of(item.value) for item in items)
        case _:
            return frozenset((entry.key, normal_of(entry.value)) for entry in _entries(shape))
