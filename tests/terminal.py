"""A program in a real pseudo-terminal, used as a person uses it: type, look, wait until it is there.

with Terminal([sys.executable, "-m", "…"], cwd=folder) as terminal:
    terminal.wait_for("Hva er læring?")
    terminal.type("et notat")
    terminal.press("enter")
"""

import os
import select
import signal
import subprocess
import sys
import threading
import time
from array import array
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

import pytest

from tests.emulator import Emulator
from tests.keys import PASTE, bytes_of
from tests.warm import Forked, fits, server

if sys.platform != "win32":
    import termios
    from fcntl import ioctl

Wanted = str | Callable[[str], bool]

PATIENCE = 15.0  # seconds until a wait gives up: far beyond what a loaded machine needs
ESCAPE_DELAY = 0.02  # how long the program waits for the rest of a sequence that begins with Esc
ESCAPE_ALONE = ESCAPE_DELAY + 0.1 + 0.15  # … and how often it looks whether that time is over, and some to spare

# The new process takes the terminal as its own, so that it gets SIGWINCH, and turns into the program. A function to run
# after the fork would do the same, but not safely beside the thread that reads.
LAUNCH = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""


class Terminal:
    """A terminal window with one program in it. What the program writes is taken in all the time, by a thread."""

    def __init__(
        self,
        args: Sequence[str | Path],
        cwd: Path | None = None,
        size: tuple[int, int] = (100, 30),
        env: Mapping[str, str | None] | None = None,
        *,
        anew: bool = False,
    ) -> None:
        self.anew = anew
        self.args = [str(arg) for arg in args]
        self.cwd = cwd
        self.size = size
        wanted = {**os.environ, "ESCDELAY": str(int(ESCAPE_DELAY * 1000)), **(env or {})}
        self.env = {name: value for name, value in wanted.items() if value is not None}
        self.emulator = Emulator(*size)
        self.written = bytearray()
        self.changed = threading.Condition()
        self.ended = False
        self.closing = threading.Event()
        self.escaped = False

    # ------------------------------------------------------------------ begin and end

    def __enter__(self) -> Self:
        if sys.platform == "win32":
            pytest.skip("no pseudo-terminal here")
        self.master, slave = os.openpty()
        self.name = os.ttyname(slave)
        os.set_blocking(self.master, False)
        termios.tcsetwinsize(self.master, self.size[::-1])
        try:
            self.process = self._start(slave)
        except OSError:
            os.close(self.master)
            raise
        finally:
            os.close(slave)
        self.reader = threading.Thread(target=self._read, name="terminal", daemon=True)
        self.reader.start()
        return self

    def _start(self, slave: int) -> subprocess.Popen[bytes] | Forked:
        if not self.anew and fits(self.args, self.env):
            return server().start(self.args, self.cwd, self.env, [slave] * 3)
        return subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", LAUNCH, *self.args],
            cwd=self.cwd,
            env=self.env,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the program and what it started, if they are still there, and let go of the terminal."""
        if self.closing.is_set():
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.closing.set()
        self.reader.join()
        os.close(self.master)

    def kill(self) -> None:
        """``kill -9``. Afterwards the screen shows all that the program had written until then."""
        self.signal(signal.SIGKILL)
        self.wait_exit()

    def signal(self, number: int) -> None:
        """Send the program a signal, unless it is gone."""
        self.process.send_signal(number)

    def wait_exit(self, timeout: float = PATIENCE) -> int:
        """Wait until the program ends by itself: its exit code, negative for a signal."""
        try:
            code = self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            raise AssertionError(self._report("the program did not end", timeout)) from None
        self.reader.join(2)
        return code

    # ------------------------------------------------------------------ hands

    def type(self, text: str) -> None:
        """Type characters, one key each."""
        self.send(text.encode())

    def press(self, *keys: str) -> None:
        """Press keys by name: ``enter``, ``shift+tab``, ``ctrl+z``, ``f1``, ``alt+x``, ``å`` …"""
        for key in keys:
            self.send(bytes_of(key))
            if key in ("esc", "escape"):
                self.escaped = True

    def paste(self, text: str) -> None:
        """Paste, as a terminal with bracketed paste hands it over. What is inside goes as it is."""
        start, end = PASTE
        self.send(start + text.encode("utf-8", "surrogateescape") + end)

    def click(self, column: int, row: int) -> None:
        """Click with the left button; the corner is (0, 0)."""
        place = f"0;{column + 1};{row + 1}"
        self.send(f"\x1b[<{place}M\x1b[<{place}m".encode())

    def resize(self, columns: int, rows: int) -> None:
        """Drag the window to another size."""
        with self.changed:
            self.emulator.resize(columns, rows)
            self.size = (columns, rows)
            termios.tcsetwinsize(self.master, (rows, columns))

    def send(self, data: bytes, timeout: float = PATIENCE) -> None:
        """Send bytes as they are, as fast as the program takes them."""
        self._let_escape_stand_alone()
        end = time.monotonic() + timeout
        rest = memoryview(data)
        while rest:
            _, writable, _ = select.select([], [self.master], [], max(0.0, end - time.monotonic()))
            if not writable:
                raise AssertionError(self._report("the program takes no input", timeout))
            with suppress(BlockingIOError):
                rest = rest[os.write(self.master, rest) :]

    def _let_escape_stand_alone(self) -> None:
        """After Esc, hold the next key back until the program must have seen that Esc came alone."""
        if not self.escaped:
            return
        self.escaped = False
        end = time.monotonic() + PATIENCE
        while self._unread() and time.monotonic() < end:
            time.sleep(0.005)
        time.sleep(ESCAPE_ALONE)

    # ------------------------------------------------------------------ eyes

    @property
    def screen(self) -> list[str]:
        """The rows of the screen, without the blanks at their ends."""
        with self.changed:
            return self.emulator.lines()

    @property
    def text(self) -> str:
        """The rows of the screen as one text."""
        return "\n".join(self.screen)

    @property
    def raw(self) -> bytes:
        """Every byte the program has written so far."""
        with self.changed:
            return bytes(self.written)

    def wait_for(self, wanted: Wanted, timeout: float = PATIENCE) -> str:
        """Wait until the screen shows the text, or the predicate holds for it: the screen at that moment."""
        return self._wait(holds(wanted), f"waited for {wanted!r}", timeout)

    def wait_gone(self, unwanted: Wanted, timeout: float = PATIENCE) -> str:
        """Wait until the screen no longer shows the text, or the predicate no longer holds for it."""
        shown = holds(unwanted)
        return self._wait(lambda text: not shown(text), f"waited for {unwanted!r} to go", timeout)

    def wait_still(self, quiet: float = 0.2, timeout: float = PATIENCE) -> str:
        """Wait until the program has written nothing for a while: the screen then. For pictures; else use wait_for."""
        end = time.monotonic() + timeout
        with self.changed:
            while self.changed.wait(quiet) and not self.ended:
                if time.monotonic() > end:
                    raise AssertionError(self._report("the screen kept changing", timeout))
            return self.text

    def _wait(self, right: Callable[[str], bool], what: str, timeout: float) -> str:
        end = time.monotonic() + timeout
        with self.changed:
            while not right(text := self.text):
                left = end - time.monotonic()
                if left <= 0 or self.ended:
                    raise AssertionError(self._report(what, timeout))
                self.changed.wait(min(left, 0.05))  # also now and then: a predicate may look at files
            return text

    # ------------------------------------------------------------------ inside

    def _read(self) -> None:
        """Take in what the program writes, until nobody is left who could write."""
        while not self.closing.is_set():
            if not select.select([self.master], [], [], 0.05)[0]:
                continue
            try:
                data = os.read(self.master, 65536)
            except OSError:  # how Linux says that the last writer is gone; macOS says it with nothing to read
                data = b""
            with self.changed:
                self.written += data
                self.emulator.feed(data)
                self.ended = not data
                self.changed.notify_all()
            if not data:
                return

    def _unread(self) -> int:
        """How many bytes of input the program has not taken yet."""
        count = array("i", [0])
        with suppress(OSError):  # the program is gone, and its side of the terminal with it
            side = os.open(self.name, os.O_RDWR | os.O_NOCTTY)
            try:
                ioctl(side, termios.FIONREAD, count)
            finally:
                os.close(side)
        return count[0]

    def _report(self, what: str, timeout: float) -> str:
        """What went wrong, with the screen as it was: most of the time that says why."""
        code = self.process.poll()
        state = "still runs" if code is None else f"has ended with exit code {code}"
        frame = "─" * self.size[0]
        return f"{what} (at most {timeout:g} s); the program {state}; the screen:\n{frame}\n{self.text}\n{frame}"


def holds(wanted: Wanted) -> Callable[[str], bool]:
    """A text to look for, as a predicate."""
    return (lambda text: wanted in text) if isinstance(wanted, str) else wanted
