"""Praat's TextGrid: tiers of intervals without gaps, and of points.

No two points of a tier at one instant, for Praat would keep the first alone; fixed decimals, for a reader takes
``1e-05`` for 1; labels on one line.
"""

from collections.abc import Iterable

from interviews.marks.model import Mark, MarkKind, RecordingMarks
from interviews.marks.writing import Labels, MarkFormat, Pen, Written, milliseconds

_INTERVALS: tuple[MarkKind, ...] = ("question", "withheld")
_POINTS: tuple[MarkKind, ...] = ("note", "quote", "follow_up", "bookmark", "topic", "recorder")
_Interval = tuple[int, int, str]


def write_textgrid(recording: RecordingMarks, labels: Labels) -> Written:
    """The long text form: a tier for questions, one for what is not to be transcribed, one for each kind of note."""
    pen = Pen(labels)
    intervals = {kind: _intervals(recording.of(kind), pen) for kind in _INTERVALS}
    points = {kind: _points(recording.of(kind), pen) for kind in _POINTS}
    ends = [interval[1] for tier in intervals.values() for interval in tier]
    ends += [at for tier in points.values() for at, _ in tier]
    last = max([milliseconds(recording.length), 1, *ends])
    tiers = [_tier("IntervalTier", labels.kinds[kind], last, _tile(intervals[kind], last)) for kind in _INTERVALS]
    tiers += [_tier("TextTier", labels.kinds[kind], last, _points_text(points[kind])) for kind in _POINTS]
    head = 'File type = "ooTextFile"\nObject class = "TextGrid"\n\n'
    head += f"xmin = 0\nxmax = {_seconds(last)}\ntiers? <exists>\nsize = {len(tiers)}\nitem []:\n"
    return pen.written(head + "".join(f"    item [{place}]:\n{tier}" for place, tier in enumerate(tiers, 1)))


def _intervals(marks: Iterable[Mark], pen: Pen) -> list[_Interval]:
    """Each mark as an interval of at least a millisecond, none before the last one's end."""
    found: list[_Interval] = []
    for mark in marks:
        wanted = milliseconds(mark.start)
        start = max(wanted, found[-1][1] if found else 0)
        if start != wanted:
            pen.note("moved", mark)
        end = start if mark.end is None else milliseconds(mark.end)
        found.append((start, max(end, start + 1), pen.label(mark, kind=False)))
    return found


def _points(marks: Iterable[Mark], pen: Pen) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for mark in marks:
        at = milliseconds(mark.start)
        if found and at <= found[-1][0]:
            at = found[-1][0] + 1
            pen.note("moved", mark)
        found.append((at, pen.label(mark, kind=False)))
    return found


def _tile(marked: Iterable[_Interval], last: int) -> list[str]:
    """The intervals, with empty ones wherever nothing was marked."""
    whole: list[_Interval] = []
    at = 0
    for start, end, label in marked:
        if start > at:
            whole.append((at, start, ""))
        whole.append((start, end, label))
        at = end
    if at < last or not whole:
        whole.append((at, last, ""))
    return [
        f"        intervals [{place}]:\n            xmin = {_seconds(start)}\n            xmax = {_seconds(end)}\n"
        f"            text = {_quote(label)}\n"
        for place, (start, end, label) in enumerate(whole, 1)
    ]


def _points_text(points: Iterable[tuple[int, str]]) -> list[str]:
    return [
        f"        points [{place}]:\n            number = {_seconds(at)}\n            mark = {_quote(label)}\n"
        for place, (at, label) in enumerate(points, 1)
    ]


def _tier(kind: str, name: str, last: int, entries: list[str]) -> str:
    counted = "intervals" if kind == "IntervalTier" else "points"
    head = (
        f'        class = "{kind}"\n        name = {_quote(name)}\n        xmin = 0\n        xmax = {_seconds(last)}\n'
    )
    return f"{head}        {counted}: size = {len(entries)}\n{''.join(entries)}"


def _seconds(at: int) -> str:
    return f"{at // 1000}.{at % 1000:03}"


def _quote(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


TEXTGRID = MarkFormat("textgrid", ".TextGrid", write_textgrid)
