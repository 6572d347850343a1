"""What is told otherwise than an earlier program told it, said once for a study."""

from pathlib import Path

from interviews.clock import SystemClock
from interviews.earlier_rule import is_seen, notices_of, remember_seen
from interviews.review import Review
from tui.words import Words


def first_notice(folder: Path, result: Review, words: Words) -> str:
    """All notices in one line, empty where there are none or they were shown before; from now on they were."""
    notices = notices_of(result.otherwise)
    if not notices or is_seen(folder, result.otherwise):
        return ""
    remember_seen(folder, result.otherwise, SystemClock().wall().date().isoformat())
    return " ".join(words.problem(notice) for notice in notices)
