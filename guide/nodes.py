"""Nodes: texts, lists, mappings with their place.

Every fault can then be told with its line and column.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

MAX_DEPTH = 40
MAX_SIZE = 200_000
"""How many texts, lists and mappings a guide may hold when every alias is written out, a long text counting more."""

_SIGNS_A_NODE = 100


class Place(NamedTuple):
    """Line and column, counted from 1, the column in characters."""

    line: int
    column: int


START = Place(1, 1)


class TextNode(NamedTuple):
    """A text as its author typed it: ``1:30`` and ``no`` are not numbers or truth values here."""

    place: Place
    text: str

    @property
    def size(self) -> int:
        """How many nodes this is, itself counted; a long text weighs as much as the work that it makes."""
        return 1 + len(self.text) // _SIGNS_A_NODE


class ListNode(NamedTuple):
    """A list of anything; ``size`` counts every node below, aliases written out."""

    place: Place
    items: tuple["Node", ...]
    size: int = 1


class MapEntry(NamedTuple):
    """One ``key: value`` of a mapping."""

    key: TextNode
    value: "Node"


class MapNode(NamedTuple):
    """A mapping in its author's order; ``size`` counts every node below, aliases written out."""

    place: Place
    entries: tuple[MapEntry, ...]
    size: int = 1


Node = TextNode | ListNode | MapNode


def total(nodes: Sequence[Node]) -> int:
    """The size of a node that holds ``nodes``, not counted on beyond ``MAX_SIZE``, so that it stays a small number."""
    return min(1 + sum([node.size for node in nodes]), MAX_SIZE + 1)


class TooDeepError(ValueError):
    """A value is nested deeper than any guide."""


class NotJsonError(ValueError):
    """A value is of a kind that no JSON text holds."""


class _Budget:
    def __init__(self) -> None:
        self.left = MAX_SIZE


def node_of(value: object) -> Node:
    """The node tree of a JSON-like value, so that the copy of a guide in a log is read by the guide's own reader.

    Every place is line 1, column 1. Raises ``TooDeepError`` or ``NotJsonError`` for what cannot be a guide at all.
    """
    return _node_of(value, 0, _Budget())


def _node_of(value: object, depth: int, budget: _Budget) -> Node:
    budget.left -= 1
    if depth > MAX_DEPTH or budget.left < 0:
        raise TooDeepError
    if isinstance(value, Mapping):
        entries = tuple(
            MapEntry(TextNode(START, _text_of(key)), _node_of(item, depth + 1, budget)) for key, item in value.items()
        )
        return MapNode(START, entries, total([entry.value for entry in entries]))
    if isinstance(value, list | tuple):
        items = tuple(_node_of(item, depth + 1, budget) for item in value)
        return ListNode(START, items, total(items))
    return TextNode(START, _text_of(value))


def _text_of(value: object) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        from decimal import Decimal  # no guide that is read from its file has numbers

        return format(Decimal(value if isinstance(value, int) else repr(value)), "f")
    raise NotJsonError
