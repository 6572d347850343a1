"""The review on a screen of its own, to be scrolled: the same text that ``intervjuguide review`` prints."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.base_app import BaseApp
from tui.verbatim import visible


class ReviewApp(BaseApp, inherit_bindings=False):
    """Shows a text; Esc, Enter or q leaves."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    VerticalScroll { height: 1fr; border: round $primary 40%; padding: 0 1; border-title-color: $text-muted; }
    #text { width: auto; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape,enter,q,ctrl+q,ctrl+c", "leave", "")]

    def __init__(self, title: str, text: str, hint: str, theme: str = "dark") -> None:
        super().__init__(theme)
        self.heading, self.text, self.hint = title, text, hint

    def compose(self) -> ComposeResult:
        """The text in a frame that names the study."""
        with VerticalScroll() as scroll:
            scroll.border_title = visible(self.heading)
            scroll.border_subtitle = visible(self.hint)
            yield Static(Content("\n".join(visible(line) for line in self.text.split("\n"))), id="text")

    def action_leave(self) -> None:
        """Leave."""
        self.exit()


def show_text(title: str, text: str, hint: str, theme: str) -> None:
    """Show a text until it is left."""
    app = ReviewApp(title, text, hint, theme)
    app.run()
    app.raise_crash()
