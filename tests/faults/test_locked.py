"""A locked log on a bad disk: what was acknowledged is in the file, or in the one in which it went on."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

pytest.importorskip("cryptography", reason="cryptography is not installed")

from interviews.core import commands as do
from interviews.core.events import Noted, Refusal
from interviews.locked import keys
from interviews.locked.keyring import KEYRING
from interviews.log.log_files import LogFailure
from interviews.log.rescued import read_whole
from interviews.os_support import system
from interviews.session import Session
from interviews.study.folder import Study
from interviews.study.locking import lock
from tests.clocks import StandingClock
from tests.faults.stepwise import counted, kill_at
from tests.faults.tally import Tally
from tests.tui.lines import GUIDE
from tests.tui.studies import study_with
from tui.version import VERSION

NOTES = [f"notat nummer {number} om kvernsteinen" for number in range(24)]
CODES = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.ENODEV)
LASTING = (1, 2, 4, 10_000)
"""So many calls in a row fail."""


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A locked study, open in this sitting, with an interview under way."""
    monkeypatch.setattr(keys.Cost, "_defaults", {"memory": 64, "passes": 1, "lanes": 1})
    monkeypatch.setattr(system(), "sync_name", lambda _: None)
    study = study_with(tmp_path / "study")
    lock(Study(study), "fem ord på rad her")
    yield study
    KEYRING.let_go()


def held(study: Path) -> list[str]:
    """Hold an interview, each note tried twice; the notes that were acknowledged."""
    acknowledged: list[str] = []
    log = study / "interviews" / "I1.locked"
    try:
        session = Session.new(log, GUIDE, "I1", "live", StandingClock(), VERSION)
    except LogFailure:
        return acknowledged
    for text in NOTES:
        for _ in range(2):
            try:
                done = session.do(do.TakeNote(text))
            except LogFailure:
                continue
            assert not isinstance(done, Refusal)
            acknowledged.append(text)
            break
    with suppress(LogFailure):
        session.close()
    return acknowledged


def lost(study: Path, acknowledged: list[str]) -> list[str]:
    """What was acknowledged and cannot be read, without a complaint, from all that is there."""
    reading = read_whole(study / "interviews" / "I1.locked", "I1.locked")
    there = [event.text for event in reading.events if isinstance(event, Noted)]
    assert not [one.code for one in reading.problems if one.code.startswith("locked_")], reading.problems
    return [text for text in acknowledged if text not in there]


def test_a_call_fails_while_a_locked_log_is_written(
    locked: Path, tmp_path: Path, tally: Tally, data: Path, request: pytest.FixtureRequest
) -> None:
    """Each call in a locked study fails, once or for long, in each way."""
    kept = shutil.copytree(locked, tmp_path / "kept")
    with counted() as steps:
        assert held(locked) == NOTES
    tried = 0
    stride = 1 if request.config.getoption("--kills") > 20 else 67
    for place in range(1, steps.count + 1):
        for number, (code, lasting) in enumerate((code, lasting) for code in CODES for lasting in LASTING):
            if (place + number) % stride:
                continue
            shutil.rmtree(locked)
            shutil.rmtree(data)
            data.mkdir()
            shutil.copytree(kept, locked)

            def meet(at: int, first: int = place, most: int = lasting, code: int = code) -> None:
                if first <= at < first + most:
                    raise OSError(code, os.strerror(code))

            with counted(meet):
                acknowledged = held(locked)
            tried += 1
            gone = lost(locked, acknowledged)
            tally.shown += len(acknowledged)
            assert not gone, (place, code, lasting, gone)
    tally.tried, tally.said, tally.went_on = tried, None, None


def test_a_kill_while_a_locked_log_is_written(locked: Path, tmp_path: Path) -> None:
    """A locked log is killed at each call; what was said to be saved is there, and it is gone on with."""
    kept, told = shutil.copytree(locked, tmp_path / "kept"), tmp_path / "told"
    at = 1

    def sit() -> None:
        session = Session.new(locked / "interviews" / "I1.locked", GUIDE, "I1", "live", StandingClock(), VERSION)
        for text in NOTES:
            session.do(do.TakeNote(text))
            with told.open("a", encoding="utf-8") as file:
                file.write(f"{text}\n")

    while kill_at(at, sit):
        acknowledged = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
        assert not lost(locked, acknowledged) if acknowledged else True, at
        if (locked / "interviews" / "I1.locked").exists() and acknowledged:
            session, _ = Session.resume(locked / "interviews" / "I1.locked", StandingClock())
            session.do(do.TakeNote("og så videre"))
            session.close()
            assert not lost(locked, [*acknowledged, "og så videre"]), at
        told.unlink(missing_ok=True)
        shutil.rmtree(locked)
        shutil.copytree(kept, locked)
        at += 1
    assert at > len(NOTES)
