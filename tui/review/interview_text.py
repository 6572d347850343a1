"""One interview as text for a terminal."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from textwrap import wrap

from rich.cells import cell_len, set_cell_size

from guide.model import Group, Guide
from interviews.core.checklists import sides
from interviews.core.course import (
    clarified_once,
    count_ticks,
    order,
    reasons,
    recordings,
    seconds_off,
    unticked_at_start,
)
from interviews.core.coverage import QuestionCoverage
from interviews.core.events import Declined, Skipped, Stopped
from interviews.core.notes import Note, count_left_out, outward_notes
from interviews.core.pace import briefing_seconds
from interviews.core.recorder import Stretch, place_of, segments, withheld, withheld_in_files
from interviews.core.state import Interview
from interviews.core.verdicts import Comment, Proposal, Verdict, comments, kind_of_place, verdicts
from interviews.observing.debrief import Debrief
from interviews.study.review import InterviewReview
from interviews.study.timeline import Timeline, timeline
from tui import signs
from tui.escape import visible_lines
from tui.live.pilot_flow import tally_lines
from tui.review.cells import (
    LABEL,
    describe_revision,
    label,
    length_so_far,
    lines_below,
    margins,
    moment,
    pad,
    standing,
    state,
)
from tui.review.debrief_rows import DebriefTable, cautions, debrief_tables, describe_observed, remarks
from tui.review.study_text import WIDTH
from tui.time_format import format_time, note_stamp
from tui.translator import Translator


def withheld_text(spans: Sequence[tuple[float, float]], in_files: Sequence[Sequence[Stretch]], _: Translator) -> str:
    """The spans, each with its places in the recordings; ``in_files`` is empty where nothing was recorded."""
    told = []
    for place, (start, end) in enumerate(spans):
        span = f"{format_time(start)}–{format_time(end)}"
        told.append(f"{span} ({_list_stretches(in_files[place], _)})" if in_files else span)
    return ", ".join(told)


def _list_stretches(stretches: Sequence[Stretch], _: Translator) -> str:
    if not stretches:
        return _("withheld_unheard")
    return ", ".join(
        _("withheld_heard", number=one.number, start=format_time(one.start), end=format_time(one.end))
        for one in stretches
    )


MARKS = {"bookmark": signs.FILLED, "quote": signs.QUOTE, "topic": signs.TOPIC, "reflexive": signs.REFLEXIVE}
"""Shapes of the kinds of notes."""


def format_place_heard(note: Note, interview: Interview) -> str:
    """Where the note lies in the recording, such as ``1·34:12``; a column only where something was recorded."""
    if not segments(interview):
        return ""
    place = place_of(interview, note.t)
    return f"{f'{place.number}·{format_time(place.seconds)}' if place is not None else '':>10}"


def mark_of(note: Note, _: Translator) -> str:
    """The note's shape, with the fate of a follow-up in words."""
    if note.follow_up is not None:
        said = MARKS["quote"] if note.quoted else ""
        return f"{signs.FOLLOW_UP}{note.follow_up}{said} {_(f'review_fate_{note.state}')}:"
    return MARKS.get(note.kind, " ") if note.counts else signs.BOOKMARK


def words_or_why(note: Note, _: Translator) -> str:
    """The note's words as they were written; where it has none, what it is."""
    if note.left_out and not note.text:
        return _("note_left_out")
    return note.text if note.counts else _("review_empty_bookmark")


def note_line(note: Note, interview: Interview, _: Translator) -> str:
    """The whole line; people's words as they were written."""
    text = words_or_why(note, _)
    tags = [f"#{tag}" for tag in note.tags if f"#{tag}".casefold() not in note.text.casefold()]
    about = " ".join(note.about)
    line = f"{note_stamp(note):>7}{format_place_heard(note, interview)}  {about:<7}{mark_of(note, _)} {text}"
    use = [f"({_(f'use_{note.use}')})"] if note.use is not None else []
    corrected = [f"({_('note_corrected')})"] if note.corrected else []
    return " ".join([line, *tags, *([f"({note.reason})"] if note.reason else []), *corrected, *use])


_VERDICT = 17


def verdict_lines(one: InterviewReview, interview: Interview, _: Translator) -> list[str]:
    """A row for each question that was asked or judged, then how often each verdict, the undecided, the unasked."""
    found = verdicts(interview)
    told = [each for each in found if each.told]
    _heads, ids = margins(one.guide, _)
    lines = [_("verdicts_title")]
    for each in told:
        lines.append(_row(each, one.guide, ids, _))
        lines += [line for proposal in each.proposals for line in _proposal(proposal, each, ids, _)]
        lines += [line for comment in each.comments for line in _comment(comment, ids, _)]
        lines += [line for note in each.quotes for line in _hanging(f"{signs.QUOTE} ", note.text, ids)]
    lines += [] if told else [f"  {_('verdicts_none')}"]
    general = [comment for comment in comments(interview) if comment.question is None]
    lines += [f"  {_('verdicts_general')}"] if general else []
    lines += [line for comment in general for line in _comment(comment, ids, _)]
    return [*lines, "", *(f"  {line}" for line in tally_lines(found, _))]


def _row(one: Verdict, guide: Guide, ids: int, _: Translator) -> str:
    question = guide.question(one.question)
    verdict = _("verdicts_open") if one.verdict is None else _(f"verdict_{one.verdict}")
    reason = _(f"reason_{one.reason}") if one.reason else ""
    asked = "" if one.asked else f"({_('verdicts_not_asked')})"
    name = pad(label(question) if question is not None else "", LABEL)
    tail = "  ".join(part for part in (reason, asked) if part)
    return f"  {pad(one.question, ids)}{name}{pad(verdict, _VERDICT)}{tail}".rstrip()


def _proposal(proposal: Proposal, one: Verdict, ids: int, _: Translator) -> list[str]:
    place = _(f"place_{kind_of_place(one.verdict)}", other=proposal.other) if proposal.other else ""
    return _hanging("→ ", proposal.text or place, ids)


def _comment(comment: Comment, ids: int, _: Translator) -> list[str]:
    """The peer's answer under what was asked; a remark, which may be the interviewer's own, says that it is one."""
    if not comment.prompt:
        return _hanging("· ", _("commented_so_far", text=comment.text), ids)
    return [_lead(ids) + _(f"think_{comment.prompt}"), *_hanging(f"{signs.QUOTE} ", comment.text, ids)]


def _hanging(sign: str, text: str, ids: int) -> list[str]:
    """Somebody's words as they were written; what follows a line break stands below their beginning."""
    first, *rest = visible_lines(text)
    return [f"{_lead(ids)}{sign}{first}", *(f"{_lead(ids)}  {line}" for line in rest)]


def _lead(ids: int) -> str:
    return " " * (2 + ids)


TIMELINE_WIDTH = 64
"""Cells from the interview's start to its end."""

_MARKS = {
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
_STRONGEST_LAST = (*(kind for kind in _MARKS if kind != "follow_up"), "follow_up")


def timeline_lines(
    interview: Interview, _: Translator, width: int = TIMELINE_WIDTH, *, reflexive: bool = False
) -> list[str]:
    """The lines; none before the first question. Where two marks fall into one cell the weightier stands."""
    line = timeline(interview, reflexive=reflexive)
    if not line.bars or line.end <= 0:
        return []
    ids = list(dict.fromkeys(bar.question for bar in line.bars))
    lead = max(5, *(len(id) + 1 for id in ids))
    lines = [f"{'':{lead}}{'0:00':<{width - 6}}{format_time(line.end):>6}"]
    lines += [f"{id:<{lead}}{_bar_row(line, id, width)}" for id in ids]
    if line.breaks:
        lines.append(f"{'':{lead}}{_break_row(line, width)}  {_('timeline_breaks')}")
    lines.append(f"{'':{lead}}{_mark_row(line, width)}")
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
                cells[_cell(mark.t, line, width)] = _MARKS[kind]
    return "".join(cells)


def _cell(t: float, line: Timeline, width: int) -> int:
    return min(int(t / line.end * width), width - 1)


_LEAD, _CELL, _HALF, _BETWEEN = 27, 15, 34, 4
_ROOM = _LEAD + 3 * _CELL


def debrief_lines(found: Debrief, _: Translator) -> list[str]:
    """How the interview was led, as far as anybody measured it."""
    fates = [f"{_(f'review_fate_{fate}')} {count}" for fate, count in found.follow_ups.items() if count]
    followed = [f"  {_('debrief_follow_ups')}: {' · '.join(fates)}"] if fates else []
    if not found.watched:
        return [f"{_('debrief_observed')}: {_('debrief_not_measured')}", *followed]
    waits, talk, moves, signs = debrief_tables(found, _)
    lines = [f"{_('debrief_title')} · {_('debrief_observed').lower()}: {describe_observed(found, _)}"]
    lines += [line for caution in cautions(found, _) for line in _aside(caution)]
    lines += ["", *_table(waits), "", *_table(talk), ""]
    if moves.instead or signs.instead:
        for table in (moves, signs):
            lines += [f"  {table.title}: {table.instead}"] if table.instead else [*_table(table)]
    else:
        lines += [*_beside(_half(moves), _half(signs)), *_aside(moves.aside)]
    lines += ["", *followed] if followed else []
    if found.remarks:
        lines += ["", f"  {_('debrief_remarks')}", *_remarks(found)]
    return lines


def _table(table: DebriefTable) -> list[str]:
    head = f"  {_align_left(table.title, _LEAD)}" + "".join(_right(cell, _CELL) for cell in table.heads)
    rows = [
        f"  {_align_left(lead, _LEAD)}" + "".join(_right(cell, _CELL) for cell in cells) for lead, *cells in table.rows
    ]
    return [head, f"  {'─' * (_LEAD + _CELL * len(table.heads))}", *rows, *_aside(table.aside)]


def _half(table: DebriefTable) -> list[str]:
    rows = [_align_left(lead, _HALF - 4) + _right(cell, 4) for lead, cell in table.rows]
    return [table.title, "─" * _HALF, *rows]


def _beside(left: Sequence[str], right: Sequence[str]) -> list[str]:
    return [
        f"  {_align_left(one, _HALF + _BETWEEN)}{other}".rstrip()
        for one, other in zip_longest(left, right, fillvalue="")
    ]


def _aside(text: str) -> list[str]:
    return [f"  {line}" for line in wrap(text, _ROOM)]


def _remarks(found: Debrief) -> list[str]:
    lines = []
    for remark in remarks(found):
        first, *rest = visible_lines(remark)
        lines += [f"    {first}", *(f"           {line}" for line in rest)]
    return lines


def _align_left(text: str, width: int) -> str:
    return set_cell_size(text, width) if cell_len(text) < width else f"{text} "


def _right(text: str, width: int) -> str:
    return " " * max(width - cell_len(text), 1) + text


def course_lines(interview: Interview, _: Translator) -> list[str]:
    """What the talk's course was, a line for each kind of fact that there is."""
    cards = _cards(interview, _)
    lines = [" · ".join(cards)] if cards else []
    if order(interview):
        taken = order(interview)
        key = "review_order_entered" if interview.started.afterwards else "review_order"
        lines.append(_(key, ids=" ".join(taken)))
        planned = [question.id for question in interview.guide.questions if question.id in taken]
        lines.append(_("review_guide_order", ids=" ".join(planned)))
    lines += _sides(interview, _)
    lines += _clarifications(interview, _)
    spans = withheld(interview)
    if spans:
        in_files = withheld_in_files(interview) if segments(interview) else ()
        lines.append(_("review_withheld", spans=withheld_text(spans, in_files, _)))
    topics = [note.text for note in outward_notes(interview) if note.kind == "topic" and note.text]
    if topics:
        lines += [_("topics_raised"), *(f"  > {topic}" for topic in topics)]
    return lines


def _cards(interview: Interview, _: Translator) -> list[str]:
    parts = []
    opened, of_opening = count_ticks(interview, "opening")
    after, of_after = count_ticks(interview, "after")
    if of_opening:
        parts.append(_("review_opening", done=opened, of=of_opening))
    if missing := unticked_at_start(interview):
        parts.append(_("review_begun_before", points=", ".join(missing)))
    if of_after:
        parts.append(_("review_after", done=after, of=of_after))
    if order(interview) and briefing_seconds(interview) >= 1:
        parts.append(_("review_briefing", t=format_time(briefing_seconds(interview))))
    if not interview.started.afterwards:
        parts.append(_("review_recordings", count=recordings(interview)))
    if seconds_off(interview) >= 1:
        parts.append(_("review_off", t=format_time(seconds_off(interview))))
    if interview.last(Stopped) is not None:
        parts.append(_("quiet_stopped"))
    return parts


def _sides(interview: Interview, _: Translator) -> list[str]:
    """Positive beside negative for each question that asks for both, where anything was counted."""
    return [
        _("review_sides", id=id, positive=counted["positive"], negative=counted["negative"])
        for id, counted in sides(interview).items()
        if any(counted.values())
    ]


def _clarifications(interview: Interview, _: Translator) -> list[str]:
    """How often each concept was clarified, and after which questions."""
    after: dict[str, Counter[str]] = {}
    for act in clarified_once(interview):
        after.setdefault(act.concept, Counter())[act.after or "–"] += 1
    return [_("review_explained", concept=concept, ids=_count_of_times(found)) for concept, found in after.items()]


def _count_of_times(found: Counter[str]) -> str:
    return " ".join(f"{id}×{count}" if count > 1 else id for id, count in found.items())


_BELOW = " " * 10


def interview_text(one: InterviewReview, interview: Interview, _: Translator, *, reflexive: bool = False) -> str:
    """One interview: its coverage by research question, then every question, then its notes with their times.

    ``reflexive`` notes are the researcher's own, and told only when asked for.
    """
    mode = "" if one.mode == "live" else f" · {_(f'pilot_{one.pilot}') if one.mode == 'pilot' else _(one.mode)}"
    when = _.date(one.started[:16])
    held = [when, length_so_far(one, _)] if not one.afterwards else [_("afterwards"), *([when] if when else [])]
    lines = [" · ".join([f"{one.name}{mode}", *held, standing(one, _)])]
    lines += [describe_revision(one, _), *course_lines(interview, _), ""]
    lines += [*verdict_lines(one, interview, _), ""] if one.mode == "pilot" else []
    drawn = timeline_lines(interview, _, reflexive=reflexive)
    lines += [*drawn, ""] if drawn else []
    why = reasons(interview)
    wide = 4 if any(facts.refused_before for facts in one.coverage.questions.values()) else 3
    _heads, ids = margins(one.guide, _)
    for group in one.guide.groups:
        lines.append(_group_line(group, one, _))
        for question in group.questions:
            facts = one.coverage.questions[question.id]
            row = f"  {pad(state(facts), wide)}{pad(question.id, ids)}{pad(label(question), LABEL)}"
            lines += _with_times(row, _times(facts, one, _))
            lines += lines_below(one, question, _)
            lines += [_reason_line(act, facts, one, _) for act in why.get(question.id, ())]
        lines += _also(group.id, [question.id for question in group.questions], one, _)
    grouped = {group.id for group in one.guide.groups}
    for target in one.guide.told:
        if target.id not in grouped:
            lines += [_target_line(target.id, target.short, one, _), *_also(target.id, [], one, _)]
    lines += ["", *debrief_lines(one.debrief, _)]
    lines += ["", _("review_notes")]
    told = outward_notes(interview, reflexive=reflexive)
    lines += [_note_line(note, interview, _) for note in told] or [f"  {_('review_no_notes')}"]
    out = count_left_out(interview)
    if out:
        lines.append(f"  {_('review_left_out', told=describe_left_out(out, _))}")
    return "\n".join([*lines, "", _("review_legend"), _("review_caution")])


def describe_left_out(out: Mapping[str, int], _: Translator) -> str:
    """How many notes are left out, and why."""
    return " · ".join(_(f"left_out_{use}", count=count) for use, count in out.items())


def _reason_line(act: Skipped | Declined, facts: QuestionCoverage, one: InterviewReview, _: Translator) -> str:
    return f"          {reason_head(act, facts, one, _)}: {act.reason}"


def reason_head(act: Skipped | Declined, facts: QuestionCoverage | None, one: InterviewReview, _: Translator) -> str:
    """What a reason is of: a refusal, a skip, or a skip that does not stand any more."""
    when = moment(act.t, one, _)
    if isinstance(act, Declined):
        return _("review_declined", t=when).rstrip()
    stands = facts is None or facts.state == "skipped"
    return _("review_skipped" if stands else "review_first_skipped", t=when).rstrip()


def _group_line(group: Group, one: InterviewReview, _: Translator) -> str:
    if not group.id:
        return _("closing" if group.closing else "other_questions")
    return _target_line(group.id, group.title, one, _)


def _target_line(id: str, title: str, one: InterviewReview, _: Translator) -> str:
    target = one.coverage.targets[id]
    facts = _(f"review_state_{target.state}", covered=target.covered, of=target.of)
    took = "" if one.afterwards else f" · {format_time(target.seconds)}"
    return f"{id:<3} {title} · {facts}{took}"


def _also(target: str, listed: Sequence[str], one: InterviewReview, _: Translator) -> list[str]:
    """The questions that count for a research question too and are listed under another one."""
    others = [question for question in one.guide.serving(target) if question.id not in listed] if target else []
    ids = " ".join(f"({question.id})" if question.optional else question.id for question in others)
    return [f"  {_('review_also', ids=ids)}"] if others else []


def _with_times(row: str, times: list[str]) -> list[str]:
    """The question's row, its times behind it; those that have no room stand in a line below."""
    lines = [row]
    for time in times:
        last = f"{lines[-1]}{'' if lines[-1] == row else ' · '}{time}"
        if cell_len(last) <= WIDTH:
            lines[-1] = last
        else:
            lines.append(_BELOW + time)
    return [line.rstrip() for line in lines]


def _times(facts: QuestionCoverage, one: InterviewReview, _: Translator) -> list[str]:
    parts = []
    if facts.asked_at is not None:
        parts.append(_("review_asked_at", t=format_time(facts.asked_at)))
    if facts.covered_at is not None:
        parts.append(_("review_covered_at", t=moment(facts.covered_at, one, _)).rstrip())
    if facts.declined_at is not None:
        parts.append(_("review_declined", t=moment(facts.declined_at, one, _)).rstrip())
    if facts.seconds:
        parts.append(_("review_in_hand", t=format_time(facts.seconds)))
    return parts


def _note_line(note: Note, interview: Interview, _: Translator) -> str:
    mark = mark_of(note, _)
    about = " ".join(note.about)
    text = words_or_why(note, _)
    reason = f" ({note.reason})" if note.reason else ""
    reason += f" ({_('note_corrected')})" if note.corrected else ""
    when = f"{note_stamp(note):>7}{format_place_heard(note, interview)}"
    head = f"  {when}  {pad(about, max(6, cell_len(about)) + 1)}{mark} "
    return head + text.replace("\n", "\n" + " " * 18) + reason
