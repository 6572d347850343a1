"""``merge I1 FILE``: take over what a copy has."""

from argparse import Namespace
from pathlib import Path

from interviews.core.clock import SystemClock
from interviews.failures import LogFailure
from interviews.log.copies import merge, same_interview
from interviews.log.log_files import LogFile
from interviews.log.reader import read_log_file
from interviews.log.rescued import read_whole
from interviews.log.shelter import find_rescued_files
from interviews.study.folder import Study
from tui.commands.common import find_study, interview_code
from tui.console import DATA, OK, UsageError, complain_folded, print_error, print_out
from tui.settings import Settings
from tui.translator import N_, Translator


def run(arguments: Namespace, settings: Settings) -> int:
    """Take over into a participant's log what only the named file has; exit 1 where that cannot be."""
    study, _ = find_study(arguments, settings)
    copy = _find_file(arguments.file, study, _)
    file = _log(study, arguments.code, copy, _)
    itself = copy.resolve() == file.path.resolve()
    if itself and not find_rescued_files(file.path):  # else it may hold what the file in which the log went on lacks
        raise UsageError(_("{file} is the log itself. Name a copy of it.", file=copy.name))
    try:
        taken = merge(file.path, copy, SystemClock())
    except LogFailure as failure:
        complain_folded(_.failure(failure))
        return DATA
    key = (
        N_("{log} has taken over events that only {file} had: {count}. {file} is as it was.")
        if taken.count
        else N_("All that is in {file} is in {log} already. Nothing was done.")
    )
    if taken.count or not taken.left:
        log = file.code if itself and not taken.count else taken.file
        print_out(_(key, log=log, file=copy.name, count=taken.count))
    if taken.left:
        print_error(
            _(
                "Events in {file} that concern a damaged line and were not taken over: {count}.",
                file=copy.name,
                count=taken.left,
            )
        )
    return DATA if taken.left else OK


def _find_file(given: Path, study: Study, _: Translator) -> Path:
    """The file that is meant, also by its name alone.

    Raises:
        UsageError: there is none.
    """
    beside = study.folder / "interviews" / given.name
    found = next((path for path in (given, study.folder / given, beside) if path.is_file()), None)
    if found is None:
        raise UsageError(
            _(N_("{file} is no ordinary file") if given.exists() else N_("{file}: there is no such file"), file=given)
        )
    return found


def _log(study: Study, given: str, copy: Path, _: Translator) -> LogFile:
    """The log that is meant: of a participant's several the one that is of the same interview as the copy.

    Raises:
        UsageError: there is none.
    """
    name = interview_code(given, _)
    exact = [file for file in study.logs() if file.path.stem == name]
    others = [] if "-" in name else [file for file in study.logs() if file.participant == name and file not in exact]
    found = [file for file in (*exact, *others) if file.path.resolve() != copy.resolve()] or exact
    if not found:
        raise UsageError(_("there is no interview with {code}", code=name))
    if len(found) > 1:
        theirs = read_log_file(copy, copy.name).events
        alike = [one for one in found if same_interview(read_whole(one.path, one.name).events, theirs)]
        found = alike or found
    return found[0]
