"""Everything printed outside the screens goes through here, made harmless for the terminal first."""

import sys
from pathlib import Path
from shlex import quote
from shutil import which

from tui.verbatim import visible


def say(text: str = "") -> None:
    """Print to standard output, where there is one: it can be closed from the start (``>&-``)."""
    if sys.stdout is not None:
        sys.stdout.write("\n".join(visible(line) for line in text.split("\n")) + "\n")


def program_name() -> str:
    """The program as it can be called again from here: by its name, else by the path that it was called by."""
    called = Path(sys.argv[0])
    if which("intervjuguide") is not None or called.name != "intervjuguide":
        return "intervjuguide"
    here = Path.cwd()
    return quote(str(called.relative_to(here) if called.is_relative_to(here) else called))


def complain(text: str) -> None:
    """Print one line to standard error."""
    sys.stderr.write(visible(text) + "\n")
