"""The parts of a guide as their authors wrote them, before ids are given and references looked up."""

from collections.abc import Callable
from typing import Any

from guide.faults import Faults, fold
from guide.fields import Fields, filled, unspaced
from guide.ids import is_id
from guide.keys import CONCEPT_KEYS, GATES, KEY_EXAMPLES, POINT_KEYS, PROBE_KEYS, QUESTION_KEYS, RECORDER_KEYS
from guide.labels import label_of
from guide.model import Concept, Point, Probe, Question, Recorder
from guide.nodes import Entry, ListNode, MapNode, Node, Place, TextNode
from guide.problems import Fault
from guide.values import Value


class Draft(Value):
    """A question whose id and references are still the author's words; ``serves`` is None when the section decides."""

    place: Place
    question: Question
    id: TextNode | None = None
    serves: tuple[TextNode, ...] | None = None
    leans_on: tuple[TextNode, ...] = ()
    concepts: tuple[TextNode, ...] = ()


def read_question(node: Node, key: str, faults: Faults, *, closing: bool = False) -> Draft | None:
    """One question, from a bare wording or from its keys; None when there is no telling what it asks."""
    if isinstance(node, ListNode):
        faults.error(node, Fault.WANTED_TEXT_OR_KEYS, key=key)
        return None
    if isinstance(node, TextNode):
        ask = node.text.strip()
        if not ask:
            faults.error(node, Fault.EMPTY_WORDING)
            return None
        unspaced(node, QUESTION_KEYS, faults)
        return Draft(place=node.place, question=Question(id="", ask=ask, label=label_of(ask)))
    fields = Fields(node, QUESTION_KEYS, faults, wording=True, missing="ask")
    if closing:
        for ignored in ("optional", "serves"):
            if ignored in fields:
                faults.warning(fields.place_of(ignored), Fault.CLOSING_IGNORED, key=ignored)
    return _draft(fields, faults, closing=closing)


def _draft(fields: Fields, faults: Faults, *, closing: bool) -> Draft:
    ask = fields.text("ask") or ""
    label = fields.short() or label_of(ask)
    given = {key: read(fields, faults) for key, read in _QUESTION_READERS.items() if key in fields}
    words = {key: read(fields) for key, read in _DRAFT_READERS.items() if key in fields}
    if closing:
        given.pop("optional", None)
        words["serves"] = ()
    return Draft(place=fields.place, question=Question(id="", ask=ask, label=label, **given), **words)


def _probes(fields: Fields, faults: Faults) -> tuple[Probe, ...]:
    node = fields.node("probes")
    if isinstance(node, TextNode):
        text = fields.text("probes")
        return () if text is None else (Probe(text),)
    probes = []
    for item in fields.items("probes"):
        if isinstance(item, TextNode):
            text = item.text.strip()
            if text:
                unspaced(item, PROBE_KEYS, faults)
                probes.append(Probe(ask=text))
            else:
                faults.error(item, Fault.EMPTY_WORDING)
        elif isinstance(item, MapNode):
            keys = Fields(item, PROBE_KEYS, faults, wording=True, missing="ask")
            probes.append(Probe(keys.text("ask") or "", keys.text("if")))
        else:
            faults.error(item, Fault.WANTED_TEXT_OR_KEYS, key="probes")
    return tuple(probes)


_QUESTION_READERS: dict[str, Callable[[Fields, Faults], Any]] = {
    "probes": _probes,
    "optional": lambda fields, _: fields.flag("optional"),
    "minutes": lambda fields, _: fields.minutes(),
    "listen_for": lambda fields, _: tuple(node.text for node in fields.words("listen_for") or ()),
    "priority": lambda fields, _: fields.count("priority"),
    "examples": lambda fields, _: fields.count("examples"),
    "alone": lambda fields, _: fields.text("alone"),
    "two_sided": lambda fields, _: fields.flag("two_sided"),
    "sensitive": lambda fields, _: fields.flag("sensitive"),
    "aim": lambda fields, _: fields.text("aim"),
    "accepted": lambda fields, _: fields.accepted(),
}
"""How each key of a question is read whose value needs no other part of the guide; most questions have few of them."""

_DRAFT_READERS: dict[str, Callable[[Fields], Any]] = {
    "id": lambda fields: fields.text_node("id"),
    "serves": lambda fields: fields.words("serves"),
    "leans_on": lambda fields: fields.words("leans_on") or (),
    "concepts": lambda fields: fields.words("concepts") or (),
}
"""How those are read that refer to other parts."""


def read_concepts(entries: tuple[Entry, ...], faults: Faults) -> tuple[Concept, ...]:
    """The key concepts with their clarifications; a bare text is the short one."""
    concepts: dict[str, Concept] = {}
    lines: dict[str, int] = {}
    for entry in entries:
        name = " ".join(entry.key.text.split())
        if not name:
            faults.error(entry.key, Fault.EMPTY_ITEM, key="concepts")
        elif fold(name) in concepts:
            faults.error(entry.key, Fault.DUPLICATE_KEY, key=name, first_line=str(lines[fold(name)]))
        else:
            concepts[fold(name)] = _concept(name, entry, faults)
            lines[fold(name)] = entry.key.place.line
    return tuple(concepts.values())


def _concept(name: str, entry: Entry, faults: Faults) -> Concept:
    if isinstance(entry.value, ListNode):
        faults.error(entry.value, Fault.WANTED_TEXT_OR_KEYS, key=name)
        return Concept(name)
    if isinstance(entry.value, TextNode):
        text = filled(Entry(TextNode(entry.key.place, name), entry.value), faults)
        return Concept(name, short=None if text is None else text.text)
    fields = Fields(entry.value, CONCEPT_KEYS, faults)
    concept = Concept(name, short=fields.text("short"), say=fields.text("say"), full=fields.text("full"))
    if not entry.value.entries:
        faults.error(entry.key, Fault.EMPTY_CONCEPT, name=name)
    return concept


def read_points(fields: Fields, key: str, faults: Faults) -> tuple[Point, ...]:
    """The points of the opening or of what comes after, each named by its place unless the author named it."""
    points = []
    taken: dict[str, Place] = {}
    for count, node in enumerate(fields.items(key), start=1):
        point = _point(node, key, count, faults)
        if point is None:
            continue
        first = taken.setdefault(fold(point.id), node.place)
        if first is not node.place:
            faults.error(node, Fault.ID_TAKEN, id=point.id, first_line=str(first.line))
        points.append(point)
    return tuple(points)


def _point(node: Node, key: str, count: int, faults: Faults) -> Point | None:
    if isinstance(node, ListNode):
        faults.error(node, Fault.WANTED_TEXT_OR_KEYS, key=key)
        return None
    if isinstance(node, TextNode):
        text = node.text.strip()
        if not text:
            faults.error(node, Fault.EMPTY_ITEM, key=key)
            return None
        unspaced(node, POINT_KEYS, faults)
        return Point(str(count), text)
    fields = Fields(node, POINT_KEYS, faults, wording=True, missing="point")
    own = fields.text_node("id")
    if own is not None and not is_id(own.text):
        faults.error(own, Fault.ID_FORM, id=own.text)
    name = str(count) if own is None else own.text
    return Point(name, fields.text("point") or "", fields.choices("gate", GATES))


def read_recorder(fields: Fields, faults: Faults) -> Recorder | None:
    """The recorder: its name and how long it may run; a bare text is the name."""
    node = fields.node("recorder")
    if isinstance(node, MapNode):
        keys = Fields(node, RECORDER_KEYS, faults)
        recorder = Recorder(keys.line("name"), keys.minutes("limit"))
        if not node.entries:
            faults.error(node, Fault.WANTED_KEYS, key="recorder", example=KEY_EXAMPLES["recorder"])
        return None if recorder == Recorder() else recorder
    if isinstance(node, ListNode):
        faults.error(node, Fault.WANTED_TEXT_OR_KEYS, key="recorder")
        return None
    name = fields.line("recorder")
    return None if name is None else Recorder(name)
