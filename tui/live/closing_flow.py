"""How an interview closes, step by step.

What is open, the closing question, the debriefing, bookmarks, a reflexive note.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from interviews.core import commands as do
from interviews.core.events import Cleared, Event, Stopped
from interviews.core.notes import empty_bookmarks
from tui.input import cards
from tui.live.attention import Attention
from tui.live.modes import (
    CLOSING_STEPS,
    Clearing,
    Closing,
    Debriefing,
    Editing,
    Filling,
    Marking,
    Mode,
    Reflecting,
    Talking,
)
from tui.live.view_state import ViewState
from tui.translator import N_

if TYPE_CHECKING:
    from tui.live.pilot_flow import PilotFlow


def _jury_of(
    table: ViewState, act: Callable[[do.Command], bool], afterwards: Callable[[], None], attention: Attention
) -> "PilotFlow | None":
    if table.interview.started.mode != "pilot":
        return None
    from tui.live.pilot_flow import PilotFlow  # interviews do without

    return PilotFlow(table, act, afterwards, attention)


class ClosingFlow:
    """Goes from mode to mode, each with its card; each step of the closing and after it can be skipped.

    ``act`` gives the interview a command, ``leave`` leaves the screen. ``offered`` are the questions whose mark was
    offered, ``marked_here`` and ``cleared_here`` what was gone through in this sitting.
    """

    def __init__(
        self, table: ViewState, act: Callable[[do.Command], bool], leave: Callable[[], None], attention: Attention
    ) -> None:
        self.table = table
        self.act = act
        self.leave = leave
        self.offered: frozenset[str] = frozenset()
        self.cleared_here: tuple[int, ...] = ()
        self.marked_here: tuple[str, ...] = ()
        self.jury = _jury_of(table, act, self.after_round, attention)

    def go_on(self) -> None:
        """Enter on an empty line."""
        if self._is_pilots() and self.jury is not None:
            self.jury.go_on()
        else:
            self.table.mode.enter(self)

    def go_back(self) -> None:
        """Esc on an empty line: what lies on top closes, else one step back; it ends and leaves nothing."""
        if self._is_pilots() and self.jury is not None:
            self.jury.go_back()
        elif not self.uncover():
            self.table.mode.escape(self)

    def turn_to(self, mode: Mode) -> None:
        """Take up a mode, on its card."""
        self.table.mode = mode
        self.table.card = mode.card(self.table)

    def close(self) -> None:
        """``/end``: first what is uncovered and parked, then each time one step on."""
        if self.table.over:
            self.afterwards()
        elif self.table.mode.closes:
            self.go_on()
        elif self.table.interview.started.afterwards:
            self.debrief()
        else:
            self.begin_closing()

    def begin_closing(self) -> None:
        """What is uncovered and parked, and then the closing questions."""
        self.turn_to(Closing())
        card = self.table.card
        self.offered = frozenset(point.id for point in card.points) if card is not None and card.marks else frozenset()

    def debrief(self) -> None:
        """Open the debriefing's card; a guide without one ends here."""
        if not self.table.interview.guide.after and not self.table.over:
            self.act(do.End())
        else:
            self.turn_to(Debriefing())

    def afterwards(self) -> None:
        """The interview has ended: in a pilot what has no verdict comes first, while the peer is still there."""
        self.marked_here, self.cleared_here = (), ()
        if self.jury is None or not self.jury.begin_round():
            self.after_round()

    def after_round(self) -> None:
        """Bookmarks without words, what lacks a mark, what is off the record, open follow-ups, the reflexive note."""
        if self.table.over:
            self._begin_first(CLOSING_STEPS)

    def go_on_after(self, mode: Mode) -> None:
        """On to the next step after the end in which there is something to do."""
        self._begin_first(CLOSING_STEPS[[*CLOSING_STEPS, Reflecting].index(type(mode)) + 1 :])

    def _begin_first(self, steps: tuple[type[Mode], ...]) -> None:
        if not any(step.begin(self) for step in steps):
            self.reflect()

    def one_back(self, mode: Mode) -> None:
        """After the end: back to what was in turn before; the end itself is taken back by an undo alone."""
        if mode.back_within(self):
            return
        before = CLOSING_STEPS[: [*CLOSING_STEPS, Reflecting].index(type(mode))]
        if any(step.again(self) for step in reversed(before)) or (self.jury is not None and self.jury.begin_round()):
            return
        if self.table.card is None:
            self.reflect()
        self.table.say(N_("First step after the interview. Enter: on · Ctrl+Z: undo · Ctrl+Q: leave"))

    def reflect(self) -> None:
        """The last step: a reflexive note."""
        self.turn_to(Reflecting())

    def clear_all(self, *, usable: bool) -> bool:
        """Answer for all the notes of which it is asked whether they may be used."""
        mode = self.table.mode
        return isinstance(mode, Clearing) and mode.clear_all(self, usable=usable)

    def ask_to_clear(self, queue: tuple[int, ...]) -> None:
        """Ask whether these notes may be used."""
        self.cleared_here = queue
        self.turn_to(Clearing(queue))

    def offer_marks(self, queue: tuple[str, ...]) -> None:
        """Offer what lacks nothing but a mark."""
        self.offered |= set(queue)
        self.marked_here = queue
        self.turn_to(Marking(queue))

    def empty(self) -> tuple[int, ...]:
        """The bookmarks that have no words."""
        return tuple(note.seq for note in empty_bookmarks(self.table.interview))

    def fill(self, queue: tuple[int, ...], place: int = 0) -> None:
        """Put words to these bookmarks."""
        back = Reflecting() if self.table.over else self.table.mode.lasting
        self.turn_to(Filling(queue, place, back))

    def on_filled(self, filling: Filling) -> None:
        """The last bookmark has its words, or is left without."""
        if isinstance(filling.lasting, Reflecting):
            self.go_on_after(filling)
        else:
            self.come_back(filling.lasting)

    def write_on(self, note: int | None) -> None:
        """A line that was kept comes back to what it was for: a bookmark, a note to be changed, else no note at all."""
        table, empty = self.table, self.empty()
        if note is None:
            if table.mode.sorts or table.mode.note is not None:
                self.come_back(table.mode.lasting)
        elif note in empty:
            self.fill(empty, empty.index(note))
        else:
            self.edit(note)

    def edit(self, note: int) -> None:
        """Change the words of a note, and then go on with what was before."""
        self.table.mode = Editing(note, self.table.mode.staying)

    def talk_on(self) -> None:
        """Back in the talk, without a card."""
        self.table.mode, self.table.card = Talking(), None

    def on_asked(self, question: str) -> None:
        """A question was asked: its card closes what was open, and one of the talk's leads back into the talk."""
        table = self.table
        if table.mode.writes or table.mode.sorts or table.over:
            return
        table.mode, table.card = table.mode.lasting, None
        if not any(one.id == question for one in table.interview.guide.closing):
            table.mode = Talking()
        elif table.mode.closes:
            table.mode = Closing()

    def on_undone(self, act: Event, *, was_over: bool) -> None:
        """An act was taken back: the end leads back to where it was closed, all else to where it was done."""
        table = self.table
        if self.jury is not None and self.jury.on_undone(act):
            return
        if isinstance(act, Stopped):
            self.talk_on()
        elif was_over and not table.over:
            self.come_back(Debriefing() if table.interview.guide.after else Talking())
        elif isinstance(act, Cleared) and table.over and not isinstance(table.mode, Clearing):
            Clearing.begin(self)
        else:
            table.mode.undone(self, act)

    def _is_pilots(self) -> bool:
        """Whether the card that is open is about the guide itself."""
        return self.table.card is not None and self.table.card.pilots

    def uncover(self) -> bool:
        """Close a card that lies over another, and show that one again."""
        card = self.table.card
        if card is None or card.under is None:
            return False
        self.table.card = cards.refresh_card(card.under, self.table.interview, self.table._)
        return True

    def come_back(self, mode: Mode) -> None:
        """A mode that goes on where it was; the closing without its first card."""
        if isinstance(mode, Debriefing):
            self.debrief()
        elif isinstance(mode, Closing):
            self.table.mode, self.table.card = mode, None
        else:
            self.turn_to(mode)
