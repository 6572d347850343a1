"""YAML text to a tree of nodes with their places, by libyaml alone, and what is wrong with it in a person's terms."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from guide.mending import mend
from guide.nodes import MAX_DEPTH, MAX_SIZE, Entry, ListNode, MapNode, Node, TextNode, total
from guide.problems import Fault, Problem, one_line
from guide.text import Source, cleaned, decoded, more_tabs
from guide.values import Value
from guide.yaml_faults import Finding, explain

_MOST_WORK = 3_000_000
_LEAST_WORK = 30_000
"""A text is read again behind its faults until so many characters have been read, or a hundred times."""

_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))


class Tree(Value):
    """What a text holds: ``root`` is None when it could not be read as YAML; problems do not exclude a root.

    ``mended`` are lines that were not read as they stand, because they cannot be; ``whole`` says that all the rest was.
    """

    root: Node | None
    problems: tuple[Problem, ...] = ()
    mended: frozenset[int] = frozenset()
    whole: bool = True


def parse(data: str | bytes, file: str) -> Tree:
    """The nodes of a YAML text, and the faults that keep it from being one; never raises.

    A byte order mark and any line break are fine. Aliases are shared, not copied, so they cost no memory.
    """
    text = decoded(data, file)
    if isinstance(text, Problem):
        return Tree(None, (text,))
    return _Parsing(Source.of(file, text)).tree()


class _Parsing:
    """One text, read again behind each fault of its YAML until it can be read to its end."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text, self._problems = cleaned(source)
        self._mended = {problem.line for problem in self._problems if problem.code == Fault.BAD_CHARACTER}
        self._whole = True
        self._left = _MOST_WORK

    def tree(self) -> Tree:
        """What the text holds."""
        while True:
            builder = _Builder(self._source.but(text=self._text))
            try:
                root = builder.build()
            except _StopError as stop:
                return self._done(None, stop.problem)
            except yaml.YAMLError as error:
                if not self._go_on(explain(error, self._text, builder.quoted)):
                    return self._done(None)
            else:
                self._mended |= builder.mended
                self._whole &= builder.whole
                return self._done(root, *builder.problems)

    def _done(self, root: Node | None, *problems: Problem) -> Tree:
        return Tree(root, (*self._problems, *problems), frozenset(self._mended), self._whole)

    def _go_on(self, finding: Finding) -> bool:
        """Note a fault and mend it; false when that cannot be, or has been done often enough."""
        line = self._source.place(finding.index).line
        again = line in self._mended or (finding.fault == Fault.INDENTATION and line - 1 in self._mended)
        if not again:
            self._problems.append(self._source.problem(finding.fault, finding.index, **finding.facts))
        if finding.fault == Fault.TAB:
            self._problems.extend(more_tabs(self._source, finding.index))
        self._left -= finding.index + _LEAST_WORK
        mended = mend(self._text, finding) if self._left > 0 else None
        if mended is None or mended.text == self._text:
            return False
        self._text = mended.text
        first, last = self._source.place(mended.start).line, self._source.place(mended.end).line
        self._mended.update(range(first, last + 1))
        self._whole &= not mended.lost
        return True


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
        self.mended: set[int] = set()
        self.whole = True
        self.quoted = -1
        self.anchors: dict[str, Node] = {}
        self.stack: list[_Open] = []
        self.root: Node | None = None

    def build(self) -> Node | None:
        """The root node, None for a text that holds nothing but comments."""
        documents = 0
        for event in self._events():
            index = 0 if event.start_mark is None else event.start_mark.index
            if isinstance(event, yaml.ScalarEvent):
                if event.tag is not None:
                    self._tag(event.tag, index)
                if event.style in ("'", '"'):
                    self.quoted = index
                self._add(TextNode(self.source.place(index), event.value), event.anchor)
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.problems.append(self.source.problem(Fault.SECOND_DOCUMENT, index))
                    self.whole = False
                    break
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open(event, index)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close()
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
            first = entries.get(key.text)
            if first is None:
                entries[key.text] = Entry(key, value)
            else:
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
            place = self.source.place(index)
            self.problems.append(self.source.problem(Fault.UNKNOWN_ALIAS, index, name=name))
            self.mended.add(place.line)
            return TextNode(place, f"*{name}")
        return self.anchors[name]

    def _tag(self, tag: str | None, index: int) -> None:
        if tag is not None and tag not in _PLAIN_TAGS:
            written = tag.replace("tag:yaml.org,2002:", "!!")
            self.problems.append(self.source.problem(Fault.TAG, index, tag=written))

    def _stop(self, fault: Fault, index: int, **facts: str) -> None:
        raise _StopError(self.source.problem(fault, index, **facts))
