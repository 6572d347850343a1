"""``intervjuguide run``: straight into an interview, new or taken up again."""

import os
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from guide.model import Guide
from interviews.clock import SystemClock
from interviews.events import Mode
from interviews.log import LogFailure
from interviews.session import Session
from interviews.study import Study, Told
from tui.commands.common import Visit, complain_of, need_study, need_terminal, participant_code
from tui.exits import DATA, OK, UsageError
from tui.greeting import greets
from tui.saying import complain, say
from tui.settings import Settings
from tui.version import VERSION
from tui.words import Words


def run(arguments: Namespace, settings: Settings) -> int:
    """Hold an interview in the study of ``--study``."""
    return hold(
        arguments.study,
        settings,
        mode="pilot" if arguments.pilot else "live",
        participant=arguments.participant,
        resume=arguments.resume,
    )


def hold(
    folder: Path,
    settings: Settings,
    *,
    mode: Mode,
    participant: str | None = None,
    resume: bool = False,
    ask: bool = True,
) -> int:
    """Open the live screen: a new interview, or one that never ended; ``ask`` offers that one before a new one."""
    study = Study(folder)
    reading = study.guide()
    words = Words(settings.language_for(reading.guide.language if reading.guide else None))
    visit = Visit(study, words, settings.theme)
    need_study(folder, words)
    code = participant_code(participant, words) if participant is not None else None
    refused = need_terminal(words)
    if refused is not None:
        return refused
    unfinished = [told for told in study.unfinished() if _wanted(told, code, mode)]
    if resume and not unfinished:
        unfinished = _ended(study, code)
    if resume and not unfinished:
        raise UsageError(words("nothing_to_resume") if code is None else words("nothing_to_resume_with", code=code))
    if reading.guide is None and not resume:
        complain_of(reading.problems, words)
        return DATA
    complain_of([problem for problem in reading.problems if problem.severity == "error"], words)
    choice = Choice(unfinished[-1] if resume else None)
    if unfinished and not resume and ask:
        offered = _offer(visit, unfinished[-1], code, mode)
        if offered is None:
            return OK
        choice = offered
    return open_interview(visit, reading.guide, choice, code, mode)


@dataclass(frozen=True, slots=True)
class Choice:
    """What to open: ``told`` taken up again, or a new interview where it is None."""

    told: Told | None


def _wanted(told: Told, code: str | None, mode: Mode) -> bool:
    if told.interview is None:
        return False
    started = told.interview.started
    return started.participant == code if code is not None else started.mode == mode


def _ended(study: Study, code: str | None) -> list[Told]:
    """A named participant's interviews that have ended: bookmarks can be filled, a reflexive note added."""
    return [told for told in map(study.tell, study.logs()) if told.interview and told.file.participant == code]


def _offer(visit: Visit, told: Told, code: str | None, mode: Mode) -> Choice | None:
    from tui.home import Offer, offer_screen

    started = told.interview.started.wall if told.interview is not None else ""
    seconds = told.interview.t if told.interview is not None else 0.0
    chosen = offer_screen(
        Offer(told.file.path.stem, seconds, started),
        visit.study.new_path(code or visit.study.next_code(mode)).stem,
        visit.words,
        visit.theme,
    )
    if chosen is None:
        return None
    return Choice(told if chosen == "resume" else None)


def open_interview(visit: Visit, guide: Guide | None, choice: Choice, code: str | None, mode: Mode) -> int:
    """Open the live screen on what was chosen, and say goodbye afterwards."""
    study, words = visit.study, visit.words
    clock = SystemClock()
    try:
        if choice.told is not None:
            session, log = Session.resume(choice.told.file.path, clock)
            complain_of(log.problems, words)
        elif guide is not None:
            participant = code or study.next_code(mode)
            elsewhere = None if code is not None else lambda: _next_place(study, mode)
            path = study.new_path(participant)
            session = Session.new(path, guide, participant, mode, clock, VERSION, elsewhere)
        else:
            return DATA
    except LogFailure as failure:
        complain(words(failure.code, **failure.facts))
        return DATA
    try:
        _show(session, visit, clock)
    finally:
        session.close()
    _farewell(study, session, words)
    return OK


def _next_place(study: Study, mode: Mode) -> tuple[Path, str]:
    """The next free file and code, for when another window has taken the ones before."""
    code = study.next_code(mode)
    return study.new_path(code), code


def _show(session: Session, visit: Visit, clock: SystemClock) -> None:
    from tui.app import InterviewApp
    from tui.live.screen import LiveScreen

    first = greets(os.environ)
    app = InterviewApp(lambda: LiveScreen(session, visit.words, clock.running, greets=first), visit.words, visit.theme)
    app.run()
    app.raise_crash()


def _farewell(study: Study, session: Session, words: Words) -> None:
    """Say where the words lie, and how to go on."""
    interview = session.interview
    if not interview.started.wall:
        say(words("farewell_nothing"))
        return
    code = interview.started.participant
    key = "farewell_ended" if interview.ended is not None else "farewell_open"
    say(words(key, code=code, file=session.path, folder=quote(str(study.folder))))
    complain_of(study.changed_wordings(), words)
