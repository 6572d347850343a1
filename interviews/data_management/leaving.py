"""A participant leaves.

Everything about them is deleted or made anonymous, in one job.

First all of it is looked for, and nothing is changed: logs with what they went on in, copies under whatever name,
observations, files that are called by the code, lines of ``study.jsonl``, files that were written outward. Then it is
carried out, all or nothing. What stays is a receipt that names nobody, and how far codes were given, so that this one
is not given again: a digest of a code would say which it was to whoever tries a thousand of them, and a number alone
says nothing of anybody.
"""

import base64
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import count
from pathlib import Path, PurePath
from typing import Any

from guide.files import open_file
from guide.frozen import Value
from interviews.core.codec import BadRecord, to_json
from interviews.core.emptied import anonymised
from interviews.core.events import Event, Started
from interviews.core.state import code_of
from interviews.data_management.backup import FORMAT as BACKUP
from interviews.data_management.outputs import Output, is_ours, list_outputs, path_kept, with_mark
from interviews.data_management.traces import Trace, find_traces_of, words_in
from interviews.data_management.unfinished import FOLDER as UNFINISHED
from interviews.data_management.unfinished import Job, job
from interviews.failures import LogFailure
from interviews.locked.names import ENDING, OPEN, ending_in, is_locked_study
from interviews.locked.names import FOLDER as KEYS
from interviews.locked.plain import plain, read_plain
from interviews.log.combined_logs import combined_in, is_of
from interviews.log.copies import same_interview
from interviews.log.locking import is_held
from interviews.log.log_files import LogFile, code_in, code_pattern, withdrawn_name
from interviews.log.reader import parse_line, read_log_file
from interviews.log.rescued import read_whole
from interviews.log.shelter import find_rescued_files, log_of
from interviews.observing import Sat
from interviews.observing.state import FOLDER as OBSERVATIONS
from interviews.save import sweep
from interviews.study.anonymity import without_dates
from interviews.study.entries import CodeLeft, CodesGiven, CodeUsed, Exported, Policy, Withdrawn
from interviews.study.facts import FILE, facts_path, line_of, read_study_facts
from interviews.study.folder import Study

_HEAD = 4 * 1024 * 1024
_NO_FILES_OF_OURS = frozenset({".git", ".hg", ".svn", UNFINISHED})

_SENTENCES = frozenset({"text", "value"})
"""Fields with the researcher's own words, which nobody but the researcher takes away."""

REMADE = frozenset({"html", "markdown", "word", "method", "reflexive"})
"""Formats that can be made again without somebody; what is in others nobody here takes apart."""

Remake = Callable[[Exported], bytes | None]
"""Makes a file anew that holds others too, from the study as it is now; None where it cannot be made."""


class Leaving(Value):
    """All that there is about one participant, and what is to become of it.

    ``files`` are taken away; of the logs among them ``interviews`` are the events. ``lines`` of ``study.jsonl`` go, of
    which ``damaged`` ones, by their numbers, go whole though nobody can read them; of the files written outward
    ``deleted`` go and ``remade`` are made again without them. Only named are ``edited`` ones, which were changed since,
    or cannot be read, written or made here, ``away`` ones, which are not there now, ``backups``, ``named`` files that
    only have the code in their path, or that a link of theirs leads to, and ``traces`` in files about others.
    ``others`` are files that have the participant's code in their name and another one within; ``held`` are open in
    another window. ``again``: of this code somebody has left before.
    """

    participant: str
    how: Policy
    files: tuple[Path, ...] = ()
    interviews: tuple[tuple[Event, ...], ...] = ()
    lines: int = 0
    deleted: tuple[Output, ...] = ()
    remade: tuple[Output, ...] = ()
    damaged: tuple[int, ...] = ()
    edited: tuple[Output, ...] = ()
    away: tuple[Output, ...] = ()
    backups: tuple[Output, ...] = ()
    named: tuple[Path, ...] = ()
    traces: tuple[Trace, ...] = ()
    others: tuple[tuple[Path, str], ...] = ()
    held: tuple[Path, ...] = ()
    again: bool = False

    @property
    def found(self) -> bool:
        """Whether there is anything about this participant."""
        return bool(self.files or self.lines or self.deleted or self.remade or self.edited or self.backups)

    def places_left(self, study: Path) -> tuple[str, ...]:
        """Where something written outward is that is not dealt with: of a path with the code in it the folder above."""
        theirs = code_pattern([self.participant])
        paths = [one.path.parent if one.last.format == BACKUP else one.path for one in (*self.edited, *self.backups)]
        paths += [one.path for one in self.away]
        found: dict[str, None] = {}
        for path in paths:
            place = path
            while theirs.search(str(place)) or code_in(place.name) == self.participant:
                place = place.parent
            within = place.is_relative_to(study)
            found[place.relative_to(study).as_posix() if within else path_kept(place, study)] = None
        return tuple(found)

    @property
    def counted(self) -> tuple[int, int]:
        """How many interviews and how many pilots are no longer counted."""
        modes = [one[0].mode for one in self.interviews if one and isinstance(one[0], Started)]
        return modes.count("live"), modes.count("pilot")


def find_promise(study: Study, participant: str) -> Policy | None:
    """What was promised: as the guides of the participant's interviews have it, else as it is now; None: nothing was.

    Where one says that all is deleted, it is.
    """
    told = [
        one.interview.guide.on_withdrawal for one in study.load_interviews(participant) if one.interview is not None
    ]
    if "delete" in told:
        return "delete"
    if "anonymise" in told:
        return "anonymise"
    guide = study.guide().guide
    promise = None if guide is None else guide.on_withdrawal
    return "anonymise" if promise == "anonymise" else "delete" if promise == "delete" else None


def look_for(study: Study, participant: str, how: Policy) -> Leaving:
    """Find everything about a participant; nothing is changed but what a kill left half written is taken away."""
    for folder in ("", "interviews", OBSERVATIONS, "revisions"):
        sweep(study.folder / folder)
    search = _Search(study, participant)
    files = search.files()
    outputs = [
        one
        for one in list_outputs(study.folder)
        if search.participant in {name.partition("-")[0] for name in one.interviews}
    ]
    # A backup that is gone though its medium is there was removed: newer ones take the place of older ones.
    away = tuple(
        one
        for one in outputs
        if one.state == "gone" and not (one.last.format == BACKUP and one.path.parent.parent.is_dir())
    )
    outputs = [one for one in outputs if one.state != "gone"]
    made = [one for one in outputs if one.state == "as_made" and one.last.format != BACKUP]
    made = [
        one
        for one in made
        if is_ours(one, study.folder) and os.access(one.path, os.W_OK) and os.access(one.path.parent, os.W_OK)
    ]
    deleted = tuple(one for one in made if not _others(one, participant))
    remade = tuple(one for one in made if _others(one, participant) and one.last.format in REMADE)
    backups = tuple(one for one in outputs if one.last.format == BACKUP)
    edited = tuple(one for one in outputs if one not in (*deleted, *remade, *backups))
    facts = facts_path(study.folder)
    data = _read(facts)
    kept, dropped, damaged = _without(data, participant, frozenset())
    gone = [*files, *(one.path for one in (*deleted, *remade, *edited))]
    told = {one.path for one in outputs}
    texts = words_in(event for events in search.interviews for event in events)
    again = _has_left_before(study, participant)
    kept_anonymous = _anonymous(study, search.counted) if how == "anonymise" and not again else {}
    return Leaving(
        participant=participant,
        how=how,
        files=tuple(files),
        interviews=search.counted,
        lines=dropped,
        damaged=damaged,
        deleted=deleted,
        remade=remade,
        edited=edited,
        away=away,
        backups=backups,
        named=tuple(path for path in search.named if path not in told),
        traces=find_traces_of(study.folder, participant, texts, gone, {facts: _no_guards(kept), **kept_anonymous}),
        others=tuple(search.others),
        held=tuple(path for path in (*files, facts) if is_held(path)),
        again=again,
    )


def forget(study: Study, leaving: Leaving, receipt: Withdrawn, remake: Remake) -> tuple[Job, tuple[Output, ...]]:
    """Carry it out, all or nothing; the job, done, and the files that could not be made again, which stay as they are.

    Raises:
        LogFailure: something was changed since it was shown, is open or cannot be written; all is as it was.
        NotTakenBackError: it could not be put back at once; the next command in the study does so.
    """
    facts = facts_path(study.folder)
    (receipt,) = without_dates(study.folder, [receipt])
    unmade: list[Output] = []
    with job(study.folder, "forget") as steps:
        if look_for(study, leaving.participant, leaving.how) != leaving:
            raise LogFailure("forget_changed")
        if leaving.how == "anonymise" and not leaving.again:
            for path, kept in _anonymous(study, leaving.interviews).items():
                steps.make(path, kept)
        gone = frozenset(one.last.path for one in (*leaving.deleted, *leaving.remade))
        # The others' codes that were not noted yet: whatever has another one was not here when somebody left.
        known, former = read_study_facts(study.folder), _former(study, leaving.participant)
        staying = [file for file in study.logs() if file.path not in leaving.files]
        doubtful = {*study.came_back_among(staying), *(file for file in staying if file.participant in known.left)}
        unused = former - {file.participant for file in staying}
        closing = (
            *(CodeUsed(code=file.code) for file in staying if file.code not in known.codes and file not in doubtful),
            _codes_given(study, leaving.participant),
            receipt,
        )
        if facts.exists():
            steps.rewrite(
                facts,
                lambda data: append_entries(_unused(_without(data, leaving.participant, gone)[0], unused), closing),
            )
        else:
            steps.make(facts, append_entries(b"", closing))
        for path in (*leaving.files, *(one.path for one in leaving.deleted)):
            steps.remove(path)
        again = []
        for one in leaving.remade:
            data = remake(one.last)
            if data is None:
                unmade.append(one)
                again.append(one.last.but(interviews=_names_of_others(one, leaving.participant)))
            else:
                steps.rewrite(one.path, lambda _: data)  # noqa: B023  it is called at once
                again.append(_record_again(one, leaving.participant, data, receipt.date))
        if again:
            steps.rewrite(facts, lambda data: append_entries(data, again))
    for folder in {path.parent for path in leaving.files if path.parent.parent.name == "rescued"}:
        with suppress(OSError):  # among the user's data, and called by the study's name
            folder.rmdir()
    return steps, tuple(unmade)


def _former(study: Study, participant: str) -> frozenset[str]:
    """The codes that a participant had before this one."""
    left = read_study_facts(study.folder).left
    return frozenset(code for code, now in left.items() if participant in now)


def _unused(data: bytes, codes: frozenset[str]) -> bytes:
    """``study.jsonl`` in which none of these codes is used: a log of one that comes back is a doubt."""

    def tells(line: bytes) -> bool:
        with suppress(BadRecord):
            record = parse_line(line)
            if isinstance(record, dict) and record.get("type") == CodeUsed.type:
                return str(record.get("code")).partition("-")[0] in codes
        return False

    return b"\n".join(line for line in data.split(b"\n") if not tells(line))


def _no_guards(data: bytes) -> bytes:
    """``study.jsonl`` with a blank line for each ``CodeLeft``: it is no place about which somebody is to decide."""
    return b"\n".join(b"" if CodeLeft.type.encode() in line else line for line in data.split(b"\n"))


def _has_left_before(study: Study, participant: str) -> bool:
    """Whether the code was given before somebody left, and was nobody's any more after that: its log came back."""
    facts = read_study_facts(study.folder)
    letters = participant.rstrip("0123456789")
    used = {name.partition("-")[0] for name in facts.codes}
    return participant not in used and int(participant[len(letters) :]) <= facts.given_up_to.get(letters, 0)


def _anonymous(study: Study, interviews: Sequence[Sequence[Event]]) -> dict[Path, bytes]:
    """What remains of the interviews, beside the others under names that are no codes; a guide's copy is as it was."""
    names = (study.folder / "interviews" / withdrawn_name(number, ending_in(study.folder)) for number in count(1))
    free = (path for path in names if not os.path.lexists(path))
    return {next(free): anonymised(events) for events in interviews if events}


def _codes_given(study: Study, participant: str) -> CodesGiven:
    """How far codes of these letters were given, this one's number at least."""
    letters = participant.rstrip("0123456789")
    facts = read_study_facts(study.folder)
    names = {*(file.participant for file in study.logs()), *(name.partition("-")[0] for name in facts.codes)}
    numbers = [int(name[len(letters) :]) for name in (*names, participant) if name.rstrip("0123456789") == letters]
    return CodesGiven(letters=letters, to=max([*numbers, facts.given_up_to.get(letters, 0)]))


class _Search:
    """Looks for a participant's own files; ``others`` are those whose name and contents say different codes."""

    def __init__(self, study: Study, participant: str) -> None:
        self._study = study
        self.participant = participant
        self.named: list[Path] = []
        self.interviews: tuple[tuple[Event, ...], ...] = ()
        self.counted: tuple[tuple[Event, ...], ...] = ()
        """Those of them that no other one was combined of."""
        self.others: list[tuple[Path, str]] = []

    def files(self) -> list[Path]:
        """Every file that is theirs, in the study and among the user's data; what a link leads to if that says so.

        A file that is called by the code alone is theirs where there is anything else of them.
        """
        logs = [file for file in self._study.logs() if file.participant == self.participant]
        found: dict[Path, None] = {}
        for file in (*logs, *self._copies_of_before(logs)):
            self._take_log(file, found)
        recorded = {one.path.resolve() for one in list_outputs(self._study.folder)}
        called: list[Path] = []
        for path in (*_walk(self._study.folder), *self._keys_away()):
            if path.resolve() not in recorded and self._is_theirs(path):
                found[path] = None
            elif path not in found and self._has_the_code(path):
                called.append(path)
        exact = [path for path in called if self._is_called_so(path) and path.resolve() not in recorded]
        noted = _without(_read(facts_path(self._study.folder)), self.participant, frozenset())[1]
        if found or noted:
            found |= dict.fromkeys(exact)
        self._read_interviews(logs, list(found))
        for path in [path for path in found if path.is_symlink()]:
            with suppress(OSError):
                place = path.resolve(strict=True)
                if place not in found and _code_within(place) == self.participant:
                    found[place] = None
                elif place not in found:
                    self.named.append(place)
        self.named += [path for path in called if path not in found]
        return [path for path in found if os.path.lexists(path)]

    def _copies_of_before(self, logs: Sequence[LogFile]) -> list[LogFile]:
        """Logs of theirs under a code that they had before, as from a backup: they begin as one of theirs does."""
        former = _former(self._study, self.participant)
        there = [file for file in self._study.logs() if file.participant in former] if former else []
        if not there:
            return []
        theirs = [read_whole(file.path, file.name).events for file in logs]
        return [
            file for file in there if any(self._is_same(one, read_whole(file.path, file.name).events) for one in theirs)
        ]

    def _is_same(self, one: Sequence[Event], other: Sequence[Event]) -> bool:
        """Whether two logs are of one interview, whichever of the participant's codes each has."""
        return same_interview(*([*self._by_this_code(events)] for events in (one, other)))

    def _by_this_code(self, events: Sequence[Event]) -> Iterator[Event]:
        for event in events:
            yield event.but(participant=self.participant) if isinstance(event, Started) else event

    def _has_the_code(self, path: Path) -> bool:
        name = (
            path.relative_to(self._study.folder).as_posix().upper() if path.is_relative_to(self._study.folder) else ""
        )
        return code_in(path.name.lstrip("#")) == self.participant or bool(code_pattern([self.participant]).search(name))

    def _is_called_so(self, path: Path) -> bool:
        """Whether a file is called by the code and nothing else, perhaps an interview's, as a transcript is."""
        name = rf"{self.participant}(?:-[1-9][0-9]*)?(?: ?\([0-9]+\))?(?:\.\w+)?"
        return re.fullmatch(name, path.name, re.IGNORECASE) is not None

    def _take_log(self, file: LogFile, found: dict[Path, None]) -> None:
        observation = self._study.folder / OBSERVATIONS / file.path.name
        for path in (file.path, observation):
            for one in (path, *find_rescued_files(path)):
                if os.path.lexists(one):
                    found[one] = None

    def _is_theirs(self, path: Path) -> bool:
        """By a log's name, that it has or had, or by what its first line says."""
        if path.parent.name == KEYS and is_locked_study(self._study.folder):
            # Whether a locked file of theirs, here or gone, has its key at this path.
            from interviews.locked.keyring import named_in  # no open study pays for it

            return code_in(named_in(path)) == self.participant
        said = _code_within(path)
        named = code_in(path.name.lstrip("#")) or code_in(log_of(path.name) or "")
        if named == self.participant and said not in ("", self.participant):
            self.others.append((path, said))
            return False
        is_log = any(one in path.name.casefold() for one in (OPEN, ENDING)) or path.parent.name == OBSERVATIONS
        return self.participant == said or (named == self.participant and is_log)

    def _keys_away(self) -> tuple[Path, ...]:
        if not is_locked_study(self._study.folder):
            return ()
        from interviews.locked.keyring import keys_away  # no open study pays for it

        return keys_away(self._study.folder)

    def _read_interviews(self, logs: Sequence[LogFile], found: Sequence[Path]) -> None:
        """The events of each interview, once, whole; of a copy that has no log of its own too."""
        read: list[tuple[tuple[Event, ...], str]] = []
        readings = [
            read_whole(file.path, file.name) for file in logs if file.path in found or find_rescued_files(file.path)
        ]
        readings += [
            read_log_file(path, path.name)
            for path in found
            if path.suffix in (OPEN, ENDING) and path.parent.name != OBSERVATIONS and log_of(path.name) is None
        ]
        for reading in readings:
            if reading.started is not None and not any(self._is_same(one, reading.events) for one, _ in read):
                read.append((reading.events, code_of(PurePath(reading.file))))
        self.interviews = tuple(events for events, _ in read)
        records = [record for events, _ in read for record in combined_in(events)]
        self.counted = tuple(
            events
            for events, code in read
            if not any(record.log == code and is_of(events, record) for record in records)
        )


def _code_within(path: Path) -> str:
    """The participant's code that the first line of a log or an observation says; empty for any other file."""
    try:
        with open_file(path) as stream:
            record = parse_line(plain(stream.readline(_HEAD)).removesuffix(b"\n"))
    except (OSError, ValueError):
        return ""
    if not isinstance(record, dict):
        return ""
    said = record.get({Started.type: "participant", Sat.type: "interview"}.get(str(record.get("type")), ""))
    return said.partition("-")[0] if isinstance(said, str) else ""


def _walk(folder: Path) -> Iterator[Path]:
    """Every file under a study, hidden ones too, but for its guide, version histories, and studies that lie in it.

    A code in another study is another person; a copy of this one that lies here is among the traces.
    """
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            paths = sorted(here.iterdir())
        except OSError:
            continue
        for path in paths:
            if path.is_dir() and not path.is_symlink():
                waiting += [path] if path.name not in _NO_FILES_OF_OURS and not (path / "guide.yaml").exists() else []
            elif here != folder or path.name not in (FILE, facts_path(folder).name, "guide.yaml"):
                yield path


def _others(output: Output, participant: str) -> bool:
    """Whether a file holds something of others too, or of nobody's interview, so that it is to be made again."""
    asked = [option.partition("=")[2] for option in output.last.options if option.startswith("--participant=")]
    alone = any(name.partition("-")[0] == participant for name in asked)
    return not alone and (output.last.format == "reflexive" or bool(_names_of_others(output, participant)))


def _names_of_others(output: Output, participant: str) -> tuple[str, ...]:
    return tuple(name for name in output.interviews if name.partition("-")[0] != participant)


def _record_again(output: Output, participant: str, data: bytes, date: str) -> Exported:
    others = _names_of_others(output, participant)
    return with_mark(output.last.but(date=date, sha256=sha256(data).hexdigest(), interviews=others))


def _read(path: Path) -> bytes:
    try:
        return read_plain(path)
    except (OSError, ValueError):
        return b""


def _without(data: bytes, participant: str, gone: frozenset[str]) -> tuple[bytes, int, tuple[int, ...]]:
    """``study.jsonl`` without what is about a participant, how many lines that changes, and which of them are damaged.

    Whatever the type of a line, of this version or a later one: a value that names the participant, alone or with a
    place, goes; in a list it alone does. The researcher's own sentences stay; they are named for a decision.
    """
    theirs = code_pattern([participant])
    kept: list[bytes] = []
    changed = 0
    damaged: list[int] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        new = _line_without(line, participant, theirs, gone)
        changed += new != line
        if new is not None:
            kept.append(new)
        elif not _is_object(line):
            damaged.append(number)
    return b"\n".join(kept), changed, tuple(damaged)


def _line_without(line: bytes, participant: str, theirs: Any, gone: frozenset[str]) -> bytes | None:
    try:
        record = parse_line(line)
    except BadRecord:
        return None if theirs.search(line.decode("utf-8", "replace")) else line
    if not isinstance(record, dict):
        return line
    if record.get("type") == Exported.type and (
        record.get("path") in gone
        or (isinstance(path := record.get("path"), str) and code_in(Path(path).name) == participant)
    ):
        return None
    if record.get("type") == CodeLeft.type:  # it guards a code that others may have had too, and names nobody
        kept = {name: value for name, value in record.items() if name != "now" or value != participant}
        return line if kept == record else to_json(kept).encode()
    new: dict[str, Any] = {}
    for name, value in record.items():
        if name == "told" and isinstance(value, str):
            tokens = [token for token in value.split() if not _is_name(token, theirs)]
            if value.split() and not tokens:
                return None
            new[name] = " ".join(tokens)
        elif name == "torn" and isinstance(value, str):
            with suppress(ValueError):
                if theirs.search(base64.b64decode(value).decode("utf-8", "replace")):
                    continue
            new[name] = value
        elif isinstance(value, list):
            new[name] = [one for one in value if not (isinstance(one, str) and _is_name(one, theirs))]
        elif isinstance(value, str) and name not in _SENTENCES and _is_name(value, theirs):
            return None
        else:
            new[name] = value
    return line if new == record else to_json(new).encode()


def _is_name(text: str, theirs: Any) -> bool:
    """Whether a value is the participant's code or an interview's, perhaps an option's, perhaps with a place behind."""
    value = text.removeprefix("--participant=")
    found = theirs.match(value)
    return found is not None and value[found.end() :][:1] in ("", ":")


def append_entries(data: bytes, entries: Sequence[Any]) -> bytes:
    """The lines, and these behind them; the bytes of a line that was never finished go into the first new one."""
    whole, newline, tail = data.rpartition(b"\n")
    torn = b""
    with suppress(BadRecord):
        parse_line(tail)
        whole, newline, tail = data, b"\n", b""
    if tail:
        torn = tail
    lines = (whole + newline) if whole else b""
    seqs = [json.loads(line).get("seq", -1) for line in lines.split(b"\n") if _is_object(line)]
    first = max([*(seq for seq in seqs if isinstance(seq, int)), lines.count(b"\n") - 1]) + 1
    new = [line_of(entry.but(seq=seq)) for seq, entry in enumerate(entries, first)]
    if torn:
        new[0] = line_of(entries[0].but(seq=first), base64.b64encode(torn).decode("ascii"))
    return lines + b"".join(new)


def _is_object(line: bytes) -> bool:
    with suppress(BadRecord):
        return isinstance(parse_line(line), dict)
    return False
