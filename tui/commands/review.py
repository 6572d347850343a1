"""``review``: coverage across the study."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from shutil import get_terminal_size

from guide.model import Guide
from guide.problems import Problem
from interviews.core.clock import SystemClock
from interviews.data_management.limits import due
from interviews.study.coarse import OutwardStudy
from interviews.study.earlier_rule import Otherwise, is_seen, notices_of, remember_seen
from interviews.study.folder import Study
from interviews.study.review import Review, StudyWalk, head_json, interview_json, list_days, review
from tui import VERSION
from tui.commands.common import (
    interview_code,
    need_log,
    need_study,
    new_name_lists,
    tell_guide_changes_once,
    without_collector,
)
from tui.commands.json_output import as_printed, problem_json
from tui.console import DATA, OK, UsageError, complain_folded, complain_of, print_out
from tui.progress import tell_reading
from tui.settings import Settings
from tui.translator import Translator


def run(arguments: Namespace, settings: Settings) -> int:
    """Review a study, or one participant's interviews; exit 1 when a file has errors."""
    study = Study(arguments.study)
    reading = study.guide()
    _ = Translator(settings.language_for(reading.language))
    need_study(arguments.study, _)
    code = interview_code(arguments.participant, _) if arguments.participant is not None else None
    _one_kind(arguments, _)
    if arguments.json:
        return _print_json(OutwardStudy(study.folder), code, _, reflexive=arguments.with_reflexive)
    if (arguments.html, arguments.markdown, arguments.word) != (None, None, None):
        from tui.commands.report import report

        return report(OutwardStudy(study.folder), code, arguments, _)
    reflexive = arguments.with_reflexive
    if code is not None:
        return show_interviews(study, code, _, settings, reflexive=reflexive)
    return show_study(study, _, settings)


def _one_kind(arguments: Namespace, _: Translator) -> None:
    """Refuse to make several things at once, and to leave out notes where none would stand."""
    files = [file for file in (arguments.html, arguments.markdown, arguments.word) if file is not None]
    if len(files) + arguments.json > 1:
        raise UsageError(_("choose one of --json, --html, --markdown and --word"))
    if arguments.without_notes and not files:
        raise UsageError(_("--without-notes goes with --html, --markdown or --word"))
    shows_notes = files or arguments.json or arguments.participant is not None
    if arguments.with_reflexive and (arguments.without_notes or not shows_notes):
        raise UsageError(
            _(
                "--with-reflexive goes with --participant, --json, --html, --markdown or --word, not with --without-notes"
            )
        )


def show_study(study: Study, _: Translator, settings: Settings) -> int:
    """Print the study's coverage for reading, or for the ear."""
    from interviews.study.review_numbers import review_kept  # other programs ask for JSON, and ask often
    from tui.documents.data import ReportData
    from tui.documents.study import study_text

    with tell_reading(study, _):
        result, kept = review_kept(study, VERSION)
    if kept is not None and kept.changed:
        kept.write()
    if result is None:
        complain_of(study.guide().problems, _)
        return DATA
    data = ReportData(result, (), _, notes=False, code=None)
    print_out(study_text(data, get_terminal_size().columns, in_words=settings.plain))
    notice = first_notice(study.folder, result, _)
    for told in (notice, new_name_lists(study.folder, _)):
        if told:
            complain_folded(told)
    if result.guide.data is not None:
        from tui.commands.due import complain_of_limits, study_limits  # most studies set no dates

        complain_of_limits(due(study_limits(study, result.guide.data, list_days(result))), _)
    return _exit_code(study.folder, result.problems, _)


def show_interviews(study: Study, code: str, _: Translator, settings: Settings, *, reflexive: bool = False) -> int:
    """Print one participant's interviews, each with its notes, the ``reflexive`` ones only when asked for."""
    from tui.documents.data import collect_report_data
    from tui.documents.interview import interview_text

    data, rounds = collect_report_data(study, _, code=code, notes=True, reflexive=reflexive)
    accounts = () if data is None else data.accounts
    columns = get_terminal_size().columns
    for place, account in enumerate(accounts):
        words = settings.plain
        told = "" if data is None else interview_text(account, data.without_problems, columns, in_words=words)
        print_out(("\n" if place else "") + told)
    if not accounts:
        need_log(rounds.problems, code, _)
    return _exit_code(study.folder, rounds.problems, _)


@without_collector()
def _print_json(study: Study, code: str | None, _: Translator, *, reflexive: bool) -> int:
    """Print the review interview by interview, so that a long study takes no more room than its longest interview."""
    rounds = StudyWalk(study, code)
    guide = rounds.current.guide or _latest_guide(review(study, code))
    if guide is None:
        complain_of(rounds.current.problems, _)
        return DATA
    head = as_printed(head_json(guide, rounds.withdrawals)).removesuffix("\n}") + ',\n "interviews": ['
    shown = 0
    otherwise: dict[str, Otherwise] = {}
    with nullcontext() if sys.stdout.isatty() else tell_reading(study, _):
        for one, interview in rounds:
            otherwise[one.name] = one.otherwise
            printed = as_printed(interview_json(one, interview, reflexive=reflexive), "  ")
            sys.stdout.write((head if not shown else ",") + "\n" + printed)
            shown += 1
    if code is not None and not shown:
        need_log(rounds.problems, code, _)
    told = [*rounds.problems, *notices_of(otherwise, reflexive=reflexive)]
    problems = as_printed([problem_json(problem, _) for problem in told], " ").lstrip()
    sys.stdout.write(("\n ],\n" if shown else f"{head}],\n") + f' "problems": {problems}\n}}\n')
    return DATA if _has_errors(rounds.problems) else OK


def _latest_guide(result: Review | None) -> Guide | None:
    return None if result is None else result.guide


def _exit_code(folder: Path, problems: tuple[Problem, ...], _: Translator) -> int:
    complain_of(tell_guide_changes_once(folder, problems), _)
    return DATA if _has_errors(problems) else OK


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def first_notice(folder: Path, result: Review, _: Translator) -> str:
    """All notices in one line, empty where there are none or they were shown before; from now on they were."""
    notices = notices_of(result.otherwise)
    if not notices or is_seen(folder, result.otherwise):
        return ""
    remember_seen(folder, result.otherwise, SystemClock().wall().date().isoformat())
    return " ".join(_.problem(notice) for notice in notices)
