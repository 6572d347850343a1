"""What programs before 0.2.0 told of an interview, kept to say what is told otherwise now.

They took the highest mark ever made (covered, declined, skipped) with the deepest depth; now the last one counts.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from guide.problems import Problem
from interviews.coverage import QuestionState, coverage
from interviews.events import Covered, Declined, Skipped
from interviews.log import LogFailure
from interviews.state import Interview
from interviews.study_facts import Seen, add, read_study_facts

CODE = "last_word_counts"
"""The notice's code, and its name in ``study.jsonl``."""

_SINCE = [0, 2]


def is_earlier(program: str) -> bool:
    """Whether a log was begun by a program before 0.2.0, or by one that did not say."""
    return [int(number) for number in re.findall(r"\d+", program)[:2]] < _SINCE


def told_otherwise(interview: Interview) -> tuple[str, ...]:
    """The questions of an earlier program's interview that are told otherwise than that program told them."""
    if not is_earlier(interview.started.program):
        return ()
    covered, declined, skipped = _marks(interview)
    found = []
    for id, now in coverage(interview).questions.items():
        then: QuestionState = now.state
        if id in covered:
            then = "covered"
        elif id in declined:
            then = "declined"
        elif id in skipped:
            then = "skipped"
        depth = max((act.depth for act in covered.get(id, ()) if act.depth is not None), default=None)
        at = min((act.t for act in covered.get(id, ())), default=None)
        if now.refused_before or (now.state, now.depth, now.covered_at) != (then, depth, at):
            found.append(id)
    return tuple(found)


def _marks(interview: Interview) -> tuple[dict[str, list[Covered]], set[str], set[str]]:
    covered: dict[str, list[Covered]] = {}
    declined, skipped = set[str](), set[str]()
    for act in interview.events():
        if isinstance(act, Covered):
            for id in act.questions:
                covered.setdefault(id, []).append(act)
        elif isinstance(act, Declined):
            declined.update(act.questions)
        elif isinstance(act, Skipped):
            skipped.update(act.questions)
    return covered, declined, skipped


def notice_of(told: Mapping[str, tuple[str, ...]]) -> Problem | None:
    """One notice for the study: which questions of which interviews (by name) are told otherwise; None for none."""
    named = "; ".join(f"{name}: {' '.join(ids)}" for name, ids in told.items() if ids)
    return Problem("interviews", 1, 1, CODE, {"told": named}, "notice") if named else None


def is_seen(folder: Path, told: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether all of it was shown before, as ``study.jsonl`` remembers."""
    seen = {one for entry in read_study_facts(folder).seen(CODE) for one in entry.told.split()}
    return _as_told(told) <= seen


def remember_seen(folder: Path, told: Mapping[str, tuple[str, ...]], date: str) -> None:
    """Remember that it was shown; where that cannot be written it is shown again, and nobody is told of an error."""
    with suppress(LogFailure, OSError):
        add(folder, [Seen(date=date, what=CODE, told=" ".join(sorted(_as_told(told))))])


def _as_told(told: Mapping[str, tuple[str, ...]]) -> set[str]:
    return {f"{name}:{id}" for name, ids in told.items() for id in ids}
