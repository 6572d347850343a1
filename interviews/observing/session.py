"""The observer's session, and following the interview's log.

Ticks are on disk before they count; the interview's own log is never touched.
"""

from pathlib import Path

from interviews.core.clock import Clock, iso, origin_of
from interviews.core.events import Event, Refusal, Sitting, Undone
from interviews.core.state import Interview, NoInterviewError, code_of, replay
from interviews.log.log_session import TimedSession, hold_log, seconds
from interviews.log.reader import LogReading
from interviews.log.rescued import is_under_way, read_whole
from interviews.log.shelter import find_rescued_files
from interviews.log.writer import Log, LogFailure
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

# Following the interview's log while it grows.
#
# It is read, and never written.


class Window:
    """Looks at one interview's log; ``interview`` is None until there is one to be read.

    ``held`` says whether a program on this computer has it open: else it is a copy, or one that nobody went on with.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.interview: Interview | None = None
        self.held = False
        self._seen: tuple[object, ...] = ()

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
        return is_under_way(file.path), max((path.stat().st_mtime_ns for path in _files(file.path)), default=0)
    except OSError:
        return False, 0


def _files(log: Path) -> list[Path]:
    return [path for path in (log, *find_rescued_files(log)) if path.exists()]


def _look_of(path: Path) -> tuple[int, int, int] | None:
    """What tells that a file has changed; None where it is not there."""
    try:
        there = path.stat()
    except OSError:
        return None
    return there.st_ino, there.st_size, there.st_mtime_ns


class Seat(TimedSession):
    """One observation under way; what ``observation`` says is on disk."""

    def __init__(self, path: Path, log: Log, clock: Clock, events: list[Event], origin: float) -> None:
        super().__init__(path, log, clock, origin)
        self._events = events
        self._next_seq = 0
        self._observation: Observation | None = None

    @classmethod
    def take(cls, path: Path, clock: Clock, program: str = "") -> "Seat":
        """Sit down: a log of its own is begun, or gone on with after the gap; its name is that of the interview's log.

        Raises:
            LogFailure: another observer holds it, it is of a newer format or without a whole start, or it cannot be
                written.
        """
        sat = Sat(
            seq=0,
            t=0.0,
            wall=iso(clock.wall()),
            boot=clock.boot(),
            clock=round(clock.running(), 3),
            format=FORMAT,
            interview=path.stem,
            program=program,
        )
        if find_rescued_files(path):
            return cls._take_again(path, clock, sat)
        try:
            seat = cls(path, Log.create(path, [sat], sheltered=True), clock, [sat], clock.running())
        except LogFailure as failure:
            if failure.code != "log_exists":
                raise
            return cls._take_again(path, clock, sat)
        seat._next_seq = 1
        return seat

    @classmethod
    def _take_again(cls, path: Path, clock: Clock, sat: Sat) -> "Seat":
        file = f"{FOLDER}/{path.name}"
        with hold_log(path, file, OF_OBSERVATIONS, "observation_headless_file", vacant=True) as (log, reading):
            seat = cls(path, log, clock, list(reading.events), clock.running())
            if reading.vacant:
                seat._append(sat)
            else:
                seat._go_on(reading)
        return seat

    def _go_on(self, reading: LogReading) -> None:
        latest = max(event.t for event in self._events)
        self._go_on_from(next(event for event in reversed(self._events) if isinstance(event, Sitting)), latest)
        self._next_seq = reading.next_seq
        self._stand_behind(reading.torn, unended=reading.unended)
        t = max(self.now, latest)
        gap, wall = round(t - latest, 3), iso(self._clock.wall())
        self._append(self._place_on_clock(SatAgain(seq=self._next_seq, t=t, wall=wall, gap=gap, torn=self._torn_text)))

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
        return self._add(Remarked(seq=self._next_seq, t=t, text=text))

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
        self._events.append(record)
        self._next_seq = record.seq + 1
        self._observation = None
