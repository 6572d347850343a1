"""A log is rewritten whole or not at all, never under somebody's hands, and the old text is nowhere afterwards."""

import errno
from pathlib import Path

import pytest

from interviews.core.events import Merged, Noted
from interviews.failures import LogFailure
from interviews.log.reader import read_log_file
from interviews.log.rewrite import hold_still, rewrite
from interviews.log.writer import Log
from tests.faults.stepwise import bytes_in, counted, failing, kill_at
from tests.interviews.choir import ASKED, Talk, start
from tests.modes import is_private


def without_words(data: bytes) -> bytes:
    return data.replace(b"hemmelig", b"").replace(b"annet", b"")


@pytest.fixture
def words(path: Path) -> bytes:
    """A log with a note, one that was taken over, a damaged line and a torn tail."""
    note = Noted(seq=2, t=1.0, kind="note", text="hemmelig", about=("A1",))
    taken = Merged(
        seq=3, t=2.0, file="I1 (1).jsonl", event={"seq": 2, "t": 2.0, "type": "noted", "kind": "note", "text": "annet"}
    )
    talk = Talk(start())
    talk.events += [ASKED, note, taken]
    data = talk.log + b"{damaged}\n" + b'{"seq": 5, "t":'
    path.parent.mkdir()
    path.write_bytes(data)
    path.chmod(0o644)
    return data


def test_what_changes_is_written_anew_and_every_other_byte_stays(path: Path, words: bytes) -> None:
    assert rewrite(path, without_words)
    after = path.read_bytes()
    assert b"hemmelig" not in after
    assert b"annet" not in after
    before_lines, after_lines = words.split(b"\n"), after.split(b"\n")
    assert [one == other for one, other in zip(before_lines, after_lines, strict=True)] == [1, 1, 0, 0, 1, 1]
    assert [event.seq for event in read_log_file(path, path.name).events] == [0, 1, 2, 3]
    assert is_private(path)
    assert not rewrite(path, without_words)
    assert path.read_bytes() == after


def test_a_link_stays_one_and_what_it_leads_to_is_rewritten(path: Path, words: bytes, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.jsonl"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    assert rewrite(path, lambda _: words[:100])
    assert path.is_symlink()
    assert elsewhere.read_bytes() == words[:100]


def test_a_log_that_somebody_has_open_is_refused(path: Path, words: bytes) -> None:
    held = Log.open(path)
    with pytest.raises(LogFailure) as refused:
        rewrite(path, lambda _: b"")
    assert refused.value.code == "log_locked"
    held.close()
    with hold_still(path) as (data, _):
        assert data == words
        with pytest.raises(LogFailure):
            Log.open(path)
    assert path.read_bytes() == words


def test_who_waited_for_the_lock_goes_on_in_the_new_file(path: Path, words: bytes) -> None:
    """Else words that were taken out would come back from the old file, which has no name any more."""
    opened = Log.open

    def rewritten_meanwhile(self: Log) -> None:
        Log._lock = lock  # type: ignore[method-assign]
        rewrite(path, lambda _: words[:50])
        lock(self)

    lock = Log._lock
    try:
        Log._lock = rewritten_meanwhile  # type: ignore[method-assign]
        log = opened(path)
    finally:
        Log._lock = lock  # type: ignore[method-assign]
    log.stand_after(50)
    log.append(ASKED)
    log.close()
    assert path.read_bytes().startswith(words[:50])
    assert len(path.read_bytes()) < len(words)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("lasting", [False, True])
def test_where_a_step_fails_the_log_is_as_it_was_or_as_it_is_to_be_and_that_is_said(
    path: Path, words: bytes, code: int, *, lasting: bool
) -> None:
    with counted() as steps:
        rewrite(path, without_words)
    done = path.read_bytes()
    failed = 0
    for at in range(1, steps.count + 1):
        path.write_bytes(words)
        try:
            with failing(at, code, lasting=lasting):
                rewrite(path, without_words)
        except LogFailure:
            failed += 1
            assert path.read_bytes() == words, at
        else:
            assert path.read_bytes() == done, at
        left = [name for name in bytes_in(path.parent) if name != path.name]
        assert not left or lasting, (at, left)
    assert failed


def test_a_kill_leaves_the_old_log_or_the_new_one_and_nothing_that_is_not_swept(path: Path, words: bytes) -> None:
    at = 1
    seen = set()
    while kill_at(at, lambda: rewrite(path, without_words)):
        seen.add(path.read_bytes() == words)
        assert not read_log_file(path, path.name).unread
        path.write_bytes(words)
        at += 1
    assert True in seen
    rewrite(path, lambda _: b"")
    assert list(bytes_in(path.parent)) == [path.name]
