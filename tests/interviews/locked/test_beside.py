"""A locked study beside other programs and full disks: no line is lost, and what failed is told."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("cryptography", reason="cryptography is not installed")

from interviews.data_management import locking
from interviews.failures import LogFailure
from interviews.locked import keyring
from interviews.locked.file_keys import Cost
from interviews.locked.keyring import KEYRING
from interviews.locked.plain import read_plain
from interviews.log.rewrite import rewrite
from interviews.log.writer import Log
from interviews.study.folder import Study

LINES = b'{"seq":0,"type":"x"}\n'


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "study"
    place.mkdir()
    (place / "guide.yaml").write_text("title: T\nquestions: [Hvem?]\n", encoding="utf-8")
    (place / "study.jsonl").write_bytes(LINES)
    yield place
    KEYRING.let_go()


def lock(study: Path) -> locking.Locked:
    return locking.lock(Study(study), "fem ord her", Cost(memory=64, passes=1, lanes=1))


def test_nobody_writes_in_a_log_between_its_reading_and_its_going(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another program said was saved in that moment would be gone with the open log."""
    refused: list[str] = []

    def while_it_is_sealed(path: Path, before: bytes) -> bytes:
        with pytest.raises(LogFailure) as caught:
            Log.open(path)
        refused.append(caught.value.code)
        return before

    whole, plain = KEYRING.whole, KEYRING.plain
    monkeypatch.setattr(
        KEYRING, "whole", lambda path, data, keep: whole(path, while_it_is_sealed(study / "study.jsonl", data), keep)
    )
    lock(study)
    monkeypatch.undo()
    monkeypatch.setattr(KEYRING, "plain", lambda data: plain(while_it_is_sealed(study / "study.locked", data)))
    locking.unlock(Study(study))
    assert refused == ["log_locked", "log_locked"]
    assert (study / "study.jsonl").read_bytes() == LINES


def test_what_a_link_had_led_to_stays_readable_and_is_named(study: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.jsonl"
    (study / "study.jsonl").rename(elsewhere)
    (study / "study.jsonl").symlink_to(elsewhere)
    assert lock(study).beside == (str(elsewhere),)
    assert read_plain(study / "study.locked") == elsewhere.read_bytes() == LINES


def test_a_key_that_cannot_be_noted_is_told_and_the_log_is_as_it_was(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock(study)
    before = (study / "study.locked").read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(keyring, "save", full)
    with pytest.raises(LogFailure):
        rewrite(study / "study.locked", lambda data: data + data)
    assert (study / "study.locked").read_bytes() == before
    monkeypatch.undo()
    assert rewrite(study / "study.locked", lambda data: data + data)
    assert read_plain(study / "study.locked") == LINES + LINES
