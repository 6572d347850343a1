"""A report on disk: readable by its owner only, whole or not at all, and never in the place of anything else."""

import os
import stat
from pathlib import Path

from guide.files import read_file
from interviews.whole_files import write_whole
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
    write_whole(place, text.encode())


def _need_room(place: Path, file: Path, marker: str, words: Words) -> None:
    """Refuse a place where anything but an earlier report of this kind is; an empty file is nothing."""
    try:
        found = place.stat()
    except FileNotFoundError:
        return
    if not stat.S_ISREG(found.st_mode):
        raise UsageError(words("report_no_file", file=file))
    start = read_file(place, 256).split(b"\n")
    if found.st_size and marker.encode() not in start[:2]:
        raise UsageError(words("report_in_the_way", file=file))
