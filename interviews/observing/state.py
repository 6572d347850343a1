"""An observation as its log tells it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal, TypeVar

from guide.frozen import Value
from guide.problems import Problem, Severity
from interviews.core.clock import seconds_between
from interviews.core.events import Event, Sitting, Undone
from interviews.core.state import Interview
from interviews.locked.names import ENDING, OPEN, ending_in
from interviews.log.log_files import code_in, log_file, looks_like_log
from interviews.log.reader import LogReading
from interviews.log.rescued import read_whole
from interviews.log.shelter import find_rescued_files, find_rescued_logs, log_of
from interviews.observing import OF_OBSERVATIONS, Moved, Remarked, Sat, SatAgain, Signed, Speaker, Tick, Turn

FOLDER = "observations"
"""The folder of a study in which observations lie, each named after the interview's log."""

_OWN_WORDS = {"log_headless": "observation_headless", "log_no_start": "observation_no_start"}
"""Problems that are said otherwise of an observation than of an interview."""


class Stretch(Value):
    """A time in which somebody sat and watched: from ``sitting`` to ``until`` (seconds), with the ticks in force."""

    sitting: Sitting
    ticks: tuple[Tick, ...]
    until: float

    @property
    def speaker(self) -> Speaker | None:
        """Who spoke at its end; None where nobody had said yet."""
        return next((tick.speaker for tick in reversed(self.ticks) if isinstance(tick, Turn)), None)


class Observation(Value):
    """One observer's log of one interview; an undone tick never was."""

    started: Sat
    stretches: tuple[Stretch, ...]

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Every tick in force, in the order of the log."""
        return tuple(tick for stretch in self.stretches for tick in stretch.ticks)

    @property
    def moves(self) -> Mapping[str, int]:
        """How often each move was ticked."""
        return Counter(tick.kind for tick in self.ticks if isinstance(tick, Moved))

    @property
    def signs(self) -> Mapping[str, int]:
        """How often each sign was ticked."""
        return Counter(tick.what for tick in self.ticks if isinstance(tick, Signed))

    @property
    def turns(self) -> Mapping[str, int]:
        """How often each came to speak, silences too."""
        return Counter(tick.speaker for tick in self.ticks if isinstance(tick, Turn))

    @property
    def remarks(self) -> tuple[Remarked, ...]:
        """What the observer wrote."""
        return tuple(tick for tick in self.ticks if isinstance(tick, Remarked))


class FoundObservation(Value):
    """An observation's log as it was found; ``observation`` is None where there is none, or none that can be read."""

    observation: Observation | None = None
    problems: tuple[Problem, ...] = ()


def observation_of(events: Iterable[Event]) -> Observation | None:
    """The observation that a log's events tell of; None where they do not begin with its start.

    Where nobody left the seat, as when the program was killed, a stretch reaches to its last event in force.
    """
    told = list(events)
    undone = {event.act for event in told if isinstance(event, Undone)}
    force = [
        event
        for event in told
        if not isinstance(event, Undone) and not (isinstance(event, Tick) and event.seq in undone)
    ]
    if not force or not isinstance(force[0], Sat):
        return None
    starts = [place for place, event in enumerate(force) if isinstance(event, Sat | SatAgain)]
    stretches = tuple(_stretch(force[here:then]) for here, then in zip(starts, [*starts[1:], None], strict=True))
    return Observation(force[0], stretches)


def _stretch(events: list[Event]) -> Stretch:
    sitting = events[0]
    assert isinstance(sitting, Sitting)  # noqa: S101  it was cut at sittings
    ticks = tuple(event for event in events if isinstance(event, Tick))
    return Stretch(sitting, ticks, max(event.t for event in events))


def observation_path(log: Path) -> Path:
    """Where the observation of an interview lies, by the path of the interview's log."""
    return log.parent.parent / FOLDER / log.name


def read_observation_file(path: Path) -> LogReading:
    """Read an observation's log and what went on from it; nothing is changed and nothing is raised."""
    return read_whole(path, f"{FOLDER}/{path.name}", OF_OBSERVATIONS)


def any_observed(folder: Path) -> bool:
    """Whether there may be an observation of any interview of a study."""
    try:
        return next((folder / FOLDER).iterdir(), None) is not None or bool(find_rescued_logs(folder / FOLDER))
    except OSError:
        return bool(find_rescued_logs(folder / FOLDER))


def find_observation(log: Path, combined: Iterable[str] = ()) -> FoundObservation:
    """The observation beside an interview's log, if there is one, with what is wrong in it.

    Where the interview was ``combined`` of other logs theirs will do.
    """
    names = (log.name, *(f"{name}{log.suffix}" for name in combined))
    paths = (observation_path(log.with_name(name)) for name in names)
    path = next((one for one in paths if one.exists() or find_rescued_files(one)), None)
    if path is None:
        return FoundObservation()
    reading = read_observation_file(path)
    observation = observation_of(reading.events)
    problems = tuple(problem.but(code=_OWN_WORDS.get(problem.code, problem.code)) for problem in reading.problems)
    if observation is not None and observation.started.interview != path.stem:
        facts = {"interview": observation.started.interview}
        problems = (*problems, Problem(reading.file, 1, 1, "observation_other", facts, "warning"))
    return FoundObservation(observation, problems)


def strays(folder: Path, logs: Iterable[Path]) -> tuple[Problem, ...]:
    """A problem for each observation that none of a study's interviews belongs to, and for each copy of one."""
    known = {log.name for log in logs}
    try:
        paths = sorted(path for path in (folder / FOLDER).iterdir() if path.is_file())
    except OSError:
        return ()
    copies = [path for path in paths if log_file(path) is None and looks_like_log(path.name)]
    alone = [
        path.name
        for path in paths
        if path.suffix in (OPEN, ENDING) and path not in copies and (log_of(path.name) or path.name) not in known
    ]
    return (
        *(
            Problem(f"{FOLDER}/{name}", 1, 1, "observation_alone", {"interview": Path(name).stem}, "warning")
            for name in alone
        ),
        *(_copy(path) for path in copies),
    )


def _copy(path: Path) -> Problem:
    """What is worth knowing of a copy of an observation: it is not read, and may have what the observation lacks."""
    from interviews.log.copies import lacking  # hardly any study has one

    whole = path.with_name(f"{code_in(path.name)}{ending_in(path.parent.parent)}")
    count = len(lacking(read_observation_file(whole).events, read_observation_file(path).events))
    facts = {"log": f"{FOLDER}/{whole.name}", "count": str(count)}
    severity: Severity = "warning" if count else "notice"
    return Problem(f"{FOLDER}/{path.name}", 1, 1, "observation_copy", facts, severity)


How = Literal["clock", "wall", "log"]
BY_WALL = "wall"
"""What the name of a running begins with that stands for what only the wall clock told, before a study was finished."""
Found = TypeVar("Found")


class Axis(Value):
    """``shift`` seconds are added to an observation's t; ``how`` says by which clock that is known.

    By the suspend-proof clock where both logs were begun in the same running of the computer, else by the wall clock,
    which is written in whole seconds and may differ between two computers. Where no clock may tell, the observer's t
    was taken from the interview's log.
    """

    shift: float
    how: How


def axis(sitting: Sitting, interview: Interview) -> Axis | None:
    """How a stretch that began with ``sitting`` lies in the interview; None where the logs tell too little."""
    if isinstance(sitting, Sat | SatAgain) and sitting.follows:
        return Axis(0.0, "log")
    sittings = [event for event in interview.events() if isinstance(event, Sitting)]
    same = [one for one in sittings if sitting.boot and one.boot == sitting.boot]
    if same:
        nearest = _last_before(same, [one.clock <= sitting.clock for one in same])
        how: How = "wall" if sitting.boot.startswith(BY_WALL) else "clock"
        return Axis(nearest.t + sitting.clock - nearest.clock - sitting.t, how)
    here = _moment(sitting.wall)
    if here is None:
        return None
    since = [
        (one, seconds)
        for one in sittings
        if _moment(one.wall) and (seconds := seconds_between(one.wall, here)) is not None
    ]
    if not since:
        return None
    place = _last_before(since, [seconds >= 0 for _, seconds in since])
    return Axis(place[0].t + place[1] - sitting.t, "wall")


def _last_before(found: list[Found], before: list[bool]) -> Found:
    return next((one for one, is_before in zip(reversed(found), reversed(before), strict=True) if is_before), found[0])


def _moment(wall: str) -> datetime | None:
    """A wall-clock time with its time of day; None for one that was made too coarse to tell."""
    try:
        moment = datetime.fromisoformat(wall)
    except ValueError:
        return None
    return moment.astimezone() if ":" in wall else None
