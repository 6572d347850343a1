"""The review as plain text for a terminal: a matrix of questions and interviews, or one interview with its notes."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size

from guide.model import Group, Guide, Question
from interviews.course import reasons
from interviews.coverage import QuestionCoverage
from interviews.events import Declined, Skipped
from interviews.notes import Note
from interviews.recorder import place_of, segments
from interviews.review import Review, Reviewed
from interviews.state import Interview
from tui.live.outline import GLYPHS
from tui.review_course import course_lines
from tui.stamps import stamp
from tui.verbatim import visible
from tui.words import Words

WIDTH = 80
"""As wide as a table is where nobody says how wide the terminal is."""

_LABEL = 29
_COLUMN = 8
_NOTE_MARKS = {"bookmark": "◆", "quote": "❞", "topic": ">", "reflexive": "✎"}


def study_text(result: Review, words: Words, width: int = WIDTH) -> str:
    """Every question in a row, every interview in a column, research questions in the margin; pilots apart.

    Interviews that have no room beside the others in ``width`` cells stand in a table below.
    """
    lines = [result.guide.title, words("review_caution"), ""]
    if result.counted:
        lines += _tables(result, result.counted, words, width)
    else:
        lines.append(words("review_none"))
    if result.apart:
        lines += ["", words("review_apart"), *_tables(result, result.apart, words, width)]
    lines += ["", *_targets(result, words)]
    lines += ["", words("review_legend")]
    return "\n".join(lines)


def _tables(result: Review, shown: Sequence[Reviewed], words: Words, width: int) -> list[str]:
    lead = sum(_margins(result.guide, words)) + _LABEL
    room = max((width - lead) // _COLUMN, 1)
    tables = [_matrix(result, shown[first : first + room], words) for first in range(0, len(shown), room)]
    return [line for place, table in enumerate(tables) for line in (*([""] if place else []), *table)]


def _margins(guide: Guide, words: Words) -> tuple[int, int]:
    """How wide the columns of research questions and of ids are in this guide."""
    names = [cell_len(_group_name(group, words)) for group in guide.groups]
    ids = [cell_len(question.id) for question in guide.questions]
    return max([3, *names]) + 1, max([4, *ids]) + 1


def _matrix(result: Review, shown: Sequence[Reviewed], words: Words) -> list[str]:
    margin, ids = _margins(result.guide, words)

    def row(first: str, second: str, label: str, cells: Iterable[str]) -> str:
        lead = _fixed(first, margin) + _fixed(second, ids) + _fixed(label, _LABEL)
        return (lead + "".join(_fixed(cell, _COLUMN) for cell in cells)).rstrip()

    lines = [row("", "", "", (_name(one) for one in shown))]
    for group in result.guide.groups:
        for place, question in enumerate(group.questions):
            name = _group_name(group, words) if place == 0 else ""
            states = (_state(one.coverage.questions.get(question.id)) for one in shown)
            lines.append(row(name, question.id, _label(question), states))
    lines.append(row("", "", words("review_minutes"), (stamp(one.seconds) for one in shown)))
    lines.append(row("", "", words("review_follow_ups"), (str(one.fates["open"]) for one in shown)))
    return lines


def _label(question: Question) -> str:
    return f"({question.label})" if question.optional else question.label


def _name(one: Reviewed) -> str:
    return one.file.removeprefix("interviews/").removesuffix(".jsonl")


def _group_name(group: Group, words: Words) -> str:
    return group.id or (words("review_closing_mark") if group.closing else "·")


def _state(question: QuestionCoverage | None) -> str:
    """The state's shape and the depth; a question that was not in that interview's guide is left blank."""
    if question is None:
        return " "
    glyph = "▣" if question.unasked else GLYPHS[question.state]
    return glyph + (str(question.depth) if question.depth else "")


def _targets(result: Review, words: Words) -> list[str]:
    """Each research question and part: in how many interviews covered, with what time and notes."""
    lines = []
    owners = {one.id for one in result.guide.research_questions}
    for target in result.guide.targets:
        seen = [one.coverage.targets[target.id] for one in result.counted if target.id in one.coverage.targets]
        facts = words(
            "review_target",
            covered=sum(1 for one in seen if one.state == "covered"),
            of=len(result.counted),
            minutes=stamp(sum(one.seconds for one in seen)),
            notes=sum(one.notes for one in seen),
        )
        name = target.id if target.id in owners else f"  {target.id}"
        lines.append(_fixed(name, _wide(result.guide)) + _fixed(target.short, 30) + facts)
    return lines


def interview_text(one: Reviewed, words: Words) -> str:
    """One interview: its coverage by research question, then every question, then its notes with their times."""
    started = one.interview.started
    state = words("review_ended" if one.interview.ended is not None else "review_not_ended")
    mode = "" if started.mode == "live" else f" · {words(started.mode)}"
    lines = [f"{_name(one)}{mode} · {started.wall[:16].replace('T', ' ')} · {stamp(one.seconds)} · {state}"]
    lines += [*course_lines(one.interview, words), ""]
    why = reasons(one.interview)
    _, ids = _margins(one.interview.guide, words)
    for group in one.interview.guide.groups:
        lines.append(_group_line(group, one, words))
        for question in group.questions:
            facts = one.coverage.questions[question.id]
            row = f"  {_fixed(_state(facts), 3)}{_fixed(question.id, ids)}{_fixed(_label(question), _LABEL)}"
            lines.append((row + _times(facts, words)).rstrip())
            lines += [_reason_line(act, words) for act in why.get(question.id, ())]
    lines += ["", words("review_notes")]
    lines += [_note_line(note, one.interview, words) for note in one.notes] or [f"  {words('review_no_notes')}"]
    return "\n".join([*lines, "", words("review_legend"), words("review_caution")])


def _reason_line(act: Skipped | Declined, words: Words) -> str:
    what = words("review_skipped" if isinstance(act, Skipped) else "review_declined", t=stamp(act.t))
    return f"          {what}: {act.reason}"


def _group_line(group: Group, one: Reviewed, words: Words) -> str:
    if not group.id:
        return words("closing" if group.closing else "other_questions")
    target = one.coverage.targets[group.id]
    facts = words(f"review_state_{target.state}", covered=target.covered, of=target.of)
    return f"{group.id:<3} {group.title} · {facts} · {stamp(target.seconds)}"


def _times(facts: QuestionCoverage, words: Words) -> str:
    parts = []
    if facts.asked_at is not None:
        parts.append(words("review_asked_at", t=stamp(facts.asked_at)))
    if facts.covered_at is not None:
        parts.append(words("review_covered_at", t=stamp(facts.covered_at)))
    if facts.seconds:
        parts.append(words("review_in_hand", t=stamp(facts.seconds)))
    return " · ".join(parts)


def _note_line(note: Note, interview: Interview, words: Words) -> str:
    mark = _NOTE_MARKS.get(note.kind, " ") if note.counts else "◇"
    if note.follow_up is not None:
        fate = words(f"review_fate_{note.state}")
        mark = f"⚑{note.follow_up} {fate}:"
    about = " ".join(note.about)
    text = note.text if note.counts else words("review_empty_bookmark")
    reason = f" ({note.reason})" if note.reason else ""
    head = f"  {stamp(note.t):>7}{_heard(note, interview)}  {_fixed(about, max(6, cell_len(about)) + 1)}{mark} "
    return head + text.replace("\n", "\n" + " " * 18) + reason


def _heard(note: Note, interview: Interview) -> str:
    """Where the note lies in the recording, such as ``1·34:12``; a column only where something was recorded."""
    if not segments(interview):
        return ""
    place = place_of(interview, note.t)
    return f"{f'{place.number}·{stamp(place.seconds)}' if place is not None else '':>10}"


def _wide(guide: Guide) -> int:
    """How wide the column of research questions and their parts is, the parts' indentation included."""
    return max([3, *(cell_len(target.id) for target in guide.targets)]) + 3


def _fixed(text: str, width: int) -> str:
    """The text in so many cells, the last of them blank."""
    text = visible(text)
    if cell_len(text) < width:
        return set_cell_size(text, width)
    return set_cell_size(text, width - 2).rstrip() + "… " if width > 2 else set_cell_size(text, width)
