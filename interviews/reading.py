"""A log as it is found on disk: every whole record is read, and what is wrong is named by its line."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from guide.problems import Problem, Severity
from interviews.codec import BadRecord, decode
from interviews.events import FORMAT, Event, Started

MAX_BYTES = 512 * 1024 * 1024
"""No hour of talk is longer; a larger file is another file."""


@dataclass(frozen=True)
class LogReading:
    """What a log holds. ``length`` counts the bytes up to the last whole record, ``torn`` are those after it.

    ``lines`` counts the lines of ``length``; ``unended`` is true where the last whole record lacks its newline.
    """

    file: str
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()
    length: int = 0
    lines: int = 0
    torn: bytes = b""
    unended: bool = False
    newer: bool = field(default=False)

    @property
    def started(self) -> Started | None:
        """The first event, or None for a file without a whole first record."""
        first = self.events[0] if self.events else None
        return first if isinstance(first, Started) else None

    @property
    def next_seq(self) -> int:
        """The place of the next event: after the last one read, damaged lines counted."""
        last = self.events[-1].seq if self.events else -1
        return max(last + 1, self.lines)


def read_log_file(path: Path, file: str) -> LogReading:
    """Read the log at ``path``; ``file`` is how problems name it. Nothing is changed and nothing is raised."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return LogReading(file, problems=(Problem(file, 1, 1, "log_too_big"),))
        data = path.read_bytes()
    except OSError as error:
        return LogReading(file, problems=(Problem(file, 1, 1, "log_unreadable", {"reason": error.strerror or ""}),))
    return read_log(data, file)


def read_log(data: bytes, file: str) -> LogReading:
    """Read a log's bytes: whole records become events, damaged lines and a torn tail become problems.

    A last line without newline that parses and has the next seq is whole.
    """
    reader = _Reader(file)
    whole, newline, tail = data.rpartition(b"\n")
    if newline:
        for line in whole.split(b"\n"):
            reader.line(line)
    length = len(data) - len(tail)
    unended = bool(tail) and reader.is_next(tail)
    if unended:
        reader.line(tail)
        length, tail = len(data), b""
    if tail:
        reader.torn()
    if not reader.events and not reader.newer:
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

    def __init__(self, file: str) -> None:
        self.file = file
        self.events: list[Event] = []
        self.problems: list[Problem] = []
        self.lines = 0
        self.newer = False

    def line(self, line: bytes) -> None:
        self.lines += 1
        if self.newer:
            return
        try:
            event = parse_line(line)
        except BadRecord as bad:
            self._problem(bad.code, bad.facts)
            return
        if isinstance(event, Started) and event.format > FORMAT:
            self.newer = True
            self._problem("log_newer", {"format": str(event.format)})
        elif self._fits(event):
            self.events.append(event)

    def is_next(self, line: bytes) -> bool:
        """Whether an unended last line is a whole record all the same."""
        try:
            event = parse_line(line)
        except BadRecord:
            return False
        return event.seq == max(self.lines, self.events[-1].seq + 1 if self.events else 0)

    def torn(self) -> None:
        self.lines += 1
        self._problem("log_torn", {}, "notice")
        self.lines -= 1

    def headless(self) -> None:
        self.problems.append(Problem(self.file, 1, 1, "log_headless"))

    def _fits(self, event: Event) -> bool:
        if not self.events:
            if not isinstance(event, Started):
                self._problem("log_no_start", {})
                return False
            return True
        if isinstance(event, Started) or event.seq <= self.events[-1].seq:
            self._problem("log_out_of_order", {"seq": str(event.seq)})
            return False
        return True

    def _problem(self, code: str, facts: dict[str, str], severity: Severity = "error") -> None:
        self.problems.append(Problem(self.file, self.lines, 1, code, facts, severity))


def parse_line(line: bytes) -> Event:
    """The event on one line.

    Raises:
        BadRecord: the line is no whole, well-formed event.
    """
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise BadRecord("log_damaged") from None
    return decode(record)
