"""The log on disk: append-only, durable before it returns, held by one writer at a time."""

import errno
import fcntl
import os
import time
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from interviews import platforms
from interviews.codec import encode
from interviews.events import Event

_TRIES = 20
_BETWEEN_TRIES = 0.005
"""Seconds; ``is_held`` in another program holds a lock for less than that."""


class LogFailure(Exception):
    """The log could not be opened or written; nothing was acknowledged.

    ``code`` is spoken by ``tui.words``: ``log_locked``, ``log_exists``, ``log_changed``, ``log_gone``, ``disk_full``,
    ``disk_read_only`` or ``disk_error``; ``facts`` fill its sentence.
    """

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class Log:
    """An open log, written only at its end and only by the program that holds its lock."""

    def __init__(self, path: Path, fd: int) -> None:
        self.path = path
        self._fd = fd
        self._length = 0
        self._stray = 0
        self._torn = b""
        self._sum = 0

    @classmethod
    def create(cls, path: Path, events: Iterable[Event]) -> "Log":
        """Make the file, readable by its owner only, with its first records already on disk.

        Raises:
            LogFailure: the file is there already, or it cannot be written.
        """
        log = cls(path, _made(path))
        try:
            log._lock()
            log._begin(events)
        except LogFailure:
            log.close()
            raise
        return log

    @classmethod
    def open(cls, path: Path) -> "Log":
        """Hold an existing log; ``stand_after`` then says where its whole records end.

        Raises:
            LogFailure: another program holds it, or it cannot be opened.
        """
        try:
            fd = os.open(path, os.O_RDWR | os.O_CLOEXEC)
        except OSError as error:
            raise _failure(error, path) from None
        _for_its_owner_only(fd, path.parent)
        log = cls(path, fd)
        try:
            log._lock()
        except LogFailure:
            log.close()
            raise
        return log

    def stand_after(self, length: int, torn: bytes = b"") -> None:
        """Write on after this many bytes of whole records; the torn bytes that were read behind them are written over.

        Anything else behind them was written meanwhile by somebody else, and the next ``append`` says so.
        """
        self._length = length
        self._stray = len(torn)
        self._torn = torn
        with suppress(OSError):
            self._sum = zlib.crc32(os.pread(self._fd, length, 0))

    def append(self, *events: Event, first: bytes = b"") -> None:
        """Write the events at the end, all or none, and return once they are on disk. ``first`` mends a lost newline.

        Raises:
            LogFailure: nothing was written; the same call may be tried again.
        """
        data = first + b"".join(encode(event) for event in events)
        self._check_or_find()
        try:
            written = 0
            while written < len(data):
                written += os.pwrite(self._fd, data[written:], self._length + written)
            if self._stray > len(data):
                os.ftruncate(self._fd, self._length + len(data))
            platforms.sync(self._fd)
        except OSError as error:
            self._cut_back(len(data))
            raise _failure(error, self.path) from None
        self._length += len(data)
        self._stray = 0
        self._torn = b""
        self._sum = zlib.crc32(data, self._sum)

    def close(self) -> None:
        """Let go of the file and of its lock."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _lock(self) -> None:
        for _ in range(_TRIES):
            try:
                fcntl.flock(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(_BETWEEN_TRIES)  # it may be nobody but ``is_held``, looking
            except OSError:
                return  # a network drive without locks; the check of the length stands guard alone
            else:
                return
        raise LogFailure("log_locked", file=self.path.name)

    def _begin(self, events: Iterable[Event]) -> None:
        """Write the first records; where that fails, take the file away, if it is still nobody's but ours."""
        try:
            self.append(*events)
        except LogFailure:
            with suppress(LogFailure, OSError):
                self._check()
                self.path.unlink()
            raise
        platforms.sync_folder(self.path.parent)

    def _check_or_find(self) -> None:
        """A stick that was put back, or a copy that took the file's place, is written on if it is the same log."""
        try:
            self._check()
        except LogFailure as failure:
            if failure.code != "log_gone" or not self._found_again():
                raise

    def _found_again(self) -> bool:
        """Whether the file now at the path holds, to the byte, what was written here; it is the log from then on.

        Raises:
            LogFailure: it cannot be held or written, whatever is in it.
        """
        found = Log.open(self.path)
        try:
            data = os.pread(found._fd, self._length + 1, 0)  # noqa: SLF001  the same class
        except OSError:
            data = b""
        if len(data) != self._length or zlib.crc32(data) != self._sum:
            found.close()
            return False
        os.close(self._fd)
        self._fd, self._stray = found._fd, 0  # noqa: SLF001  the same class
        return True

    def _check(self) -> None:
        """Stop where somebody else has written, moved or replaced the file: writing on would harm both."""
        try:
            here = os.fstat(self._fd)
            there = self.path.stat()
        except OSError as error:
            raise _failure(error, self.path) from None
        if (here.st_dev, here.st_ino) != (there.st_dev, there.st_ino):
            raise LogFailure("log_gone", file=self.path.name)
        if here.st_size != self._length + self._stray:
            raise LogFailure("log_changed", file=self.path.name)

    def _cut_back(self, tried: int) -> None:
        """Take away what a short write left, so that a second try does not write it twice; torn bytes come back."""
        try:
            os.ftruncate(self._fd, self._length)
            self._stray = 0
            if self._torn:
                self._stray = os.pwrite(self._fd, self._torn, self._length)
        except OSError:
            with suppress(OSError):
                self._stray = min(max(os.fstat(self._fd).st_size - self._length, 0), max(tried, self._stray))


def is_held(path: Path) -> bool:
    """Whether another program holds this log right now."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(fd, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    else:
        return False
    finally:
        os.close(fd)


def _made(path: Path) -> int:
    """A new file, open, and its folder where there was none; both for their owner only, whatever the umask."""
    folder = path.parent
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.chmod(0o700)
            platforms.sync_folder(folder.parent)
    except OSError as error:
        raise _failure(error, folder) from None
    try:
        fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    except FileExistsError:
        raise LogFailure("log_exists", file=path.name) from None
    except OSError as error:
        raise _failure(error, path) from None
    _for_its_owner_only(fd, folder)
    return fd


def _for_its_owner_only(fd: int, folder: Path) -> None:
    """What people said is readable by its owner only, also where it was copied in more openly."""
    with suppress(OSError):  # some drives know no modes
        os.fchmod(fd, 0o600)
    with suppress(OSError):
        if folder.name in ("interviews", "observations"):
            folder.chmod(0o700)


def _failure(error: OSError, path: Path) -> LogFailure:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return LogFailure("log_gone", file=path.name)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return LogFailure("disk_full", file=path.name)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return LogFailure("disk_read_only", file=path.name)
    return LogFailure("disk_error", file=path.name, reason=error.strerror or str(error))
