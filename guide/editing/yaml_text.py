"""YAML text with its spans, lines and comments.

The places are those of libyaml's events, because only libyaml reads a guide as the program does.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal

from guide.frozen import Value
from guide.libyaml import yaml
from guide.yaml_tree import SourceText

_BREAK = re.compile(r"\r\n|\r|\n")
_COMMENT = re.compile(r"(?:(?<=[ \t\r\n])|\A)#[^\r\n]*")
_HEADER_COMMENT = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\r\n]*)")
_PROPERTIES = re.compile(r"(?:[&!][^\s]*\s+)*")
_DASH = re.compile(r"[ ]*-(?=[ \t\r\n])")


class CannotError(Exception):
    """A text that cannot be changed in place: a larger piece of it has to be written anew."""


class OpenUpError(CannotError):
    """A list or mapping in brackets that has to become a block before it can be changed."""

    def __init__(self, piece: "YamlSpan") -> None:
        super().__init__()
        self.piece = piece


class YamlSpan(Value):
    """One text, list, mapping or alias: the signs from ``start`` to before ``end``; a block's end is its last word's.

    ``style`` is a text's: ``""`` plain, a quotation mark, ``>`` or ``|``. ``flow`` says that it stands in brackets.
    """

    kind: Literal["text", "list", "map", "alias"]
    start: int
    end: int
    style: str = ""
    text: str = ""
    flow: bool = False
    items: "tuple[YamlSpan, ...]" = ()
    entries: "tuple[tuple[YamlSpan, YamlSpan], ...]" = ()
    anchor: str | None = None

    def get(self, key: str) -> "YamlSpan | None":
        """The value under a key of a mapping."""
        return next((value for name, value in self.entries if name.text == key), None)

    @property
    def parts(self) -> "tuple[YamlSpan, ...]":
        """What it consists of: items, or keys and values."""
        return self.items + tuple(part for entry in self.entries for part in entry)


class YamlText:
    """A text without byte order mark whose last line ends, as lines (from 0) and pieces."""

    def __init__(self, text: str) -> None:
        source = SourceText.of("", text)
        self.text = text
        self.starts = source.starts if source.starts[-1] == len(text) else (*source.starts, len(text))
        self._source = source
        found = _BREAK.search(text)
        self.newline = "\n" if found is None else found.group()

    @cached_property
    def root(self) -> YamlSpan:
        """All of it; raises ``CannotError`` when it is no YAML or holds nothing."""
        try:
            root = _build(self.text)
        except yaml.YAMLError:
            raise CannotError from None
        if root is None:
            raise CannotError
        return root

    def line_of(self, index: int) -> int:
        """The line that a sign stands on."""
        return self._source.place(index).line - 1

    def column(self, index: int) -> int:
        """The column of a sign, from 0."""
        return self._source.place(index).column - 1

    def line(self, number: int) -> str:
        """A line without its break."""
        return _BREAK.sub("", self.lines(number, number + 1))

    def lines(self, first: int, end: int) -> str:
        """The lines from ``first`` to before ``end``, with their breaks."""
        return self.text[self.starts[first] : self.starts[end]]

    def line_end(self, index: int) -> int:
        """Where the line of this sign ends, its break left out."""
        line = self.line_of(index)
        return self.starts[line] + len(self.line(line))

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.starts) - 1

    def is_comment(self, number: int) -> bool:
        """Whether a line, known to be outside every text, is a comment."""
        return 0 <= number < self.count and self.line(number).lstrip(" \t").startswith("#")

    def indent(self, number: int) -> int:
        """How far a line is indented."""
        line = self.line(number)
        return len(line) - len(line.lstrip(" "))

    def tail(self, piece: YamlSpan) -> str:
        """What stands behind a piece on its last line: nothing, blanks or a comment with the blanks before it."""
        tail = self.text[piece.end : self.line_end(max(piece.end - 1, piece.start))]
        return tail if not tail.strip() or tail.lstrip().startswith("#") else ""

    def raw(self, piece: YamlSpan) -> str:
        """A piece as it is written."""
        return self.text[piece.start : piece.end]

    def column_of(self, piece: YamlSpan) -> int:
        """The column of a block list's dashes or of a block mapping's keys."""
        if piece.kind == "map":
            return self.column(piece.entries[0][0].start)
        if self.text[piece.start : piece.start + 1] == "-":
            return self.column(piece.start)
        dash = _DASH.match(self.line(self.line_of(piece.items[0].start)))
        if dash is None:
            raise CannotError
        return dash.end() - 1

    def comments(self, piece: YamlSpan) -> Iterator[tuple[int, str]]:
        """The comments inside a piece, each with its index."""
        last = piece.start
        for leaf in _leaves(piece):
            yield from self.comments_between(last, leaf.start)
            if leaf.style in ("|", ">") and leaf.style:
                found = _PROPERTIES.match(self.text, leaf.start)
                header = _HEADER_COMMENT.match(self.text, leaf.start if found is None else found.end())
                if header is not None:
                    yield header.start(1), header[1]
            last = max(last, leaf.end)
        yield from self.comments_between(last, piece.end)

    def all_comments(self) -> Iterator[tuple[int, str]]:
        """Every comment of the text, each with its index."""
        yield from self.comments_between(0, self.root.start)
        yield from self.comments(self.root)
        yield from self.comments_between(self.root.end, len(self.text))

    def comments_between(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """The comments in a stretch that holds no text."""
        for found in _COMMENT.finditer(self.text, start, end):
            yield found.start(), found.group()

    def as_lines(self, lines: Iterable[str]) -> str:
        """Lines with the breaks that this text has."""
        return "".join(f"{line}{self.newline}" for line in lines)


def has_names(piece: YamlSpan) -> bool:
    """Whether there is a name in a piece that others refer to (``&a``), or a reference (``*a``)."""
    return piece.anchor is not None or piece.kind == "alias" or any(map(has_names, piece.parts))


def _leaves(piece: YamlSpan) -> Iterator[YamlSpan]:
    if piece.kind in ("text", "alias"):
        yield piece
    for part in piece.parts:
        yield from _leaves(part)


class _OpenSpan:
    """A list or mapping whose end has not come yet."""

    def __init__(self, event: yaml.CollectionStartEvent) -> None:
        self.event = event
        self.pieces: list[YamlSpan] = []

    def close(self, end: int) -> YamlSpan:
        """It, now that all of it is known."""
        start, flow = _index(self.event.start_mark), bool(self.event.flow_style)
        if not flow and self.pieces:
            end = self.pieces[-1].end
        anchor = self.event.anchor
        if isinstance(self.event, yaml.MappingStartEvent):
            entries = tuple(zip(self.pieces[::2], self.pieces[1::2], strict=True))
            return YamlSpan("map", start, end, flow=flow, entries=entries, anchor=anchor)
        return YamlSpan("list", start, end, flow=flow, items=tuple(self.pieces), anchor=anchor)


def _index(mark: object) -> int:
    return int(getattr(mark, "index", 0))


def _build(text: str) -> YamlSpan | None:
    stack: list[_OpenSpan] = []
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        match event:
            case yaml.CollectionStartEvent():
                stack.append(_OpenSpan(event))
                continue
            case yaml.CollectionEndEvent():
                piece = stack.pop().close(_index(event.end_mark))
            case yaml.ScalarEvent():
                start, end = _index(event.start_mark), _index(event.end_mark)
                if event.style in ("|", ">"):
                    end = start + len(text[start:end].rstrip())
                piece = YamlSpan("text", start, end, style=event.style or "", text=event.value, anchor=event.anchor)
            case yaml.AliasEvent():
                piece = YamlSpan("alias", _index(event.start_mark), _index(event.end_mark), text=event.anchor or "")
            case _:
                continue
        if not stack:
            return piece
        stack[-1].pieces.append(piece)
    return None


class Edits:
    """Stretches of a text and what is to stand in their place."""

    def __init__(self) -> None:
        self._all: list[tuple[int, int, str]] = []

    def put(self, start: int, end: int, new: str) -> None:
        """Put ``new`` in the place of ``start`` to before ``end``; what is put in at one place stands in this order."""
        self._all.append((start, end, new))

    def add(self, others: "Edits") -> None:
        """Put what others put."""
        for start, end, new in others._all:  # noqa: SLF001  its own kind
            self.put(start, end, new)

    def __bool__(self) -> bool:
        return bool(self._all)

    def apply_to(self, text: str) -> str:
        """The text with all of them done; raises ``CannotError`` where two are at odds."""
        done: list[str] = []
        last = 0
        for start, end, new in sorted(self._all, key=lambda edit: (edit[0], edit[1] > edit[0])):
            if start < last or end < start:
                raise CannotError
            done += (text[last:start], new)
            last = end
        return "".join((*done, text[last:]))
