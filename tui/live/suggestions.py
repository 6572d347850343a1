"""Questions suggested for a note: links, completions of ``#``.

In a quiet line, and never made by themselves. Of ``#`` there are up to three in one dim line; Tab takes the first.
"""

import re
import sys
from collections import deque
from collections.abc import Callable
from importlib import import_module
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

from guide.frozen import Value
from guide.model import Guide
from interviews.core import commands as do
from interviews.core.events import Asked, Edited, Ended, Event, Filled, Linked, Noted, Refusal, Retimed, Undone
from interviews.core.notes import Note, hash_words, notes
from tui.input.context import Context
from tui.input.lookup import LEAST
from tui.input.screen_commands import Intent
from tui.live.view_state import Offered, ViewState
from tui.widgets.line_model import TypedLine

if TYPE_CHECKING:
    from interviews.linking.completions import Completer
    from interviews.linking.suggestions import LinkSuggester

_WITH_WORDS = ("note", "quote", "follow_up", "bookmark")


class Offers:
    """Holds the evidence, and works out what to offer once the note is on the screen: no key waits for it."""

    def __init__(self, table: ViewState) -> None:
        self._table = table
        self._evidence: tuple[LinkSuggester, Completer] | None = None
        self._unlearnt: deque[Note] = deque()
        self._loaded = False
        self._loading: Thread | None = None
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
        """All the evidence: the guide's cues and concepts, and the notes linked in this study so far."""
        evidence = self._begin()
        while self._unlearnt:
            self._learn_next(evidence)
        return evidence

    def _begin(self) -> "tuple[LinkSuggester, Completer]":
        """The evidence so far; of this interview's notes those that were not learnt yet are in ``_unlearnt``."""
        if self._evidence is None:
            self._table.session.prepare()
            from interviews.linking.completions import Completer
            from interviews.linking.suggestions import LinkSuggester

            interview, links = self._table.interview, self._table.earlier.links
            self._evidence = LinkSuggester(interview.guide, links), Completer(interview.guide, links)
            self._unlearnt = deque(note for note in notes(interview) if note.text and note.about)
        return self._evidence

    @property
    def is_learning(self) -> bool:
        """Whether some evidence is to be gathered yet: at first, and again where an act took some of it back."""
        return self._evidence is None or bool(self._unlearnt)

    def _learn_next(self, evidence: "tuple[LinkSuggester, Completer]") -> None:
        note = self._unlearnt.popleft()
        evidence[1].learn(note.text, note.about)
        if note.seq != self._due:
            evidence[0].learn(note.text, note.about)

    def read_on(self, seconds: float) -> bool:
        """Gather evidence for so long, first of this interview, then of earlier ones; whether there is more.

        Ten thousand notes are learnt in seconds, for which no key is to wait.
        """
        if not self._loaded:
            self._loaded = True
            if any(module not in sys.modules for module in _MODULES):
                self._loading = Thread(target=_load, daemon=True)
                self._loading.start()
            return True
        if self._loading is not None and self._loading.is_alive():
            return True
        until, began = monotonic() + seconds, self._evidence is None
        evidence = self._begin()
        while self._unlearnt and not began:
            self._learn_next(evidence)
            if monotonic() > until:
                break
        if began or self._unlearnt:
            return bool(self._unlearnt) or self._table.earlier.to_come
        for link in self._table.earlier.read_on(until - monotonic()):
            evidence[0].learn(link.text, link.about)
            evidence[1].learn(link.text, link.about)
        return self._table.earlier.to_come

    def finish_loading(self) -> None:
        """Wait for the modules, where they are being loaded."""
        if self._loading is not None:
            self._loading.join()

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


_MODULES = ("rapidfuzz.process", "rapidfuzz.distance", "interviews.linking.completions")
"""What learning needs, and half a hundred modules with them."""


def _load() -> None:
    """Load them beside the loop, so that no key waits."""
    for module in _MODULES:
        import_module(module)


_BEGUN = re.compile(r"(?<![\w#])#([\w.\-]*(?<=\w) [\w.\-]+|[\w.\-]*)\Z")
"""A `#` and what was typed after it: part of an id, or one or two words."""


class Begun(Value):
    """A `#` before the cursor, and what was typed after it; ``rest`` is what the note says besides."""

    at: int
    typed: str
    rest: str
    about: tuple[str, ...]


class Completions:
    """Works out what a `#` may mean once the key has been drawn: no key waits for it, and nothing is linked by it."""

    def __init__(self, table: ViewState, line: TypedLine, offers: Offers) -> None:
        self._table = table
        self._line = line
        self._offers = offers
        self._for: tuple[object, ...] = ()
        self._put_away: int | None = None

    def work_out(self, context: Context, meaning: Callable[[], Intent | Refusal]) -> bool:
        """Name the questions for the line as it stands; True when others are to be shown than before."""
        table = self._table
        now = (self._line.text, self._line.cursor, table.mode, table.curtain, table.interview.next_seq)
        if now == self._for:
            return False
        before, self._for = table.completions, now
        begun = self._find_hash(context, meaning) if not table.curtain else None
        self._put_away = self._put_away if begun is not None and begun.at == self._put_away else None
        shows = begun is not None and begun.at != self._put_away
        table.completions = self._complete(begun) if begun is not None and shows else ()
        return table.completions != before

    def forget(self) -> None:
        """No `#` stands on the line any more."""
        self._table.completions, self._for, self._put_away = (), (), None

    def take(self, place: int = 0) -> bool:
        """Write out the id in this place; False where none stands there."""
        if place >= len(self._table.completions):
            return False
        text, cursor = self._line.text, self._line.cursor
        before = _BEGUN.search(text[:cursor])
        if before is None:
            return False
        follows = text[cursor : cursor + 1]
        blank = "" if follows and not follows.isspace() else " "
        id = _as_typed(self._table.completions[place], self._table.interview.guide)
        self._line.write_over(before.start(), cursor + bool(follows and blank), f"#{id}{blank}")
        self._table.completions = ()
        return True

    def put_away(self) -> bool:
        """Show no more for this `#`; False where nothing was shown."""
        shown = bool(self._table.completions)
        before = _BEGUN.search(self._line.text[: self._line.cursor])
        if shown and before is not None:
            self._put_away = before.start()
        self._table.completions = ()
        return shown

    def _find_hash(self, context: Context, meaning: Callable[[], Intent | Refusal]) -> Begun | None:
        """The `#` at the cursor, where the line is a note's words and no command."""
        text, cursor, table = self._line.text, self._line.cursor, self._table
        before = _BEGUN.search(text[:cursor])
        if before is None or re.match(r"\w", text[cursor:]):
            return None
        if text.startswith("/") and not (context.literal or table.mode.writes):
            return None
        meant = meaning()
        if not isinstance(meant, do.TakeNote | do.EditNote) or not text.endswith(meant.text):
            return None
        start = len(text) - len(meant.text)
        if start > before.start():
            return None
        rest = f"{text[start : before.start()]} {text[cursor:]}"
        if isinstance(meant, do.TakeNote):
            about: tuple[str, ...] = tuple(filter(None, (context.question_of(meant.kind, meant.back),)))
        else:
            about = next((note.about for note in notes(table.interview) if note.seq == meant.note), ())
        return Begun(before.start(), before[1], rest, (*about, *hash_words(rest, context.guide)[0]))

    def _complete(self, begun: Begun) -> tuple[str, ...]:
        found = (
            {hit.id: hit.score for hit in self._table.find(begun.typed) if hit.score >= LEAST} if begun.typed else {}
        )
        _, completer = self._offers.prepare()
        named = completer.complete(begun.rest, begun.typed, begun.about, found)
        return named if " " not in begun.typed else self._find_by_both(named, begun.typed)

    def _find_by_both(self, named: tuple[str, ...], typed: str) -> tuple[str, ...]:
        """Where a second word was typed: those that it finds too; after an id, or where it finds none, it is text.

        The first word is then a tag, and what follows is text that no key may take away.
        """
        first, _, second = typed.partition(" ")
        if self._table.interview.guide.question(first) is not None:
            return ()
        also = {hit.id for hit in self._table.find(second) if hit.score >= LEAST}
        return tuple(id for id in named if id in also)


def _as_typed(id: str, guide: Guide) -> str:
    """An id in lower case, as hands type it, where it means the same question."""
    low = id.lower()
    meant = guide.question(low)
    return low if meant is not None and meant.id == id else id


def label_questions(ids: tuple[str, ...], guide: Guide, width: int) -> list[tuple[str, str]]:
    """Each question as it is named in one line of this width: the longest labels are cut until all have room."""
    named = [(id, f"#{_as_typed(id, guide)}") for id in ids]
    questions = [guide.question(id) for id in ids]
    labels = [question.label if question is not None else "" for question in questions]
    room = width - sum(len(name) + 4 for _, name in named)
    while sum(map(len, labels)) > max(room, 0) and any(labels):
        longest = max(range(len(labels)), key=lambda place: len(labels[place]))
        labels[longest] = labels[longest].removesuffix("…")[:-1].rstrip()
        labels[longest] += "…" if labels[longest] else ""
    return [(id, f"{name} {label}".rstrip()) for (id, name), label in zip(named, labels, strict=True)]
