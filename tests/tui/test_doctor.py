"""``doctor`` names what was put wrong on purpose, and what to do; it gives away nobody's words, codes, folders."""

import errno
import json
import os
import re
import shutil
from collections import namedtuple
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from interviews.data_management import whereabouts
from interviews.os_support import Disk, system
from interviews.study.folder import Study
from tests.interviewer import PROGRAM
from tests.terminal import Terminal
from tests.tui.studies import study_with
from tui.doctor import program
from tui.doctor.program import KNOWN
from tui.doctor.terminal import SIGNS, TerminalFacts, terminal_findings
from tui.main import main
from tui.settings import settings_path
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch
Found = list[dict[str, str]]

WELL = TerminalFacts(
    there=True, columns=100, rows=30, kind="xterm-256color", letters="utf-8", colours=2**24, cells=len(SIGNS)
)
_Usage = namedtuple("_Usage", "total used free")  # noqa: PYI024  as shutil has it


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study in which all is well, in a folder that has somebody's name."""
    folder = study_with(tmp_path / "Kari Nordmann I7", "I1")
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return folder


def doctor(study: Path, captured: Captured, code: int = 1) -> Found:
    """What it finds in a study, and that it exits with this code; nothing that it says names anybody."""
    captured.readouterr()
    assert main(["doctor", "--json", "--study", str(study)]) == code
    out, err = captured.readouterr()
    assert not re.search(r"\b[IP][0-9]|Kari|bandet|kulturendring", out + err)
    told = json.loads(out)
    assert told["ok"] is (code == 0)
    return list(told["findings"])


def test_a_study_in_which_all_is_well_is_said_to_be(study: Path, capsys: Captured) -> None:
    found = doctor(study, capsys, code=0)
    assert {one["about"] for one in found if one["state"] == "ok"} >= {
        "versions", "extras", "language", "settings", "shelter", "guide", "place", "space", "writing", "sync", "locks",
        "logs", "clock",
    }  # fmt: skip
    assert sorted(path.name for path in (study / "interviews").iterdir()) == ["I1.jsonl"], "nothing is left behind"


# ------------------------------------------------------------------------------------- put wrong on purpose


def no_room(study: Path, patch: Patch) -> None:
    patch.setattr(shutil, "disk_usage", lambda _: _Usage(10**9, 10**9, 12_000_000))


def no_writing(study: Path, patch: Patch) -> None:
    def refuse(path: Path) -> int:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    patch.setattr(
        system(), "open_to_rename", lambda path: refuse(path) if study in path.parents else os.open(path, os.O_CREAT)
    )


def no_sync(study: Path, patch: Patch) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    patch.setattr(system(), "sync", refuse)


def no_locks(study: Path, patch: Patch) -> None:
    def refuse(_: int, *, shared: bool = False) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    patch.setattr(system(), "lock", refuse)


def open_to_others(study: Path, patch: Patch) -> None:
    patch.setattr(system(), "lets_others_in", lambda _: True)


def guide_with_errors(study: Path, patch: Patch) -> None:
    guide = study / "guide.yaml"
    guide.write_text(guide.read_text(encoding="utf-8") + "\ntitel: Feil\n", encoding="utf-8")


def a_copy_beside(study: Path, patch: Patch) -> None:
    shutil.copy(study / "interviews" / "I1.jsonl", study / "interviews" / "I1 (1).jsonl")


def a_damaged_log(study: Path, patch: Patch) -> None:
    (study / "interviews" / "I1.jsonl").write_bytes(b"garbage{")


def a_damaged_first_line(study: Path, patch: Patch) -> None:
    log = study / "interviews" / "I1.jsonl"
    log.write_bytes(b"garbage{\n" + log.read_bytes().partition(b"\n")[2])


def no_folder_of_interviews(study: Path, patch: Patch) -> None:
    assert Study(study).remember_codes() is None
    shutil.rmtree(study / "interviews")


def in_the_cloud_alone(study: Path, patch: Patch) -> None:
    (study / "interviews" / ".I2.jsonl.icloud").write_bytes(b"")


def the_clock_is_behind(study: Path, patch: Patch) -> None:
    later = datetime.now().astimezone().timestamp() + 90 * 86400
    os.utime(study / "interviews" / "I1.jsonl", (later, later))


def settings_are_no_yaml(study: Path, patch: Patch) -> None:
    write_settings("theme: [dark", patch, study)


def a_misspelt_setting(study: Path, patch: Patch) -> None:
    write_settings("tema: dark\nthink_tme: 3\n", patch, study)


def a_value_that_is_none(study: Path, patch: Patch) -> None:
    write_settings("theme: blue\nthink_time: 200\n", patch, study)


def a_key_that_terminals_do_not_send(study: Path, patch: Patch) -> None:
    write_settings("keys: {undo: ctrl+m}\n", patch, study)


def no_such_language(study: Path, patch: Patch) -> None:
    patch.setenv("INTERVJUGUIDE_LANGUAGE", "fi")


def locked_without_its_library(study: Path, patch: Patch) -> None:
    (study / "keys.locked").write_text("{}", encoding="utf-8")
    patch.setattr("tui.doctor.study.is_locked_study", lambda _: True)
    patch.setattr("importlib.util.find_spec", lambda _: None)


def a_broken_library(study: Path, patch: Patch) -> None:
    patch.setattr(program, "_can_be_loaded", lambda name: name != "docx")


def no_pdf(study: Path, patch: Patch) -> None:
    patch.setattr(program, "_can_be_loaded", lambda name: name != "pypdfium2")


def another_textual(study: Path, patch: Patch) -> None:
    patch.setattr(program, "version", lambda _: "0.1")


def no_home_to_write_in(study: Path, patch: Patch) -> None:
    (study.parent / "file").write_bytes(b"")
    patch.setenv("XDG_DATA_HOME", str(study.parent / "file"))


def write_settings(text: str, patch: Patch, study: Path) -> None:
    patch.setenv("XDG_CONFIG_HOME", str(study.parent / "config"))
    path = settings_path(os.environ)
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


PUT_WRONG: list[tuple[Callable[[Path, Patch], None], str, str, str]] = [
    (no_room, "space", "12 MB", "wastebasket"),
    (no_writing, "writing", "nothing can be written on this disk", "Move the study"),
    (no_sync, "sync", "the disk does not answer as it should", "backup"),
    (no_locks, "locks", "no locks", "one machine only"),
    (open_to_others, "rights", "Others on the machine can read", "chmod -R go-rwx ."),
    (guide_with_errors, "guide", "1 error", "intervjuguide check --study DIR"),
    (a_copy_beside, "logs", "1 file looks like a copy", "intervjuguide review --study DIR"),
    (a_damaged_log, "logs", "Something in 1 interview cannot be read", "intervjuguide review --study DIR"),
    (a_damaged_first_line, "logs", "Something in 1 interview cannot be read", "intervjuguide review --study DIR"),
    (no_folder_of_interviews, "logs", "is not here, though interviews were held", "open a backup"),
    (in_the_cloud_alone, "logs", "1 interview lies in the cloud alone", "always keep on this device"),
    (the_clock_is_behind, "clock", "earlier than it can be", "Set the clock"),
    (settings_are_no_yaml, "settings", "settings.yaml cannot be read", "in an editor"),
    (a_misspelt_setting, "settings", "think_tme", "Did you mean think_time?"),
    (a_value_that_is_none, "settings", "theme: blue", "dark, light, contrast, terminal"),
    (a_key_that_terminals_do_not_send, "settings", "sends Ctrl+M as Enter. Take F2 to F12", ""),
    (no_such_language, "settings", "INTERVJUGUIDE_LANGUAGE: fi", "nb"),
    (locked_without_its_library, "logs", "passphrase", "intervjuguide[locked]"),
    (no_pdf, "extras", "guides as Word, PDF, OpenDocument or Markdown: pypdfium2 is installed and cannot", "--force-"),
    (a_broken_library, "extras", "docx is installed and cannot be loaded", "--force-reinstall"),
    (another_textual, "versions", "textual 0.1", "install it anew"),
    (no_home_to_write_in, "shelter", "there is something of that name already", "XDG_DATA_HOME"),
]


@pytest.mark.parametrize(("put", "about", "said", "to_do"), PUT_WRONG, ids=[row[0].__name__ for row in PUT_WRONG])
def test_what_was_put_wrong_is_named_with_what_to_do(
    put: Callable[[Path, Patch], None],
    about: str,
    said: str,
    to_do: str,
    study: Path,
    monkeypatch: Patch,
    capsys: Captured,
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    put(study, monkeypatch)
    wrong = [one for one in doctor(study, capsys) if one["state"] == "wrong"]
    assert any(one["about"] == about and said in one["message"] and to_do in one["to_do"] for one in wrong), wrong
    assert {one["about"] for one in wrong} == {about}, "nothing else is called wrong"


@pytest.mark.parametrize(
    ("facts", "about", "said", "to_do"),
    [
        ({"kind": "dumb"}, "terminal", "TERM=dumb", "open a terminal window"),
        ({"columns": 60}, "size", "60 columns", "larger"),
        ({"rows": 20}, "size", "20 rows", "larger"),
        ({"letters": "iso-8859-1"}, "letters", "iso-8859-1", "LANG=C.UTF-8"),
        ({"cells": len(SIGNS) + 9}, "signs", "out of step", "signs: ascii"),
    ],
)
def test_what_is_wrong_with_a_terminal_is_named(facts: dict[str, object], about: str, said: str, to_do: str) -> None:
    found = list(terminal_findings(WELL.but(**facts), Translator("en"), in_ascii=False))
    (wrong,) = [one for one in found if one.state == "wrong"]
    assert (wrong.about, said in wrong.said, to_do in wrong.to_do) == (about, True, True)
    assert [one for one in terminal_findings(WELL, Translator("en"), in_ascii=False) if one.state == "wrong"] == []


def test_where_a_study_lies_is_to_be_judged_by_a_person(tmp_path: Path, monkeypatch: Patch, capsys: Captured) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    study = study_with(tmp_path / "OneDrive - UiB" / "study")
    study.chmod(0o700)
    (tmp_path / ".git").mkdir()
    monkeypatch.setattr(system(), "disk_of", lambda _: Disk(kind="nfs4", removable=True))
    told = " ".join(
        f"{one['state']} {one['message']} {one['to_do']}"
        for one in doctor(study, capsys, code=0)
        if one["about"] == "place"
    )
    for words in ("OneDrive", "storage guide", "nfs4", "stick", "backup DIR", "version control"):
        assert words in told
    assert "wrong" not in told
    assert whereabouts.is_network("nfs4")


def test_in_a_terminal_the_signs_are_measured_and_shown(tmp_path: Path) -> None:
    """It is asked where its cursor stands; this one gives two cells to a sign."""
    with Terminal([*PROGRAM, "doctor"], cwd=tmp_path, size=(78, 70), env={"INTERVJUGUIDE_LANGUAGE": "nb"}) as terminal:
        terminal.wait_for(lambda _: b"\x1b[6n" in terminal.raw)
        terminal.send(f"\x1b[1;{2 * len(SIGNS) + 1}R".encode())
        assert terminal.wait_exit() == 1
        shown = terminal.text
    assert f"{2 * len(SIGNS)} ruter til {len(SIGNS)} tegn" in shown
    assert "78 kolonner" in shown
    rows = [row for row in shown.splitlines() if row.endswith("|")]
    assert [row.strip()[:3] for row in rows] == [SIGNS[:3], "123"]
    assert len({len(row) for row in rows}) == 1
    assert "2 ting er feil" in shown


def test_every_setting_that_is_read_is_known() -> None:
    source = (Path(__file__).parents[2] / "tui" / "settings.py").read_text(encoding="utf-8")
    assert set(re.findall(r'written\.get\("(\w+)"\)', source)) == set(KNOWN)


def test_a_named_folder_without_a_study_is_wrong_and_a_folder_that_is_not_there_too(
    tmp_path: Path, capsys: Captured
) -> None:
    for folder in (tmp_path, tmp_path / "Kari"):
        (about,) = [one for one in doctor(folder, capsys) if one["state"] == "wrong"]
        assert about["about"] == "study"
        assert about["to_do"]


def test_the_language_is_told_from_where_it_comes(study: Path, capsys: Captured, monkeypatch: Patch) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "nn")
    (said,) = [one["message"] for one in doctor(study, capsys, code=0) if one["about"] == "language"]
    assert said == "Miljøet seier nn (INTERVJUGUIDE_LANGUAGE)."


@pytest.mark.parametrize(
    ("language", "rest"), [("sv", "på engelska."), ("da", "på engelsk."), ("de", "auf Englisch."), ("nn", "")]
)
def test_where_a_language_is_chosen_it_is_said_that_it_is_in_part(
    tmp_path: Path, capsys: Captured, monkeypatch: Patch, language: str, rest: str
) -> None:
    def tells(said: str) -> bool:
        return (rest or "engelsk") in " ".join(said.split())

    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", language)
    assert main(["new", str(tmp_path / "s")]) == 0
    assert tells(capsys.readouterr().out) == bool(rest)
    (told,) = [one["message"] for one in doctor(tmp_path / "s", capsys, code=0) if one["about"] == "language"]
    assert tells(told) == bool(rest)
    monkeypatch.delenv("INTERVJUGUIDE_LANGUAGE")
    assert main(["check", "--study", str(tmp_path / "s")]) == 0
    assert tells(capsys.readouterr().out) == bool(rest)
