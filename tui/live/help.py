"""Every key on one page."""

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.base_app import KeysPage
from tui.input.actions import ACTS, key_of, slash_of
from tui.translator import N_, Translator

_GROUPS = {
    "talk": N_("The conversation"),
    "mark": N_("Coverage"),
    "note": N_("Notes"),
    "park": N_("Follow-ups"),
    "pilot": N_("In a pilot"),
    "practice": N_("In practice"),
    "see": N_("The screen"),
    "session": N_("The interview"),
}


GROUPS = ("talk", "mark", "note", "park", "pilot", "practice", "see", "session")


class HelpScreen(KeysPage):
    """The acts of the live screen by group, then the shapes of the states."""

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
    table.add_column(min_width=max(cell_len(key_of(act, _)) for act in ACTS), no_wrap=True)
    table.add_column(min_width=max(cell_len(slash_of(act, _)) for act in ACTS), no_wrap=True)
    table.add_column(ratio=1)
    for act in ACTS:
        if act.group == group:
            key, slash = Text(key_of(act, _), style="bold"), Text(slash_of(act, _))
            table.add_row(key, slash, Text(_(act.help)))
    return table
