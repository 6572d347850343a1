"""``unlock``: a study without a passphrase again."""

from argparse import Namespace

from interviews.locked.names import is_locked_study
from interviews.log.log_files import LogFailure
from interviews.study.folder import Study
from interviews.study.unfinished import FOLDER, NotTakenBackError
from tui.commands.common import need_study, tell_cut_short
from tui.commands.passphrase import open_study
from tui.console import DATA, OK, complain_folded, print_error, print_out
from tui.settings import Settings
from tui.translator import Translator


def run(arguments: Namespace, settings: Settings) -> int:
    """Unlock a study; exit 1 where nothing was done."""
    study = Study(arguments.study)
    _ = Translator(settings.language_for(study.guide().language))
    need_study(arguments.study, _)
    if not is_locked_study(study.folder):
        print_error(_("The study is not locked; nothing was done."))
        return DATA
    if not open_study(arguments, _):
        return DATA
    from interviews.study.locking import unlock

    try:
        count, cleared = unlock(study)
    except NotTakenBackError as left:
        tell_cut_short("unlock", left.failure, study.folder, _)
        return DATA
    except LogFailure as failure:
        print_error(_("Nothing was done, and all is as it was: {reason}", reason=_.failure(failure)))
        return DATA
    print_out(_("Unlocked: whoever has the files can read them. Files: {count}.", count=count))
    if not cleared:
        complain_folded(
            _("What was before could not be deleted altogether: delete {folder}", folder=study.folder / FOLDER)
        )
    return OK
