"""A log as it is found on disk: every whole record is read, and what is wrong is named by its line."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from guide.files import OddFileError, read_file
from guide.problems import Problem, Severity, one_line
from guide.values import Value
from interviews.codec import BadRecord, decode
from interviews.copied_ids import ids_named, questions_in
from interviews.events import EVENT_TYPES, FORMAT, Event, Started
from interviews.lines import joined, parsed, read_lines
from interviews.os_support import system
from interviews.sequence import Record, next_after, put_in_order

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
        return max(next_after(self.events), self.lines)


def read_log_file(path: Path, file: str, vocabulary: Vocabulary = OF_INTERVIEWS) -> LogReading:
    """Read the log at ``path``; ``file`` is how problems name it. Nothing is changed and nothing is raised."""
    try:
        data = read_data(path, file)
    except FileNotFoundError as error:
        data = Problem(file, 1, 1, "log_unreadable", {"reason": error.strerror or ""})
    if isinstance(data, Problem):
        return LogReading(file, problems=(data,), unread=True)
    return read_log(data, file, vocabulary, path.absolute().parent.parent)


def read_data(path: Path, file: str) -> bytes | Problem:
    """The bytes of a log, of whatever vocabulary, or why they cannot be had; ``file`` is how the problem names it.

    Raises:
        FileNotFoundError: there is none.
    """
    try:
        huge = path.stat().st_size > MAX_BYTES  # such a file is not even taken into memory
        system().keep_memory_private()
        data = b"" if huge else read_file(path, MAX_BYTES + 1)
    except FileNotFoundError:
        raise
    except OddFileError:
        return Problem(file, 1, 1, "log_odd", {"file": path.name})
    except OSError as error:
        return Problem(file, 1, 1, "log_unreadable", {"reason": error.strerror or ""})
    return Problem(file, 1, 1, "log_too_big") if huge or len(data) > MAX_BYTES else data


def read_log(data: bytes, file: str, vocabulary: Vocabulary = OF_INTERVIEWS, study: Path | None = None) -> LogReading:
    """Read a log's bytes: whole records become events, damaged lines and a torn tail become problems.

    A last line without newline that parses and has the next seq is whole. Where the start cannot be read but something
    else can, it is made up for from what is left of it, the file's name and the guide in the ``study`` folder.
    """
    reader = _Reader(file, vocabulary)
    ending = read_lines(data, reader)
    if not reader.lines:
        reader.headless()
    events, problems = reader.in_order(study)
    return LogReading(
        file=file,
        events=events,
        problems=problems,
        length=ending.length,
        lines=reader.lines,
        torn=ending.torn,
        unended=ending.unended,
        newer=reader.newer,
    )


class _Reader:
    """Reads line by line and keeps what was read and what was wrong."""

    def __init__(self, file: str, vocabulary: Vocabulary) -> None:
        self.file = file
        self.vocabulary = vocabulary
        self.problems: list[Problem] = []
        self.lines = 0
        self.newer = False
        self._records: list[Record] = []
        self._starts: list[Record] = []
        self._head: list[bytes] = []

    def line(self, line: str | bytes) -> None:
        self.lines += 1
        if self.newer:
            return
        try:
            record = parsed(line)
            newer = "" if self._records or self._starts else _newer_format(record, self.vocabulary)
            if newer:
                self.newer = True
                self._problem("log_newer", {"format": newer}, self.lines)
            else:
                self._keep(decode(record, self.vocabulary.types))
        except BadRecord as bad:
            if not self._two_in_one(line):
                self._problem(bad.code, bad.facts, self.lines)
                if not self._records and not self._starts:
                    self._head.append(line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line)

    def is_next(self, line: bytes) -> bool:
        """Whether an unended last line is a whole record all the same."""
        try:
            record = parsed(line)
            if not self.lines and _newer_format(record, self.vocabulary):
                return True
            return decode(record, self.vocabulary.types).seq in self._next_places()
        except BadRecord:
            return False

    def torn(self) -> None:
        self._problem("log_torn", {}, self.lines + 1, "notice")

    def headless(self) -> None:
        self._problem("log_headless", {}, 1)

    def in_order(self, study: Path | None) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
        """The events, the start first, and all that is wrong; no events where none can be read with a start."""
        start = self._start() or self._made_up_for(study)
        if start is None:
            if self._records:
                self._problem("log_no_start", {}, self._records[0].line)
            return (), tuple(self.problems)
        start = self._with_guide(start, study)
        events, wrong = put_in_order((start, *self._records), self.file)
        return events, tuple(sorted((*self.problems, *wrong), key=lambda problem: problem.line))

    def _next_places(self) -> tuple[int, int]:
        """After the last event, or one a line: they differ where lines were damaged, put in or taken out."""
        return self.lines, self._records[-1].event.seq + 1 if self._records else len(self._starts)

    def _keep(self, event: Event) -> None:
        one = Record(event, self.lines)
        (self._starts if isinstance(event, self.vocabulary.start) else self._records).append(one)

    def _start(self) -> Record | None:
        """The start of this log; with the start of another one, what comes after that is another log's."""
        if not self._starts:
            return None
        first = self._starts[0]
        if first.line > 1 and not self._belongs(first):
            self._cut_off(first)
            return None
        for second in self._starts[1:]:
            if second.event == first.event:
                facts = {"seq": str(second.event.seq), "first": str(first.line)}
                self._problem("log_doubled", facts, second.line, "warning")
            else:
                self._cut_off(second)
                break
        if first.line > 1:
            self._problem("log_swapped", {"seq": "0"}, first.line, "warning")
        elif first.event.seq:
            self._problem("log_wrong_seq", {"seq": str(first.event.seq), "place": "0"}, first.line)
        return first.but(event=first.event.but(seq=0)) if first.event.seq else first

    def _belongs(self, start: Record) -> bool:
        """Whether a start that comes late is this log's, whose lines changed places, and not that of another one."""
        before = max((one.event.seq for one in self._records if one.line < start.line), default=0)
        after = next((one.event.seq for one in self._records if one.line > start.line), None)
        return after is None or after > before

    def _cut_off(self, start: Record) -> None:
        """Leave out what another log's start begins."""
        theirs = sum(1 for one in self._records if one.line > start.line)
        self._records = [one for one in self._records if one.line < start.line]
        self._problem("log_second_start", {"count": str(theirs)}, start.line)

    def _made_up_for(self, study: Path | None) -> Record | None:
        """A start for a log in which it cannot be read, but something else can."""
        if not self._records or self.newer:
            return None
        from interviews.restoring import restore_start  # hardly any log needs it

        made = restore_start(self._head[:2], self.file, [one.event for one in self._records], self.vocabulary, study)
        if made is None:
            return None
        self.problems = [problem for problem in self.problems if problem.line > 1]
        self._problem(made.code, made.facts, 1)
        return Record(made.start, 1 if self._head else 0)

    def _with_guide(self, start: Record, study: Path | None) -> Record:
        """The start; where no question is left in its copy of the guide, with another one, and with the log's ids."""
        if not isinstance(start.event, Started):
            return start
        if _has_questions(start.event.guide):
            return self._with_ids(start)
        from interviews.restoring import restore_guide  # hardly any log needs it

        made = restore_guide(start.event, self.file, [one.event for one in self._records], study)
        if made is None:
            return start
        self._problem(made.code, made.facts, start.line)
        return start.but(event=made.start)

    def _with_ids(self, start: Record) -> Record:
        """The start; where an act is about a question that its copy of the guide lacks, mended where it can be."""
        assert isinstance(start.event, Started)  # noqa: S101
        events = [one.event for one in self._records]
        if set(ids_named(events)) <= {str(question.get("id", "")) for question in questions_in(start.event.guide)}:
            return start
        from interviews.restoring import restore_ids  # hardly any log needs it

        made = restore_ids(start.event, events)
        if made is None:
            return start
        if not any(problem.line == start.line for problem in self.problems):
            self._problem("log_start_restored", {}, start.line)
        return start.but(event=made)

    def _two_in_one(self, line: str | bytes) -> bool:
        """Read both records of a line whose line break was damaged; whether it is one."""
        found: list[Event] = []
        with suppress(BadRecord):
            found = [decode(record, self.vocabulary.types) for record in joined(line)]
        for event in found:
            self._keep(event)
        if found:
            self._problem("log_lines_joined", {}, self.lines)
        return bool(found)

    def _problem(self, code: str, facts: Mapping[str, str], line: int, severity: Severity = "error") -> None:
        self.problems.append(Problem(self.file, line, 1, code, facts, severity))


def _has_questions(document: Mapping[str, object]) -> bool:
    """Whether a copy of a guide surely has a question; where it does not, a closer look must be taken."""
    sections = document.get("sections")
    return isinstance(sections, list) and any(isinstance(one, dict) and one.get("questions") for one in sections)


def _newer_format(record: object, vocabulary: Vocabulary) -> str:
    """The format of a start that a later version wrote, whatever its other fields have become; else empty."""
    if not isinstance(record, dict) or record.get("type") != vocabulary.start.type:
        return ""
    version = record.get("format")
    return one_line(str(version)) if type(version) is int and version > vocabulary.format else ""
