"""The palette of acts: Textual's own, with a cursor that stands still."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.command import CommandPalette
from textual.widgets import Input


class Palette(CommandPalette):
    """Lists every act with its key; nothing in it moves by itself, and Ctrl+L hides it with all else."""

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+l", "hide", "")]

    def __init__(self, *, placeholder: str, hide: Callable[[], None]) -> None:
        """``hide`` draws the curtain of the screen below."""
        super().__init__(placeholder=placeholder)
        self._hide = hide

    def on_mount(self) -> None:
        """Stop the cursor's blinking."""
        self.query_one(Input).cursor_blink = False

    def action_hide(self) -> None:
        """Close, and draw the curtain."""
        self._action_escape()
        self.app.call_later(self._hide)
