"""Reviewed interviews in kept numbers.

A review of a thousand interviews reads the logs that have changed, and no others. What is kept is in the ids of an
interview's own copy of the guide, and taken where these are today's ids too.
"""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from guide.frozen import Value
from guide.model import Guide
from guide.problems import Problem
from interviews.core.checklists import SIDES, ProbeTick, every_point
from interviews.core.clock import moment_of
from interviews.core.codec import MOST
from interviews.core.coverage import Coverage, QuestionCoverage, QuestionState, TargetCoverage, TargetState
from interviews.core.events import PilotKind, TickMark
from interviews.core.notes import FATES
from interviews.log.combined_logs import find_sources, name_odd_logs, source_problem
from interviews.log.copies import find_twins, in_cloud, twin_key
from interviews.log.log_files import LogFile, digest_of
from interviews.log.rescued import is_under_way, logs_rescued
from interviews.observing.debrief import debrief_unobserved
from interviews.observing.state import any_observed, find_observation, strays
from interviews.study import survey
from interviews.study.facts import read_study_facts
from interviews.study.folder import GuideCache, LoadedInterview, Study, came_back_problem, copy_problem
from interviews.study.guide_drift import GuideChanges
from interviews.study.kept import FEWEST, KeptNumbers, Key, key_of
from interviews.study.placement import Placements
from interviews.study.review import InterviewReview, Review, latest_copy, review, review_interview
from interviews.study.revision_numbers import RevisionNumbers
from interviews.study.survey import MODES, HeldGuides, guide_digest, is_plain, may_be_kept

PURPOSE = "review"

_STATES: dict[Any, QuestionState] = {state: state for state in get_args(QuestionState)}
_TARGET_STATES: dict[Any, TargetState] = {state: state for state in get_args(TargetState)}
"""What was read becomes these very words, which stand in memory once."""
_MARKS = frozenset(get_args(TickMark))
_PILOTS = frozenset(get_args(PilotKind))


class ReviewNumbers(Value):
    """What is kept of one interview: its review, but for what is worked out anew each time."""

    file: LogFile
    guide: str
    first_line: str
    strict: bool
    wall: str
    mode: str
    record: Any


def to_record(one: InterviewReview, loaded: LoadedInterview, first_line: str) -> list[object]:
    """The numbers of an interview that was read, as they are kept; ``first_line`` is the digest of its first line."""
    started = loaded.reading.started
    assert started is not None  # noqa: S101  it was reviewed
    probes = {id: [[tick.point, tick.mark, tick.t] for tick in ticks] for id, ticks in one.probes.items()}
    told = [
        one.participant,
        one.pilot,
        one.started,
        one.ended,
        one.end,
        one.afterwards,
        one.seconds,
        one.briefing,
        one.interviewer,
    ]
    counted = [{**one.fates}, [*one.order], one.sides, probes, {**one.examples}, one.debrief.length]
    numbers = [told, one.coverage.questions, one.coverage.targets, counted]
    return [guide_digest(started), first_line, not loaded.problems, started.wall, one.mode, numbers]


def from_record(file: LogFile, record: Any) -> ReviewNumbers | None:
    """The numbers as they were kept; None where they are none."""
    try:
        guide, first_line, strict, wall, mode, numbers = record
        fits = type(strict) is bool and mode in MODES and is_plain(wall, guide, first_line)
        return ReviewNumbers(file, guide, first_line, strict, wall, mode, numbers) if fits else None
    except (TypeError, ValueError):
        return None


def review_from_numbers(
    one: ReviewNumbers, guide: Guide, revision: int | None, placements: Placements
) -> InterviewReview | None:
    """The review that the numbers tell of; None where they tell of none, or ids have become others since."""
    placement = placements.of(guide)
    if not placement.as_it_was:
        return None
    try:
        told, questions, targets, counted = one.record
        participant, pilot, started, ended, end, afterwards, seconds, briefing, interviewer = told
        fates, asked, sides, probes, examples, length = counted
        ids = [question.id for question in guide.questions]
        known = frozenset(ids)
        fits = (
            [*questions] == ids
            and [*targets] == [target.id for target in guide.targets]
            and all(map(_is_question, questions.values()))
            and all(map(_is_target, targets.values()))
            and participant == one.file.participant
            and pilot in _PILOTS
            and type(interviewer) is str
            and is_plain(started)
            and {type(ended), type(afterwards)} == {bool}
            and _are_seconds((seconds, briefing))
            and _are_seconds(at for at in (end, length) if at is not None)
            and [*fates] == [*FATES]
            and _are_counts(fates.values())
            and known.issuperset(asked)
            and known.issuperset(examples)
            and _are_counts(examples.values())
            and [*sides] == [question.id for question in guide.questions if question.two_sided]
            and all([*each] == [*SIDES] and _are_counts(each.values()) for each in sides.values())
        )
        if not fits:
            return None
        ticks = _probe_ticks(guide, probes) if probes else {}
        coverage = Coverage(
            {
                id: QuestionCoverage(_STATES[found[0]], *found[1:])
                for id, found in zip(ids, questions.values(), strict=True)
            },
            {
                one.id: TargetCoverage(_TARGET_STATES[found[0]], *found[1:])
                for one, found in zip(guide.targets, targets.values(), strict=True)
            },
        )
        return InterviewReview(
            participant=participant,
            file=one.file.name,
            mode=one.mode,
            started=started,
            ended=ended,
            under_way=not ended and is_under_way(one.file.path),
            seconds=seconds,
            briefing=briefing,
            interviewer=interviewer,
            guide=guide,
            coverage=coverage,
            fates=fates,
            order=tuple(asked),
            sides=sides,
            debrief=debrief_unobserved(length, fates),
            placement=placement,
            pilot=pilot,
            end=end,
            afterwards=afterwards,
            revision=revision,
            probes=ticks,
            examples=examples,
        )
    except (TypeError, ValueError, KeyError, AttributeError):
        return None


def _is_question(found: Any) -> bool:
    state, depth, unasked, asked_at, covered_at, notes, seconds, declined_at = found
    times = [at for at in (asked_at, covered_at, seconds, declined_at) if at is not None]
    return (
        state in _STATES
        and (depth is None or type(depth) is int)
        and type(unasked) is bool
        and _are_counts((notes,))
        and seconds is not None
        and _are_seconds(times)
    )


def _is_target(found: Any) -> bool:
    state, covered, of, notes, seconds = found
    return state in _TARGET_STATES and _are_counts((covered, of, notes)) and _are_seconds((seconds,))


def _are_counts(found: Any) -> bool:
    return all(type(one) is int and 0 <= one <= MOST for one in found)


def _are_seconds(found: Any) -> bool:
    return all(type(one) in (float, int) and 0 <= one <= MOST for one in found)


def _probe_ticks(guide: Guide, kept: Mapping[str, Any]) -> dict[str, tuple[ProbeTick, ...]]:
    """The ticks with the probes' words, which stand in the guide.

    Raises:
        KeyError: the guide has no such probe.
        ValueError: it is no tick.
    """
    found: dict[str, tuple[ProbeTick, ...]] = {}
    for id, ticks in kept.items():
        question = guide.question(id)
        if question is None or question.id != id:
            raise KeyError(id)
        points = {point.point: point for point in every_point(question)}
        told = []
        for name, mark, t in ticks:
            if mark not in _MARKS or not _are_seconds((t,)):
                raise ValueError(name)
            told.append(ProbeTick(name, points[name].text, mark, t, points[name].is_condition))
        found[id] = tuple(told)
    return found


def review_kept(
    study: Study, program: str, start: KeptNumbers | None = None
) -> tuple[Review | None, KeptNumbers | None]:
    """What ``review`` comes to, and the numbers to write down where there are many interviews.

    ``program`` is the version that asks. In ``start`` those are kept that ``survey`` needs: no log is read twice.
    """
    files = study.logs()
    return (review(study), None) if len(files) < FEWEST else _review_many(study, files, program, start)


def _review_many(
    study: Study, files: Sequence[LogFile], program: str, start: KeptNumbers | None
) -> tuple[Review | None, KeptNumbers]:
    kept = KeptNumbers(study.folder, PURPOSE, program)
    current = study.guide()
    rescued = set(logs_rescued(study.folder / "interviews"))  # what they went on in may be new
    found = ((file, kept.of(file)) for file in files if file.path not in rescued)
    known = {file.name: one for file, record in found if (one := from_record(file, record)) is not None}
    guides = HeldGuides((one.guide, one.file) for one in known.values())
    known = {name: one for name, one in known.items() if guides.guide(one.guide) is not None}
    twins = find_twins(files, {name: one.first_line for name, one in known.items()})
    within = find_sources(files, twins)
    back = study.came_back_among(files)
    observed = any_observed(study.folder)
    placements = Placements.of_study(study.folder, current)
    changes = GuideChanges(study.folder, current, placements)
    numbers = RevisionNumbers(
        study,
        {name: ((moment_of(one.wall), one.mode != "pilot"), guides.guide(one.guide)) for name, one in known.items()},
    )
    shelf = GuideCache()
    problems = [problem for problem in current.problems if problem.severity == "error"]
    every: list[InterviewReview] = []
    for file in study.in_turn(files):
        if file in twins or file in within:
            beside = copy_problem(file, *twins[file]) if file in twins else source_problem(file, within[file])
            problems.append(beside)
            continue
        came = (came_back_problem(file),) if back and file in back else ()
        one = known.get(file.name)
        guide = None if one is None else guides.guide(one.guide)
        if one is not None and guide is not None and not observed:
            told = review_from_numbers(one, guide, numbers.number(guide, one.wall), placements)
            if told is not None:
                problems += [] if one.strict else [Problem(file.name, 1, 1, "log_guide_rules", severity="notice")]
                problems += came
                changes.look_at(guide, file.code)
                every.append(told)
                continue
        key = key_of(file.path)
        loaded = study.load(file, shelf)
        problems += (*loaded.problems, *came)
        if loaded.interview is None:
            continue
        changes.look_at(loaded.interview.guide, loaded.interview.code)
        seen = find_observation(file.path, loaded.interview.started.combined)
        problems += seen.problems
        placement = placements.of(loaded.interview.guide)
        every.append(review_interview(loaded, placement.view(loaded.interview), placement, numbers, seen.observation))
        if file.path not in rescued and may_be_kept(loaded):
            _keep(kept if placement.as_it_was and not observed else None, start, key, loaded, every[-1])
    problems += [Problem(file.name, 1, 1, "log_in_cloud") for file in in_cloud(study.folder)]
    problems += (*name_odd_logs(study.folder, files), *strays(study.folder, (file.path for file in files)))
    problems += changes.problems
    chosen = current.guide or latest_copy(tuple(every))
    withdrawals = read_study_facts(study.folder).withdrawals
    return None if chosen is None else Review(chosen, tuple(every), tuple(problems), withdrawals), kept


def _keep(
    kept: KeptNumbers | None, start: KeptNumbers | None, key: Key | None, loaded: LoadedInterview, one: InterviewReview
) -> None:
    """Keep what was worked out of a log; but for how a pilot was handled, and of those there are few."""
    first_line = digest_of(twin_key(loaded.file.path) or b"")
    numbers = None if start is None else survey.numbers_of(loaded, first_line)
    if start is not None and numbers is not None:
        start.keep(loaded.file, key, survey.to_record(numbers))
    if kept is not None and one.handling is None and one.load is None:
        kept.keep(loaded.file, key, to_record(one, loaded, first_line))
