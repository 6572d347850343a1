"""How the interview stands, in words: time, pause, recorder."""

from math import ceil

from guide.frozen import Value
from interviews.core.handlers import is_paused
from interviews.core.recorder import has_declined, is_withheld, limit_at, recording
from interviews.core.timing import interview_seconds
from tui.live.view_state import ViewState
from tui.time_format import format_time

NEAR_LIMIT = 300
"""Seconds before a recording's limit from which the clock's row counts down."""


class Standing(Value):
    """A few words on how it stands; ``strong`` where they matter now."""

    text: str
    strong: bool = False


def time_that_counts(table: ViewState) -> str:
    """The time that counts, pauses and breaks off: what stands beside the plan agrees with every other length."""
    return format_time(interview_seconds(table.interview, table.session.now))


def time_words(table: ViewState) -> str:
    """The time, beside the planned one where the guide has it; whole minutes where the clock shows no more, or none."""
    _, minutes = table._, table.interview.guide.minutes
    if table.helps.clock == "off":
        return ""
    if table.helps.clock == "minute":
        now = f"{int(interview_seconds(table.interview, table.session.now) // 60)}"
        return _("{now} of {minutes} min", now=now, minutes=f"{minutes:g}") if minutes else _("{now} min", now=now)
    now = time_that_counts(table)
    return _("{now} of {minutes} min", now=now, minutes=f"{minutes:g}") if minutes else now


def standing_words(table: ViewState) -> list[Standing]:
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


def _recorder(table: ViewState) -> list[Standing]:
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
