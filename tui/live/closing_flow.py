"""How an interview closes, step by step.

What is open, the closing question, the debriefing, bookmarks, a reflexive note.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from interviews.core import commands as do
from interviews.core.coverage import questions_without_mark
from interviews.core.events import Cleared, Dropped, Event, Filled, Met, Refusal, Returned, Stopped
from interviews.core.handlers import is_paused
from interviews.core.notes import empty_bookmarks, follow_ups, notes, notes_to_ask_about
from tui.live import cards
from tui.live.attention import Attention
from tui.live.modes import (
    SORTING,
    WRITING,
    Clearing,
    Closing,
    Debriefing,
    Editing,
    Filling,
    Judging,
    Lasting,
    Listening,
    Marking,
    Reflecting,
    Settling,
    Talking,
    lasting,
    staying,
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
    """Steps through the closing and what comes after it; each step can be skipped."""

    def __init__(
        self, table: ViewState, act: Callable[[do.Command], bool], leave: Callable[[], None], attention: Attention
    ) -> None:
        self.table = table
        self._act = act
        self._leave = leave
        self._offered: frozenset[str] = frozenset()
        self._cleared_here: tuple[int, ...] = ()
        self._marked_here: tuple[str, ...] = ()
        self.jury = _jury_of(table, act, self.after_round, attention)

    def go_on(self) -> None:
        """Enter on an empty line."""
        if self._is_pilots() and self.jury is not None:
            self.jury.go_on()
            return
        if isinstance(self.table.mode, Debriefing) and self._uncover():
            return
        match self.table.mode:
            case Talking() | Closing() if is_paused(self.table.interview):
                self._act(do.TogglePause())
            case Talking() if self.table.interview.last(Stopped) is not None:
                self.debrief()
            case Talking():
                ahead = self.table.suggested
                self._act(do.AskNext() if ahead is None else do.AskQuestion(ahead.id))
            case Closing():
                ahead = cards.next_closing(self.table.interview)
                if ahead is not None:
                    self._act(do.AskQuestion(ahead.id))
                else:
                    self.debrief()
            case Debriefing():
                self._act(do.End())
            case Filling():
                self.next_bookmark()
            case Clearing():
                self._go_on_from(3)  # what was not answered stays left out, and can be answered in the review
            case Settling():
                self.next_parked()
            case Marking():
                self._go_on_from(2)
            case Reflecting():
                self._leave()
            case Editing():
                self.table.refuse(Refusal("empty_note"))
            case Judging() | Listening():
                self._uncover()

    def go_back(self) -> None:
        """Esc on an empty line: what lies on top closes, else one step back; it ends and leaves nothing."""
        if self._is_pilots() and self.jury is not None:
            self.jury.go_back()
            return
        if self._uncover():
            return
        card = self.table.card
        match self.table.mode:
            case Debriefing() if self.table.interview.started.afterwards:
                self._come_back(Talking())
            case Debriefing():
                self._begin_closing()
            case Filling(back=back) if not self.table.over:
                self._come_back(back)
            case Filling() | Marking() | Clearing() | Settling() | Reflecting():
                self._one_back()
            case Editing(back=back):
                self.table.mode = back
            case Closing() if card is None or not card.closing or self.table.interview.last(Stopped) is not None:
                self.table.card = None  # the closing goes on; another question leads back into the talk
            case _:
                self.table.card = None
                self.table.mode = Talking()
                if card is not None and card.name == "opening" and self.table.interview.hand is None:
                    self.table.say(N_("Opening closed · /opening shows it again"))

    def close(self) -> None:
        """``/end``: first what is uncovered and parked, then each time one step on."""
        if self.table.over:
            self.afterwards()
        elif isinstance(self.table.mode, Closing | Debriefing):
            self.go_on()
        elif self.table.interview.started.afterwards:
            self.debrief()
        else:
            self._begin_closing()

    def _begin_closing(self) -> None:
        table = self.table
        table.mode = Closing()
        stopped = table.interview.last(Stopped) is not None
        self._lay_closing((cards.card_after_stop if stopped else cards.closing_card)(table.interview, table._))

    def debrief(self) -> None:
        """Open the debriefing's card; a guide without one ends here."""
        if not self.table.interview.guide.after and not self.table.over:
            self._act(do.End())
            return
        self.table.mode = Debriefing()
        self.table.card = cards.after_card(self.table.interview, self.table._)

    def afterwards(self) -> None:
        """The interview has ended: in a pilot what has no verdict comes first, while the peer is still there."""
        self._marked_here, self._cleared_here = (), ()
        if self.jury is None or not self.jury.begin_round():
            self.after_round()

    def after_round(self) -> None:
        """Bookmarks without words, what lacks a mark, what is off the record, open follow-ups, the reflexive note."""
        if self.table.over:
            self._go_on_from(0)

    def _go_on_from(self, done: int) -> None:
        """On to the next step after the end in which there is something to do, else to the reflexive note."""
        steps = (self._begin_filling, self._begin_marking, self._begin_clearing, self._begin_settling)
        if not any(begin() for begin in steps[done:]):
            self._reflect()

    def _one_back(self) -> None:
        """After the end: back to what was in turn before; the end itself is taken back by an undo alone."""
        table, mode = self.table, self.table.mode
        match mode:
            case Filling(queue=queue, place=place) if set(queue[:place]) & set(self._empty()):
                before = [at for at in range(place) if queue[at] in self._empty()]
                self._turn_to(mode.but(place=before[-1]))
                return
            case Settling(queue=queue, place=place) if set(queue[:place]) & set(self._numbers_parked()):
                before = [at for at in range(place) if queue[at] in self._numbers_parked()]
                self._settle(mode.but(place=before[-1]))
                return
            case Marking(queue=ids):
                self._offered -= set(ids)  # Enter comes to it again
        steps = (Filling, Marking, Clearing, Settling, Reflecting)
        here = next(at for at, step in enumerate(steps) if isinstance(mode, step))
        again = (self._fill_again, self._mark_again, self._clear_again, self._settle_again)
        if any(step() for step in reversed(again[:here])) or (self.jury is not None and self.jury.begin_round()):
            return
        if table.card is None:
            self._reflect()
        table.say(N_("First step after the interview. Enter: on · Ctrl+Z: undo · Ctrl+Q: leave"))

    def _fill_again(self) -> bool:
        return self._begin_filling(last=True)

    def _mark_again(self) -> bool:
        if self._marked_here:
            self._offer_marks(self._marked_here)
        return bool(self._marked_here)

    def _clear_again(self) -> bool:
        """The answers stand on the card, to be changed."""
        still = tuple(note.seq for note in notes_to_ask_about(self.table.interview))
        queue = self._standing(tuple(dict.fromkeys((*self._cleared_here, *still))))
        if queue:
            self._ask_to_clear(queue)
        return bool(queue)

    def _settle_again(self) -> bool:
        queue = self._numbers_parked()
        if queue:
            self._settle(Settling(queue, len(queue) - 1))
        return bool(queue)

    def on_stop(self) -> None:
        """The informant wished to stop: to the closing in one step, and nothing more is asked."""
        self._begin_closing()

    def _lay_closing(self, card: cards.Card) -> None:
        self.table.card = card
        self._offered = frozenset(point.id for point in card.points) if card.marks else frozenset()

    def clear(self, place: int) -> bool:
        """A digit: this note, as the card has it, may be used; again: it may not."""
        card = self.table.card
        if card is None or not card.clears:
            return False
        seq = int(card.points[place - 1].id)
        use = next((note.use for note in notes(self.table.interview) if note.seq == seq), None)
        return self._act(do.ClearNotes((seq,), usable=use != "usable"))

    def clear_all(self, *, usable: bool) -> bool:
        """All that nobody has answered for yet; where all is answered, all of them anew."""
        mode = self.table.mode
        if not isinstance(mode, Clearing):
            return False
        queue = self._standing(mode.queue)
        still = {note.seq for note in notes_to_ask_about(self.table.interview)}
        asked = tuple(seq for seq in queue if seq in still) or queue
        return self._act(do.ClearNotes(asked, usable=usable))

    def _standing(self, queue: tuple[int, ...]) -> tuple[int, ...]:
        """Those of the notes that have not been taken back."""
        there = {note.seq for note in notes(self.table.interview)}
        return tuple(seq for seq in queue if seq in there)

    def settle(self, place: int) -> bool:
        """What became of the follow-up in turn: 1 returned to, 2 answered meanwhile, 3 let go."""
        mode = self.table.mode
        if not isinstance(mode, Settling):
            return False
        number = mode.queue[mode.place]
        fates: tuple[do.Command, ...] = (do.ReturnTo(number), do.CallMet(number), do.Drop(number))
        return self._act(fates[place - 1])

    def next_parked(self) -> None:
        """On to the next follow-up, or past the last; what stays open is offered before the next interview."""
        mode, parked = self.table.mode, self._numbers_parked()
        later = mode.queue[mode.place + 1 :] if isinstance(mode, Settling) else ()
        ahead = next((number for number in later if number in parked), None)
        if isinstance(mode, Settling) and ahead is not None:
            self._settle(mode.but(place=mode.queue.index(ahead)))
        else:
            self._reflect()

    def fill(self) -> bool:
        """``/fill``: walk through the bookmarks that have no words."""
        return self._begin_filling()

    def next_bookmark(self) -> None:
        """On to the next bookmark, or past the last."""
        mode = self.table.mode
        if isinstance(mode, Filling) and mode.place + 1 < len(mode.queue):
            self._turn_to(mode.but(place=mode.place + 1))
        else:
            self._on_filled()

    def fill_only(self, bookmark: int) -> None:
        """Put words to this one bookmark."""
        self._fill((bookmark,))

    def write_on(self, note: int | None) -> None:
        """A line that was kept comes back to what it was for: a bookmark, a note to be changed, else no note at all."""
        table, empty = self.table, self._empty()
        if note is None:
            if isinstance(table.mode, (Filling, *SORTING)):
                self._come_back(lasting(table.mode))
        elif note in empty:
            self._fill(empty)
            if isinstance(table.mode, Filling):
                self._turn_to(table.mode.but(place=empty.index(note)))
        else:
            table.mode = Editing(note, staying(table.mode))

    def on_asked(self, question: str) -> None:
        """A question was asked: its card closes what was open, and one of the talk's leads back into the talk."""
        table = self.table
        if isinstance(table.mode, (*WRITING, *SORTING)) or table.over:
            return
        table.mode, table.card = lasting(table.mode), None
        closing = any(one.id == question for one in table.interview.guide.closing)
        if not closing:
            table.mode = Talking()
        elif isinstance(table.mode, Debriefing):
            table.mode = Closing()

    def on_worded(self) -> None:
        """What was being written has its words."""
        match self.table.mode:
            case Editing(back=back):
                self.table.mode = back
            case Filling():
                self.next_bookmark()

    def on_retimed(self) -> None:
        """A note was moved: one that stood open keeps its words."""
        if isinstance(self.table.mode, Editing):
            self.table.mode = self.table.mode.back

    def on_follow_up_settled(self) -> None:
        """A follow-up got its fate: the one in turn leads on to the next that is still open."""
        mode = self.table.mode
        if isinstance(mode, Settling) and mode.queue[mode.place] not in self._numbers_parked():
            self.next_parked()

    def on_reflexive_note(self) -> None:
        """A reflexive note while follow-ups were in turn: the writing has begun, and they stay open."""
        if isinstance(self.table.mode, SORTING):
            self._reflect()

    def on_undone(self, act: Event, *, was_over: bool) -> None:
        """An act was taken back: the end leads back to where it was closed, a bookmark's words to that bookmark."""
        table = self.table
        if self.jury is not None and self.jury.on_undone(act):
            return
        if isinstance(act, Stopped):
            table.mode, table.card = Talking(), None
        elif isinstance(table.mode, Settling) and isinstance(act, Returned | Met | Dropped):
            if act.follow_up in table.mode.queue:
                self._settle(table.mode.but(place=table.mode.queue.index(act.follow_up)))
        elif isinstance(act, Cleared) and table.over and not isinstance(table.mode, Clearing):
            self._begin_clearing()
        elif was_over and not table.over:
            self._come_back(Debriefing() if table.interview.guide.after else Talking())
        elif isinstance(table.mode, Filling):
            queue = self._empty()
            wanted = act.note if isinstance(act, Filled) else table.mode.queue[table.mode.place]
            if queue:
                self._turn_to(table.mode.but(queue=queue, place=queue.index(wanted) if wanted in queue else 0))
            else:
                self._on_filled()

    def _is_pilots(self) -> bool:
        """Whether the card that is open is about the guide itself."""
        return self.table.card is not None and self.table.card.pilots

    def _uncover(self) -> bool:
        """Close a card that lies over another, and show that one again."""
        card = self.table.card
        if card is None or card.under is None:
            return False
        self.table.card = cards.refresh_card(card.under, self.table.interview, self.table._)
        return True

    def _empty(self) -> tuple[int, ...]:
        return tuple(note.seq for note in empty_bookmarks(self.table.interview))

    def _begin_filling(self, *, last: bool = False) -> bool:
        queue = self._empty()
        if queue:
            self._fill(queue, len(queue) - 1 if last else 0)
        return bool(queue)

    def _fill(self, queue: tuple[int, ...], place: int = 0) -> None:
        back = Reflecting() if self.table.over else lasting(self.table.mode)
        self._turn_to(Filling(queue, place, back))

    def _turn_to(self, mode: Filling) -> None:
        """The bookmark in turn, on its card."""
        self.table.mode = mode
        self.table.card = cards.fill_card(self.table.interview, mode.queue[mode.place], self.table._)

    def _on_filled(self) -> None:
        back = lasting(self.table.mode)
        if isinstance(back, Reflecting):
            self._go_on_from(1)
        else:
            self._come_back(back)

    def _begin_marking(self) -> bool:
        """Offer what was asked and has notes but no mark, unless it was offered and left before."""
        queue = tuple(id for id in questions_without_mark(self.table.interview) if id not in self._offered)
        if queue:
            self._offer_marks(queue)
        return bool(queue)

    def _offer_marks(self, queue: tuple[str, ...]) -> None:
        self._offered |= set(queue)
        self._marked_here = queue
        self.table.mode = Marking(queue)
        self.table.card = cards.marking_card(self.table.interview, self.table._, queue)

    def _begin_clearing(self) -> bool:
        queue = tuple(note.seq for note in notes_to_ask_about(self.table.interview))
        if not queue or self.table.interview.started.mode == "practice":
            return False
        self._ask_to_clear(queue)
        return True

    def _ask_to_clear(self, queue: tuple[int, ...]) -> None:
        self._cleared_here = queue
        self.table.mode = Clearing(queue)
        self.table.card = cards.clear_card(self.table.interview, queue, self.table._)

    def take_note(self) -> None:
        """A note while it is asked what may be used: it may have to be asked about too."""
        if isinstance(self.table.mode, Clearing):
            still = tuple(note.seq for note in notes_to_ask_about(self.table.interview))
            self._ask_to_clear(tuple(dict.fromkeys((*self._standing(self.table.mode.queue), *still))))

    def _begin_settling(self) -> bool:
        queue = self._numbers_parked()
        if queue:
            self._settle(Settling(queue))
        return bool(queue)

    def _numbers_parked(self) -> tuple[int, ...]:
        parked = follow_ups(self.table.interview)
        return tuple(note.follow_up for note in parked if note.state == "open" and note.follow_up is not None)

    def _settle(self, mode: Settling) -> None:
        number = mode.queue[mode.place]
        note = next(note for note in follow_ups(self.table.interview) if note.follow_up == number)
        self.table.mode = mode
        self.table.card = cards.settle_card(note, self.table._)

    def _come_back(self, mode: Lasting) -> None:
        match mode:
            case Debriefing():
                self.debrief()
            case Reflecting():
                self._reflect()
            case _:
                self.table.mode = mode
                self.table.card = None

    def _reflect(self) -> None:
        self.table.mode = Reflecting()
        self.table.card = cards.reflect_card(self.table.interview, self.table._)
