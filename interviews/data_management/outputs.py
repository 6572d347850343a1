"""Files that left the study.

What was written where, and whose words it holds.

A report lies on a desktop, or on a stick, and nobody remembers it a year later, when somebody wishes to be forgotten.
So whatever is written outward is noted in ``study.jsonl``, before it is written. A note of a file outside the study
has a mark that only this user's program can make, with a key among the user's data.
"""

import hmac
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Literal

from guide.files import read_file
from guide.frozen import Value
from interviews.own_key import own_key
from interviews.save import Draft
from interviews.study.anonymity import is_anonymous, without_dates
from interviews.study.entries import Exported
from interviews.study.facts import add, read_study_facts

OutputState = Literal["as_made", "edited", "gone", "unread"]
"""As it was written; changed since; not there any more; there, but not to be read now."""


class Output(Value):
    """A file that was written outward, the ``last`` record of it, and how it is now.

    ``interviews`` names the logs of which it holds something, whichever of several writings the file is from.
    """

    path: Path
    last: Exported
    state: OutputState
    interviews: tuple[str, ...]


class Outward(Value):
    """What is known of a file before it is written: from which study, what it is, and of which logs it holds something.

    ``options`` are those of the command, such as ``--without-notes``, so that the same file can be made again.
    """

    study: Path
    format: str
    options: tuple[str, ...] = ()
    interviews: tuple[str, ...] = ()


def record_output(path: Path, data: bytes | bytearray | Draft, outward: Outward, date: str) -> None:
    """Note that these bytes are written there; the same of the same file is noted once.

    Raises:
        LogFailure: it could not be noted.
    """
    record_outputs({path: data}, outward, {path: outward.interviews}, date)


def record_outputs(
    files: Mapping[Path, bytes | bytearray | Draft], outward: Outward, of: Mapping[Path, Iterable[str]], date: str
) -> None:
    """Note several files at once, each with the logs ``of`` which it holds something; all or none.

    Raises:
        LogFailure: they could not be noted.
    """
    known = {one.path: one for one in read_study_facts(outward.study).entries if isinstance(one, Exported)}
    new = []
    for path, data in files.items():
        entry = with_mark(
            Exported(
                date=date,
                path=_name_of(path, outward.study),
                sha256=_digest(data),
                format=outward.format,
                options=outward.options,
                interviews=tuple(sorted({*of[path]})),
            )
        )
        last = known.get(entry.path)
        (entry,) = without_dates(outward.study, [entry])
        if last is None or last.but(seq=0, date=entry.date) != entry:
            new.append(entry)
    if new:
        add(outward.study, new)


def _digest(data: bytes | bytearray | Draft) -> str:
    if not isinstance(data, Draft):
        return sha256(data).hexdigest()
    whole = sha256()
    for piece in data.pieces():
        whole.update(piece)
    return whole.hexdigest()


def with_mark(entry: Exported) -> Exported:
    """The note of a file outside the study with its mark; where none can be made the file is later only named."""
    if not Path(entry.path).expanduser().is_absolute():
        return entry
    with suppress(OSError):
        return entry.but(mark=_mark(entry))
    return entry.but(mark="")


def is_ours(output: "Output", study: Path) -> bool:
    """Whether a file lies in the study, through no link, or this user's program noted it where it lies."""
    place = Path(os.path.realpath(output.path))
    if place.is_relative_to(os.path.realpath(study)):
        return True
    try:
        noted = place_kept(output.last.path)
        return place == noted and hmac.compare_digest(output.last.mark, _mark(output.last))
    except (OSError, ValueError, TypeError):
        return False


def _mark(entry: Exported) -> str:
    return hmac.new(own_key(), f"{entry.path}\n{entry.sha256}".encode("utf-8", "surrogatepass"), sha256).hexdigest()


def list_outputs(study: Path) -> tuple[Output, ...]:
    """Every file that was written outward from a study, in the order in which they were first written."""
    by_path: dict[str, list[Exported]] = {}
    for entry in read_study_facts(study).entries:
        if isinstance(entry, Exported):
            by_path.setdefault(entry.path, []).append(entry)
    return tuple(_look(study / place_kept(path), records) for path, records in by_path.items())


def _look(path: Path, records: list[Exported]) -> Output:
    last = records[-1]
    every = _names(records)
    try:
        digest = sha256(read_file(path)).hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return Output(path, last, "gone", every)
    except (OSError, ValueError):
        return Output(path, last, "unread", every)
    made = [one for one in records if one.sha256 == digest]
    return Output(path, made[-1], "as_made", _names(made)) if made else Output(path, last, "edited", every)


def _names(records: Iterable[Exported]) -> tuple[str, ...]:
    return tuple(sorted({name for one in records for name in one.interviews}))


def _name_of(path: Path, study: Path) -> str:
    place, home = path.parent.resolve() / path.name, study.resolve()
    return place.relative_to(home).as_posix() if place.is_relative_to(home) else path_kept(place, study)


def path_kept(place: Path, study: Path) -> str:
    """A path outside the study as that remembers it; one that stays anonymous does not know whose home it is."""
    if not is_anonymous(study):
        return str(place)
    with suppress(ValueError, RuntimeError):
        return f"~/{place.relative_to(Path.home().resolve()).as_posix()}"
    with suppress(RuntimeError):  # sticks lie in a folder of the user's name
        own = Path.home().name
        return str(Path(*("~" if part == own else part for part in place.parts)))
    return str(place)


def place_kept(kept: str) -> Path:
    """Where ``path_kept`` says that a file lies."""
    with suppress(RuntimeError):
        place = Path(kept).expanduser()
        if "~" not in place.parts or os.path.lexists(place):
            return place
        own = Path.home().name
        return Path(*(own if part == "~" else part for part in place.parts))
    return Path(kept)
