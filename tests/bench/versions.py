"""The program as it is in this checkout, and as it was at another commit, built beside in an environment of its own."""

import os
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
BESIDE = ROOT / ".cache" / "bench"


@dataclass(frozen=True)
class Version:
    """One build of the program: the folder that its sources lie in, and the Python that has it installed."""

    name: str
    root: Path
    python: Path

    @property
    def command(self) -> tuple[str, ...]:
        """The command, as people start it."""
        script = self.python.parent / "intervjuguide"
        return (str(script),) if script.exists() else (str(self.python), "-m", "tui")


TODAY = Version("today", ROOT, Path(sys.executable))


def unpacked(commit: str) -> Path:
    """The folder with the program at that commit, under ``.cache/bench``, where it stays for the next time.

    Raises:
        SystemExit: there is no such commit.
    """
    named = subprocess.run(
        ["git", "rev-parse", "--quiet", "--verify", f"{commit}^{{commit}}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if named.returncode:
        raise SystemExit(f"BEFORE={commit} names no commit of this repository.")
    sha = named.stdout.strip()
    folder = BESIDE / sha[:12]
    if not (folder / "Makefile").exists():
        BESIDE.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=BESIDE))
        packed = subprocess.run(["git", "archive", sha], cwd=ROOT, capture_output=True, check=True).stdout
        with tarfile.open(fileobj=BytesIO(packed)) as archive:
            archive.extractall(fresh, filter="data")
        fresh.replace(folder)
    return folder


def built(commit: str) -> Version:
    """The program at that commit, built by its own set-up.

    Raises:
        SystemExit: there is no such commit, or it cannot be built.
    """
    folder = unpacked(commit)
    sys.stdout.write(f"Building {folder.name} in {folder.relative_to(ROOT)} …\n")
    sys.stdout.flush()
    own = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    made = subprocess.run(["make", "--no-print-directory", ".venv/.ready"], cwd=folder, env=own, check=False)
    if made.returncode:
        raise SystemExit(f"{commit} could not be built in {folder}; see above.")
    return Version("before", folder, folder / ".venv" / "bin" / "python")
