"""What stands under the question in hand in the guide pane: its probes, numbered as on its card, and its wording."""

from interviews.events import Asked
from interviews.state import Interview
from tui.live.outline import NOTHING_BELOW, Below, ProbeRow, Unfolded, WordingRow
from tui.live.probes import Numbered, probes_in_hand
from tui.live.telling import spoken
from tui.widgets.entry_rows import wrap
from tui.words import Words

INDENT = 3
"""Cells before a probe's number, or a line of the wording."""


def under_hand(interview: Interview, words: Words, width: int, *, wide: bool) -> Unfolded:
    """What stands under the question in hand in a pane of ``width`` cells; on ``wide`` screens its wording too."""
    question = interview.guide.question(interview.hand or "")
    if question is None:
        return NOTHING_BELOW
    asked = interview.last(Asked)
    wording: list[Below] = []
    if wide and asked is not None:
        said = wrap(spoken(question, asked.wording), max(width - INDENT - 1, 8))
        wording = [WordingRow(question.id, line) for line in said]
    told = probes_in_hand(interview)
    whole = [row for one in told for row in _lines(one, words, width)]
    short: list[Below] = [ProbeRow(_text(one, words), one.mark, one.place) for one in told]
    rows = ((*wording, *whole),) if wide else (tuple(whole), tuple(short))
    return Unfolded(rows, always=wide)


def _text(one: Numbered, words: Words) -> str:
    return words("probe_if", condition=one.point.text) if one.point.is_condition else one.point.text


def _lines(one: Numbered, words: Words, width: int) -> list[Below]:
    first, *rest = wrap(_text(one, words), max(width - INDENT - 4, 8)) or [""]
    head: Below = ProbeRow(first, one.mark, one.place)
    return [head, *(ProbeRow(line, one.mark, one.place, lead=False) for line in rest)]
