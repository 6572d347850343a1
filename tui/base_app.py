"""What our applications share: the safe driver, the theme, stillness, and a crash that shows nobody's words."""

import os

from textual.app import App
from textual.theme import Theme

from tui.driver import TerminalDriver

CONTRAST = Theme(
    name="contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ff5f5f",
    success="#00ff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    dark=True,
    text_alpha=1.0,
    variables={"text-muted": "#ffffff", "border": "#ffffff"},
)
"""White and yellow on black, nothing dimmed by colour."""

THEMES = {"dark": "textual-dark", "light": "textual-light", "contrast": "contrast", "terminal": "ansi-dark"}
"""The themes by the names that people write in their settings; ``terminal`` takes the terminal's own colours."""


class BaseApp(App[str], inherit_bindings=False):
    """An application without a screenshot, since that would be a picture of confidential words."""

    def __init__(self, theme: str = "dark") -> None:
        super().__init__(driver_class=TerminalDriver if os.name == "posix" else None)
        self.title = "intervjuguide"
        self.animation_level = "none"
        wanted = THEMES.get(theme, THEMES["dark"])
        if wanted == CONTRAST.name:
            self.register_theme(CONTRAST)
        if wanted != self.theme:
            self.theme = wanted

    def _fatal_error(self) -> None:
        """Leave without drawing the traceback that Textual would draw, with the values of every variable in it."""
        self._close_messages_no_wait()

    def raise_crash(self) -> None:
        """Raise what crashed the application, if anything did.

        Raises:
            Exception: whatever ended the application.
        """
        if self._exception is not None:
            raise self._exception
