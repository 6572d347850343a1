"""The page of feedback on a practice interview."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from tui.documents.model import Block, Bullets, ListItem, Section, plain
from tui.documents.to_text import text_of, wrap_text
from tui.escape import escape_controls
from tui.review.study_pages import PageScreen
from tui.translator import Translator

_MOST = 96
"""Cells of a line that is still read easily."""


class FeedbackScreen(PageScreen):
    """Blocks as text, headings and what was said bold; worked out anew where the window gets another width."""

    def __init__(self, title: str, blocks: Sequence[Block], _: Translator) -> None:
        super().__init__(title, "", _)
        self._blocks = blocks

    def lines(self, width: int) -> Iterator[Content]:
        """The blocks in lines of at most so many cells."""
        return _lines(self._blocks, min(width, _MOST))


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
