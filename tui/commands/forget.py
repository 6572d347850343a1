"""``forget``: a participant leaves the study."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from interviews.core.clock import SystemClock
from interviews.log.writer import LogFailure
from interviews.study.entries import Exported, Withdrawn
from interviews.study.facts import NAME, read_study_facts
from interviews.study.folder import LoadedInterview, Study
from interviews.study.leaving import Leaving, forget, look_for, promised_to
from interviews.study.outputs import Output
from interviews.study.unfinished import NotTakenBackError
from tui.asking import agrees, at_terminal
from tui.commands.common import need_study, participant_code
from tui.commands.stays import let_stay
from tui.console import DATA, OK, USAGE, UsageError, print_error, print_out, say_folded
from tui.settings import Settings
from tui.translator import Translator


def run(arguments: Namespace, settings: Settings) -> int:
    """Show everything about a participant, ask once, and do what was promised; exit 1 when nothing was done."""
    study = Study(arguments.study)
    _ = Translator(settings.language_for(study.guide().language))
    need_study(arguments.study, _)
    code = _participant(arguments.code, _)
    if arguments.stays:
        return let_stay(study, code, _)
    how = promised_to(study, code)
    leaving = look_for(study, code, how or "delete")
    _need_something(study, leaving, _)
    if how is None:
        raise UsageError(_("forget_no_promise"))
    if leaving.held:
        print_error(_("forget_held", file=_named(leaving.held[0], study)))
        return DATA
    _show(study, leaving, _)
    if not arguments.yes:
        if not at_terminal():
            print_error(_("forget_nobody_asked", code=code))
            return USAGE
        if not agrees(_(f"forget_ask_{how}", code=code)):
            print_out(_("forget_left"))
            return DATA
    return _carry_out(study, leaving, _)


def _participant(given: str, _: Translator) -> str:
    """The code of the participant, who leaves with all interviews.

    Raises:
        UsageError: it is none, or that of one interview.
    """
    code, dash, _number = given.partition("-")
    participant = participant_code(code, _)
    if dash:
        raise UsageError(_("forget_whole", given=given, code=participant))
    return participant


def _need_something(study: Study, leaving: Leaving, _: Translator) -> None:
    """Refuse where there is nothing, or where it is not certain whose a file is.

    Raises:
        UsageError: so it is.
    """
    if leaving.others:
        path, said = leaving.others[0]
        raise UsageError(_("forget_other_code", file=_named(path, study), said=said))
    if not leaving.found:
        _tell_named(study, leaving, _)
        _tell_traces(leaving, _)
        _list([one.text for one in read_study_facts(study.folder).entries if isinstance(one, Withdrawn)])
        key = "forget_retired" if study.is_retired(leaving.participant) else "forget_nothing"
        raise UsageError(_(key, code=leaving.participant))


def _show(study: Study, leaving: Leaving, _: Translator) -> None:
    """All that there is, and what is to become of it."""
    say_folded(_(f"forget_head_{leaving.how}", code=leaving.participant))
    _list([_named(path, study) for path in leaving.files])
    if leaving.lines:
        _list([_("forget_lines", count=leaving.lines)])
    _list([_("forget_damaged", line=number) for number in leaving.damaged])
    _tell_outputs(study, leaving.deleted, "forget_deleted", _)
    _tell_outputs(study, leaving.remade, "forget_remade", _)
    _tell_outputs(study, leaving.edited, "forget_edited", _)
    if leaving.backups:  # known by what stands in each
        say_folded(_("forget_backups"))
        _list([_named(one.path.parent, study) for one in leaving.backups])
    _tell_outputs(study, leaving.away, "forget_away", _)
    _tell_named(study, leaving, _)
    _tell_traces(leaving, _)


def _tell_named(study: Study, leaving: Leaving, _: Translator) -> None:
    if leaving.named:
        say_folded(_("forget_named"))
        _list([_named(path, study) for path in leaving.named])


def _tell_outputs(study: Study, outputs: tuple[Output, ...], key: str, _: Translator) -> None:
    if outputs:
        say_folded(_(key))
        _list([_named(one.path, study) for one in outputs])


def _tell_traces(leaving: Leaving, _: Translator) -> None:
    if leaving.traces:
        say_folded(_("forget_traces"))
        _list(
            [
                _(f"forget_trace_{one.kind}", file=one.file, line=one.line, code=leaving.participant)
                for one in leaving.traces
            ]
        )


def _list(lines: list[str]) -> None:
    for line in lines:
        print_out(f"  {line}")


def _carry_out(study: Study, leaving: Leaving, _: Translator) -> int:
    receipt = _receipt(study, leaving, _)
    try:
        done, unmade = forget(study, leaving, receipt, lambda entry: remake(study, entry, _))
    except LogFailure as failure:
        print_error(_("forget_untouched", reason=_(failure.code, **failure.facts)))
        return DATA
    except NotTakenBackError as left:
        print_error(_("forget_not_taken_back", reason=_(left.failure.code, **left.failure.facts)))
        return DATA
    seq = max(one.seq for one in read_study_facts(study.folder).entries if isinstance(one, Withdrawn))
    _tell_outputs(study, unmade, "forget_unmade", _)
    left_over = (*leaving.traces, *leaving.edited, *leaving.backups, *leaving.away, *leaving.named, *unmade)
    facts = {"ref": f"{NAME}:{seq}", "count": str(len(left_over))}
    say_folded(_(f"forget_still_{leaving.how}" if left_over else f"forget_done_{leaving.how}", **facts))
    if not done.cleared:
        print_error(_("forget_uncleared"))
    say_folded(_("forget_unreached"))
    return OK


def _receipt(study: Study, leaving: Leaving, _: Translator) -> Withdrawn:
    """What is kept of it: the day, what was done, where to look, and what nobody can reach; it names nobody.

    Whose log came back after they had left is counted already.
    """
    date = SystemClock().wall().date().isoformat()
    interviews, pilots = (0, 0) if leaving.again else leaving.counted
    text = _(f"receipt_{leaving.how}", interviews=interviews, pilots=pilots)
    places = leaving.places_left(study.folder)
    if places:
        text += " " + _("receipt_places", places=", ".join(places))
    return Withdrawn(date=date, how=leaving.how, interviews=interviews, pilots=pilots, text=text, again=leaving.again)


class _OnlyThose(Study):
    """A study of which only some interviews are gone through: those of which a file was made."""

    names: frozenset[str] = frozenset()

    def load_interviews(self, participant: str | None = None) -> Iterator[LoadedInterview]:
        """As a study's."""
        return (told for told in super().load_interviews(participant) if told.file.code in self.names)


def remake(study: Study, entry: Exported, _: Translator) -> bytes | None:
    """A file that was written outward, made again of the interviews that it was of; None where it cannot be made."""
    study = _OnlyThose(study.folder)
    study.names = frozenset(entry.interviews)
    as_json = "--json" in entry.options
    if entry.format in ("method", "reflexive"):
        from tui.commands.export import make_method, make_reflexive

        made = (
            make_method(study, _, as_json=as_json)
            if entry.format == "method"
            else make_reflexive(study, None, _, as_json=as_json)
        )
        return None if made.content is None else made.signed.encode()
    from tui.commands.report import render
    from tui.documents.data import collect_report_data
    from tui.output_files import encode

    notes, reflexive = "--without-notes" not in entry.options, "--with-reflexive" in entry.options
    material, _walk = collect_report_data(study, _, code=None, notes=notes, reflexive=reflexive)
    return None if material is None else bytes(encode(render(material, html=entry.format == "html")[0]))


def _named(path: Path, study: Study) -> str:
    home = study.folder.resolve()
    place = path.parent.resolve() / path.name
    return place.relative_to(home).as_posix() if place.is_relative_to(home) else str(place)
