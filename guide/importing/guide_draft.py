"""Guide draft: pieces that remember their lines.

Headings over a single question, and questions numbered below another, are settled here too, once all lines are read.
"""

import re
from collections import Counter
from collections.abc import Mapping
from itertools import groupby
from typing import Literal

from guide.frozen import NOTHING, Value
from guide.importing.structure.document_lines import DocumentLine
from guide.labels import label_of
from guide.schema import SHORT_LIMIT

Reason = Literal[
    "structure", "about", "form", "contents", "page_number", "running_header", "page_header", "footnote", "text_box",
    "comment", "deleted", "struck", "hidden", "placeholder", "prose", "table", "heading", "code", "appendix", "minutes",
    "mark", "topic", "condition", "condition_unused", "served", "letter", "kind", "source", "corrected", "answer",
    "column", "picture",
]  # fmt: skip
"""Why words of the source are not in the guide."""


DOUBTS = (
    "title_from_name", "minutes_from", "language", "few_questions", "target_no_question", "target_near", "unserved",
    "no_question", "topic_as_label", "inner_probes", "optional_brackets", "closing_optional", "closing_by_words",
    "afterthought", "no_research", "may_gate", "numbering", "minutes_sum", "several_in_probe", "slot", "answered",
    "questionnaire", "asked_left_out", "under_about", "may_be_probe", "odd_question", "asked_as_note", "asks_here",
    "no_title", "may_be_lead", "closing_inherited", "letters", "numbered_below",
)  # fmt: skip
"""Everything that can be uncertain, each with its own sentence in the interface's words."""


class Doubt(Value):
    """Something that was not certain: a code and its facts, spoken elsewhere in the reader's language."""

    code: str
    facts: Mapping[str, str] = NOTHING


class PlacedText(Value):
    """Words of one line, gone to one place."""

    line: DocumentLine
    text: str


class LeftOut(Value):
    """Words of one line that are not in the guide, and why."""

    line: DocumentLine
    text: str
    reason: Reason


class ProbeDraft:
    """A probe in the making."""

    def __init__(self, ask: str, line: DocumentLine, condition: str | None = None) -> None:
        self.ask = ask
        self.line = line
        self.condition = condition
        self.doubts: list[Doubt] = []


class QuestionDraft:
    """A question in the making; ``serves`` is None where its section decides."""

    def __init__(self, ask: str, line: DocumentLine) -> None:
        self.ask = ask
        self.line = line
        self.short: str | None = None
        self.number = ""  # where it stands over the question and not before it
        self.probes: list[ProbeDraft] = []
        self.optional = False
        self.minutes: float | None = None
        self.serves: tuple[str, ...] | None = None
        self.aim: list[PlacedText] = []
        self.doubts: list[Doubt] = []

    def doubt(self, code: str, **facts: str) -> None:
        """Note what is not certain about this question, once."""
        found = Doubt(code, facts)
        if found not in self.doubts:
            self.doubts.append(found)


class SectionDraft:
    """A section in the making."""

    def __init__(self, title: str, head: DocumentLine | None) -> None:
        self.title = title
        self.head = head
        self.above: tuple[DocumentLine, ...] = ()
        self.serves: tuple[str, ...] = ()
        self.minutes: float | None = None
        self.questions: list[QuestionDraft] = []
        self.doubts: list[Doubt] = []


class PartDraft:
    """A part of a research question in the making."""

    def __init__(self, id: str, text: str, line: DocumentLine) -> None:
        self.id = id
        self.text = text
        self.lines = [line]


class TargetDraft(PartDraft):
    """A research question in the making."""

    def __init__(self, id: str, text: str, line: DocumentLine) -> None:
        super().__init__(id, text, line)
        self.parts: list[PartDraft] = []
        self.doubts: list[Doubt] = []


SUSPECT: frozenset[Reason] = frozenset(
    {"about", "prose", "heading", "form", "table", "code", "letter", "condition_unused", "picture"}
)
"""Reasons for which a line that asks is left out all the same, and so may be wrong."""


class GuideDraft:
    """All that has been understood so far.

    ``starred`` says that a star marks what is optional, ``aloud`` that block quotations are what is said, no questions;
    ``answers`` are lines in which people have answered the guide, among those that are left out.
    """

    def __init__(self) -> None:
        self.title: PlacedText | None = None
        self.problem: PlacedText | None = None
        self.minutes: float | None = None
        self.starred = False
        self.aloud = False
        self.targets: list[TargetDraft] = []
        self.target_doubts: list[Doubt] = []
        self.opening: list[PlacedText] = []
        self.sections: list[SectionDraft] = []
        self.closing: list[QuestionDraft] = []
        self.after: list[PlacedText] = []
        self.left: list[LeftOut] = []
        self.answers: list[DocumentLine] = []
        self.doubts: list[Doubt] = []

    def leave(self, line: DocumentLine, reason: Reason, text: str | None = None) -> None:
        """List words as left out."""
        words = line.block.labelled if text is None else text
        if words.strip():
            self.left.append(LeftOut(line, words, reason))

    def leave_whole(self, line: DocumentLine | None, reason: Reason) -> None:
        """List all of a line as left out, whatever was listed of it before."""
        if line is not None:
            self.left = [left for left in self.left if left.line is not line]
            self.leave(line, reason)

    def mark_kept(self, reason: Reason, line: DocumentLine | None) -> None:
        """Say of a line that was left out as a lead that its words stand in the guide after all."""
        self.left = [
            left.but(reason=reason) if left.line is line and left.reason in ("structure", "condition_unused") else left
            for left in self.left
        ]

    @property
    def questions(self) -> list[QuestionDraft]:
        """All questions, the closing last."""
        return [question for section in self.sections for question in section.questions] + self.closing


_MOST = 1.5  # questions under such a heading, on average


def topics_as_labels(draft: GuideDraft) -> None:
    """Put sections together that stand under one heading and hold about one question each."""
    done: list[SectionDraft] = []
    titles = Counter(section.title for section in draft.sections)
    for parent, run in groupby(draft.sections, key=_parent):
        group = list(run)
        asked = sum(len(section.questions) for section in group)
        named = len(group) > 1 and all(map(_names_question, group))
        again = any(titles[section.title] > 1 for section in group)  # no label tells two questions apart
        if parent is None or len(group) < 2 or again or (asked > len(group) and not named):
            done += group
        else:
            done.append(_together(draft, parent, group))
    draft.sections = done


def _names_question(section: SectionDraft) -> bool:
    """Whether a heading is one question's, by its number: "A1. Staffing per shift" over what is asked about it."""
    if section.head is None or section.head.block.form != "named" or not 1 <= len(section.questions) <= _MOST_ASKED:
        return False
    more = section.questions[1:]
    return re.search(r"\d", section.head.block.label) is not None and not any(
        one.line.block.label or one.probes for one in more
    )


_MOST_ASKED = 4  # questions under one number


def _parent(section: SectionDraft) -> DocumentLine | None:
    return section.above[-1] if section.above and section.head is not None else None


def _together(draft: GuideDraft, parent: DocumentLine, group: list[SectionDraft]) -> SectionDraft:
    section = SectionDraft(parent.text, parent)
    section.above = group[0].above[:-1]
    section.serves = group[0].serves
    draft.left = [left for left in draft.left if left.line is not parent]
    for topic in group:
        first = topic.questions[0]
        if _names_question(topic):
            first.probes += [ProbeDraft(one.ask, one.line) for one in topic.questions[1:]]
            first.aim += [piece for one in topic.questions[1:] for piece in one.aim]
            first.number = topic.head.block.label if topic.head is not None else ""
            del topic.questions[1:]
        for question in topic.questions:
            if topic.serves != section.serves and question.serves is None:
                question.serves = topic.serves
        if topic.head is not None and len(topic.title) <= SHORT_LIMIT and first.short is None:
            first.short = topic.title
            draft.leave(topic.head, "topic")
        elif topic.head is not None:
            first.aim.insert(0, PlacedText(topic.head, topic.head.text))
            first.short = first.short or label_of(topic.title)
        section.questions += topic.questions
        section.doubts += topic.doubts
    return section


def tell_apart(draft: GuideDraft) -> None:
    """Give sections of the same name the heading that they stand under before it: "Auditors: Knowledge"."""
    titles = [section.title for section in draft.sections]
    for section in draft.sections:
        parent = _parent(section)
        if parent is None or titles.count(section.title) < 2 or len(parent.text) + len(section.title) > _LONGEST_TITLE:
            continue
        section.title = f"{parent.text.rstrip(' :.')}: {section.title}"
        draft.left = [left for left in draft.left if left.line is not parent]


_LONGEST_TITLE = 80


def by_numbers(draft: GuideDraft) -> None:
    """Questions numbered below another question, wherever they stand, become its probes: 1.1 of 1."""
    known: dict[tuple[str, ...], QuestionDraft] = {}
    for section in draft.sections:
        kept = []
        for question in section.questions:
            path = _path(question)
            above = next((known[path[:end]] for end in range(len(path) - 1, 0, -1) if path[:end] in known), None)
            if above is None:
                kept.append(question)
                if path:
                    known[path] = question
                continue
            above.probes.append(ProbeDraft(question.ask, question.line))
            above.probes += question.probes
            above.aim += question.aim
        section.questions = kept
        if not kept:
            draft.leave_whole(section.head, "heading")
    draft.sections = [section for section in draft.sections if section.questions]


def _path(question: QuestionDraft) -> tuple[str, ...]:
    block = question.line.block
    if block.form not in ("named", "decimal") or question.line.told:
        return ()
    return (re.sub(r"[\d.\W]", "", block.label), *re.findall(r"\d+", block.label))
