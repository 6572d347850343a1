"""The shapes that a guide's parts have in YAML, and the lines in which a person would write them."""

from collections.abc import Callable, Iterator

from guide.values import Value
from guide.writing.scalars import WIDTH, is_folded, is_literal, is_plain, scalar, wrapped

STEP = 2
"""Columns by which what belongs to a line is indented below it."""

_LEAST_WIDTH = 40
_LONGEST_KEY = 900  # libyaml takes a longer text for a key only behind a question mark


class Words(Value):
    """A list of short texts, ``[A1, B2]`` on one line where there is room."""

    texts: tuple[str, ...]


class Row(Value):
    """A mapping of short texts, ``{id: a, point: b}`` on one line where all of them can stand there plain."""

    texts: tuple[tuple[str, str | Words], ...]


class Entry(Value):
    """One ``key: value``; ``place`` names what it is, for the remarks above it."""

    key: str
    value: "Shape"
    place: str = ""


class Block(Value):
    """A mapping with one entry a line."""

    entries: tuple[Entry, ...]


class Item(Value):
    """One item of a list; ``place`` names what it is, for the remarks above it."""

    value: "Shape"
    place: str = ""


class Listing(Value):
    """A list with one item a line."""

    items: tuple[Item, ...]


Shape = str | Words | Row | Block | Listing
Remark = Callable[[str], tuple[str, ...]]


def no_remark(_: str) -> tuple[str, ...]:
    """Nothing to say about any place."""
    return ()


def entry_lines(entry: Entry, indent: int, remark: Remark = no_remark) -> Iterator[str]:
    """The lines of ``key: value`` at this indentation, its remarks first."""
    yield from comment_lines(remark(entry.place), indent)
    key = scalar(entry.key)
    if len(key) > _LONGEST_KEY:
        yield f"{' ' * indent}? {key}"
        key = ""
    yield from _value_lines(f"{' ' * indent}{key}:", entry.value, indent, remark)


def item_lines(item: Item, indent: int, remark: Remark = no_remark) -> Iterator[str]:
    """The lines of a list's item with its dash at this indentation, its remarks first."""
    yield from comment_lines(remark(item.place), indent)
    head = f"{' ' * indent}-"
    if isinstance(item.value, Row) and (line := _row_line(head, item.value)) is not None:
        yield line
    elif isinstance(item.value, Row | Block):
        for number, line in enumerate(_entries_of(item.value, indent + STEP, remark)):
            yield line if number else f"{head} {line[indent + STEP :]}"
    else:
        yield from _value_lines(head, item.value, indent, remark)


def comment_lines(remarks: tuple[str, ...], indent: int) -> Iterator[str]:
    """Remarks as comments, none of which can be taken for anything else."""
    for remark in remarks:
        for line in remark.splitlines() or ("",):
            shown = "".join(sign if sign.isprintable() or sign == "\xa0" else _shown(sign) for sign in line).rstrip()
            yield f"{' ' * indent}{shown if shown.startswith('#') else f'# {shown}'.rstrip()}"


def text_lines(head: str, text: str, indent: int) -> Iterator[str]:
    """A text behind its key or dash, on one line, folded below, or line by line as it is."""
    line = f"{head} {scalar(text)}"
    if len(line) > WIDTH and is_folded(text) and " " in text:
        yield f"{head} >-"
        yield from (f"{' ' * (indent + STEP)}{part}" for part in wrapped(text, room(indent + STEP)))
    elif is_literal(text):
        yield f"{head} |-"
        yield from (f"{' ' * (indent + STEP)}{part}" if part else "" for part in text.split("\n"))
    else:
        yield line


def words_line(head: str, words: Words) -> str:
    """The list behind its key, on one line."""
    return f"{head} [{', '.join(scalar(text, flow=True) for text in words.texts)}]"


def room(indent: int) -> int:
    """How many signs a line at this indentation has room for."""
    return max(WIDTH - indent, _LEAST_WIDTH)


def _shown(sign: str) -> str:
    """What no editor shows, as it may stand in a comment: what joins letters stays, all else is a space."""
    return sign if sign in "\u200c\u200d\u200e\u200f\u00ad" else " "


def _value_lines(head: str, value: Shape, indent: int, remark: Remark) -> Iterator[str]:
    if isinstance(value, str):
        yield from text_lines(head, value, indent)
    elif isinstance(value, Words):
        line = words_line(head, value)
        if len(line) <= WIDTH or not value.texts:
            yield line
        else:
            yield head
            for text in value.texts:
                yield from item_lines(Item(text), indent + STEP)
    elif isinstance(value, Row):
        line = _row_line(head, value) or head
        yield line
        if line == head:
            yield from _entries_of(value, indent + STEP, remark)
    elif isinstance(value, Block):
        yield head
        yield from _entries_of(value, indent + STEP, remark)
    elif value.items:
        yield head
        for item in value.items:
            yield from item_lines(item, indent + STEP, remark)
    else:
        yield f"{head} []"


def _entries_of(value: Row | Block, indent: int, remark: Remark) -> Iterator[str]:
    if isinstance(value, Row):
        value = Block(tuple(Entry(key, text) for key, text in value.texts))
    for entry in value.entries:
        yield from entry_lines(entry, indent, remark)


def _row_line(head: str, row: Row) -> str | None:
    if not all(isinstance(text, Words) or is_plain(text, flow=True) for _, text in row.texts):
        return None
    shown = (text if isinstance(text, str) else words_line("", text).lstrip() for _, text in row.texts)
    line = f"{head} {{{', '.join(f'{key}: {text}' for (key, _), text in zip(row.texts, shown, strict=True))}}}"
    return line if len(line) <= WIDTH else None
