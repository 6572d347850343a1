"""How an interview closes: what is open, the closing question, the debriefing, bookmarks, a reflexive note."""

from collections.abc import Callable

from interviews import commands as do
from interviews.events import Refusal
from interviews.notes import empty_bookmarks
from tui.live import cards
from tui.live.modes import Closing, Debriefing, Editing, Filling, Reflecting, Talking
from tui.live.table import Table


class Walk:
    """Steps through the closing and what comes after it; each step can be skipped."""

    def __init__(self, table: Table, act: Callable[[do.Command], bool], leave: Callable[[], None]) -> None:
        self.table = table
        self._act = act
        self._leave = leave

    def go_on(self) -> None:
        """Enter on an empty line."""
        match self.table.mode:
            case Talking():
                self._act(do.AskNext())
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
            case Reflecting():
                self._leave()
            case Editing():
                self.table.refuse(Refusal("empty_note"))

    def go_back(self) -> None:
        """Esc on an empty line: close the card; the debriefing's card closes the interview with it."""
        match self.table.mode:
            case Debriefing():
                self._act(do.End())
            case Filling():
                self._filled()
            case Reflecting():
                self._leave()
            case _:
                self.table.card = None
                self.table.mode = Talking()

    def close(self) -> None:
        """``/end``: first what is uncovered and parked, then each time one step on."""
        if self.table.over:
            self.afterwards()
        elif isinstance(self.table.mode, Closing | Debriefing):
            self.go_on()
        else:
            self.table.mode = Closing()
            self.table.card = cards.closing_card(self.table.interview, self.table.words)

    def debrief(self) -> None:
        """Open the debriefing's card; a guide without one ends here."""
        if not self.table.interview.guide.after and not self.table.over:
            self._act(do.End())
            return
        self.table.mode = Debriefing()
        self.table.card = cards.after_card(self.table.interview, self.table.words)

    def afterwards(self) -> None:
        """The interview has ended: bookmarks without words first, then the reflexive note."""
        if not self._begin_filling():
            self._reflect()

    def fill(self) -> bool:
        """``/fill``: walk through the bookmarks that have no words."""
        return self._begin_filling() or self.table.refuse(Refusal("no_bookmarks"))

    def next_bookmark(self) -> None:
        """On to the next bookmark, or past the last."""
        mode = self.table.mode
        if isinstance(mode, Filling) and mode.place + 1 < len(mode.queue):
            self.table.mode = Filling(mode.queue, mode.place + 1)
        else:
            self._filled()

    def _begin_filling(self) -> bool:
        queue = tuple(note.seq for note in empty_bookmarks(self.table.interview))
        if queue:
            self.table.mode = Filling(queue)
            self.table.card = cards.fill_card(self.table.words)
        return bool(queue)

    def _filled(self) -> None:
        if self.table.over:
            self._reflect()
        else:
            self.table.mode = Talking()
            self.table.card = None

    def _reflect(self) -> None:
        self.table.mode = Reflecting()
        self.table.card = cards.reflect_card(self.table.words)
