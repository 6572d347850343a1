"""The keys of this sitting, and what they open.

The one place where locked lines become lines, and lines become locked ones.

Whoever starts a sitting hands over a study's key, once the passphrase was asked for; it is held in memory until the
program ends, and nowhere else. All else in these rooms reads and writes lines, and hears from here what was wrong with
one: so a locked study is the same study.
"""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Any

from guide.files import read_file
from guide.frozen import Value
from interviews.failures import LogFailure
from interviews.locked.file_keys import BadKeyFile, FileKeyKept, file_key_of, wrap_file_key
from interviews.locked.form import (
    Chain,
    FileKey,
    Line,
    Seal,
    Unread,
    beginning,
    chain_after,
    id_of,
    id_of_first,
    link_to,
    open_in_turn,
    open_last,
    open_lines,
    plain,
    seal,
    with_end,
)
from interviews.locked.names import ENDING, FOLDER, STUDY_FILE, is_locked
from interviews.os_support import data_folder, make_folder, sync_folder
from interviews.save import save

_MOST = 64 * 1024
_LINK_AND_BREAK = 25

Keep = Callable[[Path, bytes], object]
"""Puts a new file on the disk."""


class Sealing(Value):
    """How a log goes on that is locked: its key, and where its next line is sealed."""

    key: FileKey
    chain: Chain

    def seal(self, lines: bytes) -> tuple[bytes, "Sealing"]:
        """Lines as they stand in the file, and how it goes on behind them."""
        sealed, chain = seal(lines, self.key, self.chain)
        return sealed, self.but(chain=chain)


class Keyring:
    """The studies that were opened in this sitting."""

    def __init__(self) -> None:
        self._studies: dict[Path, bytes] = {}
        self._read: tuple[int, Sealing | None] = 0, None
        self._ends: dict[bytes, tuple[FileKeyKept, Seal]] = {}

    def hold(self, study: Path, key: bytes) -> None:
        """Open a study for this sitting."""
        self._studies[study.resolve()] = key

    def study_key(self, study: Path) -> bytes:
        """The key of a study that was opened."""
        return self._studies[study.resolve()]

    def let_go(self) -> None:
        """Hold nothing any more."""
        self._studies.clear()
        self._read = 0, None

    def holds(self, study: Path) -> bool:
        """Whether a study was opened."""
        return study.resolve() in self._studies

    def sealing(self, path: Path, data: bytes) -> Sealing | None:
        """How the log at ``path`` goes on behind ``data``, all there is in it; None where it is an open one.

        Raises:
            LogFailure: it is locked, and nobody has its key.
        """
        if not data:
            return Sealing(key := self.new_key(path), beginning(key)) if path.suffix == ENDING else None
        if not is_locked(data):
            if path.suffix == ENDING:
                raise LogFailure("locked_no_key_file", file=path.name)
            return None
        length, sealing = self._read
        if sealing is not None and len(data) == length + 1 and data.endswith(sealing.chain.link + b"\n"):
            return sealing  # what was read last is gone on with, as it mostly is
        found = self._of(data)
        if found is None:
            raise LogFailure("locked_no_key_file", file=path.name)
        return Sealing(found.key, chain_after(data, found.key))

    def lines_of(self, whole: bytes) -> list[Line] | None:
        """The lines of a locked file, all of them ended; None where nobody has its key."""
        first = self._by(id_of_first(whole))  # mostly all lines have the first one's id
        if first is not None and (opened := open_in_turn(whole, first.key)) is not None:
            self._read = (
                len(whole) - whole.endswith(b"\n"),
                Sealing(first.key, Chain(len(opened), link_to(whole[-_LINK_AND_BREAK:].removesuffix(b"\n")))),
            )
            return with_end(opened, whole, first.ended)
        found = self._of(whole)
        return None if found is None else open_lines(whole, found.key, found.ended)

    def last_line(self, tail: bytes) -> Line:
        """A last line that lacks its line break."""
        found = self._of(tail)
        return Unread("locked_no_key") if found is None else open_last(tail, found.key)

    def plain(self, data: bytes) -> bytes:
        """A file's bytes as an open study has them; of a locked file that nobody has the key of as they are."""
        if not is_locked(data):
            return data
        found = self._of(data)
        return data if found is None else plain(data, found.key)

    def rewritten(self, path: Path, before: bytes, make: Callable[[bytes], bytes]) -> bytes:
        """What ``make`` makes of a file's lines, locked where the file is.

        Raises:
            LogFailure: it is locked, and nobody has its key.
        """
        if not is_locked(before):
            after = make(before)
            return self.whole(path, after) if path.suffix == ENDING else after
        found = self._of(before)
        if found is None:
            raise LogFailure("locked_no_key_file", file=path.name)
        old = plain(before, found.key)
        new = make(old)
        if new == old:
            return before
        sealed, chain = seal(new, found.key, beginning(found.key))
        self._write(found.key, None)  # what is rewritten has another end, which is noted once it is there
        first, _ = self._ends.get(found.key.id, (found, None))  # in one job a file may be rewritten twice
        if first.ended is not None:
            self._ends[found.key.id] = first, Seal(chain.number, chain.link)
        return sealed

    def forget_ends(self) -> None:
        """Note nothing of how files end that were rewritten since."""
        self._ends.clear()

    def settle_ends(self, *, done: bool) -> None:
        """Note how files end that were rewritten since, or, where that was taken back, how they did before."""
        ends, self._ends = self._ends, {}
        for found, new in ends.values():
            with suppress(OSError, ValueError):
                self._write(found.key, new if done else found.ended)

    def whole(self, path: Path, lines: bytes, keep: Keep | None = None) -> bytes:
        """A new locked file, of which all is known; ``keep`` puts its key on the disk."""
        key = FileKey.new()
        sealed, chain = seal(lines, key, beginning(key))
        self._keep_key(key, path, Seal(chain.number, chain.link) if sealed else None, keep)
        return sealed

    def mark_end(self, sealing: Sealing) -> None:
        """Note how many lines a log has whose interview has ended; where that fails it is not noted."""
        with suppress(OSError, ValueError):
            self._write(sealing.key, Seal(sealing.chain.number, sealing.chain.link))

    def new_key(self, path: Path) -> FileKey:
        """A key for a new file, on the disk before anything is sealed with it.

        Raises:
            LogFailure: the study it is in was not opened.
            OSError: it cannot be kept.
        """
        key = FileKey.new()
        self._keep_key(key, path, None)
        return key

    def _keep_key(self, key: FileKey, path: Path, ended: Seal | None, keep: Keep | None = None) -> None:
        home = path.parent.resolve() / path.name
        study = next((one for one in self._studies if home.is_relative_to(one)), None)
        if study is None and len(self._studies) == 1:  # a log that had to go on elsewhere
            study = next(iter(self._studies))
        if study is None:
            raise LogFailure("locked_no_key_file", file=path.name)
        name = home.relative_to(study).as_posix() if home.is_relative_to(study) else path.name
        document = json.dumps(
            wrap_file_key(key, self._studies[study], name.removesuffix(ENDING), ended), indent=1
        ).encode()
        try:
            (keep or _save_key)(study / FOLDER / f"{key.id.hex()}.json", document)
        except OSError:
            (keep or _save_key)(data_folder() / FOLDER / f"{key.id.hex()}.json", document)

    def place_of(self, data: bytes) -> Path | None:
        """Where the key of a locked file lies."""
        id = id_of(data)
        return None if id is None else next((path for path, _ in self._places(id) if path.exists()), None)

    def _of(self, data: bytes) -> FileKeyKept | None:
        return self._by(id_of(data))

    def _by(self, id: bytes | None) -> FileKeyKept | None:
        for path, study_key in self._places(id) if id is not None else ():
            with suppress(OSError, ValueError, RecursionError):
                found = file_key_of(_document(path), study_key)
                if found.key.id == id:
                    return found
        return None

    def _places(self, id: bytes) -> list[tuple[Path, bytes]]:
        name = f"{id.hex()}.json"
        places = [(study / FOLDER / name, key) for study, key in self._studies.items()]
        with suppress(OSError):
            places += [(data_folder() / FOLDER / name, key) for key in self._studies.values()]
        return places

    def _write(self, key: FileKey, ended: Seal | None) -> None:
        """Note anew how a file was when its interview ended, or that nothing is noted."""
        for path, study_key in self._places(key.id):
            if path.exists():
                there = file_key_of(_document(path), study_key)
                if there.ended != ended:
                    new = wrap_file_key(key, study_key, there.file, ended)
                    save(path, json.dumps(new, indent=1).encode())
                return


KEYRING = Keyring()
"""Of this program, while it runs."""


def named_in(path: Path) -> str:
    """The name of the file whose key lies at ``path``; empty where none does."""
    try:
        return PurePath(str(_document(path).get("file", ""))).name
    except (OSError, ValueError):
        return ""


def find_keys_of(study: Path, path: Path) -> tuple[Path, ...]:
    """Where the keys of a locked file lie, by the name that the file has in its study."""
    name = path.relative_to(study).as_posix() if path.is_relative_to(study) else path.name
    found = []
    for key in (*sorted((study / FOLDER).glob("*.json")), *keys_away(study)):
        with suppress(OSError, ValueError):
            if _document(key).get("file") == name.removesuffix(ENDING):
                found.append(key)
    return tuple(found)


def keys_away(study: Path) -> tuple[Path, ...]:
    """Keys of an opened study in the user's data folder: they could not be kept in the study."""
    found = []
    with suppress(OSError):
        for path in sorted((data_folder() / FOLDER).glob("*.json")):
            with suppress(OSError, ValueError):
                file_key_of(_document(path), KEYRING.study_key(study))
                found.append(path)
    return tuple(found)


def bring_keys_home(study: Path) -> None:
    """Keys of an opened study that had to be kept in the user's data folder go into the study, as far as they can."""
    for path in keys_away(study):
        with suppress(OSError, LogFailure):
            _save_key(study / FOLDER / path.name, read_file(path, _MOST))
        if (study / FOLDER / path.name).exists():
            with suppress(OSError):
                path.unlink()
                sync_folder(path.parent)


def study_document(study: Path) -> Mapping[str, Any]:
    """What ``keys/study.json`` holds.

    Raises:
        OSError: it cannot be read.
        BadKeyFile: it is none.
    """
    return _document(study / FOLDER / STUDY_FILE)


def _document(path: Path) -> Mapping[str, Any]:
    try:
        found = json.loads(read_file(path, _MOST))
    except (ValueError, RecursionError):
        raise BadKeyFile(path.name) from None
    if not isinstance(found, dict):
        raise BadKeyFile(path.name)
    return found


def _save_key(path: Path, document: bytes) -> None:
    make_folder(path.parent)
    save(path, document, new=True, verified=True)
    sync_folder(path.parent)
