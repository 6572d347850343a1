"""The log on disk: private, held by one writer, and never written where somebody else has been."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from interviews.core.codec import encode
from interviews.core.events import Asked, Paused
from interviews.failures import LogFailure
from interviews.log.locking import is_held
from interviews.log.writer import Log
from interviews.os_support import system
from tests.interviews.chair import lose
from tests.interviews.choir import ASKED, bytes_of, start

PAUSED = Paused(seq=2, t=9.0)
OPENER = """
import sys
from pathlib import Path
from interviews.log.locking import is_held
from interviews.failures import LogFailure
from interviews.log.writer import Log

path = Path(sys.argv[1])
try:
    Log.open(path).close()
except LogFailure as failure:
    print(failure.code, is_held(path))
else:
    print("opened", is_held(path))
"""


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _from_another_process(path: Path) -> str:
    done = subprocess.run([sys.executable, "-c", OPENER, path], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o277])
def test_file_and_folder_are_their_owners_alone_whatever_the_umask(path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        Log.create(path, [start(), ASKED]).close()
    finally:
        os.umask(before)
    assert (_mode(path), _mode(path.parent)) == (0o600, 0o700)


def test_a_log_that_was_copied_in_openly_is_closed_to_others(path: Path) -> None:
    path.parent.mkdir(mode=0o755)
    path.parent.chmod(0o755)
    Log.create(path, [start(), ASKED]).close()
    assert (_mode(path), _mode(path.parent)) == (0o600, 0o700)
    path.chmod(0o644)
    Log.open(path).close()
    assert _mode(path) == 0o600


def test_the_first_records_are_in_the_file_when_it_is_made(path: Path, log: Log) -> None:
    assert path.read_bytes() == bytes_of(start(), ASKED)


def test_an_existing_file_is_never_made_anew(path: Path, log: Log) -> None:
    log.close()
    before = path.read_bytes()
    with pytest.raises(LogFailure) as caught:
        Log.create(path, [start("I2"), ASKED])
    assert (caught.value.code, caught.value.facts) == ("log_exists", {"file": "I1.jsonl"})
    assert path.read_bytes() == before


def test_a_file_in_the_folders_place_is_named(path: Path) -> None:
    path.parent.write_text("notater fra i går")
    with pytest.raises(LogFailure) as caught:
        Log.create(path, [start(), ASKED])
    assert (caught.value.code, caught.value.facts["file"]) == ("disk_error", "interviews")


def test_a_second_opener_is_refused_until_the_first_lets_go(path: Path, log: Log) -> None:
    assert _from_another_process(path) == "log_locked True"
    log.append(PAUSED)
    log.close()
    assert _from_another_process(path) == "opened False"
    assert path.read_bytes() == bytes_of(start(), ASKED, PAUSED)


def test_a_log_is_held_while_it_is_open(path: Path, log: Log) -> None:
    assert is_held(path)
    log.close()
    assert not is_held(path)
    assert not is_held(path.with_name("I9.jsonl"))


def test_somebody_who_only_looks_whether_it_is_held_keeps_nobody_out(
    path: Path, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    log.close()
    looking = system().open_to_lock(path, make=False)
    system().lock(looking, shared=True)
    monkeypatch.setattr("time.sleep", lambda _: os.close(looking))
    Log.open(path).close()


def test_a_log_that_is_not_there_is_gone(path: Path) -> None:
    with pytest.raises(LogFailure) as caught:
        Log.open(path)
    assert caught.value.code == "log_gone"


def test_what_is_appended_stands_after_what_was_there(path: Path, log: Log) -> None:
    log.append(PAUSED, Asked(seq=3, t=11.0, question="Å1"))
    assert path.read_bytes() == bytes_of(start(), ASKED, PAUSED, Asked(seq=3, t=11.0, question="Å1"))


def test_everything_is_written_and_synced_before_append_returns(
    path: Path, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bytes] = []
    monkeypatch.setattr(system(), "sync", lambda _: synced.append(path.read_bytes()))
    log.append(PAUSED)
    assert synced == [bytes_of(start(), ASKED, PAUSED)]


def test_making_a_log_syncs_the_file_and_then_its_names(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[object] = []
    monkeypatch.setattr(system(), "sync", lambda _: done.append(path.read_bytes()))
    monkeypatch.setattr(system(), "sync_name", done.append)
    Log.create(path, [start(), ASKED]).close()
    assert done == [path.parent.parent, bytes_of(start(), ASKED), path.parent]


@pytest.mark.parametrize("change", [b"en linje til\n", b"\n", None])
def test_a_changed_length_stops_the_writing(path: Path, log: Log, change: bytes | None) -> None:
    changed = path.read_bytes() + change if change is not None else path.read_bytes()[:-1]
    path.write_bytes(changed)
    with pytest.raises(LogFailure) as caught:
        log.append(PAUSED)
    assert (caught.value.code, path.read_bytes()) == ("log_changed", changed)


@pytest.mark.usefixtures("anybodys_drive")
def test_a_deleted_file_is_gone_and_stays_gone(path: Path, log: Log) -> None:
    lose(path)
    with pytest.raises(LogFailure) as caught:
        log.append(PAUSED)
    assert (caught.value.code, path.exists()) == ("log_gone", False)


@pytest.mark.usefixtures("anybodys_drive")
def test_a_deleted_folder_takes_the_log_with_it(path: Path, log: Log) -> None:
    lose(path)
    path.parent.rmdir()
    with pytest.raises(LogFailure) as caught:
        log.append(PAUSED)
    assert caught.value.code == "log_gone"


@pytest.mark.usefixtures("anybodys_drive")
def test_another_file_in_its_place_is_left_alone(path: Path, log: Log) -> None:
    other = path.read_bytes().replace(b"B1", b"B2").replace(b"A1", b"A2") + b"{}\n"
    path.rename(path.with_suffix(".old"))
    path.write_bytes(other)
    with pytest.raises(LogFailure) as caught:
        log.append(PAUSED)
    assert (caught.value.code, path.read_bytes()) == ("log_gone", other)


@pytest.mark.usefixtures("anybodys_drive")
def test_the_same_file_in_its_place_is_written_on(path: Path, log: Log) -> None:
    """A sync program replaces files by copies, and a stick that was put back is another device."""
    path.rename(path.with_suffix(".old"))
    with pytest.raises(LogFailure) as caught:
        log.append(PAUSED)
    assert caught.value.code == "log_gone"
    path.write_bytes(path.with_suffix(".old").read_bytes())
    log.append(PAUSED)
    assert path.read_bytes() == path.with_suffix(".old").read_bytes() + encode(PAUSED)
    assert is_held(path)


@pytest.mark.usefixtures("anybodys_drive")
@pytest.mark.parametrize("change", [b"{}\n", b"\n", None])
def test_a_copy_in_its_place_with_more_in_it_or_less_is_left_alone(
    path: Path, log: Log, change: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even if its sum were the same, as a sum may be."""
    data = path.read_bytes()
    changed = data + change if change is not None else data[:-1]
    path.rename(path.with_suffix(".old"))
    path.write_bytes(changed)
    for same_sum in (False, True):
        with monkeypatch.context() as alike:
            if same_sum:
                alike.setattr("zlib.crc32", lambda *_: log._sum)
            with pytest.raises(LogFailure) as caught:
                log.append(PAUSED)
        assert (caught.value.code, path.read_bytes()) == ("log_gone", changed), same_sum
    assert not is_held(path)


def test_an_opened_log_is_not_written_before_its_end_is_known(path: Path, log: Log) -> None:
    log.close()
    again = Log.open(path)
    with pytest.raises(LogFailure) as caught:
        again.append(PAUSED)
    again.close()
    assert (caught.value.code, path.read_bytes()) == ("log_changed", bytes_of(start(), ASKED))


@pytest.mark.parametrize("torn", [b'{"seq":2,"t"', b"x" * 5000])
def test_torn_bytes_are_written_over(path: Path, log: Log, torn: bytes) -> None:
    log.close()
    length = path.stat().st_size
    path.write_bytes(path.read_bytes() + torn)
    again = Log.open(path)
    again.stand_after(length, torn)
    again.append(PAUSED)
    again.append(Paused(seq=3, t=10.0))
    again.close()
    assert path.read_bytes() == bytes_of(start(), ASKED, PAUSED, Paused(seq=3, t=10.0))


def test_bytes_that_came_after_the_reading_are_not_written_over(path: Path, log: Log) -> None:
    log.close()
    length = path.stat().st_size
    path.write_bytes(path.read_bytes() + b"torn" + b" and more")
    again = Log.open(path)
    again.stand_after(length, b"torn")
    with pytest.raises(LogFailure) as caught:
        again.append(PAUSED)
    again.close()
    assert caught.value.code == "log_changed"
    assert path.read_bytes().endswith(b"torn and more")


def test_a_closed_log_takes_nothing(path: Path, log: Log) -> None:
    log.close()
    with pytest.raises(LogFailure):
        log.append(PAUSED)
    assert path.read_bytes() == bytes_of(start(), ASKED)
