"""What is told otherwise than an earlier program told it, said once for a study."""

from pathlib import Path

from interviews.clock import SystemClock
from interviews.earlier_rule import is_seen, notice_of, remember_seen
from interviews.review import Review
from tui.words import Words


def first_notice(folder: Path, result: Review, words: Words) -> str:
    """The notice in one line, empty where there is none or it was shown before; from now on it was."""
    notice = notice_of(result.otherwise)
    if notice is None or is_seen(folder, result.otherwise):
        return ""
    remember_seen(folder, result.otherwise, SystemClock().wall().date().isoformat())
    return words.problem(notice)
