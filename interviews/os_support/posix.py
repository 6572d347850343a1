"""Linux and macOS.

What differs between the two is told apart here.
"""

import errno
import fcntl
import os
import re
import resource
import signal
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

from guide.files import open_file
from interviews.os_support.folders import Disk

assert sys.platform != "win32"  # noqa: S101  what follows is not looked at by a type checker for Windows

REPLACES_OPEN = True
"""As ``System`` says."""

NAMELESS = getattr(os, "O_TMPFILE", 0)
"""How Linux makes a file without a name; 0 where nothing does."""

_OWN_FILES = Path("/proc/self/fd")
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_PR_SET_DUMPABLE = 4
_MANY_FILES = 10240
_F_NOCACHE = 48
"""How macOS is told to read past its memory."""
_ANSWER = 0.5
"""Seconds in which a terminal, be it over a network, has said where its cursor is."""
_NO_FOLDER_SYNC = (errno.EINVAL, errno.EBADF, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)
"""How systems say that folders cannot be synced: Linux of CIFS EINVAL, NetBSD EBADF, macOS for SMB ENOTSUP."""


def sync(fd: int) -> None:
    """As ``System`` says."""
    if sys.platform == "darwin":
        try:
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)  # macOS: fsync alone stops at the drive's own cache
        except OSError:
            os.fsync(fd)  # a network drive or a memory stick, which knows no other way
    else:
        os.fdatasync(fd)


def sync_name(folder: Path) -> None:
    """As ``System`` says. EPERM is no saying that there is no such thing: it is how a failing drive refuses."""
    try:
        fd = open_folder(folder)
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


def open_new(path: Path) -> int:
    """As ``System`` says."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)


def open_nameless(folder: Path) -> int | None:
    """As ``System`` says."""
    try:
        if NAMELESS and _OWN_FILES.is_dir():
            return os.open(folder, NAMELESS | os.O_RDWR | os.O_CLOEXEC, 0o600)
    except OSError:
        pass
    return None


def give_name(fd: int, path: Path) -> None:
    """As ``System`` says."""
    os.link(_OWN_FILES / str(fd), path, src_dir_fd=fd, follow_symlinks=True)


def open_to_rename(path: Path) -> int:
    """As ``System`` says: every file can be."""
    return open_new(path)


def open_to_write(path: Path) -> int:
    """As ``System`` says."""
    return os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)


def open_to_lock(path: Path, *, make: bool) -> int:
    """As ``System`` says."""
    return os.open(path, (os.O_RDWR | os.O_CREAT if make else os.O_RDONLY) | os.O_CLOEXEC, 0o600)


def open_folder(folder: Path) -> int:
    """As ``System`` says."""
    return os.open(folder, os.O_RDONLY | os.O_CLOEXEC)


def lock(fd: int, *, shared: bool = False) -> None:
    """As ``System`` says."""
    fcntl.flock(fd, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)


def read_at(fd: int, length: int, place: int) -> bytes:
    """As ``System`` says."""
    return os.pread(fd, length, place)


def write_at(fd: int, data: bytes, place: int) -> int:
    """As ``System`` says."""
    return os.pwrite(fd, data, place)


def replace(path: Path, target: Path) -> None:
    """As ``System`` says."""
    path.replace(target)


def remove(path: Path) -> None:
    """As ``System`` says."""
    path.unlink()


def set_mode(fd: int, mode: int) -> None:
    """As ``System`` says."""
    os.fchmod(fd, mode)


def close_folder(folder: Path) -> None:
    """As ``System`` says."""
    folder.chmod(0o700)


def is_own(found: os.stat_result) -> bool:
    """As ``System`` says."""
    return found.st_uid == os.geteuid()


def lets_others_in(path: Path) -> bool | None:
    """As ``System`` says."""
    found = path.stat()
    others = stat.S_IRGRP | stat.S_IWGRP | stat.S_IROTH | stat.S_IWOTH
    enter = stat.S_IXGRP | stat.S_IXOTH if stat.S_ISDIR(found.st_mode) else 0
    return bool(found.st_mode & (others | enter))


@cache
def keep_memory_private() -> None:
    """As ``System`` says; once said, it holds."""
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError, ImportError):
            import ctypes

            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)  # a handler of crashes is not bound by the limit


def allow_many_files() -> None:
    """As ``System`` says: macOS lets a program have 256 until it asks, and no more than 10240 then."""
    with suppress(OSError, ValueError):
        now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = _MANY_FILES if most == resource.RLIM_INFINITY else min(most, _MANY_FILES)
        if now != resource.RLIM_INFINITY and now < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def running_seconds() -> float:
    """As ``System`` says."""
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)  # goes on in sleep there
    else:  # noqa: RET505  a type checker looks at one of the two
        return time.clock_gettime(time.CLOCK_BOOTTIME)


def running_name() -> str:
    """As ``System`` says."""
    return _ask_sysctl() if sys.platform == "darwin" else _boot_id()


def _boot_id() -> str:
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _ask_sysctl() -> str:
    import subprocess  # macOS alone asks another program

    try:
        done = subprocess.run(
            ["/usr/sbin/sysctl", "-n", "kern.bootsessionuuid"], capture_output=True, text=True, timeout=2, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


def read_anew(path: Path) -> bytes:
    """As ``System`` says."""
    with open_file(path) as file:
        with suppress(OSError, AttributeError):
            if sys.platform == "darwin":
                fcntl.fcntl(file.fileno(), _F_NOCACHE, 1)
            else:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return file.read()


def disk_of(folder: Path) -> Disk:
    """As ``System`` says; macOS tells nobody but Apple's own programs."""
    if sys.platform == "linux":
        from interviews.os_support import linux_disks  # asked by hardly any command

        return linux_disks.disk_of(folder)
    else:  # noqa: RET505  a type checker looks at one of the two
        return Disk()


def cells_drawn(text: str) -> int | None:
    """As ``System`` says: the cursor is asked where it stands, in a mode in which the answer is not shown."""
    import select
    import termios
    import tty

    try:
        fd = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        before = termios.tcgetattr(fd)
        tty.setcbreak(fd)
        try:
            os.write(fd, b"\r" + text.encode() + b"\x1b[6n")
            heard, end = b"", time.monotonic() + _ANSWER
            while (found := re.search(rb"\x1b\[[0-9]+;([0-9]+)R", heard)) is None:
                if not select.select([fd], [], [], max(0.0, end - time.monotonic()))[0]:
                    return None
                heard += os.read(fd, 64)
            return int(found[1]) - 1
        finally:
            os.write(fd, b"\r\x1b[K")
            termios.tcsetattr(fd, termios.TCSADRAIN, before)
    except (OSError, termios.error):
        return None
    finally:
        os.close(fd)


def hear_end(end: Callable[[], None]) -> None:
    """As ``System`` says: SIGHUP and SIGTERM."""
    import asyncio  # only where there is a screen

    loop = asyncio.get_running_loop()
    for number in (signal.SIGHUP, signal.SIGTERM):
        loop.add_signal_handler(number, end)
