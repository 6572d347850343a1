"""YAML text to a tree of nodes with their places, by libyaml alone, and what is wrong with it in a person's terms."""

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from guide.nodes import MAX_DEPTH, MAX_SIZE, Entry, ListNode, MapNode, Node, Place, TextNode, total
from guide.problems import Fault, Problem, one_line
from guide.yaml_faults import explain

MAX_BYTES = 1_000_000

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_NOT_ALLOWED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))


@dataclass(frozen=True)
class Source:
    """A text and its line starts, because libyaml counts lines otherwise than editors do (U+2028, U+0085)."""

    file: str
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, file: str, text: str) -> "Source":
        """The text with the places of its line breaks, those of Unix, Windows and the old Macintosh."""
        return cls(file, text, (0, *(match.end() for match in _LINE_BREAK.finditer(text))))

    def place(self, index: int) -> Place:
        """Line and column of the character at ``index``; one beyond the text stands at its end."""
        index = min(index, len(self.text))
        line = bisect_right(self.starts, index)
        return Place(line, index - self.starts[line - 1] + 1)

    def problem(self, fault: Fault, index: int, **facts: str) -> Problem:
        """An error at the character with this index."""
        return Problem(self.file, *self.place(index), fault, {name: one_line(fact) for name, fact in facts.items()})


@dataclass(frozen=True, slots=True)
class Tree:
    """What a text holds: ``root`` is None when it could not be read as YAML; problems do not exclude a root."""

    root: Node | None
    problems: tuple[Problem, ...] = ()


def parse(data: str | bytes, file: str) -> Tree:
    """The nodes of a YAML text, or the fault that keeps it from being one; never raises.

    A byte order mark and any line break are fine. Aliases are shared, not copied, so they cost no memory.
    """
    text = _decode(data, file)
    if isinstance(text, Problem):
        return Tree(None, (text,))
    source = Source.of(file, text)
    bad = _NOT_ALLOWED.search(text)
    if bad is not None:
        named = f"U+{ord(bad.group()):04X}"
        return Tree(None, (source.problem(Fault.BAD_CHARACTER, bad.start(), character=named),))
    builder = _Builder(source)
    try:
        root = builder.build()
    except _StopError as stop:
        return Tree(None, (stop.problem,))
    except yaml.YAMLError as error:
        fault, index, facts = explain(error, text)
        return Tree(None, (source.problem(fault, index, **facts),))
    return Tree(root, tuple(builder.problems))


def _decode(data: str | bytes, file: str) -> str | Problem:
    size = len(data.encode("utf-8", "surrogatepass")) if isinstance(data, str) else len(data)
    if size > MAX_BYTES:
        return Problem(file, 1, 1, Fault.TOO_BIG, {"limit": f"{MAX_BYTES // 1_000_000} MB"})
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    plain = data.removeprefix(codecs.BOM_UTF8)
    try:
        return plain.decode("utf-8")
    except UnicodeDecodeError as error:
        before = Source.of(file, plain[: error.start].decode("utf-8"))
        return before.problem(Fault.NOT_UTF8, error.start)


class _StopError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass
class _Open:
    """A list or mapping whose end has not come yet."""

    index: int
    is_map: bool
    anchor: str | None
    nodes: list[Node] = field(default_factory=list)


class _Builder:
    """Turns libyaml's events into nodes with a stack of its own, so that deep or circular files end in a sentence."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.anchors: dict[str, Node] = {}
        self.stack: list[_Open] = []
        self.root: Node | None = None

    def build(self) -> Node | None:
        """The root node, None for a text that holds nothing but comments."""
        documents = 0
        for event in self._events():
            index = 0 if event.start_mark is None else event.start_mark.index
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._stop(Fault.SECOND_DOCUMENT, index)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open(event, index)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close()
            elif isinstance(event, yaml.ScalarEvent):
                self._tag(event.tag, index)
                self._add(TextNode(self.source.place(index), event.value), event.anchor)
            elif isinstance(event, yaml.AliasEvent):
                self._add(self._alias(event.anchor or "", index), None)
        return self.root

    def _events(self) -> Iterator[yaml.Event]:
        return iter(yaml.parse(self.source.text, Loader=yaml.CBaseLoader))

    def _open(self, event: yaml.CollectionStartEvent, index: int) -> None:
        self._tag(event.tag, index)
        if len(self.stack) >= MAX_DEPTH:
            self._stop(Fault.TOO_DEEP, index)
        self.stack.append(_Open(index, isinstance(event, yaml.MappingStartEvent), event.anchor))

    def _close(self) -> None:
        done = self.stack.pop()
        place = self.source.place(done.index)
        node: Node
        if done.is_map:
            entries = self._entries(done.nodes)
            node = MapNode(place, entries, total([entry.value for entry in entries]))
        else:
            node = ListNode(place, tuple(done.nodes), total(done.nodes))
        if node.size > MAX_SIZE:
            self._stop(Fault.TOO_LARGE, done.index)
        self._add(node, done.anchor)

    def _entries(self, nodes: list[Node]) -> tuple[Entry, ...]:
        entries: dict[str, Entry] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, TextNode):
                self.problems.append(Problem(self.source.file, *key.place, Fault.KEY_NOT_TEXT))
                continue
            first = entries.setdefault(key.text, Entry(key, value))
            if first.key is not key:
                facts = {"key": one_line(key.text), "first_line": str(first.key.place.line)}
                self.problems.append(Problem(self.source.file, *key.place, Fault.DUPLICATE_KEY, facts))
        return tuple(entries.values())

    def _add(self, node: Node, anchor: str | None) -> None:
        if anchor is not None:
            self.anchors[anchor] = node
        if self.stack:
            self.stack[-1].nodes.append(node)
        else:
            self.root = node

    def _alias(self, name: str, index: int) -> Node:
        if any(waiting.anchor == name for waiting in self.stack):
            self._stop(Fault.ALIAS_IN_ITSELF, index, name=name)
        if name not in self.anchors:
            self._stop(Fault.UNKNOWN_ALIAS, index, name=name)
        return self.anchors[name]

    def _tag(self, tag: str | None, index: int) -> None:
        if tag is not None and tag not in _PLAIN_TAGS:
            written = tag.replace("tag:yaml.org,2002:", "!!")
            self.problems.append(self.source.problem(Fault.TAG, index, tag=written))

    def _stop(self, fault: Fault, index: int, **facts: str) -> None:
        raise _StopError(self.source.problem(fault, index, **facts))
