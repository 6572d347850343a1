"""``new --from`` with files that cannot become a guide: one line that says why, no folder made, in bounded memory."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.guide.documents.hostile import CASES
from tests.guide.documents.packages import LAST, plain
from tests.warm import run_module

PATIENCE = 120  # seconds: only so that a test that hangs ends at all

FILES = [
    "an old .doc called .docx", "a PDF", "half a file", "nothing", "locked by a password", "a bomb in the text",
    "a bomb that lies about its size", "no main part", "only headings", "a shopping list", "placeholders",
    "random bytes called .txt", "a damaged OpenDocument text",
]  # fmt: skip


def new(study: Path, source: Path, language: str = "en") -> subprocess.CompletedProcess[str]:
    program = "tests.guide.documents.limited_program"
    return run_module(
        program, "new", study, "--from", source, patience=PATIENCE, environment={"INTERVJUGUIDE_LANGUAGE": language}
    )


def refused(done: subprocess.CompletedProcess[str], study: Path, source: Path) -> None:
    """One line of standard error that names the file, a code that says so, and nothing made."""
    assert done.returncode not in (0, -9), done
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert source.name in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert not study.exists()


@pytest.mark.parametrize("name", FILES)
def test_what_cannot_be_read_is_refused_in_a_line(tmp_path: Path, name: str) -> None:
    source = tmp_path / CASES[name].file
    source.write_bytes(CASES[name].build())
    study = tmp_path / "studie"
    refused(new(study, source, "nb" if "bomb" in name else "en"), study, source)


def _folder(path: Path) -> None:
    path.mkdir()


def _missing(path: Path) -> None:
    assert not path.exists()


def _circle(path: Path) -> None:
    path.symlink_to(path)


def _closed(path: Path) -> None:
    path.write_bytes(plain())
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("whoever runs this may read everything")


def _huge(path: Path) -> None:
    """Three gigabytes of nothing, which take no room on the disk."""
    with path.open("wb") as file:
        file.truncate(3 << 30)


@pytest.mark.parametrize("suffix", ["docx", "md"])
@pytest.mark.parametrize("make", [_folder, _missing, _circle, _closed, _huge])
def test_what_is_no_file_is_refused_in_a_line(tmp_path: Path, make: Callable[[Path], None], suffix: str) -> None:
    source = tmp_path / f"guide.{suffix}"
    make(source)
    study = tmp_path / "studie"
    refused(new(study, source), study, source)


def test_a_guide_with_fifty_megabytes_of_photos_is_read(tmp_path: Path) -> None:
    source = tmp_path / "guide.docx"
    source.write_bytes(CASES["50 MB because of a picture"].build())
    study = tmp_path / "studie"
    done = new(study, source)
    assert done.returncode == 0, done.stderr
    assert LAST in (study / "guide.yaml").read_text(encoding="utf-8")
