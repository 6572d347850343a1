"""The appendix that the program itself writes, read back by the rules of its form; anything else is not read here.

In it the author's words stand upright, what is said about them in italics, titles and names in bold. The first thing
that does not fit ends the reading, and the document is read as any other: a doubt is never guessed away here.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from guide.document import as_document, from_document
from guide.faults import fold
from guide.ids import CLOSING, SERVING_NONE, automatic_id, is_id
from guide.importing.blocks import Block
from guide.importing.building import SourceLine
from guide.importing.drafts import Reason
from guide.importing.own.rows import Asked, Strange, asked_in, numbered, told
from guide.importing.own.words import LANGUAGES, OwnWords
from guide.labels import label_of
from guide.model import Concept, Guide, Part, Point, Question, ResearchQuestion, Section
from guide.values import Value

_CLEAR = 6.0  # points that make one line stand visibly further in than another
_NAMED = re.compile(r"([^\s)]{1,8})\) (.*)", re.DOTALL)


class OwnForm(Value):
    """A guide in the program's own form, and every line of its source."""

    guide: Guide
    lines: tuple[SourceLine, ...]


def own_form(blocks: Sequence[Block]) -> OwnForm | None:
    """The guide in these blocks if they are an appendix that was written here, changed or not; else None."""
    heads = _heads(blocks)
    known = (words for words in LANGUAGES if heads in (words.heads, (words.theme, words.heads[1])))
    words = next(known, None)
    if words is None:
        return None
    try:
        return _Reader(words).read(blocks)
    except Strange:
        return None


def _heads(blocks: Sequence[Block]) -> tuple[str, ...]:
    return tuple(block.text for block in blocks if block.cell and block.cell.row == 0 and block.cell.table == 1)


def _is_sound(guide: Guide) -> bool:
    """Whether this can be written as a guide: every name once, and everything as ``guide.yaml`` allows it."""
    ids = [fold(one.id) for one in (*guide.targets, *guide.questions)]
    concepts = [fold(concept.name) for concept in guide.concepts]
    once = len(set(ids)) == len(ids) and len(set(concepts)) == len(concepts)
    return once and from_document(as_document(guide)).ok


class _Reader:
    def __init__(self, words: OwnWords) -> None:
        self.words = words
        self.lines: list[SourceLine] = []
        self.zone = ""
        self.guide = Guide("", words.language)
        self.targets: list[ResearchQuestion] = []
        self.points: dict[str, list[Point]] = {words.opening: [], words.after: []}
        self.concepts: list[Concept] = []
        self.counts: dict[str, int] = {}
        self.first = 0.0

    def read(self, blocks: Sequence[Block]) -> OwnForm:
        """Go through the document once, the table when all before it is known.

        Raises:
            Strange: this is not the form.
        """
        if any(not block.runs or (block.aside and block.cell) for block in blocks if not block.aside or block.cell):
            raise Strange
        for in_row, run in groupby(
            blocks, key=lambda block: (block.cell.table, block.cell.row) if block.cell else None
        ):
            if in_row is None:
                for block in run:
                    self._line(block)
            elif in_row[0] > 1:
                raise Strange
            elif in_row[1] > 0:
                self._row(list(run))
            else:
                for block in run:
                    self._leave(block, "structure")
        opening, after = (tuple(points) for points in self.points.values())
        guide = self.guide.but(opening=opening, after=after, concepts=tuple(self.concepts))
        if not guide.questions or not _is_sound(guide):
            raise Strange
        return OwnForm(guide, tuple(self.lines))

    def _put(self, block: Block, became: str) -> None:
        self.lines.append(SourceLine(told(block), block.spot, became))

    def _leave(self, block: Block, reason: Reason) -> None:
        self.lines.append(SourceLine(told(block), block.spot, "left_out", reason))

    def _line(self, block: Block) -> None:
        if block.aside:
            self._leave(block, block.aside)
        elif block.kind == "heading":
            self._title(block)
        elif block.kind == "item" and self.zone:
            self._item(block)
        elif block.runs[0].bold:
            self._lead(block)
        elif block.italic and block.text == self.words.optional:
            self._leave(block, "structure")
        elif self.zone == self.words.problem and self.guide.problem:
            self.guide = self.guide.but(problem=f"{self.guide.problem}\n{told(block)}")
            self._put(block, "problem")
        else:
            raise Strange

    def _title(self, block: Block) -> None:
        if self.guide.title:
            raise Strange
        self.guide = self.guide.but(title=told(block))
        self._put(block, "title")

    def _lead(self, block: Block) -> None:
        lead, rest = block.runs[0].text.strip(), "".join(run.text for run in block.runs[1:]).strip()
        self.zone = lead
        if lead == self.words.problem and rest:
            self.guide = self.guide.but(problem=rest)
            self._put(block, "problem")
        elif lead == self.words.time and rest:
            self.guide = self.guide.but(minutes=numbered(rest.partition(" ")[0]))
            self._leave(block, "minutes")
        elif not rest and lead in (self.words.targets, self.words.concepts, *self.points):
            self._leave(block, "structure")
        else:
            raise Strange

    def _item(self, block: Block) -> None:
        words = self.words
        below = block.level > 0 or (block.indent > self.first + _CLEAR > _CLEAR)
        if not below:
            self.first = block.indent
        if self.zone == words.targets:
            self._target(block, below=below)
        elif self.zone == words.concepts:
            self._concept(block, below=below)
        elif self.zone in self.points and not below:
            self._point(block)
        else:
            raise Strange

    def _target(self, block: Block, *, below: bool) -> None:
        found = _NAMED.fullmatch(told(block))
        if found is None or not is_id(found[1]) or (below and not self.targets):
            raise Strange
        id, text = found[1], found[2]
        if below:
            owner = self.targets[-1]
            self.targets[-1] = owner.but(parts=(*owner.parts, Part(id, text, label_of(text))))
        else:
            self.targets.append(ResearchQuestion(id, text, label_of(text)))
        self.guide = self.guide.but(research_questions=tuple(self.targets))
        self._put(block, f"rq:{id}")

    def _point(self, block: Block) -> None:
        points = self.points[self.zone]
        *upright, last = block.runs
        gates = {
            self.words.gate_start: ("start",),
            self.words.gate_recording: ("recording",),
            self.words.gate_start_recording: ("start", "recording"),
        }
        gate = gates.get(last.text.strip(), ()) if upright and last.italic else ()
        text = "".join(run.text for run in upright).strip() if gate else told(block)
        points.append(Point(str(len(points) + 1), text, gate))
        key = "opening" if self.zone == self.words.opening else "after"
        self._put(block, f"{key}:{len(points)}")

    def _concept(self, block: Block, *, below: bool) -> None:
        lead, text = block.runs[0].text.strip(), "".join(run.text for run in block.runs[1:]).strip()
        keys = {self.words.say: "say", self.words.full: "full"}
        if below and self.concepts and lead in keys and text:
            self.concepts[-1] = self.concepts[-1].but(**{keys[lead]: text})
        elif not below and block.runs[0].bold and lead.endswith(":"):
            self.concepts.append(Concept(lead.removesuffix(":"), text or None))
        else:
            raise Strange
        self._put(block, f"concept:{self.concepts[-1].name}")

    def _row(self, row: list[Block]) -> None:
        left = [block for block in row if block.cell is not None and block.cell.column == 0]
        right = [block for block in row if block not in left]
        if [told(block) for block in left] == [self.words.closing] and not left[0].bold:
            self._leave(left[0], "structure")
            asked = list(asked_in(right, self.words))
            closing = tuple(self._question(one, (), closing=True) for one in asked)
            self.guide = self.guide.but(closing=(*self.guide.closing, *closing))
            return
        if self.guide.closing:
            raise Strange
        title, served = self._head(left)
        questions = tuple(self._question(one, served) for one in asked_in(right, self.words))
        sections = self.guide.sections
        if title and sections and sections[-1].title == title:
            whole = sections[-1].but(questions=(*sections[-1].questions, *questions))
            sections = (*sections[:-1], whole)
        else:
            sections = (*sections, Section(title, served, questions))
        self.guide = self.guide.but(sections=sections)

    def _head(self, left: Sequence[Block]) -> tuple[str, tuple[str, ...]]:
        """A row's title and what all its questions serve."""
        title, served = "", list[str]()
        for block in left:
            if block.bold:
                title = told(block)
                again = bool(self.guide.sections) and self.guide.sections[-1].title == title
                self._put(block, f"section:{len(self.guide.sections) + (0 if again else 1)}")
            elif block.italic and told(block) in (self.words.no_target, self.words.no_theme):
                self._leave(block, "structure")
            else:
                served.append(self._named(told(block)))
                self._put(block, f"rq:{served[-1]}")
        return title, tuple(served)

    def _named(self, text: str) -> str:
        """The target that a left cell names, by its words or by its id and its words."""
        folded = {target.id: " ".join(target.text.split()) for target in self.guide.targets}
        plain = [id for id, own in folded.items() if own == text]
        found = plain if len(plain) == 1 else [id for id, own in folded.items() if f"{id}) {own}" == text]
        if not found:
            raise Strange
        return found[0]

    def _question(self, asked: Asked, served: tuple[str, ...], *, closing: bool = False) -> Question:
        known = {target.id for target in self.guide.targets}
        serves = (*served, *asked.also)
        if not known.issuperset(serves):
            raise Strange
        id = asked.id or self._given(serves, closing=closing)
        for block in asked.blocks:
            self._put(block, f"question:{id}")
        for place, (_, blocks) in enumerate(asked.probes, 1):
            for block in blocks:
                self._put(block, f"probe:{id}:{place}")
        probes = tuple(probe for probe, _ in asked.probes)
        return Question(
            id, asked.ask, label_of(asked.ask), serves, probes, optional=asked.optional, minutes=asked.minutes
        )

    def _given(self, serves: tuple[str, ...], *, closing: bool) -> str:
        """The next automatic id of a question that serves these."""
        owner = self.guide.owner(serves[0]) if serves else None
        series = CLOSING if closing else owner or SERVING_NONE
        self.counts[series] = self.counts.get(series, 0) + 1
        return automatic_id(series, self.counts[series])
