"""``review``: coverage across the study."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from shutil import get_terminal_size

from guide.model import Guide
from guide.problems import Problem
from interviews.core.clock import SystemClock
from interviews.study.earlier_rule import Otherwise, is_seen, notices_of, remember_seen
from interviews.study.folder import Study
from interviews.study.limits import due
from interviews.study.review import Review, StudyWalk, held_in, review
from interviews.study.review_json import head_json, interview_json
from tui.commands.common import (
    as_printed,
    complain_of,
    interview_code,
    need_study,
    new_name_lists,
    problem_json,
    tell_revised_once,
)
from tui.console import DATA, OK, UsageError, complain_folded, print_out
from tui.settings import Settings
from tui.words import Words


def run(arguments: Namespace, settings: Settings) -> int:
    """Review a study, or one participant's interviews; exit 1 when a file has errors."""
    study = Study(arguments.study)
    reading = study.guide()
    words = Words(settings.language_for(reading.language))
    need_study(arguments.study, words)
    code = interview_code(arguments.participant, words) if arguments.participant is not None else None
    _one_kind(arguments, words)
    if arguments.json:
        return _print_json(study, code, words, reflexive=arguments.with_reflexive)
    if arguments.html is not None or arguments.markdown is not None:
        from tui.commands.report import report

        return report(study, code, arguments, words)
    reflexive = arguments.with_reflexive
    return show_interviews(study, code, words, reflexive=reflexive) if code is not None else show_study(study, words)


def _one_kind(arguments: Namespace, words: Words) -> None:
    """Refuse to make several things at once, and to leave out notes where none would stand."""
    files = [file for file in (arguments.html, arguments.markdown) if file is not None]
    if len(files) + arguments.json > 1:
        raise UsageError(words("report_one_kind"))
    if arguments.without_notes and not files:
        raise UsageError(words("report_notes_where"))
    shows_notes = files or arguments.json or arguments.participant is not None
    if arguments.with_reflexive and (arguments.without_notes or not shows_notes):
        raise UsageError(words("report_reflexive_where"))


def show_study(study: Study, words: Words) -> int:
    """Print the study's coverage for reading."""
    from tui.review.study_text import study_text  # other programs ask for JSON, and ask often

    result = review(study)
    if result is None:
        complain_of(study.guide().problems, words)
        return DATA
    print_out(study_text(result, words, get_terminal_size().columns))
    notice = first_notice(study.folder, result, words)
    for told in (notice, new_name_lists(study.folder, words)):
        if told:
            complain_folded(told)
    if result.guide.data is not None:
        from tui.limit_lines import complain_of_limits, study_limits  # most studies set no dates

        complain_of_limits(due(study_limits(study, result.guide.data, held_in(result))), words)
    return _exit_code(study.folder, result.problems, words)


def show_interviews(study: Study, code: str, words: Words, *, reflexive: bool = False) -> int:
    """Print one participant's interviews, each with its notes, the ``reflexive`` ones only when asked for."""
    from tui.review.interview_text import interview_text

    rounds = StudyWalk(study, code)
    shown = 0
    for one, interview in rounds:
        print_out(("\n" if shown else "") + interview_text(one, interview, words, reflexive=reflexive))
        shown += 1
    _need_interview(shown, rounds.problems, code, words)
    return _exit_code(study.folder, rounds.problems, words)


def _print_json(study: Study, code: str | None, words: Words, *, reflexive: bool) -> int:
    """Print the review interview by interview, so that a long study takes no more room than its longest interview."""
    rounds = StudyWalk(study, code)
    guide = rounds.current.guide or _latest_guide(review(study, code))
    if guide is None:
        complain_of(rounds.current.problems, words)
        return DATA
    head = as_printed(head_json(guide, rounds.withdrawals)).removesuffix("\n}") + ',\n "interviews": ['
    shown = 0
    otherwise: dict[str, Otherwise] = {}
    for one, interview in rounds:
        otherwise[one.name] = one.otherwise
        printed = as_printed(interview_json(one, interview, reflexive=reflexive), "  ")
        sys.stdout.write((head if not shown else ",") + "\n" + printed)
        shown += 1
    if code is not None:
        _need_interview(shown, rounds.problems, code, words)
    told = [*rounds.problems, *notices_of(otherwise, reflexive=reflexive)]
    problems = as_printed([problem_json(problem, words) for problem in told], " ").lstrip()
    sys.stdout.write(("\n ],\n" if shown else f"{head}],\n") + f' "problems": {problems}\n}}\n')
    return DATA if _has_errors(rounds.problems) else OK


def _latest_guide(result: Review | None) -> Guide | None:
    return None if result is None else result.guide


def _need_interview(shown: int, problems: Iterable[Problem], code: str, words: Words) -> None:
    """Refuse a code that no log has; one whose log cannot be read is told as a problem instead."""
    if not shown and not any(problem.file != "guide.yaml" for problem in problems):
        raise UsageError(words("review_no_interview", code=code))


def _exit_code(folder: Path, problems: tuple[Problem, ...], words: Words) -> int:
    complain_of(tell_revised_once(folder, problems), words)
    return DATA if _has_errors(problems) else OK


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def first_notice(folder: Path, result: Review, words: Words) -> str:
    """All notices in one line, empty where there are none or they were shown before; from now on they were."""
    notices = notices_of(result.otherwise)
    if not notices or is_seen(folder, result.otherwise):
        return ""
    remember_seen(folder, result.otherwise, SystemClock().wall().date().isoformat())
    return " ".join(words.problem(notice) for notice in notices)
