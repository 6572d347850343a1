"""Actions of follow-ups.

Parked, taken up again, answered, let go, left over.
"""

from typing import TYPE_CHECKING

from interviews.core import commands as do
from interviews.core.events import Refusal
from tui import signs
from tui.input import cards
from tui.input import screen_commands as show
from tui.input.action import Action
from tui.input.acts.note import follow_up_said
from tui.input.context import Context
from tui.input.screen_commands import Intent
from tui.translator import N_, Translator

if TYPE_CHECKING:
    from tui.live.action_runner import ActionRunner


def _number(tail: str, word: str) -> tuple[int, str] | Intent | Refusal:
    """The follow-up that is named, and what stands behind its number; without any, what is parked."""
    number, _, reason = tail.strip().partition(" ")
    number = number.removeprefix(signs.FOLLOW_UP)
    if not number:
        return show.ShowCard("parked")
    if not number.isdecimal() or len(number) > 6:
        return Refusal("which_follow_up", {"word": word})
    return int(number), reason.strip()


def _back(tail: str, _: Context, word: str) -> Intent | Refusal:
    named = _number(tail, word)
    return do.ReturnTo(named[0]) if isinstance(named, tuple) else named


def _met(tail: str, _: Context, word: str) -> Intent | Refusal:
    named = _number(tail, word)
    return do.CallMet(named[0]) if isinstance(named, tuple) else named


def _drop(tail: str, _: Context, word: str) -> Intent | Refusal:
    named = _number(tail, word)
    return do.Drop(*named) if isinstance(named, tuple) else named


def _tell_fate(meaning: Intent, _context: Context, _: Translator) -> str:
    match meaning:
        case do.ReturnTo(follow_up=number):
            return _("return to !{number}", number=number)
        case do.CallMet(follow_up=number):
            return _("mark !{number} answered meanwhile", number=number)
        case do.Drop(follow_up=number):
            return _("let !{number} go", number=number)
        case _:
            return _("follow up the last note")


def _show_parked(runner: "ActionRunner", _: Intent, _began: float | None) -> bool:
    table = runner.table
    card = cards.parked_card(table.interview, table._, table.session.now)
    if card is None:
        table.say(N_("Nothing is parked."))
    else:
        runner.lay(card)
    return True


def _show_left(runner: "ActionRunner", _: Intent, _began: float | None) -> bool:
    left = runner.table.earlier.find_leftovers()
    if left:
        runner.lay(cards.leftovers_card(left, runner.table._))
    else:
        runner.table.say(N_("Nothing is left over."))
    return True


ACTS: tuple[Action, ...] = (
    Action(
        "followup",
        N_("Follow up"),
        N_("park to follow up; !\" the informant's own words; alone: the last note"),
        "park",
        "!",
        "followup",
        "oppfølging",
        prefix="!",
        takes=True,
        heard=("følg", "park", "parker"),
        parse=lambda tail, _context, _word: follow_up_said(tail),
        sign=lambda rest, _context, _word: follow_up_said(rest),
        tell=_tell_fate,
        makes=(do.RaiseFollowUp,),
    ),
    Action(
        "parked",
        N_("Parked follow-ups"),
        N_("what is parked; a digit takes it up again"),
        "park",
        "/parked",
        "parked",
        "parkert",
        means=show.ShowCard("parked"),
        run=_show_parked,
    ),
    Action(
        "back",
        N_("Returned to"),
        N_("follow-up 2 was returned to"),
        "park",
        "/back 2",
        "back",
        "tilbake",
        takes=True,
        later=True,
        parse=_back,
        tell=_tell_fate,
        makes=(do.ReturnTo,),
    ),
    Action(
        "met",
        N_("Answered meanwhile"),
        N_("follow-up 2 was answered meanwhile"),
        "park",
        "/met 2",
        "met",
        "besvart",
        takes=True,
        later=True,
        nn="svara",
        parse=_met,
        tell=_tell_fate,
        makes=(do.CallMet,),
    ),
    Action(
        "drop",
        N_("Let go"),
        N_("let follow-up 2 go, perhaps with a reason"),
        "park",
        "/drop 2",
        "drop",
        "dropp",
        takes=True,
        later=True,
        parse=_drop,
        tell=_tell_fate,
        makes=(do.Drop,),
    ),
    Action(
        "left",
        N_("Left over"),
        N_("what earlier interviews left open"),
        "park",
        "/left",
        "left",
        "gjenstår",
        nn="attstår",
        means=show.ShowCard("left"),
        run=_show_left,
    ),
)
"""In the order of the help."""
