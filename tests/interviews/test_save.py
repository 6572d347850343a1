"""A file has its name only when all of it is on the disk, and a kill leaves no words behind."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from interviews.os_support import make_folder, system
from interviews.save import save, sweep
from tests.modes import is_private

HALF = ".r.html.0123abcd.intervjuguide"
KILLED = """
import os, signal, sys
from pathlib import Path
from interviews.os_support import system
from interviews.save import save
if sys.argv[2] == "named":
    system().open_nameless = lambda _: None
def kill(*_, **__):
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
setattr(os if sys.argv[3] == "link" else system(), sys.argv[3], kill)
save(Path(sys.argv[1]), b"people's words")
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(params=["nameless", "named"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways: as Linux does it, and as macOS and other file systems must."""
    if request.param == "named":
        monkeypatch.setattr(system(), "open_nameless", lambda _: None)


@pytest.mark.usefixtures("_way")
def test_a_file_is_written_or_replaced_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    path = tmp_path / ("æ" * 120 + ".html")
    for data in (b"a" * 3_000_000, b"second", b""):
        save(path, data)
        assert path.read_bytes() == data
        assert is_private(path)
    save(path, b"for others too", mode=0o644)
    assert sys.platform == "win32" or stat.S_IMODE(path.stat().st_mode) == 0o644
    assert names(tmp_path) == [path.name]


@pytest.mark.usefixtures("_way")
def test_what_must_be_new_replaces_nothing(tmp_path: Path) -> None:
    path = tmp_path / "guide.yaml"
    save(path, b"mine", new=True)
    with pytest.raises(FileExistsError):
        save(path, b"yours", new=True)
    assert path.read_bytes() == b"mine"
    assert names(tmp_path) == ["guide.yaml"]


def test_a_stick_on_which_a_file_has_one_name_takes_it_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: Any, **__: Any) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(system(), "open_nameless", lambda _: None)
    monkeypatch.setattr(os, "link", refused)
    save(tmp_path / "guide.yaml", b"mine", new=True)
    with pytest.raises(FileExistsError):
        save(tmp_path / "guide.yaml", b"yours", new=True)
    assert (tmp_path / "guide.yaml").read_bytes() == b"mine"
    assert names(tmp_path) == ["guide.yaml"]


@pytest.mark.usefixtures("_way")
@pytest.mark.parametrize("place", [(system(), "sync"), (os, "write"), (system(), "replace")])
def test_what_cannot_be_written_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: tuple[Any, str]
) -> None:
    save(tmp_path / "r.html", b"first")

    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(*place, full)
        with pytest.raises(OSError, match="space"):
            save(tmp_path / "r.html", b"second")
    assert (tmp_path / "r.html").read_bytes() == b"first"
    assert names(tmp_path) == ["r.html"]


@pytest.mark.parametrize("step", ["sync", "link", "replace"])
@pytest.mark.parametrize("way", ["nameless", "named"])
def test_what_a_kill_left_is_gone_with_the_next_file_in_that_folder(tmp_path: Path, way: str, step: str) -> None:
    if (way, step) == ("named", "link"):
        return  # no link is made there
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path / "r.html"), way, step],
        check=False,
        cwd=Path(__file__).parents[2],
        timeout=60,
    )
    assert done.returncode in (-9, 15)  # the latter is how Windows ends a program at once
    left = names(tmp_path)
    nameless = way == "nameless" and bool(getattr(system(), "NAMELESS", 0))
    assert len(left) == (0 if nameless and step in ("sync", "link") else 1)
    save(tmp_path / "other.md", b"")
    assert names(tmp_path) == ["other.md"]


def test_what_another_window_is_writing_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    (tmp_path / HALF).write_bytes(b"half")
    others = [".r.html.0123abcd", ".other.html.k3_x9abc", "r.html.0123abcd.intervjuguide", ".intervjuguide"]
    for name in others:
        (tmp_path / name).write_bytes(b"somebody's own")
        (tmp_path / name).chmod(0o644)
    (tmp_path / ".link.01234567.intervjuguide").symlink_to(tmp_path / "none")
    with (tmp_path / HALF).open("rb") as held:
        system().lock(held.fileno())
        sweep(tmp_path, "r.html")
        assert (tmp_path / HALF).exists()
    sweep(tmp_path, "r.html")
    assert names(tmp_path) == sorted([*others, ".link.01234567.intervjuguide"])


def test_what_version_0_1_left_beside_a_report_is_gone_with_the_next_one(tmp_path: Path) -> None:
    for name in (".r.html.k3_x9abc", ".s.html.k3_x9abc"):
        (tmp_path / name).touch(mode=0o600)
    save(tmp_path / "r.html", b"")
    assert names(tmp_path) == [".s.html.k3_x9abc", "r.html"]


def test_every_folder_that_is_made_is_made_durable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(system(), "sync_name", synced.append)
    before = os.umask(0)
    try:
        make_folder(tmp_path / "a" / "b" / "c")
    finally:
        os.umask(before)
    assert synced == [tmp_path, tmp_path / "a", tmp_path / "a" / "b"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")} == {0o700}
    make_folder(tmp_path / "a")
    assert len(synced) == 3
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match=r"exists|Not a directory"):
        make_folder(tmp_path / "file" / "d")


def test_no_picture_of_the_memory_reaches_a_disk() -> None:
    """Neither of the program nor of what it starts, whatever the shell allows."""
    program = (
        "import ctypes, resource, subprocess, sys\n"
        "from tui.main import main\n"
        "main(['review', '--study', 'nowhere'])\n"
        "dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == 'linux' else 0\n"
        "child = subprocess.run(['sh', '-c', 'ulimit -c'], capture_output=True, text=True).stdout\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE), dumpable, child)\n"
    )
    done = subprocess.run(
        ["sh", "-c", 'ulimit -S -c "$(ulimit -H -c)"; exec "$0" -c "$1"', sys.executable, program],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.split("\n") == ["(0, 0) 0 0", "", ""]
