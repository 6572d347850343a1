"""The program on a disk that ails: while a file names an error and calls, those calls fail with it.

``python -m tests.faults.ailing FILE run …`` is ``intervjuguide run …``. The file, beside the study, says for example
``EIO pwrite stat``; the word ``half`` lets a write take half of its bytes before it fails, and with ``here`` open files
ail only on that disk.
"""

import errno
import fcntl
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from tests.interviewer import Interviewer


class Ailing(Interviewer):
    """Sits at a terminal whose disk ails when told to."""

    def __init__(self, study: Path, *arguments: str) -> None:
        super().__init__(study, *arguments)
        self.ailment = study.with_name("ailment")
        python, option, _, *rest = self.terminal.args
        self.terminal.args = [python, option, "tests.faults.ailing", str(self.ailment), *rest]

    def __enter__(self) -> Self:
        super().__enter__()
        return self

    def ail(self, ailment: str) -> None:
        """Let the disk ail from now on; with no words, let it be well."""
        written = self.ailment.with_suffix(".new")
        written.write_text(ailment)
        written.replace(self.ailment)


def main(ailment: Path) -> int:
    """Run the program on that disk."""
    for name in ("pwrite", "ftruncate", "fdatasync", "fsync", "stat", "open", "mkdir", "close"):
        setattr(os, name, _ailing(name, getattr(os, name), ailment))
    fcntl.flock = _ailing("flock", fcntl.flock, ailment)
    from tui.main import main as program

    return program()


def _ailing(name: str, well: Callable[..., Any], ailment: Path) -> Callable[..., Any]:
    def call(first: Any, *rest: Any, **named: Any) -> Any:
        told = _told(ailment)
        if name not in told or _is_elsewhere(first, ailment.parent, here="here" in told or name in ("close", "flock")):
            return well(first, *rest, **named)
        if name == "open" and told[0] == "EROFS" and not rest[0] & (os.O_WRONLY | os.O_RDWR):
            return well(first, *rest, **named)  # such a disk can be read
        if name == "close":  # it says so, and is closed all the same
            well(first)
        if name == "pwrite" and "half" in told:
            well(first, rest[0][: len(rest[0]) // 2], *rest[1:])
        code = getattr(errno, told[0])
        raise OSError(code, os.strerror(code))

    return call


def _is_elsewhere(first: Any, disk: Path, *, here: bool) -> bool:
    if isinstance(first, int):
        return here and not Path(f"/proc/self/fd/{first}").readlink().is_relative_to(disk)
    return not Path(first).is_relative_to(disk)


def _told(ailment: Path) -> list[str]:
    try:
        with ailment.open() as stream:
            return stream.read().split()
    except FileNotFoundError:
        return []


if __name__ == "__main__":
    told = Path(sys.argv.pop(1))
    sys.exit(main(told))
