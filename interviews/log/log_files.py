"""Log files: their names, opening them, what fails."""

import errno
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from guide.files import open_file
from guide.frozen import Value
from interviews.failures import LogFailure, failure_of
from interviews.locked.names import find_spare
from interviews.os_support import make_folder, system

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""Room can be made; nothing is to be gained from writing elsewhere."""

NO_DEVICE = (errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN, errno.ESHUTDOWN)
"""The drive itself is gone, so that trying again is of no use."""


def create_log_file(path: Path) -> int:
    """A new file, open, and its folder where there was none; both for their owner only, whatever the umask.

    Raises:
        LogFailure: it is there already, or cannot be made.
    """
    folder = path.parent
    try:
        make_folder(folder)
    except OSError as error:
        raise failure_of(error, folder) from None
    try:
        fd = system().open_new(path)
    except FileExistsError:
        raise LogFailure("log_exists", file=path.name) from None
    except OSError as error:
        raise failure_of(error, path) from None
    for_its_owner_only(fd, folder)
    return fd


def is_lost_link(folder: Path) -> bool:
    """Whether a folder is a link to what is not here now, as to a volume that is not mounted."""
    return folder.is_symlink() and not folder.exists()


def need_link(folder: Path) -> None:
    """Refuse a folder that is a link to what is not here now: what belongs there must not lie elsewhere.

    Raises:
        LogFailure: so it is.
    """
    if is_lost_link(folder):
        raise LogFailure("folder_unreached", folder=folder.name)


def for_its_owner_only(fd: int, folder: Path) -> None:
    """What people said is readable by its owner only, also where it was copied in more openly."""
    with suppress(OSError):  # some drives know no modes
        system().set_mode(fd, 0o600)
    with suppress(OSError):
        if folder.name in ("interviews", "observations"):
            system().close_folder(folder)


def read_at(path: Path, length: int) -> bytes:
    """So many bytes of the file as it is on the disk now; fewer or none where it has no more, or is no file."""
    try:
        with open_file(path) as file:
            return system().read_at(file.fileno(), length, 0)
    except OSError:
        return b""


def digest_of(data: bytes) -> str:
    """What tells some bytes from all others."""
    from hashlib import sha256  # hardly any start asks

    return sha256(data).hexdigest()


def count_kept_lines(path: Path, whole: bytes) -> tuple[int, int]:
    """How many of these lines the file has, from its start on, and how many there are."""
    here = read_at(path, len(whole))
    same = next((place for place, (a, b) in enumerate(zip(here, whole, strict=False)) if a != b), len(here))
    return whole.count(b"\n", 0, same), whole.count(b"\n")


def from_home(path: Path) -> str:
    """A path as people read it: from their home where it lies there and the system's shells have a sign for it."""
    if os.name == "nt":
        return str(path)
    with suppress(ValueError, RuntimeError):
        return f"~/{path.relative_to(Path.home())}"
    return str(path)


# Names of logs, and of their copies.

CODE = re.compile(r"[A-Z]{1,2}[0-9]{1,3}")
"""A participant's code: never a name."""

_LOG = re.compile(r"([A-Z]{1,2}[0-9]{1,3})(?:-([1-9][0-9]*))?\.(?:jsonl|locked)")
_RESCUED = re.compile(r"[A-Z]{1,2}[0-9]{1,3}(?:-[1-9][0-9]*)?\.rescued-[1-9][0-9]*\.(?:jsonl|locked)")
_IN_CLOUD = re.compile(r"\.(.+)\.icloud")
_BEFORE = r"[.~$_ ]*(?:(?:copy of|kopi av|kopia av|backup of)[ _]+)?"
_LIKE = re.compile(_BEFORE + r"([a-z]{1,2}[0-9]{1,3})(?![a-z0-9])(.*)", re.DOTALL)


class LogFile(Value):
    """One log in the study: its path, the participant's code, and which interview with that participant, from 1."""

    path: Path
    participant: str
    number: int

    @cached_property
    def name(self) -> str:
        """How people and problems name the file, from the study's folder."""
        return f"interviews/{self.path.name}" if self.path.parent.name == "interviews" else from_home(self.path)

    @cached_property
    def code(self) -> str:
        """What tells this interview from the participant's others: the file's name without ending."""
        return self.path.stem

    def answers_to(self, name: str | None) -> bool:
        """Whether it is meant by a participant's code, by its own, or by None, which means every one."""
        return name in (None, self.participant, self.code)


def log_file(path: Path, name: str = "") -> LogFile | None:
    """The log that a path is by its name, or by the ``name`` that it has as a log; None where it is none."""
    match = _LOG.fullmatch(name or path.name)
    return None if match is None else LogFile(path, match[1], int(match[2] or 1))


def log_files(folder: Path, names: Iterable[str]) -> list[LogFile]:
    """The logs of a folder among these names; of one that is there open and locked the one that is as the study."""
    there = [*names]
    spare = find_spare(folder, there)
    found = ((name, _LOG.fullmatch(name)) for name in there if name not in spare)
    return [LogFile(folder / name, match[1], int(match[2] or 1)) for name, match in found if match is not None]


def is_log_name(name: str) -> bool:
    """Whether a file of this name is read as a log."""
    return _LOG.fullmatch(name) is not None


def is_rescued(name: str) -> bool:
    """Whether a file of this name goes on with a log whose place was lost: it is no copy."""
    return _RESCUED.fullmatch(name) is not None


def withdrawn_name(number: int, ending: str) -> str:
    """What an interview is called that was made anonymous because somebody left; it is no log's name."""
    return f"withdrawn-{number}{ending}"


def is_withdrawn(name: str) -> bool:
    """Whether a file has such a name: nothing counts it, and it is no copy."""
    return re.fullmatch(r"withdrawn-[1-9][0-9]*\.(?:jsonl|locked)", name) is not None


def only_in_cloud(path: Path) -> LogFile | None:
    """The log whose placeholder a path is, because it lies in the cloud and nowhere here."""
    match = _IN_CLOUD.fullmatch(path.name)
    return None if match is None else log_file(path.with_name(match[1]))


def code_in(name: str) -> str:
    """The code at the beginning of a file's name, in whatever case and behind whatever a copy is given; else empty."""
    match = _LIKE.fullmatch(name.casefold())
    return "" if match is None else match[1].upper()


def code_pattern(codes: Iterable[str]) -> re.Pattern[str]:
    """One of these codes as people write it in a text, that of one of several interviews too.

    In either case, as a tag, and before a genitive (``I3s``, ``I3's``), which is no part of what is found.
    """
    some = "|".join(map(re.escape, codes)) or "(?!)"
    return re.compile(rf"(?<![^\W_])(?:{some})(?:-[1-9][0-9]*)?(?=(?:['\u2019\u00b4:-]?s)?(?![^\W_]))", re.IGNORECASE)


def looks_like_log(name: str) -> bool:
    """Whether a file that is no log has the name of a copy of one."""
    match = _LIKE.fullmatch(name.casefold())
    return match is not None and ("jsonl" in match[2] or "locked" in match[2]) and not is_rescued(name)


def code_order(code: str) -> tuple[str, int]:
    """Codes by letters, then by number."""
    letters = code.rstrip("0123456789")
    return letters, int(code[len(letters) :])
