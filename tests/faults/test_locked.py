"""A locked log on a bad disk: what was acknowledged is in the file, or in the one in which it went on."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

pytest.importorskip("cryptography", reason="cryptography is not installed")

from interviews.core import commands as do
from interviews.core.events import Noted, Refusal
from interviews.data_management.locking import lock
from interviews.failures import LogFailure
from interviews.locked import file_keys
from interviews.locked.keyring import KEYRING
from interviews.log.rescued import read_whole
from interviews.session import Session
from interviews.study.folder import Study
from tests.clocks import StandingClock
from tests.faults.power import power
from tests.faults.stepwise import counted, kill_at
from tests.faults.tally import Tally
from tests.tui.lines import GUIDE
from tests.tui.studies import study_with
from tui import VERSION

NOTES = [f"notat nummer {number} om kvernsteinen" for number in range(24)]
CODES = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.ENODEV)
LASTING = (1, 2, 4, 10_000)
"""So many calls in a row fail."""


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A locked study, open in this sitting, with an interview under way."""
    monkeypatch.setattr(file_keys.Cost, "_defaults", {"memory": 64, "passes": 1, "lanes": 1})
    study = study_with(tmp_path / "study")
    lock(Study(study), "fem ord på rad her")
    yield study
    KEYRING.let_go()


def held(study: Path, acknowledged: list[str] | None = None) -> list[str]:
    """Hold an interview, each note tried twice; the notes that were acknowledged."""
    acknowledged = [] if acknowledged is None else acknowledged
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
    """Locked study: each call fails, once or for long."""
    kept = shutil.copytree(locked, tmp_path / "kept")
    with counted(every=True) as steps:
        assert held(locked) == NOTES
    stride = 1 if request.config.getoption("--kills") > 20 else 167
    tally.tried, tally.said, tally.went_on = 0, None, None
    for place in range(1, steps.count + 1):
        for number, (code, lasting) in enumerate((code, lasting) for code in CODES for lasting in LASTING):
            if (place * len(CODES) * len(LASTING) + number) % stride:
                continue
            put_back(kept, locked, data)

            def meet(at: int, first: int = place, most: int = lasting, code: int = code) -> None:
                if first <= at < first + most:
                    raise OSError(code, os.strerror(code))

            with counted(meet, every=True):
                acknowledged = held(locked)
            gone = lost(locked, acknowledged)
            tally.tried += 1
            tally.shown += len(acknowledged)
            assert not gone, (place, code, lasting, gone)


def put_back(kept: Path, locked: Path, data: Path) -> None:
    """All as it was before the interview."""
    for folder in (locked, data):
        shutil.rmtree(folder)
    data.mkdir()
    shutil.copytree(kept, locked)


@pytest.mark.parametrize("most", [0, 1, 300])
def test_a_write_takes_less_than_it_was_given(
    locked: Path, tmp_path: Path, tally: Tally, data: Path, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Locked study: each write is cut short, then all is well or full."""
    kept = shutil.copytree(locked, tmp_path / "kept")
    well = {name: getattr(os, name) for name in ("write", "pwrite") if hasattr(os, name)}
    tally.tried, tally.said, tally.went_on = 0, None, None
    for full in (False, True):
        writes, at = 0, 0
        while at == 0 or at <= writes:
            writes, at = 0, at + 1
            put_back(kept, locked, data)

            def short(name: str, at: int = at, full: bool = full) -> Callable[..., int]:  # noqa: FBT001
                def write(fd: int, given: bytes, *where: int) -> int:
                    nonlocal writes
                    writes += 1
                    if full and writes == at + 1:
                        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                    return int(well[name](fd, given[: most or len(given) // 2] if writes == at else given, *where))

                return write

            for name in well:
                monkeypatch.setattr(os, name, short(name))
            acknowledged = held(locked)
            for name, call in well.items():
                monkeypatch.setattr(os, name, call)
            assert not lost(locked, acknowledged), (full, at)
            assert full or acknowledged == NOTES
            tally.tried += 1
            tally.shown += len(acknowledged)


@pytest.mark.parametrize("torn", [0.0, 0.5, 1.0])
def test_the_power_fails_at_a_sync(locked: Path, tmp_path: Path, tally: Tally, data: Path, torn: float) -> None:
    """Locked study: the power fails at each sync."""
    kept = shutil.copytree(locked, tmp_path / "kept")
    tally.tried, tally.said, tally.went_on = 0, None, True
    at = 0
    while True:
        at += 1
        put_back(kept, locked, data)
        acknowledged: list[str] = []
        with power(tmp_path, data, fails_at=at, torn=torn) as disk:
            held(locked, acknowledged)
        if disk.syncs < at:
            break
        tally.tried += 1
        tally.shown += len(acknowledged)
        assert not lost(locked, acknowledged), at
        if acknowledged:
            session, _ = Session.resume(locked / "interviews" / "I1.locked", StandingClock())
            session.do(do.TakeNote("og så videre"))
            session.close()
            assert not lost(locked, [*acknowledged, "og så videre"]), at
    assert acknowledged == NOTES
    assert at > len(NOTES)


def test_a_kill_while_a_locked_log_is_written(locked: Path, tmp_path: Path, tally: Tally, stride: int) -> None:
    """Locked study: killed at each call."""
    tally.tried, tally.said, tally.went_on = 0, None, True
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
        tally.tried += 1
        tally.shown += len(acknowledged)
        assert not lost(locked, acknowledged) if acknowledged else True, at
        if (locked / "interviews" / "I1.locked").exists() and acknowledged:
            session, _ = Session.resume(locked / "interviews" / "I1.locked", StandingClock())
            session.do(do.TakeNote("og så videre"))
            session.close()
            assert not lost(locked, [*acknowledged, "og så videre"]), at
        told.unlink(missing_ok=True)
        shutil.rmtree(locked)
        shutil.copytree(kept, locked)
        at += stride
    assert at > len(NOTES)
