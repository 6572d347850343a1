"""The review as plain text for a terminal: a matrix of questions and interviews, or one interview with its notes."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from guide.model import Guide
from interviews.across import across
from interviews.review import Review, Reviewed
from tui.review.cells import LABEL, fixed, heading, legend, margins
from tui.review.rows import foot_rows, label_width, matrix_rows
from tui.stamps import stamp
from tui.words import Words

WIDTH = 80
"""As wide as a table is where nobody says how wide the terminal is."""

_COLUMN = 8


def study_text(result: Review, words: Words, width: int = WIDTH) -> str:
    """Every question in a row, every interview in a column, research questions in the margin; pilots apart.

    Interviews that have no room beside the others in ``width`` cells stand in a table below.
    """
    lines = [result.guide.title, words("review_caution"), ""]
    if result.counted:
        lines += _tables(result, result.counted, words, width)
    else:
        lines.append(words("review_none"))
    if result.apart:
        lines += ["", words("review_apart"), *_tables(result, result.apart, words, width)]
    lines += ["", *_targets(result, words)]
    lines += ["", *legend(result.interviews, words)]
    return "\n".join(lines)


def _tables(result: Review, shown: Sequence[Reviewed], words: Words, width: int) -> list[str]:
    lead = sum(margins(result.guide, words)) + LABEL
    room = max((width - lead) // _COLUMN, 1)
    tables = [_matrix(result, shown[first : first + room], words, width) for first in range(0, len(shown), room)]
    return [line for place, table in enumerate(tables) for line in (*([""] if place else []), *table)]


def _matrix(result: Review, shown: Sequence[Reviewed], words: Words, width: int) -> list[str]:
    margin, ids = margins(result.guide, words)
    rows = (*matrix_rows(result, shown, words), *foot_rows(shown, words))
    wide = label_width(rows, width, margin + ids + _COLUMN * len(shown))

    def row(first: str, second: str, label: str, cells: Iterable[str]) -> str:
        lead = fixed(first, margin) + fixed(second, ids) + fixed(label, wide)
        return (lead + "".join(fixed(cell, _COLUMN) for cell in cells)).rstrip()

    lines = [row("", "", "", (heading(one) for one in shown))]
    return [*lines, *(row(one.group, one.question, one.told_in(wide), one.cells) for one in rows)]


def _targets(result: Review, words: Words) -> list[str]:
    """Each research question and part: in how many interviews covered, with what time and notes."""
    lines = []
    owners = {one.id for one in result.guide.research_questions}
    for target in result.guide.targets:
        sums = across(result, target.id)
        facts = words("review_target", covered=sums.covered, of=sums.of, minutes=stamp(sums.seconds), notes=sums.notes)
        name = target.id if target.id in owners else f"  {target.id}"
        lines.append(fixed(name, _wide(result.guide)) + fixed(target.short, 30) + facts)
    return lines


def _wide(guide: Guide) -> int:
    """How wide the column of research questions and their parts is, the parts' indentation included."""
    return max([3, *(cell_len(target.id) for target in guide.targets)]) + 3
