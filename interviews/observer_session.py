"""The observer's session, and following the interview's log.

Ticks are on disk before they count; the interview's own log is never touched.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from guide.model import Guide
from guide.reading import read_guide_file
from interviews.core.clock import Clock, on_clocks, origin_of
from interviews.core.events import Event, Refusal, Sitting, Undone
from interviews.core.state import Interview, NoInterviewError, code_of, replay
from interviews.failures import LogFailure
from interviews.log.log_files import need_link
from interviews.log.reader import LogReading
from interviews.log.rescued import hold_log, is_under_way, read_whole
from interviews.log.shelter import find_rescued_files
from interviews.log.writer import Log, TimedSession, seconds
from interviews.observing import (
    FORMAT,
    OF_OBSERVATIONS,
    Left,
    Moved,
    MoveKind,
    Remarked,
    Sat,
    SatAgain,
    Sign,
    Signed,
    Speaker,
    Turn,
)
from interviews.observing.state import FOLDER, Observation, axis, observation_of
from interviews.study.folder import LogFile, Study

if TYPE_CHECKING:
    from interviews.third_persons.typed import Catcher, Masked

# Following the interview's log while it grows.
#
# It is read, and never written.


_OLDEST = 600.0
"""Seconds since a log was written beyond which the disk's clock is not believed: it may have been set since."""


class Window:
    """Looks at one interview's log; ``interview`` is None until there is one to be read.

    ``held`` says whether a program on this computer has it open: else it is a copy, or one that nobody went on with.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.interview: Interview | None = None
        self.held = False
        self._seen: tuple[tuple[int, int, int] | None, ...] = ()

    def look(self) -> bool:
        """Read the log again where it has changed, torn tail or not; whether anything is otherwise than before."""
        held, self.held = self.held, is_under_way(self.path)
        return self._read() or held != self.held

    def _read(self) -> bool:
        seen = tuple(_look_of(path) for path in (self.path, *find_rescued_files(self.path)))
        if seen == self._seen:
            return False
        self._seen = seen
        events = read_whole(self.path, self.path.name).events
        before = self.interview.next_seq if self.interview is not None else 0
        try:
            guide = self.interview.guide if self.interview is not None else None
            self.interview = replay(events, guide)
            self.interview.code = code_of(self.path)
        except NoInterviewError:
            return False
        return self.interview.next_seq != before

    def now(self, clock: Clock) -> float | None:
        """Seconds into the interview, its end once it has one; None before it began."""
        here = self.interview
        if here is None:
            return None
        if here.ended is not None:
            return here.ended.t
        sitting = next(event for event in reversed(here.acts.values()) if isinstance(event, Sitting))
        return max(clock.running() - origin_of(sitting, here.t, clock), 0.0)

    def age(self, clock: Clock) -> float:
        """Seconds since the log was written, as the disk tells, which nobody writes down; 0 where it does not."""
        written = max((one[2] for one in self._seen if one is not None), default=0) / 1e9
        age = clock.wall().timestamp() - written
        return age if self.held and 0 <= age <= _OLDEST else 0.0

    def shift(self, observation: Observation) -> float:
        """Seconds to add to the observation's last stretch for the interview's time; 0 where that cannot be told."""
        found = axis(observation.stretches[-1].sitting, self.interview) if self.interview is not None else None
        return 0.0 if found is None else found.shift


def open_logs(study: Study, participant: str | None = None) -> tuple[LogFile, ...]:
    """The interviews under way, or one participant's: those open on this computer first, then as written."""
    told = ((one.file, one.interview) for one in study.load_interviews(participant) if one.interview is not None)
    found = [file for file, here in told if here.ended is None and not here.started.afterwards]
    return tuple(sorted(found, key=_look_at, reverse=True))


def _look_at(file: LogFile) -> tuple[bool, int]:
    try:
        paths = [path for path in (file.path, *find_rescued_files(file.path)) if path.exists()]
        return is_under_way(file.path), max((path.stat().st_mtime_ns for path in paths), default=0)
    except OSError:
        return False, 0


def _look_of(path: Path) -> tuple[int, int, int] | None:
    """What tells that a file has changed; None where it is not there."""
    try:
        there = path.stat()
    except OSError:
        return None
    return there.st_ino, there.st_size, there.st_mtime_ns


class Seat(TimedSession):
    """One observation under way; what ``observation`` says is on disk.

    In an anonymous study its time is the interview's own, as far as that log has told it: it stands still until the
    interview has begun, and goes on from there.
    """

    def __init__(self, path: Path, log: Log, clock: Clock, events: list[Event], *, anonymous: bool) -> None:
        super().__init__(path, log, clock, None if anonymous else clock.running(), anonymous=anonymous)
        self._events = events
        self._followed: int | None = None
        self._guide: Guide | None = None
        self._catcher: Catcher | None = None
        self.masked: Masked | None = None
        self._least = max((event.t for event in events), default=0.0) if anonymous else 0.0
        self._next_seq = 0
        self._observation: Observation | None = None

    @classmethod
    def take(
        cls,
        path: Path,
        clock: Clock,
        program: str = "",
        beside: Interview | None = None,
        *,
        ago: float = 0.0,
        anonymous: bool = False,
    ) -> "Seat":
        """Sit down: a log of its own is begun, or gone on with after the gap; its name is that of the interview's log.

        ``beside`` is the interview, where it has begun, as its log told it ``ago`` seconds ago; ``anonymous`` says of
        one that has not what its study says.

        Raises:
            LogFailure: another observer holds it, it is of a newer format or without a whole start, or it cannot be
                written.
        """
        need_link(path.parent)
        anonymous = anonymous if beside is None else beside.anonymous
        sat = Sat(
            seq=0,
            t=seconds(beside.t + ago) if anonymous and beside is not None else 0.0,
            format=FORMAT,
            interview=path.stem,
            program=program,
            follows=anonymous or None,
            nonce=os.urandom(8).hex() if anonymous else "",
        )
        sat = on_clocks(sat, clock, clock.running(), anonymous=anonymous)
        if find_rescued_files(path):
            return cls._take_again(path, clock, sat, beside, ago)
        try:
            seat = cls(path, Log.create(path, [sat], sheltered=True), clock, [sat], anonymous=anonymous)
        except LogFailure as failure:
            if failure.code != "log_exists":
                raise
            return cls._take_again(path, clock, sat, beside, ago)
        seat._next_seq = 1
        seat.follow(beside, ago)
        return seat

    @classmethod
    def _take_again(cls, path: Path, clock: Clock, sat: Sat, beside: Interview | None, ago: float) -> "Seat":
        file = f"{FOLDER}/{path.name}"
        with hold_log(path, file, OF_OBSERVATIONS, "observation_headless_file", vacant=True) as (log, reading):
            first = sat if reading.vacant else reading.events[0]
            anonymous = isinstance(first, Sat) and bool(first.follows)
            seat = cls(path, log, clock, list(reading.events), anonymous=anonymous)
            if reading.vacant:
                seat._append(sat)
                seat.follow(beside, ago)
            else:
                seat._go_on(reading, beside, ago)
        return seat

    def _go_on(self, reading: LogReading, beside: Interview | None, ago: float) -> None:
        latest = max(event.t for event in self._events)
        if not self.anonymous:
            self._go_on_from(next(event for event in reversed(self._events) if isinstance(event, Sitting)), latest)
        self._next_seq = reading.next_seq
        self._stand_behind(reading.torn, unended=reading.unended)
        self.follow(beside, ago)
        t = max(self.now, latest)
        again = SatAgain(
            seq=self._next_seq,
            t=t,
            gap=round(t - latest, 3),
            torn=self._torn_text,
            follows=self.anonymous or None,
        )
        self._append(self._place_on_clock(again))

    def follow(self, interview: Interview | None, ago: float = 0.0) -> None:
        """Take the time that the log told ``ago`` seconds ago, the least that it is; in an anonymous study alone."""
        if not self.anonymous or interview is None:
            return
        sitting = next(event.seq for event in reversed(interview.acts.values()) if isinstance(event, Sitting))
        self._guide = interview.copy
        origin = self._clock.running() - interview.t - ago
        anew, self._followed = sitting != self._followed, sitting
        self._origin = origin if anew or self._origin is None else min(origin, self._origin)

    @property
    def observation(self) -> Observation:
        """What was ticked so far."""
        if self._observation is None:
            self._observation = observation_of(self._events)
        assert self._observation is not None  # noqa: S101  the seat was taken with a start
        return self._observation

    @property
    def speaker(self) -> Speaker | None:
        """Who speaks; None until the first turn of this stretch is ticked."""
        return self.observation.stretches[-1].speaker

    def turn(self, speaker: Speaker) -> Event | Refusal:
        """Somebody else speaks from now on, or nobody; the one who does already is no turn.

        Raises:
            LogFailure: nothing was saved and nothing has changed; the same tick may be made again.
        """
        if self.speaker == speaker:
            return Refusal("observing_already")
        return self._add(Turn(seq=self._next_seq, t=self.now, speaker=speaker))

    def move(self, kind: MoveKind) -> Event:
        """The interviewer made a move. Raises as ``turn`` does."""
        return self._add(Moved(seq=self._next_seq, t=self.now, kind=kind))

    def sign(self, what: Sign) -> Event:
        """Something about the interviewing was seen. Raises as ``turn`` does."""
        return self._add(Signed(seq=self._next_seq, t=self.now, what=what))

    def remark(self, text: str, began: float | None = None) -> Event | Refusal:
        """The observer wrote something; ``began`` is the running clock at its first key press. Raises as ``turn``."""
        if not text.strip():
            return Refusal("observing_empty")
        t = self.now if began is None else min(seconds(began - self.running_at(0.0)), self.now)
        masked = self._catching().mask(text) if self.anonymous else None
        added = self._add(Remarked(seq=self._next_seq, t=t, text=text if masked is None else masked.text))
        self.masked = masked
        return added

    def put_back(self) -> Event | None:
        """Put the last remark back as it was typed, in one write; None where nothing was masked. Raises as ``turn``."""
        masked, ticks = self.masked, self.observation.ticks
        if masked is None or not ticks or not isinstance(ticks[-1], Remarked):
            return None
        undone = Undone(seq=self._next_seq, t=self.now, act=ticks[-1].seq)
        again = Remarked(seq=self._next_seq + 1, t=ticks[-1].t, text=masked.typed)
        self._append(undone, again)
        self._catching().let_stand(masked.typed)
        return again

    def _catching(self) -> "Catcher":
        if self._catcher is None:
            from interviews.third_persons.typed import Catcher  # only a study that stays anonymous pays for it

            study = self.home.parent.parent
            guide = self._guide or read_guide_file(study / "guide.yaml", "guide.yaml").guide or Guide("")
            self._catcher = Catcher.of(guide, study, (one.text for one in self.observation.remarks))
        return self._catcher

    def undo(self) -> Event | Refusal:
        """Take the last tick in force back; the one that it was. Raises as ``turn`` does."""
        ticks = self.observation.ticks
        if not ticks:
            return Refusal("nothing_to_undo")
        self._add(Undone(seq=self._next_seq, t=self.now, act=ticks[-1].seq))
        return ticks[-1]

    def leave(self) -> None:
        """Say in the log that the seat is left, and let go of it. Raises as ``turn`` does, having let go all the same.

        A second time does nothing.
        """
        if self._log is None:
            return
        try:
            self._add(Left(seq=self._next_seq, t=self.now))
        finally:
            self.close()

    def go_elsewhere(self) -> None:
        """Go on in another place, because nothing can be written here. Raises as ``turn`` does."""
        if self._log is not None:
            self._log.move_away()

    def _add(self, event: Event) -> Event:
        self._append(event)
        return event

    def _take_in(self, record: Event) -> None:
        self.masked = None
        self._events.append(record)
        self._least = max(self._least, record.t) if self.anonymous else 0.0
        self._next_seq = record.seq + 1
        self._observation = None
