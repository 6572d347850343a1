"""A log that is being written.

What counts is on disk, and what happens to the file is told.

Interviews, observations and the facts of a study are logs with a vocabulary each. What they share is here: how one is
taken up, where bytes of an unfinished line go, what a clock makes of it, and how it is let go.
"""

import base64
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, Literal, TypeVar

from guide.frozen import Value
from interviews.core.clock import Clock, SomeSitting, on_clocks, origin_of
from interviews.core.codec import encode
from interviews.core.events import Ended, Event, Sitting
from interviews.log.log_files import count_kept_lines
from interviews.log.reader import LogReading, Vocabulary, read_log_file
from interviews.log.rescued import take_up
from interviews.log.writer import Log, LogFailure

News = Literal["rewritten", "rescued", "rescued_away", "unguarded"]
"""It was written anew, beside itself, or in the user's data folder, and goes on there; its drive has no locks."""

Written = TypeVar("Written", bound=Value)


class LogNews:
    """What has happened to a log, for whoever sits at the screen; each thing is told once."""

    def __init__(self) -> None:
        self._unheard: list[News] = []
        self._guarded = True
        self._moves = 0

    def of(self, log: Log, home: Path) -> Path:
        """Look at a log that belongs at ``home``; where it is written."""
        if log.path is home and log.moves == self._moves and self._guarded == log.alone:
            return home
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


class LogSession(Generic[Written]):
    """One log being written, record by record; each is on disk before it counts.

    ``path`` is where it is written now, ``home`` where it belongs. Once it is closed, ``whole`` says whether all that
    was acknowledged is in the file, ``kept`` how many of how many lines are, and ``moved`` whether it went elsewhere.
    """

    def __init__(self, path: Path, log: Log | None) -> None:
        self.path = self.home = path
        self.whole = True
        self.kept = (0, 0)
        self.moved = False
        self._log: Log | None = None
        self._torn = self._newline = b""
        self._heard = LogNews()
        if log is not None:
            self._hold(log)

    @property
    def begun(self) -> bool:
        """Whether the file is there, and held."""
        return self._log is not None

    def take_news(self) -> tuple[News, ...]:
        """What has happened to the log and was not told yet; it is then told."""
        return self._heard.take()

    def close(self) -> None:
        """Let go of the log, having looked: ``whole`` is then whether all that was saved is in the file at ``path``.

        What is not there is written to another file first, and ``path`` is that one.
        """
        if self._log is not None:
            self.whole = self._log.leave()
            self.kept = count_kept_lines(self._log.path, self._log.acknowledged) if not self.whole else self.kept
            self.path = self._log.path
            self.moved = self._log.moves > 0
            self._log = None

    def _hold(self, log: Log) -> None:
        self._log = log
        self.path = self._heard.of(log, self.home)

    def _stand_behind(self, torn: bytes, *, unended: bool) -> None:
        """Write on behind what was read: torn bytes go into the next record, and a lost newline is mended."""
        self._torn = torn
        self._newline = b"\n" if unended else b""

    @property
    def _torn_text(self) -> str:
        """The torn bytes as they stand in the record that takes them in."""
        return base64.b64encode(self._torn).decode("ascii")

    def _append(self, *records: Written) -> None:
        """Put records on disk, and only then among what has happened.

        Raises:
            LogFailure: nothing was written, and nothing has changed.
        """
        if self._log is None:
            raise LogFailure("log_gone", file=self.path.name)
        self._log.append(first=self._newline, lines=self._lines(records))
        self.path = self._heard.of(self._log, self.home)
        self._torn = self._newline = b""
        for record in records:
            self._take_in(record)
            if type(record) is Ended:
                self._log.mark_end()

    def _lines(self, records: Sequence[Written]) -> bytes:
        """The records as they stand in the file."""
        raise NotImplementedError

    def _take_in(self, record: Written) -> None:
        """Count a record that is on disk."""
        raise NotImplementedError


class TimedSession(LogSession[Event]):
    """A log whose events have a time of their own: seconds since ``origin`` on the running clock, None before.

    ``running`` reads that clock. In an ``anonymous`` study no event says when, or on which machine.
    """

    def __init__(self, path: Path, log: Log | None, clock: Clock, origin: float | None, *, anonymous: bool) -> None:
        super().__init__(path, log)
        self.anonymous = anonymous
        self._clock = clock
        self.running = clock.running
        self._origin = origin
        self._least = 0.0

    @property
    def now(self) -> float:
        """Seconds into what is logged, 0 before its first act."""
        return max(0.0 if self._origin is None else seconds(self._clock.running() - self._origin), self._least)

    def running_at(self, t: float) -> float:
        """Where ``t`` (seconds into what is logged) lies on the running clock."""
        return t + (self._clock.running() if self._origin is None else self._origin)

    def _go_on_from(self, last: Sitting, latest: float) -> None:
        """Find t = 0 again: by the log's last sitting, and the seconds of its latest event."""
        self._origin = origin_of(last, latest, self._clock)

    def _place_on_clock(self, sitting: SomeSitting, ago: float = 0.0) -> SomeSitting:
        """The sitting with its place on the clocks, ``ago`` seconds before now, as far as the study tells one."""
        return on_clocks(sitting, self._clock, self._origin or 0.0, anonymous=self.anonymous, ago=ago)

    def _lines(self, records: Sequence[Event]) -> bytes:
        return b"".join(map(encode, records))


def seconds(raw: float) -> float:
    """Seconds as a log has them: thousandths, and none below 0."""
    return max(round(raw, 3), 0.0)


@contextmanager
def hold_log(
    path: Path, file: str, vocabulary: Vocabulary, headless: str, *, vacant: bool, known: LogReading | None = None
) -> Iterator[tuple[Log, LogReading]]:
    """Hold a log to go on with it, and what it says; it is let go again where going on fails.

    ``headless`` is what is said of a log without a start; ``vacant``: unless nothing was ever acknowledged in it;
    ``known`` is what was read of it before.

    Raises:
        LogFailure: another program holds it, it is of a newer format or headless, or it cannot be opened.
    """
    log, reading = take_up(path, file, vocabulary, known)
    try:
        if not (vacant and reading.vacant):
            _need_start(reading, headless)
        yield log, reading
    except BaseException:
        log.close()
        raise


def _need_start(reading: LogReading, headless: str) -> None:
    if reading.newer:
        raise LogFailure("log_newer_file", file=reading.file)
    if not reading.events:
        raise LogFailure(headless, file=reading.file)


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
