"""The whole guide, one row a question, with what is parked and what comes next below it."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from guide.values import Value
from tui.live.outline import REFUSED, HeadRow, QuestionRow, Row
from tui.verbatim import visible


class Foot(Value):
    """A row under the guide: ``kind`` is follow_up or next; ``question`` is asked when it is clicked."""

    kind: str
    head: str
    text: str
    question: str | None = None


class GuidePane(Widget, can_focus=False):
    """Draws outline rows; it knows no interview, and tells which question was clicked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "guide-pane--group",
        "guide-pane--done",
        "guide-pane--hand",
        "guide-pane--open",
        "guide-pane--aside",
        "guide-pane--follow-up",
        "guide-pane--next",
    }

    class Picked(Message):
        """A question was clicked."""

        def __init__(self, question: str) -> None:
            super().__init__()
            self.question = question

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._plan: Callable[[int], Sequence[Row]] = lambda _: ()
        self._feet: Sequence[Foot] = ()
        self._rows: Sequence[Row] = ()
        self._planned_for = -1

    def show(self, plan: Callable[[int], Sequence[Row]], feet: Sequence[Foot]) -> None:
        """Draw the rows that ``plan`` gives for the height there is, the feet at the bottom."""
        self._plan, self._feet = plan, feet
        self._planned_for = -1
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of the pane."""
        width, height = self.size
        if height != self._planned_for:
            self._planned_for = height
            self._rows = self._plan(max(height - len(self._feet), 0))
        if y < len(self._rows) and y < height - len(self._feet):
            segments = self._row(self._rows[y], width)
        elif y >= height - len(self._feet):
            segments = self._foot(self._feet[y - (height - len(self._feet))], width)
        else:
            segments = []
        base = self.rich_style
        return Strip(segments).adjust_cell_length(width, base).apply_style(base)

    def on_click(self, event: events.Click) -> None:
        """Ask the question on the row that was clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        question = self._question_at(offset.y)
        if question is not None:
            self.post_message(self.Picked(question))

    def _question_at(self, y: int) -> str | None:
        first_foot = self.size.height - len(self._feet)
        if y >= first_foot:
            return self._feet[y - first_foot].question
        row = self._rows[y] if y < len(self._rows) else None
        return row.id if isinstance(row, QuestionRow) else None

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"guide-pane--{name}", partial=True)

    def _row(self, row: Row, width: int) -> list[Segment]:
        return self._head(row, width) if isinstance(row, HeadRow) else self._question(row, width)

    def _head(self, row: HeadRow, width: int) -> list[Segment]:
        count = f"{row.covered}/{row.of}" if row.of else ""
        done = ("✓" if row.covered else "–") if row.done and row.of else " "
        tail = f"{count} {done}"
        fold = "▹ " if row.folded else ""
        lead = f"{fold}{row.id} {row.title}" if row.id else f"{fold}{row.title}"
        text = _fit(visible(lead), width - len(tail) - 1)
        return [Segment(f"{text} {tail}", self._style("group"))]

    def _question(self, row: QuestionRow, width: int) -> list[Segment]:
        marker = "▸" if row.in_hand else " "
        depth = str(row.depth) if row.depth else " "
        label = f"({row.label})" if row.optional else row.label
        text = f"{marker}{row.glyph} {row.id:<3} {visible(label)}"
        style = "hand" if row.in_hand else "open" if row.state in ("untouched", "touched", "asked") else "done"
        return [Segment(self._with_end(row, text, depth, width), self._style(style))]

    @staticmethod
    def _with_end(row: QuestionRow, text: str, depth: str, width: int) -> str:
        """The row with what was told of the question at its end: examples, sides, an earlier refusal, the depth."""
        end = f" {row.sides}" if row.sides else ""
        end += f"{REFUSED if row.refused else ' '}{depth}"
        room = width - cell_len(text) - cell_len(end)
        examples = next((told for told in row.examples if cell_len(told) < room), "")
        if row.examples and not examples and row.in_hand:
            examples = row.examples[-1]
        end = f" {examples}{end}" if examples else end
        return _fit(text, width - cell_len(end)) + end

    def _foot(self, foot: Foot, width: int) -> list[Segment]:
        head = f"{foot.head}  " if foot.text else foot.head
        style = self._style("follow-up" if foot.kind == "follow_up" else "next")
        return [Segment(head, style), Segment(_fit(visible(foot.text), max(width - cell_len(head), 0)), style)]


def _fit(text: str, width: int) -> str:
    """The text in exactly ``width`` cells, cut with … where it is longer."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + "…", width)
