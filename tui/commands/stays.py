"""``forget I2 --stays``: nobody with this code has left.

Whatever the program takes it for.
"""

from interviews.log.writer import LogFailure
from interviews.study.facts import CodeStays, add
from interviews.study.folder import Study
from tui.console import DATA, OK, UsageError, print_error, say_folded
from tui.words import Words


def let_stay(study: Study, code: str, words: Words) -> int:
    """Remember it, where there is a doubt; from then on the code is like any other.

    Raises:
        UsageError: there is none.
    """
    if not (study.is_retired(code) or study.came_back(code)):
        raise UsageError(words("stays_needless", code=code))
    failed = note_stays(study, code, words)
    if not failed:
        say_folded(words("stays_done", code=code))
    return DATA if failed else OK


def note_stays(study: Study, code: str, words: Words) -> bool:
    """Write it down; whether that failed, which is told."""
    try:
        add(study.folder, [CodeStays(code=code)])
    except LogFailure as failure:
        print_error(words(failure.code, **failure.facts))
        return True
    return False
