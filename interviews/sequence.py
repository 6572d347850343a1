"""Records in the order of their seq, whatever order their lines stand in; what is missing or doubled is named."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from guide.problems import Problem, Severity
from guide.values import Value
from interviews.event import BESIDE, Event


class Record(Value):
    """An event and the line on which it stands, counted from 1."""

    event: Event
    line: int


def put_in_order(records: Sequence[Record], file: str) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events by seq, the start first, and a problem for each seq that is missing, doubled or out of its place.

    Nothing that can be read is left out but a line that stands there twice.
    """
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
                used[expected] = record.but(event=record.event.but(seq=expected))
                placed.append(((expected, 0), used[expected]))
            else:
                self._name("log_doubled_seq", record, seq=seq, first=used[seq].line)
                beside = record.but(event=record.event.but(seq=BESIDE + record.line))
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
