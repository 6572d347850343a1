"""Writing a made file where the user wants it, and saying so."""

from pathlib import Path

from tui.exits import DATA, OK, UsageError
from tui.made import InTheWayError, write_made
from tui.saying import complain, say
from tui.words import Words


def write_file(path: Path, signed: str | bytes, words: Words) -> int:
    """Write what was signed to a file, and say where; an exit code.

    Raises:
        UsageError: the file is somebody's own.
    """
    try:
        write_made(path, signed)
    except InTheWayError:
        raise UsageError(words("export_not_ours", file=path)) from None
    except (OSError, ValueError) as error:
        complain(words("cannot_write", file=path, reason=getattr(error, "strerror", None) or error))
        return DATA
    say(words("export_written", file=path))
    return OK
