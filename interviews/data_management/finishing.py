"""The end of a project.

Logs tell the same, and less of when, where and on which machine.

Dates become months, since a method chapter says in which months interviews were held, and no day. What names a machine
is replaced, so that an observation still lies where it lay in its interview. Words that nothing counts any more go:
those of an edited, corrected or undone act, drafts, bytes of unfinished lines, facts said anew. So do the facts of a
setting.

All new texts are made, read back and compared before anything is written; then one job puts them in place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from string import ascii_uppercase

from guide.frozen import Value
from guide.model import Guide
from interviews.core.codec import BadRecord, Vocabulary, decode, encode, to_json
from interviews.core.corrections import Superseded
from interviews.core.events import (
    Aside,
    Combined,
    Corrected,
    Draft,
    Edited,
    Event,
    Filled,
    Merged,
    Noted,
    Sitting,
    Started,
    WordsCorrected,
)
from interviews.core.merged_acts import unwrap
from interviews.core.notes import notes
from interviews.core.state import Interview, replay
from interviews.data_management.limits import find_days_met
from interviews.data_management.unfinished import job
from interviews.failures import LogFailure, failure_of
from interviews.locked.names import ENDING, OPEN
from interviews.locked.plain import read_plain
from interviews.log.log_files import LogFile, log_file
from interviews.log.reader import OF_INTERVIEWS, parse_line
from interviews.log.rescued import is_under_way
from interviews.log.shelter import find_rescued_files
from interviews.observing import OF_OBSERVATIONS
from interviews.observing.state import BY_WALL, axis, find_observation, observation_path, read_observation_file
from interviews.study.anonymity import is_anonymous
from interviews.study.entries import LimitMet, PowerRating, Reflection, Reworded, StudyFact
from interviews.study.facts import FILE, YES_OR_NO, StudyFacts, facts_path, read_study_facts
from interviews.study.folder import LoadedInterview, Study
from interviews.transcripts.kept import list_transcripts

_DAY = re.compile(r"([0-9]{4}-[0-9]{2})-[0-9]{2}(?![0-9]).*", re.DOTALL)
_WORDS = ("text", "reason", "tag")
_SETTINGS = ("setting", "others_present")
_TEXT_OF = {StudyFact.type: "value", PowerRating.type: "text", Reflection.type: "text", Reworded.type: "text"}
_BOM = b"\xef\xbb\xbf"


class Finish(Value):
    """What finishing a study changes, file by file: the bytes that there are, and those that there are to be.

    ``dates``, ``words`` and ``settings`` count what is made coarser, taken out and emptied. ``transcripts`` go
    altogether, where the guide promised that.
    """

    files: tuple[tuple[Path, bytes, bytes], ...]
    transcripts: tuple[Path, ...] = ()
    dates: int = 0
    words: int = 0
    settings: int = 0
    logs: int = 0

    @property
    def changes(self) -> bool:
        """Whether anything is left to be done."""
        return bool(self.transcripts) or any(before != after for _, before, after in self.files)


class _Counts:
    """What was changed so far."""

    def __init__(self) -> None:
        self.dates = self.words = self.settings = 0
        self.letters: Mapping[str, str] = {}
        """Letters for the initials of those who held the interviews."""


def coarser(date: str) -> str:
    """A date, or a date and a time, as its month; what is a month or a year already, or no date, stays."""
    found = _DAY.fullmatch(date)
    return date if found is None else found[1]


def plan(study: Study, day: str) -> Finish:
    """What finishing the study on this day comes to; nothing is written.

    Raises:
        LogFailure: a file is open elsewhere, cannot be read, or would not tell the same.
    """
    counts = _Counts()
    counts.letters = _letters_for(study)
    files: list[tuple[Path, bytes, bytes]] = []
    logs = 0
    for told in study.load_interviews():
        # The code of the interview of which a log is a copy; it gets that one's names, and so stays a copy.
        of = next((one.facts["code"] for one in told.problems if one.code in ("log_copy", "log_copy_more")), None)
        source = any(one.code.startswith("log_combined") for one in told.problems)
        logs += of is None and not source
        one = study.load(told.file) if source or of is not None else told
        files += _of_interview(one, of or told.file.code, counts)
    for file in _practice(study):
        files += _of_interview(study.load(file), file.code, counts)
    for path in _lone_observations(study, {path for path, *_ in files}):
        files += _of_observation(path, {}, counts)
    files += _of_facts(study.folder, day, counts)
    guide = study.guide().guide
    promised = guide is not None and guide.data is not None and "transcripts" in guide.data.dates
    anonymous = find_days_met(read_study_facts(study.folder).entries).get("transcripts")  # somebody has said so
    return Finish(
        tuple(files),
        list_transcripts(study.folder) if promised and not anonymous else (),
        counts.dates,
        counts.words,
        counts.settings,
        logs,
    )


def finish(study: Study, planned: Finish) -> bool:
    """Put the new texts in place, all of them or none; whether nothing that was set aside is left.

    Raises:
        LogFailure: a file was changed or opened since, or could not be written; all is as it was.
        NotTakenBackError: as ``job`` says.
    """
    with job(study.folder, "finish") as under_way:
        for path, before, after in study.in_turn(planned.files):
            if after == before:
                continue
            if path.exists():
                under_way.rewrite(path, _Unchanged(path, before, after))
            else:
                under_way.make(path, after)
        for path in planned.transcripts:
            under_way.remove(path)
    return under_way.cleared


def delete_transcripts(study: Study, transcripts: Iterable[Path]) -> bool:
    """Take transcripts that the study keeps away, all or none; whether nothing that was set aside is left.

    Raises:
        LogFailure: one is open or could not be taken away; all are there still.
        NotTakenBackError: as ``job`` says.
    """
    with job(study.folder, "finish") as under_way:
        for path in transcripts:
            under_way.remove(path)
    return under_way.cleared


def _letters_for(study: Study) -> Mapping[str, str]:
    """A letter for each initials of somebody who held an interview; who has one already keeps it."""
    told = [one.interview for one in study.load_interviews(sources=True) if one.interview is not None]
    initials = {by for one in told for by in (one.started.interviewer, *(act.by for act in one.events())) if by}
    free = (letter for letter in ascii_uppercase if letter not in initials)
    return {one: one if len(one) == 1 else next(free, "X") for one in sorted(initials)}


class _Unchanged:
    """The new text in the place of the one that was looked at, and of no other."""

    def __init__(self, path: Path, before: bytes, after: bytes) -> None:
        self._path, self._before, self._after = path, before, after

    def __call__(self, found: bytes) -> bytes:
        if found != self._before:
            raise LogFailure("log_changed", file=self._path.name)
        return self._after


def _practice(study: Study) -> list[LogFile]:
    """The logs of practice interviews: nobody's words, but days and a machine."""
    try:
        paths = sorted((study.folder / "practice").iterdir())
    except OSError:
        return []
    return [file for path in paths if (file := log_file(path)) is not None]


def _of_interview(told: LoadedInterview, code: str, counts: _Counts) -> Iterator[tuple[Path, bytes, bytes]]:
    """A log with the files that go on from it, and its observation; ``code`` begins the names of its sittings."""
    path, interview = told.file.path, told.interview
    if is_under_way(path):
        raise LogFailure("log_locked", file=path.name)
    if interview is None:
        raise LogFailure("finish_unread", file=told.file.name)
    events = told.reading.events
    observation = observation_path(path)
    watched = read_observation_file(observation).events if observation.exists() else ()
    sittings = _sittings(path, interview, (*events, *watched), code)
    superseded = _find_superseded(events, interview)
    change = _Change(sittings, superseded, counts)
    _compare(interview, [change(event) for event in events], interview.guide, path)
    for file in (path, *find_rescued_files(path)):
        if file.exists():
            yield _rewritten(file, change, OF_INTERVIEWS)
    if observation.exists() or find_rescued_files(observation):
        yield from _of_observation(observation, sittings, counts)


def _of_observation(
    path: Path, sittings: Mapping[bytes, Sitting], counts: _Counts
) -> Iterator[tuple[Path, bytes, bytes]]:
    events = read_observation_file(path).events
    if is_under_way(path):
        raise LogFailure("log_locked", file=path.name)
    undone = {act for event in events if isinstance(act := getattr(event, "act", None), int)}
    gone = frozenset(encode(event) for event in events if event.seq in undone)
    own = dict(sittings) or {encode(one): one.but(boot="", clock=0.0) for one in events if isinstance(one, Sitting)}
    change = _Change(own, gone, counts)
    for file in (path, *find_rescued_files(path)):
        if file.exists():
            yield _rewritten(file, change, OF_OBSERVATIONS)


def _lone_observations(study: Study, known: set[Path]) -> list[Path]:
    """The observations of no interview that there is."""
    try:
        paths = sorted((study.folder / "observations").iterdir())
    except OSError:
        return []
    return [
        path for path in paths if path.suffix in (OPEN, ENDING) and path not in known and "rescued" not in path.name
    ]


class _Change:
    """Makes of an event what it is to be at the end; of a record taken over, what is in it too."""

    def __init__(self, sittings: Mapping[bytes, Sitting], superseded: frozenset[bytes], counts: _Counts) -> None:
        self._letters = counts.letters
        self._sittings = sittings
        self._superseded = superseded
        self._counts = counts
        self.counting = False

    def __call__(self, event: Event) -> Event:
        if isinstance(event, Merged):
            return self._within(event.but(torn=""))
        told: dict[str, object] = {"by": self._letters.get(event.by, event.by)} if event.by else {}
        if isinstance(event, Aside):
            return self._within(event).but(**told)
        if isinstance(event, Combined):
            told["wall"] = coarser(event.wall)
        if isinstance(event, Started):
            told["interviewer"] = self._letters.get(event.interviewer, event.interviewer)
        if isinstance(event, Sitting):
            anew = self._sittings.get(encode(event))
            told |= {"boot": "" if anew is None else anew.boot, "clock": 0.0 if anew is None else anew.clock}
            told["wall"] = coarser(event.wall)
            if self.counting and told["wall"] != event.wall:
                self._counts.dates += 1
            told |= {name: coarser(getattr(event, name)) for name in ("date",) if hasattr(event, name)}
            told |= {name: "" for name in ("torn",) if hasattr(event, name)}
        elif isinstance(event, Draft) or encode(event) in self._superseded:
            words: dict[str, object] = {name: "" for name in _WORDS if getattr(event, name, "")}
            if getattr(event, "tags", ()):
                words["tags"] = ()
            self._counts.words += bool(words) and self.counting
            told |= words
        return event.but(**told) if told else event

    def _within(self, merged: Merged | Aside) -> Event:
        try:
            inside = decode(dict(merged.event))
        except BadRecord:
            return merged
        new = self(inside)
        if new == inside:
            return merged
        made = parse_line(encode(new).removesuffix(b"\n"))
        return merged.but(event=made if isinstance(made, dict) else merged.event)


def _rewritten(path: Path, change: _Change, vocabulary: Vocabulary) -> tuple[Path, bytes, bytes]:
    """A log's bytes as they are and as they are to be; a line stays to the byte where nothing changes in it."""
    before = _bytes_of(path)
    whole, _, tail = before.removeprefix(_BOM).rpartition(b"\n")
    lines = whole.split(b"\n") if whole else []
    change.counting = True
    made = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            made.append(line)
            continue
        try:
            event = decode(parse_line(line), vocabulary.types)
        except BadRecord:
            raise LogFailure("finish_damaged", file=path.name, line=str(number)) from None
        new = change(event)
        made.append(line if new == event else encode(new).removesuffix(b"\n"))
    if tail:
        with suppress(BadRecord):  # bytes of a line that was never finished
            made.append(encode(change(decode(parse_line(tail), vocabulary.types))).removesuffix(b"\n"))
    change.counting = False
    return path, before, b"".join(line + b"\n" for line in made)


def _bytes_of(path: Path) -> bytes:
    try:
        return read_plain(path)
    except OSError as error:
        raise failure_of(error, path) from None
    except ValueError as error:
        raise LogFailure("disk_error", file=path.name, reason=str(error)) from None


def _find_superseded(events: Sequence[Event], interview: Interview) -> frozenset[bytes]:
    """The events, each by what it says, whose words nothing tells any more."""
    stands: dict[bytes, int] = {}
    for event in events[1:]:
        plain = unwrap(event)
        if plain is not None:
            stands.setdefault(encode(plain), event.seq)
    last: dict[int, int] = {}
    older: set[int] = set()
    for seq, act in interview.acts.items():
        of = act.seq if isinstance(act, Noted) else act.act if isinstance(act, WordsCorrected) else None
        of = act.note if isinstance(act, Edited | Filled | Corrected) else of
        if of is not None:
            if of in last:
                older.add(last[of])
            elif isinstance(act, WordsCorrected):
                older.add(of)
            last[of] = seq
        if isinstance(act, Superseded):
            older.add(seq)
    return frozenset(content for content, seq in stands.items() if seq not in interview.acts or seq in older)


def _sittings(path: Path, interview: Interview, events: Iterable[Event], code: str) -> dict[bytes, Sitting]:
    """What each sitting is to have instead of a running of the computer: a name of its own, and seconds from its first.

    So moments still lie as they lay to each other, in the interview and in its observation; where only the wall clock
    told how the observation lies, the name begins with ``wall``. No two interviews have the same name.
    """
    if interview.anonymous:
        return {}  # it lies on no clock, and its observation goes by its own t
    found = [plain for event in events if isinstance(plain := unwrap(event), Sitting)]
    clocks: dict[str, list[float]] = {}
    for one in found:
        clocks.setdefault(one.boot, []).append(one.clock)
    names = {boot: f"{code}.{number}" for number, boot in enumerate((boot for boot in clocks if boot), 1)}
    names = {boot: f"{BY_WALL}.{name}" if boot.startswith(BY_WALL) else name for boot, name in names.items()}
    anew = {
        encode(one): one.but(boot=names[one.boot], clock=round(one.clock - min(clocks[one.boot]), 3))
        for one in found
        if one.boot
    }
    start = interview.started
    if not start.boot:
        anew[encode(start)] = start.but(boot=f"{code}.0", clock=0.0)
    return _with_walls(path, interview, anew)


def _with_walls(path: Path, interview: Interview, anew: dict[bytes, Sitting]) -> dict[bytes, Sitting]:
    """The same, an observation counted in that was made on another computer."""
    observation = find_observation(path).observation
    boots = {event.boot for event in interview.events() if isinstance(event, Sitting) and event.boot}
    far: list[tuple[Sitting, float]] = []
    for stretch in observation.stretches if observation is not None else ():
        found = axis(stretch.sitting, interview)
        if found is not None and stretch.sitting.boot not in boots:
            far.append((stretch.sitting, found.shift))
    if not far:
        return anew
    first = anew.get(encode(interview.started), interview.started)
    name = first.boot if first.boot.startswith(BY_WALL) else f"{BY_WALL}.{first.boot}"
    start = interview.started
    places = {encode(one): shift + one.t - start.t + first.clock for one, shift in far}
    lift = max(0.0, -min(places.values()))
    moved = {
        content: one.but(boot=name, clock=round(one.clock + lift, 3)) if one.boot == first.boot else one
        for content, one in anew.items()
    }
    return moved | {encode(one): one.but(boot=name, clock=round(places[encode(one)] + lift, 3)) for one, _ in far}


def _compare(interview: Interview, events: Sequence[Event], guide: Guide, path: Path) -> None:
    """Look whether the events tell what they told: the same acts at the same moments, the same notes.

    Raises:
        LogFailure: they do not; nothing may be written then.
    """
    after = replay(events, guide)
    told, before = (
        ([(type(act), act.seq, act.t) for act in one.acts.values()], [note.but(by="") for note in notes(one)])
        for one in (after, interview)
    )
    if told != before or not isinstance(events[0], Started):
        raise LogFailure("finish_differs", file=path.name)


def _of_facts(folder: Path, day: str, counts: _Counts) -> Iterator[tuple[Path, bytes, bytes]]:
    """``study.jsonl``: months, no settings, no words that were said anew, and that the project has ended."""
    path = facts_path(folder)
    said = read_study_facts(folder) if path.exists() else StudyFacts()
    bad = next((one for one in said.problems if one.code != "log_torn" and one.severity == "error"), None)
    if bad is not None:
        raise LogFailure("finish_damaged", file=FILE, line=str(bad.line))
    before = _bytes_of(path) if path.exists() else b""
    older = _facts_said_anew(said)
    whole, _, tail = before.removeprefix(_BOM).rpartition(b"\n")
    made = []
    for line in [*(whole.split(b"\n") if whole else []), *([tail] if said.unended else [])]:
        record = parse_line(line) if line.strip() else None
        made.append(_fact_line(record, line, older, counts) if isinstance(record, dict) else line)
    ended = [one for one in said.entries if isinstance(one, LimitMet) and one.limit == "end"]
    if not ended or not ended[-1].met:
        dated = {} if is_anonymous(folder) else {"date": coarser(day)}
        told = {"seq": said.next_seq, **dated, "type": LimitMet.type, "limit": "end", "met": True}
        made.append(to_json(told).encode())
    yield path, before, b"".join(line + b"\n" for line in made)


def _facts_said_anew(said: StudyFacts) -> set[int]:
    """The seqs of facts and ratings of which a later one counts."""
    last: dict[object, int] = {}
    older: set[int] = set()
    for entry in said.entries:
        if isinstance(entry, StudyFact | PowerRating):
            key = (entry.key, entry.interview) if isinstance(entry, StudyFact) else entry.scale
            if key in last:
                older.add(last[key])
            last[key] = entry.seq
    return older | _find_reworded(said, older)


def _find_reworded(said: StudyFacts, older: set[int]) -> set[int]:
    """The seqs of lines whose words other words have taken the place of, or that give such to what is taken out."""
    noted = {one.seq: one for one in said.entries}
    last = {one.note: one.seq for one in said.entries if isinstance(one, Reworded)}
    gone = {seq for seq in last if not isinstance(fact := noted.get(seq), StudyFact) or fact.key not in YES_OR_NO}
    for one in said.entries:
        if isinstance(one, Reworded):
            fact = noted.get(one.note)
            setting = isinstance(fact, StudyFact) and fact.key in _SETTINGS
            if setting or one.note in older or last[one.note] != one.seq:
                gone.add(one.seq)
    return gone


def _fact_line(record: dict[str, object], line: bytes, older: set[int], counts: _Counts) -> bytes:
    new = dict(record)
    date = record.get("date")
    if isinstance(date, str):
        new["date"] = coarser(date)
        counts.dates += new["date"] != date
    new.pop("torn", None)
    is_setting = record.get("type") == StudyFact.type and record.get("key") in _SETTINGS
    name = _TEXT_OF.get(str(record.get("type")), "")
    if name and new.get(name) and (is_setting or record.get("seq") in older):
        del new[name]
        counts.settings += is_setting
        counts.words += not is_setting
    return line if new == record else json_line(new)


def json_line(record: Mapping[str, object]) -> bytes:
    """A record as a line, without its newline."""
    return to_json(dict(record)).encode()
