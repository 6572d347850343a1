"""``intervjuguide new``: a new study, empty or from a guide that is there already."""

import os
from argparse import Namespace
from pathlib import Path
from shlex import quote

from guide.reading import read_guide
from tui.commands.common import complain_of
from tui.exits import DATA, OK, UsageError
from tui.saying import complain, program_name, say
from tui.settings import Settings
from tui.words import Words


def run(arguments: Namespace, settings: Settings) -> int:
    """Make the folder and its guide; nothing that is there is overwritten."""
    folder: Path = arguments.folder
    words = Words(settings.language_for(None))
    if (folder / "guide.yaml").exists():
        raise UsageError(words("new_exists", folder=folder))
    if arguments.source is None:
        data = words.template.encode()
    else:
        if arguments.source.suffix.lower() not in (".yaml", ".yml"):
            raise UsageError(words("new_only_yaml", file=arguments.source))
        try:
            data = arguments.source.read_bytes()
        except OSError as error:
            complain(words("cannot_read", file=arguments.source, reason=error.strerror or error))
            return DATA
        reading = read_guide(data, str(arguments.source))
        if not reading.ok:
            complain_of(reading.problems, words)
            return DATA
    return make_study(folder, data, words)


def make_study(folder: Path, guide: bytes, words: Words) -> int:
    """Write a study folder that only its owner can read, and say what to do next.

    A folder in which other things lie already keeps its own permissions.

    Raises:
        UsageError: something else has that name.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not any(folder.iterdir()):
            folder.chmod(0o700)
        write_private(folder / "guide.yaml", guide)
        (folder / "interviews").mkdir(mode=0o700, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UsageError(words("new_not_folder", folder=folder)) from None
    except OSError as error:
        complain(words("cannot_write", file=folder, reason=error.strerror or error))
        return DATA
    place = folder if folder.name else folder.resolve()
    say(words("new_made", folder=quote(str(place)), program=program_name()))
    return OK


def write_private(path: Path, data: bytes) -> None:
    """Write a new file readable by its owner only.

    Raises:
        OSError: it is there already, or cannot be written.
    """
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)  # half a guide is worse than none
        raise
