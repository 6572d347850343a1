"""The state of an interview.

The acts in force, folded from the events one by one.

Everything shown or counted is a pure function of these acts, so an undo is nothing but an act taken out, and
replaying a log gives the live state back.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import Any, TypeVar

from guide.model import Guide
from guide.serialize import guide_from_copy
from interviews.core.corrections import CORRECTIONS, Superseded, settle
from interviews.core.events import (
    BESIDE,
    NO_ACTS,
    Asked,
    Draft,
    Ended,
    Event,
    Merged,
    Noted,
    Raised,
    Reopened,
    Resumed,
    Sitting,
    Started,
    Undone,
)
from interviews.core.merged_acts import Merges, take_over

_LAST_WORD = [0, 2]


def is_earlier(program: str) -> bool:
    """Whether a log was begun by a program before 0.2.0, or by one that did not say."""
    return [int(number) for number in re.findall(r"\d+", program)[:2]] < _LAST_WORD


class NoInterviewError(Exception):
    """A log tells of no interview: its start or its copy of the guide is missing."""


Result = TypeVar("Result")
Kind = TypeVar("Kind", bound=Event)


@dataclass
class Interview:
    """One interview. Only ``apply`` changes it; everybody else reads.

    ``code`` names it: its log's name without ending, such as I1-2; the participant alone where there is no log yet.
    ``acts`` holds the acts in force and the sittings by ``seq``, in that order. ``t`` is the latest moment of any
    event, in seconds. ``follow_ups`` counts the follow-ups ever raised, undone ones too, so no number is given twice.
    Where the informant had words corrected the acts have those; ``originals`` keeps what stood there, for an undo.
    """

    started: Started
    guide: Guide
    acts: dict[int, Event] = field(default_factory=dict)
    next_seq: int = 1
    t: float = 0.0
    follow_ups: int = 0
    merges: Merges = field(default_factory=Merges)
    held_with: Guide | None = None
    originals: dict[int, Event] = field(default_factory=dict)
    code: str = field(default="", compare=False)
    _worked_out: dict[object, Any] = field(default_factory=dict, init=False, compare=False, repr=False)
    _made: dict[str, dict[int, tuple[Any, Any]]] = field(default_factory=dict, init=False, compare=False, repr=False)
    _last: "_LastActs | None" = field(default=None, init=False, compare=False, repr=False)
    _asked: list[Asked] | None = field(default=None, init=False, compare=False, repr=False)

    @property
    def copy(self) -> Guide:
        """The guide as the log has it, where ``guide`` has its questions under other ids."""
        return self.guide if self.held_with is None else self.held_with

    @property
    def anonymous(self) -> bool:
        """Whether it was begun in a study that stays anonymous; a start whose guide was lost still has its nonce."""
        return self.copy.anonymous or bool(self.started.nonce)

    def remember(self, name: str, work: Callable[[], Result]) -> Result:
        """What ``work`` comes to, worked out once between two events: screens ask for the same at every key."""
        if name not in self._worked_out:
            self._worked_out[name] = work()
        result: Result = self._worked_out[name]
        return result

    def memo(self, name: str) -> dict[int, tuple[Any, Any]]:
        """What was made of single things before, by ``seq``, each beside the very thing that it was made of.

        It outlives events, for of a hundred thousand notes each act changes one.
        """
        return self._made.setdefault(name, {})

    def forget(self) -> None:
        """Work everything out anew: the acts are no longer those that they were."""
        self._worked_out.clear()
        self._last = self._asked = None

    @property
    def ended(self) -> Ended | None:
        """The end, once the debriefing was closed."""
        return self.last(Ended)

    def last(self, *kinds: type[Kind]) -> Kind | None:
        """The last act in force of one of these kinds."""
        if kinds not in self._worked_out:
            if self._last is None:
                self._last = _LastActs(self.acts.values())
            self._worked_out[kinds] = self._last.of(*kinds)
        found: Kind | None = self._worked_out[kinds]
        return found

    @property
    def last_wall(self) -> str:
        """The date and time of the last event, to the minute, as far as the log still tells them."""
        sitting = next(act for act in reversed(self.acts.values()) if isinstance(act, Sitting))
        try:
            moment = datetime.fromisoformat(sitting.wall) + timedelta(seconds=self.t - sitting.t)
        except (ValueError, OverflowError):
            return sitting.wall
        return moment.strftime("%Y-%m-%d %H:%M")

    @property
    def hand(self) -> str | None:
        """The id of the question in hand: the last one asked, until another is."""
        asked = self.last(Asked)
        return None if asked is None else asked.question

    def hand_at(self, t: float) -> str | None:
        """The question in hand at a moment (seconds into the interview), or None before the first."""
        if self._asked is None:
            self._asked = [act for act in self.acts.values() if isinstance(act, Asked)]
        for act in reversed(self._asked):
            if act.t <= t:
                return act.question
        return None

    def last_act(self) -> Event | None:
        """The act that an undo would take back; None when there is none since the start, or since it was reopened."""
        for act in reversed(self.acts.values()):
            if isinstance(act, Reopened):
                return None
            if not isinstance(act, (*NO_ACTS, Superseded)):
                return act
        return None

    @property
    def draft(self) -> Draft | None:
        """What stood on the input line when the program was last told to end, if nothing was done since."""
        for act in reversed(self.acts.values()):
            if not isinstance(act, Resumed | Reopened):
                return act if isinstance(act, Draft) else None
        return None

    def events(self) -> Iterator[Event]:
        """The events in force, in the log's order."""
        return iter(self.acts.values())

    def events_but_notes(self) -> list[Event]:
        """The same without notes: most that is worked out asks for marks alone, and nine events in ten are notes."""
        return self.remember("but notes", lambda: [act for act in self.acts.values() if type(act) is not Noted])

    def enact(self, event: Event) -> None:
        """Put an event in force, or take out of force what it undoes; only ``apply`` does."""
        if isinstance(event, Undone):
            if not isinstance(self.acts.get(event.act), NO_ACTS):
                undone = self.acts.pop(event.act, None)
                self._worked_out.clear()
                if undone is not None and self._last is not None and self._last.of(type(undone)) is undone:
                    self._last = self._last.without(self.acts.values())
                if isinstance(undone, Asked):
                    self._asked = None
                if isinstance(undone, CORRECTIONS) or isinstance(self.originals.get(event.act), CORRECTIONS):
                    self.settle()
                elif event.act in self.originals:
                    self.originals = {seq: act for seq, act in self.originals.items() if seq != event.act}
            return
        if event.seq in self.acts:
            self.forget()
        self.acts[event.seq] = event
        # What is known of the last acts stays true without going through a hundred thousand at each.
        self._worked_out.clear()
        if self._last is not None:
            self._last.add(event)
        if self._asked is not None and isinstance(event, Asked):
            self._asked.append(event)
        if isinstance(event, CORRECTIONS):
            self.settle()
        if isinstance(event, _NUMBERED) and event.follow_up is not None:
            self.follow_ups = max(self.follow_ups, event.follow_up)

    def settle(self) -> None:
        """Let every correction that is in force take the place of what stands before it."""
        self.originals = settle(self.acts, self.originals)
        self.forget()


class _LastActs:
    """The last act of each kind, as far as it was asked for; acts that come after are added."""

    def __init__(self, acts: Iterable[Event], absent: Iterable[type[Event]] = ()) -> None:
        self._absent = {*absent}
        """Kinds that all acts were gone through for, and none is of them."""
        self._added: dict[type[Event], Event] = {}
        """The latest last."""
        self._seen: dict[type[Event], Event] = {}
        """The latest first, all of them before those that were added."""
        self._unseen = reversed(list(acts))

    def add(self, act: Event) -> None:
        """An act after all others."""
        self._added.pop(type(act), None)
        self._added[type(act)] = act
        if self._absent:
            self._absent.difference_update(type(act).__mro__)

    def without(self, acts: Iterable[Event]) -> "_LastActs":
        """The same of these acts, of which one is gone: a kind that none was of has none now either."""
        return _LastActs(acts, self._absent)

    def of(self, *kinds: type[Kind]) -> Kind | None:
        """The last act of one of these kinds; no act is gone through twice, and none before it is asked for."""
        for act in reversed(self._added.values()):
            if isinstance(act, kinds):
                return act
        for act in self._seen.values():
            if isinstance(act, kinds):
                return act
        if self._absent.issuperset(kinds):
            return None
        for act in self._unseen:
            if type(act) not in self._seen:
                self._seen[type(act)] = act
                if isinstance(act, kinds):
                    return act
        self._absent.update(kinds)
        return None


_NUMBERED = (Noted, Raised)
"""What raises a follow-up, with its number."""


def code_of(path: PurePath) -> str:
    """An interview's code: the name of its log, without the ending."""
    return path.name.removesuffix(".jsonl").removesuffix(".locked")


def begin(started: Started, guide: Guide | None = None) -> Interview:
    """An interview of which only the start is known.

    Raises:
        NoInterviewError: the copy of the guide in ``started`` cannot be read.
    """
    copy = guide if guide is not None else guide_from_copy(started.guide, earlier=is_earlier(started.program))
    if copy is None:
        raise NoInterviewError("the log's copy of the guide cannot be read")
    acts: dict[int, Event] = {started.seq: started}
    return Interview(started, copy, acts, started.seq + 1, started.t, code=started.participant)


def apply(interview: Interview, event: Event) -> Interview:
    """The interview after one more event; the same object, brought forward."""
    if isinstance(event, Merged):
        take_over(interview, event)
        interview.forget()
    else:
        interview.merges.own.append(event)
        interview.enact(event)
        interview.t = max(interview.t, event.t)
    if event.seq < BESIDE:
        interview.next_seq = event.seq + 1
    return interview


def replay(events: Iterable[Event], guide: Guide | None = None) -> Interview:
    """The interview that a log's events tell of.

    Raises:
        NoInterviewError: the first event is no start, or its copy of the guide cannot be read.
    """
    stream = iter(events)
    started = next(stream, None)
    if not isinstance(started, Started):
        raise NoInterviewError("a log begins with its start")
    interview = begin(started, guide)
    acts, own, t, last = interview.acts, interview.merges.own, interview.t, started.seq
    for event in stream:
        if type(event) in _MORE_THAN_ACTS or event.seq >= BESIDE or getattr(event, "follow_up", None) is not None:
            interview.t, interview.next_seq = t, last + 1
            apply(interview, event)
            t, last = interview.t, interview.next_seq - 1
        else:  # what apply does with it
            own.append(event)
            acts[event.seq] = event
            last = event.seq
            t = max(t, event.t)
    interview.t, interview.next_seq = t, last + 1
    interview.forget()
    return interview


_MORE_THAN_ACTS = frozenset({Merged, Undone, *CORRECTIONS})
"""Events that do more than stand among the acts; one with a follow-up may count it."""
