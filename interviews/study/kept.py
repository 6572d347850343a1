"""Kept numbers: what was worked out of each log.

So no start reads a thousand anew. Numbers and ids alone, never a word of anybody, in a file of the user's cache folder:
one for each study and purpose, for its owner only. It may be deleted at any moment, and is made again. Nothing in it is
believed unless the file is the user's own and whole, this very version wrote it for this very study and sealed it with
the user's own key, and the log has the same size, times and place on the disk as when it was read. A study of few
interviews keeps nothing, for there is nothing to gain; one that is locked, or stays anonymous, keeps nothing either.
"""

import json
import os
import re
import stat
import time
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from guide.files import open_file
from interviews.locked.names import is_locked_study
from interviews.log.log_files import LogFile, digest_of
from interviews.os_support import cache_folder, make_folder, system
from interviews.own_key import own_key
from interviews.study.anonymity import is_anonymous

FEWEST = 10
"""Interviews; below that reading them takes no time that anybody would notice."""

_FORM = 2
_MOST = 256 * 1024 * 1024
SETTLED = 2_000_000_000
"""Nanoseconds: a file changed later than so long ago may change once more without its time telling."""

_NAME = re.compile(r"[0-9a-f]{64}-[a-z]+\.json")
_LONG = 60 * 86400
"""Seconds after which numbers that nothing has written anew are taken away: they are made again where wanted."""

Key = tuple[int, ...]


class KeptNumbers:
    """What is kept of the logs of one study for one purpose; ``program`` is the version that keeps it."""

    def __init__(self, study: Path, purpose: str, program: str) -> None:
        self._study = os.path.realpath(study)
        self._purpose, self._program = purpose, program
        self._there: dict[str, str] | None = None
        self._told: set[str] = set()
        self._new: dict[str, str] = {}
        """Each as the line that it is in the file, which takes less room."""
        self._unwritten: set[str] = set()
        self._has_written = False
        self._paths: dict[str, Path] = {}

    def of(self, file: LogFile) -> object:
        """What is kept of a log as it is on the disk now, written down or not yet; None where nothing is."""
        if self._keeps_nothing:
            self._forget()
            return None
        if self._there is None:
            self._there = self._read()
        line = self._new.get(file.name) or self._there.get(file.name)
        key, numbers = (None, None) if line is None else _parse(line)
        if key is None or key != key_of(file.path):
            return None
        self._told.add(file.name)
        self._paths[file.name] = file.path
        return numbers

    def keep(self, file: LogFile, key: Key | None, numbers: object) -> None:
        """Keep what was worked out of a log that had this ``key_of`` before it was read, and has it still."""
        if self._keeps_nothing:
            return
        if key is not None and key == key_of(file.path) and time.time_ns() - max(key[1], key[2]) > SETTLED:
            self._new[file.name] = json.dumps([file.name, [*key], numbers], separators=(",", ":"))
            self._unwritten.add(file.name)
            self._paths[file.name] = file.path

    @cached_property
    def _keeps_nothing(self) -> bool:
        return _may_keep_nothing(self._study)

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        gone = not self._has_written and self._there is not None and self._there.keys() != self._told
        return self.unwritten > 0 or gone

    @property
    def unwritten(self) -> int:
        """How many logs' numbers are kept that were not written yet."""
        return len(self._unwritten)

    def write(self) -> None:
        """Put on the disk what is kept of the logs that were asked for and are as they were; where that fails, nothing.

        A log that has gone meanwhile, because somebody left, leaves no numbers behind, nor does a study that was locked
        meanwhile. What no start has written for long, as of a study that is no more, is taken away.
        """
        from interviews.save import save

        self._has_written = True
        self._unwritten.clear()  # before what is new is looked at: what comes meanwhile is written the next time
        new = {**self._new}
        if _may_keep_nothing(self._study):
            return
        kept = {name: one for name, one in (self._there or {}).items() if name in self._told} | new
        keys = {name: _parse(line)[0] for name, line in kept.items()}
        kept = {name: line for name, line in kept.items() if key_of(self._paths[name]) == keys[name]}
        body = "".join(f"{line}\n" for line in kept.values()).encode()
        with suppress(OSError, ValueError):
            path = self._path()
            make_folder(path.parent)
            save(path, json.dumps(self._head(body)).encode() + b"\n" + body)
            if _may_keep_nothing(self._study) or any(key_of(self._paths[name]) != keys[name] for name in kept):
                path.unlink()  # somebody left, or locked it, in this very moment
            _sweep_old(path.parent)

    def _head(self, body: bytes) -> dict[str, object]:
        """What stands above the numbers.

        Raises:
            OSError: the user has no key.
        """
        from hmac import digest  # hardly any start has anything to seal

        head: dict[str, object] = {"form": _FORM, "program": self._program, "purpose": self._purpose}
        sealed = json.dumps([*head.values(), self._study]).encode() + b"\n" + body
        return head | {"check": digest(own_key(), sealed, "sha256").hex()}

    def _forget(self) -> None:
        """Take away what was kept before the study was to keep nothing."""
        with suppress(OSError):
            self._path().unlink()

    def _path(self) -> Path:
        return numbers_folder() / f"{digest_of(os.fsencode(self._study))}-{self._purpose}.json"

    def _read(self) -> dict[str, str]:
        """What the file has; nothing where it is not to be believed."""
        data = _read_own(self._path_or_none())
        head, newline, body = data.partition(b"\n")
        try:
            said = json.loads(head) if newline else None
            if said is None or said != self._head(body):
                return {}
            return {_NAMED.raw_decode(line, 1)[0]: line for line in body.decode().splitlines()}
        except (OSError, ValueError, TypeError, RecursionError):
            return {}

    def _path_or_none(self) -> Path | None:
        try:
            return self._path()
        except OSError:
            return None


_NAMED = json.JSONDecoder()


def _parse(line: str) -> tuple[Key | None, object]:
    """A log's key and what is kept of it, as a line has them; no key where it is none."""
    try:
        _, key, numbers = json.loads(line)
        found = (*key,)
    except (ValueError, TypeError, RecursionError):
        return None, None
    return found, numbers


def _may_keep_nothing(study: str) -> bool:
    """A locked study's numbers are not for everybody; in one that stays anonymous a file's time is a date."""
    return is_locked_study(Path(study)) or is_anonymous(Path(study))


def _sweep_old(folder: Path) -> None:
    for path in folder.iterdir():
        with suppress(OSError):
            if _NAME.fullmatch(path.name) and time.time() - path.lstat().st_mtime > _LONG:
                path.unlink()


def key_of(log: Path) -> Key | None:
    """What tells whether a log is the one that was read: its size, when it and its entry changed, its place."""
    try:
        found = log.stat()
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev


def numbers_folder() -> Path:
    """The folder in which studies' numbers are kept.

    Raises:
        OSError: the user has no home.
    """
    return cache_folder() / "numbers"


def find_kept_files(study: Path) -> tuple[Path, ...]:
    """What is kept of a study now."""
    start = f"{digest_of(os.fsencode(os.path.realpath(study)))}-"
    with suppress(OSError):
        return tuple(sorted(path for path in numbers_folder().iterdir() if path.name.startswith(start)))
    return ()


def purge(study: Path) -> None:
    """Take away all that is kept of a study."""
    for path in find_kept_files(study):
        with suppress(OSError):
            path.unlink()


def _read_own(path: Path | None) -> bytes:
    """The bytes of a file that nobody but this user can have written; none where it is another."""
    if path is None:
        return b""
    with suppress(OSError, ValueError), open_file(path) as file:
        found = os.fstat(file.fileno())
        private = os.name == "nt" or not stat.S_IMODE(found.st_mode) & 0o077
        if system().is_own(found) and private and found.st_nlink == 1 and found.st_size <= _MOST:
            return file.read(_MOST)
    return b""
