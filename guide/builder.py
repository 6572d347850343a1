"""Guide builder: parsed items become a guide.

Items are read as their authors wrote them; then ids are given, references are looked up, and what hangs together is
checked.
"""

from collections.abc import Callable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import islice
from typing import Any

from guide.frozen import Value
from guide.ids import CLOSING, SERVING_NONE, Names, is_id
from guide.labels import label_of
from guide.mapping_reader import MappingReader, lacks_space, nonempty_text
from guide.model import Concept, DataLimits, Guide, Part, Point, Probe, Question, Recorder, ResearchQuestion, Section
from guide.nodes import START, ListNode, MapEntry, MapNode, Node, Place, TextNode
from guide.problems import Fault, ProblemList, fold_case
from guide.schema import (
    CONCEPT_KEYS,
    DATA_KEYS,
    GUIDE_KEYS,
    MAX_QUESTIONS,
    PART_KEYS,
    POINT_KEYS,
    PROBE_KEYS,
    QUESTION_KEYS,
    RECORDER_KEYS,
    RESEARCH_QUESTION_KEYS,
    SECTION_KEYS,
    KeyTable,
)


class ParsedQuestion(Value):
    """A question whose id and references are still the author's words; ``serves`` is None when the section decides."""

    place: Place
    question: Question
    id: TextNode | None = None
    serves: tuple[TextNode, ...] | None = None
    leans_on: tuple[TextNode, ...] = ()
    concepts: tuple[TextNode, ...] = ()


def read_question(node: Node, key: str, faults: ProblemList, *, closing: bool = False) -> ParsedQuestion | None:
    """One question, from a bare wording or from its keys; None when there is no telling what it asks."""
    if isinstance(node, ListNode):
        faults.error(node, Fault.WANTED_TEXT_OR_KEYS, key=key)
        return None
    if isinstance(node, TextNode):
        ask = node.text.strip()
        if not ask:
            faults.error(node, Fault.EMPTY_WORDING)
            return None
        lacks_space(node, QUESTION_KEYS, faults)
        return ParsedQuestion(place=node.place, question=Question(id="", ask=ask, label=label_of(ask)))
    fields = MappingReader(node, QUESTION_KEYS, faults, wording=True)
    ignored = (
        [QUESTION_KEYS[name] for name in fields.names if QUESTION_KEYS[name].not_in == "closing"] if closing else []
    )
    for one in ignored:
        faults.warning(fields.place_of(one.name), Fault.CLOSING_IGNORED, key=one.name)
    ask = fields.text("ask") or ""
    label = fields.short() or label_of(ask)
    given = _read(fields, _READERS_OF_ALL)
    for one in ignored:
        given.pop(one.field, None)
    words = {name: given.pop(name) for name in ParsedQuestion.field_names() if name in given}
    if closing:
        words["serves"] = ()
    return ParsedQuestion(place=fields.place, question=Question(id="", ask=ask, label=label, **given), **words)


def _read(fields: MappingReader, readers: "Mapping[str, Callable[[MappingReader, str], Any]]") -> dict[str, Any]:
    """What a mapping says under those of its keys whose kind has a reader, by the fields of the model."""
    found = {}
    for name in fields.names:
        key = fields.known[name]
        if key.kind in readers:
            found[key.field] = readers[key.kind](fields, name)
    return found


def _read_probes(fields: MappingReader, key: str) -> tuple[Probe, ...]:
    node, faults = fields.node(key), fields.faults
    if isinstance(node, TextNode):
        text = fields.text(key)
        return () if text is None else (Probe(text),)
    probes = []
    for item in fields.items(key):
        if isinstance(item, TextNode):
            text = item.text.strip()
            if text:
                lacks_space(item, PROBE_KEYS, faults)
                probes.append(Probe(ask=text))
            else:
                faults.error(item, Fault.EMPTY_WORDING)
        elif isinstance(item, MapNode):
            keys = MappingReader(item, PROBE_KEYS, faults, wording=True)
            probes.append(Probe(keys.text("ask") or "", **_read(keys, READERS)))
        else:
            faults.error(item, Fault.WANTED_TEXT_OR_KEYS, key=key)
    return tuple(probes)


def read_concepts(entries: tuple[MapEntry, ...], faults: ProblemList) -> tuple[Concept, ...]:
    """The key concepts with their clarifications; a bare text is the short one."""
    concepts: dict[str, Concept] = {}
    lines: dict[str, int] = {}
    for entry in entries:
        name = " ".join(entry.key.text.split())
        if not name:
            faults.error(entry.key, Fault.EMPTY_ITEM, key="concepts")
        elif fold_case(name) in concepts:
            faults.error(entry.key, Fault.DUPLICATE_KEY, key=name, first_line=str(lines[fold_case(name)]))
        else:
            concepts[fold_case(name)] = _concept(name, entry, faults)
            lines[fold_case(name)] = entry.key.place.line
    return tuple(concepts.values())


def _concept(name: str, entry: MapEntry, faults: ProblemList) -> Concept:
    if isinstance(entry.value, ListNode):
        faults.error(entry.value, Fault.WANTED_TEXT_OR_KEYS, key=name)
        return Concept(name)
    if isinstance(entry.value, TextNode):
        text = nonempty_text(MapEntry(TextNode(entry.key.place, name), entry.value), faults)
        return Concept(name, short=None if text is None else text.text)
    fields = MappingReader(entry.value, CONCEPT_KEYS, faults)
    concept = Concept(name, **_read(fields, READERS))
    if not entry.value.entries:
        faults.error(entry.key, Fault.EMPTY_CONCEPT, name=name)
    return concept


def _read_points(fields: MappingReader, key: str) -> tuple[Point, ...]:
    """The points of the opening or of what comes after, each named by its place unless the author named it."""
    points, faults = [], fields.faults
    taken: dict[str, Place] = {}
    for count, node in enumerate(fields.items(key), start=1):
        point = _point(node, key, count, faults)
        if point is None:
            continue
        first = taken.setdefault(fold_case(point.id), node.place)
        if first is not node.place:
            faults.error(node, Fault.ID_TAKEN, id=point.id, first_line=str(first.line))
        points.append(point)
    return tuple(points)


def _point(node: Node, key: str, count: int, faults: ProblemList) -> Point | None:
    if isinstance(node, ListNode):
        faults.error(node, Fault.WANTED_TEXT_OR_KEYS, key=key)
        return None
    if isinstance(node, TextNode):
        text = node.text.strip()
        if not text:
            faults.error(node, Fault.EMPTY_ITEM, key=key)
            return None
        lacks_space(node, POINT_KEYS, faults)
        return Point(str(count), text)
    fields = MappingReader(node, POINT_KEYS, faults, wording=True)
    own = fields.text_node("id")
    if own is not None and not is_id(own.text):
        faults.error(own, Fault.ID_FORM, id=own.text)
    name = str(count) if own is None else own.text
    given = _read(fields, READERS)
    return Point(**given | {"id": name, "text": given.get("text") or ""})


def _read_recorder(fields: MappingReader, key: str) -> Recorder | None:
    """The recorder: its name and how long it may run; a bare text is the name."""
    node, faults = fields.node(key), fields.faults
    if isinstance(node, MapNode):
        recorder = Recorder(**_read(MappingReader(node, RECORDER_KEYS, faults), READERS))
        if not node.entries:
            faults.error(node, Fault.WANTED_KEYS, key=key, example=fields.known[key].example)
        return None if recorder == Recorder() else recorder
    if isinstance(node, ListNode):
        faults.error(node, Fault.WANTED_TEXT_OR_KEYS, key=key)
        return None
    name = fields.line(key)
    return None if name is None else Recorder(name)


def _read_data_limits(fields: MappingReader, key: str) -> DataLimits | None:
    """The class of the material, and the dates by which what was promised must be done."""
    node, faults = fields.node(key), fields.faults
    if not isinstance(node, MapNode) or not node.entries:
        faults.error(node or fields.place_of(key), Fault.WANTED_KEYS, key=key, example=fields.known[key].example)
        return None
    limits = DataLimits(**_read(MappingReader(node, DATA_KEYS, faults), READERS))
    return None if limits == DataLimits() else limits


def _read_anonymity(fields: MappingReader, key: str) -> bool:
    """Whether the study stays anonymous; what it cannot be together with is a fault where that stands."""
    if not fields.flag(key):
        return False
    wrong = [
        (one.name, fields.place_of(one.name))
        for one in GUIDE_KEYS.values()
        if one.not_in == "anonymous" and one.name in fields
    ]
    for point in fields.items("opening"):
        gates = [one for one in point.entries if one.key.text == "gate"] if isinstance(point, MapNode) else []
        wrong += [("gate: recording", one.key.place) for one in gates if "recording" in _texts_of(one.value)]
    data = fields.node("data")
    for entry in data.entries if isinstance(data, MapNode) else ():
        limit = DATA_KEYS.get(entry.key.text)
        if limit is not None and limit.not_in == "anonymous":
            wrong.append((f"data: {limit.name}", entry.key.place))
    for name, place in wrong:
        fields.faults.error(place, Fault.NOT_ANONYMOUS, key=name)
    return True


def _texts_of(node: Node) -> tuple[str, ...]:
    nodes = node.items if isinstance(node, ListNode) else (node,)
    return tuple(fold_case(one.text) for one in nodes if isinstance(one, TextNode))


READERS: Mapping[str, Callable[[MappingReader, str], Any]] = {
    "text": MappingReader.text,
    "line": MappingReader.line,
    "yes or no": MappingReader.flag,
    "minutes": MappingReader.minutes,
    "count": MappingReader.count,
    "date": MappingReader.date,
    "language": MappingReader.language,
    "colour": MappingReader.colour,
    "choice": MappingReader.choice,
    "choices": MappingReader.choices,
    "words": lambda fields, key: tuple(node.text for node in fields.words(key) or ()),
    "sentences": MappingReader.sentences,
    "reasons": MappingReader.reasons,
    "points": _read_points,
    "probes": _read_probes,
    "anonymity": _read_anonymity,
    "recorder": _read_recorder,
    "data": _read_data_limits,
}
"""How each kind of value is read that needs no other part of the guide."""

_REFERENCES: Mapping[str, Callable[[MappingReader, str], Any]] = {
    "id": MappingReader.text_node,
    "targets": MappingReader.words,
    "names": MappingReader.words,
}
"""The words of those that refer to other parts."""

_READERS_OF_ALL = {**READERS, **_REFERENCES}

_MOST_CIRCLES = 20
_MOST_NAMED = 20


class _ParsedSection(Value):
    section: Section
    serves: tuple[TextNode, ...]
    questions: tuple[ParsedQuestion, ...]
    unread: bool


def build_guide(
    root: MapNode, faults: ProblemList, most: int = MAX_QUESTIONS
) -> tuple[Guide, dict[str, Place], frozenset[str]]:
    """The guide under ``root``, the place of each question, and the ids that were counted.

    ``most`` is how many questions are taken. Worth using only when no error was noted, or where a copy of a guide is to
    be made sense of at any rate.
    """
    fields = MappingReader(root, GUIDE_KEYS, faults)
    if "title" not in fields and "title" not in fields.guessed:
        faults.warning(START, Fault.NO_TITLE)
    assembly = _GuideBuilder(fields, faults, most)
    sections, closing = assembly.questions()
    given = _read(fields, READERS)
    given["title"] = given.get("title") or ""
    guide = Guide(
        **given,
        research_questions=assembly.research_questions,
        concepts=assembly.concepts,
        sections=sections,
        closing=closing,
    )
    places = {name: assembly.place_of(name) for name in (target.id for target in guide.targets)} | assembly.places
    return guide, places, frozenset(assembly.counted)


class _GuideBuilder:
    """One reading's research questions, concepts and names, and the questions that refer to them."""

    def __init__(self, fields: MappingReader, faults: ProblemList, most: int) -> None:
        self._fields = fields
        self._most = most
        self._faults = faults
        self._names = Names(faults)
        self._counts: dict[str, int] = {}
        self._targets: dict[str, tuple[str, str]] = {}
        self._target_places: dict[str, Place] = {}
        self._served: set[str] = set()
        self._crowded = False
        self.places: dict[str, Place] = {}
        self.counted: set[str] = set()
        self.research_questions = tuple(
            self._research_question(entry) for entry in fields.entries("research_questions")
        )
        self.concepts: tuple[Concept, ...] = read_concepts(fields.entries("concepts"), faults)
        self._concept_names = {fold_case(concept.name): concept.name for concept in self.concepts}

    def _research_question(self, entry: MapEntry) -> ResearchQuestion:
        own = self._target(entry.key, None)
        given, fields = self._read_target(entry, RESEARCH_QUESTION_KEYS)
        parts = []
        for part in fields.entries("parts") if fields else ():
            part_id = self._target(part.key, own)
            parts.append(Part(part_id, **self._read_target(part, PART_KEYS)[0]))
        return ResearchQuestion(own, **given, parts=tuple(parts))

    def _target(self, key: TextNode, owner: str | None) -> str:
        name = self._names.claim(key)
        if fold_case(name) not in self._targets:
            self._targets[fold_case(name)] = (name, owner or name)
            self._target_places[fold_case(name)] = key.place
        return name

    def place_of(self, target: str) -> Place:
        """Where a research question or part stands."""
        return self._target_places[fold_case(target)]

    def _read_target(self, entry: MapEntry, keys: KeyTable) -> tuple[dict[str, Any], MappingReader | None]:
        """What is said of a research question or part, its text and label at least."""
        if isinstance(entry.value, ListNode):
            self._faults.error(entry.value, Fault.WANTED_TEXT_OR_KEYS, key=entry.key.text)
            return {"text": "", "short": ""}, None
        if isinstance(entry.value, TextNode):
            node = nonempty_text(entry, self._faults)
            text = "" if node is None else node.text
            return {"text": text, "short": label_of(text)}, None
        fields = MappingReader(entry.value, keys, self._faults)
        given = _read(fields, READERS)
        text = given.get("text") or ""
        return given | {"text": text, "short": fields.short() or label_of(text)}, fields

    def questions(self) -> tuple[tuple[Section, ...], tuple[Question, ...]]:
        """The sections and the closing, every id given and every reference resolved."""
        before = self._faults.count
        drafts = self._section_drafts()
        room = self._most - sum(len(section.questions) for section in drafts)
        closing_drafts = self._drafts(self._fields, "closing", closing=True, room=room)
        sections = [self._give_ids(section) for section in drafts]
        closing = [(draft, self._give_id(draft, CLOSING, ())) for draft in closing_drafts]
        if not closing and not any(questions for _, questions in sections):
            # A guide without questions; where some were attempted, what is wrong with them has been said.
            misspelt = self._fields.guessed & {"sections", "closing"}
            if not misspelt and self._faults.count == before:
                self._faults.error(START, Fault.NO_QUESTIONS)
        self._note_unserved()
        done = tuple(section.but(questions=self._referring(pairs)) for section, pairs in sections)
        end = self._referring(closing)
        self._circles(drafts, closing_drafts, [q for section in done for q in section.questions] + list(end))
        return done, end

    def _section_drafts(self) -> list[_ParsedSection]:
        drafts: list[_ParsedSection] = []
        room = self._most
        for node in self._fields.items("sections"):
            if not isinstance(node, MapNode):
                self._faults.error(node, Fault.WANTED_KEYS, key="sections", example=GUIDE_KEYS["sections"].example)
                continue
            before = self._faults.count
            fields = MappingReader(node, SECTION_KEYS, self._faults)
            questions = self._drafts(fields, "questions", closing=False, room=room)
            room -= len(questions)
            unread = not questions and self._faults.count > before
            given = _read(fields, READERS)
            section = Section(**given | {"title": given.get("title") or "", "serves": (), "questions": ()})
            drafts.append(_ParsedSection(section, fields.words("serves") or (), questions, unread))
        return drafts

    def _drafts(self, fields: MappingReader, key: str, *, closing: bool, room: int) -> tuple[ParsedQuestion, ...]:
        nodes = fields.items(key)
        if len(nodes) > room and not self._crowded:
            self._crowded = True
            self._faults.error(nodes[room], Fault.TOO_MANY_QUESTIONS, limit=f"{self._most}")
        read = (read_question(node, key, self._faults, closing=closing) for node in nodes[:room])
        return tuple(draft for draft in read if draft is not None)

    def _give_ids(self, draft: _ParsedSection) -> tuple[Section, list[tuple[ParsedQuestion, Question]]]:
        serves = self._resolve_targets(draft.serves)
        pairs = []
        if draft.unread:
            self._served.update(fold_case(target) for target in serves)
        for question in draft.questions:
            own = serves if question.serves is None else self._resolve_targets(question.serves)
            series = self._targets[fold_case(own[0])][1] if own else SERVING_NONE
            self._served.update(map(fold_case, own))
            pairs.append((question, self._give_id(question, series, own)))
        return draft.section.but(serves=serves), pairs

    def _give_id(self, draft: ParsedQuestion, series: str, serves: tuple[str, ...]) -> Question:
        counted = series if serves else f"{series} "
        self._counts[counted] = count = self._counts.get(counted, 0) + 1
        if draft.id is None:
            name = self._names.give(series, count, draft.place)
            self.counted.add(name)
        else:
            name = self._names.claim(draft.id, question=True)
        self.places.setdefault(name, draft.place)
        return draft.question.but(id=name, serves=serves)

    def _resolve_targets(self, nodes: Sequence[TextNode]) -> tuple[str, ...]:
        """The ids that exist; a misspelt one counts as the one it is nearest to, so that one slip is one fault."""
        found: dict[str, None] = {}
        for node in nodes:
            target = self._targets.get(fold_case(node.text))
            if target is None:
                near = self._faults.nearest(node.text, [name for name, _ in self._targets.values()])
                if not near:
                    if self._targets:
                        ids = ", ".join(name for name, _ in islice(self._targets.values(), _MOST_NAMED))
                        self._faults.error(node, Fault.UNKNOWN_TARGET, id=node.text, ids=ids)
                    else:
                        self._faults.error(node, Fault.NO_TARGETS, id=node.text)
                    continue
                self._faults.error(node, Fault.UNKNOWN_TARGET_NEAR, id=node.text, nearest=near)
                target = self._targets[fold_case(near)]
            found[target[0]] = None
        return tuple(found)

    def _note_unserved(self) -> None:
        for question in self.research_questions:
            parts = {fold_case(part.id) for part in question.parts}
            if not self._served & (parts | {fold_case(question.id)}):
                self._faults.warning(self._target_places[fold_case(question.id)], Fault.UNSERVED, id=question.id)
            for part in question.parts:
                if fold_case(part.id) not in self._served:
                    place = self._target_places[fold_case(part.id)]
                    self._faults.warning(place, Fault.UNSERVED_PART, id=part.id, owner=question.id)

    def _referring(self, pairs: Sequence[tuple[ParsedQuestion, Question]]) -> tuple[Question, ...]:
        return tuple(
            question.but(leans_on=self._leans_on(draft), concepts=self._concepts(draft))
            if draft.leans_on or draft.concepts
            else question
            for draft, question in pairs
        )

    def _leans_on(self, draft: ParsedQuestion) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for node in draft.leans_on:
            name = self._names.spelling(node.text)
            if name is not None:
                found[name] = None
            elif near := self._faults.nearest(node.text, self._names.all):
                self._faults.error(node, Fault.UNKNOWN_LEAN_NEAR, id=node.text, nearest=near)
            else:
                self._faults.error(node, Fault.UNKNOWN_LEAN, id=node.text)
        return tuple(found)

    def _concepts(self, draft: ParsedQuestion) -> tuple[str, ...]:
        known = self._concept_names
        found: dict[str, None] = {}
        for node in draft.concepts:
            name = known.get(fold_case(" ".join(node.text.split())))
            if name is not None:
                found[name] = None
            elif near := self._faults.nearest(node.text, known.values()):
                self._faults.error(node, Fault.UNKNOWN_CONCEPT_NEAR, name=node.text, nearest=near)
            else:
                self._faults.error(node, Fault.UNKNOWN_CONCEPT, name=node.text)
        return tuple(found)

    def _circles(
        self, sections: list[_ParsedSection], closing: tuple[ParsedQuestion, ...], questions: list[Question]
    ) -> None:
        drafts = [draft for section in sections for draft in section.questions] + list(closing)
        leaning = {question.id: draft for draft, question in zip(drafts, questions, strict=True) if draft.leans_on}
        if not leaning:
            return
        graph = {question.id: [name for name in question.leans_on if name in self.places] for question in questions}
        order = {name: place for place, name in enumerate(graph)}
        for _ in range(_MOST_CIRCLES):
            try:
                TopologicalSorter(graph).prepare()
            except CycleError as error:
                circle: list[str] = error.args[1][:0:-1]
                start = circle.index(min(circle, key=order.__getitem__))
                path = [*circle[start:], *circle[: start + 1]]
                # A circle, named where its first question leans on its second.
                where = next(node for node in leaning[path[0]].leans_on if self._names.spelling(node.text) == path[1])
                self._faults.error(where, Fault.CIRCULAR, path=" → ".join(path))
                graph[path[0]].remove(path[1])
            else:
                return
