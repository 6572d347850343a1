"""One interview along its time: a lane for each research question with the stretches in hand, lanes of notes and marks,
and behind them, hatched, what is unlike the rest.
"""

from collections.abc import Sequence

from guide.model import Guide
from guide.values import Value
from interviews.timeline import Bar, BreakKind, Mark, MarkKind, Timeline
from tui.report.element import Element, Node, el
from tui.report.shapes import MARKS, shape
from tui.report.svg import Told, axis, drawing, key, share, span, text

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


def hatches() -> Element:
    """The hatchings that every timeline on the page is drawn with."""
    lines = {"pause": "M0 8L8 0", "gap": "M0 0L8 8", "withheld": "M0 8L8 0M0 0L8 8"}
    patterns = [
        el(
            "pattern",
            *_pale(kind),
            el("path", d=path),
            id=f"hatch-{kind}",
            width=8,
            height=8,
            patternUnits="userSpaceOnUse",
        )
        for kind, path in lines.items()
    ]
    return el("svg", el("defs", *patterns), class_="defs", aria_hidden="true")


def _pale(kind: str) -> list[Element]:
    """What pales the bars under a hatching whose time counts in no duration."""
    return [] if kind == "withheld" else [el("rect", width=8, height=8)]


def hatch_key(kind: BreakKind) -> Element:
    """A piece of a hatching, beside which words say what it means."""
    return key(el("rect", x=0, y=0, width=16, height=16, class_=f"hatch {kind}"))


def lanes_of(guide: Guide, closing: str, others: str) -> tuple[Lane, ...]:
    """A lane for each group of the guide."""
    return tuple(
        Lane(
            f"{group.id} {group.title}" if group.id else closing if group.closing else others,
            frozenset(question.id for question in group.questions),
        )
        for group in guide.groups
    )


def timeline_picture(told: Told, course: Timeline, lanes: Sequence[Lane], notes: str, marks: str) -> Element:
    """The drawing; ``notes`` and ``marks`` head the lanes of both."""
    whole = max(course.end, 1.0)
    known = [lane for lane in lanes if any(bar.question in lane.ids for bar in course.bars)]
    stray = frozenset(bar.question for bar in course.bars) - {id for lane in lanes for id in lane.ids}
    shown = [*known, *([Lane("", stray)] if stray else [])]
    noted = [(mark.t, kind) for mark in course.marks for kind in _drawn(mark) if kind not in _OF_QUESTIONS]
    marked = [(mark.t, mark.kind) for mark in course.marks if mark.kind in _OF_QUESTIONS]
    top = len(shown) * _LANE
    height = top + 2 * _MARKS_LANE
    bars = [
        _bar(bar, whole, place) for place, lane in enumerate(shown) for bar in course.bars if bar.question in lane.ids
    ]
    hatched = [span(one.start, one.end, whole, 0, f"hatch {one.kind}", height) for one in course.breaks]
    names = [text(lane.label, 0, place * _LANE + 12, "lane") for place, lane in enumerate(shown)]
    children: list[Node] = [*axis(whole, height, height), *bars, *hatched, *names]
    for place, lane in enumerate(shown):
        children += _ids(lane, course, whole, place * _LANE)
    children += _marks(notes, noted, whole, top)
    children += _marks(marks, marked, whole, top + _MARKS_LANE)
    return drawing(told, children, width="100%", height=height + 18, class_="timeline")


def _bar(bar: Bar, whole: float, lane: int) -> Element:
    return el("g", el("title", bar.question), span(bar.start, bar.end, whole, lane * _LANE + 17, "bar", 14))


def _ids(lane: Lane, course: Timeline, whole: float, top: float) -> list[Node]:
    """The ids of the questions whose bars have room for them before they are paled by a pause or a gap."""
    pale = [one.start for one in course.breaks if one.kind != "withheld"]
    children: list[Node] = []
    for bar in course.bars:
        room = min((start for start in pale if start >= bar.start), default=bar.end)
        if bar.question in lane.ids and (min(room, bar.end) - bar.start) / whole >= _WIDE_ENOUGH:
            children.append(text(bar.question, share(bar.start, whole), top + 28, "in-bar"))
    return children


def kinds_drawn(course: Timeline) -> frozenset[MarkKind]:
    """Which shapes the drawing has, so that its key names those and no others."""
    return frozenset(kind for mark in course.marks for kind in _drawn(mark))


def _drawn(mark: Mark) -> tuple[MarkKind, ...]:
    """A mark's shapes: a note that was made a follow-up keeps its own and has a flag beside it."""
    if mark.follow_up is None or mark.kind == "follow_up":
        return (mark.kind,)
    return (mark.kind, "follow_up")


def _marks(label: str, marks: Sequence[tuple[float, MarkKind]], whole: float, top: float) -> list[Node]:
    children: list[Node] = [text(label, 0, top + 12, "lane")]
    before: list[float] = [-1.0] * _LEVELS
    for t, kind in marks:
        at = t / whole
        level = next((place for place, last in enumerate(before) if at - last >= _NEAR), 0)
        before[level] = at
        children.append(shape(MARKS[kind], share(t, whole), top + 22 + 11 * level))
    return children
