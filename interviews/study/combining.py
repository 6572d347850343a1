"""Two note-takers' logs of one interview, combined into one.

Both sat at the same talk, each with a program of their own. The new log has every act of both, each with its hand
(``by``), on the time of the first; the logs that it was combined of stay as they are on the disk, and count no more.

What an act says is never weighed against what the other hand says: a judgement counts as the last one always does.
Only what was one thing in the room is counted once: that a question was asked, a concept explained, an example given on
one side, or that the informant wished to stop. How the talk went (sittings, pauses, the recorder, its end) is told by
one hand, for nobody paused it twice; the other's records of it stand ``aside``.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from guide.frozen import Value
from guide.schema import QUESTION_KEYS
from guide.serialize import questions_in
from interviews.core.clock import iso, seconds_between
from interviews.core.codec import encode
from interviews.core.events import (
    Aside,
    Asked,
    Cleared,
    Combined,
    Continued,
    Covered,
    Declined,
    Ended,
    Event,
    Explained,
    Handled,
    Heard,
    Merged,
    Noted,
    OffsetSource,
    Paused,
    Raised,
    RecordingDeclined,
    RecordingShifted,
    RecordingStarted,
    RecordingStopped,
    Released,
    Resumed,
    Retimed,
    Seconded,
    Sided,
    Skipped,
    Started,
    Stopped,
    Undone,
    Unmarked,
    Withheld,
)
from interviews.core.notes import notes
from interviews.core.state import Interview, replay
from interviews.study.placement import may_be_counted, rename_ids
from interviews.study.previous_interviews import median
from interviews.study.question_matching import match_questions

SAME = 60.0
"""Seconds within which two hands mean the same asking, explaining or example: nobody marks at the very moment."""

_ENOUGH = 3
"""Questions that both must have marked for their moments to tell how two logs lie."""

_RECORDER = (RecordingStarted, RecordingStopped, RecordingDeclined, RecordingShifted)
_PAUSES = (Paused, Continued)
_COURSE = (Resumed, Ended, Heard, *_PAUSES, *_RECORDER)
"""What is told by one hand."""


NAMING = ("id", "serves", "leans_on", "alone", "concepts")
"""Keys of a question that name something of its guide, or mean nothing without one that does (``alone``)."""
_KEPT = QUESTION_KEYS.keys() - set(NAMING)


class Hand(Value):
    """One log that is combined: its ``name``, whose it is, what it holds, and how much later it lies than the first."""

    name: str
    by: str
    events: tuple[Event, ...]
    later: float = 0.0
    how: OffsetSource = "main"


class Offset(Value):
    """By how many seconds a second log's moments lie later on the first one's time, and how that is known."""

    later: float
    how: OffsetSource


def find_offset(first: Sequence[Event], second: Sequence[Event]) -> Offset | None:
    """How a second log lies, by a mark that both have, else by the computers' clocks; None where nothing tells."""
    one, other = replay(first), replay(second)
    starts = [next((act for act in each.events() if isinstance(act, RecordingStarted)), None) for each in (one, other)]
    if starts[0] is not None and starts[1] is not None:
        return Offset(round(starts[0].t - starts[1].t, 3), "recorder")
    walls = (one.started.wall, other.started.wall)
    if all(":" in wall for wall in walls):
        between = seconds_between(walls[0], datetime.fromisoformat(walls[1]).astimezone())
        if between is not None:
            return Offset(round(between - other.started.t + one.started.t, 3), "wall")
    apart = _apart(one, other)
    return Offset(round(-median(apart), 3), "asked") if len(apart) >= _ENOUGH else None


def seconds_apart(first: Sequence[Event], second: Sequence[Event], later: float) -> tuple[float, int]:
    """How far apart both marked the questions that both did, in the middle, and of how many: for somebody to judge."""
    apart = _apart(replay(first), replay(second))
    return (round(median(apart) + later, 3), len(apart)) if apart else (0.0, 0)


def _apart(one: Interview, other: Interview) -> list[float]:
    asked = [
        {act.question: act.t for act in reversed([*each.events()]) if isinstance(act, Asked)} for each in (one, other)
    ]
    return [t - asked[0][question] for question, t in asked[1].items() if question in asked[0]]


class _ActInOrder(NamedTuple):
    """A record on its way into the new log: whose, and whether it counts there as it did."""

    hand: int
    event: Event
    counts: bool


class Joined(NamedTuple):
    """A copy of the guide that has every question of both, and the ids in it of the second one's questions."""

    guide: Mapping[str, Any]
    names: Mapping[str, str]


def combine(hands: Sequence[Hand], nonce: str = "") -> tuple[Event, ...]:
    """The new log's events: the first log gives its time, its guide and, where it has any, its marks of the talk.

    ``nonce`` tells it from the others in a study that stays anonymous.
    """
    return tuple(_Combining(hands, nonce).events())


class _Combining:
    """Puts the records of several logs into one, with new numbers."""

    def __init__(self, hands: Sequence[Hand], nonce: str) -> None:
        self._hands = hands
        self._nonce = nonce
        self._interviews = [replay(hand.events) for hand in hands]
        every = [(hand, one) for hand in hands for one in (hand.events[0], *_records(hand, None))]
        self._lift = max([0.0, *(-(hand.later + one.t) for hand, one in every)])
        self._seqs: list[dict[int, int]] = [{} for _ in hands]
        self._numbers: list[dict[int, int]] = [{} for _ in hands]
        self._raised = 0
        self._next = 0
        self._withheld_by: set[int] = set()
        self._said: dict[tuple[object, ...], list[tuple[int, float, int, set[int]]]] = {}
        """By what is said: who said it so that it counts, when, its new number, and who has seconded it."""
        self._ends = self._last_end()

    def events(self) -> Iterator[Event]:
        main = self._hands[0]
        guide: Mapping[str, Any] = self._interviews[0].started.guide
        names: list[Mapping[str, str]] = [{}]
        for one in self._interviews[1:]:
            joined = join_guides(self._interviews[0], guide, one)
            guide = joined.guide
            names.append(joined.names)
        yield self._start(guide)
        for hand, one in zip(self._hands, self._interviews, strict=True):
            yield self._told(
                Combined(
                    seq=0,
                    t=self._moment(hand, one.started.t),
                    by=hand.by,
                    log=hand.name,
                    records=len(hand.events),
                    how=hand.how if hand is not main else "main",
                    wall=one.started.wall,
                    nonce=one.started.nonce,
                )
            )
        for record in self._in_order():
            made = self._made(record, names[record.hand])
            if made is not None:
                yield made

    def _start(self, guide: Mapping[str, Any]) -> Started:
        """The first line: the first log's, put back to where the one begins that began before it."""
        started, lift = self._interviews[0].started, self._lift
        names = dict.fromkeys(
            name for hand, one in zip(self._hands, self._interviews, strict=True) for name in _names_in(hand, one)
        )
        clock = round(started.clock - lift, 3)
        known = started.boot and clock > 0
        self._next = 1
        return started.but(
            seq=0,
            guide=guide,
            combined=tuple(names),
            nonce=self._nonce if started.nonce else "",
            wall=_earlier(started.wall, lift),
            boot=started.boot if known else "",
            clock=clock if known else 0.0,
            pilot=next((one.started.pilot for one in self._interviews if one.started.pilot), ""),
        )

    def _moment(self, hand: Hand, t: float) -> float:
        return max(round(t + hand.later + self._lift, 3), 0.0)

    def _last_end(self) -> tuple[int, Event] | None:
        """Whose end is the talk's: the later one."""
        ends = [(place, one.ended) for place, one in enumerate(self._interviews)]
        there = [(place, end) for place, end in ends if end is not None]
        return max(there, key=lambda one: self._moment(self._hands[one[0]], one[1].t), default=None)

    def _in_order(self) -> list[_ActInOrder]:
        """All records, those after the end last, each hand's in its own order, else by their moments."""
        talkers = self._talkers()
        found: list[tuple[bool, float, _ActInOrder]] = []
        for place, (hand, interview) in enumerate(zip(self._hands, self._interviews, strict=True)):
            late, latest = False, 0.0
            for event in _records(hand, interview):
                if isinstance(event, Ended) and interview.ended is event:
                    counts = self._ends is not None and self._ends[0] == place
                    moment = float("inf") if counts else max(latest, self._moment(hand, event.t))
                    found.append((late, moment, _ActInOrder(place, event, counts)))
                    late, latest = True, 0.0
                    continue
                latest = max(latest, self._moment(hand, event.t))
                found.append((late, latest, _ActInOrder(place, event, self._counts(place, event, talkers))))
        return [record for *_, record in sorted(found, key=lambda one: one[:2])]

    def _talkers(self) -> dict[type[Event], int]:
        """By a kind of mark of the talk the hand that tells of it: the first that has any of its kind."""
        found: dict[type[Event], int] = {Resumed: 0}
        for kinds, sign in ((_RECORDER, RecordingStarted), (_RECORDER, RecordingDeclined), (_PAUSES, Paused)):
            for place, one in enumerate(self._interviews):
                if one.last(sign) is not None:
                    for kind in kinds:
                        found.setdefault(kind, place)
        heard = next((place for place, one in enumerate(self._interviews) if one.last(Heard) is not None), 0)
        return {**found, Heard: heard}

    def _counts(self, place: int, event: Event, talkers: Mapping[type[Event], int]) -> bool:
        """Whether a record counts in the new log as it did in its own."""
        if isinstance(event, Undone):
            of = next((one for one in self._hands[place].events if one.seq == event.act), None)
            return of is None or self._counts(place, of, talkers)
        return not isinstance(event, _COURSE) or talkers.get(type(event), 0) == place

    def _made(self, record: _ActInOrder, names: Mapping[str, str]) -> Event | None:
        """What a record becomes; nothing for a mark of the talk that was taken back, and is told by another hand."""
        place, event = record.hand, record.event
        hand, interview = self._hands[place], self._interviews[place]
        by, t = event.by or hand.by, self._moment(hand, event.t)
        in_force = event.seq in interview.acts
        if isinstance(event, Combined | Seconded | Aside):
            return self._told(self._resolve(event.but(t=t, by=by), place), event, place)
        if not record.counts:
            return self._aside(event, place, by, t) if in_force and not isinstance(event, Undone) else None
        if in_force and isinstance(event, Released) and len(self._withheld_by - {place}):
            self._withheld_by.discard(place)
            return self._aside(event, place, by, t)  # the other hand still keeps it off the record
        if in_force and isinstance(event, Withheld | Released):
            (self._withheld_by.add if isinstance(event, Withheld) else self._withheld_by.discard)(place)
        plain = rename_ids(event, names) if names else event
        again = self._said_again(plain, place, t) if in_force else None
        if again is not None:
            self._seqs[place][event.seq] = again
            return self._told(Seconded(seq=0, t=t, by=by, act=again))
        changes: dict[str, Any] = {"t": t, "by": by}
        if isinstance(plain, Retimed):
            changes["at"] = self._moment(hand, plain.at)
        if getattr(plain, "torn", ""):
            changes["torn"] = ""
        number = getattr(plain, "follow_up", None)
        if number is not None:
            changes["follow_up"] = self._number(place, number, new=isinstance(plain, Noted | Raised))
        return self._told(self._resolve(plain.but(**changes), place), event, place)

    def _said_again(self, event: Event, place: int, t: float) -> int | None:
        """The number of another hand's act that says the same of the same moment; else this one is remembered."""
        match event:
            case Asked():
                what: tuple[object, ...] = (Asked, event.question)
            case Sided():
                what = (Sided, event.question, event.side)
            case Explained():
                what = (Explained, event.concept)
            case Stopped():
                what = (Stopped,)
            case _:
                return None
        there = self._said.setdefault(what, [])
        for who, when, seq, seconds in reversed(there):
            near = isinstance(event, Stopped) or abs(t - when) <= SAME
            if who != place and near and place not in seconds:
                seconds.add(place)
                return seq
        there.append((place, t, self._next, set()))
        return None

    def _number(self, place: int, number: int, *, new: bool) -> int:
        """A follow-up's number here: one for each of every hand, in the order in which they were raised."""
        known = self._numbers[place]
        if new or number not in known:
            self._raised += 1
            known[number] = self._raised
        return known[number]

    def _resolve(self, event: Event, place: int) -> Event:
        """The event with every reference to what it means here; one to nothing means itself, which is nothing."""
        known, changes = self._seqs[place], dict[str, Any]()
        for name in ("note", "act"):
            seq = getattr(event, name, None)
            if isinstance(seq, int):
                changes[name] = known.get(seq, self._next)
        if isinstance(event, Handled):
            changes["acts"] = tuple(known.get(seq, self._next) for seq in event.acts)
        if isinstance(event, Cleared):
            changes["notes"] = tuple(known.get(seq, self._next) for seq in event.notes)
        return event.but(**changes) if changes else event

    def _aside(self, event: Event, place: int, by: str, t: float) -> Event:
        bare = event.but(torn="") if getattr(event, "torn", "") else event
        return self._told(Aside(seq=0, t=t, by=by, event=json.loads(encode(bare))), event, place)

    def _told(self, made: Event, event: Event | None = None, place: int = 0) -> Event:
        """The event with its number, which is that of the record here."""
        seq, self._next = self._next, self._next + 1
        if event is not None:
            self._seqs[place][event.seq] = seq
        return made.but(seq=seq)


def _records(hand: Hand, interview: Interview | None) -> Sequence[Event]:
    """What a log holds behind its first line; of one that had taken over from copies what counts in it."""
    if any(isinstance(event, Merged) for event in hand.events):
        acts = (replay(hand.events) if interview is None else interview).acts.values()
        return [act for act in acts if act.type and not isinstance(act, Started)]
    return hand.events[1:]


def _names_in(hand: Hand, interview: Interview) -> Iterator[str]:
    yield from interview.started.combined
    yield hand.name


def _earlier(wall: str, seconds: float) -> str:
    """A wall clock so much earlier; one that was made coarser stays."""
    if not seconds or ":" not in wall:
        return wall
    try:
        return iso(datetime.fromisoformat(wall) - timedelta(seconds=seconds))
    except (ValueError, OverflowError):
        return wall


def join_guides(main: Interview, guide: Mapping[str, Any], other: Interview) -> Joined:
    """A copy of the guide with the questions that only the other interview's copy has, under ids that are free."""
    if dict(other.started.guide) == dict(guide):
        return Joined(guide, {})
    copy: dict[str, Any] = json.loads(json.dumps(guide))
    mine, theirs = main.copy, other.copy
    matched = match_questions(theirs, mine, may_be_counted(theirs))
    taken = {str(one.get("id", "")).casefold() for one in questions_in(copy)} | {
        target.id.casefold() for target in (*mine.targets, *theirs.targets)
    }
    texts = {str(one.get("id", "")): one for one in questions_in(json.loads(json.dumps(other.started.guide)))}
    targets = {target.id for target in mine.targets}
    names: dict[str, str] = {}
    added: list[dict[str, Any]] = []
    for question in theirs.questions:
        if question.id in matched:
            names[question.id] = matched[question.id]
            continue
        id = _free_id(question.id, taken)
        taken.add(id.casefold())
        names[question.id] = id
        told = {name: value for name, value in texts.get(question.id, {"ask": question.ask}).items() if name in _KEPT}
        serves = [one for one in question.serves if one in targets]
        added.append({"id": id, **told, **({"serves": serves} if serves else {})})
    if added:
        copy.setdefault("sections", []).append({"title": theirs.title or "", "questions": added})
    return Joined(copy if added else guide, {own: id for own, id in names.items() if own != id})


def _free_id(id: str, taken: set[str]) -> str:
    number, found = 2, id
    while found.casefold() in taken:
        tail = f"_{number}"
        number, found = number + 1, f"{id[: 8 - len(tail)]}{tail}"
    return found


# What the hands have in common.


class Agreement(Value):
    """For each question which hands marked it as asked and as covered, and how many notes each wrote about it.

    ``logs`` are the names of those that were combined.
    """

    logs: tuple[str, ...]
    hands: tuple[str, ...]
    asked: Mapping[str, tuple[str, ...]]
    covered: Mapping[str, tuple[str, ...]]
    notes: Mapping[str, Mapping[str, int]]

    def count(self, marked: Mapping[str, tuple[str, ...]]) -> tuple[int, Mapping[str, int], int]:
        """Of the questions: how many every hand marked, how many one hand alone, by it, and how many no hand did."""
        every = sum(1 for by in marked.values() if len(by) == len(self.hands))
        alone = Counter(by[0] for by in marked.values() if len(by) == 1)
        return every, {hand: alone[hand] for hand in self.hands}, sum(1 for by in marked.values() if not by)


def hands_of(interview: Interview) -> tuple[str, ...]:
    """Whose logs an interview was combined of, in their order; none where it was not."""
    if not interview.started.combined:
        return ()
    told = (act.by for act in interview.events() if act.by)
    return tuple(dict.fromkeys(told))


def agreement(interview: Interview) -> Agreement | None:
    """What each hand marked and wrote, question by question; None where no logs were combined.

    A hand's own last judgement says whether it has a question as covered. Reflexive notes are about nobody's agreement.
    """
    hands = hands_of(interview)
    if len(hands) < 2:
        return None
    ids = [question.id for question in interview.guide.questions]
    asked, covered, noted = ({hand: Counter[str]() for hand in hands} for _ in range(3))
    for act in interview.events():
        if act.by not in asked:
            continue
        meant = interview.acts.get(act.act) if isinstance(act, Seconded) else act
        match meant:
            case Asked(question=question):
                asked[act.by][question] += 1
            case Covered(questions=questions):
                covered[act.by].update(dict.fromkeys(questions, 1))
            case Skipped(questions=questions) | Declined(questions=questions) | Unmarked(questions=questions):
                for question in questions:
                    covered[act.by].pop(question, None)
            case _:
                pass
    for note in notes(interview):
        if note.by in noted and note.counts and note.kind != "reflexive":
            noted[note.by].update(dict.fromkeys(note.about, 1))
    return Agreement(
        interview.started.combined,
        hands,
        {id: tuple(hand for hand in hands if asked[hand][id]) for id in ids},
        {id: tuple(hand for hand in hands if covered[hand][id]) for id in ids},
        {id: {hand: noted[hand][id] for hand in hands} for id in ids},
    )
