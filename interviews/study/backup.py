"""Backups: a verified copy of a study on a second medium.

A copy is a folder of its own, ``NAME backup 3``, that can be read as a study. It is made beside its name, read back
and compared, and gets its name in one step: whatever fails, and whenever it is killed, there is a whole copy or none.
The former copy goes once the new one is there, and only where the study still has all that it has: a damaged study
never takes a good copy's place.

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

from guide.files import read_file
from guide.frozen import Value
from interviews.core.codec import to_json
from interviews.log.files import LogFailure, failure_of
from interviews.log.rescued import is_under_way
from interviews.os_support import sync_folder, system
from interviews.save import save
from interviews.study.entries import BackedUp, Exported
from interviews.study.facts import FILE, add, read_study_facts
from interviews.study.folder import Study
from interviews.study.outputs import Outward, record_output

MANIFEST = "backup.json"
"""The file in a copy that lists the others, each with its digest."""

FORMAT = "backup"
"""What a copy is called among the files that left the study."""

_OURS = re.compile(r"\..+\.[0-9a-f]{8}\.intervjuguide", re.DOTALL)
_FILES = ("guide.yaml", FILE)
_FOLDERS = ("interviews", "observations", "revisions", "practice", "transcripts")
_TEXTS = (".jsonl", ".json", ".yaml", ".yml", ".txt", ".md", ".vtt", ".srt")
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

    Raises:
        LogFailure: nothing was copied, and all is as it was.
    """
    target, home = target.resolve(), study.folder.resolve()
    if target.is_relative_to(home):
        raise LogFailure("backup_inside", folder=str(target))
    for file in study.logs():
        if is_under_way(file.path):
            raise LogFailure("log_locked", file=file.path.name)
    files, left_out = _files(home)
    swept = _sweep(target)
    beside = target / f".{home.name[:60]}.{os.urandom(4).hex()}.intervjuguide"
    held = _begin(beside)
    try:
        digests = _copy(home, files, beside)
        manifest = _manifest(day, digests)
        _written(beside / MANIFEST, manifest)
        _compare(home, beside, digests)
        folder = _free(target, f"{home.name} backup")
        former = _former(target, study.folder)
        codes = tuple(file.code for file in study.logs())
        record_output(folder / MANIFEST, manifest, Outward(study.folder, FORMAT, (), codes), day)
        held.close()
        try:
            beside.rename(folder)
        except OSError as error:
            raise failure_of(error, folder) from None
    except BaseException:
        held.close()
        shutil.rmtree(beside, ignore_errors=True)
        raise
    sync_folder(target)
    lacking = tuple(dict.fromkeys(name for one in former for name in _lacking(one, home)))
    made = Backup(folder, len(digests), codes, lacking=lacking, left_out=left_out, swept=swept)
    if lacking or not sound:
        made = made.but(kept=former)
    else:
        gone = tuple(one for one in former if remove_backup(one))
        made = made.but(removed=gone, unremoved=tuple(one for one in former if one not in gone))
    try:
        add(study.folder, [BackedUp(date=day, folder=str(folder), interviews=codes)])
    except LogFailure as failure:
        return made.but(unnoted=failure)
    return made


def _files(home: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The files of a study that are copied, by their paths in it, and those that are not."""
    copied: list[str] = []
    left: list[str] = []
    for path in _every(home):
        name = path.relative_to(home).as_posix()
        known = name in _FILES or (name.partition("/")[0] in _FOLDERS and path.suffix.casefold() in _TEXTS)
        (copied if known else left).append(name)
    return tuple(copied), tuple(left)


def _every(folder: Path) -> Iterator[Path]:
    """Every ordinary file under a folder, hidden ones and folders that are links left out.

    Raises:
        LogFailure: a folder cannot be read: a copy without it would be none.
    """
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        raise failure_of(error, folder) from None
    for path in paths:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from _every(path)
        elif path.is_file():
            yield path


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
        path.unlink()


def _copy(home: Path, files: tuple[str, ...], beside: Path) -> dict[str, str]:
    """Copy the files, each for its owner only; their digests."""
    digests = {}
    for name in files:
        place = beside / name
        try:
            data = read_file(home / name)
            for folder in reversed(place.relative_to(beside).parents[:-1]):
                (beside / folder).mkdir(mode=0o700, exist_ok=True)
                with suppress(OSError):
                    system().close_folder(beside / folder)
        except (OSError, ValueError) as error:
            raise _failure(error, home / name) from None
        _written(place, data)
        digests[name] = sha256(data).hexdigest()
    return digests


def _written(place: Path, data: bytes) -> None:
    try:
        save(place, data, new=True, verified=True)
    except OSError as error:
        raise failure_of(error, place) from None


def _failure(error: OSError | ValueError, path: Path) -> LogFailure:
    if isinstance(error, OSError):
        return failure_of(error, path)
    return LogFailure("disk_error", file=path.name, reason=str(error))


def _compare(home: Path, beside: Path, digests: Mapping[str, str]) -> None:
    """Read everything back, the copy from its medium, and the study once more, which must be as it was.

    Raises:
        LogFailure: something differs.
    """
    for name, digest in digests.items():
        try:
            copied, now = system().read_anew(beside / name), read_file(home / name)
        except (OSError, ValueError) as error:
            raise _failure(error, beside / name) from None
        if sha256(copied).hexdigest() != digest:
            raise LogFailure("backup_differs", file=name)
        if sha256(now).hexdigest() != digest:
            raise LogFailure("backup_changed", file=name)


def _manifest(day: str, digests: Mapping[str, str]) -> bytes:
    """The list of a copy's files; ``id`` tells it from the copy of another study that has the same in it."""
    told = {"intervjuguide": FORMAT, "version": 1, "id": os.urandom(8).hex(), "made": day, "files": digests}
    return (to_json(told, indent=1) + "\n").encode()


def listed(folder: Path) -> dict[str, str] | None:
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
    return not name or "\0" in name or name.startswith("/") or ".." in name.split("/")


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
                if sha256(read_file(path / MANIFEST)).hexdigest() in known and listed(path) is not None:
                    found.append(path)
    return tuple(found)


def _lacking(former: Path, home: Path) -> Iterator[str]:
    """What a former copy has that the study has no more: a file, or a part of a log, which only ever grows."""
    for name in listed(former) or {}:
        try:
            before = read_file(former / name)
        except (OSError, ValueError):
            continue  # the former copy has it no more either
        try:
            now = read_file(home / name)
        except (OSError, ValueError):
            yield name
            continue
        if name.endswith(".jsonl") and not now.startswith(before):
            yield name


def remove_backup(folder: Path) -> bool:
    """Take a copy away, file by file, the list last; what somebody put beside or changed stays. Whether all is gone."""
    for name, digest in (listed(folder) or {}).items():
        with suppress(OSError, ValueError):
            place = folder / name
            own = place.resolve() == folder.resolve() / name  # a link leads to what is no copy
            if own and sha256(read_file(place)).hexdigest() == digest:
                place.unlink()
    inside = sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True)
    for path in inside:
        with suppress(OSError):
            path.rmdir()
    try:
        if [path.name for path in folder.iterdir()] == [MANIFEST]:
            (folder / MANIFEST).unlink()
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
