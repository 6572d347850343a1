"""What a line or a key asks of the screen itself, beside the commands that go to the interview."""

from dataclasses import dataclass
from typing import Literal

from interviews.commands import Command

CardChoice = Literal["opening", "probes", "parked"]


@dataclass(frozen=True, slots=True)
class ShowHelp:
    """Show every key."""


@dataclass(frozen=True, slots=True)
class ShowPalette:
    """Open the palette of acts."""


@dataclass(frozen=True, slots=True)
class ToggleCurtain:
    """Hide guide and notes from other eyes, or show them again."""


@dataclass(frozen=True, slots=True)
class ShowCard:
    """Open a card of points to tick."""

    card: CardChoice


@dataclass(frozen=True, slots=True)
class TickPlace:
    """Tick the point that stands in this place, from 1, of the card that is open."""

    place: int


@dataclass(frozen=True, slots=True)
class ShowConcept:
    """Give a concept's clarification; said again while it is shown, its next longer form."""

    concept: str


@dataclass(frozen=True, slots=True)
class EditLast:
    """Put the last note on the line to be changed."""


@dataclass(frozen=True, slots=True)
class FillBookmarks:
    """Walk through the bookmarks that have no words."""


@dataclass(frozen=True, slots=True)
class BeginClosing:
    """Begin the closing, or go on with it."""


@dataclass(frozen=True, slots=True)
class CloseOpen:
    """Close what is open."""


@dataclass(frozen=True, slots=True)
class Scroll:
    """Scroll the conversation one page up (-1) or down (1)."""

    pages: int


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave; an interview that has not ended can be taken up again."""


ScreenIntent = (
    ShowHelp
    | ShowPalette
    | ToggleCurtain
    | ShowCard
    | TickPlace
    | ShowConcept
    | EditLast
    | FillBookmarks
    | BeginClosing
    | CloseOpen
    | Scroll
    | Quit
)
Intent = Command | ScreenIntent
