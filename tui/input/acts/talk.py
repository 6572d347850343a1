"""Actions of the talk.

Asking, finding, probes, concepts, the way back to the guide.
"""

from typing import TYPE_CHECKING

from interviews.core import commands as do
from interviews.core.events import Level, Refusal
from interviews.core.state import Interview
from tui.input import cards
from tui.input import screen_commands as show
from tui.input.action import Action
from tui.input.context import Context
from tui.input.lookup import look_up_concepts
from tui.input.screen_commands import Intent
from tui.translator import N_, Translator

if TYPE_CHECKING:
    from tui.live.action_runner import ActionRunner
    from tui.live.view_state import ViewState


def _concept(word: str, context: Context) -> Intent | Refusal:
    """The concept meant by any word of its name; a tie is listed, not guessed; nothing at all is help."""
    if not word.strip():
        return show.ShowHelp()
    if not context.guide.concepts:
        return Refusal("no_concepts")
    meant = look_up_concepts(word, context.guide)
    if not meant:
        return Refusal("no_such_concept", {"word": word.strip(), "known": _list_concepts(context)})
    if len(meant) > 1:
        return Refusal("which_concept", {"known": " · ".join(meant)})
    return show.ShowConcept(meant[0])


def _list_concepts(context: Context) -> str:
    return " · ".join(concept.name for concept in context.guide.concepts)


def forms_of(concept: str, interview: Interview) -> tuple[Level, ...]:
    """The forms of a concept's clarification, the shortest first."""
    return next(tuple(dict(one.forms)) for one in interview.guide.concepts if one.name == concept)


def _ask(meaning: do.AskQuestion | do.AskNext, context: Context, _: Translator) -> str:
    """Which question would be asked; a pause that is on would end by it."""
    asks = _("Ask next") if isinstance(meaning, do.AskNext) else _("ask {id}", id=meaning.question)
    return _("go on after the pause: {what}", what=asks) if context.standing().paused else asks


def _tell_ask(meaning: Intent, context: Context, _: Translator) -> str:
    return _ask(meaning, context, _) if isinstance(meaning, do.AskQuestion | do.AskNext) else ""


def _ask_next(runner: "ActionRunner", _: Intent, began: float | None) -> bool:
    ahead = runner.table.suggested
    return runner.act(do.AskNext() if ahead is None else do.AskQuestion(ahead.id), began)


def _refuse_probes(_: Intent, table: "ViewState", _began: float | None) -> Refusal | None:
    question = table.interview.guide.question(table.interview.hand or "")
    if question is None:
        return Refusal("nothing_in_hand")
    return None if question.probes or question.two_sided else Refusal("no_probes", {"id": question.id})


def _show_probes(runner: "ActionRunner", _: Intent, _began: float | None) -> bool:
    table = runner.table
    question = table.interview.guide.question(table.interview.hand or "")
    if question is None:
        return False
    runner.lay(cards.probes_card(table.interview, question, table._))
    return True


def _concept_named(tail: str, context: Context, _: str) -> Intent | Refusal:
    return _concept(tail, context) if tail.strip() else Refusal("which_concept", {"known": _list_concepts(context)})


def _refuse_concept(intent: Intent, table: "ViewState", _: float | None) -> Refusal | None:
    name = intent.concept if isinstance(intent, show.ShowConcept) else ""
    return None if forms_of(name, table.interview) else Refusal("empty_concept", {"name": name})


def _tell_concept(meaning: Intent, _context: Context, _: Translator) -> str:
    return _("concept {name}", name=meaning.concept if isinstance(meaning, show.ShowConcept) else "")


def _explain(runner: "ActionRunner", intent: Intent, began: float | None) -> bool:
    """The shortest form first; the same concept again while its card is open, the next longer one."""
    name = intent.concept if isinstance(intent, show.ShowConcept) else ""
    interview, card = runner.table.interview, runner.table.card
    concept = next(one for one in interview.guide.concepts if one.name == name)
    levels = forms_of(name, interview)
    shown = card.level if card is not None and card.concept == name else None
    place = min(levels.index(shown) + 1, len(levels) - 1) if shown is not None else 0
    if not runner.act(do.Explain(name, levels[place]), began):
        return False
    runner.lay(cards.concept_card(concept, levels[place], interview.guide, runner.table._))
    return True


def _lead_back(runner: "ActionRunner", _: Intent, _began: float | None) -> bool:
    table = runner.table
    runner.lay(cards.bridge_card(table.interview, table._, table.card, table.ahead))
    return True


ACTS: tuple[Action, ...] = (
    Action(
        "next",
        N_("Ask next"),
        N_("ask the suggested question"),
        "talk",
        "Enter",
        "next",
        "neste",
        binding="enter",
        means=do.AskNext(),
        tell=_tell_ask,
        run=_ask_next,
    ),
    Action(
        "find",
        N_("Find and ask"),
        N_("find a question by words or id; Enter asks the first, an unsure one is chosen with ↓"),
        "talk",
        "/",
        "find",
        "finn",
        prefix="/",
        takes=True,
        tell=_tell_ask,
        makes=(do.AskQuestion,),
    ),
    Action(
        "probes",
        N_("Probes"),
        N_("the question's probes, to be ticked"),
        "talk",
        "↓",
        "probes",
        "stikkord",
        binding="down",
        later=True,
        means=show.ShowCard("probes"),
        refuse=_refuse_probes,
        run=_show_probes,
    ),
    Action(
        "concept",
        N_("Concept"),
        N_("the agreed explanation of a concept; again, a longer one"),
        "talk",
        "?…",
        "concept",
        "begrep",
        prefix="?",
        takes=True,
        nn="omgrep",
        parse=_concept_named,
        sign=lambda rest, context, _: _concept(rest, context),
        tell=_tell_concept,
        refuse=_refuse_concept,
        run=_explain,
        makes=(show.ShowConcept,),
    ),
    Action(
        "bridge",
        N_("Back to the guide"),
        N_("a sentence back to the guide when the talk drifts; again: another"),
        "talk",
        "/bridge",
        "bridge",
        "bro",
        nn="bru",
        means=show.ShowCard("bridge"),
        run=_lead_back,
    ),
)
"""In the order of the help."""
