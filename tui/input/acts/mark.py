"""Actions of coverage.

Covered, left out, declined, both sides, points ticked.
"""

import re
from typing import TYPE_CHECKING

from interviews.core import commands as do
from interviews.core.events import Refusal
from tui.input import cards
from tui.input import screen_commands as show
from tui.input.action import Action
from tui.input.acts.note import ago_said
from tui.input.cards import next_mark, probes_in_hand
from tui.input.context import SEPARATORS, Context, begins_with_id, ids_first, unknown_question
from tui.input.screen_commands import Intent
from tui.sentences.code_names import DEPTH_NAMES, SIDE_NAMES
from tui.time_format import reads_as_time
from tui.translator import N_, Translator

if TYPE_CHECKING:
    from tui.live.action_runner import ActionRunner
    from tui.live.view_state import ViewState


_DECLINE = re.compile(r"[xX](?:\s+|$)")
_DEPTHS = ("1", "2", "3")
_NONE = "0"

_TAKE_OFF = {
    "covered": N_("take covered off: {ids}"),
    "skipped": N_("take skipped off: {ids}"),
}


_WAS = {
    "skipped": N_("was skipped"),
    "declined": N_("was declined"),
    "covered": N_("was covered"),
}


_TICK = {
    "done": N_("tick {places}"),
    "not_needed": N_("not needed {places}"),
    "open": N_("take the tick off {places}"),
}


def _parse_cover(rest: str, context: Context) -> do.MarkCovered | do.Unmark | Refusal:
    """Ids first, in any case, then the depth, where 0 takes the mark off; an unknown id refuses the whole line."""
    words = [word for word in SEPARATORS.split(rest) if word]
    depth = int(words.pop()) if words and words[-1] in (*_DEPTHS, _NONE) else None
    ids = []
    for word in words:
        question = context.guide.question(word)
        if question is None:
            return Refusal("which_depth") if word.isdecimal() else unknown_question(word, context)
        ids.append(question.id)
    if not ids and not context.together and context.hand is None:
        return Refusal("nothing_in_hand")
    if depth == 0:
        return do.Unmark(tuple(ids))
    return do.MarkCovered(tuple(ids) or context.together, depth)


def _minus(rest: str, context: Context) -> Intent | Refusal:
    """A span of time first, but for an id; whatever reads as a time never leaves a question out."""
    after, declined = rest.lstrip(), _DECLINE.match(rest)
    if declined:
        return _decline(rest[declined.end() :], context)
    if not begins_with_id(after, context.guide):
        ago = ago_said(after)
        if ago is not None:
            return Refusal("ago_afterwards") if context.afterwards else ago
        if reads_as_time(after):
            return Refusal("ago_afterwards" if context.afterwards else "which_time")
    return _skip(rest, context)


def _skip(rest: str, context: Context) -> do.Skip | Refusal:
    named = ids_first(rest, context)
    return named if isinstance(named, Refusal) else do.Skip(*named)


def _decline(rest: str, context: Context) -> do.Decline | Refusal:
    named = ids_first(rest, context)
    return named if isinstance(named, Refusal) else do.Decline(*named)


def _tick(tail: str) -> Intent | Refusal:
    word = tail.strip()
    return show.TickPlace(int(word)) if word.isdecimal() and len(word) < 3 else Refusal("which_point")


def _judgement(meaning: Intent, context: Context, _: Translator) -> str:
    """What would be judged, and what that would take the place of."""
    match meaning:
        case do.MarkCovered(questions=ids, depth=depth):
            was = _was("covered", ids, context, _)
            if depth is None:
                return _("mark covered: {ids}{was}", ids=_ids(ids, context), was=was)
            return _("mark covered: {ids}, {depth}{was}", ids=_ids(ids, context), depth=_(DEPTH_NAMES[depth]), was=was)
        case do.Skip(questions=ids):
            return _("skip {ids}{was}, reason …", ids=_ids(ids, context), was=_was("skipped", ids, context, _))
        case do.Decline(questions=ids):
            return _("mark declined: {ids}{was}", ids=_ids(ids, context), was=_was("declined", ids, context, _))
        case do.Unmark(questions=ids):
            return _take_off(ids, context, _)
        case _:
            return _("Covered")


def _ticks(places: tuple[int, ...], context: Context, _: Translator) -> str:
    """Which probes would be ticked, which would be not needed, and whose tick would be taken away."""
    marked: dict[str, list[str]] = {}
    for place in places:
        marked.setdefault(next_mark(context.probes()[place]), []).append(f"{place}")
    told = ", ".join(_(_TICK[mark], places=" ".join(those)) for mark, those in marked.items())
    return f"{context.hand}: {told}"


def _ids(ids: tuple[str, ...], context: Context) -> str:
    return " ".join(_ids_meant(ids, context))


def _ids_meant(ids: tuple[str, ...], context: Context) -> list[str]:
    named = [context.guide.question(id) for id in ids]
    return [question.id for question in named if question] or ([context.hand] if context.hand else [])


def _was(judgement: str, ids: tuple[str, ...], context: Context, _: Translator) -> str:
    """What the judgement would take the place of: a question judged otherwise until now."""
    named, states = _ids_meant(ids, context), context.states()
    found: dict[str, list[str]] = {}
    for id in named:
        state = states[id].state if id in states else "untouched"
        if state in ("covered", "skipped", "declined") and state != judgement:
            found.setdefault(state, []).append(id)
    told = [_(_WAS[state]) + ("" if len(named) == 1 else f": {' '.join(those)}") for state, those in found.items()]
    return "".join(f", {one}" for one in told)


def _take_off(ids: tuple[str, ...], context: Context, _: Translator) -> str:
    """Which marks would be taken off, or why none would."""
    marked: dict[str, list[str]] = {}
    states = context.states()
    for id in _ids_meant(ids, context):
        state = states[id].state if id in states else "untouched"
        if state in ("covered", "skipped"):
            marked.setdefault(state, []).append(id)
    if marked:
        return ", ".join(_(_TAKE_OFF[state], ids=" ".join(those)) for state, those in marked.items())
    refused = [id for id in _ids_meant(ids, context) if id in states and states[id].declined_at is not None]
    code = "refusal_stays" if refused else "nothing_marked"
    return _.refusal(Refusal(code, {"id": " ".join(refused or _ids_meant(ids, context))}))


def _tell_side(meaning: Intent, context: Context, _: Translator) -> str:
    side = meaning if isinstance(meaning, do.MarkSide) else do.MarkSide("positive")
    return _("mark {side}: {id}", side=_(SIDE_NAMES[side.side]), id=side.question or context.hand or "")


def _tell_tick(meaning: Intent, context: Context, _: Translator) -> str:
    return _ticks(meaning.places, context, _) if isinstance(meaning, show.TickProbes) else _("Tick a point")


def _of_a_place(place: int, table: "ViewState", began: float | None) -> Refusal | None:
    """Why what stands in this place of what is open, or of the probes, cannot be taken."""
    card = table.card
    if card is None:
        return None if place in table.probes() else Refusal("no_card")
    if card.picks and not card.pilots:  # a follow-up keeps its number, whatever else is parked
        return table.session.refusal_of(do.ReturnTo(place), began)
    settles = table.mode.sorts and bool(card.points)
    if not (settles or card.name is not None or card.marks or card.pilots or card.clears):
        return Refusal("no_card")
    return None if 1 <= place <= len(card.points) else Refusal("unknown_point", {"point": str(place)})


def _refuse_tick(intent: Intent, table: "ViewState", began: float | None) -> Refusal | None:
    return _of_a_place(intent.place, table, began) if isinstance(intent, show.TickPlace) else None


def _run_tick(runner: "ActionRunner", intent: Intent, began: float | None) -> bool:
    if isinstance(intent, show.TickProbes):
        return tick_probes(runner, intent.places) == len(intent.places)
    return isinstance(intent, show.TickPlace) and _tick_place(runner, intent.place, by_line=began is not None)


def _tick_place(runner: "ActionRunner", place: int, *, by_line: bool = False) -> bool:
    """Tick a point that is seen; one out of sight is brought, and asked for once more by what asked for it."""
    card = runner.table.card
    numbered = [at for at, point in enumerate(card.points) if point.number == place] if card is not None else []
    at = numbered[0] if numbered else place - 1
    if card is not None and runner.table.leaf is None and _is_out_of_sight(runner, card, at):
        runner.sight.bring(at)
        runner.table.say(
            N_("Point {point} was out of sight; Enter once more ticks it.")
            if by_line
            else N_("Point {point} was out of sight; {point} again ticks it."),
            point=place,
        )
        return False
    if card is not None and card.pilots and runner.walk.jury is not None:
        return runner.walk.jury.pick(place)
    if card is not None and card.picks:  # a follow-up keeps its number, whatever else is parked
        return runner.act(do.ReturnTo(place))
    decided = runner.table.mode.digit(runner.walk, place)
    if decided is not None:
        return decided
    if card is None and place in runner.table.probes():
        return tick_probes(runner, (place,)) == 1
    return card is not None and runner.act(cards.command_of(card, card.points[place - 1]))


def _is_out_of_sight(runner: "ActionRunner", card: cards.Card, at: int) -> bool:
    """Whether a point is not on the screen, or was brought there too lately to be read."""
    what = card.title, at
    told, read = runner.attention.awaits("out_of_sight", what), runner.attention.confirms
    if not runner.sight.sees(at):
        read("out_of_sight", what)
        return True
    return told and not read("out_of_sight", what)


def tick_probes(runner: "ActionRunner", places: tuple[int, ...]) -> int:
    """Tick probes of the question in hand by their numbers; how many of them are on disk."""
    table = runner.table
    told = {one.place: one for one in probes_in_hand(table.interview)}
    for done, place in enumerate(places):
        if place not in told:
            table.refuse(Refusal("unknown_point", {"point": str(place)}))
            return done
        one = told[place]
        tick = do.Tick("probes", one.point.point, cards.next_mark(one.mark), table.interview.hand)
        if not runner.act(tick):
            return done
    return len(places)


ACTS: tuple[Action, ...] = (
    Action(
        "covered",
        N_("Covered"),
        N_("covered: +  ·  +b1 b2  ·  +b1 3 (1 mentioned, 2 described, 3 with an example, 0 off)"),
        "mark",
        "+",
        "covered",
        "dekket",
        prefix="+",
        takes=True,
        later=True,
        nn="dekt",
        parse=lambda tail, context, _: _parse_cover(tail, context),
        sign=lambda rest, context, _: _parse_cover(rest, context),
        tell=_judgement,
        makes=(do.MarkCovered, do.Unmark),
    ),
    Action(
        "skip",
        N_("Skip"),
        N_("you leave it out, perhaps with a reason"),
        "mark",
        "-",
        "skip",
        "utelat",
        prefix="-",
        takes=True,
        later=True,
        heard=("hopp",),
        parse=lambda tail, context, _: _skip(tail, context),
        sign=lambda rest, context, _: _minus(rest, context),
        tell=_judgement,
        makes=(do.Skip,),
    ),
    Action(
        "decline",
        N_("Declined"),
        N_("the informant would rather not answer"),
        "mark",
        "-x",
        "decline",
        "avstår",
        prefix="-x",
        takes=True,
        later=True,
        heard=("avslå",),
        parse=lambda tail, context, _: _decline(tail, context),
        tell=_judgement,
        makes=(do.Decline,),
    ),
    Action(
        "positive",
        N_("Positive"),
        N_("a positive experience was told, where both sides are asked for"),
        "mark",
        "/positive",
        "positive",
        "positiv",
        later=True,
        means=do.MarkSide("positive"),
        tell=_tell_side,
    ),
    Action(
        "negative",
        N_("Negative"),
        N_("a negative experience was told, where both sides are asked for"),
        "mark",
        "/negative",
        "negative",
        "negativ",
        later=True,
        means=do.MarkSide("negative"),
        tell=_tell_side,
    ),
    Action(
        "tick",
        N_("Tick a point"),
        N_("tick on an open card, else probes at Enter; again: not needed"),
        "mark",
        "1…9",
        "tick",
        "kryss",
        takes=True,
        later=True,
        parse=lambda tail, _context, _word: _tick(tail),
        tell=_tell_tick,
        refuse=_refuse_tick,
        run=_run_tick,
        makes=(show.TickPlace, show.TickProbes),
    ),
)
"""In the order of the help."""
