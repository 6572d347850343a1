"""An application whose screens have acts: one screen opens first, and a palette in the interface's language has all."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from tui.base_app import BaseApp
from tui.words import Words


class ActingApp(BaseApp, inherit_bindings=False):
    """Opens its first screen; what its palette holds, ``get_system_commands`` of the application says."""

    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, first: Callable[[], Screen[None]], words: Words, theme: str = "dark") -> None:
        super().__init__(theme)
        self._first = first
        self.words = words

    def on_mount(self) -> None:
        """Open the first screen."""
        self.push_screen(self._first())

    def action_command_palette(self) -> None:
        """Open the palette, in the interface's language."""
        from tui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(placeholder=self.words("palette_placeholder")))
