"""Locks: who holds a log.

An advisory lock on the file itself, or on one of the user's own where its drive has no locks.
"""

import errno
import os
import time
from contextlib import suppress
from pathlib import Path

from guide.files import open_file
from interviews.os_support import data_folder, make_folder, system

_TRIES = 20
_BETWEEN_TRIES = 0.005
"""Seconds; ``is_held`` in another program holds a lock for less than that."""


class Guard:
    """What keeps a second program out of a log; ``alone`` says how far it reaches.

    A drive without locks (some network and FUSE drives) gets a lock on a file in the user's data folder: another window
    on this computer is kept out, another computer is not, and then ``alone`` is False.
    """

    def __init__(self, fd: int = -1, *, alone: bool = True) -> None:
        self._fd = fd
        self.alone = alone

    def let_go(self) -> None:
        """Let others in; a lock on the log itself goes with the log's own descriptor."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            with suppress(OSError):
                os.close(fd)


def guard(fd: int, path: Path) -> Guard:
    """Keep other programs out of the open log.

    Raises:
        BlockingIOError: another program holds it.
    """
    try:
        _lock(fd)
    except BlockingIOError:
        raise
    except OSError:
        return _guard_from_home(path)
    return Guard()


def is_held(path: Path) -> bool:
    """Whether another program holds this log right now."""
    try:
        with open_file(path) as file:
            try:
                system().lock(file.fileno(), shared=True)
            except BlockingIOError:
                return True
            except OSError:
                return _is_held_from_home(path)
            return False
    except OSError:
        return False


def _lock(fd: int) -> None:
    for left in reversed(range(_TRIES)):
        try:
            system().lock(fd)
        except BlockingIOError:
            if not left:
                raise
            time.sleep(_BETWEEN_TRIES)  # it may be nobody but ``is_held``, looking
        else:
            return


def _guard_from_home(path: Path) -> Guard:
    try:
        place = _place(path)
        make_folder(place.parent)
        fd = system().open_to_lock(place, make=True)
    except OSError:
        return Guard(alone=False)
    try:
        _lock(fd)
    except OSError as error:
        os.close(fd)
        if error.errno in (errno.EAGAIN, errno.EWOULDBLOCK):
            raise
        return Guard(alone=False)
    return Guard(fd, alone=False)


def _is_held_from_home(path: Path) -> bool:
    try:
        fd = system().open_to_lock(_place(path), make=False)
    except OSError:
        return False
    try:
        system().lock(fd, shared=True)
    except BlockingIOError:
        return True
    except OSError:
        return False
    else:
        return False
    finally:
        os.close(fd)


def _place(path: Path) -> Path:
    """The lock's own file: named by a digest, so that it tells nobody of what."""
    import hashlib  # only where a drive has no locks

    name = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:16]
    return data_folder() / "locks" / name
