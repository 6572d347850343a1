"""The page of feedback on a practice interview."""

from collections.abc import Iterator, Sequence

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.documents.model import Block, Bullets, ListItem, Section, plain
from tui.documents.to_text import text_of, wrap_text
from tui.escape import escape_controls
from tui.review.study_pages import PageScreen
from tui.translator import Translator

_BESIDE = 6
"""Cells of the frame, its padding, the scrollbar, and one to spare."""

_MOST = 96
"""Cells of a line that is still read easily."""


class FeedbackScreen(PageScreen):
    """Blocks as text, headings and what was said bold; worked out anew where the window gets another width."""

    CSS = """
    FeedbackScreen VerticalScroll {
        border: solid $primary 40%;
        border-title-color: $text-muted;
        padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    FeedbackScreen #text { width: 100%; height: auto; text-wrap: nowrap; }
    """

    def __init__(self, title: str, blocks: Sequence[Block], _: Translator) -> None:
        super().__init__(title, "", _)
        self._blocks = blocks

    def on_mount(self) -> None:
        """The arrows scroll from the first key on."""
        self.query_one(VerticalScroll).focus()
        self._write(self.app.size.width)

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew."""
        self._write(event.size.width)

    def _write(self, width: int) -> None:
        lines = _lines(self._blocks, min(width - _BESIDE, _MOST))
        self.query_one("#text", Static).update(Content("\n").join(lines))


def _lines(blocks: Sequence[Block], width: int) -> Iterator[Content]:
    for place, block in enumerate(blocks):
        if place:
            yield Content()
        if isinstance(block, Section):
            yield Content.styled(escape_controls(block.title), "bold")
        for within in block.blocks if isinstance(block, Section) else (block,):
            if isinstance(within, Bullets) and not within.bulleted:
                yield from _items(within, width)
            else:
                yield from (Content(escape_controls(line)) for line in text_of([within], width).split("\n"))


def _items(block: Bullets, width: int) -> Iterator[Content]:
    """What was said bold, and below it what it was, a blank line before the next."""
    for place, item in enumerate(block.items):
        if place:
            yield Content()
        line, below = (item, ()) if not isinstance(item, ListItem) else (plain(item.line), item.below)
        yield from (Content.styled(one, "bold") for one in wrap_text(escape_controls(line), width, "  ", "  "))
        for one in below:
            yield from (Content(row) for row in wrap_text(escape_controls(plain(one)), width, "  – ", "    "))
