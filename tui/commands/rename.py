"""``rename I3 I5``: a code that was given twice."""

from argparse import Namespace
from pathlib import Path

from interviews.data_management.renaming import CodesLeft, Renaming, find_codes_left, is_free, plan_renaming, rename
from interviews.log.combined_logs import find_sources
from interviews.log.copies import find_twins
from interviews.study.folder import Study
from tui.commands.common import NOT_CHANGED, carry_out, find_study, interview_code
from tui.console import DATA, OK, UsageError, print_error, print_out, say_folded
from tui.settings import Settings
from tui.translator import N_, Translator


def run(arguments: Namespace, settings: Settings) -> int:
    """Give a participant, or one interview, another code in every file; exit 1 where nothing was done."""
    study, _ = find_study(arguments, settings)
    planned = _plan(study, arguments.code, interview_code(arguments.new, _), _)
    cleared = carry_out("rename", lambda: rename(study, planned), study, _, refused=NOT_CHANGED)
    if cleared is None:
        return DATA
    _tell(study, planned, find_codes_left(study, planned), _)
    if not cleared:
        print_error(
            _(
                "What had been set aside could not be deleted yet (the folder .unfinished); the next command here tries again."
            )
        )
    return OK


def _plan(study: Study, given: str, new: str, _: Translator) -> Renaming:
    """What renaming comes to.

    Raises:
        UsageError: nothing has the old code, or something has the new one.
    """
    is_file = (study.folder / "interviews" / Path(given).name).is_file()
    code = given if is_file else interview_code(given, _)
    planned = plan_renaming(study, code, new)
    if planned is None:
        raise UsageError(_("there is no interview with {code}", code=given if is_file else code))
    if "-" in new and len(planned.names) > 1:
        raise UsageError(
            _(
                "{code} has several interviews ({names}), and {new} is one: rename them one by one",
                code=code,
                names=", ".join(planned.names),
                new=new,
            )
        )
    if planned.old != planned.new:
        _need_apart(study, planned, _)
    if not is_free(study, new, planned.old):
        free = study.next_code("pilot" if new.startswith("P") else "live")
        raise UsageError(
            _("{code} was used before, and no code is given twice. The next free one is {free}", code=new, free=free)
        )
    return planned


def _need_apart(study: Study, planned: Renaming, _: Translator) -> None:
    """Logs that were combined are known by their participant's code: they take another one together, or stay.

    Raises:
        UsageError: one of them would go alone, and all that it has in common with the others would count twice.
    """
    files = study.logs(planned.old)
    for file, source in find_sources(files, find_twins(files)).items():
        if len({one.code in planned.names for one in (file, source.within)}) > 1:
            raise UsageError(
                _(
                    "{log} is combined already, into {into}. Take that apart first: intervjuguide combine {into} --undo{in_study}",
                    log=file.code,
                    into=source.within.code,
                )
            )


def _tell(study: Study, planned: Renaming, left: CodesLeft, _: Translator) -> None:
    for old, new in planned.names.items():
        print_out(_("{old} is {new} now.", old=old, new=new))
    say_folded(
        _(
            "In every file here: logs, observations, transcripts, facts, revisions. Write {new} in your list of codes and names too, and on the recorder's files.",
            new=planned.new,
        )
    )
    if left.outputs:
        say_folded(_("Files that were made before, and say {old} still; make them again:", old=planned.old))
        _list([_place(path, study) for path in left.outputs])
    if left.backups:
        say_folded(_("Backups in which it is called {old} still; make a new one (backup):", old=planned.old))
        _list([_place(path, study) for path in left.backups])
    if left.traces:
        say_folded(
            _("Places where {old} stands in somebody's words, or in a name; they are left alone:", old=planned.old)
        )
        key = N_("{file}, line {line}")
        _list([_(key, file=one.file, line=one.line) if one.line else one.file for one in left.traces])


def _list(lines: list[str]) -> None:
    for line in lines:
        print_out(f"  {line}")


def _place(path: Path, study: Study) -> str:
    home = study.folder.resolve()
    return path.relative_to(home).as_posix() if path.is_relative_to(home) else str(path)
