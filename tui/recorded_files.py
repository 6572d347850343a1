"""Files in other programs' formats, which carry no mark of ours.

One is known as ours while it is to the byte as the study's own record has it, so whoever changed it keeps it.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from guide.problems import Problem
from interviews.os_support import make_folder
from interviews.study.outputs import Outward, list_outputs
from tui.console import OK
from tui.output_files import OutputKind, save_output
from tui.translator import N_, Translator


def recorded_in(study: Path) -> OutputKind:
    """The kind of file that this study's record tells of, and that is as it was made."""

    def is_ours(path: Path) -> bool:
        place = os.path.realpath(path)
        return any(one.state == "as_made" and os.path.realpath(one.path) == place for one in list_outputs(study))

    return OutputKind(
        is_ours=is_ours,
        through_links=False,
        saved=N_("Written: {file}"),
        in_the_way=N_("{file} is there and was not made here, or was changed since; choose another name"),
        no_file=N_("{file} is there and was not made here, or was changed since; choose another name"),
    )


def name_file(output: str, file: str) -> Path:
    """Where one file goes: into a folder that is there, else under the name given, with the suffix that it must have."""
    path, suffix = Path(output), Path(file).suffix
    if path.is_dir():
        return path / file
    return path if path.suffix.casefold() == suffix else path.with_name(f"{path.name}{suffix}")


def save_files(
    files: Mapping[Path, bytes],
    outward: Outward,
    _: Translator,
    problems: Sequence[Problem] = (),
    *,
    anyway: bool = False,
    of: Mapping[Path, tuple[str, ...]] | None = None,
    in_folder: bool = False,
) -> int:
    """Save each file, in the order given, and stop at the first that cannot be; an exit code.

    Several files, or one ``in_folder``, may lie in a folder that is not there yet. ``of`` names the logs that a file holds something of, where
    that is not the same for all.

    Raises:
        UsageError: something else has a name; it was left alone.
    """
    kind = recorded_in(outward.study)
    if in_folder or len(files) > 1:
        with suppress(OSError):  # what is wrong with the folder is told of the first file in it
            for folder in {path.parent for path in files}:
                make_folder(folder)
    for path, data in files.items():
        names = outward.interviews if of is None else of[path]
        written = save_output(path, data, kind, outward.but(interviews=names), _, problems, anyway=anyway)
        if written != OK:
            return written
    return OK
