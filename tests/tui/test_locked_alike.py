"""Every command says and writes the same of a locked study as of an open one, but for what locking is."""

import io
import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

pytest.importorskip("cryptography", reason="cryptography is not installed")

from interviews.core import commands as do
from interviews.data_management.locking import lock
from interviews.locked import file_keys
from interviews.locked.keyring import KEYRING
from interviews.os_support import system
from interviews.study.folder import Study
from tests.interop.study import hostile_study
from tests.tui.locked_studies import CHEAP, SAID
from tests.tui.studies import hold
from tui.main import main

WORD = "kvernstein"
ANYWAY = ("--with-marks", "--anyway")
COMMANDS = (
    ("review", "--json"),
    ("review", "--html", "out.html"),
    ("review", "--participant", "I1"),
    ("scan",),
    ("touches",),
    ("correct", "I2"),
    ("reflect", "noe om meg selv"),
    ("export", "method", "--fact", "setting=på arbeidsplassen", "--participant", "I2"),
    ("export", "method"),
    ("export", "reflexive"),
    ("export", "marks", "--participant", "I1", "--as", "vtt", *ANYWAY),
    ("export", "coded", "--for", "atlas", *ANYWAY),
    ("export", "qdpx", "-o", "s.qdpx", *ANYWAY),
    ("export", "tables", "--as", "csv", *ANYWAY),
    ("give", "I2", "-o", "give.html"),
    ("align", "I1", "--rec", "1", "--note", "12", "--at", "0:40", "--yes"),
    ("correct", "I2", "--note", "2", "--text-file", "ny.txt"),
    ("correct", "I2", "--note", "2", "--leave-out"),
    ("transcript", "t.vtt", "--participant", "I2", "--keep"),
    ("transcript", "--participant", "I2"),
    ("merge", "I2", "I2-copy"),
    ("finish", "--done", "recording"),
    ("forget", "I2", "--yes"),
    ("finish", "--yes"),
    ("review", "--json"),
)


@pytest.fixture
def desks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Path]]:
    """Two folders with the same study, the second one locked, and what the commands are given."""
    monkeypatch.setattr(file_keys.Cost, "_defaults", CHEAP)
    for name in ("sync", "sync_name"):
        monkeypatch.setattr(system(), name, lambda _: None)  # no power fails here
    for name in ("data", "cache", "config"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / name))
    desk = tmp_path / "a"
    hostile_study(desk / "study")
    guide = desk / "study" / "guide.yaml"
    guide.write_text(f"{guide.read_text(encoding='utf-8')}\non_withdrawal: delete\n", encoding="utf-8")
    acts = (do.AskQuestion("A1"), do.TakeNote(f"som en {WORD} for Kari"), do.TakeNote("hva da?", "follow_up"))
    read = Study(desk / "study").guide().guide
    assert read is not None
    for code in ("I2", "P1"):
        hold(desk / "study", code, acts[: 3 if code == "I2" else 1], guide=read)
    (desk / "ny.txt").write_text("det ble sagt annerledes\n", encoding="utf-8")
    (desk / "t.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:03.000\n<v Kari>Ja, det var tungt.\n", encoding="utf-8")
    other = Path(shutil.copytree(desk, tmp_path / "b"))
    lock(Study(other / "study"), SAID)
    for place in (desk, other):
        shutil.copy(next((place / "study" / "interviews").glob("I2.*")), place / "I2-copy")
    yield desk, other
    KEYRING.let_go()


def say(desk: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> tuple[int, str, str]:
    """What a command says, with the passphrase at hand should it want one; names as in an open study."""
    monkeypatch.chdir(desk)
    out, err = io.StringIO(), io.StringIO()
    read, write = os.pipe()
    os.write(write, f"{SAID}\n".encode())
    os.close(write)
    with redirect_stdout(out), redirect_stderr(err):
        code = main([*command, "--study", "study", "--passphrase-fd", str(read)])
    os.close(read)
    return code, as_open(out.getvalue()), as_open(err.getvalue())


def as_open(text: str) -> str:
    text = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("  keys/"))
    return re.sub(r"/[ab]/", "/x/", text.replace(".locked", ".jsonl"))


def written(desk: Path) -> dict[str, object]:
    """What was written outward, by name; packed files by what is in them."""
    found: dict[str, object] = {}
    for path in sorted(desk.rglob("*")):
        name = as_open(path.relative_to(desk).as_posix())
        if not path.is_file() or name.startswith("study/keys/"):
            continue
        data = path.read_bytes()
        if path.suffix == ".qdpx":
            with zipfile.ZipFile(path) as packed:
                found[name] = {one: packed.read(one) for one in packed.namelist()}
        else:
            ours = path.suffix in (".jsonl", ".locked") or name == "I2-copy"
            found[name] = "" if ours else as_open(data.decode("utf-8", "surrogateescape"))
    return found


def test_all_that_is_asked_of_a_locked_study_is_answered_as_in_an_open_one(
    desks: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, other = desks
    for command in COMMANDS:
        assert say(desk, command, monkeypatch) == say(other, command, monkeypatch), command
        assert written(desk) == written(other), command
    assert not [path for path in (other / "study").rglob("*.jsonl") if "tables" not in path.parts]


def test_help_and_where_name_the_files_as_they_are_called_here(
    desks: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for desk, name, locked in zip(desks, ("study.jsonl", "study.locked"), (False, True), strict=True):
        main(["reflect", "--help", "--study", str(desk / "study")])
        assert name in capsys.readouterr().out
        assert (f'"locked": {str(locked).lower()}' in say(desk, ("where", "--json"), monkeypatch)[1]) is True
    main(["reflect", "--help"])
    assert "study.jsonl" in capsys.readouterr().out
