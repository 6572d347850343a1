"""Marks in a recording, in the file's own seconds.

Every format is written from this one model. What lies outside the recordings is in none of them, and what was marked
there is not lost: it stands at the nearest moment that a recording has, and says how far from it it was. The marks
that a recorder has put into its file itself are read from the file as it came: any copy, by whatever program, loses
them.
"""

import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import inf
from typing import BinaryIO, Literal, get_args

from guide.frozen import Value
from guide.model import Question
from interviews.core.events import Asked
from interviews.core.notes import hash_words, outward_notes
from interviews.core.recorder import Segment, segments, withheld
from interviews.core.state import Interview
from interviews.core.timing import end_of

_MOST = 16_000_000
"""No list of marks is longer, in bytes; a longer chunk is passed over."""


class CuePoint(Value):
    """A mark of the recorder: where, in seconds of the file, and what it is called, perhaps nothing."""

    seconds: float
    label: str


class NoWavError(ValueError):
    """It is no WAV file."""


def read_cue_points(file: BinaryIO) -> tuple[CuePoint, ...]:
    """The marks in order of time; none where the recorder has put none there.

    Raises:
        NoWavError: it does not begin as a WAV file does, or says nothing of its sample rate.
    """
    head = file.read(12)
    if len(head) < 12 or head[:4] not in (b"RIFF", b"RF64") or head[8:] != b"WAVE":
        raise NoWavError
    rate, points, labels = 0, dict[int, int](), dict[int, str]()
    for name, data in _chunks(file):
        if name == b"fmt " and len(data) >= 8:
            rate = struct.unpack_from("<I", data, 4)[0]
        elif name == b"cue " and len(data) >= 4:
            count = min(struct.unpack_from("<I", data)[0], (len(data) - 4) // 24)
            for place in range(count):
                id, *_, sample = struct.unpack_from("<II4sIII", data, 4 + 24 * place)
                points[id] = sample
        elif name == b"LIST" and data[:4] == b"adtl":
            labels |= dict(_labels(data[4:]))
    if not rate:
        raise NoWavError
    found = (CuePoint(round(sample / rate, 3), labels.get(id, "")) for id, sample in points.items())
    return tuple(sorted(found, key=lambda point: point.seconds))


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """The chunks that may tell of marks, whole; the sound itself is passed over."""
    while len(head := file.read(8)) == 8:
        name, length = struct.unpack("<4sI", head)
        if name in (b"fmt ", b"cue ", b"LIST") and length <= _MOST:
            yield name, file.read(length)
            file.seek(length % 2, 1)
        elif length == 0xFFFFFFFF:  # the sound of a file over 4 GB; its length stands elsewhere, and nothing after it
            return
        else:
            file.seek(length + length % 2, 1)


def _labels(data: bytes) -> Iterator[tuple[int, str]]:
    at = 0
    while at + 8 <= len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        if name in (b"labl", b"note") and length >= 4:
            (id,) = struct.unpack_from("<I", data, at + 8)
            text = data[at + 12 : at + 8 + length].split(b"\0")[0]
            if text and name == b"labl":
                try:
                    yield id, text.decode("utf-8")
                except UnicodeDecodeError:
                    yield id, text.decode("cp1252", "replace")
        at += 8 + length + length % 2


MarkKind = Literal["question", "note", "quote", "follow_up", "bookmark", "topic", "reflexive", "withheld", "recorder"]
KINDS: tuple[MarkKind, ...] = get_args(MarkKind)
"""What can be marked: ``question`` is one in hand, ``withheld`` what is not to be transcribed, ``recorder`` the mark of
a recorder's own button."""


class Mark(Value):
    """A moment, or a stretch where it has an ``end``, in seconds of the recording's file.

    ``text`` are the words exactly as written, a question's as it was asked; empty for a bookmark without words.
    ``tags`` do not stand in the words. ``seq`` is the event's. ``away`` is how many seconds the mark was really from
    ``start``: negative where it came before the recording, positive where it came after. ``label`` is a question's.
    ``goes_on``: it began in an earlier recording, and is there, too.
    """

    kind: MarkKind
    start: float
    end: float | None
    text: str
    about: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    seq: int = 0
    follow_up: int | None = None
    away: float = 0.0
    label: str = ""
    goes_on: bool = False


class RecordingMarks(Value):
    """A recording of one interview: its ``number``, its ``length`` in seconds as far as it was marked, its marks."""

    interview: str
    number: int
    length: float
    marks: tuple[Mark, ...]

    def of(self, *kinds: MarkKind) -> tuple[Mark, ...]:
        """The marks of these kinds, in order."""
        return tuple(mark for mark in self.marks if mark.kind in kinds)


def marks_of(interview: Interview) -> tuple[RecordingMarks, ...]:
    """Every recording with what was marked in it, by number; none where nothing was recorded.

    Words that may not leave the program, and reflexive notes, are not there.
    """
    ran = segments(interview)
    if not ran:
        return ()
    found: dict[int, list[Mark]] = defaultdict(list)
    for number, mark in (*_questions(interview), *_notes(interview), *_withheld(interview)):
        found[number].append(mark)
    order = {kind: place for place, kind in enumerate(KINDS)}
    lengths: dict[int, float] = {}
    for one in ran:
        stop = end_of(interview) if one.stop is None else one.stop
        lengths[one.number] = max(lengths.get(one.number, 0.0), round(stop - one.start + one.offset, 3), 0.0)
    return tuple(
        RecordingMarks(
            interview.code,
            number,
            length,
            tuple(sorted(found[number], key=lambda mark: (*_moment_of(mark), order[mark.kind], mark.seq))),
        )
        for number, length in sorted(lengths.items())
    )


def _moment_of(mark: Mark) -> tuple[float, float]:
    """When a mark really was, as something to sort by: several may stand at the recording's beginning."""
    return mark.start, -inf if mark.goes_on else mark.away


def with_recorder(recording: RecordingMarks, points: Iterable[CuePoint]) -> RecordingMarks:
    """The same with the marks that the recorder itself has put into its file."""
    marks = [*recording.marks, *(Mark("recorder", one.seconds, None, one.label) for one in points)]
    last = max([recording.length, *(mark.start for mark in marks)])
    return recording.but(marks=tuple(sorted(marks, key=lambda mark: mark.start)), length=last)


def _questions(interview: Interview) -> Iterator[tuple[int, Mark]]:
    asked = [act for act in interview.events() if isinstance(act, Asked)]
    ends = [*(act.t for act in asked[1:]), max(end_of(interview), asked[-1].t)] if asked else []
    for act, end in zip(asked, ends, strict=True):
        question = interview.guide.question(act.question)
        mark = Mark("question", 0.0, None, _wording(question, act), (act.question,), seq=act.seq)
        mark = mark.but(label="" if question is None else interview.guide.labels[question.id])
        yield from _lay(interview, mark, act.t, end)


def _wording(question: Question | None, act: Asked) -> str:
    if question is None:
        return ""
    return question.alone if act.wording == "alone" and question.alone else question.ask


def _notes(interview: Interview) -> Iterator[tuple[int, Mark]]:
    for note in outward_notes(interview):
        if note.left_out or not (note.text or note.kind == "bookmark"):
            continue
        said = {tag.casefold() for tag in hash_words(note.text, interview.guide)[1]}
        tags = tuple(tag for tag in note.tags if tag.casefold() not in said)
        tags = (note.by, *tags) if note.by else tags  # whose it is, where logs were combined
        yield from _lay(
            interview, Mark(note.kind, 0.0, None, note.text, note.about, tags, note.seq, note.follow_up), note.t, None
        )


def _withheld(interview: Interview) -> Iterator[tuple[int, Mark]]:
    for start, end in withheld(interview):
        for number, mark in _lay(interview, Mark("withheld", 0.0, None, ""), start, end):
            if mark.end is not None:
                yield number, mark.but(away=0.0)


def _lay(interview: Interview, mark: Mark, start: float, end: float | None) -> Iterator[tuple[int, Mark]]:
    """The mark in the file, or the files, that it lies in; ``start`` and ``end`` are seconds into the interview.

    A moment at which nothing was recorded is laid where the next recording begins, else where the last one stopped.
    """
    last = end_of(interview)
    pieces: list[tuple[int, Mark]] = []
    for one in segments(interview):
        stop = max(last if one.stop is None else one.stop, one.start)
        begin, until = max(start, one.start), min(start if end is None else end, stop)
        if one.stop is None and end is None and start > stop:
            until = start
        if begin > until or (end is not None and begin == until and start < end):
            continue
        pieces.append((one.number, _at(mark, one, begin, until if end is not None else None, start)))
        if end is None:
            return iter(pieces[:1])
    if pieces:
        return _join(pieces)
    after = [one for one in segments(interview) if one.start >= start]
    if after:
        return iter([(after[0].number, _at(mark, after[0], after[0].start, None, start))])
    one = segments(interview)[-1]
    return iter([(one.number, _at(mark, one, last if one.stop is None else one.stop, None, start))])


def _at(mark: Mark, one: Segment, begin: float, end: float | None, true: float) -> Mark:
    """The mark in the file of one stretch of recording, never before its beginning."""
    first = round(begin - one.start + one.offset, 3)
    away = round(true - begin + min(first, 0.0), 3)
    until = None if end is None else max(round(end - one.start + one.offset, 3), 0.0)
    first = max(first, 0.0)
    return mark.but(start=first, end=until if until is not None and until > first else None, away=away)


def _join(pieces: list[tuple[int, Mark]]) -> Iterator[tuple[int, Mark]]:
    """The pieces, those that touch in one file as one: it went on where it had stopped.

    The first alone can have begun outside; every other goes on from it.
    """
    joined: list[tuple[int, Mark]] = []
    for number, mark in pieces:
        before = joined[-1] if joined else None
        if before is not None and before[0] == number and before[1].end == mark.start:
            joined[-1] = number, before[1].but(end=mark.end)
        else:
            joined.append((number, mark if before is None else mark.but(away=0.0, goes_on=True)))
    return iter(joined)
