"""Why what a line asks for would be refused, so that the prompt says it before Enter does."""

from interviews.core import commands as do
from interviews.core.events import Refusal
from interviews.core.notes import empty_bookmarks, notes
from tui import screen_commands as show
from tui.live.view_state import ViewState
from tui.screen_commands import Intent

_ASKED_ONCE = ("start_gate", "gate_first", "unchanged_note")
"""What is said at Enter alone: the same again does it, or it is as good as done."""


def refusal_of(intent: Intent, table: ViewState, began: float | None) -> Refusal | None:
    """Why it would not be done now, None where it would; ``began`` is the running clock at the line's first key."""
    if not isinstance(intent, do.Command):
        return _of_the_screen(intent, table)
    if isinstance(intent, do.TakeNote | do.EditNote):
        return None  # words are taken
    refused = table.session.refusal_of(intent, began)
    return None if refused is None or refused.code in _ASKED_ONCE else refused


def _of_the_screen(intent: Intent, table: ViewState) -> Refusal | None:
    interview = table.interview
    question = interview.guide.question(interview.hand or "")
    match intent:
        case show.ShowCard(card="opening") if not interview.guide.opening:
            return Refusal("no_opening")
        case show.ShowCard(card="probes") if question is None:
            return Refusal("nothing_in_hand")
        case show.ShowCard(card="probes") if question is not None and not (question.probes or question.two_sided):
            return Refusal("no_probes", {"id": question.id})
        case show.ShowCard(card="think") | show.OpenVerdict() if interview.started.mode != "pilot":
            return Refusal("not_a_pilot")
        case show.OpenVerdict(question=None) if question is None:
            return Refusal("judge_which")
        case show.AcceptOffer() if table.offer is None:
            return Refusal("nothing_offered")
        case show.FillBookmarks() if not empty_bookmarks(interview):
            return Refusal("no_bookmarks")
        case show.EditLast() if not notes(interview):
            return Refusal("nothing_to_edit")
        case _:
            return None
