"""Whether a report may be written over an earlier one: not without a word while something cannot be read."""

import sys
from collections.abc import Iterable
from pathlib import Path

from guide.problems import Fault, Problem
from tui.commands.common import complain_of
from tui.saying import complain
from tui.words import Words

NOT_NOW = frozenset(
    {"log_unreadable", "log_odd", "log_too_big", "log_newer", "log_in_cloud", "folder_unreadable", "revision_not_read"}
    | {str(Fault.UNREADABLE)}
)
"""Problems of files that may well be whole, but whose words a report made now would lack."""

_YES = frozenset({"j", "ja", "y", "yes"})


def may_replace(file: Path, problems: Iterable[Problem], words: Words, *, anyway: bool) -> bool:
    """Whether to write; where the earlier report may say more than this one, the person is asked, and told how."""
    unread = [problem for problem in problems if problem.code in NOT_NOW]
    if anyway or not unread or not _says_something(file):
        return True
    complain_of(unread, words)
    names = ", ".join(dict.fromkeys(problem.file for problem in unread))
    complain(words("replace_unread", file=file, names=names))
    if sys.stdin.isatty() and sys.stdout.isatty():
        try:
            return input(words("replace_ask")).strip().casefold() in _YES
        except EOFError:
            return False
    complain(words("replace_how"))
    return False


def _says_something(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except OSError:
        return False
