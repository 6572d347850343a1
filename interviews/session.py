"""A person at the keyboard in one interview: commands come in, and events are on disk before they count."""

import base64
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from guide.document import as_document
from guide.model import Guide
from guide.values import Value
from interviews.clock import Clock, iso
from interviews.commands import Command, Undo
from interviews.deciding import decide
from interviews.events import FORMAT, Draft, Ended, Event, Mode, Refusal, Reopened, Resumed, Sitting, Started
from interviews.log import Log, LogFailure
from interviews.log_begun import Heard, News, new_log
from interviews.log_files import kept_lines
from interviews.moment import Moment
from interviews.origin import is_known, origin_of
from interviews.pilot_events import PilotKind
from interviews.reading import LogReading
from interviews.rescued import take_up
from interviews.state import Interview, NoInterviewError, apply, begin, code_of, replay

SomeSitting = TypeVar("SomeSitting", bound=Sitting)


class Done(Value):
    """What a command came to: the events that are on disk now, the last one being the act itself."""

    events: tuple[Event, ...]

    @property
    def act(self) -> Event:
        """The event that the command became."""
        return self.events[-1]


class Session:
    """One interview being held; what ``interview`` says is on disk, and nothing is shown that is not."""

    def __init__(self, path: Path, interview: Interview, clock: Clock, log: Log | None, origin: float | None) -> None:
        self.path = path
        self.interview = interview
        self.interview.code = code_of(path)
        self._clock = clock
        self._log = log
        self._origin = origin
        self._torn = b""
        self._newline = b""
        self._ended_here = False
        self._reopened_here = False
        self._elsewhere: Callable[[], tuple[Path, str]] | None = None
        self.when_begun: Callable[[], object] = _nothing
        self.home = path
        self.whole = True
        self.kept = (0, 0)
        self.moved = False
        self.draft_lost = False
        self._heard = Heard()
        if log is not None:
            self.path = self._heard.of(log, self.home)

    @classmethod
    def new(
        cls,
        path: Path,
        guide: Guide,
        participant: str,
        mode: Mode,
        clock: Clock,
        program: str = "",
        elsewhere: Callable[[], tuple[Path, str]] | None = None,
        pilot: PilotKind = "",
    ) -> "Session":
        """An interview that has not begun: its file is made when the first act is done.

        ``elsewhere`` gives the next free file and code, for when another window has taken this one meanwhile; ``pilot``
        is the kind of a pilot.
        """
        started = Started(
            seq=0,
            t=0.0,
            wall="",
            format=FORMAT,
            participant=participant,
            mode=mode,
            guide=as_document(guide),
            program=program,
            pilot=pilot,
        )
        session = cls(path, begin(started, guide), clock, None, None)
        session._elsewhere = elsewhere
        return session

    @classmethod
    def resume(cls, path: Path, clock: Clock, date: str = "") -> tuple["Session", LogReading]:
        """Take an interview up again where its log stops; the gap is in the log before this returns.

        ``date`` is when one that is entered afterwards was held, where that is said only now.

        Raises:
            LogFailure: the log is held by another program, of a newer format, without a whole first record, without a
                readable guide, or cannot be written.
        """
        log, reading = take_up(path, path.name)
        try:
            interview = _replayed(reading)
            session = cls(path, interview, clock, log, _origin(interview, clock))
            session._take_up(reading, date)
        except BaseException:
            log.close()
            raise
        return session, reading

    def enter_afterwards(self, date: str = "") -> None:
        """Say, before the first act, that the interview was held without the program; ``date`` is when, if known."""
        here = self.interview
        here.started = here.started.but(afterwards=True, date=date)
        here.acts[here.started.seq] = here.started
        here.forget()

    @property
    def begun(self) -> bool:
        """Whether the first act is done and the file is there."""
        return self._log is not None

    @property
    def now(self) -> float:
        """Seconds into the interview, 0 before its first act."""
        return 0.0 if self._origin is None else _seconds(self._clock.running() - self._origin)

    def running_at(self, t: float) -> float:
        """Where ``t`` (seconds into the interview) lies on the running clock."""
        return t + (self._clock.running() if self._origin is None else self._origin)

    def do(self, command: Command, began: float | None = None) -> Done | Refusal:
        """Carry out one command; ``began`` is the running clock at the first key press of its line, in seconds.

        Raises:
            LogFailure: nothing was saved and nothing has changed; the same command may be given again.
        """
        now = self._clock.running()
        began = now if began is None else min(began, now)
        origin = began if self._origin is None else self._origin
        at = Moment(began=_seconds(began - origin), now=max(_seconds(now - origin), self.interview.t))
        trial, before = self._trial(command, at)
        decided = decide(trial, command, at)
        if isinstance(decided, Refusal):
            return decided
        self._commit(origin, now, *before, decided)
        self._ended_here = self._ended_here or isinstance(decided, Ended)
        self._reopened_here = self._reopened_here or bool(before)
        return Done((*before, decided))

    def keep_draft(self, text: str, began: float | None, *, literal: bool, note: int | None = None) -> bool:
        """Put the unfinished input line in the log, so that taking the interview up again brings it back.

        ``note`` is the seq of the note that it was to become the words of. A log that had ended is reopened first, for
        the bytes of a torn tail move into that event. There is no second try, so what cannot be written here is
        written elsewhere; False where nothing can be written anywhere.
        """
        now = self._clock.running()
        began = now if began is None else min(began, now)
        origin = began if self._origin is None else self._origin
        t = _seconds(began - origin)
        before = self._reopening(max(_seconds(now - origin), self.interview.t))
        seq = self.interview.next_seq + len(before)
        draft = Draft(seq=seq, t=t, text=text, literal=literal, note=note)
        try:
            self._commit(origin, now, *before, draft)
        except LogFailure:
            try:
                self._commit_elsewhere(origin, now, *before, draft)
            except LogFailure:
                self.draft_lost = True
                return False
        self._reopened_here = self._reopened_here or bool(before)
        return True

    def take_news(self) -> tuple[News, ...]:
        """What has happened to the log and was not told yet; it is then told."""
        return self._heard.take()

    def close(self) -> None:
        """Let go of the log, having looked: ``whole`` is then whether all that was saved is in the file at ``path``.

        What is not there is written to another file first, and ``path`` is that one.
        """
        if self._log is not None:
            self.whole = self._log.leave()
            self.kept = kept_lines(self._log.path, self._log.acknowledged) if not self.whole else self.kept
            self.path = self._log.path
            self.moved = self._log.moves > 0
            self._log = None

    def _trial(self, command: Command, at: Moment) -> tuple[Interview, tuple[Event, ...]]:
        """The interview to decide on, and the event that goes before: after the end an act first reopens it."""
        here = self.interview
        takes_back_the_end = isinstance(command, Undo) and self._ended_here
        before = () if takes_back_the_end else self._reopening(at.now)
        if not before:
            return here, ()
        trial = replace(here, acts=dict(here.acts))
        return apply(trial, *before), before

    def _reopening(self, t: float) -> tuple[Reopened, ...]:
        """What goes before the first event of this sitting in an interview that had ended."""
        here = self.interview
        if here.ended is None or self._reopened_here:
            return ()
        reopened = Reopened(seq=here.next_seq, t=t, wall=iso(self._clock.wall()), torn=_base64(self._torn))
        return (self._placed(reopened),)

    def _commit(self, origin: float, now: float, *events: Event) -> None:
        """Put events on disk and into the interview; the first ones make the file."""
        if self._log is not None:
            self._append(*events)
            return
        try:
            self._begin(origin, now, *events)
        except LogFailure as failure:
            if failure.code not in ("log_exists", "log_locked") or self._elsewhere is None:
                raise
            self.path, participant = self._elsewhere()
            self.interview.started = self.interview.started.but(participant=participant)
            self._begin(origin, now, *events)

    def _commit_elsewhere(self, origin: float, now: float, *events: Event) -> None:
        """The same in another place, because nothing can be written where the log belongs."""
        if self._log is None:
            self._begin(origin, now, *events, make=Log.create_elsewhere)
        else:
            self._log.move_away()
            self._append(*events)

    def _begin(
        self, origin: float, now: float, *events: Event, make: "Callable[[Path, Sequence[Event]], Log] | None" = None
    ) -> None:
        """Make the file, with its start and its first act in one write."""
        self._origin = origin
        wall = iso(self._clock.wall() - timedelta(seconds=now - origin))
        started = self._placed(self.interview.started.but(wall=wall))
        try:
            self._log = (make or new_log)(self.path, [started, *events])
        except LogFailure:
            self._origin = None
            raise
        self.home = self.path
        self.path = self._heard.of(self._log, self.home)
        self.interview = begin(started, self.interview.guide)
        self.interview.code = code_of(self.home)
        for event in events:
            apply(self.interview, event)
        self.when_begun()

    def _take_up(self, reading: LogReading, date: str) -> None:
        self.interview.next_seq = reading.next_seq
        self._torn = reading.torn
        self._newline = b"\n" if reading.unended else b""
        if self.interview.ended is not None:
            return
        t = max(self.now, self.interview.t)
        resumed = Resumed(
            seq=self.interview.next_seq,
            t=t,
            wall=iso(self._clock.wall()),
            gap=round(t - self.interview.t, 3) if is_known(_last_sitting(self.interview), self._clock) else None,
            torn=_base64(self._torn),
            date=date,
        )
        self._append(self._placed(resumed))

    def _append(self, *events: Event) -> None:
        """Put events on disk, and only then into the interview."""
        if self._log is None:
            raise LogFailure("log_gone", file=self.path.name)
        self._log.append(*events, first=self._newline)
        self.path = self._heard.of(self._log, self.home)
        self._torn = self._newline = b""
        for event in events:
            apply(self.interview, event)

    def _placed(self, sitting: SomeSitting) -> SomeSitting:
        """The sitting with the place of the suspend-proof clock at its t."""
        return sitting.but(boot=self._clock.boot(), clock=round((self._origin or 0.0) + sitting.t, 3))


def _nothing() -> None:
    """Nobody wants to know."""


def _seconds(raw: float) -> float:
    return max(round(raw, 3), 0.0)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _replayed(reading: LogReading) -> Interview:
    if reading.newer:
        raise LogFailure("log_newer_file", file=reading.file)
    if reading.started is None:
        raise LogFailure("log_headless_file", file=reading.file)
    try:
        return replay(reading.events)
    except NoInterviewError:
        raise LogFailure("log_guide_unreadable", file=reading.file) from None


def _origin(interview: Interview, clock: Clock) -> float:
    """Where t = 0 lies on the running clock: known in the same running of the computer, else by the wall clock."""
    return origin_of(_last_sitting(interview), interview.t, clock)


def _last_sitting(interview: Interview) -> Sitting:
    return next(act for act in reversed(interview.acts.values()) if isinstance(act, Sitting))
