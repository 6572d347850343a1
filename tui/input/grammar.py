"""The grammar of the input line.

What a line means, for prompt, palette, mouse and tests alike.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from guide.frozen import NOTHING, Value
from guide.model import Guide
from guide.normalize import plain
from interviews.core import commands as do
from interviews.core.coverage import QuestionCoverage
from interviews.core.events import NoteKind, Refusal
from tui import signs
from tui.input import screen_commands as show
from tui.input.actions import ENDING, Action, act_of, argument_of, begins_act, near_act, takes_back
from tui.input.lookup import look_up_concepts
from tui.input.screen_commands import PLAIN, Intent
from tui.time_format import ago_of, clock_of, reads_as_time, shift_of

if TYPE_CHECKING:
    from guide.search import Hit

_DECLINE = re.compile(r"[xX](?:\s+|$)")
_NUMBERED = re.compile(r"([^\W\d_]+)\d+")
_DEPTHS = ("1", "2", "3")
_TAKE_OFF = "0"
_KINDS: dict[str, NoteKind] = {"!": "follow_up", '"': "quote", ">": "topic"}
_CLOSING = {'"': '"', "«": "»", "“": "”", "„": "“"}
_OPENS_AFTER = " \t\n([{«“„\"'–—-"
"""What stands before a straight mark that opens; after anything else it closes."""
_SEPARATORS = re.compile(r"[\s,]+")
_LACKING = ("how_long_ago", "at_when", "which_point", "which_shift", "which_follow_up", "which_concept")
_OF_THE_MOMENT = ("nothing_in_hand", "not_a_pilot", "not_practice")

LEAST = 0.5
"""A question found less surely than this was found by letters or passing words, not by what was typed."""


class Context(Value):
    """What the meaning of a line depends on; ``literal`` lines begin with a plain character, whatever it is.

    ``states`` is how the questions stand now, for saying what a judgement would take the place of; ``noted`` says
    which question a note of this kind, dated back so many seconds, would be about: the one in hand at its first key.
    ``together`` are the questions that ``+`` alone covers while they are offered. ``probes`` are the numbers of the
    probes that can be ticked now, each with its mark.
    An interview that is entered ``afterwards`` has no clock: a time is written before a note. ``past_limit`` is the
    recording that has lasted longer than one may, by its number; ``recording`` the one that runs, ``withheld`` and
    ``paused`` whether that is on, ``unrecorded`` whether the informant declined to be recorded.
    ``has_word`` says whether the guide has a word that begins so.
    """

    guide: Guide
    hand: str | None = None
    literal: bool = False
    find: "Callable[[str], Sequence[Hit]]" = lambda _: ()
    pilot: bool = False
    practice: bool = False
    states: Mapping[str, QuestionCoverage] = NOTHING
    noted: Callable[[NoteKind, float], str | None] | None = None
    afterwards: bool = False
    probes: Callable[[], Mapping[int, str]] = dict
    past_limit: int | None = None
    together: tuple[str, ...] = ()
    recording: int | None = None
    withheld: bool = False
    paused: bool = False
    unrecorded: bool = False
    has_word: Callable[[str], bool] = lambda _: False

    def as_if_clicked(self) -> "Context":
        """The same, for a line that nobody typed."""
        return self.but(literal=False)

    def question_of(self, kind: NoteKind, back: float = 0.0) -> str:
        """The question that a note of this kind would be about, empty for none."""
        return (self.hand if self.noted is None else self.noted(kind, back)) or ""

    def ticks(self, line: str) -> tuple[int, ...]:
        """The probes that a line of nothing but their numbers ticks; none where anything else stands in it."""
        if self.literal or not line[:1].isdecimal():
            return ()
        known = {str(place): place for place in self.probes()}
        numbers = tuple(dict.fromkeys(line.split()))
        return tuple(known[number] for number in numbers) if known.keys() >= set(numbers) else ()

    def is_prefix(self, character: str) -> bool:
        """Whether this character at the start of a line gives the line another meaning than a note."""
        return is_prefix(character, pilot=self.pilot, practice=self.practice)

    def is_words(self, line: str) -> bool:
        """Whether a line, which is not empty, asks for no act but is words."""
        return self.literal or not (self.is_prefix(line[0]) or self.ticks(line))


def parse(line: str, context: Context) -> Intent | Refusal:
    """What Enter would do with this line."""
    if not line:
        return do.AskNext()
    if context.literal:
        return do.TakeNote(line)
    if context.afterwards and (timed := _parse_clock_note(line)) is not None:
        return timed
    match line[0]:
        case "/":
            return _slash(line[1:], context)
        case "+":
            return _parse_cover(line[1:], context)
        case "-":
            return _minus(line[1:], context)
        case "!":
            return _follow_up(line[1:])
        case '"':
            return _note_of(line[1:], "quote")
        case ">":
            return _note_of(line[1:], "topic")
        case "?":
            return _concept(line[1:], context)
        case "=" if context.pilot:
            return _verdict(line[1:], context)
        case ":" if context.practice:
            return _utterance(line[1:])
        case _:
            places = context.ticks(line)
            return show.TickProbes(places) if places else do.TakeNote(line)


def asks_for_more(line: str, code: str) -> bool:
    """Whether a refused line only lacks something at its end, so that what is typed next goes on with it."""
    bare = len(line) == 1 or (code in _LACKING and not line.partition(" ")[2].strip())
    return bare or code.startswith("empty_")


def may_be_its_number(note: do.TakeNote) -> bool:
    """Whether a new follow-up would have nothing but a number for its words: the number of one may be meant."""
    words = note.text.strip()
    dated = note.back or note.at is not None
    return note.kind == "follow_up" and not (note.quoted or dated) and words.isdecimal() and len(words) < 4


def is_prefix(character: str, *, pilot: bool = False, practice: bool = False) -> bool:
    """Whether this character at the start of a line gives the line another meaning than a note."""
    return character in '/+-!">?' or (pilot and character == "=") or (practice and character == ":")


def _utterance(text: str) -> do.Say | Refusal:
    """What is said to the informant of a practice interview."""
    return do.Say(text.strip()) if text.strip() else Refusal("empty_utterance")


def _verdict(rest: str, context: Context) -> Intent | Refusal:
    """An id first, then the digits of a verdict and its reason, all of which may be left to the card."""
    if not context.pilot:
        return Refusal("not_a_pilot")
    from tui.input.verdict_line import verdict_of  # only pilots need it

    return verdict_of(_SEPARATORS.split(rest.strip()) if rest.strip() else [], context.guide, context.hand)


def _parse_cover(rest: str, context: Context) -> do.MarkCovered | do.Unmark | Refusal:
    """Ids first, in any case, then the depth, where 0 takes the mark off; an unknown id refuses the whole line."""
    words = [word for word in _SEPARATORS.split(rest) if word]
    depth = int(words.pop()) if words and words[-1] in (*_DEPTHS, _TAKE_OFF) else None
    ids = []
    for word in words:
        question = context.guide.question(word)
        if question is None:
            return Refusal("which_depth") if word.isdecimal() else _unknown(word, context)
        ids.append(question.id)
    if not ids and not context.together and context.hand is None:
        return Refusal("nothing_in_hand")
    if depth == 0:
        return do.Unmark(tuple(ids))
    return do.MarkCovered(tuple(ids) or context.together, depth)


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


def _unknown(word: str, context: Context) -> Refusal:
    if context.guide.owner(word) is not None:
        return Refusal("research_question_named", {"id": word})
    return Refusal("unknown_question", {"id": word})


def _follow_up(text: str) -> do.TakeNote | do.RaiseFollowUp | Refusal:
    """What is parked: after a quotation mark the informant's words, a closing mark left away; after two, text."""
    words = text.lstrip(" ")
    if not words.strip():
        return do.RaiseFollowUp()
    if words.startswith('""'):
        return do.TakeNote(words[1:], "follow_up")
    said = _without_closing(words[1:].lstrip(" ")) if words.startswith('"') else _whole_quote(words)
    if said is None:
        return do.TakeNote(words, "follow_up")
    said = said.lstrip(" ")
    return do.TakeNote(said, "follow_up", quoted=True) if said.strip() else Refusal("empty_said")


def _note_of(text: str, kind: Literal["quote", "topic"]) -> do.TakeNote | Refusal:
    """A quotation, without the mark that closes it, or a topic."""
    words = text.lstrip(" ")
    return _note_in_words(_without_closing(words) if kind == "quote" else words, kind)


def _note_in_words(words: str, kind: Literal["quote", "topic"]) -> do.TakeNote | Refusal:
    return do.TakeNote(words, kind) if words.strip() else Refusal(f"empty_{kind}")


def _minus(rest: str, context: Context) -> Intent | Refusal:
    """A span of time first, but for an id; whatever reads as a time never leaves a question out."""
    after, declined = rest.lstrip(), _DECLINE.match(rest)
    if declined:
        return _decline(rest[declined.end() :], context)
    if not _begins_with_id(after, context.guide):
        ago = _ago(after)
        if ago is not None:
            return Refusal("ago_afterwards") if context.afterwards else ago
        if reads_as_time(after):
            return Refusal("ago_afterwards" if context.afterwards else "which_time")
    return _skip(rest, context)


def _begins_with_id(text: str, guide: Guide) -> bool:
    return guide.question(_SEPARATORS.split(text, maxsplit=1)[0]) is not None


def _ago(rest: str) -> do.TakeNote | Refusal | None:
    """A note of any kind, or a bookmark, about a while ago; None where the text begins with no span of time."""
    ago = ago_of(rest)
    if ago is None:
        return None
    taken = _parse_after_time(ago.text)
    return taken if isinstance(taken, Refusal) else taken.but(back=ago.seconds)


def _parse_clock_note(line: str) -> do.TakeNote | Refusal | None:
    """A note with the time at which it was, ``12:30 words``, where no clock runs; None where no time comes first."""
    clock = clock_of(line)
    if clock is None:
        return None
    if clock.text[:1] in ("+", "-", "/"):
        return Refusal("time_is_a_notes")
    taken = _parse_after_time(clock.text)
    return taken if isinstance(taken, Refusal) else taken.but(at=clock.seconds)


def _parse_after_time(text: str) -> do.TakeNote | Refusal:
    """What follows a time: `!`, `"` and `>` mean what they mean at a line's start, and typed twice they are text."""
    kind = _KINDS.get(text[:1])
    if kind is None:
        return do.TakeNote(text, "note" if text.strip() else "bookmark")
    if text[1:2] == text[0]:
        return do.TakeNote(text[1:])
    if kind == "follow_up":
        parked = _follow_up(text[1:])
        return Refusal("empty_follow_up") if isinstance(parked, do.RaiseFollowUp) else parked
    return _note_of(text[1:], "quote" if kind == "quote" else "topic")


def _at(tail: str) -> do.RetimeNote | Refusal:
    """A moment of the conversation, minutes and seconds as its stamps are."""
    moment = ago_of(tail.strip())
    return Refusal("at_when") if moment is None or moment.text else do.RetimeNote(moment.seconds)


def _skip(rest: str, context: Context) -> do.Skip | Refusal:
    named = _ids_first(rest, context)
    return named if isinstance(named, Refusal) else do.Skip(*named)


def _decline(rest: str, context: Context) -> do.Decline | Refusal:
    named = _ids_first(rest, context)
    return named if isinstance(named, Refusal) else do.Decline(*named)


def _ids_first(text: str, context: Context) -> tuple[tuple[str, ...], str] | Refusal:
    """The ids at the start of the text, and the rest, a reason, as written.

    Where it starts with what could only be an id, such as B99 in a guide that has a B9, the whole line is refused.
    """
    ids: list[str] = []
    rest = text.lstrip()
    while rest:
        word = _SEPARATORS.split(rest, maxsplit=1)[0]
        question = context.guide.question(word)
        if question is None:
            if _looks_like_id(word, context.guide):
                return _unknown(word, context)
            break
        ids.append(question.id)
        rest = rest[len(word) :].lstrip(", \t\n\r")
    if not ids and context.hand is None:
        return Refusal("nothing_in_hand")
    return tuple(ids), rest


def _looks_like_id(word: str, guide: Guide) -> bool:
    numbered = _NUMBERED.fullmatch(word)
    return numbered is not None and any(
        question.id.casefold().startswith(numbered[1].casefold()) for question in guide.questions
    )


def _slash(rest: str, context: Context) -> Intent | Refusal:
    """A command, then exactly an id, then words; what follows a command that it can't take makes it a search too."""
    if rest[:1].isspace():
        return _search(rest.strip(), context)
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
    return _search(rest.strip(), context, near=True)


def _has_words(tail: str) -> bool:
    return any(sign.isalpha() for sign in tail)


def search_words(line: str) -> str:
    """The words that a line which begins with ``/`` searches for, where it does."""
    word, _, tail = line[1:].partition(" ")
    act = act_of(word)
    return (tail if act is not None and act.name == "find" else line[1:]).strip()


def _search(words: str, context: Context, *, near: bool = False) -> Intent | Refusal:
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
    if not tail.strip():
        return PLAIN[act.slash] if act.slash in PLAIN else _parse_worded_command(act.slash, word, tail, context)
    match act.slash:
        case "rec":
            return _RECORDER.get(argument_of(tail), Refusal("rec_how"))
        case "offrecord":
            ago = ago_of(tail.strip().removeprefix("-"))
            if plain(tail.strip()) in ENDING:
                return show.GoOn(off_record=True)
            return do.ToggleTranscribing(ago.seconds) if ago is not None and not ago.text else Refusal("offrecord_how")
        case "verdict":
            return _verdict(tail.strip(), context)
        case slash if slash in PLAIN:
            return Refusal("nothing_follows", {"word": word})
        case slash:
            return _parse_worded_command(slash, word, tail, context)


_RECORDER: dict[str, Intent] = {
    "same": do.ToggleRecording(same=True),
    "stop": do.StopRecording(),
    "no": do.DeclineRecording(),
}
"""What follows the recorder's word."""


def _parse_worded_command(slash: str, word: str, tail: str, context: Context) -> Intent | Refusal:
    """A command that words follow."""
    match slash:
        case "note":
            return do.TakeNote(tail.lstrip(" ")) if tail.strip() else Refusal("empty_note")
        case "reflect":
            return (
                do.TakeNote(tail.lstrip(" "), "reflexive")
                if tail.strip()
                else Refusal("empty_reflexive", {"word": word})
            )
        case "find":
            return _search(tail.strip(), context)
        case "tick":
            return _tick(tail)
        case "back" | "met" | "drop":
            return _fate(slash, word, tail)
        case "comment":
            return do.TakeComment(tail.lstrip(" ")) if tail.strip() else Refusal("empty_comment")
        case "say":
            return _utterance(tail)
        case "shift":
            shift = shift_of(tail)
            return Refusal("which_shift") if shift is None else do.ShiftRecording(shift.seconds, shift.number)
        case _:
            return _like_prefix(slash, tail, context)


def _like_prefix(word: str, tail: str, context: Context) -> Intent | Refusal:
    """The slash words that say in letters what a prefix says in one sign."""
    match word:
        case "covered":
            return _parse_cover(tail, context)
        case "skip":
            return _skip(tail, context)
        case "decline":
            return _decline(tail, context)
        case "at":
            return _at(tail)
        case "ago":
            return _ago(tail.strip()) or Refusal("how_long_ago")
        case "quote" | "topic":
            said = _whole_quote(tail.strip()) if word == "quote" else None
            return _note_of(tail, word) if said is None else _note_in_words(said, "quote")
        case "followup":
            return _follow_up(tail)
        case _:
            return (
                _concept(tail, context)
                if tail.strip()
                else Refusal("which_concept", {"known": _list_concepts(context)})
            )


def _tick(tail: str) -> Intent | Refusal:
    word = tail.strip()
    return show.TickPlace(int(word)) if word.isdecimal() and len(word) < 3 else Refusal("which_point")


def _fate(slash: Literal["back", "met", "drop"], word: str, tail: str) -> Intent | Refusal:
    number, _, reason = tail.strip().partition(" ")
    number = number.removeprefix(signs.FOLLOW_UP)
    if not number:
        return show.ShowCard("parked")
    if not number.isdecimal() or len(number) > 6:
        return Refusal("which_follow_up", {"word": word})
    match slash:
        case "back":
            return do.ReturnTo(int(number))
        case "met":
            return do.CallMet(int(number))
        case "drop":
            return do.Drop(int(number), reason.strip())


def _without_closing(said: str, opening: str = '"') -> str:
    """What follows an opening mark, without the mark at its end that closes it; any other mark stays as written."""
    bare, closing = said.rstrip(), _CLOSING[opening]
    if not bare.endswith(closing):
        return said
    depth, last = 1, len(bare) - 1
    for place, sign in enumerate(bare):
        if sign not in (opening, closing):
            continue
        straight = opening == closing and place < last and (place == 0 or bare[place - 1] in _OPENS_AFTER)
        depth += 1 if straight or (opening != closing and sign == opening) else -1
        if depth == 0 and place < last:
            return said  # closed before: the mark at the end belongs to something else
    return bare[:-1] if depth == 0 else said


def _whole_quote(text: str) -> str | None:
    """What stands between two marks that enclose all of a text; None where there are no such two."""
    if text[:1] not in _CLOSING:
        return None
    said = _without_closing(text[1:], text[0])
    return said if said != text[1:] else None
