"""Guide parser: parts become a guide draft.

It finds the research questions, the opening, the sections, the closing and what comes after.
"""

from collections.abc import Sequence

from guide.importing.guide_draft import (
    Doubt,
    GuideDraft,
    PlacedText,
    QuestionDraft,
    SectionDraft,
    by_numbers,
    tell_apart,
    topics_as_labels,
)
from guide.importing.structure.document_lines import DocumentLine, compare_depth, leads, numbers_run_on
from guide.importing.structure.front_matter import (
    find_title,
    front_line,
    lists_research,
    note_minutes,
    note_minutes_sum,
    only_minutes,
    read_problem,
    read_research,
    section_title,
    settle_title,
)
from guide.importing.structure.headings import (
    RESEARCH_LEAD,
    announces_questions,
    inline_zone,
    is_guide_title,
    is_research_head,
    says_questions,
    without_appendix,
    zone_of,
)
from guide.importing.structure.interview_frame import (
    CATCH_ALL,
    CONSENT,
    LEGEND,
    THANKS,
    TOLD,
    answers_by_number,
    asked_of_nobody,
    asks_leave,
    beyond,
    counted_themes,
    frames,
    head_leads,
    in_tasks,
    is_completed,
    is_intro,
    is_questions,
    is_source,
    label_main_leads,
    listed_topics,
    note_avoided,
    procedural,
    put_problems,
    really_asks,
    settle_ending,
    settles,
    split_leads,
    stand_apart,
    still_asks,
    unfit,
    with_checklist,
)
from guide.importing.structure.parts import DocumentPart, cut, in_a_list, is_planned_time
from guide.importing.structure.questions import Levels
from guide.importing.structure.research_questions import Targets, again
from guide.importing.words.line_kinds import (
    asks,
    is_fill_in,
    is_placeholder,
    minutes_in,
    note_lead,
    optional_mark,
    optional_title,
)
from guide.importing.words.sentences import addresses, has_question

_APART = frozenset("tprocakx")  # labels of what is taken out of the running text before anything else


def _is_point(part: DocumentPart) -> bool:
    """Whether what looks like a heading is a point to remember: one of a list's bullets, or consent by itself."""
    head = part.head
    if head is None:
        return False
    if not part.lines and CONSENT.search(head.text):
        return True
    below = bool(part.lines) and compare_depth(part.lines[0].block, head.block) > 0
    return head.block.kind == "item" and head.block.form == "bullet" and not (below and zone_of(head.text))


class GuideParser:
    """A guide draft made of parts, in order."""

    def __init__(self) -> None:
        self.draft = GuideDraft()
        self.targets = Targets()
        self._begun = False
        self._ended = False
        self._numbered: float | None = None
        self._called_closing: list[QuestionDraft] = []
        self._called_research: list[DocumentLine] = []
        self._waiting: list[tuple[DocumentLine, DocumentLine]] = []  # a heading, and what stands under it
        self._times: dict[int, DocumentLine] = {}  # by its heading's number, a line that only says how long it takes

    def _opening(self, part: DocumentPart, *, named: bool) -> None:
        """What is said first; its real questions, with what stands below them, are a section."""
        asked: list[DocumentLine] = []
        settled = settles(part)
        point = _is_point(part)
        if point and part.head is not None:
            self._point(part.head)
        for line in part.lines:
            top = next((one for one in reversed(asked) if one.asks), None)
            below = top is not None and (bool(line.hint) or compare_depth(line.block, top.block) > 0)
            counted = bool(asked) and leads(line.block, self._numbered)
            if (really_asks(line) and not settled) or below or counted or (asked and (self._begun or not named)):
                asked.append(line)
            elif (named or procedural(line)) and not unfit(line):
                self._point(line)
            else:
                front_line(line, self.draft)
        if part.head is not None and not asked and not point:
            self.draft.leave(part.head, "structure")
        if asked:
            timed = part.head is not None and bool(minutes_in(part.head.text) or part.head.number in self._times)
            counted = bool(self.draft.opening) and leads(asked[0].block, self._numbered)
            untitled = point or (counted and not timed)
            if untitled and part.head is not None and not point:
                self.draft.leave(part.head, "structure")
            head = part.head if not untitled else next(filter(self._may_name, reversed(part.above)), None)
            self._section(DocumentPart(head, part.zone, tuple(asked), part.above))

    def _may_name(self, head: DocumentLine) -> bool:
        """Whether a heading is a theme's, and names no section yet."""
        named = any(section.head is head for section in self.draft.sections)
        return not (named or is_guide_title(head.text) or zone_of(head.text) in ("opening", "research", "about"))

    def _point(self, line: DocumentLine) -> None:
        note_minutes(line.text, self.draft)
        self.draft.opening.append(PlacedText(line, line.text))
        self.draft.leave(line, "structure", line.block.label)

    def _closing(self, part: DocumentPart) -> None:
        asked = Levels(self.draft, self.targets, numbered=self._numbered).read(part.lines)
        if part.head is not None and _is_point(part):
            self._after_line(part.head)
        elif part.head is not None:
            self.draft.leave(part.head, "structure")
        questions = []
        under_another = part.head is not None and zone_of(part.head.text) != "closing"
        for question in asked.questions:
            thanked = THANKS.search(question.ask) is not None and asks_leave(question.ask)
            if not thanked and (has_question(question.ask) or (asks(question.ask) and TOLD.search(question.ask))):
                questions.append(question)
                if under_another and not CATCH_ALL.search(question.ask):
                    question.doubt("closing_inherited")
            else:
                self._after_line(question.line)
                for probe in question.probes:
                    self._after_line(probe.line)
            self._aims_after(question)
            level = [one for one in question.probes if compare_depth(one.line.block, question.line.block) == 0]
            said = [probe for probe in level if not asks(probe.ask)]
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
            if piece.line.hint == "note" or piece.line.told == "n" or piece.text.startswith(("(", "[")):
                kept.append(piece)
            else:
                self._after_line(piece.line)
        question.aim = kept

    def _after_line(self, line: DocumentLine) -> None:
        if is_source(line):
            self.draft.leave(line, "source")
        elif only_minutes(line, self.draft):
            return
        elif unfit(line):
            front_line(line, self.draft)
        elif all(piece.line is not line for piece in self.draft.after):
            self.draft.after.append(PlacedText(line, line.text))
            self.draft.leave(line, "structure", line.block.label)

    def _points(self, part: DocumentPart, *, after: bool) -> None:
        heads = (part.head,) if part.head is not None and _is_point(part) else ()
        if part.head is not None and not heads:
            self.draft.leave(part.head, "structure")
        asked = [line for line in part.lines if has_question(line.text) and not THANKS.search(line.text)]
        goes_on = any(addresses(line.text) and CATCH_ALL.search(line.text) for line in asked)
        numbers = {line.number for line in asked}
        for line in (*heads, *part.lines):
            if after and line.number in numbers and (goes_on or CATCH_ALL.search(line.text)):
                self.draft.closing.append(QuestionDraft(line.text, line))
            elif after:
                self._after_line(line)
            else:
                self._point(line)

    def _about(self, part: DocumentPart, *, early: bool) -> None:
        if part.head is not None:
            self.draft.leave(part.head, "about")
        for line in part.lines:
            stated = inline_zone(line.text)[0] == "problem"
            if early and (stated or not (part.to_nobody and line.asks)):
                front_line(line, self.draft)
            else:
                self.draft.leave(line, "about")

    def _apart(self, part: DocumentPart, *, early: bool) -> None:
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

    def read(self, lines: Sequence[DocumentLine]) -> GuideDraft:
        """The draft; every line of the document is in it or left out."""
        self.draft.starred = any(LEGEND.search(line.text) for line in lines if len(line.text) < 200)
        lines = self._running(lines)
        quoted = [line.block.quoted for line in lines if has_question(line.text)]
        self.draft.aloud = 2 * sum(quoted) < len(quoted)
        titled = self.draft.title is not None
        used = set[int]() if titled else {*find_title(lines, self.draft), *settle_title(lines, self.draft)}
        left = self._without_completed([line for line in lines if line.number not in used])
        rest = again(self._take_research(head_leads(split_leads(label_main_leads(note_avoided(left))))))
        self._numbered = numbers_run_on(rest)
        parts = with_checklist(cut(rest, numbered=self._numbered))
        themes = counted_themes(parts) | put_problems(parts)
        parts = tuple(part.but(zone="") if at in themes else part for at, part in enumerate(parts))
        parts = self._named_by_first_line(parts)
        answered = answers_by_number(parts)
        self.draft.answers = [line for place in answered for line in parts[place].lines]
        nobody = asked_of_nobody(parts) | answered
        parts = tuple(part.but(zone="about", to_nobody=True) if at in nobody else part for at, part in enumerate(parts))
        topics = listed_topics(parts)
        first = next((place for place, part in enumerate(parts) if is_questions(part)), len(parts))
        closings = [place for place, part in enumerate(parts) if part.zone == "closing"]
        late = [place for place, part in enumerate(parts) if place > first and lists_research(part)]
        for place, part in enumerate(parts):
            if place in late:
                continue
            if place <= first:
                self._list_called(part if place < first else None)
            if place == first:  # the questions may name those that stand below them
                for later in late:
                    read_research(parts[later], self.targets, self.draft)
            self._ended = bool(closings) and place > closings[-1]
            if part.head is not None and part.lines and is_planned_time(part.lines[0]):
                self._times[part.head.number] = part.lines[0]
                part = part.but(lines=part.lines[1:])  # noqa: PLW2901  the part without its time
            late_one = not any(map(is_questions, parts[place:]))
            self._part(part, early=place < first, late=late_one, topics=place in topics)
        self._list_called(None)
        self._leave_waiting()
        for line in self._times.values():
            self.draft.leave(line, "about")
        self.draft.closing += self._called_closing
        note_minutes_sum(parts, self.draft)
        by_numbers(self.draft)
        topics_as_labels(self.draft)
        tell_apart(self.draft)
        settle_ending(self.draft)
        self.draft.targets = self.targets.all
        return self.draft

    def _running(self, lines: Sequence[DocumentLine]) -> list[DocumentLine]:
        """The lines of the running text, without rules and what a person has put elsewhere."""
        running = []
        for line in lines:
            if line.block.aside:
                self.draft.leave(line, line.block.aside)
                if line.block.aside == "letter":
                    note_minutes(line.text, self.draft)
            elif not any(map(str.isalnum, line.text)):
                self.draft.leave(line, "form")
            elif line.told in _APART:
                self._called(line)
            else:
                running.append(line)
        return running

    def _named_by_first_line(self, parts: tuple[DocumentPart, ...]) -> tuple[DocumentPart, ...]:
        """The parts of a document without a title whose only heading is its first line: what the whole is called."""
        head = parts[0].head if len(parts) == 1 else None
        if self.draft.title is not None or head is None or head.told or not is_questions(parts[0]):
            return parts
        self.draft.title = PlacedText(head, head.text.rstrip(" :"))
        return (parts[0].but(head=None),)

    def _called(self, line: DocumentLine) -> None:
        """A line of which a person has said that it is no part of the sections."""
        match line.told:
            case "t" if self.draft.title is None:
                self.draft.title = PlacedText(line, line.text)
            case "p" if self.draft.problem is None:
                self.draft.problem = PlacedText(line, line.text)
            case "r":
                self._called_research.append(line)
            case "o":
                self.draft.opening.append(PlacedText(line, line.text))
            case "c" if has_question(line.text):
                self._called_closing.append(QuestionDraft(line.text, line))
            case "c":
                self.draft.after.append(PlacedText(line, line.text))
            case "a":
                self.draft.leave_whole(line, "answer")
            case "k":
                self.draft.leave_whole(line, "column")
            case _:
                self.draft.leave_whole(line, "corrected")

    def _list_called(self, before: DocumentPart | None) -> None:
        """List what a person has called research questions, in the document's order; all of them before no part."""
        start = next((line.number for line in (before.head, *before.lines) if line is not None), 0) if before else None
        while self._called_research and (start is None or self._called_research[0].number < start):
            self.targets.listed(self._called_research.pop(0))

    def _without_completed(self, lines: list[DocumentLine]) -> list[DocumentLine]:
        """Lines without what asks in lists of tasks, and without the items that end a sentence about the guide.

        The latter are none any more once a question has been asked.
        """
        tasks = in_tasks(lines)
        first = next(
            (at for at, line in enumerate(lines) if line.asks and not is_completed(lines, at)),
            len(lines),
        )
        kept = []
        for place, line in enumerate(lines):
            if place in tasks or (place < first and is_completed(lines, place)):
                self.draft.leave_whole(line, "about")
            else:
                kept.append(line)
        return kept

    def _take_research(self, lines: list[DocumentLine]) -> list[DocumentLine]:
        """Take numbered research questions that stand one below the other without a heading."""
        kept = []
        for place, line in enumerate(lines):
            if line.hint or line.told or not in_a_list(lines, place):
                kept.append(line)
                continue
            target = self.targets.listed(line)
            words = line.block.named
            if not line.block.label or line.block.label not in target.text:
                self.draft.leave(line, "structure", words[: max(0, len(words) - len(target.text))])
        return kept

    def _part(self, part: DocumentPart, *, early: bool, late: bool, topics: bool) -> None:
        if part.research and part.zone != "closing":
            self._table_row(part)
        elif part.head is not None and is_research_head(part.head.block.named):
            self._under_research(part)
        elif part.zone == "problem" and self.draft.problem is None:
            read_problem(part, self.draft)
        elif part.zone == "research" and early:
            read_research(part, self.targets, self.draft)
        elif part.zone == "opening" or (early and not part.zone and (part.head is None or settles(part))):
            self._opening(part, named=part.head is not None or part.zone == "opening")
        elif part.zone == "closing":
            self._closing(part)
        elif self.draft.closing and beyond(part, self._numbered, len(self.draft.questions), ended=self._ended):
            self._about(part, early=False)
        elif part.zone == "after" and not still_asks(part):
            self._points(part, after=True)
        elif part.zone == "about" and not is_questions(part):
            self._about(part, early=early)
        elif not is_questions(part) and (early or late) and not topics:
            self._apart(part, early=early)
        else:
            self._section(part, topics=topics)

    # ------------------------------------------------------------------ research questions

    def _table_row(self, part: DocumentPart) -> None:
        ids = []
        for line in part.research:
            if is_placeholder(line.text):
                self.draft.leave(line, "placeholder")
                continue
            found = self.targets.match_line(line, new=True)
            if found is not None:
                ids.append(found)
            if line.block.label:
                self.draft.leave(line, "structure", line.block.label)
        self._add_section(self._new_section(part), part.lines, tuple(dict.fromkeys(ids)))

    def _under_research(self, part: DocumentPart) -> None:
        head = part.head
        assert head is not None  # noqa: S101  asked for above
        lead = RESEARCH_LEAD.match(head.block.named)
        titled = self.targets.titled(head)
        found: str | None
        if titled is not None:
            found, words = titled
            section = SectionDraft(words.rstrip(" :"), head)
            section.above = part.above
            self._time_of(section, head)
        elif head.told == "h":
            self._section(part)
            return
        else:
            found = self.targets.match_line(head, new=True)
            section = SectionDraft("", None)
        self.draft.leave(head, "structure", lead[0] if lead is not None else "")
        self._add_section(section, part.lines, (found,) if found else ())

    # ------------------------------------------------------------------ sections

    def _section(self, part: DocumentPart, *, topics: bool = False) -> None:
        section = self._new_section(part)
        if part.zone == "about":
            section.doubts.append(Doubt("under_about"))
        ids = next(
            (ids for head in (part.head, *part.above[::-1]) if head and (ids := self.targets.mentioned(head.text))), ()
        )
        self._add_section(section, part.lines, ids, topics=topics)
        mark = optional_mark(section.title)
        if mark:
            section.title = " ".join(section.title.replace(mark, " ").split()).strip(" :–-")
            if part.head is not None:
                section.title = section.title or part.head.block.label
                self.draft.leave(part.head, "mark", mark)
        if mark or optional_title(section.title):
            for question in section.questions:
                question.optional = True

    def _new_section(self, part: DocumentPart) -> SectionDraft:
        head, above = part.head, part.above
        goes_on = self._goes_on(head, above)
        if head is not None and above and says_questions(head.text) and (goes_on or self._may_name(above[-1])):
            self.draft.leave(head, "structure")
            self.draft.left = [left for left in self.draft.left if left.line is not above[-1]]
            head, above = above[-1], above[:-1]
        elif head is not None and self._only_leads(head):
            self.draft.leave(head, "structure")
            head = None
        section = SectionDraft("", head)
        section.above = above
        if head is not None:
            lead, title = without_appendix(head.text)
            whole = (title or head.text).rstrip(" :")
            section.title = section_title(head, whole, self.draft, self.targets) or whole
            if lead and title:
                self.draft.leave(head, "appendix", lead)
            self._time_of(section, head)
            if section.minutes is not None:  # the research questions may stand before the time
                section.title = section_title(head, section.title, self.draft, self.targets) or section.title
        return section

    def _only_leads(self, head: DocumentLine) -> bool:
        """Whether a line that only says that questions come leads into the guide's first, and so names nothing."""
        titled = any(section.title for section in self.draft.sections)
        marked = head.told or head.block.kind == "heading" or head.block.bold
        return not (titled or marked) and says_questions(head.text)

    def _goes_on(self, head: DocumentLine | None, above: Sequence[DocumentLine]) -> bool:
        """Whether a sentence that says that questions follow stands in the last section, below its first questions."""
        if head is None or head.told or not above or not self.draft.sections:
            return False
        said = announces_questions(head.text) if head.block.kind == "heading" else says_questions(head.text)
        return said and self.draft.sections[-1].head is above[-1]

    def _time_of(self, section: SectionDraft, head: DocumentLine) -> None:
        """A time at a theme's end, or right below it, is its planned minutes: "Bakgrunn (ca. 10 min)"."""
        below = self._times.pop(head.number, None)
        found = minutes_in(below.text, alone=True) if below is not None else None
        if below is not None and found is not None:
            section.minutes = found[1]
            self.draft.leave(below, "minutes")
        timed = minutes_in(section.title)
        if timed is None or not section.title.endswith(timed[0]):
            return
        rest = section.title.removesuffix(timed[0]).rstrip()
        if rest and (timed[0][0] in "([–—-" or rest[-1] in ":,–—-"):
            section.title, section.minutes = rest.rstrip(" :,–—-"), timed[1]
            self.draft.leave(head, "minutes", timed[0])

    def _add_section(
        self, section: SectionDraft, lines: Sequence[DocumentLine], serves: tuple[str, ...], *, topics: bool = False
    ) -> None:
        own: list[DocumentLine] = []
        apart = 0 if self._begun else stand_apart(lines)
        for line in lines[:apart]:
            front_line(line, self.draft)
        for line in lines[apart:]:
            if self._first(line, own):
                self._point(line)
                continue
            zone, lead, rest = inline_zone(line.text)
            if zone == "problem" and self.draft.problem is None and not line.hint:
                self.draft.problem = PlacedText(line, rest)
                self.draft.leave(line, "structure", lead)
            else:
                own.append(line)
        asked = Levels(self.draft, self.targets, numbered=self._numbered).read(own, topics=topics)
        section.serves = serves
        section.questions, before = asked.questions, asked.before
        if not section.questions and self._begun and section.head is not None:
            self._waiting += [(section.head, line) for line in before]
            before = []
        elif section.questions:
            own = [line for head, line in self._waiting if head in section.above]
            self._leave_waiting(kept=own)
            before = [*own, *before]
        self._notes_before(section, before)
        if section.questions:
            self._begun = True
            last = self.draft.sections[-1] if self.draft.sections else None
            if last is not None and section.head is not None and last.head is section.head:
                last.questions += section.questions
            else:
                self.draft.sections.append(section)
        else:
            self.draft.leave_whole(section.head, "heading")

    def _leave_waiting(self, kept: Sequence[DocumentLine] = ()) -> None:
        """Leave out what stood under headings that turned out to have no question."""
        for _, line in self._waiting:
            if line not in kept:
                self.draft.leave(line, "about")
        self._waiting = []

    def _first(self, line: DocumentLine, own: Sequence[DocumentLine]) -> bool:
        """Whether a line before the very first question belongs to the opening."""
        if self._begun or any(one.asks for one in own) or line.hint or line.told or unfit(line):
            return False
        settles_it = asks_leave(line.text) if line.asks else procedural(line)
        return settles_it or is_intro(line, numbered=self._numbered is not None)

    def _notes_before(self, section: SectionDraft, before: Sequence[DocumentLine]) -> None:
        """Notes above a section's first question are about that question; without one, about the last there was."""
        if not self._begun:
            said = [line for line in before if not line.hint and not note_lead(line.text) and frames(line)]
            for line in said:
                front_line(line, self.draft)
            before = [line for line in before if line not in said]
        pieces = [PlacedText(line, line.block.labelled) for line in before]
        if section.questions:
            section.questions[0].aim[:0] = pieces
        elif self.draft.questions:
            self.draft.questions[-1].aim += pieces
        else:
            for line in before:
                front_line(line, self.draft)
