"""YAML shapes, scalars and their lines.

Texts read back exactly: plain where that can be, quoted or folded where they must. What may stand unescaped is what
reading a guide lets through; what ends a line for libyaml (U+0085, U+2028, U+2029) and what no editor shows is
escaped.
"""

import re
from collections.abc import Callable, Iterator

from guide.frozen import Value

WIDTH = 110
"""Columns that a written line fills at most, unless one word is longer."""

_HARD = "\xa0\u2000-\u200b\u202f\u3000"
_ESCAPED = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_ESCAPED_OR_SPECIAL = re.compile(rf'{_ESCAPED.pattern}|["\\]')
_SHORT_ESCAPES = {"\0": "0", "\t": "t", "\n": "n", "\r": "r", "\x1b": "e", "\x85": "N", "\u2028": "L", "\u2029": "P"}
_NOT_PLAIN = re.compile(
    rf"""\A(?:[,\[\]{{}}#&*!|>'"%@`]|[-?:](?:\s|\Z)|\s|\Z)|:(?:\s|\Z)|\s#|\s\Z|(?:\A|[ -])[{_HARD}]"""
)
_NOT_IN_FLOW = re.compile(r"[,\[\]{}:]|\A[-?]")
_NOT_LITERAL = re.compile(rf"\A\s|(?:\A|[ -])[{_HARD}]")
_NOT_FOLDED = re.compile(rf"  |(?:\A|[ -])[{_HARD}]|\A\s|\s\Z")


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether YAML reads this text, written as it is on one line, as exactly this; ``flow``: also inside brackets."""
    if _ESCAPED.search(text) or _NOT_PLAIN.search(text):
        return False
    return not (flow and _NOT_IN_FLOW.search(text))


def scalar(text: str, *, flow: bool = False) -> str:
    """The text on one line: plain where that reads back, else in quotation marks."""
    return text if is_plain(text, flow=flow) else quote(text)


def quote(text: str, mark: str = "") -> str:
    """The text in quotation marks, in those given where they can hold it, else in those that need fewer signs."""
    if _ESCAPED.search(text):
        return f'"{_ESCAPED_OR_SPECIAL.sub(_escape, text)}"'
    if mark == "'" or (not mark and ('"' in text or "\\" in text)):
        return "'" + text.replace("'", "''") + "'"
    return f'"{_ESCAPED_OR_SPECIAL.sub(_escape, text)}"'


def is_folded(text: str) -> bool:
    """Whether the text can stand under ``>-``, its lines broken at single spaces."""
    return bool(text) and not _ESCAPED.search(text) and not _NOT_FOLDED.search(text)


def is_literal(text: str) -> bool:
    """Whether the text, of several lines, can stand under ``|-`` as it is."""
    lines = text.split("\n")
    return len(lines) > 1 and bool(lines[0]) and not any(_ESCAPED.search(ln) or _NOT_LITERAL.search(ln) for ln in lines)


def wrap_text(text: str, width: int, first: int = 0) -> Iterator[str]:
    """The lines of a text that ``is_folded``, broken at its spaces: at most ``width`` signs where words allow.

    ``first`` is the width of the first line where that is another.
    """
    line, room = "", first or width
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > room:
            yield line
            line, room = word, width
        else:
            line = f"{line} {word}" if line else word
    yield line


def _escape(found: re.Match[str]) -> str:
    sign = found.group()
    if sign in '"\\':
        return f"\\{sign}"
    short = _SHORT_ESCAPES.get(sign)
    if short is not None:
        return f"\\{short}"
    return f"\\x{ord(sign):02X}" if ord(sign) < 0x100 else f"\\u{ord(sign):04X}"


STEP = 2
"""Columns by which what belongs to a line is indented below it."""

_LEAST_WIDTH = 40
_LONGEST_KEY = 900  # libyaml takes a longer text for a key only behind a question mark


class ShortList(Value):
    """A list of short texts, ``[A1, B2]`` on one line where there is room."""

    texts: tuple[str, ...]


class ShortMapping(Value):
    """A mapping of short texts, ``{id: a, point: b}`` on one line where all of them can stand there plain."""

    texts: tuple[tuple[str, str | ShortList], ...]


class KeyShape(Value):
    """One ``key: value``; ``place`` names what it is, for the remarks above it."""

    key: str
    value: "Shape"
    place: str = ""


class Block(Value):
    """A mapping with one entry a line."""

    entries: tuple[KeyShape, ...]


class Item(Value):
    """One item of a list; ``place`` names what it is, for the remarks above it."""

    value: "Shape"
    place: str = ""


class Listing(Value):
    """A list with one item a line."""

    items: tuple[Item, ...]


Shape = str | ShortList | ShortMapping | Block | Listing
Remark = Callable[[str], tuple[str, ...]]


def no_remark(_: str) -> tuple[str, ...]:
    """Nothing to say about any place."""
    return ()


def entry_lines(entry: KeyShape, indent: int, remark: Remark = no_remark) -> Iterator[str]:
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
    if isinstance(item.value, ShortMapping) and (line := _row_line(head, item.value)) is not None:
        yield line
    elif isinstance(item.value, ShortMapping | Block):
        for number, line in enumerate(_entries_of(item.value, indent + STEP, remark)):
            yield line if number else f"{head} {line[indent + STEP :]}"
    else:
        yield from _value_lines(head, item.value, indent, remark)


def comment_lines(remarks: tuple[str, ...], indent: int) -> Iterator[str]:
    """Remarks as comments, none of which can be taken for anything else."""
    for remark in remarks:
        for line in remark.splitlines() or ("",):
            shown = "".join(sign if sign.isprintable() or sign == "\xa0" else _visible(sign) for sign in line).rstrip()
            yield f"{' ' * indent}{shown if shown.startswith('#') else f'# {shown}'.rstrip()}"


def text_lines(head: str, text: str, indent: int) -> Iterator[str]:
    """A text behind its key or dash, on one line, folded below, or line by line as it is."""
    line = f"{head} {scalar(text)}"
    if len(line) > WIDTH and is_folded(text) and " " in text:
        yield f"{head} >-"
        yield from (f"{' ' * (indent + STEP)}{part}" for part in wrap_text(text, room(indent + STEP)))
    elif is_literal(text):
        yield f"{head} |-"
        yield from (f"{' ' * (indent + STEP)}{part}" if part else "" for part in text.split("\n"))
    else:
        yield line


def words_line(head: str, words: ShortList) -> str:
    """The list behind its key, on one line."""
    return f"{head} [{', '.join(scalar(text, flow=True) for text in words.texts)}]"


def room(indent: int) -> int:
    """How many signs a line at this indentation has room for."""
    return max(WIDTH - indent, _LEAST_WIDTH)


def _visible(sign: str) -> str:
    """What no editor shows, as it may stand in a comment: what joins letters stays, all else is a space."""
    return sign if sign in "\u200c\u200d\u200e\u200f\u00ad" else " "


def _value_lines(head: str, value: Shape, indent: int, remark: Remark) -> Iterator[str]:
    if isinstance(value, str):
        yield from text_lines(head, value, indent)
    elif isinstance(value, ShortList):
        line = words_line(head, value)
        if len(line) <= WIDTH or not value.texts:
            yield line
        else:
            yield head
            for text in value.texts:
                yield from item_lines(Item(text), indent + STEP)
    elif isinstance(value, ShortMapping):
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


def _entries_of(value: ShortMapping | Block, indent: int, remark: Remark) -> Iterator[str]:
    if isinstance(value, ShortMapping):
        value = Block(tuple(KeyShape(key, text) for key, text in value.texts))
    for entry in value.entries:
        yield from entry_lines(entry, indent, remark)


def _row_line(head: str, row: ShortMapping) -> str | None:
    if not all(isinstance(text, ShortList) or is_plain(text, flow=True) for _, text in row.texts):
        return None
    shown = (text if isinstance(text, str) else words_line("", text).lstrip() for _, text in row.texts)
    line = f"{head} {{{', '.join(f'{key}: {text}' for (key, _), text in zip(row.texts, shown, strict=True))}}}"
    return line if len(line) <= WIDTH else None
