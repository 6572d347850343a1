"""``run``: straight into an interview."""

from argparse import Namespace
from pathlib import Path

from guide.model import Guide
from guide.reading import Reading
from interviews.core.events import Mode, PilotKind
from interviews.study.folder import LoadedInterview, Study, StudyStatus
from interviews.study.guide_drift import MOVED
from tui.commands.common import Visit, need_study, participant_code
from tui.commands.open_interview import arrive, find_open_elsewhere, need_free, offer_code, open_interview, survey_of
from tui.console import DATA, OK, UsageError, print_error
from tui.settings import Settings
from tui.translator import N_, Translator


def run(arguments: Namespace, settings: Settings) -> int:
    """Hold an interview in the study of ``--study``, or enter one that was held without the program."""
    if arguments.afterwards is not None or arguments.date is not None:
        from tui.commands.afterwards import enter

        return enter(arguments, settings)
    kind = pilot_kind(arguments.pilot, settings, arguments.study) if arguments.pilot is not None else ""
    return hold(
        arguments.study,
        settings,
        mode="pilot" if kind else "live",
        pilot=kind,
        participant=arguments.participant,
        resume=arguments.resume,
    )


_KINDS: dict[str, PilotKind] = {
    "peer": "peer", "medstudent": "peer", "self": "self", "selv": "self", "selvintervju": "self",
    "sjølv": "self", "sjølvintervju": "self", "desk": "desk",
    "lesing": "desk", "field": "field", "felt": "field", "feltprøve": "field",
}  # fmt: skip
"""What the kinds of pilots are called on the command line, in both languages (Chenail 2011, Kallio et al. 2016)."""


def pilot_kind(given: str, settings: Settings, folder: Path) -> PilotKind:
    """The kind of pilot that a word means; no word at all is the pilot with a peer.

    Raises:
        UsageError: there is no such kind.
    """
    if not given:
        return "peer"
    kind = _KINDS.get(given.casefold())
    if kind is not None:
        return kind
    from guide.problems import nearest

    _, near = Translator(settings.language_for(Study(folder).guide().language)), nearest(given, _KINDS)
    raise UsageError(
        _(
            N_("“{given}” is no kind of pilot; did you mean {near}? (self, desk, peer, field)")
            if near
            else N_("“{given}” is no kind of pilot: self, desk, peer or field"),
            given=given,
            near=near,
        )
    )


def hold(
    folder: Path,
    settings: Settings,
    *,
    mode: Mode,
    pilot: PilotKind = "",
    participant: str | None = None,
    resume: bool = False,
    ask: bool = True,
) -> int:
    """Open the live screen: a new interview, or one that never ended; ``ask`` offers that one before a new one."""
    study = Study(folder)
    reading = study.guide()
    _ = Translator(settings.language_for(reading.language))
    need_study(folder, _)
    code = participant_code(participant, _) if participant is not None else None
    need_free(study, code, mode, _)
    arrived = arrive(study, _, settings, reading)
    if isinstance(arrived, int):
        return arrived
    visit, reading, survey = arrived.visit, arrived.reading, arrived.survey
    unfinished = [told for told in survey.unfinished if _is_wanted(told, code, mode)]
    if resume and not unfinished and code is None:  # an interview comes first, then a pilot
        unfinished = list(survey.unfinished)
    held = find_open_elsewhere(study, code) if code is not None or (resume and not unfinished) else None
    if held is not None:
        print_error(_("{file} is open in another window. Go on there, or close it there and try again.", file=held))
        return DATA
    if resume:
        return open_interview(visit, None, _to_resume(study, code, unfinished, _), code, mode, survey)
    chosen = _offer(visit, unfinished[-1], code, mode, new=reading.ok) if unfinished and ask else "new"
    if chosen is None:
        return OK
    if chosen == "resume":
        return open_interview(visit, None, unfinished[-1], code, mode, survey)
    if reading.guide is None:
        return DATA
    if code is not None and study.codes_gone(code):
        code = offer_code(visit, code, mode)
        if code is None:
            return OK
    again = offer_ids(visit, reading, survey, code, mode) if ask else (reading.guide, survey)
    return OK if again is None else open_interview(visit, again[0], None, code, mode, again[1], pilot)


def offer_ids(
    visit: Visit, reading: Reading, survey: StudyStatus, code: str | None, mode: Mode
) -> tuple[Guide, StudyStatus] | None:
    """Offer to write the ids out before one more interview counts them; the guide and the study then, or None."""
    if reading.guide is None:
        return None
    if all(one.code != MOVED for one in survey.guide_changes):
        return reading.guide, survey
    from tui.commands.choose import choose
    from tui.commands.common import Choice
    from tui.commands.moved_ids import describe_moves, write_ids

    study, _ = visit.study, visit._
    key = N_("New pilot {code}") if mode == "pilot" else N_("New interview {code}")
    new = Choice("new", _(key, code=study.new_path(code or study.next_code(mode)).stem))
    choices = (new, Choice("ids", _("Write the ids into guide.yaml, those that the interviews have")))
    failed: tuple[str, ...] = ()
    while True:
        what = "\n".join((*failed, *describe_moves(study, _)))
        chosen = choose(_("Questions have moved"), what, choices, _, visit.settings)
        if chosen is None:
            return None
        if chosen != "ids":
            return reading.guide, survey
        written = write_ids(study.guide_path, _)
        written.tell()
        if written.ok:
            again = study.guide()
            return again.guide or reading.guide, survey_of(study, again, _)
        failed = written.lines


def _is_wanted(told: LoadedInterview, code: str | None, mode: Mode) -> bool:
    if told.interview is None:
        return False
    started = told.interview.started
    return started.participant == code if code is not None else started.mode == mode and not started.afterwards


def _to_resume(study: Study, code: str | None, unfinished: list[LoadedInterview], _: Translator) -> LoadedInterview:
    """The last interview that is not done; for a named participant also one that has, to add words afterwards.

    Raises:
        UsageError: there is none.
    """
    if not unfinished and code is not None:
        unfinished = [one for one in study.load_interviews(code) if one.interview is not None]
    if not unfinished:
        raise UsageError(
            _("there is no unended interview to go on with here")
            if code is None
            else _(
                "there is no interview with {code} to go on with; begin one with run --participant {code}", code=code
            )
        )
    return unfinished[-1]


def _offer(visit: Visit, told: LoadedInterview, code: str | None, mode: Mode, *, new: bool) -> str | None:
    """Offer to go on with ``told``, or a new interview where the guide allows one: resume, new, or None."""
    from tui.commands.choose import Offer, offer_screen

    study = visit.study
    new_code = study.new_path(code or study.next_code(mode)).stem if new else None
    return offer_screen(Offer.of(told), new_code, visit._, visit.settings)
