"""``make interop``: set up other people's readers, make the exports, read them back.

Environments and locks of their own, in .cache/interop; nothing of them is in ``make test``. Spark is there where Java
is; programs that are not installed are named at the end. ``--set-up`` makes the environments and stops there. With
``EVENTS`` only the published queries are run, by DuckDB and Spark, over a study as large as ``make scale`` has it.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PLACE = ROOT / ".cache" / "interop"


def environment(name: str, *locks: str) -> Path:
    """The Python of an environment with these locks in it, set up where they have changed."""
    folder = PLACE / name
    wanted = hashlib.sha256(b"".join((HERE / lock).read_bytes() for lock in locks)).hexdigest()
    ready = folder / "ready"
    python = folder / "bin" / "python"
    if not ready.exists() or ready.read_text(encoding="utf-8") != wanted:
        print(f"Setting up {name} (once) …", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        for lock in locks:
            install = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes"]
            subprocess.run([*install, "--no-deps", "-r", str(HERE / lock)], check=True)
        ready.write_text(wanted, encoding="utf-8")
    return python


def main() -> int:
    """Do all of it; the readers' own exit code."""
    spark = ("spark.lock",) if shutil.which("java") and not os.environ.get("WITHOUT_SPARK") else ()
    readers = environment("readers", "readers.lock", *spark)
    taguette = environment("taguette", "taguette.lock")
    if "--set-up" in sys.argv[1:]:
        return 0
    count, events = os.environ.get("INTERVIEWS") or "1000", os.environ.get("EVENTS") or ""
    made = PLACE / ("large" if events else "made")
    size = f"{count} interviews of {events} events" if events else f"{count} interviews"
    print(f"Making the exports, one study with {size} …", flush=True)
    given = [str(made), count, *([events] if events else [])]
    subprocess.run([sys.executable, "-P", "-m", "tests.interop.make", *given], check=True, cwd=ROOT)
    told = {"INTEROP_MADE": str(made), "INTEROP_TAGUETTE": str(taguette), "PYTHONPATH": str(HERE)}
    tests = [str(path) for path in sorted(HERE.glob("read_*.py"))]
    if events:  # pandas alone would need tens of gigabytes for ten thousand logs
        tests = [str(HERE / "read_tables.py"), "-k", "generated and (sql or spark)", "--durations=0"]
    options = ["-c", os.devnull, f"--rootdir={HERE}", f"--confcutdir={HERE}", "-p", "no:cacheprovider", "-q", "-rs"]
    command = [str(readers), "-m", "pytest", *options, "-W", "ignore", *tests, *sys.argv[1:]]
    return subprocess.run(command, check=False, cwd=ROOT, env={**os.environ, **told}).returncode


if __name__ == "__main__":
    sys.exit(main())
