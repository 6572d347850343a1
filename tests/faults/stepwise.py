"""Every step of a job on the disk, one at a time: it fails there, or the program is killed there."""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from interviews.os_support import system

CHANGING = (
    "rename", "replace", "link", "symlink", "unlink", "rmdir", "mkdir", "write", "pwrite", "ftruncate", "fdatasync",
    "fsync", "fchmod",
)  # fmt: skip
"""What changes a disk, but for opening a file that is new."""

SYNCING = ("fdatasync", "fsync")
WRITING = {"open": os.O_WRONLY | os.O_RDWR, "open_shared": 0x4000_0000}
"""What in the second argument of a call that opens a file says that it is opened to be written."""

KILLED = 77
MOST_FILES = 256


class Steps:
    """Counts the calls that change a disk, and does something at one of them."""

    def __init__(self) -> None:
        self.count = 0


@contextmanager
def counted(meet: Callable[[int], None] = lambda _: None, *, every: bool = False) -> Iterator[Steps]:
    """Let ``meet`` know of each call, by its number from 1, before it is made; no power fails, so nothing is synced.

    ``every``: of calls too that only read, lock, or close; a file is closed before ``meet`` hears of it, as it is
    where closing it fails.
    """
    steps = Steps()
    well = {(module, name): getattr(module, name) for module, name in (*_calls(), *(_others() if every else ()))}

    def watched(name: str, done: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            if name == "close":
                done(*given, **named)
            if every or name not in WRITING or given[1] & WRITING[name]:
                steps.count += 1
                meet(steps.count)
            return None if name == "close" else done(*given, **named)

        return call

    for (module, name), done in well.items():
        setattr(module, name, watched(name, (lambda _: None) if name in SYNCING else done))
    try:
        yield steps
    finally:
        for (module, name), call in well.items():
            setattr(module, name, call)


def _calls() -> Iterator[tuple[object, str]]:
    """Every call that changes a disk, by where it is looked up."""
    for name in (*CHANGING, "open"):
        if hasattr(os, name):
            yield os, name
    if sys.platform == "win32":  # which is asked for these past Python
        from guide import windows_files

        yield windows_files, "open_shared"
        for name in ("replace", "set_mode", "close_folder"):
            yield system(), name


def _others() -> Iterator[tuple[object, str]]:
    """Calls that change nothing, and can fail all the same."""
    yield from ((os, name) for name in ("close", "pread", "stat", "fstat") if hasattr(os, name))
    if sys.platform != "win32":
        import fcntl

        yield fcntl, "flock"


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
    if sys.platform == "win32":
        return _cut_off(at, do)
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


class _CutOff(BaseException):
    """What a call meets that comes after the kill."""


def _cut_off(at: int, do: Callable[[], object]) -> bool:
    """The same without a second process: from the call of that number on none reaches the disk.

    Real kills of real programs are in tests/windows.
    """

    def meet(number: int) -> None:
        if number >= at:
            raise _CutOff

    before = _open_files()
    with counted(meet) as steps:
        try:
            do()
        except BaseException:
            if steps.count < at:
                raise
    for left in _open_files() - before:  # as a kill does, and with them what was locked
        os.close(left)
    return steps.count >= at


def _open_files() -> set[int]:
    found = set()
    for number in range(MOST_FILES):
        with suppress(OSError):
            os.fstat(number)
            found.add(number)
    return found


def bytes_in(folder: Path) -> dict[str, bytes | str]:
    """Every file under a folder by its path, and every link by what it leads to."""
    return {
        path.relative_to(folder).as_posix(): str(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }
