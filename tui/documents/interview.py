"""A report's section on one interview.

Its facts, its picture along the time, its course, its debrief and verdicts.
"""

from collections import Counter
from collections.abc import Iterator

from interviews.core.notes import Note
from interviews.core.verdicts import Comment, Verdict, count_verdicts, kind_of_place, never_asked, questions_undecided
from interviews.study.interview_summary import InterviewSummary
from interviews.study.review import InterviewReview
from tui.documents.data import ReportData, day
from tui.documents.model import (
    Block,
    Bullets,
    Cell,
    Column,
    Entries,
    Entry,
    Facts,
    Figure,
    Made,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Table,
)
from tui.documents.svg import MARKS, AltText, hatch_key, key, kinds_drawn, lanes_of, state_name, timeline_picture
from tui.review.cells import IN_REPORT, describe_examples, describe_probes, length_so_far, moment, standing
from tui.review.debrief_rows import DebriefTable, cautions, debrief_tables, describe_observed, remarks
from tui.review.interview_text import describe_left_out, reason_head, withheld_text
from tui.time_format import format_time, note_stamp
from tui.translator import Translator


def debrief_section(one: InterviewSummary, material: ReportData) -> Section | Facts:
    """Tables where somebody watched, else one line that nobody did. Remarks stand where notes may."""
    _, found = material._, one.reviewed.debrief
    tables = debrief_tables(found, _)
    if not found.watched:
        return Facts(((_("debrief_observed"), _("debrief_not_measured")),))
    blocks: list[Block] = [Facts(((_("debrief_observed"), describe_observed(found, _)),))]
    blocks += [Paragraph(caution, "aside") for caution in cautions(found, _)]
    for table in tables:
        blocks += _blocks(table, one)
    if found.remarks and material.notes:
        blocks.append(Section(_("debrief_remarks"), (Bullets(remarks(found)),)))
    return Section(_("debrief_title"), tuple(blocks))


def _blocks(table: DebriefTable, one: InterviewSummary) -> list[Block]:
    if table.instead:
        return [Facts(((table.title, table.instead),))]
    rows = tuple(Row(lead, tuple(Cell(cell) for cell in cells)) for lead, *cells in table.rows)
    drawn = Table(
        f"{table.name}-{one.name}",
        "",
        (Cell(table.title),),
        tuple(Column(head) for head in table.heads),
        (RowGroup("", rows),),
    )
    return [drawn, *((Paragraph(table.aside, "aside"),) if table.aside else ())]


def verdicts_section(one: InterviewSummary, _: Translator) -> Section:
    """Each question that was asked or judged once, how often each verdict and reason, and what is left."""
    told = [verdict for verdict in one.verdicts if verdict.told]
    blocks: list[Block] = [_table(told, one, _)] if told else [Paragraph(_("verdicts_none"))]
    facts = _verdict_facts(one, _)
    blocks += [Facts(tuple(facts))] if facts else []
    entries = (
        *(entry for verdict in one.verdicts for entry in _entries_about(verdict, _)),
        *(_entry(comment, _) for comment in one.said),
    )
    if entries:
        blocks.append(Section(_("report_comments"), (Entries(entries),)))
    return Section(_("verdicts_title"), tuple(blocks), f"verdicts-{one.name}")


def _table(told: list[Verdict], one: InterviewSummary, _: Translator) -> Table:
    labels = one.reviewed.guide.labels
    rows = tuple(
        Row(
            verdict.question,
            (
                Cell(_(f"verdict_{verdict.verdict}") if verdict.verdict else _("verdicts_open")),
                Cell(_(f"reason_{verdict.reason}") if verdict.reason else ""),
                Cell(" · ".join(_proposals(verdict, _))),
            ),
            aside=labels[verdict.question] if verdict.asked else _label_unasked(labels[verdict.question], _),
        )
        for verdict in told
    )
    return Table(
        f"verdicts-table-{one.name}",
        "",
        (Cell(_("report_question")),),
        (Column(_("report_verdict")), Column(_("report_reason")), Column(_("report_proposal"))),
        (RowGroup("", rows),),
    )


def _label_unasked(label: str, _: Translator) -> str:
    return f"{label} ({_('verdicts_not_asked')})"


def _proposals(verdict: Verdict, _: Translator) -> list[str]:
    return [
        f"«{proposal.text}»" if proposal.text else _(f"place_{kind_of_place(verdict.verdict)}", other=proposal.other)
        for proposal in verdict.proposals
    ]


def _verdict_facts(one: InterviewSummary, _: Translator) -> list[tuple[str, str]]:
    kinds, reasons = count_verdicts(one.verdicts)
    counts = " · ".join(f"{_(f'verdict_{kind}')} {count}" for kind, count in kinds.items())
    why = " · ".join(f"{_(f'reason_{reason}')} {count}" for reason, count in reasons.items())
    pairs = (
        ("report_verdict_counts", counts),
        ("report_reason_counts", why),
        ("report_undecided", " ".join(questions_undecided(one.verdicts))),
        ("report_never_asked", " ".join(never_asked(one.verdicts))),
    )
    return [(_(key), told) for key, told in pairs if told]


def _entries_about(verdict: Verdict, _: Translator) -> list[Entry]:
    """The remarks and answers about a question, then what was heard in the peer's own words."""
    heard = [Entry(verdict.question, _when(note), note.text, kind="quote") for note in verdict.quotes]
    return [*(_entry(comment, _) for comment in verdict.comments), *heard]


def _when(note: Note) -> tuple[str, ...]:
    return () if note.when is None else (note_stamp(note),)


def _entry(comment: Comment, _: Translator) -> Entry:
    """A remark, or an answer to what the peer was asked; only the second is surely the peer's own words."""
    when = () if comment.late else (format_time(comment.t),)
    about = comment.question or _("verdicts_general")
    if comment.prompt:
        return Entry(about, (*when, _(f"think_{comment.prompt}")), comment.text, kind="quote")
    return Entry(about, (*when, _("verdicts_remark")), comment.text)


def interviews_section(material: ReportData) -> Section:
    """Interview by interview, pilots and practice last."""
    _ = material._
    each = tuple(
        Section(one.name, Made(interview_blocks, one, material), f"interview-{one.name}", new_page=place > 0)
        for place, one in enumerate(material.in_order)
    )
    none = (Paragraph(_("report_no_interviews")),)
    return Section(_("report_interviews"), each or none, "interviews", new_page=bool(each))


def interview_blocks(one: InterviewSummary, material: ReportData) -> Iterator[Block]:
    """One interview: its facts, its picture, its order, its debrief."""
    _ = material._
    yield Facts(tuple(_facts(one, _)))
    if one.reviewed.mode == "pilot":
        yield verdicts_section(one, _)
    if one.timeline.bars or one.timeline.marks:
        yield _picture(one, _)
    if one.timeline.later:
        yield Paragraph(_("report_later", count=one.timeline.later), "aside")
    if one.timeline.bars:
        yield from _order(one, _)
    yield from _lists(one, material)
    yield debrief_section(one, material)


def _facts(one: InterviewSummary, _: Translator) -> list[tuple[str, str]]:
    reviewed = one.reviewed
    ended = standing(reviewed, _)
    took = _("report_no_times") if reviewed.afterwards else length_so_far(reviewed, _)
    facts = [
        (_("report_date"), _.date(day(reviewed.started)) or _("report_date_gone")),
        (_("report_length"), f"{took} · {ended}"),
        (_("report_mode"), _mode(reviewed, _)),
        (_("report_revision"), _revision(reviewed, _)),
    ]
    if not reviewed.afterwards:
        facts.append((_("report_briefing"), format_time(reviewed.briefing)))
    elif reviewed.order:
        facts.append((_("report_order_entered"), " ".join(reviewed.order)))
    if one.opening[1]:
        facts.append((_("report_opening"), _("report_of", covered=one.opening[0], of=one.opening[1])))
    if one.begun_before:
        facts.append((_("report_begun_before"), ", ".join(one.begun_before)))
    if one.after[1]:
        facts.append((_("report_after"), _("report_of", covered=one.after[0], of=one.after[1])))
    if not reviewed.afterwards:
        facts.append((_("report_recordings"), str(one.recordings)))
    if one.off:
        facts.append((_("report_off"), format_time(one.off)))
    if one.stopped:
        facts.append((_("report_stopped"), _("report_stopped_by")))
    if one.withheld:
        facts.append((_("report_withheld"), withheld_text(one.withheld, one.withheld_in_files, _)))
    if one.left_out:
        facts.append((_("report_left_out"), describe_left_out(one.left_out, _)))
    fates = [f"{_(f'review_fate_{fate}')} {count}" for fate, count in reviewed.fates.items() if count]
    facts.append((_("report_follow_ups"), " · ".join(fates) or "0"))
    return facts


def _mode(reviewed: InterviewReview, _: Translator) -> str:
    """An interview proper, practice, or a pilot with its kind where the log knows it."""
    mode = _(f"report_mode_{reviewed.mode}")
    mode = f"{mode}, {_('afterwards')}" if reviewed.afterwards else mode
    return f"{mode} · {_(f'pilot_kind_{reviewed.pilot}')}" if reviewed.pilot else mode


def _picture(one: InterviewSummary, _: Translator) -> Figure:
    shows = _("report_timeline_shows", length=format_time(one.timeline.end), order=" ".join(one.reviewed.order) or "–")
    title = _("report_timeline", name=one.name)
    lanes = lanes_of(one.reviewed.guide, _("closing"), _("other_questions"))
    picture = timeline_picture(
        AltText(f"timeline-{one.name}", title, shows),
        one.timeline,
        lanes,
        _("report_lane_notes"),
        _("report_lane_marks"),
    )
    kinds = kinds_drawn(one.timeline)
    marks = [(key(kind), _(f"report_mark_{kind}")) for kind in MARKS if kind in kinds]
    breaks = dict.fromkeys(span.kind for span in one.timeline.breaks)
    hatches = [(hatch_key(kind), _(f"report_break_{kind}")) for kind in breaks]
    return Figure(title, picture, (*marks, *hatches))


def _order(one: InterviewSummary, _: Translator) -> list[Block]:
    """The talk's order beside the guide's, never graded; then each stretch with its time."""
    guide = one.reviewed.guide
    labels = guide.labels
    rows = tuple(
        Row(
            format_time(bar.start),
            (Cell(f"{bar.question} {labels.get(bar.question, '')}".strip()), Cell(format_time(bar.seconds))),
        )
        for bar in one.timeline.bars
    )
    pairs = (
        (_("report_order"), " ".join(one.reviewed.order)),
        (_("report_guide_order"), " ".join(question.id for question in guide.questions)),
    )
    return [
        Facts(pairs),
        Paragraph(_("report_order_aside"), "aside"),
        Table(
            f"course-{one.name}",
            _("report_course", name=one.name),
            (Cell(_("report_at")),),
            (Column(_("report_question")), Column(_("report_in_hand"))),
            (RowGroup("", rows),),
        ),
    ]


def _lists(one: InterviewSummary, material: ReportData) -> list[Block]:
    _ = material._
    topics = tuple(
        " · ".join(filter(None, (note_stamp(placed.note), placed.note.text)))
        for placed in one.notes
        if placed.note.kind == "topic"
    )
    problems = tuple(
        _("report_at_line", line=problem.line, said=material.describe_problem(problem))
        for problem in material.review.problems
        if problem.file == one.reviewed.file
    )
    lists = (
        ("report_probes", _probes(one, _)),
        ("report_sides", _sides(one, _)),
        ("report_examples", _examples(one, _)),
        ("report_clarified", _list_clarifications(one, _)),
        ("report_refused", _list_refusals(one, _)),
        ("report_reasons", _reasons(one, _)),
        ("report_topics", topics),
        ("report_file_problems", problems),
    )
    return [Section(_(title), (Bullets(items),)) for title, items in lists if items]


def _sides(one: InterviewSummary, _: Translator) -> tuple[str, ...]:
    """Positive beside negative, without a verdict, for the two-sided questions of an interview that counted any."""
    return tuple(
        _("review_sides", id=id, positive=counted["positive"], negative=counted["negative"])
        for id, counted in one.reviewed.sides.items()
        if any(counted.values())
    )


def _revision(reviewed: InterviewReview, _: Translator) -> str:
    return _("report_revision_none") if reviewed.revision is None else str(reviewed.revision)


def _probes(one: InterviewSummary, _: Translator) -> tuple[str, ...]:
    """For each question the probes that were ticked, those that were not needed apart."""
    return tuple(
        told
        for question in one.reviewed.guide.questions
        for told in describe_probes(one.reviewed, question.id, _, IN_REPORT)
    )


def _examples(one: InterviewSummary, _: Translator) -> tuple[str, ...]:
    """How many examples were told, for each question that asks for some."""
    return tuple(
        _("report_of_question", id=question.id, what=told)
        for question in one.reviewed.guide.questions
        for told in describe_examples(one.reviewed, question, _)
    )


def _list_clarifications(one: InterviewSummary, _: Translator) -> tuple[str, ...]:
    """For each question, which concepts were clarified after it, and how often: many point to its wording."""
    after: dict[str, Counter[str]] = {}
    for act in one.clarified:
        after.setdefault(act.after or _("report_before_first"), Counter())[act.concept] += 1
    return tuple(
        f"{question}: " + ", ".join(_("report_times", what=concept, count=count) for concept, count in found.items())
        for question, found in after.items()
    )


def _list_refusals(one: InterviewSummary, _: Translator) -> tuple[str, ...]:
    """Where the informant had declined, and something else was judged or asked later."""
    return tuple(
        f"{id} {_('review_declined', t=moment(facts.declined_at, one.reviewed, _)).rstrip()}, "
        f"{_(f'report_state_{state_name(facts)}')}"
        for id, facts in one.reviewed.coverage.questions.items()
        if facts.refused_before and facts.declined_at is not None
    )


def _reasons(one: InterviewSummary, _: Translator) -> tuple[str, ...]:
    found = []
    for question, acts in one.reasons.items():
        for act in acts:
            facts = one.reviewed.coverage.questions.get(question)
            found.append(f"{question} {reason_head(act, facts, one.reviewed, _)}: {act.reason}")
    return tuple(found)
