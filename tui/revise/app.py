"""Revising as an application of its own."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from tui.base_app import BaseApp
from tui.revise.round import Round
from tui.revise.screen import ReviseScreen
from tui.words import Words


class ReviseApp(BaseApp, inherit_bindings=False):
    """One round, from the first proposal to the question whether to write."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, round_: Round, words: Words, write: Callable[[], str], theme: str = "dark") -> None:
        super().__init__(theme)
        self._round, self._words, self._write = round_, words, write
        self.written = False

    def on_mount(self) -> None:
        """Open the proposals."""
        self.push_screen(ReviseScreen(self._round, self._words, self._write), self._leave)

    def _leave(self, written: bool | None) -> None:  # noqa: FBT001  as Textual calls it
        self.written = bool(written)
        self.exit()
