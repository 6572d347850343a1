"""Printing outside the screens, made harmless first."""

import errno
import os
import sys
from pathlib import Path
from shlex import split
from shutil import get_terminal_size, which
from textwrap import wrap
from typing import TextIO

from interviews.os_support import quote
from tui.escape import escape_controls
from tui.signs import DRAWING


def print_out(text: str = "") -> None:
    """Print to standard output, where there is one: it can be closed from the start (``>&-``).

    A reader that has left (``| head``) has seen enough, and what was asked for is done all the same.
    """
    if sys.stdout is not None:
        try:
            _write(text, sys.stdout)
        except OSError as error:
            if not has_left(error):
                raise
            print_nowhere()


def has_left(error: OSError) -> bool:
    """Whether an error says that nobody reads our output any more."""
    nameless = sys.platform == "win32" and error.errno == errno.EINVAL and not error.filename
    return isinstance(error, BrokenPipeError) or nameless


def print_nowhere() -> None:
    """Let standard output lead nowhere from now on."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(text: str, stream: TextIO) -> None:
    """Write lines; a terminal gets the signs that it can draw, everything else the text as it is."""
    lines = [escape_controls(line) for line in text.split("\n")]
    if DRAWING.in_ascii and stream.isatty():
        lines = [DRAWING.printed(line) for line in lines]
    stream.write("\n".join(lines) + "\n")


def say_folded(text: str) -> None:
    """Print a text for a person at a terminal: its lines end between words, and a command can still be copied.

    A line that is indented is a command. Where this is no terminal nothing is folded: programs find whole lines.
    """
    if sys.stdout is None:
        return
    print_out(_folded(text, sys.stdout))


def complain_folded(text: str) -> None:
    """The same on standard error."""
    if sys.stderr is not None:
        print_error(_folded(text, sys.stderr))


def _folded(text: str, stream: TextIO) -> str:
    width = get_terminal_size().columns if stream.isatty() else 0
    return "\n".join(line for part in text.split("\n") for line in _fold(part, width))


def _fold(line: str, width: int) -> list[str]:
    if not width:
        return [line]
    from rich.cells import cell_len  # the help of a command waits for nothing of it

    if cell_len(line) <= width:
        return [line]
    if not line.startswith("  "):
        return wrap(line, width, break_long_words=False, break_on_hyphens=False)
    if os.name == "nt":
        return [line]  # each of its shells has another sign for a command that goes on
    first, *rest = map(quote, split(line))
    rows = [f"  {first}"]
    for piece in rest:
        if cell_len(f"{rows[-1]} {piece} \\") > width and rows[-1].strip() != first:
            rows[-1] += " \\"
            rows.append(f"    {piece}")
        else:
            rows[-1] += f" {piece}"
    return rows


def program_name() -> str:
    """The program as it can be called again from here: by its name, else by the path that it was called by."""
    called = Path(sys.argv[0])
    if which("intervjuguide") is not None or called.name != "intervjuguide":
        return "intervjuguide"
    here = Path.cwd()
    return quote(str(called.relative_to(here) if called.is_relative_to(here) else called))


def print_error(text: str) -> None:
    """Print to standard error, where there is one."""
    if sys.stderr is not None:
        _write(text, sys.stderr)


OK, DATA, USAGE = 0, 1, 2
"""Done; the guide or the data has errors; the command was wrong."""


class UsageError(Exception):
    """The command was wrong; its text is the one line that says how."""
