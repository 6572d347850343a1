"""The terminal outside the screens: printing, asking, reading.

What is printed is made harmless first. Standard input and output may be closed (``<&-``).
"""

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from guide.files import OddFileError, cause_of, read_file
from guide.schema import IN_PART
from interviews.os_support import quote
from tui.escape import escape_controls
from tui.keymap import KEYS
from tui.sentences.code_names import IN_PART_SAID
from tui.signs import DRAWING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guide.problems import Problem
    from tui.translator import Translator


def print_out(text: str = "") -> None:
    """Print to standard output, where there is one: it can be closed from the start (``>&-``).

    A reader that has left (``| head``) has seen enough, and what was asked for is done all the same.

    Raises:
        OutputLostError: where it leads cannot take it (``> file`` on a full disk).
    """
    if sys.stdout is not None:
        try:
            _write(text, sys.stdout)
        except OSError as error:
            if not has_left(error):
                raise OutputLostError(error) from error
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
        lines = [DRAWING.draw_line(line) for line in lines]
    stream.write("\n".join(lines) + "\n")


def told_in_part(_: "Translator") -> str:
    """That only a part is said in this language, for where somebody chooses it; empty where all is."""
    return _(IN_PART_SAID) if _.language in IN_PART else ""


def say_folded(text: str) -> None:
    """Print a text for a person at a terminal: its lines end between words, and a command can still be copied.

    A line that is indented is a command. Where this is no terminal nothing is folded: programs find whole lines.
    """
    if sys.stdout is None:
        return
    print_out(_fold_lines(text, sys.stdout))


def complain_folded(text: str) -> None:
    """The same on standard error."""
    if sys.stderr is not None:
        print_error(_fold_lines(text, sys.stderr))


def _fold_lines(text: str, stream: TextIO) -> str:
    width = 0
    if stream.isatty():
        from shutil import get_terminal_size  # brings every way of packing files

        width = get_terminal_size().columns
    return "\n".join(line for part in text.split("\n") for line in _fold(part, width))


def _fold(line: str, width: int) -> list[str]:
    if not width:
        return [line]
    from rich.cells import cell_len  # the help of a command waits for nothing of it

    if cell_len(line) <= width:
        return [line]
    if not line.startswith("  "):
        from textwrap import wrap

        return wrap(line, width, break_long_words=False, break_on_hyphens=False)
    if os.name == "nt":
        return [line]  # each of its shells has another sign for a command that goes on
    from shlex import split

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
    from shutil import which

    called = Path(sys.argv[0])
    if which("intervjuguide") is not None or called.name != "intervjuguide":
        return "intervjuguide"
    here = Path.cwd()
    return quote(str(called.relative_to(here) if called.is_relative_to(here) else called))


def tell_refused_keys(_: "Translator") -> bool:
    """Where a screen, or plain lines in its place, begin: which keys in the settings count for nothing, if any."""
    faults = KEYS.faults_to_tell()
    for fault in faults:
        complain_folded(f"intervjuguide: {_.failure(fault)}")
    return bool(faults)


def print_error(text: str) -> None:
    """Print to standard error, where there is one."""
    if sys.stderr is not None:
        _write(text, sys.stderr)


OK, DATA, USAGE, INTERRUPTED = 0, 1, 2, 130
"""Done; the guide or the data has errors; the command was wrong; Ctrl+C ended it."""


class OutputLostError(Exception):
    """Standard output leads where nothing can be written."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error


class UsageError(Exception):
    """The command was wrong; its text is the one line that says how."""


def at_terminal() -> bool:
    """Whether somebody sits there who can be asked, and sees the question."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def is_terminal_near() -> bool:
    """Whether a passphrase can be asked for: at the terminal itself, also where output or input leads elsewhere."""
    if sys.stdin is not None and sys.stdin.isatty():
        return True
    if sys.stderr is None or not sys.stderr.isatty():
        return False
    try:
        Path("/dev/tty").open("rb", buffering=0).close()
    except OSError:
        return False
    return True


def ask(question: str) -> str | None:
    """What the person answers; None where nobody does: no terminal, or the end of input (Ctrl+D)."""
    if not at_terminal():
        return None
    sys.stdout.write(question)
    sys.stdout.flush()
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        return ""  # an answer, and to no question a yes
    return line.strip() if line else None


_YES = frozenset({"j", "ja", "y", "yes"})
_NO = frozenset({"n", "nei", "no"})


def ask_anyone(question: str) -> str | None:
    """What is answered, by a person or by a pipe, whose later lines are left alone; None where nothing more comes."""
    if sys.stdin is None:
        return None
    if sys.stdout is not None:
        sys.stdout.write(f"{question} ")
        sys.stdout.flush()
    if sys.stdin.isatty():
        said = sys.stdin.readline()
        return said.strip() if said else None
    line = b""
    while not line.endswith(b"\n"):
        piece = os.read(sys.stdin.fileno(), 1)
        if not piece:
            break
        line += piece
    answer = line.decode("utf-8-sig", "replace").strip()
    if sys.stdout is not None:
        sys.stdout.write(f"{answer}\n")
    return answer if line else None


def yes_or_no(answer: str) -> bool | None:
    """Whether an answer is a yes or a no; None where it is neither."""
    said = answer.casefold()
    return said in _YES if said in _YES | _NO else None


def agrees(question: str) -> bool:
    """Whether the person says yes; nobody there, or anything else, is a no."""
    answer = ask(question)
    return answer is not None and answer.casefold() in _YES


def answer_to(question: str, again: str) -> bool | None:
    """Yes or no, asked until it is one of them; Enter is a no. None where nobody answers, or somebody stops with q."""
    while True:
        said = ask(question)
        if said is None or said.casefold() == "q":
            return None
        agreed = yes_or_no(said) if said else False
        if agreed is not None:
            return agreed
        sys.stdout.write(f"{again}\n")


def read_input() -> bytes:
    """All of standard input; nothing where it is closed."""
    return b"" if sys.stdin is None else sys.stdin.buffer.read()


def read_named(file: Path, most: int, _: "Translator") -> bytes | None:
    """A file's bytes, so many at most; None where it cannot be read, which has been said."""
    try:
        return read_file(file, most)
    except OddFileError:
        reason: object = _("a pipe, a device or a socket, not an ordinary file")
    except (OSError, ValueError) as error:
        reason = cause_of(error)
    print_error(_("intervjuguide: cannot read {file} ({reason}).", file=file, reason=reason))
    return None


def text_of(data: bytes) -> str:
    """The text that a file or standard input holds; an editor's byte order mark and Windows' line ends are no words.

    Raises:
        UnicodeDecodeError: it is no text in UTF-8.
    """
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def types() -> bool:
    """Whether standard input is a person who types, and so must be told how to end it."""
    return sys.stdin is not None and sys.stdin.isatty()


def complain_of(problems: "Iterable[Problem]", _: "Translator") -> None:
    """Name each problem on a line of standard error; at a terminal lines end between words."""
    problems = list(problems)
    if not problems:
        return
    from interviews.study.guide_drift import fold_guide_changes  # a guide in order does without

    for problem in fold_guide_changes(problems):
        complain_folded(tell_problem(problem, _))


def tell_problem(problem: "Problem", _: "Translator") -> str:
    """A problem with its place before it; that the guide was revised is no fault at a place in it."""
    from interviews.study.guide_drift import TOLD_ONCE

    return f"{'' if problem.code in TOLD_ONCE else f'{problem.where}: '}{_.problem(problem)}"
