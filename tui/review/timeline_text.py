"""An interview along its time, in letters: a row for each question with its stretches in hand, and one of marks."""

from interviews.state import Interview
from interviews.timeline import Timeline, timeline
from tui.live.outline import GLYPHS
from tui.stamps import stamp
from tui.words import Words

WIDTH = 64
"""Cells from the interview's start to its end."""

_MARKS = {
    "note": "·",
    "quote": "❞",
    "follow_up": "⚑",
    "bookmark": "◆",
    "empty_bookmark": "◇",
    "topic": ">",
    "covered": GLYPHS["covered"],
    "skipped": GLYPHS["skipped"],
    "declined": GLYPHS["declined"],
}
_STRONGEST_LAST = (*(kind for kind in _MARKS if kind != "follow_up"), "follow_up")


def timeline_lines(interview: Interview, words: Words, width: int = WIDTH, *, reflexive: bool = False) -> list[str]:
    """The lines; none before the first question. Where two marks fall into one cell the weightier stands."""
    line = timeline(interview, reflexive=reflexive)
    if not line.bars or line.end <= 0:
        return []
    ids = list(dict.fromkeys(bar.question for bar in line.bars))
    lead = max(5, *(len(id) + 1 for id in ids))
    lines = [f"{'':{lead}}{'0:00':<{width - 6}}{stamp(line.end):>6}"]
    lines += [f"{id:<{lead}}{_bar_row(line, id, width)}" for id in ids]
    if line.breaks:
        lines.append(f"{'':{lead}}{_break_row(line, width)}  {words('timeline_breaks')}")
    lines.append(f"{'':{lead}}{_mark_row(line, width)}")
    return [row.rstrip() for row in lines]


def _bar_row(line: Timeline, id: str, width: int) -> str:
    cells = [" "] * width
    for bar in line.bars:
        if bar.question == id:
            start, end = _cell(bar.start, line, width), _cell(bar.end, line, width)
            for place in range(start, max(end, start + 1)):
                cells[place] = "█"
    return "".join(cells)


def _break_row(line: Timeline, width: int) -> str:
    cells = [" "] * width
    for one in line.breaks:
        for place in range(_cell(one.start, line, width), _cell(one.end, line, width) + 1):
            cells[place] = "▒" if one.kind == "withheld" else "░"
    return "".join(cells)


def _mark_row(line: Timeline, width: int) -> str:
    cells = [" "] * width
    for kind in _STRONGEST_LAST:
        for mark in line.marks:
            if mark.kind == kind:
                cells[_cell(mark.t, line, width)] = _MARKS[kind]
    return "".join(cells)


def _cell(t: float, line: Timeline, width: int) -> int:
    return min(int(t / line.end * width), width - 1)
