"""A code becomes another one, in every file, at once.

A participant's, or one interview's: every file that bears it, in one job.

Two computers that know nothing of each other give the same codes. So logs, what they went on in, their copies,
observations and transcripts get other names, and what in them, in ``study.jsonl`` and in the guide's revisions names
the interview says the new one. Words are nobody's but those who wrote them: where a code stands in them, in a file that
was written outward, or in a backup, the place is named, and nothing is changed.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from guide.frozen import Value
from interviews.core.codec import BadRecord, to_json
from interviews.core.events import Combined, Merged, Started
from interviews.core.state import code_of
from interviews.data_management.leaving import append_entries
from interviews.data_management.outputs import list_outputs
from interviews.data_management.traces import Trace, find_traces_of
from interviews.data_management.unfinished import Job, job
from interviews.failures import LogFailure
from interviews.locked.names import ENDING, OPEN, is_locked_study
from interviews.locked.plain import plain, read_plain
from interviews.log.copies import find_strays, same_interview
from interviews.log.log_files import LogFile, code_in, code_pattern, log_file
from interviews.log.reader import parse_line, read_log_file
from interviews.log.rescued import read_whole
from interviews.log.shelter import find_rescued_files
from interviews.observing import Sat
from interviews.observing.state import FOLDER as OBSERVATIONS
from interviews.revisions import FOLDER as REVISIONS
from interviews.study.entries import BackedUp, CodeLeft, Exported
from interviews.study.facts import facts_path
from interviews.study.folder import Study
from interviews.transcripts.kept import FOLDER as TRANSCRIPTS

_SENTENCES = frozenset({"text", "value"})
_LINE_OF_REVISION = re.compile(rb"(?:after|left|    evidence|  - evidence): ")
_GUIDE = b"guide:"


class Renaming(Value):
    """What is to be called otherwise: ``names`` of interviews, each with the new one, and ``moves`` of files."""

    old: str
    new: str
    names: Mapping[str, str]
    moves: tuple[tuple[Path, Path], ...]


class CodesLeft(Value):
    """Where the old code still stands: files written outward and backups that have it, and places in other files."""

    outputs: tuple[Path, ...] = ()
    backups: tuple[Path, ...] = ()
    traces: tuple[Trace, ...] = ()


def is_free(study: Study, code: str, by: str) -> bool:
    """Whether nobody has, or may have had, this participant's code, or this interview's name; ``by`` who is to get it.

    A code that they had themselves they may take back.
    """
    participant, dash, _ = code.partition("-")
    retired = study.is_retired(participant) and by not in study.codes_now(participant)
    logs = study.logs(participant)  # those that went on elsewhere too
    if dash:
        taken = code in {file.code for file in logs}
        taken = taken or os.path.lexists(_path_of(study, code)) or code in study.codes_gone(participant)
        return not taken and not retired
    folders = ("interviews", OBSERVATIONS, TRANSCRIPTS)
    there = {code_in(name) for folder in folders for name in _names(study.folder / folder)}
    taken = bool(logs) or participant in there
    return not taken and not study.codes_gone(participant) and not retired


def plan_renaming(study: Study, given: str, new: str) -> Renaming | None:
    """What renaming comes to; None where there is no such interview.

    A participant's code means all their interviews; with a number behind it, I3-1 for the first, one alone. So does the
    name of a file in ``interviews`` that is read as no log.
    """
    stray = study.folder / "interviews" / Path(given).name
    if log_file(stray) is None and stray.is_file():
        return _of_stray(stray, new)
    participant, dash, number = given.partition("-")
    logs = [file for file in study.logs() if file.participant == participant]
    meant = [file for file in logs if not dash or file.number == int(number)]
    if not meant:
        return None
    target, _, first = new.partition("-")
    names = {
        file.code: _name(target, int(first) if first else 1 if dash else file.number) + _rescued_part(file)
        for file in meant
    }
    moves = dict(_moves_of(study, meant, names))
    return Renaming(participant, target, names, tuple(moves.items()))


def rename(study: Study, planned: Renaming) -> bool:
    """Carry it out, all or nothing; whether nothing that was set aside is left.

    Raises:
        LogFailure: something is open, is there already or cannot be written; all is as it was.
        NotTakenBackError: it could not be put back at once; the next command in the study does so.
    """
    names = _Names(planned)
    with job(study.folder, "rename") as steps:
        for path, new in planned.moves:
            if os.path.lexists(new):
                raise LogFailure("log_exists", file=new.name)
            change = _lines(names.in_log) if path.parent.name != TRANSCRIPTS else _as_it_is
            steps.move(path, new, _of_plain(change))
            remove_key(steps, study.folder, path)
        for file in study.logs():  # what others tell of them
            is_meant = file.code in {*planned.names, *planned.names.values()}
            if file.participant == planned.old and not is_meant and file.path.exists():
                steps.rewrite(file.path, _lines(names.in_other))
        facts = facts_path(study.folder)
        if facts.exists():
            steps.rewrite(facts, _lines(names.in_facts))
        others = (file for file in study.logs(planned.old) if file.code not in planned.names)
        if planned.old != planned.new and not any(
            others
        ):  # what lies elsewhere has the old code, so nobody gets it again
            left = (CodeLeft(code=planned.old, now=planned.new),)
            if facts.exists():
                steps.rewrite(facts, lambda data: append_entries(data, left))
            else:
                steps.make(facts, append_entries(b"", left))
        for path in _revisions(study.folder):
            steps.rewrite(path, names.in_draft if path.suffix == ".json" else names.in_revision)
    return steps.cleared


def find_codes_left(study: Study, planned: Renaming) -> CodesLeft:
    """Where the old code still stands once it is done; where others have it still, only what has these interviews."""
    new = set(planned.names.values())
    every = [one for one in list_outputs(study.folder) if new & {*one.interviews} and one.state != "gone"]
    backups = [one.path.parent for one in every if one.last.format == "backup"]
    outputs = tuple(one.path for one in every if one.last.format != "backup")
    gone = not any(file.participant == planned.old for file in study.logs())
    traces = find_traces_of(study.folder, planned.old, (), outputs, {}) if gone else ()
    facts = facts_path(study.folder)
    lines = read_plain(facts).split(b"\n") if facts.exists() else []
    noted = {at for at, line in enumerate(lines, 1) if CodeLeft.type.encode() in line}
    meant = (one for one in traces if not (one.file == facts.name and one.line in noted))
    return CodesLeft(outputs, tuple(backups), tuple(one for one in meant if one.kind in ("code", "name")))


def _of_stray(path: Path, new: str) -> Renaming | None:
    started = read_log_file(path, path.name).started
    if started is None:
        return None
    to = path.with_name(f"{new}{ENDING if path.suffix == ENDING else OPEN}")
    return Renaming(started.participant, new.partition("-")[0], {code_of(path): new}, ((path, to),))


def _moves_of(study: Study, logs: list[LogFile], names: Mapping[str, str]) -> Iterator[tuple[Path, Path]]:
    """Every file that bears one of the names, with the path that it is to have."""
    for file in logs:
        name = names[file.code]
        beside = [study.folder / folder / file.path.name for folder in (OBSERVATIONS, TRANSCRIPTS)]
        for path in (file.path, *beside):
            for one in (path, *find_rescued_files(path)):
                if os.path.lexists(one):
                    yield one, one.with_name(name + one.name.removeprefix(file.code))
    strays = find_strays(study.folder / "interviews")
    for stray in strays if any(logs) else ():
        events = read_log_file(stray.path, stray.name).events
        of = next((file for file in logs if same_interview(read_whole(file.path, file.name).events, events)), None)
        if of is not None and stray.code == of.participant:
            new = names[of.code].partition("-")[0]
            renamed = re.sub(of.participant, new, stray.path.name, count=1, flags=re.IGNORECASE)
            yield stray.path, stray.path.with_name(renamed)


class _Names:
    """Says the new names in the place of the old ones."""

    def __init__(self, planned: Renaming) -> None:
        self._old, self._new, self._names = planned.old, planned.new, dict(planned.names)
        self._pattern = code_pattern([planned.old])

    def of(self, name: str) -> str:
        """The name of an interview as it is now."""
        return self._names.get(name, name)

    def in_log(self, record: dict[str, Any]) -> dict[str, Any]:
        """A record of a log that gets another name itself."""
        new = self.in_other(record)
        if record.get("type") == Started.type and record.get("participant") == self._old:
            new["participant"] = self._new
        if record.get("type") == Sat.type and isinstance(record.get("interview"), str):
            new["interview"] = self.of(record["interview"])
        if record.get("type") == Merged.type and isinstance(file := record.get("file"), str):
            new["file"] = self._pattern.sub(lambda _: self._new, file, count=1)
        return new

    def in_other(self, record: dict[str, Any]) -> dict[str, Any]:
        """A record of any log: the names of those that it was combined of."""
        new = dict(record)
        if record.get("type") == Started.type and isinstance(record.get("combined"), list):
            new["combined"] = [self.of(one) if isinstance(one, str) else one for one in record["combined"]]
        if record.get("type") == Combined.type and isinstance(record.get("log"), str):
            new["log"] = self.of(record["log"])
        return new

    def in_facts(self, record: dict[str, Any]) -> dict[str, Any]:
        """A line of ``study.jsonl``; what somebody wrote stays."""
        if record.get("type") == Exported.type and "path" in record:
            path = record["path"]
            return {**self._in_values(record), "path": path}
        if record.get("type") == BackedUp.type:
            return {**self._in_values(record), "folder": record.get("folder")}
        if record.get("type") == CodeLeft.type:
            return {**self._in_values(record), "code": record.get("code")}
        return self._in_values(record)

    def in_revision(self, data: bytes) -> bytes:
        """A revision: after which interview it was made, and by which events."""
        head, found, guide = data.partition(b"\n" + _GUIDE)
        lines = [self._in_line(line) if _LINE_OF_REVISION.match(line) else line for line in head.split(b"\n")]
        return b"\n".join(lines) + found + guide

    def in_draft(self, data: bytes) -> bytes:
        """A revision that is not done."""
        try:
            record = parse_line(data)
        except BadRecord:
            return data
        new = self._in_any(record)
        return data if new == record else to_json(new).encode()

    def _in_line(self, line: bytes) -> bytes:
        name, colon, told = line.decode("utf-8", "surrogateescape").partition(":")
        return (name + colon + self._in_text(told)).encode("utf-8", "surrogateescape")

    def _in_text(self, text: str) -> str:
        return self._pattern.sub(lambda found: self.of(found[0]), text)

    def _in_values(self, record: dict[str, Any]) -> dict[str, Any]:
        return {name: value if name in _SENTENCES else self._in_any(value) for name, value in record.items()}

    def _in_any(self, value: Any) -> Any:
        """A value in which a name stands alone, or with a place behind it, or several of these with blanks between."""
        if isinstance(value, dict):
            return {name: self._in_any(one) for name, one in value.items()}
        if isinstance(value, list):
            return [self._in_any(one) for one in value]
        if not isinstance(value, str) or not all(self._is_name(word) for word in value.split(" ")):
            return value
        return self._in_text(value)

    def _is_name(self, word: str) -> bool:
        bare = word.removeprefix("--participant=")
        found = re.match(r"[A-Z]{1,2}[0-9]{1,3}(?:-[1-9][0-9]*)?", bare)
        return found is not None and bare[found.end() :][:1] in ("", ":")


def _lines(change: Callable[[dict[str, Any]], dict[str, Any]]) -> Callable[[bytes], bytes]:
    """Makes a file of records anew, line by line; a line in which nothing changes stays to the byte."""

    def make(data: bytes) -> bytes:
        return b"\n".join(_line(line, change) for line in data.split(b"\n"))

    return make


def _line(line: bytes, change: Callable[[dict[str, Any]], dict[str, Any]]) -> bytes:
    bom = b"\xef\xbb\xbf" if line.startswith(b"\xef\xbb\xbf") else b""
    with suppress(BadRecord):
        record = parse_line(line.removeprefix(bom))
        if isinstance(record, dict):
            new = change(record)
            return line if new == record else bom + to_json(new).encode()
    return line


def _as_it_is(data: bytes) -> bytes:
    return data


def _of_plain(change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    return lambda data: change(plain(data))


def remove_key(steps: Job, study: Path, path: Path) -> None:
    """Of a locked file that has another name now, and a key with it, the old key goes."""
    if not is_locked_study(study):
        return
    from interviews.locked.keyring import find_keys_of  # no open study pays for it

    for key in find_keys_of(study, path):
        steps.remove(key)


def _revisions(folder: Path) -> list[Path]:
    try:
        found = sorted((folder / REVISIONS).iterdir())
    except OSError:
        return []
    return [path for path in found if path.is_file() and (path.suffix == ".yaml" or path.name == ".draft.json")]


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208  there may be a thousand
    except OSError:
        return []


def _name(participant: str, number: int) -> str:
    return participant if number == 1 else f"{participant}-{number}"


def _rescued_part(file: LogFile) -> str:
    """What the name of a rescued file that is an interview of its own has behind its log's."""
    _, point, number = file.code.partition(".")
    return point + number


def _path_of(study: Study, code: str) -> Path:
    participant, _, number = code.partition("-")
    return study.path_of(participant, int(number or 1))
