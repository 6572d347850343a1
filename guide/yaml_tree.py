"""YAML tree: bytes as nodes with places.

libyaml alone reads them; what is wrong is told in a person's terms, and signs that no editor shows are taken out.
"""

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from guide.frozen import Value
from guide.libyaml import yaml
from guide.nodes import MAX_DEPTH, MAX_SIZE, ListNode, MapEntry, MapNode, Node, Place, TextNode, total
from guide.problems import Fault, Problem, one_line
from guide.yaml_recovery import LocatedFault, explain, mend, tab_indent

MAX_BYTES = 1_000_000
_MOST_ALIKE = 100

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_NOT_ALLOWED = "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
_HARD = "[\xa0\u2000-\u200b\u202f\u3000]"
_HARD_INDENT = rf"(?<![^\r\n])[ ]*(?:-[ ]+)*-?({_HARD}(?:[ ]|{_HARD})*)"
_UTF16 = re.compile(rb"\xff\xfe|\xfe\xff|.\0|\0", re.DOTALL)


class SourceText(Value):
    """A text and its line starts, because libyaml counts lines otherwise than editors do (U+2028, U+0085)."""

    file: str
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, file: str, text: str) -> "SourceText":
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


def decode(data: str | bytes, file: str) -> str | Problem:
    """The text, or why these bytes are none."""
    size = len(data.encode("utf-8", "surrogatepass")) if isinstance(data, str) else len(data)
    if size > MAX_BYTES:
        return Problem(file, 1, 1, Fault.TOO_BIG, {"limit": f"{MAX_BYTES // 1_000_000} MB"})
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    if _UTF16.match(data):
        return Problem(file, 1, 1, Fault.UTF16)
    plain = data.removeprefix(codecs.BOM_UTF8)
    try:
        return plain.decode("utf-8")
    except UnicodeDecodeError as error:
        before = SourceText.of(file, plain[: error.start].decode("utf-8"))
        return before.problem(Fault.NOT_UTF8, error.start)


def clean(source: SourceText) -> tuple[str, list[Problem]]:
    """The text without what YAML does not allow or takes for a letter, and a problem for each such sign."""
    text, problems = source.text, list[Problem]()
    if text.replace("\n", "").isprintable():  # as nearly all are; then no pattern need be made ready
        return text, problems
    not_allowed = re.compile(_NOT_ALLOWED)
    if not_allowed.search(text):
        problems.extend(
            source.problem(Fault.BAD_CHARACTER, bad.start(), character=f"U+{ord(bad.group()):04X}")
            for bad in islice(not_allowed.finditer(text), _MOST_ALIKE)
        )
        text = not_allowed.sub("\ufffd", text)
    if not text.isascii() and re.search(_HARD, text):
        hard_indent = re.compile(_HARD_INDENT)
        hard = islice(hard_indent.finditer(text), _MOST_ALIKE)
        problems.extend(source.problem(Fault.HARD_SPACE, found.start(1)) for found in hard)
        text = hard_indent.sub(lambda found: found[0][: found.start(1) - found.start()] + " " * len(found[1]), text)
    return text, problems


def more_tabs(source: SourceText, index: int) -> Iterator[Problem]:
    """The further lines below ``index`` that are indented with a tab."""
    below = source.starts[source.place(index).line :]
    tabs = (tab for start in below if (tab := tab_indent(source.text, start)) is not None)
    return (source.problem(Fault.TAB, tab) for tab in islice(tabs, _MOST_ALIKE))


_MOST_WORK = 3_000_000
_LEAST_WORK = 30_000
"""A text is read again behind its faults until so many characters have been read, or a hundred times."""

_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))


class YamlTree(Value):
    """What a text holds: ``root`` is None when it could not be read as YAML; problems do not exclude a root.

    ``mended`` are lines that were not read as they stand, because they cannot be; ``whole`` says that all the rest was.
    """

    root: Node | None
    problems: tuple[Problem, ...] = ()
    mended: frozenset[int] = frozenset()
    whole: bool = True


def parse(data: str | bytes, file: str) -> YamlTree:
    """The nodes of a YAML text, and the faults that keep it from being one; never raises.

    A byte order mark and any line break are fine. Aliases are shared, not copied, so they cost no memory.
    """
    text = decode(data, file)
    if isinstance(text, Problem):
        return YamlTree(None, (text,))
    return _Parsing(SourceText.of(file, text)).tree()


class _Parsing:
    """One text, read again behind each fault of its YAML until it can be read to its end."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._text, self._problems = clean(source)
        self._mended = {problem.line for problem in self._problems if problem.code == Fault.BAD_CHARACTER}
        self._whole = True
        self._left = _MOST_WORK

    def tree(self) -> YamlTree:
        """What the text holds."""
        while True:
            builder = _TreeBuilder(self._source.but(text=self._text))
            try:
                root = builder.build()
            except _StopError as stop:
                return self._finish(None, stop.problem)
            except yaml.YAMLError as error:
                if not self._go_on(explain(error, self._text, builder.quoted)):
                    return self._finish(None)
            else:
                self._mended |= builder.mended
                self._whole &= builder.whole
                return self._finish(root, *builder.problems)

    def _finish(self, root: Node | None, *problems: Problem) -> YamlTree:
        return YamlTree(root, (*self._problems, *problems), frozenset(self._mended), self._whole)

    def _go_on(self, finding: LocatedFault) -> bool:
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


class _OpenNode:
    """A list or mapping whose end has not come yet."""

    __slots__ = ("anchor", "index", "is_map", "nodes", "place")

    def __init__(self, index: int, place: Place, anchor: str | None, *, is_map: bool) -> None:
        self.index, self.place, self.anchor, self.is_map = index, place, anchor, is_map
        self.nodes: list[Node] = []


class _TreeBuilder:
    """Turns libyaml's events into nodes with a stack of its own, so that deep or circular files end in a sentence."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.mended: set[int] = set()
        self.whole = True
        self.quoted = -1
        self.anchors: dict[str, Node] = {}
        self.stack: list[_OpenNode] = []
        self.root: Node | None = None

    def build(self) -> Node | None:
        """The root node, None for a text that holds nothing but comments.

        A guide is texts above all, a thousand and more, so they come first, and all is done here for them.
        """
        documents, starts, end = 0, self.source.starts, len(self.source.text)
        for event in iter(yaml.CBaseLoader(self.source.text).get_event, None):
            mark = event.start_mark
            index = 0 if mark is None else min(mark.index, end)
            if isinstance(event, yaml.ScalarEvent):
                if event.tag is not None:
                    self._tag(event.tag, index)
                if event.style in ("'", '"'):
                    self.quoted = index
                line = bisect_right(starts, index)
                node = TextNode(Place(line, index - starts[line - 1] + 1), event.value)
                if event.anchor is None and self.stack:
                    self.stack[-1].nodes.append(node)
                else:
                    self._add(node, event.anchor)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._tag(event.tag, index)
                if len(self.stack) >= MAX_DEPTH:
                    self._stop(Fault.TOO_DEEP, index)
                line = bisect_right(starts, index)
                place = Place(line, index - starts[line - 1] + 1)
                self.stack.append(
                    _OpenNode(index, place, event.anchor, is_map=isinstance(event, yaml.MappingStartEvent))
                )
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close()
            elif isinstance(event, yaml.AliasEvent):
                self._add(self._alias(event.anchor or "", index), None)
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.problems.append(self.source.problem(Fault.SECOND_DOCUMENT, index))
                    self.whole = False
                    break
        return self.root

    def _close(self) -> None:
        done = self.stack.pop()
        node: Node
        if done.is_map:
            entries = self._entries(done.nodes)
            node = MapNode(done.place, entries, total([entry.value for entry in entries]))
        else:
            node = ListNode(done.place, tuple(done.nodes), total(done.nodes))
        if node.size > MAX_SIZE:
            self._stop(Fault.TOO_LARGE, done.index)
        self._add(node, done.anchor)

    def _entries(self, nodes: list[Node]) -> tuple[MapEntry, ...]:
        entries: dict[str, MapEntry] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, TextNode):
                self.problems.append(Problem(self.source.file, *key.place, Fault.KEY_NOT_TEXT))
                continue
            first = entries.get(key.text)
            if first is None:
                entries[key.text] = MapEntry(key, value)
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
