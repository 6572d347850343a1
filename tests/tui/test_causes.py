"""What the system says of a file is said in the person's language, whichever command met it."""

import errno
import os
import re
from pathlib import Path

import pytest

from guide.files import Cause, cause_of
from interviews.failures import failure_of
from tests.tui.test_cli import run
from tui.sentences.problems import CAUSES
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]


def test_a_missing_file_is_said_in_norwegian_by_every_command(tmp_path: Path, capsys: Captured) -> None:
    study = tmp_path / "s"
    assert run("new", study) == 0
    guide = study / "guide.yaml"
    guide.write_text(
        re.sub("^language: .*", "language: nb", guide.read_text("utf-8"), flags=re.MULTILINE), encoding="utf-8"
    )
    missing = tmp_path / "ingen.txt"
    for arguments in (
        ("transcript", missing),
        ("new", tmp_path / "t", "--from", missing),
        ("export", "method", "--fact", f"setting=@{missing}"),
        ("correct", "study", "--note", "1", "--text-file", missing),
    ):
        capsys.readouterr()
        assert run(*arguments, *(() if arguments[0] == "new" else ("--study", study))) in (1, 2), arguments
        said = capsys.readouterr().err
        assert "No such file" not in said, arguments


def test_every_cause_is_a_sentence_in_both_languages_and_an_unknown_one_is_the_systems_own() -> None:
    nb, en = Translator("nb"), Translator("en")
    for name in CAUSES:
        if name not in ("odd", "no_key"):  # the program's own
            assert hasattr(errno, name)
        told = Cause("x", name)
        assert nb("{file} cannot be read ({reason})", file="f", reason=told) != en(
            "{file} cannot be read ({reason})", file="f", reason=told
        )
    strange = OSError(errno.EPIPE, os.strerror(errno.EPIPE))
    assert os.strerror(errno.EPIPE) in nb("{file} cannot be read ({reason})", file="f", reason=cause_of(strange))
    assert "disken svarer ikke" in nb.failure(failure_of(OSError(errno.EIO, "Input/output error"), Path("f")))


def test_a_folder_that_is_not_there_is_named_and_nothing_noted_as_written(tmp_path: Path, capsys: Captured) -> None:
    study = tmp_path / "s"
    assert run("new", study) == 0
    facts = study / "study.jsonl"
    before = facts.read_bytes() if facts.exists() else b""
    for arguments in (
        ("export", "paper", "-o", tmp_path / "ut" / "x.html"),
        ("review", "--html", tmp_path / "ut" / "r"),
    ):
        capsys.readouterr()
        assert run(*arguments, "--study", study) == 1, arguments
        assert f"there is no folder {tmp_path / 'ut'}" in capsys.readouterr().err
    assert (facts.read_bytes() if facts.exists() else b"") == before
