"""A survey of a study before its next interview, from kept numbers where there are many interviews.

The result is that of ``Study.survey``, but for the interviews themselves: their words are read once there is time.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from guide.model import Guide
from guide.problems import Problem
from guide.reading import Reading
from interviews.core.clock import moment_of
from interviews.log.copies import find_twins, in_cloud, name_strays, twin_key
from interviews.log.files import digest_of
from interviews.log.names import LogFile
from interviews.log.rescued import is_under_way, logs_rescued
from interviews.study.earlier_numbers import (
    EarlierNumbers,
    HeldGuides,
    count_left,
    from_record,
    may_be_kept,
    named_in,
    numbers_of,
    to_record,
)
from interviews.study.folder import GuideCache, LoadedInterview, Study, StudyStatus, copy_problem
from interviews.study.guide_drift import WordingChanges
from interviews.study.kept import KeptNumbers, key_of
from interviews.study.placement import Placements
from interviews.study.previous_interviews import PreviousInterviews, earlier, median

PURPOSE = "start"


def survey(study: Study, files: Sequence[LogFile], current: Reading, program: str) -> StudyStatus:
    """All that the next interview needs to know of those in ``files``; ``program`` is the version that asks."""
    kept = KeptNumbers(study.folder, PURPOSE, program)
    known = _known(files, kept)
    twins = find_twins(files, {name: one.first_line for name, one in known.items()})
    rescued = set(logs_rescued(study.folder / "interviews"))
    shelf, numbers, guides = GuideCache(), list[EarlierNumbers](), dict[str, Guide]()
    problems: list[Problem] = []
    for file in files:
        if twins and file in twins:
            problems.append(copy_problem(file, *twins[file]))
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
    changes = WordingChanges(study.folder, current, placements)
    for one in numbers:
        copy = held.guide(one.guide)
        if copy is not None:
            changes.look_at(copy, one.file.code)
    problems += [Problem(file.name, 1, 1, "log_in_cloud") for file in in_cloud(study.folder)]
    problems += name_strays(study.folder, files)
    return StudyStatus(
        told=(),
        unfinished=_open_ones(study, numbers),
        changed_wordings=changes.problems,
        placements=placements,
        strays=tuple(problems),
        numbers=tuple(numbers),
        guides=held,
        kept=kept,
    )


def _known(files: Sequence[LogFile], kept: KeptNumbers) -> dict[str, EarlierNumbers]:
    """What is kept of logs that have not changed, and whose copy of the guide can still be read somewhere."""
    found = ((file, kept.of(file)) for file in files)
    read = ((file, None if record is None else from_record(file, record)) for file, record in found)
    known = {file.name: one for file, one in read if one is not None}
    held = HeldGuides((one.guide, one.file) for one in known.values())
    return {name: one for name, one in known.items() if (ids := held.ids(one.guide)) is not None and named_in(one, ids)}


def _open_ones(study: Study, numbers: Sequence[EarlierNumbers]) -> tuple[LoadedInterview, ...]:
    """What ``Study.unfinished`` tells, each read whole."""
    pilots = [one for one in numbers if one.mode == "pilot"]
    last = max(pilots, key=lambda one: (moment_of(one.wall), numbers.index(one)), default=None)
    open_ones = [one for one in numbers if not one.ended] + ([last] if last is not None and last.to_judge else [])
    free = [one for one in open_ones if not is_under_way(one.file.path)]
    loaded = (study.load(one.file) for one in sorted(free, key=lambda one: moment_of(one.wall)))
    return tuple(told for told in loaded if told.interview is not None)


def so_far(status: StudyStatus, study: Study, here: LogFile | None, held: Guide) -> PreviousInterviews:
    """What the other interviews leave to the one in the log ``here``, in the ids of its guide; their words to come."""
    from interviews.revisions import read_history  # the first interview does without

    settled = read_history(study.folder).settled
    courses: list[tuple[str, ...]] = []
    seconds: dict[str, list[float]] = {}
    left = 0
    others = [one for one in status.numbers if one.file != here and one.mode != "practice"]
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
    live = [one.file for one in others if one.mode == "live"]
    return PreviousInterviews(
        tuple(courses), medians, awaited=left, to_come=lambda: _words(study, status, live, held, settled)
    )


def _words(
    study: Study, status: StudyStatus, files: Sequence[LogFile], held: Guide, settled: Collection[str]
) -> Iterator[PreviousInterviews]:
    """The notes linked in each interview, and what it left over, one interview at a time."""
    shelf = GuideCache()
    for file in files:
        interview = study.load(file, shelf).interview
        if interview is not None:
            yield earlier([status.placements.as_in(interview, held)], settled)
