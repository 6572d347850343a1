"""Windows' own way with files: who may what, what is open, what nothing can be called."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from interviews.data_management.backup import MANIFEST, read_manifest
from interviews.data_management.outputs import list_outputs
from interviews.os_support import is_in_use, make_folder, quote, settings_folder, system, unfit_name, user_language
from interviews.save import save
from tests.tui.studies import hold, study_with
from tests.warm import run_program
from tui.main import main
from tui.settings import read_settings

pytestmark = pytest.mark.skipif(os.name != "nt", reason="runs on Windows: make windows")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_saved_replaces_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    for data in (b"first", b"second"):
        save(tmp_path / "å b.md", data)
        assert (tmp_path / "å b.md").read_bytes() == data
    with pytest.raises(FileExistsError):
        save(tmp_path / "å b.md", b"third", new=True)
    save(tmp_path / "new.md", b"new", new=True)
    assert names(tmp_path) == ["new.md", "å b.md"]


def test_who_only_reads_is_in_nobodys_way(tmp_path: Path) -> None:
    """Not even while reading; and what was being read stays what it was."""
    from guide.files import open_file

    save(tmp_path / "r.html", b"first")
    with open_file(tmp_path / "r.html") as reading:
        (tmp_path / "r.html").rename(tmp_path / "t.html")
        system().remove(tmp_path / "t.html")
        assert reading.read() == b"first"
    assert names(tmp_path) == []


def test_a_file_that_another_program_has_open_is_named_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)
    save(tmp_path / "r.html", b"first")
    with (tmp_path / "r.html").open("rb"), pytest.raises(PermissionError) as refused:  # as Word has it open
        save(tmp_path / "r.html", b"second")
    assert is_in_use(refused.value)
    assert waited
    assert (tmp_path / "r.html").read_bytes() == b"first"
    assert names(tmp_path) == ["r.html"]


def test_what_is_let_go_meanwhile_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tmp_path / "r.html", b"first")
    scanner = (tmp_path / "r.html").open("rb")
    monkeypatch.setattr("time.sleep", lambda _: scanner.close())
    save(tmp_path / "r.html", b"second")
    assert (tmp_path / "r.html").read_bytes() == b"second"


def test_a_lock_hinders_no_reader_and_no_second_byte(tmp_path: Path) -> None:
    save(tmp_path / "I1.jsonl", b"words")
    fd = system().open_to_write(tmp_path / "I1.jsonl")
    system().lock(fd)
    assert (tmp_path / "I1.jsonl").read_bytes() == b"words"
    assert system().write_at(fd, b"more", 5) == 4
    assert system().read_at(fd, 20, 0) == b"wordsmore"
    other = system().open_to_lock(tmp_path / "I1.jsonl", make=False)
    for shared in (True, False):
        with pytest.raises(BlockingIOError):
            system().lock(other, shared=shared)
    os.close(fd)
    system().lock(other, shared=True)
    third = system().open_to_lock(tmp_path / "I1.jsonl", make=False)
    system().lock(third, shared=True)
    os.close(other)
    os.close(third)


def test_a_folder_is_held_by_one(tmp_path: Path) -> None:
    """Whatever the case in which it is named."""
    (tmp_path / "Revisions").mkdir()
    held = system().open_folder(tmp_path / "Revisions")
    system().lock(held)
    other = system().open_folder(tmp_path / "REVISIONS")
    with pytest.raises(BlockingIOError):
        system().lock(other)
    os.close(held)
    system().lock(other)
    os.close(other)
    assert names(tmp_path / "Revisions") == []
    with pytest.raises(FileNotFoundError):
        system().open_folder(tmp_path / "gone")


def test_folders_and_files_are_closed_to_others(tmp_path: Path) -> None:
    """By the lists that Windows is given; what wine makes of them differs, so that it is only asked to take them."""
    make_folder(tmp_path / "study" / "interviews")
    save(tmp_path / "study" / "a.md", b"")
    with (tmp_path / "study" / "a.md").open("rb") as reading, pytest.raises(PermissionError):
        system().set_mode(reading.fileno(), 0o600)  # who only reads says nothing of rights
    for mode in (0o600, 0o666):
        fd = system().open_to_write(tmp_path / "study" / "a.md")
        system().set_mode(fd, mode)
        os.close(fd)
    system().close_folder(tmp_path / "study")
    assert system().lets_others_in(tmp_path / "gone") is None


def test_what_windows_is_asked_to_let_others_do_is_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each new file from its first moment, each folder for all that will lie in it."""
    from interviews.os_support import windows

    asked: list[str] = []
    well: Any = vars(windows)["_rights"]

    def heard(words: str) -> Any:
        asked.append(words)
        return well(words)

    monkeypatch.setattr(windows, "_rights", heard)
    make_folder(tmp_path / "study")
    save(tmp_path / "study" / "a.md", b"")
    os.close(system().open_new(tmp_path / "study" / "I1.jsonl"))
    assert asked
    for words in asked:
        assert re.fullmatch(r"D:P(\(A;(OICI)?;FA;;;(S-1-5-21-[-0-9]+|SY|BA)\)){3}", words), words
    assert sum("OICI" in words for words in asked) == 1
    asked.clear()
    save(tmp_path / "for-others.md", b"", mode=0o644)
    assert asked[-1] == "D:"


def test_the_clock_and_the_name_of_the_running() -> None:
    first, name = system().running_seconds(), system().running_name()
    assert 0 < first <= system().running_seconds()
    assert name == system().running_name() != ""
    system().keep_memory_private()


def test_settings_lie_where_windows_has_them() -> None:
    assert settings_folder({"APPDATA": "C:\\a"}) == Path("C:\\a")
    assert settings_folder({"APPDATA": "C:\\a", "XDG_CONFIG_HOME": "C:\\b"}) == Path("C:\\b")


def test_devices_and_what_windows_drops_are_refused_as_names(tmp_path: Path) -> None:
    for name in ("CON", "nul.md", "com1.html", "a.", "b ", "report:b.md", "what?.md"):
        assert unfit_name(tmp_path / name) == name
    done = run_program("new", str(tmp_path / "aux"), code=2, INTERVJUGUIDE_LANGUAGE="nb")
    assert "Windows lar ingen fil eller mappe hete aux." in done.stderr
    assert not unfit_name(tmp_path / ".." / "console.md")
    assert quote("C:\\My study\\") == '"C:\\My study\\\\"'


def test_commands_end_to_end(tmp_path: Path) -> None:
    """In UTF-8 where it goes to a file or a program, and with ? where something asked for an older code."""
    study = tmp_path / "Min studie"
    made = run_program("new", study, code=0, INTERVJUGUIDE_LANGUAGE="nb")
    assert f'--study "{study}"' in made.stdout
    guide = study / "guide.yaml"
    guide.write_bytes(guide.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    run_program("check", study, code=0)
    hold(study, "I1")
    shown = run_program("review", "--study", study, code=0, INTERVJUGUIDE_LANGUAGE="nb").stdout
    assert "□" in shown
    old = run_program("review", "--study", study, code=0, PYTHONIOENCODING="ascii").stdout
    assert "? " in old
    command = [sys.executable, "-m", "tui", "review", "--study", str(study)]
    western = {**os.environ, "PYTHONIOENCODING": "cp1252", "INTERVJUGUIDE_LANGUAGE": "nb"}
    done = subprocess.run(command, env=western, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    assert "? urørt" in done.stdout.decode("cp1252")
    run_program("review", "--html", study / "r.html", "--study", study, code=0)
    assert (study / "r.html").exists()
    refused = run_program("review", "--html", study / "nul.html", "--study", study, code=2)
    assert "nul.html" in refused.stderr


def test_whatever_its_case_a_name_is_the_same_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study = study_with(tmp_path / "Studie", "I1")
    guide = (study / "guide.yaml").read_bytes()
    other = ["--study", str(study).upper()]
    assert main(["check", str(study).upper()]) == 0
    assert main(["review", "--html", str(study / "GUIDE.YAML"), *other]) == 2
    assert (study / "guide.yaml").read_bytes() == guide
    hold(study, "I2")
    for name in ("rapport.html", "Rapport.HTML"):
        assert main(["review", "--html", str(study / name), *other]) == 0
    assert names(study) == ["guide.yaml", "interviews", "rapport.html", "study.jsonl"]
    before = (study / "rapport.html").read_bytes()
    assert main(["forget", "i1", "--yes", *other]) == 0, capsys.readouterr().err
    assert (study / "rapport.html").read_bytes() != before
    assert names(study / "interviews") == ["I2.jsonl", "withdrawn-1.jsonl"]


def test_paths_with_either_slash_stand_in_the_study_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = study_with(tmp_path / "studie", "I1")
    (study / "ut").mkdir()
    for name in ("ut\\r.html", "ut/r.html", "ut\\..\\ut\\r.html"):
        assert main(["review", "--html", f"{study}\\{name}", "--study", f"{study}\\"]) == 0
    assert [output.path for output in list_outputs(study)] == [study / "ut" / "r.html"]
    assert b"ut/r.html" in (study / "study.jsonl").read_bytes()
    (study / "interviews" / "I1 - Kopi.jsonl").write_bytes((study / "interviews" / "I1.jsonl").read_bytes())
    assert main(["merge", "I1", "interviews\\I1 - Kopi.jsonl", "--study", str(study)]) == 0, capsys.readouterr().err


def test_what_goes_to_other_programs_and_comes_from_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exports by paths with backslashes, and a transcript as Notepad once saved it."""
    study_with(tmp_path / "Min studie", "I1")
    (tmp_path / "ut").mkdir()
    monkeypatch.chdir(tmp_path / "Min studie")
    monkeypatch.setenv("PATH", "")  # no ffmpeg there
    for words, written in (
        ("marks --participant I1 --as vtt", "m.vtt"),
        ("coded --for atlas --participant I1", "I1.txt"),
        ("qdpx", "p.qdpx"),
        ("tables --as csv", "tab"),
    ):
        assert main(["export", *words.split(), "-o", f"..\\ut\\{written}"]) == 0, capsys.readouterr().err
    assert names(tmp_path / "ut") == ["I1.txt", "m.vtt", "p.qdpx", "tab"]
    assert {output.path for output in list_outputs(Path())} >= {tmp_path / "ut" / "m.vtt", tmp_path / "ut" / "p.qdpx"}
    for words, name in (("coded --for maxqda", "NUL.txt"), ("qdpx", "min:fil.qdpx")):
        assert main(["export", *words.split(), "-o", f"..\\ut\\{name}"]) == 2
        assert name in capsys.readouterr().err
    (tmp_path / "opptak.m4a").write_bytes(b"no sound")
    assert main(["export", "marks", "--participant", "I1", "--into", "..\\opptak.m4a"]) != 0
    assert "ffmpeg" in capsys.readouterr().err
    assert names(tmp_path) == ["Min studie", "opptak.m4a", "ut"]
    said = "I: Hvordan vil du beskrive den sosiale samhandlingen som skjer i timene?\r\nD: Blåbær – og så sånn.\r\n"
    (tmp_path / "utskrift.txt").write_bytes(said.encode("cp1252"))
    assert main(["transcript", "..\\UTSKRIFT.TXT"]) == 0
    assert "B1" in capsys.readouterr().out


def test_the_language_is_windows_own_where_nothing_else_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows sets no LANG."""
    assert re.fullmatch(r"[a-z]{2,3}(-\w+)*", user_language())
    monkeypatch.setattr(system(), "language", lambda: "nb-NO")
    assert read_settings({}).locale == "nb"
    assert read_settings({"LANG": "en_GB.UTF-8"}).locale == "en"


@pytest.mark.parametrize("name", [r"..\x", r"C:\x", "C:x", r"\x", r"\\server\share\x", r"a\..\..\x", "/x"])
def test_a_copy_that_lists_files_elsewhere_is_none(tmp_path: Path, name: str) -> None:
    """What it lists is compared and taken away with the former copy."""
    manifest = {"intervjuguide": "backup", "files": {name: "0"}}
    (tmp_path / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    assert read_manifest(tmp_path) is None


def test_a_folder_in_which_a_file_is_looked_at_gets_its_name_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a scanner looks at a copy that has just been made."""
    make_folder(tmp_path / "beside")
    save(tmp_path / "beside" / "a.md", b"words")
    with (tmp_path / "beside" / "a.md").open("rb") as scanner:  # of which wine, unlike Windows, takes no notice
        monkeypatch.setattr("time.sleep", lambda _: scanner.close())
        system().replace(tmp_path / "beside", tmp_path / "copy 1")
    assert names(tmp_path / "copy 1") == ["a.md"]
