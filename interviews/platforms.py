"""What differs between Linux and macOS, in one place: durable writes, and the clock that runs with the lid closed."""

import errno
import fcntl
import os
import resource
import sys
import time
from contextlib import suppress
from pathlib import Path

_PR_SET_DUMPABLE = 4
_LINUX_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def sync(fd: int) -> None:
    """Return once what was written to the file is on the disk itself.

    Raises:
        OSError: the disk is full, gone or failing.
    """
    if sys.platform == "darwin":
        try:
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)  # macOS: fsync alone stops at the drive's own cache
        except OSError:
            os.fsync(fd)  # a network drive or a memory stick, which knows no other way
    else:
        os.fdatasync(fd)


_NO_FOLDER_SYNC = (errno.EINVAL, errno.EBADF, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)
"""How systems say that folders cannot be synced: Linux of CIFS EINVAL, NetBSD EBADF, macOS for SMB ENOTSUP."""


def sync_name(folder: Path) -> None:
    """Make a new name in a folder as durable as what it names.

    File systems that say they know no such thing are left alone, and so is a folder that one may write in but not read.
    EPERM is no such saying: it is how a failing drive refuses.

    Raises:
        OSError: the disk is full, gone or failing.
    """
    try:
        fd = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except PermissionError:
        return
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        with suppress(OSError):
            os.close(fd)


def sync_folder(folder: Path) -> None:
    """The same as well as it goes, for what can be made again."""
    with suppress(OSError):
        sync_name(folder)


def data_folder() -> Path:
    """The program's own folder among the user's data, for what cannot be kept where it belongs.

    Raises:
        OSError: the user has no home.
    """
    data = Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share")
    try:
        return (data if data.is_absolute() else Path("~/.local/share").expanduser()) / "intervjuguide"
    except RuntimeError:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)) from None


def make_folder(folder: Path) -> None:
    """A folder for its owner only, with those above it that are not there, each of them durable; one there is left.

    One whose name could not be made durable is taken away again.

    Raises:
        OSError: it cannot be made, or something else has its name.
    """
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    try:
        with suppress(PermissionError):  # some drives know no modes
            folder.chmod(0o700)  # whatever the umask
        sync_name(folder.parent)
    except OSError:
        with suppress(OSError):
            folder.rmdir()
        raise


def keep_memory_private() -> None:
    """No picture of this program's memory is ever written to a disk when it crashes, nor of what it starts."""
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError, ImportError):
            import ctypes

            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)  # a handler of crashes is not bound by the limit


def running_seconds() -> float:
    """Seconds on a clock that neither jumps when the wall clock is set nor stops in a suspend."""
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)  # goes on in sleep there
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def running_name() -> str:
    """A word that is the same until the computer is started anew, or an empty string where none is to be had."""
    if sys.platform == "darwin":
        return _asked_of_sysctl()
    try:
        return _LINUX_BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _asked_of_sysctl() -> str:
    import subprocess  # macOS alone asks another program

    try:
        done = subprocess.run(
            ["/usr/sbin/sysctl", "-n", "kern.bootsessionuuid"], capture_output=True, text=True, timeout=2, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()
