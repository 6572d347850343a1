"""``observe``: a second seat beside an interview."""

from argparse import Namespace
from pathlib import Path
from time import sleep

from interviews.core.clock import SystemClock
from interviews.failures import LogFailure
from interviews.observer_session import Seat, Window, open_logs
from interviews.observing.state import observation_path
from interviews.os_support import quote
from interviews.study.anonymity import is_anonymous
from interviews.study.folder import Study
from tui import VERSION
from tui.commands.common import Visit, find_study, need_terminal, participant_code
from tui.console import DATA, OK, UsageError, print_error, print_out, program_name, say_folded
from tui.settings import Settings
from tui.translator import Translator
from tui.where_kept import tell_of_file


def run(arguments: Namespace, settings: Settings) -> int:
    """Observe the interview that is under way in the study of ``--study``, or the named one."""
    study, _ = find_study(arguments, settings)
    code = participant_code(arguments.participant, _) if arguments.participant is not None else None
    visit = Visit(study, _, settings)
    log = _log(study, code, _)
    refused = None if settings.plain else need_terminal(_)
    if refused is not None:
        return refused
    log = log or _wait(visit)
    if log is None:
        return OK
    clock, window = SystemClock(), Window(log)
    window.look()
    try:
        seat = Seat.take(
            observation_path(log),
            clock,
            VERSION,
            window.interview,
            ago=window.age(clock),
            anonymous=is_anonymous(study.folder),
        )
    except LogFailure as failure:
        taken = failure.code == "log_locked"
        said = (
            _(
                "{name} is being observed in another window already. Go on there, or close it there and try again.",
                name=log.stem,
            )
            if taken
            else _.failure(failure)
        )
        print_error(said)
        return DATA
    lost = False
    try:
        lost = (_show_lines if settings.plain else _show)(seat, window, clock, visit)
    finally:
        seat.close()
    if lost:
        print_error(_("The text on the line could not be saved and is lost."))
    if not tell_of_file(seat, _):
        return DATA
    folder = quote(str(study.folder))
    participant = code or log.stem.partition("-")[0]
    where = {"file": seat.path, "code": participant, "folder": folder, "program": program_name()}
    say_folded(
        _(
            "The observation of {name} is in {file}. See what it shows:\n"
            "  {program} review --participant {code} --study {folder}",
            name=log.stem,
            **where,
        )
    )
    return OK


def _log(study: Study, code: str | None, _: Translator) -> Path | None:
    """The log of the interview that is meant: the open one last written, or the place of one that is yet to begin.

    None where no interview is under way and none is named.

    Raises:
        UsageError: the named interview has ended or is entered afterwards, or its log cannot be read.
    """
    found = open_logs(study, code)
    if found:
        return found[0].path
    if code is None:
        return None
    told = [one for one in study.load_interviews(code) if not one.reading.vacant]
    if not told:
        return study.path_of(code)
    if any(one.interview is not None and one.interview.started.afterwards for one in told[-1:]):
        raise UsageError(_("{code} is entered afterwards, from paper: there is no talk to observe", code=code))
    unread = next((one for one in reversed(told) if one.interview is None), None)
    if unread is None:
        raise UsageError(_("{code} has ended; the next interview can be observed once it is under way", code=code))
    fault = next((problem for problem in unread.problems if problem.severity == "error"), None)
    reason = _.problem(fault) if fault is not None else ""
    raise UsageError(
        _(
            "{file} cannot be read, so the interview cannot be observed. {reason}", file=unread.file.name, reason=reason
        ).rstrip()
    )


def _wait(visit: Visit) -> Path | None:
    """The next interview that begins in the study; None where it was not waited for."""
    if visit.settings.plain:
        return _wait_without_screen(visit)
    from tui.observer.observer_screen import WaitingApp

    app = WaitingApp(lambda: next((file.path for file in open_logs(visit.study)), None), visit._, visit.theme)
    app.run_to_end(visit._)
    return app.found


def _wait_without_screen(visit: Visit) -> Path:
    """The same, said in one line; Ctrl+C is how it is not waited for any longer."""
    _ = visit._
    print_out(_("No interview is under way. Waiting for one; Ctrl+C leaves."))
    while True:
        found = open_logs(visit.study)
        if found:
            return found[0].path
        sleep(1.0)


def _show_lines(seat: Seat, window: Window, clock: SystemClock, visit: Visit) -> bool:
    from tui.linear.sitting import observe_linearly

    return observe_linearly(seat, window, visit._, clock)


def _show(seat: Seat, window: Window, clock: SystemClock, visit: Visit) -> bool:
    """The seat, until it is left; whether a note on its line was lost then."""
    from tui.observer.observer_screen import ObserverApp, ObserverScreen

    _ = visit._
    screen = ObserverScreen(seat, window, _, clock)
    app = ObserverApp(lambda: screen, _, visit.theme)
    app.run_to_end(_)
    return screen.desk.lost
