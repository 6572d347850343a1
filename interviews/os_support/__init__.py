"""The operating system, behind one protocol.

All that differs from one system to the next is here: locks, modes, syncing, files that are opened in a special way, the
clock that runs with the lid closed, signals, limits. A system is a module with these functions, and is loaded when it
is first asked, so that what only reads a guide needs none.
"""

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Protocol

from interviews.os_support.folders import Disk, data_folder, make_folder_durably, user_folder

__all__ = ("Disk", "data_folder")


class System(Protocol):
    """An operating system. A ``fd`` is an open file's number; all raise OSError unless they say otherwise."""

    REPLACES_OPEN: bool
    """Whether a file can be replaced while it is open, be it by whoever replaces it."""

    def sync(self, fd: int, /) -> None:
        """Return once what was written to the file is on the disk itself."""

    def sync_name(self, folder: Path, /) -> None:
        """Make a new name in a folder as durable as what it names.

        Where file systems know no such thing, and where one may write in a folder but not read it, nothing is done.
        """

    def open_new(self, path: Path, /) -> int:
        """A new file, for its owner only, open for reading and writing.

        Where the system can see to that nobody renames or deletes it while it is open.
        """

    def open_to_rename(self, path: Path, /) -> int:
        """A new file as ``open_new`` makes it, which can be renamed and deleted while it is open."""

    def open_nameless(self, folder: Path, /) -> int | None:
        """A new file as ``open_new`` makes it, but without a name; None where there are no such files.

        A kill leaves nothing of it.
        """

    def give_name(self, fd: int, path: Path, /) -> None:
        """Give a nameless file its name."""

    def open_to_write(self, path: Path, /) -> int:
        """A file that is there, open for reading and writing; nothing is waited for, whatever it is."""

    def open_to_lock(self, path: Path, /, *, make: bool) -> int:
        """A file that is nothing but a lock, for its owner only; one that is not there is only made if asked."""

    def open_folder(self, folder: Path, /) -> int:
        """A folder, open to be locked."""

    def lock(self, fd: int, /, *, shared: bool = False) -> None:
        """Lock an open file until it is closed, against everybody or, ``shared``, against those who write.

        Raises:
            BlockingIOError: somebody else has locked it.
            OSError: its drive has no locks.
        """

    def read_at(self, fd: int, length: int, place: int, /) -> bytes:
        """So many bytes of an open file from a place on, fewer where it ends."""

    def write_at(self, fd: int, data: bytes, place: int, /) -> int:
        """Write to an open file at a place; how many of the bytes were written."""

    def replace(self, path: Path, target: Path, /) -> None:
        """Give a file another name, in one step, whatever has that name."""

    def remove(self, path: Path, /) -> None:
        """Take a file away."""

    def set_mode(self, fd: int, mode: int, /) -> None:
        """Say who may do what with an open file, in the signs of ``chmod``, as far as the system has such signs."""

    def close_folder(self, folder: Path, /) -> None:
        """Let nobody but its owner look into a folder, whatever the umask."""

    def is_own(self, found: os.stat_result, /) -> bool:
        """Whether a file is this user's."""

    def lets_others_in(self, path: Path, /) -> bool | None:
        """Whether others on this computer may read or change a file, or enter a folder; None where none can tell."""

    def keep_memory_private(self) -> None:
        """Let no picture of this program's memory, nor of what it starts, reach a disk in a crash. Raises nothing."""

    def allow_many_files(self) -> None:
        """Let this program have as many files open at a time as the system lets it ask for. Raises nothing."""

    def running_seconds(self) -> float:
        """Seconds on a clock that neither jumps when the wall clock is set nor stops in a suspend."""

    def running_name(self) -> str:
        """A word that is the same until the computer is started anew, or an empty string where none is to be had."""

    def read_anew(self, path: Path, /) -> bytes:
        """What is in an ordinary file, from its disk and not from memory, as far as the system lets one say so."""

    def disk_of(self, folder: Path, /) -> Disk:
        """What is known of the disk that a folder lies on. Raises nothing."""

    def cells_drawn(self, text: str, /) -> int | None:
        """How many cells the terminal says that it filled with a text, which is gone again; None where it does not say.

        Raises nothing.
        """

    def hear_end(self, end: Callable[[], None], /) -> None:
        """Call ``end``, from the running loop, when the terminal is closed or the computer shuts down.

        Raises:
            ValueError, RuntimeError, NotImplementedError: one cannot listen from here.
        """


@cache
def system() -> System:
    """The system that this program runs on; what is never asked is not loaded."""
    if sys.platform == "win32":
        from interviews.os_support import windows

        return windows
    else:  # noqa: RET505  a type checker looks at one of the two
        from interviews.os_support import posix

        return posix


_IN_USE = (32, 33)  # Windows' numbers: somebody has it open, or has locked it
_PLAIN = r"[\w.:/\\~+,=@-]+"
_DEVICE = r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³]) *(?:\..*)?"  # whatever its ending
_UNFIT = rf"""(?is:{_DEVICE}|.*[<>:"|?*\x00-\x1f].*|.*[. ])"""


def is_in_use(error: Exception) -> bool:
    """Whether something could not be done because another program has the file open; only Windows says so."""
    return getattr(error, "winerror", None) in _IN_USE


def unfit_name(path: Path) -> str:
    """The part of a path that no file or folder can be called on this system, else an empty string.

    Windows takes some names for devices and drops what others end with, so that words would go nowhere, or elsewhere.
    """
    if sys.platform == "win32":
        return next(
            (part for part in path.parts[bool(path.anchor) :] if part != ".." and re.fullmatch(_UNFIT, part)), ""
        )
    else:  # noqa: RET505  as above
        return ""


def quote(text: str) -> str:
    """A word of a command, as one can give it to this system's shells."""
    if sys.platform == "win32":
        end = text[len(text.rstrip("\\")) :]  # before a quotation mark each counts half
        return text if re.fullmatch(_PLAIN, text) else f'"{text}{end}"'
    else:  # noqa: RET505  as above
        import shlex  # where a command is told

        return shlex.quote(text)


def end_of_input() -> str:
    """What a person presses on an empty line to end what is written to a program."""
    return "Ctrl+Z, Enter" if sys.platform == "win32" else "Ctrl+D"


@contextmanager
def undisturbed() -> Iterator[list[int]]:
    """Steps that belong together: Ctrl+C does not part them, and is noted in the list for whoever goes on after."""
    import signal  # help and what reads a guide are parted at any step
    import threading

    came: list[int] = []
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or before in (signal.SIG_IGN, None):
        yield came
        return
    signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    try:
        yield came
    finally:
        signal.signal(signal.SIGINT, before)


def cache_folder() -> Path:
    """The program's own folder for what can be made again at any time.

    Raises:
        OSError: the user has no home.
    """
    return user_folder("XDG_CACHE_HOME", "~/.cache") / "intervjuguide" / "cache"


def settings_folder(environment: Mapping[str, str]) -> Path:
    """The folder in which programs of this user have their settings, each in a folder of its own."""
    if sys.platform == "win32":
        usual = environment.get("APPDATA") or "~/AppData/Roaming"
    else:
        usual = f"{environment.get('HOME', '~')}/.config"
    return Path(environment.get("XDG_CONFIG_HOME") or Path(usual).expanduser())


def user_language() -> str:
    """The user's language where the environment does not say, as in ``nb-NO``; empty where there is none."""
    if sys.platform == "win32":
        from interviews.os_support import windows

        return windows.language()
    else:  # noqa: RET505  as above
        return ""


def sync_folder(folder: Path) -> None:
    """Make a new name durable as well as it goes, for what can be made again."""
    with suppress(OSError):
        system().sync_name(folder)


def make_folder(folder: Path) -> None:
    """A folder for its owner only, with those above it that are not there, each of them durable; one there is left.

    One whose name could not be made durable is taken away again.

    Raises:
        OSError: it cannot be made, or something else has its name.
    """
    make_folder_durably(folder, system().close_folder, system().sync_name)
