"""The grammar of the input line.

What a line means, and which action that is, for prompt, palette, mouse and tests alike.
"""

from guide.normalize import plain, spellings
from interviews.core import commands as do
from interviews.core.events import Refusal
from tui.input import screen_commands as show
from tui.input.actions import ACTS, BY_NAME, BY_SLASH, Action, act_of
from tui.input.acts.note import may_be_its_number, note_after_time
from tui.input.context import Context, is_prefix
from tui.input.lookup import LEAST
from tui.input.screen_commands import Intent, ShowCard
from tui.time_format import clock_of

__all__ = ("LEAST", "Context", "is_prefix", "may_be_its_number")

_LACKING = ("how_long_ago", "at_when", "which_point", "which_shift", "which_follow_up", "which_concept")
_OF_THE_MOMENT = ("nothing_in_hand", "not_a_pilot", "not_practice")


BY_SIGN = {act.prefix: act for act in ACTS if act.sign is not None}
"""The acts by the character that begins their line."""

_BY_MEANING = {
    made: act for act in reversed(ACTS) for made in (*act.makes, *(() if act.means is None else (type(act.means),)))
}
"""The acts by the kinds of commands that they make; where several make one, it is the first one's."""


_LEAST_LETTERS = 5

TAKING_BACK = ("slett", "slette", "fjern", "fjerne", "delete", "remove")
"""Words of whoever wants something gone: they are told how to take it back, and never that they meant another act."""


def parse(line: str, context: Context) -> Intent | Refusal:
    """What Enter would do with this line."""
    if not line:
        return do.AskNext()
    if context.literal:
        return do.TakeNote(line)
    if context.afterwards and (timed := _parse_clock_note(line)) is not None:
        return timed
    if line[0] == BY_NAME["find"].prefix:
        return parse_slash(line[1:], context)
    act = BY_SIGN.get(line[0])
    if act is not None and act.sign is not None and context.is_prefix(line[0]):
        return act.sign(line[1:], context, line[0])
    places = context.ticks(line) if line[0].isdecimal() else ()
    return show.TickProbes(places) if places else do.TakeNote(line)


def asks_for_more(line: str, code: str) -> bool:
    """Whether a refused line only lacks something at its end, so that what is typed next goes on with it."""
    bare = len(line) == 1 or (code in _LACKING and not line.partition(" ")[2].strip())
    return bare or code.startswith("empty_")


def _parse_clock_note(line: str) -> do.TakeNote | Refusal | None:
    """A note with the time at which it was, ``12:30 words``, where no clock runs; None where no time comes first."""
    clock = clock_of(line)
    if clock is None:
        return None
    if clock.text[:1] in ("+", "-", "/"):
        return Refusal("time_is_a_notes")
    taken = note_after_time(clock.text)
    return taken if isinstance(taken, Refusal) else taken.but(at=clock.seconds)


def parse_slash(rest: str, context: Context) -> Intent | Refusal:
    """A command, then exactly an id, then words; what follows a command that it can't take makes it a search too."""
    if rest[:1].isspace():
        return search(rest.strip(), context)
    word, _, tail = rest.partition(" ")
    act = act_of(word)
    if act is not None:
        meaning = _command(act, word, tail, context)
        if not isinstance(meaning, Refusal) or not _has_words(tail) or meaning.code in _OF_THE_MOMENT:
            return meaning
        hits = context.find(rest.strip())
        return do.AskQuestion(hits[0].id) if hits and hits[0].score >= LEAST else meaning
    question = context.guide.question(rest.strip())
    if question is not None:
        return do.AskQuestion(question.id)
    return search(rest.strip(), context, near=True)


def _has_words(tail: str) -> bool:
    return any(sign.isalpha() for sign in tail)


def search_words(line: str) -> str:
    """The words that a line which begins with ``/`` searches for, where it does."""
    word, _, tail = line[1:].partition(" ")
    act = act_of(word)
    return (tail if act is not None and act.name == "find" else line[1:]).strip()


def search(words: str, context: Context, *, near: bool = False) -> Intent | Refusal:
    """The question that these words find best; one found by chance is never asked unless somebody chooses it.

    ``near``: where the guide has no word that begins like this, a command that is one slip away is meant; where none is
    found by its words, one that is begun.
    """
    if not words:
        return Refusal("empty_search")
    hits = context.find(words)
    sure = bool(hits) and hits[0].score >= LEAST
    if near and not (sure and context.has_word(words.partition(" ")[0])):
        if takes_back(words.partition(" ")[0]):
            return Refusal("take_back_how")
        meant = _near_command(words, context)
        if meant:
            return Refusal("near_command", {"line": meant})
    if not hits or (near and not sure and begins_act(words)):
        return Refusal("nothing_meant" if near else "nothing_found", {"words": words})
    if not sure:
        return Refusal("weak_hits", {"words": words})
    return do.AskQuestion(hits[0].id)


def _near_command(words: str, context: Context) -> str:
    """The line that was meant by a command with one slip in it, if what follows is something that it can take."""
    typed, _, tail = words.partition(" ")
    found = near_act(typed)
    if found is None:
        return ""
    act, word = found
    unfit = tail.strip() and isinstance(_command(act, word, tail, context), Refusal)
    return "" if unfit else f"/{word} {tail}".rstrip()


def _command(act: Action, word: str, tail: str, context: Context) -> Intent | Refusal:
    """What a command means; ``word`` is how it was typed, in either language."""
    if act.means is not None and not tail.strip():
        return act.means
    if act.name == "find":
        return search(tail.strip(), context)
    return Refusal("nothing_follows", {"word": word}) if act.parse is None else act.parse(tail, context, word)


def act_for(meaning: Intent) -> Action | None:
    """The act whose command this is; a card's has its name."""
    return BY_NAME[meaning.card] if isinstance(meaning, ShowCard) else _BY_MEANING.get(type(meaning))


def plain_meaning(word: str) -> Intent | None:
    """What a slash word that takes no words means, in either language."""
    act = act_of(word)
    return None if act is None else act.means


def begins_act(typed: str) -> bool:
    """Whether a word after ``/``, in whichever language, begins like this."""
    return any(form.startswith(plain(typed)) for form in BY_SLASH)


def takes_back(typed: str) -> bool:
    """Whether a word asks for something to be deleted, perhaps with a slip in it."""
    from rapidfuzz.distance import OSA

    wanted = plain(typed)
    if len(wanted) < _LEAST_LETTERS:
        return False
    return any(OSA.distance(wanted, word, score_cutoff=1) <= 1 for word in TAKING_BACK)


def near_act(typed: str) -> tuple[Action, str] | None:
    """The act, and its word, that a word of five letters or more misses by one slip."""
    from rapidfuzz.distance import OSA  # whoever types no command wrongly does not wait for it

    wanted = plain(typed)
    if len(wanted) < _LEAST_LETTERS:
        return None
    near = next((form for form in BY_SLASH if OSA.distance(wanted, form, score_cutoff=1) == 1), None)
    if near is None:
        return None
    act = BY_SLASH[near]
    if near in (act.slash, *act.heard):
        return act, near
    return act, act.nn if act.nn and near in spellings(act.nn) else act.nb
