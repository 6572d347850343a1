"""A study is locked, worked in and unlocked, from outside."""

import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("cryptography", reason="cryptography is not installed")

from interviews.locked import keys
from interviews.locked.keyring import KEYRING
from interviews.os_support import system
from tests.tui.locked_studies import CHEAP, OTHER, SAID, WORD, files, make_place, run, whose_keys, with_words
from tui.main import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Argon2id costs nothing here, and whatever happens no key is left for the next test."""
    monkeypatch.setattr(keys.Cost, "_defaults", CHEAP)
    yield
    KEYRING.let_go()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study with words in every kind of file that has some, and the program's own folders beside."""
    monkeypatch.setattr(system(), "sync", lambda _: None)  # no power fails here
    monkeypatch.setattr(system(), "sync_name", lambda _: None)
    for name in ("data", "cache", "config"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / "place" / name))
    return make_place(tmp_path / "place")


def test_a_locked_study_says_the_same_to_whoever_has_the_passphrase_and_nothing_to_others(
    place: Path, capsys: Captured
) -> None:
    assert run(place, "review", "--json") == 1  # an odd observation is among them
    told = json.loads(capsys.readouterr().out.replace(".jsonl", ".locked"))
    before = files(place)
    assert run(place, "lock") == 0
    out = capsys.readouterr().out
    recovery = next(iter(re.findall(r"(?:[A-Z2-7]{4}-){7}[A-Z2-7]{4}", out)))
    assert with_words(place) == []
    names = {name.removeprefix("study/") for name in files(place)}
    assert {"interviews/I1.locked", "interviews/I3 (1).locked", "study.locked", "keys/study.json"} <= names
    assert not any(name.endswith(".jsonl") for name in names)
    for given, right in ((SAID, True), (recovery, True), (recovery.lower(), True), ("feil", False)):
        assert run(place, "review", "--json", say=given) == 1
        said = capsys.readouterr()
        assert (json.loads(said.out) == told) if right else (said.out == "")
    assert main(["review", "--study", str(place / "study")]) == 2
    assert run(place, "lock", "--change", say=f"{SAID}\n{OTHER}") == 0
    assert run(place, "reflect", "noe") == 1
    assert run(place, "reflect", f"{WORD} igjen", say=OTHER) == 0
    assert with_words(place) == []
    assert run(place, "unlock", say=OTHER) == 0
    after = files(place)
    added = after.pop("study/study.jsonl")
    assert isinstance(added, bytes)
    assert added.startswith(before.pop("study/study.jsonl"))  # type: ignore[arg-type]
    assert added.endswith(f'"text":"{WORD} igjen"}}\n'.encode())
    assert after == before


def test_whoever_withdraws_from_a_locked_study_cannot_be_read_in_a_copy_of_the_logs_either(
    place: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert run(place, "lock") == 0
    copy = shutil.copytree(place / "study" / "interviews", tmp_path / "copy")
    whole = shutil.copytree(place / "study", tmp_path / "whole")
    assert run(place, "forget", "I3", "--yes") == 0
    assert with_words(place) == []
    assert not [name for name in files(place) if "I3" in name]
    assert not [name for name in whose_keys(place) if "I3" in name]
    shutil.copy(copy / "I3.locked", place / "study" / "interviews")
    capsys.readouterr()
    assert run(place, "review", "--participant", "I3") == 1
    said = capsys.readouterr()
    assert WORD not in said.out + said.err
    assert "keys/" in said.err
    (tmp_path / "again").mkdir()
    whole.replace(tmp_path / "again" / "study")  # a backup that holds the keys too can still be read
    assert run(tmp_path / "again", "review", "--participant", "I3") == 0
    assert WORD in capsys.readouterr().out


def test_a_library_that_cannot_be_loaded_is_told_with_its_reason(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.kdf.argon2", None)
    assert run(place, "lock") == 2
    said = capsys.readouterr().err
    assert "cryptography" in said
    assert "kdf.argon2" in said
    assert "fault in the program" not in said
    assert (place / "study" / "interviews" / "I1.jsonl").exists()
