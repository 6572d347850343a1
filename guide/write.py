"""Writing ``guide.yaml`` as a person would have.

Block style, plain wordings, nothing that goes without saying.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from guide.frozen import NOTHING, Value
from guide.labels import label_of
from guide.mapping_reader import lacks_space
from guide.model import Concept, Guide, Part, Point, Probe, Question, Recorder, ResearchQuestion, Section
from guide.nodes import START, TextNode
from guide.problems import ProblemList
from guide.schema import (
    CONCEPT_KEYS,
    DATA_KEYS,
    GUIDE_KEYS,
    PART_KEYS,
    POINT_KEYS,
    PROBE_KEYS,
    QUESTION_KEYS,
    RECORDER_KEYS,
    RESEARCH_QUESTION_KEYS,
    SECTION_KEYS,
    KeyTable,
)
from guide.yaml_shapes import (
    STEP,
    Block,
    Item,
    KeyShape,
    Listing,
    Remark,
    Shape,
    ShortList,
    ShortMapping,
    comment_lines,
    entry_lines,
    item_lines,
)

APART = frozenset(GUIDE_KEYS) - {"title", "language", "minutes", "problem", "accepted"}
"""What stands apart from what is above it."""


class Remarks(Value):
    """Comments for a guide that is written: lines without their ``#``.

    ``head`` stands at the top of the file. ``on`` has those above a place: ``"title"`` or any other key of the guide,
    ``"rq:A"``, ``"concept:mentor"``, ``"opening:2"``, ``"after:1"`` and ``"bridge:1"`` (its place), ``"section:1"``,
    ``"question:B3"``, ``"probe:B3:2"``; ``"left_out"``, and what is said of places that there are not, comes last.
    """

    head: tuple[str, ...] = ()
    on: Mapping[str, tuple[str, ...]] = NOTHING


NO_REMARKS = Remarks()
"""Nothing to say."""

LEFT_OUT = "left_out"
"""The place at the end of the file."""


def write_guide(guide: Guide, remarks: Remarks = NO_REMARKS) -> str:
    """The text of ``guide.yaml``, every id written out; reading it gives the guide back, whatever its words are."""
    said = {LEFT_OUT}

    def remark(place: str) -> tuple[str, ...]:
        found = () if place in said else remarks.on.get(place, ())
        said.add(place)
        return found

    lines = [*comment_lines(remarks.head, 0)]
    if lines:
        lines.append("")
    above: Shape | None = None
    for entry in guide_block(guide).entries:
        if above is not None and (entry.key in APART or isinstance(above, Block | Listing)):
            lines.append("")
        above = entry.value
        lines += _apart(entry, remark) if entry.key == "sections" else entry_lines(entry, 0, remark)
    rest = tuple(line for place, found in remarks.on.items() if place not in said for line in found)
    for end in (rest, remarks.on.get(LEFT_OUT, ())):
        if end:
            lines += ["", *comment_lines(end, 0)]
    return "".join(f"{line}\n" for line in lines)


def _apart(entry: KeyShape, remark: Remark) -> Iterator[str]:
    """The lines of a list, a blank one between its items."""
    items = entry.value.items if isinstance(entry.value, Listing) else ()
    yield from comment_lines(remark(entry.place), 0)
    yield f"{entry.key}:"
    for number, item in enumerate(items):
        if number:
            yield ""
        yield from item_lines(item, STEP, remark)


def guide_block(guide: Guide) -> Block:
    """The whole guide, in the order in which its keys are known."""
    return Block(tuple(KeyShape(key, shape, key) for key, shape in shapes_of(GUIDE_KEYS, guide).items()))


def shapes_of(keys: KeyTable, told: Value, own: Mapping[str, Shape | None] = NOTHING) -> dict[str, Shape]:
    """What there is to say of a value of the model, by key, in the usual order.

    ``own`` are shapes as they are to stand, None for none.
    """
    found: dict[str, Shape] = {}
    for name, key in keys.items():
        if name in own:
            shape = own[name]
        else:
            value, convert = getattr(told, key.field), SHAPES.get(key.kind)
            shape = (value if convert is None else convert(value, name)) if value else None
        if shape is not None:
            found[name] = shape
    return found


def _target(keys: KeyTable, target: ResearchQuestion | Part) -> KeyShape:
    """A research question or part under its id, a bare text where that says everything."""
    shapes = shapes_of(keys, target, {"short": _own_label(target.short, target.text)})
    return _under_name(target.id, shapes, "text", f"rq:{target.id}")


def _concept(concept: Concept) -> KeyShape:
    """A concept under its name, a bare text where there is a short form alone."""
    return _under_name(concept.name, shapes_of(CONCEPT_KEYS, concept), "short", f"concept:{concept.name}")


def _under_name(name: str, shapes: Mapping[str, Shape], bare: str, place: str) -> KeyShape:
    """An entry that its author named; the value of one key stands for the mapping where it says everything."""
    return KeyShape(name, shapes[bare] if shapes.keys() == {bare} else _block(shapes), place)


def _points(points: Sequence[Point], key: str) -> Listing:
    """The points of the opening or of the debriefing."""
    return Listing(tuple(Item(_point(point, number), f"{key}:{number}") for number, point in enumerate(points, 1)))


def _point(point: Point, place: int) -> Shape:
    """A point, a bare text where it is named by its place in the list, from 1."""
    shapes = shapes_of(POINT_KEYS, point, {"id": None} if point.id == str(place) else NOTHING)
    return point.text if shapes.keys() == {"point"} and is_bare(point.text, POINT_KEYS) else _on_one_line(shapes)


def _recorder(recorder: Recorder, _: str) -> Shape:
    """The recorder, a bare text where its name says everything."""
    shapes = shapes_of(RECORDER_KEYS, recorder)
    return shapes["name"] if shapes.keys() == {"name"} else _on_one_line(shapes)


def section_item(section: Section, place: int) -> Item:
    """A section with its questions; ``place`` counts from 1."""
    return Item(_block(section_shapes(section)), f"section:{place}")


def section_shapes(section: Section) -> dict[str, Shape]:
    """What there is to say of a section, by key, in the usual order."""
    questions = Listing(tuple(question_item(question, section.serves) for question in section.questions))
    serves = one_or_list(section.serves) if section.serves else None
    return shapes_of(SECTION_KEYS, section, {"serves": serves, "questions": questions})


def question_item(question: Question, usual: tuple[str, ...] = ()) -> Item:
    """A question in a section that serves ``usual``."""
    return Item(_block(question_shapes(question, usual)), f"question:{question.id}")


def question_shapes(question: Question, usual: tuple[str, ...] = ()) -> dict[str, Shape]:
    """What there is to say of a question in a section that serves ``usual``, by key, in the usual order."""
    own: dict[str, Shape | None] = {
        "short": _own_label(question.label, question.ask),
        "serves": None if question.serves == usual else one_or_list(question.serves),
        "probes": _probes(question),
    }
    return shapes_of(QUESTION_KEYS, question, own)


def _own_label(label: str, text: str) -> str | None:
    """A label that is not the one that would be made."""
    return None if label == label_of(text) else label


def _probes(question: Question) -> Listing | None:
    probes = enumerate(question.probes, 1)
    items = tuple(Item(_probe(probe), f"probe:{question.id}:{number}") for number, probe in probes)
    return Listing(items) if items else None


def _probe(probe: Probe) -> Shape:
    """A probe, a bare text where it has no condition."""
    shapes = shapes_of(PROBE_KEYS, probe)
    if shapes.keys() == {"ask"}:
        return probe.ask if is_bare(probe.ask, PROBE_KEYS) else _block(shapes)
    return _on_one_line(shapes)


def is_bare(text: str, known: KeyTable) -> bool:
    """Whether a text may stand where a mapping with these keys could, without being taken for one of them."""
    return not lacks_space(TextNode(START, text), known, ProblemList(""))


def minutes_text(minutes: float, _: str = "") -> str:
    """A number of minutes, without an exponent."""
    return str(int(minutes)) if minutes == int(minutes) else format(Decimal(repr(minutes)), "f")


def one_or_list(words: tuple[str, ...], _: str = "") -> Shape:
    """One word as it is, several or none as a list."""
    return words[0] if len(words) == 1 else ShortList(words)


SHAPES: Mapping[str, Callable[[Any, str], Shape]] = {
    "yes or no": lambda *_: "true",
    "anonymity": lambda *_: "true",
    "minutes": minutes_text,
    "count": lambda count, _: str(count),
    "choices": one_or_list,
    "words": lambda words, _: ShortList(words),
    "targets": lambda targets, _: ShortList(targets),
    "names": lambda names, _: ShortList(names),
    "sentences": lambda texts, _: Listing(
        tuple(Item(text, f"bridge:{number}") for number, text in enumerate(texts, 1))
    ),
    "reasons": lambda reasons, _: ShortMapping(tuple(reasons.items())),
    "research questions": lambda questions, _: Block(tuple(_target(RESEARCH_QUESTION_KEYS, one) for one in questions)),
    "parts": lambda parts, _: Block(tuple(_target(PART_KEYS, one) for one in parts)),
    "concepts": lambda concepts, _: Block(tuple(_concept(one) for one in concepts)),
    "points": _points,
    "sections": lambda sections, _: Listing(tuple(section_item(one, place) for place, one in enumerate(sections, 1))),
    "questions": lambda questions, _: Listing(tuple(question_item(one) for one in questions)),
    "recorder": _recorder,
    "data": lambda limits, _: _on_one_line(shapes_of(DATA_KEYS, limits)),
}
"""How each kind of value is written under its key where it says anything, and not simply as a text."""


def _block(shapes: Mapping[str, Shape]) -> Block:
    return Block(tuple(KeyShape(key, shape) for key, shape in shapes.items()))


def _on_one_line(shapes: Mapping[str, Shape]) -> Shape:
    short = tuple((key, shape) for key, shape in shapes.items() if isinstance(shape, str | ShortList))
    return ShortMapping(short) if len(short) == len(shapes) else _block(shapes)
