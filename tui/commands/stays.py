"""``forget I2 --stays``: nobody with this code has left.

Whatever the program takes it for.
"""

from interviews.log.writer import LogFailure
from interviews.study.facts import CodeStays, add
from interviews.study.folder import Study
from tui.console import DATA, OK, UsageError, print_error, say_folded
from tui.translator import Translator


def let_stay(study: Study, code: str, _: Translator) -> int:
    """Remember it, where there is a doubt; from then on the code is like any other.

    Raises:
        UsageError: there is none.
    """
    if not (study.is_retired(code) or study.came_back(code)):
        raise UsageError(_("There is no doubt about {code} here; nothing was changed.", code=code))
    failed = note_stays(study, code, _)
    if not failed:
        say_folded(_("Noted: nobody with the code {code} has left. {code} counts and can be used.", code=code))
    return DATA if failed else OK


def note_stays(study: Study, code: str, _: Translator) -> bool:
    """Write it down; whether that failed, which is told."""
    try:
        add(study.folder, [CodeStays(code=code)])
    except LogFailure as failure:
        print_error(_.failure(failure))
        return True
    return False
