"""A log and its rescued files, read as one."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath

from guide.frozen import Value
from guide.problems import Problem
from interviews.core.codec import Vocabulary, encode
from interviews.core.events import Event
from interviews.core.merged_acts import unwrap
from interviews.failures import LogFailure
from interviews.log.locking import is_held
from interviews.log.log_files import from_home, read_at
from interviews.log.reader import OF_INTERVIEWS, LogReading, read_log, read_log_file
from interviews.log.shelter import find_rescued_files, find_rescued_logs, first_line_of
from interviews.log.writer import Log
from interviews.os_support import quote


class Copy(Value):
    """A rescued file, and what it says."""

    path: Path
    reading: LogReading


def read_whole(log: Path, file: str, vocabulary: Vocabulary = OF_INTERVIEWS) -> LogReading:
    """Read a log together with the files that go on from it; ``file`` is how problems name it. Nothing is changed."""
    rescued = find_rescued_files(log)
    if not rescued:
        return read_log_file(log, file, vocabulary)
    main = _read_alone(log, file, vocabulary)
    copies = _going_on_from(main, log, rescued, vocabulary)
    if not copies:
        return read_log_file(log, file, vocabulary)
    if _start(log, vocabulary) is None and any(_start(copy.path, vocabulary) is not None for copy in copies):
        main = main.but(events=main.events[1:])
    return _unite(main, copies, vocabulary, there=log.exists())


def apart(log: Path) -> tuple[Path, ...]:
    """The rescued files with a log's name that begin otherwise: interviews of their own."""
    starts = [(path, _start(path)) for path in find_rescued_files(log)]
    first = _start(log)
    first = next((start for _, start in starts if start is not None), None) if first is None else first
    if first is None:
        return ()
    return tuple(path for path, start in starts if start is not None and not same_start(start, first))


def logs_rescued(folder: Path) -> tuple[Path, ...]:
    """The logs of a folder of which there are rescued files, whether or not they are there themselves."""
    return tuple(folder / name for name in sorted(find_rescued_logs(folder)))


def is_under_way(log: Path) -> bool:
    """Whether another program holds the log, or a file in which it went on."""
    return any(is_held(path) for path in (log, *find_rescued_files(log)))


def take_up(
    log: Path, file: str, vocabulary: Vocabulary = OF_INTERVIEWS, known: LogReading | None = None
) -> tuple[Log, LogReading]:
    """Hold a log to go on with it, in a file that holds all there is; what it says, rescued files counted in.

    ``known`` is what was read of it before it was held, for what has not changed meanwhile need not be read twice.
    The log itself gets back what it lacks where that only has to be put at its end, or where it is gone; else the
    rescued file is gone on with.

    Raises:
        LogFailure: another program holds it, or it cannot be opened.
    """
    rescued = find_rescued_files(log)
    if not rescued:
        held = Log.open(log)
        return _standing(held, log, read_log_file(log, file, vocabulary, known))
    for path in rescued:
        if is_held(path):
            raise LogFailure("log_locked", file=path.name)
    main = _read_alone(log, file, vocabulary)
    copies = _going_on_from(main, log, rescued, vocabulary)
    whole = read_whole(log, file, vocabulary)
    last = max(copies, key=lambda copy: _reach_of(copy.reading), default=None)
    if last is None or _reach_of(main) >= _reach_of(last.reading):
        held, stands = Log.open(log), read_log_file(log, file, vocabulary)
    else:
        try:
            held, stands = _complete(log, last), last.reading
        except LogFailure as failure:
            if failure.code == "log_locked":
                raise
            held, stands = Log.open(last.path), read_log_file(last.path, file, vocabulary)
    made_whole = last is not None and held.path == log and stands is last.reading
    union = (whole if copies else stands).but(
        problems=whole.problems,
        length=stands.length,
        torn=b"" if made_whole else stands.torn,
        unended=stands.unended,
        lines=max(whole.lines, stands.lines) if copies else stands.lines,
    )
    return _standing(held, log, union)


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


def _reach_of(reading: LogReading) -> tuple[float, int]:
    """How far a file goes, to tell which of several was gone on with last: its latest moment, then its length."""
    return max((event.t for event in reading.events), default=-1.0), len(reading.events)


def _read_alone(log: Path, file: str, vocabulary: Vocabulary) -> LogReading:
    return read_log_file(log, file, vocabulary) if log.exists() else LogReading(file)


def _standing(held: Log, home: Path, reading: LogReading) -> tuple[Log, LogReading]:
    held.stand_after(reading.length, reading.torn)
    held.shelter(home)
    return held, reading


def _complete(log: Path, copy: Copy) -> Log:
    """The log with all that the copy has.

    Raises:
        LogFailure: it holds something else, or it cannot be written.
    """
    data = read_at(copy.path, copy.reading.length)
    if not log.exists():
        return Log.create_from(log, data)
    held = Log.open(log)
    try:
        here = read_at(log, len(data) + 1)
        if data.startswith(here):
            held.stand_after(len(here))
            held.append(first=data[len(here) :])
            return held
    except LogFailure:
        held.close()
        raise
    held.close()
    raise LogFailure("log_changed", file=log.name)


def _start(path: Path, vocabulary: Vocabulary = OF_INTERVIEWS) -> Event | None:
    """The start that a file's own first line is; one that was made up for it says nothing of whose it is."""
    events = read_log(first_line_of(path) + b"\n", "", vocabulary).events
    return events[0] if events and isinstance(events[0], vocabulary.start) else None


def _going_on_from(main: LogReading, log: Path, paths: Iterable[Path], vocabulary: Vocabulary) -> tuple[Copy, ...]:
    """The files that begin as the log does; where it has no start, as the first of them that has one.

    A start that was made up, for a first line that is damaged, is left to a file that has its own.
    """
    starts = {path: _start(path, vocabulary) for path in (log, *paths)}
    own = next((start for start in starts.values() if start is not None), None)
    copies = []
    for path in paths:
        # How problems name a rescued file: as they name its log where it lies beside that.
        beside = main.file.removesuffix(PurePath(main.file).name) + path.name
        reading = read_log_file(path, beside if path.parent == log.parent else from_home(path), vocabulary)
        if starts[path] is None and own is not None:
            reading = reading.but(events=reading.events[1:])
        if reading.events and ((start := starts[path]) is None or own is None or same_start(start, own)):
            copies.append(Copy(path, reading))
    return tuple(copies)


def _unite(main: LogReading, copies: Sequence[Copy], vocabulary: Vocabulary, *, there: bool) -> LogReading:
    """All events by their seq. Where files tell otherwise under one seq, one counts, and the others are named.

    It is the one that was gone on with last: the others are what was left behind each time.
    """
    main = main.but(problems=tuple(one for one in main.problems if one.code != "log_headless"))  # nothing begins there
    readings = [main, *(copy.reading for copy in copies)]
    events: dict[int, Event] = {}
    for reading in sorted(readings, key=_reach_of):
        theirs = {event.seq: event for event in reading.events}
        differing = [seq for seq, event in theirs.items() if events.get(seq, event) != event]
        first = min(differing, default=None)
        events = {seq: event for seq, event in events.items() if first is None or seq < first} | theirs
    united = main.but(events=tuple(events[seq] for seq in sorted(events)), whole=None)
    problems = [
        problem
        for reading in readings
        for problem in (*reading.problems, *_problems_of(reading, main, united, vocabulary, there=there))
    ]
    return united.but(
        problems=tuple(problems),
        lines=max(reading.lines for reading in readings),
        unread=main.unread and not copies,
    )


def _problems_of(
    reading: LogReading, main: LogReading, united: LogReading, vocabulary: Vocabulary, *, there: bool
) -> Iterable[Problem]:
    """What is worth knowing of one of several files: what of it does not count, or what only it has."""
    counted, here = _contents(united, vocabulary), _contents(reading, vocabulary)
    left = [event for content, event in here.items() if content not in counted]
    if left:
        facts = {"seq": str(left[0].seq), "count": str(len(left))}
        facts |= {
            "code": PurePath(main.file).stem,
            "file": quote(reading.file) if reading.file[:1] != "~" else reading.file,
        }
        key = "log_rescued_unmerged" if vocabulary is OF_INTERVIEWS else "log_rescued_otherwise"
        yield Problem(reading.file, 1, 1, key, facts)
    elif reading is main:
        return
    elif not there:
        yield Problem(reading.file, 1, 1, "log_rescued_alone", {"log": main.file}, "notice")
    else:
        begins = [isinstance(one.events[0], vocabulary.start) if one.events else False for one in (reading, main)]
        new = len(here.keys() - _contents(main, vocabulary).keys()) + (begins == [True, False])
        facts = {"log": main.file, "count": str(new)}
        yield Problem(reading.file, 1, 1, "log_rescued" if new else "log_rescued_copy", facts, "notice")


def _contents(reading: LogReading, vocabulary: Vocabulary) -> dict[bytes, Event]:
    """The acts that a file has, its own and those that it took over, by what they say."""
    plain = ((unwrap(event), event) for event in reading.events if not isinstance(event, vocabulary.start))
    return {encode(one): event for one, event in plain if one is not None}


def same_start(one: Event, other: Event) -> bool:
    """Equal, or of the same moment on the same running of the computer, or equal but for a coarser wall clock."""
    if one == other:
        return True
    walls, boots, clocks = (
        [getattr(start, name, None) for start in (one, other)] for name in ("wall", "boot", "clock")
    )
    if boots[0] and clocks[0] and boots[0] == boots[1] and clocks[0] == clocks[1]:
        return True
    if not (walls[0] and walls[1]) or type(one) is not type(other):
        return False
    if walls[0] == walls[1] and boots[0] == boots[1] and clocks[0] == clocks[1]:
        return True
    coarser = walls[0].startswith(walls[1]) or walls[1].startswith(walls[0])
    return coarser and one.but(wall="") == other.but(wall="")
