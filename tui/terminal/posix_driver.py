"""The terminal's driver on Linux and macOS.

Textual's own, with our way in.

Textual's reader ends with the first invalid byte; this one decodes with replacement.
"""

import asyncio
import os
import selectors
import signal
import sys
from codecs import getincrementaldecoder
from time import monotonic

from textual import events, messages
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from tui.terminal.reader import Reader

assert sys.platform != "win32"  # noqa: S101  what follows is not looked at by a type checker for Windows

_CHUNK = 65_536  # bytes a read
_POLL = 0.1  # seconds between looks at whether the program is ending


class TerminalDriver(LinuxDriver):
    """Textual's driver with ``Reader`` as its way in."""

    def _run_input_thread(self) -> None:
        """Read in a thread of its own; what goes wrong there ends the program without drawing anybody's words."""
        try:
            self.run_input_thread()
        except BaseException as crash:  # noqa: BLE001  Textual would draw a traceback with the keys in it
            self._app._exception = crash if isinstance(crash, Exception) else RuntimeError()  # noqa: SLF001
            self.send_message(messages.ExitApp())

    def start_application_mode(self) -> None:
        """Hear of new sizes in the loop: Textual's handler can interrupt itself, and then tells an old size last."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, self._tell_size)

    def _tell_size(self) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self.send_message(events.Resize(size, size))

    def run_input_thread(self) -> None:
        """Read standard input until the program ends or the terminal is gone."""
        reader = Reader()
        decode = getincrementaldecoder("utf-8")("replace").decode
        last_read = monotonic()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                quiet = reader.splitter.quiet
                due = _POLL if quiet is None else max(0.0, last_read + quiet - monotonic())
                if selector.select(min(due, _POLL)):
                    data = self._read()
                    if not data:
                        self.send_message(messages.ExitApp())
                        return
                    last_read = monotonic()
                    found = reader.feed(decode(data))
                elif quiet is not None and monotonic() - last_read >= quiet:
                    found = reader.flush()
                else:
                    continue
                for message in found:
                    self.process_message(message)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _CHUNK)
        except OSError:  # the terminal was closed
            return b""
