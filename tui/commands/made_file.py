"""Writing a made file where the user wants it, and saying so."""

from collections.abc import Iterable
from pathlib import Path

from guide.problems import Problem
from tui.commands.overwriting import may_replace
from tui.exits import DATA, OK, UsageError
from tui.made import InTheWayError, write_made
from tui.saying import complain, say
from tui.words import Words


def write_file(
    path: Path, signed: str | bytes, words: Words, problems: Iterable[Problem] = (), *, anyway: bool = False
) -> int:
    """Write what was signed to a file, and say where; an exit code.

    With ``problems`` of files that cannot be read now, an earlier file is only replaced ``anyway`` or when asked.

    Raises:
        UsageError: the file is somebody's own.
    """
    if not may_replace(path, problems, words, anyway=anyway):
        return DATA
    try:
        write_made(path, signed)
    except InTheWayError:
        raise UsageError(words("export_not_ours", file=path)) from None
    except (OSError, ValueError) as error:
        complain(words("cannot_write", file=path, reason=getattr(error, "strerror", None) or error))
        return DATA
    say(words("export_written", file=path))
    return OK
