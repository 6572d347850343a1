"""The report on a study, section by section.

Every number comes from where the terminal's and ``--json``'s come from. A new section is a function here, and its name
in ``SECTIONS``: every writer writes it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from guide.model import Question
from interviews.core.coverage import TargetCoverage
from interviews.study.guide_drift import CHANGED, DIFFERS, MOVED, OF_GUIDE, REVISED, UNPLACED
from interviews.study.review import InterviewReview, across, asking, concept_coverage
from tui import signs
from tui.documents.data import ReportData, last_day
from tui.documents.interview import interviews_section, state_cell, tell_afterwards
from tui.documents.matrix_rows import count_label, count_of, group_name, label, length, number_of_revision, total_of
from tui.documents.model import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Facts,
    Figure,
    Legend,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Table,
    table_of,
)
from tui.documents.notes import notes_sections
from tui.documents.svg import STATES, AltText, Share, bars_picture, matrix_picture, paths_of
from tui.documents.to_text import WIDTH, document_text, text_of
from tui.sentences.code_names import DEPTH_NAMES, STATE_NAMES, TARGET_STATES
from tui.time_format import format_time
from tui.translator import N_, NP_, Translator

_TARGET_NAMES = {
    "open": NP_("coverage", "open"),
    "covered": N_("covered"),
    "closed": N_("all left out"),
}


MOST_COLUMNS = 20
"""As many interviews as stand beside each other; a sheet of paper has no room for more."""

_AT_A_GLANCE = 9
"""Interviews whose table can be taken in at once; a picture of it would only repeat it."""

_ABSENT = "·"
_TARGETS = {"open": signs.UNTOUCHED, "covered": signs.COVERED, "closed": signs.CLOSED}


def matrix_section(material: ReportData) -> Section:
    """Every question in every interview, then every research question."""
    _ = material._
    blocks: list[Block] = []
    for number, accounts in enumerate(chunks(material.shown), 1):
        blocks += [_table(material, accounts, number), *([_legend(material)] if number == 1 else [])]
        if len(accounts) > _AT_A_GLANCE:
            blocks.append(_picture(material, accounts, number))
    if not material.shown:
        blocks = [Paragraph(_("No interviews yet.")), _table(material, (), 1)]
    return Section(_("Coverage"), (*blocks, *_targets(material)), "coverage")


def chunks(accounts: Sequence[InterviewReview]) -> Iterator[Sequence[InterviewReview]]:
    """As many interviews at a time as have room beside each other."""
    for first in range(0, len(accounts), MOST_COLUMNS):
        yield accounts[first : first + MOST_COLUMNS]


def columns(accounts: Sequence[InterviewReview], _: Translator) -> tuple[Column, ...]:
    """A column for each interview; what is not counted or was entered afterwards stands under a heading."""
    return tuple(Column(one.name, _apart(one, _)) for one in accounts)


def _apart(one: InterviewReview, _: Translator) -> str:
    if one.mode != "live":
        return _("not counted")
    return _("entered afterwards") if one.afterwards else ""


def _table(material: ReportData, accounts: Sequence[InterviewReview], number: int) -> Table:
    _ = material._
    groups = tuple(
        RowGroup(
            margin,
            (
                *(
                    Row(
                        question.id,
                        tuple(state_cell(one, question, _) for one in accounts),
                        label(question),
                        f"({question.ask})" if question.optional else question.ask,
                    )
                    for question in questions
                ),
                *_count_row(material, margin, accounts),
            ),
            spoken,
        )
        for margin, spoken, questions in _rows(material)
    )
    foot = (
        Row(_("covered in all"), tuple(_counted(total_of(one), _) for one in accounts)),
        Row(_("length"), tuple(Cell(length(one), _("no times") if one.afterwards else "") for one in accounts)),
        Row(_("open follow-ups"), tuple(Cell(str(one.fates["open"])) for one in accounts)),
        Row(_("the guide's revision"), tuple(_revision(one, _) for one in accounts)),
        *([Row(_("held by"), tuple(_interviewer(one, _) for one in accounts))] if material.interviewers else []),
    )
    heads = (Cell("", _("Research question")), Cell(_("Question")))
    return Table(
        f"matrix-{number}",
        _("Questions in rows, interviews in columns. Questions in brackets are optional."),
        heads,
        columns(accounts, _),
        groups,
        foot if accounts else (),
        wide=True,
        told=_("Questions in parentheses are optional."),
    )


def _counted(text: str, _: Translator) -> Cell:
    """A count of so many of so many, which is read aloud in words."""
    covered, _slash, of = text.partition("/")
    said = _("{covered} of {of}", covered=covered, of=of) if of else _("not in that revision of the guide")
    return Cell(text, said)


def _revision(one: InterviewReview, _: Translator) -> Cell:
    return Cell(number_of_revision(one), _("not recorded, a guide of its own") if one.revision is None else "")


def _interviewer(one: InterviewReview, _: Translator) -> Cell:
    return Cell(one.interviewer or "–", "" if one.interviewer else _("not said"))


def _count_row(material: ReportData, margin: str, accounts: Sequence[InterviewReview]) -> list[Row]:
    """Below a research question's questions how many of those that must be are covered, where there is one."""
    group = next((one for one in material.guide.groups if one.id and one.id == margin), None)
    if group is None or not accounts:
        return []
    cells = []
    for one in accounts:
        target = one.coverage.targets.get(group.id)
        look = "sum" if target is None or target.state != "open" else "sum open"
        cells.append(_counted(count_of(one, group.id), material._).but(look=look))
    return [Row(group.id, tuple(cells), count_label(material.guide, group, material._))]


def _rows(material: ReportData) -> list[tuple[str, str, tuple[Question, ...]]]:
    """The margin, what it stands for, and the questions beside it; last those that only earlier guides had."""
    _ = material._
    rows = [
        (
            group_name(group, _),
            f"{group.id} {group.title}" if group.id else _(N_("Closing") if group.closing else N_("Other questions")),
            group.questions,
        )
        for group in material.guide.groups
    ]
    gone = material.review.gone
    return [*rows, *([(signs.OUT_OF_GUIDE, _("Questions that the guide no longer has"), gone)] if gone else [])]


def _legend(material: ReportData) -> Legend:
    _ = material._
    states = [(signs.STATES.get(name, signs.UNASKED), _(STATE_NAMES[name])) for name in STATES if name != "absent"]
    depths = [(str(depth), _(name)) for depth, name in DEPTH_NAMES.items()]
    gone = [(signs.OUT_OF_GUIDE, _("Questions that the guide no longer has"))] if material.review.gone else []
    refused = any(facts.refused_before for one in material.shown for facts in one.coverage.questions.values())
    before = [(signs.COVERED + signs.DECLINED, _("declined at first"))] if refused else []
    return Legend((*states, *before, (_ABSENT, _("not in that revision of the guide")), *gone, *depths))


def _picture(material: ReportData, accounts: Sequence[InterviewReview], number: int) -> Figure:
    _ = material._
    rows = [
        (
            margin,
            [
                (question.id, [paths_of(one.coverage.questions.get(question.id)) for one in accounts])
                for question in questions
            ],
        )
        for margin, _rows_of, questions in _rows(material)
    ]
    shows = _(
        "{rows} questions in rows and {columns} interviews in columns, with the same shapes as in the table above.",
        rows=sum(len(shown) for _margin, shown in rows),
        columns=len(accounts),
    )
    told = AltText(f"small-{number}", _("The matrix in small"), shows)
    return Figure(_("The matrix in small"), matrix_picture(told, [one.name for one in accounts], rows))


def _targets(material: ReportData) -> list[Block]:
    """Each research question and part: covered of required in each interview, and what they come to."""
    _ = material._
    if not material.guide.targets:
        return []
    tables = []
    for number, accounts in enumerate(chunks(material.shown), 1):
        rows = (
            Row(
                target.id,
                (*_sums(material, target.id), *(_target_cell(one, target.id, _) for one in accounts)),
                target.short,
            )
            for target in material.guide.targets
        )
        tables.append(
            table_of(
                f"targets-{number}",
                _("Research question"),
                (_("covered in"), _("notes"), *columns(accounts, _)),
                rows,
                _("Covered questions of the required ones, by interview. Optional questions keep nothing open."),
                wide=True,
            )
        )
    legend = Legend(tuple((sign, _(_TARGET_NAMES[name])) for name, sign in _TARGETS.items()))
    return [Section(_("The research questions"), (*tables, legend))] if tables else []


def _sums(material: ReportData, target: str) -> tuple[Cell, Cell]:
    sums = across(material.review, target)
    return Cell(material._("{covered} of {of}", covered=sums.covered, of=sums.of)), Cell(str(sums.notes))


def _target_cell(account: InterviewReview, id: str, _: Translator) -> Cell:
    target: TargetCoverage | None = account.coverage.targets.get(id)
    if target is None:
        return Cell(_ABSENT, _("not in that revision of the guide"), "absent")
    spoken = _(TARGET_STATES[target.state], covered=target.covered, of=target.of)
    return Cell(f"{_TARGETS[target.state]} {target.covered}/{target.of}", spoken, target.state)


def minutes_section(material: ReportData) -> Section | None:
    """Tables and bars; None for a guide without research questions, or a study without interviews."""
    if not material.guide.targets or not material.shown:
        return None
    _ = material._
    blocks: list[Block] = [
        _minutes_table(material, accounts, number) for number, accounts in enumerate(chunks(material.shown), 1)
    ]
    if material.review.counted:
        blocks.append(_minutes_bars(material))
    return Section(_.pgettext("report", "Time"), (*blocks, *_concepts(material)), "time")


def _minutes_table(material: ReportData, accounts: Sequence[InterviewReview], number: int) -> Table:
    _ = material._
    rows = (
        Row(
            target.id,
            (
                Cell(format_time(across(material.review, target.id).seconds)),
                *(_seconds(one, target.id, _) for one in accounts),
            ),
            target.short,
        )
        for target in material.guide.targets
    )
    return table_of(
        f"minutes-{number}",
        _("Research question"),
        (_("in all"), *columns(accounts, _)),
        rows,
        _(
            "Time on the questions, pauses and gaps off. A question that serves several counts in each; a part counts in the whole."
        ),
        wide=True,
    )


def _seconds(account: InterviewReview, id: str, _: Translator) -> Cell:
    target = account.coverage.targets.get(id)
    if account.afterwards:
        return Cell("–", _("no times"), "absent")
    return (
        Cell("·", _("not in that revision of the guide"), "absent")
        if target is None
        else Cell(format_time(target.seconds))
    )


def _minutes_bars(material: ReportData) -> Figure:
    _ = material._
    shares = []
    for target in material.guide.targets:
        found = [one.coverage.targets.get(target.id) for one in material.review.counted]
        seconds = tuple(one.seconds if one is not None else 0.0 for one in found)
        shares.append(
            Share(f"{target.id} {target.short}", seconds, format_time(across(material.review, target.id).seconds))
        )
    told = AltText(
        "bars",
        _("Time per research question and part"),
        _("A bar for each, divided by interview in the table's order; the numbers stand in the table above."),
    )
    return Figure(_("Time per research question and part"), bars_picture(told, shares))


def _concepts(material: ReportData) -> list[Section]:
    """What each research question asks about each concept; nothing where the guide has no concepts."""
    _, found = material._, asking(material.guide)
    tables = []
    for number, accounts in enumerate(chunks(material.shown), 1):
        groups = []
        for target in material.guide.targets:
            rows = tuple(
                Row(
                    one.concept,
                    (
                        Cell(" ".join(one.alone) or "–"),
                        Cell(" ".join(one.together) or "–"),
                        *(_concept_cell(account, one.target, one.concept, _) for account in accounts),
                    ),
                )
                for one in found
                if one.target == target.id
            )
            if rows:
                groups.append(RowGroup(target.id, rows, f"{target.id} {target.short}"))
        heads = (Cell("", _("Research question")), Cell(_("Concept")))
        sums = (Column(_("alone")), Column(_("with others")))
        caption = _("Which questions are about each concept, and covered questions of the required ones, by interview.")
        rest = columns(accounts, _)
        tables.append(Table(f"concepts-{number}", caption, heads, (*sums, *rest), tuple(groups), wide=True))
    return [Section(_("Research questions and concepts"), tuple(tables), long=True)] if found else []


def _concept_cell(account: InterviewReview, target: str, concept: str, _: Translator) -> Cell:
    found = concept_coverage(account.guide, account.coverage, target, concept)
    if found is None:
        return Cell("·", _("not in that revision of the guide"), "absent")
    return Cell(f"{found.covered}/{found.of}", _("{covered} of {of}", covered=found.covered, of=found.of))


def refinements_section(material: ReportData) -> Section:
    """How the guide differs from the copies that the interviews hold."""
    _ = material._
    changes = [one for one in material.review.problems if one.code in (CHANGED, REVISED)]
    rows = []
    for change in changes:
        now = material.guide.question(change.facts["id"])
        head = _("{id}, in {participant}", id=change.facts["id"], participant=change.facts["participant"])
        rows.append(Row(head, (Cell(change.facts["before"]), Cell("" if now is None else now.ask))))
    blocks: list[Block] = []
    if rows:
        heads = (_("in the interview"), _("now"))
        caption = _("Questions that are worded otherwise now")
        blocks.append(table_of("wordings", _("Question"), heads, rows, caption))
    others = [one for one in material.review.problems if one.code in (MOVED, UNPLACED, DIFFERS)]
    told = tuple(map(material.describe_problem, others))
    if told:
        blocks.append(Bullets(told))
    gone = _ids_gone(material)
    if gone:
        blocks.append(Section(_("Questions that the guide no longer has"), (Bullets(gone),)))
    return Section(
        _("Refinements of the guide"),
        tuple(blocks) or (Paragraph(_("The guide is word for word the same as in the interviews.")),),
        "refinements",
        long=True,
    )


def _ids_gone(material: ReportData) -> tuple[str, ...]:
    """Questions that stand in interviews' copies of the guide alone."""
    found = []
    for question in material.review.gone:
        names = [one.name for one in material.shown if one.guide.question(question.id) is not None]
        found.append(
            material._("{id}, only in {names}: {ask}", id=question.id, ask=question.ask, names=", ".join(names))
        )
    return tuple(found)


def questions_section(material: ReportData) -> Section:
    """Every question as it is worded now, by research question."""
    _, guide = material._, material.guide
    groups = tuple(
        RowGroup(group_name(group, _), tuple(_row(question, group.id, material) for question in group.questions))
        for group in guide.groups
    )
    heads = (Cell(_("Research question")), Cell(_("Question")))
    table = Table("questions", "", heads, (Column(_("Wording")),), groups)
    return Section(_("The questions in full"), (table,), "questions", long=True)


def _row(question: Question, group: str, material: ReportData) -> Row:
    others = [id for id in question.serves if id != group]
    also = material._("also {ids}", ids=" ".join(others)) if others else ""
    id = f"({question.id})" if question.optional else question.id
    return Row(id, (Cell(question.ask),), also)


def problems_section(material: ReportData) -> Section | None:
    """What is wrong in the files, each with its place, where anything is; changes of the guide have their own part."""
    _ = material._
    found = [one for one in material.review.problems if one.code not in OF_GUIDE]
    if not found:
        return None
    rows = (Row(f"{one.file}:{one.line}", (Cell(material.describe_problem(one)),)) for one in found)
    table = table_of("faults", _("File and line"), (_("What"),), rows)
    return Section(_("Problems in the files"), (table,), "problems", long=True)


SECTIONS: tuple[Callable[[ReportData], Section | Iterable[Section] | None], ...] = (
    matrix_section,
    minutes_section,
    interviews_section,
    notes_sections,
    refinements_section,
    problems_section,
    questions_section,
)
"""What makes the report's sections, in their order; None where there is nothing to tell."""


def report_of(material: ReportData) -> Document:
    """The report as blocks, for every writer."""
    sections = list[Section]()
    for make in SECTIONS:
        made = make(material)
        if isinstance(made, Section):
            sections.append(made)
        elif made is not None:
            sections += made
    guide, _ = material.guide, material._
    return Document(guide.title, _.language, guide.language, tuple(_lead(material)), tuple(sections), _("Contents"))


def study_text(material: ReportData, width: int = WIDTH, *, in_words: bool = False) -> str:
    """The study for a terminal: all but the sections that are long; what is wrong in the files is told beside it."""
    _, review = material._, material.review
    lead: list[Block] = [Paragraph(_("Coverage shows what was talked about, not what was found."))]
    if review.withdrawn:
        lead.append(Paragraph(_tell_withdrawn(material)))
    if review.apart and not review.counted:
        lead.append(Paragraph(_("No interviews yet.")))
    if any(one.afterwards for one in review.interviews):
        lead.append(Paragraph(tell_afterwards(_)))
    return document_text(report_of(material).but(lead=tuple(lead)), width, in_words=in_words)


def concepts_text(material: ReportData, width: int = WIDTH) -> str:
    """What each research question asks about each concept, for a terminal."""
    told = [block for section in _concepts(material) for block in section.blocks]
    return text_of(told or [Paragraph(material._("No question names a concept."))], width)


def _lead(material: ReportData) -> list[Block]:
    _, guide = material._, material.guide
    blocks: list[Block] = [Paragraph(_("Coverage shows what was talked about, not what was found."), "caution")]
    if material.code is not None:
        blocks.append(Paragraph(_("This report is about {code} only.", code=material.code)))
    blocks.append(
        Paragraph(
            _(
                N_(
                    "This report holds participants' words: notes and quotations. With --without-notes it is made without them."
                )
                if material.notes
                else N_(
                    "Without notes: nobody's words stand here but the guide's. Notes, quotations, reasons, topics and follow-ups are left out."
                )
            )
        )
    )
    shown = material.review.counted or material.review.apart
    pairs = [
        (
            _("Last interview"),
            _.date(last_day(one.started for one in shown)) or _("no date in the logs"),
        ),
        (_("Interviews"), _names(material.review.counted, material)),
    ]
    if material.review.withdrawn:
        pairs.append((_("Included"), _tell_withdrawn(material)))
    if material.review.apart:
        pairs.append((_("Pilots and practice, not counted"), _names(material.review.apart, material)))
    entered = [one for one in material.shown if one.afterwards]
    if entered:
        pairs.append((_("Entered afterwards, from paper, without times"), _names(entered, material)))
    unended = [one for one in material.shown if not one.ended]
    if unended:
        pairs.append((_("Not ended"), _names(unended, material)))
    if guide.problem:
        pairs.append((_("Research problem"), guide.problem))
    blocks.append(Facts(tuple(pairs)))
    if material.review.apart:
        blocks.append(Paragraph(_("A pilot tries wording and procedure, not the informants' world."), "aside"))
    if guide.targets:
        blocks.append(Facts(tuple((target.id, target.text) for target in guide.targets)))
    return blocks


def _tell_withdrawn(material: ReportData) -> str:
    shown = len(material.review.counted)
    return material._(
        "{shown} of {of} interviews; the rest is left out, because somebody has withdrawn.",
        shown=shown,
        of=shown + material.review.withdrawn,
    )


def _names(accounts: Sequence[InterviewReview], material: ReportData) -> str:
    if not accounts:
        return "0"
    return material._("{count} ({names})", count=len(accounts), names=" ".join(one.name for one in accounts))
