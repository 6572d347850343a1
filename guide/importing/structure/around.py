"""What stands around the interview's questions: what is said first, what closes it, and what comes after."""

from guide.importing.drafts import GuideDraft, Piece, QuestionDraft
from guide.importing.structure.frame import (
    CONSENT,
    TOLD,
    is_source,
    level_with,
    procedural,
    really_asks,
    settles,
    unfit,
)
from guide.importing.structure.front import front_line, note_minutes, only_minutes
from guide.importing.structure.headings import zone_of
from guide.importing.structure.levels import Levels
from guide.importing.structure.lines import Line, compared, leads
from guide.importing.structure.parts import Part
from guide.importing.structure.research import Targets
from guide.importing.words.texts import addresses, has_question
from guide.importing.words.wording import asks, is_fill_in


class Around:
    """A draft of which the opening, the closing and what comes after are understood; sections are another's work."""

    def __init__(self) -> None:
        self.draft = GuideDraft()
        self.targets = Targets()
        self._begun = False
        self._ended = False
        self._numbered: float | None = None

    def _section(self, part: Part) -> None:
        raise NotImplementedError

    def _opening(self, part: Part, *, named: bool) -> None:
        """What is said first; its real questions, with what stands below them, are a section."""
        asked: list[Line] = []
        settled = settles(part)
        point = _is_point(part)
        if point and part.head is not None:
            self._point(part.head)
        for line in part.lines:
            below = bool(asked) and (bool(line.hint) or compared(line.block, asked[-1].block) > 0)
            counted = bool(asked) and leads(line.block, self._numbered)
            if (really_asks(line) and not settled) or below or counted or (asked and not named):
                asked.append(line)
            elif (named or procedural(line)) and not unfit(line):
                self._point(line)
            else:
                front_line(line, self.draft)
        if part.head is not None and not asked and not point:
            self.draft.leave(part.head, "structure")
        if asked:
            untitled = point or (bool(self.draft.opening) and leads(asked[0].block, self._numbered))
            if untitled and part.head is not None and not point:
                self.draft.leave(part.head, "structure")
            self._section(Part(None if untitled else part.head, part.zone, tuple(asked), part.above))

    def _point(self, line: Line) -> None:
        note_minutes(line.text, self.draft)
        self.draft.opening.append(Piece(line, line.text))
        self.draft.leave(line, "structure", line.block.label)

    def _closing(self, part: Part) -> None:
        levels = Levels(self.draft, self.targets, numbered=self._numbered)
        asked = levels.read(list(part.lines))
        if part.head is not None and _is_point(part):
            self._after_line(part.head)
        elif part.head is not None:
            self.draft.leave(part.head, "structure")
        questions = []
        for question in asked.questions:
            if has_question(question.ask) or (asks(question.ask) and TOLD.search(question.ask)):
                questions.append(question)
            else:
                self._after_line(question.line)
                for probe in question.probes:
                    self._after_line(probe.line)
            self._aims_after(question)
            said = [probe for probe in question.probes if not asks(probe.ask) and level_with(probe.line, question.line)]
            question.probes = [probe for probe in question.probes if probe not in said]
            for probe in said:
                self._after_line(probe.line)
        for line in asked.before:
            self._after_line(line)
        self.draft.closing += questions
        self._begun = self._begun or bool(questions)

    def _aims_after(self, question: QuestionDraft) -> None:
        """What follows a closing question is said afterwards; what is written in brackets is about the question."""
        kept = []
        for piece in question.aim:
            if piece.line.hint == "note" or piece.text.startswith(("(", "[")):
                kept.append(piece)
            else:
                self._after_line(piece.line)
        question.aim = kept

    def _after_line(self, line: Line) -> None:
        if is_source(line):
            self.draft.leave(line, "source")
        elif only_minutes(line, self.draft):
            return
        elif unfit(line):
            front_line(line, self.draft)
        elif all(piece.line is not line for piece in self.draft.after):
            self.draft.after.append(Piece(line, line.text))
            self.draft.leave(line, "structure", line.block.label)

    def _points(self, part: Part, *, after: bool) -> None:
        heads = (part.head,) if part.head is not None and _is_point(part) else ()
        if part.head is not None and not heads:
            self.draft.leave(part.head, "structure")
        for line in (*heads, *part.lines):
            self._after_line(line) if after else self._point(line)

    def _about(self, part: Part, *, early: bool) -> None:
        if part.head is not None:
            self.draft.leave(part.head, "about")
        for line in part.lines:
            if early:
                front_line(line, self.draft)
            else:
                self.draft.leave(line, "about")

    def _apart(self, part: Part, *, early: bool) -> None:
        """A part without questions before the first or after the last."""
        if part.head is not None:
            self.draft.leave(part.head, "heading")
        for line in part.lines:
            if early:
                front_line(line, self.draft)
            elif addresses(line.text) and not unfit(line):
                self._after_line(line)
            elif not only_minutes(line, self.draft):
                self.draft.leave(line, "source" if is_source(line) else "form" if is_fill_in(line.text) else "prose")


def _is_point(part: Part) -> bool:
    """Whether what looks like a heading is a point to remember: one of a list's bullets, or consent by itself."""
    head = part.head
    if head is None:
        return False
    if not part.lines and CONSENT.search(head.text):
        return True
    below = bool(part.lines) and compared(part.lines[0].block, head.block) > 0
    return head.block.kind == "item" and head.block.form == "bullet" and not (below and zone_of(head.text))
