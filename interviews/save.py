"""Saving a file: private, durable, whole or not at all.

A file has its name only when all of it is on the disk, and a kill leaves no words behind. On Linux it has no name at
all until then. Elsewhere, and for the moment in which a new text takes an older one's place, it lies beside under a
name that is unmistakably ours, and locked: one that nobody holds is what a kill left, and the next file that is written
in that folder takes it away.
"""

import errno
import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Self

from guide.files import open_file
from interviews.os_support import sync_folder, system

_LONGEST = 150  # bytes of a name, so that ours beside it is no longer than a file system allows
_OURS = re.compile(r"\..+\.[0-9a-f]{8}\.intervjuguide", re.DOTALL)
_OF_BEFORE = re.compile(r"\..+\.[a-z0-9_]{8}", re.DOTALL)
"""What version 0.1 called a report that it was writing; only beside a file of that very name."""


def save(
    path: Path,
    data: bytes | bytearray,
    *,
    new: bool = False,
    mode: int = 0o600,
    verified: bool = False,
    let_go: Callable[[], object] | None = None,
    swept: bool = False,
) -> None:
    """Write a file whole and durably, or not at all; with ``new`` nothing that is there is replaced.

    ``swept``: what a kill left in the folder was looked for already, as where many files are written there.
    ``verified``: what was written is read back before it takes an older file's place. ``let_go`` closes that older
    file; it is called right before, and only where a file that is open cannot be replaced.

    Raises:
        FileExistsError: with ``new``, something has that name already.
        OSError: it cannot be written.
    """
    with Draft(path, mode, swept=swept) as draft:
        draft.write(data)
        draft.put(new=new, let_go=let_go, verified=data if verified else None)


class Draft:
    """A file that is written piece by piece, and has its name once it is whole; with no ``put`` nothing is left of it.

    Raises:
        OSError: it cannot be begun.
    """

    def __init__(self, path: Path, mode: int = 0o600, *, swept: bool = False) -> None:
        if not swept:
            sweep(path.parent, path.name)
        start = os.fsdecode(os.fsencode(path.name)[:_LONGEST])
        self.path = path
        self.size = 0
        self._beside = path.with_name(f".{start}.{os.urandom(4).hex()}.intervjuguide")
        self._fd = _begin(self._beside)
        with suppress(OSError):  # some drives know no modes
            system().set_mode(self._fd, mode)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.drop()

    def write(self, data: bytes | bytearray) -> int:
        """Write the next piece whole, and say how long it is.

        Raises:
            OSError: it cannot be written.
        """
        written = 0
        while written < len(data):
            written += os.write(self._fd, memoryview(data)[written:])
        self.size += written
        return written

    def pieces(self, size: int = 1 << 20) -> Iterator[bytes]:
        """What was written so far, read back."""
        for start in range(0, self.size, size):
            yield system().read_at(self._fd, size, start)

    def put(
        self,
        *,
        new: bool = False,
        let_go: Callable[[], object] | None = None,
        verified: bytes | bytearray | None = None,
    ) -> None:
        """Give the file its name, durably; as ``save`` says, and ``verified`` is what must be in it.

        Raises:
            FileExistsError: with ``new``, something has that name already.
            OSError: it cannot be done.
        """
        try:
            system().sync(self._fd)
            if verified is not None:
                _read_back(self._fd, verified)
            if os.fstat(self._fd).st_nlink == 0:  # it gets a name only now
                system().give_name(self._fd, self._beside)
            if let_go is not None and not system().REPLACES_OPEN:
                let_go()
            _put(self._beside, self.path, new=new)
        except BaseException:
            self.drop()
            raise
        os.close(self._fd)
        self._fd = -1
        sync_folder(self.path.parent)

    def drop(self) -> None:
        """Leave nothing of it, if it has not been put: whatever happens, no half a file with people's words is left."""
        if self._fd >= 0:
            with suppress(OSError):
                system().remove(self._beside)
            os.close(self._fd)
            self._fd = -1


def put_in_place(ready: Path, path: Path) -> None:
    """Let a file that was saved beside another one take that one's name.

    Raises:
        OSError: it cannot.
    """
    system().replace(ready, path)
    sync_folder(path.parent)


def sweep(folder: Path, name: str = "") -> None:
    """Take away what a kill left in a folder, or what version 0.1 left beside ``name``; what is being written stays."""
    try:
        found = [
            path
            for path in folder.iterdir()
            if _OURS.fullmatch(path.name)
            or (bool(name) and path.name.startswith(f".{name[:100]}.") and bool(_OF_BEFORE.fullmatch(path.name)))
        ]
    except OSError:
        return
    for path in found:
        with suppress(OSError), open_file(path) as file:
            there = os.fstat(file.fileno())
            if system().is_own(there) and (_OURS.fullmatch(path.name) or stat.S_IMODE(there.st_mode) == 0o600):
                system().lock(file.fileno())
                system().remove(path)


def _begin(beside: Path) -> int:
    """An empty file, open and locked: without a name where the kernel and the file system know such files."""
    fd = system().open_nameless(beside.parent)
    if fd is None:
        fd = system().open_to_rename(beside)
    with suppress(OSError):  # a network drive without locks: there nobody takes anything away either
        system().lock(fd)
    return fd


def _read_back(fd: int, data: bytes | bytearray) -> None:
    if system().read_at(fd, len(data) + 1, 0) != data:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def _put(beside: Path, path: Path, *, new: bool) -> None:
    """Give the file its name."""
    if not new:
        system().replace(beside, path)
        return
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # a stick on which a file has one name, or a drive that says no and does it all the same
        if not os.path.lexists(path):
            beside.rename(path)
            return
        if not path.samefile(beside):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
    system().remove(beside)
