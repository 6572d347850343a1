"""Actions of pilots and of practice.

Verdicts, thinking aloud, comments, what is said to the informant.
"""

from typing import TYPE_CHECKING

from interviews.core import commands as do
from interviews.core.events import Refusal
from interviews.practice import is_kept_silence
from tui.input import screen_commands as show
from tui.input.action import Action
from tui.input.context import SEPARATORS, Context
from tui.input.screen_commands import Intent
from tui.sentences.code_names import REASON_NAMES, VERDICT_NAMES
from tui.translator import N_, Translator

if TYPE_CHECKING:
    from tui.live.action_runner import ActionRunner
    from tui.live.view_state import ViewState


def _utterance(text: str) -> do.Say | Refusal:
    """What is said to the informant of a practice interview."""
    return do.Say(text.strip()) if text.strip() else Refusal("empty_utterance")


def _verdict(rest: str, context: Context) -> Intent | Refusal:
    """An id first, then the digits of a verdict and its reason, all of which may be left to the card."""
    if not context.pilot:
        return Refusal("not_a_pilot")
    from tui.input.verdict_line import verdict_of  # only pilots need it

    return verdict_of(SEPARATORS.split(rest.strip()) if rest.strip() else [], context.guide, context.hand)


def _tell_verdict(meaning: Intent, context: Context, _: Translator) -> str:
    if not isinstance(meaning, do.Judge):
        id = (meaning.question if isinstance(meaning, show.OpenVerdict) else None) or context.hand
        return _("verdict on {id} …", id=id) if id else _("Verdict on the question")
    id, said = meaning.question or context.hand or "", _(VERDICT_NAMES[meaning.verdict])
    if not meaning.reason:
        return _("{id}: {verdict}", id=id, verdict=said)
    return _("{id}: {verdict}, {reason}", id=id, verdict=said, reason=_(REASON_NAMES[meaning.reason]))


def _refuse_verdict(intent: Intent, table: "ViewState", _: float | None) -> Refusal | None:
    if table.interview.started.mode != "pilot":
        return Refusal("not_a_pilot")
    unnamed = isinstance(intent, show.OpenVerdict) and intent.question is None
    hand = table.interview.guide.question(table.interview.hand or "")
    return Refusal("judge_which") if unnamed and hand is None else None


def _judge(runner: "ActionRunner", intent: Intent, began: float | None) -> bool:
    jury = runner.walk.jury
    if isinstance(intent, do.Judge):
        held = intent.question is None and jury is not None and jury.holds_back(intent)
        return not held and runner.act(intent, began)
    named = (intent.question if isinstance(intent, show.OpenVerdict) else None) or runner.table.interview.hand
    return jury is not None and named is not None and jury.open(named)


def _commented(tail: str, _: Context, _word: str) -> Intent | Refusal:
    return do.TakeComment(tail.lstrip(" ")) if tail.strip() else Refusal("empty_comment")


def _tell_comment(_meaning: Intent, context: Context, _: Translator) -> str:
    about = context.question_of("note")
    return _("comment on {id}", id=about) if about else _("comment")


def _tell_said(meaning: Intent, _context: Context, _: Translator) -> str:
    text = meaning.text if isinstance(meaning, do.Say) else ""
    return _(N_("keep silent") if is_kept_silence(text) else N_("say to the informant"))


def _think(runner: "ActionRunner", _: Intent, _began: float | None) -> bool:
    return runner.walk.jury is not None and runner.walk.jury.think()


ACTS: tuple[Action, ...] = (
    Action(
        "verdict",
        N_("Verdict on the question"),
        N_("in a pilot: the question's verdict; =b5 another's; then a digit, and one for why"),
        "pilot",
        "=",
        "verdict",
        "vurder",
        prefix="=",
        means=show.OpenVerdict(),
        parse=lambda tail, context, _word: _verdict(tail.strip(), context),
        sign=lambda rest, context, _: _verdict(rest, context),
        tell=_tell_verdict,
        refuse=_refuse_verdict,
        run=_judge,
        makes=(do.Judge,),
    ),
    Action(
        "think",
        N_("Think aloud"),
        N_("in a pilot: what did you think, in your own words, how sure; then the answer"),
        "pilot",
        "/think",
        "think",
        "tenkhøyt",
        nn="tenkhøgt",
        means=show.ShowCard("think"),
        refuse=_refuse_verdict,
        run=_think,
    ),
    Action(
        "comment",
        N_("Comment"),
        N_("in a pilot: what is said about the question"),
        "pilot",
        "/comment",
        "comment",
        "kommentar",
        takes=True,
        parse=_commented,
        tell=_tell_comment,
        makes=(do.TakeComment,),
    ),
    Action(
        "say",
        N_("Say"),
        N_("in practice: what you say to the informant, or said, in a few words; dots alone: you keep silent"),
        "practice",
        ":",
        "say",
        "si",
        prefix=":",
        takes=True,
        nn="sei",
        parse=lambda tail, _context, _word: _utterance(tail),
        sign=lambda rest, _context, _word: _utterance(rest),
        tell=_tell_said,
        makes=(do.Say,),
    ),
)
"""In the order of the help."""
