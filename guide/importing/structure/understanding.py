"""What each part of a document is: the research questions, the opening, sections of questions, the closing."""

from collections.abc import Sequence

from guide.importing.drafts import GuideDraft, Piece, SectionDraft, shown
from guide.importing.structure.around import Around
from guide.importing.structure.endings import settle_ending
from guide.importing.structure.frame import (
    LEGEND,
    bare_research,
    beyond,
    frames,
    head_words,
    is_intro,
    is_questions,
    keywords,
    procedural,
    settles,
    split_leads,
    still_asks,
    unfit,
)
from guide.importing.structure.front import find_title, front_line, note_minutes
from guide.importing.structure.headings import inline_zone, without_appendix
from guide.importing.structure.levels import Levels
from guide.importing.structure.lines import Line, numbers_run_on
from guide.importing.structure.lists import read_problem, read_research
from guide.importing.structure.parts import Part, cut
from guide.importing.structure.pseudo import in_a_list, is_research_head
from guide.importing.structure.research import again
from guide.importing.structure.titles import section_title, settle_title, summed_minutes
from guide.importing.structure.topics import by_numbers, topics_as_labels
from guide.importing.words.gaps import is_placeholder
from guide.importing.words.leads import minutes_in, note_lead, optional_mark, optional_title


class Understanding(Around):
    """A guide draft made of parts, in order."""

    def read(self, lines: Sequence[Line]) -> GuideDraft:
        """The draft; every line of the document is in it or left out."""
        for line in lines:
            if line.block.aside:
                self.draft.leave(line, line.block.aside)
                if line.block.aside == "letter":
                    note_minutes(line.text, self.draft)
        self.draft.starred = any(LEGEND.search(line.text) for line in lines if len(line.text) < 200)
        used = {*find_title(lines, self.draft), *settle_title(lines, self.draft)}
        rest = again(self._listed(split_leads([line for line in lines if line.number not in used])))
        self._numbered = numbers_run_on(rest)
        parts = cut(rest, numbered=self._numbered)
        first = next((place for place, part in enumerate(parts) if is_questions(part)), len(parts))
        closings = [place for place, part in enumerate(parts) if part.zone == "closing"]
        for place, part in enumerate(parts):
            self._ended = bool(closings) and place > closings[-1]
            self._part(part, early=place < first, late=not any(is_questions(later) for later in parts[place:]))
        summed_minutes(parts, self.draft)
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
            if not line.block.label or line.block.label not in target.text:
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
            whole = (title or part.head.text).rstrip(" :")
            section.title = section_title(part.head, whole, self.draft, self.targets) or whole
            if lead and title:
                self.draft.leave(part.head, "appendix", lead)
            self._time_of(section, part.head)
        return section

    def _time_of(self, section: SectionDraft, head: Line) -> None:
        """A time at a theme's end is its planned minutes: "Bakgrunn (ca. 10 min)"."""
        timed = minutes_in(section.title)
        if timed is None or not section.title.endswith(timed[0]):
            return
        rest = section.title.removesuffix(timed[0]).rstrip()
        if rest and (timed[0][0] in "([–—-" or rest[-1] in ":,–—-"):
            section.title, section.minutes = rest.rstrip(" :,–—-"), timed[1]
            self.draft.leave(head, "minutes", timed[0])

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
        else:
            self.draft.leave_whole(section.head, "heading")

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
