"""The console's driver on Windows.

Textual's own, with our way in.

What a console hands over are records of keys, each with one UTF-16 unit; a character beyond those comes in two, and
half of one alone must not end the reading. An older console types a paste out as if by hand, so what comes faster than
any hand types is a paste too.
"""

import asyncio
import ctypes
import sys
from codecs import getincrementaldecoder
from ctypes import wintypes
from time import monotonic

from textual import events, messages
from textual.drivers import win32
from textual.drivers.windows_driver import WindowsDriver
from textual.geometry import Size
from textual.message import Message

from tui.terminal.keystream import Bursts
from tui.terminal.reader import Reader

assert sys.platform == "win32"  # noqa: S101  what follows is looked at by a type checker for Windows alone

_POLL = 0.1  # seconds between looks at whether the program is ending
_MOST = 1024  # records a read
_KEY, _WINDOW_SIZE = 1, 4


class ConsoleDriver(WindowsDriver):
    """Textual's driver with ``Reader`` as its way in."""

    def start_application_mode(self) -> None:
        """Start, and read with a thread of ours: Textual asks its own module for one by this name."""
        vars(win32)["EventMonitor"] = Monitor
        super().start_application_mode()


class Monitor(win32.EventMonitor):
    """The thread that reads; what goes wrong there ends the program without drawing anybody's words."""

    def run(self) -> None:
        """Read the console until the program ends or the console is gone."""
        try:
            self._read_on()
        except BaseException as crash:  # noqa: BLE001  Textual would only write it to its own log
            self.app._exception = crash if isinstance(crash, Exception) else RuntimeError()  # noqa: SLF001
            self._send(messages.ExitApp())

    def _read_on(self) -> None:
        reader, bursts = Reader(), Bursts()
        decode = getincrementaldecoder("utf-16-le")("replace").decode
        console = win32.GetStdHandle(win32.STD_INPUT_HANDLE)
        last_read = monotonic()
        while not self.exit_event.is_set():
            quiet = reader.splitter.quiet
            due = _POLL if quiet is None else max(0.0, last_read + quiet - monotonic())
            if win32.wait_for_handles([console], int(1000 * min(due, _POLL))) is not None:
                keys, size = read_console(console)
                if size is not None:
                    self._send(events.Resize(size, size))
                chars = decode(keys.encode("utf-16-le", "surrogatepass"))
                if not chars:
                    continue
                last_read = monotonic()
                found = reader.feed(bursts.mark(chars, last_read, pasting=reader.splitter.pasting))
            elif quiet is not None and monotonic() - last_read >= quiet:
                found = reader.flush()
            else:
                continue
            for message in found:
                self.process_event(message)  # type: ignore[arg-type]

    def _send(self, message: Message) -> None:
        asyncio.run_coroutine_threadsafe(self.app._post_message(message), loop=self.loop)  # noqa: SLF001


def read_console(console: object) -> tuple[str, Size | None]:
    """What was typed since, and the window's last new size.

    Raises:
        OSError: the console is gone.
    """
    records, count = (win32.INPUT_RECORD * _MOST)(), wintypes.DWORD()
    if not win32.KERNEL32.ReadConsoleInputW(console, ctypes.byref(records), _MOST, ctypes.byref(count)):
        raise OSError(None, "", None, ctypes.get_last_error())
    keys: list[str] = []
    size = None
    for record in records[: count.value]:
        if record.EventType == _KEY:
            key = record.Event.KeyEvent
            made_up = key.dwControlKeyState and not key.wVirtualKeyCode  # what the console adds of its own
            if key.bKeyDown and not made_up and key.uChar.UnicodeChar != "\0":  # Shift and the like alone have none
                keys.append(key.uChar.UnicodeChar * max(1, key.wRepeatCount))
        elif record.EventType == _WINDOW_SIZE:
            found = record.Event.WindowBufferSizeEvent.dwSize
            size = Size(found.X, found.Y)
    return "".join(keys), size
