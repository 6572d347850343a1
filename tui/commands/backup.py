"""``backup DIR``: a verified copy on a second medium."""

from argparse import Namespace
from pathlib import Path

from interviews.data_management.backup import Backup, make_backup, remove_backup
from interviews.data_management.outputs import list_outputs
from interviews.data_management.whereabouts import look_at
from interviews.failures import LogFailure
from interviews.locked.names import ENDING, OPEN, is_locked_study
from interviews.study.folder import Study
from interviews.study.review import StudyWalk
from tui.commands.common import find_study
from tui.commands.due import today
from tui.commands.where import no_encryption
from tui.console import DATA, OK, UsageError, agrees, complain_folded, complain_of, print_error, print_out, say_folded
from tui.progress import tell_reading
from tui.settings import Settings
from tui.translator import N_, Translator

_MOST_NAMED = 5


def run(arguments: Namespace, settings: Settings) -> int:
    """Copy a study; exit 1 where nothing was copied, or where the study has errors."""
    study, _ = find_study(arguments, settings)
    target = Path(arguments.target)
    if not target.is_dir():
        raise UsageError(_("there is no folder {folder}: is the stick or the disk plugged in?", folder=target))
    walk = StudyWalk(study)
    with tell_reading(study, _, _("Stopped; nothing was written.")):
        for _read in walk:
            pass  # what is wrong is gathered on the way
    errors = [problem for problem in walk.problems if problem.severity == "error"]
    try:
        with tell_reading(study, _, what=N_("Copying, and reading back")):
            made = make_backup(study, target, today().isoformat(), sound=not errors)
    except LogFailure as failure:
        print_error(_("Nothing was copied, and all is as it was: {reason}", reason=_.failure(failure)))
        return DATA
    complain_of(errors, _)
    _tell(made, study, _)
    return DATA if errors else OK


def _tell(made: Backup, study: Study, _: Translator) -> None:
    print_out(
        _(
            "Copied and read back: {folder} (files: {files}, interviews: {interviews}).",
            folder=made.folder,
            files=made.files,
            interviews=len(made.interviews),
        )
    )
    if made.swept:
        print_out(_("What was left of an earlier copy that was cut short was taken away."))
    for folder in made.removed:
        print_out(_("The former one is deleted: {folder}", folder=folder))
    for folder in made.unremoved:
        complain_folded(_("The former copy could not be deleted altogether: {folder}", folder=folder))
    for folder in made.kept:
        _tell_kept(folder, made.lacking, study.folder, _)
    home = study.folder.resolve()
    unchanged = {one.path.parent.resolve() / one.path.name for one in list_outputs(home) if one.state == "as_made"}
    again = tuple(name for name in made.left_out if home / name in unchanged)
    own = tuple(name for name in made.left_out if name not in again)
    if again:
        say_folded(
            _.ngettext(
                "Not copied, 1 file that was made from the study and can be made again: {names}",
                "Not copied, {count} files that were made from the study and can be made again: {names}",
                len(again),
                names=_list_names(again),
            )
        )
    if own:
        say_folded(
            _.ngettext(
                "Not copied, 1 file that is your own or changed by hand: {names}",
                "Not copied, {count} files that are your own or changed by hand: {names}",
                len(own),
                names=_list_names(own),
            )
        )
    if made.unnoted is not None:
        reason = _.failure(made.unnoted)
        complain_folded(_("The copy is there, but was not noted as made ({reason}).", reason=reason))
    _tell_where(made.folder, study, _)


def _tell_kept(folder: Path, lacking: tuple[str, ...], study: Path, _: Translator) -> None:
    """Say why a former copy stays; where what it has may have been taken out on purpose, the person decides."""
    if is_locked_study(study) and lacking and all(_is_locked_now(study, name) for name in lacking):
        key = N_(
            "The former copy is kept: it was made before the study was locked, and whoever has it can read it: {folder}. If you need it no more, delete it yourself."
        )
        complain_folded(_(key, folder=folder))
        return
    key = (
        N_(
            "The former copy is kept, for the study lacks what it has ({names}): {folder}. If that was taken out on purpose, delete the copy yourself."
        )
        if lacking
        else N_("The former copy is kept, for the study has errors: {folder}")
    )
    complain_folded(_(key, folder=folder, names=_list_names(lacking)))
    if lacking and agrees(_("Was it taken out on purpose? Delete that copy? (yes/no) ")):
        if remove_backup(folder):
            print_out(_("The former one is deleted: {folder}", folder=folder))
        else:
            complain_folded(_("The former copy could not be deleted altogether: {folder}", folder=folder))


def _is_locked_now(study: Path, name: str) -> bool:
    """Whether what was open once lies there locked."""
    return name.endswith(OPEN) and (study / (name.removesuffix(OPEN) + ENDING)).exists()


def _tell_where(folder: Path, study: Study, _: Translator) -> None:
    """Say what is not as on a second medium of one's own."""
    place = look_at(folder)
    for service in place.services:
        complain_folded(
            _(
                "Seems to be synchronised by {service} ({folder}): then there are copies on other machines.",
                service=service.name,
                folder=service.folder,
            )
        )
    if place.disk.encrypted is False:
        complain_folded(_(no_encryption(locked=is_locked_study(study.folder))))
    if folder.stat().st_dev == study.folder.stat().st_dev:
        complain_folded(_("The copy lies on the same disk as the study: if that breaks, both are gone."))


def _list_names(names: tuple[str, ...]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
