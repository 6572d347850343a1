"""A suggested link after a note.

In a quiet line, and never made by itself.
"""

from typing import TYPE_CHECKING

from interviews.core.events import Asked, Edited, Ended, Event, Filled, Linked, Noted, Retimed, Undone
from interviews.core.notes import notes
from tui.live.view_state import Offered, ViewState

if TYPE_CHECKING:
    from interviews.linking.completions import Completer
    from interviews.linking.suggestions import LinkSuggester

_WITH_WORDS = ("note", "quote", "follow_up", "bookmark")


class Offers:
    """Holds the evidence, and works out what to offer once the note is on the screen: no key waits for it."""

    def __init__(self, table: ViewState) -> None:
        self._table = table
        self._evidence: tuple[LinkSuggester, Completer] | None = None
        self._due: int | None = None
        self._waits = False

    def after(self, act: Event) -> None:
        """Any act ends the offer of before; a note with words is due for one; a changed one changes the evidence.

        A note from within the think-time waits until that is over; another question ends the waiting, other acts don't.
        """
        table = self._table
        table.offer = None
        if isinstance(act, Asked | Undone | Ended | Linked) or not self._waits:
            self._due, self._waits = None, False
        if isinstance(act, Undone | Edited | Filled | Linked | Retimed):
            self._evidence = None
        if isinstance(act, Noted) and act.text and self._evidence is not None:
            self._evidence[1].learn(act.text, act.about)
        seq = act.seq if isinstance(act, Noted) else act.note if isinstance(act, Edited | Filled) else None
        wordless = isinstance(act, Noted) and not act.text
        if seq is not None and not table.over and not (wordless and self._waits):
            self._due, self._waits = seq, table.thinking

    @property
    def is_due(self) -> bool:
        """Whether a note may now get what there may be to offer."""
        return self._due is not None and not self._table.thinking

    def prepare(self) -> "tuple[LinkSuggester, Completer]":
        """Gather the evidence: the guide's cues and concepts, and the notes linked in this study so far."""
        if self._evidence is None:
            from interviews.linking.completions import Completer
            from interviews.linking.suggestions import LinkSuggester

            interview, links = self._table.interview, self._table.earlier.links
            offerer, completer = LinkSuggester(interview.guide, links), Completer(interview.guide, links)
            for note in notes(interview):
                if note.text and note.about:
                    completer.learn(note.text, note.about)
                    if note.seq != self._due:
                        offerer.learn(note.text, note.about)
            self._evidence = (offerer, completer)
        return self._evidence

    def read_on(self, seconds: float) -> bool:
        """Read for so long on what earlier interviews tell, and learn it; whether there is more."""
        new = self._table.earlier.read_on(seconds)
        if self._evidence is not None:
            for link in new:
                self._evidence[0].learn(link.text, link.about)
                self._evidence[1].learn(link.text, link.about)
        return self._table.earlier.to_come

    def work_out(self) -> bool:
        """Offer a link for the note that is due; True when there is one to show."""
        if self._due is None or self._table.thinking:
            return False
        seq, self._due, self._waits = self._due, None, False
        note = next((one for one in notes(self._table.interview) if one.seq == seq), None)
        if note is None or not note.text or note.kind not in _WITH_WORDS:
            return False
        self._due = seq
        offerer, _ = self.prepare()
        self._due = None
        found = offerer.offer(note.text, note.about)
        offerer.learn(note.text, note.about)
        if found is not None:
            self._table.offer = Offered(note.seq, found.question)
        return found is not None
