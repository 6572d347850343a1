"""The one grammar of the input line: what a line means, for prompt, palette, mouse and tests alike."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from guide.finding import Hit
from guide.model import Guide
from interviews import commands as do
from interviews.events import Refusal
from tui import intents as show
from tui.concepts import meant_concepts
from tui.intents import Intent
from tui.registry import BY_SLASH

_AGO = re.compile(r"-(?=\d)(?:(\d{1,4})m)?(?:(\d{1,5})s)?(?:\s+|$)")
_DECLINE = re.compile(r"-[xX](?:\s+|$)")
_DEPTHS = ("1", "2", "3")
_SEPARATORS = re.compile(r"[\s,]+")


@dataclass(frozen=True)
class Context:
    """What the meaning of a line depends on; ``literal`` lines begin with a plain character, whatever it is."""

    guide: Guide
    hand: str | None = None
    literal: bool = False
    find: Callable[[str], Sequence[Hit]] = lambda _: ()

    def spoken(self) -> "Context":
        """The same, for a line that nobody typed."""
        return replace(self, literal=False)


def parse(line: str, context: Context) -> Intent | Refusal:
    """What Enter would do with this line."""
    if not line:
        return do.AskNext()
    if context.literal:
        return do.TakeNote(line)
    match line[0]:
        case "/":
            return _slash(line[1:], context)
        case "+":
            return covered(line[1:], context)
        case "-":
            return _minus(line, context)
        case "!":
            return _worded(line, "follow_up") if line[1:].strip() else do.RaiseFollowUp()
        case '"':
            return _worded(line, "quote")
        case ">":
            return _worded(line, "topic")
        case "?":
            return concept(line[1:], context)
        case _:
            return do.TakeNote(line)


def is_prefix(character: str) -> bool:
    """Whether this character at the start of a line gives the line another meaning than a note."""
    return character in '/+-!">?'


def covered(rest: str, context: Context) -> do.MarkCovered | Refusal:
    """Ids first, in any case, then the depth; an unknown id refuses the whole line."""
    words = _words(rest)
    depth = int(words.pop()) if words and words[-1] in _DEPTHS else None
    for word in words:
        if context.guide.question(word) is None:
            return _unknown(word, context)
    if not words and context.hand is None:
        return Refusal("nothing_in_hand")
    return do.MarkCovered(tuple(words), depth)


def concept(word: str, context: Context) -> Intent | Refusal:
    """The concept meant by any word of its name; a tie is listed, not guessed; nothing at all is help."""
    if not word.strip():
        return show.ShowHelp()
    meant = meant_concepts(word, context.guide)
    if not meant:
        return Refusal("unknown_concept", {"word": word.strip(), "known": _listed(context)})
    if len(meant) > 1:
        return Refusal("which_concept", {"known": " · ".join(meant)})
    return show.ShowConcept(meant[0])


def _listed(context: Context) -> str:
    return " · ".join(concept.name for concept in context.guide.concepts)


def _words(text: str) -> list[str]:
    return [word for word in _SEPARATORS.split(text) if word]


def _unknown(word: str, context: Context) -> Refusal:
    if context.guide.owner(word) is not None:
        return Refusal("research_question_named", {"id": word})
    return Refusal("unknown_question", {"id": word})


def _worded(line: str, kind: str) -> do.TakeNote | Refusal:
    text = line[1:].lstrip(" ")
    if not text.strip():
        return Refusal(f"empty_{kind}")
    match kind:
        case "quote":
            return do.TakeNote(text, "quote")
        case "topic":
            return do.TakeNote(text, "topic")
        case _:
            return do.TakeNote(text, "follow_up")


def _minus(line: str, context: Context) -> Intent | Refusal:
    ago = _AGO.match(line)
    if ago is not None:
        return _ago(ago, line[ago.end() :])
    declined = _DECLINE.match(line)
    ids, reason = _ids_first(line[declined.end() :] if declined else line[1:], context)
    if not ids and context.hand is None:
        return Refusal("nothing_in_hand")
    return do.Decline(ids, reason) if declined else do.Skip(ids, reason)


def _ago(ago: re.Match[str], text: str) -> do.TakeNote:
    back = 60.0 * int(ago[1] or 0) + float(ago[2] or 0)
    return (
        do.TakeNote(text, "note" if text.strip() else "bookmark", back) if text else do.TakeNote("", "bookmark", back)
    )


def _ids_first(text: str, context: Context) -> tuple[tuple[str, ...], str]:
    """The ids at the start of the text, and the rest exactly as written."""
    ids: list[str] = []
    rest = text.lstrip()
    while rest:
        word = re.split(r"[\s,]", rest, maxsplit=1)[0]
        question = context.guide.question(word) if word else None
        if question is None:
            break
        ids.append(question.id)
        rest = rest[len(word) :].lstrip(" ,\t")
    return tuple(ids), rest


def _slash(rest: str, context: Context) -> Intent | Refusal:
    if rest[:1].isspace():
        return _search(rest.strip(), context)
    word, _, tail = rest.partition(" ")
    if word in BY_SLASH:
        return _slash_word(word, tail, context)
    question = context.guide.question(rest.strip())
    if question is not None:
        return do.AskQuestion(question.id)
    return _search(rest.strip(), context)


def _search(words: str, context: Context) -> Intent | Refusal:
    if not words:
        return Refusal("empty_search")
    hits = context.find(words)
    if not hits:
        return Refusal("nothing_found", {"words": words})
    return do.AskQuestion(hits[0].id)


def _slash_word(word: str, tail: str, context: Context) -> Intent | Refusal:
    """The slash words, the same in both languages."""
    if word in _PLAIN:
        return _PLAIN[word]
    if word in _AS_PREFIX:
        return parse(_AS_PREFIX[word] + tail, context)
    match word:
        case "note":
            return do.TakeNote(tail) if tail.strip() else Refusal("empty_note")
        case "reflect":
            return do.TakeNote(tail, "reflexive") if tail.strip() else Refusal("empty_note")
        case "find":
            return _search(tail.strip(), context)
        case "tick":
            return _tick(tail)
        case _:
            return _follow_up(word, tail)


def _tick(tail: str) -> Intent | Refusal:
    word = tail.strip()
    return show.TickPlace(int(word)) if word.isdecimal() and len(word) < 3 else Refusal("which_point")


def _follow_up(word: str, tail: str) -> Intent | Refusal:
    number, _, reason = tail.strip().partition(" ")
    number = number.removeprefix("⚑")
    if not number.isdecimal() or len(number) > 6:
        return Refusal("which_follow_up", {"word": word})
    match word:
        case "back":
            return do.ReturnTo(int(number))
        case "met":
            return do.CallMet(int(number))
        case _:
            return do.Drop(int(number), reason.strip())


_PLAIN: dict[str, Intent] = {
    "next": do.AskNext(),
    "probes": show.ShowCard("probes"),
    "opening": show.ShowCard("opening"),
    "mark": do.TakeNote("", "bookmark"),
    "edit": show.EditLast(),
    "fill": show.FillBookmarks(),
    "help": show.ShowHelp(),
    "palette": show.ShowPalette(),
    "curtain": show.ToggleCurtain(),
    "up": show.Scroll(-1),
    "close": show.CloseOpen(),
    "undo": do.Undo(),
    "rec": do.ToggleRecording(),
    "pause": do.TogglePause(),
    "end": show.BeginClosing(),
    "quit": show.Quit(),
}

_AS_PREFIX = {
    "concept": "?",
    "covered": "+",
    "skip": "-",
    "decline": "-x ",
    "ago": "-",
    "quote": '"',
    "topic": ">",
    "followup": "!",
}
