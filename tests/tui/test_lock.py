"""A study is locked, worked in and unlocked, from outside; and cut short at each step of that."""

import errno
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("cryptography", reason="cryptography is not installed")

from interviews.core import commands as do
from interviews.locked import keys
from interviews.locked.keyring import KEYRING
from interviews.os_support import system
from interviews.study.facts import Reflection, StudyFact, add
from interviews.study.folder import Study
from interviews.study.unfinished import FOLDER
from tests.faults.stepwise import bytes_in, counted, failing, kill_at
from tests.tui.lines import GUIDE
from tests.tui.studies import hold, study_with
from tui.main import main

Captured = pytest.CaptureFixture[str]
WORD = "kvernstein"
ACTS = (do.AskQuestion("B1"), do.TakeNote(f"som en {WORD} rundt halsen"))
SAID = "fem ord på rad her"
OTHER = "seks andre ord på rad her"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Argon2id costs nothing here, and whatever happens no key is left for the next test."""
    monkeypatch.setattr(keys.Cost, "_defaults", {"memory": 64, "passes": 1, "lanes": 1})
    yield
    KEYRING.let_go()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study with words in every kind of file that has some."""
    monkeypatch.setattr(system(), "sync", lambda _: None)  # no power fails here
    monkeypatch.setattr(system(), "sync_name", lambda _: None)
    for name in ("data", "cache", "config"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / "place" / name))
    study = study_with(tmp_path / "place" / "study")
    hold(study, "I1", ACTS)
    log = hold(study, "I3", ACTS, guide=GUIDE.but(on_withdrawal="anonymise"))
    hold(study, "P1", ACTS, ended=False)
    assert Study(study).remember_codes() is None
    shutil.copy(log, log.with_name("I3.rescued-1.jsonl"))
    shutil.copy(log, log.with_name("I3 (1).jsonl"))
    for folder, name in (("observations", "I1"), ("transcripts", "I1"), ("practice", "T1")):
        (study / folder).mkdir()
        (study / folder / f"{name}.jsonl").write_text(f'{{"text":"{WORD}"}}\n', encoding="utf-8")
    (study / "revisions").mkdir()
    (study / "revisions" / "2.yaml").write_text(f"date: 2026-11-01\nchanges:\n  - why: {WORD}\n", encoding="utf-8")
    (study / "revisions" / ".draft.json").write_text(f'{{"line": "{WORD}"}}\n', encoding="utf-8")
    add(study, [StudyFact(date="2026-11-28", key="setting", value=WORD, interview="I3")])
    add(study, [Reflection(date="2026-11-28", text=WORD)])
    return tmp_path / "place"


def run(place: Path, command: str, *arguments: object, say: str = SAID) -> int:
    """Give a command, and the passphrase through a descriptor."""
    said = place.parent / "said"
    said.write_text(say + "\n", encoding="utf-8")
    with said.open("rb") as reading:
        fd = str(reading.fileno())
        return main([command, *map(str, arguments), "--study", str(place / "study"), "--passphrase-fd", fd])


def files(place: Path) -> dict[str, bytes | str]:
    """All files but the program's own empty ones."""
    return {name: data for name, data in bytes_in(place).items() if data}


def with_words(place: Path) -> list[str]:
    return [name for name, data in files(place).items() if isinstance(data, bytes) and WORD.encode() in data]


def whose_keys(place: Path) -> list[str]:
    """The files whose keys are there, as the key files say."""
    keys = [path for path in (place / "study" / "keys").iterdir() if path.name != "study.json"]
    return sorted(json.loads(path.read_bytes())["file"] for path in keys)


def put_back(place: Path, kept: Path) -> None:
    shutil.rmtree(place)
    shutil.copytree(kept, place)


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


def state_of(place: Path, before: dict[str, bytes | str]) -> bool | None:
    """Whether all is locked; None where something is and something is not."""
    now = files(place)
    if now == before:
        return False
    done = not with_words(place) and "study/keys/study.json" in now and not (place / "study" / FOLDER).exists()
    return True if done and not any(name.endswith(".jsonl") for name in now) else None


@pytest.mark.parametrize("command", ["lock", "unlock"])
def test_whenever_it_is_killed_the_next_command_ends_it_and_says_how(
    place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], command: str
) -> None:
    plain = files(place)
    if command == "unlock":
        assert run(place, "lock") == 0
    kept, before = shutil.copytree(place, tmp_path / "kept"), files(place)
    at, ends = 1, set()
    while kill_at(at, lambda: run(place, command)):
        capfd.readouterr()
        run(place, "review")
        err = capfd.readouterr().err
        now = files(place)
        done = not with_words(place) if command == "lock" else now == plain
        assert done or now == before, at
        assert ("alt var gjort" in err, "ingenting er endret" in err) in ((False, False), (done, not done)), at
        ends.add(done)
        put_back(place, kept)
        at += 3
    assert ends == {True, False}


@pytest.mark.parametrize("command", ["lock", "unlock"])
def test_what_fails_at_any_step_is_untouched_or_done_and_said(
    place: Path, tmp_path: Path, capsys: Captured, command: str
) -> None:
    plain = files(place)
    if command == "unlock":
        assert run(place, "lock") == 0
    kept, before = shutil.copytree(place, tmp_path / "kept"), files(place)
    with counted() as steps:
        assert run(place, command) == 0
    ends = set()
    for at in range(1, steps.count + 1, 4):
        put_back(place, kept)
        capsys.readouterr()
        with failing(at, (errno.ENOSPC, errno.EACCES, errno.EIO)[at % 3]):
            ended = run(place, command)
        err = capsys.readouterr().err
        if (place / "study" / FOLDER).exists():  # what was set aside could not be cleared away, as was said
            assert ".unfinished" in err
            run(place, "review")
        now = files(place)
        done = not with_words(place) if command == "lock" else now == plain
        ends.add(done)
        assert done or now == before, (at, sorted(set(now) ^ set(before)))
        assert done or (ended, "Ingenting er gjort" in err) == (1, True), (at, err)
    assert ends == {True, False}


def test_a_new_passphrase_is_there_or_the_old_one_whenever_it_is_killed(place: Path, tmp_path: Path) -> None:
    assert run(place, "lock") == 0
    kept, before = shutil.copytree(place, tmp_path / "kept"), files(place)
    at, ends = 1, set()
    while kill_at(at, lambda: run(place, "lock", "--change", say=f"{SAID}\n{OTHER}")):
        opened = {say: run(place, "where", say=say) == 0 for say in (SAID, OTHER)}
        assert sorted(opened.values()) == [False, True], at
        ends.add(opened[OTHER])
        assert {
            name: data for name, data in files(place).items() if name in before and name != "study/keys/study.json"
        } == {name: data for name, data in before.items() if name != "study/keys/study.json"}
        put_back(place, kept)
        at += 1
    assert False in ends
    assert run(place, "where", say=OTHER) == 0  # the last one was not killed
