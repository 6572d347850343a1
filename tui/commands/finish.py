"""``finish``: promises ticked off, and a project's end."""

from argparse import Namespace

from guide.keys import DATA_LIMITS
from interviews.log.files import LogFailure
from interviews.study.backup import FORMAT
from interviews.study.facts import read_study_facts
from interviews.study.finishing import Finish, finish, plan
from interviews.study.folder import Study
from interviews.study.limits import Limit, met_on
from interviews.study.outputs import list_outputs
from interviews.study.review import held_in, review
from interviews.study.unfinished import FOLDER, NotTakenBackError
from interviews.study.whereabouts import list_names, versioned
from interviews.transcripts.kept import kept
from tui.asking import agrees, at_terminal
from tui.commands.common import need_study
from tui.console import DATA, OK, UsageError, complain_folded, print_error, print_out, say_folded
from tui.limit_lines import describe_limit, limit_named, study_limits, tell, tick_off, today
from tui.settings import Settings
from tui.translator import Translator
from tui.where_kept import said_kept

_MOST_NAMED = 5


def run(arguments: Namespace, settings: Settings) -> int:
    """Tick a limit off, or end the project; exit 1 where nothing was done."""
    study = Study(arguments.study)
    _ = Translator(settings.language_for(study.guide().language))
    need_study(arguments.study, _)
    if arguments.done is not None and arguments.not_done is not None:
        raise UsageError(_("limit_one_at_a_time"))
    if arguments.done is not None:
        return tell(*tick_off(study, _named(arguments.done, _), _))
    if arguments.not_done is not None:
        return _untick(study, _named(arguments.not_done, _), _)
    return _end(study, _, sure=arguments.yes)


def _untick(study: Study, name: str, _: Translator) -> int:
    if not met_on(read_study_facts(study.folder).entries).get(name):
        print_error(_("limit_not_met", name=_(f"limit_name_{name}")))
        return DATA
    return tell(*tick_off(study, name, _, met=False))


def _named(given: str, _: Translator) -> str:
    """The limit that a word means.

    Raises:
        UsageError: it means none.
    """
    name = limit_named(given)
    if name is None:
        names = ", ".join(_(f"limit_name_{one}") for one in DATA_LIMITS)
        raise UsageError(_("limit_unknown", given=given, names=names))
    return name


def _end(study: Study, _: Translator, *, sure: bool) -> int:
    """Show what the end does, ask once, and do it."""
    result = review(study)
    data = result.guide.data if result is not None else None
    limits = study_limits(study, data, held_in(result) if result is not None else [])
    try:
        planned = plan(study, today().isoformat())
    except LogFailure as failure:
        print_error(_("finish_failed", reason=_(failure.code, **failure.facts)))
        return DATA
    if not planned.changes:
        print_out(_("finish_nothing_left"))
        return OK
    for line in _told(planned, limits, study, _):
        say_folded(line)
    if not sure and not agrees(_("finish_ask")):
        print_error(_("finish_left" if at_terminal() else "finish_not_asked"))
        return DATA
    return _carry_out(study, planned, _)


def _carry_out(study: Study, planned: Finish, _: Translator) -> int:
    try:
        cleared = finish(study, planned)
    except NotTakenBackError as left:
        reason = _(left.failure.code, **left.failure.facts)
        job = _("unfinished_job_finish")
        print_error(_("unfinished_left", job=job, reason=reason, folder=study.folder / FOLDER))
        return DATA
    except LogFailure as failure:
        print_error(_("finish_failed", reason=_(failure.code, **failure.facts)))
        return DATA
    print_out(_("finish_done"))
    if not cleared:
        complain_folded(_("finish_uncleared", folder=study.folder / FOLDER))
    return OK


def _told(planned: Finish, limits: tuple[Limit, ...], study: Study, _: Translator) -> list[str]:
    """What the end does, what it does not reach, and what is still to be done by hand."""
    lines = [_("finish_does", logs=planned.logs)]
    lines += [f"- {_('finish_dates', count=planned.dates)}"]
    lines += [f"- {_('finish_words', count=planned.words)}"]
    lines += [f"- {_('finish_settings', count=planned.settings)}"]
    lines += [_("finish_stays")]
    open_ones = [one for one in limits if one.open and one.name != "end"]
    if open_ones:
        lines.append(_("finish_open"))
        lines += [f"- {describe_limit(one, _)}" for one in open_ones]
    rest = _out_of_reach(study, _)
    if rest:
        lines.append(_("finish_out_of_reach"))
        lines += [f"- {one}" for one in rest]
    return lines


def _out_of_reach(study: Study, _: Translator) -> list[str]:
    lines = []
    written = [
        str(one.path.parent if one.last.format == FORMAT else one.path)
        for one in list_outputs(study.folder)
        if one.state != "gone"
    ]
    if written:
        more = " …" if len(written) > _MOST_NAMED else ""
        lines.append(_("finish_written", paths=", ".join(written[:_MOST_NAMED]) + more))
    copies = [problem.file for problem in study.strays()]
    if copies:
        lines.append(_("finish_copies", names=", ".join(copies[:_MOST_NAMED])))
    if (study.folder / "revisions").is_dir():
        lines.append(_("finish_revisions"))
    transcripts = kept(study.folder)
    if transcripts:
        lines.append(said_kept(len(transcripts), _))
    history = versioned(study.folder.resolve(), list_names)
    if history is not None:
        lines.append(_("where_versioned", folder=history))
    return lines
