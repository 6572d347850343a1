"""Locking a study, or unlocking it, in one job.

All of its files with words change. What is locked: the logs of interviews, observations and trials, copies of them
under whatever name, the files in which they went on, also in the user's data folder, transcripts that are kept,
``study.jsonl``, revisions of the guide with their reasons and evidence, the draft of one. What is not: the guide
itself, which is handed out anyway, and files that are not ours; those are named.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from guide.files import cause_of, read_file
from guide.frozen import Value
from interviews.data_management.outputs import Output, list_outputs
from interviews.data_management.unfinished import Job, job
from interviews.failures import LogFailure, failure_of
from interviews.locked.file_keys import Cost, change_passphrase, new_recovery_key, new_study_key, wrap_study_key
from interviews.locked.keyring import KEYRING, study_document
from interviews.locked.names import ENDING, FOLDER, OPEN, STUDY_FILE, is_locked, is_locked_study
from interviews.log.copies import find_strays, in_cloud
from interviews.log.rescued import is_under_way, logs_rescued
from interviews.log.shelter import find_rescued_files
from interviews.save import save, sweep
from interviews.study.folder import Study

_FOLDERS = ("interviews", "observations", "practice", "transcripts")
_IN_PLACE = "revisions"


class Locked(Value):
    """What was done: the recovery key, how many files, and what stays readable.

    ``beside`` are files in the study's folders that are not ours, and what links of logs had led to; ``outputs`` those
    that were written outward, copies of the study among them. ``cleared`` is false where an old text could not be taken
    away yet.
    """

    recovery: str
    files: int
    beside: tuple[str, ...] = ()
    outputs: tuple[Output, ...] = ()
    cleared: bool = True


def lock(study: Study, passphrase: str, cost: Cost | None = None) -> Locked:
    """Lock a study, all of it or nothing; or what has come to a locked one since, where its key is held.

    Raises:
        LogFailure: a log is open, or something could not be written; all is as it was.
        NotTakenBackError: as ``job`` says.
    """
    home = study.folder
    for folder in ("", *_FOLDERS, _IN_PLACE):
        sweep(home / folder)
    for one in in_cloud(home):
        raise LogFailure("lock_in_cloud", file=one.path.name)
    for stray in find_strays(home / "interviews"):
        if OPEN not in stray.name and not is_locked(_bytes_of(stray.path)):
            raise LogFailure("lock_stray", file=stray.name)
    for path, new in _open_files(home):
        if new != path and new.exists():
            raise LogFailure("lock_beside", file=path.name, own=new.name)
    outputs = tuple(one for one in list_outputs(home) if one.state != "gone")
    again = is_locked_study(home)
    recovery, key = ("", b"") if again else (new_recovery_key(), new_study_key())
    found = [(path, new) for path, new in _open_files(home) if not is_locked(_bytes_of(path))]
    led_to = tuple(str(path.resolve()) for path, new in found if new != path and path.is_symlink())
    if not again:
        KEYRING.hold(home, key)
    try:
        with job(home, "lock") as steps:
            if not again:
                document = wrap_study_key(key, passphrase, recovery, cost)
                steps.make(home / FOLDER / STUDY_FILE, (json.dumps(document, indent=1) + "\n").encode())
            for path, new in study.in_turn(found):
                _change(steps, path, new, lambda data, new=new: _sealed(new, data, steps))  # type: ignore[misc]
    except BaseException:
        if not again:
            KEYRING.let_go()
        raise
    return Locked(recovery, len(found), (*led_to, *_beside(home)), outputs, steps.cleared)


def unlock(study: Study) -> tuple[int, bool]:
    """Unlock a study, all of it or nothing, and destroy its keys: how many files, and whether nothing is set aside.

    Raises:
        LogFailure: a log is open, a key is missing, or something could not be written; all is as it was.
        NotTakenBackError: as ``job`` says.
    """
    home = study.folder
    found = list(_locked_files(home))
    for path, new in found:
        data = _bytes_of(path)
        if new != path and new.exists():
            raise LogFailure("lock_beside", file=path.name, own=new.name)
        if data and KEYRING.place_of(data) is None:
            raise LogFailure("locked_no_key_file", file=path.name)
    keys = sorted((home / FOLDER).glob("*.json"), key=lambda path: path.name == STUDY_FILE)
    with job(home, "unlock") as steps:
        for path, new in study.in_turn(found):
            _change(steps, path, new, KEYRING.plain)
        for path in keys:
            steps.remove(path)
    with suppress(OSError):
        (home / FOLDER).rmdir()
    return len(found), steps.cleared


def change(study: Path, passphrase: str, cost: Cost | None = None) -> None:
    """Give a study whose key is held another passphrase; no file but one changes, and that whole.

    Raises:
        BadKeyFile: the study's key cannot be read.
        OSError: it could not be written; all is as it was.
    """
    document = study_document(study)
    changed = change_passphrase(document, KEYRING.study_key(study), passphrase, cost)
    save(study / FOLDER / STUDY_FILE, (json.dumps(changed, indent=1) + "\n").encode(), verified=True)


def open_files(study: Path) -> tuple[Path, ...]:
    """The files of a locked study that are not locked: somebody has put them there since.

    Raises:
        LogFailure: a folder cannot be looked into, or a file not read.
    """
    return tuple(path for path, _ in _open_files(study, idle=False) if not is_locked(_bytes_of(path)))


def _open_files(home: Path, *, idle: bool = True) -> Iterator[tuple[Path, Path]]:
    """Each file that is to be locked, and the name that it gets."""
    seen = set()
    for path in _logs(home, idle=idle):
        if OPEN in path.name and path.suffix != ENDING and path not in seen:
            seen.add(path)
            yield path, path.with_name((path.name.removesuffix(OPEN)) + ENDING)
    yield from ((path, path) for path in _of_revisions(home))


def _locked_files(home: Path) -> Iterator[tuple[Path, Path]]:
    for path in dict.fromkeys(_logs(home)):
        if path.suffix == ENDING:
            stem = path.name.removesuffix(ENDING)
            yield path, path.with_name(stem if OPEN in stem else stem + OPEN)
    yield from ((path, path) for path in _of_revisions(home) if is_locked(_bytes_of(path)))


def _logs(home: Path, *, idle: bool = True) -> Iterator[Path]:
    """Every file in the folders of logs, the facts, and what went on elsewhere.

    Raises:
        LogFailure: one is being written, where they are to be ``idle``, or a folder cannot be looked into.
    """
    places = [home, *(home / folder for folder in _FOLDERS)]
    for folder in places:
        found = _files_in(folder, deep=folder != home)
        logs = [path for path in found if OPEN in path.name or path.suffix == ENDING]
        rescued = [path for log in {*logs, *logs_rescued(folder)} for path in find_rescued_files(log)]
        for path in (*logs, *rescued):
            if idle and is_under_way(path):
                raise LogFailure("log_locked", file=path.name)
            yield path


def _of_revisions(home: Path) -> list[Path]:
    return [path for path in _files_in(home / _IN_PLACE) if path.suffix in (".yaml", ".json")]


def _files_in(folder: Path, *, deep: bool = False) -> list[Path]:
    """The files in a folder, ``deep`` also in those inside it; none where it is not there.

    Raises:
        LogFailure: one cannot be looked into: what is in it would stay as it is, and nobody would know.
    """

    def refuse(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            place = Path(str(error.filename or folder))
            raise LogFailure("folder_unread", file=place.name, reason=cause_of(error)) from None

    found: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=refuse):
        found += [Path(place) / name for name in names]
        if not deep:
            folders.clear()
    return sorted(path for path in found if path.is_file())


def _beside(home: Path) -> tuple[str, ...]:
    """Files in the study's folders that no program of ours reads, by their names."""
    found = []
    with suppress(OSError):
        own = ("guide.yaml", "informant.yaml", "informant.txt")
        found += [path.name for path in home.iterdir() if path.is_file() and path.name not in own]
    for folder in (*_FOLDERS, _IN_PLACE):
        with suppress(OSError):
            paths = [path for path in (home / folder).rglob("*") if path.is_file()]
            found += [path.relative_to(home).as_posix() for path in paths if not is_locked(_bytes_of(path))]
    return tuple(sorted(name for name in found if not name.endswith(ENDING)))


def _change(steps: Job, path: Path, new: Path, make: Callable[[bytes], bytes]) -> None:
    if new == path:
        steps.replace(path, make)
    else:
        steps.move(path, new, make)


def _sealed(path: Path, data: bytes, steps: Job) -> bytes:
    sealed = KEYRING.whole(path, data, steps.make)
    if KEYRING.plain(sealed) != (data.removesuffix(b"\n") + b"\n" if data else b""):
        raise LogFailure("locked_differs", file=path.name)
    return sealed


def _bytes_of(path: Path) -> bytes:
    try:
        return read_file(path)
    except OSError as error:
        raise failure_of(error, path) from None
    except ValueError as error:
        raise LogFailure("disk_error", file=path.name, reason=str(error)) from None
