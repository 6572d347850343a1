"""The command line as a user meets it: exit codes, one line for what was wrong, nobody's words in it."""

import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from guide.reading import read_guide
from guide.samples import thesis_guide_text
from interviews.os_support import quote
from tests.interviewer import Interviewer
from tests.modes import is_private
from tests.tui.studies import hold, study_with
from tests.warm import run_program
from tui.commands import COMMANDS
from tui.console import ask_anyone
from tui.main import main
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]
WORDS = "hemmelig om Kari Nordmann"


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def refusal(capsys: Captured) -> str:
    """The one line on standard error, nothing having been printed."""
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err.strip()


def child(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize("flag", ["--help", "-h", "help"])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_help_fits_a_screen_and_shows_an_example(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, flag: str, language: str
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", language)
    assert run(flag) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    assert ("Eksempel:" if language == "nb" else "Example:") in "\n".join(lines)


def test_help_names_the_commands_that_exist_and_no_other(capsys: Captured) -> None:
    run("--help")
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("  intervjuguide ")]
    named = {command.split()[0] for line in lines for command in line.removeprefix("  intervjuguide ").split(" · ")}
    assert named - {"open"} == set(COMMANDS)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, command: str, language: str
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", language)
    assert run(command, "--help") == 0
    out = capsys.readouterr().out
    called = "trekk" if command == "forget" and language != "en" else command
    assert out.startswith(f"intervjuguide {called}")
    assert out.count(f"  intervjuguide {called}") == 1
    assert max(map(len, out.splitlines())) <= 80


def test_version(capsys: Captured) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("intervjuguide ")


WRONG = {
    ("rewiew",): "there is no command “rewiew”; did you mean review? See intervjuguide --help",
    ("qqqq",): "there is no command “qqqq”; see intervjuguide --help",
    ("find",): "WORDS is missing; see intervjuguide find --help",
    ("new",): "DIR is missing; see intervjuguide new --help",
    ("review", "--html"): "--html lacks a value; see intervjuguide review --help",
    ("run", "--part", "I1"): "“--part I1” does not belong here; see intervjuguide run --help",
    ("run", "--participant"): "--participant lacks a value; see intervjuguide run --help",
    ("--study",): "--study lacks a value; see intervjuguide --help",
    ("check", "--json=x"): "the command cannot be understood; see intervjuguide check --help",
}


@pytest.mark.parametrize(("arguments", "said"), WRONG.items())
def test_a_wrong_command_says_what_and_where_to_look(capsys: Captured, arguments: tuple[str, ...], said: str) -> None:
    assert run(*arguments) == 2
    assert refusal(capsys) == f"intervjuguide: {said}"


@pytest.mark.parametrize("command", [(), ("run",), ("review", "--json")])
def test_a_study_that_is_named_without_its_option(capsys: Captured, tmp_path: Path, command: tuple[str, ...]) -> None:
    folder = study_with(tmp_path)
    assert run(*command, folder) == 2
    assert refusal(capsys) == (
        f"intervjuguide: a study is named with --study: intervjuguide {' '.join((*command[:1], '--study'))} {folder}"
    )


def test_what_is_wrong_is_said_in_norwegian_too(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "nb")
    assert run("find") == 2
    assert refusal(capsys) == "intervjuguide: her mangler ORD; se intervjuguide find --help"


@pytest.mark.parametrize("given", ["Kari", "I", "I1234", "ABC1", "I1-to", "../I1", "", "I１"])
@pytest.mark.parametrize("command", ["run", "review"])
def test_a_name_is_no_code(capsys: Captured, tmp_path: Path, command: str, given: str) -> None:
    study_with(tmp_path)
    assert run(command, "--study", tmp_path, "--participant", given) == 2
    assert f"«{given}»" in refusal(capsys)


@pytest.mark.parametrize("command", [["run"], ["run", "--resume"], ["demo"], []])
def test_without_a_terminal_a_command_that_needs_one_says_so(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: list[str]
) -> None:
    monkeypatch.chdir(study_with(tmp_path))
    assert run(*command) == 2
    assert "terminal" in refusal(capsys)


@pytest.mark.parametrize("command", ["run", "review"])
def test_a_folder_that_is_no_study(capsys: Captured, tmp_path: Path, command: str) -> None:
    assert run(command, "--study", tmp_path / "nowhere") == 2
    assert str(tmp_path / "nowhere") in refusal(capsys)


@pytest.mark.parametrize("command", [["check"], ["find", "arena"]])
def test_a_guide_that_is_not_there(capsys: Captured, tmp_path: Path, command: list[str]) -> None:
    assert run(*command, "--study", tmp_path) == 1
    assert refusal(capsys).startswith("guide.yaml:1:1: ")


@pytest.mark.parametrize("order", [("--study", None, "review"), ("review", "--study", None), ("--study=", "review")])
def test_the_study_may_stand_before_the_command(
    capsys: Captured, tmp_path: Path, order: tuple[str | None, ...]
) -> None:
    study_with(tmp_path, "I1")
    arguments = [str(tmp_path) if part is None else part.replace("=", f"={tmp_path}") for part in order]
    assert main(arguments) == 0
    assert "Musikkterapi og deltagelse" in capsys.readouterr().out


def test_new_makes_a_study_that_only_its_owner_can_read(capsys: Captured, tmp_path: Path) -> None:
    study = tmp_path / "a b"
    assert run("new", study) == 0
    assert f"intervjuguide run --study {quote(str(study))}" in capsys.readouterr().out
    assert sorted(path.name for path in study.iterdir()) == ["guide.yaml", "interviews"]
    assert is_private(study, *study.iterdir(), hold(study))


def test_new_leaves_the_permissions_of_a_folder_that_holds_other_things(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "søknad.docx").touch()
    assert run("new", tmp_path) == 0
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_template_is_a_guide_without_a_fault(
    language: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", language)
    assert run("new", tmp_path / "s") == 0
    reading = read_guide((tmp_path / "s" / "guide.yaml").read_bytes(), "guide.yaml")
    assert reading.problems == ()
    assert reading.guide is not None
    assert reading.guide.language == language
    assert run("check", "--study", tmp_path / "s") == 0


def test_new_from_a_guide_copies_it_byte_for_byte(tmp_path: Path) -> None:
    source = tmp_path / "min.yaml"
    source.write_text(thesis_guide_text(), encoding="utf-8")
    assert run("new", tmp_path / "s", "--from", source) == 0
    assert (tmp_path / "s" / "guide.yaml").read_bytes() == source.read_bytes()


def test_new_overwrites_nothing(capsys: Captured, tmp_path: Path) -> None:
    study_with(tmp_path)
    before = (tmp_path / "guide.yaml").read_text(encoding="utf-8")
    assert run("new", tmp_path) == 2
    assert str(tmp_path) in refusal(capsys)
    assert (tmp_path / "guide.yaml").read_text(encoding="utf-8") == before


def test_new_does_not_take_a_broken_guide(capsys: Captured, tmp_path: Path) -> None:
    source = tmp_path / "min.yaml"
    source.write_text("title: x\nsektions: []\n", encoding="utf-8")
    assert run("new", tmp_path / "s", "--from", source) == 1
    assert f"{source}:2:1: " in capsys.readouterr().err
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize(("source", "code"), [("min.docx", 1), ("borte.yaml", 1)])
def test_new_from_what_it_cannot_read(capsys: Captured, tmp_path: Path, source: str, code: int) -> None:
    assert run("new", tmp_path / "s", "--from", tmp_path / source) == code
    assert source in refusal(capsys)
    assert not (tmp_path / "s").exists()


def test_new_where_a_file_is_in_the_way(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "s").touch()
    assert run("new", tmp_path / "s") == 2
    assert str(tmp_path / "s") in refusal(capsys)


def test_the_guides_language_decides_and_a_setting_overrides(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    study_with(tmp_path)
    run("review", "--study", tmp_path)
    assert Translator("nb")("Coverage shows what was talked about, not what was found.") in capsys.readouterr().out
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    settings = tmp_path / "intervjuguide" / "settings.yaml"
    settings.parent.mkdir()
    settings.write_text("language: en\n", encoding="utf-8")
    run("review", "--study", tmp_path)
    assert Translator("en")("Coverage shows what was talked about, not what was found.") in capsys.readouterr().out
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "nb")
    run("review", "--study", tmp_path)
    assert Translator("nb")("Coverage shows what was talked about, not what was found.") in capsys.readouterr().out


@pytest.mark.parametrize("written", [b"language: [", b"\xff\xfe\x00", b"- x", b"language: {a: b}", b"[" * 5000, b""])
def test_settings_that_cannot_be_read_stand_in_nobodys_way(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, written: bytes
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "intervjuguide").mkdir()
    (tmp_path / "intervjuguide" / "settings.yaml").write_bytes(written)
    assert run("--help") == 0


@pytest.mark.parametrize(
    ("locale", "word"), [("nb_NO.UTF-8", "Eksempel:"), ("nn_NO", "Eksempel:"), ("C.UTF-8", "Example:")]
)
def test_the_terminals_language_speaks_where_there_is_no_guide(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, locale: str, word: str
) -> None:
    monkeypatch.delenv("LC_ALL")
    monkeypatch.setenv("LANG", locale)
    run("--help")
    assert word in capsys.readouterr().out


def test_a_crash_says_one_line_and_nobodys_words(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object) -> None:
        secret = WORDS
        raise ValueError(secret)

    monkeypatch.setattr("interviews.study.folder.Study.guide", broken)
    assert run("review", "--study", study_with(tmp_path)) == 1
    said = refusal(capsys)
    assert "ValueError, test_cli.py:" in said
    assert "Kari" not in said


def test_an_ended_interview_is_taken_up_again_by_its_code_to_fill_its_bookmarks(tmp_path: Path) -> None:
    study_with(tmp_path, "I1")
    with Interviewer(tmp_path, "--resume", "--participant", "I1") as interviewer:
        interviewer.terminal.wait_for("Fyll bokmerker")
        first, second = interviewer.line("lo høyt", expect=2)
        assert (first["type"], second["type"], second["text"]) == ("reopened", "filled", "lo høyt")


def test_from_a_process_of_its_own(tmp_path: Path) -> None:
    study_with(tmp_path, "I1")
    done = child("review", "--study", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "•" in done.stdout
    run_program("review", "--study", tmp_path / "nei", code=2)
    (tmp_path / "guide.yaml").write_text("title: [\n", encoding="utf-8")
    broken = run_program("check", "--study", tmp_path)
    assert (broken.returncode, broken.stdout) == (1, "")
    assert broken.stderr.startswith("guide.yaml:")
    without = run_program("run", "--study", tmp_path)
    assert (without.returncode, without.stderr.count("\n")) == (2, 1)


def test_a_reader_that_leaves_is_no_fault(tmp_path: Path) -> None:
    """As in ``intervjuguide review | head -1``, long before the end."""
    study_with(tmp_path, "I1")
    for command in (["review", "--study", str(tmp_path)], ["--help"]):
        read_end, write_end = os.pipe()
        os.close(read_end)
        with os.fdopen(write_end, "wb") as pipe:
            done = subprocess.run(
                [sys.executable, "-m", "tui", *command],
                stdout=pipe,
                stderr=subprocess.PIPE,
                stdin=subprocess.DEVNULL,
                timeout=60,
                check=False,
            )
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_that_the_output_was_sent_to_is_named_and_no_fault_of_the_program(tmp_path: Path) -> None:
    study_with(tmp_path, "I1")
    for command in (["review", "--study", str(tmp_path)], ["--help"]):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "tui", *command],
                stdout=full,
                stderr=subprocess.PIPE,
                stdin=subprocess.DEVNULL,
                timeout=60,
                check=False,
                env={**os.environ, "INTERVJUGUIDE_LANGUAGE": "en"},
            )
        assert done.returncode == 1
        assert done.stderr == (
            b"intervjuguide: the output could not be written where it was sent (the disk is full).\n"
        )


def test_a_terminal_that_lacks_the_signs_gets_something_all_the_same(tmp_path: Path) -> None:
    study_with(tmp_path, "I1")
    old = {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "tui", "review", "--json", "--study", str(tmp_path)],
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, **old},
    )
    assert done.returncode == 0
    notes = json.loads(done.stdout.decode("latin-1"))["interviews"][0]["notes"]
    assert notes[0]["text"].startswith("bandet på byen")
    shown = child("review", "--study", tmp_path, **{**old, "PYTHONIOENCODING": "ascii"})
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "B1" in shown.stdout


def test_an_answer_from_a_pipe_may_begin_with_a_byte_order_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "said").write_bytes(b"\xef\xbb\xbfyes\nno\n")
    with (tmp_path / "said").open("rb") as said:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(said))
        assert (ask_anyone("?"), ask_anyone("?")) == ("yes", "no")
