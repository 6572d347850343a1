"""The review's matrix on a screen.

From any cell to what it stands on, and back.
"""

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.coordinate import Coordinate
from textual.widgets import DataTable

from interviews.study.review import InterviewReview
from tui.base_app import KeyedScreen
from tui.documents.data import ReportData
from tui.documents.matrix_rows import MatrixRow, cell_line, foot_rows, heading, legend, margins, matrix_rows
from tui.documents.study import concepts_text
from tui.documents.to_text import LABEL, label_width
from tui.escape import escape_controls
from tui.keymap import KEYS, screen_keys
from tui.review.notes_screen import NotesScreen
from tui.review.review_model import ReviewModel
from tui.review.study_pages import PAGE_FRAME, PageScreen, help_and_back
from tui.translator import N_
from tui.widgets.bars import Bar, Piece

_AROUND = 4  # rows of the screen that are not the table's: title, heads, the cell in words, hints
_COLUMN, _BESIDE = 8, 3  # cells of an interview's column; of what stands beside the columns
_HINTS = N_("enter evidence · i interview · b concepts · n next time · p pilots")
_LEAD = 3  # columns before the first interview: group, id, label


def _look(row: MatrixRow, place: int) -> str:
    """How a cell is drawn: what is still wanted stands out, what is done recedes; the group's name is a head."""
    if row.group and place == -_LEAD:
        return "bold"
    wanted = row.is_open(place)
    return "" if wanted is None else "bold" if wanted else "dim"


class MatrixScreen(KeyedScreen):
    """Arrows move, Enter opens what the cell stands on; the line below the table says the cell in words."""

    CSS = """
    MatrixScreen { layout: vertical; }
    #title { height: 1; background: $panel; }
    #matrix { height: 1fr; scrollbar-size: 1 1; padding: 0 1; background: $background; background-tint: transparent; }
    #matrix:focus { background-tint: transparent; }
    #matrix > .datatable--fixed { background: $background; color: $foreground; }
    #matrix > .datatable--header { background: $background; color: $text-primary; text-style: bold; }
    #matrix > .datatable--cursor { background: $foreground; color: $background; text-style: bold; }
    #cell { height: 1; }
    #hints { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", ""),
        Binding("ctrl+q", "leave", id="quit"),
        *(Binding(",".join(one.keys), one.name, id=one.id) for one in screen_keys("review") if one.id != "quit"),
    ]

    def __init__(self, desk: ReviewModel) -> None:
        super().__init__()
        self.desk, self._ = desk, desk._
        self._apart = not desk.result.counted and bool(desk.result.apart)
        self._rows: list[MatrixRow] = []
        self._counts = True
        self._label = LABEL

    @property
    def shown(self) -> tuple[InterviewReview, ...]:
        """The interviews that have a column now: the counted ones, or the pilots."""
        return self.desk.result.apart if self._apart else self.desk.result.counted

    def compose(self) -> ComposeResult:
        """The table between its title and the line for the cell."""
        yield Bar(id="title")
        yield DataTable(id="matrix", cell_padding=0, zebra_stripes=False)
        yield Bar(id="cell")
        yield Bar(id="hints")

    def on_mount(self) -> None:
        """Fill the table, and stand on the first question of the first interview."""
        self.fill()
        table = self.query_one(DataTable)
        table.cursor_coordinate = Coordinate(0, _LEAD if self.shown else _LEAD - 1)
        table.focus()

    def fill(self) -> None:
        """Draw everything anew: the interviews may have got words meanwhile."""
        _, table = self.desk._, self.query_one(DataTable)
        at = table.cursor_coordinate
        self._rows = matrix_rows(self.desk.result, self.shown, _)
        self._counts = len(self._rows) <= self._room
        if not self._counts:
            self._rows = matrix_rows(self.desk.result, self.shown, _, counts=False)
        self._rows += foot_rows(self.shown, _, follow_ups=False)
        self._label = self._label_width()
        table.clear(columns=True)
        for width in (*margins(self.desk.result.guide, _), self._label):
            table.add_column("", width=width)
        for one in self.shown:
            table.add_column(Text(heading(one)), width=_COLUMN)
        table.fixed_columns = _LEAD
        for row in self._rows:
            lead = (row.group, row.question, escape_controls(row.text_for(self._label)))
            cells = [Text(cell, _look(row, place - _LEAD)) for place, cell in enumerate((*lead, *row.cells))]
            for cell in cells:
                cell.no_wrap, cell.overflow = True, "ellipsis"
            table.add_row(*cells)
        if table.is_valid_coordinate(at):
            table.cursor_coordinate = at
        left = self.desk.result.withdrawn
        key = (
            N_("Pilots: {count}")
            if self._apart
            else N_("Coverage · {count} of {of} interviews")
            if left
            else N_("Coverage · interviews: {count}")
        )
        count = _(key, count=len(self.shown), of=len(self.shown) + left)
        title = f" {self.desk.result.guide.title} · {count}"
        wrong = sum(1 for problem in self.desk.result.problems if problem.severity != "notice")
        said = [Piece(f" {_('faults in files: {count} (n)', count=wrong)} ", "alarm")] if wrong else []
        self.query_one("#title", Bar).show([Piece(title, "strong")], said)
        self.query_one("#hints", Bar).show(
            [Piece(f" {KEYS.name_in(_(_HINTS), 'review')}", "dim")], help_and_back(self.KEYS_OF)
        )
        self._say_cell(table.cursor_coordinate)

    @property
    def _room(self) -> int:
        """How many rows of the table can be seen at once."""
        return self.app.size.height - _AROUND

    def on_resize(self) -> None:
        """Counts below the research questions come or go with the height, whole wordings with the width."""
        full = len(matrix_rows(self.desk.result, self.shown, self.desk._))
        labels = self._label_width()
        if self._rows and (self._counts, self._label) != (full <= self._room, labels):
            self.fill()

    def _label_width(self) -> int:
        lead = sum(margins(self.desk.result.guide, self.desk._))
        return label_width(
            (row.whole for row in self._rows), self.app.size.width, lead + _COLUMN * len(self.shown) + _BESIDE
        )

    def _say_cell(self, at: Coordinate) -> None:
        if not 0 <= at.row < len(self._rows):
            return
        line = cell_line(self.desk.result.guide, self._rows[at.row], self._column(at), self.desk._)
        self.query_one("#cell", Bar).show([Piece(f" {line}")])

    def tell(self, said: str) -> None:
        """Say it where else the cell is said in words."""
        self.query_one("#cell", Bar).show([Piece(f" {said}", "strong")])

    def _column(self, at: Coordinate) -> InterviewReview | None:
        place = at.column - _LEAD
        return self.shown[place] if 0 <= place < len(self.shown) else None

    def on_data_table_cell_highlighted(self, event: DataTable.CellHighlighted) -> None:
        """Say the cell in words."""
        self._say_cell(event.coordinate)

    def on_data_table_cell_selected(self, event: DataTable.CellSelected) -> None:
        """Open what the cell stands on."""
        row, one = self._rows[event.coordinate.row], self._column(event.coordinate)
        if one is not None and not row.question:
            self._open_page(one.name, self.desk.page_of(one))
        else:
            shown = (one,) if one is not None else (*self.desk.result.counted, *self.desk.result.apart)
            self.app.push_screen(NotesScreen(self.desk, row.question or None, shown), self._come_back)

    def _come_back(self, changed: bool | None) -> None:  # noqa: FBT001  as Textual calls it
        if changed:
            self.desk.renew()
            self.fill()

    def _open_page(self, title: str, page: str | None) -> None:
        if page is not None:
            self.app.push_screen(PageScreen(title, page, self.desk._))

    def action_interview(self) -> None:
        """The whole of the interview whose column the cursor is in."""
        one = self._column(self.query_one(DataTable).cursor_coordinate)
        if one is not None:
            self._open_page(one.name, self.desk.page_of(one))

    def action_next_time(self) -> None:
        """What is left for the next interview."""
        self._open_page(self.desk._("Next time"), "\n".join(self.desk.next_time()))

    def action_concepts(self) -> None:
        """Research questions against concepts."""
        data = ReportData(self.desk.result, (), self.desk._, notes=False, code=None)
        self._open_page(
            self.desk._("Research questions and concepts"), concepts_text(data, self.app.size.width - PAGE_FRAME)
        )

    def action_help(self) -> None:
        """What the shapes mean, and what coverage is."""
        _ = self.desk._
        self._open_page(
            _("Help"),
            "\n".join(
                (
                    *legend(self.shown, _),
                    _(
                        "below a research question: how many of the required questions are covered, or in how many interviews it is covered"
                    ),
                    "",
                    KEYS.name_in(
                        _(
                            "t read-through of transcripts · r reflexive note · a notes from when the recorder was stopped"
                        ),
                        "review",
                    ),
                    "",
                    _("Coverage shows what was talked about, not what was found."),
                )
            ),
        )

    def action_unanswered(self) -> None:
        """The notes of which nobody has said whether they may be used; in words that there are none."""
        every = (*self.desk.result.counted, *self.desk.result.apart)
        if any(self.desk.is_unanswered(one) for one in every):
            self.app.push_screen(NotesScreen(self.desk, None, every, "unanswered"), self._come_back)
        else:
            self.tell(self._("a: no notes from when the recorder was stopped wait for an answer."))

    def action_transcripts(self) -> None:
        """How far the read-through of each transcript has come."""
        from tui.review.study_pages import TranscriptsScreen  # few reviews are for this

        self.app.push_screen(TranscriptsScreen(self.desk.study, self.desk._, self.desk.clock))

    def action_reflect(self) -> None:
        """A reflexive note that belongs to no interview."""
        from tui.review.study_pages import ReflectScreen

        self.app.push_screen(ReflectScreen(self.desk.study, self.desk._, self.desk.clock))

    def action_pilots(self) -> None:
        """The pilots instead of the interviews, or back."""
        if self.desk.result.apart:
            self._apart = not self._apart
            self.fill()

    def action_leave(self) -> None:
        """Back from the pilots to the interviews, else out of the review."""
        if self._apart and self.desk.result.counted:
            self.action_pilots()
            return
        self.desk.close()
        self.app.exit()
