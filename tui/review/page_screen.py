"""A page of text over the review."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.escape import escape_controls
from tui.translator import Translator


class PageScreen(Screen[None]):
    """Shows a text; Esc, Enter or q goes back."""

    CSS = """
    PageScreen VerticalScroll {
        border: solid $primary 40%;
        border-title-color: $text-muted;
        padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    PageScreen #text { width: 100%; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape,enter,q,ctrl+q", "back", "")]

    def __init__(self, title: str, text: str, _: Translator) -> None:
        super().__init__()
        self._title, self._text, self._ = title, text, _

    def compose(self) -> ComposeResult:
        """The text in a frame."""
        with VerticalScroll() as scroll:
            scroll.border_title = escape_controls(self._title)
            scroll.border_subtitle = escape_controls(self._("↑ ↓ scroll · Esc back"))
            yield Static(Content("\n".join(escape_controls(line) for line in self._text.split("\n"))), id="text")

    def action_back(self) -> None:
        """Back to the table."""
        self.dismiss()
