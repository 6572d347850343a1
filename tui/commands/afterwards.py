"""``run --afterwards I5``: an interview entered from paper."""

from argparse import Namespace

from interviews.core.afterwards import date_of, read_date
from interviews.study.anonymity import is_anonymous
from interviews.study.folder import LoadedInterview, Study
from tui.commands.common import need_study, participant_code
from tui.commands.open_interview import Paper, arrive, find_open_elsewhere, need_free, offer_code, open_interview
from tui.console import DATA, OK, UsageError, print_error
from tui.settings import Settings
from tui.translator import Translator


def enter(arguments: Namespace, settings: Settings) -> int:
    """Open the live screen on a new interview without a clock, or on one whose entering was not ended."""
    study = Study(arguments.study)
    _ = Translator(settings.language_for(study.guide().language))
    paper, code = _read_paper(arguments, _)
    need_study(arguments.study, _)
    need_free(study, code, "live", _)
    arrived = arrive(study, _, settings)
    if isinstance(arrived, int):
        return arrived
    visit, reading, survey = arrived.visit, arrived.reading, arrived.survey
    held = find_open_elsewhere(study, code) if code is not None else None
    if held is not None:
        print_error(_("{file} is open in another window. Go on there, or close it there and try again.", file=held))
        return DATA
    open_ones = [told for told in survey.unfinished if _is_meant(told, code)]
    told = _to_go_on_with(open_ones, code, paper, _)
    if told is not None and code is None:
        from tui.commands.choose import Offer, offer_screen

        new_code = study.next_code("live") if reading.ok else None
        chosen = offer_screen(Offer.of(told), new_code, _, visit.settings)
        if chosen is None:
            return OK
        told = told if chosen == "resume" else None
    if told is not None:
        return open_interview(visit, None, told, code, "live", survey, paper=paper)
    if reading.guide is None:
        return DATA
    if code is not None and study.new_path(code).stem != code:
        code = offer_code(visit, code, "live")
        if code is None:
            return OK
    return open_interview(visit, reading.guide, None, code, "live", survey, paper=paper)


def _read_paper(arguments: Namespace, _: Translator) -> tuple[Paper, str | None]:
    """The date and the participant's code.

    Raises:
        UsageError: they contradict each other, are none, or stand with what makes no sense beside them.
    """
    if arguments.afterwards is None:
        raise UsageError(_("--date belongs with --afterwards: an interview held with the program has its own date"))
    if arguments.pilot is not None:
        raise UsageError(_("--afterwards enters interviews, not pilots: leave out --pilot"))
    codes = {participant_code(one, _) for one in (arguments.afterwards, arguments.participant) if one}
    if len(codes) > 1:
        raise UsageError(_("two codes: {codes}. Name one", codes=" ".join(sorted(codes))))
    if arguments.date is not None and is_anonymous(arguments.study):
        raise UsageError(_("--date: the study is anonymous, and no interview in it has a date. Leave it out"))
    date = "" if arguments.date is None else read_date(arguments.date)
    if date is None:
        raise UsageError(_("“{given}” is no date: write it as 2026-11-20, or 2026-11 or 2026", given=arguments.date))
    return Paper(date), next(iter(codes), None)


def _is_meant(told: LoadedInterview, code: str | None) -> bool:
    if told.interview is None:
        return False
    started = told.interview.started
    return started.participant == code if code is not None else started.afterwards


def _to_go_on_with(
    open_ones: list[LoadedInterview], code: str | None, paper: Paper, _: Translator
) -> LoadedInterview | None:
    """The interview whose entering goes on, or None.

    Raises:
        UsageError: one is under way that was begun at the table, or its date was said otherwise.
    """
    told = open_ones[-1] if open_ones else None
    if told is None or told.interview is None:
        return None
    started = told.interview.started
    if not started.afterwards:
        raise UsageError(
            _(
                "{code} was begun in the program and not ended: go on with run --resume --participant {code}, or name another code",
                code=code,
            )
        )
    date = date_of(told.interview)
    if paper.date and date and paper.date != date:
        raise UsageError(
            _("{code} is being entered with the date {date}: leave out --date to go on", code=told.file.code, date=date)
        )
    return told
