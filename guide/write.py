"""Writing ``guide.yaml`` as a person would have.

Block style, plain wordings, nothing that goes without saying.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from guide.frozen import NOTHING, Value
from guide.keys import GUIDE_KEYS, POINT_KEYS, PROBE_KEYS
from guide.labels import label_of
from guide.mapping_reader import lacks_space
from guide.model import Concept, DataLimits, Guide, Part, Point, Probe, Question, Recorder, ResearchQuestion, Section
from guide.nodes import START, TextNode
from guide.problems import ProblemList
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
    shapes = _without_empty(
        title=guide.title,
        language=guide.language,
        minutes=minutes_text(guide.minutes),
        problem=guide.problem,
        research_questions=Block(tuple(research_question_entry(question) for question in guide.research_questions)),
        concepts=Block(tuple(concept_entry(concept) for concept in guide.concepts)),
        opening=points_listing(guide.opening, "opening"),
        sections=Listing(tuple(section_item(section, number) for number, section in enumerate(guide.sections, 1))),
        closing=Listing(tuple(question_item(question) for question in guide.closing)),
        after=points_listing(guide.after, "after"),
        bridges=Listing(tuple(Item(text, f"bridge:{number}") for number, text in enumerate(guide.bridges, 1))),
        on_withdrawal=guide.on_withdrawal,
        anonymous=_flag(guide.anonymous),
        recorder=recorder_shape(guide.recorder),
        data=data_shape(guide.data),
        accepted=overruling_shape(guide.accepted),
    )
    return Block(tuple(KeyShape(key, shape, key) for key, shape in shapes.items()))


def research_question_entry(question: ResearchQuestion) -> KeyShape:
    """A research question under its id, a bare text where that says everything."""
    place = f"rq:{question.id}"
    if not question.parts and question.short == label_of(question.text):
        return KeyShape(question.id, question.text, place)
    shapes = _without_empty(
        text=question.text,
        short=question.short if question.short != label_of(question.text) else None,
        parts=Block(tuple(part_entry(part) for part in question.parts)),
    )
    return KeyShape(question.id, _block(shapes), place)


def part_entry(part: Part) -> KeyShape:
    """A part of a research question under its id."""
    if part.short == label_of(part.text):
        return KeyShape(part.id, part.text, f"rq:{part.id}")
    return KeyShape(part.id, _block({"text": part.text, "short": part.short}), f"rq:{part.id}")


def concept_entry(concept: Concept) -> KeyShape:
    """A concept under its name, a bare text where there is a short form alone."""
    place = f"concept:{concept.name}"
    if concept.short is not None and len(concept.forms) == 1:
        return KeyShape(concept.name, concept.short, place)
    return KeyShape(
        concept.name, _block(_without_empty(short=concept.short, say=concept.say, full=concept.full)), place
    )


def points_listing(points: Sequence[Point], key: str) -> Listing:
    """The points of the opening or of the debriefing."""
    return Listing(tuple(Item(point_shape(point, number), f"{key}:{number}") for number, point in enumerate(points, 1)))


def point_shape(point: Point, place: int) -> Shape:
    """A point, a bare text where it is named by its place in the list, from 1."""
    named = point.id == str(place)
    if named and not point.gate and is_bare(point.text, POINT_KEYS):
        return point.text
    gate = None if not point.gate else point.gate[0] if len(point.gate) == 1 else ShortList(point.gate)
    words = {"id": None if named else point.id, "point": point.text, "gate": gate}
    return ShortMapping(tuple((key, text) for key, text in words.items() if text is not None))


def recorder_shape(recorder: Recorder | None) -> Shape | None:
    """The recorder, a bare text where its name says everything."""
    if recorder is None:
        return None
    if recorder.limit is None and recorder.name is not None:
        return recorder.name
    words = {"name": recorder.name, "limit": minutes_text(recorder.limit)}
    return ShortMapping(tuple((key, text) for key, text in words.items() if text is not None))


def data_shape(limits: DataLimits | None) -> Shape | None:
    """The class of the material and its dates, on one line."""
    if limits is None:
        return None
    colour = {} if limits.colour is None else {"class": limits.colour}
    return ShortMapping(tuple((colour | dict(limits.dates)).items()))


def section_item(section: Section, place: int) -> Item:
    """A section with its questions; ``place`` counts from 1."""
    questions = Listing(tuple(question_item(question, section.serves) for question in section.questions))
    head = _without_empty(
        title=section.title,
        serves=serves_shape(section.serves) if section.serves else None,
        minutes=minutes_text(section.minutes),
    )
    return Item(_block(head | {"questions": questions}), f"section:{place}")


def question_item(question: Question, usual: tuple[str, ...] = ()) -> Item:
    """A question in a section that serves ``usual``."""
    return Item(_block(question_shapes(question, usual)), f"question:{question.id}")


def question_shapes(question: Question, usual: tuple[str, ...] = ()) -> dict[str, Shape]:
    """What there is to say of a question in a section that serves ``usual``, by key, in the usual order."""
    return _without_empty(
        id=question.id,
        ask=question.ask,
        short=question.label if question.label != label_of(question.ask) else None,
        serves=serves_shape(question.serves) if question.serves != usual else None,
        probes=probes_listing(question),
        optional=_flag(question.optional),
        minutes=minutes_text(question.minutes),
        concepts=ShortList(question.concepts),
        listen_for=ShortList(question.listen_for),
        priority=str(question.priority) if question.priority else None,
        examples=str(question.examples) if question.examples else None,
        leans_on=ShortList(question.leans_on),
        alone=question.alone,
        two_sided=_flag(question.two_sided),
        sensitive=_flag(question.sensitive),
        aim=question.aim,
        accepted=overruling_shape(question.accepted),
    )


def probes_listing(question: Question) -> Listing:
    """A question's probes."""
    probes = enumerate(question.probes, 1)
    return Listing(tuple(Item(probe_shape(probe), f"probe:{question.id}:{number}") for number, probe in probes))


def probe_shape(probe: Probe) -> Shape:
    """A probe, a bare text where it has no condition."""
    if probe.condition is None:
        return probe.ask if is_bare(probe.ask, PROBE_KEYS) else _block({"ask": probe.ask})
    return ShortMapping((("ask", probe.ask), ("if", probe.condition)))


def is_bare(text: str, known: Sequence[str]) -> bool:
    """Whether a text may stand where a mapping with these keys could, without being taken for one of them."""
    return not lacks_space(TextNode(START, text), known, ProblemList(""))


def serves_shape(targets: tuple[str, ...]) -> Shape:
    """What a section or question serves."""
    return targets[0] if len(targets) == 1 else ShortList(targets)


def overruling_shape(accepted: Mapping[str, str]) -> Shape:
    """Advice overruled, with the reasons."""
    return ShortMapping(tuple(accepted.items()))


def minutes_text(minutes: float | None) -> str | None:
    """A number of minutes, without an exponent."""
    if minutes is None:
        return None
    return str(int(minutes)) if minutes == int(minutes) else format(Decimal(repr(minutes)), "f")


def _flag(value: bool) -> str | None:  # noqa: FBT001  the value itself
    return "true" if value else None


def _block(shapes: Mapping[str, Shape]) -> Block:
    return Block(tuple(KeyShape(key, shape) for key, shape in shapes.items()))


def _without_empty(**shapes: Shape | None) -> dict[str, Shape]:
    """The shapes that say something, under their keys."""
    return {key: shape for key, shape in shapes.items() if shape is not None and not _says_nothing(key, shape)}


def _says_nothing(key: str, shape: Shape) -> bool:
    match shape:
        case str():
            return not shape
        case ShortList(texts=texts) | ShortMapping(texts=texts):
            return not texts and key != "serves"
        case Block(entries=entries):
            return not entries
        case Listing(items=items):
            return not items
