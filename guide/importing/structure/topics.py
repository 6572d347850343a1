"""Headings over a single question each: they name the question, and the heading above them is the section."""

import re
from itertools import groupby

from guide.importing.drafts import GuideDraft, Piece, ProbeDraft, QuestionDraft, SectionDraft
from guide.importing.structure.lines import Line
from guide.keys import SHORT_LIMIT

_MOST = 1.5  # questions under such a heading, on average


def topics_as_labels(draft: GuideDraft) -> None:
    """Put sections together that stand under one heading and hold about one question each."""
    done: list[SectionDraft] = []
    for parent, run in groupby(draft.sections, key=_parent):
        group = list(run)
        asked = sum(len(section.questions) for section in group)
        if parent is None or len(group) < 2 or asked > _MOST * len(group):
            done += group
        else:
            done.append(_together(draft, parent, group))
    draft.sections = done


def _parent(section: SectionDraft) -> Line | None:
    return section.above[-1] if section.above and section.head is not None else None


def _together(draft: GuideDraft, parent: Line, group: list[SectionDraft]) -> SectionDraft:
    section = SectionDraft(parent.text, parent)
    section.above = group[0].above[:-1]
    section.serves = group[0].serves
    draft.left = [left for left in draft.left if left.line is not parent]
    for topic in group:
        first = topic.questions[0]
        for question in topic.questions:
            if topic.serves != section.serves and question.serves is None:
                question.serves = topic.serves
        if topic.head is not None and len(topic.title) <= SHORT_LIMIT and first.short is None:
            first.short = topic.title
            draft.leave(topic.head, "topic")
        elif topic.head is not None:
            first.aim.insert(0, Piece(topic.head, topic.head.text))
        section.questions += topic.questions
        section.doubts += topic.doubts
    return section


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
    if block.form not in ("named", "decimal"):
        return ()
    return (re.sub(r"[\d.\W]", "", block.label), *re.findall(r"\d+", block.label))
