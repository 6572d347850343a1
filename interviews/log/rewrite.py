"""Rewriting a whole log by rename, under its lock.

What was acknowledged is never written over but where a promise asks for it: somebody leaves, takes words back, or the
study ends. The new text is written beside the old one, read back, and takes its name in one step; so at every failure
the log is as it was or as it was to be, and which of the two is looked up on the disk.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from interviews.failures import LogFailure, failure_of
from interviews.locked.names import ENDING, is_locked
from interviews.locked.plain import settle_ends
from interviews.log.writer import Log
from interviews.os_support import system
from interviews.save import save


@contextmanager
def hold_still(log: Path) -> Iterator[tuple[bytes, Callable[[], object]]]:
    """Hold a log against everybody who might write in it; all of its bytes, and what lets it go before its time.

    Raises:
        LogFailure: somebody has it open, or it cannot be read.
    """
    held = Log.open(log)
    try:
        yield _read_whole(log), held.close
    finally:
        held.close()


def rewrite(log: Path, make: Callable[[bytes], bytes]) -> bool:
    """Let a log hold what ``make`` makes of its bytes; whether anything was to be changed.

    A link stays one, and what it leads to is rewritten.

    Raises:
        LogFailure: somebody has it open, or it could not be written; then it is as it was, to the byte.
    """
    place = Path(os.path.realpath(log))
    with hold_still(place) as (before, let_go):
        try:
            after = remade(place, before, make)
        except OSError as error:  # what is noted beside a locked log
            raise failure_of(error, log) from None
        if after == before:
            return False
        try:
            save(place, after, verified=True, let_go=let_go)
        except OSError as error:
            if not _is_done(place, after):
                settle_ends(done=False)
                raise failure_of(error, log) from None
        settle_ends(done=True)
    return True


def remade(path: Path, before: bytes, make: Callable[[bytes], bytes]) -> bytes:
    """What ``make`` makes of a file's bytes; of a locked file it gets, and gives, those of an open one.

    Raises:
        LogFailure: the file is locked, and nobody has its key.
    """
    if path.suffix != ENDING and not is_locked(before):
        return make(before)
    from interviews.locked.keyring import KEYRING  # no open study pays for it

    return KEYRING.rewritten(path, before, make)


def _read_whole(log: Path) -> bytes:
    try:
        fd = system().open_to_write(log)
        try:
            return system().read_at(fd, os.fstat(fd).st_size, 0)
        finally:
            os.close(fd)
    except OSError as error:
        raise failure_of(error, log) from None


def _is_done(place: Path, after: bytes) -> bool:
    """Whether a writing that complained, while it was closed for example, has put the new text in place."""
    try:
        return _read_whole(place) == after
    except LogFailure:
        return False
