"""Putting a guide together: ids are given, references looked up, and what hangs together is checked."""

from collections.abc import Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import islice

from guide.drafts import Draft, read_concepts, read_points, read_question, read_recorder
from guide.faults import Faults, fold
from guide.fields import Fields, filled
from guide.ids import CLOSING, SERVING_NONE, Names
from guide.keys import (
    GUIDE_KEYS,
    KEY_EXAMPLES,
    LANGUAGES,
    MAX_QUESTIONS,
    PART_KEYS,
    RESEARCH_QUESTION_KEYS,
    SECTION_KEYS,
    WITHDRAWALS,
)
from guide.labels import label_of
from guide.model import Concept, Guide, Part, Question, ResearchQuestion, Section
from guide.nodes import START, Entry, ListNode, MapNode, Place, TextNode
from guide.problems import Fault
from guide.values import Value

_MOST_CIRCLES = 20
_MOST_NAMED = 20


class _SectionDraft(Value):
    title: str
    serves: tuple[TextNode, ...]
    questions: tuple[Draft, ...]
    unread: bool
    minutes: float | None


def assemble(
    root: MapNode, faults: Faults, most: int = MAX_QUESTIONS
) -> tuple[Guide, dict[str, Place], frozenset[str]]:
    """The guide under ``root``, the place of each question, and the ids that were counted.

    ``most`` is how many questions are taken. Worth using only when no error was noted, or where a copy of a guide is to
    be made sense of at any rate.
    """
    fields = Fields(root, GUIDE_KEYS, faults)
    if "title" not in fields and "title" not in fields.guessed:
        faults.warning(START, Fault.NO_TITLE)
    assembly = _Assembly(fields, faults, most)
    sections, closing = assembly.questions()
    guide = Guide(
        title=fields.line("title") or "",
        language=_language(fields, faults),
        minutes=fields.minutes(),
        problem=fields.text("problem"),
        research_questions=assembly.research_questions,
        concepts=assembly.concepts,
        opening=read_points(fields, "opening", faults),
        sections=sections,
        closing=closing,
        after=read_points(fields, "after", faults),
        bridges=fields.sentences("bridges"),
        on_withdrawal=fields.choice("on_withdrawal", WITHDRAWALS),
        recorder=read_recorder(fields, faults),
        accepted=fields.accepted(),
    )
    places = {name: assembly.place_of(name) for name in (target.id for target in guide.targets)} | assembly.places
    return guide, places, frozenset(assembly.counted)


def _language(fields: Fields, faults: Faults) -> str:
    node = fields.text_node("language")
    if node is None:
        return "nb"
    language = node.text.casefold()
    if language not in LANGUAGES:
        faults.warning(node, Fault.UNKNOWN_LANGUAGE, value=node.text)
        return node.text
    return language


class _Assembly:
    """One reading's research questions, concepts and names, and the questions that refer to them."""

    def __init__(self, fields: Fields, faults: Faults, most: int) -> None:
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
        self._concept_names = {fold(concept.name): concept.name for concept in self.concepts}

    def _research_question(self, entry: Entry) -> ResearchQuestion:
        own = self._target(entry.key, None)
        text, short, fields = self._text_and_short(entry, RESEARCH_QUESTION_KEYS)
        parts = []
        for part in fields.entries("parts") if fields else ():
            part_id = self._target(part.key, own)
            part_text, part_short, _ = self._text_and_short(part, PART_KEYS)
            parts.append(Part(part_id, part_text, part_short))
        return ResearchQuestion(own, text, short, tuple(parts))

    def _target(self, key: TextNode, owner: str | None) -> str:
        name = self._names.claim(key)
        if fold(name) not in self._targets:
            self._targets[fold(name)] = (name, owner or name)
            self._target_places[fold(name)] = key.place
        return name

    def place_of(self, target: str) -> Place:
        """Where a research question or part stands."""
        return self._target_places[fold(target)]

    def _text_and_short(self, entry: Entry, keys: Sequence[str]) -> tuple[str, str, Fields | None]:
        if isinstance(entry.value, ListNode):
            self._faults.error(entry.value, Fault.WANTED_TEXT_OR_KEYS, key=entry.key.text)
            return "", "", None
        if isinstance(entry.value, TextNode):
            node = filled(entry, self._faults)
            text = "" if node is None else node.text
            return text, label_of(text), None
        fields = Fields(entry.value, keys, self._faults, missing="text")
        text = fields.text("text") or ""
        return text, fields.short() or label_of(text), fields

    def questions(self) -> tuple[tuple[Section, ...], tuple[Question, ...]]:
        """The sections and the closing, every id given and every reference resolved."""
        before = self._faults.count
        drafts = self._section_drafts()
        room = self._most - sum(len(section.questions) for section in drafts)
        closing_drafts = self._drafts(self._fields, "closing", closing=True, room=room)
        sections = [self._identified(section) for section in drafts]
        closing = [(draft, self._named(draft, CLOSING, ())) for draft in closing_drafts]
        if not closing and not any(questions for _, questions in sections):
            self._no_questions(before)
        self._unserved()
        done = tuple(section.but(questions=self._referring(pairs)) for section, pairs in sections)
        end = self._referring(closing)
        self._circles(drafts, closing_drafts, [q for section in done for q in section.questions] + list(end))
        return done, end

    def _no_questions(self, before: int) -> None:
        """A guide without questions; where some were attempted, what is wrong with them has been said."""
        misspelt = self._fields.guessed & {"sections", "closing"}
        if not misspelt and self._faults.count == before:
            self._faults.error(START, Fault.NO_QUESTIONS)

    def _section_drafts(self) -> list[_SectionDraft]:
        drafts: list[_SectionDraft] = []
        room = self._most
        for node in self._fields.items("sections"):
            if not isinstance(node, MapNode):
                self._faults.error(node, Fault.WANTED_KEYS, key="sections", example=KEY_EXAMPLES["sections"])
                continue
            before = self._faults.count
            fields = Fields(node, SECTION_KEYS, self._faults, missing="questions")
            questions = self._drafts(fields, "questions", closing=False, room=room)
            room -= len(questions)
            unread = not questions and self._faults.count > before
            title, serves = fields.line("title") or "", fields.words("serves") or ()
            drafts.append(_SectionDraft(title, serves, questions, unread, fields.minutes()))
        return drafts

    def _drafts(self, fields: Fields, key: str, *, closing: bool, room: int) -> tuple[Draft, ...]:
        nodes = fields.items(key)
        if len(nodes) > room and not self._crowded:
            self._crowded = True
            self._faults.error(nodes[room], Fault.TOO_MANY_QUESTIONS, limit=f"{self._most}")
        read = (read_question(node, key, self._faults, closing=closing) for node in nodes[:room])
        return tuple(draft for draft in read if draft is not None)

    def _identified(self, draft: _SectionDraft) -> tuple[Section, list[tuple[Draft, Question]]]:
        serves = self._resolve_targets(draft.serves)
        pairs = []
        if draft.unread:
            self._served.update(fold(target) for target in serves)
        for question in draft.questions:
            own = serves if question.serves is None else self._resolve_targets(question.serves)
            series = self._targets[fold(own[0])][1] if own else SERVING_NONE
            self._served.update(fold(target) for target in own)
            pairs.append((question, self._named(question, series, own)))
        return Section(draft.title, serves, (), draft.minutes), pairs

    def _named(self, draft: Draft, series: str, serves: tuple[str, ...]) -> Question:
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
            target = self._targets.get(fold(node.text))
            if target is None:
                near = self._faults.nearest(node.text, [name for name, _ in self._targets.values()])
                if not near:
                    self._unknown_target(node)
                    continue
                self._faults.error(node, Fault.UNKNOWN_TARGET_NEAR, id=node.text, nearest=near)
                target = self._targets[fold(near)]
            found[target[0]] = None
        return tuple(found)

    def _unknown_target(self, node: TextNode) -> None:
        if self._targets:
            ids = ", ".join(name for name, _ in islice(self._targets.values(), _MOST_NAMED))
            self._faults.error(node, Fault.UNKNOWN_TARGET, id=node.text, ids=ids)
        else:
            self._faults.error(node, Fault.NO_TARGETS, id=node.text)

    def _unserved(self) -> None:
        for question in self.research_questions:
            parts = {fold(part.id) for part in question.parts}
            if not self._served & (parts | {fold(question.id)}):
                self._faults.warning(self._target_places[fold(question.id)], Fault.UNSERVED, id=question.id)
            for part in question.parts:
                if fold(part.id) not in self._served:
                    place = self._target_places[fold(part.id)]
                    self._faults.warning(place, Fault.UNSERVED_PART, id=part.id, owner=question.id)

    def _referring(self, pairs: Sequence[tuple[Draft, Question]]) -> tuple[Question, ...]:
        return tuple(
            question.but(leans_on=self._leans_on(draft), concepts=self._concepts(draft))
            if draft.leans_on or draft.concepts
            else question
            for draft, question in pairs
        )

    def _leans_on(self, draft: Draft) -> tuple[str, ...]:
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

    def _concepts(self, draft: Draft) -> tuple[str, ...]:
        known = self._concept_names
        found: dict[str, None] = {}
        for node in draft.concepts:
            name = known.get(fold(" ".join(node.text.split())))
            if name is not None:
                found[name] = None
            elif near := self._faults.nearest(node.text, known.values()):
                self._faults.error(node, Fault.UNKNOWN_CONCEPT_NEAR, name=node.text, nearest=near)
            else:
                self._faults.error(node, Fault.UNKNOWN_CONCEPT, name=node.text)
        return tuple(found)

    def _circles(self, sections: list[_SectionDraft], closing: tuple[Draft, ...], questions: list[Question]) -> None:
        drafts = [draft for section in sections for draft in section.questions] + list(closing)
        leaning = {question.id: draft for draft, question in zip(drafts, questions, strict=True) if draft.leans_on}
        graph = {question.id: [name for name in question.leans_on if name in self.places] for question in questions}
        order = {name: place for place, name in enumerate(graph)}
        for _ in range(_MOST_CIRCLES):
            try:
                TopologicalSorter(graph).prepare()
            except CycleError as error:
                circle: list[str] = error.args[1][:0:-1]
                start = circle.index(min(circle, key=order.__getitem__))
                path = [*circle[start:], *circle[: start + 1]]
                self._circle(leaning[path[0]].leans_on, path)
                graph[path[0]].remove(path[1])
            else:
                return

    def _circle(self, leans_on: Sequence[TextNode], path: list[str]) -> None:
        """A circle, named where its first question leans on its second."""
        where = next(node for node in leans_on if self._names.spelling(node.text) == path[1])
        self._faults.error(where, Fault.CIRCULAR, path=" → ".join(path))
