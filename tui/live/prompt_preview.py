"""What the prompt says before Enter, or why not.

So that nothing is done by surprise.
"""

from interviews.core import commands as do
from interviews.core.events import Refusal
from tui.input import screen_commands as show
from tui.input.actions import BY_NAME
from tui.input.grammar import Context, act_for, parse
from tui.input.screen_commands import Intent
from tui.live.view_state import ViewState
from tui.translator import N_, Translator

_UNFINISHED = {
    "empty_search": N_("find"),
    "empty_utterance": N_("say to the informant"),
    "empty_quote": N_("quotation"),
    "empty_topic": N_("topic"),
    "empty_reflexive": N_("reflexive note"),
    "empty_said": N_("follow up, the informant's words"),
    "weak_hits": N_("↓ chooses"),
}


def prompt_for(line: str, context: Context, _: Translator) -> str:
    """The prompt for a line as it stands: what Enter would do with it, or why it would do nothing."""
    return describe_meaning(parse(line, context), context, _) if line else ""


def describe_meaning(meaning: Intent | Refusal, context: Context, _: Translator) -> str:
    """What it would do, whatever made a line mean it; or why it would do nothing."""
    if isinstance(meaning, Refusal):
        return _(_UNFINISHED[meaning.code]) if meaning.code in _UNFINISHED else _.refusal(meaning)
    if isinstance(meaning, show.ClearAll):
        return _(N_("let all be used") if meaning.usable else N_("let none be used"))
    act = act_for(meaning)
    if act is None:
        return ""
    return _(act.title) if act.tell is None else act.tell(meaning, context, _)


def act_prefix(name: str, language: str = "en") -> str:
    """What the palette puts on the line for an act that takes words."""
    act = BY_NAME[name]
    if act.prefix is None:
        return f"/{act.word(language)} "
    return act.prefix if len(act.prefix) == 1 else f"{act.prefix} "


_ASKED_ONCE = ("start_gate", "gate_first", "unchanged_note")
"""What is said at Enter alone: the same again does it, or it is as good as done."""


def refusal_of(intent: Intent, table: ViewState, began: float | None) -> Refusal | None:
    """Why it would not be done now, None where it would; ``began`` is the running clock at the line's first key."""
    if not isinstance(intent, do.Command):
        act = act_for(intent)
        return None if act is None or act.refuse is None else act.refuse(intent, table, began)
    if isinstance(intent, do.TakeNote | do.EditNote):
        return None  # words are taken
    refused = table.session.refusal_of(intent, began)
    return None if refused is None or refused.code in _ASKED_ONCE else refused
