"""The palette of acts: Textual's own, with a cursor that stands still."""

from textual.command import CommandPalette
from textual.widgets import Input


class Palette(CommandPalette):
    """Lists every act with its key; nothing in it moves by itself."""

    def on_mount(self) -> None:
        """Stop the cursor's blinking."""
        self.query_one(Input).cursor_blink = False
