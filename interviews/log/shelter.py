"""The shelter of a log whose file went away.

It goes on beside itself or in the user's data folder, under a name that says whose it is.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from interviews.log.log_files import read_at
from interviews.os_support import data_folder

_NAME = re.compile(r"(.+)\.rescued-([1-9][0-9]{0,5})(\.jsonl|\.locked)")
_UNSAFE = re.compile(r"[^\w.-]+")
_MOST = 4 * 1024 * 1024
"""Bytes; no first line is longer."""


def log_of(name: str) -> str | None:
    """The name of the log that a rescued file goes on from (``I1.jsonl``); None for any other file's name."""
    match = _NAME.fullmatch(name)
    return f"{match[1]}{match[3]}" if match is not None else None


class Shelter:
    """What a log needs to go on elsewhere: all of its bytes, and where it belongs.

    ``device`` is the drive that it lies on; None where nothing can be written there at all.
    """

    def __init__(self, home: Path, device: int | None, whole: bytes) -> None:
        self.whole = bytearray(whole)
        self._home = home
        self._device = device
        self._mark = _mark_of(home.parent)

    def places(self) -> Iterator[Path]:
        """The files in which the log may go on, best first.

        The path where it belongs, should that be empty; a name beside it; the user's data folder. The first two only
        on the drive that it was on: where a stick was pulled out, its folder may still be there, on another drive.
        """
        home = self._home
        first = bytes(self.whole).partition(b"\n")[0]
        away = None
        with suppress(OSError):
            away = data_folder() / "rescued" / f"{self._mark}-{_digest(first)}"
        taken = [home.parent, *_folders_away(lambda: self._mark, lambda: first)]
        number = 1 + max((number for folder in taken for number, _ in _in_folder(folder, home.name)), default=0)
        name = f"{home.stem}.rescued-{number}{home.suffix}"
        if self._device is not None and _device_of(home.parent) == self._device:
            yield home
            yield home.parent / name
        if away is not None:
            yield away / name


def find_rescued_files(log: Path) -> tuple[Path, ...]:
    """The files that may go on from a log, in the order in which they were made.

    In the user's data folder those are meant that begin as the log does, wherever its study lies by now, and those of
    a log that lay in this very place.
    """
    found = _in_folder(log.parent, log.name)
    for folder in _folders_away(lambda: _mark_of(log.parent), lambda: first_line_of(log)):
        found += _in_folder(folder, log.name)
    return tuple(path for _, path in sorted(found))


def find_rescued_logs(folder: Path) -> set[str]:
    """The names of logs (``I1.jsonl``) of which a folder, or the user's data folder for it, has rescued files."""
    names = _names(folder)
    for away in _folders_away(lambda: _mark_of(folder), lambda: b""):
        names += _names(away)
    return {log for name in names if (log := log_of(name)) is not None}


def first_line_of(log: Path) -> bytes:
    """A log's first line without its end; nothing where there is no whole one."""
    line, newline, _ = read_at(log, _MOST).partition(b"\n")
    return line if newline else b""


def _folders_away(mark: Callable[[], str], first_line: Callable[[], bytes]) -> list[Path]:
    """Folders among the user's data that are a study's or a log's; hardly anybody has any, so what tells comes late."""
    try:
        rescued = data_folder() / "rescued"
    except OSError:
        return []
    names = sorted(_names(rescued))
    if not names:
        return []
    line, own = first_line(), f"{mark()}-"
    start = f"-{_digest(line)}" if line else None
    return [rescued / name for name in names if name.startswith(own) or (start and name.endswith(start))]


def _in_folder(folder: Path, log: str) -> list[tuple[int, Path]]:
    beginning = f"{log.rpartition('.')[0]}.rescued-"  # looked at first, for a folder may hold a thousand logs
    names = (name for name in _names(folder) if name.startswith(beginning) and log_of(name) == log)
    return [(int(match[2]), folder / name) for name in names if (match := _NAME.fullmatch(name)) is not None]


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 a folder may hold a thousand logs
    except OSError:
        return []


def _digest(data: bytes) -> str:
    import hashlib  # only when a log has to go on elsewhere

    return hashlib.sha256(data).hexdigest()[:8]


def _mark_of(folder: Path) -> str:
    """What stands first in the name of a folder among the user's data: the study, and where its logs lie."""
    real = os.path.realpath(folder)
    study = _UNSAFE.sub("_", Path(real).parent.name)[:60] or "study"
    return f"{study}-{_digest(os.fsencode(real))}"


def _device_of(folder: Path) -> int | None:
    """The drive of a folder, or of the nearest one above it that is there."""
    for place in (folder, *folder.absolute().parents):
        try:
            return place.stat().st_dev
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:
            return None
    return None
