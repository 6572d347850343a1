"""A pilot's verdicts counted, in lines of text: how many of each, what is undecided, what was never asked."""

from interviews.verdicts import Verdict, counted
from tui.words import Words


def tally_lines(found: tuple[Verdict, ...], words: Words) -> list[str]:
    """How many of each verdict and reason, which asked questions have none, which were never asked."""
    kinds, reasons = counted(found)
    asked = [one for one in found if one.asked]
    without = [one.question for one in asked if one.verdict is None]
    unasked = [one.question for one in found if not one.asked]
    lines = [" · ".join(f"{words(f'verdict_{kind}')} {count}" for kind, count in kinds.items())] if kinds else []
    if reasons:
        counts = " · ".join(f"{words(f'reason_{reason}')} {count}" for reason, count in reasons.items())
        lines.append(words("verdicts_reasons", counts=counts))
    if asked:
        lines.append(words("verdicts_undecided", ids=" ".join(without)) if without else words("verdicts_all"))
    if unasked:
        lines.append(words("verdicts_unasked", ids=" ".join(unasked)))
    return lines
