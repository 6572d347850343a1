"""Words taken out of a log or of study.jsonl.

The place stays, and says that something was there, nothing of what. A rescued file that says nothing that the log
lacks would still say the words, so it goes; one that says more is named, and nothing is changed.
"""

from collections.abc import Iterable
from pathlib import Path

from guide.frozen import Value
from interviews.core.clock import Clock
from interviews.core.codec import BadRecord, decode, encode, to_json
from interviews.core.corrections import words_of
from interviews.core.emptied import without
from interviews.core.events import BESIDE, Draft, Event, LeftOut, Merged, Noted, Refusal
from interviews.core.merged_acts import inner
from interviews.core.notes import notes
from interviews.core.state import Interview, NoInterviewError, replay
from interviews.data_management.unfinished import job
from interviews.failures import LogFailure
from interviews.locked.plain import read_plain
from interviews.log.copies import lacking
from interviews.log.reader import parse_line, read_log, read_log_file
from interviews.log.rescued import apart
from interviews.log.rewrite import rewrite
from interviews.log.shelter import find_rescued_files
from interviews.study.entries import Entry, PowerRating, Reflection, Reworded, StudyFact
from interviews.study.facts import FILE, YES_OR_NO, add, facts_path, read_study_facts


class LeftWords(Value):
    """What was taken out of a log: the words, as they had stood there, and the rescued files that went with them.

    ``undone`` are words that somebody had taken back, or a line that was never finished, and that go whatever is left
    out: nobody sees them any more. ``cleared`` is false where the old text could not be taken away; the next command in
    the study tries again.
    """

    texts: tuple[str, ...]
    removed: tuple[Path, ...] = ()
    cleared: bool = True
    undone: tuple[str, ...] = ()


def leave_out(study: Path, log: Path, seq: int) -> LeftWords | Refusal:
    """Take the words of a note, or of an act that has some, out of a log; done when this returns, or untouched.

    Raises:
        LogFailure: somebody has the log open, a line of it cannot be read, a rescued file says more than the log, or
            it could not be written. Nothing has changed.
        NotTakenBackError: a step failed, and one before it could not be taken back; the next command tries again.
    """
    rescued = tuple(path for path in find_rescued_files(log) if path not in apart(log))
    if not log.exists():
        raise LogFailure("log_gone", file=log.name)
    reading = read_log_file(log, log.name)
    refused = _refusal_of(_interview(reading.events, log.name), seq)
    if refused is not None:
        return refused
    for path in rescued:
        if lacking(reading.events, read_log_file(path, path.name).events):
            raise LogFailure("leave_out_rescued", file=path.name, log=log.name, participant=log.stem)
    left = LeftWords(())

    def make(data: bytes) -> bytes:
        nonlocal left
        left = _left_words(data, log.name, seq)
        return _take_out(data, log.name, seq)

    if not rescued:
        rewrite(log, make)
        return left
    with job(study, "correct") as steps:
        steps.rewrite(log, make)
        for path in rescued:
            steps.remove(path)
    return left.but(removed=rescued, cleared=steps.cleared)


def _refusal_of(interview: Interview, seq: int) -> Refusal | None:
    note = next((note for note in notes(interview) if note.seq == seq), None)
    left = any(isinstance(act, LeftOut) and seq in (act.note, act.act) for act in interview.acts.values())
    if left and not (note is not None and note.text):
        return Refusal("left_out_already", {"seq": str(seq)})
    if note is None and words_of(interview.acts.get(seq)) is None:
        return Refusal("no_such_note", {"seq": str(seq)})
    return None


def _interview(events: tuple[Event, ...], file: str) -> Interview:
    try:
        return replay(events)
    except NoInterviewError:
        raise LogFailure("log_guide_unreadable", file=file) from None


def _left_words(data: bytes, file: str, seq: int) -> LeftWords:
    """The words that are to go, each once, as often as they had been changed."""
    events = read_log(data, file).events
    interview = _interview(events, file)
    texts: dict[str, None] = {}
    undone: dict[str, None] = {}
    for event, bare in zip(events, without(seq, events, interview), strict=True):
        told = inner(event) if isinstance(event, Merged) else event
        text = "" if event == bare else words_of(told) or str(getattr(told, "text", ""))
        if text:
            is_of_it = event.seq in interview.acts and not isinstance(told, Draft)
            (texts if is_of_it else undone)[text] = None
    return LeftWords(tuple(texts), undone=tuple(text for text in undone if text not in texts))


def _take_out(data: bytes, file: str, seq: int) -> bytes:
    """The log's bytes without the words; a line in which nothing changes stays to the byte, an unfinished one goes."""
    reading = read_log(data, file)
    interview = _interview(reading.events, file)
    bare = without(seq, reading.events, interview)
    left = {encode(event): told for event, told in zip(reading.events, bare, strict=True)}
    lines = data[: reading.length].removesuffix(b"\n").split(b"\n")
    told = [_line(line, left, number, file) for number, line in enumerate(lines, 1)]
    is_note = isinstance(interview.acts.get(seq), Noted)
    mark = LeftOut(seq=reading.next_seq, t=interview.t, note=seq if is_note else None, act=None if is_note else seq)
    return b"\n".join([*told, encode(mark)])


def _line(line: bytes, left: dict[bytes, Event], number: int, file: str) -> bytes:
    if not line.strip():
        return line
    try:
        event = decode(parse_line(line.removeprefix(b"\xef\xbb\xbf")))
    except BadRecord:
        raise LogFailure("leave_out_damaged", file=file, line=str(number)) from None
    beside = event.but(seq=BESIDE + number)  # as a record is read whose seq another one has
    bare = left.get(encode(event), left.get(encode(beside), event)).but(seq=event.seq)
    return line if bare == event else encode(bare).removesuffix(b"\n")


# The words of ``study.jsonl``: said otherwise, or left out.
#
# Other words are a line more, and those before count no more. Words that are left out are taken out of the file at
# once, with all that had stood in their place.

_OF_TYPE = {StudyFact.type: "value", PowerRating.type: "text", Reflection.type: "text", Reworded.type: "text"}


class StudyWords(Value):
    """Words that count, and the ``seq`` by which they are named; ``interview`` is a log's name, or none."""

    seq: int
    date: str
    text: str
    interview: str | None = None
    key: str = ""


def words_of_study(entries: Iterable[Entry]) -> tuple[StudyWords, ...]:
    """Everything in a study's facts that has words and counts, in its order."""
    last: dict[object, StudyWords] = {}
    for one in entries:
        if isinstance(one, StudyFact) and one.key not in YES_OR_NO:
            last[one.key, one.interview] = StudyWords(one.seq, one.date, one.value, one.interview, one.key)
        elif isinstance(one, PowerRating):
            last[one.scale] = StudyWords(one.seq, one.date, one.text, None, one.scale)
        elif isinstance(one, Reflection):
            last[one.seq] = StudyWords(one.seq, one.date, one.text)
    return tuple(sorted((one for one in last.values() if one.text), key=lambda one: one.seq))


def reword(study: Path, seq: int, text: str, clock: Clock) -> bool:
    """Give a note, fact or rating other words, on disk when this returns; whether there is one of that number.

    Raises:
        LogFailure: it could not be written.
    """
    said = next((one for one in words_of_study(read_study_facts(study).entries) if one.seq == seq), None)
    if said is None:
        return False
    if said.text != text:
        date = clock.wall().date().isoformat()
        add(study, (Reworded(date=date, note=seq, interview=said.interview, text=text),))
    return True


def leave_out_of_study(study: Path, seq: int) -> LeftWords | None:
    """Take the words of a note, fact or rating out of the file, done when this returns; None where there is no such.

    Raises:
        LogFailure: somebody has the file open, a line of it cannot be read, a rescued file says more, or it could not
            be written. Nothing has changed.
        NotTakenBackError: a step failed, and one before it could not be taken back; the next command tries again.
    """
    file = facts_path(study)
    said = read_study_facts(study)
    if all(one.seq != seq for one in words_of_study(said.entries)):
        return None
    gone = _seqs_of(said.entries, seq)
    rescued, whole = find_rescued_files(file), frozenset(read_plain(file).split(b"\n"))
    for path in rescued:
        if not whole.issuperset(read_plain(path).split(b"\n")):
            raise LogFailure("leave_out_rescued_study", file=path.name, log=FILE)
    texts: list[str] = []

    def make(data: bytes) -> bytes:
        texts.clear()
        *lines, tail = data.split(b"\n")
        lines += [tail] if _is_whole(tail) else [b""]  # an unfinished line goes: it may hold the words
        return b"\n".join(_bare(line, gone, number, texts) for number, line in enumerate(lines, 1))

    with job(study, "correct") as steps:
        steps.rewrite(file, make)
        for path in rescued:
            steps.remove(path)
    return LeftWords(tuple(dict.fromkeys(texts)), rescued, steps.cleared)


def _seqs_of(entries: Iterable[Entry], seq: int) -> frozenset[int]:
    """The lines that have, or had, words in the same place."""
    entries = tuple(entries)
    (meant,) = (one for one in entries if one.seq == seq)
    place = {
        one.seq
        for one in entries
        if one.seq == seq
        or (isinstance(one, StudyFact) and isinstance(meant, StudyFact) and _place(one) == _place(meant))
        or (isinstance(one, PowerRating) and isinstance(meant, PowerRating) and one.scale == meant.scale)
    }
    return frozenset(place | {one.seq for one in entries if isinstance(one, Reworded) and one.note in place})


def _place(fact: StudyFact) -> tuple[str, str | None]:
    return fact.key, fact.interview


def _is_whole(line: bytes) -> bool:
    try:
        return isinstance(parse_line(line), dict)
    except BadRecord:
        return False


def _bare(line: bytes, gone: frozenset[int], number: int, texts: list[str]) -> bytes:
    """A line without the words, and without what it keeps of a line that was never finished; else the same bytes."""
    if not line.strip():
        return line
    try:
        record = parse_line(line.removeprefix(b"\xef\xbb\xbf"))
    except BadRecord:
        record = None
    if not isinstance(record, dict):
        raise LogFailure("leave_out_damaged", file=FILE, line=str(number))
    new = {name: value for name, value in record.items() if name != "torn"}
    field = _OF_TYPE.get(str(record.get("type")), "")
    if record.get("seq") in gone and record.get(field):
        texts.append(str(record[field]))
        new[field] = ""
    return line if new == record else to_json(new).encode()
