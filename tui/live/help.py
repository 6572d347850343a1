"""Every key on one page, from the one registry of acts."""

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.keytable import key_name
from tui.registry import ACTS
from tui.words import Words

GROUPS = ("talk", "mark", "note", "park", "see", "session")


class HelpScreen(ModalScreen[None]):
    """Closes with Esc, Enter, q or ?."""

    CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll {
        width: 92; max-width: 100%; height: auto; max-height: 100%;
        border: round $accent; padding: 0 2; background: $surface;
    }
    HelpScreen Static { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape,enter,q,question_mark", "dismiss", "")]

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words

    def compose(self) -> ComposeResult:
        """The acts by group, then the shapes of the states."""
        with VerticalScroll() as scroll:
            scroll.border_title = self.words("help_title")
            scroll.border_subtitle = self.words("help_leave")
            yield Static(Content.assemble(*help_text(self.words)))


def help_text(words: Words) -> list[tuple[str, str]]:
    """The page as pieces of text with their styles."""
    wide = max(cell_len(act.key) for act in ACTS) + 2
    pieces: list[tuple[str, str]] = []
    for group in GROUPS:
        pieces.append((f"{words(f'group_{group}')}\n", "bold"))
        for act in ACTS:
            if act.group == group:
                key = key_name(act.key, words)
                pieces.append((f"  {key}{' ' * (wide - cell_len(key))}", "bold"))
                pieces.append((f"{words.help(act.name)}\n", ""))
    pieces.append((f"{words('help_literal')}\n", ""))
    pieces.append((words("help_states"), "dim"))
    return pieces
