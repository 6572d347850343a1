"""The beginning of an interview's log, and what there is to be told of a log once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from interviews.events import Event
from interviews.log import Log
from interviews.log_files import LogFailure
from interviews.reading import read_log_file

News = Literal["rewritten", "rescued", "rescued_away", "unguarded"]
"""It was written anew, beside itself, or in the user's data folder, and goes on there; its drive has no locks."""


class Heard:
    """What has happened to a log, for whoever sits at the screen; each thing is told once."""

    def __init__(self) -> None:
        self._unheard: list[News] = []
        self._guarded = True
        self._moves = 0

    def of(self, log: Log, home: Path) -> Path:
        """Look at a log that belongs at ``home``; where it is written."""
        if log.moves > self._moves or (log.path != home and not self._moves):
            away = log.path.parent != home.parent
            self._unheard.append("rescued_away" if away else "rewritten" if log.path == home else "rescued")
            self._moves = max(log.moves, 1)
        if self._guarded and not log.alone:
            self._unheard.append("unguarded")
        self._guarded = log.alone
        return log.path

    def take(self) -> tuple[News, ...]:
        """What was not told yet; it is then told."""
        news, self._unheard = tuple(dict.fromkeys(self._unheard)), []
        return news


def new_log(path: Path, events: Sequence[Event]) -> Log:
    """Make the log, or begin it again where a file without a whole first record lies in its place.

    Raises:
        LogFailure: an interview lies there, or it cannot be written.
    """
    try:
        return Log.create(path, events, sheltered=True)
    except LogFailure as failure:
        if failure.code != "log_exists":
            raise
    log = Log.open(path)
    try:
        log.stand_after(0, _vacant_bytes(path))
        log.append(*events)
        log.shelter(path)
    except LogFailure:
        log.close()
        raise
    return log


def _vacant_bytes(path: Path) -> bytes:
    """What lies in a file in which nothing was ever acknowledged; a file that says more stays as it is."""
    reading = read_log_file(path, path.name)
    if not reading.vacant:
        raise LogFailure("log_exists", file=path.name)
    return reading.torn
