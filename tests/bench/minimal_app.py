"""The floor for start and keys: the smallest Textual application with an input line."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.widgets import Input


class MinimalApp(App[None]):
    """One input line."""

    CSS: ClassVar[str] = ""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Input(placeholder="here we are", select_on_focus=False)


if __name__ == "__main__":
    MinimalApp().run()
