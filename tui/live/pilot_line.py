"""What the words on the line are while a card of the pilot's is open: a wording, a place, an answer, a remark."""

from typing import TYPE_CHECKING

from interviews import commands as do
from interviews.events import Refusal
from tui.grammar import LEAST, Context, parse
from tui.live.modes import Judging, Listening
from tui.live.table import Table
from tui.meant import meant

if TYPE_CHECKING:
    from guide.finding import Hit


class PilotLine:
    """Reads the line by the step that a verdict has come to."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def meaning(self, line: str, context: Context) -> do.Command | Refusal | None:
        """What a line is while a card of the pilot's is open; None where it means what it always does."""
        mode = self._table.mode
        if not context.is_words(line):
            return self._quote(line, context)
        match mode:
            case Listening(prompt=prompt, question=question):
                return do.TakeComment(line, prompt, question)
            case Judging(step="wording", question=question):
                return do.Propose(question, line)
            case Judging(step="place", question=question):
                return self._place(line, question)
            case Judging(question=question):
                return do.TakeComment(line, question=question)
            case _:
                return None

    def _quote(self, line: str, context: Context) -> do.Command | None:
        """The peer's own words about the question that is judged, which need not be the one in hand."""
        mode, quote = self._table.mode, parse(line, context)
        if isinstance(quote, do.TakeNote) and quote.kind == "quote" and isinstance(mode, Judging) and mode.question:
            return quote.but(question=mode.question)
        return None

    def _place(self, line: str, question: str) -> do.Command | Refusal:
        hits = self._table.hits
        if hits:
            return do.Propose(question, other=hits[self._table.chosen].id)
        if self._names(line, question):
            return Refusal("itself_proposed", {"id": question})
        return Refusal("nothing_found", {"words": line})

    @property
    def seeks(self) -> str | None:
        """The question for which another one is looked for by the words on the line."""
        mode = self._table.mode
        return mode.question if isinstance(mode, Judging) and mode.step == "place" else None

    def others(self, line: str) -> "list[Hit]":
        """The questions that the words on the line may mean; none where they name the very one that is judged."""
        own, table = self.seeks, self._table
        if own is None or self._names(line, own):
            return []
        return meant((hit for hit in table.find(line) if hit.id != own), line, table.interview.guide, LEAST)

    def _names(self, line: str, question: str) -> bool:
        named = self._table.interview.guide.question(line.strip())
        return named is not None and named.id == question
