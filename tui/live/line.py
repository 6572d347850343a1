"""The input line as the live screen's behaviour knows it, whatever draws it."""

from typing import Protocol

from tui.widgets.line_model import Replaced


class Line(Protocol):
    """The input line, as far as the desk cares."""

    literal: bool
    selected: bool
    replaced: Replaced | None

    @property
    def text(self) -> str:
        """The whole line, verbatim."""

    @property
    def cursor(self) -> int:
        """The index in ``text`` before which the next character goes."""

    @property
    def pasted(self) -> bool:
        """Whether the line was begun by a paste."""

    @property
    def begun_at(self) -> float | None:
        """The running clock at the line's first key press, in seconds."""

    def clear(self) -> None:
        """Empty the line."""

    def put(self, text: str, begun_at: float | None = None, *, literal: bool = False) -> None:
        """Put a text on the line; what was typed over before is forgotten."""

    def type_over(self) -> None:
        """Empty a selected line, and remember what stood on it."""

    def bring_back(self) -> None:
        """Put back what was typed over; what stands there now is remembered in its place."""

    def write_over(self, start: int, end: int, piece: str) -> None:
        """Put a piece in the place of what stands from ``start`` to ``end``; the line stays begun as it was."""
