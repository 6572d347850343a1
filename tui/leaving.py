"""People's words on their way out: open marks are asked about once, in one place for whatever writes words outward.

A command that shows words to the researcher alone (``review``) does not ask; what holds no words has nothing to ask.
"""

from collections import Counter
from typing import Literal

from interviews.study.folder import Study
from tui.asking import agrees
from tui.console import complain_folded
from tui.words import Words

Reflexive = Literal["without", "with", "only"]
"""Whether reflexive notes leave, too or alone."""


def may_leave(
    study: Study, words: Words, code: str | None = None, *, reflexive: Reflexive = "without", with_marks: bool
) -> bool:
    """Whether words may be written outward; where marks are open somebody is asked, and without a terminal told how.

    Every command that writes people's words calls it before it writes; it has the option ``--with-marks``.
    """
    if with_marks:
        return True
    told = _open_marks(study, code, reflexive)
    if not told:
        return True
    complain_folded(_sentence("leaving_marks_one" if told.total() == 1 else "leaving_marks", told, words))
    if agrees(words("leaving_ask")):
        return True
    complain_folded(words("leaving_refused"))
    return False


def tell_marks(study: Study, words: Words, code: str | None = None, *, reflexive: Reflexive = "without") -> None:
    """Say of a report, which is never asked about, that marks are open in it."""
    told = _open_marks(study, code, reflexive)
    if told:
        complain_folded(_sentence("leaving_report_one" if told.total() == 1 else "leaving_report", told, words))


def _open_marks(study: Study, code: str | None, reflexive: Reflexive) -> Counter[str]:
    """How many marks are open in what leaves, by interview."""
    from interviews.third_persons.study_scan import scan_study  # nobody pays for it but who exports words

    found = (one.passage for one in scan_study(study, code).open)
    wanted = {"without": (False,), "with": (False, True), "only": (True,)}[reflexive]
    return Counter(passage.interview for passage in found if (passage.kind == "reflexive") in wanted)


def _sentence(key: str, told: Counter[str], words: Words) -> str:
    where = ", ".join(f"{name or words('scan_study')}: {count}" for name, count in told.items())
    return words(key, count=told.total(), where=where)
