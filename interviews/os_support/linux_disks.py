"""What Linux tells anybody of a folder's disk."""

import os
import re
import sys
from pathlib import Path, PurePosixPath

from interviews.os_support.folders import Disk

assert sys.platform != "win32"  # noqa: S101  what follows is not looked at by a type checker for Windows

_MOUNTS = Path("/proc/self/mountinfo")
_DEVICES = Path("/sys/dev/block")
_ENCRYPTING = ("ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.securefs")
_IN_MEMORY = ("tmpfs", "ramfs")
_ESCAPED = re.compile(r"\\([0-7]{3})")
_DEEPEST = 16


def disk_of(folder: Path, mounts: Path = _MOUNTS, devices: Path = _DEVICES) -> Disk:
    """The disk under a folder; what cannot be known without being root is None."""
    found = _mount_of(PurePosixPath(folder), mounts)
    if found is None:
        return Disk()
    kind, number, source = found
    if kind in _ENCRYPTING:
        return Disk(kind=kind, encrypted=True)
    if kind in _IN_MEMORY:
        return Disk(kind=kind)
    device = devices / number
    if not device.exists():  # btrfs and others have a number that is no device's
        device = devices / _number_of(source)
    if not device.exists():
        return Disk(kind=kind)
    chain = _under(device.resolve())
    if any(_reads(one / "dm" / "uuid").startswith("CRYPT-") for one in chain):
        encrypted: bool | None = True
    else:
        encrypted = None if kind in ("zfs", "overlay") else False
    return Disk(kind=kind, encrypted=encrypted, removable=any(map(_is_removable, chain)))


def _mount_of(folder: PurePosixPath, mounts: Path) -> tuple[str, str, str] | None:
    """The kind, the device's number and the source of what is mounted last, and nearest, above a folder."""
    best: tuple[int, tuple[str, str, str]] | None = None
    for line in _reads(mounts).splitlines():
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(), after.split()
        if len(fields) < 5 or len(kinds) < 2:  # no line of it
            continue
        place = PurePosixPath(_plain(fields[4]))
        if folder.is_relative_to(place) and (best is None or len(place.parts) >= best[0]):
            best = len(place.parts), (kinds[0], fields[2], _plain(kinds[1]))
    return None if best is None else best[1]


def _plain(text: str) -> str:
    """A path with the signs that the kernel had written as numbers."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), text)


def _number_of(source: str) -> str:
    try:
        number = Path(source).stat().st_rdev
    except (OSError, ValueError):
        return "none"
    return f"{os.major(number)}:{os.minor(number)}"


def _under(device: Path, deep: int = 0) -> list[Path]:
    """A device and all that it lies on: what a mapping maps, the whole disk of a partition."""
    found = [device]
    if deep > _DEEPEST:
        return found
    try:
        slaves = sorted((device / "slaves").iterdir())
    except OSError:
        slaves = []
    for slave in slaves:
        found += _under(slave.resolve(), deep + 1)
    if (device / "partition").exists():
        found += _under(device.parent, deep + 1)
    return found


def _is_removable(device: Path) -> bool:
    return _reads(device / "removable").strip() == "1" or any(part.startswith("usb") for part in device.parts)


def _reads(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
