"""An interview held line by line, until it is left.

Keys are heard one by one from a terminal, lines one by one from anything else. What is due later waits in the loop;
nothing is written while nobody does anything, but for what a practice interview's informant says.
"""

import asyncio
import gc
import os
import re
import sys
from codecs import getincrementaldecoder
from collections.abc import Callable, Mapping
from contextlib import suppress
from shutil import get_terminal_size
from typing import Protocol

from interviews.core.clock import Clock
from interviews.observer_session import Seat, Window
from interviews.os_support import system
from interviews.session import Session
from tui.console import print_nowhere, tell_refused_keys
from tui.linear import open_source
from tui.linear.linear_desk import LinearDesk
from tui.linear.linear_observer import LinearObserver
from tui.linear.source import Terminal, keys_of
from tui.linear.voice import Voice
from tui.live.options import LiveOptions
from tui.terminal.keystream import ESC, Bursts, Pasted, PasteSplitter, Piece
from tui.translator import Translator
from tui.widgets.line_model import TypedLine

_SLICE, _BETWEEN, _SETTLE = 0.015, 0.02, 0.3
"""Seconds of reading on what earlier interviews tell, until the next slice, and until the first."""
_SECOND = 1.0
_ONE_LINE = re.compile("([^\x00-\x1f\x7f]*[^\x00-\x1f\x7f])(?:\r\n|\r|\n)")


def hold_linearly(session: Session, _: Translator, clock: Clock, helps: LiveOptions) -> None:
    """Hold an interview as plain lines on standard input and output.

    Raises:
        Exception: whatever ended it.
    """
    tell_refused_keys(_)

    def sit_down(voice: Voice, leave: Callable[[], None]) -> Desk:
        return LinearDesk(session, _, clock.running, voice, leave, helps)

    def write_kept() -> None:
        if helps.kept is not None and helps.kept.changed:
            helps.kept.write()

    later = write_kept if helps.kept is not None else None
    asyncio.run(_Sitting(sit_down, clock, ticks=helps.informant is not None, later=later).hold())


def observe_linearly(seat: Seat, window: Window, _: Translator, clock: Clock) -> bool:
    """Observe an interview line by line; whether a note on the line was lost.

    Raises:
        Exception: whatever ended it.
    """
    tell_refused_keys(_)
    taken: list[LinearObserver] = []

    def sit_down(voice: Voice, leave: Callable[[], None]) -> Desk:
        taken.append(LinearObserver(seat, window, _, clock, voice, leave))
        return taken[-1]

    asyncio.run(_Sitting(sit_down, clock, ticks=True).hold())
    return taken[-1].lost


class Desk(Protocol):
    """Whoever takes keys and lines, and says what came of them."""

    line: TypedLine
    rows: int

    def begin(self) -> None:
        """Say where one sits."""

    def press(self, key: str, character: str | None, ago: float = 0.0) -> None:
        """Take a key, pressed ``ago`` seconds ago."""

    def paste(self, text: str) -> None:
        """Take a paste whole."""

    def take_line(self, text: str, *, piped: bool = False) -> None:
        """Take a whole line as one act; ``piped`` where nobody sits there who reads what is answered."""

    def tick(self) -> None:
        """Time goes on."""

    def read_on(self, seconds: float) -> bool:
        """Do for so long what the first lines did not wait for; whether there is more."""

    def let_go(self) -> None:
        """Nothing more comes of a pipe."""

    def end(self) -> None:
        """It is over: what stands on the line is kept."""

    @property
    def has_left(self) -> bool:
        """Whether it is over."""


class _Sitting:
    """One desk, its line and the loop that both are in.

    ``ticks`` says that something may be said between two keys; ``later`` is done once, when there is time.
    """

    def __init__(
        self,
        sit_down: Callable[[Voice, Callable[[], None]], Desk],
        clock: Clock,
        *,
        ticks: bool,
        later: Callable[[], object] | None = None,
    ) -> None:
        self._over = asyncio.Event()
        self._crash: BaseException | None = None
        self._now, self._ticks, self._later = clock.running, ticks, later
        on_terminal = sys.stdout is not None and sys.stdout.isatty()
        columns = (lambda: get_terminal_size().columns) if on_terminal else int
        self.voice = Voice(sys.stdout, columns)
        self.desk = sit_down(self.voice, self._over.set)
        self.desk.rows = get_terminal_size().lines if on_terminal else 1
        self.source = open_source(self._hear, brackets=on_terminal and brackets_pastes(os.environ))
        self._ears: _Ears = _Keys(self.desk, self._now) if isinstance(self.source, Terminal) else _Lines(self.desk)

    async def hold(self) -> None:
        """Begin, and go on until it is left."""
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(self._crashed)
        with suppress(ValueError, RuntimeError, NotImplementedError):  # only the main thread may listen
            system().hear_end(self._end)
        with self.source:
            self.source.on_return(self._loop, self._come_back)
            self.desk.begin()
            self._loop.call_later(_SETTLE, self._settle_in)
            if self._ticks:
                self._loop.call_later(_SECOND, self._tick)
            self.source.listen(self._loop)
            try:
                await self._over.wait()
            finally:
                if not isinstance(self.source, Terminal):
                    self.desk.let_go()
                self.desk.end()
                if self.voice.gone:
                    print_nowhere()
        if self._crash is not None:
            raise self._crash

    def _hear(self, data: bytes | str | None, at: float) -> None:
        """What was read at a moment of the running clock; None is that nothing more comes."""
        if self._over.is_set():
            return
        if data is None:
            self._ears.finish()
            self._over.set()
            return
        self._ears.hear(data, max(0.0, self._now() - at))
        if self.voice.gone and isinstance(self.source, Terminal):
            self._end()
            return
        quiet = self._ears.quiet
        if quiet is not None:
            self._loop.call_later(quiet, self._flush, self._ears.heard)

    def _flush(self, heard: int) -> None:
        """Nothing has come for a while after so many reads: what was held is decided."""
        if heard == self._ears.heard and not self._over.is_set():
            self._ears.flush()

    def _settle_in(self) -> None:
        """What the first lines did not wait for, so that no later key does either."""
        gc.freeze()
        gc.enable()
        if self._later is not None:
            self._loop.run_in_executor(None, self._later)
        self._read_on()

    def _read_on(self) -> None:
        if self._over.is_set():
            return
        if self.desk.read_on(_SLICE):
            self._loop.call_later(_BETWEEN, self._read_on)
        elif self._later is not None:
            self._loop.run_in_executor(None, self._later)

    def _tick(self) -> None:
        if not self._over.is_set():
            self.desk.tick()
            self._loop.call_later(_SECOND, self._tick)

    def _come_back(self) -> None:
        """The program was stopped and goes on: the row that is typed on is shown again."""
        self.voice.again()
        self.desk.press("ctrl+r", None)

    def _end(self) -> None:
        self._ears.stop()
        self.desk.end()
        self._over.set()

    def _crashed(self, _: asyncio.AbstractEventLoop, context: Mapping[str, object]) -> None:
        """A fault in the program ends it without a word of anybody's: whoever called says where it was."""
        found = context.get("exception")
        self._crash = found if isinstance(found, BaseException) else RuntimeError()
        self._over.set()


def brackets_pastes(environment: Mapping[str, str]) -> bool:
    """Whether a terminal marks where a paste begins and ends, when it is asked to."""
    return environment.get("TERM", "dumb") not in ("dumb", "") or sys.platform == "win32"


class _Ears:
    """Makes of what is read what the desk takes; ``heard`` counts the reads."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.heard = 0
        self.quiet: float | None = None

    def hear(self, data: bytes | str, ago: float) -> None:
        """Take what was read, so many seconds ago."""

    def flush(self) -> None:
        """Nothing has come for a while."""

    def finish(self) -> None:
        """Nothing more comes."""

    def stop(self) -> None:
        """The program is told to end: what has come of a line stands on it."""


class _Keys(_Ears):
    """A terminal's keys, pastes, and lines that come whole from terminals that have lines."""

    def __init__(self, desk: Desk, now: Callable[[], float]) -> None:
        super().__init__(desk)
        self._now = now
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._splitter = PasteSplitter()
        self._bursts = None if sys.platform != "win32" and brackets_pastes(os.environ) else Bursts()

    def hear(self, data: bytes | str, ago: float) -> None:
        """Take one read."""
        self.heard += 1
        chars = data if isinstance(data, str) else self._decode(data)
        line = _ONE_LINE.fullmatch(chars)
        resting = not self._desk.line.text or self._desk.line.selected
        if line is not None and resting and self._splitter.quiet is None and len(chars) > 1:
            self._desk.take_line(line[1])
            return
        if self._bursts is not None and ESC not in chars:
            chars = self._bursts.mark(chars, self._now(), pasting=self._splitter.pasting)
        self._take(self._splitter.feed(chars), ago)

    def flush(self) -> None:
        """An Esc that nothing follows is the key."""
        self._take(self._splitter.flush(), 0.0)

    def _take(self, pieces: list[Piece], ago: float) -> None:
        for piece in pieces:
            if isinstance(piece, Pasted):
                self._desk.paste(piece.text)
            for key, character in keys_of(piece):
                if not self._desk.has_left:
                    self._desk.press(key, character, ago)
        self.quiet = self._splitter.quiet


class _Lines(_Ears):
    """Lines of a pipe or a file, one act each."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rest = b""
        self._first = True

    def hear(self, data: bytes | str, ago: float) -> None:
        """Take the lines that are whole by now."""
        *lines, self._rest = (self._rest + (data.encode() if isinstance(data, str) else data)).split(b"\n")
        for line in lines:
            self._take(line)

    def finish(self) -> None:
        """The last line may lack its end."""
        if self._rest:
            self._take(self._rest)

    def stop(self) -> None:
        """A line that lacks its end is kept as one that was being typed."""
        rest, self._rest = self._rest.decode("utf-8", "replace"), b""
        if rest and not self._desk.line.text:
            self._desk.line.insert(rest)

    def _take(self, line: bytes) -> None:
        text = line.removesuffix(b"\r").decode("utf-8", "replace")
        if self._first:
            self._first, text = False, text.removeprefix("\ufeff")
        if not self._desk.has_left:
            self._desk.take_line(text, piped=True)
