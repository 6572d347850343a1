"""Every step of a job on the disk, one at a time: it fails there, or the program is killed there."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHANGING = (
    "rename", "replace", "link", "symlink", "unlink", "rmdir", "mkdir", "write", "pwrite", "ftruncate", "fdatasync",
    "fsync", "fchmod",
)  # fmt: skip
"""What changes a disk, but for opening a file that is new."""

KILLED = 77


class Steps:
    """Counts the calls that change a disk, and does something at one of them."""

    def __init__(self) -> None:
        self.count = 0


@contextmanager
def counted(meet: Callable[[int], None] = lambda _: None) -> Iterator[Steps]:
    """Let ``meet`` know of each call, by its number from 1, before it is made; no power fails, so nothing is synced."""
    steps = Steps()
    well = {name: getattr(os, name) for name in (*CHANGING, "open")}
    done = well | dict.fromkeys(("fdatasync", "fsync"), lambda _: None)

    def watched(name: str) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            if name != "open" or given[1] & (os.O_WRONLY | os.O_RDWR):
                steps.count += 1
                meet(steps.count)
            return done[name](*given, **named)

        return call

    for name in well:
        setattr(os, name, watched(name))
    try:
        yield steps
    finally:
        for name, call in well.items():
            setattr(os, name, call)


@contextmanager
def failing(at: int, code: int = errno.EIO, *, lasting: bool = False) -> Iterator[Steps]:
    """The call of this number fails, and with ``lasting`` all after it."""

    def meet(number: int) -> None:
        if number == at or (lasting and number > at):
            raise OSError(code, os.strerror(code))

    with counted(meet) as steps:
        yield steps


def kill_at(at: int, do: Callable[[], object]) -> bool:
    """Do something in a process of its own that is killed before the call of this number; whether it was."""
    child = os.fork()
    if not child:
        code = 1
        try:
            with counted(lambda number: os._exit(KILLED) if number == at else None):
                do()
            code = 0
        finally:
            os._exit(code)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert ended in (0, KILLED), ended
    return ended == KILLED


def bytes_in(folder: Path) -> dict[str, bytes | str]:
    """Every file under a folder by its path, and every link by what it leads to."""
    return {
        str(path.relative_to(folder)): str(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }
