"""How far long work is, on the terminal's last line.

Nothing is said of what takes no longer than a second, and nothing where standard error is no terminal. It says what the
work is and how much of it is done, in numbers: never a word of anybody's.
"""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from shutil import get_terminal_size
from time import monotonic
from typing import TYPE_CHECKING

from tui.signs import DRAWING
from tui.translator import N_, Translator

if TYPE_CHECKING:
    from interviews.study.folder import Far, Study

ALL_AS_IT_WAS = N_("Stopped; nothing was done, and all is as it was.")

PATIENCE = 1.0
"""Seconds that work may take before anything is said of it."""

_AGAIN = 0.25
_AGAIN_IN_WORDS = 10.0


class ProgressLine:
    """The line of one piece of work; ``in_words``: a new line now and then, for the ear and for terminals that only write."""

    def __init__(self, what: str, _: Translator, *, in_words: bool) -> None:
        self._what, self._, self._in_words = what, _, in_words
        self._far = (0, 0)
        self._over = threading.Event()
        self._shown = ""
        self._due = 0.0
        self._thread: threading.Thread | None = None

    def far(self, done: int, count: int) -> None:
        """So much is done, of so much."""
        self._far = done, count

    def begin(self, patience: float) -> None:
        """From now on the time is taken, and after so many seconds something is said."""
        self._thread = threading.Thread(target=self._tell, args=(patience,), name="progress", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Take the line away."""
        self._over.set()
        if self._thread is not None:
            self._thread.join()
        if self._shown and not self._in_words:
            _write(f"\r{' ' * len(self._shown)}\r")

    def _tell(self, wait: float) -> None:
        while not self._over.wait(wait):
            self.draw()
            wait = _AGAIN

    def draw(self) -> None:
        """Show how far it is; nothing is drawn that stands there already."""
        done, count = self._far
        told = self._("{what}: {done} of {count} …", what=self._what, done=done, count=count) if count else ""
        told = told or self._("{what} …", what=self._what)
        if DRAWING.in_ascii:
            told = DRAWING.draw_line(told)
        if not self._in_words:
            told = told[: max(get_terminal_size().columns - 1, 1)]
        if told == self._shown:
            return
        if self._in_words:
            if monotonic() >= self._due:
                self._due = monotonic() + _AGAIN_IN_WORDS
                self._shown = told
                _write(f"{told}\n")
            return
        _write(f"\r{told}{' ' * (len(self._shown) - len(told))}")
        self._shown = told


def _write(text: str) -> None:
    with suppress(OSError, ValueError):  # the terminal may be gone
        sys.stderr.write(text)
        sys.stderr.flush()


@contextmanager
def tell_progress(what: str, _: Translator, stopped: str = "", *, at_once: bool = False) -> Iterator["Far"]:
    """Say from the second second on how far the work in the block is; what is handed over is told how far.

    Nobody may be asked or told anything inside. ``stopped`` is what is said where Ctrl+C ends it; ``at_once``: so much
    was done before that nothing is waited for.
    """
    line = None
    if sys.stderr is not None and sys.stderr.isatty():
        line = ProgressLine(what, _, in_words=DRAWING.in_lines or os.environ.get("TERM") == "dumb")
        line.begin(0.0 if at_once else PATIENCE)
    try:
        yield _unseen if line is None else line.far
    except KeyboardInterrupt as stop:
        raise KeyboardInterrupt(*(stop.args or (stopped,) if stopped else ())) from None
    finally:
        if line is not None:
            line.end()


def _unseen(done: int, count: int) -> None:
    """Nobody sees how far it is."""


@contextmanager
def tell_reading(
    study: "Study", _: Translator, stopped: str = "", *, what: str = N_("Reading the interviews"), at_once: bool = False
) -> Iterator[None]:
    """The same of a block in which a study's interviews or files are gone through."""
    with tell_progress(_(what), _, stopped, at_once=at_once) as far:
        before, study.far = study.far, far
        try:
            yield
        finally:
            study.far = before
