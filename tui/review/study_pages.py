"""Pages over the review: a text, reflexive notes, read-throughs."""

import re
from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.coordinate import Coordinate
from textual.screen import Screen
from textual.widgets import DataTable, Static

from interviews.core.checklists import STEPS, Step, key_of, offer_at_closing
from interviews.core.clock import Clock
from interviews.data_management.leaving_out import reword
from interviews.failures import LogFailure
from interviews.reflexive import keep_reflection
from interviews.study.facts import StudyFact, add, read_study_facts
from interviews.study.folder import Study
from interviews.third_persons.typed import Masked
from tui import signs
from tui.base_app import KeyedScreen
from tui.documents.to_text import wrap_text
from tui.escape import escape_controls
from tui.keymap import KEYS
from tui.translator import N_, Translator
from tui.widgets.bars import Bar, Piece
from tui.widgets.line_editor import LineEditor

PAGE_FRAME = 6
"""Cells of a page's frame, its padding, the scrollbar, and one to spare."""

_LEAD = re.compile(r" +(?:\S.*? {2,}(?=\S))?")
"""A line's indent, and its first column where it has two."""


def help_and_back(screen: str) -> list[Piece]:
    """The two keys that a row of hints keeps, however narrow it is."""
    return [Piece(KEYS.name_in(" ? · esc", screen), "dim")]


class PageScreen(KeyedScreen):
    """Shows a text; Esc, Enter or q goes back. A long line goes on below its second column, or its beginning."""

    DEFAULT_CSS = """
    PageScreen VerticalScroll {
        border: solid $primary 40%;
        border-title-color: $text-muted;
        padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    PageScreen #text { width: 100%; height: auto; text-wrap: nowrap; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,enter,q", "back", ""),
        Binding("ctrl+q", "back", id="quit"),
    ]

    def __init__(self, title: str, text: str, _: Translator) -> None:
        super().__init__()
        self._title, self._text, self._ = title, text, _

    def compose(self) -> ComposeResult:
        """The text in a frame."""
        with VerticalScroll() as scroll:
            scroll.border_title = escape_controls(self._title)
            scroll.border_subtitle = escape_controls(self._("↑ ↓ scroll · Esc back"))
            yield Static(id="text")

    def on_mount(self) -> None:
        """The arrows scroll from the first key on."""
        self.query_one(VerticalScroll).focus()
        self._write(self.app.size.width)

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew."""
        self._write(event.size.width)

    def _write(self, width: int) -> None:
        self.query_one("#text", Static).update(Content("\n").join(self.lines(width - PAGE_FRAME)))

    def lines(self, width: int) -> Iterator[Content]:
        """The text in lines of at most so many cells."""
        for line in map(escape_controls, self._text.split("\n")):
            lead = found[0] if (found := _LEAD.match(line)) is not None else ""
            margin = " " * min(cell_len(lead), width // 2)
            yield from map(Content, wrap_text(line[len(lead) :], width, lead, margin) if line.strip() else [""])

    def tell(self, said: str) -> None:
        """Say it on the frame."""
        self.query_one(VerticalScroll).border_subtitle = escape_controls(said)

    def action_back(self) -> None:
        """Back to the table."""
        self.dismiss()


_STEPS = {
    "offered": N_("offered"),
    "wanted": N_("wanted"),
    "sent": N_("sent"),
    "comments": N_("commented on"),
    "done": N_("done"),
}


_CLOSING = {
    "yes": N_("yes, closing"),
    "no": N_("no, closing"),
}


_AFTER = {"": "yes", "yes": "no", "no": ""}
_WIDTH = 15


class TranscriptsScreen(KeyedScreen):
    """Interviews in rows, the steps in columns; Enter says yes, again no, again nothing; each is a line with its date.

    The offer is known already where the closing's point was ticked.
    """

    CSS = """
    TranscriptsScreen { layout: vertical; }
    #title { height: 1; background: $panel; }
    #steps { height: 1fr; background: $background; background-tint: transparent; }
    #steps:focus { background-tint: transparent; }
    #steps > .datatable--header { background: $background; color: $text-primary; text-style: bold; }
    #steps > .datatable--cursor { background: $foreground; color: $background; text-style: bold; }
    #notice { height: 1; }
    #hints { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q", "leave", ""),
        Binding("ctrl+q", "leave", id="quit"),
        ("space", "step", ""),
    ]

    def __init__(self, study: Study, _: Translator, clock: Clock) -> None:
        super().__init__()
        self._study, self._, self._clock = study, _, clock
        self._ticked: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """The table between its title and the line for what could not be written."""
        yield Bar(id="title")
        yield DataTable(id="steps", cell_padding=0, zebra_stripes=False)
        yield Bar(id="notice")
        yield Bar(id="hints")

    def on_mount(self) -> None:
        """Read what the closings say once, and fill the table."""
        for told in self._study.load_interviews():
            if told.interview is not None and told.interview.started.mode == "live":
                self._ticked[told.file.path.stem] = offer_at_closing(told.interview)[0]
        _, table = self._, self.query_one(DataTable)
        self.query_one("#title", Bar).show([Piece(f" {_('Read-through of transcripts')}", "strong")])
        self.query_one("#hints", Bar).show(
            [Piece(f" {_('enter yes, then no, then nothing, dated today   arrows   esc back')}", "dim")]
        )
        table.add_column("", width=max(map(len, self._ticked), default=2) + 2)
        for step in STEPS:
            table.add_column(Text(_(_STEPS[step])), width=_WIDTH)
        self.fill()
        table.cursor_coordinate = Coordinate(0, 1)
        table.focus()
        if not self._ticked:
            self.tell(_("No interviews to show."))

    def fill(self) -> None:
        """Draw every cell anew, from what is on disk."""
        table, said = self.query_one(DataTable), read_study_facts(self._study.folder)
        at = table.cursor_coordinate
        facts = {step: said.of_interviews(key_of(step)) for step in STEPS}
        table.clear()
        for name in self._ticked:
            table.add_row(Text(name), *(Text(self._cell(name, step, facts[step].get(name))) for step in STEPS))
        if table.is_valid_coordinate(at):
            table.cursor_coordinate = at

    def _cell(self, name: str, step: Step, fact: StudyFact | None) -> str:
        _ = self._
        if fact is not None:
            return f"{_(N_('yes') if fact.value == 'yes' else N_('no'))} {self._.date(fact.date)}"
        ticked = self._ticked[name] if step == "offered" else ""
        return _(_CLOSING[ticked]) if ticked else "–"

    def tell(self, said: str) -> None:
        """Say it below the table."""
        self.query_one("#notice", Bar).show([Piece(f" {said}", "strong")])

    def on_data_table_cell_selected(self) -> None:
        """The next answer for the step under the cursor."""
        self.action_step()

    def action_step(self) -> None:
        """Say yes, then no, then nothing, of the step under the cursor."""
        at, names = self.query_one(DataTable).cursor_coordinate, list(self._ticked)
        if not (0 <= at.row < len(names) and 1 <= at.column <= len(STEPS)):
            return
        name, key = names[at.row], key_of(STEPS[at.column - 1])
        fact = read_study_facts(self._study.folder).of_interviews(key).get(name)
        value = _AFTER[fact.value if fact is not None else ""]
        date = self._clock.wall().date().isoformat()
        self.tell("")
        try:
            add(self._study.folder, (StudyFact(date=date, key=key, value=value, interview=name),))
        except LogFailure as failure:
            self.tell(self._.failure(failure))
        self.fill()

    def action_leave(self) -> None:
        """Back to where it was opened."""
        self.dismiss()


class ReflectScreen(Screen[None], inherit_bindings=False):
    """Enter keeps the line, an empty line or Esc leaves; with words on it Esc asks once."""

    CSS = """
    ReflectScreen { layout: vertical; }
    #title { height: 1; background: $panel; }
    #prompts { height: 1fr; padding: 1 2; color: $text-muted; }
    #line { height: 1; }
    #notice { height: 1; }
    #hints { height: 1; }
    """

    def __init__(self, study: Study, _: Translator, clock: Clock) -> None:
        super().__init__()
        self._study, self._, self._clock = study, _, clock
        self._asked = False
        self._kept: tuple[int, Masked | None] = (-1, None)

    def compose(self) -> ComposeResult:
        """What to think of, and the line."""
        yield Bar(id="title")
        prompts = self._(
            "What surprised me?\nWhat did I steer?\nWhat did my pre-understanding do?\nWhat will I change next time?"
        )
        own = self._(
            "The researcher's own. They leave the program only when that is said: export reflexive, --with-reflexive (review, give), backup."
        )
        yield Static(Content(f"{prompts}\n\n{own}"), id="prompts")
        yield LineEditor(self._clock.running, prefix=f" {self._('reflexive note')} {signs.PROMPT} ", id="line")
        yield Bar(id="notice")
        yield Bar(id="hints")

    def on_mount(self) -> None:
        """The line has the keys."""
        line = self.query_one("#line", LineEditor)
        line.before_key = self._press
        self.query_one("#title", Bar).show([Piece(f" {self._('Write a reflexive note')}", "strong")])
        self.query_one("#hints", Bar).show(
            [Piece(f" {self._('enter saves the note   esc, or enter on an empty line, back')}", "dim")]
        )
        line.focus()

    def _press(self, event: events.Key) -> bool:
        line = self.query_one("#line", LineEditor)
        leaves = KEYS.own(event.key, "review") in ("escape", "ctrl+q", "ctrl+c")
        moved = KEYS.tell_moved(event.key, self._, "review") if not event.is_printable else ""
        if moved:
            self._say(moved)
        elif event.key == "enter" and line.text.strip():
            self._keep(line)
        elif event.key == "tab":
            self._put_back()
        elif event.key == "enter" or (leaves and (not line.text.strip() or self._asked)):
            self.dismiss()
        elif leaves:
            self._asked = True
            self._say(self._("Not saved: Enter saves, Esc again leaves it."))
        else:
            self._asked = False
            return False
        return True

    def _keep(self, line: LineEditor) -> None:
        try:
            self._kept = keep_reflection(self._study.folder, line.text, self._clock)
        except LogFailure as failure:
            self._say(self._("NOT SAVED: {reason} The text stays; Enter tries again.", reason=self._.failure(failure)))
            return
        line.clear()
        masked = self._kept[1]
        words = "" if masked is None else ", ".join(span.words for span in masked.spans)
        self._say(self._("saved √") if not words else self._("saved, masked: {words} · Tab: as typed", words=words))

    def _put_back(self) -> None:
        """Put the last note back as it was typed, where something of it was masked."""
        seq, masked = self._kept
        if masked is None:
            return
        try:
            reword(self._study.folder, seq, masked.typed, self._clock)
        except LogFailure as failure:
            self._say(self._("NOT SAVED: {reason} Press once more.", reason=self._.failure(failure)))
            return
        self._kept = seq, None
        self._say(self._("as typed: {words}", words=", ".join(span.words for span in masked.spans)))

    def _say(self, text: str) -> None:
        self.query_one("#notice", Bar).show([Piece(f" {text}", "strong")])
