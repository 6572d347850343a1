"""Other people's programs, run where they are installed.

Nothing is asked of them but what they print; what is handed to them goes in by standard input, so that nobody's words
stand among a process's arguments.
"""

import os
import subprocess
import sys
from shutil import which

from guide.frozen import Value


class Ran(Value):
    """What a program printed, and the last line that it complained in."""

    printed: bytes
    complaint: str


def is_installed(program: str) -> bool:
    """Whether there is a program of this name."""
    return which(program) is not None


def run_program(*command: str, given: bytes = b"") -> Ran:
    """Run a program to its end, without a shell, and hand it ``given``."""
    done = subprocess.run(  # noqa: S603  no shell, paths as given
        command, input=given, capture_output=True, check=False, env=_environment_for_others()
    )
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return Ran(done.stdout, lines[-1] if lines else "")


def _environment_for_others() -> dict[str, str]:
    """The environment as the user has it: a single-file program finds its own libraries first, which are not theirs."""
    found = dict(os.environ)
    if getattr(sys, "frozen", False):
        found.pop("LD_LIBRARY_PATH", None)
        users = found.pop("LD_LIBRARY_PATH_ORIG", None)
        if users is not None:
            found["LD_LIBRARY_PATH"] = users
    return found
