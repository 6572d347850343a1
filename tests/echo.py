"""A program that shows every key and every paste on a line of its own, and its own size."""

from textual.app import App, ComposeResult
from textual.events import Key, Paste, Resize
from textual.widgets import Footer, Label, Log


class Echo(App[int]):
    """What the terminal is tried with; Ctrl+E leaves with a code that tells it from others."""

    BINDINGS = [("ctrl+e", "leave", "Leave")]  # noqa: RUF012  Textual's own way

    def compose(self) -> ComposeResult:
        yield Label("", id="size")
        yield Log()
        yield Footer()

    def on_mount(self) -> None:
        self.query_one(Log).can_focus = False
        self.query_one(Log).write_line("ready")

    def on_resize(self, event: Resize) -> None:
        self.query_one("#size", Label).update(f"size {event.size.width} x {event.size.height}")

    def on_key(self, event: Key) -> None:
        self.query_one(Log).write_line(f"key {event.key} {event.character if event.is_printable else '-'}.")

    def on_paste(self, event: Paste) -> None:
        self.query_one(Log).write_line(f"paste of {len(event.text)}: {event.text[:40]}.")

    def action_leave(self) -> None:
        self.exit(7, return_code=7)


if __name__ == "__main__":
    app = Echo()
    app.run()
    print("goodbye")
    raise SystemExit(app.return_code)
