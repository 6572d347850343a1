"""Disks that a test may fill, protect and pull out, where the system lets it; nothing stays mounted."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest


class SmallDisk:
    """A disk in memory, mounted on a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self) -> None:
        """Leave no room at all."""
        with suppress(OSError), (self.folder / "film.mp4").open("wb", buffering=0) as stream:
            while stream.write(bytes(4096)):
                pass

    def make_room(self) -> None:
        """Delete what filled it."""
        (self.folder / "film.mp4").unlink()

    def protect(self, *, on: bool) -> None:
        """Push the little switch that makes it read-only, or back."""
        mount("-o", f"remount,{'ro' if on else 'rw'}", str(self.folder))

    def pull_out(self) -> None:
        """Take it away while it is in use."""
        subprocess.run(["umount", "--lazy", str(self.folder)], check=True, capture_output=True)

    def put_in(self) -> None:
        """A new disk in its place."""
        mount("-t", "tmpfs", "-o", "size=256k,mode=0700", "tmpfs", str(self.folder))


def mount(*arguments: str) -> None:
    """Mount something."""
    subprocess.run(["mount", *arguments], check=True, capture_output=True)


@contextmanager
def mounted(folder: Path) -> Iterator[SmallDisk]:
    """A small disk on a new folder, unmounted afterwards; skips the test where one cannot be had."""
    if sys.platform != "linux":
        pytest.skip("mounts a small disk, as only Linux does it")
    folder.mkdir()
    disk = SmallDisk(folder)
    try:
        disk.put_in()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("mounts a small disk, which only root may")
    try:
        yield disk
    finally:
        with suppress(subprocess.CalledProcessError):
            while True:
                disk.pull_out()
