"""Why a line would be refused, said before Enter."""

from interviews.core import commands as do
from interviews.core.events import Level, Refusal
from interviews.core.handlers import is_paused
from interviews.core.notes import empty_bookmarks, notes
from interviews.core.recorder import is_withheld
from interviews.core.state import Interview
from tui import screen_commands as show
from tui.live.modes import Settling
from tui.live.view_state import ViewState
from tui.screen_commands import Intent

_ASKED_ONCE = ("start_gate", "gate_first", "unchanged_note")
"""What is said at Enter alone: the same again does it, or it is as good as done."""


def refusal_of(intent: Intent, table: ViewState, began: float | None) -> Refusal | None:
    """Why it would not be done now, None where it would; ``began`` is the running clock at the line's first key."""
    if isinstance(intent, show.TickPlace):
        return _of_a_place(intent.place, table, began)
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
        case show.AcceptOffer() if table.offer is None and table.masked is None:
            return Refusal("nothing_offered")
        case show.FillBookmarks() if not empty_bookmarks(interview):
            return Refusal("no_bookmarks")
        case show.EditLast() if not notes(interview):
            return Refusal("nothing_to_edit")
        case show.GoOn() if going_on(intent, interview) is None:
            return Refusal("not_off_record" if intent.off_record else "nothing_paused")
        case show.ShowConcept(concept=name) if not forms_of(name, interview):
            return Refusal("empty_concept", {"name": name})
        case _:
            return None


def going_on(intent: show.GoOn, interview: Interview) -> do.Command | None:
    """What goes on: a pause that is on, else what is off the record, which alone may be asked for; None for nothing."""
    if is_paused(interview) and not intent.off_record:
        return do.TogglePause()
    return do.ToggleTranscribing() if is_withheld(interview) else None


def forms_of(concept: str, interview: Interview) -> tuple[Level, ...]:
    """The forms of a concept's clarification, the shortest first."""
    return next(tuple(dict(one.forms)) for one in interview.guide.concepts if one.name == concept)


def _of_a_place(place: int, table: ViewState, began: float | None) -> Refusal | None:
    """Why what stands in this place of what is open, or of the probes, cannot be taken."""
    card = table.card
    if card is None:
        return None if place in table.probes() else Refusal("no_card")
    if card.picks and not card.pilots:  # a follow-up keeps its number, whatever else is parked
        return table.session.refusal_of(do.ReturnTo(place), began)
    settles = isinstance(table.mode, Settling) and bool(card.points)
    if not (settles or card.name is not None or card.marks or card.pilots or card.clears):
        return Refusal("no_card")
    return None if 1 <= place <= len(card.points) else Refusal("unknown_point", {"point": str(place)})
