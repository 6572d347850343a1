"""The floor for start, keys and acts: the smallest Textual application with an input line."""

import os
import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class MinimalApp(App[None]):
    """One input line; with a file named, Enter puts the line on its disk and then on the screen."""

    CSS: ClassVar[str] = ""

    def compose(self) -> ComposeResult:
        """The line, and what was entered last where that is kept."""
        yield Input(placeholder="here we are", select_on_focus=False)
        if len(sys.argv) > 1:
            yield Static(markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write and sync what was entered, then show it."""
        if len(sys.argv) > 1:
            fd = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            os.write(fd, f"{event.value}\n".encode())
            getattr(os, "fdatasync", os.fsync)(fd)
            os.close(fd)
            self.query_one(Static).update(event.value)
            event.input.value = ""


if __name__ == "__main__":
    MinimalApp().run()
