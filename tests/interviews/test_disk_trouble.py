"""A disk that is full, short or failing: nothing is acknowledged, nothing is left behind, and trying again helps."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from interviews.core.events import Asked, Event, Noted
from interviews.failures import LogFailure
from interviews.log.writer import Log
from interviews.os_support import system
from tests.interviews.choir import ASKED, bytes_of, start

NOTED = Noted(seq=2, t=9.0, kind="note", text="kapellet på mandager, " * 40, about=("A1",))
Write = Callable[[int, bytes, int], int]


def _writing(monkeypatch: pytest.MonkeyPatch, *most: int | OSError) -> None:
    """Let each write take so many bytes at most, or fail; those after go as usual."""
    real: Write = system().write_at
    left = list(most)

    def write(fd: int, data: bytes, offset: int) -> int:
        one = left.pop(0) if left else len(data)
        if isinstance(one, OSError):
            raise one
        return real(fd, data[:one], offset)

    monkeypatch.setattr(system(), "write_at", write)


def _failing_once(monkeypatch: pytest.MonkeyPatch, module: object, name: str, code: int) -> None:
    real = getattr(module, name)

    def fail(*arguments: object) -> None:
        monkeypatch.setattr(module, name, real)
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(module, name, fail)


def _full() -> OSError:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@contextmanager
def _no_file_longer_than(size: int) -> Iterator[None]:
    """The kernel itself stops a write in the middle."""
    import resource  # not everywhere

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_short_writes_are_gone_on_with(path: Path, log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    _writing(monkeypatch, 1, 10, 100)
    log.append(NOTED)
    assert path.read_bytes() == bytes_of(start(), ASKED, NOTED)


@pytest.mark.parametrize("taken", [0, 1, 17, 500])
def test_a_full_disk_is_cut_back_and_a_second_try_writes_once(
    path: Path, log: Log, monkeypatch: pytest.MonkeyPatch, taken: int
) -> None:
    _writing(monkeypatch, *([taken] if taken else []), _full())
    with pytest.raises(LogFailure) as caught:
        log.append(NOTED)
    assert (caught.value.code, path.read_bytes()) == ("disk_full", bytes_of(start(), ASKED))
    log.append(NOTED)
    assert path.read_bytes() == bytes_of(start(), ASKED, NOTED)


@pytest.mark.parametrize("room", [0, 1, 300])
def test_a_write_that_the_kernel_stops_is_cut_back(path: Path, log: Log, room: int) -> None:
    before = path.read_bytes()
    with _no_file_longer_than(len(before) + room), pytest.raises(LogFailure) as caught:
        log.append(NOTED)
    assert (caught.value.code, path.read_bytes()) == ("disk_error", before)
    log.append(NOTED)
    assert path.read_bytes() == before + bytes_of(NOTED)


def test_a_failing_sync_acknowledges_nothing(path: Path, log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    _failing_once(monkeypatch, system(), "sync", errno.EIO)
    with pytest.raises(LogFailure) as caught:
        log.append(NOTED)
    assert caught.value.code == "disk_error"
    assert caught.value.facts == {"file": "I1.jsonl", "reason": os.strerror(errno.EIO)}
    assert path.read_bytes() == bytes_of(start(), ASKED)
    log.append(NOTED)
    assert path.read_bytes() == bytes_of(start(), ASKED, NOTED)


@pytest.mark.parametrize("second", [NOTED, Asked(seq=2, t=12.0, question="B1")])
def test_what_could_not_be_cut_back_is_written_over(
    path: Path, log: Log, monkeypatch: pytest.MonkeyPatch, second: Event
) -> None:
    _writing(monkeypatch, 500, _full())
    _failing_once(monkeypatch, os, "ftruncate", errno.EIO)
    with pytest.raises(LogFailure):
        log.append(NOTED)
    assert len(path.read_bytes()) == len(bytes_of(start(), ASKED)) + 500
    log.append(second)
    assert path.read_bytes() == bytes_of(start(), ASKED, second)


def test_what_somebody_else_wrote_meanwhile_is_not_taken_for_what_could_not_be_cut_back(
    path: Path, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    _writing(monkeypatch, 50, _full())
    _failing_once(monkeypatch, os, "ftruncate", errno.EIO)
    with pytest.raises(LogFailure):
        log.append(NOTED)
    with path.open("ab") as stream:
        stream.write(b"fra et annet program\n")
    before = path.read_bytes()
    with pytest.raises(LogFailure) as caught:
        log.append(NOTED)
    assert (caught.value.code, path.read_bytes()) == ("log_changed", before)


def test_more_than_was_tried_is_somebody_elses(path: Path, log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(fd: int, length: int) -> None:
        with path.open("ab") as stream:
            stream.write(b"fra et annet program, " * 200)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as broken:
        broken.setattr(os, "ftruncate", interrupted)
        broken.setattr(system(), "sync", lambda _: interrupted(0, 0))
        with pytest.raises(LogFailure):
            log.append(NOTED)
    before = path.read_bytes()
    with pytest.raises(LogFailure) as caught:
        log.append(NOTED)
    assert (caught.value.code, path.read_bytes()) == ("log_changed", before)


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.EPERM])
def test_a_write_protected_disk_is_named(path: Path, log: Log, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    _writing(monkeypatch, OSError(code, os.strerror(code)))
    with pytest.raises(LogFailure) as caught:
        log.append(NOTED)
    assert caught.value.code == "disk_read_only"


def test_a_log_that_cannot_be_begun_leaves_no_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _writing(monkeypatch, 100, _full())
    with pytest.raises(LogFailure) as caught:
        Log.create(path, [start(), ASKED])
    assert (caught.value.code, path.exists()) == ("disk_full", False)
    Log.create(path, [start(), ASKED]).close()
    assert path.read_bytes() == bytes_of(start(), ASKED)


def test_a_log_that_somebody_else_took_in_the_same_moment_is_theirs(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the making of a file and its lock another program may have found it empty, and begun in it."""
    real = system().set_mode

    def overtaken(fd: int, mode: int) -> None:
        real(fd, mode)
        monkeypatch.setattr(system(), "set_mode", real)
        other = Log.open(path)
        other.append(start("I1"), ASKED)
        other.close()

    monkeypatch.setattr(system(), "set_mode", overtaken)
    with pytest.raises(LogFailure) as caught:
        Log.create(path, [start(), ASKED])
    assert (caught.value.code, path.read_bytes()) == ("log_changed", bytes_of(start("I1"), ASKED))


@pytest.mark.parametrize("torn", [b'{"seq":2,"t":9.0,"type":"noted","text":"nesten fer', b"\0" * 40])
def test_torn_bytes_are_still_there_when_writing_over_them_failed(
    path: Path, log: Log, monkeypatch: pytest.MonkeyPatch, torn: bytes
) -> None:
    log.close()
    length = path.stat().st_size
    path.write_bytes(path.read_bytes() + torn)
    again = Log.open(path)
    again.stand_after(length, torn)
    _writing(monkeypatch, 30, _full())
    with pytest.raises(LogFailure):
        again.append(NOTED)
    assert path.read_bytes() == bytes_of(start(), ASKED) + torn
    again.append(NOTED)
    again.close()
    assert path.read_bytes() == bytes_of(start(), ASKED, NOTED)
