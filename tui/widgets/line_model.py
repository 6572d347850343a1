"""A line of text with a cursor, as typed.

Nothing here knows a screen, so that a screen's line and one that is only echoed are the same. Movement and deletion go
by what a reader takes for one character, and no step looks further than it must, so that a key costs the same in a line
of ten characters and of ten thousand.
"""

import unicodedata
from collections.abc import Callable

from rich.cells import cell_len, set_cell_size

from guide.frozen import Value
from tui.escape import escape_controls
from tui.signs import CARRIER


class Replaced(Value):
    """A line that was typed over while it was selected, as it stood; ``begun_at`` in seconds of the running clock."""

    text: str
    begun_at: float | None
    literal: bool


_ZWJ = "\u200d"
_ZWNJ = "\u200c"
_WIDEST = 8  # cells: what the longest escaped character takes; a cluster beyond that is cut short


def _is_control(ch: str) -> bool:
    return unicodedata.category(ch) in ("Cc", "Cs", "Zl", "Zp")


def _extends(ch: str) -> bool:
    if ch < "\u0300":
        return False
    if ch in (_ZWJ, _ZWNJ) or "\U0001f3fb" <= ch <= "\U0001f3ff" or "\U000e0020" <= ch <= "\U000e007f":
        return True
    return unicodedata.category(ch)[0] == "M"


def _is_regional(ch: str) -> bool:
    return "\U0001f1e6" <= ch <= "\U0001f1ff"


def _joins_hangul(before: str, after: str) -> bool:
    if "\u1160" <= after <= "\u11ff":
        return "\u1100" <= before <= "\u11ff" or "\uac00" <= before <= "\ud7a3"
    return "\u1100" <= before <= "\u115f" and ("\u1100" <= after <= "\u115f" or "\uac00" <= after <= "\ud7a3")


def _is_one_character(text: str, index: int) -> bool:
    """Tell whether the characters on both sides of ``index`` are one to a reader (flags are counted by the caller)."""
    before, after = text[index - 1], text[index]
    if before < "\u0300" and after < "\u0300":
        return before == "\r" and after == "\n"
    if _is_control(before) or _is_control(after):
        return False
    if _extends(after):
        return True
    if before == _ZWJ:
        return unicodedata.category(after)[0] == "S" and not _is_regional(after)
    return _joins_hangul(before, after)


def next_stop(text: str, index: int) -> int:
    """Return the end of the cluster that begins at ``index``, so that an emoji of five code points is one step."""
    if index >= len(text):
        return len(text)
    end = index + 1
    if end < len(text) and _is_regional(text[index]) and _is_regional(text[end]):
        end += 1
    while end < len(text) and _is_one_character(text, end):
        end += 1
    return end


def previous_stop(text: str, index: int) -> int:
    """Return the beginning of the cluster that ends at, or spans, ``index``."""
    start = max(0, index - 1)
    while start > 0 and _is_one_character(text, start):
        start -= 1
    if text and _is_regional(text[start]):
        first = start
        while first > 0 and _is_regional(text[first - 1]):
            first -= 1
        start -= (start - first) % 2
    return start


def word_left(text: str, index: int) -> int:
    """Return where the word before ``index`` begins, which is where ctrl+left goes."""
    while index > 0 and not text[index - 1].isalnum():
        index = previous_stop(text, index)
    while index > 0 and _in_word(text, index - 1):
        index -= 1
    return index


def word_right(text: str, index: int) -> int:
    """Return where the word after ``index`` ends, which is where ctrl+right goes."""
    while index < len(text) and not text[index].isalnum():
        index = next_stop(text, index)
    while index < len(text) and _in_word(text, index):
        index += 1
    return index


def line_start(_text: str, _index: int) -> int:
    """Return 0, which is where home goes."""
    return 0


def line_end(text: str, _index: int) -> int:
    """Return the end of ``text``, which is where end goes."""
    return len(text)


def _in_word(text: str, index: int) -> bool:
    return text[index].isalnum() or _extends(text[index])


class LineModel:
    """A line being edited: its text and the cursor's index in it; each edit tells whether it changed the text."""

    def __init__(self, text: str = "", cursor: int | None = None) -> None:
        self.text = text
        self.cursor = len(text) if cursor is None else cursor

    def insert(self, piece: str) -> bool:
        """Put ``piece`` in at the cursor, verbatim, and go behind it."""
        self.text = self.text[: self.cursor] + piece + self.text[self.cursor :]
        self.cursor += len(piece)
        return bool(piece)

    def write_over(self, start: int, end: int, piece: str) -> None:
        """Put ``piece`` in the place of what stands from ``start`` to ``end``, and go behind it."""
        self.text = self.text[:start] + piece + self.text[end:]
        self.cursor = start + len(piece)

    def _cut(self, start: int, end: int) -> bool:
        self.text = self.text[:start] + self.text[end:]
        self.cursor = start
        return end > start

    def backspace(self) -> bool:
        """Delete the cluster before the cursor."""
        return self._cut(previous_stop(self.text, self.cursor), self.cursor)

    def delete(self) -> bool:
        """Delete the cluster under the cursor."""
        return self._cut(self.cursor, next_stop(self.text, self.cursor))

    def cut_word(self) -> bool:
        """Delete back to the last blank, as a shell does."""
        start = self.cursor
        while start > 0 and self.text[start - 1].isspace():
            start -= 1
        while start > 0 and not self.text[start - 1].isspace():
            start -= 1
        return self._cut(start, self.cursor)

    def cut_to_start(self) -> bool:
        """Delete everything before the cursor."""
        return self._cut(0, self.cursor)

    def go(self, index: int) -> None:
        """Set the cursor, kept within the text."""
        self.cursor = min(max(0, index), len(self.text))


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


class TypedLine(LineModel):
    """The line as typed: text and its first key's moment, what a paste, a selected line and one brought back mean.

    ``now`` is the clock, in seconds; ``begun_at`` is its time at the key press or paste that began the line, None while
    it is empty. ``literal`` says that its first character is no command, whatever it is, ``pasted`` that it is so because
    a paste began it; both are forgotten when the line becomes empty. While the whole line is
    ``selected`` typing replaces it, and moving the cursor keeps it. ``replaced`` is what was typed over, until a line is
    put or cleared.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        super().__init__()
        self._now = now
        self.begun_at: float | None = None
        self.pasted = self.literal = self.selected = False
        self.replaced: Replaced | None = None

    def altered(self) -> None:
        """The line is, or looks, another than before; whoever draws it does so now."""

    def select(self, *, on: bool = True) -> None:
        """Select the whole line, or nothing of it."""
        self.selected = on and bool(self.text)
        self.altered()

    def type_over(self) -> None:
        """Empty a selected line, and remember what stood on it."""
        if self._clear_selected():
            self.altered()

    def _clear_selected(self) -> bool:
        if not self.selected:
            return False
        replaced = self._standing
        self._set("")
        self.replaced = replaced
        return True

    def bring_back(self) -> None:
        """Put back what was typed over; what stands there now is remembered in its place."""
        back, now = self.replaced, self._standing
        if back is not None:
            self._set(back.text, back.begun_at, literal=back.literal)
            self.replaced = now if now.text else None
            self.altered()

    @property
    def _standing(self) -> Replaced:
        return Replaced(self.text, self.begun_at, self.literal)

    def clear(self) -> None:
        """Empty the line."""
        self.put("")

    def put(self, text: str, begun_at: float | None = None, *, pasted: bool = False, literal: bool = False) -> None:
        """Replace the whole line, cursor at its end, as when an earlier line is brought back.

        ``begun_at`` is in seconds of the clock; without it the line begins now.
        """
        self._set(text, begun_at, pasted=pasted, literal=literal)
        self.altered()

    def _set(self, text: str, begun_at: float | None = None, *, pasted: bool = False, literal: bool = False) -> None:
        self.text, self.cursor = text, len(text)
        self.begun_at = (self._now() if begun_at is None else begun_at) if text else None
        self.pasted, self.literal = bool(text) and pasted, bool(text) and (literal or pasted)
        self.selected, self.replaced = False, None

    def insert(self, piece: str, *, pasted: bool = False) -> bool:
        """Put ``piece`` in at the cursor, as a key or a paste does; a selected line is typed over."""
        if piece:
            self._clear_selected()
        if not self.text and piece:
            self.begun_at, self.pasted, self.literal = self._now(), pasted, pasted
        super().insert(piece)
        self.altered()
        return bool(piece)

    def write_over(self, start: int, end: int, piece: str) -> None:
        """Put ``piece`` in the place of what stands from ``start`` to ``end``, as if it had been typed there."""
        super().write_over(start, end, piece)
        self._forget_when_empty()
        self.altered()

    def _forget_when_empty(self) -> None:
        if not self.text:
            self.begun_at, self.pasted, self.literal = None, False, False

    def edit(self, key: str) -> bool:
        """Edit or move as a key without a character asks; False where it is no such key."""
        if key in _EDITS:
            if not self._clear_selected():
                _EDITS[key](self)
                self._forget_when_empty()
        elif key in _MOVES:
            self.selected = False
            self.go(_MOVES[key](self.text, self.cursor))
        else:
            return False
        self.altered()
        return True


class Glyph(Value):
    """One cluster as it is drawn: where it stands in the text, what is shown for it, its width in cells."""

    start: int
    end: int
    shown: str
    width: int


def glyph_at(text: str, start: int) -> Glyph:
    """Return the cluster that begins at ``start`` as drawn; one without a width gets a carrier so that it is seen."""
    end = next_stop(text, start)
    shown = escape_controls(text[start:end])
    width = cell_len(shown)
    if width == 0:
        shown = CARRIER + shown
        width = max(1, cell_len(shown))
    elif width > _WIDEST:
        shown, width = set_cell_size(shown, _WIDEST), _WIDEST
    return Glyph(start, end, shown, width)


def _back_from(text: str, index: int, cells: int, stop: int = 0) -> int:
    """Return the furthest beginning before ``index`` from which at most ``cells`` cells are drawn up to it."""
    while index > stop:
        start = previous_stop(text, index)
        cells -= glyph_at(text, start).width
        if cells < 0:
            break
        index = start
    return index


def _forward_from(text: str, index: int, cells: int) -> list[Glyph]:
    glyphs: list[Glyph] = []
    while index < len(text):
        glyph = glyph_at(text, index)
        cells -= glyph.width
        if cells < 0:
            break
        glyphs.append(glyph)
        index = glyph.end
    return glyphs


def window(text: str, cursor: int, left: int, width: int) -> tuple[int, list[Glyph]]:
    """Return the new left edge (an index) and the clusters that fit ``width`` cells with the cursor among them.

    ``left`` is the edge before. The view moves no more than it must, except that a cursor at its left edge brings a
    third of the width back, and that text comes in again from the left when there is room. Only text near the window is
    looked at.
    """
    at = previous_stop(text, cursor)
    if not at < cursor < next_stop(text, at):
        at = cursor
    room = width - (glyph_at(text, at).width if at < len(text) else 1)
    left = _back_from(text, at, min(width // 3, room)) if at <= left else _back_from(text, at, room, stop=left)
    glyphs = _forward_from(text, left, width)
    if left > 0 and (not glyphs or glyphs[-1].end >= len(text)):
        spare = width - 1 - sum(glyph.width for glyph in glyphs)
        left = _back_from(text, left, spare)
        glyphs = _forward_from(text, left, width)
    return left, glyphs
