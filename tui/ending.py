"""What a screen does when its terminal is closed or the computer shuts down."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from interviews.os_support import system


def when_told_to_end(end: Callable[[], None]) -> None:
    """Call ``end`` when the program is told to end, from within a running application."""
    with suppress(ValueError, RuntimeError, NotImplementedError):  # only the main thread may listen
        loop = asyncio.get_running_loop()
        for number in system().end_signals():
            loop.add_signal_handler(number, end)
