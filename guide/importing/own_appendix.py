"""The program's own appendix, read back exactly.

It is read by the rules of its form, in each of the program's languages.

In it the author's words stand upright, what is said about them in italics, titles and names in bold. The first thing
that does not fit ends the reading, and the document is read as any other: a doubt is never guessed away here.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from guide.frozen import NOTHING, Value
from guide.ids import CLOSING, SERVING_NONE, automatic_id, is_id, is_question_id
from guide.importing.document_blocks import Block, Run, from_offset
from guide.importing.draft_to_guide import Imported, SourceLine
from guide.importing.guide_draft import Reason
from guide.importing.words.lists import facts
from guide.importing.words.typed_labels import BULLETS
from guide.labels import label_of
from guide.model import Concept, Guide, Part, Point, Probe, Question, ResearchQuestion, Section
from guide.problems import fold_case
from guide.serialize import guide_from_dict, guide_to_dict


class AppendixWords(Value):
    """What an appendix in one language calls its parts; ``when`` is the word that a probe's condition follows.

    ``theme`` stands over the left column, and ``no_theme`` in it, where no question serves a research question.
    """

    language: str
    problem: str
    targets: str
    time: str
    opening: str
    after: str
    concepts: str
    heads: tuple[str, str]
    theme: str
    no_target: str
    no_theme: str
    closing: str
    gate_start: str
    gate_recording: str
    gate_start_recording: str
    optional: str
    required: str
    also: str
    minutes: str
    when: str
    say: str
    full: str


def _words_of(language: str) -> AppendixWords:
    known = {**(facts("appendix_form", "nb") if language == "nn" else {}), **facts("appendix_form", language)}
    left, right = known.pop("heads").split(" / ")
    return AppendixWords(language=language, heads=(left, right), **known)


LANGUAGES = tuple(map(_words_of, ("nb", "nn", "en", "sv", "da", "de")))
"""The languages in which appendices are written."""


_BELOW_INDENT = 27.0  # points between a bullet's place and that of one below it
_MOST_MINUTES = 10_000
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?(?:e-?\d+)?")


class UnknownFormError(Exception):
    """Something is not as the program writes it."""


def full_text(block: Block) -> str:
    """A block's words, with what was taken for its label unless that is a bullet."""
    label = "" if not block.label or all(sign in BULLETS for sign in block.label) else block.label
    return f"{label} {block.text}".strip()


def _as_written(block: Block) -> Block:
    """The block without a label but for the program's own: what the author's words begin with is theirs, a number say.

    A bullet is the program's own where it is typed out in a table of Markdown.
    """
    before = block.typed
    if before is None or block.aside:
        return block
    runs = before.runs
    text = before.text.lstrip("\xa0")
    if before.kind == "paragraph" and block.cell and block.cell.column and text[:2] in ("• ", "◦ "):
        rest = from_offset(runs, len(before.text) - len(text) + 2)
        return block.but(runs=rest, kind="item", label=text[0], form="bullet")
    kind = before.kind if block.cell or block.follows else block.kind  # a research question is an item by its letter
    return block.but(runs=runs, kind=kind, label=before.label, form=before.form)


def parse_minutes(text: str) -> float:
    """Minutes as the program writes them in any of its languages.

    Raises:
        UnknownFormError: this is no number, or no number of minutes.
    """
    found = float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else 0.0
    if not 0 < found < _MOST_MINUTES:
        raise UnknownFormError
    return found


def questions_in(blocks: Sequence[Block]) -> Iterator[tuple[list[Block], list[list[Block]]]]:
    """The blocks of each question of one cell, and those of each of its probes.

    Raises:
        UnknownFormError: something else stands there.
    """
    items: list[tuple[bool, list[Block]]] = []
    for block in blocks:
        goes_on = block.follows or (block.kind == "paragraph" and not block.label)
        if goes_on and items:
            items[-1][1].append(block)
        elif block.kind == "item":
            items.append((block.label == "◦" or block.indent > _BELOW_INDENT, [block]))
        else:
            raise UnknownFormError
    while items:
        below, own = items.pop(0)
        probes: list[list[Block]] = []
        while items and items[0][0]:
            probes.append(items.pop(0)[1])
        if below:
            raise UnknownFormError
        yield own, probes


def _without_id(blocks: list[Block]) -> tuple[str, list[Run]]:
    """The id before a question's words, if there is one, and the runs of these."""
    runs = _runs(blocks)
    if runs[0].italic and len(runs) > 1 and is_question_id(runs[0].text.strip()):
        return runs[0].text.strip(), runs[1:]
    return "", runs


def _marks(marks: list[str], words: AppendixWords) -> tuple[tuple[str, ...], float | None, bool]:
    also: tuple[str, ...] = ()
    minutes, required = None, False
    for mark in marks:
        if mark == words.required:
            required = True
        elif mark.startswith(f"{words.also} "):
            also = tuple(mark.removeprefix(f"{words.also} ").split(", "))
        elif mark.endswith(f" {words.minutes}"):
            minutes = parse_minutes(mark.removesuffix(f" {words.minutes}"))
        else:
            raise UnknownFormError
    return also, minutes, required


def _probe(blocks: list[Block], words: AppendixWords) -> Probe:
    runs = _runs(blocks)
    condition = None
    if len(runs) > 1 and runs[0].italic:
        lead = runs.pop(0).text.strip()
        if not (lead.startswith(f"{words.when} ") and lead.endswith(":")):
            raise UnknownFormError
        condition = lead[len(words.when) : -1].strip()
    return Probe(_upright(runs), condition)


def _runs(blocks: list[Block]) -> list[Run]:
    """The runs of a paragraph that may go over several lines."""
    runs = list(blocks[0].runs)
    for block in blocks[1:]:
        first, *more = block.runs
        runs[-1] = runs[-1].but(text=f"{runs[-1].text.rstrip()}\n{first.text}") if _alike(runs[-1], first) else runs[-1]
        runs += more if _alike(runs[-1], first) else [first, *more]
    return runs


def _alike(one: Run, other: Run) -> bool:
    return (one.bold, one.italic) == (other.bold, other.italic)


def _upright(runs: Sequence[Run]) -> str:
    """The author's words.

    Raises:
        UnknownFormError: there are none, or some of them are in another look.
    """
    text = "".join(run.text for run in runs).strip()
    if not text or any(run.bold or run.italic for run in runs):
        raise UnknownFormError
    return text


_CLEAR = 6.0  # points that make one line stand visibly further in than another
_NAMED = re.compile(r"([^\s)]{1,8})\) (.*)", re.DOTALL)


def read_own_appendix(blocks: Sequence[Block]) -> Imported | None:
    """The guide in these blocks if they are an appendix that was written here, changed or not; else None."""
    heads = tuple(block.text for block in blocks if block.cell and block.cell.row == 0 and block.cell.table == 1)
    known = (words for words in LANGUAGES if heads in (words.heads, (words.theme, words.heads[1])))
    words = next(known, None)
    if words is None:
        return None
    try:
        return _AppendixReader(words).read([*map(_as_written, blocks)])
    except UnknownFormError:
        return None


def _is_sound(guide: Guide) -> bool:
    """Whether this can be written as a guide: every name once, and everything as ``guide.yaml`` allows it."""
    ids = [fold_case(one.id) for one in (*guide.targets, *guide.questions)]
    concepts = [fold_case(concept.name) for concept in guide.concepts]
    once = len(set(ids)) == len(ids) and len(set(concepts)) == len(concepts)
    return once and guide_from_dict(guide_to_dict(guide)).ok


class _AppendixReader:
    def __init__(self, words: AppendixWords) -> None:
        self.words = words
        self.lines: list[SourceLine] = []
        self.zone = ""
        self.guide = Guide("", words.language)
        self.targets: list[ResearchQuestion] = []
        self.points: dict[str, list[Point]] = {words.opening: [], words.after: []}
        self.concepts: list[Concept] = []
        self.counts: dict[str, int] = {}
        self.first = 0.0

    def read(self, blocks: Sequence[Block]) -> Imported:
        """Go through the document once, the table when all before it is known.

        Raises:
            UnknownFormError: this is not the form.
        """
        if any(not block.runs or (block.aside and block.cell) for block in blocks if not block.aside or block.cell):
            raise UnknownFormError
        for in_row, run in groupby(
            blocks, key=lambda block: (block.cell.table, block.cell.row) if block.cell else None
        ):
            if in_row is None:
                for block in run:
                    self._line(block)
            elif in_row[0] > 1:
                raise UnknownFormError
            elif in_row[1] > 0:
                self._row(list(run))
            else:
                for block in run:
                    self._leave(block, "structure")
        opening, after = (tuple(points) for points in self.points.values())
        guide = self.guide.but(opening=opening, after=after, concepts=tuple(self.concepts))
        if not guide.questions or not _is_sound(guide):
            raise UnknownFormError
        return Imported(guide, NOTHING, tuple(self.lines), guide.language)

    def _put(self, block: Block, became: str) -> None:
        self.lines.append(SourceLine(full_text(block), block.spot, became))

    def _leave(self, block: Block, reason: Reason) -> None:
        self.lines.append(SourceLine(full_text(block), block.spot, "left_out", reason))

    def _line(self, block: Block) -> None:
        if block.aside:
            self._leave(block, block.aside)
        elif block.kind == "heading":
            if self.guide.title:
                raise UnknownFormError
            self.guide = self.guide.but(title=full_text(block))
            self._put(block, "title")
        elif block.kind == "item" and self.zone:
            self._item(block)
        elif block.runs[0].bold:
            self._lead(block)
        elif block.italic and block.text == self.words.optional:
            self._leave(block, "structure")
        elif self.zone == self.words.problem and self.guide.problem:
            self.guide = self.guide.but(problem=f"{self.guide.problem}\n{full_text(block)}")
            self._put(block, "problem")
        else:
            raise UnknownFormError

    def _lead(self, block: Block) -> None:
        lead, rest = block.runs[0].text.strip(), "".join(run.text for run in block.runs[1:]).strip()
        self.zone = lead
        if lead == self.words.problem and rest:
            self.guide = self.guide.but(problem=rest)
            self._put(block, "problem")
        elif lead == self.words.time and rest:
            self.guide = self.guide.but(minutes=parse_minutes(rest.partition(" ")[0]))
            self._leave(block, "minutes")
        elif not rest and lead in (self.words.targets, self.words.concepts, *self.points):
            self._leave(block, "structure")
        else:
            raise UnknownFormError

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
            raise UnknownFormError

    def _target(self, block: Block, *, below: bool) -> None:
        found = _NAMED.fullmatch(full_text(block))
        if found is None or not is_id(found[1]) or (below and not self.targets):
            raise UnknownFormError
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
        text = "".join(run.text for run in upright).strip() if gate else full_text(block)
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
            raise UnknownFormError
        self._put(block, f"concept:{self.concepts[-1].name}")

    def _row(self, row: list[Block]) -> None:
        left = [block for block in row if block.cell is not None and block.cell.column == 0]
        right = [block for block in row if block not in left]
        if [full_text(block) for block in left] == [self.words.closing] and not left[0].bold:
            self._leave(left[0], "structure")
            closing = tuple(self._question(*one, (), closing=True) for one in questions_in(right))
            self.guide = self.guide.but(closing=(*self.guide.closing, *closing))
            return
        if self.guide.closing:
            raise UnknownFormError
        title, served = self._head(left)
        questions = tuple(self._question(*one, served) for one in questions_in(right))
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
                title = full_text(block)
                again = bool(self.guide.sections) and self.guide.sections[-1].title == title
                self._put(block, f"section:{len(self.guide.sections) + (0 if again else 1)}")
            elif block.italic and full_text(block) in (self.words.no_target, self.words.no_theme):
                self._leave(block, "structure")
            else:
                served.append(self._find_target(full_text(block)))
                self._put(block, f"rq:{served[-1]}")
        return title, tuple(served)

    def _find_target(self, text: str) -> str:
        """The target that a left cell names, by its words or by its id and its words."""
        folded = {target.id: " ".join(target.text.split()) for target in self.guide.targets}
        plain = [id for id, own in folded.items() if own == text]
        found = plain if len(plain) == 1 else [id for id, own in folded.items() if f"{id}) {own}" == text]
        if not found:
            raise UnknownFormError
        return found[0]

    def _question(
        self, blocks: list[Block], probes: list[list[Block]], served: tuple[str, ...], *, closing: bool = False
    ) -> Question:
        id, runs = _without_id(blocks)
        marks: list[str] = []
        if len(runs) > 1 and runs[-1].italic:
            mark = runs.pop().text.strip()
            if not (mark.startswith("(") and mark.endswith(")")):
                raise UnknownFormError
            marks = mark[1:-1].split("; ")
        ask = _upright(runs)
        also, minutes, required = _marks(marks, self.words)
        optional = not required and ask.startswith("(") and ask.endswith(")")
        if optional:
            ask = ask[1:-1].strip()
        serves = (*served, *also)
        if not {target.id for target in self.guide.targets}.issuperset(serves):
            raise UnknownFormError
        id = id or self._next_id(serves, closing=closing)
        for block in blocks:
            self._put(block, f"question:{id}")
        for place, block in ((place, block) for place, own in enumerate(probes, 1) for block in own):
            self._put(block, f"probe:{id}:{place}")
        asked_on = tuple(_probe(own, self.words) for own in probes)
        return Question(id, ask, label_of(ask), serves, asked_on, optional=optional, minutes=minutes)

    def _next_id(self, serves: tuple[str, ...], *, closing: bool) -> str:
        """The next automatic id of a question that serves these."""
        owner = self.guide.owner(serves[0]) if serves else None
        series = CLOSING if closing else owner or SERVING_NONE
        self.counts[series] = self.counts.get(series, 0) + 1
        return automatic_id(series, self.counts[series])
