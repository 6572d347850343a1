"""Actions of the screen.

Help, commands, the guide in words, the curtain, scrolling, closing.
"""

from typing import TYPE_CHECKING, Literal

from tui.input import cards
from tui.input import screen_commands as show
from tui.input.action import Action
from tui.input.context import Context
from tui.input.screen_commands import Intent
from tui.translator import N_, Translator

if TYPE_CHECKING:
    from tui.live.action_runner import ActionRunner


def _open(runner: "ActionRunner", what: Literal["help", "palette"]) -> bool:
    if runner.table.curtain:
        return False  # nothing of ours opens over a curtain
    runner.call(what)
    return True


def _tell_guide(runner: "ActionRunner", _: Intent, _began: float | None) -> bool:
    runner.lay(cards.guide_card(runner.table.interview, runner.table._))
    return True


def _draw_curtain(runner: "ActionRunner", _: Intent, _began: float | None) -> bool:
    """Hide everything, the line as it stands too; lifted, it shows what was said behind it."""
    table = runner.table
    table.curtain = not table.curtain
    table.veiled = table.curtain
    if not table.curtain:
        table.notice, table.behind = table.behind, None
    return True


def _name_scroll(meaning: Intent, _context: Context, _: Translator) -> str:
    return _(N_("Scroll up") if isinstance(meaning, show.Scroll) and meaning.pages < 0 else N_("Scroll down"))


def _scroll(runner: "ActionRunner", intent: Intent, _: float | None) -> bool:
    pages = intent.pages if isinstance(intent, show.Scroll) else 0
    if not runner.sight.scroll_card(pages, page=True):
        runner.call("scroll_up" if pages < 0 else "scroll_down")
    return True


def _close(runner: "ActionRunner", _: Intent, _began: float | None) -> bool:
    runner.walk.go_back()
    return True


ACTS: tuple[Action, ...] = (
    Action(
        "help",
        N_("Help"),
        N_("all keys"),
        "see",
        "?",
        "help",
        "hjelp",
        heard=("kommandoer",),
        means=show.ShowHelp(),
        run=lambda runner, _intent, _began: _open(runner, "help"),
    ),
    Action(
        "palette",
        N_("Commands"),
        N_("all commands, searchable"),
        "see",
        "Ctrl+P",
        "palette",
        "palett",
        binding="ctrl+p",
        anywhere=True,
        means=show.ShowPalette(),
        run=lambda runner, _intent, _began: _open(runner, "palette"),
    ),
    Action(
        "guide",
        N_("The guide"),
        N_("the whole guide in words: how every question stands, and which is in hand"),
        "see",
        "/guide",
        "guide",
        "guide",
        heard=("guiden", "status"),
        means=show.ShowCard("guide"),
        run=_tell_guide,
    ),
    Action(
        "curtain",
        N_("Curtain"),
        N_("hide guide and notes; again shows them"),
        "see",
        "Ctrl+L",
        "curtain",
        "skjul",
        binding="ctrl+l",
        anywhere=True,
        means=show.ToggleCurtain(),
        run=_draw_curtain,
    ),
    Action(
        "scroll_up",
        N_("Scroll up"),
        N_("scroll the conversation back"),
        "see",
        "PgUp",
        "up",
        "oppover",
        binding="pageup",
        anywhere=True,
        means=show.Scroll(-1),
        tell=_name_scroll,
        run=_scroll,
    ),
    Action(
        "scroll_down",
        N_("Scroll down"),
        N_("scroll the conversation on"),
        "see",
        "PgDn",
        "down",
        "nedover",
        binding="pagedown",
        anywhere=True,
        means=show.Scroll(1),
        tell=_name_scroll,
        run=_scroll,
    ),
    Action(
        "close",
        N_("Close"),
        N_("close what is open, or one step back; then clear the line"),
        "see",
        "Esc",
        "close",
        "lukk",
        binding="escape",
        anywhere=True,
        means=show.CloseOpen(),
        run=_close,
    ),
)
"""In the order of the help."""
