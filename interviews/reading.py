"""A log as it is found on disk: every whole record is read, and what is wrong is named by its line."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from guide.problems import Problem, Severity, one_line
from guide.values import Value
from interviews.codec import BadRecord, decode
from interviews.events import EVENT_TYPES, FORMAT, Event, Started

_DECODER = json.JSONDecoder()

MAX_BYTES = 512 * 1024 * 1024
"""No hour of talk is longer; a larger file is another file."""


class Vocabulary(Value):
    """What may stand in a log: the types by name, the type that its first record has, and the newest format known."""

    types: Mapping[str, type[Event]]
    start: type[Event]
    format: int


OF_INTERVIEWS = Vocabulary(EVENT_TYPES, Started, FORMAT)
"""The vocabulary of an interview's log."""


class LogReading(Value):
    """What a log holds. ``length`` counts the bytes up to the last whole record, ``torn`` are those after it.

    ``lines`` counts the lines of ``length``; ``unended`` is true where the last whole record lacks its newline;
    ``newer`` where a later version wrote the file; ``unread`` where what is in it is not known.
    """

    file: str
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()
    length: int = 0
    lines: int = 0
    torn: bytes = b""
    unended: bool = False
    newer: bool = False
    unread: bool = False

    @property
    def started(self) -> Started | None:
        """The first event, or None for a file without a whole first record."""
        first = self.events[0] if self.events else None
        return first if isinstance(first, Started) else None

    @property
    def vacant(self) -> bool:
        """Whether nothing in the file was ever acknowledged, so that an interview may begin in it."""
        return self.lines == 0 and not self.unread

    @property
    def next_seq(self) -> int:
        """The place of the next event: after the last one read, damaged lines counted."""
        last = self.events[-1].seq if self.events else -1
        return max(last + 1, self.lines)


def read_log_file(path: Path, file: str, vocabulary: Vocabulary = OF_INTERVIEWS) -> LogReading:
    """Read the log at ``path``; ``file`` is how problems name it. Nothing is changed and nothing is raised."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return LogReading(file, problems=(Problem(file, 1, 1, "log_too_big"),), unread=True)
        data = path.read_bytes()
    except OSError as error:
        problem = Problem(file, 1, 1, "log_unreadable", {"reason": error.strerror or ""})
        return LogReading(file, problems=(problem,), unread=True)
    return read_log(data, file, vocabulary)


def read_log(data: bytes, file: str, vocabulary: Vocabulary = OF_INTERVIEWS) -> LogReading:
    """Read a log's bytes: whole records become events, damaged lines and a torn tail become problems.

    A last line without newline that parses and has the next seq is whole.
    """
    reader = _Reader(file, vocabulary)
    whole, newline, tail = data.rpartition(b"\n")
    if newline:
        for line in _lines(whole):
            reader.line(line)
    length = len(data) - len(tail)
    unended = bool(tail) and reader.is_next(tail)
    if unended:
        reader.line(tail)
        length, tail = len(data), b""
    if tail:
        reader.torn()
    if not reader.lines:
        reader.headless()
    return LogReading(
        file=file,
        events=tuple(reader.events),
        problems=tuple(reader.problems),
        length=length,
        lines=reader.lines,
        torn=tail,
        unended=unended,
        newer=reader.newer,
    )


class _Reader:
    """Reads line by line and keeps what was read and what was wrong."""

    def __init__(self, file: str, vocabulary: Vocabulary) -> None:
        self.file = file
        self.vocabulary = vocabulary
        self.events: list[Event] = []
        self.problems: list[Problem] = []
        self.lines = 0
        self.newer = False
        self._last_place = 0

    def line(self, line: str | bytes) -> None:
        self.lines += 1
        if self.newer:
            return
        try:
            record = _parsed(line)
            newer = "" if self.events else _newer_format(record, self.vocabulary)
            if newer:
                self.newer = True
                self._problem("log_newer", {"format": newer}, self.lines)
            else:
                self._keep(decode(record, self.vocabulary.types))
        except BadRecord as bad:
            self._problem(bad.code, bad.facts, self.lines)

    def is_next(self, line: bytes) -> bool:
        """Whether an unended last line is a whole record all the same."""
        try:
            record = _parsed(line)
            if not self.lines and _newer_format(record, self.vocabulary):
                return True
            return decode(record, self.vocabulary.types).seq in self._next_places()
        except BadRecord:
            return False

    def torn(self) -> None:
        self._problem("log_torn", {}, self.lines + 1, "notice")

    def headless(self) -> None:
        self._problem("log_headless", {}, 1)

    def _next_places(self) -> tuple[int, int]:
        """After the last event, or one a line: they differ where lines were damaged, put in or taken out."""
        return self.lines, self.events[-1].seq + 1 if self.events else 0

    def _keep(self, event: Event) -> None:
        if self.events and event.seq > self.events[-1].seq and not isinstance(event, self.vocabulary.start):
            self.events.append(event)
            self._last_place = self.lines
            return
        self._keep_if_it_fits(event)

    def _keep_if_it_fits(self, event: Event) -> None:
        start = self.vocabulary.start
        if not self.events and not isinstance(event, start):
            if not any(problem.code == "log_no_start" for problem in self.problems):
                self._problem("log_no_start", {}, self.lines)
            return
        if self.events and (isinstance(event, start) or event.seq <= self.events[-1].seq):
            if isinstance(event, start) or not self._left_out(event):
                self._misplaced(event, self.lines)
                return
            self._misplaced(self.events.pop(), self._last_place)
        self.events.append(event)
        self._last_place = self.lines

    def _left_out(self, event: Event) -> bool:
        """Whether the record before leapt over this one's place: then it is that one's seq that is wrong."""
        return len(self.events) > 1 and self.events[-2].seq < event.seq < self.events[-1].seq

    def _misplaced(self, event: Event, line: int) -> None:
        self._problem("log_out_of_order", {"seq": str(event.seq)}, line)

    def _problem(self, code: str, facts: dict[str, str], line: int, severity: Severity = "error") -> None:
        self.problems.append(Problem(self.file, line, 1, code, facts, severity))


def _lines(whole: bytes) -> Sequence[str | bytes]:
    """The lines as text, decoded all at once; as bytes where some are not UTF-8, so that only those are damaged."""
    try:
        return whole.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        return whole.split(b"\n")


def _parsed(line: str | bytes) -> object:
    """What a line of JSON holds; a line as this program writes it is read the short way.

    Raises:
        BadRecord: it is none.
    """
    try:
        if isinstance(line, str):
            record, end = _DECODER.raw_decode(line)
            if end == len(line):
                return record
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        raise BadRecord("log_damaged") from None


def _newer_format(record: object, vocabulary: Vocabulary) -> str:
    """The format of a start that a later version wrote, whatever its other fields have become; else empty."""
    if not isinstance(record, dict) or record.get("type") != vocabulary.start.type:
        return ""
    version = record.get("format")
    return one_line(str(version)) if type(version) is int and version > vocabulary.format else ""
