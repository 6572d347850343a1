"""``unlock``: a study without a passphrase again."""

from argparse import Namespace

from interviews.locked.names import ENDING, is_locked_study
from interviews.study.review import StudyWalk
from tui.commands.common import carry_out, find_study, tell_uncleared
from tui.commands.passphrase import open_study
from tui.console import DATA, OK, complain_folded, complain_of, print_error, print_out
from tui.progress import ALL_AS_IT_WAS, tell_reading
from tui.settings import Settings
from tui.translator import N_

_TOLD = ("locked_", "log_start_")
"""What is wrong with lines that were locked: changed, cut off, out of their places; and with the first one."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Unlock a study; exit 1 where nothing was done, or where something in it could not be read."""
    study, _ = find_study(arguments, settings)
    if not is_locked_study(study.folder):
        print_error(_("The study is not locked; nothing was done."))
        return DATA
    if not open_study(arguments, _):
        return DATA
    from interviews.data_management.locking import unlock

    walk = StudyWalk(study)
    with tell_reading(study, _, _(ALL_AS_IT_WAS)):
        for _read in walk:
            pass  # afterwards nobody can tell any more that an end was cut off or a line was changed
    odd = [one for one in walk.problems if one.code.startswith(_TOLD) and one.file.endswith(ENDING)]
    unlocked = carry_out("unlock", lambda: unlock(study), study, _, what=N_("Unlocking the files"))
    if unlocked is None:
        return DATA
    count, cleared = unlocked
    print_out(_("Unlocked: whoever has the files can read them. Files: {count}.", count=count))
    if odd:
        complain_folded(_("In what was locked something was wrong; compare it with a backup:"))
        complain_of(odd, _)
    if not cleared:
        tell_uncleared(study, _)
    return DATA if odd else OK
