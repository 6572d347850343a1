"""Lines of a page before they are wrapped: words in several looks."""

from typing import Literal

from guide.values import Value
from tui.revise.wording import spans

Style = Literal["strong", "plain", "dim", "said", "gone", "new", "chosen", "head"]


class Piece(Value):
    """Some words in one look."""

    text: str
    style: Style = "plain"


class PageLine(Value):
    """A line; the rows it wraps into begin ``indent`` cells in."""

    pieces: tuple[Piece, ...]
    indent: int = 0


BLANK = PageLine(())
"""An empty line."""


def line_of(text: str, style: Style = "plain", indent: int = 0) -> PageLine:
    """A line in one look, with its own indent at the front."""
    return PageLine((Piece(" " * indent + text, style),), indent)


def differing(before: str, after: str) -> tuple[Piece, ...]:
    """Two wordings as one: what went struck out, what came underlined, a blank between them."""
    pieces: list[Piece] = []
    for span in spans(before, after):
        if pieces and pieces[-1].style == "gone" and span.mark == "new" and not pieces[-1].text[-1:].isspace():
            pieces.append(Piece(" "))
        pieces.append(Piece(span.text, "plain" if span.mark == "same" else span.mark))
    return tuple(pieces)
