"""The report's drawings: the matrix in small, bars of minutes, one interview along its time.

Places along the width are shares of it, so a drawing fits a telephone and a sheet of paper with letters of one size.
"""

from collections.abc import Sequence

from guide.values import Value
from tui.report.element import Element, Node, el
from tui.report.shapes import Paths, shape
from tui.stamps import stamp

_CELL = 16
_NAME = 3  # characters that have room above a cell
_HEAD = 64
"""Pixels: the side of a cell, and the room for ids on the left."""


class Told(Value):
    """What a drawing is called and what it shows, for those who cannot see it; ``name`` is unique on the page."""

    name: str
    title: str
    shows: str


class Share(Value):
    """A bar of minutes: what it is of, its seconds in each interview, and what they come to in words."""

    label: str
    seconds: tuple[float, ...]
    said: str


def drawing(told: Told, children: Sequence[Node], **attributes: str | float) -> Element:
    """An SVG element that says in words what it shows."""
    return el(
        "svg",
        el("title", told.title, id=f"{told.name}-title"),
        el("desc", told.shows, id=f"{told.name}-desc"),
        *children,
        role="img",
        aria_labelledby=f"{told.name}-title {told.name}-desc",
        **attributes,
    )


def key(child: Element) -> Element:
    """A shape on its own, beside which words say what it means."""
    return el("svg", child, width=16, height=16, aria_hidden="true")


def text(words: str, x: str | float, y: float, look: str = "", anchor: str | None = None) -> Element:
    """A word in a drawing."""
    return el("text", words, x=x, y=y, class_=look or None, text_anchor=anchor)


def share(part: float, whole: float) -> str:
    """A part of a whole, as a share of the width."""
    return f"{min(max(part / whole, 0.0), 1.0) * 100 if whole > 0 else 0.0:.2f}%"


def matrix_picture(
    told: Told, names: Sequence[str], groups: Sequence[tuple[str, Sequence[tuple[str, Sequence[Paths]]]]]
) -> Element:
    """The matrix in small: ``groups`` are margins with their rows, each an id and the paths of its shapes."""
    named = len(names) <= 6 and all(len(name) <= _NAME for name in names)
    children: list[Node] = [
        text(name, _HEAD + 44 + _CELL * place + _CELL / 2, 10, "head", "middle") if named else ""
        for place, name in enumerate(names)
    ]
    y = 18.0
    for margin, rows in groups:
        children.append(text(margin, 0, y + 12, "margin"))
        for id, shapes in rows:
            children.append(text(id, 44, y + 12, "head"))
            children += [
                shape(paths, _HEAD + 44 + _CELL * (place + 0.5), y + _CELL / 2) for place, paths in enumerate(shapes)
            ]
            y += _CELL
        children.append(el("line", x1=0, x2="100%", y1=y + 2, y2=y + 2, class_="rule"))
        y += 4
    width = _HEAD + 44 + _CELL * len(names) + 8
    return drawing(told, children, width=width, height=y, viewBox=f"0 0 {width} {y:g}", class_="small-matrix")


def bars_picture(told: Told, shares: Sequence[Share]) -> Element:
    """A bar for each share, its interviews one after another, and its number above it in words."""
    longest = max((sum(one.seconds) for one in shares), default=0.0)
    children: list[Node] = []
    for place, one in enumerate(shares):
        top = place * 38
        children.append(text(one.label, 0, top + 13))
        children.append(text(one.said, "100%", top + 13, "number", "end"))
        before = 0.0
        for number, seconds in enumerate(one.seconds):
            look = "bar odd" if number % 2 else "bar"
            children.append(_bar(before, seconds, longest, top + 18, look))
            before += seconds
    return drawing(told, children, width="100%", height=max(len(shares) * 38, 1), class_="bars")


def _bar(start: float, seconds: float, whole: float, y: float, look: str, height: float = 12) -> Element:
    return el(
        "rect",
        x=share(start, whole),
        y=y,
        width=share(seconds, whole),
        height=height,
        class_=look,
    )


def span(start: float, end: float, whole: float, y: float, look: str, height: float) -> Element:
    """A box from one moment to another."""
    return _bar(start, end - start, whole, y, look, height)


STEPS = (5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600)
"""Seconds that may lie between two marks of the axis."""


def axis(whole: float, y: float, height: float) -> list[Node]:
    """Fine lines from the top to ``y`` with the time below; about six of them."""
    step = next((float(one) for one in STEPS if whole / one <= 6.5), max(whole / 6, 1.0))
    children: list[Node] = []
    count = int(whole // step)
    for number in range(count + 1):
        moment = number * step
        place = share(moment, whole)
        anchor = "start" if number == 0 else "end" if moment / whole > 0.95 else "middle"
        children.append(el("line", x1=place, x2=place, y1=y - height, y2=y, class_="tick"))
        children.append(text(stamp(moment), place, y + 13, "time", anchor))
    return children
