"""A program that tells what it was given: arguments, folder, environment, terminal, streams and signals."""

import json
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path


def surroundings() -> dict[str, object]:
    """All that must not depend on how a program was started."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    terminal = None
    with suppress(OSError), open("/dev/tty", "rb") as controlling:  # noqa: PTH123  a device
        terminal = os.tcgetpgrp(controlling.fileno()) == os.getpid()
    return {
        "arguments": sys.argv,
        "folder": str(Path.cwd()),
        "environment": sorted(os.environ.items()),
        "foreground": terminal,
        "leads": (os.getsid(0) == os.getpid(), os.getpgrp() == os.getpid()),
        "streams": [(one.encoding, one.errors, one.isatty(), one.line_buffering, one.fileno()) for one in streams],
        "own streams": [one.isatty() for one in (sys.__stdin__, sys.__stdout__, sys.__stderr__) if one is not None],
        "files": sorted(int(name) for name in os.listdir("/dev/fd") if int(name) < 64),  # noqa: PTH208  a device
        "signals": sorted((int(number), str(signal.getsignal(number))[:24]) for number in signal.valid_signals()),
        "held back": sorted(signal.pthread_sigmask(signal.SIG_BLOCK, [])),
        "mask": (mask := os.umask(0o77), os.umask(mask))[0],
        "main": sys.modules["__main__"].__name__,
        "path": sys.path[0],
    }


if __name__ == "__main__":
    print(json.dumps(surroundings()))
    Path(sys.argv[1]).write_text(json.dumps(surroundings(), indent=1), encoding="utf-8")
    sys.exit(3)
