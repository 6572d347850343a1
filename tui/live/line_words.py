"""Words beside the line: what Enter does, which keys matter.

Nothing is drawn here; whoever shows it, on a screen or line by line, asks for it.
"""

from interviews.core import commands as do
from interviews.core.checklists import missing_at_start
from interviews.core.events import Stopped
from interviews.core.handlers import is_paused
from interviews.core.notes import notes
from tui.input import screen_commands as show
from tui.live.cards import Card
from tui.live.live_controller import LiveController
from tui.live.modes import (
    Clearing,
    Closing,
    Debriefing,
    Editing,
    Filling,
    Judging,
    Listening,
    Marking,
    Reflecting,
    Settling,
    Talking,
    lasting,
)
from tui.live.prompt_preview import describe_meaning
from tui.live.view_state import ViewState
from tui.time_format import note_stamp
from tui.translator import N_

_PLACE_PROMPTS = {
    "before": N_("{id} before"),
    "after": N_("{id} after"),
    "with": N_("{id} with"),
}


def card_as_shown(table: ViewState) -> Card | None:
    """The open card; the opening's names the talk's next question, which Enter asks in the talk alone."""
    card = table.card
    talks = isinstance(lasting(table.mode), Talking) and not is_paused(table.interview)
    return card.but(foot="") if card is not None and card.name == "opening" and not talks else card


def prompt_words(desk: LiveController) -> str:
    """What Enter would do with the line, from what Enter itself asks; on an empty line what words would become."""
    _, mode = desk.table._, desk.table.mode
    if not desk.line.text:
        return prompt_for_begun(desk)
    match desk.meaning():
        case do.EditNote():
            return prompt_for_begun(desk)
        case do.Propose() | do.TakeComment() if isinstance(mode, Judging | Listening) and desk.writes:
            return _pilots_prompt(mode, desk)
        case meaning:
            said = describe_meaning(desk.refusal_of(meaning) or meaning, desk.context, _)
            notice = desk.table.notice
            return "" if notice is not None and notice.text == said else said  # why not: once is enough


def prompt_for_begun(desk: LiveController) -> str:
    """What words become where something waits for them; nothing in the talk, where their sign decides."""
    _ = desk.table._
    match desk.table.mode:
        case Editing(note=seq):
            return _("change {stamp}", stamp=_stamp_of(desk, seq))
        case Filling(queue=queue, place=place):
            about = next((" ".join(one.about) for one in notes(desk.table.interview) if one.seq == queue[place]), "")
            return _(
                "bookmark {place} of {of} · {stamp} {about}",
                place=place + 1,
                of=len(queue),
                stamp=_stamp_of(desk, queue[place]),
                about=about,
            ).rstrip()
        case Reflecting():
            return _("reflexive note")
        case (Judging() | Listening()) as mode:
            return _pilots_prompt(mode, desk)
        case _:
            return ""


def _pilots_prompt(mode: Judging | Listening, desk: LiveController) -> str:
    """What words would become while a pilot's card is open; nothing before they are begun, where they may be none."""
    _, hits = desk.table._, desk.table.hits
    match mode:
        case Judging(step="place", question=id, verdict=verdict):
            from interviews.core.verdicts import kind_of_place  # interviews do without

            place = _(_PLACE_PROMPTS[kind_of_place(verdict)], id=id)
            return f"{place} {hits[desk.table.chosen].id}" if hits else place
        case Judging(step="wording", question=id):
            return _("proposal for {id}", id=id)
        case _ if not desk.line.text and isinstance(mode, Judging):
            return ""
        case _:
            return _("comment on {id}", id=mode.question) if mode.question else _("comment")


def _stamp_of(desk: LiveController, seq: int) -> str:
    return next((note_stamp(note) for note in notes(desk.table.interview) if note.seq == seq), "")


def enter_says(table: ViewState) -> str:
    """What Enter does on an empty line while an interview goes on, whatever card lies open."""
    _, interview = table._, table.interview
    mode = lasting(table.mode)
    if table.puts_back:
        return _("enter or Tab: as typed")
    if table.over or not isinstance(mode, Talking | Closing):
        return _("enter go on")
    if is_paused(interview):
        return _("enter ends the pause")
    if table.ahead is None:
        none_left = isinstance(mode, Talking) and interview.last(Stopped) is None
        return _(N_("enter: none left") if none_left else N_("enter go on"))
    gated = missing_at_start(interview)
    return _("enter: what is missing") if gated else _("enter asks {id}", id=table.ahead.id)


def row_of_keys(desk: LiveController) -> str:
    """The row of keys that matters now."""
    if desk.table.puts_back and not desk.line.text:
        return N_("{enter}   write on: stays masked   Ctrl+Z undoes")
    if desk.table.leaf is not None:
        return N_("1…8 verdict   =b5 another question   esc closes")
    match desk.table.mode:
        case Judging() | Listening() if desk.table.card is not None and desk.table.card.pilots and not _acts(desk):
            return _pilots_hints(desk.table.mode, writing=bool(desk.line.text))
        case Editing() | Filling() | Reflecting() if desk.line.text and not desk.writes:
            return N_("enter does it   esc clears")
        case Editing():
            return N_("enter saves   esc leaves it as it was")
        case Filling():
            return N_("enter saves · empty line: the next   esc back")
        case Closing() | Marking() if desk.table.card is not None and desk.table.card.marks and not desk.line.text:
            return _sorting_hints(desk.table)
        case Settling() | Clearing() if not desk.line.text:
            return _sorting_hints(desk.table)
        case Clearing() if isinstance(desk.meaning(), show.ClearAll):
            return N_("enter does it   esc clears")
        case Reflecting():
            return N_("enter saves, then perhaps another · empty line: done   esc back")
        case Debriefing() if desk.table.card is not None and not desk.line.text:
            return (
                N_("1…9 tick, again: not needed   enter ends the interview   esc back")
                if desk.table.card.name == "after"
                else N_("1…9 tick, again: not needed   {enter}   esc close")
            )
        case Closing() if desk.table.card is not None and desk.table.card.closing and not desk.line.text:
            return N_("{enter}   esc back to the conversation")
    if desk.table.listed:
        return (
            N_("enter asks the first   ↓ ↑ choose   esc clears")
            if desk.table.sure and desk.table.picked is None
            else N_("↓ ↑ choose, enter asks the one chosen   esc clears")
        )
    if desk.line.text:
        if desk.context.ticks(desk.line.text):
            return N_("enter ticks   esc clears   Ctrl+Z right after: a note after all")
        return (
            N_("enter saves   esc clears   #id links   #word tags")
            if desk.context.is_words(desk.line.text)
            else N_("enter does it   esc clears   same character again: a note that begins with it")
        )
    return _resting_hints(desk)


def _resting_hints(desk: LiveController) -> str:
    """The keys on an empty line while an interview goes on: those of the card that lies open, else the six."""
    card = desk.table.card
    if card is None:
        if is_paused(desk.table.interview) and not desk.table.over:
            return N_("PAUSED: enter goes on   write: a note   space bookmark   ? help")
        return (
            N_("/ find   + covered   - skip   12:30 note   ↓ tick   /end done   ? help")
            if desk.context.afterwards
            else "hints"
        )
    if card.pilots:
        return N_("1 2 3 what you said   esc closes")
    if card.picks:
        return N_("1…9 takes up again   {enter}   esc closes")
    if not card.points:
        return N_("{enter}   esc close")
    return (
        N_("1…9 tick   /rec the recorder runs   {enter}   esc close")
        if card.name == "opening" and not desk.context.afterwards and not desk.table.interview.guide.anonymous
        else N_("1…9 tick, again: not needed   {enter}   esc close")
    )


def _acts(desk: LiveController) -> bool:
    """Whether the line asks for an act rather than being words."""
    return bool(desk.line.text) and not desk.writes


def _sorting_hints(table: ViewState) -> str:
    """The keys of a card on which signs and digits decide: what Enter leaves, or that it only goes on."""
    left = table.card is not None and bool(table.card.unmarked)
    match table.mode:
        case Settling():
            return N_("1 2 3 what became of it   enter takes it on   esc back")
        case Clearing():
            return (
                N_("+ Enter: may be used   - Enter: not   1…9 one, again: not   Enter: later")
                if left
                else N_("+ Enter: may be used   - Enter: not   1…9 changes   Enter goes on   Esc back")
            )
        case Closing():
            return (
                N_("+ Enter: all covered   1…9 one by one, again: not after all   Enter goes on")
                if left
                else N_("1…9 not after all   Enter goes on   Esc back")
            )
        case _:
            return (
                N_("+ Enter: all covered   1…9 one by one, again: not after all   Enter leave them")
                if left
                else N_("1…9 not after all   Enter goes on   Esc back")
            )


def _pilots_hints(mode: Judging | Listening, *, writing: bool) -> str:
    """The keys of the step that a verdict has come to."""
    match mode:
        case Listening():
            return N_("enter saves the answer   esc closes")
        case Judging(step="place"):
            return N_("enter chooses   ↓ ↑ move   esc clears, then closes")
        case Judging(step="wording"):
            return N_("enter saves · empty line: leave it   esc closes")
        case _ if writing:
            return N_("enter saves   esc clears   #id links   #word tags")
        case Judging(step="reason"):
            return N_("1…7 why   enter no reason   esc closes   Ctrl+Z undoes")
        case Judging(step="done"):
            return N_("write a comment on the guide   enter goes on")
        case Judging(in_round=in_round):
            return (
                N_("1…8 verdict   write a comment   \" peer's words   enter next   esc stops")
                if in_round
                else N_("1…8 verdict   or write a comment   enter or esc closes")
            )
