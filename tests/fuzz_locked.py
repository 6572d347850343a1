"""A locked study that is spoilt at random: what must hold whatever stands in its files."""

import os
from pathlib import Path

from interviews.core import commands as do
from interviews.core.events import Noted
from interviews.data_management.locking import lock
from interviews.failures import LogFailure
from interviews.locked.file_keys import Cost, study_key_of
from interviews.locked.form import FileKey, beginning, open_lines, plain, seal
from interviews.locked.keyring import KEYRING, study_document
from interviews.locked.names import is_locked_study
from interviews.log.rescued import read_whole
from interviews.session import Session
from interviews.study.folder import Study
from tests.clocks import StandingClock

PASSPHRASE = "fem ord som ikke hører sammen"  # noqa: S105
NEW = "noe nytt"


class LockedStudy:
    """A study that is locked once; ``lines`` are those of one log with some of another, ``documents`` its key files."""

    def __init__(self, master: Path) -> None:
        if not is_locked_study(master):
            lock(Study(master), PASSPHRASE, Cost(memory=64, passes=1, lanes=1))
        self.key = study_key_of(study_document(master), PASSPHRASE)
        KEYRING.hold(master, self.key)
        logs = [master / "interviews" / f"{name}.locked" for name in ("I2", "I1")]
        own, others = (log.read_bytes().splitlines() for log in logs)
        self.lines = (*own, *others[:3])
        self.documents = {
            f"keys/{path.name}": path.read_bytes().replace(b"\n", b" ") for path in sorted((master / "keys").iterdir())
        }
        self.true = {text for log in logs for text in notes_in(log)}
        KEYRING.let_go()

    def check(self, log: Path, data: bytes) -> None:
        """Nobody's words but true ones are read; what is written now is read again, or nothing is written."""
        study = log.parent.parent
        KEYRING.let_go()
        KEYRING.hold(study, self.key)
        reading = read_whole(log, log.name)
        assert not (false := set(notes_in(log)) - self.true), false
        try:
            session, _ = Session.resume(log, StandingClock())
        except LogFailure:
            assert log.read_bytes() == data
        else:
            session.do(do.TakeNote(NEW))
            session.close()
            assert log.read_bytes().startswith(data[: reading.length])
            behind_another = any(one.code == "log_second_start" for one in reading.problems)
            assert behind_another or NEW in notes_in(log)
        KEYRING.let_go()

    def check_form(self, data: bytes, at: int, put: bytes) -> None:
        """Of the form by itself nothing is raised."""
        key = FileKey.new()
        sealed = seal(data, key, beginning(key))[0]
        at %= len(sealed) + 1
        open_lines(sealed[:at] + put + sealed[at:], key)
        plain(data, key)


def notes_in(log: Path) -> list[str]:
    """The words of a log's notes."""
    return [event.text for event in read_whole(log, log.name).events if isinstance(event, Noted)]


def given(arguments: list[str]) -> list[str]:
    """Arguments with the passphrase in a descriptor that is read once."""
    read, write = os.pipe()
    os.write(write, f"{PASSPHRASE}\n".encode())
    os.close(write)
    return [*arguments, "--passphrase-fd", str(read)]
