"""Interviews entered afterwards, from the paper sheet.

Its events tell of the entering: their times, and the wall clock, say nothing of the interview. So no duration is made
of them, and what only makes sense at the table is refused.
"""

import re
from datetime import date

from interviews.core.commands import (
    Command,
    ShiftRecording,
    StopRecording,
    TakeNote,
    TogglePause,
    ToggleRecording,
    ToggleTranscribing,
)
from interviews.core.events import Refusal, Resumed
from interviews.core.state import Interview

_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_NORWEGIAN_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


def refusal_of(interview: Interview, command: Command) -> Refusal | None:
    """Why a command makes no sense in an interview, if it is such a one; None where it may be tried."""
    if not interview.started.afterwards:
        return None
    match command:
        case TakeNote(back=back) if back:
            return Refusal("ago_afterwards")
        case ToggleRecording() | StopRecording() | ShiftRecording() | ToggleTranscribing():
            return Refusal("recorder_afterwards")
        case TogglePause():
            return Refusal("pause_afterwards")
        case _:
            return None


def read_date(given: str) -> str | None:
    """A date as logs have it, from 2026-11-20, 2026-11, 2026 or 20.11.2026; None where it is none."""
    norwegian = _NORWEGIAN_DATE.fullmatch(given.strip())
    text = f"{norwegian[3]}-{norwegian[2]:>02}-{norwegian[1]:>02}" if norwegian is not None else given.strip()
    if _DATE.fullmatch(text) is None:
        return None
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
    except ValueError:
        return None
    return text


def date_of(interview: Interview) -> str:
    """The date and time of an interview as its log tells it; of one entered afterwards only what was said of it."""
    started = interview.started
    if not started.afterwards:
        return started.wall
    said = (act.date for act in interview.events() if isinstance(act, Resumed) and act.date)
    return started.date or next(said, "")
