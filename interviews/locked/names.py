"""What a locked study is known by.

Loaded by every start, so it loads nothing of the rest.
"""

from collections.abc import Iterable
from pathlib import Path

PREFIX = b"locked1 "
"""How each line of a locked file begins."""

ENDING = ".locked"
"""How the name of a locked file ends, in place of ``.jsonl``."""

OPEN = ".jsonl"
FOLDER = "keys"
STUDY_FILE = "study.json"


def is_locked_study(study: Path) -> bool:
    """Whether a study has a passphrase, also where its keys were taken away: then it is opened by nobody."""
    try:
        if (study / FOLDER / STUDY_FILE).exists():
            return True
    except PermissionError:
        return (study / FOLDER).exists()  # they are there, and may not be looked at
    return (study / f"study{ENDING}").exists() and not (study / f"study{OPEN}").exists()


def ending_in(study: Path) -> str:
    """How the names of a study's logs end."""
    return ENDING if is_locked_study(study) else OPEN


def find_spare(folder: Path, names: Iterable[str]) -> frozenset[str]:
    """Of logs that lie in a folder locked and open, both, the names of those that are not as the study is."""
    there = {*names}
    locked = {name for name in there if name.endswith(ENDING) and open_name(name) in there}
    if not locked or not is_locked_study(folder.parent):
        return frozenset(locked)
    return frozenset(map(open_name, locked))


def name_in(study: Path, name: str) -> str:
    """What a file is called in a study: ``study.jsonl``, or in a locked one ``study.locked``."""
    return name.removesuffix(OPEN) + ending_in(study) if name.endswith(OPEN) else name


def is_locked(data: bytes) -> bool:
    """Whether a file is a locked one, by its first line or, should that be damaged, by another where none is open."""
    return data.startswith(PREFIX) or (b"\n" + PREFIX in data and b"\n{" not in b"\n" + data)


def open_name(name: str) -> str:
    """What a log is called in an open study."""
    return name.removesuffix(ENDING) + OPEN if name.endswith(ENDING) else name
