"""What went wrong with a file, as a code."""

import errno
from pathlib import Path

from guide.files import OddFileError, cause_of
from interviews.os_support import is_in_use


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
