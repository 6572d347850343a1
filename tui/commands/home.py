"""Bare ``intervjuguide``: what to do next."""

from argparse import Namespace
from collections.abc import Sequence
from math import ceil
from pathlib import Path

from guide.frozen import Value
from guide.model import Guide
from guide.problems import Problem
from interviews.data_management.backup import last_backup
from interviews.data_management.limits import Limit, due
from interviews.study.folder import LoadedInterview, Study
from interviews.study.kept import KeptNumbers
from interviews.study.placement import Placements
from interviews.study.review import Review, list_days
from interviews.study.review_numbers import review_kept
from tui import VERSION
from tui.commands.common import (
    AROUND,
    Choice,
    Visit,
    finish_revision,
    need_terminal,
    new_name_lists,
    tell_that_it_is_a_screen,
)
from tui.commands.due import backup_line, describe_limit, study_limits, tick_off, why_backup
from tui.commands.moved_ids import describe_moves, write_ids
from tui.console import DATA, OK, complain_of
from tui.exports.output_files import NOT_NOW
from tui.progress import tell_reading
from tui.settings import Settings
from tui.translator import N_, Translator

_TICK = {
    "recording": N_("Tick off: the recordings are deleted"),
    "transcripts": N_("Tick off: the transcripts are deleted or made anonymous"),
    "key": N_("Tick off: the linking key is destroyed"),
    "end": N_("End the project …"),
}


_MOST_STRAYS = 3
_MOST_LIMITS = 2
_HIGH = 30  # rows of a terminal with room for all that is due
_INSIDE = 72  # cells between the sides of the box
_BESIDE = ("copy_", "log_copy")


def run(arguments: Namespace, settings: Settings) -> int:
    """Offer what there is to do here."""
    study = Study(arguments.study)
    if (not study.exists or study.half_made) and not study.logs():
        return _no_study(study, settings)
    reading = study.guide()
    _ = Translator(settings.language_for(reading.language))
    refused = None if settings.plain else need_terminal(_)
    if refused is not None:
        return refused
    if finish_revision(study, _):
        reading = study.guide()
    visit = Visit(study, _, settings)
    complain_of([problem for problem in reading.problems if problem.severity == "error"], _)
    if reading.guide is None and not study.find_unfinished():
        return DATA
    title = reading.guide.title if reading.guide is not None else _("guide.yaml has errors")
    code = _in_study(visit, title, settings, new=reading.ok)
    while not isinstance(code, int):
        code = _in_study(visit, title, settings, new=reading.ok, at="review", told=code)
    return code


def _in_study(
    visit: Visit, title: str, settings: Settings, *, new: bool, at: str | None = None, told: tuple[str, ...] = ()
) -> int | tuple[str, ...]:
    """Offer what there is to do once, below what was ``told`` since; the exit code, or what to tell and offer again."""
    from tui.commands.choose import choose, resume_line
    from tui.commands.open_interview import open_interview
    from tui.commands.run import hold

    study, _ = visit.study, visit._
    with tell_reading(study, _):
        unfinished, result, kept = _look_at(study)
    resumes = [(Choice(f"resume {place}", resume_line(one, _)), one) for place, one in enumerate(unfinished)]
    begins = [
        Choice("live", _("New interview {code}", code=study.next_code("live"))),
        Choice("pilot", _("Pilot {code}", code=study.next_code("pilot"))),
    ]
    moved = describe_moves(study, _) if new else []
    held = list_days(result) if result is not None else []
    limits = due(study_limits(study, result.guide.data, held)) if result is not None else ()
    choices = [
        *(choice for choice, one in resumes if _is_live(one)),
        *(begins if new else ()),
        *(choice for choice, one in resumes if not _is_live(one)),
        *([Choice("paper", _("Enter an interview from paper"))] if new else ()),
        Choice("review", _("Coverage so far")),
        *([Choice("transcripts", _("Read-through of transcripts"))] if study.logs() else ()),
        Choice("reflect", _("Write a reflexive note")),
        *([Choice("ids", _("Write the ids into guide.yaml, those that the interviews have"))] if moved else ()),
        *([Choice("revise", _("Revise the guide"))] if new and study.logs() else ()),
        *(_limit_choices(limits, _) if len(limits) == 1 else ()),
        *([Choice("limits", _("Time limits: tick off what is done"))] if len(limits) > 1 else ()),
        Choice("quit", _("Leave")),
    ]
    above = [*told, *([""] if told else [])]
    copied, notices = backup_line(study, _), _notices(study, result, _)
    step = None if result is None else _next_step(study, result, unfinished, _)

    def tell(height: int) -> str:
        told_limits = [*_limit_lines(limits, height, _), *([copied] if copied else [])]
        room = height - AROUND - len(choices) - _rows_of([*above, *moved, *told_limits])
        return "\n".join((*above, *told_limits, _summary(study, _, room, result, notices, step), *moved))

    chosen = choose(title, tell, choices, _, visit.settings, at or (step.choice if step is not None else None))
    for numbers in kept:  # the screen did not wait for it
        if numbers.changed:
            numbers.write()
    if chosen == "ids":
        written = write_ids(study.guide_path, _)
        written.tell()
        return written.lines
    if chosen == "limits":
        every = "\n".join(describe_limit(one, _) for one in limits)
        chosen = choose(_("Time limits"), every, _limit_choices(limits, _), _, visit.settings)
        if chosen is None:
            return ()
    if chosen == "limit end":
        from tui.commands import finish

        return finish.run(Namespace(study=study.folder, done=None, not_done=None, yes=False), settings)
    if chosen is not None and chosen.startswith("limit "):
        return (tick_off(study, chosen.removeprefix("limit "), _)[1],)
    if chosen in ("live", "pilot"):
        pilot = chosen == "pilot"
        return hold(study.folder, settings, mode="pilot" if pilot else "live", pilot="peer" if pilot else "", ask=False)
    if chosen == "paper":
        from tui.commands.afterwards import enter

        asked = Namespace(study=study.folder, afterwards="", date=None, participant=None, pilot=None)
        return enter(asked, settings)
    if chosen == "review" and settings.plain:
        from tui.commands.review import show_study

        return show_study(study, _, settings)
    if chosen == "reflect" and settings.plain:
        from tui.commands import reflect

        return reflect.run(Namespace(study=study.folder, words=[]), settings)
    if chosen == "review":
        return _show_coverage(visit)
    if chosen in ("transcripts", "reflect"):
        tell_that_it_is_a_screen("transcripts", settings, _)
        from tui.review.app import show_study_page

        show_study_page(chosen, study, _, visit.theme)
        return ()
    if chosen == "revise":
        from tui.commands import revise

        return revise.run(Namespace(study=study.folder, after=None), settings)
    if chosen is not None and chosen.startswith("resume "):
        taken_up = unfinished[int(chosen.removeprefix("resume "))]
        return open_interview(visit, None, taken_up, None, "live")
    return OK


def _look_at(study: Study) -> tuple[tuple[LoadedInterview, ...], Review | None, list[KeptNumbers]]:
    """What is not done in a study, its review, and the numbers that are to be written once there is time."""
    from interviews.study.survey import PURPOSE, survey

    start = KeptNumbers(study.folder, PURPOSE, VERSION)
    result, kept = review_kept(study, VERSION, start)
    if kept is None:
        return study.find_unfinished(), result, []
    surveyed = survey(study, study.logs(), study.guide(), VERSION, start)
    return surveyed.unfinished, result, [kept] if surveyed.kept is None else [surveyed.kept, kept]


class NextStep(Value):
    """The one thing that is sensible now, in a line, and the choice that does it, empty where none here does."""

    told: str
    choice: str = ""


def _next_step(study: Study, result: Review, unfinished: Sequence[LoadedInterview], _: Translator) -> NextStep | None:
    """What no other line here tells: a pilot first and what it leads to, then a backup."""
    if not (result.interviews or result.withdrawals or study.codes_given()):
        told = _("Next step: a pilot ({code}), before the first interview.", code=study.next_code("pilot"))
        return NextStep(told, "pilot")
    if result.interviews and not result.counted:
        for place, one in reversed([*enumerate(unfinished)]):
            if one.interview is not None and one.interview.started.mode == "pilot":
                key = (
                    N_("Next step: the verdicts of {code}, before the first interview.")
                    if one.interview.ended is not None
                    else N_("Next step: go on with {code}, which was not ended.")
                )
                return NextStep(_(key, code=one.file.code), f"resume {place}")
        count = _count_proposed(study, result.guide)
        if count:
            told = _.ngettext(
                "Next step: revise the guide, for which a pilot has {count} proposal.",
                "Next step: revise the guide, for which pilots have {count} proposals.",
                count,
            )
            return NextStep(told, "revise")
    if any(one.ended for one in result.counted):
        key = why_backup(study)
        return NextStep(_(key)) if key else None
    return None


def _count_proposed(study: Study, guide: Guide) -> int:
    """On how many verdicts of pilots nobody has decided that want the guide otherwise."""
    from interviews.revisions import read_history  # few studies are between a pilot and the first interview
    from interviews.revisions.proposals import events_decided_on, proposals

    held = [(one.file.code, one.interview) for one in study.load_interviews() if one.interview is not None]
    placements = Placements.of_study(study.folder, study.guide())
    seen = [(code, placements.of(one.guide).view(one)) for code, one in held if one.started.mode == "pilot"]
    found = proposals(guide, seen, seen, events_decided_on(read_history(study.folder)))
    return sum(1 for one in found if one.kind == "verdict" and one.act != "keep")


def _limit_choices(limits: tuple[Limit, ...], _: Translator) -> tuple[Choice, ...]:
    return tuple(Choice(f"limit {one.name}", _(_TICK[one.name])) for one in limits)


def _limit_lines(limits: tuple[Limit, ...], height: int, _: Translator) -> list[str]:
    """What is due, the most overdue first; as many as a low terminal has rows for."""
    most = len(limits) if height >= _HIGH else _MOST_LIMITS
    told = [describe_limit(one, _) for one in limits[:most]]
    return [*told, *([_("… and {count} more time limits", count=len(limits) - most)] if len(limits) > most else [])]


def _show_coverage(visit: Visit) -> tuple[str, ...]:
    """The review on a screen of its own; what is to be told of the files that were written there."""
    from tui.review.app import show_review

    with tell_reading(visit.study, visit._):
        result = review_kept(visit.study, VERSION)[0]
    return () if result is None else show_review(visit.study, result, visit._, visit.theme)


def _is_live(told: LoadedInterview) -> bool:
    """Whether it is an interview proper, at the table; nothing else stands where the first Enter falls."""
    started = None if told.interview is None else told.interview.started
    return started is not None and started.mode == "live" and not started.afterwards


def _notices(study: Study, result: Review | None, _: Translator) -> list[str]:
    """What is told of the study below its interviews; some of it is told but once."""
    from tui.commands.review import first_notice

    if result is None:
        return []
    strays = _strays(result)
    told = [
        f"{one.file.removeprefix('interviews/')}{f':{one.line}' if one.line > 1 else ''}: {_.problem(one)}"
        for one in strays[:_MOST_STRAYS]
    ]
    more = (
        [_("and {count} more files; see “intervjuguide review{in_study}”", count=len(strays) - len(told))]
        if len(strays) > len(told)
        else []
    )
    notice = first_notice(study.folder, result, _)
    once = [line for line in (notice, new_name_lists(study.folder, _)) if line]
    return [*once, *told, *more, *_only_in_backup(study, result, _)]


def _strays(result: Review) -> list[Problem]:
    """What cannot be read, or not now, the first thing wrong in each file, and then what is not read: copies."""
    unread: dict[str, Problem] = {}
    for problem in result.problems:
        if problem.file != "guide.yaml" and (problem.severity == "error" or problem.code in NOT_NOW):
            unread.setdefault(problem.file, problem)
    return [*unread.values(), *(one for one in result.problems if one.code.startswith(_BESIDE))]


def _only_in_backup(study: Study, result: Review, _: Translator) -> list[str]:
    """Which interviews the last copy has that are gone here, or of which nothing can be read."""
    last = last_backup(study.folder)
    if last is None:
        return []
    here = {one.name for one in result.interviews}
    here |= {Path(one.file).stem for one in result.problems if one.code.startswith(("log_copy", "log_combined"))}
    only = [code for code in last.interviews if code not in here]
    names = ", ".join(only[:_MOST_STRAYS]) + (" …" if len(only) > _MOST_STRAYS else "")
    key = N_("Only in the backup, and not to be read here: {names}. Where it lies: intervjuguide where{in_study}")
    return [_(key, names=names)] if only else []


def _summary(
    study: Study,
    _: Translator,
    room: int = 100,
    result: Review | None = None,
    notices: list[str] | None = None,
    next_step: NextStep | None = None,
) -> str:
    """What there is to say of the study, with as many of its interviews as there are rows for."""
    from tui.documents.matrix_rows import summary_lines

    result = review_kept(study, VERSION)[0] if result is None else result
    if result is None:
        return ""
    notices = _notices(study, result, _) if notices is None else notices
    below = [*([""] if notices else []), *notices]

    def tell(*step: str) -> list[str]:
        rows = room - _rows_of([*step, *below])
        return [*summary_lines(result, _, lambda lines: _rows_of(lines) <= rows), *step, *below]

    lines = tell(*([next_step.told] if next_step is not None else []))
    return "\n".join(lines if _rows_of(lines) <= room else tell())  # no choice scrolls for a next step


def _rows_of(lines: list[str]) -> int:
    """How many rows of the box these lines take."""
    return sum(max(1, ceil(len(line) / _INSIDE)) for line in lines)


def _no_study(study: Study, settings: Settings) -> int:
    _ = Translator(settings.language_for(None))
    refused = None if settings.plain else need_terminal(_)
    if refused is not None:
        return refused
    from tui.commands import demo
    from tui.commands.choose import choose
    from tui.commands.new import make_study, template

    choices = (
        Choice("demo", _("Try it with a real guide")),
        Choice("new", _("Make a new study there")),
        Choice("quit", _("Leave")),
    )
    what = _(
        N_("The study in {folder} was only half made: guide.yaml is empty.")
        if study.half_made
        else N_("There is no study in {folder}."),
        folder=study.folder.resolve(),
    )
    chosen = choose("intervjuguide", what, choices, _, settings)
    if chosen == "new":
        return make_study(study.folder, template(_).encode(), _)
    if chosen == "demo":
        return demo.run(Namespace(folder=None, study=Path()), settings)
    return OK
