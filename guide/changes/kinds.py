"""What can change between two guides, each kind a value that people can be told and that can be applied.

Places count from 1. ``question`` is an id, ``""`` for what is about the guide as a whole.
"""

from typing import ClassVar, Literal

from guide.model import Concept, Point, Probe, Question, ResearchQuestion, Section
from guide.values import Value

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
