"""What all applications share: driver, theme, keys in order.

Nothing moves by itself, and a crash shows nobody's words. A key may open a line, a card or a screen that the next key
is meant for. Keys that come in one read (typed ahead while the machine was busy, or sent by another program) would all
go to where the focus was before the first of them: Textual 8.2 sends a key on when it arrives, and ``Widget.focus``
only asks for the focus to be set later (``textual/widget.py``). ``OrderedKeysApp`` gives them one after the other.
"""

from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from rich.segment import Segment
from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider, SearchIcon
from textual.filter import LineFilter
from textual.message_pump import MessagePump
from textual.screen import ModalScreen, Screen
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.theme import Theme
from textual.widgets import Input

from guide.frozen import Value
from interviews.os_support import system
from tui.console import ask, tell_refused_keys
from tui.keymap import KEYS
from tui.signs import DRAWING, FIND, HALVES
from tui.terminal import terminal_driver
from tui.translator import Translator

if TYPE_CHECKING:
    from textual.timer import Timer


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
            one if one.text.isascii() else Segment(DRAWING.draw(one.text), one.style, one.control) for one in segments
        ]


class Palette(CommandPalette):
    """Lists every act with its key; nothing in it moves by itself, and Ctrl+L hides it with all else."""

    DEFAULT_CSS = """
    Palette #--input { border: solid $border; }
    Palette CommandList { border-bottom: solid $border; }
    Palette LoadingIndicator { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+l", "hide", id="curtain")]

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

    ENABLE_COMMAND_PALETTE = False

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
        if KEYS.given:
            self.set_keymap(KEYS.for_bindings)

    def _fatal_error(self) -> None:
        """Leave without drawing the traceback that Textual would draw, with the values of every variable in it."""
        self._close_messages_no_wait()

    def run_to_end(self, _: Translator) -> str | None:
        """Run until it is left; what it ended with. Keys that the settings cannot give are told, and read, before.

        Raises:
            Exception: whatever crashed the application.
        """
        if tell_refused_keys(_):  # a screen would cover it
            ask(_("Enter opens the screen; all else in the settings counts: "))
        ended_with = self.run()
        if self._exception is not None:
            raise self._exception
        return ended_with


class KeyedScreen(Screen[None]):
    """A screen whose keys are bindings, which says where an action is now whose key the settings moved."""

    _: Translator
    KEYS_OF: ClassVar[str] = "review"

    def tell(self, said: str) -> None:
        """Show a sentence until the next key."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        """Bindings are asked behind this: a key that is one here all the same is left to them."""
        moved = KEYS.tell_moved(event.key, self._, self.KEYS_OF)
        if moved and event.key not in self.active_bindings:
            event.stop()
            self.tell(moved)


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


class PaletteAct(Value):
    """An act as the palette lists it, and the further ``words`` that it is found by."""

    title: str
    help: str
    do: Callable[[], object]
    words: tuple[str, ...] = ()


class PaletteActs(Provider):
    """Finds the acts of the screen below by their titles and words; where there is none it says so."""

    @property
    def _acts(self) -> list[PaletteAct]:
        acts = self.app.palette_acts(self.screen) if isinstance(self.app, CommandApp) else ()
        return sorted(acts, key=lambda act: act.title)

    async def discover(self) -> Hits:
        """List all of them, while nothing is typed."""
        for act in self._acts:
            yield DiscoveryHit(act.title, act.do, help=act.help)

    async def search(self, query: str) -> Hits:
        """Find those that fit what was typed."""
        matcher, found = self.matcher(query), False
        for act in self._acts:
            score = max(matcher.match(text) for text in (act.title, *act.words))
            if score > 0:
                found = True
                yield Hit(score, matcher.highlight(act.title), act.do, help=act.help)
        if not found and isinstance(self.app, CommandApp):
            yield Hit(1, self.app.nothing_found, lambda: None)


class FirstScreenApp(BaseApp):
    """Opens its first screen, ends with it, and has nothing besides."""

    def __init__(self, first: Callable[[], Screen[None]], theme: str = "dark") -> None:
        super().__init__(theme)
        self._first = first

    def on_mount(self) -> None:
        """Open the first screen, and leave with it."""
        self.push_screen(self._first(), lambda _: self.exit())


class CommandApp(FirstScreenApp):
    """Has a palette; what that holds, ``palette_acts`` says."""

    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {PaletteActs}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "command_palette", id="palette", show=False, priority=True)
    ]

    def __init__(self, first: Callable[[], Screen[None]], _: Translator, theme: str = "dark") -> None:
        super().__init__(first, theme)
        self._ = _

    @property
    def nothing_found(self) -> str:
        """What the palette says where no act fits."""
        return self._("No act is called that.")

    def palette_acts(self, _screen: Screen[object]) -> Iterable[PaletteAct]:
        """The acts of a screen, in any order."""
        return ()

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


_STUCK = 1.0
"""Seconds after which the next key is let through although nobody said that the one before was dealt with."""


class OrderedKeysApp(BaseApp):
    """Gives each key to whatever has the focus after the key before it was dealt with."""

    def __init__(self, theme: str = "dark") -> None:
        super().__init__(theme)
        self._coming: deque[events.Key | events.Paste] = deque()
        self._under_way = 0
        self._number = 0
        self._guard: Timer | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a key is being dealt with, or waits for its turn."""
        return bool(self._coming or self._under_way)

    async def on_event(self, event: events.Event) -> None:
        """Take a key or a paste in its turn, and everything else at once."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._coming.append(event)
        if not self._under_way:
            await self._next()

    async def _next(self) -> None:
        if not self._coming:
            return
        self._number += 1
        number = self._under_way = self._number
        self._guard = self.set_timer(_STUCK, lambda: self._finish(number))
        target: MessagePump = self.focused or self.screen
        await super().on_event(self._coming.popleft())
        self._follow(target, number)

    def _follow(self, node: MessagePump | None, number: int) -> None:
        """Go the way of the key, from the widget up to the application, behind it in each queue."""
        above = None if node is None else node._parent  # noqa: SLF001  a screen's parent is not told otherwise
        if node is None or node is self or not node.call_later(self._follow, above, number):
            self.call_later(self._look_around, number)

    def _look_around(self, number: int) -> None:
        """Whatever the key opened is drawn, and has the focus, before the next one."""
        if not self.screen.call_after_refresh(self._finish, number):
            self._finish(number)

    def _finish(self, number: int) -> None:
        if number != self._under_way:
            return
        if self._guard is not None:
            self._guard.stop()
        self.call_later(self._let_go, number)

    async def _let_go(self, number: int) -> None:
        if number == self._under_way:
            self._under_way = 0
            await self._next()


class KeysPage(ModalScreen[bool]):
    """Every key on a page. Closes with Esc, Enter, q or ?, and with Ctrl+L, which also draws the curtain."""

    DEFAULT_CSS = """
    KeysPage { align: center middle; }
    KeysPage > VerticalScroll {
        width: 92; max-width: 100%; height: auto; max-height: 100%;
        border: solid $accent; padding: 0 2; background: $surface;
    }
    KeysPage Static { height: auto; width: 100%; }
    KeysPage .group { text-style: bold; }
    KeysPage .states { text-style: dim; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,enter,q,question_mark", "dismiss", ""),
        Binding("ctrl+l", "dismiss(True)", id="curtain"),
    ]

    def __init__(self, _: Translator) -> None:
        super().__init__()
        self._ = _
