"""One interview for reading: its course, every question, every note with its place in the recording."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from guide.model import Group
from interviews.course import reasons
from interviews.coverage import QuestionCoverage
from interviews.events import Declined, Skipped
from interviews.notes import Note, left_out, outward_notes
from interviews.review import Reviewed
from interviews.state import Interview
from tui.review.cells import LABEL, fixed, label, margins, moment, state
from tui.review.course_text import course_lines
from tui.review.debrief_text import debrief_lines
from tui.review.note_lines import heard, mark_of
from tui.review.question_facts import describe_revision, lines_below
from tui.review.study_text import WIDTH
from tui.review.timeline_text import timeline_lines
from tui.review.verdict_text import verdict_lines
from tui.stamps import note_stamp, stamp
from tui.words import Words

_BELOW = " " * 10


def interview_text(one: Reviewed, interview: Interview, words: Words, *, reflexive: bool = False) -> str:
    """One interview: its coverage by research question, then every question, then its notes with their times.

    ``reflexive`` notes are the researcher's own, and told only when asked for.
    """
    ended = words("review_ended" if one.ended else "review_not_ended")
    mode = "" if one.mode == "live" else f" · {words(f'pilot_{one.pilot}') if one.mode == 'pilot' else words(one.mode)}"
    when = words.date(one.started[:16])
    held = [when, stamp(one.seconds)] if not one.afterwards else [words("afterwards"), *([when] if when else [])]
    lines = [" · ".join([f"{one.name}{mode}", *held, ended])]
    lines += [describe_revision(one, words), *course_lines(interview, words), ""]
    lines += [*verdict_lines(one, interview, words), ""] if one.mode == "pilot" else []
    drawn = timeline_lines(interview, words, reflexive=reflexive)
    lines += [*drawn, ""] if drawn else []
    why = reasons(interview)
    wide = 4 if any(facts.refused_before for facts in one.coverage.questions.values()) else 3
    _, ids = margins(one.guide, words)
    for group in one.guide.groups:
        lines.append(_group_line(group, one, words))
        for question in group.questions:
            facts = one.coverage.questions[question.id]
            row = f"  {fixed(state(facts), wide)}{fixed(question.id, ids)}{fixed(label(question), LABEL)}"
            lines += _with_times(row, _times(facts, one, words))
            lines += lines_below(one, question, words)
            lines += [_reason_line(act, facts, one, words) for act in why.get(question.id, ())]
        lines += _also(group.id, [question.id for question in group.questions], one, words)
    grouped = {group.id for group in one.guide.groups}
    for target in one.guide.told:
        if target.id not in grouped:
            lines += [_target_line(target.id, target.short, one, words), *_also(target.id, [], one, words)]
    lines += ["", *debrief_lines(one.debrief, words)]
    lines += ["", words("review_notes")]
    told = outward_notes(interview, reflexive=reflexive)
    lines += [_note_line(note, interview, words) for note in told] or [f"  {words('review_no_notes')}"]
    out = left_out(interview)
    if out:
        lines.append(f"  {words('review_left_out', told=left_out_line(out, words))}")
    return "\n".join([*lines, "", words("review_legend"), words("review_caution")])


def left_out_line(out: Mapping[str, int], words: Words) -> str:
    """How many notes are left out, and why."""
    return " · ".join(words(f"left_out_{use}", count=count) for use, count in out.items())


def _reason_line(act: Skipped | Declined, facts: QuestionCoverage, one: Reviewed, words: Words) -> str:
    return f"          {reason_head(act, facts, one, words)}: {act.reason}"


def reason_head(act: Skipped | Declined, facts: QuestionCoverage | None, one: Reviewed, words: Words) -> str:
    """What a reason is of: a refusal, a skip, or a skip that does not stand any more."""
    when = moment(act.t, one, words)
    if isinstance(act, Declined):
        return words("review_declined", t=when).rstrip()
    stands = facts is None or facts.state == "skipped"
    return words("review_skipped" if stands else "review_first_skipped", t=when).rstrip()


def _group_line(group: Group, one: Reviewed, words: Words) -> str:
    if not group.id:
        return words("closing" if group.closing else "other_questions")
    return _target_line(group.id, group.title, one, words)


def _target_line(id: str, title: str, one: Reviewed, words: Words) -> str:
    target = one.coverage.targets[id]
    facts = words(f"review_state_{target.state}", covered=target.covered, of=target.of)
    took = "" if one.afterwards else f" · {stamp(target.seconds)}"
    return f"{id:<3} {title} · {facts}{took}"


def _also(target: str, listed: Sequence[str], one: Reviewed, words: Words) -> list[str]:
    """The questions that count for a research question too and are listed under another one."""
    others = [question for question in one.guide.serving(target) if question.id not in listed] if target else []
    ids = " ".join(f"({question.id})" if question.optional else question.id for question in others)
    return [f"  {words('review_also', ids=ids)}"] if others else []


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


def _times(facts: QuestionCoverage, one: Reviewed, words: Words) -> list[str]:
    parts = []
    if facts.asked_at is not None:
        parts.append(words("review_asked_at", t=stamp(facts.asked_at)))
    if facts.covered_at is not None:
        parts.append(words("review_covered_at", t=moment(facts.covered_at, one, words)).rstrip())
    if facts.declined_at is not None:
        parts.append(words("review_declined", t=moment(facts.declined_at, one, words)).rstrip())
    if facts.seconds:
        parts.append(words("review_in_hand", t=stamp(facts.seconds)))
    return parts


def _note_line(note: Note, interview: Interview, words: Words) -> str:
    mark = mark_of(note, words)
    about = " ".join(note.about)
    text = note.text if note.counts else words("review_empty_bookmark")
    reason = f" ({note.reason})" if note.reason else ""
    head = f"  {note_stamp(note):>7}{heard(note, interview)}  {fixed(about, max(6, cell_len(about)) + 1)}{mark} "
    return head + text.replace("\n", "\n" + " " * 18) + reason
