"""The review as plain text for a terminal: a matrix of questions and interviews, or one interview with its notes."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

from guide.model import Group
from interviews.coverage import QuestionCoverage
from interviews.notes import Note
from interviews.review import Review, Reviewed
from tui.live.outline import GLYPHS
from tui.stamps import stamp
from tui.words import Words

_MARGIN = 4
_LABEL = 29
_COLUMN = 7
_NOTE_MARKS = {"bookmark": "◆", "quote": "❞", "topic": "＋", "reflexive": "✎"}


def study_text(result: Review, words: Words) -> str:
    """Every question in a row, every interview in a column, research questions in the margin; pilots apart."""
    lines = [result.guide.title, ""]
    if result.counted:
        lines += _matrix(result, result.counted, words)
    else:
        lines.append(words("review_none"))
    if result.apart:
        lines += ["", words("review_apart"), *_matrix(result, result.apart, words)]
    lines += ["", *_targets(result, words)]
    lines += ["", words("review_legend"), words("review_caution")]
    return "\n".join(lines)


def _matrix(result: Review, shown: Sequence[Reviewed], words: Words) -> list[str]:
    lead = " " * (_MARGIN + 5 + _LABEL)
    lines = [lead + "".join(_cell(_name(one)) for one in shown)]
    for group in result.guide.groups:
        for place, question in enumerate(group.questions):
            margin = _group_name(group, words) if place == 0 else ""
            label = f"({question.label})" if question.optional else question.label
            row = _fixed(margin, _MARGIN) + _fixed(question.id, 5) + _fixed(label, _LABEL)
            lines.append(
                (row + "".join(_cell(_state(one.coverage.questions.get(question.id))) for one in shown)).rstrip()
            )
    lines.append(
        _fixed("", _MARGIN + 5)
        + _fixed(words("review_minutes"), _LABEL)
        + "".join(_cell(stamp(one.seconds)) for one in shown)
    )
    lines.append(
        _fixed("", _MARGIN + 5)
        + _fixed(words("review_follow_ups"), _LABEL)
        + "".join(_cell(str(one.fates["open"])) for one in shown)
    )
    return [line.rstrip() for line in lines]


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
        lines.append(_fixed(name, 6) + _fixed(target.short, 32) + facts)
    return lines


def interview_text(one: Reviewed, words: Words) -> str:
    """One interview: its coverage by research question, then every question, then its notes with their times."""
    started = one.interview.started
    state = words("review_ended" if one.interview.ended is not None else "review_not_ended")
    mode = "" if started.mode == "live" else f" · {words(started.mode)}"
    lines = [f"{_name(one)}{mode} · {started.wall[:16].replace('T', ' ')} · {stamp(one.seconds)} · {state}", ""]
    for group in one.interview.guide.groups:
        lines.append(_group_line(group, one, words))
        for question in group.questions:
            facts = one.coverage.questions[question.id]
            label = f"({question.label})" if question.optional else question.label
            row = f"  {_fixed(_state(facts), 3)}{_fixed(question.id, 5)}{_fixed(label, _LABEL)}"
            lines.append((row + _times(facts, words)).rstrip())
    lines += ["", words("review_notes")]
    lines += [_note_line(note, words) for note in one.notes] or [f"  {words('review_no_notes')}"]
    return "\n".join([*lines, "", words("review_caution")])


def _group_line(group: Group, one: Reviewed, words: Words) -> str:
    if not group.id:
        return words("closing" if group.closing else "other_questions")
    target = one.coverage.targets[group.id]
    facts = words(f"review_state_{target.state}", covered=target.covered, of=target.of)
    return f"{_fixed(group.id, 4)}{group.title} · {facts} · {stamp(target.seconds)}"


def _times(facts: QuestionCoverage, words: Words) -> str:
    parts = []
    if facts.asked_at is not None:
        parts.append(words("review_asked_at", t=stamp(facts.asked_at)))
    if facts.covered_at is not None:
        parts.append(words("review_covered_at", t=stamp(facts.covered_at)))
    if facts.seconds:
        parts.append(words("review_in_hand", t=stamp(facts.seconds)))
    return " · ".join(parts)


def _note_line(note: Note, words: Words) -> str:
    mark = _NOTE_MARKS.get(note.kind, " ") if note.counts else "◇"
    if note.follow_up is not None:
        fate = words(f"review_fate_{note.state}")
        mark = f"⚑{note.follow_up} {fate}"
    about = " ".join(note.about)
    text = note.text if note.counts else words("review_empty_bookmark")
    reason = f" ({note.reason})" if note.reason else ""
    head = f"  {stamp(note.t):>7}  {_fixed(about, max(6, cell_len(about)))} {mark} "
    return head + text.replace("\n", "\n" + " " * 18) + reason


def _cell(text: str) -> str:
    return _fixed(text, _COLUMN)


def _fixed(text: str, width: int) -> str:
    if cell_len(text) < width:
        return set_cell_size(text, width)
    return set_cell_size(text, width - 2).rstrip() + "… " if width > 2 else set_cell_size(text, width)
