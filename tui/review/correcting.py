"""Corrections in the review: the live screen's own line, for the question that a cell is about."""

from rich.cells import cell_len

from interviews import commands as do
from interviews.commands import Command
from interviews.coverage import coverage
from interviews.events import Refusal
from interviews.state import Interview
from tui import intents as show
from tui.grammar import Context, parse
from tui.live.preview import prompt_for
from tui.registry import ACTS, Act
from tui.words import Words

Correction = Command | show.ShowCard
"""What can be done afterwards: a command for the interview, or the card of probes."""

BEGINNINGS = "+-/"
"""The characters that begin a correction."""


def context_of(interview: Interview, question: str | None) -> Context:
    """What a line means in this interview's cell: the cell's question stands where the one in hand stands live."""
    known = interview.guide.question(question) if question is not None else None
    return Context(interview.guide, None if known is None else known.id, states=coverage(interview).questions)


def meaning(line: str, context: Context) -> Correction | Refusal:
    """What Enter would do with this line; whatever belongs to the hour itself is refused."""
    meant = parse(line, context)
    hand = () if context.hand is None else (context.hand,)
    match meant:
        case Refusal(code="nothing_in_hand"):
            return Refusal("correct_which")
        case Refusal(code="nothing_found" | "empty_search"):
            return Refusal("not_later")
        case Refusal():
            return meant
        case do.MarkCovered() | do.Skip() | do.Decline() | do.Unmark():
            return meant.but(questions=meant.questions or hand)
        case do.MarkSide():
            return meant.but(question=context.hand) if context.hand is not None else Refusal("correct_which")
        case show.ShowCard(card="probes"):
            return meant if context.hand is not None else Refusal("correct_which")
        case do.RetimeNote() | do.Undo() | do.ReturnTo() | do.CallMet() | do.Drop():
            return meant
        case _:
            return Refusal("not_later")


def preview(line: str, context: Context, words: Words) -> str:
    """What Enter would do, said before it does it."""
    meant = meaning(line, context)
    if line in BEGINNINGS and context.hand is None:
        return ""
    match meant:
        case Refusal(code="not_later"):
            return ""  # said once Enter is pressed: while a word is being written it would be noise
        case Refusal():
            return words.refusal(meant)
        case _:
            return prompt_for(line, context, words)


def help_lines(words: Words) -> list[str]:
    """The keys of the notes, then the corrections, each from the one registry of acts."""
    acts = [(_key(act, words.language), words.help(act.name)) for act in ACTS if act.later]
    width = max(cell_len(key) for key, _ in acts) + 2
    told = [f"  {key}{' ' * (width - cell_len(key))}{said}" for key, said in acts]
    return [words("notes_help"), "", words("correct_last"), words("correct_help"), *told]


def _key(act: Act, language: str) -> str:
    """The key as it works here: the arrows move in the list, so the probes have their word."""
    return f"/{act.word(language)}" if act.binding == "down" else act.key_in(language)
