"""Names of logs, and of their copies."""

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from guide.frozen import Value
from interviews.log.files import from_home

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
    """The logs of a folder among these names."""
    found = ((name, _LOG.fullmatch(name)) for name in names)
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
