"""The guide pane, one row a question."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from guide.frozen import Value
from tui import signs
from tui.escape import escape_controls
from tui.live.outline import CoverageRow, HeadRow, Plan, ProbeRow, QuestionRow, Row, TargetCount, WordingRow

_NONE_TOLD = "+0 -0"

WIDE = 120
"""Columns from which on the question in hand stands with its whole wording."""


class Foot(Value):
    """A row under the guide: ``kind`` is follow_up or next; ``question`` is asked when it is clicked."""

    kind: str
    head: str
    text: str
    question: str | None = None


class GuidePane(Widget, can_focus=False):
    """Draws outline rows; it knows no interview, and tells which question or probe was clicked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "guide-pane--coverage",
        "guide-pane--group",
        "guide-pane--wording",
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

    class ProbePicked(Message):
        """A probe of the question in hand was clicked; ``place`` is its number."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._plan: Plan = lambda *_: ()
        self._feet: Sequence[Foot] = ()
        self._rows: Sequence[Row] = ()
        self._planned_for: tuple[int, int, bool] | None = None

    def show(self, plan: Plan, feet: Sequence[Foot]) -> None:
        """Draw the rows that ``plan`` gives for the room there is, the feet at the bottom."""
        self._plan, self._feet = plan, feet
        self._planned_for = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of the pane."""
        width, height = self.size
        room = (width, max(height - len(self._feet), 0), self.app.size.width >= WIDE)
        if room != self._planned_for:
            self._planned_for = room
            self._rows = self._plan(*room)
        if y < len(self._rows) and y < height - len(self._feet):
            segments = self._row(self._rows[y], width)
        elif y >= height - len(self._feet):
            segments = self._foot(self._feet[y - (height - len(self._feet))], width)
        else:
            segments = []
        base = self.rich_style
        return Strip(segments).adjust_cell_length(width, base).apply_style(base)

    def on_click(self, event: events.Click) -> None:
        """Ask the question, or tick the probe, on the row that was clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        first_foot = self.size.height - len(self._feet)
        row = self._rows[offset.y] if offset.y < min(len(self._rows), first_foot) else None
        question = row.id if isinstance(row, QuestionRow) else None
        if offset.y >= first_foot:
            question = self._feet[offset.y - first_foot].question
        if question is not None:
            self.post_message(self.Picked(question))
        elif isinstance(row, ProbeRow) and row.place is not None:
            self.post_message(self.ProbePicked(row.place))

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"guide-pane--{name}", partial=True)

    def _row(self, row: Row, width: int) -> list[Segment]:
        match row:
            case CoverageRow():
                return self._coverage(row, width)
            case HeadRow():
                return self._head(row, width)
            case QuestionRow():
                return self._question(row, width)
            case WordingRow():
                return [Segment(f"   {escape_controls(row.text)}", self._style("wording"))]
            case ProbeRow():
                return [self._probe(row, width)]

    def _coverage(self, row: CoverageRow, width: int) -> list[Segment]:
        """Every research question's count; where they have no room, those that are done go first."""
        shown = list(row.targets)
        between = " · "
        while shown and cell_len(between.join(map(_format_count, shown))) > width:
            done = next((one for one in shown if one.state != "open"), None)
            if between != "  ":
                between = "  "
            elif done is None:
                break
            else:
                shown.remove(done)
        ends = [" ", between.lstrip(" ")] if between.strip() else [between, ""]
        segments: list[Segment] = []
        for one in shown:
            segments.append(
                Segment(_format_count(one) + ends[0], self._style("coverage" if one.state == "open" else "done"))
            )
            segments.append(Segment(ends[1], self._style("aside")))
        return segments[:-1]

    def _probe(self, row: ProbeRow, width: int) -> Segment:
        number = "" if row.place is None else f"{row.place} {signs.TICKS[row.mark]}"
        lead = f"   {number if row.lead else '':<{3 if row.place is None or row.place < 10 else 4}} "
        style = "done" if row.place is None or row.mark != "open" else "open"
        return Segment(lead + _fit(escape_controls(row.text), width - cell_len(lead)), self._style(style))

    def _head(self, row: HeadRow, width: int) -> list[Segment]:
        count = f"{row.covered}/{row.of}" if row.of else ""
        done = (signs.DONE if row.covered else signs.CLOSED) if row.done and row.of else " "
        tail = f"{count} {done}"
        fold = f"{signs.FOLDED} " if row.folded else ""
        lead = f"{fold}{row.id} {row.title}" if row.id else f"{fold}{row.title}"
        serves = f" · {row.serves}" if row.serves else ""
        room = width - len(tail) - 1
        text = escape_controls(lead)
        text = text if cell_len(text) + cell_len(serves) <= room else _fit(text, room - cell_len(serves))
        gap = " " * (room - cell_len(text) - cell_len(serves) + 1)
        if not serves:
            return [Segment(f"{text}{gap}{tail}", self._style("group"))]
        aside = Segment(f"{serves}{gap}", self._style("aside"))
        return [Segment(text, self._style("group")), aside, Segment(tail, self._style("group"))]

    def _question(self, row: QuestionRow, width: int) -> list[Segment]:
        marker = signs.IN_HAND if row.in_hand else " "
        depth = str(row.depth) if row.depth else " "
        label = f"({row.label})" if row.optional else row.label
        text = f"{marker}{row.glyph} {row.id:<3} {escape_controls(label)}"
        style = "hand" if row.in_hand else "done" if row.settled else "open"
        serves = f" {row.serves}" if row.serves else ""
        mark = f"{signs.DECLINED if row.refused else ' '}{depth}"
        told = self._with_told(row, text, width - cell_len(serves) - cell_len(mark))
        return [
            Segment(told, self._style(style)),
            Segment(serves, self._style("hand" if row.in_hand else "aside")),
            Segment(mark, self._style(style)),
        ]

    @staticmethod
    def _with_told(row: QuestionRow, text: str, width: int) -> str:
        """The row with what was told of the question: examples and sides; a label is cut for none that is not told."""
        end = f" {row.sides}" if row.sides else ""
        if row.sides == _NONE_TOLD and not row.in_hand and cell_len(text) + cell_len(end) > width:
            end = ""
        room = width - cell_len(text) - cell_len(end)
        examples = next((told for told in row.examples if cell_len(told) < room), "")
        if row.examples and not examples and row.in_hand:
            examples = row.examples[-1]
        end = f" {examples}{end}" if examples else end
        return _fit(text, width - cell_len(end)) + end

    def _foot(self, foot: Foot, width: int) -> list[Segment]:
        head = f"{foot.head}  " if foot.text else foot.head
        style = self._style("follow-up" if foot.kind == "follow_up" else "next")
        return [Segment(head, style), Segment(_fit(escape_controls(foot.text), max(width - cell_len(head), 0)), style)]


def _format_count(one: TargetCount) -> str:
    done = {"open": "", "covered": signs.DONE, "closed": signs.CLOSED}[one.state]
    return f"{one.id} {one.covered}/{one.of}{done}"


def _fit(text: str, width: int) -> str:
    """The text in exactly ``width`` cells, cut with … where it is longer."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + "…", width)
