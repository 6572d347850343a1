"""A study is locked, worked in and unlocked, from outside."""

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("cryptography", reason="cryptography is not installed")

from interviews.core import commands as do
from interviews.locked import file_keys
from interviews.locked.file_keys import Cost, new_recovery_key, new_study_key, study_key_of, wrap_study_key
from interviews.locked.keyring import KEYRING, keys_away, study_document
from interviews.observer_session import Seat, Window
from interviews.observing.state import observation_path
from interviews.os_support import system
from interviews.session import Session
from tests.clocks import StandingClock
from tests.faults.stepwise import bytes_in, failing
from tests.tui.lines import GUIDE
from tests.tui.locked_studies import ACTS, CHEAP, OTHER, SAID, WORD, files, make_place, run, whose_keys, with_words
from tests.tui.studies import hold
from tui import VERSION
from tui.main import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Argon2id costs nothing here, and whatever happens no key is left for the next test."""
    monkeypatch.setattr(file_keys.Cost, "_defaults", CHEAP)
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


def test_what_is_copied_into_a_locked_study_is_told_and_locked_with_it(
    place: Path, tmp_path: Path, capsys: Captured
) -> None:
    study = place / "study"
    other = shutil.copytree(study, tmp_path / "other")
    assert run(place, "lock") == 0
    shutil.copy(other / "interviews" / "I1.jsonl", study / "interviews" / "I4.jsonl")
    capsys.readouterr()
    assert run(place, "where", "--json") == 0
    assert json.loads(capsys.readouterr().out)["not_locked"] == ["interviews/I4.jsonl"]
    run(place, "review")
    assert "I4.jsonl" in capsys.readouterr().err
    assert run(place, "lock") == 0
    assert (study / "interviews" / "I4.locked").exists()
    assert with_words(place) == []
    again = shutil.copytree(place, tmp_path / "again")  # a copy of all of it is the same study
    assert run(again, "review", "--participant", "I4") == 1
    assert run(place, "unlock") == 0
    assert run(again, "review") == 1


def test_a_log_that_lies_there_open_and_locked_is_told_and_counted_once(
    place: Path, tmp_path: Path, capsys: Captured
) -> None:
    study = place / "study"
    other = shutil.copytree(study, tmp_path / "other")
    assert run(place, "lock") == 0
    capsys.readouterr()
    run(place, "review", "--json")
    before = json.loads(capsys.readouterr().out)["interviews"]
    shutil.copy(other / "interviews" / "I1.jsonl", study / "interviews")
    later = StandingClock()
    later.go_on(86400)
    hold(study, "I3", ACTS[1:], clock=later)  # another interview under a name that is taken
    run(place, "review", "--json")
    told = json.loads(capsys.readouterr().out)
    assert told["interviews"] == before
    of_ours = {one["file"]: one["message"] for one in told["problems"]}
    assert "Alt i den står også i I1.locked" in of_ours["interviews/I1.jsonl"]
    assert "I3-2.jsonl" in of_ours["interviews/I3.jsonl"]
    assert run(place, "lock") == 1
    assert "I1.jsonl" in capsys.readouterr().err
    (study / "interviews" / "I1.jsonl").unlink()
    (study / "interviews" / "I3.jsonl").unlink()
    kept = shutil.copy(study / "interviews" / "I1.locked", tmp_path)
    assert run(place, "unlock") == 0
    shutil.copy(kept, study / "interviews")
    capsys.readouterr()
    run(place, "review", "--json")
    assert json.loads(capsys.readouterr().out.replace("I1.jsonl", "I1.locked"))["interviews"][0] == before[0]


def test_a_key_that_could_not_be_kept_in_the_study_goes_home(
    place: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = place / "study"
    assert run(place, "lock") == 0
    KEYRING.hold(study, study_key_of(study_document(study), SAID))
    opened = system().open_new

    def refused(path: Path) -> int:
        if path.is_relative_to(study):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return opened(path)

    with monkeypatch.context() as patched:
        patched.setattr(system(), "open_new", refused)
        patched.setattr(system(), "open_nameless", lambda _: None)
        patched.setattr(system(), "open_to_rename", refused)
        session = Session.new(study / "interviews" / "I9.locked", GUIDE, "I9", "live", StandingClock(), VERSION)
        assert session.keep_draft(f"et halvt {WORD}", None, literal=False)
        session.close()
    assert len(keys_away(study)) == 1
    assert with_words(place) == []
    KEYRING.let_go()
    capsys.readouterr()
    run(place, "review", "--participant", "I9")
    assert "keys/" not in capsys.readouterr().err
    KEYRING.hold(study, study_key_of(study_document(study), SAID))
    assert keys_away(study) == ()
    assert "interviews/I9" in whose_keys(place)
    session, _ = Session.resume(study / "interviews" / "I9.locked", StandingClock())
    assert session.interview.draft is not None
    assert session.interview.draft.text == f"et halvt {WORD}"
    session.close()


@pytest.mark.skipif(sys.platform == "win32", reason="sets how many files may be open, as Windows has no limit to set")
def test_a_study_of_more_files_than_may_be_open_is_locked_and_unlocked(place: Path, tmp_path: Path) -> None:
    import resource

    study = place / "study"
    for number in range(10, 90):
        shutil.copy(study / "interviews" / "I1.jsonl", study / "interviews" / f"J{number}.jsonl")
    before = files(place)
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, most))
    try:
        assert run(place, "lock") == 0
        assert with_words(place) == []
        resource.setrlimit(resource.RLIMIT_NOFILE, (64, most))
        assert run(place, "unlock") == 0
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (now, most))
    assert files(place) == before


def test_a_log_whose_end_was_cut_off_is_told_also_after_it_was_written_anew(place: Path, capsys: Captured) -> None:
    assert run(place, "lock") == 0
    log = place / "study" / "interviews" / "I1.locked"
    (place / "ny.txt").write_text("sagt annerledes", encoding="utf-8")

    def cut(told: bool) -> None:  # noqa: FBT001
        whole = log.read_bytes()
        log.write_bytes(b"".join(whole.splitlines(keepends=True)[:-1]))
        capsys.readouterr()
        run(place, "review", "--participant", "I1")
        assert ("Slutten er kuttet av" in capsys.readouterr().err) is told
        log.write_bytes(whole)

    cut(told=True)
    seq = 2
    assert run(place, "correct", "I1", "--note", seq, "--text-file", place / "ny.txt") == 0
    assert run(place, "correct", "I1", "--note", seq, "--leave-out") == 0
    cut(told=True)
    for odd in ("observations/I1.locked", "practice/T1.locked"):
        (place / "study" / odd).unlink()
    assert run(place, "finish", "--yes") == 0
    cut(told=True)
    before = bytes_in(place / "study" / "keys")
    with failing(6):
        run(place, "forget", "I3", "--yes")
    run(place, "review")
    assert bytes_in(place / "study" / "keys").keys() == before.keys()
    cut(told=True)


def test_an_observer_follows_a_locked_interview_and_writes_a_locked_log(place: Path, capsys: Captured) -> None:
    study = place / "study"
    assert run(place, "lock") == 0
    KEYRING.hold(study, study_key_of(study_document(study), SAID))
    log, clock = study / "interviews" / "I9.locked", StandingClock()
    window = Window(log)
    assert not window.look()
    session = Session.new(log, GUIDE, "I9", "live", clock, VERSION)
    session.do(do.AskQuestion("B1"))  # begun after the observer had sat down
    assert window.look()
    assert window.interview is not None
    seat = Seat.take(observation_path(log), clock, VERSION, window.interview)
    seat.turn("informant")
    seat.remark(f"nølte ved {WORD}")
    session.do(do.TakeNote(f"{WORD} igjen"))
    assert window.look()
    assert f"{WORD} igjen" in [getattr(act, "text", "") for act in window.interview.acts.values()]
    seat.close()
    session.do(do.End())
    session.close()
    assert with_words(place) == []
    capsys.readouterr()
    run(place, "review", "--participant", "I9")
    assert f"nølte ved {WORD}" in capsys.readouterr().out
    assert not any(path.name.endswith(".jsonl") for path in study.rglob("*") if path.parent.name == "observations")


def test_an_open_study_loads_nothing_of_what_locks(place: Path) -> None:
    program = (
        "import sys\n"
        "from tui.main import main\n"
        f"main(['review', '--study', {str(place / 'study')!r}])\n"
        "import tui.commands.run, tui.live.live_screen\n"
        "print(sorted(name for name in sys.modules if name.partition('.')[0] == 'cryptography' or 'keyring' in name))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("gone", ["keys", "keys/study.json"])
def test_a_study_whose_keys_are_gone_stays_locked_and_takes_no_open_note(
    place: Path, capsys: Captured, gone: str
) -> None:
    assert run(place, "lock") == 0
    path = place / "study" / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    before = files(place)
    for command in (("run", "--plain"), ("review",), ("unlock",), ("lock",), ("backup", place)):
        capsys.readouterr()
        assert run(place, *command) == 1
        assert "keys/study.json kan ikke leses (fila finnes ikke)" in capsys.readouterr().err.replace("\n", " ")
    assert files(place) == before
    assert run(place, "doctor") == 1
    assert "keys/study.json" in capsys.readouterr().out


def test_what_was_wrong_in_a_locked_file_is_told_where_the_study_is_unlocked_and_the_rest_can_be_read(
    place: Path, capsys: Captured
) -> None:
    log = place / "study" / "interviews" / "I1.locked"
    assert run(place, "lock") == 0
    lines = log.read_bytes().split(b"\n")
    lines[1] = lines[1][:-1] + (b"0" if lines[1][-1:] != b"0" else b"1")
    log.write_bytes(b"\n".join(lines))
    capsys.readouterr()
    assert run(place, "unlock") == 1
    said = capsys.readouterr()
    assert "Låst opp" in said.out
    assert "interviews/I1.locked:2:1" in said.err
    assert log.with_suffix(".jsonl").read_bytes().split(b"\n")[1] == b"damaged " + lines[1]
    assert main(["review", "--participant", "I1", "--study", str(place / "study")]) == 1
    said = capsys.readouterr()
    assert WORD in said.out
    assert "interviews/I1.jsonl:2:1" in said.err


def test_a_damaged_line_in_what_is_known_of_the_study_is_told(place: Path, capsys: Captured) -> None:
    assert run(place, "lock") == 0
    facts = place / "study" / "study.locked"
    lines = facts.read_bytes().split(b"\n")
    facts.write_bytes(b"\n".join([lines[0], lines[1][:-1] + b"x", *lines[2:]]))
    capsys.readouterr()
    assert run(place, "review") == 1
    assert "study.locked:2:1" in capsys.readouterr().err


def test_a_file_without_its_key_is_named(place: Path, capsys: Captured) -> None:
    assert run(place, "lock") == 0
    (place / "study" / "interviews" / "I1.locked").write_bytes(b"noe annet\n")
    capsys.readouterr()
    assert run(place, "unlock") == 1
    assert "I1.locked" in capsys.readouterr().err


def test_a_copy_from_before_the_study_was_locked_is_named_as_one_that_can_be_read(
    place: Path, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "stick").mkdir()
    (place / "study" / "revisions" / "2.yaml").unlink()
    for path in (place / "study" / "interviews").glob("I3*"):
        path.unlink()
    run(place, "backup", tmp_path / "stick")
    assert run(place, "lock") == 0
    capsys.readouterr()
    run(place, "backup", tmp_path / "stick")
    said = capsys.readouterr().err
    assert "før studien ble låst" in said
    assert "mangler" not in said


def test_where_somebody_leaves_and_a_file_is_made_again_nothing_is_called_changed(
    place: Path, capsys: Captured
) -> None:
    hold(place / "study", "I2", ACTS)
    assert run(place, "lock") == 0
    run(place, "export", "method", "-o", place / "method.md", "--with-marks")
    assert (place / "method.md").exists()
    assert run(place, "forget", "I3", "--yes") == 0
    capsys.readouterr()
    run(place, "review")
    said = capsys.readouterr()
    assert "study.locked" not in said.err


def test_keys_that_may_not_be_looked_at_are_told(
    place: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(place, "lock") == 0
    key = place / "study" / "keys" / "study.json"
    exists = Path.exists

    def refused(path: Path, **how: bool) -> bool:
        if path == key:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return exists(path, **how)

    monkeypatch.setattr(Path, "exists", refused)
    key.unlink()
    capsys.readouterr()
    assert run(place, "review") == 1
    assert "keys/study.json kan ikke leses" in capsys.readouterr().err


def test_where_is_told_while_an_interview_is_under_way(place: Path, capsys: Captured) -> None:
    study = place / "study"
    assert run(place, "lock") == 0
    KEYRING.hold(study, study_key_of(study_document(study), SAID))
    session = Session.new(study / "interviews" / "I9.locked", GUIDE, "I9", "live", StandingClock(), VERSION)
    session.do(do.AskQuestion("B1"))
    KEYRING.let_go()
    capsys.readouterr()
    assert run(place, "where") == 0
    assert "Studien er låst" in capsys.readouterr().out
    session.close()


@pytest.mark.skipif(os.name == "nt", reason="rights are other ones there")
def test_a_folder_that_cannot_be_looked_into_is_not_left_open_behind_the_lock(
    place: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk, interviews = os.walk, place / "study" / "interviews"

    def refused(top: Path, onerror: Callable[[OSError], None]) -> Iterator[tuple[str, list[str], list[str]]]:
        if top == interviews:
            onerror(PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(top)))
        yield from walk(top, onerror=onerror)

    before = files(place)
    with monkeypatch.context() as patched:
        patched.setattr(os, "walk", refused)
        assert run(place, "lock") == 1
        assert "interviews" in capsys.readouterr().err
        assert files(place) == before
    assert run(place, "lock") == 0
    monkeypatch.setattr(os, "walk", refused)
    capsys.readouterr()
    assert run(place, "where") == 0
    assert "interviews" in capsys.readouterr().out
    assert run(place, "where", "--json") == 0
    assert json.loads(capsys.readouterr().out)["not_locked"] is None


def test_a_study_named_by_a_relative_path_or_through_a_link_is_locked_and_unlocked(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(place)
    if os.name == "posix":
        (tmp_path / "way").symlink_to(place)
    monkeypatch.chdir(tmp_path)
    for named in (Path("place"), Path("way") if os.name == "posix" else Path("place")):
        for command in ("lock", "unlock"):
            (tmp_path / "said").write_text(SAID, encoding="utf-8")
            with (tmp_path / "said").open("rb") as reading:
                given = ["--study", str(named / "study"), "--passphrase-fd", str(reading.fileno())]
                assert main([command, *given]) == 0
        assert files(place) == before


def test_a_short_passphrase_is_refused_from_a_descriptor_too(place: Path, capsys: Captured) -> None:
    assert run(place, "lock", say="kort") == 2
    assert "8" in capsys.readouterr().err
    assert not (place / "study" / "keys").exists()
    assert run(place, "lock") == 0
    assert run(place, "lock", "--change", say=f"{SAID}\nkort") == 2
    assert run(place, "unlock") == 0


def test_the_passphrase_is_asked_for_where_only_the_output_leads_elsewhere(
    place: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(place, "lock") == 0
    capsys.readouterr()
    monkeypatch.setattr("tui.commands.passphrase.getpass", lambda _: SAID)
    command = ["review", "--study", str(place / "study")]
    assert main(command) == 2
    assert "| intervjuguide … --passphrase-fd 0" in " ".join(capsys.readouterr().err.split())
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert main(command) == 1  # an odd observation is among them
    assert "I1" in capsys.readouterr().out


def test_notes_of_a_locked_study_are_found_with_the_passphrase_alone(place: Path, capsys: Captured) -> None:
    assert run(place, "lock") == 0
    capsys.readouterr()
    assert main(["find", "--notes", WORD, "--study", str(place / "study")]) == 2
    assert WORD not in capsys.readouterr().out
    assert run(place, "find", "--notes", WORD) == 0
    assert WORD in capsys.readouterr().out


def test_a_byte_order_mark_is_no_part_of_a_passphrase(place: Path, capsys: Captured) -> None:
    assert run(place, "lock", say=f"\ufeff{SAID}") == 0
    assert run(place, "find", "--notes", WORD) == 0
    assert WORD in capsys.readouterr().out


def test_a_study_locked_with_a_byte_order_mark_before_opens_without_it() -> None:
    key = new_study_key()
    document = wrap_study_key(key, f"\ufeff{SAID}", new_recovery_key(), Cost(**CHEAP))
    assert study_key_of(document, SAID) == key
