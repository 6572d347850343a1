"""Whether a file is its owner's alone, where the system has signs for that."""

import stat
import sys
from pathlib import Path


def is_private(*paths: Path) -> bool:
    """Whether nobody else may read or change these files and folders.

    Windows has lists of rights instead. Wine shows its own and not those that it was given, so what the program asks
    for is looked at where it asks (tests/windows/test_system.py).
    """
    wanted = [(path, 0o700 if path.is_dir() else 0o600) for path in paths if path.exists()]
    return len(wanted) == len(paths) > 0 and (
        sys.platform == "win32" or all(stat.S_IMODE(path.stat().st_mode) == mode for path, mode in wanted)
    )
