"""Every key on one page."""

from typing import ClassVar

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import ACTS, key_of, slash_of
from tui.translator import N_, Translator

_GROUPS = {
    "talk": N_("The conversation"),
    "mark": N_("Coverage"),
    "note": N_("Notes"),
    "park": N_("Follow-ups"),
    "pilot": N_("In a pilot"),
    "see": N_("The screen"),
    "session": N_("The interview"),
}


GROUPS = ("talk", "mark", "note", "park", "pilot", "see", "session")


class HelpScreen(ModalScreen[bool]):
    """Closes with Esc, Enter, q or ?, and with Ctrl+L, which also draws the curtain."""

    CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll {
        width: 92; max-width: 100%; height: auto; max-height: 100%;
        border: solid $accent; padding: 0 2; background: $surface;
    }
    HelpScreen Static { height: auto; width: 100%; }
    HelpScreen .group { text-style: bold; }
    HelpScreen .states { text-style: dim; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,enter,q,question_mark", "dismiss", ""),
        ("ctrl+l", "dismiss(True)", ""),
    ]

    def __init__(self, _: Translator) -> None:
        super().__init__()
        self._ = _

    def compose(self) -> ComposeResult:
        """The acts by group, then the shapes of the states."""
        with VerticalScroll() as scroll:
            scroll.border_title = self._("Help")
            scroll.border_subtitle = self._("↑ ↓ scroll · Esc closes")
            for group in GROUPS:
                yield Static(Content(self._(_GROUPS[group])), classes="group")
                yield Static(group_table(group, self._))
            yield Static(Content(self._("The same character twice gives a note that begins with it.")), classes="group")
            yield Static(
                Content(
                    self._(
                        "□ untouched  ▪ touched  ▄ asked  ■ covered  • covered unasked  – skipped  × declined  → in hand   1–3 depth   (…) optional"
                    )
                ),
                classes="states",
            )


def group_table(group: str, _: Translator) -> Table:
    """The acts of a group: key, word, what it does; long lines go on below their beginning."""
    table = Table.grid(padding=(0, 1, 0, 2))
    table.add_column(width=max(cell_len(key_of(act, _)) for act in ACTS), no_wrap=True)
    table.add_column(width=max(cell_len(slash_of(act, _)) for act in ACTS), no_wrap=True)
    table.add_column(ratio=1)
    for act in ACTS:
        if act.group == group:
            key, slash = Text(key_of(act, _), style="bold"), Text(slash_of(act, _))
            table.add_row(key, slash, Text(_.help(act.name)))
    return table
