"""The part of a report about one interview: its facts, its picture along the time, its course."""

from collections import Counter

from interviews.account import Account
from interviews.review import Reviewed
from tui.report.blocks import Block, Bullets, Cell, Column, Facts, Paragraph, Picture, Row, RowGroup, Section, Table
from tui.report.dates import day
from tui.report.debrief_part import debrief_section
from tui.report.material import Material
from tui.report.shapes import MARKS, shape, state_name
from tui.report.svg import Told, key
from tui.report.timeline_svg import hatch_key, kinds_drawn, lanes_of, timeline_picture
from tui.report.verdict_part import verdicts_section
from tui.review.cells import moment
from tui.review.interview_text import left_out_line, reason_head
from tui.review.question_facts import IN_REPORT, describe_examples, describe_probes
from tui.stamps import note_stamp, stamp
from tui.withheld_text import withheld_text
from tui.words import Words


def interviews_section(material: Material) -> Section:
    """Interview by interview, pilots and practice last."""
    words = material.words
    each = tuple(_interview(one, material, new_page=place > 0) for place, one in enumerate(material.in_order))
    none = (Paragraph(words("report_no_interviews")),)
    return Section(words("report_interviews"), each or none, "interviews", new_page=bool(each))


def _interview(one: Account, material: Material, *, new_page: bool) -> Section:
    words = material.words
    blocks: list[Block] = [Facts(tuple(_facts(one, words)))]
    if one.reviewed.mode == "pilot":
        blocks.append(verdicts_section(one, words))
    if one.timeline.bars or one.timeline.marks:
        blocks.append(_picture(one, words))
    if one.timeline.later:
        blocks.append(Paragraph(words("report_later", count=one.timeline.later), "aside"))
    if one.timeline.bars:
        blocks += _order(one, words)
    blocks += _lists(one, material)
    blocks.append(debrief_section(one, material))
    return Section(one.name, tuple(blocks), f"interview-{one.name}", new_page=new_page)


def _facts(one: Account, words: Words) -> list[tuple[str, str]]:
    reviewed = one.reviewed
    ended = words("review_ended" if reviewed.ended else "review_not_ended")
    took = words("report_no_times") if reviewed.afterwards else stamp(reviewed.seconds)
    facts = [
        (words("report_date"), words.date(day(reviewed.started)) or words("report_date_gone")),
        (words("report_length"), f"{took} · {ended}"),
        (words("report_mode"), _mode(reviewed, words)),
        (words("report_revision"), _revision(reviewed, words)),
    ]
    if not reviewed.afterwards:
        facts.append((words("report_briefing"), stamp(reviewed.briefing)))
    elif reviewed.order:
        facts.append((words("report_order_entered"), " ".join(reviewed.order)))
    if one.opening[1]:
        facts.append((words("report_opening"), words("report_of", covered=one.opening[0], of=one.opening[1])))
    if one.begun_before:
        facts.append((words("report_begun_before"), ", ".join(one.begun_before)))
    if one.after[1]:
        facts.append((words("report_after"), words("report_of", covered=one.after[0], of=one.after[1])))
    if not reviewed.afterwards:
        facts.append((words("report_recordings"), str(one.recordings)))
    if one.off:
        facts.append((words("report_off"), stamp(one.off)))
    if one.stopped:
        facts.append((words("report_stopped"), words("report_stopped_by")))
    if one.withheld:
        facts.append((words("report_withheld"), withheld_text(one.withheld, one.withheld_in_files, words)))
    if one.left_out:
        facts.append((words("report_left_out"), left_out_line(one.left_out, words)))
    fates = [f"{words(f'review_fate_{fate}')} {count}" for fate, count in reviewed.fates.items() if count]
    facts.append((words("report_follow_ups"), " · ".join(fates) or "0"))
    return facts


def _mode(reviewed: Reviewed, words: Words) -> str:
    """An interview proper, practice, or a pilot with its kind where the log knows it."""
    mode = words(f"report_mode_{reviewed.mode}")
    mode = f"{mode}, {words('afterwards')}" if reviewed.afterwards else mode
    return f"{mode} · {words(f'pilot_kind_{reviewed.pilot}')}" if reviewed.pilot else mode


def _picture(one: Account, words: Words) -> Picture:
    shows = words("report_timeline_shows", length=stamp(one.timeline.end), order=" ".join(one.reviewed.order) or "–")
    title = words("report_timeline", name=one.name)
    lanes = lanes_of(one.reviewed.guide, words("closing"), words("other_questions"))
    picture = timeline_picture(
        Told(f"timeline-{one.name}", title, shows),
        one.timeline,
        lanes,
        words("report_lane_notes"),
        words("report_lane_marks"),
    )
    kinds = kinds_drawn(one.timeline)
    marks = [(key(shape(MARKS[kind], 8, 8)), words(f"report_mark_{kind}")) for kind in MARKS if kind in kinds]
    breaks = dict.fromkeys(span.kind for span in one.timeline.breaks)
    hatches = [(hatch_key(kind), words(f"report_break_{kind}")) for kind in breaks]
    return Picture(title, picture, (*marks, *hatches))


def _order(one: Account, words: Words) -> list[Block]:
    """The talk's order beside the guide's, never graded; then each stretch with its time."""
    guide = one.reviewed.guide
    labels = guide.labels
    rows = tuple(
        Row(
            stamp(bar.start), (Cell(f"{bar.question} {labels.get(bar.question, '')}".strip()), Cell(stamp(bar.seconds)))
        )
        for bar in one.timeline.bars
    )
    pairs = (
        (words("report_order"), " ".join(one.reviewed.order)),
        (words("report_guide_order"), " ".join(question.id for question in guide.questions)),
    )
    return [
        Facts(pairs),
        Paragraph(words("report_order_aside"), "aside"),
        Table(
            f"course-{one.name}",
            words("report_course", name=one.name),
            (Cell(words("report_at")),),
            (Column(words("report_question")), Column(words("report_in_hand"))),
            (RowGroup("", rows),),
        ),
    ]


def _lists(one: Account, material: Material) -> list[Block]:
    words = material.words
    topics = tuple(
        " · ".join(filter(None, (note_stamp(placed.note), placed.note.text)))
        for placed in one.notes
        if placed.note.kind == "topic"
    )
    problems = tuple(
        words("report_at_line", line=problem.line, said=material.said_of(problem))
        for problem in material.review.problems
        if problem.file == one.reviewed.file
    )
    lists = (
        ("report_probes", _probes(one, words)),
        ("report_sides", _sides(one, words)),
        ("report_examples", _examples(one, words)),
        ("report_clarified", _clarified(one, words)),
        ("report_refused", _refused(one, words)),
        ("report_reasons", _reasons(one, words)),
        ("report_topics", topics),
        ("report_file_problems", problems),
    )
    return [Section(words(title), (Bullets(items),)) for title, items in lists if items]


def _sides(one: Account, words: Words) -> tuple[str, ...]:
    """Positive beside negative, without a verdict, for the two-sided questions of an interview that counted any."""
    return tuple(
        words("review_sides", id=id, positive=counted["positive"], negative=counted["negative"])
        for id, counted in one.reviewed.sides.items()
        if any(counted.values())
    )


def _revision(reviewed: Reviewed, words: Words) -> str:
    return words("report_revision_none") if reviewed.revision is None else str(reviewed.revision)


def _probes(one: Account, words: Words) -> tuple[str, ...]:
    """For each question the probes that were ticked, those that were not needed apart."""
    return tuple(
        told
        for question in one.reviewed.guide.questions
        for told in describe_probes(one.reviewed, question.id, words, IN_REPORT)
    )


def _examples(one: Account, words: Words) -> tuple[str, ...]:
    """How many examples were told, for each question that asks for some."""
    return tuple(
        words("report_of_question", id=question.id, what=told)
        for question in one.reviewed.guide.questions
        for told in describe_examples(one.reviewed, question, words)
    )


def _clarified(one: Account, words: Words) -> tuple[str, ...]:
    """For each question, which concepts were clarified after it, and how often: many point to its wording."""
    after: dict[str, Counter[str]] = {}
    for act in one.clarified:
        after.setdefault(act.after or words("report_before_first"), Counter())[act.concept] += 1
    return tuple(
        f"{question}: "
        + ", ".join(words("report_times", what=concept, count=count) for concept, count in found.items())
        for question, found in after.items()
    )


def _refused(one: Account, words: Words) -> tuple[str, ...]:
    """Where the informant had declined, and something else was judged or asked later."""
    return tuple(
        f"{id} {words('review_declined', t=moment(facts.declined_at, one.reviewed, words)).rstrip()}, "
        f"{words(f'report_state_{state_name(facts)}')}"
        for id, facts in one.reviewed.coverage.questions.items()
        if facts.refused_before and facts.declined_at is not None
    )


def _reasons(one: Account, words: Words) -> tuple[str, ...]:
    found = []
    for question, acts in one.reasons.items():
        for act in acts:
            facts = one.reviewed.coverage.questions.get(question)
            found.append(f"{question} {reason_head(act, facts, one.reviewed, words)}: {act.reason}")
    return tuple(found)
