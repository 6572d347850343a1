"""What a curtain does to the table: what was said behind it waits, what is not seen is not acted on or shown."""

from interviews import commands as do
from tui import intents as show
from tui.intents import Intent
from tui.live.modes import Closing, Debriefing
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


def is_unseen(intent: Intent, table: Table, line: str) -> bool:
    """Whether it would act on what a curtain hides: on a card's points, on what was found, offered or comes next."""
    if not table.curtain:
        return False
    match intent:
        case show.TickPlace() | show.TickProbes() | show.AcceptOffer() | show.EditLast() | show.CloseOpen():
            return True
        case show.BeginClosing():
            return isinstance(table.mode, Closing | Debriefing)  # one step on from a card
        case do.AskNext():
            return True
        case do.AskQuestion():
            return bool(table.hits) and table.interview.guide.question(line[1:].strip()) is None
        case _:
            return _answers(table, line)


def _answers(table: Table, line: str) -> bool:
    """Whether a line is such as the open card is answered with: digits, and the signs of one that asks for them."""
    card = table.card
    if card is None or not card.points:
        return False
    signed = line[:1] in ("+", "-") and (card.marks or bool(card.clears))
    return (signed or bool(line)) and not line[signed:].replace(" ", "").strip("0123456789")
