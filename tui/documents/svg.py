"""Drawings for a page, told apart without colour.

The matrix in small, bars of minutes, one interview along its time.

Places along the width are shares of it, so a drawing fits a telephone and a sheet of paper with letters of one size.
Every drawing is a string of SVG that is well-formed XML; nothing is held of it but that string.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from guide.frozen import Value
from guide.model import Guide
from interviews.core.coverage import QuestionCoverage
from interviews.study.interview_summary import Bar, BreakKind, Mark, MarkKind, Timeline
from tui.documents.model import Markup
from tui.escape import attribute, in_text
from tui.time_format import format_time

_SQUARE = "M-5 -5H5V5H-5Z"
_INNER = "M-2.5 -2.5H2.5V2.5H-2.5Z"
_DASH = "M-5 0H5"
_CROSS = "M-4 -4L4 4M-4 4L4 -4"
_BESIDE = "M6 -7L8 -5M6 -5L8 -7"
_LOZENGE = "M0 -6L4 0L0 6L-4 0Z"
_DOT = "M0 -2.8A2.8 2.8 0 1 1 0 2.8A2.8 2.8 0 1 1 0 -2.8Z"

Paths = tuple[str, str]
"""A path that is drawn, and one that is filled."""

STATES: Mapping[str, Paths] = {
    "untouched": (_SQUARE, ""),
    "touched": ("", _INNER),
    "asked": ("", "M-5 0H5V5H-5Z"),
    "skipped": (_DASH, ""),
    "declined": (_CROSS, ""),
    "covered": ("", _SQUARE),
    "unasked": ("", _DOT),
    "absent": ("M-0.7 0H0.7", ""),
}
"""For the state of a question the path that is drawn and the one that is filled, the same shapes as the terminal's;
``absent``: not in that revision."""

MARKS: Mapping[MarkKind, Paths] = {
    "note": ("", "M0 -4A4 4 0 1 1 0 4A4 4 0 1 1 0 -4Z"),
    "quote": ("", "M-4.5 -4H-1V0L-3 4H-4.5ZM1 -4H4.5V0L2.5 4H1Z"),
    "follow_up": ("", "M-1.5 -6H1.5L0.8 2H-0.8ZM-1.2 3.6H1.2V6H-1.2Z"),
    "bookmark": ("", "M0 -5L5.5 5H-5.5Z"),
    "empty_bookmark": (_LOZENGE, ""),
    "reflexive": ("M0 -5.5V6M3 6V-5.5H-1", "M0 -5.5A3.2 3.2 0 1 0 0 0.9Z"),
    "topic": ("M-3 -5L3 0L-3 5", ""),
    "covered": ("", _SQUARE),
    "skipped": (_DASH, ""),
    "declined": (_CROSS, ""),
    "positive": ("M-5 0H5M0 -5V5", ""),
    "negative": ("M-5 -1.5H5V1.5H-5Z", ""),
    "explained": ("M-3.5 -2A3.5 3.5 0 1 1 1.5 1.2Q0 1.8 0 3.5M0 5.2V6.4", ""),
}
"""The same for what a timeline shows."""


def state_name(question: QuestionCoverage | None) -> str:
    """The shape's name for a question's state in one interview."""
    if question is None:
        return "absent"
    return "unasked" if question.unasked else question.state


def paths_of(question: QuestionCoverage | None) -> Paths:
    """The paths of a question's state in one interview, a small cross beside them where it was declined before."""
    drawn, filled = STATES[state_name(question)]
    refused = question is not None and question.refused_before
    return (drawn + _BESIDE if refused else drawn), filled


_CELL = 16
_NAME = 3  # characters that have room above a cell
_HEAD = 64
"""Pixels: the side of a cell, and the room for ids on the left."""


class AltText(Value):
    """What a drawing is called and what it shows, for those who cannot see it; ``name`` is unique on the page."""

    name: str
    title: str
    shows: str


class Share(Value):
    """A bar of minutes: what it is of, its seconds in each interview, and what they come to in words."""

    label: str
    seconds: tuple[float, ...]
    said: str


def key(kind: MarkKind) -> Markup:
    """A mark's shape on its own, beside which words say what it means."""
    return _key(_shape(MARKS[kind], "8", 8))


def hatch_key(kind: BreakKind) -> Markup:
    """A piece of a hatching, beside which words say what it means."""
    return _key(f'<rect x="0" y="0" width="16" height="16" class="hatch {kind}"></rect>')


def _key(shape: str) -> Markup:
    return Markup(f'<svg width="16" height="16" aria-hidden="true">{shape}</svg>')


def _shape(paths: Paths, x: str, y: float) -> str:
    """A shape with its middle at a place; ``x`` may be a share of the width, such as ``12%``."""
    return f'<svg x="{x}" y="{_number(y)}" class="shape">{_paths_markup(paths)}</svg>'


@cache
def _paths_markup(paths: Paths) -> str:
    drawn, filled = paths
    line = f'<path d="{drawn}" class="drawn"></path>' if drawn else ""
    return line + (f'<path d="{filled}" class="filled"></path>' if filled else "")


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.3f}".rstrip("0").rstrip(".")


def _drawing(told: AltText, pieces: Iterator[str], size: str, look: str) -> Markup:
    """An SVG element that says in words what it shows."""
    name = attribute(told.name)
    return Markup(
        f'<svg role="img" aria-labelledby="{name}-title {name}-desc" {size} class="{look}">'
        f'<title id="{name}-title">{in_text(told.title)}</title><desc id="{name}-desc">{in_text(told.shows)}</desc>'
        f"{''.join(pieces)}</svg>"
    )


def _text(words: str, x: str, y: float, look: str = "", anchor: str = "") -> str:
    """A word in a drawing."""
    looks = f' class="{look}"' if look else ""
    anchored = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{x}" y="{_number(y)}"{looks}{anchored}>{in_text(words)}</text>'


def _share(part: float, whole: float) -> str:
    """A part of a whole, as a share of the width."""
    return f"{min(max(part / whole, 0.0), 1.0) * 100 if whole > 0 else 0.0:.2f}%"


def _box(start: float, seconds: float, whole: float, y: float, look: str, height: float) -> str:
    return (
        f'<rect x="{_share(start, whole)}" y="{_number(y)}" width="{_share(seconds, whole)}" '
        f'height="{_number(height)}" class="{look}"></rect>'
    )


def matrix_picture(
    told: AltText, names: Sequence[str], groups: Sequence[tuple[str, Sequence[tuple[str, Sequence[Paths]]]]]
) -> Markup:
    """The matrix in small: ``groups`` are margins with their rows, each an id and the paths of its shapes."""
    height = 18.0 + sum(_CELL * len(rows) + 4 for _, rows in groups)
    width = _HEAD + 44 + _CELL * len(names) + 8
    size = f'width="{width}" height="{_number(height)}" viewBox="0 0 {width} {height:g}"'
    return _drawing(told, _small_matrix(names, groups), size, "small-matrix")


def _small_matrix(
    names: Sequence[str], groups: Sequence[tuple[str, Sequence[tuple[str, Sequence[Paths]]]]]
) -> Iterator[str]:
    if len(names) <= 6 and all(len(name) <= _NAME for name in names):
        for place, name in enumerate(names):
            yield _text(name, _number(_HEAD + 44 + _CELL * place + _CELL / 2), 10, "head", "middle")
    y = 18.0
    for margin, rows in groups:
        yield _text(margin, "0", y + 12, "margin")
        for id, shapes in rows:
            yield _text(id, "44", y + 12, "head")
            for place, paths in enumerate(shapes):
                yield _shape(paths, _number(_HEAD + 44 + _CELL * (place + 0.5)), y + _CELL / 2)
            y += _CELL
        yield f'<line x1="0" x2="100%" y1="{_number(y + 2)}" y2="{_number(y + 2)}" class="rule"></line>'
        y += 4


def bars_picture(told: AltText, shares: Sequence[Share]) -> Markup:
    """A bar for each share, its interviews one after another, and its number above it in words."""
    return _drawing(told, _bars(shares), f'width="100%" height="{max(len(shares) * 38, 1)}"', "bars")


def _bars(shares: Sequence[Share]) -> Iterator[str]:
    longest = max((sum(one.seconds) for one in shares), default=0.0)
    for place, one in enumerate(shares):
        top = place * 38
        yield _text(one.label, "0", top + 13)
        yield _text(one.said, "100%", top + 13, "number", "end")
        before = 0.0
        for number, seconds in enumerate(one.seconds):
            yield _box(before, seconds, longest, top + 18, "bar odd" if number % 2 else "bar", 12)
            before += seconds


_TICKS = (5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600)
"""Seconds that may lie between two marks of the axis."""


def _axis(whole: float, y: float) -> Iterator[str]:
    """Fine lines from the top to ``y`` with the time below; about six of them."""
    step = next((float(one) for one in _TICKS if whole / one <= 6.5), max(whole / 6, 1.0))
    for number in range(int(whole // step) + 1):
        moment = number * step
        place = _share(moment, whole)
        anchor = "start" if number == 0 else "end" if moment / whole > 0.95 else "middle"
        yield f'<line x1="{place}" x2="{place}" y1="0" y2="{_number(y)}" class="tick"></line>'
        yield _text(format_time(moment), place, y + 13, "time", anchor)


_LANE = 34
_MARKS_LANE = 52
"""Pixels for a lane of questions, and for one of marks."""

_LEVELS = 3
_NEAR = 0.02
"""How many marks stand above each other that lie nearer than this share of the width."""

_OF_QUESTIONS = {"covered", "skipped", "declined", "positive", "negative", "explained"}
_WIDE_ENOUGH = 0.06
"""The share of the width that an id needs, on the narrowest screen."""


class Lane(Value):
    """A lane of questions: what it is called, and the ids of those that stand in it."""

    label: str
    ids: frozenset[str]


def hatches() -> str:
    """The hatchings that every timeline on the page is drawn with."""
    lines = {"pause": "M0 8L8 0", "gap": "M0 0L8 8", "withheld": "M0 8L8 0M0 0L8 8"}
    pale = '<rect width="8" height="8"></rect>'  # the bars under a hatching whose time counts in no duration
    patterns = "".join(
        f'<pattern id="hatch-{kind}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'{"" if kind == "withheld" else pale}<path d="{path}"></path></pattern>'
        for kind, path in lines.items()
    )
    return f'<svg class="defs" aria-hidden="true"><defs>{patterns}</defs></svg>'


def lanes_of(guide: Guide, closing: str, others: str) -> tuple[Lane, ...]:
    """A lane for each group of the guide."""
    return tuple(
        Lane(
            f"{group.id} {group.title}" if group.id else closing if group.closing else others,
            frozenset(question.id for question in group.questions),
        )
        for group in guide.groups
    )


def timeline_picture(told: AltText, course: Timeline, lanes: Sequence[Lane], notes: str, marks: str) -> Markup:
    """The drawing; ``notes`` and ``marks`` head the lanes of both."""
    known = [lane for lane in lanes if any(bar.question in lane.ids for bar in course.bars)]
    stray = frozenset(bar.question for bar in course.bars) - {id for lane in lanes for id in lane.ids}
    shown = [*known, *([Lane("", stray)] if stray else [])]
    height = len(shown) * _LANE + 2 * _MARKS_LANE
    return _drawing(told, _timeline(course, shown, notes, marks), f'width="100%" height="{height + 18}"', "timeline")


def _timeline(course: Timeline, shown: Sequence[Lane], notes: str, marks: str) -> Iterator[str]:
    whole = max(course.end, 1.0)
    top = len(shown) * _LANE
    height = top + 2 * _MARKS_LANE
    yield from _axis(whole, height)
    for place, lane in enumerate(shown):
        for bar in course.bars:
            if bar.question in lane.ids:
                box = _box(bar.start, bar.end - bar.start, whole, place * _LANE + 17, "bar", 14)
                yield f"<g><title>{in_text(bar.question)}</title>{box}</g>"
    for one in course.breaks:
        yield _box(one.start, one.end - one.start, whole, 0, f"hatch {one.kind}", height)
    for place, lane in enumerate(shown):
        yield _text(lane.label, "0", place * _LANE + 12, "lane")
    for place, lane in enumerate(shown):
        yield from _ids(lane, course, whole, place * _LANE)
    noted = ((mark.t, kind) for mark in course.marks for kind in _shapes_of(mark) if kind not in _OF_QUESTIONS)
    yield from _marks(notes, noted, whole, top)
    marked = ((mark.t, mark.kind) for mark in course.marks if mark.kind in _OF_QUESTIONS)
    yield from _marks(marks, marked, whole, top + _MARKS_LANE)


def _ids(lane: Lane, course: Timeline, whole: float, top: float) -> Iterator[str]:
    """The ids of the questions whose bars have room for them before they are paled by a pause or a gap."""
    pale = [one.start for one in course.breaks if one.kind != "withheld"]
    for bar in course.bars:
        if bar.question in lane.ids and (_clear_until(bar, pale) - bar.start) / whole >= _WIDE_ENOUGH:
            yield _text(bar.question, _share(bar.start, whole), top + 28, "in-bar")


def _clear_until(bar: Bar, pale: Sequence[float]) -> float:
    return min(min((start for start in pale if start >= bar.start), default=bar.end), bar.end)


def kinds_drawn(course: Timeline) -> frozenset[MarkKind]:
    """Which shapes the drawing has, so that its key names those and no others."""
    return frozenset(kind for mark in course.marks for kind in _shapes_of(mark))


def _shapes_of(mark: Mark) -> tuple[MarkKind, ...]:
    """A mark's shapes: a note that was made a follow-up keeps its own and has a flag beside it."""
    if mark.follow_up is None or mark.kind == "follow_up":
        return (mark.kind,)
    return (mark.kind, "follow_up")


def _marks(label: str, marks: Iterator[tuple[float, MarkKind]], whole: float, top: float) -> Iterator[str]:
    yield _text(label, "0", top + 12, "lane")
    before: list[float] = [-1.0] * _LEVELS
    for t, kind in marks:
        at = t / whole
        level = next((place for place, last in enumerate(before) if at - last >= _NEAR), 0)
        before[level] = at
        yield _shape(MARKS[kind], _share(t, whole), top + 22 + 11 * level)
