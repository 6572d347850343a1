"""What Enter and Esc mean just now: talking, closing, the debriefing, or putting words to something."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Talking:
    """The interview goes on."""


@dataclass(frozen=True, slots=True)
class Closing:
    """The closing has begun: what is uncovered was shown, the closing questions are next."""


@dataclass(frozen=True, slots=True)
class Debriefing:
    """The card of points for after the last question is open; when it closes the interview has ended."""


@dataclass(frozen=True, slots=True)
class Reflecting:
    """Reflexive notes are written after the interview."""


Lasting = Talking | Closing | Debriefing | Reflecting


@dataclass(frozen=True, slots=True)
class Filling:
    """Words are put to bookmarks; ``queue`` holds their seqs, ``place`` which is in turn, ``back`` what comes after."""

    queue: tuple[int, ...]
    place: int = 0
    back: Lasting = field(default_factory=Talking)


@dataclass(frozen=True, slots=True)
class Editing:
    """A note stands on the line to be changed; ``note`` is its seq, ``back`` what comes after."""

    note: int
    back: Lasting = field(default_factory=Talking)


Mode = Lasting | Filling | Editing
WRITING = (Filling, Reflecting, Editing)
"""Modes in which a line is nothing but words."""


def lasting(mode: Mode) -> Lasting:
    """The mode to come back to once nothing is being filled or edited."""
    return mode.back if isinstance(mode, Filling | Editing) else mode
