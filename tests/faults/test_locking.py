"""A study is locked, unlocked, or gets another passphrase, cut short at each step: all of it, or nothing."""

import errno
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("cryptography", reason="cryptography is not installed")

from interviews.data_management.unfinished import FOLDER
from interviews.locked import file_keys
from interviews.locked.keyring import KEYRING
from tests.faults.power import power
from tests.faults.stepwise import counted, failing, kill_at
from tests.faults.tally import Tally
from tests.tui.locked_studies import CHEAP, OTHER, SAID, files, make_place, run, with_words

COMMANDS = ("lock", "unlock")


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Argon2id costs nothing here, and whatever happens no key is left for the next test."""
    monkeypatch.setattr(file_keys.Cost, "_defaults", CHEAP)
    yield
    KEYRING.let_go()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study, and the program's own folders beside it."""
    for name in ("data", "cache", "config"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / "place" / name))
    return make_place(tmp_path / "place")


@pytest.fixture
def stride(kills: int) -> int:
    """Each step where faults are asked for; else some."""
    return 1 if kills > 20 else 41


def put_back(place: Path, kept: Path) -> None:
    shutil.rmtree(place)
    shutil.copytree(kept, place)


def begun(place: Path, command: str) -> dict[str, bytes | str]:
    """The study as the command finds it; the files of the open one."""
    plain = files(place)
    if command != "lock":
        assert run(place, "lock") == 0
    return plain


def is_done(place: Path, command: str, plain: dict[str, bytes | str]) -> bool:
    return not with_words(place) if command == "lock" else files(place) == plain


@pytest.mark.parametrize("command", COMMANDS)
def test_whenever_it_is_killed_the_next_command_ends_it_and_says_how(
    place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], command: str, tally: Tally, stride: int
) -> None:
    """Locked study: killed at each step of"""
    plain = begun(place, command)
    kept, before = shutil.copytree(place, tmp_path / "kept"), files(place)
    at, ends = 1, set()
    tally.tried = 0
    while kill_at(at, lambda: run(place, command)):
        capfd.readouterr()
        run(place, "review")
        err = capfd.readouterr().err
        done = is_done(place, command, plain)
        assert done or files(place) == before, at
        assert ("alt var gjort" in err, "ingenting er endret" in err) in ((False, False), (done, not done)), at
        ends.add(done)
        put_back(place, kept)
        at, tally.tried = at + stride, tally.tried + 1
    assert ends == {True, False}
    tally.said = tally.went_on = True


@pytest.mark.parametrize("command", COMMANDS)
def test_what_fails_at_any_step_is_untouched_or_done_and_said(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, tally: Tally, stride: int
) -> None:
    """Locked study: each call fails in"""
    plain = begun(place, command)
    kept, before = shutil.copytree(place, tmp_path / "kept"), files(place)
    with counted() as steps:
        assert run(place, command) == 0
    ends = set()
    tally.tried = 0
    for at in range(1, steps.count + 1, stride):
        put_back(place, kept)
        capsys.readouterr()
        with failing(at, (errno.ENOSPC, errno.EACCES, errno.EIO)[at % 3]):
            ended = run(place, command)
        err = capsys.readouterr().err
        if (place / "study" / FOLDER).exists():  # what was set aside could not be cleared away, as was said
            assert ".unfinished" in err
            run(place, "review")
        done = is_done(place, command, plain)
        ends.add(done)
        assert done or files(place) == before, (at, sorted(set(files(place)) ^ set(before)))
        assert done or (ended, "Ingenting er gjort" in err) == (1, True), (at, err)
        tally.tried += 1
    assert ends == {True, False}
    tally.said = tally.went_on = True


@pytest.mark.parametrize("command", COMMANDS)
def test_whenever_the_power_fails_the_next_command_ends_it(
    place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], command: str, tally: Tally, stride: int
) -> None:
    """Locked study: the power fails at each sync of"""
    plain = begun(place, command)
    kept, before = shutil.copytree(place, tmp_path / "kept"), files(place)
    with power(place) as disk:
        assert run(place, command) == 0
    ends = set()
    tally.tried = 0
    for at in {*range(1, disk.syncs + 1, stride), *range(disk.syncs - 3, disk.syncs + 1)}:
        put_back(place, kept)
        with power(place, fails_at=at, torn=0.5):
            run(place, command)
        KEYRING.let_go()
        run(place, "review")
        done = is_done(place, command, plain)
        assert done or files(place) == before, (at, sorted(set(files(place)) ^ set(before)))
        assert not (place / "study" / FOLDER).exists(), at
        ends.add(done)
        tally.tried += 1
    assert ends == {True, False}
    tally.said, tally.went_on = None, True


def test_a_new_passphrase_is_there_or_the_old_one_whenever_it_is_cut_short(
    place: Path, tmp_path: Path, tally: Tally
) -> None:
    """Locked study: killed, or the power fails, at each step of lock --change."""
    assert run(place, "lock") == 0
    kept, before = shutil.copytree(place, tmp_path / "kept"), files(place)
    ends = set()
    tally.tried = 0

    def change() -> int:
        return run(place, "lock", "--change", say=f"{SAID}\n{OTHER}")

    def look(at: int) -> None:
        opened = {say: run(place, "where", say=say) == 0 for say in (SAID, OTHER)}
        assert sorted(opened.values()) == [False, True], at
        ends.add(opened[OTHER])
        now = {name: data for name, data in files(place).items() if name in before}
        assert now.pop("study/keys/study.json") is not None
        assert now == {name: data for name, data in before.items() if name != "study/keys/study.json"}
        put_back(place, kept)
        tally.tried += 1

    at = 1
    while kill_at(at, change):
        look(at)
        at += 1
    assert run(place, "where", say=OTHER) == 0  # the last one was not killed
    put_back(place, kept)
    at = 1
    while True:
        with power(place, fails_at=at) as disk:
            change()
        KEYRING.let_go()
        if disk.syncs < at:
            break
        look(at)
        at += 1
    assert ends == {True, False}
    tally.said, tally.went_on = None, True
