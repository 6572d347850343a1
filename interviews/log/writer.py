"""The log's writer: append-only, durable, one holder.

Interviews, observations and the facts of a study are logs with a vocabulary each. ``Log`` is the file; what its writing
has in common is below it: where bytes of an unfinished line go, what a clock makes of it, what is told of it.
"""

import base64
import os
import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from guide.files import need_ordinary
from guide.frozen import Value
from interviews.core.clock import Clock, SomeSitting, on_clocks, origin_of
from interviews.core.codec import encode
from interviews.core.events import Ended, Event, Sitting
from interviews.failures import LogFailure, failure_of
from interviews.locked.names import ENDING, is_locked
from interviews.log import locking
from interviews.log.log_files import FULL, NO_DEVICE, count_kept_lines, create_log_file, for_its_owner_only, read_at
from interviews.log.reader import read_log_file
from interviews.log.shelter import Shelter
from interviews.os_support import system

if TYPE_CHECKING:
    from interviews.locked.keyring import Sealing


class Log:
    """An open log, written only at its end and only by the program that holds its lock.

    ``path`` is where it is written now, ``moves`` how often it had to be written whole. A log with a shelter whose file
    goes away, or is touched by somebody else, is written to another place, and goes on there: every byte that was ever
    acknowledged is kept for that.
    """

    def __init__(self, path: Path, fd: int) -> None:
        self.path = path
        self._fd = fd
        self._length = 0
        self._stray = 0
        self._torn = b""
        self._sum = 0
        self._seen = 0
        self._failed = False
        self.moves = 0
        self._guard = locking.Guard()
        self._shelter: Shelter | None = None
        self._locked = path.suffix == ENDING
        self._sealing: Sealing | None = None
        self._sealed_behind: Sealing | None = None

    @classmethod
    def create(cls, path: Path, events: Iterable[Event], *, sheltered: bool = False) -> "Log":
        """Make the file, readable by its owner only, with its first records already on disk.

        Raises:
            LogFailure: it is there already, or it cannot be written.
        """
        log = cls(path, create_log_file(path))
        try:
            log._lock()
            log._begin(log._seal(b"".join(map(encode, events))))
        except LogFailure:
            log.close()
            raise
        if sheltered:
            log.shelter(path)
        return log

    @classmethod
    def create_from(cls, path: Path, data: bytes) -> "Log":
        """The same with records that are lines already. Raises as ``create`` does."""
        log = cls(path, create_log_file(path))
        try:
            log._lock()
            log._begin(data)
        except LogFailure:
            log.close()
            raise
        return log

    @classmethod
    def create_elsewhere(cls, home: Path, events: Iterable[Event]) -> "Log":
        """Begin a log in the user's data folder, because nothing can be written where it belongs.

        Raises:
            LogFailure: nor can it there.
        """
        log = cls(home, -1)
        log._shelter = Shelter(home, None, log._seal(b"".join(map(encode, events))))
        log.move_away()
        log._sealing, log._sealed_behind = log._sealed_behind, None
        return log

    @classmethod
    def open(cls, path: Path) -> "Log":
        """Hold an existing log; ``stand_after`` then says where its whole records end.

        Raises:
            LogFailure: another program holds it, or it cannot be opened.
        """
        while True:
            try:
                need_ordinary(path.stat().st_mode, path)
                fd = system().open_to_write(path)
            except OSError as error:
                raise failure_of(error, path) from None
            for_its_owner_only(fd, path.parent)
            log = cls(path, fd)
            try:
                log._lock()
                if log._has_its_name():
                    return log
            except LogFailure:
                log.close()
                raise
            log.close()  # it was rewritten while its lock was waited for: the new file is the log

    @property
    def alone(self) -> bool:
        """Whether every other program that asks is kept out; not so on a drive without locks."""
        return self._guard.alone

    @property
    def acknowledged(self) -> bytes:
        """All that a sheltered log was ever told to keep, and said that it did."""
        return bytes(self._shelter.whole) if self._shelter is not None else b""

    def shelter(self, home: Path) -> None:
        """Go on elsewhere, from now on, should the file be lost; ``home`` is where the log belongs."""
        with suppress(OSError):
            self._shelter = Shelter(home, os.fstat(self._fd).st_dev, system().read_at(self._fd, self._length, 0))

    def stand_after(self, length: int, torn: bytes = b"") -> None:
        """Write on after this many bytes of whole records; the torn bytes that were read behind them are written over.

        Anything else behind them was written meanwhile by somebody else, and the next ``append`` says so.
        """
        self._length = length
        self._stray = len(torn)
        self._torn = torn
        with suppress(OSError):
            data = system().read_at(self._fd, length, 0)
            self._sum = zlib.crc32(data)
            self._seen = os.fstat(self._fd).st_mtime_ns
            self._locked, self._sealing = is_locked(data) or self.path.suffix == ENDING, None
            if self._locked and data:
                from interviews.locked.keyring import KEYRING  # no open study pays for it

                with suppress(LogFailure):  # said by the next ``append``
                    self._sealing = KEYRING.sealing(self.path, data)

    def append(self, *events: Event, first: bytes = b"", lines: bytes = b"") -> None:
        """Write the events at the end, all or none, and return once they are on disk. ``first`` mends a lost newline.

        ``lines`` are records that are lines already, before the events; of ``first`` each byte is written as it is.

        Raises:
            LogFailure: nothing was written; the same call may be tried again.
        """
        data = lines + b"".join(map(encode, events))
        data = first + (self._seal(data) if self._locked else data)
        try:
            self._check()
        except LogFailure as failure:
            self._find_again(failure)
        try:
            self._write(data)
        except LogFailure as failure:
            again, self._failed = self._failed, failure.errno not in FULL
            if not (again and self._failed) and failure.errno not in NO_DEVICE:
                raise
            self._move(failure)  # what failed twice, or for good, is not tried a third time
            self._write(data)
        self._failed = False
        self._sealing, self._sealed_behind = self._sealed_behind or self._sealing, None
        self._length += len(data)
        self._stray = 0
        self._torn = b""
        self._sum = zlib.crc32(data, self._sum)
        if self._shelter is not None:
            self._shelter.whole += data

    def mark_end(self) -> None:
        """Note, of a locked log, how many lines there are now that the interview has ended."""
        if self._sealing is not None:
            from interviews.locked.keyring import KEYRING

            KEYRING.mark_end(self._sealing)

    def _seal(self, lines: bytes) -> bytes:
        """Lines as they are to stand in the file: locked, where it is."""
        if not self._locked or not lines:
            return lines
        if self._sealing is None:
            from interviews.locked.keyring import KEYRING  # no open study pays for it

            try:
                self._sealing = KEYRING.sealing(self.path, self._read_back() if self._length else b"")
            except OSError as error:
                raise failure_of(error, self.path) from None
        if self._sealing is None:
            raise LogFailure("locked_no_key_file", file=self.path.name)
        data, self._sealed_behind = self._sealing.seal(lines)
        return data

    def move_away(self) -> None:
        """Write all to another place and go on there, because nothing can be written here.

        Raises:
            LogFailure: nothing can be written there either.
        """
        self._move(LogFailure("log_gone", file=self.path.name))

    def leave(self) -> bool:
        """Let go; whether all that was acknowledged is in the file, looked at on the disk.

        Where something is not, all is written to another place first, and ``path`` is there.
        """
        whole = self._is_kept()
        while not self.close():  # what a failing close has done to the file nobody knows
            whole = self._is_kept()
        return whole

    def close(self) -> bool:
        """Let go of the file and of its lock; whether the system had nothing to say against it.

        What was acknowledged was synced before, so that nothing depends on it.
        """
        fd, self._fd = self._fd, -1
        self._guard.let_go()
        try:
            if fd >= 0:
                os.close(fd)
        except OSError:
            return False
        return True

    def _lock(self) -> None:
        try:
            self._guard = locking.guard(self._fd, self.path)
        except BlockingIOError:
            raise LogFailure("log_locked", file=self.path.name) from None

    def _has_its_name(self) -> bool:
        """Whether the open file is the one at the path; raises as ``open`` does."""
        try:
            return os.path.samestat(os.fstat(self._fd), self.path.stat())
        except OSError as error:
            raise failure_of(error, self.path) from None

    def _begin(self, data: bytes) -> None:
        """Write the first bytes; where that fails, take the file away, if it is still nobody's but ours."""
        try:
            self.append(first=data)
            system().sync_name(self.path.parent)
        except (LogFailure, OSError) as error:
            with suppress(LogFailure, OSError):
                self._check()
                os.ftruncate(self._fd, 0)  # an empty file is begun in again, should its name not go away
                if system().REPLACES_OPEN or (self.close() and not self.path.stat().st_size):
                    self.path.unlink()  # elsewhere nobody takes away what is open, and another may have begun in it
            raise failure_of(error, self.path) if isinstance(error, OSError) else error from None

    def _find_again(self, failure: LogFailure) -> None:
        """Find the file again that is not as it was left, as ``failure`` says; else all is written to another place."""
        if self._fd < 0 or (failure.code == "log_changed" and self._shelter is None):
            raise failure
        try:
            found = failure.code != "log_changed" and self._is_intact()
        except LogFailure:
            if self._shelter is None:
                raise
            found = False
        if not found:
            self._move(failure)

    def _is_intact(self) -> bool:
        """Whether the file now at the path holds, to the byte, what was written here; it is the log from then on.

        A stick that was put back is another device, and sync programs put copies in a file's place.

        Raises:
            LogFailure: it cannot be held or written, whatever is in it.
        """
        found = Log.open(self.path)
        data = read_at(self.path, self._length + 1)
        if len(data) != self._length or zlib.crc32(data) != self._sum:
            found.close()
            return False
        self._turn_to(found)
        return True

    def _is_kept(self) -> bool:
        """Whether all is in the file, or in another place by now."""
        if zlib.crc32(read_at(self.path, self._length)) == self._sum:
            return True
        with suppress(LogFailure):
            self.move_away()
        return zlib.crc32(read_at(self.path, self._length)) == self._sum

    def _turn_to(self, other: "Log") -> None:
        """Write on in a file that holds the same."""
        self.close()
        self.path, self._fd, self._guard = other.path, other._fd, other._guard  # noqa: SLF001  the same class
        self._stray, self._torn, self._failed = 0, b"", False
        with suppress(OSError):
            self._seen = os.fstat(self._fd).st_mtime_ns

    def _move(self, failure: LogFailure) -> None:
        """Write all that was ever acknowledged to another file, synced, and go on there.

        Raises:
            LogFailure: ``failure``; there is no other place.
        """
        if self._shelter is None:
            raise failure
        whole = self.acknowledged
        for place in self._shelter.places():
            with suppress(LogFailure):
                self._turn_to(Log.create_from(place, whole))
                self._length, self._sum = len(whole), zlib.crc32(whole)
                self.moves += 1
                return
        raise failure

    def _write(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += system().write_at(self._fd, data[written:], self._length + written)
            if self._stray > len(data):
                os.ftruncate(self._fd, self._length + len(data))
            system().sync(self._fd)
            self._seen = os.fstat(self._fd).st_mtime_ns
        except OSError as error:
            self._cut_back(len(data))
            raise failure_of(error, self.path) from None

    def _check(self) -> None:
        """Stop where somebody else has written, moved or replaced the file: writing on would harm both."""
        try:
            here = os.fstat(self._fd)
            there = os.stat(self.path)  # noqa: PTH116  each act waits for it, and ``Path.stat`` for two calls more
        except OSError as error:
            raise failure_of(error, self.path) from None
        if here.st_ino != there.st_ino or here.st_dev != there.st_dev:
            raise LogFailure("log_gone", file=self.path.name)
        if here.st_size != self._length + self._stray:
            raise LogFailure("log_changed", file=self.path.name)
        if here.st_mtime_ns != self._seen and self._shelter is not None:  # touched; the bytes say whether changed
            if zlib.crc32(self._read_back()) != self._sum:
                raise LogFailure("log_changed", file=self.path.name)
            self._seen = here.st_mtime_ns

    def _read_back(self) -> bytes:
        try:
            return system().read_at(self._fd, self._length, 0)
        except OSError as error:
            raise failure_of(error, self.path) from None

    def _cut_back(self, tried: int) -> None:
        """Take away what a short write left, so that a second try does not write it twice; torn bytes come back."""
        try:
            os.ftruncate(self._fd, self._length)
            self._stray = 0
            if self._torn:
                self._stray = system().write_at(self._fd, self._torn, self._length)
        except OSError:
            with suppress(OSError):
                self._stray = min(max(os.fstat(self._fd).st_size - self._length, 0), max(tried, self._stray))
        with suppress(OSError):
            self._seen = os.fstat(self._fd).st_mtime_ns


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
