"""The power fails: whatever was not synced by then is lost, names too, as a disk with a cache may lose it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.faults.stepwise import CHANGING, MOST_FILES, SYNCING

Entry = tuple[str, int]
"""What has a name: ``file``, ``folder`` or ``link``, and its number on the disk."""


class PowerCut(BaseException):
    """What a call meets that comes after the power has failed."""


class Disk:
    """What of some folders would be there after a power cut; ``syncs`` counts what was asked to be made durable."""

    def __init__(self, *roots: Path) -> None:
        if sys.platform == "win32":
            pytest.skip("looks a file up by its number on the disk, as Windows knows none")
        self.syncs = 0
        self._roots = roots
        self._files: dict[int, bytes] = {}
        self._folders: dict[int, dict[str, Entry]] = {}
        self._links: dict[int, str] = {}
        self._held: dict[int, int] = {}  # nobody else gets the number of a file that is open
        for root in roots:
            for folder, _, names in os.walk(root):
                self._sync_folder(Path(folder))
                for name in names:
                    self._sync_file(Path(folder) / name)

    def synced(self, fd: int) -> None:
        """A file or a folder was made durable."""
        path = Path(f"/proc/self/fd/{fd}")
        if path.resolve().is_dir():
            self._sync_folder(path.resolve())
        else:
            self._know(path)
            self._files[os.fstat(fd).st_ino] = path.read_bytes()

    def put_back(self, torn: float) -> None:
        """Let the folders be as after the cut; of what was written behind synced bytes this share is left."""
        held = {number: fd for number, fd in self._held.items() if number in self._files}
        now = {number: Path(f"/proc/self/fd/{fd}").read_bytes() for number, fd in held.items()}
        roots = {root: root.stat().st_ino for root in self._roots}
        for root, number in roots.items():
            for path in sorted(root.rglob("*"), reverse=True):
                path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
            self._lay(root, number, now, torn)

    @property
    def held(self) -> set[int]:
        """The files that are open for this alone."""
        return set(self._held.values())

    def close(self) -> None:
        """Hold nothing any more."""
        for fd in self._held.values():
            os.close(fd)

    def _lay(self, folder: Path, number: int, now: dict[int, bytes], torn: float) -> None:
        for name, (kind, inner) in self._folders.get(number, {}).items():
            path = folder / name
            if kind == "folder":
                path.mkdir(mode=0o700)
                self._lay(path, inner, now, torn)
            elif kind == "link":
                path.symlink_to(self._links[inner])
            else:
                there = self._files.get(inner, b"")
                rest = now.get(inner, b"")
                rest = rest[len(there) :] if rest.startswith(there) else b""
                path.write_bytes(there + rest[: int(len(rest) * torn)])
                path.chmod(0o600)

    def _sync_file(self, path: Path) -> None:
        if path.is_symlink():
            self._links[path.lstat().st_ino] = str(path.readlink())
        else:
            self._know(path)
            self._files[path.stat().st_ino] = path.read_bytes()

    def _sync_folder(self, folder: Path) -> None:
        self._know(folder)
        names: dict[str, Entry] = {}
        for one in os.scandir(folder):
            kind = "link" if one.is_symlink() else "folder" if one.is_dir() else "file"
            names[one.name] = kind, one.inode()
            if kind == "link":
                self._links[one.inode()] = str(Path(one.path).readlink())
            else:
                self._know(Path(one.path))
        self._folders[folder.stat().st_ino] = names

    def _know(self, path: Path) -> None:
        number = path.stat().st_ino
        if number not in self._held:
            self._held[number] = _OPEN(path, os.O_RDONLY | os.O_CLOEXEC)
            if not path.is_dir():
                self._files.setdefault(number, b"")


_OPEN = os.open


@contextmanager
def power(*roots: Path, fails_at: int = 0, torn: float = 0.0) -> Iterator[Disk]:
    """Let the power fail at the sync of this number, before it is done; then no call comes through, and what
    was not durable is lost. With 0 it does not fail.
    """
    disk = Disk(*roots)
    before = _open_files()
    well = {name: getattr(os, name) for name in (*CHANGING, "open")}
    gone = False

    def watched(name: str) -> Any:
        def call(*given: Any, **named: Any) -> Any:
            nonlocal gone
            if name in SYNCING:
                disk.syncs += 1
                gone = gone or disk.syncs == fails_at
            if gone:
                raise PowerCut
            done = well[name](*given, **named)
            if name in SYNCING:
                disk.synced(given[0])
            return done

        return call

    for name in well:
        setattr(os, name, watched(name))
    try:
        with suppress(PowerCut):
            yield disk
    finally:
        for name, done in well.items():
            setattr(os, name, done)
        if gone:
            for left in _open_files() - before - disk.held:  # and what was locked with them
                os.close(left)
            disk.put_back(torn)
        disk.close()


def _open_files() -> set[int]:
    found = set()
    for number in range(MOST_FILES):
        with suppress(OSError):
            os.fstat(number)
            found.add(number)
    return found
