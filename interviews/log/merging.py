"""Merging: a log takes over what a copy has."""

import base64
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from guide.frozen import Value
from interviews.core.clock import Clock, iso, origin_of
from interviews.core.codec import BadRecord, decode, encode
from interviews.core.emptied import as_emptied, has_words
from interviews.core.events import Event, LeftOut, Merged, Reopened, Sitting
from interviews.core.state import Interview, NoInterviewError, replay
from interviews.log.copies import lacking, same_interview
from interviews.log.reader import LogReading, parse_line, read_log_file
from interviews.log.rescued import read_whole, take_up
from interviews.log.writer import LogFailure


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
        _need_log(reading, file)
    if not same_interview(ours.events, theirs.events):
        raise LogFailure("merge_other", file=copy.name, log=path.name)
    return _with_known_places(lacking(ours.events, theirs.events), theirs.events)


def _need_none_left_out(ours: Sequence[Event], theirs: Sequence[Event], path: Path, copy: Path) -> None:
    """Refuse a copy out of which words were taken that the log still has: they are to go here too."""
    known = {encode(event) for event in ours}
    own = {event.seq: event for event in ours}
    for event in theirs:
        if isinstance(event, LeftOut) and encode(event) not in known:
            seq = event.note if event.note is not None else event.act
            if seq is not None and seq in own and has_words(own[seq]):
                raise LogFailure("merge_left_out", file=copy.name, seq=str(seq), participant=path.stem)


def _need_log(reading: LogReading, path: Path) -> None:
    if reading.unread:
        raise LogFailure("merge_unread", file=path.name)
    if reading.newer:
        raise LogFailure("log_newer_file", file=path.name)
    if reading.started is None:
        raise LogFailure("merge_no_log", file=path.name)


def _with_known_places(missing: Sequence[Event], copy: Sequence[Event]) -> tuple[list[Event], list[Event]]:
    """The records whose references can be followed in the copy, and those whose cannot, because a line is damaged."""
    there = {event.seq for event in copy}
    first = missing[0].seq if missing else 0
    taken: list[Event] = []
    left: list[Event] = []
    for event in missing:
        refs = [getattr(event, "note", None), getattr(event, "act", None)]
        lost = any(isinstance(ref, int) and ref not in there and ref >= first for ref in refs)
        (left if lost else taken).append(event)
    return taken, left


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
        here = round(origin + t, 3)
        yield Reopened(seq=seq, t=t, wall=iso(clock.wall()), boot=clock.boot(), clock=here, torn=torn)
        seq, torn = seq + 1, ""
    file = _name_for_copy(name, ours.events, theirs.events)
    own = {encode(event) for event in ours.events if not isinstance(event, Merged)}
    given = {encode_record(event.event) for event in ours.events if isinstance(event, Merged) and event.file == file}
    lost = {encode(event) for event in lacking(ours.events, theirs.events)} - {encode(event) for event in taken}
    for event in theirs.events[1:]:
        line = encode(event)
        if line in own or line in given or line in lost:
            continue
        yield Merged(seq=seq, t=event.t, file=file, event=_record(event), torn=torn)
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


def _record(event: Event) -> Mapping[str, Any]:
    record = parse_line(encode(event).decode().rstrip("\n"))
    assert isinstance(record, dict)  # noqa: S101  it was just written
    return record


def _replay(reading: LogReading) -> Interview:
    try:
        return replay(reading.events)
    except NoInterviewError:
        raise LogFailure("log_guide_unreadable", file=reading.file) from None
