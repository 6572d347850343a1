"""One interview: facts, picture along the time, questions, course."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from guide.model import Question
from interviews.core.events import Explained, Skipped
from interviews.core.recorder import RecordingStretch
from interviews.study.interview_summary import InterviewSummary, Timeline
from interviews.study.review import InterviewReview
from tui import signs
from tui.documents.data import ReportData, day
from tui.documents.handling import handling_section
from tui.documents.hands import hands_section
from tui.documents.matrix_rows import (
    count_label,
    describe_examples,
    describe_probes,
    group_name,
    label,
    length_so_far,
    moment,
    standing,
    state,
)
from tui.documents.measures import measures_section
from tui.documents.model import (
    Block,
    Bullets,
    Cell,
    Column,
    Entries,
    Facts,
    Figure,
    Made,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Table,
    table_of,
)
from tui.documents.notes import entry_of
from tui.documents.observation import debrief_section
from tui.documents.pilot import verdicts_section
from tui.documents.svg import MARKS, AltText, hatch_key, key, kinds_drawn, lanes_of, state_name, timeline_picture
from tui.documents.to_text import WIDTH, text_of
from tui.sentences.code_names import DEPTH_NAMES, FATE_NAMES, MARK_NAMES, PILOT_KIND_NAMES, STATE_NAMES, TARGET_STATES
from tui.time_format import format_time, note_stamp
from tui.translator import N_, NP_, Translator

_LEFT_OUT = {
    "unanswered": N_("{count} (not answered whether they may be used)"),
    "unusable": N_("{count} (not to be used)"),
}


_BREAKS = {
    "pause": N_("pause"),
    "gap": N_("gap"),
    "withheld": N_("not to be transcribed"),
}


_MODES = {
    "live": N_("interview"),
    "pilot": N_("pilot, not counted"),
    "practice": N_("practice, not counted"),
}


def interviews_section(material: ReportData) -> Section:
    """Interview by interview, pilots and practice last."""
    _ = material._
    each = tuple(
        Section(one.name, Made(interview_blocks, one, material), f"interview-{one.name}", new_page=place > 0)
        for place, one in enumerate(material.in_order)
    )
    none = (Paragraph(_("No interviews to show.")),)
    return Section(_("Interview by interview"), each or none, "interviews", new_page=bool(each), long=True)


def interview_blocks(one: InterviewSummary, material: ReportData) -> Iterator[Block]:
    """One interview: its facts, its picture, its order, its debrief."""
    _ = material._
    by = [(_("Held by"), one.reviewed.interviewer)] if one.reviewed.interviewer and material.interviewers else []
    yield Facts((*by, *_facts(one, _)))
    if one.reviewed.mode == "pilot":
        yield verdicts_section(one, _)
        handled = handling_section(one.reviewed, _)
        if handled is not None:
            yield handled
    if one.timeline.bars or one.timeline.marks:
        yield _picture(one, _)
    yield _questions(one.reviewed, _)
    if one.timeline.later:
        yield Paragraph(_("Taken after the end: {count}", count=one.timeline.later), "aside")
    if one.timeline.bars:
        yield from _order(one, _)
    yield from _lists(one, material)
    yield measures_section(one, _)
    hands = hands_section(one, _)
    if hands is not None:
        yield hands
    yield debrief_section(one, material)


def interview_text(one: InterviewSummary, material: ReportData, width: int = WIDTH, *, in_words: bool = False) -> str:
    """One interview for a terminal: its section of the report, then its notes in their order."""
    _ = material._
    entries = tuple(entry_of("", placed, _) for placed in one.notes)
    notes: Block = Entries(entries) if entries else Paragraph(f"  {_('none')}")
    section = Section(one.name, Made(interview_blocks, one, material))
    shapes = _(
        "□ untouched  ▪ touched  ▄ asked  ■ covered  • covered unasked\n"
        "– skipped  × declined  · not in that guide  † out of the guide\n"
        "1 mentioned  2 described  3 with an example  × last: declined at first"
    )
    rest = [
        *(() if in_words else (shapes,)),
        *([tell_afterwards(_)] if one.reviewed.afterwards else ()),
        _("Coverage shows what was talked about, not what was found."),
    ]
    return text_of((section, Section(_("Notes"), (notes,)), *map(Paragraph, rest)), width, in_words=in_words)


def tell_afterwards(_: Translator) -> str:
    """What to know of an interview that was held without the program."""
    return _("Entered afterwards, held without the program: no times, and what went unasked is not known.")


def _questions(one: InterviewReview, _: Translator) -> Table:
    """How each question of the interview's own guide stands, by research question, and what these come to."""
    groups = [
        RowGroup(
            group_name(group, _),
            (
                *(_question(question, one, _) for question in group.questions),
                *((_target(group.id, count_label(one.guide, group, _), one, _),) if group.id else ()),
            ),
            f"{group.id} {group.title}" if group.id else _(N_("Closing") if group.closing else N_("Other questions")),
        )
        for group in one.guide.groups
    ]
    grouped = {group.id for group in one.guide.groups}
    rest = tuple(_target(target.id, target.short, one, _) for target in one.guide.told if target.id not in grouped)
    if rest:
        groups.append(RowGroup("", rest))
    heads = ("", _("asked"), _("covered"), _("in hand"), _("notes"))
    return Table(
        f"questions-{one.name}",
        _("How each question stands"),
        (Cell("", _("Research question")), Cell(_("Question"))),
        tuple(map(Column, heads)),
        tuple(groups),
        wide=True,
    )


def _question(question: Question, one: InterviewReview, _: Translator) -> Row:
    facts = one.coverage.questions[question.id]

    settled = Cell("" if facts.covered_at is None else moment(facts.covered_at, one, _))
    if facts.covered_at is None and facts.declined_at is not None:
        when = moment(facts.declined_at, one, _)
        settled = Cell(f"{signs.DECLINED} {when}".rstrip(), _("declined {t}", t=when).rstrip(), alone=True)
    cells = (
        state_cell(one, question, _),
        Cell("" if facts.asked_at is None else moment(facts.asked_at, one, _)),
        settled,
        Cell(format_time(facts.seconds) if facts.seconds else ""),
        Cell(str(facts.notes) if facts.notes else ""),
    )
    return Row(question.id, cells, label(question), f"({question.ask})" if question.optional else question.ask)


def _target(id: str, said: str, one: InterviewReview, _: Translator) -> Row:
    """What an interview covered of a research question or part, and with what time."""
    target = one.coverage.targets[id]
    took = "" if one.afterwards else format_time(target.seconds)
    spoken = _(TARGET_STATES[target.state], covered=target.covered, of=target.of)
    cells = (f"{target.covered}/{target.of}", spoken), *(("", ""),) * 2, (took, ""), (str(target.notes), "")
    look = "sum open" if target.state == "open" else "sum"
    return Row(id, tuple(Cell(text, ear, look) for text, ear in cells), said)


def state_cell(one: InterviewReview, question: Question, _: Translator) -> Cell:
    """The state's shape and the depth of a question in one interview, as on the terminal, and both in words.

    What is still wanted stands out, and an optional question wants nothing, however it stands.
    """
    facts = one.coverage.questions.get(question.id)
    name = state_name(facts)
    said = [_(STATE_NAMES[name])]
    if facts is not None and facts.depth:
        said.append(_(DEPTH_NAMES[facts.depth]))
    if facts is not None and facts.refused_before and facts.declined_at is not None:
        said.append(_("declined {t}", t=moment(facts.declined_at, one, _)).rstrip())
    wanted = facts is not None and not facts.settled and not question.optional
    return Cell(state(facts), ", ".join(said), f"{name} {'wanted' if wanted else 'settled'}")


def _facts(one: InterviewSummary, _: Translator) -> list[tuple[str, str]]:
    reviewed = one.reviewed
    ended = standing(reviewed, _)
    took = _("no times") if reviewed.afterwards else length_so_far(reviewed, _)
    facts = [
        (_("Date"), _.date(day(reviewed.started)) or _("not kept in the log")),
        (_("Length"), f"{took} · {ended}"),
        *([(_("Times"), _("in steps of five minutes: the study is anonymous"))] if reviewed.in_steps else []),
        (_("Type"), _mode(reviewed, _)),
        (
            _("The guide's revision"),
            (_("not recorded, a guide of its own") if reviewed.revision is None else str(reviewed.revision)),
        ),
    ]
    if not reviewed.afterwards:
        facts.append((_("Briefing"), format_time(reviewed.briefing)))
    elif reviewed.order:
        facts.append((_("Order as it was entered"), " ".join(reviewed.order)))
    if one.opening[1]:
        facts.append((_("Opening"), _("{covered} of {of}", covered=one.opening[0], of=one.opening[1])))
    if one.begun_before:
        facts.append((_("Begun without a tick at"), ", ".join(one.begun_before)))
    if one.after[1]:
        facts.append((_("After"), _("{covered} of {of}", covered=one.after[0], of=one.after[1])))
    if not reviewed.afterwards:
        facts.append((_("Recordings"), str(one.recordings)))
    if one.off:
        facts.append((_("Pauses and gaps"), format_time(one.off)))
    if one.stopped:
        facts.append((_("Stopped early"), _("the informant wished to stop")))
    if one.withheld:
        facts.append((_("Not to be transcribed"), withheld_text(one.withheld, one.withheld_in_files, _)))
    if one.left_out:
        facts.append((_("Notes left out"), describe_left_out(one.left_out, _)))
    fates = [f"{_(FATE_NAMES[fate])} {count}" for fate, count in reviewed.fates.items() if count]
    facts.append((_.pgettext("report", "Follow-ups"), " · ".join(fates) or "0"))
    return facts


def _mode(reviewed: InterviewReview, _: Translator) -> str:
    """An interview proper, practice, or a pilot with its kind where the log knows it."""
    mode = _(_MODES[reviewed.mode])
    mode = f"{mode}, {_('entered afterwards')}" if reviewed.afterwards else mode
    return f"{mode} · {_(PILOT_KIND_NAMES[reviewed.pilot])}" if reviewed.pilot else mode


def _picture(one: InterviewSummary, _: Translator) -> Figure:
    shows = _(
        "A timeline of {length}. The questions in order: {order}. The times stand in the table below.",
        length=format_time(one.timeline.end),
        order=" ".join(one.reviewed.order) or "–",
    )
    title = _("{name}: timeline", name=one.name)
    lanes = lanes_of(one.reviewed.guide, _("Closing"), _("Other questions"))
    picture = timeline_picture(
        AltText(f"timeline-{one.name}", title, shows),
        one.timeline,
        lanes,
        _("Notes"),
        _("Marks"),
    )
    kinds = kinds_drawn(one.timeline)
    marks = [(key(kind), _(MARK_NAMES[kind])) for kind in MARKS if kind in kinds]
    breaks = dict.fromkeys(span.kind for span in one.timeline.breaks)
    hatches = [(hatch_key(kind), _(_BREAKS[kind])) for kind in breaks]
    return Figure(title, picture, (*marks, *hatches), Made(timeline_lines, one.timeline, _))


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
        (_("Order of the talk"), " ".join(one.reviewed.order)),
        (_("The guide's order"), " ".join(question.id for question in guide.questions)),
    )
    return [
        Facts(pairs),
        Paragraph(_("The order is free and is not graded."), "aside"),
        table_of(
            f"course-{one.name}",
            _.pgettext("report", "Time"),
            (_("Question"), _("time on it")),
            rows,
            _("{name}: the questions as they came", name=one.name),
        ),
    ]


def _lists(one: InterviewSummary, material: ReportData) -> list[Block]:
    _ = material._
    topics = tuple(
        " · ".join(filter(None, (note_stamp(placed.note), placed.note.by, placed.note.text)))
        for placed in one.notes
        if placed.note.kind == "topic"
    )
    problems = tuple(
        _("line {line}: {said}", line=problem.line, said=material.describe_problem(problem))
        for problem in material.review.problems
        if problem.file == one.reviewed.file
    )
    lists = (
        (NP_("report", "Probes"), _probes(one, _)),
        (N_("Both sides"), _sides(one, _)),
        (N_("Examples"), _examples(one, _)),
        (N_("Clarifications"), list_clarifications(one.clarified, _)),
        (N_("Declined at first"), _list_refusals(one, _)),
        (N_("Reasons"), _reasons(one, _)),
        (N_("Topics outside the guide"), topics),
        (N_("Faults in the file"), problems),
    )
    return [Section(_(title), (Bullets(items),)) for title, items in lists if items]


def _sides(one: InterviewSummary, _: Translator) -> tuple[str, ...]:
    """Positive beside negative, without a verdict, for the two-sided questions of an interview that counted any."""
    return tuple(
        _(
            "{id}: {positive} positive, {negative} negative",
            id=id,
            positive=counted["positive"],
            negative=counted["negative"],
        )
        for id, counted in one.reviewed.sides.items()
        if any(counted.values())
    )


def _probes(one: InterviewSummary, _: Translator) -> tuple[str, ...]:
    """For each question the probes that were ticked, those that were not needed apart."""
    return tuple(
        told for question in one.reviewed.guide.questions for told in describe_probes(one.reviewed, question.id, _)
    )


def _examples(one: InterviewSummary, _: Translator) -> tuple[str, ...]:
    """How many examples were told, for each question that asks for some."""
    return tuple(
        _("{id}: {what}", id=question.id, what=told)
        for question in one.reviewed.guide.questions
        for told in describe_examples(one.reviewed, question, _)
    )


def list_clarifications(clarified: Sequence[Explained], _: Translator) -> tuple[str, ...]:
    """For each question, which concepts were clarified after it, and how often: many point to its wording."""
    after: dict[str, Counter[str]] = {}
    for act in clarified:
        after.setdefault(act.after or _("before the first question"), Counter())[act.concept] += 1
    return tuple(
        f"{question}: " + ", ".join(_("{what} ×{count}", what=concept, count=count) for concept, count in found.items())
        for question, found in after.items()
    )


def _list_refusals(one: InterviewSummary, _: Translator) -> tuple[str, ...]:
    """Where the informant had declined, and something else was judged or asked later."""
    return tuple(
        f"{id} {_('declined {t}', t=moment(facts.declined_at, one.reviewed, _)).rstrip()}, "
        f"{_(STATE_NAMES[state_name(facts)])}"
        for id, facts in one.reviewed.coverage.questions.items()
        if facts.refused_before and facts.declined_at is not None
    )


def _reasons(one: InterviewSummary, _: Translator) -> tuple[str, ...]:
    """Why questions were left out or declined; of several skips of a question only the last may stand."""
    found = []
    for question, acts in one.reasons.items():
        facts = one.reviewed.coverage.questions.get(question)
        skips = [act for act in acts if isinstance(act, Skipped)]
        for act in acts:
            stands = act in skips[-1:] and (facts is None or facts.state == "skipped")
            head = N_("declined {t}")
            if isinstance(act, Skipped):
                earlier = N_("first skipped {t}") if act is skips[0] else N_("then skipped {t}")
                head = N_("skipped {t}") if stands else earlier
            when = _(head, t=moment(act.t, one.reviewed, _)).rstrip()
            found.append(f"{question} {when}: {act.reason}")
    return tuple(found)


def withheld_text(
    spans: Sequence[tuple[float, float]], in_files: Sequence[Sequence[RecordingStretch]], _: Translator
) -> str:
    """The spans, each with its places in the recordings; ``in_files`` is empty where nothing was recorded."""
    told = []
    for place, (start, end) in enumerate(spans):
        span = f"{format_time(start)}–{format_time(end)}"
        told.append(f"{span} ({_list_stretches(in_files[place], _)})" if in_files else span)
    return ", ".join(told)


def _list_stretches(stretches: Sequence[RecordingStretch], _: Translator) -> str:
    if not stretches:
        return _("not in the recording")
    return ", ".join(
        _(
            "recording {number}: {start}–{end}",
            number=one.number,
            start=format_time(one.start),
            end=format_time(one.end),
        )
        for one in stretches
    )


def describe_left_out(out: Mapping[str, int], _: Translator) -> str:
    """How many notes are left out, and why."""
    return " · ".join(_(_LEFT_OUT[use], count=count) for use, count in out.items())


TIMELINE_WIDTH = 64
"""Cells from the interview's start to its end."""

_SIGNS_OF = {
    "note": "·",
    "quote": signs.QUOTE,
    "follow_up": signs.FOLLOW_UP,
    "bookmark": signs.FILLED,
    "empty_bookmark": signs.BOOKMARK,
    "topic": signs.TOPIC,
    "covered": signs.COVERED,
    "skipped": signs.SKIPPED,
    "declined": signs.DECLINED,
}
_STRONGEST_LAST = (*(kind for kind in _SIGNS_OF if kind != "follow_up"), "follow_up")


def timeline_lines(line: Timeline, _: Translator, width: int = TIMELINE_WIDTH) -> list[str]:
    """An interview along its time in signs; none before the first question.

    Where two marks fall into one cell the weightier stands.
    """
    if not line.bars or line.end <= 0:
        return []
    ids = list(dict.fromkeys(bar.question for bar in line.bars))
    lead = max(5, *(len(id) + 1 for id in ids))
    lines = [f"{'':{lead}}{'0:00':<{width - 6}}{format_time(line.end):>6}"]
    lines += [f"{id:<{lead}}{_bar_row(line, id, width)}" for id in ids]
    if line.breaks:
        lines.append(f"{'':{lead}}{_break_row(line, width)}")
    lines.append(f"{'':{lead}}{_mark_row(line, width)}")
    if line.breaks:
        lines.append(f"{'':{lead}}{_('░ pause, break  ▒ not to be transcribed')}")
    return [row.rstrip() for row in lines]


def _bar_row(line: Timeline, id: str, width: int) -> str:
    cells = [" "] * width
    for bar in line.bars:
        if bar.question == id:
            start, end = _cell(bar.start, line, width), _cell(bar.end, line, width)
            for place in range(start, max(end, start + 1)):
                cells[place] = signs.BAR
    return "".join(cells)


def _break_row(line: Timeline, width: int) -> str:
    cells = [" "] * width
    for one in line.breaks:
        for place in range(_cell(one.start, line, width), _cell(one.end, line, width) + 1):
            cells[place] = signs.WITHHELD if one.kind == "withheld" else signs.BREAK
    return "".join(cells)


def _mark_row(line: Timeline, width: int) -> str:
    cells = [" "] * width
    for kind in _STRONGEST_LAST:
        for mark in line.marks:
            if mark.kind == kind:
                cells[_cell(mark.t, line, width)] = _SIGNS_OF[kind]
    return "".join(cells)


def _cell(t: float, line: Timeline, width: int) -> int:
    return min(int(t / line.end * width), width - 1)
