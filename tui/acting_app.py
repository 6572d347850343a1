"""An application whose screens have acts: one screen opens first, and a palette in the interface's language has all."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, Protocol, runtime_checkable

from textual.binding import BindingType
from textual.screen import Screen

from tui.base_app import BaseApp
from tui.words import Words


@runtime_checkable
class ActingScreen(Protocol):
    """A screen that does acts by their names, and may be hidden by a curtain."""

    @property
    def curtained(self) -> bool:
        """Whether a curtain hides it."""

    def do_act(self, name: str) -> None:
        """Do an act as the palette and the mouse ask for it."""


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
        """Open the palette, in the interface's language; never over a curtain."""
        from tui.palette import Palette

        below = self.screen
        if not isinstance(below, Palette) and not (isinstance(below, ActingScreen) and below.curtained):
            hide = partial(self._do_act, below, "curtain")
            self.push_screen(Palette(placeholder=self.words("palette_placeholder"), hide=hide))

    @staticmethod
    def _do_act(screen: Screen[object], name: str) -> None:
        if isinstance(screen, ActingScreen):
            screen.do_act(name)
