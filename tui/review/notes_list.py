"""The notes behind a cell of the review, listed: which interviews, which question, narrowed down to what."""

from collections.abc import Sequence
from time import monotonic

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from interviews.commands import Command
from interviews.evidence import WANTED, evidence
from interviews.notes import Note
from interviews.review import Reviewed, as_it_stands
from tui.review.acts import Evening
from tui.review.cells import heading
from tui.review.desk import ReviewDesk
from tui.review.note_lines import note_line
from tui.review.rows import facts_line
from tui.verbatim import visible
from tui.widgets.bars import Bar, Piece
from tui.widgets.card_panel import CardPanel
from tui.widgets.line_editor import LineEditor


class NotesList(Screen[bool]):
    """Lists the notes and carries out commands; ends with whether anything was added."""

    CSS = """
    #notes-title { height: 1; background: $panel; }
    #notes { height: 1fr; border: none; background: $background; padding: 0; }
    #words { height: 1; display: none; }
    #card { height: auto; max-height: 60%; display: none; border: round $accent; border-title-color: $text; }
    #card > .card-panel--done { text-style: dim; }
    #state { height: 1; }
    #notice { height: 1; }
    #hints { height: 1; }
    """

    def __init__(self, desk: ReviewDesk, question: str | None, shown: Sequence[Reviewed]) -> None:
        super().__init__()
        self.desk, self.question, self.shown = desk, question, shown
        self._changed = False
        self._refused = ""
        self._last: Evening | None = None
        self._wanted = 0
        self._listed: list[tuple[Evening, Note]] = []

    def compose(self) -> ComposeResult:
        """The list, and the line on which words are written when they are wanted."""
        yield Bar(id="notes-title")
        yield OptionList(id="notes")
        yield CardPanel(id="card")
        yield Bar(id="state")
        yield LineEditor(monotonic, id="words")
        yield Bar(id="notice")
        yield Bar(id="hints")

    def fill(self) -> None:
        """List the notes anew, the cursor where it was."""
        words, listing = self.desk.words, self.query_one("#notes", OptionList)
        at = listing.highlighted or 0
        self._listed, lines = [], []
        for one in self.shown:
            evening = self.desk.evening(one)
            if evening is None:
                continue
            code = f"{one.name:<5}" if len(self.shown) > 1 else ""
            for note in evidence(evening.interview, self.question, WANTED[self._wanted]):
                self._listed.append((evening, note))
                lines.append(code + note_line(note, evening.interview, words))
        listing.clear_options()
        listing.add_options([Option(Content(visible(line))) for line in lines or [words("notes_none")]])
        listing.highlighted = min(at, max(len(lines) - 1, 0))
        self._say_title()
        self._say_state()

    def _say_title(self) -> None:
        words, result = self.desk.words, self.desk.result
        known = (*result.guide.questions, *result.gone)
        question = next((one for one in known if one.id == self.question), None)
        what = f"{question.id} {question.label}" if question is not None else words("notes_all_questions")
        names = f" · {heading(self.shown[0])}" if len(self.shown) == 1 else ""
        wanted = words("notes_filter", wanted=words(f"wanted_{WANTED[self._wanted]}"))
        self.query_one("#notes-title", Bar).show(
            [Piece(f" {words('notes_title', what=what)}{names} · {wanted}", "strong")]
        )

    def _say_state(self) -> None:
        """Where the question stands in that interview now; nothing where several are shown."""
        evening = self.desk.evening(self.shown[0]) if len(self.shown) == 1 else None
        line = ""
        if evening is not None and self.question is not None:
            line = facts_line(self.question, as_it_stands(self.shown[0], evening.interview), self.desk.words)
        self.query_one("#state", Bar).show([Piece(f" {line}", "dim")])

    def _filter(self) -> None:
        self._wanted = (self._wanted + 1) % len(WANTED)
        self.fill()

    def _chosen(self) -> tuple[Evening, Note] | None:
        at = self.query_one("#notes", OptionList).highlighted
        return self._listed[at] if at is not None and at < len(self._listed) else None

    def _target(self) -> Evening | None:
        """The interview that an act is about: the highlighted note's, else the only one that is shown."""
        chosen = self._chosen()
        if chosen is not None:
            return chosen[0]
        if len(self.shown) == 1:
            return self.desk.evening(self.shown[0])
        self._say(self.desk.words("correct_where"))
        return None

    def _do(self, evening: Evening, note: Note | None, *commands: Command) -> bool:
        """Carry out commands until one is refused; whether all are on disk."""
        for command in commands:
            outcome = evening.do(command, note)
            note = None  # the first act has looked whether it is still what is shown
            self._say(outcome.said)
            self._refused = outcome.code
            self._changed = self._changed or outcome.done
            self._last = evening if outcome.done else self._last
            if not outcome.done:
                self.fill()
                return False
        self.fill()
        return True

    def _say(self, text: str) -> None:
        self.query_one("#notice", Bar).show([Piece(f" {text}", "strong")])
