"""The program on a machine whose clocks and names are what the environment says, with what it opens written down.

``WALL`` is the time of day, ``BOOT`` the name of the computer's running, ``RUNNING`` what its clock is ahead by; every
socket that the program makes is a line in the file ``TRACE``: its family.
"""

import os
import platform
import runpy
import socket
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from interviews.core.clock import SystemClock
from interviews.os_support import system

AHEAD = float(os.environ["RUNNING"])
HOST = os.environ["HOST"]


def _trace(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.__new__":
        with Path(os.environ["TRACE"]).open("a", encoding="utf-8") as trace:
            trace.write(f"{arguments[1]}\n")


def main() -> None:
    """Become the program."""
    own: dict[str, Callable[[SystemClock], object]] = {
        "running": lambda _: system().running_seconds() + AHEAD,
        "boot": lambda _: os.environ["BOOT"],
        "wall": lambda _: datetime.fromisoformat(os.environ["WALL"]),
    }
    for name, told in own.items():
        setattr(SystemClock, name, told)
    socket.gethostname = lambda: HOST
    platform.node = lambda: HOST
    sys.addaudithook(_trace)
    sys.argv = ["intervjuguide", *sys.argv[1:]]
    runpy.run_module("tui", run_name="__main__")


if __name__ == "__main__":
    main()
