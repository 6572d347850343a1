"""What a person was told of already.

``study.jsonl`` remembers it, so that it is told once.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from interviews.log.writer import LogFailure
from interviews.study.facts import Seen, add, read_study_facts


def not_yet_shown(folder: Path, notice: str, tokens: Iterable[str]) -> set[str]:
    """Those of the tokens, each a word without blanks, of which nothing was told yet."""
    seen = {token for entry in read_study_facts(folder).find_seen(notice) for token in entry.told.split()}
    return set(tokens) - seen


def remember_shown(folder: Path, notice: str, tokens: Iterable[str], date: str) -> None:
    """Remember that it was shown; where that cannot be written it is shown again, and nobody is told of an error."""
    with suppress(LogFailure, OSError):
        add(folder, [Seen(date=date, what=notice, told=" ".join(sorted(tokens)))])
