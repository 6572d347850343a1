"""Words beside the line: what Enter does, which keys matter.

Nothing is drawn here; whoever shows it, on a screen or line by line, asks for it.
"""

from interviews.core import commands as do
from interviews.core.checklists import missing_at_start
from interviews.core.events import Stopped
from interviews.core.handlers import is_paused
from interviews.core.recorder import has_declined, recording
from tui.input.cards import Card
from tui.live.live_controller import LiveController
from tui.live.prompt_preview import describe_meaning
from tui.live.view_state import ViewState
from tui.translator import N_


def card_as_shown(table: ViewState) -> Card | None:
    """The open card; the opening's names the talk's next question, which Enter asks in the talk alone."""
    card = table.card
    mode = table.mode.lasting
    talks = mode.talks and not mode.closes and not is_paused(table.interview)
    return card.but(foot="") if card is not None and card.name == "opening" and not talks else card


def prompt_words(desk: LiveController) -> str:
    """What Enter would do with the line, from what Enter itself asks; on an empty line what words would become."""
    _ = desk.table._
    if not desk.line.text:
        return prompt_for_begun(desk)
    meaning = desk.meaning()
    if isinstance(meaning, do.EditNote | do.Propose | do.TakeComment) and desk.writes:
        begun = prompt_for_begun(desk)
        if begun:
            return begun
    said = describe_meaning(desk.refusal_of(meaning) or meaning, desk.context, _)
    notice = desk.table.notice
    return "" if notice is not None and notice.text == said else said  # why not: once is enough


def prompt_for_begun(desk: LiveController) -> str:
    """What words become where something waits for them; nothing in the talk, where their sign decides."""
    return desk.table.mode.prompt(desk)


def enter_says(table: ViewState) -> str:
    """What Enter does on an empty line while an interview goes on, whatever card lies open."""
    _, interview = table._, table.interview
    mode = table.mode.lasting
    if table.puts_back:
        return _("enter or Tab: as typed")
    if table.over or not mode.talks:
        return _("enter go on")
    if is_paused(interview):
        return _("enter ends the pause")
    if table.ahead is None:
        none_left = not mode.closes and interview.last(Stopped) is None
        return _(N_("enter: none left") if none_left else N_("enter go on"))
    gated = missing_at_start(interview)
    return _("enter: what is missing") if gated else _("enter asks {id}", id=table.ahead.id)


def row_of_keys(desk: LiveController) -> str:
    """The row of keys that matters now."""
    if desk.table.puts_back and not desk.line.text:
        return N_("{enter}   write on: stays masked   Ctrl+Z undoes")
    if desk.table.leaf is not None:
        return N_("1…8 verdict   =b5 another question   esc closes")
    own = desk.table.mode.hints(desk)
    if own:
        return own
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


def row_said(desk: LiveController) -> str:
    """The row of keys in this language, with what Enter does and the numbers that a digit takes up."""
    card, _ = desk.table.card, desk.table._
    return _(row_of_keys(desk), enter=enter_says(desk.table), numbers="" if card is None else _numbers_on(card))


def _numbers_on(card: Card) -> str:
    """The follow-ups on a card that one digit can name."""
    return " ".join(f"{point.number}" for point in card.points if point.number in range(1, 10))


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
        return N_("{numbers} takes up again   {enter}   esc closes") if _numbers_on(card) else N_("{enter}   esc close")
    if not card.points:
        return N_("{enter}   esc close")
    here = desk.table.interview
    is_to_come = card.name == "opening" and not desk.context.afterwards and not here.guide.anonymous
    if is_to_come and recording(here) is None and not has_declined(here):
        return N_("1…9 tick   /rec the recorder runs   {enter}   esc close")
    return N_("1…9 tick, again: not needed   {enter}   esc close")
