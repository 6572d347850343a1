"""The notes behind a cell of the review: read, narrowed down, worded, linked, tagged, and follow-ups closed."""

import re
from collections.abc import Callable, Sequence
from time import monotonic
from typing import Literal

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from guide.values import Value
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
from tui.widgets.line_editor import LineEditor, typed_character

_LIKE_AN_ID = re.compile(r"[a-zæøå]{1,3}\d+(?:\.\d+)*", re.IGNORECASE)
_EDITING = {"backspace", "delete", "left", "right", "home", "end", "ctrl+a", "ctrl+e", "ctrl+w", "ctrl+u"}


class Writing(Value):
    """A line that is open: for which note, whether for its words or for links and tags, and what stood there first."""

    evening: Evening
    note: Note
    purpose: Literal["words", "links"]
    before: str


class NotesScreen(Screen[bool]):
    """Each act becomes an event in that interview's log; ends with whether anything was added."""

    CSS = """
    #notes-title { height: 1; background: $panel; }
    #notes { height: 1fr; border: none; background: $background; padding: 0; }
    #words { height: 1; display: none; }
    #notice { height: 1; }
    #hints { height: 1; }
    """

    def __init__(self, desk: ReviewDesk, question: str | None, shown: Sequence[Reviewed]) -> None:
        super().__init__()
        self.desk, self.question, self.shown = desk, question, shown
        self._wanted = 0
        self._changed = False
        self._writing: Writing | None = None
        self._asked = False
        self._listed: list[tuple[Evening, Note]] = []
        self._keys: dict[str, Callable[[], None]] = {
            "escape": self._back,
            "q": self._back,
            "ctrl+q": self._back,
            "f": self._filter,
            "l": self._link,
            "u": self._undo,
            "ctrl+z": self._undo,
            "1": lambda: self._settle(1),
            "2": lambda: self._settle(2),
            "3": lambda: self._settle(3),
        }

    def compose(self) -> ComposeResult:
        """The list, and the line on which words are written when they are wanted."""
        yield Bar(id="notes-title")
        yield OptionList(id="notes")
        yield LineEditor(monotonic, id="words")
        yield Bar(id="notice")
        yield Bar(id="hints")

    def on_mount(self) -> None:
        """List the notes as they are on disk now."""
        for one in self.shown:
            evening = self.desk.evening(one)
            if evening is not None:
                evening.renew()
        self.query_one("#words", LineEditor).before_key = self._on_words
        self.fill()
        self._rest()

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

    def _say_title(self) -> None:
        words, result = self.desk.words, self.desk.result
        known = (*result.guide.questions, *result.gone)
        question = next((one for one in known if one.id == self.question), None)
        what = f"{question.id} {question.label}" if question is not None else words("notes_all_questions")
        names = f" · {self.shown[0].name}" if len(self.shown) == 1 else ""
        wanted = words("notes_filter", wanted=words(f"wanted_{WANTED[self._wanted]}"))
        self.query_one("#notes-title", Bar).show(
            [Piece(f" {words('notes_title', what=what)}{names} · {wanted}", "strong")]
        )

    def on_key(self, event: events.Key) -> None:
        """What a letter does while the list has the keys."""
        act = self._keys.get(event.key)
        if act is not None and self._writing is None:
            event.stop()
            self._say("")
            act()

    def on_option_list_option_selected(self) -> None:
        """Words for a bookmark, or other words for a note."""
        chosen = self._chosen()
        if chosen is not None and self._writing is None:
            self._write(Writing(*chosen, purpose="words", before=chosen[1].text))

    def _chosen(self) -> tuple[Evening, Note] | None:
        at = self.query_one("#notes", OptionList).highlighted
        return self._listed[at] if at is not None and at < len(self._listed) else None

    def _link(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._write(Writing(*chosen, purpose="links", before="#"))

    def _settle(self, place: int) -> None:
        chosen = self._chosen()
        if chosen is None or chosen[1].follow_up is None:
            self._say(self.desk.words("notes_no_follow_up"))
            return
        number = chosen[1].follow_up
        fates: tuple[Command, ...] = (do.ReturnTo(number), do.CallMet(number), do.Drop(number))
        self._do(chosen[0], chosen[1], fates[place - 1])

    def _undo(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._do(chosen[0], None, do.Undo())

    def _filter(self) -> None:
        self._wanted = (self._wanted + 1) % len(WANTED)
        self.fill()

    def _back(self) -> None:
        self.dismiss(self._changed)

    def _do(self, evening: Evening, note: Note | None, *commands: Command) -> bool:
        """Carry out commands until one is refused; whether all are on disk."""
        for command in commands:
            outcome = evening.do(command, note)
            note = None  # the first act has looked whether it is still what is shown
            self._say(outcome.said)
            self._changed = self._changed or outcome.done
            if not outcome.done:
                self.fill()
                return False
        self.fill()
        return True

    def _say(self, text: str) -> None:
        self.query_one("#notice", Bar).show([Piece(f" {text}", "strong")])

    def _write(self, writing: Writing) -> None:
        line = self.query_one("#words", LineEditor)
        self._writing, self._asked = writing, False
        line.prefix = f" {self.desk.words('notes_link' if writing.purpose == 'links' else 'notes_words')}"
        line.put(writing.before)
        line.display = True
        self.query_one("#notes", OptionList).disabled = True
        self.query_one("#hints", Bar).show([Piece(f" {self.desk.words('notes_writing')}", "dim")])
        line.focus()

    def _rest(self) -> None:
        """The list has the keys again."""
        line, listing = self.query_one("#words", LineEditor), self.query_one("#notes", OptionList)
        self._writing = None
        line.clear()
        line.display = False
        listing.disabled = False
        self.query_one("#hints", Bar).show([Piece(f" {self.desk.words('notes_hints')}", "dim")])
        listing.focus()

    def _on_words(self, event: events.Key) -> bool:
        """Enter saves, Esc gives up, asking once where words would be lost; only what edits goes to the line."""
        line, writing = self.query_one("#words", LineEditor), self._writing
        if writing is None:
            return True
        if event.key == "enter":
            if self._written(writing, line.text):
                self._rest()
            return True
        if event.key in ("escape", "ctrl+q"):
            if line.text.strip() in ("", writing.before.strip()) or self._asked:
                self._say("")
                self._rest()
            else:
                self._asked = True
                self._say(self.desk.words("notes_unsaved"))
            return True
        self._asked = False
        return typed_character(event) is None and event.key not in _EDITING

    def _written(self, writing: Writing, text: str) -> bool:
        if writing.purpose == "words":
            return self._do(writing.evening, writing.note, do.EditNote(text, writing.note.seq))
        seq, had = writing.note.seq, {tag.casefold() for tag in writing.note.tags}
        links, tags = hash_words(text, writing.evening.interview.guide)
        slip = next((tag for tag in tags if _LIKE_AN_ID.fullmatch(tag)), None)
        if slip is not None:
            self._say(self.desk.words("unknown_question", id=slip))
            return False
        commands: list[Command] = [do.LinkNote(seq, link) for link in links if link not in writing.note.about]
        commands += [do.TagNote(seq, tag) for tag in tags if tag.casefold() not in had]
        if not commands:
            self._say(self.desk.words("notes_link_how"))
            return bool(links or tags)
        return self._do(writing.evening, writing.note, *commands)
