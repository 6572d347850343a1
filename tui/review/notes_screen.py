"""The notes behind a cell of the review: read, narrowed down, worded, linked, tagged, and follow-ups closed."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from textual import events, on
from textual.widgets import OptionList

from guide.values import Value
from interviews import commands as do
from interviews.commands import Command
from interviews.events import Refusal
from interviews.notes import Note, hash_words
from interviews.review import Reviewed
from tui import intents as show
from tui.grammar import asks_for_more
from tui.live import cards
from tui.live.preview import act_prefix
from tui.review.acts import Evening
from tui.review.correcting import BEGINNINGS, context_of, help_lines, meaning, preview
from tui.review.desk import ReviewDesk
from tui.review.notes_list import NotesList
from tui.review.page_screen import PageScreen
from tui.widgets.bars import Bar, Piece
from tui.widgets.card_panel import CardPanel
from tui.widgets.line_editor import LineEditor, typed_character

_LIKE_AN_ID = re.compile(r"[a-zæøå]{1,3}\d+(?:\.\d+)*", re.IGNORECASE)
_EDITING = {"backspace", "delete", "left", "right", "home", "end", "ctrl+a", "ctrl+e", "ctrl+w", "ctrl+u"}


class Writing(Value):
    """A line that is open: for a note's words or its links and tags, or to correct a mark; what stood there first."""

    evening: Evening
    note: Note | None
    purpose: Literal["words", "links", "correction"]
    before: str


class Open(Value):
    """The card of a question's probes, open for one interview."""

    evening: Evening
    card: cards.Card


class NotesScreen(NotesList):
    """Each act becomes an event in that interview's log; ends with whether anything was added."""

    def __init__(self, desk: ReviewDesk, question: str | None, shown: Sequence[Reviewed]) -> None:
        super().__init__(desk, question, shown)
        self._writing: Writing | None = None
        self._open: Open | None = None
        self._asked = False
        self._keys: dict[str, Callable[[], None]] = {
            "escape": self._back,
            "q": self._back,
            "ctrl+q": self._back,
            "f": self._filter,
            "l": self._link,
            "a": self._clear,
            "p": self._show_probes,
            "question_mark": self._help,
            "u": self._undo,
            "ctrl+z": self._undo,
            **{f"{place}": partial(self._digit, place) for place in range(1, 10)},
        }

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
        """List the notes anew; the card that is open shows its ticks as they are now."""
        super().fill()
        if self._open is not None:
            evening, card = self._open.evening, self._open.card
            self._lay(self._open.but(card=cards.refreshed(card, evening.interview, self.desk.words)))

    def on_key(self, event: events.Key) -> None:
        """What a letter does while the list has the keys."""
        if self._writing is not None:
            return
        act = self._keys.get(event.key)
        if event.character is not None and event.character in BEGINNINGS:
            act = partial(self._correct, event.character)
        if act is not None:
            event.stop()
            self._say("")
            act()

    def on_option_list_option_highlighted(self) -> None:
        """What the keys do depends on the note."""
        if self._writing is None:
            self._hint()

    @on(Bar.Picked)
    def _hint_picked(self, picked: Bar.Picked) -> None:
        """A click on a key in the row of hints."""
        if self._writing is None:
            self._say("")
            self._show_probes() if picked.act == "probes" else self._correct(act_prefix(picked.act).strip())

    @on(CardPanel.Picked)
    def _point_picked(self, picked: CardPanel.Picked) -> None:
        if self._writing is None:
            self._digit(picked.place + 1)

    def on_option_list_option_selected(self) -> None:
        """Words for a bookmark, or other words for a note."""
        chosen = self._chosen()
        if chosen is not None and self._writing is None:
            self._write(Writing(*chosen, purpose="words", before=chosen[1].text))

    def _correctable(self) -> Evening | None:
        """The interview that an act is about, unless nothing can be added to it: then that is said, and what to do."""
        target = self._target()
        if target is not None and target.refused:
            self._say(target.refused)
            return None
        return target

    def _correct(self, beginning: str) -> None:
        target = self._correctable()
        if target is not None:
            self._close_card()
            self._write(Writing(evening=target, note=None, purpose="correction", before=beginning))

    def _show_probes(self) -> None:
        target = self._correctable()
        if target is not None:
            self._open_probes(target)

    def _open_probes(self, target: Evening) -> bool:
        question = target.interview.guide.question(self.question or "")
        if question is None or not (question.probes or question.two_sided):
            code = "correct_which" if question is None else "no_probes"
            self._say(self.desk.words(code, id=self.question or ""))
            return False
        self._lay(Open(evening=target, card=cards.probes_card(target.interview, question, self.desk.words)))
        return True

    def _lay(self, opened: Open | None) -> None:
        self._open = opened
        self.query_one("#card", CardPanel).show(None if opened is None else opened.card, (), "")
        self._hint()

    def _close_card(self) -> None:
        if self._open is not None:
            self._lay(None)

    def _digit(self, place: int) -> None:
        """A digit ticks a point of the open card; without one it says what became of a follow-up."""
        if self._open is None:
            if place <= 3:
                self._settle(place)
            return
        card, panel = self._open.card, self.query_one("#card", CardPanel)
        if not panel.sees(place - 1):
            panel.bring(place - 1)
            self._say(self.desk.words("out_of_sight", point=place))
            return
        if place > len(card.points):
            self._say(self.desk.words("unknown_point", point=place))
            return
        self._do(self._open.evening, None, cards.command_of(card, card.points[place - 1]))

    def _help(self) -> None:
        self.app.push_screen(
            PageScreen(self.desk.words("help_title"), "\n".join(help_lines(self.desk.words)), self.desk.words)
        )

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

    def _clear(self) -> None:
        """Whether the note may be used: yes, then no."""
        chosen = self._chosen()
        if chosen is None or chosen[1].use is None:
            self._say(self.desk.words("notes_no_question"))
            return
        self._do(*chosen, do.ClearNotes((chosen[1].seq,), usable=chosen[1].use != "usable"))

    def _undo(self) -> None:
        """Take back what was done here last, in whichever interview that was."""
        target = self._last or self._target()
        if target is not None:
            self._do(target, None, do.Undo())

    def _back(self) -> None:
        if self._open is not None:
            self._close_card()
        else:
            self.dismiss(self._changed)

    def _write(self, writing: Writing) -> None:
        line = self.query_one("#words", LineEditor)
        self._writing, self._asked = writing, False
        prefixes = {"links": "notes_link", "words": "notes_words"}
        line.prefix = f" {self.desk.words(prefixes[writing.purpose])}" if writing.purpose in prefixes else " › "
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
        self._hint()
        listing.focus()

    def _hint(self) -> None:
        """The keys that matter now: those of a follow-up only where one is chosen."""
        words, chosen = self.desk.words, self._chosen()
        if self._open is not None:
            pieces = [Piece(f" {words('notes_hints_card')}", "dim")]
        elif chosen is not None and chosen[1].follow_up is not None:
            pieces = [Piece(f" {words('notes_hints_follow_up')}", "dim")]
        else:
            pieces = [Piece(f" {words(f'hint_later_{act}')} ·", "dim", act) for act in ("covered", "skip", "probes")]
            pieces.append(Piece(f" {words('notes_hints')}", "dim"))
        if self._open is None and chosen is not None and chosen[1].use is not None:
            pieces.insert(0, Piece(f" {words('notes_hints_use')} ·", "strong"))
        self.query_one("#hints", Bar).show(pieces)

    @on(LineEditor.Changed)
    def _preview(self) -> None:
        """What Enter would do with a correction, before it does it."""
        writing = self._writing
        if writing is None or writing.purpose != "correction":
            return
        line = self.query_one("#words", LineEditor)
        said = preview(line.text, context_of(writing.evening.interview, self.question), self.desk.words)
        code = f"{writing.evening.file.path.stem}: " if said and len(self.shown) > 1 else ""
        line.prefix = f" {code}{said} › " if said else " › "

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
        if event.key == "up":
            line.bring_back()
            return True
        return typed_character(event) is None and event.key not in _EDITING

    def _written(self, writing: Writing, text: str) -> bool:
        note = writing.note
        if note is None:
            return self._corrected(writing, text)
        if writing.purpose == "words":
            return self._do(writing.evening, note, do.EditNote(text, note.seq))
        seq, had = note.seq, {tag.casefold() for tag in note.tags}
        links, tags = hash_words(text, writing.evening.interview.guide)
        slip = next((tag for tag in tags if _LIKE_AN_ID.fullmatch(tag)), None)
        if slip is not None:
            self._say(self.desk.words("unknown_question", id=slip))
            return False
        commands: list[Command] = [do.LinkNote(seq, link) for link in links if link not in note.about]
        commands += [do.TagNote(seq, tag) for tag in tags if tag.casefold() not in had]
        if not commands:
            self._say(self.desk.words("notes_link_how"))
            return bool(links or tags)
        return self._do(writing.evening, note, *commands)

    def _retimed(self, meant: do.RetimeNote) -> bool:
        """Move the note that is chosen in the list."""
        chosen = self._chosen()
        if chosen is None:
            self._say(self.desk.words("no_note"))
            return False
        return self._do(*chosen, meant.but(note=chosen[1].seq))

    def _corrected(self, writing: Writing, text: str) -> bool:
        """Carry out the line of a correction; whether it is done with."""
        meant = meaning(text, context_of(writing.evening.interview, self.question))
        match meant:
            case Refusal():
                self.query_one("#words", LineEditor).prefix = " › "  # why not: once is enough
                self._say(self.desk.words.refusal(meant))
                self.query_one("#words", LineEditor).selected = not asks_for_more(text, meant.code)
                return False
            case show.ShowCard():
                return self._open_probes(writing.evening)
            case do.RetimeNote():
                return self._retimed(meant)
            case _:
                done = self._do(writing.evening, None, meant)
                if self._refused:
                    self.query_one("#words", LineEditor).selected = not asks_for_more(text, self._refused)
                return done
