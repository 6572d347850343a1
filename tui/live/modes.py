"""Modes: what Enter and Esc mean now."""

from typing import Literal

from guide.frozen import Value
from interviews.core.events import Prompt, VerdictKind

Step = Literal["verdict", "reason", "wording", "place", "done"]


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


class Clearing(Value):
    """It is asked whether notes from off the record may be used; ``queue`` holds their seqs."""

    queue: tuple[int, ...]


class Marking(Value):
    """What was asked and has notes but no mark is offered, after the end; ``queue`` holds the questions' ids."""

    queue: tuple[str, ...]


Resting = Lasting | Marking | Clearing | Settling
"""The steps of an interview: where it rests when nothing is being written, judged or listened to."""

SORTING = (Marking, Clearing, Settling)
"""The steps after the end in which signs and digits decide, and words are a reflexive note."""


class Judging(Value):
    """A question of the guide gets its verdict, step by step; ``back`` is what comes after.

    In the round after a pilot ``queue`` holds the questions to go through, and at its last step, ``done``, ``question``
    is empty.
    """

    question: str
    step: Step = "verdict"
    verdict: VerdictKind = "keep"
    queue: tuple[str, ...] = ()
    in_round: bool = False
    back: Resting = Talking()


class Listening(Value):
    """The peer answers what was asked about a question; ``question`` is None before the first."""

    prompt: Prompt
    question: str | None
    back: "Resting | Judging" = Talking()


Staying = Resting | Judging | Listening
"""What the writing of a note comes back to."""


class Editing(Value):
    """A note stands on the line to be changed; ``note`` is its seq, ``back`` what comes after."""

    note: int
    back: Staying = Talking()


Mode = Staying | Filling | Editing
WRITING = (Filling, Reflecting, Editing)
"""Modes in which a line is nothing but words."""


def staying(mode: Mode) -> Staying:
    """The mode that writing a note comes back to."""
    return mode.back if isinstance(mode, Filling | Editing) else mode


def resting(mode: Mode) -> Resting:
    """The step that is come back to once nothing is being written, judged or listened to."""
    match mode:
        case Filling(back=back) | Editing(back=back) | Judging(back=back) | Listening(back=back):
            return resting(back)
        case _:
            return mode


def lasting(mode: Mode) -> Lasting:
    """The mode to come back to once nothing is being filled, sorted, judged or edited."""
    step = resting(mode)
    return Reflecting() if isinstance(step, SORTING) else step
