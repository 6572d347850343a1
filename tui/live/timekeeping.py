"""What there is to say about the hour: how the talk stands against its plan, and near the end what is still left."""

from collections.abc import Sequence

from guide.model import Question
from interviews.coverage import all_covered, coverage
from interviews.pace import Triage, behind, triage
from tui.live.modes import Talking
from tui.live.table import Table

_MOST, _FEW, _LEAST = 8, 4, 1  # ids that have room on a line of 80 cells, alone and beside one and two more things
_LEAST_TOLD = 120
"""Seconds off the plan that are worth a word."""


def time_line(table: Table) -> str:
    """One line, whenever it is asked for: before or behind the plan, what is left, and for how long there is room."""
    if table.interview.started.afterwards:
        return table.words("time_afterwards")
    now, measured = table.session.now, table.helps.earlier.seconds
    left = triage(table.interview, now, measured)
    if left is None:
        return table.words("time_unplanned")
    late = behind(table.interview, now, measured)
    pace = ""
    if late is not None and abs(late) >= _LEAST_TOLD:
        pace = table.words("pace_behind" if late > 0 else "pace_ahead", minutes=_minutes(abs(late)))
    return " · ".join(part for part in (_left_line(left, table, pace=bool(pace)), pace) if part)


def due_line(table: Table, *, answered: bool = False) -> str | None:
    """The line near the end, until it is ``answered`` or what is left changes; none in think-time and closing."""
    interview = table.interview
    if interview.hand is None or table.thinking or table.over or not isinstance(table.mode, Talking):
        return None
    left = triage(interview, table.session.now, table.helps.earlier.seconds)
    if left is None or left.remaining > table.helps.near_end:
        return None
    told = tuple(question.id for question in left.questions)
    line = None if answered or told == table.answered else _left_line(left, table)
    if answered or not told:  # that nothing is left asks for no answer
        table.answered = told
    elif told != table.answered:
        table.answered = None
    return line


def _left_line(left: Triage, table: Table, *, pace: bool = False) -> str:
    """What was not asked yet, and apart from it what was asked and has no mark."""
    words, beside = table.words, pace + bool(left.asked)
    asked = ""
    if left.asked:
        told = words("time_asked", ids=_listed(left.asked, _FEW))
        asked = " · " + (words("time_asked_count", count=len(left.asked)) if pace else told)
    return _untold(left, table, (_MOST, _FEW, _LEAST)[beside]) + asked


def _untold(left: Triage, table: Table, most: int) -> str:
    words = table.words
    minutes = _minutes(max(left.remaining, 0.0))
    if not left.questions:
        key = _done_key(table)
        return words(key, minutes=minutes, reserve=_minutes(left.reserve))
    ids = _listed(left.questions, most)
    key = "time_left" if left.room == len(left.questions) else "time_tight"
    return words(
        key, minutes=minutes, ids=ids, needed=_minutes(left.needed), reserve=_minutes(left.reserve), room=left.room
    )


def _done_key(table: Table) -> str:
    """What is true where no required question is left to ask: all covered, all asked, or neither."""
    interview = table.interview
    if all_covered(interview, required=True):
        return "time_all_done"
    states = coverage(interview).questions
    required = [one.id for section in interview.guide.sections for one in section.questions if not one.optional]
    asked = all(states[id].asked_at is not None or states[id].state == "covered" for id in required)
    return "time_all_asked" if asked and required else "time_none_left"


def _listed(questions: Sequence[Question], most: int) -> str:
    ids = " ".join(question.id for question in questions[:most])
    return ids if len(questions) <= most else f"{ids} … ({len(questions)})"


def _minutes(seconds: float) -> str:
    return f"{round(seconds / 60)}"
