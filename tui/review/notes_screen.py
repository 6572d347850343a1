"""The notes behind a cell of the review: read, narrowed down, worded, linked, tagged, and follow-ups closed."""

from collections.abc import Sequence
from time import monotonic
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from interviews import commands as do
from interviews.commands import Command
from interviews.evidence import WANTED, evidence
from interviews.notes import Note, hash_words
from interviews.review import Reviewed
from tui.review.acts import Evening
from tui.review.desk import ReviewDesk
from tui.review.note_lines import note_line
from tui.verbatim import visible
from tui.widgets.bars import Bar, Piece
from tui.widgets.line_editor import LineEditor


class NotesScreen(Screen[bool]):
    """Each act becomes an event in that interview's log; ends with whether anything was added."""

    CSS = """
    #notes-title { height: 1; background: $panel; }
    #notes { height: 1fr; border: none; background: $background; padding: 0; }
    #words { height: 1; display: none; }
    #notice { height: 1; }
    #hints { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,ctrl+q", "back", ""),
        ("f", "filter", ""),
        ("l", "link", ""),
        ("u,ctrl+z", "undo", ""),
        ("1", "settle(1)", ""),
        ("2", "settle(2)", ""),
        ("3", "settle(3)", ""),
    ]

    def __init__(self, desk: ReviewDesk, question: str | None, shown: Sequence[Reviewed]) -> None:
        super().__init__()
        self.desk, self.question, self.shown = desk, question, shown
        self._wanted = 0
        self._changed = False
        self._linking = False
        self._listed: list[tuple[Evening, Note]] = []

    def compose(self) -> ComposeResult:
        """The list, and the line on which words are written when they are wanted."""
        yield Bar(id="notes-title")
        yield OptionList(id="notes")
        yield LineEditor(monotonic, id="words")
        yield Bar(id="notice")
        yield Bar(id="hints")

    def on_mount(self) -> None:
        """List the notes."""
        self.query_one("#words", LineEditor).before_key = self._on_words
        self.query_one("#hints", Bar).show([Piece(f" {self.desk.words('notes_hints')}", "dim")])
        self.fill()
        self.query_one("#notes", OptionList).focus()

    def fill(self) -> None:
        """List the notes anew, the cursor where it was."""
        words, notes = self.desk.words, self.query_one("#notes", OptionList)
        at = notes.highlighted or 0
        self._listed = []
        lines = []
        for one in self.shown:
            evening = self.desk.evening(one)
            for note in evidence(evening.interview, self.question, WANTED[self._wanted]) if evening else ():
                assert evening is not None  # noqa: S101  the comprehension above ran over its notes
                self._listed.append((evening, note))
                code = f"{one.name:<5}" if len(self.shown) > 1 else ""
                lines.append(code + note_line(note, evening.interview, words))
        notes.clear_options()
        notes.add_options([Option(Content(visible(line))) for line in lines or [words("notes_none")]])
        notes.highlighted = min(at, max(len(lines) - 1, 0))
        self._say_title()

    def _say_title(self) -> None:
        words, guide = self.desk.words, self.desk.result.guide
        question = guide.question(self.question) if self.question else None
        what = f"{question.id} {question.label}" if question is not None else words("notes_all_questions")
        names = f" · {self.shown[0].name}" if len(self.shown) == 1 else ""
        wanted = words("notes_filter", wanted=words(f"wanted_{WANTED[self._wanted]}"))
        title = f" {words('notes_title', what=what)}{names} · {wanted}"
        self.query_one("#notes-title", Bar).show([Piece(title, "strong")])

    def _chosen(self) -> tuple[Evening, Note] | None:
        at = self.query_one("#notes", OptionList).highlighted
        return self._listed[at] if at is not None and at < len(self._listed) else None

    def _do(self, evening: Evening, command: Command) -> bool:
        refused = evening.do(command)
        self.query_one("#notice", Bar).show([Piece(f" {refused or ''}", "strong")])
        self._changed = self._changed or refused is None
        if refused is None:
            self.fill()
        return refused is None

    def on_option_list_option_selected(self) -> None:
        """Words for a bookmark, or other words for a note."""
        chosen = self._chosen()
        if chosen is not None:
            self._write(chosen[1].text, linking=False)

    def action_link(self) -> None:
        """A link or a tag for the note."""
        if self._chosen() is not None:
            self._write("#", linking=True)

    def action_settle(self, place: int) -> None:
        """What became of the follow-up: returned to, answered meanwhile, let go."""
        chosen = self._chosen()
        number = chosen[1].follow_up if chosen is not None else None
        if chosen is not None and number is not None:
            fates: tuple[Command, ...] = (do.ReturnTo(number), do.CallMet(number), do.Drop(number))
            self._do(chosen[0], fates[place - 1])

    def action_undo(self) -> None:
        """Take back the last act of this evening in the interview in hand."""
        chosen = self._chosen()
        if chosen is not None:
            self._do(chosen[0], do.Undo())

    def action_filter(self) -> None:
        """Narrow the list down to the next kind."""
        self._wanted = (self._wanted + 1) % len(WANTED)
        self.fill()

    def action_back(self) -> None:
        """Back to the table."""
        self.dismiss(self._changed)

    def _write(self, text: str, *, linking: bool) -> None:
        line = self.query_one("#words", LineEditor)
        self._linking = linking
        line.prefix = f" {self.desk.words('notes_link' if linking else 'notes_words')}"
        line.put(text)
        line.display = True
        line.focus()

    def _on_words(self, event: events.Key) -> bool:
        """Enter saves, Esc gives up; everything else is writing."""
        line = self.query_one("#words", LineEditor)
        if event.key not in ("enter", "escape"):
            return event.key in ("tab", "shift+tab", "up", "down")
        chosen = self._chosen()
        done = event.key == "escape" or chosen is None or self._written(chosen, line.text)
        if done:
            line.clear()
            line.display = False
            self.query_one("#notes", OptionList).focus()
        return True

    def _written(self, chosen: tuple[Evening, Note], text: str) -> bool:
        evening, note = chosen
        if not self._linking:
            return self._do(evening, do.EditNote(text, note.seq))
        links, tags = hash_words(text, evening.interview.guide)
        commands: list[Command] = [do.LinkNote(note.seq, link) for link in links]
        commands += [do.TagNote(note.seq, tag) for tag in tags]
        return bool(commands) and all(self._do(evening, command) for command in commands)
