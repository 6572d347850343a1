"""Every key of the observer, with what it means."""

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

from tui.observer.observer_controller import OBSERVER_HELP, OBSERVER_TITLES, Group, acts_of
from tui.observer.render import key_of
from tui.translator import Translator

_NAME = 23


class ObserverHelp(ModalScreen[bool]):
    """Closes with Esc, Enter, q or ?, and with Ctrl+L, which also draws the curtain."""

    CSS = """
    ObserverHelp { align: center middle; }
    ObserverHelp > VerticalScroll {
        width: 92; max-width: 100%; height: auto; max-height: 100%;
        border: solid $accent; padding: 0 2; background: $surface;
    }
    ObserverHelp Static { height: auto; width: 100%; }
    ObserverHelp .group { text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,enter,q,question_mark", "dismiss", ""),
        ("ctrl+l", "dismiss(True)", ""),
    ]

    def __init__(self, _: Translator) -> None:
        super().__init__()
        self._ = _

    def compose(self) -> ComposeResult:
        """The acts by group: who speaks, the moves, what is noticed, the seat itself."""
        _ = self._
        with VerticalScroll() as scroll:
            scroll.border_title = _("The observer's keys")
            scroll.border_subtitle = _("↑ ↓ scroll · Esc closes")
            yield from self._group("turn", _("Who speaks now"))
            yield Static(Content(_("One press as it happens. Leave “mm” and nods alone.")))
            yield from self._group("move", " · ".join((_("Moves"), _("Kvale's nine types"))))
            yield from self._group("sign", _("Noticed"))
            yield from self._group("seat", _("OBSERVER").capitalize())

    def _group(self, group: Group, title: str) -> ComposeResult:
        yield Static(Content(title), classes="group")
        yield Static(group_table(group, self._))


def group_table(group: Group, _: Translator) -> Table:
    """The acts of a group: key, name, and what it means."""
    keys = [key_of(act, _) for act in acts_of(group)]
    table = Table.grid(padding=(0, 1, 0, 1))
    table.add_column(width=max(map(cell_len, keys)), no_wrap=True)
    table.add_column(width=_NAME, no_wrap=True)
    table.add_column(ratio=1)
    for key, act in zip(keys, acts_of(group), strict=True):
        name = _(OBSERVER_TITLES[act.name])
        table.add_row(Text(key, style="bold"), Text(name), Text(_(OBSERVER_HELP[act.name])))
    return table
