"""Jobs of several steps, done whole or not at all.

Somebody leaves, or the study ends: many files change, and a kill or a full disk may come between any two of them. So
each step is noted before it is taken, and what it takes away is set aside, in a private folder in the study. A step
that fails takes back those before it. After a kill the next command in that study takes the job back, or, where all
steps had been taken, only clears away what was set aside; and says which.

A note that came with somebody else's study must not be able to put files anywhere: steps outside the study are only
taken back where the user's own data hold the note's token. Only files of the names that a job gives are ever cleared
away, and nothing where the folder is a link: whatever else is called so is somebody's own.
"""

import errno
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Literal, get_args

from guide.files import need_ordinary, read_file
from guide.frozen import Value
from interviews.core.codec import BadRecord, to_json
from interviews.failures import LogFailure, failure_of
from interviews.locked.names import ENDING, is_locked
from interviews.locked.plain import settle_ends
from interviews.log import locking
from interviews.log.reader import parse_line
from interviews.log.rewrite import remade
from interviews.os_support import data_folder, make_folder, sync_folder, system, undisturbed
from interviews.save import put_in_place, save, sweep
from interviews.study.kept import purge

FOLDER = ".unfinished"
"""Where a job is noted, in the study's folder; it is there only while one is under way."""

JobName = Literal["forget", "correct", "finish", "lock", "unlock", "rename", "combine"]
"""What a job does; people are told by this name which one was cut short."""

_NOTE = "job.json"
_SET_ASIDE = re.compile(r"[0-9]+\.(?:old|new)")
_COPIED = (errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)
"""How drives say that a file cannot have a second name, or not there."""


class Settled(Value):
    """What became of a job that a kill had cut short; None for one of which nothing is known.

    ``failure`` says why it could not be settled, and then the next command tries again.
    """

    job: JobName | None
    done: bool
    failure: LogFailure | None = None


class _Step(Value):
    """A change to one file; ``sum`` is the digest of its new text, and there was ``none`` or is to be ``gone``."""

    path: str
    sum: str = ""
    none: bool = False


class Job:
    """A job under way; ``cleared`` says once it is done whether nothing that was set aside is left."""

    def __init__(self, study: Path, name: JobName) -> None:
        self.cleared = True
        self._study = study
        self._place = study / FOLDER
        self._name = name
        self._steps: list[_Step] = []
        self._held: list[tuple[int, locking.Guard]] = []
        self._guards: dict[Path, locking.Guard] = {}
        self._token = ""

    def rewrite(self, path: Path, make: Callable[[bytes], bytes]) -> bool:
        """Let a file that nobody has open hold what ``make`` makes of its bytes; whether anything was to be changed.

        A link stays one, and what it leads to is rewritten.

        Raises:
            LogFailure: somebody has it open, or it could not be written.
        """
        return self.replace(path, lambda before: remade(Path(os.path.realpath(path)), before, make))

    def replace(self, path: Path, make: Callable[[bytes], bytes]) -> bool:
        """The same with the bytes as they stand in the file, locked or not."""
        place = Path(os.path.realpath(path))
        with _tell_failures_of(path):
            guard = self._hold(place)
            before = read_file(place)
            after = make(before)
            if after == before:
                return False
            new, old = self._begin(place, after)
            _second_name(place, old)
            self._put(new, place, guard)
        return True

    def make(self, path: Path, data: bytes) -> None:
        """A file that is new.

        Raises:
            LogFailure: there is one of that name, or it could not be written.
        """
        with _tell_failures_of(path):
            if os.path.lexists(path):
                raise LogFailure("log_exists", file=path.name)
            make_folder(path.parent)
            if path.suffix == ENDING and not is_locked(data):
                data = remade(path, b"", lambda _: data)
            new, _ = self._begin(path, data, none=True)
            self._put(new, path, None)

    def move(self, path: Path, new: Path, make: Callable[[bytes], bytes]) -> None:
        """A new file of what ``make`` makes of another one's bytes, and that one is taken away.

        It is held before it is read: what somebody wrote in between would be lost with it.

        Raises:
            LogFailure: somebody has it open, there is one of the new name, or it could not be written.
        """
        with _tell_failures_of(path):
            self._hold(Path(os.path.realpath(path)))
            data = make(read_file(path))
        self.make(new, data)
        self.remove(path)

    def remove(self, path: Path) -> None:
        """Take a file away that nobody has open; of a link the link alone.

        Raises:
            LogFailure: somebody has it open, or it could not be taken away.
        """
        with _tell_failures_of(path):
            if not path.is_symlink():
                self._hold(path)
            _, old = self._begin(path, None)
            _move(path, old)
            sync_folder(path.parent)

    def _begin(self, path: Path, data: bytes | None, *, none: bool = False) -> tuple[Path, Path]:
        """Note the next step; where its new text lies, and where the old one is to lie."""
        number = len(self._steps)
        new, old = self._place / f"{number}.new", self._place / f"{number}.old"
        if data is not None:
            save(new, data, verified=True, swept=True)
        name = _name_of(path, self._study)
        if Path(name).is_absolute() and not self._token:
            self._token = os.urandom(16).hex()
            make_folder(_token_file(self._token).parent)
            save(_token_file(self._token), b"")
        self._steps.append(_Step(name, "" if data is None else _digest(data), none))
        self._note(done=False)
        return new, old

    def _put(self, new: Path, place: Path, guard: locking.Guard | None) -> None:
        """Give the new text its name, locked as the old one was; on another drive it is written there."""
        if guard is None or guard.alone:
            fd = system().open_to_lock(new, make=False)
            self._held.append((fd, locking.Guard()))
            with suppress(OSError):
                system().lock(fd)
        if not system().REPLACES_OPEN:
            self._let_go_of(place)
        try:
            put_in_place(new, place)
        except OSError as error:
            if error.errno not in _COPIED:
                raise
            save(place, read_file(new), verified=True)

    def _let_go_of(self, place: Path) -> None:
        """Close a file that is about to be replaced; what takes its place is locked already."""
        number = place.stat().st_ino if place.exists() else 0  # of a file renamed while it is open not all tell a drive
        for held in [one for one in self._held if os.fstat(one[0]).st_ino == number]:
            self._held.remove(held)
            held[1].let_go()
            os.close(held[0])

    def _hold(self, path: Path) -> locking.Guard:
        """Keep everybody else out of a file until the job is over; one that is held is held, whatever leads to it."""
        path = Path(os.path.realpath(path))
        if path in self._guards:
            return self._guards[path]
        need_ordinary(path.stat().st_mode, path)
        fd = system().open_to_lock(path, make=False)
        try:
            guard = locking.guard(fd, path)
        except BlockingIOError:
            os.close(fd)
            raise LogFailure("log_locked", file=path.name) from None
        self._held.append((fd, guard))
        self._guards[path] = guard
        return guard

    def _note(self, *, done: bool) -> None:
        steps = [{name: getattr(step, name) for name in step.field_names()} for step in self._steps]
        note = {"job": self._name, "done": done, "token": self._token, "steps": steps}
        save(self._place / _NOTE, to_json(note).encode(), verified=True, swept=True)

    def _end(self) -> None:
        """All steps are taken: from here on nothing is taken back.

        Raises:
            LogFailure: that could not be noted; all is as it was.
        """
        try:
            self._note(done=True)
        except OSError as error:
            if _read_note(self._place).get("done") is not True:
                raise failure_of(error, self._place) from None
        self._let_go()
        settle_ends(done=True)
        self.cleared = _clear(self._place, self._token)

    def _take_back(self) -> None:
        self._let_go()
        _take_back(self._study, self._steps, self._token)
        settle_ends(done=False)

    def _let_go(self) -> None:
        held, self._held, self._guards = self._held, [], {}
        for fd, guard in held:
            guard.let_go()
            with suppress(OSError):
                os.close(fd)


class NotTakenBackError(Exception):
    """A step failed and an earlier one could not be taken back either: the next command in the study tries again."""

    def __init__(self, failure: LogFailure) -> None:
        super().__init__(failure.code)
        self.failure = failure


@contextmanager
def job(study: Path, name: JobName) -> Iterator[Job]:
    """A job in a study: done where the block ends, taken back where it raises; no numbers of before are kept.

    Raises:
        LogFailure: another job is under way there, or nothing can be noted; all is as it was.
        NotTakenBackError: see there.
    """
    folder = study / FOLDER
    with _tell_failures_of(folder):
        if os.path.lexists(folder):
            raise LogFailure("job_under_way" if _may_be_ours(folder) else "job_folder_foreign", folder=str(folder))
        make_folder(folder)
        try:
            lock = _lock(folder)
        except OSError:
            with suppress(OSError):
                folder.rmdir()
            raise
    under_way = Job(study, name)
    system().allow_many_files()  # each file that is changed is held until all are
    purge(study)
    try:
        with _tell_failures_of(folder):
            under_way._note(done=False)  # noqa: SLF001  the same file
        yield under_way
        with undisturbed():  # what is ended is not taken back any more
            under_way._end()  # noqa: SLF001
    except BaseException as error:
        try:
            with undisturbed():
                under_way._take_back()  # noqa: SLF001
        except OSError as again:
            raise NotTakenBackError(failure_of(again, folder)) from error
        raise
    finally:
        purge(study)
        os.close(lock)


def _lock(folder: Path) -> int:
    """The folder, open and locked as far as its drive has locks.

    Raises:
        LogFailure: another window is about the job there.
        OSError: it cannot be opened.
    """
    fd = system().open_folder(folder)
    try:
        system().lock(fd)
    except BlockingIOError:
        os.close(fd)
        raise LogFailure("job_under_way") from None
    except OSError:
        return fd
    return fd


def settle(study: Path) -> Settled | None:
    """Take back a job that was cut short, or clear away what a finished one had set aside; None where there is none.

    One that another window is about is left to it.
    """
    folder = study / FOLDER
    if folder.is_symlink():
        return None
    try:
        lock = _lock(folder)
    except LogFailure:
        return None
    except FileNotFoundError:
        return None
    except OSError as error:
        return Settled(None, done=False, failure=failure_of(error, folder))
    try:
        return _settle(study, folder)
    finally:
        os.close(lock)


def _settle(study: Path, folder: Path) -> Settled | None:
    note = _read_note(folder)
    name = next((one for one in get_args(JobName) if one == note.get("job")), None)
    done = note.get("done") is True
    try:
        if not note and not any(path.name == _NOTE or _is_old(path) for path in folder.iterdir()):
            _clear(folder, "")  # nothing had been begun, or all was settled but for the folder
            return None
        token = _token(note)
        if not done:
            _take_back(study, [_step(one, study, token) for one in _sequence(note.get("steps"))], token)
        elif not _clear(folder, token):
            return Settled(name, done=True, failure=LogFailure("job_not_cleared", folder=FOLDER))
    except BadRecord:
        return Settled(name, done=False, failure=LogFailure("job_note_damaged", file=f"{FOLDER}/{_NOTE}"))
    except OSError as error:
        return Settled(name, done=done, failure=failure_of(error, folder))
    return Settled(name, done=done)


def _take_back(study: Path, steps: Sequence[_Step], token: str) -> None:
    """Put everything back that was set aside, last step first, and clear the folder; may be done twice.

    Raises:
        OSError: something could not be put back; the note and what was set aside stay.
        BadRecord: something was set aside that no step in the note tells of; it stays.
    """
    folder = study / FOLDER
    for number, step in reversed(list(enumerate(steps))):
        path, old = study / step.path, folder / f"{number}.old"
        if not os.path.lexists(old):
            if step.none and _holds(path, step.sum):
                system().remove(path)
        elif path.exists() and not path.is_symlink() and (path.samefile(old) or read_file(path) == read_file(old)):
            system().remove(old)
        elif not os.path.lexists(path) or (step.sum and _holds(path, step.sum)):
            make_folder(path.parent)
            _move(old, path)
        else:  # somebody has put another file there meanwhile: both stay
            _move(old, _free_beside(path))
        sync_folder(path.parent)
    if any(_is_old(path) for path in folder.iterdir()):
        raise BadRecord("log_damaged")  # something was set aside by a step that the note has lost
    _clear(folder, token)


def _may_be_ours(folder: Path) -> bool:
    """Whether a job may have made this folder: it is one itself, and nothing lies there that no job puts there."""
    try:
        return not folder.is_symlink() and all(
            path.name == _NOTE or _SET_ASIDE.fullmatch(path.name) or path.name.endswith(".intervjuguide")
            for path in folder.iterdir()
        )
    except NotADirectoryError:
        return False
    except OSError:
        return True  # it may be, and what is wrong is told by whoever opens it


def _is_old(path: Path) -> bool:
    return bool(_SET_ASIDE.fullmatch(path.name)) and path.suffix == ".old"


def _clear(folder: Path, token: str) -> bool:
    """Take away what was set aside, the note last, so that a kill meanwhile is gone on from; whether all is gone."""
    cleared = True
    sweep(folder)
    try:
        ours = (path for path in folder.iterdir() if path.name == _NOTE or _SET_ASIDE.fullmatch(path.name))
        found = sorted(ours, key=lambda path: (path.name == _NOTE, path.name))
    except OSError:
        return False
    for path in found:
        try:
            if cleared or path.name != _NOTE:
                system().remove(path)
        except OSError:
            cleared = False
    try:
        if cleared:
            folder.rmdir()
            sync_folder(folder.parent)
            if token:
                with suppress(FileNotFoundError):
                    system().remove(_token_file(token))
    except OSError:
        return False
    return cleared


def _second_name(path: Path, old: Path) -> None:
    """Let a file lie in a second place too, whatever becomes of the first."""
    try:
        os.link(path, old)
    except OSError as error:
        if error.errno not in _COPIED:
            raise
        _copy(path, old)
    sync_folder(old.parent)


def _move(path: Path, target: Path) -> None:
    try:
        system().replace(path, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _copy(path, target)
        system().remove(path)
    sync_folder(target.parent)


def _copy(path: Path, target: Path) -> None:
    """A copy on another drive, on the disk, with the file's times."""
    if path.is_symlink():
        target.symlink_to(path.readlink())
        return
    save(target, read_file(path), verified=True)
    with suppress(OSError):
        shutil.copystat(path, target)


def _free_beside(path: Path) -> Path:
    number = 1
    while os.path.lexists(free := path.with_name(f"{path.stem} ({number}){path.suffix}")):
        number += 1
    return free


def _holds(path: Path, digest: str) -> bool:
    try:
        return _digest(read_file(path)) == digest
    except (OSError, ValueError):
        return False


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _name_of(path: Path, study: Path) -> str:
    """A path as the note has it: from the study's folder where it lies there, for that may be moved."""
    place = path.parent.resolve() / path.name
    return place.relative_to(study.resolve()).as_posix() if place.is_relative_to(study.resolve()) else str(place)


def _token_file(token: str) -> Path:
    """An empty file that says that a note with this token was written by this user's program."""
    return data_folder() / "unfinished" / token


def _token(note: Mapping[str, object]) -> str:
    """The note's token, where it is one that was given here."""
    token = note.get("token")
    given = isinstance(token, str) and re.fullmatch("[0-9a-f]{32}", token) is not None
    return token if isinstance(token, str) and given and _token_file(token).exists() else ""


def _read_note(folder: Path) -> Mapping[str, object]:
    """What the note says; nothing where there is none or where it is damaged."""
    try:
        return _mapping(parse_line(read_file(folder / _NOTE)))
    except (OSError, ValueError):
        return {}


def _step(value: object, study: Path, token: str) -> _Step:
    """A step as the note has it.

    Raises:
        BadRecord: it is none, or lies outside the study without a token.
    """
    one = _mapping(value)
    path, digest, none = one.get("path"), one.get("sum"), one.get("none")
    if not (isinstance(path, str) and path and isinstance(digest, str) and isinstance(none, bool)):
        raise BadRecord("log_damaged")
    if not token and Path(_name_of(study / path, study)).is_absolute():
        raise BadRecord("log_damaged")
    return _Step(path, digest, none)


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _sequence(value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise BadRecord("log_damaged")
    return value


@contextmanager
def _tell_failures_of(path: Path) -> Iterator[None]:
    """Failures of a file in the words that people get."""
    try:
        yield
    except OSError as error:
        raise failure_of(error, path) from None
    except ValueError as error:
        raise LogFailure("disk_error", file=path.name, reason=str(error)) from None
