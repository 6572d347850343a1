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
from tui.words import Words


def run(arguments: Namespace, settings: Settings) -> int:
    """Show everything about a participant, ask once, and do what was promised; exit 1 when nothing was done."""
    study = Study(arguments.study)
    words = Words(settings.language_for(study.guide().language))
    need_study(arguments.study, words)
    code = _participant(arguments.code, words)
    if arguments.stays:
        return let_stay(study, code, words)
    how = promised_to(study, code)
    leaving = look_for(study, code, how or "delete")
    _need_something(study, leaving, words)
    if how is None:
        raise UsageError(words("forget_no_promise"))
    if leaving.held:
        print_error(words("forget_held", file=_named(leaving.held[0], study)))
        return DATA
    _show(study, leaving, words)
    if not arguments.yes:
        if not at_terminal():
            print_error(words("forget_nobody_asked", code=code))
            return USAGE
        if not agrees(words(f"forget_ask_{how}", code=code)):
            print_out(words("forget_left"))
            return DATA
    return _carry_out(study, leaving, words)


def _participant(given: str, words: Words) -> str:
    """The code of the participant, who leaves with all interviews.

    Raises:
        UsageError: it is none, or that of one interview.
    """
    code, dash, _ = given.partition("-")
    participant = participant_code(code, words)
    if dash:
        raise UsageError(words("forget_whole", given=given, code=participant))
    return participant


def _need_something(study: Study, leaving: Leaving, words: Words) -> None:
    """Refuse where there is nothing, or where it is not certain whose a file is.

    Raises:
        UsageError: so it is.
    """
    if leaving.others:
        path, said = leaving.others[0]
        raise UsageError(words("forget_other_code", file=_named(path, study), said=said))
    if not leaving.found:
        _tell_named(study, leaving, words)
        _tell_traces(leaving, words)
        _list([one.text for one in read_study_facts(study.folder).entries if isinstance(one, Withdrawn)])
        key = "forget_retired" if study.is_retired(leaving.participant) else "forget_nothing"
        raise UsageError(words(key, code=leaving.participant))


def _show(study: Study, leaving: Leaving, words: Words) -> None:
    """All that there is, and what is to become of it."""
    say_folded(words(f"forget_head_{leaving.how}", code=leaving.participant))
    _list([_named(path, study) for path in leaving.files])
    if leaving.lines:
        _list([words("forget_lines", count=leaving.lines)])
    _list([words("forget_damaged", line=number) for number in leaving.damaged])
    _tell_outputs(study, leaving.deleted, "forget_deleted", words)
    _tell_outputs(study, leaving.remade, "forget_remade", words)
    _tell_outputs(study, leaving.edited, "forget_edited", words)
    if leaving.backups:  # known by what stands in each
        say_folded(words("forget_backups"))
        _list([_named(one.path.parent, study) for one in leaving.backups])
    _tell_outputs(study, leaving.away, "forget_away", words)
    _tell_named(study, leaving, words)
    _tell_traces(leaving, words)


def _tell_named(study: Study, leaving: Leaving, words: Words) -> None:
    if leaving.named:
        say_folded(words("forget_named"))
        _list([_named(path, study) for path in leaving.named])


def _tell_outputs(study: Study, outputs: tuple[Output, ...], key: str, words: Words) -> None:
    if outputs:
        say_folded(words(key))
        _list([_named(one.path, study) for one in outputs])


def _tell_traces(leaving: Leaving, words: Words) -> None:
    if leaving.traces:
        say_folded(words("forget_traces"))
        _list(
            [
                words(f"forget_trace_{one.kind}", file=one.file, line=one.line, code=leaving.participant)
                for one in leaving.traces
            ]
        )


def _list(lines: list[str]) -> None:
    for line in lines:
        print_out(f"  {line}")


def _carry_out(study: Study, leaving: Leaving, words: Words) -> int:
    receipt = _receipt(study, leaving, words)
    try:
        done, unmade = forget(study, leaving, receipt, lambda entry: remake(study, entry, words))
    except LogFailure as failure:
        print_error(words("forget_untouched", reason=words(failure.code, **failure.facts)))
        return DATA
    except NotTakenBackError as left:
        print_error(words("forget_not_taken_back", reason=words(left.failure.code, **left.failure.facts)))
        return DATA
    seq = max(one.seq for one in read_study_facts(study.folder).entries if isinstance(one, Withdrawn))
    _tell_outputs(study, unmade, "forget_unmade", words)
    left_over = (*leaving.traces, *leaving.edited, *leaving.backups, *leaving.away, *leaving.named, *unmade)
    facts = {"ref": f"{NAME}:{seq}", "count": str(len(left_over))}
    say_folded(words(f"forget_still_{leaving.how}" if left_over else f"forget_done_{leaving.how}", **facts))
    if not done.cleared:
        print_error(words("forget_uncleared"))
    say_folded(words("forget_unreached"))
    return OK


def _receipt(study: Study, leaving: Leaving, words: Words) -> Withdrawn:
    """What is kept of it: the day, what was done, where to look, and what nobody can reach; it names nobody.

    Whose log came back after they had left is counted already.
    """
    date = SystemClock().wall().date().isoformat()
    interviews, pilots = (0, 0) if leaving.again else leaving.counted
    text = words(f"receipt_{leaving.how}", interviews=interviews, pilots=pilots)
    places = leaving.places_left(study.folder)
    if places:
        text += " " + words("receipt_places", places=", ".join(places))
    return Withdrawn(date=date, how=leaving.how, interviews=interviews, pilots=pilots, text=text, again=leaving.again)


class _OnlyThose(Study):
    """A study of which only some interviews are gone through: those of which a file was made."""

    names: frozenset[str] = frozenset()

    def load_interviews(self, participant: str | None = None) -> Iterator[LoadedInterview]:
        """As a study's."""
        return (told for told in super().load_interviews(participant) if told.file.code in self.names)


def remake(study: Study, entry: Exported, words: Words) -> bytes | None:
    """A file that was written outward, made again of the interviews that it was of; None where it cannot be made."""
    study = _OnlyThose(study.folder)
    study.names = frozenset(entry.interviews)
    as_json = "--json" in entry.options
    if entry.format in ("method", "reflexive"):
        from tui.commands.export import make_method, make_reflexive

        made = (
            make_method(study, words, as_json=as_json)
            if entry.format == "method"
            else make_reflexive(study, None, words, as_json=as_json)
        )
        return None if made.content is None else made.signed.encode()
    from tui.commands.report import render
    from tui.report.data import collect_report_data

    notes, reflexive = "--without-notes" not in entry.options, "--with-reflexive" in entry.options
    material, _ = collect_report_data(study, words, code=None, notes=notes, reflexive=reflexive)
    return None if material is None else render(material, html=entry.format == "html")[0].encode()


def _named(path: Path, study: Study) -> str:
    home = study.folder.resolve()
    place = path.parent.resolve() / path.name
    return place.relative_to(home).as_posix() if place.is_relative_to(home) else str(place)
