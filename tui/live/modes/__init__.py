"""Modes of the live screen, a class each.

What Enter, Esc, a digit and words mean now.
"""

from tui.live.modes.mode import Mode
from tui.live.modes.sorting import Clearing, Marking, Settling
from tui.live.modes.talk import Closing, Debriefing, Talking
from tui.live.modes.verdicts import Judging, Listening
from tui.live.modes.writing import Editing, Filling, Reflecting

CLOSING_STEPS: tuple[type[Mode], ...] = (Filling, Marking, Clearing, Settling)
"""The steps after the end, in their order, but for the last: ``Reflecting`` comes when none of these has anything to do."""

__all__ = (
    "CLOSING_STEPS",
    "Clearing",
    "Closing",
    "Debriefing",
    "Editing",
    "Filling",
    "Judging",
    "Listening",
    "Marking",
    "Mode",
    "Reflecting",
    "Settling",
    "Talking",
)
