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
from tui.widgets.line_model import Glyph, TypedLine, window

_LEAST_TEXT = 12  # cells that stay for the text however long the prefix is


def character_of(event: events.Key) -> str | None:
    """Return the character a key writes, or None; joiners and no-break spaces count, which ``is_printable`` denies."""
    char = event.character
    if not char or len(char) != 1 or event.key.startswith(("ctrl+", "alt+", "super+", "hyper+", "meta+")):
        return None
    return None if unicodedata.category(char) in ("Cc", "Cs") else char


class LineEditor(TypedLine, Widget, can_focus=True):
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
        highlights: bool = True,
    ) -> None:
        """Make an empty line; ``now`` is the clock, in seconds, that says when a line was begun.

        ``highlights`` says that a selected line is drawn so: that what is typed next takes its place.
        """
        Widget.__init__(self, id=id, classes=classes)
        TypedLine.__init__(self, now)
        self.before_key: Callable[[events.Key], bool] | None = None
        """Called first for every key; returns True when it has dealt with it."""
        self.after_key: Callable[[], None] | None = None
        """Called last for a key that the hook left to the line; keys may be many until ``Changed`` comes."""
        self._highlights = highlights
        self._left = 0
        self._told = ""
        self._prefix = prefix
        self._placeholder = placeholder
        self._styles_by_part: dict[str, Style] = {}
        self._laid_out: tuple[str | Content, int, list[Segment], int] | None = None

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

    def put(self, text: str, begun_at: float | None = None, *, pasted: bool = False, literal: bool = False) -> None:
        """Replace the whole line, and show it from its beginning where there is room."""
        self._left = 0
        super().put(text, begun_at, pasted=pasted, literal=literal)

    def altered(self) -> None:
        """Draw it anew, and tell of another text."""
        self.refresh()
        if self.text != self._told:
            self._told = self.text
            self.post_message(self.Changed(self, self.text))

    def on_key(self, event: events.Key) -> None:
        """Let the hook see the key first, then edit; what neither wants goes on to the bindings."""
        handled = self.before_key is not None and self.before_key(event)
        if handled or self._edit(event):
            event.stop()
            event.prevent_default()
        if self.after_key is not None and not handled:
            self.after_key()

    def _edit(self, event: events.Key) -> bool:
        if self.edit(event.key):
            return True
        char = character_of(event)
        return char is not None and self.insert(char)

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
        width = self.content_size.width
        used = self._prefix_cells(width)[1]
        x = event.get_content_offset_capture(self).x - used
        left, glyphs = self._window(width - used)
        index = glyphs[-1].end if glyphs else left
        for glyph in reversed(glyphs):
            x_end = sum(each.width for each in glyphs if each.start <= glyph.start)
            if x < x_end:
                index = glyph.start
        self.go(index)
        self.select(on=False)

    def _prefix_cells(self, width: int) -> tuple[list[Segment], int]:
        """The prefix as it is drawn in a row of so many cells, and how many it takes; the same one is laid out once."""
        if self._laid_out is None or self._laid_out[:2] != (self._prefix, width):
            self._laid_out = (self._prefix, width, *self._lay_out_prefix(width))
        return self._laid_out[2:]

    def _lay_out_prefix(self, width: int) -> tuple[list[Segment], int]:
        prefix = self._prefix if isinstance(self._prefix, Content) else Content(escape_controls(self._prefix))
        if not prefix.plain:
            return [], 0
        style = self._style("prefix")
        segments = [Segment(text, style + own if own else style) for text, own, _ in prefix.render_segments()]
        strip = Strip(segments).crop(0, max(0, width - _LEAST_TEXT))
        return list(strip), strip.cell_length

    def _window(self, room: int) -> tuple[int, list[Glyph]]:
        self._left, glyphs = window(self.text, self.cursor, self._left, max(1, room))
        return self._left, glyphs

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        super().notify_style_update()
        self._styles_by_part.clear()
        self._laid_out = None

    def _style(self, part: str) -> Style:
        if part not in self._styles_by_part:
            self._styles_by_part[part] = self.get_component_rich_style(f"line-editor--{part}", partial=True)
        return self._styles_by_part[part]

    def render_line(self, y: int) -> Strip:
        """Draw the row: the prefix and the part of the text that is near the cursor."""
        base, region = self.rich_style, self.content_region
        if y:
            return Strip.blank(region.width, base)
        prefix, used = self._prefix_cells(region.width)
        cursor_style = self._style("cursor") if self.has_focus else Style.null()
        if self.text:
            text, cursor_x = self._text_segments(region.width - used, cursor_style)
        else:
            dim, shown = self._style("placeholder"), escape_controls(self._placeholder) or " "
            text, cursor_x = [Segment(shown[0], dim + cursor_style), Segment(shown[1:], dim)], 0
        if self.has_focus:
            self.app.cursor_position = Offset(region.x + used + cursor_x, region.y)
        return Strip([*prefix, *text]).apply_style(base).adjust_cell_length(region.width, base)

    def _text_segments(self, room: int, cursor_style: Style) -> tuple[list[Segment], int]:
        """The text in ``room`` cells, and the cell that the cursor is in; plain characters beside each other are one."""
        left, glyphs = self._window(room)
        plain = self._style("selection") if self.selected and self._highlights else Style.null()
        segments: list[Segment] = []
        run = ""
        cursor_x, x = None, 0
        for glyph in glyphs:
            style, shown = plain, glyph.shown
            if glyph.start <= self.cursor < glyph.end:
                style, cursor_x = cursor_style, x
            elif (glyph.start == left > 0) or (glyph is glyphs[-1] and glyph.end < len(self.text)):
                style, shown = self._style("edge"), "…".ljust(glyph.width)
            if style is plain and len(shown) == 1:  # what is drawn together may be as wide only apart
                run += shown
            else:
                segments += [Segment(run, plain), Segment(shown, style)]
                run = ""
            x += glyph.width
        segments.append(Segment(run, plain))
        if cursor_x is None:
            segments.append(Segment(" ", cursor_style))
        return [one for one in segments if one.text], x if cursor_x is None else cursor_x
