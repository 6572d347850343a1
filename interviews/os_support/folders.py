"""Folders and their disks, as every system sees them."""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from guide.frozen import Value


class Disk(Value):
    """What a system tells, without being asked by its administrator, of the disk that a folder lies on.

    ``kind`` is the file system's name, empty where unknown. ``encrypted`` and ``removable`` are None where the system
    does not say.
    """

    kind: str = ""
    encrypted: bool | None = None
    removable: bool | None = None


def data_folder() -> Path:
    """The program's own folder among the user's data, for what cannot be kept where it belongs.

    Raises:
        OSError: the user has no home.
    """
    return user_folder("XDG_DATA_HOME", "~/.local/share") / "intervjuguide"


def user_folder(variable: str, usual: str) -> Path:
    """Where programs of this user keep files of one kind: on Windows one folder for all.

    Raises:
        OSError: the user has no home.
    """
    local = Path(os.environ.get("LOCALAPPDATA") or "~/AppData/Local" if sys.platform == "win32" else usual)
    named = Path(os.environ.get(variable) or local)
    try:
        return named if named.is_absolute() else local.expanduser()
    except RuntimeError:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)) from None


def make_folder_durably(folder: Path, close_folder: Callable[[Path], None], sync_name: Callable[[Path], None]) -> None:
    """What ``make_folder`` does, by the two functions that a ``System`` has for it."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder_durably(folder.parent, close_folder, sync_name)
    folder.mkdir(mode=0o700, exist_ok=True)
    try:
        with suppress(PermissionError):  # some drives know no modes
            close_folder(folder)
        sync_name(folder.parent)
    except OSError:
        with suppress(OSError):
            folder.rmdir()
        raise
