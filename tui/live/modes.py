"""What Enter and Esc mean just now: talking, closing, the debriefing, or putting words to something."""

from guide.values import Value


class Talking(Value):
    """The interview goes on."""


class Closing(Value):
    """The closing has begun: what is uncovered was shown, the closing questions are next."""


class Debriefing(Value):
    """The card of points for after the last question is open; when it closes the interview has ended."""


class Reflecting(Value):
    """Reflexive notes are written after the interview."""


Lasting = Talking | Closing | Debriefing | Reflecting


class Filling(Value):
    """Words are put to bookmarks; ``queue`` holds their seqs, ``place`` which is in turn, ``back`` what comes after."""

    queue: tuple[int, ...]
    place: int = 0
    back: Lasting = Talking()


class Settling(Value):
    """Follow-ups still open after the end get their fate; ``queue`` holds their numbers, ``place`` which is in turn."""

    queue: tuple[int, ...]
    place: int = 0


class Editing(Value):
    """A note stands on the line to be changed; ``note`` is its seq, ``back`` what comes after."""

    note: int
    back: Lasting | Settling = Talking()


Mode = Lasting | Filling | Settling | Editing
WRITING = (Filling, Reflecting, Editing)
"""Modes in which a line is nothing but words."""


def lasting(mode: Mode) -> Lasting:
    """The mode to come back to once nothing is being filled, settled or edited."""
    back = mode.back if isinstance(mode, Filling | Editing) else mode
    return Reflecting() if isinstance(back, Settling) else back
