"""``finish``: promises ticked off, and a project's end."""

from argparse import Namespace
from collections.abc import Callable

from guide.schema import DATA_LIMITS
from interviews.data_management.backup import FORMAT
from interviews.data_management.finishing import Finish, delete_transcripts, finish, plan
from interviews.data_management.limits import Limit, find_days_met
from interviews.data_management.outputs import list_outputs
from interviews.data_management.whereabouts import find_versions, list_names
from interviews.failures import LogFailure
from interviews.study.facts import read_study_facts
from interviews.study.folder import Study
from interviews.study.review import list_days, review
from interviews.transcripts.kept import list_transcripts
from tui.commands.common import NOT_DONE, carry_out, find_study, tell_uncleared
from tui.commands.due import describe_limit, limit_named, study_limits, tell, tick_off, today
from tui.console import DATA, OK, UsageError, agrees, ask, at_terminal, print_error, print_out, say_folded, yes_or_no
from tui.progress import ALL_AS_IT_WAS, tell_reading
from tui.sentences.code_names import LIMIT_NAMES
from tui.settings import Settings
from tui.signs import PROMPT
from tui.translator import N_, Translator
from tui.where_kept import describe_kept

_MOST_NAMED = 5


def run(arguments: Namespace, settings: Settings) -> int:
    """Tick a limit off, or end the project; exit 1 where nothing was done."""
    study, _ = find_study(arguments, settings)
    if arguments.done is not None and arguments.not_done is not None:
        raise UsageError(_("--done and --not-done do not go together; write one of them"))
    if arguments.done is not None:
        name = _limit_of(arguments.done, _)
        if name == "transcripts" and not _settle_transcripts(study, _, sure=arguments.yes):
            return DATA
        return tell(*tick_off(study, name, _, seen=True))
    if arguments.not_done is not None:
        return _untick(study, _limit_of(arguments.not_done, _), _)
    return _end(study, _, sure=arguments.yes)


def _settle_transcripts(study: Study, _: Translator, *, sure: bool) -> bool:
    """Whether the transcripts that are kept here are gone now, or anonymous as somebody says: else nothing is noted."""
    transcripts = list_transcripts(study.folder)
    if not transcripts:
        return True
    say_folded(describe_kept(len(transcripts), _))
    answer = (
        ""
        if sure
        else ask(_("yes delete them · a they are anonymous by now, and stay · Enter nothing") + f" {PROMPT} ")
    )
    if answer and answer.casefold() == "a":
        return True
    if not sure and not yes_or_no(answer or ""):
        print_error(_(_nothing_done()))
        return False
    return _is_done(lambda: delete_transcripts(study, transcripts), study, _)


def _nothing_done() -> str:
    if at_terminal():
        return N_("Nothing was done.")
    return N_("Nothing was done: there is nobody to ask here. Write --yes to do it.")


def _untick(study: Study, name: str, _: Translator) -> int:
    if not find_days_met(read_study_facts(study.folder).entries).get(name):
        print_error(_("{name} is not ticked off; nothing was done.", name=_(LIMIT_NAMES[name])))
        return DATA
    return tell(*tick_off(study, name, _, met=False))


def _limit_of(given: str, _: Translator) -> str:
    """The limit that a word means.

    Raises:
        UsageError: it means none.
    """
    name = limit_named(given)
    if name is None:
        names = ", ".join(_(LIMIT_NAMES[one]) for one in DATA_LIMITS)
        raise UsageError(_("“{given}” is no time limit; write {names}", given=given, names=names))
    return name


def _end(study: Study, _: Translator, *, sure: bool) -> int:
    """Show what the end does, ask once, and do it."""
    with tell_reading(study, _, _(ALL_AS_IT_WAS)):
        result = review(study)
    data = result.guide.data if result is not None else None
    limits = study_limits(study, data, list_days(result) if result is not None else [])
    try:
        with tell_reading(study, _, _(ALL_AS_IT_WAS)):
            planned = plan(study, today().isoformat())
    except LogFailure as failure:
        print_error(_(NOT_DONE, reason=_.failure(failure)))
        return DATA
    if not planned.changes:
        print_out(_("The project has ended already; there is nothing left to do."))
        return OK
    for line in _describe_plan(planned, limits, study, _):
        say_folded(line)
    if not sure and not agrees(_("End the project? (yes/no) ")):
        print_error(_(_nothing_done()))
        return DATA
    if not _is_done(lambda: finish(study, planned), study, _):
        return DATA
    print_out(_("The project has ended. Make a new backup, and delete the old ones: they have all that was."))
    return OK


def _is_done(change: Callable[[], bool], study: Study, _: Translator) -> bool:
    """Whether a change of several files was done; what was not, or not altogether, is said."""
    cleared = carry_out("finish", change, study, _, what=N_("Changing the files"))
    if cleared is False:
        tell_uncleared(study, _)
    return cleared is not None


def _describe_plan(planned: Finish, limits: tuple[Limit, ...], study: Study, _: Translator) -> list[str]:
    """What the end does, what it does not reach, and what is still to be done by hand."""
    lines = [_("This is what the end does to {logs} interviews and what was said of the study:", logs=planned.logs)]
    lines += [
        f"- {_('dates and times become months: {count}; what names the machine is replaced', count=planned.dates)}"
    ]
    lines += [
        f"- {_('words that count no more (edited, corrected, undone, drafts, said anew) are deleted: {count}', count=planned.words)}"
    ]
    lines += [
        f"- {_('where interviews were held and who else was there is emptied: {count}; make the method text first', count=planned.settings)}"
    ]
    if planned.transcripts:
        lines += [
            f"- {_('transcripts that are kept here are deleted, as was promised: {count}', count=len(planned.transcripts))}"
        ]
    lines += [_("Notes, times in the interview and coverage stay as they are. It cannot be undone.")]
    open_ones = [one for one in limits if one.open and one.name != "end"]
    if open_ones:
        lines.append(_("Not ticked off yet:"))
        lines += [f"- {describe_limit(one, _)}" for one in open_ones]
    rest = _out_of_reach(study, len(list_transcripts(study.folder)) - len(planned.transcripts), _)
    if rest:
        lines.append(_("It does not reach:"))
        lines += [f"- {one}" for one in rest]
    return lines


def _out_of_reach(study: Study, transcripts: int, _: Translator) -> list[str]:
    lines = []
    written = [
        str(one.path.parent if one.last.format == FORMAT else one.path)
        for one in list_outputs(study.folder)
        if one.state != "gone"
    ]
    if written:
        more = " …" if len(written) > _MOST_NAMED else ""
        lines.append(_("what was written out: {paths}", paths=", ".join(written[:_MOST_NAMED]) + more))
    copies = [problem.file for problem in study.strays()]
    if copies:
        lines.append(
            _(
                "files that are not read: {names}. Take them over (intervjuguide merge{in_study}) or delete them",
                names=", ".join(copies[:_MOST_NAMED]),
            )
        )
    if (study.folder / "revisions").is_dir():
        lines.append(_("the versions of the guide (revisions): they have the dates on which the guide was changed"))
    if transcripts:  # the guide promises no date for them
        lines.append(describe_kept(transcripts, _))
    history = find_versions(study.folder.resolve(), list_names)
    if history is not None:
        lines.append(
            _("The folder {folder} is under version control: what is deleted stays in its history.", folder=history)
        )
    return lines
