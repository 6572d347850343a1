"""What all our applications share.

The safe driver, the theme, stillness, and a crash that shows nobody's words.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import ClassVar, Protocol, runtime_checkable

from rich.segment import Segment
from textual.app import App
from textual.binding import BindingType
from textual.color import Color
from textual.command import CommandPalette, SearchIcon
from textual.filter import LineFilter
from textual.screen import Screen
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.theme import Theme
from textual.widgets import Input

from interviews.os_support import system
from tui.driver import terminal_driver
from tui.signs import DRAWING, FIND, HALVES
from tui.translator import Translator


class HalvesBar(ScrollBarRender):
    """A scrollbar that moves by half cells: the eighths of Textual's own are in few fonts."""

    VERTICAL_BARS: ClassVar[list[str]] = [HALVES[0], " "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [HALVES[1], " "]


class WholeBar(ScrollBarRender):
    """A scrollbar of whole cells, which are blanks with a background."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


class InAscii(LineFilter):
    """Draws each sign in ASCII, for terminals that give two cells to what most give one; the words stay in files."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments, each as wide as before."""
        return [
            one if one.text.isascii() else Segment(DRAWING.drawn(one.text), one.style, one.control) for one in segments
        ]


class Palette(CommandPalette):
    """Lists every act with its key; nothing in it moves by itself, and Ctrl+L hides it with all else."""

    DEFAULT_CSS = """
    Palette #--input { border: solid $border; }
    Palette CommandList { border-bottom: solid $border; }
    Palette LoadingIndicator { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+l", "hide", "")]

    def __init__(self, *, placeholder: str, hide: Callable[[], None]) -> None:
        """``hide`` draws the curtain of the screen below."""
        super().__init__(placeholder=placeholder)
        self._hide = hide

    def on_mount(self) -> None:
        """Stop the cursor's blinking; the magnifying glass is in no font of a terminal."""
        self.query_one(SearchIcon).icon = FIND
        self.query_one(Input).cursor_blink = False

    def action_hide(self) -> None:
        """Close, and draw the curtain."""
        self._action_escape()
        self.app.call_later(self._hide)


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
        super().__init__(driver_class=terminal_driver())
        self.title = "intervjuguide"
        self.animation_level = "none"
        ScrollBar.renderer = WholeBar if DRAWING.in_ascii else HalvesBar
        if DRAWING.in_ascii:
            self._filters.append(InAscii())
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


def when_told_to_end(end: Callable[[], None]) -> None:
    """Call ``end`` when the program is told to end, from within a running application."""
    with suppress(ValueError, RuntimeError, NotImplementedError):  # only the main thread may listen
        system().hear_end(end)


@runtime_checkable
class CommandScreen(Protocol):
    """A screen that does acts by their names, and may be hidden by a curtain."""

    @property
    def curtained(self) -> bool:
        """Whether a curtain hides it."""

    def do_act(self, name: str) -> None:
        """Do an act as the palette and the mouse ask for it."""


class CommandApp(BaseApp, inherit_bindings=False):
    """Opens its first screen; what its palette holds, ``get_system_commands`` of the application says."""

    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, first: Callable[[], Screen[None]], _: Translator, theme: str = "dark") -> None:
        super().__init__(theme)
        self._first = first
        self._ = _

    def on_mount(self) -> None:
        """Open the first screen."""
        self.push_screen(self._first())

    def action_command_palette(self) -> None:
        """Open the palette, in the interface's language; never over a curtain."""
        below = self.screen
        if not isinstance(below, Palette) and not (isinstance(below, CommandScreen) and below.curtained):
            hide = partial(self._do_act, below, "curtain")
            self.push_screen(Palette(placeholder=self._("Search for an act …"), hide=hide))

    @staticmethod
    def _do_act(screen: Screen[object], name: str) -> None:
        if isinstance(screen, CommandScreen):
            screen.do_act(name)
