"""``lock``: a passphrase for a study, or another one."""

from argparse import Namespace
from pathlib import Path

from guide.files import cause_of
from interviews.data_management.backup import MANIFEST
from interviews.locked.names import is_locked_study
from interviews.study.folder import Study
from tui.commands.common import NOT_DONE, carry_out, find_study, tell_uncleared
from tui.commands.passphrase import ask_anew, lines_given, need_library, open_study
from tui.console import DATA, OK, UsageError, print_error, print_out, say_folded
from tui.settings import Settings
from tui.translator import N_, Translator

_MOST_NAMED = 10


def run(arguments: Namespace, settings: Settings) -> int:
    """Lock a study, or what has come to a locked one; exit 1 where nothing was done."""
    study, _ = find_study(arguments, settings)
    need_library(_)
    if is_locked_study(study.folder) and not open_study(arguments, _):
        return DATA
    if arguments.change:
        return _change(arguments, study, _)
    return _lock(arguments, study, _)


def _lock(arguments: Namespace, study: Study, _: Translator) -> int:
    from interviews.data_management.locking import lock

    passphrase: str | None = ""
    if not is_locked_study(study.folder):
        say_folded(
            _(
                "Whoever has the files and not the passphrase reads nothing. It is no answer to a storage guide: whether this machine may have such data, ask the guide of your institution. A passphrase that is forgotten cannot be found again; the recovery key is shown once."
            )
        )
        passphrase = ask_anew(lines_given(arguments, _), _)
    if passphrase is None or (not passphrase and not is_locked_study(study.folder)):
        print_error(_("No passphrase was given; nothing was done."))
        return DATA
    locked = carry_out("lock", lambda: lock(study, passphrase), study, _, what=N_("Locking the files"))
    if locked is None:
        return DATA
    print_out(_("Locked. Files: {count}.", count=locked.files))
    if locked.recovery:
        say_folded(_("The recovery key opens the study too. Write it down or print it, and keep it elsewhere:"))
        print_out(f"\n    {locked.recovery}\n")
    outward = [_name_in_study(one.path, study) for one in locked.outputs]
    named = list(dict.fromkeys([*locked.beside, *outward]))
    if named:
        say_folded(_("These stay readable; delete or keep them as you decide:"))
        for name in named[:_MOST_NAMED]:
            print_out(f"- {name}")
        if len(named) > _MOST_NAMED:
            print_out(_("… and {count} more.", count=len(named) - _MOST_NAMED))
    say_folded(_("What was there before may lie on the medium until it is overwritten, and in backups of before."))
    if not locked.cleared:
        tell_uncleared(study, _)
        return DATA
    return OK


def _name_in_study(path: Path, study: Study) -> str:
    """A file as the study has it; of a backup the folder."""
    path = path.parent if path.name == MANIFEST else path
    return path.relative_to(study.folder).as_posix() if path.is_relative_to(study.folder) else str(path)


def _change(arguments: Namespace, study: Study, _: Translator) -> int:
    from interviews.data_management.locking import change
    from interviews.locked.file_keys import BadKeyFile

    if not is_locked_study(study.folder):
        raise UsageError(_("the study is not locked; intervjuguide lock{in_study} locks it"))
    given = lines_given(arguments, _)
    passphrase = ask_anew(None if given is None else given[1:], _)
    if not passphrase:
        print_error(_("No passphrase was given; nothing was done."))
        return DATA
    try:
        change(study.folder, passphrase)
    except (OSError, BadKeyFile) as error:
        print_error(_(NOT_DONE, reason=cause_of(error)))
        return DATA
    say_folded(
        _(
            "The passphrase is changed, and the recovery key is what it was. Backups of before still open with the old one."
        )
    )
    return OK
