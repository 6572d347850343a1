"""Tab in bash, zsh and fish: commands, options, study folders, interview codes; nothing is started for it."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.studies import study_with
from tui.commands import COMMANDS
from tui.commands.completions import completed, kinds_of_options
from tui.main import main
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]
Tab = Callable[..., list[str]]

IN_BASH = """source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _intervjuguide
printf '%s\\n' "${COMPREPLY[@]}" """
IN_ZSH = """source $1; shift
compadd() { [[ $1 == -f ]] && shift; shift; print -rl -- $@ }
_describe() { print -rl -- ${${(P)2}%%:*} }
_files() { local all=(*(N)); [[ $1 == -/ ]] && all=(*(N/)); print -rl -- ${(M)all:#$word*} }
words=("$@"); CURRENT=$#; _intervjuguide"""


@pytest.fixture(params=["bash", "zsh", "fish"])
def tab(request: pytest.FixtureRequest, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> Tab:
    """What a shell offers for these words, the last of them as far as it was typed."""
    shell = str(request.param)
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} here")
    monkeypatch.chdir(tmp_path)
    study_with(tmp_path / "studien", "I1", "I2", "I2-2", "P1")
    (tmp_path / "studien" / "interviews" / "I1.rescued-1.jsonl").write_bytes(b"")
    (tmp_path / "another folder").mkdir()
    capsys.readouterr()
    assert main(["completions", shell]) == 0
    script = tmp_path / f"completions.{shell}"
    script.write_text(capsys.readouterr().out, encoding="utf-8")

    def press(*words: str) -> list[str]:
        given = ["intervjuguide", *words]
        command = {
            "bash": ["bash", "--norc", "--noprofile", "-c", IN_BASH, "bash", str(script), *given],
            "zsh": ["zsh", "-f", "-c", IN_ZSH, "zsh", str(script), *given],
            "fish": ["fish", "--no-config", "-c", f"source {script}; complete -C {' '.join(given)!r}"],
        }[shell]
        env = {**os.environ, "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}  # no program of ours could be started
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
        assert done.stderr == ""
        found = [line.split("\t")[0].rstrip("/") for line in done.stdout.splitlines()]
        return sorted(one for one in found if one.startswith(words[-1]))

    return press


def test_a_shell_completes_what_there_is(tab: Tab) -> None:
    assert tab("re") == ["reflect", "rename", "replay", "review", "revise"]
    assert tab("run", "--pa") == ["--participant", "--passphrase-fd"]
    assert tab("run", "--study", "st") == ["studien"]
    assert tab("--study", "studien", "give", "I") == ["I1", "I2", "I2-2"]
    assert tab("run", "--study", "studien", "--participant", "") == ["I1", "I2", "I2-2", "P1"]
    assert tab("export", "qd") == ["qdc", "qdpx"]
    assert tab("export", "coded", "--for", "ma") == ["maxqda"]
    assert tab("run", "--pilot", "de") == ["desk"]
    assert [name.partition(".")[0] for name in tab("new", "x", "--from", "compl")] == ["completions"]
    assert tab("completions", "") == ["bash", "fish", "zsh"]


def test_every_command_and_option_is_in_it_and_an_option_means_one_thing() -> None:
    commands = [completed(name, row[1], Translator("en")) for name, row in COMMANDS.items()]
    assert all(command.about and "\n" not in command.about for command in commands)
    kinds = {(flag, kind) for command in commands for flag, kind in command.options if kind}
    assert len(kinds) == len(kinds_of_options(commands))
    assert all(flag.isascii() for flag, _ in kinds)


def test_another_shell_is_refused(capsys: Captured) -> None:
    assert main(["completions", "fsh"]) == 2
    assert "fish" in capsys.readouterr().err
