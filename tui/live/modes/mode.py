"""A mode of the live screen."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from guide.frozen import NOTHING, Value
from guide.model import Question
from interviews.core.events import Event, Refusal
from tui.input.cards import Card
from tui.input.context import Context
from tui.input.screen_commands import Intent
from tui.translator import N_

if TYPE_CHECKING:
    from tui.live.closing_flow import ClosingFlow
    from tui.live.live_controller import LiveController
    from tui.live.view_state import ViewState


class Mode(Value):
    """What keys mean now, with the card, the prompt and the row of keys that say so.

    The values below are those of the talk; a mode says what is otherwise while it lasts. Its fields are what it is about:
    which note, which question, what comes next.
    """

    talks: ClassVar[bool] = False
    """Questions are asked, and probes ticked by their numbers."""
    closes: ClassVar[bool] = False
    """The closing has begun, and ``/end`` goes on with it."""
    writes: ClassVar[bool] = False
    """A line is nothing but words, however it begins."""
    sorts: ClassVar[bool] = False
    """After the end: signs and digits decide, and words are a reflexive note."""
    unmasks: ClassVar[bool] = True
    """Enter on an empty line puts back what was masked just now."""
    invites: ClassVar[bool] = True
    """An empty line says that a note may be written."""
    keys: ClassVar[Mapping[str, Intent]] = NOTHING
    """Where a line is nothing but words: what keys mean while there is none."""

    @property
    def resting(self) -> "Mode":
        """The step that is come back to once nothing is being written, judged or listened to."""
        return self

    @property
    def staying(self) -> "Mode":
        """What the writing of a note comes back to."""
        return self

    @property
    def lasting(self) -> "Mode":
        """The mode to come back to once nothing is being filled, sorted, judged or edited."""
        return self.resting if self.resting is self else self.resting.lasting

    @property
    def unwritten(self) -> "Mode":
        """What is left when Esc takes away what stood on the line."""
        return self

    @property
    def note(self) -> int | None:
        """The seq of the note whose words stand on the line."""
        return None

    def enter(self, flow: "ClosingFlow") -> None:
        """Enter on an empty line."""
        raise NotImplementedError

    def escape(self, flow: "ClosingFlow") -> None:
        """Esc on an empty line, once nothing lies over its card."""
        table, card = flow.table, flow.table.card
        flow.talk_on()
        if card is not None and card.name == "opening" and table.interview.hand is None:
            table.say(N_("Opening closed · /opening shows it again"))

    def digit(self, _flow: "ClosingFlow", _place: int) -> bool | None:
        """Take what stands in this place of the card that is open; whether it was done, None where it is a tick."""
        return None

    def words(self, _line: str, _context: Context, _flow: "ClosingFlow") -> Intent | Refusal | None:
        """What Enter would do with this line; None where it does what it always does."""
        return None

    def ahead(self, table: "ViewState") -> Question | None:
        """The question that Enter on an empty line would ask."""
        return table.suggested

    def card(self, _table: "ViewState") -> Card | None:
        """The card that it stands on."""
        return None

    def prompt(self, _desk: "LiveController") -> str:
        """What words become, where something waits for them."""
        return ""

    def hints(self, _desk: "LiveController") -> str:
        """The row of keys; empty where it is the one that there always is."""
        return ""

    def is_called(self, _before: "Mode", card: Card | None) -> bool:
        """Whether what came up is what the key asked for by name, and needs no second look."""
        return card is not None and (card.passing or card.name == "opening")

    def doubts(self, _line: str) -> bool:
        """Whether words may have been meant for something else, and are asked about once."""
        return False

    def edited(self, flow: "ClosingFlow") -> None:
        """A note that was there has its words: ``Edited``, ``Filled``, or the same as before; a new one is `took`'s."""

    def took(self, flow: "ClosingFlow", act: Event) -> None:
        """Any other act was done: no question, no end, no undo, no words for a note that was there."""

    def undone(self, flow: "ClosingFlow", act: Event) -> None:
        """An act was taken back."""

    @classmethod
    def begin(cls, _flow: "ClosingFlow") -> bool:
        """As a step after the end: take it up; False where there is nothing to do in it."""
        return False

    @classmethod
    def again(cls, _flow: "ClosingFlow") -> bool:
        """As a step after the end: come back to it from a later one; False where there is nothing."""
        return False

    def back_within(self, _flow: "ClosingFlow") -> bool:
        """Go one back within this step after the end; False at its beginning."""
        return False
