"""The log's reader.

Every whole record is read, and what is wrong is named by its line.
"""

import json
import zlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from guide.files import OddFileError, cause_of, read_file
from guide.frozen import Value
from guide.problems import Problem, Severity, one_line
from guide.serialize import questions_in
from interviews.core.codec import BadRecord, Vocabulary, decode
from interviews.core.events import BESIDE, EVENT_TYPES, FORMAT, Event, Started, ids_named
from interviews.locked.names import ENDING, is_locked
from interviews.os_support import system


class Record(NamedTuple):
    """An event and the line on which it stands, counted from 1."""

    event: Event
    line: int


def put_in_order(records: Sequence[Record], file: str) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events by seq, the start first, and a problem for each seq that is missing, doubled or out of its place.

    Nothing that can be read is left out but a line that stands there twice.
    """
    if all(record.event.seq == place for place, record in enumerate(records)) and records[-1].line == len(records):
        return tuple(record.event for record in records), ()
    ordering = _Ordering(records, file)
    if not ordering.ascends():
        ordering.sort()
    ordering.name_missing()
    return ordering.result()


class _Ordering:
    """The records of one file, and what was found out about their order."""

    def __init__(self, records: Sequence[Record], file: str) -> None:
        self._records = list(records)
        self._file = file
        self._problems: list[Problem] = []

    def ascends(self) -> bool:
        last = -1
        for record in self._records:
            if record.event.seq <= last:
                return False
            last = record.event.seq
        return True

    def result(self) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
        problems = sorted(self._problems, key=lambda problem: problem.line)
        return tuple(record.event for record in self._records), tuple(problems)

    def sort(self) -> None:
        """Most lines follow each other; each of the others is put where it belongs, and named."""
        spine = _longest_ascent([record.event.seq for record in self._records])
        taken = {self._records[place].event.seq: self._records[place] for place in spine}
        highest = max(taken)
        ordered = sorted(spine)
        strays = [(place, self._records[place]) for place in range(len(self._records)) if place not in spine]
        used = {**{record.event.seq: record for _, record in reversed(strays)}, **taken}
        placed = [((self._records[place].event.seq, 0), self._records[place]) for place in ordered]
        for place, record in strays:
            seq = record.event.seq
            above = bisect_left(ordered, place)
            before = ordered[above - 1] if above else -1
            expected = self._records[before].event.seq + 1 if before >= 0 else 0
            if used[seq] is record and seq < max(highest, len(self._records)):
                self._name("log_swapped", record, "warning", seq=seq)
                placed.append(((seq, 0), record))
            elif used[seq] is not record and used[seq].event == record.event:
                self._name("log_doubled", record, "warning", seq=seq, first=used[seq].line)
            elif expected not in used:
                self._name("log_wrong_seq", record, seq=seq, place=expected)
                used[expected] = record._replace(event=record.event.but(seq=expected))
                placed.append(((expected, 0), used[expected]))
            else:
                self._name("log_doubled_seq", record, seq=seq, first=used[seq].line)
                beside = record._replace(event=record.event.but(seq=BESIDE + record.line))
                placed.append(((max(expected - 1, 0), record.line), beside))
        self._records = [record for _, record in sorted(placed, key=lambda one: one[0])]

    def name_missing(self) -> None:
        """A gap in the numbers that no damaged line accounts for, at the line behind it."""
        lines = {record.line for record in self._records}
        last, at = -1, 0
        for record in self._records:
            seq = record.event.seq
            if seq >= BESIDE:
                continue
            if seq > last + 1:
                unread = sum(1 for line in range(at + 1, record.line) if line not in lines)
                if seq - last - 1 > unread:
                    missing = str(last + 1) if seq == last + 2 else f"{last + 1}–{seq - 1}"
                    self._name("log_missing_seq", record, seq=missing)
            last, at = seq, record.line

    def _name(self, code: str, record: Record, severity: Severity = "error", **facts: object) -> None:
        said = {name: str(fact) for name, fact in facts.items()}
        self._problems.append(Problem(self._file, record.line, 1, code, said, severity))


def _longest_ascent(seqs: Sequence[int]) -> set[int]:
    """The places of the longest run of ever higher numbers; of two that are equal the first."""
    ends: list[int] = []
    tails: list[int] = []
    before: dict[int, int] = {}
    for place, seq in enumerate(seqs):
        at = bisect_left(ends, seq)
        if at < len(ends) and ends[at] == seq:
            continue
        before[place] = tails[at - 1] if at else -1
        if at == len(ends):
            ends.append(seq)
            tails.append(place)
        else:
            ends[at], tails[at] = seq, place
    found: set[int] = set()
    place = tails[-1] if tails else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found


def next_after(events: Iterable[Event]) -> int:
    """The first seq after those of ``events``; a record beside its place does not count."""
    return max((event.seq for event in events if event.seq < BESIDE), default=-1) + 1


_DECODER = json.JSONDecoder()
_SCAN: Callable[[str, int], tuple[Any, int]] = vars(_DECODER)["scan_once"]
"""What ``_DECODER`` does with a text, where a call less for each line tells."""


class LineReader(Protocol):
    """Who reads a log line by line."""

    lines: int

    def whole_lines(self, lines: Sequence[str | bytes], /) -> None:
        """Read the lines that have their line break."""

    def line(self, line: str | bytes, /) -> None:
        """Read the next line, whatever is wrong with it."""

    def is_next(self, line: str | bytes, /) -> bool:
        """Whether a last line without its line break is a whole record all the same."""

    def add_torn_line(self) -> None:
        """Say that the last line was never finished."""


class Ending(Value):
    """How a log ends: the bytes of its whole lines, those after them, and whether the last one lacks its newline."""

    length: int
    torn: bytes
    unended: bool


def read_lines(data: bytes, reader: LineReader) -> Ending:
    """Let a reader read every whole line of a log."""
    if is_locked(data):
        return _read_locked(data, reader)
    whole, newline, tail = data.rpartition(b"\n")
    if newline:
        reader.whole_lines(lines_of(whole))
    unended = bool(tail) and reader.is_next(tail)
    if unended:
        reader.line(tail)
        tail = b""
    if tail:
        reader.add_torn_line()
    return Ending(len(data) - len(tail), tail, unended)


def _read_locked(data: bytes, reader: LineReader) -> Ending:
    """The same of a locked log; where nobody has its key one line says so, and nothing of it is read."""
    from interviews.locked.form import Unread  # no open study pays for it
    from interviews.locked.keyring import KEYRING

    end = data.rfind(b"\n") + 1
    tail = data[end:]
    lines = KEYRING.lines_of(data[:end]) if end else []  # where that is all of it no copy is made
    if lines is None:
        reader.line(Unread("locked_no_key"))
        return Ending(len(data), b"", unended=False)
    if lines:
        reader.whole_lines(lines)
    last = KEYRING.last_line(tail) if tail else ""
    unended = bool(last) and reader.is_next(last)
    if unended:
        reader.line(last)
        tail = b""
    if tail:
        reader.add_torn_line()
    return Ending(len(data) - len(tail), tail, unended)


def split_records(line: str | bytes) -> list[object]:
    """The records that stand on one line with at most one character between them; none where they are not several."""
    text = line if isinstance(line, str) else line.decode("utf-8", "replace")
    records: list[object] = []
    place = 0
    try:
        while place < len(text):
            record, place = _DECODER.raw_decode(text, place)
            records.append(record)
            place += text[place : place + 1] not in ("{", "")
    except (ValueError, RecursionError):
        return []
    return records if len(records) > 1 else []


def lines_of(whole: bytes) -> Sequence[str | bytes]:
    """The lines as text, decoded all at once; as bytes where some are not UTF-8, so that only those are damaged."""
    try:
        return whole.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        return whole.split(b"\n")


def parse_line(line: str | bytes) -> object:
    """What a line of JSON holds; a line as this program writes it is read the short way.

    Raises:
        BadRecord: it is none.
    """
    told = getattr(line, "told", None)
    if told is not None and not line:
        raise BadRecord(told.code, **told.facts)
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


MAX_BYTES = 512 * 1024 * 1024
"""No hour of talk is longer; a larger file is another file."""


OF_INTERVIEWS = Vocabulary(EVENT_TYPES, Started, FORMAT)
"""The vocabulary of an interview's log."""


class LogReading(Value):
    """What a log holds. ``length`` counts the bytes up to the last whole record, ``torn`` are those after it.

    ``lines`` counts the lines of ``length``; ``unended`` is true where the last whole record lacks its newline;
    ``newer`` where a later version wrote the file; ``unread`` where what is in it is not known. ``whole`` are length
    and checksum of the bytes of the one open file that all of this was read from.
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
    whole: tuple[int, int] | None = None

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


def read_log_file(
    path: Path, file: str, vocabulary: Vocabulary = OF_INTERVIEWS, known: LogReading | None = None
) -> LogReading:
    """Read the log at ``path``; ``file`` is how problems name it. Nothing is changed and nothing is raised.

    ``known`` is what was read of it before, which still counts where its bytes are the same and nothing was wrong.
    """
    try:
        data = read_data(path, file)
    except FileNotFoundError as error:
        data = Problem(file, 1, 1, "log_unreadable", {"reason": cause_of(error)})
    if isinstance(data, Problem):
        return LogReading(file, problems=(data,), unread=True)
    whole = None if is_locked(data) else (len(data), zlib.crc32(data))
    if whole is not None and known is not None and known.whole == whole and not known.problems:
        return known
    return read_log(data, file, vocabulary, path.absolute().parent.parent).but(whole=whole)


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
        return Problem(file, 1, 1, "log_unreadable", {"reason": cause_of(error)})
    if path.suffix == ENDING and data and not is_locked(data):
        return Problem(file, 1, 1, "locked_never_sealed")
    return Problem(file, 1, 1, "log_too_big") if huge or len(data) > MAX_BYTES else data


def read_log(data: bytes, file: str, vocabulary: Vocabulary = OF_INTERVIEWS, study: Path | None = None) -> LogReading:
    """Read a log's bytes: whole records become events, damaged lines and a torn tail become problems.

    A last line without newline that parses and has the next seq is whole. Where the start cannot be read but something
    else can, it is made up for from what is left of it, the file's name and the guide in the ``study`` folder.
    """
    reader = _LogReader(file, vocabulary)
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


class _LogReader:
    """Reads line by line and keeps what was read and what was wrong."""

    def __init__(self, file: str, vocabulary: Vocabulary) -> None:
        self.file = file
        self.vocabulary = vocabulary
        self.problems: list[Problem] = []
        self.lines = 0
        self.newer = False
        self._plain: list[Event] = []
        self._records: list[Record] = []
        self._starts: list[Record] = []
        self._head: list[bytes] = []

    def whole_lines(self, lines: Sequence[str | bytes]) -> None:
        """Mostly each is one record at its own place, and read the short way."""
        events, types, start, scan = self._plain, self.vocabulary.types, self.vocabulary.start, _SCAN
        place = 0
        try:
            for line in lines:
                if type(line) is not str:
                    break
                record, end = scan(line, 0)
                if end != len(line) or (not place and _newer_format(record, self.vocabulary)):
                    break
                event = decode(record, types)
                if event.seq != place or (type(event) is start) is not (not place):
                    break
                events.append(event)
                place += 1
        except (ValueError, StopIteration, RecursionError):
            pass
        self.lines = len(events)
        for line in lines[self.lines :]:
            self.line(line)

    def _look_closer(self) -> None:
        """Keep what was read so far each with its line, for something is odd."""
        self._starts += [Record(event, 1) for event in self._plain[:1]]
        self._records += [Record(event, place) for place, event in enumerate(self._plain[1:], 2)]
        self._plain.clear()

    def line(self, line: str | bytes) -> None:
        self._look_closer()
        self.lines += 1
        if self.newer:
            return
        try:
            record = parse_line(line)
            newer = "" if self._records or self._starts else _newer_format(record, self.vocabulary)
            if newer:
                self.newer = True
                self._problem("log_newer", {"format": newer}, self.lines)
            else:
                self._keep(decode(record, self.vocabulary.types))
            told = getattr(line, "told", None)
            if told is not None:
                self._problem(told.code, told.facts, self.lines)
        except BadRecord as bad:
            if not self._two_in_one(line):
                self._problem(bad.code, bad.facts, self.lines)
                if not self._records and not self._starts:
                    self._head.append(line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line)

    def is_next(self, line: str | bytes) -> bool:
        """Whether an unended last line is a whole record all the same."""
        self._look_closer()
        try:
            record = parse_line(line)
            if not self.lines and _newer_format(record, self.vocabulary):
                return True
            # After the last event, or one a line: these differ where lines were damaged, put in or taken out.
            return decode(record, self.vocabulary.types).seq in (
                self.lines,
                self._records[-1].event.seq + 1 if self._records else len(self._starts),
            )
        except BadRecord:
            return False

    def add_torn_line(self) -> None:
        self._problem("log_torn", {}, self.lines + 1, "notice")

    def headless(self) -> None:
        self._problem("log_headless", {}, 1)

    def in_order(self, study: Path | None) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
        """The events, the start first, and all that is wrong; no events where none can be read with a start."""
        if self._plain:
            first = Record(self._plain[0], 1)
            first = self._with_guide(first, self._plain[1:], study)
            return (first.event, *self._plain[1:]), tuple(self.problems)
        start = self._start() or self._make_up_start(study)
        if start is None:
            if self._records:
                self._problem("log_no_start", {}, self._records[0].line)
            return (), tuple(self.problems)
        start = self._with_guide(start, [one.event for one in self._records], study)
        events, wrong = put_in_order((start, *self._records), self.file)
        return events, tuple(sorted((*self.problems, *wrong), key=lambda problem: problem.line))

    def _keep(self, event: Event) -> None:
        kept = self._starts if isinstance(event, self.vocabulary.start) else self._records
        kept.append(Record(event, self.lines))

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
        return first._replace(event=first.event.but(seq=0)) if first.event.seq else first

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

    def _make_up_start(self, study: Path | None) -> Record | None:
        """A start for a log in which it cannot be read, but something else can."""
        if not self._records or self.newer:
            return None
        from interviews.log.first_line import restore_start  # hardly any log needs it

        made = restore_start(self._head[:2], self.file, [one.event for one in self._records], self.vocabulary, study)
        if made is None:
            return None
        self.problems = [problem for problem in self.problems if problem.line > 1]
        self._problem(made.code, made.facts, 1)
        return Record(made.start, 1 if self._head else 0)

    def _with_guide(self, start: Record, events: Sequence[Event], study: Path | None) -> Record:
        """The start; where no question is left in its copy of the guide, with another one, and with the log's ids."""
        if not isinstance(start.event, Started):
            return start
        # Where a copy of a guide does not surely have a question, a closer look must be taken.
        sections = start.event.guide.get("sections")
        if isinstance(sections, list) and any(isinstance(one, dict) and one.get("questions") for one in sections):
            return self._with_ids(start, events)
        from interviews.log.first_line import restore_guide  # hardly any log needs it

        made = restore_guide(start.event, self.file, events, study)
        if made is None:
            return start
        self._problem(made.code, made.facts, start.line)
        return start._replace(event=made.start)

    def _with_ids(self, start: Record, events: Sequence[Event]) -> Record:
        """The start; where an act is about a question that its copy of the guide lacks, mended where it can be."""
        assert isinstance(start.event, Started)  # noqa: S101
        if set(ids_named(events)) <= {str(question.get("id", "")) for question in questions_in(start.event.guide)}:
            return start
        from interviews.log.first_line import restore_ids  # hardly any log needs it

        made = restore_ids(start.event, events)
        if made is None:
            return start
        if not any(problem.line == start.line for problem in self.problems):
            self._problem("log_start_restored", {}, start.line)
        return start._replace(event=made)

    def _two_in_one(self, line: str | bytes) -> bool:
        """Read both records of a line whose line break was damaged; whether it is one."""
        found: list[Event] = []
        with suppress(BadRecord):
            found = [decode(record, self.vocabulary.types) for record in split_records(line)]
        for event in found:
            self._keep(event)
        if found:
            self._problem("log_lines_joined", {}, self.lines)
        return bool(found)

    def _problem(self, code: str, facts: Mapping[str, str], line: int, severity: Severity = "error") -> None:
        self.problems.append(Problem(self.file, line, 1, code, facts, severity))


def _newer_format(record: object, vocabulary: Vocabulary) -> str:
    """The format of a start that a later version wrote, whatever its other fields have become; else empty."""
    if not isinstance(record, dict) or record.get("type") != vocabulary.start.type:
        return ""
    version = record.get("format")
    return one_line(str(version)) if type(version) is int and version > vocabulary.format else ""
