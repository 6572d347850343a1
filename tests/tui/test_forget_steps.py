"""Forgetting is cut short at each of its steps: done or untouched, that is said, and nobody else's byte changes."""

import errno
import shutil
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.data_management.unfinished import FOLDER
from interviews.os_support import system
from interviews.study.facts import StudyFact, add, read_study_facts
from interviews.study.folder import Study
from tests.faults.stepwise import bytes_in, counted, failing, kill_at
from tests.tui.lines import GUIDE
from tests.tui.studies import hold, study_with
from tui.main import main

Captured = pytest.CaptureFixture[str]
WORD = "kvernstein"
ACTS = (do.AskQuestion("B1"), do.TakeNote(f"som en {WORD} rundt halsen"))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two interviews, one of whom leaves: a log, what it went on in, an observation, facts, a report inside and out."""
    monkeypatch.setattr(system(), "sync", lambda _: None)  # no power fails here
    monkeypatch.setattr(system(), "sync_name", lambda _: None)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "place" / "data"))
    study = study_with(tmp_path / "place" / "study")
    hold(study, "I1", ACTS[:1])
    log = hold(study, "I3", ACTS, guide=GUIDE.but(on_withdrawal="anonymise"))
    assert Study(study).remember_codes() is None
    shutil.copy(log, log.with_name("I3.rescued-1.jsonl"))
    add(study, [StudyFact(date="2026-11-28", key="setting", value=WORD, interview="I3")])
    assert run(study, "review", "--html", study / "rapport.html") == 0
    assert run(study, "review", "--participant", "I3", "--markdown", study.parent / "stick.md") == 0
    return tmp_path / "place"


def run(study: Path, command: str, *arguments: object) -> int:
    return main([command, *map(str, arguments), "--study", str(study)])


def forget(place: Path) -> int:
    return run(place / "study", "forget", "I3", "--yes")


def files(place: Path) -> dict[str, bytes | str]:
    """All files but the program's own empty ones."""
    return {name: data for name, data in bytes_in(place).items() if data}


def put_back(place: Path, kept: Path) -> None:
    shutil.rmtree(place)
    shutil.copytree(kept, place)


def untouched_or_done(place: Path, before: dict[str, bytes | str]) -> bool:
    """Whether it is done; else nothing is changed, and where it is done nobody else's byte is."""
    now = files(place)
    if now == before:
        return False
    assert not (place / "study" / FOLDER).exists()
    assert [name for name, data in now.items() if WORD.encode() in (data if isinstance(data, bytes) else b"")] == []
    assert [name for name in now if "I3" in name] == []
    for name in ("study/guide.yaml", "study/interviews/I1.jsonl"):
        assert now[name] == before[name]
    assert len(read_study_facts(place / "study").withdrawals) == 1
    assert b"1 av 2" in now["study/rapport.html"]
    return True


@pytest.mark.parametrize(("first", "code"), [(1, errno.ENOSPC), (2, errno.EACCES), (3, errno.EIO)])
def test_what_fails_at_any_step_is_untouched_or_done_and_said(
    place: Path, tmp_path: Path, capsys: Captured, first: int, code: int, stride: int
) -> None:
    """Each step fails in one way; all of them in all ways would take minutes."""
    kept = shutil.copytree(place, tmp_path / "kept")
    before = files(place)
    with counted() as steps:
        assert forget(place) == 0
    ends = set()
    for at in range(first, steps.count + 1, 3 * stride):
        put_back(place, kept)
        capsys.readouterr()
        with failing(at, code):
            ended = forget(place)
        out, err = capsys.readouterr()
        if (place / "study" / FOLDER).exists():  # what was set aside could not be cleared away, as was said
            assert ".unfinished" in err
            assert run(place / "study", "review") == 0
        done = untouched_or_done(place, before)
        ends.add(done)
        assert (ended, "Alt om deltakeren er anonymisert" in out) == ((0, True) if done else (1, False)), at
        assert done or "Ingenting er endret" in err
    assert ends == {True, False}


def test_whenever_it_is_killed_the_next_command_ends_it_and_says_how(
    place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], stride: int
) -> None:
    kept = shutil.copytree(place, tmp_path / "kept")
    before = files(place)
    at, said = 1, set()
    while kill_at(at, lambda: forget(place)):
        capfd.readouterr()
        assert run(place / "study", "review") == 0
        err = capfd.readouterr().err
        done = untouched_or_done(place, before)
        told = ("alt var gjort" in err, "ingenting er endret" in err)
        said.add(told)
        assert told in ((False, False), (done, not done)), at
        put_back(place, kept)
        at += stride + 1
    assert said == {(False, False), (True, False), (False, True)}
