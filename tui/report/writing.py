"""A report on disk: readable by its owner only, whole or not at all, and never in the place of anything else."""

import os
import stat
import tempfile
from pathlib import Path

from interviews import platforms
from tui.exits import UsageError
from tui.words import Words


def write_report(file: Path, text: str, marker: str, words: Words) -> None:
    """Write a report beside its name and then under it; an earlier report of the same kind is replaced.

    Raises:
        UsageError: something else has that name; it was left alone.
        OSError: it cannot be written.
    """
    place = Path(os.path.realpath(file))
    _need_room(place, file, marker, words)
    fd, beside = tempfile.mkstemp(prefix=f".{place.name[:100]}.", dir=place.parent)
    try:
        with os.fdopen(fd, "wb") as made:
            made.write(text.encode())
            made.flush()
            platforms.sync(made.fileno())
        Path(beside).replace(place)
    except BaseException:  # whatever happens, no half report with people's words is left behind
        Path(beside).unlink(missing_ok=True)
        raise
    platforms.sync_folder(place.parent)


def _need_room(place: Path, file: Path, marker: str, words: Words) -> None:
    """Refuse a place where anything but an earlier report of this kind is; an empty file is nothing."""
    try:
        found = place.stat()
    except FileNotFoundError:
        return
    if not stat.S_ISREG(found.st_mode):
        raise UsageError(words("report_no_file", file=file))
    with place.open("rb") as there:
        start = there.read(256).split(b"\n")
    if found.st_size and marker.encode() not in start[:2]:
        raise UsageError(words("report_in_the_way", file=file))
