"""Logs beside each other that must not count twice.

Those that others were combined of, and those with one code.

Logs that were combined stay on the disk, and count no more.

A name alone does not say so, for somebody may have given it to another file: it must have begun when, as far as that is
known, the combined log says. A copy of such a log counts no more either.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise, takewhile
from pathlib import Path

from guide.files import open_file
from guide.frozen import Value
from guide.problems import Problem
from interviews.core.events import Combined, Event, Reopened, Resumed, Started
from interviews.locked.plain import plain
from interviews.log.copies import find_twins, name_strays
from interviews.log.log_files import LogFile
from interviews.log.rescued import read_whole

_HEAD = 4 * 1024 * 1024


class Source(Value):
    """Where a log's records are now: in the log that was combined of it, and how many more it has than that."""

    within: LogFile
    more: int


def find_sources(files: Iterable[LogFile], twins: Mapping[LogFile, tuple[LogFile, int]]) -> Mapping[LogFile, Source]:
    """Those of the logs that another one was combined of; ``twins`` are copies, with the log that counts for each."""
    found: dict[LogFile, Source] = {}
    for group in _by_participant(files):  # a study of a thousand participants with one interview each reads nothing
        for file in group:
            if file not in twins and _may_be_combined(file):
                found |= _sources_of(file, group)
    for file, (counts, _) in twins.items():
        if file in found and counts not in found:
            found[counts] = found[file]
    return found


def _may_be_combined(file: LogFile) -> bool:
    try:
        if not file.path.is_file():
            return False
        with open_file(file.path) as stream:
            return b'"combined"' in plain(stream.readline(_HEAD))
    except OSError:
        return False


def _sources_of(file: LogFile, group: Sequence[LogFile]) -> dict[LogFile, Source]:
    events = read_whole(file.path, file.name).events
    found = {}
    for record in combined_in(events):
        for other in group:
            if other is file or other.code != record.log:
                continue
            theirs = read_whole(other.path, other.name).events
            if theirs and is_of(theirs, record):
                found[other] = Source(file, max(len(theirs) - record.records, 0))
    return found


def combined_in(events: Sequence[Event]) -> tuple[Combined, ...]:
    """What a log says of those it was combined of."""
    return tuple(event for event in events if isinstance(event, Combined))


def is_of(events: Sequence[Event], record: Combined) -> bool:
    """Whether a log is the one that was combined, by its beginning, as far as either still tells of it."""
    started = events[0] if events else None
    if not isinstance(started, Started):
        return False
    walls = started.wall, record.wall
    same_wall = not all(walls) or walls[0].startswith(walls[1]) or walls[1].startswith(walls[0])
    return same_wall and started.nonce == record.nonce


def source_problem(file: LogFile, source: Source) -> Problem:
    """That a log was combined with others, and how many events it has got since that are nowhere else."""
    facts = {"log": source.within.path.name, "code": source.within.code, "count": str(source.more)}
    key = "log_combined_more" if source.more else "log_combined"
    return Problem(file.name, 1, 1, key, facts, "warning" if source.more else "notice")


# Two logs with one code.


def name_odd_logs(folder: Path, files: Sequence[LogFile], code: str | None = None) -> tuple[Problem, ...]:
    """A problem for each stray, and for each pair of logs that may be of two people with one code."""
    ours = files if code is None else [file for file in files if file.answers_to(code)]
    return (*name_strays(folder, files, code), *name_doubled_codes(ours))


def name_doubled_codes(files: Iterable[LogFile]) -> tuple[Problem, ...]:
    """A problem for each log that began while another one of its participant went on, or was held by somebody else.

    Two computers that know nothing of each other give the same code. Nobody but those who were there can say whether it
    was one talk with two note-takers, or two people.
    """
    found: list[Problem] = []
    for group in _by_participant(files):
        twins = find_twins(group)
        apart = find_sources(group, twins)
        left = [file for file in group if file not in twins and file not in apart]
        told = [(file, events) for file in left if (events := read_whole(file.path, file.name).events)]
        for (file, events), (other, theirs) in pairwise(told):
            one, two = events[0], theirs[0]
            if not isinstance(one, Started) or not isinstance(two, Started) or one.afterwards or two.afterwards:
                continue
            facts = {"log": file.code, "other": other.code, "code": file.participant}
            if _at_the_same_time(events, theirs):
                found.append(Problem(other.name, 1, 1, "code_twice_at_once", facts, "warning"))
            elif one.interviewer and two.interviewer and one.interviewer != two.interviewer:
                facts |= {"by": one.interviewer, "others": two.interviewer}
                found.append(Problem(other.name, 1, 1, "code_twice_by", facts, "notice"))
    return tuple(found)


def _by_participant(files: Iterable[LogFile]) -> list[list[LogFile]]:
    found: dict[str, list[LogFile]] = {}
    for file in files:
        found.setdefault(file.participant, []).append(file)
    return [group for group in found.values() if len(group) > 1]


def _at_the_same_time(one: Sequence[Event], other: Sequence[Event]) -> bool:
    """Whether both went on at some moment, by the wall clocks of their computers; what was added later left out."""
    first, second = _span(one), _span(other)
    return first is not None and second is not None and first[0] < second[1] and second[0] < first[1]


def _span(events: Sequence[Event]) -> tuple[datetime, datetime] | None:
    started = events[0]
    if not isinstance(started, Started) or ":" not in started.wall:
        return None
    try:
        begun = datetime.fromisoformat(started.wall).astimezone()
        held = takewhile(lambda event: not isinstance(event, Reopened | Resumed), events)
        return begun, begun + timedelta(seconds=max(event.t for event in held))
    except (ValueError, OverflowError):
        return None
