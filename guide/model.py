"""The interview guide as plain values.

They are named after the field's own terms.

Two levels of questions, research questions in theory language and interview questions in everyday language, after
Kvale & Brinkmann; a research question may have parts. Nothing here reads a file or knows a screen.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from guide.frozen import NOTHING, Value
from guide.labels import distinct_labels
from guide.schema import DATA_LIMITS

ConceptLevel = Literal["short", "say", "full"]


class Part(Value):
    """One part of a research question, such as the "where" beside the "how"."""

    id: str
    text: str
    short: str


class ResearchQuestion(Value):
    """What the researcher wants to know; ``parts`` is empty when it has none."""

    id: str
    text: str
    short: str
    parts: tuple[Part, ...] = ()

    @property
    def targets(self) -> "tuple[ResearchQuestion | Part, ...]":
        """What a question may serve here: the research question itself, then its parts."""
        return (self, *self.parts)


class Concept(Value):
    """A key concept with its agreed clarifications: a reminder, a sentence to say aloud, and the full definition."""

    name: str
    short: str | None = None
    say: str | None = None
    full: str | None = None

    @property
    def forms(self) -> tuple[tuple[ConceptLevel, str], ...]:
        """The clarifications there are, shortest form first."""
        levels: tuple[tuple[ConceptLevel, str | None], ...] = (
            ("short", self.short),
            ("say", self.say),
            ("full", self.full),
        )
        return tuple((level, text) for level, text in levels if text)


class Point(Value):
    """A point of the opening or of the debriefing, to be ticked in any order, not read aloud.

    ``gate`` holds ``"start"`` when the point is wanted before the first question, ``"recording"`` when it is wanted
    before the recorder is marked as running.
    """

    id: str
    text: str
    gate: tuple[str, ...] = ()


class Recorder(Value):
    """The recorder that lies on the table; ``limit`` is how many minutes one recording may last."""

    name: str | None = None
    limit: float | None = None


class DataLimits(Value):
    """How confidential the material is, and the dates by which what was promised must be done.

    ``colour`` is the class of the institution's storage guide (the guide's ``class``): green, yellow, red or black.
    The dates are written as 2027-01-31; each is None where nothing was said.
    """

    colour: str | None = None
    recording: str | None = None
    transcripts: str | None = None
    key: str | None = None
    end: str | None = None

    @property
    def dates(self) -> Mapping[str, str]:
        """The dates there are, by the names that the guide has for them."""
        return {name: date for name in DATA_LIMITS if (date := getattr(self, name)) is not None}


class Probe(Value):
    """A prepared follow-up question; ``condition`` says when it applies (the guide's ``if``)."""

    ask: str
    condition: str | None = None


class Question(Value):
    """An interview question, put to the informant in everyday words.

    ``serves`` holds ids of research questions or parts, the first decides where it stands in the review's matrix.
    ``label`` has at most 28 characters. ``minutes`` is the planned time. ``leans_on`` holds ids of questions, research
    questions or parts that must have been talked about for ``ask`` to make sense; ``alone`` is how it sounds without.
    ``priority`` says which are told first when time runs out, 1 before 2, and 0 last.
    ``examples`` is how many concrete examples are wanted, 0 where none is asked for.
    """

    id: str
    ask: str
    label: str
    serves: tuple[str, ...] = ()
    probes: tuple[Probe, ...] = ()
    optional: bool = False
    minutes: float | None = None
    concepts: tuple[str, ...] = ()
    listen_for: tuple[str, ...] = ()
    priority: int = 0
    examples: int = 0
    leans_on: tuple[str, ...] = ()
    alone: str | None = None
    two_sided: bool = False
    sensitive: bool = False
    aim: str | None = None
    accepted: Mapping[str, str] = NOTHING


class Section(Value):
    """A run of questions under one title, in the order in which they were planned; ``minutes`` is its planned time."""

    title: str
    serves: tuple[str, ...]
    questions: tuple[Question, ...]
    minutes: float | None = None


class Group(Value):
    """The questions that stand together: in tables those whose first target is ``id``, on the screen a section's.

    Their labels are unlike one another, which those of ``Guide.questions`` need not be.
    ``id`` is a research question's or a part's, or ``""``: questions that serve none, a section that is not the same
    thing as one of them; the closing is a group too. ``serves`` is what all questions of a section serve, if they do.
    """

    id: str
    title: str
    questions: tuple[Question, ...]
    closing: bool = False
    serves: tuple[str, ...] = ()


class Guide(Value):
    """A whole interview guide. ``minutes`` is the planned length of the interview.

    ``bridges`` are sentences that lead a talk that drifts back to the guide. In an ``anonymous`` study nothing that is
    written tells when, on which machine, or of whom.
    """

    title: str
    language: str = "nb"
    minutes: float | None = None
    problem: str | None = None
    research_questions: tuple[ResearchQuestion, ...] = ()
    concepts: tuple[Concept, ...] = ()
    opening: tuple[Point, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[Question, ...] = ()
    after: tuple[Point, ...] = ()
    bridges: tuple[str, ...] = ()
    on_withdrawal: str | None = None
    anonymous: bool = False
    recorder: Recorder | None = None
    data: DataLimits | None = None
    accepted: Mapping[str, str] = NOTHING

    @cached_property
    def as_held(self) -> "Guide":
        """The guide as an interview keeps a copy of it: without the project's dates, which nobody is asked about."""
        return self if self.data is None else self.but(data=None)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question in the guide's order, the closing last."""
        planned = tuple(question for section in self.sections for question in section.questions)
        return planned + self.closing

    @cached_property
    def _by_id(self) -> dict[str, Question]:
        return {question.id.casefold(): question for question in self.questions}

    @cached_property
    def _owners(self) -> dict[str, str]:
        return {target.id.casefold(): owner.id for owner in self.research_questions for target in owner.targets}

    def question(self, id: str) -> Question | None:
        """The question with this id, compared without case, or None."""
        return self._by_id.get(id.casefold())

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The label to show for each question, by id; none made from a wording is another's too."""
        return distinct_labels((question.id, question.ask, question.label) for question in self.questions)

    def owner(self, target: str) -> str | None:
        """The research question that ``target``, itself or one of its parts, belongs to."""
        return self._owners.get(target.casefold())

    def theme_of(self, id: str) -> str:
        """The title of the question's section; empty where sections and research questions are the same thing."""
        own = (one for one in self.layout if not one.id and not one.closing)
        return next((one.title for one in own if any(question.id == id for question in one.questions)), "")

    def gating(self, gate: str) -> tuple[Point, ...]:
        """The opening's points that are wanted before this: ``"start"`` or ``"recording"``."""
        return tuple(point for point in self.opening if gate in point.gate)

    @property
    def targets(self) -> tuple[ResearchQuestion | Part, ...]:
        """Every research question followed by its parts: what coverage is counted for."""
        found: list[ResearchQuestion | Part] = []
        for owner in self.research_questions:
            found += (owner, *owner.parts)
        return tuple(found)

    def serving(self, target: str) -> tuple[Question, ...]:
        """The questions that count for a research question (those of its parts included) or for one part."""
        return self._serving.get(target.casefold(), ())

    @cached_property
    def _serving(self) -> dict[str, tuple[Question, ...]]:
        found: dict[str, dict[str, Question]] = {target: {} for target in self._owners}
        for question in self.questions:
            for target in question.serves:
                owner = self.owner(target)
                for counted in (target, owner):
                    if counted is not None:
                        found.setdefault(counted.casefold(), {})[question.id] = question
        return {target: tuple(questions.values()) for target, questions in found.items()}

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Questions as coverage is told: by the first target each serves, those serving none, the closing."""
        return _groups(self)

    @cached_property
    def told(self) -> "tuple[ResearchQuestion | Part, ...]":
        """Research questions and parts that are counted for themselves, wherever counts are told.

        One with parts is told by them, unless something serves it as a whole.
        """
        served = {id for question in self.questions for id in question.serves}
        return tuple(
            target
            for target in self.targets
            if not isinstance(target, ResearchQuestion) or not target.parts or target.id in served
        )

    @cached_property
    def layout(self) -> tuple[Group, ...]:
        """Questions as the author laid them out, which is how they are suggested: the sections, then the closing."""
        sections = [section for section in self.sections if section.questions]
        firsts = [{question.serves[:1] for question in section.questions} for section in sections]
        shorts = {target.id: target.short for target in self.targets}
        groups = []
        for place, section in enumerate(sections):
            common = {question.serves for question in section.questions}
            serves = next(iter(common)) if len(common) == 1 else ()
            first = next(iter(firsts[place])) if len(firsts[place]) == 1 else ()
            elsewhere = any(first in served for other, served in enumerate(firsts) if other != place)
            own = first[0] if first and not elsewhere and len(serves) < 2 else ""
            title = section.title or (shorts[serves[0]] if len(serves) == 1 else shorts.get(own, ""))
            questions = tuple(_with_label(question, self) for question in section.questions)
            groups.append(Group(own, title, questions, serves=(own,) if own else serves))
        return (*groups, *_closing(self))


def _groups(guide: Guide) -> tuple[Group, ...]:
    members: dict[str, list[Question]] = {}
    for section in guide.sections:
        for question in section.questions:
            first = question.serves[0].casefold() if question.serves else ""
            members.setdefault(first, []).append(_with_label(question, guide))
    groups = []
    for research_question in guide.research_questions:
        for target in research_question.targets:
            own = members.get(target.id.casefold())
            if own:
                groups.append(Group(target.id, target.short, tuple(own)))
    if "" in members:
        groups.append(Group("", "", tuple(members[""])))
    return (*groups, *_closing(guide))


def _closing(guide: Guide) -> tuple[Group, ...]:
    if not guide.closing:
        return ()
    return (Group("", "", tuple(_with_label(question, guide) for question in guide.closing), closing=True),)


def _with_label(question: Question, guide: Guide) -> Question:
    label = guide.labels[question.id]
    return question if label == question.label else question.but(label=label)
