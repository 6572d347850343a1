"""What stood on the input line when the program was told to end goes into the log, and comes back from there."""

from guide.values import Value
from tui.live.closing import Walk
from tui.live.line import Line
from tui.live.modes import WRITING, Editing, Filling, Mode
from tui.live.table import Table


class Cleared(Value):
    """A line that Esc cleared, for the very next key to bring back."""

    text: str
    begun_at: float | None
    literal: bool
    mode: Mode


def take_up(table: Table, line: Line, walk: Walk) -> None:
    """Put back what stood on the line, and what it was for; a line that was begun since is not written over."""
    draft = table.interview.draft
    if draft is not None and not line.text:
        walk.write_on(draft.note)
        line.put(draft.text, table.session.running_at(draft.t), literal=draft.literal)


def keep(table: Table, line: Line) -> None:
    """Put what stands on the line into the log; where nothing can be written, the session knows that it was lost."""
    if not line.text:
        return
    mode = table.mode
    literal = line.literal or line.pasted or isinstance(mode, WRITING)
    note = mode.note if isinstance(mode, Editing) else None
    note = mode.queue[mode.place] if isinstance(mode, Filling) else note
    table.session.keep_draft(line.text, line.begun_at, literal=literal, note=note)
