"""A short list to choose from, as a screen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.base_app import BaseApp
from tui.commands.common import AROUND
from tui.escape import escape_controls

if TYPE_CHECKING:
    from tui.commands.common import Choice, Told

_WIDE, _BESIDE = 78, 6
"""Columns of the box, and of its frame and padding."""
_BLANK = 3
"""Rows of the box that stay blank where there is room."""
_FEWEST = 3
"""Rows of the choices that whatever is told leaves to them; they scroll."""


class ChoiceApp(BaseApp):
    """Shows a title, a sentence and a list; ends with the name of what was chosen, or None."""

    CSS = """
    Screen { align: center middle; }
    #box { width: 78; max-width: 100%; height: auto; max-height: 100%; border: solid $accent; padding: 1 2; }
    #what { height: auto; margin-bottom: 1; color: $text-muted; }
    #choices { height: auto; border: none; padding: 0; background: $background; }
    #hint { height: 1; margin-top: 1; color: $text-muted; }
    #box.low { padding: 0 2; }
    #box.dense #what { margin-bottom: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,ctrl+c", "leave", ""),
        Binding("ctrl+q", "leave", id="quit"),
    ]

    def __init__(
        self,
        title: str,
        what: "Told",
        choices: "Sequence[Choice]",
        hint: str,
        theme: str = "dark",
        at: str | None = None,
    ) -> None:
        super().__init__(theme)
        self._at = next((place for place, one in enumerate(choices) if one.name == at), 0)
        self.heading, self.what, self.choices, self.hint = title, what, choices, hint

    def compose(self) -> ComposeResult:
        """The box with its list."""
        with Vertical(id="box") as box:
            box.border_title = escape_controls(self.heading)
            yield Static(id="what")
            yield OptionList(
                *(Option(Content(escape_controls(one.text)), id=one.name) for one in self.choices), id="choices"
            )
            yield Static(Content(self.hint), id="hint")

    def on_mount(self) -> None:
        """The first choice is the one that Enter takes, unless somebody comes back from another."""
        choices = self.query_one("#choices", OptionList)
        choices.highlighted = self._at
        choices.focus()

    def on_resize(self, event: events.Resize) -> None:
        """What is told anew where the terminal has other rows: blank ones go first, then the choices scroll.

        The last of them is the one before the choices. The keys are always named.
        """
        height, box, choices = event.size.height, self.query_one("#box"), self.query_one("#choices", OptionList)
        text = self.what if isinstance(self.what, str) else self.what(height)
        lines = [escape_controls(line) for line in text.split("\n")]
        what, wide = self.query_one("#what", Static), min(_WIDE, event.size.width) - _BESIDE
        most = max(1, height - AROUND - min(_FEWEST, len(self.choices)))
        rows = min(most, Content("\n".join(lines)).get_height({}, wide))
        is_low = rows + len(self.choices) + AROUND + _BLANK > height
        spares = is_low and "" in lines
        box.set_class(is_low, "low")
        box.set_class(is_low and not spares, "dense")
        while spares and "" in lines and Content("\n".join(lines)).get_height({}, wide) >= rows:
            lines.remove("")
        what.update(Content("\n".join(lines)))
        what.styles.max_height = most - spares
        choices.styles.max_height = max(1, height - AROUND - rows)
        self.call_after_refresh(choices.scroll_to_highlight)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Leave with what was chosen."""
        self.exit(event.option.id)

    def action_leave(self) -> None:
        """Leave without choosing."""
        self.exit(None)
