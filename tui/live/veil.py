"""What a curtain does to the table: what was said behind it waits, and words from before it are not shown."""

from tui.live.table import Notice, Table
from tui.live.timekeeping import due_line


def draw_curtain(table: Table) -> None:
    """Hide everything, the line as it stands too; lifted, it shows what was said behind it."""
    table.curtain = not table.curtain
    table.veiled = table.curtain
    if not table.curtain:
        table.notice, table.behind = table.behind, None


def speak(table: Table, *, answered: bool) -> None:
    """After a key: behind a curtain nothing is said; else the line near the end stands where nothing else does."""
    if table.curtain:
        if table.behind is None or not table.behind.alarm:  # that something is not saved gives way to nothing
            table.behind = table.notice or table.behind
        table.notice = None
    elif table.notice is None:
        due = due_line(table, answered=answered)
        table.notice = Notice(due, lasting=True) if due is not None else None
