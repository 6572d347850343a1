"""Generated files, never saved over own work.

One that was made here before is replaced, as it can be made again; what it is known by is its kind's business. Where it
may say more than the new one would, because something cannot be read now, the person is asked first.
"""

import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path

from guide.files import cause_of
from guide.frozen import Value
from guide.problems import Fault, Problem
from interviews.core.clock import SystemClock
from interviews.log.files import LogFailure
from interviews.os_support import is_in_use, unfit_name
from interviews.save import save
from interviews.study.outputs import Outward, record_output
from tui.asking import agrees
from tui.commands.common import complain_of
from tui.console import DATA, OK, UsageError, print_error, print_out
from tui.translator import Translator

NOT_NOW = frozenset(
    {"log_unreadable", "log_odd", "log_too_big", "log_newer", "log_in_cloud", "folder_unreadable", "revision_not_read"}
    | {str(Fault.UNREADABLE)}
)
"""Problems of files that may well be whole, but whose words a report made now would lack."""


class OutputKind(Value):
    """What an earlier file of this kind is known by, and the sentences on saving one.

    ``is_ours`` is asked of an ordinary file that is there, and may raise OSError; ``through_links``: a link stays one,
    and what it leads to is replaced.
    """

    is_ours: Callable[[Path], bool]
    through_links: bool
    saved: str
    in_the_way: str
    no_file: str


def save_output(
    file: str | Path,
    made: str | bytes | Iterable[str],
    kind: OutputKind,
    outward: Outward,
    _: Translator,
    problems: Iterable[Problem] = (),
    *,
    anyway: bool = False,
) -> int:
    """Save what was made, whole or in pieces, for its owner only, note it in the study, and say where; an exit code.

    With ``problems`` of files that cannot be read now, an earlier file is only replaced ``anyway`` or when asked.

    Raises:
        UsageError: something else has that name; it was left alone.
    """
    if unfit := unfit_name(Path(file)):
        raise UsageError(_("Windows lets no file or folder be called {name}. Choose another name.", name=unfit))
    try:
        place = Path(os.path.realpath(file) if kind.through_links else file)
        refused = _in_the_way(place, kind)  # first: nobody is asked about a file that is never replaced
        if refused:
            raise UsageError(_(refused, file=file))
        if not _may_replace(Path(file), problems, _, anyway=anyway):
            return DATA
        if not place.parent.is_dir():  # before it is noted in the study as written
            print_error(
                _(
                    "intervjuguide: cannot write to {file}: there is no folder {folder}. Make it first, or choose another place.",
                    file=file,
                    folder=place.parent,
                )
            )
            return DATA
        data = made if isinstance(made, bytes) else encode([made] if isinstance(made, str) else made)
        _record(place, data, outward, _)
        save(place, data)
    except (OSError, ValueError) as error:
        if is_in_use(error):
            print_error(_("{file} is open in another program. Close it there, and try again.", file=file))
        else:
            print_error(
                _(
                    "intervjuguide: cannot write to {file} ({reason}).",
                    file=file,
                    reason=cause_of(error),
                )
            )
        return DATA
    print_out(_(kind.saved, file=file))
    return OK


def encode(pieces: Iterable[str]) -> bytes | bytearray:
    """What pieces come to as a file; a long report is held once, as bytes."""
    data = bytearray()
    for piece in pieces:
        data += piece.encode()
    return data


def _record(place: Path, data: bytes | bytearray, outward: Outward, _: Translator) -> None:
    """Note the file in the study; where that fails the file is written all the same, and the person is told."""
    try:
        record_output(place, data, outward, SystemClock().wall().date().isoformat())
    except LogFailure as failure:
        reason = _.failure(failure)
        print_error(
            _(
                "{file} was not noted in study.jsonl, so that forget will not find it later: {reason} Make it once more when that is mended.",
                file=place,
                reason=reason,
            )
        )


def _in_the_way(place: Path, kind: OutputKind) -> str:
    """Why nothing may be saved there, as a sentence's key; empty where nothing or an earlier file of the kind is."""
    try:
        found = place.stat(follow_symlinks=kind.through_links)
    except FileNotFoundError:
        return ""
    if not stat.S_ISREG(found.st_mode):
        return kind.no_file
    return "" if kind.is_ours(place) else kind.in_the_way


def _may_replace(file: Path, problems: Iterable[Problem], _: Translator, *, anyway: bool) -> bool:
    """Whether to write; where the earlier report may say more than this one, the person is asked, and told how."""
    unread = [problem for problem in problems if problem.code in NOT_NOW]
    if anyway or not unread or not _says_something(file):
        return True
    complain_of(unread, _)
    names = ", ".join(dict.fromkeys(problem.file for problem in unread))
    print_error(
        _(
            "{file}: the file that is there may tell more than a new one would, for something cannot be read now ({names}).",
            file=file,
            names=names,
        )
    )
    if agrees(_("Write over it anyway? yes/NO: ")):
        return True
    print_error(_("{file} was not written. Give another name, or write over it with --anyway.", file=file))
    return False


def _says_something(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except OSError:
        return False
