"""Earlier interviews in numbers, surveyed before the next one.

The result is that of ``Study.survey``, but for the interviews themselves: their words are read once there is time.
"""

import json
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

from guide.files import open_file
from guide.frozen import NOTHING, Value
from guide.model import Guide
from guide.problems import Problem
from guide.reading import Reading
from interviews.core.afterwards import date_of
from interviews.core.clock import moment_of
from interviews.core.codec import MOST, decode, to_json
from interviews.core.course import order
from interviews.core.events import FORMAT, Ended, Mode, Started
from interviews.core.state import is_earlier
from interviews.core.timing import seconds_in_hand
from interviews.core.verdicts import questions_to_judge
from interviews.log.combined_logs import find_sources, name_odd_logs, source_problem
from interviews.log.copies import find_twins, in_cloud, twin_key, twin_key_in
from interviews.log.log_files import LogFile, digest_of
from interviews.log.reader import read_log
from interviews.log.rescued import is_under_way, logs_rescued
from interviews.study.folder import GuideCache, LoadedInterview, Study, StudyStatus, copy_problem
from interviews.study.guide_drift import GuideChanges
from interviews.study.kept import KeptNumbers, key_of
from interviews.study.placement import Placements
from interviews.study.previous_interviews import LEAST_MEASURED, PreviousInterviews, earlier, leftover_seqs, median

# Earlier interviews in numbers and ids: worked out of each log once, and kept (``interviews/study/kept.py``).

_FIRST_LINE = 16 * 1024 * 1024
MODES = frozenset(get_args(Mode))
_WALL = re.compile(r"[0-9T:+.Z-]{0,40}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_NOTICED = frozenset({"log_guide_rules"})
"""What may be wrong with a log of which numbers are kept: whatever else there is to say of one is said anew."""


class EarlierNumbers(Value):
    """One interview, in the ids of its own copy of the guide, whose digest is ``guide``.

    ``seconds`` are those of questions that were in hand long enough to be measured, ``left`` the seqs of what was left
    over, whatever the guide was revised for since. ``day`` is its date as far as it is known. ``unread``: only its
    beginning and its end were looked at yet, and order, seconds and what was left over are not known.
    """

    file: LogFile
    mode: Mode
    afterwards: bool
    wall: str
    day: str
    ended: bool
    to_judge: bool
    guide: str
    order: tuple[str, ...]
    seconds: Mapping[str, float]
    left: tuple[int, ...]
    first_line: str
    unread: bool = False


def numbers_of(told: LoadedInterview, first_line: str) -> EarlierNumbers | None:
    """The numbers of an interview that was read; None where there is none."""
    interview = told.interview
    if interview is None:
        return None
    started = interview.started
    live = started.mode == "live"
    return EarlierNumbers(
        file=told.file,
        mode=started.mode,
        afterwards=started.afterwards,
        wall=started.wall,
        day=date_of(interview),
        ended=interview.ended is not None,
        to_judge=bool(questions_to_judge(interview)),
        guide=guide_digest(started),
        order=order(interview) if live and not started.afterwards else (),
        seconds={id: took for id, took in seconds_in_hand(interview).items() if took >= LEAST_MEASURED},
        left=leftover_seqs(interview) if live else (),
        first_line=first_line,
    )


def may_be_kept(told: LoadedInterview) -> bool:
    """Whether a log is as they mostly are: nothing wrong with it, and no earlier version's, that counted otherwise."""
    interview = told.interview
    return (
        interview is not None
        and not is_earlier(interview.started.program)
        and all(problem.code in _NOTICED for problem in told.problems)
    )


def guide_digest(started: Started) -> str:
    """What tells one copy of the guide from another."""
    return digest_of(to_json(started.guide).encode())


def is_plain(wall: str, *digests: str) -> bool:
    """Whether a date, as far as it is known, and digests are nothing but that."""
    return _WALL.fullmatch(wall) is not None and all(map(_DIGEST.fullmatch, digests))


def to_record(one: EarlierNumbers) -> list[object]:
    """The numbers as they are kept."""
    flags = [one.afterwards, one.ended, one.to_judge]
    return [one.mode, flags, one.wall, one.day, one.guide, one.first_line, [*one.order], {**one.seconds}, [*one.left]]


def from_record(file: LogFile, record: Any) -> EarlierNumbers | None:
    """The numbers as they were kept; None where they are none."""
    try:
        mode, (afterwards, ended, to_judge), wall, day, guide, first_line, asked, seconds, left = record
        fits = (
            mode in MODES
            and {type(afterwards), type(ended), type(to_judge)} == {bool}
            and is_plain(wall, guide, first_line)
            and is_plain(day)
            and type(asked) is list
            and {*map(type, asked)} <= {str}
            and type(seconds) is dict
            and {*map(type, seconds.values())} <= {float}
            and all(LEAST_MEASURED <= took <= MOST for took in {*seconds.values()})
            and {*map(type, left)} <= {int}
            and all(0 <= seq <= MOST for seq in left)
        )
        if not fits:
            return None
        return EarlierNumbers(
            file, mode, afterwards, wall, day, ended, to_judge, guide, tuple(asked), seconds, tuple(left), first_line
        )
    except (TypeError, ValueError):
        return None


def names_only(one: EarlierNumbers, ids: frozenset[str]) -> bool:
    """Whether all that an interview names are questions of its guide, of which these are the ids."""
    return ids.issuperset(one.order) and ids.issuperset(one.seconds)


AT_ONCE = 16
"""New logs that are read whole before the first frame, which takes a tenth of a second at most."""
_TAIL = 16 * 1024
"""Bytes at the end of a log in which its end is looked for: hardly more is written in the evening after."""
_ENDED = b'"type":"ended"'
_TAKES_BACK = (b'"type":"undone"', b'"type":"merged"')


class Glances:
    """Looks at beginning and end of logs that nothing is kept of, so that no first frame waits for all between.

    What is needed before that is whether an interview ended, and with which guide. Where they do not surely tell it,
    or not of a guide that can be read, the log is read whole.
    """

    def __init__(self) -> None:
        self._shelf = GuideCache()
        self._guide: object = None
        self._digest: str | None = None

    def at(self, file: LogFile) -> EarlierNumbers | None:
        """What they tell; None where the log is to be read whole."""
        try:
            with open_file(file.path) as stream:
                first = stream.readline(_FIRST_LINE)
                stream.seek(max(len(first), os.fstat(stream.fileno()).st_size - _TAIL))
                tail = stream.read(_TAIL + 1)
            started = decode(json.loads(first))
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(started, Started) or not first.endswith(b"\n") or not _has_surely_ended(tail):
            return None
        if started.mode == "pilot" or started.afterwards or is_earlier(started.program) or started.format != FORMAT:
            return None
        if started.guide != self._guide:
            readable = self._shelf.guide(started)[0] is not None
            self._guide, self._digest = started.guide, guide_digest(started) if readable else None
        if self._digest is None:
            return None
        return EarlierNumbers(
            file=file,
            mode=started.mode,
            afterwards=False,
            wall=started.wall,
            day=started.wall,
            ended=True,
            to_judge=False,
            guide=self._digest,
            order=(),
            seconds={},
            left=(),
            first_line=digest_of(twin_key_in(first) or b""),
            unread=True,
        )


def _has_surely_ended(tail: bytes) -> bool:
    """Whether the last lines of a log have its end, whole, and nothing behind it that may have taken it back.

    In words of people such names cannot stand, for there a quotation mark is escaped.
    """
    place = tail.rfind(_ENDED)
    if place < 0 or len(tail) > _TAIL or not tail.endswith(b"\n") or any(one in tail[place:] for one in _TAKES_BACK):
        return False
    try:
        return isinstance(decode(json.loads(tail[tail.rfind(b"\n", 0, place) + 1 : tail.find(b"\n", place)])), Ended)
    except (ValueError, RecursionError):
        return False


class HeldGuides:
    """The guides that interviews of a study were held with, each read once, from the first line of one log.

    ``every`` has the digest of each log's guide, ``read`` those that are read already.
    """

    def __init__(self, every: Iterable[tuple[str, LogFile]], read: Mapping[str, Guide] = NOTHING) -> None:
        self._shelf = GuideCache()
        self._files: dict[str, list[LogFile]] = {}
        for digest, file in every:
            self._files.setdefault(digest, []).append(file)
        self._read: dict[str, Guide | None] = {**read}
        self._ids: dict[str, frozenset[str]] = {}

    def guide(self, digest: str) -> Guide | None:
        """The guide with this digest; None where no log has it any more."""
        if digest not in self._read:
            self._read[digest] = next(self._look_up(digest), None)
        return self._read[digest]

    def learn(self, digest: str, guide: Guide) -> None:
        """Know one more guide: that of a log whose first line is damaged is in no other."""
        self._read[digest] = self._read.get(digest) or guide

    def ids(self, digest: str) -> frozenset[str] | None:
        """The ids of its questions; None where it is nowhere."""
        guide = self.guide(digest)
        if guide is None:
            return None
        if digest not in self._ids:
            self._ids[digest] = frozenset(question.id for question in guide.questions)
        return self._ids[digest]

    def _look_up(self, digest: str) -> Iterator[Guide]:
        for file in self._files.get(digest, ()):
            try:
                with open_file(file.path) as stream:
                    line = stream.readline(_FIRST_LINE)
            except OSError:
                continue
            started = read_log(line, file.name).started
            if started is not None and guide_digest(started) == digest:
                guide, _ = self._shelf.guide(started)
                if guide is not None:
                    yield guide


def count_left(one: EarlierNumbers, settled: Collection[str]) -> int:
    """How much an interview left over, without what the guide was revised for since (``settled``)."""
    return sum(1 for seq in one.left if f"{one.file.code}:{seq}" not in settled)


# A survey of a study before its next interview, from kept numbers where there are many interviews.

PURPOSE = "start"


def survey(
    study: Study, files: Sequence[LogFile], current: Reading, program: str, kept: KeptNumbers | None = None
) -> StudyStatus:
    """All that the next interview needs to know of those in ``files``; ``program`` is the version that asks.

    ``kept`` is what is kept already, because a review has just read the logs.
    """
    kept = KeptNumbers(study.folder, PURPOSE, program) if kept is None else kept
    rescued = set(logs_rescued(study.folder / "interviews"))  # what they went on in may be new
    known = _find_known([file for file in files if file.path not in rescued], kept)
    new = [file for file in files if file.path not in rescued and file.name not in known]
    if len(new) > AT_ONCE:
        known |= {one.file.name: one for one in map(Glances().at, new) if one is not None}
    twins = find_twins(files, {name: one.first_line for name, one in known.items()})
    within = find_sources(files, twins)
    shelf, numbers, guides = GuideCache(), list[EarlierNumbers](), dict[str, Guide]()
    problems: list[Problem] = []
    for file in study.in_turn(files):
        if twins and file in twins:
            problems.append(copy_problem(file, *twins[file]))
            continue
        if file in within:
            problems.append(source_problem(file, within[file]))
            continue
        one = known.get(file.name)
        if one is None:
            key = key_of(file.path)
            told = study.load(file, shelf)
            one = numbers_of(told, digest_of(twin_key(file.path) or b""))
            if one is None or told.interview is None:
                continue
            guides[one.guide] = told.interview.guide
            if may_be_kept(told) and file.path not in rescued:
                kept.keep(file, key, to_record(one))
        numbers.append(one)
    held = HeldGuides([(one.guide, one.file) for one in numbers], guides)
    placements = Placements.of_study(study.folder, current)
    changes = GuideChanges(study.folder, current, placements)
    for one in numbers:
        copy = held.guide(one.guide)
        if copy is not None:
            changes.look_at(copy, one.file.code)
    problems += [Problem(file.name, 1, 1, "log_in_cloud") for file in in_cloud(study.folder)]
    problems += name_odd_logs(study.folder, files)
    return StudyStatus(
        told=(),
        unfinished=_open_ones(study, numbers),
        guide_changes=changes.problems,
        placements=placements,
        strays=tuple(problems),
        numbers=tuple(numbers),
        guides=held,
        kept=kept,
    )


def _find_known(files: Sequence[LogFile], kept: KeptNumbers) -> dict[str, EarlierNumbers]:
    """What is kept of logs that have not changed, and whose copy of the guide can still be read somewhere."""
    found = ((file, kept.of(file)) for file in files)
    read = ((file, None if record is None else from_record(file, record)) for file, record in found)
    known = {file.name: one for file, one in read if one is not None}
    held = HeldGuides((one.guide, one.file) for one in known.values())
    return {
        name: one for name, one in known.items() if (ids := held.ids(one.guide)) is not None and names_only(one, ids)
    }


def _open_ones(study: Study, numbers: Sequence[EarlierNumbers]) -> tuple[LoadedInterview, ...]:
    """What ``Study.unfinished`` tells, each read whole."""
    pilots = [one for one in numbers if one.mode == "pilot"]
    last = max(pilots, key=lambda one: (moment_of(one.wall), numbers.index(one)), default=None)
    open_ones = [one for one in numbers if not one.ended] + ([last] if last is not None and last.to_judge else [])
    free = [one for one in open_ones if not is_under_way(one.file.path)]
    loaded = (study.load(one.file) for one in sorted(free, key=lambda one: moment_of(one.wall)))
    return tuple(told for told in loaded if told.interview is not None)


def so_far(status: StudyStatus, study: Study, here: LogFile | None, held: Guide) -> PreviousInterviews:
    """What the other interviews leave to the one in the log ``here``, in the ids of its guide; their words to come.

    Where some of them were not read yet, all that is worked out of them comes with the words, at once.
    """
    from interviews.revisions import read_history  # the first interview does without

    settled = read_history(study.folder).settled
    others = [one for one in status.numbers if one.file != here and one.mode != "practice"]
    found = PreviousInterviews() if any(one.unread for one in others) else _sum_up(others, status, held, settled)
    return found.but(to_come=lambda: _words(study, status, others, held, settled))


def _sum_up(
    others: Sequence[EarlierNumbers], status: StudyStatus, held: Guide, settled: Collection[str]
) -> PreviousInterviews:
    """Orders, median seconds, and how much was left over."""
    courses: list[tuple[str, ...]] = []
    seconds: dict[str, list[float]] = {}
    left = 0
    names: dict[str, Mapping[str, str]] = {}
    """By the guide's digest; empty where all ids are the same."""
    for one in others:
        copy = status.guides.guide(one.guide) if status.guides is not None else None
        if copy is None:
            continue
        if one.guide not in names:
            found = status.placements.names_in(copy, held)
            names[one.guide] = {own: id for own, id in found.items() if own != id}
        named = names[one.guide]
        for question, took in one.seconds.items():
            seconds.setdefault(named.get(question, question), []).append(took)
        if one.mode == "live":
            left += count_left(one, settled)
            if not one.afterwards:
                courses.append(tuple(named.get(question, question) for question in one.order) if named else one.order)
    medians = {question: median(took) for question, took in seconds.items()}
    return PreviousInterviews(tuple(courses), medians, awaited=left)


def _words(
    study: Study, status: StudyStatus, others: Sequence[EarlierNumbers], held: Guide, settled: Collection[str]
) -> Iterator[PreviousInterviews]:
    """The notes linked in each interview, and what it left over, one interview at a time.

    Numbers of what was not read yet are kept, and when all is read orders and seconds come in a last part.
    """
    shelf = GuideCache()
    numbers = {one.file.name: one for one in others}
    for one in others:
        if one.mode != "live":
            continue
        key = key_of(one.file.path) if one.unread else None
        told = study.load(one.file, shelf)
        if one.unread:
            read = numbers_of(told, one.first_line)
            if read is None or told.interview is None:
                del numbers[one.file.name]
            else:
                numbers[one.file.name] = read
                if status.guides is not None:
                    status.guides.learn(read.guide, told.interview.guide)
                if status.kept is not None and may_be_kept(told):
                    status.kept.keep(one.file, key, to_record(read))
        if told.interview is not None:
            part = earlier([status.placements.as_in(told.interview, held)], settled)
            yield PreviousInterviews(links=part.links, left=part.left)
    if any(one.unread for one in others):
        yield _sum_up([*numbers.values()], status, held, settled)
