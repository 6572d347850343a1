"""The debrief: how an interview was led.

What an observer measured, put together with what the interview's log knows.

Wait time 1 lies between the interviewer's question and the answer, wait time 2 between the answer and the interviewer's
next words (Rowe 1986, Journal of Teacher Education 37(1): three seconds or more change the answers). Rowe measured in
classrooms: a default to train with, not a norm. For the share of the talk no authority gives a figure, and so no mark.

What nobody measured is None, and nothing is estimated. A silence of more than a minute is no wait but a forgotten key:
it is counted in no figure, and the debrief says for how long no key came.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from guide.frozen import Value
from interviews.core.notes import FollowUpState, fates
from interviews.core.state import Interview
from interviews.core.timing import Span, interview_seconds, seconds_within, spans_off
from interviews.observing import MOVES, SIGNS, Remarked, Speaker, Turn
from interviews.observing.state import Axis, How, Observation, Stretch, axis

LONG = 3.0
"""Seconds from which on a wait is long enough to change the answer (Rowe 1986)."""

FORGOTTEN = 60.0
"""Seconds of silence beyond which a key was forgotten rather than a wait taken; our own bound, far beyond any wait that
Rowe measured."""

WEAKEST: tuple[How, ...] = ("wall", "log")
"""By what two logs were put together that is less sure than one clock, the least sure first."""

FEW = 5
"""Of fewer waits than these no share is told, and their median with a caution: one more would change it (our own)."""


class Waits(Value):
    """Waits of one kind in seconds, shortest first; never empty."""

    seconds: tuple[float, ...]

    @property
    def n(self) -> int:
        """How many there were."""
        return len(self.seconds)

    @property
    def median(self) -> float:
        """The middle one, in seconds."""
        middle = self.n // 2
        found = self.seconds[middle] if self.n % 2 else (self.seconds[middle - 1] + self.seconds[middle]) / 2
        return round(found, 3)

    @property
    def long(self) -> int:
        """How many lasted three seconds or more."""
        return sum(1 for seconds in self.seconds if seconds >= LONG)

    @property
    def few(self) -> bool:
        """Whether they are too few for a share, and for a median without a caution."""
        return self.n < FEW

    @property
    def share(self) -> int:
        """The long ones, in percent."""
        return round(100 * self.long / self.n)


class TalkTime(Value):
    """Seconds in which each spoke and in which nobody did; somebody spoke."""

    interviewer: float
    informant: float
    silence: float

    @property
    def interviewer_share(self) -> int:
        """Percent of the speech that was measured."""
        return round(100 * self.interviewer / (self.interviewer + self.informant))

    @property
    def informant_share(self) -> int:
        """Percent of the speech that was measured; the two come to 100."""
        return 100 - self.interviewer_share


class Remark(Value):
    """What the observer wrote; ``t`` is seconds into the interview, None where that cannot be told."""

    t: float | None
    text: str


class Debrief(Value):
    """How an interview was led. None is what nobody measured.

    ``observed`` are the seconds of the interview in which somebody watched, of ``length``, which is known once it has
    ended; pauses and gaps are in neither. ``aligned`` says by which clock the two logs were put together; where it is
    None although something was observed, the interview's pauses could not be taken out. The waits are None too where
    no silence was ever ticked: then nobody told where a question or an answer ended. ``keyless`` are the observed
    seconds in which no key came for more than a minute at a time, ``forgotten`` the silences of more than a minute:
    they are in no figure. ``moves`` and ``signs`` count ticks, by type. ``interviewer_turns`` counts the interviewer's
    turns, ``answers`` has the seconds of each of the informant's, shortest first; None where no turns were ticked.
    """

    length: float | None
    observed: float | None
    aligned: How | None
    wait1: Waits | None
    wait2: Waits | None
    talk: TalkTime | None
    moves: Mapping[str, int] | None
    signs: Mapping[str, int] | None
    remarks: tuple[Remark, ...]
    follow_ups: Mapping[FollowUpState, int]
    keyless: float = 0.0
    forgotten: float = 0.0
    interviewer_turns: int | None = None
    answers: tuple[float, ...] | None = None

    @property
    def watched(self) -> bool:
        """Whether an observer ticked anything."""
        return self.moves is not None


def debrief_unobserved(length: float | None, follow_ups: Mapping[FollowUpState, int]) -> Debrief:
    """What there is to say of an interview that nobody observed."""
    return Debrief(length, None, None, None, None, None, None, None, (), follow_ups)


def debrief(interview: Interview, observation: Observation | None) -> Debrief:
    """The debrief of one interview, with its observation if there is one."""
    unknown = interview.ended is None or interview.started.afterwards
    length = None if unknown else interview_seconds(interview)
    follow_ups = fates(interview)
    if observation is None or not observation.ticks or interview.started.afterwards:
        return debrief_unobserved(length, follow_ups)
    placed = [_Placed(stretch, interview, observation) for stretch in observation.stretches]
    waits = [wait for one in placed for wait in one.waits()] if observation.turns.get("nobody") else []
    hows = [one.how for one in placed]
    spoken = [pair for one in placed for pair in one.turns_with_seconds() if pair[1] > 0]
    turned = any(speaker != "nobody" for speaker, _ in spoken)
    return Debrief(
        length=length,
        observed=round(sum(one.seconds for one in placed), 3),
        aligned=None if None in hows else next((how for how in WEAKEST if how in hows), "clock"),
        wait1=_waits(seconds for after, seconds in waits if after == "interviewer"),
        wait2=_waits(seconds for after, seconds in waits if after == "informant"),
        talk=_talk(pair for one in placed for pair in one.turns_with_seconds()),
        moves={kind: observation.moves.get(kind, 0) for kind in MOVES},
        signs={what: observation.signs.get(what, 0) for what in SIGNS},
        remarks=tuple(remark for one in placed for remark in one.remarks()),
        follow_ups=follow_ups,
        keyless=round(sum(one.keyless for one in placed), 3),
        forgotten=round(sum(one.forgotten for one in placed), 3),
        interviewer_turns=sum(1 for speaker, _ in spoken if speaker == "interviewer") if turned else None,
        answers=tuple(sorted(round(took, 3) for who, took in spoken if who == "informant")) if turned else None,
    )


def spans_of(interview: Interview, observation: Observation, speaker: Speaker) -> tuple[Span, ...] | None:
    """When somebody had the word, in seconds into the interview; None where no turns were ticked that lie in it."""
    placed = [_Placed(stretch, interview, observation) for stretch in observation.stretches]
    if not any(observation.turns.values()) or any(one.how is None for one in placed):
        return None
    return tuple(span for one in placed for span in one.spans_of(speaker))


class _Held(Value):
    """Somebody has the word, or nobody, from ``start`` to ``end``."""

    speaker: Speaker
    start: float
    end: float


class _Placed:
    """A stretch of the observation, laid on the interview's time."""

    def __init__(self, stretch: Stretch, interview: Interview, observation: Observation) -> None:
        found: Axis | None = axis(stretch.sitting, interview)
        self.how = None if found is None else found.how
        self._shift = 0.0 if found is None else found.shift
        self._stretch = stretch
        self._first, self._last, self._off = -float("inf"), float("inf"), list[Span]()
        if found is not None:
            self._first = 0.0
            self._last = interview.ended.t if interview.ended is not None else self._last
            self._off = spans_off(interview, max(interview.t, self._at(stretch.until)))

    def _at(self, t: float) -> float:
        return round(t + self._shift, 3)

    def _seconds_that_count(self, start: float, end: float) -> float:
        """The seconds from ``start`` to ``end`` that lie in the interview, pauses and gaps off."""
        return seconds_within((max(start, self._first), min(end, self._last)), self._off)

    @property
    def seconds(self) -> float:
        """How much of the interview was watched."""
        return self._seconds_that_count(self._at(self._stretch.sitting.t), self._at(self._stretch.until))

    def _turns(self) -> list[_Held]:
        """Who had the word from when to when; somebody ticked twice running speaks on."""
        changes: list[Turn] = []
        for tick in self._stretch.ticks:
            if isinstance(tick, Turn) and (not changes or changes[-1].speaker != tick.speaker):
                changes.append(tick)
        ends = [*(turn.t for turn in changes[1:]), self._stretch.until]
        return [_Held(turn.speaker, self._at(turn.t), self._at(end)) for turn, end in zip(changes, ends, strict=False)]

    def spans_of(self, speaker: Speaker) -> tuple[Span, ...]:
        """From when to when this one had the word."""
        return tuple((held.start, held.end) for held in self._turns() if held.speaker == speaker)

    def turns_with_seconds(self) -> Iterator[tuple[Speaker, float]]:
        """Each turn and silence with its seconds in the interview; not a silence in which a key was forgotten."""
        return (
            (held.speaker, self._seconds_that_count(held.start, held.end))
            for held in self._turns()
            if not _is_forgotten(held)
        )

    @property
    def forgotten(self) -> float:
        """The seconds of silence that are in no figure."""
        return sum(self._seconds_that_count(held.start, held.end) for held in self._turns() if _is_forgotten(held))

    @property
    def keyless(self) -> float:
        """The seconds in which no key came for more than a minute at a time."""
        keys = [self._stretch.sitting.t, *sorted(tick.t for tick in self._stretch.ticks), self._stretch.until]
        spans = [self._seconds_that_count(self._at(a), self._at(b)) for a, b in pairwise(keys)]
        return sum(seconds for seconds in spans if seconds > FORGOTTEN)

    def waits(self) -> Iterator[tuple[Speaker, float]]:
        """Each wait with the one who had spoken before it; where the word passes at once it is of 0 seconds."""
        before: _Held | None = None
        for held in self._turns():
            if held.speaker == "nobody":
                before = None if _is_forgotten(held) else before
                continue
            if before is not None and before.speaker != held.speaker and self._is_undisturbed(before.end, held.start):
                yield before.speaker, round(held.start - before.end, 3)
            before = held

    def _is_undisturbed(self, start: float, end: float) -> bool:
        """Whether a wait lies in the interview as a whole, with no pause or gap in it."""
        whole = self._first <= start <= end <= self._last
        return whole and not any(a <= end and start <= b for a, b in self._off)

    def remarks(self) -> Iterator[Remark]:
        for tick in self._stretch.ticks:
            if isinstance(tick, Remarked):
                yield Remark(None if self.how is None else self._at(tick.t), tick.text)


def _is_forgotten(held: _Held) -> bool:
    """Whether nobody can have been silent for so long: the next key was forgotten."""
    return held.speaker == "nobody" and held.end - held.start > FORGOTTEN


def _waits(seconds: Iterable[float]) -> Waits | None:
    found = tuple(sorted(seconds))
    return Waits(found) if found else None


def _talk(spoken: Iterable[tuple[Speaker, float]]) -> TalkTime | None:
    pairs: Sequence[tuple[Speaker, float]] = tuple(spoken)
    interviewer, informant, silence = (
        round(sum(seconds for one, seconds in pairs if one == speaker), 3)
        for speaker in ("interviewer", "informant", "nobody")
    )
    return TalkTime(interviewer, informant, silence) if interviewer + informant > 0 else None


def debrief_json(found: Debrief) -> dict[str, object]:
    """Waits and times in seconds, shares in percent of the speech that was measured, moves and signs in ticks."""
    return {
        "observed": found.observed,
        "aligned": found.aligned,
        "keyless": found.keyless if found.watched else None,
        "forgotten": found.forgotten if found.watched else None,
        "wait1": _waits_json(found.wait1),
        "wait2": _waits_json(found.wait2),
        "talk": _talk_json(found.talk),
        "interviewer_turns": found.interviewer_turns,
        "answers": None if found.answers is None else list(found.answers),
        "moves": None if found.moves is None else dict(found.moves),
        "signs": None if found.signs is None else dict(found.signs),
        "remarks": [{"t": remark.t, "text": remark.text} for remark in found.remarks] if found.watched else None,
    }


def _waits_json(waits: Waits | None) -> dict[str, object] | None:
    if waits is None:
        return None
    return {
        "n": waits.n,
        "median": waits.median,
        "long": waits.long,
        "share": waits.share,
        "seconds": list(waits.seconds),
    }


def _talk_json(talk: TalkTime | None) -> dict[str, object] | None:
    if talk is None:
        return None
    return {
        "interviewer": {"seconds": talk.interviewer, "share": talk.interviewer_share},
        "informant": {"seconds": talk.informant, "share": talk.informant_share},
        "silence": {"seconds": talk.silence},
    }
