"""What each part of a document is: the research questions, the opening, sections of questions, the closing."""

from collections.abc import Sequence

from guide.importing.drafts import Doubt, GuideDraft, Piece, QuestionDraft, SectionDraft, shown
from guide.importing.endings import settle_ending
from guide.importing.frame import (
    LEGEND,
    TOLD,
    bare_research,
    beyond,
    frames,
    head_words,
    is_intro,
    is_questions,
    keywords,
    level_with,
    procedural,
    really_asks,
    settles,
    split_leads,
    still_asks,
    unfit,
)
from guide.importing.front import find_title, front_line, planned_minutes
from guide.importing.gaps import is_placeholder
from guide.importing.headings import inline_zone, without_appendix
from guide.importing.leads import note_lead, optional_mark, optional_title
from guide.importing.levels import Levels
from guide.importing.lines import Line, compared, leads, numbers_run_on
from guide.importing.lists import read_problem, read_research
from guide.importing.parts import Part, cut
from guide.importing.pseudo import in_a_list, is_research_head
from guide.importing.research import Targets, again
from guide.importing.texts import addresses, has_question
from guide.importing.topics import by_numbers, topics_as_labels
from guide.importing.wording import asks, is_fill_in


class Understanding:
    """A guide draft made of parts, in order."""

    def __init__(self) -> None:
        self.draft = GuideDraft()
        self.targets = Targets()
        self._begun = False
        self._ended = False
        self._numbered: float | None = None

    def read(self, lines: Sequence[Line]) -> GuideDraft:
        """The draft; every line of the document is in it or left out."""
        for line in lines:
            if line.block.aside:
                self.draft.leave(line, line.block.aside)
        self.draft.starred = any(LEGEND.search(line.text) for line in lines if len(line.text) < 200)
        used = set(find_title(lines, self.draft))
        rest = again(self._listed(split_leads([line for line in lines if line.number not in used])))
        self._numbered = numbers_run_on(rest)
        parts = cut(rest, numbered=self._numbered)
        first = next((place for place, part in enumerate(parts) if is_questions(part)), len(parts))
        closings = [place for place, part in enumerate(parts) if part.zone == "closing"]
        for place, part in enumerate(parts):
            self._ended = bool(closings) and place > closings[-1]
            self._part(part, early=place < first, late=not any(is_questions(later) for later in parts[place:]))
        by_numbers(self.draft)
        topics_as_labels(self.draft)
        settle_ending(self.draft)
        self.draft.targets = self.targets.all
        return self.draft

    def _listed(self, lines: list[Line]) -> list[Line]:
        """Take numbered research questions that stand one below the other without a heading."""
        kept = []
        for place, line in enumerate(lines):
            if line.block.aside or line.hint or not in_a_list(lines, place):
                kept.append(line)
                continue
            target = self.targets.listed(line)
            words = head_words(line)
            if line.block.label not in target.text:
                self.draft.leave(line, "structure", words[: max(0, len(words) - len(target.text))])
        return kept

    def _part(self, part: Part, *, early: bool, late: bool) -> None:
        if part.research and part.zone != "closing":
            self._table_row(part)
        elif part.head is not None and is_research_head(head_words(part.head)):
            self._under_research(part)
        elif part.zone == "problem" and self.draft.problem is None:
            read_problem(part, self.draft)
        elif part.zone == "research" and early:
            read_research(part, self.targets, self.draft)
        elif part.zone == "opening" or (early and not part.zone and (part.head is None or settles(part))):
            self._opening(part, named=part.head is not None)
        elif part.zone == "closing":
            self._closing(part)
        elif self.draft.closing and beyond(part, self._numbered, len(self.draft.questions), ended=self._ended):
            self._about(part, early=False)
        elif part.zone == "after" and not still_asks(part):
            self._points(part, after=True)
        elif part.zone == "about" and not is_questions(part):
            self._about(part, early=early)
        elif not is_questions(part) and (early or late) and not keywords(part):
            self._apart(part, early=early)
        else:
            self._section(part)

    # ------------------------------------------------------------------ research questions

    def _table_row(self, part: Part) -> None:
        ids = []
        for line in part.research:
            if is_placeholder(line.text):
                self.draft.leave(line, "placeholder")
                continue
            found = self.targets.served(line, new=True)
            if found is not None:
                ids.append(found)
            if line.block.label:
                self.draft.leave(line, "structure", line.block.label)
        self._asked(self._titled(part), part.lines, tuple(dict.fromkeys(ids)))

    def _under_research(self, part: Part) -> None:
        head = part.head
        assert head is not None  # noqa: S101  asked for above
        words = head_words(head)
        found = self.targets.served(head, new=True)
        self.draft.leave(head, "structure", words[: len(words) - len(bare_research(words))])
        self._asked(SectionDraft("", None), part.lines, (found,) if found else ())

    # ------------------------------------------------------------------ before and after

    def _opening(self, part: Part, *, named: bool) -> None:
        """What is said first; its real questions, with what stands below them, are a section."""
        asked: list[Line] = []
        settled = settles(part)
        for line in part.lines:
            below = bool(asked) and (bool(line.hint) or compared(line.block, asked[-1].block) > 0)
            counted = bool(asked) and leads(line.block, self._numbered)
            if (really_asks(line) and not settled) or below or counted or (asked and not named):
                asked.append(line)
            elif (named or procedural(line)) and not unfit(line):
                self._point(line)
            else:
                front_line(line, self.draft)
        if part.head is not None and not asked:
            self.draft.leave(part.head, "structure")
        if asked:
            untitled = bool(self.draft.opening) and leads(asked[0].block, self._numbered)
            if untitled and part.head is not None:
                self.draft.leave(part.head, "structure")
            self._section(Part(None if untitled else part.head, part.zone, tuple(asked), part.above))

    def _point(self, line: Line) -> None:
        minutes = planned_minutes(line.text)
        if minutes is not None and self.draft.minutes is None:
            self.draft.minutes = minutes
            self.draft.doubts.append(Doubt("minutes_from", {"text": line.text}))
        self.draft.opening.append(Piece(line, line.text))
        self.draft.leave(line, "structure", line.block.label)

    def _closing(self, part: Part) -> None:
        levels = Levels(self.draft, self.targets, numbered=self._numbered)
        asked = levels.read(list(part.lines))
        if part.head is not None:
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
        if unfit(line):
            front_line(line, self.draft)
        else:
            self.draft.after.append(Piece(line, line.text))
            self.draft.leave(line, "structure", line.block.label)

    def _points(self, part: Part, *, after: bool) -> None:
        if part.head is not None:
            self.draft.leave(part.head, "structure")
        for line in part.lines:
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
            else:
                self.draft.leave(line, "form" if is_fill_in(line.text) else "prose")

    # ------------------------------------------------------------------ sections

    def _section(self, part: Part) -> None:
        section = self._titled(part)
        ids = next((ids for head in (part.head, *part.above[::-1]) if head and (ids := self._mentioned(head))), ())
        self._asked(section, part.lines, ids)
        mark = optional_mark(section.title)
        if mark:
            section.title = " ".join(section.title.replace(mark, " ").split()).strip(" :–-")
            self.draft.leave(part.head, "mark", mark) if part.head is not None else None
        if mark or optional_title(section.title):
            for question in section.questions:
                question.optional = True

    def _mentioned(self, head: Line) -> tuple[str, ...]:
        return self.targets.mentioned(head.text)

    def _titled(self, part: Part) -> SectionDraft:
        section = SectionDraft("", part.head)
        section.above = part.above
        if part.head is not None:
            lead, title = without_appendix(part.head.text)
            section.title = (title or part.head.text).rstrip(" :")
            if lead and title:
                self.draft.leave(part.head, "appendix", lead)
        return section

    def _asked(self, section: SectionDraft, lines: Sequence[Line], serves: tuple[str, ...]) -> None:
        own: list[Line] = []
        for line in lines:
            if self._first(line, own):
                self._point(line)
                continue
            zone, lead, rest = inline_zone(line.text)
            if zone == "problem" and self.draft.problem is None and not line.hint:
                self.draft.problem = Piece(line, rest)
                self.draft.leave(line, "structure", lead)
            else:
                own.append(line)
        asked = Levels(self.draft, self.targets, numbered=self._numbered).read(own)
        section.serves = serves
        section.questions = list(asked.questions)
        self._notes_before(section, asked.before)
        if section.questions:
            self._begun = True
            self.draft.sections.append(section)
        elif section.head is not None:
            self.draft.leave(section.head, "heading", section.title)

    def _first(self, line: Line, own: Sequence[Line]) -> bool:
        """Whether a line before the very first question belongs to the opening."""
        if self._begun or any(one.asks for one in own) or line.hint or unfit(line):
            return False
        return is_intro(line, numbered=self._numbered is not None) or (not line.asks and procedural(line))

    def _notes_before(self, section: SectionDraft, before: Sequence[Line]) -> None:
        """Notes above a section's first question are about that question; without one, about the last there was."""
        if not self._begun:
            said = [line for line in before if not line.hint and not note_lead(line.text) and frames(line)]
            for line in said:
                front_line(line, self.draft)
            before = [line for line in before if line not in said]
        pieces = [Piece(line, shown(line)) for line in before]
        if section.questions:
            section.questions[0].aim[:0] = pieces
        elif self.draft.questions:
            self.draft.questions[-1].aim += pieces
        else:
            for line in before:
                front_line(line, self.draft)
