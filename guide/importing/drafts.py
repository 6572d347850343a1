"""The guide while it is being put together: every piece remembers the line that it came from."""

from collections.abc import Mapping
from typing import Literal

from guide.importing.structure.lines import Line
from guide.values import NOTHING, Value

Reason = Literal[
    "structure", "about", "form", "contents", "page_number", "running_header", "page_header", "footnote", "text_box",
    "comment", "deleted", "hidden", "placeholder", "prose", "table", "heading", "code", "appendix", "minutes", "mark",
    "topic", "condition", "served", "letter", "kind", "source",
]  # fmt: skip
"""Why words of the source are not in the guide."""


DOUBTS = (
    "title_from_name", "minutes_from", "language", "few_questions", "target_no_question", "target_near", "unserved",
    "no_question", "topic_as_label", "inner_probes", "optional_brackets", "closing_optional", "closing_by_words",
    "afterthought", "no_research", "may_gate", "numbering", "minutes_sum", "several_in_probe", "slot", "answered",
    "questionnaire",
)  # fmt: skip
"""Everything that can be uncertain, each with its own sentence in the interface's words."""


class Doubt(Value):
    """Something that was not certain: a code and its facts, spoken elsewhere in the reader's language."""

    code: str
    facts: Mapping[str, str] = NOTHING


class Piece(Value):
    """Words of one line, gone to one place."""

    line: Line
    text: str


class LeftOut(Value):
    """Words of one line that are not in the guide, and why."""

    line: Line
    text: str
    reason: Reason


class ProbeDraft:
    """A probe in the making."""

    def __init__(self, ask: str, line: Line, condition: str | None = None) -> None:
        self.ask = ask
        self.line = line
        self.condition = condition
        self.doubts: list[Doubt] = []


class QuestionDraft:
    """A question in the making; ``serves`` is None where its section decides."""

    def __init__(self, ask: str, line: Line) -> None:
        self.ask = ask
        self.line = line
        self.short: str | None = None
        self.probes: list[ProbeDraft] = []
        self.optional = False
        self.minutes: float | None = None
        self.serves: tuple[str, ...] | None = None
        self.aim: list[Piece] = []
        self.doubts: list[Doubt] = []

    def doubt(self, code: str, **facts: str) -> None:
        """Note what is not certain about this question, once."""
        found = Doubt(code, facts)
        if found not in self.doubts:
            self.doubts.append(found)


class SectionDraft:
    """A section in the making."""

    def __init__(self, title: str, head: Line | None) -> None:
        self.title = title
        self.head = head
        self.above: tuple[Line, ...] = ()
        self.serves: tuple[str, ...] = ()
        self.minutes: float | None = None
        self.questions: list[QuestionDraft] = []
        self.doubts: list[Doubt] = []


class PartDraft:
    """A part of a research question in the making."""

    def __init__(self, id: str, text: str, line: Line) -> None:
        self.id = id
        self.text = text
        self.lines = [line]


class TargetDraft:
    """A research question in the making."""

    def __init__(self, id: str, text: str, line: Line) -> None:
        self.id = id
        self.text = text
        self.lines = [line]
        self.parts: list[PartDraft] = []
        self.doubts: list[Doubt] = []


class GuideDraft:
    """All that has been understood so far. ``starred`` says that a star marks what is optional."""

    def __init__(self) -> None:
        self.title: Piece | None = None
        self.problem: Piece | None = None
        self.problem_doubts: list[Doubt] = []
        self.title_doubts: list[Doubt] = []
        self.minutes: float | None = None
        self.starred = False
        self.targets: list[TargetDraft] = []
        self.target_doubts: list[Doubt] = []
        self.opening: list[Piece] = []
        self.sections: list[SectionDraft] = []
        self.closing: list[QuestionDraft] = []
        self.after: list[Piece] = []
        self.left: list[LeftOut] = []
        self.doubts: list[Doubt] = []

    def leave(self, line: Line, reason: Reason, text: str | None = None) -> None:
        """List words as left out."""
        words = shown(line) if text is None else text
        if words.strip():
            self.left.append(LeftOut(line, words, reason))

    def leave_whole(self, line: Line | None, reason: Reason) -> None:
        """List all of a line as left out, whatever was listed of it before."""
        if line is not None:
            self.left = [left for left in self.left if left.line is not line]
            self.leave(line, reason)

    def kept_as(self, reason: Reason, line: Line | None) -> None:
        """Say of a line that was left out as a lead that its words stand in the guide after all."""
        self.left = [
            left.but(reason=reason) if left.line is line and left.reason == "structure" else left for left in self.left
        ]

    @property
    def questions(self) -> list[QuestionDraft]:
        """All questions, the closing last."""
        return [question for section in self.sections for question in section.questions] + self.closing


def shown(line: Line) -> str:
    """A line as it stands in the document, its label before it."""
    return f"{line.block.label} {line.text}".strip()
