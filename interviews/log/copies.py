"""Copies of logs: found, compared, merged into a log."""

import base64
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from guide.files import cause_of, open_file
from guide.frozen import NOTHING, Value
from guide.problems import Problem, Severity
from interviews.core.clock import Clock, on_clocks, origin_of
from interviews.core.codec import BadRecord, decode, encode
from interviews.core.emptied import as_emptied, has_words
from interviews.core.events import Event, LeftOut, Merged, Reopened, Sitting, Started
from interviews.core.merged_acts import every
from interviews.core.state import Interview, NoInterviewError, replay
from interviews.failures import LogFailure
from interviews.locked.names import ENDING, OPEN, find_spare
from interviews.locked.plain import plain
from interviews.log.log_files import (
    LogFile,
    code_in,
    digest_of,
    is_log_name,
    is_lost_link,
    is_rescued,
    is_withdrawn,
    log_file,
    looks_like_log,
    only_in_cloud,
)
from interviews.log.reader import LogReading, parse_line, read_log_file
from interviews.log.rescued import read_whole, same_start, take_up
from interviews.os_support import quote

_HEAD = 4 * 1024 * 1024
_LONG = 512
_DEEP = 3
_MOST = 2000
_FORK = b"\x00\x05\x16\x07"  # what macOS puts beside each file on a stick: no copy
_ENOUGH = 3


class Stray(Value):
    """A file that looks like a log and is not read as one; ``code`` is that in its name, ``deep`` if in a subfolder."""

    path: Path
    code: str
    name: str
    deep: bool


def same_interview(first: Sequence[Event], second: Sequence[Event]) -> bool:
    """Whether two logs are of one interview: they have the same start, though a date may have been made coarser."""
    if not first or not second or not isinstance(first[0], Started) or not isinstance(second[0], Started):
        return False
    one, other = first[0], second[0]
    if one.combined != other.combined:
        return False  # what logs were combined into begins as the first of them did
    if one.participant != other.participant or (one.nonce and other.nonce and one.nonce != other.nonce):
        return False
    if same_start(one, other):
        return True
    pairs = zip(first[1:], second[1:], strict=False)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    known = one.wall and other.wall and one.wall != other.wall
    return not known and alike >= _ENOUGH


def lacking(log: Sequence[Event], copy: Sequence[Event]) -> list[Event]:
    """The records of a copy that the log has neither of its own nor taken over.

    A record whose words were taken out of the log since is no other than what is left of it there.
    """
    known = {content for content, _ in every(tuple(log))}
    return [event for content, event in every(as_emptied(copy, log)) if content not in known]


def find_twins(files: Sequence[LogFile], known: Mapping[str, str] = NOTHING) -> Mapping[LogFile, tuple[LogFile, int]]:
    """The logs that are copies of another one: which counts instead, and how many events it lacks of the copy's.

    Of those that are ``known`` by their names the digest of the ``twin_key`` is given.
    """
    alike: dict[object, list[LogFile]] = {}
    if len(files) > 1:
        for file in files:
            key: object = known[file.name] if file.name in known else twin_key(file.path)
            if isinstance(key, bytes) and (known or len(key) > _LONG):  # a whole first line, the guide with it
                key = digest_of(key)
            alike.setdefault(key, []).append(file)
    found: dict[LogFile, tuple[LogFile, int]] = {}
    for key, group in alike.items():
        if key is not None and len(group) > 1:
            found.update(_twins_in(group))
    return found


def _twins_in(group: Sequence[LogFile]) -> Iterator[tuple[LogFile, tuple[LogFile, int]]]:
    logs = {file: read_whole(file.path, file.name).events for file in group}
    left = [file for file in group if logs[file]]
    while left:
        alike = [file for file in left if file is left[0] or same_interview(logs[left[0]], logs[file])]
        left = [file for file in left if file not in alike]
        if len(alike) == 1:
            continue
        counts = max(alike, key=lambda file: (len(list(every(logs[file]))), _is_own(file, logs[file])))
        for file in alike:
            if file is not counts:
                yield file, (counts, len(lacking(logs[counts], logs[file])))


def _is_own(file: LogFile, events: Sequence[Event]) -> bool:
    return isinstance(events[0], Started) and events[0].participant == file.participant


def twin_key(path: Path) -> bytes | None:
    """What copies of one log have in common in their first lines; None for a file that cannot be read now."""
    try:
        if not path.is_file():
            return None
        with open_file(path) as stream:
            return twin_key_in(plain(stream.readline(_HEAD)))
    except OSError:
        return None


def twin_key_in(first: bytes) -> bytes | None:
    """The same of a first line that was read, as an open study has it."""
    start = _quick_start(first)
    return b"\0".join(start) if start is not None else first or None


def _quick_start(first: bytes) -> tuple[bytes, ...] | None:
    """Participant, running of a computer and place in it at which a log began, without a look at the whole line."""
    who = re.search(rb'"participant":\s*"([^"]*)"', first)
    boot = re.search(rb'"boot":\s*"([^"]+)"', first)
    clock = re.search(rb'"clock":\s*([0-9]+(?:\.[0-9]+)?)', first)
    if boot is None or clock is None:
        return None
    combined = re.search(rb'"combined":\s*(\[[^\]]*\])', first)
    start = (who[1] if who is not None else b"", boot[1], clock[1].removesuffix(b".0"))
    return start if combined is None else (*start, combined[1])


def find_strays(folder: Path) -> tuple[Stray, ...]:
    """The files under ``interviews`` that look like logs, by name or by content, and are not read as such."""
    found: list[Stray] = []
    waiting = [(folder, 0)]
    seen = 0
    while waiting:
        here, depth = waiting.pop(0)
        try:
            with os.scandir(here) as there:
                entries = sorted(there, key=lambda entry: entry.name)
        except OSError:
            continue
        spare = find_spare(folder, (entry.name for entry in entries)) if not depth else frozenset()
        for entry in entries:
            seen += 1
            if seen > _MOST:
                return tuple(found)
            try:
                is_folder, is_file = entry.is_dir(follow_symlinks=False), entry.is_file()
            except OSError:
                continue
            if is_file and not depth and is_log_name(entry.name) and entry.name not in spare:
                continue
            path = here / entry.name
            if is_folder and depth < _DEEP:
                waiting.append((path, depth + 1))
            elif is_file and (entry.name in spare or _is_stray(path, depth)):
                name = f"interviews/{path.relative_to(folder).as_posix()}"
                found.append(Stray(path, code_in(path.name), name, depth > 0))
    return tuple(found)


def _is_stray(path: Path, depth: int) -> bool:
    if log_file(path) is not None:
        return depth > 0
    if is_rescued(path.name) or is_withdrawn(path.name) or only_in_cloud(path) is not None:
        return False
    try:
        with open_file(path) as stream:
            first = plain(stream.readline(_HEAD))
    except OSError:
        return looks_like_log(path.name)
    if first.startswith(_FORK):
        return False
    return looks_like_log(path.name) or _begins_a_log(first)


def _begins_a_log(first: bytes) -> bool:
    if b'"started"' not in first[:400] and not first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    try:
        record = parse_line(first.removeprefix(b"\xef\xbb\xbf"))
    except ValueError:
        return False
    return isinstance(record, dict) and record.get("type") == "started"


def name_strays(folder: Path, files: Sequence[LogFile], code: str | None = None) -> tuple[Problem, ...]:
    """A problem for each stray: what it has that no log has; ``code`` leaves out those of other participants."""
    unread = _unread(folder / "interviews")
    if unread is not None:
        return (unread,)
    strays = find_strays(folder / "interviews")
    return tuple(_problem_of(stray, files) for stray in strays if _is_told(stray, files, code)) if strays else ()


def _unread(folder: Path) -> Problem | None:
    """That the interviews cannot even be listed."""
    if is_lost_link(folder):
        return Problem(folder.name, 1, 1, "folder_unreached", {"folder": folder.name})
    try:
        next(folder.iterdir(), None)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return Problem(folder.name, 1, 1, "folder_unreadable", {"reason": cause_of(error)})
    return None


def _is_told(stray: Stray, files: Sequence[LogFile], code: str | None) -> bool:
    if code is not None and (stray.code or _participant(stray.path)) != code.partition("-")[0]:
        return False
    return not stray.deep or _problem_of(stray, files).code != "copy_same"


def _participant(path: Path) -> str:
    started = read_log_file(path, path.name).started
    return "" if started is None else started.participant


def _problem_of(stray: Stray, files: Sequence[LogFile]) -> Problem:
    reading = read_log_file(stray.path, stray.name)
    if reading.unread:
        return Problem(stray.name, 1, 1, "copy_unread", reading.problems[0].facts, "warning")
    code = stray.code or (reading.started.participant if reading.started is not None else "")
    count = len(reading.events)
    if not count:
        return Problem(stray.name, 1, 1, "copy_empty", severity="notice")
    shown = quote(stray.name if stray.deep else stray.path.name)
    own = [file for file in files if file.participant == code]
    others = [file for file in files if file.participant != code]
    for file in (*own, *others):
        events = read_whole(file.path, file.name).events
        if same_interview(events, reading.events):
            missing = len(lacking(events, reading.events))
            facts = {"log": file.path.name, "count": str(missing), "code": file.path.stem, "file": shown}
            severity: Severity = "warning" if missing else "notice"
            return Problem(stray.name, 1, 1, "copy_more" if missing else "copy_same", facts, severity)
    # Under this name a log of the participant would be read.
    taken = {file.path.stem for file in files}
    number = 1
    while (name := f"{code or 'I1'}{'' if number == 1 else f'-{number}'}") in taken:
        number += 1
    facts = {"count": str(count), "file": shown, "log": f"{name}{ENDING if stray.path.suffix == ENDING else OPEN}"}
    key = "copy_other" if own else "copy_alone"
    return Problem(stray.name, 1, 1, key, facts | ({"own": own[0].path.name} if own else {}), "warning")


def in_cloud(folder: Path) -> tuple[LogFile, ...]:
    """The logs of which only a placeholder is here."""
    try:
        names = os.listdir(folder / "interviews")  # noqa: PTH208  there may be a thousand
    except OSError:
        return ()
    found = [only_in_cloud(folder / "interviews" / name) for name in names if name.startswith(".")]
    return tuple(file for file in found if file is not None and not file.path.exists())


# Merging: a log takes over what a copy has.


class Taken(Value):
    """What a merge came to: how many events the log has now that it lacked, and how many could not be taken over."""

    count: int
    left: int
    file: str


def merge(path: Path, copy: Path, clock: Clock) -> Taken:
    """Append to the log at ``path`` what only its copy has; a second time there is nothing left to append.

    Raises:
        LogFailure: one of them cannot be read or is no log, they are of different interviews, or nothing can be
            written.
    """
    theirs, known = read_log_file(copy, copy.name), read_whole(path, path.name)
    theirs = theirs.but(events=as_emptied(theirs.events, known.events))
    _need_none_left_out(known.events, theirs.events, path, copy)
    taken, left = _missing(known, theirs, path, copy)
    if not taken:
        return Taken(0, len(left), path.name)
    log, ours = take_up(path, path.name)
    try:
        taken, left = _missing(ours, theirs, path, copy)
        log.append(*_records_to_append(ours, theirs, taken, copy.name, clock), first=b"\n" if ours.unended else b"")
    finally:
        log.close()
    return Taken(len(taken), len(left), log.path.name)


def _missing(ours: LogReading, theirs: LogReading, path: Path, copy: Path) -> tuple[Sequence[Event], Sequence[Event]]:
    """What only the copy has: what can be taken over, and what cannot."""
    for reading, file in ((ours, path), (theirs, copy)):
        if reading.unread:
            raise LogFailure("merge_unread", file=file.name)
        if reading.newer:
            raise LogFailure("log_newer_file", file=file.name)
        if reading.started is None:
            raise LogFailure("merge_no_log", file=file.name)
    if not same_interview(ours.events, theirs.events):
        raise LogFailure("merge_other", file=copy.name, log=path.name)
    # The records whose references can be followed in the copy, and those whose cannot, because a line is damaged.
    missing = lacking(ours.events, theirs.events)
    there = {event.seq for event in theirs.events}
    first = missing[0].seq if missing else 0
    taken: list[Event] = []
    left: list[Event] = []
    for event in missing:
        refs = [getattr(event, "note", None), getattr(event, "act", None)]
        lost = any(isinstance(ref, int) and ref not in there and ref >= first for ref in refs)
        (left if lost else taken).append(event)
    return taken, left


def _need_none_left_out(ours: Sequence[Event], theirs: Sequence[Event], path: Path, copy: Path) -> None:
    """Refuse a copy out of which words were taken that the log still has: they are to go here too."""
    known = {encode(event) for event in ours}
    own = {event.seq: event for event in ours}
    for event in theirs:
        if isinstance(event, LeftOut) and encode(event) not in known:
            seq = event.note if event.note is not None else event.act
            if seq is not None and seq in own and has_words(own[seq]):
                raise LogFailure("merge_left_out", file=copy.name, seq=str(seq), participant=path.stem)


def _records_to_append(
    ours: LogReading, theirs: LogReading, taken: Sequence[Event], name: str, clock: Clock
) -> Iterator[Event]:
    """The records to append: after an end it is reopened first; what another copy gave already is named once more."""
    interview = _replay(ours)
    seq, torn = ours.next_seq, base64.b64encode(ours.torn).decode("ascii")
    if interview.ended is not None:
        last = next(act for act in reversed(interview.acts.values()) if isinstance(act, Sitting))
        origin = origin_of(last, interview.t, clock)
        t = round(max(clock.running() - origin, interview.t), 3)
        reopened = Reopened(seq=seq, t=t, torn=torn)
        yield on_clocks(reopened, clock, origin, anonymous=interview.anonymous)
        seq, torn = seq + 1, ""
    file = _name_for_copy("copy" if interview.anonymous else name, ours.events, theirs.events)
    own = {encode(event) for event in ours.events if not isinstance(event, Merged)}
    given = {encode_record(event.event) for event in ours.events if isinstance(event, Merged) and event.file == file}
    lost = {encode(event) for event in lacking(ours.events, theirs.events)} - {encode(event) for event in taken}
    for event in theirs.events[1:]:
        line = encode(event)
        if line in own or line in given or line in lost:
            continue
        record = parse_line(encode(event).decode().rstrip("\n"))
        assert isinstance(record, dict)  # noqa: S101  it was just written
        yield Merged(seq=seq, t=event.t, file=file, event=record, torn=torn)
        seq, torn = seq + 1, ""


def _name_for_copy(name: str, ours: Sequence[Event], theirs: Sequence[Event]) -> str:
    """The name of the copy; with a number behind it where another file of that name was merged before."""
    known = {event.seq: encode(event) for event in theirs}
    number, tried = 1, name
    while any(
        isinstance(event, Merged)
        and event.file == tried
        and known.get(_seq_of(event), b"") not in (b"", encode_record(event.event))
        for event in ours
    ):
        number += 1
        tried = f"{name} #{number}"
    return tried


def _seq_of(merged: Merged) -> int:
    seq = merged.event.get("seq")
    return seq if isinstance(seq, int) else -1


def encode_record(record: Mapping[str, Any]) -> bytes:
    """The line of a record that was taken over."""
    try:
        return encode(decode(dict(record)))
    except BadRecord:
        return b"?"


def _replay(reading: LogReading) -> Interview:
    try:
        return replay(reading.events)
    except NoInterviewError:
        raise LogFailure("log_guide_unreadable", file=reading.file) from None
