"""Shapes for states and marks, as paths around the middle of a small square: told apart without colour."""

from collections.abc import Mapping

from interviews.coverage import QuestionCoverage
from interviews.timeline import MarkKind
from tui.report.element import Element, el

_SQUARE = "M-5 -5H5V5H-5Z"
_INNER = "M-2.5 -2.5H2.5V2.5H-2.5Z"
_DASH = "M-5 0H5"
_CROSS = "M-4 -4L4 4M-4 4L4 -4"
_BESIDE = "M6 -7L8 -5M6 -5L8 -7"
_DIAMOND = "M0 -5.5L5.5 0L0 5.5L-5.5 0Z"

Paths = tuple[str, str]
"""A path that is drawn, and one that is filled."""

STATES: Mapping[str, Paths] = {
    "untouched": (_SQUARE, ""),
    "touched": ("", _INNER),
    "asked": (_SQUARE, "M5 -5V5H-5Z"),
    "skipped": (_DASH, ""),
    "declined": (_CROSS, ""),
    "covered": ("", _SQUARE),
    "unasked": (_SQUARE, _INNER),
    "absent": ("M-0.7 0H0.7", ""),
}
"""For the state of a question the path that is drawn and the one that is filled, the same shapes as the terminal's;
``absent``: not in that revision."""

MARKS: Mapping[MarkKind, Paths] = {
    "note": ("", "M0 -4A4 4 0 1 1 0 4A4 4 0 1 1 0 -4Z"),
    "quote": ("", "M-4.5 -4H-1V0L-3 4H-4.5ZM1 -4H4.5V0L2.5 4H1Z"),
    "follow_up": ("M-3 6V-5", "M-3 -6L5 -3L-3 0Z"),
    "bookmark": ("", _DIAMOND),
    "empty_bookmark": (_DIAMOND, ""),
    "reflexive": ("M0 -5L5 4H-5Z", ""),
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


def shape(paths: Paths, x: str | float, y: float) -> Element:
    """A shape with its middle at a place; ``x`` may be a share of the width, such as ``12%``."""
    drawn, filled = paths
    return el(
        "svg",
        el("path", d=drawn, class_="drawn") if drawn else None,
        el("path", d=filled, class_="filled") if filled else None,
        x=x,
        y=y,
        class_="shape",
    )
