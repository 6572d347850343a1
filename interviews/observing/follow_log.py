"""Following the interview's log while it grows.

It is read, and never written.
"""

from pathlib import Path

from interviews.core.clock import Clock, origin_of
from interviews.core.events import Sitting
from interviews.core.state import Interview, NoInterviewError, code_of, replay
from interviews.log.rescued import is_under_way, read_whole
from interviews.log.shelter import find_rescued_files
from interviews.observing.state import Observation, axis
from interviews.study.folder import LogFile, Study


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
