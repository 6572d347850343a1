"""The input line, which keeps every character.

It edits and draws, and nothing else. What Enter, Tab, Esc and the arrows up and down mean is for the screen to say,
through ``before_key``.
"""

import unicodedata
from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.escape import escape_controls
from tui.widgets.line_model import Glyph, Replaced, window
from tui.widgets.typed_line import TypedLine

_LEAST_TEXT = 12  # cells that stay for the text however long the prefix is


def character_of(event: events.Key) -> str | None:
    """Return the character a key writes, or None; joiners and no-break spaces count, which ``is_printable`` denies."""
    char = event.character
    if not char or len(char) != 1 or event.key.startswith(("ctrl+", "alt+", "super+", "hyper+", "meta+")):
        return None
    return None if unicodedata.category(char) in ("Cc", "Cs") else char


class LineEditor(Widget, can_focus=True):
    """One row of editable text; it keeps pasted line breaks and control characters and draws them as glyphs."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line-editor--prefix",
        "line-editor--placeholder",
        "line-editor--cursor",
        "line-editor--edge",
        "line-editor--selection",
    }
    DEFAULT_CSS = """
    LineEditor {
        height: 1;
        width: 1fr;
    }
    LineEditor > .line-editor--prefix { text-style: dim; }
    LineEditor > .line-editor--placeholder { text-style: dim; }
    LineEditor > .line-editor--edge { text-style: dim; }
    LineEditor > .line-editor--selection { text-style: reverse; }
    LineEditor > .line-editor--cursor { text-style: reverse; }
    """

    class Changed(Message):
        """The text is another than before; posted after every change, whatever made it."""

        def __init__(self, editor: "LineEditor", text: str) -> None:
            super().__init__()
            self.editor = editor
            self.text = text

        @property
        def control(self) -> "LineEditor":
            """The editor, so that ``@on(LineEditor.Changed, "#id")`` works."""
            return self.editor

    def __init__(
        self,
        now: Callable[[], float],
        *,
        prefix: str | Content = "",
        placeholder: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Make an empty line; ``now`` is the clock, in seconds, that says when a line was begun."""
        super().__init__(id=id, classes=classes)
        self.before_key: Callable[[events.Key], bool] | None = None
        """Called first for every key; returns True when it has dealt with it."""
        self._line = TypedLine(now)
        self._left = 0
        self._prefix = prefix
        self._placeholder = placeholder

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
        self._line.cursor = index
        self.refresh()

    @property
    def begun_at(self) -> float | None:
        """Seconds of the clock at the key press or paste that began the line; None while it is empty."""
        return self._line.begun_at

    @property
    def pasted(self) -> bool:
        """Whether the line was begun by a paste, so that its first character is no command."""
        return self._line.pasted

    @property
    def literal(self) -> bool:
        """Whether the first character is plain text, not a command; forgotten when the line becomes empty."""
        return self._line.literal

    @literal.setter
    def literal(self, literal: bool) -> None:
        self._line.literal = literal

    @property
    def replaced(self) -> Replaced | None:
        """What was typed over; forgotten when a line is put or cleared."""
        return self._line.replaced

    @replaced.setter
    def replaced(self, replaced: Replaced | None) -> None:
        self._line.replaced = replaced

    @property
    def selected(self) -> bool:
        """Whether the whole line is selected: typing replaces it, moving the cursor keeps it."""
        return self._line.selected

    @selected.setter
    def selected(self, selected: bool) -> None:
        self._line.selected = selected
        self.refresh()

    def type_over(self) -> None:
        """Empty a selected line, and remember what stood on it."""
        self._alter(self._line.type_over)

    def bring_back(self) -> None:
        """Put back what was typed over; what stands there now is remembered in its place."""
        self._alter(self._line.bring_back)

    @property
    def prefix(self) -> str | Content:
        """What stands before the text, drawn dim; a string is shown as it is, without markup."""
        return self._prefix

    @prefix.setter
    def prefix(self, prefix: str | Content) -> None:
        self._prefix = prefix
        self.refresh()

    @property
    def placeholder(self) -> str:
        """What stands in place of the text while there is none."""
        return self._placeholder

    @placeholder.setter
    def placeholder(self, placeholder: str) -> None:
        self._placeholder = placeholder
        self.refresh()

    def clear(self) -> None:
        """Empty the line."""
        self.put("")

    def put(self, text: str, begun_at: float | None = None, *, pasted: bool = False, literal: bool = False) -> None:
        """Replace the whole line, cursor at its end, as when an earlier line is brought back.

        ``begun_at`` is in seconds of the clock; without it the line begins now.
        """
        self._left = 0
        self._alter(lambda: self._line.put(text, begun_at, pasted=pasted, literal=literal))

    def insert(self, piece: str, *, pasted: bool = False) -> None:
        """Put ``piece`` in at the cursor, as a key or a paste does; a selected line is typed over."""
        self._alter(lambda: self._line.insert(piece, pasted=pasted))

    def write_over(self, start: int, end: int, piece: str) -> None:
        """Put ``piece`` in the place of what stands from ``start`` to ``end``, as if it had been typed there."""
        self._alter(lambda: self._line.write_over(start, end, piece))

    def _alter(self, change: Callable[[], object]) -> None:
        before = self.text
        change()
        self.refresh()
        if self.text != before:
            self.post_message(self.Changed(self, self.text))

    def on_key(self, event: events.Key) -> None:
        """Let the hook see the key first, then edit; what neither wants goes on to the bindings."""
        if (self.before_key is not None and self.before_key(event)) or self._edit(event):
            event.stop()
            event.prevent_default()

    def _edit(self, event: events.Key) -> bool:
        taken: list[bool] = []
        self._alter(lambda: taken.append(self._line.edit(event.key)))
        if not any(taken) and (char := character_of(event)) is not None:
            self.insert(char)
            return True
        return any(taken)

    def on_paste(self, event: events.Paste) -> None:
        """Insert a paste whole; nothing in it is a key."""
        event.stop()
        event.prevent_default()
        self.insert(event.text, pasted=True)

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Place the cursor at the cluster under the mouse."""
        event.stop()
        x = event.get_content_offset_capture(self).x - self._prefix_cells()[1]
        left, glyphs = self._window()
        index = glyphs[-1].end if glyphs else left
        for glyph in reversed(glyphs):
            x_end = sum(each.width for each in glyphs if each.start <= glyph.start)
            if x < x_end:
                index = glyph.start
        self.selected = False
        self.cursor = index

    def _prefix_cells(self) -> tuple[list[Segment], int]:
        prefix = self._prefix if isinstance(self._prefix, Content) else Content(escape_controls(self._prefix))
        if not prefix.plain:
            return [], 0
        style = self.get_component_rich_style("line-editor--prefix", partial=True)
        segments = [Segment(text, style + own if own else style) for text, own, _ in prefix.render_segments()]
        strip = Strip(segments)
        strip = strip.crop(0, max(0, self.content_size.width - _LEAST_TEXT))
        return list(strip), strip.cell_length

    def _window(self) -> tuple[int, list[Glyph]]:
        width = max(1, self.content_size.width - self._prefix_cells()[1])
        self._left, glyphs = window(self.text, self.cursor, self._left, width)
        return self._left, glyphs

    def render_line(self, y: int) -> Strip:
        """Draw the row: the prefix and the part of the text that is near the cursor."""
        base = self.rich_style
        width = self.content_size.width
        if y:
            return Strip.blank(width, base)
        segments, used = self._prefix_cells()
        text, cursor_x = self._placeholder_segments() if not self.text else self._text_segments()
        if self.has_focus:
            self.app.cursor_position = Offset(self.content_region.x + used + cursor_x, self.content_region.y)
        return Strip([*segments, *text]).apply_style(base).adjust_cell_length(width, base)

    def _cursor_style(self) -> Style:
        return self.get_component_rich_style("line-editor--cursor", partial=True) if self.has_focus else Style.null()

    def _placeholder_segments(self) -> tuple[list[Segment], int]:
        dim = self.get_component_rich_style("line-editor--placeholder", partial=True)
        shown = escape_controls(self._placeholder) or " "
        return [Segment(shown[0], dim + self._cursor_style()), Segment(shown[1:], dim)], 0

    def _text_segments(self) -> tuple[list[Segment], int]:
        left, glyphs = self._window()
        edge = self.get_component_rich_style("line-editor--edge", partial=True)
        cursor_style = self._cursor_style()
        selection = Style.null()
        if self.selected:
            selection = self.get_component_rich_style("line-editor--selection", partial=True)
        segments: list[Segment] = []
        cursor_x = x = 0
        for glyph in glyphs:
            if glyph.start <= self.cursor < glyph.end:
                segments.append(Segment(glyph.shown, cursor_style))
                cursor_x = x
            elif (glyph.start == left > 0) or (glyph is glyphs[-1] and glyph.end < len(self.text)):
                segments.append(Segment("…".ljust(glyph.width), edge))
            else:
                segments.append(Segment(glyph.shown, selection))
            x += glyph.width
        if self.cursor >= len(self.text):
            segments.append(Segment(" ", cursor_style))
            cursor_x = x
        return segments, cursor_x
