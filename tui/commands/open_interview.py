"""Somebody sits down at an interview, and leaves it.

The study is read, the screen shown, a word said on leaving.
"""

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

from guide.frozen import Value
from guide.model import Guide
from guide.reading import Reading
from interviews.core.clock import SystemClock
from interviews.core.events import Mode, PilotKind
from interviews.failures import LogFailure
from interviews.log.rescued import is_under_way
from interviews.os_support import quote
from interviews.session import Session
from interviews.study.folder import LoadedInterview, Study, StudyStatus
from interviews.study.kept import FEWEST
from interviews.study.previous_interviews import NONE_EARLIER, PreviousInterviews, earlier
from tui import VERSION
from tui.commands.common import Visit, finish_revision, need_terminal, new_name_lists
from tui.console import (
    DATA,
    OK,
    UsageError,
    agrees,
    complain_folded,
    complain_of,
    print_error,
    print_out,
    program_name,
    say_folded,
)
from tui.live.first_run import greets
from tui.live.options import LiveOptions
from tui.settings import Settings
from tui.translator import N_, Translator
from tui.where_kept import tell_what_is_kept

if TYPE_CHECKING:
    from interviews.study.kept import KeptNumbers


class Paper(Value):
    """That an interview was held without the program, and its date, empty where that was not said."""

    date: str = ""


def need_free(study: Study, code: str | None, mode: Mode, _: Translator) -> None:
    """Refuse a code that somebody had, or may have had who left, unless whoever asks for it knows better.

    Raises:
        UsageError: so it is.
    """
    if code is None or not study.is_retired(code):
        return
    from tui.commands.forget import note_stays  # few come here

    free, now = study.next_code(mode), ", ".join(sorted(study.codes_now(code)))
    asked = _(
        N_(
            "{code} was an interview's that has {now} now. The next free one is {free}. Use {code} for somebody else? (yes/no) "
        )
        if now
        else N_(
            "Somebody has left, and {code} may have been given. The next free one is {free}. Use {code} still? (yes/no) "
        ),
        code=code,
        now=now,
        free=free,
    )
    if agrees(asked) and not note_stays(study, code, _):
        return
    raise UsageError(
        _(
            N_(
                "{code} was an interview's that has {now} now; no code is given twice. The next free one is {free}. If somebody else is to have {code} all the same: intervjuguide forget {code} --stays{in_study}."
            )
            if now
            else N_(
                "Somebody has left, and {code} may have been given; no code is given twice. The next free one is {free}. If you know that nobody had {code}: intervjuguide forget {code} --stays{in_study}."
            ),
            code=code,
            now=now,
            free=free,
        )
    )


class Arrived(Value):
    """Somebody sits down at a study: its guide as it can be read, and its interviews."""

    visit: Visit
    reading: Reading
    survey: StudyStatus


def arrive(study: Study, _: Translator, settings: Settings, reading: Reading | None = None) -> Arrived | int:
    """Read a study for an interview at a terminal, and tell what is wrong in it; an exit code where there is none.

    ``reading`` is its guide, where it was read already.
    """
    gc.disable()  # until the first frame
    refused = None if settings.plain else need_terminal(_)
    if refused is not None:
        return refused
    if finish_revision(study, _) or reading is None:
        reading = study.guide()
    survey = survey_of(study, reading, _)
    complain_of([problem for problem in reading.problems if problem.severity == "error"], _)
    complain_of((*survey.strays, *survey.guide_changes), _)
    _tell_limits(study, reading, survey, _)
    name_lists = new_name_lists(study.folder, _)
    if name_lists:
        complain_folded(name_lists)
    return Arrived(Visit(study, _, settings), reading, survey)


def survey_of(study: Study, reading: Reading, _: Translator) -> StudyStatus:
    """What the next interview needs to know of the earlier ones."""
    files = study.logs()
    if len(files) < FEWEST:
        return study.survey(reading)
    from interviews.study.survey import survey  # most studies are small
    from tui.progress import tell_reading  # and take no second

    with tell_reading(study, _):
        return survey(study, files, reading, VERSION)


def _tell_limits(study: Study, reading: Reading, survey: StudyStatus, _: Translator) -> None:
    """Say what is due of what was promised; a guide that sets no dates costs nothing."""
    if reading.guide is None or reading.guide.data is None:
        return
    from interviews.core.afterwards import date_of
    from interviews.data_management.limits import due
    from tui.commands.due import complain_of_limits, study_limits

    held = [(one.file.path.stem, date_of(one.interview)) for one in survey.told if one.interview is not None]
    held += [(one.file.path.stem, one.day) for one in survey.numbers]
    complain_of_limits(due(study_limits(study, reading.guide.data, held)), _)


def offer_code(visit: Visit, code: str, mode: Mode) -> str | None:
    """Say that a code was used, and where its log is gone, and offer one more interview with it, or a free code."""
    from tui.commands.choose import choose
    from tui.commands.common import Choice

    study, _ = visit.study, visit._
    again, free = study.new_path(code).stem, study.next_code(mode)
    gone = study.codes_gone(code)
    choices = (
        Choice(code, _("A new interview with {code}, called {name}", code=code, name=again)),
        Choice(free, _("Another participant: {code}", code=free)),
    )
    there = ", ".join(file.code for file in study.logs(code))
    what = (
        _("An interview was held that has no log any more: {names}. No code is given twice.", names=", ".join(gone))
        if gone
        else _("There is an interview with this code already: {names}. Its words are left alone.", names=there)
    )
    return choose(_("{code} was used before", code=code), what, choices, _, visit.settings)


def find_open_elsewhere(study: Study, code: str | None) -> str | None:
    """The name of a log that another window holds: the participant's, or any where none is named."""
    files = study.logs(code or "")
    return next((file.path.name for file in files if is_under_way(file.path)), None)


def open_interview(
    visit: Visit,
    guide: Guide | None,
    told: LoadedInterview | None,
    code: str | None,
    mode: Mode,
    survey: StudyStatus | None = None,
    pilot: PilotKind = "",
    paper: Paper | None = None,
) -> int:
    """Take ``told`` up again, or begin a new interview with ``guide``; say goodbye afterwards."""
    study, _ = visit.study, visit._
    survey = survey_of(study, study.guide(), _) if survey is None else survey
    clock = SystemClock()
    try:
        if told is not None:
            date = "" if paper is None else paper.date
            session, log = Session.resume(told.file.path, clock, date, told.reading)
            complain_of(log.problems, _)
        elif guide is not None:
            participant = code or study.next_code(mode)
            elsewhere = None if code is not None else lambda: _next_place(study, mode)
            path = study.new_path(participant)
            session = Session.new(path, guide, participant, mode, clock, VERSION, elsewhere, pilot)
            session.hold_by(visit.settings.interviewer)
            if paper is not None:
                session.enter_afterwards(paper.date)
            session.when_begun = study.remember_codes
        else:
            return DATA
    except LogFailure as failure:
        complain_folded(_.failure(failure))
        return DATA
    try:
        _show(session, visit, clock, _study_so_far(visit.study, survey, told, session.interview.guide), survey.kept)
    except BaseException:
        session.close()
        tell_what_is_kept(session, _, N_("All that was shown as saved is in {file}."))
        raise
    if session.interview.ended is not None and session.interview.started.mode == "pilot":
        from tui.commands.load import ask_for_load  # interviews do without

        ask_for_load(session, _)
    session.close()
    if session.path.exists():  # once more, should another window have kept it from being written down
        unkept = study.remember_codes()
        if unkept is not None:
            print_error(
                _(
                    "Code {code} was not noted as used: {reason}",
                    code=session.interview.code,
                    reason=_.failure(unkept),
                )
            )
    return _farewell(study, session, _)


def _next_place(study: Study, mode: Mode) -> tuple[Path, str]:
    """The next free file and code, for when another window has taken the ones before."""
    code = study.next_code(mode)
    return study.new_path(code), code


def _study_so_far(study: Study, survey: StudyStatus, told: LoadedInterview | None, guide: Guide) -> PreviousInterviews:
    """What the other interviews of the study know that helps this one, in the ids of its guide."""
    here = told.file if told is not None else None
    if survey.numbers:
        from interviews.study.survey import so_far

        return so_far(survey, study, here, guide)
    others = [one.interview for one in survey.told if one.interview is not None and one.file != here]
    if not others:
        return NONE_EARLIER
    from interviews.revisions import read_history  # the first interview does without

    settled = read_history(study.folder).settled
    return earlier((survey.placements.as_in(one, guide) for one in others), settled)


def _show(
    session: Session,
    visit: Visit,
    clock: SystemClock,
    study_so_far: PreviousInterviews,
    kept: "KeptNumbers | None" = None,
) -> None:
    helps = LiveOptions(
        first=not session.interview.started.afterwards and greets(os.environ),
        earlier=study_so_far,
        think=visit.settings.think,
        near_end=visit.settings.near_end,
        drift=visit.settings.drift,
        comments=visit.settings.comments,
        kept=kept,
        clock=visit.settings.clock,
    )
    show_interview(session, visit._, clock, helps, visit.settings)


def show_interview(session: Session, _: Translator, clock: SystemClock, helps: LiveOptions, settings: Settings) -> None:
    """Hold the interview on the live screen, or line by line where no screen is wanted."""
    if settings.plain:
        from tui.linear.sitting import hold_linearly

        hold_linearly(session, _, clock, helps)
        return
    from tui.live.live_screen import InterviewApp, LiveScreen

    app = InterviewApp(lambda: LiveScreen(session, _, clock.running, helps), _, settings.theme)
    app.run_to_end(_)


def _farewell(study: Study, session: Session, _: Translator) -> int:
    """Say where the words lie, and how to go on; exit 1 where not all of them could be kept."""
    interview = session.interview
    if not session.has_begun and not session.draft_lost:
        print_out(_("The interview was not begun; nothing was saved."))
        return OK
    if not tell_what_is_kept(session, _) or not session.has_begun:
        return DATA
    going_on = (
        N_(
            "{code} is saved in {file}, but not all entered. Go on:\n"
            "  {program} run --afterwards {participant} --study {folder}"
        )
        if interview.started.afterwards
        else N_(
            "{code} is saved in {file}, but not ended. Go on:\n"
            "  {program} run --resume --participant {participant} --study {folder}"
        )
    )
    key = (
        N_(
            "{code} is saved in {file}. See its coverage:\n"
            "  {program} review --participant {participant} --study {folder}"
        )
        if interview.ended is not None
        else going_on
    )
    folder = quote(str(study.folder))
    where = {"participant": interview.started.participant, "file": session.path, "folder": folder}
    say_folded(_(key, code=interview.code, **where, program=program_name()))
    if interview.ended is not None and interview.started.mode != "practice":
        from tui.commands.due import backup_again

        again = backup_again(study, _)
        if again:
            say_folded(again)
    if interview.ended is not None and interview.started.mode == "pilot":
        say_folded(
            _(
                "Take what the pilot showed into the guide:\n  {program} revise --study {folder}",
                folder=folder,
                program=program_name(),
            )
        )
    return DATA if session.draft_lost else OK
