"""The single-file program where there is no Python, nothing but the C library.

``make bundle`` makes it and runs these.
"""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from bundle.__main__ import PROGRAM
from tests.guide.documents.hostile_others import html_plain, odt_plain
from tests.guide.importing.test_pdf_reader import one_column
from tests.interviewer import records
from tests.terminal import Terminal
from tests.test_manual import WORD_GUIDE
from tests.tui.studies import study_with

pytestmark = pytest.mark.skipif("BUNDLE" not in os.environ, reason="the single file is made first: make bundle")

LIBC = ("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1")
WORDS = "hestekrefter i fjøset"


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A root folder with the C library, its loader, the program, and nothing else."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        pytest.skip("a root folder of its own: Linux, with unshare")
    root = tmp_path / "root"
    told = subprocess.run(["ldd", PROGRAM], capture_output=True, text=True, check=True).stdout
    needed = {Path(found) for found in re.findall(r"(?<=\s)/\S+", told)}
    folder = next(path.parent for path in needed if path.name == "libc.so.6")
    for path in {*needed, *(folder / name for name in LIBC)}:
        assert path.name in LIBC or path.name.startswith("ld-linux"), path
        copy = root / path.relative_to("/")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    for name in ("tmp", "home"):
        (root / name).mkdir()
    shutil.copy(PROGRAM, root / "intervjuguide")
    return root


def inside(root: Path, *arguments: str, env: Mapping[str, str | None] | None = None) -> Terminal:
    """The program in a terminal, seeing nothing but that root."""
    told = {"HOME": "/home", "PATH": "/", "LANG": "nb_NO.UTF-8", "LD_LIBRARY_PATH": None, **(env or {})}
    told |= {name: None for name in os.environ if name.startswith(("XDG_", "PYTHON", "TMP"))}
    unshare, chroot = (shutil.which(name) or name for name in ("unshare", "chroot"))
    return Terminal([unshare, "-r", chroot, root, "/intervjuguide", *arguments], env=told)


def holding(folder: Path, words: str) -> list[str]:
    """The files in a folder in which words stand."""
    found = (path for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes())
    return sorted(str(path.relative_to(folder)) for path in found)


def test_the_demo_runs_with_nothing_but_libc(bare: Path) -> None:
    with inside(bare, "demo", "/home/demo") as terminal:
        terminal.wait_for("B1")
        (unpacked,) = (bare / "tmp").iterdir()
        assert unpacked.stat().st_mode & 0o777 == 0o700
        terminal.press("enter")
        terminal.press("esc")
        for line in ("/a1", WORDS):
            terminal.type(line)
            terminal.press("enter")
            terminal.wait_for(WORDS if line == WORDS else "A1")
        log = bare / "home/demo/interviews/I1.jsonl"
        terminal.wait_for(lambda _: any(one.get("text") == WORDS for one in records(log)))
        assert holding(bare, WORDS) == ["home/demo/interviews/I1.jsonl"]
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert list((bare / "tmp").iterdir()) == []
    written = {str(path.relative_to(bare)) for path in (bare / "home").rglob("*") if path.is_file()}
    assert written == {
        "home/.config/intervjuguide/greeted",
        "home/demo/guide.yaml",
        "home/demo/interviews/I1.jsonl",
        "home/demo/study.jsonl",
    }


def test_a_kill_leaves_a_folder_of_libraries_and_nobodys_words(bare: Path) -> None:
    with inside(bare, "demo", "/home/demo") as terminal:
        terminal.wait_for("B1")
        terminal.press("esc")
        terminal.type(WORDS)
        terminal.wait_for(WORDS)
        os.killpg(terminal.process.pid, 9)
        terminal.process.wait()
    assert len(list((bare / "tmp").iterdir())) == 1
    assert holding(bare / "tmp", WORDS) == []


def run(*arguments: object, given: str = "", code: int = 0, cwd: Path | None = None) -> str:
    """A command of the single file, in the test's own home; what it said."""
    command: list[str | Path] = [PROGRAM, *map(str, arguments)]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False, cwd=cwd)
    assert done.returncode == code, (arguments, done.stdout, done.stderr)
    return f"{done.stdout}{done.stderr}"


def test_what_needs_a_library_is_done(tmp_path: Path) -> None:
    """Word in and out, Excel, a passphrase: all that the extras are for, but Parquet, which is told."""
    study = study_with(tmp_path / "study", "I1")
    assert "vedlegg1.docx" in run("new", tmp_path / "from-word", "--from", WORD_GUIDE)
    assert (tmp_path / "from-word" / "guide.yaml").read_text(encoding="utf-8").count("ask:") > 3
    for given in (["guide", "-o", "guide.docx"], ["tables", "--as", "xlsx", "-o", "tables.xlsx"]):
        run("export", *given, "--study", study, cwd=tmp_path)
        assert zipfile.is_zipfile(tmp_path / given[-1])
    run("review", "--word", "report.docx", "--study", study, cwd=tmp_path)
    assert re.search("one file|én fil", run("export", "tables", "--as", "parquet", "--study", study, code=2))
    for command in ("lock", "unlock"):
        run(command, "--passphrase-fd", "0", "--study", study, given="correct horse battery\n")
    assert records(study / "interviews" / "I1.jsonl")


def test_documents_of_each_kind_are_read(tmp_path: Path) -> None:
    """Each reader has a library of its own in the one file."""
    given = {"guide.pdf": one_column().bytes(), "guide.odt": odt_plain(), "guide.html": html_plain()}
    for name, data in given.items():
        (tmp_path / name).write_bytes(data)
        said = run("new", tmp_path / name.partition(".")[2], "--from", tmp_path / name)
        assert "guide.yaml" in said, name


def test_it_has_nothing_that_could_open_an_encrypted_connection() -> None:
    assert all(name not in PROGRAM.read_bytes() for name in (b"libssl.so", b"_ssl.cpython"))
