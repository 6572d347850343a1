"""Waiting for the interview's log.

The observer may sit down before the interview begins.
"""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.base_app import BaseApp
from tui.translator import Translator

_EVERY = 1.0
"""Seconds between two looks at the study."""


class WaitingApp(BaseApp, inherit_bindings=False):
    """Looks every second whether ``find`` finds the log of an interview, and ends with it; None where it was left."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    Screen { align: center middle; }
    #box { width: 78; max-width: 100%; height: auto; border: solid $accent; padding: 1 2; }
    #hint { margin-top: 1; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape,ctrl+q,ctrl+c", "leave", "")]

    def __init__(self, find: Callable[[], Path | None], _: Translator, theme: str = "dark") -> None:
        super().__init__(theme)
        self._find, self._ = find, _
        self.found: Path | None = None

    def compose(self) -> ComposeResult:
        """What is waited for, and how to leave."""
        with Vertical(id="box") as box:
            box.border_title = self._("No interview is under way yet")
            yield Static(
                Content(
                    self._(
                        "It begins with the first key in the other terminal (run or run --pilot); then the seat opens here by itself."
                    )
                )
            )
            yield Static(Content(self._("waiting · Ctrl+Q leaves")), id="hint")

    def on_mount(self) -> None:
        """Look now, and from then on every second."""
        self.set_interval(_EVERY, self.look)

    def look(self) -> None:
        """End with the log once there is one."""
        self.found = self._find()
        if self.found is not None:
            self.exit()

    def action_leave(self) -> None:
        """Leave without having observed."""
        self.exit()
