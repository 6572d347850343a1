"""Bars: one line of text, left and right."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from guide.frozen import Value
from tui.escape import escape_controls


class Piece(Value):
    """Words in one style; ``act`` is what a click on them does; ``shrinks`` says that they may be shortened first."""

    text: str
    style: str = "plain"
    act: str | None = None
    shrinks: bool = False


class Bar(Widget, can_focus=False):
    """One row: pieces from the left, pieces from the right; the left is cut where both do not fit, between words."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--plain", "bar--strong", "bar--dim", "bar--alarm", "bar--key"}

    class Picked(Message):
        """A piece with an act was clicked."""

        def __init__(self, act: str) -> None:
            super().__init__()
            self.act = act

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._left: Sequence[Piece] = ()
        self._right: Sequence[Piece] = ()

    def show(self, left: Sequence[Piece], right: Sequence[Piece] = ()) -> None:
        """Draw these pieces; nothing is redrawn when they are the same."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one row."""
        base = self.rich_style
        laid = self._lay_out()
        segments = [
            Segment(text, self.get_component_rich_style(f"bar--{piece.style}", partial=True)) for piece, text in laid
        ]
        return Strip(segments).adjust_cell_length(self.size.width, base).apply_style(base)

    def on_click(self, event: events.Click) -> None:
        """Do what the clicked words say."""
        offset = event.get_content_offset(self)
        x = offset.x if offset is not None else -1
        for piece, text in self._lay_out():
            if 0 <= x < cell_len(text) and piece.act is not None:
                self.post_message(self.Picked(piece.act))
                return
            x -= cell_len(text)

    def _lay_out(self) -> list[tuple[Piece, str]]:
        width = self.size.width
        right = [(piece, escape_controls(piece.text)) for piece in self._right]
        room = width - sum(cell_len(text) for _, text in right)
        texts = [(piece, escape_controls(piece.text)) for piece in self._left]
        over = sum(cell_len(text) for _, text in texts) - room
        left = []
        for piece, whole in texts:
            wanted = cell_len(whole) - over if piece.shrinks and over > 0 else cell_len(whole)
            text = _cut(whole, min(max(wanted, 1), room))
            left.append((piece, text))
            room -= cell_len(text)
            if room <= 0:
                break
        return [*left, (Piece(""), " " * max(room, 0)), *right]


def _cut(text: str, room: int) -> str:
    """The words that have room, and … for the rest; only a path, or a word that stands alone, is cut within."""
    if cell_len(text) <= room:
        return text
    if room < 2:
        return "…"[: max(room, 0)]
    kept = set_cell_size(text, room - 1)
    if not text.startswith(kept):  # a blank stands for half of a wide sign
        kept = kept[:-1]
    if text[len(kept) : len(kept) + 1].strip():
        whole, _, word = kept.rpartition(" ")
        kept = kept if "/" in word[1:] or " " not in text.strip() else whole
    kept = kept.rstrip()
    return f"{kept} …" if kept and text.startswith(f"{kept} ") and cell_len(kept) + 2 <= room else f"{kept}…"


class Curtain(Widget, can_focus=False):
    """A blank layer over guide, notes and input line; keys go on to the line behind it."""

    def render_line(self, y: int) -> Strip:
        """Nothing."""
        return Strip.blank(self.size.width, self.rich_style)
