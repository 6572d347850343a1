"""Commands of the screen, and slash words that mean one."""

from typing import Literal

from guide.frozen import Value
from interviews.core import commands as do
from interviews.core.commands import Command
from tui.input.actions import act_of

CardChoice = Literal["opening", "probes", "parked", "left", "think", "bridge", "guide"]


class ShowHelp(Value):
    """Show every key."""


class ShowPalette(Value):
    """Open the palette of acts."""


class ToggleCurtain(Value):
    """Hide guide and notes from other eyes, or show them again."""


class ShowCard(Value):
    """Open a card of points to tick."""

    card: CardChoice


class TickPlace(Value):
    """Tick the point that stands in this place, from 1, of the card that is open."""

    place: int


class TickProbes(Value):
    """Tick these probes of the question in hand, by their numbers."""

    places: tuple[int, ...]


class ShowConcept(Value):
    """Give a concept's clarification; said again while it is shown, its next longer form."""

    concept: str


class GoOn(Value):
    """End a pause, else what is off the record; ``off_record`` is about the latter alone."""

    off_record: bool = False


class ClearAll(Value):
    """Answer for all the notes of which it is asked whether they may be used."""

    usable: bool


class EditLast(Value):
    """Put the last note on the line to be changed."""


class FillBookmarks(Value):
    """Walk through the bookmarks that have no words."""


class AcceptOffer(Value):
    """Accept what the program offers: one more question that the last note is about."""


class TellTime(Value):
    """Say how the talk stands against its plan, and what there is still time for."""


class OpenVerdict(Value):
    """Open the card on which a question of the guide, or the one in hand, gets its verdict, in a pilot."""

    question: str | None = None


class BeginClosing(Value):
    """Begin the closing, or go on with it."""


class CloseOpen(Value):
    """Close what is open."""


class Scroll(Value):
    """Scroll the conversation one page up (-1) or down (1)."""

    pages: int


class Quit(Value):
    """Leave; an interview that has not ended can be taken up again."""


ScreenIntent = (
    ShowHelp
    | ShowPalette
    | ToggleCurtain
    | ShowCard
    | TickPlace
    | TickProbes
    | ShowConcept
    | GoOn
    | ClearAll
    | EditLast
    | FillBookmarks
    | AcceptOffer
    | TellTime
    | OpenVerdict
    | BeginClosing
    | CloseOpen
    | Scroll
    | Quit
)
Intent = Command | ScreenIntent


PLAIN: dict[str, Intent] = {
    "next": do.AskNext(),
    "probes": ShowCard("probes"),
    "bridge": ShowCard("bridge"),
    "opening": ShowCard("opening"),
    "guide": ShowCard("guide"),
    "parked": ShowCard("parked"),
    "mark": do.TakeNote("", "bookmark"),
    "edit": EditLast(),
    "fill": FillBookmarks(),
    "help": ShowHelp(),
    "palette": ShowPalette(),
    "curtain": ToggleCurtain(),
    "up": Scroll(-1),
    "down": Scroll(1),
    "close": CloseOpen(),
    "undo": do.Undo(),
    "rec": do.ToggleRecording(),
    "positive": do.MarkSide("positive"),
    "negative": do.MarkSide("negative"),
    "link": AcceptOffer(),
    "left": ShowCard("left"),
    "verdict": OpenVerdict(),
    "think": ShowCard("think"),
    "time": TellTime(),
    "offrecord": do.ToggleTranscribing(),
    "stop": do.Stop(),
    "pause": do.TogglePause(),
    "continue": GoOn(),
    "end": BeginClosing(),
    "quit": Quit(),
}
"""What the slash words that take no words mean."""


def plain_meaning(word: str) -> Intent | None:
    """What a slash word that takes no words means, in either language."""
    act = act_of(word)
    return None if act is None else PLAIN.get(act.slash)
