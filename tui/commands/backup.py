"""``backup DIR``: a verified copy on a second medium."""

from argparse import Namespace
from pathlib import Path

from interviews.log.files import LogFailure
from interviews.study.backup import Backup, make_backup, remove_backup
from interviews.study.folder import Study
from interviews.study.review import StudyWalk
from tui.asking import agrees
from tui.commands.common import complain_of, need_study
from tui.commands.where import look_at
from tui.console import DATA, OK, UsageError, complain_folded, print_error, print_out, say_folded
from tui.limit_lines import today
from tui.settings import Settings
from tui.translator import Translator

_MOST_NAMED = 5


def run(arguments: Namespace, settings: Settings) -> int:
    """Copy a study; exit 1 where nothing was copied, or where the study has errors."""
    study = Study(arguments.study)
    _ = Translator(settings.language_for(study.guide().language))
    need_study(arguments.study, _)
    target = Path(arguments.target)
    if not target.is_dir():
        raise UsageError(_("backup_no_folder", folder=target))
    walk = StudyWalk(study)
    for _read in walk:
        pass  # what is wrong is gathered on the way
    errors = [problem for problem in walk.problems if problem.severity == "error"]
    try:
        made = make_backup(study, target, today().isoformat(), sound=not errors)
    except LogFailure as failure:
        print_error(_("backup_failed", reason=_(failure.code, **failure.facts)))
        return DATA
    complain_of(errors, _)
    _tell(made, study, _)
    return DATA if errors else OK


def _tell(made: Backup, study: Study, _: Translator) -> None:
    print_out(_("backup_made", folder=made.folder, files=made.files, interviews=len(made.interviews)))
    if made.swept:
        print_out(_("backup_swept"))
    for folder in made.removed:
        print_out(_("backup_removed", folder=folder))
    for folder in made.unremoved:
        complain_folded(_("backup_unremoved", folder=folder))
    for folder in made.kept:
        _tell_kept(folder, made.lacking, _)
    if made.left_out:
        say_folded(_("backup_left_out", count=len(made.left_out), names=_named(made.left_out)))
    if made.unnoted is not None:
        reason = _(made.unnoted.code, **made.unnoted.facts)
        complain_folded(_("backup_unnoted", reason=reason))
    _tell_where(made.folder, study, _)


def _tell_kept(folder: Path, lacking: tuple[str, ...], _: Translator) -> None:
    """Say why a former copy stays; where what it has may have been taken out on purpose, the person decides."""
    key = "backup_kept_lacking" if lacking else "backup_kept_errors"
    complain_folded(_(key, folder=folder, names=_named(lacking)))
    if lacking and agrees(_("backup_ask")):
        if remove_backup(folder):
            print_out(_("backup_removed", folder=folder))
        else:
            complain_folded(_("backup_unremoved", folder=folder))


def _tell_where(folder: Path, study: Study, _: Translator) -> None:
    """Say what is not as on a second medium of one's own."""
    place = look_at(folder)
    for service in place.services:
        complain_folded(_("where_synchronised", service=service.name, folder=service.folder))
    if place.disk.encrypted is False:
        complain_folded(_("where_unencrypted"))
    if folder.stat().st_dev == study.folder.stat().st_dev:
        complain_folded(_("backup_same_disk"))


def _named(names: tuple[str, ...]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
