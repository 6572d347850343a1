"""The Textual application: the terminal, the theme, the palette of acts; its screens do the rest."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from tui.base_app import BaseApp
from tui.keytable import key_name
from tui.live.screen import LiveScreen
from tui.registry import ACTS
from tui.words import Words


class InterviewApp(BaseApp, inherit_bindings=False):
    """Runs the live screen, and has a palette of its acts."""

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

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every act of the live screen, and nothing else."""
        if not isinstance(screen, LiveScreen):
            return
        for act in ACTS:
            title = f"{self.words.title(act.name)}   {key_name(act.key, self.words)}"
            yield SystemCommand(title, self.words.help(act.name), lambda name=act.name: screen.do_act(name))
