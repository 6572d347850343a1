"""An interview played again from its events.

A place counts the events that are told, from 1 (the start alone). The log's order is kept: where a note's ``t``
precedes its neighbours', it comes at their moment, and time never goes back. Only words are not told that the informant
had corrected: the interview is played with those that stand in their place.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

from guide.model import Guide
from interviews.core.corrections import CORRECTIONS, Superseded, with_words, words_of
from interviews.core.events import Aside, Combined, Draft, Edited, Event, Filled, Merged, Noted, Seconded, Tagged
from interviews.core.merged_acts import unwrap
from interviews.core.state import Interview, replay

SPEEDS = (1, 2, 5, 10, 30, 60, 120)
"""How many times faster than it went an interview can be played."""

USUAL_SPEED = 10

BEFORE_SKIP = 2.0
"""Real seconds without an act after which the rest of a silence is skipped."""

AFTER_SKIP = 1.0
"""Real seconds that are left of a skipped silence."""


class Tape:
    """The events of one log, with the moment at which each is told; ``code`` is the interview's own."""

    def __init__(self, events: Sequence[Event], guide: Guide, code: str = "") -> None:
        self._code = code
        self.events = _as_corrected(tuple(events), guide)
        self.guide = guide
        self.moments = tuple(accumulate((event.t for event in self.events), max))
        self.stops = tuple(
            place
            for place, event in enumerate(self.events, 1)
            if not isinstance(event, Draft | Combined | Seconded | Aside) or place == len(self.events)
        )

    @property
    def end(self) -> int:
        """The place at which everything is told."""
        return len(self.events)

    def interview(self, place: int) -> Interview:
        """The interview as it was when so many of its events had happened.

        Raises:
            NoInterviewError: the first event is no start.
        """
        interview = replay(self.events[:place], self.guide)
        interview.code = self._code or interview.code
        return interview


class Player:
    """Plays a tape; real seconds are given to it. It has the parts of a session that are looked at, and none to write.

    ``skipped`` counts the interview's seconds that were left out of the silence that is being played.
    """

    begun = True

    def __init__(self, tape: Tape, speed: int = USUAL_SPEED) -> None:
        self.tape = tape
        self.speed = speed
        self.playing = True
        self.skipped = self._waited = 0.0
        self._go_to(1)

    @property
    def now(self) -> float:
        """Seconds into the interview."""
        return self._t

    def running(self) -> float:
        """The same: a replay has no other clock."""
        return self._t

    @property
    def over(self) -> bool:
        """Whether everything is told."""
        return self.place == self.tape.end

    @property
    def last(self) -> Event:
        """The event that was told last."""
        return self.tape.events[self.place - 1]

    def advance(self, seconds: float) -> None:
        """Let so many real seconds pass; a long silence is played for a while, and then skipped."""
        if seconds <= 0:
            return
        while self.playing:
            if self.over:
                self.playing = False
                return
            ahead = self._ahead()
            rest = BEFORE_SKIP - self._waited
            step = min(seconds, ahead, rest) if rest > 0 else min(seconds, ahead)
            if step == ahead:
                self._go_to(self.place + 1)
            else:
                self._t += step * self.speed
                self._waited = BEFORE_SKIP if step == rest else self._waited + step
                if step == seconds:
                    return
            seconds -= step

    def pause(self) -> None:
        """Stop, or go on; at the end, begin anew."""
        if self.over:
            self._go_to(1)
            self.playing = True
        else:
            self.playing = not self.playing

    def next(self) -> None:
        """To the next act's moment."""
        self._go_to(next((stop for stop in self.tape.stops if stop > self.place), self.tape.end))

    def previous(self) -> None:
        """Back to the moment of the act before the last one."""
        self._go_to(next((stop for stop in reversed(self.tape.stops) if stop < self.place), 1))

    def home(self) -> None:
        """To the start."""
        self._go_to(1)

    def finish(self) -> None:
        """To the end."""
        self._go_to(self.tape.end)

    def faster(self) -> None:
        """The next higher speed."""
        self.speed = next((speed for speed in SPEEDS if speed > self.speed), SPEEDS[-1])

    def slower(self) -> None:
        """The next lower speed."""
        self.speed = next((speed for speed in reversed(SPEEDS) if speed < self.speed), SPEEDS[0])

    def _go_to(self, place: int) -> None:
        self.place = place
        self.interview = self.tape.interview(place)
        self._t = self.tape.moments[place - 1]
        self._waited = self.skipped = 0.0

    def _ahead(self) -> float:
        """Real seconds until the next event; what is too long of a silence is skipped now."""
        moment = self.tape.moments[self.place]
        ahead = (moment - self._t) / self.speed
        if self._waited < BEFORE_SKIP or ahead <= AFTER_SKIP:
            return ahead
        soon = moment - AFTER_SKIP * self.speed
        self.skipped += soon - self._t
        self._t = soon
        return AFTER_SKIP


def _as_corrected(events: tuple[Event, ...], guide: Guide) -> tuple[Event, ...]:
    """The events without words that were corrected, or that may be the same: what was taken back, and drafts."""
    final = replay(events, guide)
    if not any(isinstance(act, CORRECTIONS) for act in final.acts.values()):
        return events
    return (events[0], *(_tell_again(event, final.acts.get(event.seq)) for event in events[1:]))


def _tell_again(event: Event, act: Event | None) -> Event:
    """An event as it is told; ``act`` is what stands in its place at the end, None where it was taken back."""
    plain = unwrap(event)
    if isinstance(event, Draft):
        return event.but(text="")
    if plain is None or (
        act is None and not (isinstance(plain, (Noted, Edited, Filled, Tagged, *CORRECTIONS)) or bool(words_of(plain)))
    ):
        return event
    if act is None:
        act = plain.but(text="", tags=()) if isinstance(plain, Noted) else Superseded(seq=event.seq, t=event.t)
        act = with_words(plain, "") if words_of(plain) else act
    if not isinstance(event, Merged):
        return act
    changes = {name: getattr(act, name) for name in ("text", "reason", "tags", "about") if hasattr(act, name)}
    told = {"type": "superseded"} if isinstance(act, Superseded) else changes
    return (
        event
        if all(getattr(plain, name) == value for name, value in told.items())
        else event.but(event=_change_fields(event.event, told))
    )


def _change_fields(record: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """A record that was taken over, with other fields, through as many copies as it came."""
    if isinstance(record.get("event"), Mapping):
        return {**record, "event": _change_fields(record["event"], fields)}
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}
    return {**record, **plain}
