"""Writing lines, and echoing what is typed, without a screen.

Nothing is drawn anew: a row is gone on with, or left as it stands and another begun. Only what Backspace takes away at
a row's end is wiped out, as a terminal itself does it. In a file or a pipe nothing can be: there the row stays, and what
is left of it is written on another before anything follows.
"""

from collections.abc import Callable, Iterable
from typing import TextIO

from rich.cells import cell_len

from tui.escape import escape_controls
from tui.signs import DRAWING
from tui.widgets.entry_rows import wrap


class Voice:
    """Says lines on a stream; ``columns`` tells a terminal's width, 0 where there is none and nothing is folded."""

    def __init__(self, stream: TextIO, columns: Callable[[], int]) -> None:
        self._stream, self._columns = stream, columns
        self._row: tuple[str, str] | None = None
        self._shorter: tuple[str, str] | None = None
        """What the row should show, where some of it was taken away and cannot be wiped out."""
        self.gone = False

    def say(self, lines: Iterable[str]) -> None:
        """Say lines, below the row that is being typed on."""
        told = [row for line in lines for row in self._folded(escape_controls(line))]
        if told:
            if self._shorter is not None and self._shorter[1]:
                self._begin(*self._shorter)
            self._write("".join(f"{row}\n" for row in ([""] if self._row is not None else []) + told))
            self._row = self._shorter = None

    def show(self, prompt: str, text: str) -> None:
        """Let the row to type on show a prompt and a text: what is already there is not written again."""
        wanted = prompt, escape_controls(text)
        self._shorter = None
        if wanted == self._row:
            return
        if self._row is None or self._row[0] != prompt:
            self._begin(*wanted)
        elif wanted[1].startswith(self._row[1]):
            self._write(wanted[1][len(self._row[1]) :])
        elif self._row[1].startswith(wanted[1]) and not self._columns():
            self._shorter = wanted
            return
        elif self._row[1].startswith(wanted[1]) and self._fits(*self._row):
            wiped = cell_len(self._row[1]) - cell_len(wanted[1])
            self._write("\b" * wiped + " " * wiped + "\b" * wiped)
        else:
            self._begin(*wanted)
        self._row = wanted

    def again(self) -> None:
        """Leave the row as it is: what is shown next begins on another."""
        if self._row is not None:
            self._write("\n")
            self._row = self._shorter = None

    def push_away(self, rows: int) -> None:
        """Let what has been said go out of sight, as far as blank lines can do that."""
        self._write("\n" * rows)
        self._row = self._shorter = None

    def _begin(self, prompt: str, text: str) -> None:
        self._write(("\n" if self._row is not None else "") + prompt + text)

    def _fits(self, prompt: str, text: str) -> bool:
        return cell_len(prompt) + cell_len(text) < self._columns()

    def _folded(self, line: str) -> list[str]:
        if DRAWING.in_ascii and self._columns():
            line = DRAWING.draw_line(line)
        width = self._columns()
        if not width or cell_len(line) < width:
            return [line]
        margin = " " * (len(line) - len(line.lstrip(" ")))
        first, *rest = wrap(line, max(width - 1 - len(margin), 20))
        return [first, *(f"{margin}{row}" for row in rest)]

    def _write(self, text: str) -> None:
        if self.gone or not text:
            return
        try:
            self._stream.write(text)
            self._stream.flush()
        except (OSError, ValueError):  # nobody reads any more: what is typed goes into the log all the same
            self.gone = True
