"""Files that hold a log.

Made for their owner only; here also what a failing one is called, and paths as people read them.
"""

import errno
import os
from contextlib import suppress
from pathlib import Path

from guide.files import OddFileError, cause_of, open_file
from interviews.os_support import is_in_use, make_folder, system

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""Room can be made; nothing is to be gained from writing elsewhere."""

NO_DEVICE = (errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN, errno.ESHUTDOWN)
"""The drive itself is gone, so that trying again is of no use."""


class LogFailure(Exception):
    """The log could not be opened or written; nothing was acknowledged.

    ``code`` is spoken by ``tui``: ``log_locked``, ``log_exists``, ``log_changed``, ``log_gone``, ``disk_full``,
    ``disk_read_only``, ``file_in_use`` or ``disk_error``; ``facts`` fill its sentence. ``errno`` is the system's word
    for it, 0 where it had none.
    """

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
        self.errno = 0


def failure_of(error: OSError, path: Path) -> LogFailure:
    """What went wrong with a file, in the words that people get."""
    if isinstance(error, OddFileError):
        failure = LogFailure("log_odd", file=path.name)
    elif is_in_use(error):
        failure = LogFailure("file_in_use", file=path.name)
    elif error.errno in (errno.ENOENT, errno.ENOTDIR):
        failure = LogFailure("log_gone", file=path.name)
    elif error.errno in (errno.ENOSPC, errno.EDQUOT):
        failure = LogFailure("disk_full", file=path.name)
    elif error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        failure = LogFailure("disk_read_only", file=path.name)
    else:
        failure = LogFailure("disk_error", file=path.name, reason=cause_of(error))
    failure.errno = error.errno or 0
    return failure


def create_log_file(path: Path) -> int:
    """A new file, open, and its folder where there was none; both for their owner only, whatever the umask.

    Raises:
        LogFailure: it is there already, or cannot be made.
    """
    folder = path.parent
    try:
        make_folder(folder)
    except OSError as error:
        raise failure_of(error, folder) from None
    try:
        fd = system().open_new(path)
    except FileExistsError:
        raise LogFailure("log_exists", file=path.name) from None
    except OSError as error:
        raise failure_of(error, path) from None
    for_its_owner_only(fd, folder)
    return fd


def for_its_owner_only(fd: int, folder: Path) -> None:
    """What people said is readable by its owner only, also where it was copied in more openly."""
    with suppress(OSError):  # some drives know no modes
        system().set_mode(fd, 0o600)
    with suppress(OSError):
        if folder.name in ("interviews", "observations"):
            system().close_folder(folder)


def read_at(path: Path, length: int) -> bytes:
    """So many bytes of the file as it is on the disk now; fewer or none where it has no more, or is no file."""
    try:
        with open_file(path) as file:
            return system().read_at(file.fileno(), length, 0)
    except OSError:
        return b""


def digest_of(data: bytes) -> str:
    """What tells some bytes from all others."""
    from hashlib import sha256  # hardly any start asks

    return sha256(data).hexdigest()


def count_kept_lines(path: Path, whole: bytes) -> tuple[int, int]:
    """How many of these lines the file has, from its start on, and how many there are."""
    here = read_at(path, len(whole))
    same = next((place for place, (a, b) in enumerate(zip(here, whole, strict=False)) if a != b), len(here))
    return whole.count(b"\n", 0, same), whole.count(b"\n")


def from_home(path: Path) -> str:
    """A path as people read it: from their home where it lies there and the system's shells have a sign for it."""
    if os.name == "nt":
        return str(path)
    with suppress(ValueError, RuntimeError):
        return f"~/{path.relative_to(Path.home())}"
    return str(path)
