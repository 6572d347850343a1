"""Study facts that no log can know.

Said once by the researcher, in ``study.jsonl``, append-only like a log.

A line is a fact under a key, about the study or about one interview, a rating of information power, a reflexive note
that belongs to no interview, or what the program is to remember. The last fact or rating for a key (and an interview)
counts, and an empty one takes what was said before back. A code that was used stands here too: it is never given again,
whatever becomes of its log.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args

from guide.files import cause_of, read_file
from guide.frozen import NOTHING, Value
from guide.problems import Problem, Severity, nearest, one_line
from guide.schema import DATA_LIMITS
from interviews.core.checklists import STEPS, key_of
from interviews.core.codec import MOST, BadRecord, to_json
from interviews.failures import LogFailure
from interviews.locked.names import ending_in
from interviews.log.reader import parse_line, read_data, read_lines
from interviews.log.writer import Log, LogSession
from interviews.study.anonymity import without_dates
from interviews.study.entries import SCALES as SCALES  # noqa: PLC0414
from interviews.study.entries import BackedUp as BackedUp  # noqa: PLC0414
from interviews.study.entries import CodeLeft as CodeLeft  # noqa: PLC0414
from interviews.study.entries import CodesGiven as CodesGiven  # noqa: PLC0414
from interviews.study.entries import CodeStays as CodeStays  # noqa: PLC0414
from interviews.study.entries import CodeUsed as CodeUsed  # noqa: PLC0414
from interviews.study.entries import Entry as Entry  # noqa: PLC0414
from interviews.study.entries import Exported as Exported  # noqa: PLC0414
from interviews.study.entries import FoundFine as FoundFine  # noqa: PLC0414
from interviews.study.entries import LimitMet as LimitMet  # noqa: PLC0414
from interviews.study.entries import NoPerson as NoPerson  # noqa: PLC0414
from interviews.study.entries import Policy, Scale, Where
from interviews.study.entries import PowerRating as PowerRating  # noqa: PLC0414
from interviews.study.entries import Reflection as Reflection  # noqa: PLC0414
from interviews.study.entries import Reworded as Reworded  # noqa: PLC0414
from interviews.study.entries import Seen as Seen  # noqa: PLC0414
from interviews.study.entries import StudyFact as StudyFact  # noqa: PLC0414
from interviews.study.entries import Withdrawn as Withdrawn  # noqa: PLC0414

FILE = "study.jsonl"
"""The file's name, in the study's folder."""

NAME = "study"
"""How evidence names the file: ``study:3`` is the line with seq 3."""

OF_STUDY = (
    "interviewer", "credentials", "occupation", "gender", "training", "relationship", "knowledge", "characteristics",
    "methodology", "context", "sampling", "approach", "non_participation", "sample", "ethics", "project_end",
    "processing",
)  # fmt: skip
"""Keys of facts about the study as a whole."""

YES_OR_NO = tuple(key_of(step) for step in STEPS)
"""Keys whose value is yes or no: how far the read-through of the transcript has come."""

OF_INTERVIEW = ("setting", "others_present", *YES_OR_NO)
"""Keys of facts about one interview."""

_CODE = re.compile(r"[A-Z]{1,2}[0-9]{1,3}(-[1-9][0-9]*)?")
_ANSWERS = {"yes": "yes", "ja": "yes", "no": "no", "nei": "no", "": ""}


class StudyFacts(Value):
    """What ``study.jsonl`` holds. ``length`` counts the bytes up to the last whole line, ``torn`` are those after it.

    ``next_seq`` is the place of the next line; ``unended`` is true where the last whole line lacks its newline.
    """

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    length: int = 0
    next_seq: int = 0
    torn: bytes = b""
    unended: bool = False

    @property
    def codes(self) -> frozenset[str]:
        """The names of all logs that were ever begun, as far as that was written down."""
        return frozenset(one.code for one in self.entries if isinstance(one, CodeUsed))

    @property
    def stays(self) -> frozenset[str]:
        """The codes of which it was said that nobody with them has left, since somebody did or they were given up."""
        said: set[str] = set()
        for one in self.entries:
            if isinstance(one, CodeStays):
                said.add(one.code)
            elif isinstance(one, CodesGiven):
                said.clear()
            elif isinstance(one, CodeLeft):
                said.discard(one.code)
        return frozenset(said)

    @property
    def left(self) -> dict[str, frozenset[str]]:
        """The codes whose interviews were given others, and those that they have now, as far as somebody still does.

        A code of which it was said that it stays was given up, as earlier programs noted it, or nobody has it yet.
        """
        now: dict[str, frozenset[str]] = {}
        for one in self.entries:
            if isinstance(one, CodeStays):
                now.setdefault(one.code, frozenset())
            elif isinstance(one, CodeLeft) and one.code != one.now:  # else it was taken back
                now[one.code] = now.get(one.code, frozenset()) | ({one.now} if one.now else frozenset())
        return now

    @property
    def given_up_to(self) -> dict[str, int]:
        """For each letters of codes the number up to which all count as given, since somebody has left."""
        given: dict[str, int] = {}
        for one in self.entries:
            if isinstance(one, CodesGiven):
                given[one.letters] = max(one.to, given.get(one.letters, 0))
        return given

    @property
    def withdrawals(self) -> tuple[Withdrawn, ...]:
        """Those who have left, as many as there are: nothing says who."""
        return tuple(one for one in self.entries if isinstance(one, Withdrawn) and not one.again)

    def of_study(self) -> dict[str, StudyFact]:
        """The fact that counts for each key of the study's, those taken back left out."""
        last = {one.key: one for one in self.entries if isinstance(one, StudyFact) and one.interview is None}
        return {key: one for key, one in last.items() if one.value}

    def of_interviews(self, key: str) -> dict[str, StudyFact]:
        """The fact that counts under ``key`` for each interview, those taken back left out."""
        facts = (one for one in self.entries if isinstance(one, StudyFact) and one.key == key)
        last = {one.interview: one for one in facts if one.interview is not None}
        return {name: one for name, one in last.items() if one.value}

    def reflections(self) -> tuple[Reflection, ...]:
        """The reflexive notes that belong to no interview, as they came, those left out not."""
        return tuple(one for one in self.entries if isinstance(one, Reflection) and one.text)

    def find_seen(self, what: str) -> tuple[Seen, ...]:
        """When the notice of this name was shown."""
        return tuple(one for one in self.entries if isinstance(one, Seen) and one.what == what)

    def power(self) -> dict[Scale, PowerRating]:
        """The rating that counts on each scale, those taken back left out."""
        last = {one.scale: one for one in self.entries if isinstance(one, PowerRating)}
        return {scale: one for scale, one in last.items() if one.text or one.value is not None}


def answer(text: str) -> str | None:
    """Yes or no as they are kept, from either language; empty for an answer taken back, None for anything else."""
    return _ANSWERS.get(text.strip().casefold())


def facts_path(folder: Path) -> Path:
    """Where a study's facts lie."""
    return folder / f"{NAME}{ending_in(folder)}"


def read_study_facts(folder: Path) -> StudyFacts:
    """Read a study's facts; a damaged line is named by its number and the rest is read. No file: no facts."""
    path = facts_path(folder)
    try:
        data = read_data(path, path.name)
    except FileNotFoundError:
        return StudyFacts()
    return StudyFacts(problems=(data,)) if isinstance(data, Problem) else _read(data)


def add(folder: Path, entries: Sequence[Entry]) -> tuple[int, ...]:
    """Write entries at the end of the study's facts, all or none, on disk when this returns; their seqs.

    In a study that stays anonymous they keep no date.
    Bytes of a line that was never finished move into the first new line (``torn``, base64), so nothing is lost. A code
    that another window has written down meanwhile is not written again.

    Raises:
        LogFailure: another program holds the file, or it cannot be written.
    """
    kept = without_dates(folder, entries)
    session = _FactsSession(folder)
    try:
        return session.add(kept)
    finally:
        session.close()


class _FactsSession(LogSession[Entry]):
    """The facts of a study being written; they have no start and no clock, and are held for one writing."""

    def __init__(self, folder: Path) -> None:
        path = facts_path(folder)
        log = _open(path)
        super().__init__(path, log)
        try:
            self._found = _read(read_file(path))
        except OSError as error:
            log.close()
            raise LogFailure("disk_error", file=FILE, reason=cause_of(error)) from None
        log.stand_after(self._found.length, self._found.torn)
        self._stand_behind(self._found.torn, unended=self._found.unended)

    def add(self, entries: Sequence[Entry]) -> tuple[int, ...]:
        """Write what is not written yet; the seqs. Raises as ``add`` does."""
        new = [one for one in entries if not (isinstance(one, CodeUsed) and one.code in self._found.codes)]
        places = tuple(range(self._found.next_seq, self._found.next_seq + len(new)))
        if new:
            self._append(*(entry.but(seq=seq) for entry, seq in zip(new, places, strict=True)))
        return places

    def _lines(self, records: Sequence[Entry]) -> bytes:
        return b"".join(line_of(one, "" if place else self._torn_text) for place, one in enumerate(records))

    def _take_in(self, record: Entry) -> None:
        """Nobody asks this writing what it has come to."""


def _open(path: Path) -> Log:
    try:
        return Log.open(path)
    except LogFailure as failure:
        if failure.code != "log_gone":
            raise
    try:
        return Log.create(path, ())
    except LogFailure as failure:
        if failure.code != "log_exists":  # somebody else made it meanwhile
            raise
    return Log.open(path)


def line_of(entry: Entry, torn: str = "") -> bytes:
    """An entry as its line; ``torn`` are bytes, in base64, of one before it that was never finished."""
    record: dict[str, object] = {"seq": entry.seq, "date": getattr(entry, "date", ""), "type": entry.type}
    record = {name: value for name, value in record.items() if value != ""}
    record |= {name: value for name in entry.field_names() if (value := getattr(entry, name)) not in (None, "", ())}
    if torn:
        record["torn"] = torn
    return (to_json(record) + "\n").encode()


def _read(data: bytes) -> StudyFacts:
    reader = _EntryReader()
    ending = read_lines(data, reader)
    last = reader.entries[-1].seq if reader.entries else -1
    # Each entry has the words that it was given last.
    words = {one.note: one.text for one in reader.entries if isinstance(one, Reworded)}
    return StudyFacts(
        entries=tuple(entry if entry.seq not in words else _with(entry, words[entry.seq]) for entry in reader.entries),
        problems=tuple(reader.problems),
        length=ending.length,
        next_seq=max(last + 1, reader.lines),
        torn=ending.torn,
        unended=ending.unended,
    )


def _with(entry: Entry, text: str) -> Entry:
    if isinstance(entry, StudyFact):
        return entry if entry.key in YES_OR_NO else entry.but(value=text)
    return entry.but(text=text) if isinstance(entry, Reflection | PowerRating) else entry


class _EntryReader:
    """Reads line by line and keeps what was read and what was wrong."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self.lines = 0

    def whole_lines(self, lines: Sequence[str | bytes]) -> None:
        for line in lines:
            self.line(line)

    def line(self, line: str | bytes) -> None:
        self.lines += 1
        told = getattr(line, "told", None)
        if told is not None:
            self.problem(told.code, told.facts)
            if not line:
                return
        try:
            entry = _decode_entry(line)
        except BadRecord as bad:
            self.problem(bad.code, bad.facts)
            return
        if self.entries and entry.seq <= self.entries[-1].seq:
            self.problem("log_out_of_order", {"seq": str(entry.seq)})
            return
        self.entries.append(entry)
        if isinstance(entry, StudyFact) and entry.key not in (*OF_STUDY, *OF_INTERVIEW):
            near = nearest(entry.key, (*OF_STUDY, *OF_INTERVIEW))
            facts = {"key": one_line(entry.key), "near": near}
            self.problem("study_unknown_key_near" if near else "study_unknown_key", facts, "warning")

    def is_next(self, line: str | bytes) -> bool:
        try:
            return bool(_decode_entry(line))
        except BadRecord:
            return False

    def add_torn_line(self) -> None:
        self.problem("log_torn", {}, "notice", line=self.lines + 1)

    def problem(
        self, code: str, facts: Mapping[str, str] = NOTHING, severity: Severity = "error", line: int | None = None
    ) -> None:
        self.problems.append(Problem(FILE, line or self.lines, 1, code, facts, severity))


def _decode_entry(line: str | bytes) -> Entry:
    """The entry that a line is.

    Raises:
        BadRecord: it is none.
    """
    record = parse_line(line.removeprefix("\ufeff") if isinstance(line, str) else line)
    if not isinstance(record, dict):
        raise BadRecord("log_not_an_object")
    kind = record.get("type")
    if kind == StudyFact.type:
        return _fact(record)
    if kind == PowerRating.type:
        scale = _field(record, "scale", str)
        value = _field(record, "value", int, none=True)
        if scale not in SCALES or not (value is None or 1 <= value <= 5):
            raise BadRecord("log_wrong_value", field="scale" if scale not in SCALES else "value")
        return PowerRating(**_place(record), scale=scale, value=value, text=_field({"text": ""} | record, "text", str))
    if kind == Reflection.type:
        return Reflection(**_place(record), text=_field({"text": ""} | record, "text", str))
    if kind == Reworded.type:
        text = _field({"text": ""} | record, "text", str)
        interview = _field(record, "interview", str, none=True)
        return Reworded(**_place(record), note=_field(record, "note", int), interview=interview, text=text)
    if kind == Seen.type:
        told = _field({"told": ""} | record, "told", str)
        return Seen(**_place(record), what=_field(record, "what", str), told=told)
    if kind == LimitMet.type:
        limit, met = _field(record, "limit", str), _field({"met": True} | record, "met", bool)
        if limit not in DATA_LIMITS:
            raise BadRecord("log_wrong_value", field="limit")
        return LimitMet(**_place(record), limit=limit, met=met)
    if kind == FoundFine.type:
        return _read_found_fine(record)
    if kind == NoPerson.type:
        taken_back = _field({"taken_back": False} | record, "taken_back", bool)
        return NoPerson(**_place(record), term=_field(record, "term", str), taken_back=taken_back)
    if kind in (CodeUsed.type, CodeStays.type, CodeLeft.type):
        code = _field(record, "code", str)
        if not _CODE.fullmatch(code):
            raise BadRecord("log_wrong_value", field="code")
        if kind == CodeLeft.type:
            return CodeLeft(seq=_place(record)["seq"], code=code, now=_field(record, "now", str, none=True))
        made = CodeUsed if kind == CodeUsed.type else CodeStays
        return made(seq=_place(record)["seq"], code=code)
    if kind in (CodesGiven.type, Withdrawn.type):
        return _of_leaving(record)
    if kind == Exported.type:
        texts = {name: _field({"mark": ""} | record, name, str) for name in ("path", "sha256", "format", "mark")}
        return Exported(
            **_place(record), **texts, options=_texts(record, "options"), interviews=_texts(record, "interviews")
        )
    if kind == BackedUp.type:
        folder = _field(record, "folder", str)
        return BackedUp(**_place(record), folder=folder, interviews=_texts(record, "interviews"))
    raise BadRecord("log_unknown_type", type=one_line(kind) if isinstance(kind, str) else "")


def _of_leaving(record: dict[str, Any]) -> CodesGiven | Withdrawn:
    if record["type"] == CodesGiven.type:
        letters, to = _field(record, "letters", str), _field(record, "to", int)
        if not (re.fullmatch("[A-Z]{1,2}", letters) and 0 <= to <= 999):
            raise BadRecord("log_wrong_value", field="to")
        return CodesGiven(seq=_place(record)["seq"], letters=letters, to=to)
    how = _field(record, "how", str)
    counts = {name: _field(record, name, int) for name in ("interviews", "pilots")}
    if how not in get_args(Policy) or min(counts.values()) < 0:
        raise BadRecord("log_wrong_value", field="how")
    again = _field({"again": False} | record, "again", bool)
    return Withdrawn(**_place(record), how=how, **counts, text=_field({"text": ""} | record, "text", str), again=again)


def _texts(record: dict[str, Any], name: str) -> tuple[str, ...]:
    given = _field({name: []} | record, name, list)
    if not all(type(one) is str for one in given):
        raise BadRecord("log_wrong_value", field=name)
    return tuple(given)


def _read_found_fine(record: dict[str, Any]) -> FoundFine:
    record = {"interview": "", "where": "interview"} | record
    where = _field(record, "where", str)
    if where not in get_args(Where):
        raise BadRecord("log_wrong_value", field="where")
    return FoundFine(
        **_place(record),
        **{name: _field(record, name, str) for name in ("interview", "check")},
        **{name: _field(record, name, int) for name in ("note", "start", "end")},
        where=where,
    )


def _fact(record: dict[str, Any]) -> StudyFact:
    key, value = _field(record, "key", str), _field({"value": ""} | record, "value", str)
    interview = _field(record, "interview", str, none=True)
    if (key in OF_INTERVIEW and not interview) or (key in OF_STUDY and interview is not None):
        raise BadRecord("log_wrong_value", field="interview")
    if key in YES_OR_NO:
        said = answer(value)
        if said is None:
            raise BadRecord("log_wrong_value", field="value")
        value = said
    return StudyFact(**_place(record), key=key, value=value, interview=interview)


def _place(record: dict[str, Any]) -> dict[str, Any]:
    seq = _field(record, "seq", int)
    if not 0 <= seq <= MOST:
        raise BadRecord("log_wrong_value", field="seq")
    return {"seq": seq, "date": _field({"date": ""} | record, "date", str)}


def _field(record: dict[str, Any], name: str, kind: type, *, none: bool = False) -> Any:
    if none and record.get(name) is None:
        return None
    if name not in record:
        raise BadRecord("log_missing_field", field=name)
    if type(record[name]) is not kind:
        raise BadRecord("log_wrong_value", field=name)
    return record[name]


# What a person was told of already.
#
# ``study.jsonl`` remembers it, so that it is told once.


def not_yet_shown(folder: Path, notice: str, tokens: Iterable[str]) -> set[str]:
    """Those of the tokens, each a word without blanks, of which nothing was told yet."""
    seen = {token for entry in read_study_facts(folder).find_seen(notice) for token in entry.told.split()}
    return set(tokens) - seen


def remember_shown(folder: Path, notice: str, tokens: Iterable[str], date: str) -> None:
    """Remember that it was shown; where that cannot be written it is shown again, and nobody is told of an error."""
    with suppress(LogFailure, OSError):
        add(folder, [Seen(date=date, what=notice, told=" ".join(sorted(tokens)))])
