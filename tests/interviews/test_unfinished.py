"""A job of several steps ends done or untouched, whatever fails and whenever it is killed."""

import errno
import json
import os
from pathlib import Path

import pytest

from interviews.data_management.unfinished import FOLDER, Job, NotTakenBackError, Settled, job, settle
from interviews.failures import LogFailure
from interviews.log.writer import Log
from interviews.os_support import system
from tests.faults.stepwise import bytes_in, counted, failing, kill_at


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study, and a file elsewhere; the user's data beside them."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    study = tmp_path / "study"
    (study / "interviews").mkdir(parents=True)
    for name in ("I1", "I2", "I3"):
        (study / "interviews" / f"{name}.jsonl").write_bytes(name.encode() * 50)
    (tmp_path / "report.html").write_bytes(b"words")
    return study


def change(study: Path) -> bool:
    """All kinds of steps; whether nothing that was set aside is left."""
    with job(study, "forget") as under_way:
        steps(under_way, study)
    return under_way.cleared


def steps(under_way: Job, study: Path) -> None:
    assert under_way.rewrite(study / "interviews" / "I1.jsonl", bytes.lower)
    assert not under_way.rewrite(study / "interviews" / "I2.jsonl", lambda data: data)
    under_way.remove(study / "interviews" / "I3.jsonl")
    under_way.make(study / "interviews" / "withdrawn-1.jsonl", b"nobody")
    under_way.remove(study.parent / "report.html")


def broken_off(study: Path, raised: type[BaseException]) -> None:
    with job(study, "finish") as under_way:
        steps(under_way, study)
        raise raised


def everything(study: Path) -> dict[str, bytes | str]:
    """All files but what stands for a folder's lock, where Windows is: empty, and named by a digest."""
    files = bytes_in(study.parent)
    return {name: data for name, data in files.items() if data or not name.startswith("data/intervjuguide/locks/")}


def but_data(study: Path) -> dict[str, bytes | str]:
    """Everything but what the program has among the user's data, which holds no words."""
    files = everything(study)
    assert not any(data for name, data in files.items() if name.startswith("data/"))
    return {name: data for name, data in files.items() if not name.startswith("data/")}


def done_from(before: dict[str, bytes | str]) -> dict[str, bytes | str]:
    gone = ("study/interviews/I3.jsonl", "report.html")
    after = {name: data for name, data in before.items() if name not in gone}
    return after | {"study/interviews/I1.jsonl": b"i1" * 50, "study/interviews/withdrawn-1.jsonl": b"nobody"}


def put_back(study: Path, files: dict[str, bytes | str]) -> None:
    for name in everything(study):
        if name not in files:
            (study.parent / name).unlink()
    for name, data in files.items():
        assert isinstance(data, bytes)
        (study.parent / name).write_bytes(data)


def test_a_job_is_done_and_leaves_nothing_of_what_it_took_away(study: Path) -> None:
    before = everything(study)
    assert settle(study) is None
    assert change(study)
    assert everything(study) == done_from(before)
    assert not (study / FOLDER).exists()
    assert settle(study) is None


def test_what_raises_between_the_steps_takes_all_back(study: Path) -> None:
    before = everything(study)
    times = (study / "interviews" / "I3.jsonl").stat().st_mtime_ns
    for raised in (KeyError, KeyboardInterrupt):
        with pytest.raises(raised):
            broken_off(study, raised)
        assert everything(study) == before
        assert not (study / FOLDER).exists()
    assert (study / "interviews" / "I3.jsonl").stat().st_mtime_ns == times


def test_nothing_is_changed_under_somebody_s_hands_and_nobody_writes_meanwhile(study: Path) -> None:
    before = everything(study)
    log = study / "interviews" / "I1.jsonl"
    held = Log.open(log)
    with pytest.raises(LogFailure) as refused:
        change(study)
    assert refused.value.code == "log_locked"
    held.close()
    with job(study, "forget") as under_way:
        under_way.rewrite(log, bytes.lower)
        with pytest.raises(LogFailure, match="log_locked"):
            Log.open(log)
        with pytest.raises(LogFailure, match="job_under_way"), job(study, "finish"):
            pass
        assert settle(study) is None
        with pytest.raises(LogFailure, match="log_exists"):
            under_way.make(log, b"")
        under_way.rewrite(log, bytes.upper)
    assert everything(study) == before


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_a_step_that_fails_leaves_everything_as_it_was(study: Path, code: int, stride: int) -> None:
    """Each call that changes the disk, in its turn: what comes after all steps were taken cannot undo them."""
    before = everything(study)
    with counted() as calls:
        change(study)
    after = everything(study)
    untouched = done = 0
    for at in range(1, calls.count + 1, stride):
        put_back(study, before)
        cleared = True
        try:
            with failing(at, code):
                cleared = change(study)
        except LogFailure:
            untouched += 1
            expected = before
        else:
            done += 1
            expected = after
        if not cleared or (study / FOLDER).exists():
            settle(study)
        found = but_data(study)
        assert found == expected, at
    assert untouched
    assert done


def test_what_cannot_be_taken_back_at_once_is_by_the_next_command(study: Path) -> None:
    before = everything(study)
    with counted() as calls:
        change(study)
    left = 0
    for at in range(1, calls.count + 1):
        put_back(study, before)
        try:
            with failing(at, lasting=True):
                change(study)
        except NotTakenBackError:
            left += 1
            with failing(1, lasting=True):
                again = settle(study)
            assert again is not None
            assert again.failure is not None
            assert settle(study) == Settled("forget", done=False)
        except LogFailure:
            pass
        settle(study)
        found = but_data(study)
        assert found in (before, done_from(before)), at
    assert left


def test_a_kill_at_any_moment_ends_done_or_untouched_and_which_is_said(study: Path, stride: int) -> None:
    """The next command is killed as well, once at each of its moments."""
    before = everything(study)
    at, said = 1, set()
    while kill_at(at, lambda: change(study)):
        again, twice = 1, at % (5 * stride) == 1
        while again < 40 and twice and kill_at(again, lambda: settle(study)):
            again += 3
        settled = settle(study)
        found = but_data(study)
        assert found in (before, done_from(before)), at
        if settled is not None:
            said.add(settled.done)
            assert settled.failure is None
            assert settled.done == (found == done_from(before)) or twice
        put_back(study, before)
        at += stride
    assert said == {True, False}


def test_what_somebody_put_in_a_file_s_place_meanwhile_is_kept_beside(study: Path) -> None:
    assert kill_at(_calls_until_removed(study), lambda: change(study))
    (study / "interviews" / "I3.jsonl").write_bytes(b"synchronised")
    settle(study)
    here = bytes_in(study / "interviews")
    assert (here["I3.jsonl"], here["I3 (1).jsonl"]) == (b"synchronised", b"I3" * 50)


def _calls_until_removed(study: Path) -> int:
    """The number of the first call after which I3's log is out of its place."""
    at = 1
    while kill_at(at, lambda: change(study)) and (study / "interviews" / "I3.jsonl").exists():
        settle(study)
        at += 1
    settle(study)
    return at


@pytest.mark.parametrize(
    "note",
    [b"", b"{", b"[]", b'{"job":"forget","steps":3}', b'{"steps":[{"path":""}]}', b'{"job":"forget","steps":[]}'],
)
def test_a_damaged_note_changes_nothing_and_is_named(study: Path, note: bytes) -> None:
    (study / FOLDER).mkdir()
    (study / FOLDER / "job.json").write_bytes(note)
    (study / FOLDER / "0.old").write_bytes(b"words")
    before = everything(study)
    settled = settle(study)
    assert settled is not None
    assert settled.failure is not None
    assert settled.failure.code == "job_note_damaged"
    assert everything(study) == before


@pytest.mark.parametrize("path", ["../report.html", "../new.txt", "interviews/../../new.txt"])
def test_a_note_that_came_with_a_study_puts_no_file_outside_it(study: Path, path: str) -> None:
    steps = [{"path": path, "sum": "", "none": False}]
    (study / FOLDER).mkdir()
    (study / FOLDER / "0.old").write_bytes(b"malice")
    for token in ("", "0" * 32, "../x"):
        note = {"job": "forget", "done": False, "token": token, "steps": steps}
        (study / FOLDER / "job.json").write_text(json.dumps(note))
        before = everything(study)
        settled = settle(study)
        assert settled is not None
        assert settled.failure is not None
        assert everything(study) == before


def test_a_job_on_a_drive_without_locks_or_second_names_is_done_or_untouched_too(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(study)

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    monkeypatch.setattr(os, "link", refused)
    monkeypatch.setattr(system(), "lock", refused)
    monkeypatch.setattr(system(), "open_nameless", lambda _: None)
    with pytest.raises(KeyError):
        broken_off(study, KeyError)
    assert but_data(study) == before
    change(study)
    assert but_data(study) == done_from(before)


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_a_folder_of_that_name_that_no_job_made_is_left_alone(study: Path, kind: str) -> None:
    folder = study / FOLDER
    own = study.parent / "Dokumenter" if kind == "link" else folder
    own.mkdir()
    for name in ("a.txt", "kladd.old", "job.txt"):
        (own / name).write_text("mine")
    if kind == "link":
        folder.symlink_to(own)
    before = everything(study)
    assert settle(study) is None
    with pytest.raises(LogFailure) as refused:
        change(study)
    assert refused.value.code == "job_folder_foreign"
    assert everything(study) == before


def test_somebody_else_s_file_in_a_job_s_folder_stays_and_stops_nothing(study: Path) -> None:
    before = everything(study)
    assert kill_at(_calls_until_removed(study), lambda: change(study))
    (study / FOLDER / ".DS_Store").write_bytes(b"icons")
    assert settle(study) is not None
    assert settle(study) is None
    left = everything(study)
    assert left.pop(f"study/{FOLDER}/.DS_Store") == b"icons"
    assert {name: data for name, data in left.items() if data} == before
