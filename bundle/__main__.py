"""``make bundle``: the program as one file, measured and tried.

PyInstaller puts the interpreter, the packages and our own wheel into ``dist/intervjuguide``, each as it is in a lock of
its own; all else that is made lands in ``.cache/bundle``. It is made for the system that it is made on. When it starts
it unpacks libraries into a temporary folder, for its owner only, and takes them away at the end; nothing of a study is
ever in there.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.terminal import Terminal

HERE = Path(__file__).parent
ROOT = HERE.parent
PLACE = ROOT / ".cache" / "bundle"
LOCK = HERE / "bundle.lock"
PROGRAM = ROOT / "dist" / ("intervjuguide.exe" if sys.platform == "win32" else "intervjuguide")

ROOMS = ("guide", "interviews", "tui")
WITH_FILES = ("guide", "tui", "textual", "docx")
WITHOUT = (
    "_hashlib _ssl ssl "  # it has no business on a network
    "IPython _tkinter bz2 distutils doctest lib2to3 lzma multiprocessing pkg_resources pydoc pygments readline "
    "setuptools sqlite3 tkinter unittest lxml.builder lxml.cssselect lxml.html lxml.isoschematron lxml.objectify "
    "lxml.sax pyarrow"
).split()
"""What some library would use if it were there, and no command of ours needs: unpacked at each start, it costs time."""

PYINSTALLER = re.compile(r"^pyinstaller==[^\\\n]*(?:\\\n[^\\\n]*)+", re.MULTILINE)
TIMES = 7


def environment() -> Path:
    """The Python in which it is made, set up where the lock has changed."""
    folder, stamp = PLACE / "venv", PLACE / "ready"
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text(encoding="ascii") != wanted:
        print("Setting up what makes it (once) …", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        install(python, "--require-hashes", "-r", LOCK)
        if sys.platform == "linux" and shutil.which("cc") is not None:
            with_own_zlib(python)
        stamp.write_text(wanted, encoding="ascii")
    return python


def with_own_zlib(python: Path) -> None:
    """Build PyInstaller anew: the beginning that its wheel puts before a program asks for the system's zlib."""
    alone = PLACE / "pyinstaller.txt"
    alone.write_text(PYINSTALLER.findall(LOCK.read_text(encoding="utf-8"))[0], encoding="utf-8")
    os.environ |= {"PYINSTALLER_COMPILE_BOOTLOADER": "1", "PYI_STATIC_ZLIB": "1"}
    how = ("--force-reinstall", "--no-cache-dir", "--no-build-isolation", "--no-binary=pyinstaller", "--require-hashes")
    install(python, *how, "-r", alone)


def install(python: Path, *what: str | Path) -> None:
    """Let pip install packages and nothing that they ask for."""
    command = [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-deps", *what]
    subprocess.run(command, check=True)


def build(python: Path) -> None:
    """Make the wheel, and of it the one file."""
    wheels = PLACE / "wheel"
    shutil.rmtree(wheels, ignore_errors=True)
    wheel: list[str | Path] = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", wheels]
    subprocess.run(wheel, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    install(python, "--force-reinstall", *wheels.glob("*.whl"))
    print("Making the one file (a minute) …", flush=True)
    env = {**os.environ, "PYINSTALLER_CONFIG_DIR": str(PLACE / "config")}
    subprocess.run([python, "-P", "-m", "PyInstaller", *options(), HERE / "start.py"], check=True, cwd=PLACE, env=env)


def options() -> list[str]:
    """What PyInstaller is told."""
    given = ["--onefile", "--console", "--noupx", "--noconfirm", "--log-level=ERROR", "--name=intervjuguide"]
    given += [f"--distpath={PROGRAM.parent}", f"--workpath={PLACE / 'work'}", f"--specpath={PLACE / 'work'}"]
    given += ["--strip"] if sys.platform == "linux" else []  # elsewhere it may spoil a library or its signature
    given += [f"--collect-submodules={room}" for room in (*ROOMS, "textual.widgets")]
    given += [f"--collect-data={name}" for name in WITH_FILES]
    return [*given, "--copy-metadata=textual", *(f"--exclude-module={name}" for name in WITHOUT)]


def least_seconds(act: Callable[[], object]) -> float:
    """The least time that something takes, as ``tests/bench`` measures: all else is the machine's other work."""
    times = []
    for _ in range(TIMES):
        start = time.monotonic()
        act()
        times.append(time.monotonic() - start)
    return min(times)


def run(program: Path, *arguments: str | Path) -> None:
    """Run a command of the program that needs no terminal."""
    subprocess.run([program, *arguments], check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)


def show_first_frame(program: Path) -> None:
    """Open the demo in a terminal, until its guide is there."""
    with tempfile.TemporaryDirectory() as folder, Terminal([program, "demo", folder], anew=True) as terminal:
        terminal.wait_for("A1")


def least_libc() -> str:
    """The oldest C library that it starts with: the newest that any library in it names."""
    found = set()
    with tempfile.TemporaryDirectory(dir=PLACE) as folder:
        subprocess.run([PLACE / "venv/bin/python", "-P", "-c", UNPACK, PROGRAM, folder], check=True)
        for path in Path(folder).iterdir():
            found |= {
                tuple(map(int, one.split(b"."))) for one in re.findall(rb"GLIBC_([0-9.]+[0-9])\0", path.read_bytes())
            }
    return ".".join(map(str, max(found, default=(0,))))


UNPACK = """
import sys, pathlib
from PyInstaller.archive.readers import CArchiveReader
packed = CArchiveReader(sys.argv[1])
for number, (name, entry) in enumerate(packed.toc.items()):
    if entry[-1] == "b":
        pathlib.Path(sys.argv[2], str(number)).write_bytes(packed.extract(name))
"""


def main() -> int:
    """Make it, try it, and print what it costs."""
    build(environment())
    print(f"\n{PROGRAM.relative_to(ROOT)}: {PROGRAM.stat().st_size / 1e6:.1f} MB", flush=True)
    if sys.platform == "linux":
        print(f"It needs glibc {least_libc()} or newer, and nothing else.")
    installed = ROOT / ".venv" / "bin" / "intervjuguide"
    sample = ROOT / "guide" / "samples" / "musikkterapi.yaml"
    print(f"{f'least seconds of {TIMES}':24}{'one file':>10}{'installed':>11}{'times':>7}")
    acts: dict[str, Callable[[Path], None]] = {
        "--version": lambda program: run(program, "--version"),
        "check": lambda program: run(program, "check", sample),
        "demo, the first frame": show_first_frame,
    }
    for what, act in acts.items() if installed.exists() else ():
        ours, theirs = (least_seconds(partial(act, program)) for program in (PROGRAM, installed))
        print(f"{what:24}{ours:10.2f}{theirs:11.2f}{ours / theirs:7.1f}", flush=True)
    tests = [sys.executable, "-m", "pytest", "-q", "-n", "0", "tests/test_bundle.py"]
    return subprocess.run(tests, check=False, cwd=ROOT, env={**os.environ, "BUNDLE": "1"}).returncode


if __name__ == "__main__":
    sys.exit(main())
