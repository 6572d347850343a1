"""The hour in words: how it stands, what is left."""

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from guide.frozen import Value
from guide.model import Question
from interviews.core.coverage import all_covered, coverage
from interviews.core.handlers import is_paused
from interviews.core.pace import Triage, behind, triage
from interviews.core.recorder import has_declined, is_withheld, limit_at, recording
from interviews.core.timing import interview_seconds
from tui.time_format import format_time
from tui.translator import N_

if TYPE_CHECKING:
    from tui.live.view_state import ViewState

NEAR_LIMIT = 300
"""Seconds before a recording's limit from which the clock's row counts down."""


class Standing(Value):
    """A few words on how it stands; ``strong`` where they matter now."""

    text: str
    strong: bool = False


def time_that_counts(table: "ViewState") -> str:
    """The time that counts, pauses and breaks off: what stands beside the plan agrees with every other length."""
    return format_time(interview_seconds(table.interview, table.session.now))


def time_words(table: "ViewState") -> str:
    """The time, beside the planned one where the guide has it; whole minutes where the clock shows no more, or none."""
    _, minutes = table._, table.interview.guide.minutes
    if table.helps.clock == "off":
        return ""
    if table.helps.clock == "minute":
        now = f"{int(interview_seconds(table.interview, table.session.now) // 60)}"
        return _("{now} of {minutes} min", now=now, minutes=f"{minutes:g}") if minutes else _("{now} min", now=now)
    now = time_that_counts(table)
    return _("{now} of {minutes} min", now=now, minutes=f"{minutes:g}") if minutes else now


def standing_words(table: "ViewState") -> list[Standing]:
    """Whether it has ended or is paused, what is off the record, and which recording runs."""
    interview, _ = table.interview, table._
    told = [Standing(_("anonymous"))] if interview.anonymous else []
    if interview.ended is not None:
        told.append(Standing(_("ended")))
    elif not interview.started.afterwards and is_paused(interview):
        told.append(Standing(_("PAUSED"), strong=True))
    if interview.started.afterwards:
        return told
    if is_withheld(interview):
        told.append(Standing(_("DO NOT TRANSCRIBE"), strong=True))
    return [*told, *_recorder(table)]


def _recorder(table: "ViewState") -> list[Standing]:
    """Which recording runs, and near its limit for how long yet; that none does, where the guide's opening gates it."""
    interview, _ = table.interview, table._
    number = recording(interview)
    if number is None:
        awaited = interview.guide.gating("recording") and not has_declined(interview)
        if not awaited or interview.ended is not None or interview.started.mode == "practice":
            return []
        return [Standing(_("not recording"), strong=interview.hand is not None)]
    if interview.ended is not None:
        return [Standing(_("rec {number} still runs", number=number), strong=True)]
    limit, now = limit_at(interview), table.session.now
    if limit is None or limit - now > NEAR_LIMIT:
        return [Standing(_("rec {number}", number=number))]
    if now >= limit:
        return [Standing(_("rec {number}: limit reached", number=number), strong=True)]
    left = format_time(ceil(limit - now))
    if table.helps.clock != "second":
        left = _("{minutes} min", minutes=ceil((limit - now) / 60))
    return [Standing(_("rec {number}: {left} left", number=number, left=left), strong=True)]


_MOST, _FEW, _LEAST = 8, 4, 1  # ids that have room on a line of 80 cells, alone and beside one and two more things
_LEAST_TOLD = 120
"""Seconds off the plan that are worth a word."""


def time_line(table: "ViewState") -> str:
    """One line, whenever it is asked for: before or behind the plan, what is left, and for how long there is room."""
    if table.interview.started.afterwards:
        return table._("The interview is entered afterwards: no clock runs here.")
    now, measured = table.session.now, table.earlier.earlier.seconds
    left = triage(table.interview, now, measured)
    if left is None:
        return table._("The guide does not say how long the interview is to last.")
    late = behind(table.interview, now, measured)
    pace = ""
    if late is not None and abs(late) >= _LEAST_TOLD:
        pace = table._(
            N_("{minutes} min behind plan") if late > 0 else N_("{minutes} min ahead of plan"),
            minutes=_minutes(abs(late)),
        )
    return " · ".join(part for part in (_describe_left(left, table, pace=bool(pace)), pace) if part)


def due_line(table: "ViewState", *, answered: bool = False) -> str | None:
    """The line near the end, until it is ``answered`` or what is left changes; none in think-time and closing."""
    interview = table.interview
    if interview.hand is None or table.thinking or table.over or not _is_talk(table):
        return None
    left = triage(interview, table.session.now, table.earlier.earlier.seconds)
    if left is None or left.remaining > table.helps.near_end:
        return None
    told = tuple(question.id for question in left.questions)
    line = None if answered or told == table.answered else _describe_left(left, table)
    if answered or not told:  # that nothing is left asks for no answer
        table.answered = told
    elif told != table.answered:
        table.answered = None
    return line


def _describe_left(left: Triage, table: "ViewState", *, pace: bool = False) -> str:
    """What was not asked yet, and apart from it what was asked and has no mark."""
    _, beside = table._, pace + bool(left.asked)
    asked = ""
    if left.asked:
        told = _("asked without a mark: {ids}", ids=_list_ids(left.asked, _FEW))
        asked = " · " + (_("{count} asked", count=len(left.asked)) if pace else told)
    return _untold(left, table, (_MOST, _FEW, _LEAST)[beside]) + asked


def _untold(left: Triage, table: "ViewState", most: int) -> str:
    _ = table._
    minutes = _minutes(max(left.remaining, 0.0))
    if not left.questions:
        key = _key_when_done(table)
        return _(key, minutes=minutes, reserve=_minutes(left.reserve))
    ids = _list_ids(left.questions, most)
    key = (
        N_("{minutes} min left: {ids} ~{needed} min + closing {reserve}")
        if left.room == len(left.questions)
        else N_("{minutes} min left, time for {room}: {ids} ~{needed} min + closing {reserve}")
    )
    return _(
        key, minutes=minutes, ids=ids, needed=_minutes(left.needed), reserve=_minutes(left.reserve), room=left.room
    )


def _key_when_done(table: "ViewState") -> str:
    """What is true where no required question is left to ask: all covered, all asked, or neither."""
    interview = table.interview
    if all_covered(interview, required=True):
        return N_("{minutes} min left, everything required is covered · closing {reserve}")
    states = coverage(interview).questions
    required = [one.id for section in interview.guide.sections for one in section.questions if not one.optional]
    asked = all(states[id].asked_at is not None or states[id].state == "covered" for id in required)
    return (
        N_("{minutes} min left, everything required is asked · closing {reserve}")
        if asked and required
        else N_("{minutes} min left, nothing required remains · closing {reserve}")
    )


def _list_ids(questions: Sequence[Question], most: int) -> str:
    ids = " ".join(question.id for question in questions[:most])
    return ids if len(questions) <= most else f"{ids} … ({len(questions)})"


def _minutes(seconds: float) -> str:
    return f"{round(seconds / 60)}"


def drifts(table: "ViewState") -> bool:
    """Whether nothing has been marked for so long that the header's sign changes, where the user wants it to."""
    interview, after = table.interview, table.helps.drift
    if not after or interview.started.afterwards or interview.hand is None or table.over or is_paused(interview):
        return False
    return _is_talk(table) and table.session.now - interview.t >= after


def _is_talk(table: "ViewState") -> bool:
    """Whether it is the talk itself, and not its closing."""
    return table.mode.talks and not table.mode.closes
