"""Steps after the end that sort what is left.

Signs and digits decide in them, and words are a reflexive note.
"""

from typing import TYPE_CHECKING, ClassVar

from interviews.core import commands as do
from interviews.core.coverage import questions_without_mark
from interviews.core.events import Dropped, Event, Met, Noted, Returned
from interviews.core.notes import follow_ups, notes, notes_to_ask_about
from tui.input import cards
from tui.input import screen_commands as show
from tui.input.cards import Card
from tui.input.context import Context
from tui.input.screen_commands import Intent
from tui.live.modes.mode import Mode
from tui.live.modes.writing import Reflecting
from tui.translator import N_

if TYPE_CHECKING:
    from tui.live.closing_flow import ClosingFlow
    from tui.live.live_controller import LiveController
    from tui.live.view_state import ViewState


class Sorting(Mode):
    """What the three have in common; ``queue`` holds what is gone through."""

    sorts: ClassVar[bool] = True

    @property
    def lasting(self) -> Mode:
        """What comes after all of them."""
        return Reflecting()

    def enter(self, flow: "ClosingFlow") -> None:
        """On to the next step: what was left can be done in the review."""
        flow.go_on_after(self)

    def escape(self, flow: "ClosingFlow") -> None:
        """One step back."""
        flow.one_back(self)

    def words(self, line: str, context: Context, _: "ClosingFlow") -> Intent | None:
        """A reflexive note."""
        return do.TakeNote(line, "reflexive") if context.is_words(line) else None

    def took(self, flow: "ClosingFlow", act: Event) -> None:
        """A reflexive note: the writing has begun, and what is left stays as it is."""
        if isinstance(act, Noted) and act.kind == "reflexive":
            flow.reflect()


class Marking(Sorting):
    """What was asked and has notes but no mark is offered, after the end; ``queue`` holds the questions' ids."""

    queue: tuple[str, ...]

    @classmethod
    def begin(cls, flow: "ClosingFlow") -> bool:
        """Offer what was not offered and left before; False where there is nothing."""
        queue = tuple(id for id in questions_without_mark(flow.table.interview) if id not in flow.offered)
        if queue:
            flow.offer_marks(queue)
        return bool(queue)

    @classmethod
    def again(cls, flow: "ClosingFlow") -> bool:
        """Offer the same as before."""
        if flow.marked_here:
            flow.offer_marks(flow.marked_here)
        return bool(flow.marked_here)

    def back_within(self, flow: "ClosingFlow") -> bool:
        """It has no beginning but itself; Enter comes to it again."""
        flow.offered -= set(self.queue)
        return False

    def card(self, table: "ViewState") -> Card:
        """The questions."""
        return cards.marking_card(table.interview, table._, self.queue)

    def hints(self, desk: "LiveController") -> str:
        """The keys of the card."""
        card = desk.table.card
        if card is None or not card.marks or desk.line.text:
            return ""
        return (
            N_("+ Enter: all covered   1…9 one by one, again: not after all   Enter leave them")
            if card.unmarked
            else N_("1…9 not after all   Enter goes on   Esc back")
        )


class Clearing(Sorting):
    """It is asked whether notes from off the record may be used; ``queue`` holds their seqs."""

    queue: tuple[int, ...]

    @classmethod
    def begin(cls, flow: "ClosingFlow") -> bool:
        """Ask about what nobody has answered for; never in practice."""
        queue = tuple(note.seq for note in notes_to_ask_about(flow.table.interview))
        if not queue or flow.table.interview.started.mode == "practice":
            return False
        flow.ask_to_clear(queue)
        return True

    @classmethod
    def again(cls, flow: "ClosingFlow") -> bool:
        """The answers stand on the card, to be changed."""
        still = tuple(note.seq for note in notes_to_ask_about(flow.table.interview))
        queue = _standing(flow.table, tuple(dict.fromkeys((*flow.cleared_here, *still))))
        if queue:
            flow.ask_to_clear(queue)
        return bool(queue)

    def digit(self, flow: "ClosingFlow", place: int) -> bool | None:
        """A note, as the card has it, may be used; again: it may not."""
        table, card = flow.table, flow.table.card
        if card is None or not card.clears:
            return None
        seq = int(card.points[place - 1].id)
        use = next((note.use for note in notes(table.interview) if note.seq == seq), None)
        return flow.act(do.ClearNotes((seq,), usable=use != "usable"))

    def words(self, line: str, context: Context, flow: "ClosingFlow") -> Intent | None:
        """A sign alone answers for all."""
        if line.strip() in ("+", "-") and not context.literal:
            return show.ClearAll(usable=line.strip() == "+")
        return super().words(line, context, flow)

    def clear_all(self, flow: "ClosingFlow", *, usable: bool) -> bool:
        """All that nobody has answered for yet; where all is answered, all of them anew."""
        queue = _standing(flow.table, self.queue)
        still = {note.seq for note in notes_to_ask_about(flow.table.interview)}
        asked = tuple(seq for seq in queue if seq in still) or queue
        return flow.act(do.ClearNotes(asked, usable=usable))

    def took(self, flow: "ClosingFlow", act: Event) -> None:
        """A note taken meanwhile may have to be asked about too."""
        super().took(flow, act)
        if isinstance(act, Noted) and flow.table.mode is self:
            still = tuple(note.seq for note in notes_to_ask_about(flow.table.interview))
            flow.ask_to_clear(tuple(dict.fromkeys((*_standing(flow.table, self.queue), *still))))

    def card(self, table: "ViewState") -> Card:
        """The notes, as they are answered now."""
        return cards.clear_card(table.interview, self.queue, table._)

    def hints(self, desk: "LiveController") -> str:
        """The keys of the card, or of a sign on the line."""
        card = desk.table.card
        if desk.line.text:
            return N_("enter does it   esc clears") if isinstance(desk.meaning(), show.ClearAll) else ""
        return (
            N_("+ Enter: may be used   - Enter: not   1…9 one, again: not   Enter: later")
            if card is not None and card.unmarked
            else N_("+ Enter: may be used   - Enter: not   1…9 changes   Enter goes on   Esc back")
        )


class Settling(Sorting):
    """Follow-ups still open after the end get their fate; ``queue`` holds their numbers, ``place`` which is in turn."""

    queue: tuple[int, ...]
    place: int = 0

    @classmethod
    def begin(cls, flow: "ClosingFlow", *, last: bool = False) -> bool:
        """Walk through the open follow-ups, or come back to the last; False where there is none."""
        queue = _parked(flow.table)
        if queue:
            flow.turn_to(cls(queue, len(queue) - 1 if last else 0))
        return bool(queue)

    @classmethod
    def again(cls, flow: "ClosingFlow") -> bool:
        """Come back to it from a later step."""
        return cls.begin(flow, last=True)

    def enter(self, flow: "ClosingFlow") -> None:
        """On to the next one that is open, or past the last; what stays open is offered before the next interview."""
        parked = _parked(flow.table)
        ahead = next((number for number in self.queue[self.place + 1 :] if number in parked), None)
        if ahead is None:
            flow.go_on_after(self)
        else:
            flow.turn_to(self.but(place=self.queue.index(ahead)))

    def back_within(self, flow: "ClosingFlow") -> bool:
        """To the follow-up before that is still open."""
        parked = _parked(flow.table)
        before = [at for at in range(self.place) if self.queue[at] in parked]
        if before:
            flow.turn_to(self.but(place=before[-1]))
        return bool(before)

    def digit(self, flow: "ClosingFlow", place: int) -> bool | None:
        """What became of the follow-up in turn: 1 returned to, 2 answered meanwhile, 3 let go."""
        card, number = flow.table.card, self.queue[self.place]
        if card is not None and (card.name is not None or card.picks or card.marks):
            return None
        fates: tuple[do.Command, ...] = (do.ReturnTo(number), do.CallMet(number), do.Drop(number))
        return flow.act(fates[place - 1])

    def took(self, flow: "ClosingFlow", act: Event) -> None:
        """The one in turn got its fate: on to the next that is open."""
        super().took(flow, act)
        settled = isinstance(act, Returned | Met | Dropped)
        if settled and self.queue[self.place] not in _parked(flow.table):
            self.enter(flow)

    def undone(self, flow: "ClosingFlow", act: Event) -> None:
        """A fate was taken back: that one is in turn again."""
        if isinstance(act, Returned | Met | Dropped) and act.follow_up in self.queue:
            flow.turn_to(self.but(place=self.queue.index(act.follow_up)))

    def card(self, table: "ViewState") -> Card:
        """The follow-up in turn."""
        number = self.queue[self.place]
        note = next(note for note in follow_ups(table.interview) if note.follow_up == number)
        return cards.settle_card(note, table._)

    def hints(self, desk: "LiveController") -> str:
        """The keys of the card."""
        return "" if desk.line.text else N_("1 2 3 what became of it   enter takes it on   esc back")


def _standing(table: "ViewState", queue: tuple[int, ...]) -> tuple[int, ...]:
    """Those of the notes that have not been taken back."""
    there = {note.seq for note in notes(table.interview)}
    return tuple(seq for seq in queue if seq in there)


def _parked(table: "ViewState") -> tuple[int, ...]:
    """The numbers of the open follow-ups."""
    parked = follow_ups(table.interview)
    return tuple(note.follow_up for note in parked if note.state == "open" and note.follow_up is not None)
