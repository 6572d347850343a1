"""The line as typed: text and its first key's moment.

What a paste, a selected line and a line brought back mean for it. Nothing here draws, so that a screen's line and one
that is only echoed are the same.
"""

from collections.abc import Callable

from tui.widgets.line_model import (
    LineModel,
    Replaced,
    line_end,
    line_start,
    next_stop,
    previous_stop,
    word_left,
    word_right,
)

_EDITS: dict[str, Callable[[LineModel], bool]] = {
    "backspace": LineModel.backspace,
    "delete": LineModel.delete,
    "ctrl+w": LineModel.cut_word,
    "alt+backspace": LineModel.cut_word,
    "ctrl+u": LineModel.cut_to_start,
}
_MOVES: dict[str, Callable[[str, int], int]] = {
    "left": previous_stop,
    "right": next_stop,
    "home": line_start,
    "ctrl+a": line_start,
    "end": line_end,
    "ctrl+e": line_end,
    "ctrl+left": word_left,
    "alt+left": word_left,
    "alt+b": word_left,
    "ctrl+right": word_right,
    "alt+right": word_right,
    "alt+f": word_right,
}


class TypedLine:
    """A line of text being typed; ``now`` is the clock, in seconds, that says when it was begun."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.literal = False
        """Whether the first character is plain text, not a command; forgotten when the line becomes empty."""
        self.replaced: Replaced | None = None
        """What was typed over; forgotten when a line is put or cleared."""
        self._now = now
        self._line = LineModel()
        self._begun_at: float | None = None
        self._pasted = self._selected = False

    @property
    def text(self) -> str:
        """The whole line, verbatim."""
        return self._line.text

    @property
    def cursor(self) -> int:
        """The index in ``text`` before which the next character goes."""
        return self._line.cursor

    @cursor.setter
    def cursor(self, index: int) -> None:
        self._line.go(index)

    @property
    def begun_at(self) -> float | None:
        """Seconds of the clock at the key press or paste that began the line; None while it is empty."""
        return self._begun_at

    @property
    def pasted(self) -> bool:
        """Whether the line was begun by a paste, so that its first character is no command."""
        return self._pasted

    @property
    def selected(self) -> bool:
        """Whether the whole line is selected: typing replaces it, moving the cursor keeps it."""
        return self._selected

    @selected.setter
    def selected(self, selected: bool) -> None:
        self._selected = selected and bool(self.text)

    def type_over(self) -> None:
        """Empty a selected line, and remember what stood on it."""
        if self._selected:
            replaced = self._standing
            self.clear()
            self.replaced = replaced

    def bring_back(self) -> None:
        """Put back what was typed over; what stands there now is remembered in its place."""
        back, now = self.replaced, self._standing
        if back is not None:
            self.put(back.text, back.begun_at, literal=back.literal)
            self.replaced = now if now.text else None

    @property
    def _standing(self) -> Replaced:
        return Replaced(self.text, self._begun_at, self.literal or self._pasted)

    def clear(self) -> None:
        """Empty the line."""
        self.put("")

    def put(self, text: str, begun_at: float | None = None, *, pasted: bool = False, literal: bool = False) -> None:
        """Replace the whole line, cursor at its end, as when an earlier line is brought back.

        ``begun_at`` is in seconds of the clock; without it the line begins now.
        """
        self._line = LineModel(text)
        self._begun_at = (self._now() if begun_at is None else begun_at) if text else None
        self._pasted, self.literal = bool(text) and pasted, bool(text) and literal
        self._selected, self.replaced = False, None

    def insert(self, piece: str, *, pasted: bool = False) -> None:
        """Put ``piece`` in at the cursor, as a key or a paste does; a selected line is typed over."""
        if piece:
            self.type_over()
        if not self.text and piece:
            self._begun_at, self._pasted = self._now(), pasted
        self._line.insert(piece)

    def write_over(self, start: int, end: int, piece: str) -> None:
        """Put ``piece`` in the place of what stands from ``start`` to ``end``, as if it had been typed there."""
        self._line.write_over(start, end, piece)
        self._forget_when_empty()

    def _forget_when_empty(self) -> None:
        if not self.text:
            self._begun_at, self._pasted, self.literal = None, False, False

    def edit(self, key: str) -> bool:
        """Edit or move as a key without a character asks; False where it is no such key."""
        if key in _EDITS and self._selected:
            self.type_over()
        elif (edit := _EDITS.get(key)) is not None:
            edit(self._line)
            self._forget_when_empty()
        elif (move := _MOVES.get(key)) is not None:
            self.selected = False
            self.cursor = move(self.text, self.cursor)
        else:
            return False
        return True
