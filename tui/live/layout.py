"""The live screen's parts in their places, for a live interview and for one that is replayed."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from tui.widgets.bars import Bar
from tui.widgets.card_panel import CardPanel
from tui.widgets.conversation import Conversation
from tui.widgets.curtain import Curtain
from tui.widgets.guide_pane import GuidePane
from tui.widgets.line_editor import LineEditor


class Talk(Conversation):
    """The conversation, with the kinds of notes that have a look of their own."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "conversation--asked",
        "conversation--quote",
        "conversation--said",
        "conversation--follow_up",
        "conversation--bookmark",
        "conversation--closed",
    }


def panes(header: Bar, line: LineEditor) -> ComposeResult:
    """Header, guide, conversation with its card, input line, hints, and the curtain above all."""
    yield header
    with Horizontal(id="panes"):
        yield GuidePane(id="guide")
        with Vertical(id="right"):
            yield Talk(id="conversation")
            yield CardPanel(id="card")
    yield line
    yield Bar(id="hints")
    yield Curtain(id="curtain")
