"""Kinds of change between two guides, and applying them.

Each kind is a value that people can be told and that can be applied.

Places count from 1. ``question`` is an id, ``""`` for what is about the guide as a whole.
"""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Literal

from guide.frozen import Value
from guide.labels import label_of
from guide.model import Concept, Guide, Point, Probe, Question, ResearchQuestion, Section
from guide.problems import fold_case
from guide.schema import (
    CONCEPT_KEYS,
    GUIDE_KEYS,
    POINT_KEYS,
    QUESTION_KEYS,
    RESEARCH_QUESTION_KEYS,
    SECTION_KEYS,
    KeyTable,
)

Part = Literal["research_question", "concept", "opening", "section", "after"]
PartValue = ResearchQuestion | Concept | Point | Section

CLOSING_PLACE = 0
"""The place of the closing among the sections."""


class Spot(Value):
    """Where a question stands: in which section (``CLOSING_PLACE``: the closing), with which title, behind what.

    ``place`` counts within the section; ``follows`` and ``precedes`` are the ids around it, ``""`` at an end.
    """

    section: int
    title: str
    place: int
    follows: str = ""
    precedes: str = ""


class Reworded(Value):
    """A question asked in other words; a label that was made from the old ones is made from the new."""

    kind: ClassVar[str] = "reworded"
    question: str
    before: str
    after: str


class Moved(Value):
    """A question that stands elsewhere."""

    kind: ClassVar[str] = "moved"
    question: str
    before: Spot
    after: Spot


class Added(Value):
    """A question that is new."""

    kind: ClassVar[str] = "added"
    question: str
    value: Question
    place: Spot


class Dropped(Value):
    """A question that is gone."""

    kind: ClassVar[str] = "dropped"
    question: str
    value: Question
    place: Spot


class ProbeAdded(Value):
    """A probe that is new, and its place among the question's probes."""

    kind: ClassVar[str] = "probe_added"
    question: str
    place: int
    probe: Probe


class ProbeDropped(Value):
    """A probe that is gone, and the place that it had."""

    kind: ClassVar[str] = "probe_dropped"
    question: str
    place: int
    probe: Probe


class ProbeReworded(Value):
    """A probe asked in other words or under another condition."""

    kind: ClassVar[str] = "probe_reworded"
    question: str
    place: int
    before: Probe
    after: Probe


class ProbeMoved(Value):
    """A probe that comes earlier or later among the question's probes."""

    kind: ClassVar[str] = "probe_moved"
    question: str
    probe: Probe
    before: int
    after: int


class FieldChanged(Value):
    """Any other key of a question or, where ``question`` is empty, of the guide; ``key`` as in ``guide.yaml``."""

    kind: ClassVar[str] = "changed"
    question: str
    key: str
    before: object
    after: object


class PartAdded(Value):
    """A research question, concept, point or section that is new; a section comes without its questions."""

    question: ClassVar[str] = ""
    part: Part
    place: int
    value: PartValue

    @property
    def kind(self) -> str:
        """Such as ``section_added``."""
        return f"{self.part}_added"


class PartDropped(Value):
    """A research question, concept, point or section that is gone."""

    question: ClassVar[str] = ""
    part: Part
    place: int
    value: PartValue

    @property
    def kind(self) -> str:
        """Such as ``section_dropped``."""
        return f"{self.part}_dropped"


class PartMoved(Value):
    """A research question, concept, point or section that stands elsewhere; ``name`` is its id, name or title."""

    question: ClassVar[str] = ""
    part: Part
    name: str
    before: int
    after: int

    @property
    def kind(self) -> str:
        """Such as ``section_moved``."""
        return f"{self.part}_moved"


class PartChanged(Value):
    """One key of a research question, concept, point or section.

    What a section serves, those of its questions serve too that served the same.
    """

    question: ClassVar[str] = ""
    part: Part
    place: int
    name: str
    key: str
    before: object
    after: object

    @property
    def kind(self) -> str:
        """Such as ``section_changed``."""
        return f"{self.part}_changed"


Change = (
    Reworded
    | Moved
    | Added
    | Dropped
    | ProbeAdded
    | ProbeDropped
    | ProbeReworded
    | ProbeMoved
    | FieldChanged
    | PartAdded
    | PartDropped
    | PartMoved
    | PartChanged
)


_IN_PARTS = frozenset({"wording", "points", "questions", "sections", "research questions", "concepts", "probes"})
"""Kinds of which each part is compared for itself."""


def _fields(keys: KeyTable) -> Mapping[str, str]:
    return {name: key.field for name, key in keys.items() if key.kind not in _IN_PARTS}


QUESTION_FIELDS = _fields(QUESTION_KEYS)
"""The keys of a question that are simply the one or the other, with their names in the model."""

GUIDE_FIELDS = _fields(GUIDE_KEYS)
"""The same for the guide."""

PART_FIELDS: Mapping[Part, Mapping[str, str]] = {
    "research_question": {"id": "id", **_fields(RESEARCH_QUESTION_KEYS)},
    "concept": {"name": "name", **_fields(CONCEPT_KEYS)},
    "opening": _fields(POINT_KEYS),
    "section": _fields(SECTION_KEYS),
    "after": _fields(POINT_KEYS),
}
"""The same for its parts."""

NAMED_BY: Mapping[Part, str] = {
    "research_question": "id",
    "concept": "name",
    "opening": "text",
    "section": "title",
    "after": "text",
}
"""The field that tells people which part is meant."""


class ChangeError(ValueError):
    """A change is about something that the guide does not have, or has otherwise."""


class WorkingGuide:
    """A guide while it is changed; the questions of its sections stand beside them, in ``questions``."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.parts: dict[Part, list[Any]] = {
            "research_question": list(guide.research_questions),
            "concept": list(guide.concepts),
            "opening": list(guide.opening),
            "section": [section.but(questions=()) for section in guide.sections],
            "after": list(guide.after),
        }
        self.questions: list[list[Question]] = [list(section.questions) for section in guide.sections]
        self.closing: list[Question] = list(guide.closing)

    def whole(self) -> Guide:
        """The guide as it is now."""
        sections = zip(self.parts["section"], self.questions, strict=True)
        return self.guide.but(
            research_questions=tuple(self.parts["research_question"]),
            concepts=tuple(self.parts["concept"]),
            opening=tuple(self.parts["opening"]),
            sections=tuple(section.but(questions=tuple(questions)) for section, questions in sections),
            closing=tuple(self.closing),
            after=tuple(self.parts["after"]),
        )

    def questions_in(self, section: int) -> list[Question]:
        """The questions of a section, or of the closing."""
        return self.closing if section == CLOSING_PLACE else self.questions[section - 1]

    def find(self, id: str) -> tuple[int, int]:
        """The section and the place in it of a question; raises ``ChangeError`` when there is none."""
        for same in (str, fold_case):
            wanted = same(id)
            for section, questions in enumerate((self.closing, *self.questions)):
                for place, question in enumerate(questions, 1):
                    if same(question.id) == wanted:
                        return section, place
        raise ChangeError(id)

    def spot(self, section: int, place: int) -> Spot:
        """Where a question stands."""
        questions = self.questions_in(section)
        title = "" if section == CLOSING_PLACE else self.parts["section"][section - 1].title
        follows = questions[place - 2].id if place > 1 else ""
        precedes = questions[place].id if place < len(questions) else ""
        return Spot(section, title, place, follows, precedes)

    def apply(self, change: Change) -> None:
        """Do what the change says; raises ``ChangeError`` where it does not fit."""
        try:
            self._apply(change)
        except IndexError:
            raise ChangeError(change.kind) from None

    def _apply(self, change: Change) -> None:
        match change:
            case Reworded():
                self._reword(change)
            case FieldChanged(question=""):
                self._must(getattr(self.guide, change.key), change.before)
                self.guide = self.guide.but(**{change.key: change.after})
            case FieldChanged():
                self._change(change)
            case Moved():
                question = self._take(change.question)
                self.questions_in(change.after.section).insert(change.after.place - 1, question)
            case Added():
                self.questions_in(change.place.section).insert(change.place.place - 1, change.value)
            case Dropped():
                self._take(change.question)
            case ProbeAdded() | ProbeDropped() | ProbeReworded() | ProbeMoved():
                section, place = self.find(change.question)
                question = self.questions_in(section)[place - 1]
                self.questions_in(section)[place - 1] = question.but(probes=_probes(list(question.probes), change))
            case PartAdded() | PartDropped() | PartMoved():
                self._list(change)
            case PartChanged():
                self._change_part(change)

    def _take(self, id: str) -> Question:
        section, place = self.find(id)
        return self.questions_in(section).pop(place - 1)

    def _must(self, found: object, wanted: object) -> None:
        if found != wanted:
            raise ChangeError(f"{wanted!r}")

    def _reword(self, change: Reworded) -> None:
        section, place = self.find(change.question)
        question = self.questions_in(section)[place - 1]
        self._must(question.ask, change.before)
        label = label_of(change.after) if question.label == label_of(question.ask) else question.label
        self.questions_in(section)[place - 1] = question.but(ask=change.after, label=label)

    def _change(self, change: FieldChanged) -> None:
        section, place = self.find(change.question)
        question = self.questions_in(section)[place - 1]
        name = QUESTION_FIELDS[change.key]
        self._must(getattr(question, name), change.before)
        self.questions_in(section)[place - 1] = question.but(**{name: change.after})

    def _change_part(self, change: PartChanged) -> None:
        items = self.parts[change.part]
        item = items[change.place - 1]
        name = PART_FIELDS[change.part][change.key]
        self._must(getattr(item, name), change.before)
        items[change.place - 1] = item.but(**{name: change.after})
        if change.part == "section" and change.key == "serves":
            questions = self.questions[change.place - 1]
            questions[:] = [
                question.but(serves=change.after) if question.serves == change.before else question
                for question in questions
            ]

    def _list(self, change: PartAdded | PartDropped | PartMoved) -> None:
        items = self.parts[change.part]
        lists: list[list[Any]] = [items, self.questions] if change.part == "section" else [items]
        numbered = {id(item) for place, item in enumerate(items, 1) if _is_numbered(item, place)}
        match change:
            case PartAdded():
                items.insert(
                    change.place - 1,
                    change.value.but(questions=()) if isinstance(change.value, Section) else change.value,
                )
                if change.part == "section":
                    self.questions.insert(change.place - 1, [])
                if _is_numbered(change.value, change.place):
                    numbered.add(id(change.value))
            case PartDropped():
                for one in lists:
                    one.pop(change.place - 1)
            case PartMoved():
                for one in lists:
                    one.insert(change.after - 1, one.pop(change.before - 1))
        items[:] = [item.but(id=str(at)) if id(item) in numbered else item for at, item in enumerate(items, 1)]


def _is_numbered(item: PartValue, place: int) -> bool:
    """Whether it is a point that is named by its place."""
    return isinstance(item, Point) and item.id == str(place)


def _probes(probes: list[Probe], change: ProbeAdded | ProbeDropped | ProbeReworded | ProbeMoved) -> tuple[Probe, ...]:
    match change:
        case ProbeAdded():
            probes.insert(change.place - 1, change.probe)
        case ProbeDropped():
            probes.pop(change.place - 1)
        case ProbeReworded():
            probes[change.place - 1] = change.after
        case ProbeMoved():
            probes.insert(change.after - 1, probes.pop(change.before - 1))
    return tuple(probes)


def apply_changes(old: Guide, changes: Iterable[Change]) -> Guide:
    """The guide that the changes make of ``old``; raises ``ChangeError`` when they belong to another guide."""
    working = WorkingGuide(old)
    for change in changes:
        working.apply(change)
    return working.whole()
