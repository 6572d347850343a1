"""Commands of the screen."""

from typing import Literal

from guide.frozen import Value
from interviews.core.commands import Command

CardChoice = Literal["opening", "probes", "parked", "left", "think", "bridge", "guide"]


class ScreenCommand(Value):
    """What is asked of the screen and not of the interview."""


class ShowHelp(ScreenCommand):
    """Show every key."""


class ShowPalette(ScreenCommand):
    """Open the palette of acts."""


class ToggleCurtain(ScreenCommand):
    """Hide guide and notes from other eyes, or show them again."""


class ShowCard(ScreenCommand):
    """Open a card of points to tick."""

    card: CardChoice


class TickPlace(ScreenCommand):
    """Tick the point that stands in this place, from 1, of the card that is open."""

    place: int


class TickProbes(ScreenCommand):
    """Tick these probes of the question in hand, by their numbers."""

    places: tuple[int, ...]


class ShowConcept(ScreenCommand):
    """Give a concept's clarification; said again while it is shown, its next longer form."""

    concept: str


class GoOn(ScreenCommand):
    """End a pause, else what is off the record; ``off_record`` is about the latter alone."""

    off_record: bool = False


class ClearAll(ScreenCommand):
    """Answer for all the notes of which it is asked whether they may be used."""

    usable: bool


class EditLast(ScreenCommand):
    """Put the last note on the line to be changed."""


class FillBookmarks(ScreenCommand):
    """Walk through the bookmarks that have no words."""


class AcceptOffer(ScreenCommand):
    """Accept what the program offers: one more question that the last note is about."""


class TellTime(ScreenCommand):
    """Say how the talk stands against its plan, and what there is still time for."""


class OpenVerdict(ScreenCommand):
    """Open the card on which a question of the guide, or the one in hand, gets its verdict, in a pilot."""

    question: str | None = None


class BeginClosing(ScreenCommand):
    """Begin the closing, or go on with it."""


class CloseOpen(ScreenCommand):
    """Close what is open."""


class Scroll(ScreenCommand):
    """Scroll the conversation one page up (-1) or down (1)."""

    pages: int


class Quit(ScreenCommand):
    """Leave; an interview that has not ended can be taken up again."""


Intent = Command | ScreenCommand
"""What a line, a key or the mouse asks for."""
