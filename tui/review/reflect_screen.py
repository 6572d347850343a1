"""Writing reflexive notes between interviews.

Nothing is lost by leaving.
"""

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from interviews.core.clock import Clock
from interviews.log.writer import LogFailure
from interviews.study.facts import keep_reflection
from interviews.study.folder import Study
from tui import signs
from tui.translator import Translator
from tui.widgets.bars import Bar, Piece
from tui.widgets.line_editor import LineEditor


class ReflectScreen(Screen[None]):
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
        leaves = event.key in ("escape", "ctrl+q", "ctrl+c")
        if event.key == "enter" and line.text.strip():
            self._keep(line)
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
            keep_reflection(self._study.folder, line.text, self._clock)
        except LogFailure as failure:
            self._say(self._("NOT SAVED: {reason} The text stays; Enter tries again.", reason=self._.failure(failure)))
            return
        line.clear()
        self._say(self._("saved √"))

    def _say(self, text: str) -> None:
        self.query_one("#notice", Bar).show([Piece(f" {text}", "strong")])
