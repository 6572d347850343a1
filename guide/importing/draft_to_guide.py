"""Guide from a draft, with doubts and source lines.

A document's own numbers become ids where they can, else ids are automatic; doubts and source lines get the places
that they are about.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise

from guide.files import wrong_letters
from guide.frozen import Value
from guide.ids import CLOSING, SERVING_NONE, automatic_id, is_question_id
from guide.importing.document_blocks import Spot
from guide.importing.guide_draft import (
    Doubt,
    GuideDraft,
    PartDraft,
    PlacedText,
    QuestionDraft,
    Reason,
    TargetDraft,
)
from guide.importing.structure.document_lines import DocumentLine
from guide.importing.structure.interview_frame import CONSENT, procedural
from guide.importing.words.sentences import has_question
from guide.labels import label_of
from guide.model import Guide, Part, Point, Probe, Question, ResearchQuestion, Section
from guide.problems import fold_case

_INNER = re.compile(
    r";\s*\w|\((?:[^)]*\?|evt[^)]*|e\.g\.[^)]*|f\.eks[^)]*)\)?|\?\s*\W*\w[^?]*\?"
    r"|(?:,|\b(?:og|eller|and|or))\s+(?:hvorfor|hvordan|korleis|kvifor|why|how)(?: (?:ikke|ikkje|not))?\s*\?"
    r"|[-–]\s*(?:hvorfor|why)\b[^?]*\?",
    re.IGNORECASE,
)
"""What in a wording may be a probe: after a semicolon, in brackets, a second question, a trailing why."""


_ONE_QUESTION = 30  # words of what asks something, and does not thank as well


class SourceLine(Value):
    """Words of the source and where they went.

    ``number`` is the line's in the document. ``became`` is a place in the guide ("title", "problem", "rq:B",
    "opening:2", "section:1", "question:B3", "probe:B3:1", "aim:B3", "closing" questions by their ids, "after:1") or
    "left_out"; then ``reason`` says why.
    """

    text: str
    place: Spot
    became: str
    reason: Reason | None = None
    number: int = 0


class Imported(Value):
    """What a document became.

    ``doubts`` are what was not certain, by place as in ``guide.write.Remarks.on``, "head" for the whole. ``lines``
    accounts for every line of the document. ``seen`` is the language that was recognised, "" for none.
    """

    guide: Guide
    doubts: Mapping[str, tuple[Doubt, ...]]
    lines: tuple[SourceLine, ...]
    seen: str = ""


class _Conversion:
    def __init__(self, draft: GuideDraft) -> None:
        self.draft = draft
        self.doubts: dict[str, list[Doubt]] = {}
        self.owners = {fold_case(target.id): target.id for target in draft.targets}
        self.owners |= {fold_case(part.id): target.id for target in draft.targets for part in target.parts}
        self.taken = set(self.owners)
        self.counts: dict[str, int] = {}
        self.placed: list[tuple[DocumentLine, str, str, Reason | None]] = []
        self.own = own_ids(draft, self.taken)
        self.taken |= {fold_case(name) for name in self.own.values()}

    def note_number(self, question: QuestionDraft, name: str) -> None:
        """Say once where a question's own number is not what it is called in the guide."""
        own = own_name(question)
        said = any(doubt.code == "numbering" for doubt in self.draft.doubts)
        if own and not said and re.sub(r"\D", "", own) != re.sub(r"\D", "", name) and not name.startswith(CLOSING):
            self.draft.doubts.append(Doubt("numbering", {"own": own, "given": name}))

    def put(self, line: DocumentLine, text: str, became: str, reason: Reason | None = None) -> None:
        if text.strip():
            self.placed.append((line, text, became, reason))

    def note(self, place: str, doubts: Iterable[Doubt]) -> None:
        for doubt in doubts:
            self.doubts.setdefault(place, []).append(doubt)

    def name(self, series: str) -> str:
        """The next free id of a series: the automatic one wherever it is free."""
        while True:
            self.counts[series] = count = self.counts.get(series, 0) + 1
            given = automatic_id(series, count)
            if fold_case(given) not in self.taken:
                self.taken.add(fold_case(given))
                return given

    def target(self, target: TargetDraft) -> ResearchQuestion:
        parts = tuple(self.part(part) for part in target.parts)
        for line in target.lines:
            self.put(line, target.text, f"rq:{target.id}")
        self.note(f"rq:{target.id}", target.doubts)
        return ResearchQuestion(target.id, target.text, label_of(target.text), parts)

    def part(self, part: PartDraft) -> Part:
        for line in part.lines:
            self.put(line, part.text, f"rq:{part.id}")
        return Part(part.id, part.text, label_of(part.text))

    def question(self, question: QuestionDraft, serves: tuple[str, ...], *, closing: bool = False) -> Question:
        own = () if closing else (serves if question.serves is None else question.serves)
        series = CLOSING if closing else (self.owners[fold_case(own[0])] if own else SERVING_NONE)
        name = self.own.get(question.line.number) or self.name(series)
        self.note_number(question, name)
        self.put(question.line, question.ask, f"question:{name}")
        probes = []
        for place, probe in enumerate(question.probes, 1):
            self.put(probe.line, probe.ask, f"probe:{name}:{place}")
            self.note(f"probe:{name}:{place}", probe.doubts)
            probes.append(Probe(probe.ask, probe.condition))
        if _INNER.search(question.ask):
            question.doubt("inner_probes")
        if question.optional and closing:
            question.doubt("closing_optional")
        self.note(f"question:{name}", question.doubts)
        for piece in question.aim:
            self.put(piece.line, piece.text, f"aim:{name}")
        return Question(
            name,
            question.ask,
            question.short or label_of(question.ask),
            own,
            tuple(probes),
            optional=question.optional and not closing,
            minutes=question.minutes,
            aim=" ".join(piece.text for piece in question.aim if piece.text) or None,
        )

    def section(self, place: int) -> Section:
        draft = self.draft.sections[place]
        questions = tuple(self.question(question, draft.serves) for question in draft.questions)
        if draft.head is not None:
            self.put(draft.head, draft.title, f"section:{place + 1}")
        self.note(f"section:{place + 1}", draft.doubts)
        return Section(draft.title, draft.serves, questions, draft.minutes)

    def points(self, key: str) -> tuple[Point, ...]:
        pieces = self.draft.opening if key == "opening" else self.draft.after
        for place, piece in enumerate(pieces, 1):
            self.put(piece.line, piece.text, f"{key}:{place}")
            if key == "opening" and CONSENT.search(piece.text):
                self.note(f"{key}:{place}", [Doubt("may_gate")])
            settled = key == "opening" and (procedural(piece.line) or CONSENT.search(piece.text) is not None)
            if has_question(piece.text) and not settled and len(piece.text.split()) <= _ONE_QUESTION:
                self.note(f"{key}:{place}", [Doubt("asks_here")])
        return tuple(Point(str(place), piece.text) for place, piece in enumerate(pieces, 1))


def build(
    draft: GuideDraft, lines: tuple[DocumentLine, ...], language: str, name: str, source: tuple[DocumentLine, ...]
) -> Imported:
    """The guide of a draft; ``name`` is the title where the document has none, ``source`` what is accounted for."""
    builder = _Conversion(draft)
    targets = tuple(builder.target(target) for target in draft.targets)
    sections = tuple(builder.section(place) for place in range(len(draft.sections)))
    closing = tuple(builder.question(question, (), closing=True) for question in draft.closing)
    if draft.title is None:  # what the file itself is called, as a page is in its head
        filed = next((line for line in lines if line.block.aside == "code" and line.block.kind == "heading"), None)
        if filed is not None:
            draft.title = PlacedText(filed, filed.text)
            draft.left = [left for left in draft.left if left.line.number != filed.number]
    title = draft.title.text if draft.title is not None else name
    if draft.title is None:
        builder.note("title", [Doubt("title_from_name")])
    else:
        builder.put(draft.title.line, draft.title.text, "title")
    if draft.problem is not None:
        builder.put(draft.problem.line, draft.problem.text, "problem")
    builder.note("research_questions", draft.target_doubts)
    builder.note("head", draft.doubts)
    wrong = wrong_letters(" ".join(line.text for line in lines))
    builder.note("head", [Doubt("letters", {"text": word[:40]}) for word in wrong[:1]])
    guide = Guide(
        title=title,
        language=language,
        minutes=draft.minutes,
        problem=None if draft.problem is None else draft.problem.text,
        research_questions=targets,
        opening=builder.points("opening"),
        sections=sections,
        closing=closing,
        after=builder.points("after"),
    )
    return Imported(guide, {place: tuple(found) for place, found in builder.doubts.items()}, _ledger(builder, source))


def _ledger(builder: _Conversion, lines: tuple[DocumentLine, ...]) -> tuple[SourceLine, ...]:
    """Every line of the source; words that went nowhere are left out, whatever was meant to become of them."""
    for left in builder.draft.left:
        builder.put(left.line, left.text, "left_out", left.reason)
    of_line: dict[int, list[tuple[str, str, Reason | None]]] = {}
    for line, text, became, reason in builder.placed:
        of_line.setdefault(line.number, []).append((text, became, reason))
    found = []
    for line in lines:
        entries = of_line.get(line.number, [])
        rest = _missing(line.block.labelled, [text for text, _, _ in entries])
        if rest:
            label = not _missing(rest, [line.block.label])
            entries = [*entries, (rest, "left_out", "structure" if label else ("mark" if entries else "prose"))]
        found += [SourceLine(text, line.block.spot, became, reason, line.number) for text, became, reason in entries]
    return tuple(found)


def _missing(text: str, placed: list[str]) -> str:
    """The words of a line that none of its pieces has."""
    counts = Counter(re.findall(r"\w+", " ".join(placed)))
    missing = []
    for word in re.findall(r"\w+", text):
        if counts[word]:
            counts[word] -= 1
        else:
            missing.append(word)
    return " ".join(missing)


_SERIES = re.compile(r"(?P<letters>[^\W\d_]{1,2})(?P<number>\d{1,2}(?:\.\d{1,2})?)")
_SPELT = re.compile(r"(?:spm|sp|spørsmål|spørgsmål|question|fråga)(?P<number>\d{1,2})", re.IGNORECASE)


def own_ids(draft: GuideDraft, taken: Collection[str]) -> dict[int, str]:
    """The id of each question by its line's number, as the document has them; empty where they cannot all be kept.

    They are kept where every question of the sections has one and no two are the same. Bare numbers that count on
    through the whole document become ``Q1``, ``Q2``. ``taken`` are the ids of research questions, folded.
    """
    asked = [question for section in draft.sections for question in section.questions]
    named = [own_name(question) for question in asked]
    if not named or not all(named):
        return {}
    bare = [name.isdecimal() for name in named]
    if all(bare):
        if any(int(first) >= int(second) for first, second in pairwise(named)):
            return {}
        found = {question.line.number: f"{SERVING_NONE}{int(own_name(question))}" for question in asked}
    elif any(bare):
        return {}
    else:
        both = [*asked, *(question for question in draft.closing if _has_id(question))]
        found = {question.line.number: own_name(question) for question in both}
        asked = both
    ids = [fold_case(name) for name in found.values()]
    fits = all(map(is_question_id, found.values())) and len(set(ids)) == len(asked)
    return found if fits and not set(ids) & set(taken) else {}


def _has_id(question: QuestionDraft) -> bool:
    name = own_name(question)
    return bool(name) and not name.isdecimal()


def own_name(question: QuestionDraft) -> str:
    """What the document calls a question: "Q3", "2.1", "4", or "" where it has only a bullet or a lone letter."""
    block = question.line.block
    if block.form not in ("named", "decimal") and not question.number:
        return ""
    label = re.sub(r"[^\w.]", "", question.number or block.label).strip(".")
    spelt = _SPELT.fullmatch(label)
    if spelt is not None:
        return spelt["number"]
    series = _SERIES.fullmatch(label)
    if series is not None:
        return f"{series['letters'].upper()}{series['number']}"
    return label if re.fullmatch(r"\d{1,3}(?:\.\d{1,2}){0,2}", label) else ""
