"""A pilot's verdicts counted, in lines of text: how many of each, what is undecided, what was never asked."""

from interviews.verdicts import Verdict, counted, never_asked, undecided
from tui.words import Words


def tally_lines(found: tuple[Verdict, ...], words: Words) -> list[str]:
    """How many of each verdict and reason, which asked questions have none, which were never asked."""
    kinds, reasons = counted(found)
    without, unasked = undecided(found), never_asked(found)
    lines = [" · ".join(f"{words(f'verdict_{kind}')} {count}" for kind, count in kinds.items())] if kinds else []
    if reasons:
        counts = " · ".join(f"{words(f'reason_{reason}')} {count}" for reason, count in reasons.items())
        lines.append(words("verdicts_reasons", counts=counts))
    if len(unasked) < len(found):
        lines.append(words("verdicts_undecided", ids=" ".join(without)) if without else words("verdicts_all"))
    if unasked:
        lines.append(words("verdicts_unasked", ids=" ".join(unasked)))
    return lines
