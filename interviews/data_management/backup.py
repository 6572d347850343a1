"""Verified copies of a study on a second medium.

A copy is a folder of its own, ``NAME backup 3``, that can be read as a study. It is made beside its name, read back
and compared, and gets its name in one step: whatever fails, and whenever it is killed, there is a whole copy or none.
The former copy goes once the new one is there, and only where that has all that the former one has: a damaged study
never takes a good copy's place.

What the program reads as the study is copied: its folders where they are links too, for notes may lie on an encrypted
volume, and the files in the user's data folder in which an interview went on.

It is noted in ``study.jsonl``, before it has its name, since whoever is to be forgotten stands in the copy too.
"""

import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from datetime import date
from hashlib import sha256
from pathlib import Path

from guide.files import cause_of, read_file
from guide.frozen import Value
from interviews.core.codec import to_json
from interviews.data_management.outputs import Outward, path_kept, record_output
from interviews.failures import LogFailure, failure_of
from interviews.locked.names import ENDING, OPEN
from interviews.locked.names import FOLDER as KEYS
from interviews.log.copies import lacking
from interviews.log.log_files import need_link
from interviews.log.reader import read_log_file
from interviews.log.rescued import is_under_way, logs_rescued, read_whole
from interviews.log.shelter import find_rescued_files, log_of
from interviews.os_support import sync_folder, system, undisturbed
from interviews.save import save
from interviews.study.anonymity import is_anonymous
from interviews.study.entries import BackedUp, Exported
from interviews.study.facts import FILE, add, read_study_facts
from interviews.study.folder import Study

MANIFEST = "backup.json"
"""The file in a copy that lists the others, each with its digest."""

FORMAT = "backup"
"""What a copy is called among the files that left the study."""

_OURS = re.compile(r"\..+\.[0-9a-f]{8}\.intervjuguide", re.DOTALL)
_FILES = ("guide.yaml", FILE, f"study{ENDING}")
_FOLDERS = ("interviews", "observations", "revisions", "practice", "transcripts", KEYS)
_OF_LOGS = ("interviews", "observations", "practice")
_TEXTS = (OPEN, ENDING, ".json", ".yaml", ".yml", ".txt", ".md", ".vtt", ".srt")
"""Recordings are no business of a copy: they were promised to be deleted."""


class Backup(Value):
    """A copy that was made: where, how many files, of which logs.

    ``kept`` is a former copy that stays, since the study lacks what is in ``lacking`` or has errors; ``removed`` and
    ``unremoved`` are former ones that went, or could not. ``left_out`` are files of the study that were not copied.
    ``swept``: what a kill had left of an earlier one was taken away. ``unnoted`` says why the last line of
    ``study.jsonl`` is missing.
    """

    folder: Path
    files: int
    interviews: tuple[str, ...]
    kept: tuple[Path, ...] = ()
    lacking: tuple[str, ...] = ()
    removed: tuple[Path, ...] = ()
    unremoved: tuple[Path, ...] = ()
    left_out: tuple[str, ...] = ()
    swept: bool = False
    unnoted: LogFailure | None = None


def last_backup(study: Path) -> BackedUp | None:
    """The last copy that was made, as the study remembers it."""
    made = [one for one in read_study_facts(study).entries if isinstance(one, BackedUp)]
    return made[-1] if made else None


def days_since(made: BackedUp, today: date) -> int | None:
    """How many days old a copy is; None where its date was made coarser since."""
    try:
        return max((today - date.fromisoformat(made.date)).days, 0)
    except ValueError:
        return None


def make_backup(study: Study, target: Path, day: str, *, sound: bool = True) -> Backup:
    """Copy a study into a folder of its own under ``target``; ``sound`` says that nothing in the study has errors.

    A study that stays anonymous does not remember the ``day``, and its copy does not tell it.

    Raises:
        LogFailure: nothing was copied, and all is as it was.
    """
    target, home = target.resolve(), study.folder.resolve()
    if any(target.is_relative_to(place) for place in (home, *_places(home))):
        raise LogFailure("backup_inside", folder=str(target))
    for file in study.logs():
        if is_under_way(file.path):
            raise LogFailure("log_locked", file=file.path.name)
    files, left_out = _files(home)
    day = "" if is_anonymous(home) else day
    swept = _sweep(target)
    beside = target / f".{home.name[:60]}.{os.urandom(4).hex()}.intervjuguide"
    held = _begin(beside)
    try:
        digests = _copy(study, files, beside)
        manifest = _manifest(day, digests)
        _write(beside / MANIFEST, manifest)
        _compare(study, files, beside, digests)
        codes = _codes(study, files)
        folder = _free(target, f"{home.name} backup")
        former = _former(target, study.folder)
        record_output(folder / MANIFEST, manifest, Outward(study.folder, FORMAT, (), codes), day)
        with undisturbed():  # once the copy has its name it is noted as well
            held.close()
            try:
                system().replace(beside, folder)
            except OSError as error:
                raise failure_of(error, folder) from None
            return _note(
                study,
                target,
                Backup(folder, len(digests), codes, left_out=left_out, swept=swept),
                former,
                day,
                sound=sound,
            )
    except BaseException:
        held.close()
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _note(study: Study, target: Path, made: Backup, former: tuple[Path, ...], day: str, *, sound: bool) -> Backup:
    """Take away former copies that the new one makes needless, and note in the study that it was made."""
    sync_folder(target)
    gaps = tuple(dict.fromkeys(name for one in former for name in _lacking(one, made.folder)))
    if gaps or not sound:
        made = made.but(kept=former, lacking=gaps)
    else:
        gone = tuple(one for one in former if remove_backup(one))
        made = made.but(removed=gone, unremoved=tuple(one for one in former if one not in gone))
    try:
        copy = BackedUp(date=day, folder=path_kept(made.folder, study.folder), interviews=made.interviews)
        add(study.folder, [copy])
    except LogFailure as failure:
        return made.but(unnoted=failure)
    return made


def _places(home: Path) -> Iterator[Path]:
    """Where the program's folders lie, which may be links.

    Raises:
        LogFailure: one leads to what is not there: a copy without it would be none.
    """
    for name in _FOLDERS:
        folder = home / name
        if folder.is_dir():
            yield folder.resolve()
        else:
            need_link(folder)


def _files(home: Path) -> tuple[dict[str, Path], tuple[str, ...]]:
    """The files that are copied, by the paths that they get in the copy, and the names of those that are not."""
    copied: dict[str, Path] = {}
    left: list[str] = []
    for path in _every(home, home):
        name = path.relative_to(home).as_posix()
        known = name in _FILES or (name.partition("/")[0] in _FOLDERS and path.suffix.casefold() in _TEXTS)
        if known and path.is_file():
            copied[name] = path
        else:
            left.append(f"{name}/" if path.is_dir() else name)
    for folder in _OF_LOGS:
        for path in _find_rescued_away(home / folder):
            # The name that such a file gets in the copy: its own, or the next number behind those that are taken.
            whole = Path(path.name)
            stem, number = whole.stem.rpartition("-")[::2]
            place = int(number)
            while f"{folder}/{stem}-{place}{whole.suffix}" in copied:
                place += 1
            copied[(f"{folder}/{stem}-{place}{whole.suffix}")] = path
    return copied, tuple(left)


def _every(folder: Path, home: Path) -> Iterator[Path]:
    """Every file under a folder, hidden ones left out; a folder that is a link is one too, if it is not the program's.

    Raises:
        LogFailure: a folder cannot be read: a copy without it would be none.
    """
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        raise LogFailure("folder_unread", file=folder.name, reason=cause_of(error)) from None
    for path in paths:
        if path.name.startswith("."):
            continue
        own = folder == home and path.name in _FOLDERS
        if path.is_dir() and (own or not path.is_symlink()):
            yield from _every(path, home)
        elif path.is_file() or path.is_symlink():
            yield path


def _find_rescued_away(folder: Path) -> tuple[Path, ...]:
    """The files in which logs of a folder went on in the user's data folder."""
    logs = set(logs_rescued(folder))
    with suppress(OSError):
        logs |= {path for path in folder.iterdir() if path.suffix in (OPEN, ENDING) and log_of(path.name) is None}
    return tuple(path for log in sorted(logs) for path in find_rescued_files(log) if path.parent != folder)


def _codes(study: Study, files: Mapping[str, Path]) -> tuple[str, ...]:
    """The interviews that are in a copy of these files, which are all.

    Raises:
        LogFailure: a log, or a file in which it went on, is not among them.
    """
    copied = {path.resolve() for path in files.values()}
    found = study.logs()
    for file in found:
        of_it = [*([file.path] if file.path.exists() else []), *find_rescued_files(file.path)]
        if not of_it or any(path.resolve() not in copied for path in of_it):
            raise LogFailure("backup_changed", file=file.path.name)
    return tuple(file.code for file in found)


def _begin(beside: Path) -> ExitStack:
    """The copy's folder, for its owner only, locked as far as its drive has locks, until what is returned is closed.

    Some systems rename no folder that is in use; where none can be locked a hidden file in it is, no part of the copy.
    """
    try:
        beside.mkdir(mode=0o700)
        with suppress(OSError):
            system().close_folder(beside)
        fd = system().open_folder(beside)
    except OSError as error:
        with suppress(OSError):
            beside.rmdir()
        raise failure_of(error, beside.parent) from None
    with suppress(OSError):
        system().lock(fd)
    held = ExitStack()
    held.callback(_unlink, beside / ".lock")
    held.callback(os.close, fd)
    return held


def _unlink(path: Path) -> None:
    with suppress(OSError):
        system().remove(path)


def _copy(study: Study, files: Mapping[str, Path], beside: Path) -> dict[str, str]:
    """Copy the files, each for its owner only; their digests."""
    digests = {}
    for name, path in study.in_turn([*files.items()]):
        place = beside / name
        try:
            data = read_file(path)
            for folder in reversed(place.relative_to(beside).parents[:-1]):
                (beside / folder).mkdir(mode=0o700, exist_ok=True)
                with suppress(OSError):
                    system().close_folder(beside / folder)
        except (OSError, ValueError) as error:
            raise _failure(error, path) from None
        _write(place, data)
        digests[name] = sha256(data).hexdigest()
    return digests


def _write(place: Path, data: bytes) -> None:
    try:
        save(place, data, new=True, verified=True, swept=True)  # nobody else has written in this folder
    except OSError as error:
        raise failure_of(error, place) from None


def _failure(error: OSError | ValueError, path: Path) -> LogFailure:
    if isinstance(error, OSError):
        return failure_of(error, path)
    return LogFailure("disk_error", file=path.name, reason=str(error))


def _compare(study: Study, files: Mapping[str, Path], beside: Path, digests: Mapping[str, str]) -> None:
    """Read everything back, the copy from its medium, and the study once more, which must be as it was.

    Raises:
        LogFailure: something differs.
    """
    for name, digest in study.in_turn([*digests.items()]):
        try:
            copied, now = system().read_anew(beside / name), read_file(files[name])
        except (OSError, ValueError) as error:
            raise _failure(error, beside / name) from None
        if sha256(copied).hexdigest() != digest:
            raise LogFailure("backup_differs", file=name)
        if sha256(now).hexdigest() != digest:
            raise LogFailure("backup_changed", file=name)


def _manifest(day: str, digests: Mapping[str, str]) -> bytes:
    """The list of a copy's files; ``id`` tells it from the copy of another study that has the same in it."""
    made = {"made": day} if day else {}
    told = {"intervjuguide": FORMAT, "version": 1, "id": os.urandom(8).hex(), **made, "files": digests}
    return (to_json(told, indent=1) + "\n").encode()


def read_manifest(folder: Path) -> dict[str, str] | None:
    """The files that a copy's manifest lists, with their digests; None where the folder is no copy."""
    try:
        found = json.loads(read_file(folder / MANIFEST))
    except (OSError, ValueError, RecursionError):
        return None
    files = found.get("files") if isinstance(found, dict) and found.get("intervjuguide") == FORMAT else None
    if not isinstance(files, dict) or not all(isinstance(one, str) for one in files.values()):
        return None
    return None if any(_leads_out(name) for name in files) else files


def _leads_out(name: str) -> bool:
    place = Path(name)  # as this system takes it: Windows knows two slashes, and drives
    return not name or "\0" in name or bool(place.anchor) or ".." in place.parts


def _free(target: Path, name: str) -> Path:
    """The next number behind those that are there; no date, which would stay in ``study.jsonl`` for ever."""
    with suppress(OSError):
        there = {path.name for path in target.iterdir()}
        numbers = [int(one[len(name) :]) for one in there if re.fullmatch(re.escape(name) + " [1-9][0-9]{0,8}", one)]
        return target / f"{name} {max(numbers, default=0) + 1}"
    return target / f"{name} 1"


def _former(target: Path, study: Path) -> tuple[Path, ...]:
    """The copies of this very study that lie there, known by the digests that the study remembers."""
    known = {one.sha256 for one in read_study_facts(study).entries if isinstance(one, Exported)}
    found = []
    with suppress(OSError):
        for path in sorted(target.iterdir()):
            with suppress(OSError, ValueError):
                if sha256(read_file(path / MANIFEST)).hexdigest() in known and read_manifest(path) is not None:
                    found.append(path)
    return tuple(found)


def _lacking(former: Path, made: Path) -> Iterator[str]:
    """What a former copy has that the new one has not: a file, or a part of a log, which only ever grows."""
    for name in read_manifest(former) or {}:
        try:
            before = read_file(former / name)
        except (OSError, ValueError):
            continue  # the former copy has it no more either
        try:
            now = read_file(made / name)
        except (OSError, ValueError):
            if not _was_taken_up(former / name, (made / name).parent):
                yield name
            continue
        if name.endswith((OPEN, ENDING)) and not now.startswith(before):
            yield name


def _was_taken_up(rescued: Path, folder: Path) -> bool:
    """Whether a rescued file is gone because its log, in this folder, has all of it by now."""
    log = log_of(rescued.name)
    if log is None:
        return False
    before, now = read_log_file(rescued, rescued.name), read_whole(folder / log, log)
    whole = bool(before.events) and not any(one.severity == "error" for one in before.problems)
    return whole and not lacking(now.events, before.events)


def remove_backup(folder: Path) -> bool:
    """Take a copy away, file by file, the list last; what somebody put beside or changed stays. Whether all is gone."""
    for name, digest in (read_manifest(folder) or {}).items():
        with suppress(OSError, ValueError):
            place = folder / name
            own = place.resolve() == folder.resolve() / name  # a link leads to what is no copy
            if own and sha256(read_file(place)).hexdigest() == digest:
                system().remove(place)
    inside = sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True)
    for path in inside:
        with suppress(OSError):
            path.rmdir()
    try:
        if [path.name for path in folder.iterdir()] == [MANIFEST]:
            system().remove(folder / MANIFEST)
            folder.rmdir()
    except OSError:
        return False
    sync_folder(folder.parent)
    return not folder.exists()


def _sweep(target: Path) -> bool:
    """Take away what a kill left of a copy there; one that another window is making stays."""
    swept = False
    try:
        found = [path for path in target.iterdir() if _OURS.fullmatch(path.name) and path.is_dir()]
    except OSError as error:
        raise failure_of(error, target) from None
    for path in found:
        with suppress(OSError):
            fd = system().open_folder(path)
            try:
                system().lock(fd)
                shutil.rmtree(path)
                swept = True
            finally:
                os.close(fd)
    return swept
