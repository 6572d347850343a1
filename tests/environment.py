"""The one environment that all tests and all programs they start see, whichever terminal the tests run in."""

import atexit
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

BLOCKED = Path(__file__).parent / "blocked"

# Each of these changes what a program draws, or where it looks.
UNWANTED = (
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLORFGBG",
    "COLUMNS",
    "FORCE_COLOR",
    "LANGUAGE",
    "LINES",
    "NO_COLOR",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONWARNINGS",
    "TERM_PROGRAM",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
)


def pin() -> None:
    """Set the environment before anything reads it: Textual does so while it is imported."""
    for name in [*UNWANTED, *(name for name in os.environ if name.startswith("TEXTUAL_"))]:
        os.environ.pop(name, None)
    os.environ.update(
        TERM="xterm-256color",
        COLORTERM="truecolor",
        TEXTUAL_DISABLE_KITTY_KEY="1",
        LANG="C.UTF-8",
        LC_ALL="C.UTF-8",
        TZ="CET-1CEST,M3.5.0,M10.5.0/3",  # Oslo, spelt out: it needs no time zone files
        PYTHONPATH=os.pathsep.join([str(BLOCKED), *inherited_path()]),
        **homes(),
    )
    if sys.platform != "win32":  # which looks anew by itself
        time.tzset()


def inherited_path() -> list[str]:
    """What PYTHONPATH held before, without our own folder: a second process of the tests inherits that."""
    return [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path not in ("", str(BLOCKED))]


def homes() -> dict[str, str]:
    """An empty home that vanishes with the tests, so that nobody's settings get in and nothing of ours gets out."""
    home = tempfile.mkdtemp(prefix="intervjuguide-home-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    places = {"CACHE": ".cache", "CONFIG": ".config", "DATA": ".local/share", "STATE": ".local/state"}
    return {
        "HOME": home,
        "USERPROFILE": home,
        **{f"XDG_{name}_HOME": f"{home}/{place}" for name, place in places.items()},
    }
